"""make as people run it: the same bytes twice, nothing done twice, nothing lost when an input is wrong."""

import os
import re
import shutil
import subprocess
import sys
from html import unescape

import pytest
from conftest import ROOT

PARTS = ["analysis", "codebook", "notebooks", "seeds", "codes", "Makefile", "study.yml", "requirements.lock"]
OUTPUTS = ["tables", "figures", "report"]


def copy(place):
    """The project without its outputs, at another place."""
    place.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place / name)
    return place


def make(place, *arguments, hash_seed="0"):
    # The parent make's settings and the caller's study are none of this one's.
    env = {key: value for key, value in os.environ.items() if key not in ("MAKEFLAGS", "MAKELEVEL", "STUDY", "CORPUS")}
    command = ["make", f"PYTHON={sys.executable}", *arguments]
    env |= {"PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=place, env=env, capture_output=True, text=True, check=False)


def outputs(place):
    files = [path for name in OUTPUTS for path in sorted((place / name).rglob("*")) if path.is_file()]
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A copy of the project in which make ran with one job."""
    place = copy(tmp_path_factory.mktemp("built") / "one")
    done = make(place, "-j1", hash_seed="1")
    assert done.returncode == 0, done.stderr
    return place


def test_two_runs_give_the_same_bytes(built, tmp_path):
    other = copy(tmp_path / "another")
    done = make(other, "-j2", hash_seed="2")
    assert done.returncode == 0, done.stderr
    first, second = outputs(built), outputs(other)
    assert first.keys() == second.keys() and len(first) > 40
    assert [name for name in first if first[name] != second[name]] == []


def test_the_report_says_nothing_of_the_machine(built):
    for name, content in outputs(built).items():
        assert str(built).encode() not in content and sys.prefix.encode() not in content, name


def test_every_link_of_the_report_leads_somewhere(built):
    report = built / "report"
    pages = {path.resolve(): path.read_text(encoding="utf-8") for path in report.rglob("*.html")}
    anchors = {path: set(re.findall(r'\bid="([^"]*)"', page)) for path, page in pages.items()}
    links = [
        (path, unescape(href)) for path, page in pages.items() for href in set(re.findall(r'href="([^"]*)"', page))
    ]
    lost = []
    for path, href in links:
        name, _, anchor = href.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (anchor and target in pages and anchor not in anchors[target]):
            lost.append((path.relative_to(report.resolve()).as_posix(), href))
    assert lost == [] and len(links) > 1000


def test_where_nothing_changed_nothing_runs(built):
    again = make(built)
    assert again.returncode == 0 and "-m analysis" not in again.stdout


def test_a_changed_added_or_removed_text_is_noticed_and_a_wrong_one_loses_nothing(study):
    text, extra = study / "texts" / "a.txt", study / "texts" / "$1 خبر #2: [a]=\n;*100%.txt"
    sources = study / "texts" / "sources.csv"
    sources.unlink()

    def tables():
        return make(ROOT, "tables", f"STUDY={study}")

    assert "-m analysis tables" in tables().stdout
    assert "-m analysis tables" not in tables().stdout
    for change in (
        lambda: text.write_text("خبر آخر طويل بما يكفي ليكون متناً.", encoding="utf-8"),
        lambda: extra.write_text("خبر ثالث.", encoding="utf-8"),
        lambda: extra.write_text("خبر ثالث آخر.", encoding="utf-8"),
        lambda: extra.unlink(),
    ):
        before = (study / "tables" / "texts.parquet").read_bytes()
        change()
        done = tables()
        assert "-m analysis tables" in done.stdout and done.returncode == 0, done.stderr
        assert (study / "tables" / "texts.parquet").read_bytes() != before
        assert "-m analysis tables" not in tables().stdout
    good = outputs(study)
    text.write_text("", encoding="utf-8")
    failed = tables()
    assert failed.returncode != 0 and "itar: texts/a.txt: the file is empty" in failed.stderr
    assert outputs(study) == good


def test_help_lists_every_target():
    said = make(ROOT, "help").stdout
    for target in ("report", "tables", "test", "check", "reviewed", "lab", "lock", "clean", "help"):
        assert f"\n{target} " in f"\n{said}"


def test_a_study_with_a_space_in_its_path_is_refused_in_one_line():
    done = make(ROOT, "tables", "STUDY=my study")
    assert done.returncode != 0 and "STUDY: the path may hold no spaces" in done.stderr
