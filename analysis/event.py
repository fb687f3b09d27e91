"""One event on the desk: its reports, and what was found when they were laid side by side."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from analysis.desk import compared, outlet_names
from analysis.errors import InputError
from analysis.pages.wordings import wordings_href
from analysis.ranking import by_frequency
from analysis.study import Study
from analysis.tables import read_table

TABLES = ("documents", "claims", "variants", "differences", "reuse")
WORDINGS = 200  # pairs of passages on one page


class Event(NamedTuple):
    """The documents that report an event (exact duplicates left out), and their rows of the other tables.

    outlet_name_ar is the name that figures show: where none is known in Arabic, the English one or the id.
    """

    event: str
    documents: pd.DataFrame
    claims: pd.DataFrame
    variants: pd.DataFrame
    differences: pd.DataFrame
    reuse: pd.DataFrame


def open_event(study: Study, event: str | None = None) -> Event:
    """The event of that id; without one that of study.yml (compare: event), else the one with most reports.

    Raises InputError for an id that no document has.
    """
    tables = dict(zip(TABLES, compared(study, *TABLES), strict=True))
    reports = _reports(tables["documents"])
    most = by_frequency(reports["event"])
    event = event or study.settings.compare.event or next(iter(most.index), "")
    known = read_table(study.tables, "documents", ["event"])["event"]
    if event and event not in set(known):
        raise InputError(f"{study.folder / 'study.yml'}: compare: event: no article reports {event!r}; correct the id")
    return _event(event, tables, reports)


def events(study: Study) -> Iterator[Event]:
    """Every event of which passages were compared: those that two documents or more report."""
    tables = dict(zip(TABLES, compared(study, *TABLES), strict=True))
    reports = _reports(tables["documents"])
    for event in sorted(set(tables["claims"]["event"])):
        yield _event(event, tables, reports)


def _reports(documents: pd.DataFrame) -> pd.DataFrame:
    return documents[(documents["event"] != "") & (documents["duplicate_of"] == "")]


def _event(event: str, tables: dict[str, pd.DataFrame], reports: pd.DataFrame) -> Event:
    documents = reports[reports["event"] == event].reset_index(drop=True)
    documents = documents.assign(outlet_name_ar=documents["outlet"].map(outlet_names(documents, "ar")).astype("str"))
    of_it = {name: tables[name][tables[name]["event"] == event] for name in ("claims", "variants", "differences")}
    of_it["differences"] = of_it["differences"][of_it["differences"]["variant"].isin(of_it["variants"]["variant"])]
    reuse = tables["reuse"]
    both = reuse["doc_a"].isin(documents["doc_id"]) & reuse["doc_b"].isin(documents["doc_id"])
    return Event(event, documents, **of_it, reuse=reuse[both])


def report_names(documents: pd.DataFrame, language: str = "en") -> dict[str, str]:
    """Document → how a report is called: its outlet in the language, with its id where the outlet has several."""
    names = documents["outlet"].map(outlet_names(documents, language))
    several = names.duplicated(keep=False)
    short = documents["doc_id"].str.split("_").str[0]
    ids = short if short.is_unique else documents["doc_id"]
    return dict(zip(documents["doc_id"], names.where(~several, names + " " + ids), strict=True))


def with_wordings(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of pairs of passages with one more column, `href`: where the pair stands word over word."""
    return rows.assign(href=[wordings_href(row.event, row.variant) for row in rows.itertuples()])
