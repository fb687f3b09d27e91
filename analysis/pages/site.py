"""The report: notebooks executed and made into pages, the data dictionary, and their way to the disk."""

from collections.abc import Iterable, Sequence

from analysis.pages.execution import execute, scrub
from analysis.pages.files import write, write_assets
from analysis.pages.html import render
from analysis.pages.notebooks import page

__all__ = ["data_dictionary", "execute", "page", "scrub", "write", "write_assets"]


def data_dictionary(
    schemas: Iterable[tuple[str, str, Sequence[tuple[str, str, str, str]]]],
    *,
    nav: Sequence[tuple[str, str]] = (),
    here: str | None = None,
) -> str:
    """A page that says what every column means.

    `schemas`: per table its name, a description, and per column (name, type, unit or key, description).
    """
    return render("dictionary.html.j2", title="Data dictionary", tables=list(schemas), nav=nav, here=here)
