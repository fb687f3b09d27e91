"""Tabular files to rows: .csv, .json, .jsonl, and .zip archives of them."""

import csv
import io
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from analysis.errors import InputError
from analysis.text.reading import read

INNER = (".csv", ".json", ".jsonl")
TABULAR = (*INNER, ".zip")


def members(path: Path, shown: str) -> Iterator[tuple[str, bytes]]:
    """The name and bytes of a file, or of each tabular file in a .zip."""
    if path.suffix != ".zip":
        yield shown, path.read_bytes()
        return
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(name for name in archive.namelist() if Path(name).suffix in INNER)
            for name in names:
                yield f"{shown}/{name}", archive.read(name)
    except zipfile.BadZipFile:
        raise InputError(f"{shown}: not a readable .zip file; make it again") from None


def records(name: str, data: bytes) -> Iterator[tuple[str, dict]]:
    """The rows of a .csv, .json (one list) or .jsonl file, each with its place for error messages.

    Raises InputError (file, line or item) where a row cannot be read.
    """
    if name.endswith(".csv"):
        yield from ((f"{name}: line {line}", row) for line, row in csv_rows(data, name))
        return
    text = read(data, name).text
    try:
        if name.endswith(".jsonl"):
            rows = [
                (f"{name}: line {line}", json.loads(row)) for line, row in enumerate(text.split("\n"), 1) if row.strip()
            ]
        else:
            rows = [(f"{name}: item {number}", row) for number, row in enumerate(json.loads(text))]
    except json.JSONDecodeError as error:
        raise InputError(f"{name}: {error}; correct the JSON there") from None
    for place, row in rows:
        if not isinstance(row, dict):
            raise InputError(f"{place}: not an object with named fields; write one object per article")
        yield place, row


def csv_rows(data: bytes, name: str) -> Iterator[tuple[int, dict]]:
    """The rows of a .csv file, each with its line.

    Raises InputError (file, line) where a row has more or fewer cells than the header, or a quote stays open.
    """
    csv.field_size_limit(sys.maxsize)
    reader = csv.DictReader(io.StringIO(read(data, name).text, newline=""), strict=True)
    try:
        for row in reader:
            if None in row or None in row.values():
                raise InputError(
                    f"{name}: line {reader.line_num}: not as many cells as the header has; quote cells with commas"
                )
            yield reader.line_num, row
    except csv.Error as error:
        raise InputError(f"{name}: line {reader.line_num}: {error}; correct the CSV there") from None
