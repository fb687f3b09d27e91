"""A study whose texts and metadata try to act: the report is built, shows them, and nothing runs."""

import os
import shutil
import subprocess

import pytest
from conftest import ROOT

from analysis.__main__ import main

SCRIPT = "<script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">"
CHROMIUM = shutil.which("chromium")
QUIET = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The report of a hostile study."""
    study = tmp_path_factory.mktemp("hostile")
    texts = study / "texts"
    texts.mkdir()
    acting = (
        f"عنوان {SCRIPT}\n\nقال الرئيس إن التعاون الثنائي {SCRIPT} مع \u202eالبلدين\x00 جيد. وهذه محادثات طويلة.\n"
        f'وقال الوزير: "سنبني مدرسة كبيرة للأطفال في القرية {SCRIPT}".\n'
    )
    texts.joinpath("acting.txt").write_text(acting, encoding="utf-8")
    texts.joinpath("again.txt").write_text(acting.replace("كبيرة", "جديدة"), encoding="utf-8")
    texts.joinpath("headline.txt").write_text("اتفاق على التعاون", encoding="utf-8")
    texts.joinpath("oneline.txt").write_text("التعاون والإرهاب " * 20_000, encoding="utf-8")
    name = SCRIPT.replace('"', '""')
    sources = (
        f'file,outlet,outlet_name_ar,event\nacting.txt,"=1+1","{name}","{name}"\nagain.txt,+2,,"{name}"\n'
        "headline.txt,../../up,,\noneline.txt,-x,@y,\n"
    )
    texts.joinpath("sources.csv").write_text(sources, encoding="utf-8")
    quoted = SCRIPT.replace("'", "''")
    study.joinpath("study.yml").write_text(f"title: '{quoted}'\ncorpus: texts/\n", encoding="utf-8")
    assert main(["tables", str(study)]) == main(["site", str(study)]) == 0
    for notebook in ("index", "02-voices", "03-frames", "04-same-event", "05-words", "06-doubts"):
        assert main(["page", str(ROOT / f"notebooks/{notebook}.ipynb"), str(study)]) == 0
    return study / "report"


def test_nothing_is_written_outside_the_report(report):
    written = {path.relative_to(report.parent).parts[0] for path in report.parent.rglob("*") if path.is_file()}
    assert written == {"study.yml", "texts", "tables", "figures", "report"}
    assert not list(report.parent.parent.glob("up*"))


def test_no_cell_of_a_table_is_a_formula(report):
    csv = report.joinpath("figures/frame_shares.csv").read_text(encoding="utf-8")
    assert "'=1+1" in csv and "'-x" in csv and "'@y" in csv
    assert not [line for line in csv.splitlines() if line.startswith(("=", "+", "-", "@"))]


def test_a_page_stays_readable_beside_a_line_without_end(report):
    assert report.joinpath("03-frames.html").stat().st_size < 1_000_000


@pytest.mark.skipif(not CHROMIUM and os.environ.get("CI") != "true", reason="Chromium is not installed")
@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        "02-voices.html",
        "03-frames.html",
        "04-same-event.html",
        "05-words.html",
        "06-doubts.html",
        "articles/acting.html",
        "evidence/frames/partnership.html",
    ],
)
def test_nothing_runs_in_a_browser(report, page, tmp_path):
    command = [CHROMIUM, *QUIET.split(), f"--user-data-dir={tmp_path}", "--dump-dom", f"file://{report / page}"]
    dom = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    assert "<title>pwned" not in dom and "</html>" in dom
    assert "document.title=" in dom, "the page shows the text it does not run"
