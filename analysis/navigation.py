"""The pages of a report, in the order of the argument."""

import re
from pathlib import Path

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
ENTRIES = "entries.html"
DICTIONARY = "tables.html"


def navigation() -> list[tuple[str, str]]:
    """The pages of a report in the order of the argument: address and label."""
    names = sorted((path.stem for path in NOTEBOOKS.glob("*.ipynb")), key=lambda name: (name != "index", name))
    labels = {name: re.sub(r"^\d+-", "", name).replace("-", " ").capitalize() for name in names}
    return [(f"{name}.html", "Findings" if name == "index" else labels[name]) for name in names] + [
        (ENTRIES, "Entries"),
        (DICTIONARY, "Data dictionary"),
    ]
