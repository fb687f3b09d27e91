"""Figure: how far the codebook agrees with the coders on each frame."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.charts import doubt
from analysis.charts.sheet import MARGIN, NOTE_SIZE, Sheet, height, link, note_lines, nothing
from analysis.charts.style import INK, MUTED, PAPER, blended, style
from analysis.charts.text import label, width, wrapped

# Krippendorff (2004, Content Analysis, 2nd ed., p. 241): rely on variables with alpha ≥ .800; from .667 on draw
# tentative conclusions only.
TENTATIVE, RELIABLE = 0.667, 0.800
BELOW, ABOVE = "دونه لا يُستنتج شيء", "فوقه يُعتمد عليه"
UNDEFINED = "لا يُحسب"
COLUMNS = {"alpha": "ألفا", "f1": "F1", "n_coded": "جمل الإطار"}
AXES_ACROSS, COLUMN, ROW = 380, 56, 22
HEAD, TICKS_DOWN, CLEAR = 22, 20, 14  # the texts of the thresholds, those of the ticks, the room beside the axes
WIDEST_ROW = 150
TITLE_SIZE, ROW_SIZE, VALUE_SIZE = 11, 9.5, 8.5
TITLE = "اتفاق المعجم مع المرمّزين في كل إطار"
NOTE = "النقطة: ألفا كريبندورف بين ما يجده المعجم وما استقر عليه المرمّزون. الخط: فترة عدم اليقين."
BETWEEN_NOTE = " الحلقة: ألفا المرمّزين فيما بينهم."


def agreement(table: pd.DataFrame) -> Figure:
    """Return alpha by frame: a point with its interval on an axis from right to left, and figures beside.

    `table`: one row per frame with frame, name_ar, n_coded, f1 (0..1), alpha, low, high (-1..1; each null where
    not defined), href (null or an address: the marks and figures become a link), and maybe between (alpha of
    the coders with each other, -1..1 or null: a ring) and doubtful. Frames stand in the table's order. The axis
    runs from 0, or the least of its values, to 1.
    """
    table = doubt.decided(table)
    table = table if "between" in table else table.assign(between=None)
    rows = table.to_dict("records")
    with style():
        return _drawn(rows, _least(table)) if rows else nothing()


def _least(table: pd.DataFrame) -> float:
    values = table[["alpha", "low", "high", "between"]].astype(float)
    return min([0.0, *values.min().dropna()])


def _drawn(rows: list[dict], least: float) -> Figure:
    names = [doubt.fitted(doubt.marked(row["name_ar"], row["doubtful"]), WIDEST_ROW, ROW_SIZE, 1) for row in rows]
    begin = MARGIN + max(width(name, ROW_SIZE) for name in names) + CLEAR
    across = begin + AXES_ACROSS + CLEAR + len(COLUMNS) * COLUMN + MARGIN
    title, note = wrapped(TITLE, across - 2 * MARGIN, TITLE_SIZE, "bold"), note_lines(_note(rows), across)
    head_top = MARGIN + height(title, TITLE_SIZE) + 4
    top = head_top + HEAD
    note_top = top + len(rows) * ROW + TICKS_DOWN
    sheet = Sheet(across, note_top + height(note, NOTE_SIZE) + MARGIN)
    sheet.write(title, MARGIN, MARGIN, TITLE_SIZE, weight="bold")
    _write_heads(sheet, begin, head_top, AXES_ACROSS / (1 - least))
    axes = sheet.axes(begin, top, AXES_ACROSS, len(rows) * ROW)
    axes.set_xlim(1, least)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    _scale(axes, least)
    for place, (name, row) in enumerate(zip(names, rows, strict=True)):
        row_top = top + place * ROW
        sheet.write(name, begin - CLEAR, row_top + (ROW - height(name, ROW_SIZE)) / 2, ROW_SIZE, ha="left")
        _draw_points(axes, row, place)
        _write_figures(sheet, row, begin + AXES_ACROSS + CLEAR, row_top + (ROW - height("", VALUE_SIZE)) / 2)
    sheet.write(note, MARGIN, note_top, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _note(rows: list[dict]) -> str:
    between = BETWEEN_NOTE if any(pd.notna(row["between"]) for row in rows) else ""
    return NOTE + between + (doubt.NOTE if any(row["doubtful"] for row in rows) else "")


def _write_heads(sheet: Sheet, begin: float, top: float, scale: float) -> None:
    """Write what the thresholds mean, each on its side of the line, and the names of the figures."""
    far = begin + AXES_ACROSS
    sheet.write(BELOW, far - (1 - TENTATIVE) * scale - 2, top + 4, NOTE_SIZE, ha="left", color=MUTED)
    sheet.write(ABOVE, far - (1 - RELIABLE) * scale + 2, top + 4, NOTE_SIZE, color=MUTED)
    for place, name in enumerate(COLUMNS.values()):
        sheet.write(name, far + CLEAR + (place + 0.5) * COLUMN, top + 2, VALUE_SIZE, ha="center", color=MUTED)


def _scale(axes: Axes, least: float) -> None:
    ticks = [tick / 5 for tick in range(-5, 3) if tick / 5 >= least]
    texts = [f"{tick:.1g}" for tick in ticks]
    axes.set_xticks([*ticks, TENTATIVE, RELIABLE, 1], [label(text) for text in (*texts, "0.667", "0.800", "1")])
    for threshold in (TENTATIVE, RELIABLE):
        axes.axvline(threshold, color=MUTED, linewidth=0.8, zorder=1)


def _draw_points(axes: Axes, row: dict, place: int) -> None:
    colour = blended(INK, 0.5) if row["doubtful"] else INK
    look = {"color": colour, "url": link(row["href"]), "clip_on": False}
    if pd.notna(row["low"]) and pd.notna(row["high"]):
        axes.plot([row["low"], row["high"]], [place, place], linewidth=1.3, solid_capstyle="butt", **look)
    if pd.notna(row["between"]):
        ring = {"markersize": 10, "markerfacecolor": "none", "markeredgewidth": 1.2}
        axes.plot([row["between"]], [place], "o", **ring, **look)
    if pd.notna(row["alpha"]):
        axes.plot([row["alpha"]], [place], "o", markersize=6, markeredgecolor=PAPER, **look)


def _write_figures(sheet: Sheet, row: dict, right: float, top: float) -> None:
    texts = [_figure(row["alpha"]), _figure(row["f1"]), f"{row['n_coded']:,}"]
    for place, text in enumerate(texts):
        middle = right + (place + 0.5) * COLUMN
        sheet.write(text, middle, top, VALUE_SIZE, ha="center", url=link(row["href"]))


def _figure(value: float | None) -> str:
    return f"{value:.2f}" if pd.notna(value) else UNDEFINED
