"""The notebooks of a study, run in order and made into the pages of its report."""

import os
import re
from pathlib import Path

import nbformat

from analysis.navigation import NOTEBOOKS, navigation
from analysis.pages.execution import execute
from analysis.pages.files import write
from analysis.pages.notebooks import page
from analysis.study import Study


def build_page(study: Study, notebook: Path) -> None:
    """Run a notebook on the study; write its page, and the notebook as run for those who go on from it."""
    done = execute(notebook, {"study": os.path.relpath(study.folder, NOTEBOOKS)}, NOTEBOOKS)
    name = f"{notebook.stem}.html"
    html = page(done, title=_question(done), nav=navigation(), here=name)
    write(study.report / "notebooks" / notebook.name, nbformat.writes(done) + "\n")
    write(study.report / name, html)


def _question(notebook: nbformat.NotebookNode) -> str:
    """The notebook's title: its first heading."""
    return re.search(r"^# (.+)$", notebook.cells[0].source, re.MULTILINE).group(1)
