"""One filled coding sheet (.xlsx) to codes."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from analysis.coding.guide import BEFORE, NOTES, SENTENCE, UNIT
from analysis.coding.known import Known
from analysis.coding.sheets import CODES
from analysis.errors import InputError

# As typed or stored: whole or floating numbers, texts, and the digits of an Arabic keyboard.
VALUES = {"1": 1, "0": 0, "1.0": 1, "0.0": 0, "١": 1, "٠": 0, "۱": 1, "۰": 0}


def read_sheet(path: Path, known: Known, frames: Sequence[str]) -> Iterator[tuple[str, int, str, int]]:
    """The codes in one filled sheet: document, sentence, frame and 1 or 0; an empty cell gives none.

    Raises InputError (file, sheet, row, column by the spreadsheet's letters, remedy).
    """
    header, *rows = _grid(path)
    columns = _columns(header, frames, path)
    seen = {}
    for number, row in enumerate(rows, 2):
        cells = {name: "" if row[at] is None else str(row[at]).strip() for name, at in columns.items()}
        if not any(cells[frame] for frame in frames):
            continue
        place = _place(path, number, columns[UNIT])
        doc_id, sentence = unit = known.find(cells[UNIT], place)
        if unit in seen:
            raise InputError(f"{place}: this sentence is also in row {seen[unit]}; keep one of the two rows")
        seen[unit] = number
        known.same_text(cells[UNIT], cells[SENTENCE], _place(path, number, columns[SENTENCE]))
        for frame in frames:
            if cells[frame]:
                yield doc_id, sentence, frame, _code(cells[frame], _place(path, number, columns[frame]))


def _grid(path: Path) -> list[tuple]:
    """The rows of the sheet of codes, the heading first, all as long as the longest; formulas stay text."""
    data = path.read_bytes()
    try:
        book = load_workbook(io.BytesIO(data), read_only=True)
        sheets = {sheet.title: sheet for sheet in book.worksheets}
        if sheet := sheets.get(CODES):
            sheet.reset_dimensions()  # some programs note down a wrong size
            rows = list(sheet.iter_rows(values_only=True))
    except Exception:  # openpyxl raises what its parsers raise, of many kinds
        raise InputError(
            f"{path}: not an .xlsx workbook that can be read; save it again as .xlsx without a password"
        ) from None
    if CODES not in sheets:
        raise InputError(f"{path}: there is no sheet {CODES!r}, only {sorted(sheets)}; give the sheet its name back")
    width = max(map(len, rows), default=0)
    return [row + (None,) * (width - len(row)) for row in rows] or [()]


def _columns(header: tuple, frames: Sequence[str], path: Path) -> dict[str, int]:
    """Column name → its index; the name is the last line of the heading, above it stands the Arabic one."""
    wanted, columns = (UNIT, SENTENCE, *frames), {}
    for at, cell in enumerate(header):
        name = str(cell or "").strip().split("\n")[-1].strip()
        if not name:
            continue
        place = _place(path, 1, at)
        if name not in (*wanted, BEFORE, NOTES):
            raise InputError(f"{place}: {name!r} is no frame of the codebook; correct the heading or remove the column")
        if name in columns:
            raise InputError(f"{place}: {name!r} is also column {get_column_letter(columns[name] + 1)}; keep one")
        columns[name] = at
    if missing := [name for name in wanted if name not in columns]:
        raise InputError(
            f"{path}: sheet {CODES!r}, row 1: there is no column {missing[0]!r}; "
            "add it (a frame that was not coded stays empty)"
        )
    return columns


def _code(text: str, place: str) -> int:
    if text not in VALUES:
        raise InputError(f"{place}: {text[:40]!r} is no code; choose 1 or 0, or leave the cell empty")
    return VALUES[text]


def _place(path: Path, row: int, column: int) -> str:
    return f"{path}: sheet {CODES!r}, row {row}, column {get_column_letter(column + 1)}"
