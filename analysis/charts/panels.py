"""Small multiples: panels from right to left in bands, with the same rows of bars in each."""

from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.charts import doubt
from analysis.charts.legend import Key, Legend
from analysis.charts.sheet import MARGIN, NOTE_SIZE, Sheet, height, link, note_lines, scale_ticks, write_beside
from analysis.charts.style import BLANK, INK, MUTED, Fill
from analysis.charts.text import label, width, wrapped

PANELS_IN_BAND = 4
PANEL_ACROSS = {1: 300, 2: 220, 3: 180}  # points, by the number of panels; more share the page
PANEL_ACROSS_OF_MANY = 160
GAP = 22
ROW = 20
TICKS_DOWN = 18
NAME_SIZE, COUNT_SIZE, ROW_SIZE, VALUE_SIZE = 10.5, 8, 9.5, 8
WIDEST_ROW = 150


class Segment(NamedTuple):
    """A part of a bar; its length is a share (0..1)."""

    length: float
    fill: Fill
    href: object = None  # an address: the segment becomes a link


class Bar(NamedTuple):
    """A row of a panel: its segments from right to left, the text beside, and an interval or None."""

    segments: list[Segment]
    text: str
    interval: tuple[float, float] | None = None
    doubtful: bool = False  # drawn paler; the name of its row bears the mark

    def length(self) -> float:
        """Return the share at which its segments end."""
        return sum(segment.length for segment in self.segments)

    def end(self) -> float:
        """Return the share at which its marks end."""
        return max(self.length(), self.interval[1]) if self.interval else self.length()

    def link(self) -> str | None:
        """Return the address of the text beside it: that of its segments where they share one."""
        hrefs = {segment.href for segment in self.segments if isinstance(segment.href, str)}
        return link(hrefs.pop()) if len(hrefs) == 1 else None


class Panel(NamedTuple):
    """One panel: the two texts of its head, and its bars by row."""

    name: str
    counts: str
    bars: dict[str, Bar]

    def head(self) -> float:
        """Return the height of the two texts in points."""
        return height(self.name, NAME_SIZE) + height(self.counts, COUNT_SIZE) + 6


def draw_panels(panels: list[Panel], rows: dict[str, str], note: str, keys: list[Key] | None = None) -> Figure:
    """Return the figure of `panels`; `rows`: the name of each row; a row that a panel lacks stays blank there.

    The names of rows that are in doubt come marked (`doubt.marked`).
    """
    note += doubt.NOTE if any(bar.doubtful for panel in panels for bar in panel.bars.values()) else ""
    across = PANEL_ACROSS.get(len(panels), PANEL_ACROSS_OF_MANY)
    panels = [panel._replace(name=wrapped(panel.name, across, NAME_SIZE, "bold", lines=3)) for panel in panels]
    bands = [panels[i : i + PANELS_IN_BAND] for i in range(0, len(panels), PANELS_IN_BAND)]
    rows = {row: doubt.fitted(name, WIDEST_ROW, ROW_SIZE, 1) for row, name in rows.items()}
    begin = MARGIN + max(width(name, ROW_SIZE) for name in rows.values()) + 8
    sheet_across = begin + len(bands[0]) * (across + GAP) - GAP + MARGIN
    note, legend = note_lines(note, sheet_across), Legend(keys or [], sheet_across)
    heads = [max(panel.head() for panel in band) for band in bands]
    band_down = len(rows) * ROW + TICKS_DOWN + GAP
    bands_down = sum(heads) + len(bands) * band_down
    sheet = Sheet(sheet_across, 2 * MARGIN + legend.down + bands_down + height(note, NOTE_SIZE) - GAP / 2)
    legend.draw(sheet, MARGIN)
    limit, top = _limit(panels, across), MARGIN + legend.down
    for band, head in zip(bands, heads, strict=True):
        top += head
        _write_rows(sheet, rows, begin, top)
        for place, panel in enumerate(band):
            _draw_panel(sheet, panel, list(rows), limit, (begin + place * (across + GAP), top, across))
        top += band_down
    sheet.write(note, MARGIN, top - GAP / 2, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _limit(panels: list[Panel], across: float) -> float:
    """Return the share at the panels' far side: the least that leaves every bar room for its text."""
    bars = [bar for panel in panels for bar in panel.bars.values()]
    return max(bar.end() * across / (across - width(bar.text, VALUE_SIZE) - 8) for bar in bars) or 1.0


def _write_rows(sheet: Sheet, rows: dict[str, str], begin: float, top: float) -> None:
    for row, name in enumerate(rows.values()):
        middle = top + (row + 0.5) * ROW
        sheet.write(name, begin - 8, middle - height(name, ROW_SIZE) / 2, ROW_SIZE, ha="left")


def _draw_panel(sheet: Sheet, panel: Panel, rows: list[str], limit: float, box: tuple) -> None:
    right, top, across = box
    sheet.write(panel.name, right, top - panel.head(), NAME_SIZE, weight="bold")
    sheet.write(panel.counts, right, top - height(panel.counts, COUNT_SIZE) - 6, COUNT_SIZE, color=MUTED)
    axes = sheet.axes(right, top, across, len(rows) * ROW)
    axes.set_xlim(limit, 0)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xticks(*scale_ticks(limit))
    for place, row in enumerate(rows):
        if row in panel.bars:
            _draw_bar(axes, place, panel.bars[row])
    if not any(bar.length() for bar in panel.bars.values()):
        middle = (limit / 2, (len(rows) - 1) / 2)
        axes.text(*middle, label("لا شيء"), ha="center", va="center", size=12, color=MUTED, bbox=BLANK)


def _draw_bar(axes: Axes, place: int, bar: Bar) -> None:
    begun = 0.0
    for segment in bar.segments:
        fill = segment.fill.paler() if bar.doubtful else segment.fill
        axes.barh(place, segment.length, 0.62, left=begun, linewidth=0, url=link(segment.href), **fill.look())
        begun += segment.length
    if bar.interval:
        axes.plot(bar.interval, [place, place], color=INK, linewidth=1.3, solid_capstyle="butt")
    write_beside(axes, bar.text, bar.end(), place, size=VALUE_SIZE, url=bar.link())
