"""Texts in the cells of a worksheet: as text whatever they begin with, in their direction, in rows that show them."""

from collections.abc import Iterable, Mapping

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from analysis.coding.units import shown
from analysis.pages.html import is_arabic

TITLE, HEAD = Font(name="Arial", size=14, bold=True), Font(name="Arial", size=10, bold=True)
TEXT, SMALL = Font(name="Arial", size=12), Font(name="Arial", size=10)
QUIET = Font(name="Arial", size=10, color="57606A")
CENTRED = Alignment(horizontal="center", vertical="top", wrap_text=True)
SHADE = PatternFill("solid", fgColor="E8ECF0")
THIN = Side(style="thin", color="C8CED6")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
LEADING = 1.35  # height of a line of Arabic over the size of its font
TALLEST = 409  # points; Excel allows no taller row


def set_widths(sheet: Worksheet, widths: Iterable[int]) -> None:
    """Give the columns, from the first, their widths in characters."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def merge(sheet: Worksheet, row: int, first: int, last: int) -> None:
    """Make one cell of a row's cells from `first` to `last`."""
    sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)


def write_row(sheet: Worksheet, row: int, texts: Mapping[int, str], font: Font, **look) -> None:
    """Write texts, by column from 1, into a row as tall as all its texts need; look: border, fill, alignment.

    The height is set because neither LibreOffice nor every Excel measures wrapped text on opening. Hidden columns
    do not count. The columns' widths and merged cells must stand already.
    """
    lines = 1
    for column, text in texts.items():
        _write(sheet.cell(row, column), text, font, look)
        if not sheet.column_dimensions[get_column_letter(column)].hidden:
            lines = max(lines, _lines(shown(text), _width(sheet, row, column)))
    line = sheet.row_dimensions[row]
    line.height = min(TALLEST, max(line.height or 0, round(lines * font.size * LEADING) + 3))


def _write(cell: Cell, text: str, font: Font, look: Mapping) -> None:
    cell.value = shown(text)
    cell.data_type = "s"  # else "=1+1" were a formula and "#N/A" an error
    cell.number_format = "@"
    cell.font = font
    direction = 2 if is_arabic(text) else 1  # ECMA-376, 18.8.1: 1 left to right, 2 right to left
    side = "right" if direction == 2 else "left"
    cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True, readingOrder=direction, indent=1)
    for name, value in look.items():
        setattr(cell, name, value)


def _width(sheet: Worksheet, row: int, column: int) -> float:
    ranges = (cells for cells in sheet.merged_cells.ranges if (cells.min_row, cells.min_col) == (row, column))
    last = next((cells.max_col for cells in ranges), column)
    return sum(sheet.column_dimensions[get_column_letter(at)].width for at in range(column, last + 1))


def _lines(text: str, width: float) -> int:
    return sum(max(1, -(-len(part) // int(width))) for part in text.split("\n"))
