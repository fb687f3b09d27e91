"""The coding sheet: an .xlsx workbook with the guide first and the sentences to be coded second."""

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from analysis.coding.cells import CENTRED, GRID, HEAD, QUIET, SHADE, SMALL, TEXT, TITLE, merge, set_widths, write_row
from analysis.coding.guide import ARABIC, BEFORE, COLUMNS, HOW, NOTES, SENTENCE, UNIT, frame_rows, heading
from analysis.coding.pinned import pinned
from analysis.schemes import Scheme

GUIDE, CODES = "guide", "codes"
GUIDE_WIDTHS = (18, 18, 44, 40, 30, 40, 30)  # characters, by COLUMNS
WIDTHS = {UNIT: 24, BEFORE: 36, SENTENCE: 64, NOTES: 28}
CODE_WIDTH = 13


def coding_sheet(units: pd.DataFrame, scheme: Scheme) -> bytes:
    """The coding sheet of some units (sample.sample) as the bytes of an .xlsx file, the same for the same sample.

    The outlet does not stand in it, and the ids, in which it may (they begin with a file's name), are hidden:
    coders who know the outlet expect its frames. Everything is locked, without a password, but codes and notes.
    """
    book = Workbook()
    book.active.title = GUIDE
    _guide(book.active, scheme)
    _codes(book.create_sheet(CODES), units, scheme)
    for sheet in book:
        sheet.sheet_view.rightToLeft = True
        sheet.protection.sheet = True
        # False here means allowed: a coder may widen what is too narrow.
        sheet.protection.formatColumns = sheet.protection.formatRows = False
    return pinned(book)


def _guide(sheet: Worksheet, scheme: Scheme) -> None:
    set_widths(sheet, GUIDE_WIDTHS)
    last = len(COLUMNS)
    for row, (text, font) in enumerate(((scheme.title, TITLE), (scheme.source, SMALL)), 1):
        merge(sheet, row, 1, last)
        write_row(sheet, row, {1: text}, font)
    for row, (arabic, english) in enumerate(HOW, 4):
        merge(sheet, row, 1, 3)
        merge(sheet, row, 4, last)
        write_row(sheet, row, {1: arabic, 4: english}, TEXT)
    head = len(HOW) + 5
    write_row(sheet, head, dict(enumerate(COLUMNS, 1)), HEAD, fill=SHADE, border=GRID, alignment=CENTRED)
    for row, cells in enumerate(frame_rows(scheme), head + 1):
        write_row(sheet, row, dict(enumerate(cells, 1)), TEXT, border=GRID)


def _codes(sheet: Worksheet, units: pd.DataFrame, scheme: Scheme) -> None:
    names = ARABIC | scheme.arabic
    columns = [UNIT, BEFORE, SENTENCE, *scheme.arabic, NOTES]
    set_widths(sheet, [WIDTHS.get(name, CODE_WIDTH) for name in columns])
    headings = {at: heading(name, names[name]) for at, name in enumerate(columns, 1)}
    write_row(sheet, 1, headings, HEAD, fill=SHADE, border=GRID, alignment=CENTRED)
    sheet.column_dimensions["A"].hidden = True
    for row, unit in enumerate(units.itertuples(), 2):
        write_row(sheet, row, {2: unit.before}, QUIET, border=GRID)
        write_row(sheet, row, {1: unit.unit, 3: unit.text}, TEXT, border=GRID)
        for column in range(4, len(columns) + 1):
            _to_fill(sheet.cell(row, column))
    sheet.freeze_panes = "A2"
    if len(units):
        sheet.add_data_validation(_drop_down(f"D2:{get_column_letter(len(columns) - 1)}{len(units) + 1}"))


def _to_fill(cell: Cell) -> None:
    cell.protection = Protection(locked=False)
    cell.border, cell.font, cell.alignment = GRID, TEXT, CENTRED


def _drop_down(cells: str) -> DataValidation:
    codes = DataValidation(type="list", formula1='"1,0"', allow_blank=True, showErrorMessage=True)
    codes.errorTitle, codes.error = "1 / 0", "1 = present, 0 = absent, empty = not coded"
    codes.add(cells)
    return codes
