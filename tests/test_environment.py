"""The lock, the conda front door and the rules of the house hold together."""

import re
import subprocess
import tomllib

import pytest
import yaml
from conftest import ROOT
from rattler import MatchSpec

LOCK = ROOT.joinpath("requirements.lock").read_text(encoding="utf-8")
PINS = dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", LOCK, re.MULTILINE))
CONDA = yaml.safe_load(ROOT.joinpath("environment.yml").read_text(encoding="utf-8"))["dependencies"]
PROJECT = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))


def conda_specs():
    return [spec for spec in CONDA if isinstance(spec, str)]


def pip_pins():
    (block,) = [spec["pip"] for spec in CONDA if isinstance(spec, dict)]
    return dict(line.split("==") for line in block)


@pytest.mark.parametrize("spec", conda_specs())
def test_every_conda_spec_can_be_parsed(spec):
    assert MatchSpec(spec, strict=True).name is not None


def test_conda_installs_what_the_lock_pins():
    pinned = {spec.split(" ")[0]: MatchSpec(spec).version for spec in conda_specs() if "==" in spec}
    conda = {name: str(version).removeprefix("==") for name, version in pinned.items()} | pip_pins()
    assert conda == {name: PINS[name] for name in conda}


def test_conda_installs_everything_that_the_project_asks_for():
    wanted = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["test"]
    names = {re.match(r"[a-z0-9-]+", line).group() for line in wanted} - {"uv"}
    assert names == {spec.split(" ")[0] for spec in conda_specs()} - {"python", "pip"} | set(pip_pins())


def test_the_lock_has_hashes_and_no_address():
    blocks = re.findall(r"^[a-z0-9-]+==.*?(?=^[a-z0-9-]+==|\Z)", LOCK, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 50 and all("--hash=sha256:" in block for block in blocks)
    assert "://" not in LOCK


def tracked():
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.decode()
    return [ROOT / name for name in names.split("\0") if name]


def test_arabic_stands_in_logical_order_everywhere():
    """Presentation forms belong to fonts; in a tracked text they are a slip (tests write them as escapes)."""
    texts = [path for path in tracked() if path.suffix in {".py", ".yml", ".md", ".ipynb", ".csv", ".j2", ".css"}]
    forms = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
    assert [path.name for path in texts if forms.search(path.read_text(encoding="utf-8"))] == []


def test_notebooks_call_and_do_not_compute():
    for path in ROOT.joinpath("notebooks").glob("*.ipynb"):
        cells = [
            cell for cell in yaml.safe_load(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"
        ]
        lines = [line for cell in cells for line in "".join(cell["source"]).splitlines()]
        assert not any(cell["outputs"] for cell in cells), path
        assert not any(re.match(r"\s*(def|class|for|while|import re)\b", line) for line in lines), path
        assert len(lines) <= 100, path  # a page that calls more asks two questions
