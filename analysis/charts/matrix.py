"""A matrix: rows under group heads, columns from right to left, a number on a tint in each cell."""

from typing import NamedTuple

from matplotlib.figure import Figure

from analysis.charts import doubt
from analysis.charts.sheet import MARGIN, NOTE_SIZE, Sheet, height, link, note_lines
from analysis.charts.style import BAR, MUTED, Fill, blended
from analysis.charts.text import width, wrapped

ROW, HEAD, GAP, INDENT = 19, 24, 1.5, 8
NARROWEST, WIDEST = 44, 84  # cells, by the names of the columns
TITLE_SIZE, HEAD_SIZE, COLUMN_SIZE, ROW_SIZE, CELL_SIZE = 11, 10, 8.5, 9, 8.5
WIDEST_ROW = 170
DEEPEST = 0.8  # of the way from paper to the colour of bars: a number on it can still be read


class Cell(NamedTuple):
    """A number as it is written, and the share (0..1) that its tint shows."""

    text: str
    share: float = 0.0
    href: object = None  # an address: the cell becomes a link
    doubtful: bool = False  # drawn paler; the names of its row or column bear the mark


class Group(NamedTuple):
    """Rows under one head ("": no head): the name of each, and its cells; None is an empty cell, drawn as a dot."""

    head: str
    rows: list[tuple[str, list[Cell | None]]]

    def head_down(self) -> float:
        """Return the points that its head takes."""
        return HEAD if self.head else 0

    def doubtful(self) -> bool:
        """Return whether any cell is in doubt."""
        return any(cell.doubtful for _, cells in self.rows for cell in cells if cell)

    def shortened(self) -> "Group":
        """Return it with names that fit before the cells."""
        return Group(self.head, [(doubt.fitted(name, WIDEST_ROW, ROW_SIZE, 1), cells) for name, cells in self.rows])


def draw_matrix(groups: list[Group], columns: list[str], title: str, note: str) -> Figure:
    """Return the figure of `groups`, each row with a cell for every column or the first of them.

    There is at least one row. The names of what is in doubt come marked (`doubt.marked`).
    """
    note += doubt.NOTE if any(group.doubtful() for group in groups) else ""
    groups = [group.shortened() for group in groups]
    begin = MARGIN + INDENT + max(width(name, ROW_SIZE) for group in groups for name, _ in group.rows) + 12
    cell = min(max(NARROWEST, *(width(name, COLUMN_SIZE) + 12 for name in columns)), WIDEST)
    columns = [doubt.fitted(name, cell - 8, COLUMN_SIZE, 3) for name in columns]
    across = begin + len(columns) * cell + MARGIN
    title, note = wrapped(title, across - 2 * MARGIN, TITLE_SIZE, "bold", lines=3), note_lines(note, across)
    top = MARGIN + height(title, TITLE_SIZE) + 6 + max(height(name, COLUMN_SIZE) for name in columns) + 2
    groups_down = sum(group.head_down() + len(group.rows) * ROW for group in groups)
    sheet = Sheet(across, top + groups_down + 8 + height(note, NOTE_SIZE) + MARGIN)
    sheet.write(title, MARGIN, MARGIN, TITLE_SIZE, weight="bold")
    for place, name in enumerate(columns):
        begun = top - 2 - height(name, COLUMN_SIZE)
        sheet.write(name, begin + (place + 0.5) * cell, begun, COLUMN_SIZE, ha="center", color=MUTED)
    for group in groups:
        head = wrapped(group.head, across - 2 * MARGIN, HEAD_SIZE, "bold", lines=1)
        sheet.write(head, MARGIN, top + 4, HEAD_SIZE, weight="bold")
        top += group.head_down()
        for name, cells in group.rows:
            _draw_row(sheet, name, cells, (begin, top, cell))
            top += ROW
    sheet.write(note, MARGIN, top + 8, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _draw_row(sheet: Sheet, name: str, cells: list[Cell | None], box: tuple) -> None:
    begin, top, across = box
    sheet.write(name, MARGIN + INDENT, top + (ROW - height(name, ROW_SIZE)) / 2, ROW_SIZE)
    text_top = top + (ROW - height("", CELL_SIZE)) / 2
    for place, cell in enumerate(cells):
        right = begin + place * across
        if cell is None:
            sheet.write("·", right + across / 2, text_top, CELL_SIZE, ha="center", color=MUTED)
            continue
        size = (across - 2 * GAP, ROW - 2 * GAP)
        fill = Fill(tint(cell.share))
        sheet.box(right + GAP, top + GAP, *size, fill.paler() if cell.doubtful else fill, cell.href)
        sheet.write(cell.text, right + across / 2, text_top, CELL_SIZE, ha="center", url=link(cell.href))


def deepest(share: float) -> str:
    """Return the sentence of a note that says which share has the deepest tint; nothing for 0."""
    return f" أشده عند {round(100 * share, 1):g}%." if share else ""


def tint(share: float) -> str:
    """Return the colour that stands for a share (0..1): paper for 0."""
    return blended(BAR, DEEPEST * min(max(share, 0.0), 1.0))
