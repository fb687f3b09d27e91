"""Figure: how far down each report has the same thing that was said."""

from functools import partial
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.charts.legend import KEY
from analysis.charts.marks import MarkKey, MarkLegend, point
from analysis.charts.said import BEGIN, LEAST_ROW, Said, reports, said, write_said
from analysis.charts.sheet import MARGIN, NOTE_SIZE, Sheet, height, link, note_lines, nothing
from analysis.charts.style import INK, MUTED, PAPER, SPEAKER_COLOURS, style
from analysis.charts.text import label

MARKERS = "os^DvP"  # of matplotlib, one a report; of more reports each has a number
ACROSS = 300  # points of the scale
APART = 14  # between the middles of two marks that would else cover each other
CLEAR, TICKS_DOWN = 12, 24
TITLE_SIZE, NUMBER_SIZE = 11, 6.5
TICKS = {0: "أول المقال", 0.25: "25%", 0.5: "50%", 0.75: "75%", 1: "آخره"}
TITLE = "في أي موضع من المقال يرد الكلام نفسه"
NOTE = "الموضع: حصة ما قبل الكلام من كلمات المقال. الخط: من أبكر موضع إلى آخر موضع."


class Mark(NamedTuple):
    """What stands for a report: a shape and colour of its own, or a ring around its number."""

    marker: str
    size: float
    look: dict
    number: str = ""


def claim_order(table: pd.DataFrame) -> Figure:
    """Return a scale per claim from the article's beginning (right) to its end (left), with a mark per report.

    `table`: one row per claim and document that has it with event, claim, speaker ('': nobody is named), text,
    doc_id, outlet_name_ar (null or '': the id stands in its place), position (share of the article's words before
    it, 0..1), href (null or an address: the mark becomes a link). Speakers, claims and documents stand in the table's
    order. Up to six reports differ in shape and colour, more bear numbers.
    """
    with style():
        return nothing() if table.empty else _drawn(said(table), reports(table))


def _drawn(entries: list[Said], heads: dict[str, tuple[str, str]]) -> Figure:
    marks = dict(zip(heads, _marks(len(heads)), strict=True))
    across = BEGIN + ACROSS + CLEAR + MARGIN
    keys = [MarkKey(" ".join(head), partial(_draw_key, marks[doc_id])) for doc_id, head in heads.items()]
    legend, note = MarkLegend(keys, across), note_lines(NOTE, across)
    legend_top = MARGIN + height(TITLE, TITLE_SIZE) + 4
    top = legend_top + legend.down
    levels = [_levels([row["position"] * ACROSS for row in entry.reports]) for entry in entries]
    downs = [max(LEAST_ROW, (1 + 2 * max(map(abs, of_entry))) * APART + 8) for of_entry in levels]
    rows_down = sum(entry.head_down() for entry in entries) + sum(downs)
    sheet = Sheet(across, top + rows_down + TICKS_DOWN + height(note, NOTE_SIZE) + MARGIN)
    sheet.write(TITLE, MARGIN, MARGIN, TITLE_SIZE, weight="bold")
    legend.draw(sheet, legend_top)
    axes = _axes(sheet, top, rows_down)
    begun = top
    for entry, of_entry, down in zip(entries, levels, downs, strict=True):
        write_said(sheet, entry, begun, down)
        begun += entry.head_down() + down
        _draw_row(axes, entry.reports, of_entry, begun - top - down / 2, marks)
    sheet.write(note, MARGIN, begun + TICKS_DOWN, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _marks(count: int) -> list[Mark]:
    if count > len(MARKERS):
        ring = {"markerfacecolor": PAPER, "markeredgecolor": INK, "markeredgewidth": 0.8}
        return [Mark("o", 12, ring, f"{number + 1}") for number in range(count)]
    pairs = zip(MARKERS[:count], SPEAKER_COLOURS, strict=False)
    return [Mark(marker, 9, {"markerfacecolor": colour, "markeredgecolor": PAPER}) for marker, colour in pairs]


def _levels(places: list[float]) -> list[int]:
    """Return for each place (points) how many steps it moves down, 0, 1, -1, 2, -2, so that none covers another."""
    ends: list[float] = []
    found = [0] * len(places)
    for place, at in sorted(enumerate(places), key=lambda pair: pair[1]):
        level = next((level for level, end in enumerate(ends) if end + APART <= at), len(ends))
        ends[level : level + 1] = [at]
        found[place] = (level + 1) // 2 * (1 if level % 2 else -1)
    return found


def _axes(sheet: Sheet, top: float, down: float) -> Axes:
    """Return axes whose scale runs to the left from 0 to 1, and down in points."""
    axes = sheet.axes(BEGIN, top, ACROSS, down)
    axes.set_xlim(1, 0)
    axes.set_ylim(down, 0)
    axes.set_xticks([*TICKS], [label(text) for text in TICKS.values()])
    return axes


def _draw_row(axes: Axes, rows: list[dict], levels: list[int], middle: float, marks: dict[str, Mark]) -> None:
    places = [row["position"] for row in rows]
    axes.plot([min(places), max(places)], [middle, middle], color=MUTED, linewidth=0.9, zorder=1)
    for row, level in zip(rows, levels, strict=True):
        mark, url = marks[row["doc_id"]], link(row["href"])
        down = middle + level * APART
        drawn = {"marker": mark.marker, "markersize": mark.size, "clip_on": False, "url": url, "zorder": 3}
        axes.plot([row["position"]], [down], **drawn, **mark.look)
        look = {"ha": "center", "va": "center", "size": NUMBER_SIZE, "url": url, "zorder": 4}
        axes.text(row["position"], down, label(mark.number), **look)


def _draw_key(mark: Mark, sheet: Sheet, right: float, top: float) -> None:
    middle = (right + KEY / 2, top + KEY / 2)
    point(sheet, *middle, mark.marker, mark.size, **mark.look)
    sheet.write(mark.number, middle[0], middle[1] - height("", NUMBER_SIZE) / 2, NUMBER_SIZE, ha="center")
