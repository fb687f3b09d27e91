"""The data dictionary as a page."""

from collections.abc import Iterable, Sequence

from analysis.pages.html import render


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
