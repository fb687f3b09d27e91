"""Stacked bars: a row per item, its parts one after the other from right to left."""

from collections.abc import Callable
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.charts.legend import Key, Legend
from analysis.charts.sheet import MARGIN, NOTE_SIZE, Sheet, height, link, note_lines, write_beside
from analysis.charts.style import BLANK, MUTED, Fill
from analysis.charts.text import label, width, wrapped

SHOWN = 20  # rows that fit on one page
BAR_ACROSS = 360  # points that the longest bar takes
BESIDE_ACROSS = 40  # at least
ROW = 30
TITLE_SIZE, NAME_SIZE, UNDER_SIZE, SEGMENT_SIZE, BESIDE_SIZE = 11, 9.5, 7.5, 8, 9
TICKS_DOWN = 24
WIDEST_NAME = 160


class Segment(NamedTuple):
    """A part of a bar; its text stands on it where it fits, else beside the bar, with its name."""

    length: float
    fill: Fill
    name: str = ""
    text: str = ""
    href: object = None  # an address: the segment becomes a link

    def fits(self, points: float) -> bool:
        """Return whether the text fits into `points`."""
        return width(self.text, SEGMENT_SIZE) + 8 <= points


class Row(NamedTuple):
    """One bar: the name before it, the text under the name, its segments, the text beside it."""

    name: str
    under: str
    segments: list[Segment]
    beside: str = ""

    def length(self) -> float:
        """Return the length of all its segments."""
        return sum(segment.length for segment in self.segments)


Scale = Callable[[float], tuple[list[float], list[str]]]  # where the scale ends → its ticks and their texts


def draw_stacked(rows: list[Row], title: str, keys: list[Key], note: str, scale: Scale) -> Figure:
    """Return the figure of `rows`, all with the same number of segments; there is at least one row."""
    longest = max(*(row.length() for row in rows), 1)
    rows = [_fitted(row, BAR_ACROSS / longest) for row in rows]
    begin = MARGIN + max(max(width(row.name, NAME_SIZE), width(row.under, UNDER_SIZE)) for row in rows) + 10
    axes_across = BAR_ACROSS + max(BESIDE_ACROSS, *(width(row.beside, BESIDE_SIZE) + 8 for row in rows))
    across = begin + axes_across + MARGIN
    title = wrapped(title, across - 2 * MARGIN, TITLE_SIZE, "bold")
    legend, note = Legend(keys, across), note_lines(note, across)
    legend_top = MARGIN + height(title, TITLE_SIZE) + 4
    top = legend_top + legend.down + 8
    note_top = top + len(rows) * ROW + TICKS_DOWN
    sheet = Sheet(across, note_top + height(note, NOTE_SIZE) + MARGIN)
    sheet.write(title, MARGIN, MARGIN, TITLE_SIZE, weight="bold")
    legend.draw(sheet, legend_top)
    for place, row in enumerate(rows):
        alone = 0 if row.under else 6
        sheet.write(row.name, begin - 8, top + place * ROW + alone, NAME_SIZE, ha="left")
        sheet.write(row.under, begin - 8, top + place * ROW + 14, UNDER_SIZE, ha="left", color=MUTED)
    axes = sheet.axes(begin, top, axes_across, len(rows) * ROW)
    limit = longest * axes_across / BAR_ACROSS
    axes.set_xlim(limit, 0)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xticks(*scale(limit))
    _draw_bars(axes, rows)
    sheet.write(note, MARGIN, note_top, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _fitted(row: Row, scale: float) -> Row:
    """Return the row with its names shortened, and the texts that find no room on their segments beside the bar."""
    name = wrapped(row.name, WIDEST_NAME, NAME_SIZE, lines=1)
    under = wrapped(row.under, WIDEST_NAME, UNDER_SIZE, lines=1)
    segments, beside = [], [row.beside] if row.beside else []
    for segment in row.segments:
        if segment.text and not segment.fits(segment.length * scale):
            beside.append(f"{segment.name} {segment.text}")
            segment = segment._replace(text="")
        segments.append(segment)
    return Row(name, under, segments, "، ".join(beside))


def _draw_bars(axes: Axes, rows: list[Row]) -> None:
    begun = [0.0] * len(rows)
    for segments in zip(*(row.segments for row in rows), strict=True):
        for place, segment in enumerate(segments):
            _draw_segment(axes, segment, begun[place], place)
            begun[place] += segment.length
    for place, row in enumerate(rows):
        write_beside(axes, row.beside, begun[place], place)


def _draw_segment(axes: Axes, segment: Segment, begun: float, place: int) -> None:
    url = link(segment.href)
    axes.barh(place, segment.length, 0.55, left=begun, linewidth=0.6, url=url, **segment.fill.look())
    if segment.text:
        look = {"ha": "center", "va": "center", "size": SEGMENT_SIZE, "bbox": BLANK, "url": url}
        axes.text(begun + segment.length / 2, place, label(segment.text), **look)
