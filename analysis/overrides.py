"""What people decided about single articles and passages of a study: events.csv and pairings.csv."""

from collections.abc import Iterator
from pathlib import Path

from analysis.errors import InputError
from analysis.events.decided import Decision
from analysis.records import csv_rows

EVENTS = ("doc_id", "event")
PAIRINGS = ("doc_a", "start_a", "doc_b", "start_b", "same")
SAME = {"yes": True, "no": False}


def read_events(path: Path, known: set[str]) -> dict[str, str]:
    """Document → its event, of every row of events.csv; an empty event takes the document out of all events.

    known: the ids of the corpus. Further columns are for the reader. Raises InputError (file, line) for an id that is
    not in the corpus or is listed twice, and where a column is missing.
    """
    events: dict[str, str] = {}
    for place, row in _rows(path, EVENTS):
        _known(row["doc_id"], known, place)
        if row["doc_id"] in events:
            raise InputError(f"{place}: {row['doc_id']!r} is listed twice; keep one of the two")
        events[row["doc_id"]] = row["event"].strip()
    return events


def read_pairings(path: Path, known: set[str]) -> list[Decision]:
    """The decisions of pairings.csv: whether the passages at two places give the same words.

    start_a, start_b: code points into the documents, anywhere in the passage meant. Raises InputError (file, line) as
    read_events does, and for a place that is no number or an answer that is neither yes nor no.
    """
    found = []
    for place, row in _rows(path, PAIRINGS):
        _known(row["doc_a"], known, place)
        _known(row["doc_b"], known, place)
        if row["same"].strip() not in SAME:
            raise InputError(f"{place}: same: {row['same']!r}; write yes or no")
        starts = [_number(row, column, place) for column in ("start_a", "start_b")]
        found.append(Decision(row["doc_a"], starts[0], row["doc_b"], starts[1], SAME[row["same"].strip()], place))
    return found


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict]]:
    for line, row in csv_rows(path.read_bytes(), str(path)):
        if missing := [column for column in columns if column not in row]:
            raise InputError(f"{path}: line 1: there is no column {missing[0]!r}; the columns are {', '.join(columns)}")
        yield f"{path}: line {line}", row


def _known(doc_id: str, known: set[str], place: str) -> None:
    if doc_id not in known:
        raise InputError(f"{place}: {doc_id!r} is no document of the corpus; the table documents lists the ids")


def _number(row: dict, column: str, place: str) -> int:
    try:
        return int(row[column])
    except ValueError:
        raise InputError(f"{place}: {column}: {row[column]!r} is no number of characters; correct it") from None
