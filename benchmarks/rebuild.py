"""A clean rebuild of all pages beside the same notebooks run by papermill alone: python benchmarks/rebuild.py [ROUNDS].

Each round runs, one after the other: make with one job, make with two, and papermill's Python API over the
notebooks in one process (which makes no pages). Medians over the rounds, and their ratio to papermill's.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAPERMILL = """
import sys, papermill
for notebook in sys.argv[2:]:
    papermill.execute_notebook(notebook, None, {"study": sys.argv[1]}, cwd="notebooks", progress_bar=False)
"""


def study(place: Path) -> Path:
    """A copy of the seeds as a study of its own, on the project's codebook."""
    shutil.copytree(ROOT / "seeds", place / "seeds")
    text = (ROOT / "study.yml").read_text(encoding="utf-8")
    (place / "study.yml").write_text(text.replace("codebook: codebook/\n", ""), encoding="utf-8")
    return place


def seconds(*command: str) -> float:
    """Wall seconds of a command that must succeed."""
    begin = time.perf_counter()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main(rounds: int) -> None:
    """Print the table."""
    notebooks = [str(path) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]
    with tempfile.TemporaryDirectory() as folder:
        place = str(study(Path(folder)))
        make = ("make", f"STUDY={place}", f"PYTHON={sys.executable}")
        ways = {
            "papermill alone": (sys.executable, "-c", PAPERMILL, place, *notebooks),
            "make -j1": (*make, "-j1"),
            "make -j2": (*make, "-j2"),
        }
        seconds(*make, "-j2")
        taken = {way: [] for way in ways}
        for _ in range(rounds):
            for way, command in ways.items():
                if way != "papermill alone":
                    seconds(*make, "clean")
                    seconds(*make, "tables")
                taken[way].append(seconds(*command))
        unchanged = seconds(*make)
    medians = {way: statistics.median(values) for way, values in taken.items()}
    print(f"{len(notebooks)} notebooks, {rounds} rounds; seconds: median (lowest to highest), ratio to papermill alone")
    for way, values in taken.items():
        ratio = medians[way] / medians["papermill alone"]
        print(f"{way:16} {medians[way]:6.2f} ({min(values):.2f} to {max(values):.2f})  {ratio:.2f}")
    print(f"{'make, unchanged':16} {unchanged:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
