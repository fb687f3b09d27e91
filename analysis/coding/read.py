"""A folder of codes to a table: filled sheets (.xlsx) and lists (.csv), one file for each coder."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

from analysis.coding.filled import read_sheet
from analysis.coding.known import Known
from analysis.errors import InputError
from analysis.records import csv_rows
from analysis.schemes import Scheme

SETTLED = "settled"  # the coder under whose name the codes stand that coders agreed on afterwards
NONE = "none"
COLUMNS = ["doc_id", "sentence", "coder", "frame", "present"]


def read_codes(folder: Path, units: pd.DataFrame, scheme: Scheme) -> pd.DataFrame:
    """One row per code: doc_id, sentence, coder, frame, present (1 or 0); what was not coded has no row.

    units: units.units of all coded sentences. The coder is the file's name without its ending; `settled` is the
    one whose codes count where coders differed. Rows by document, sentence, coder and frame as in the scheme.
    Raises InputError (file, sheet, row, column, remedy) for what cannot be read and for what does not fit.
    """
    known, frames = Known(units), list(scheme.arabic)
    codes = [
        (doc_id, sentence, path.stem, frame, present)
        for path in _files(folder)
        for doc_id, sentence, frame, present in READERS[path.suffix.lower()](path, known, frames)
    ]
    table = pd.DataFrame(codes, columns=COLUMNS)
    table = table.astype({"doc_id": "str", "sentence": "int64", "coder": "str", "frame": "str", "present": "int64"})
    # By several columns pandas sorts stably: the frames of a coder's sentence stay in the order of the scheme.
    return table.sort_values(["doc_id", "sentence", "coder"], ignore_index=True)


def _files(folder: Path) -> list[Path]:
    """The files of the coders; notes (.md) and what spreadsheets lay beside an open file are none."""
    files = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".md" or path.name.startswith((".", "~$")):
            continue
        if path.suffix.lower() not in READERS or path.is_dir():
            raise InputError(f"{path}: neither .xlsx nor .csv; save it as .xlsx, or move it out of the folder of codes")
        if other := files.get(path.stem):
            raise InputError(f"{path}: the coder {path.stem!r} also has {other.name}; keep one of the two")
        files[path.stem] = path
    return list(files.values())


def _read_list(path: Path, known: Known, frames: Sequence[str]) -> Iterator[tuple[str, int, str, int]]:
    """The codes of a list with the columns doc, sent, frames and perhaps hash (the last part of a unit's id).

    frames: those present, joined with |, or none; the others are absent. An empty cell gives no codes.
    """
    seen = {}
    for line, row in csv_rows(path.read_bytes(), str(path)):
        place = f"{path}: line {line}"
        _check_columns(row, f"{path}: line 1")
        unit = known.at(row["doc"], row["sent"].strip(), row.get("hash", "").strip(), f"{place}, column sent")
        if unit in seen:
            raise InputError(f"{place}: this sentence is also in line {seen[unit]}; keep one of the two")
        seen[unit] = line
        if named := [name.strip() for name in row["frames"].split("|") if name.strip()]:
            present = _present(named, frames, f"{place}, column frames")
            yield from ((*unit, frame, int(frame in present)) for frame in frames)


def _check_columns(row: dict, place: str) -> None:
    if missing := {"doc", "sent", "frames"} - set(row):
        raise InputError(f"{place}: there is no column {min(missing)!r}; the columns are doc, sent, frames, and hash")
    if unknown := set(row) - {"doc", "sent", "frames", "hash"}:
        raise InputError(f"{place}: unknown column {min(unknown)!r}; the columns are doc, sent, frames, and hash")


def _present(named: list[str], frames: Sequence[str], place: str) -> set[str]:
    if named == [NONE]:
        return set()
    for name in named:
        if name not in frames:
            remedy = "none stands alone" if name == NONE else f"the frames are {', '.join(frames)}"
            raise InputError(f"{place}: {name!r} is no frame of the codebook; {remedy}")
    return set(named)


READERS = {".xlsx": read_sheet, ".csv": _read_list}
