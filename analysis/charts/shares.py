"""Figure: which share of each outlet's sentences carries each frame."""

from typing import NamedTuple
from urllib.parse import urlsplit

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.charts.counts import ARTICLE, SENTENCE, counted
from analysis.charts.sheet import (
    MARGIN,
    NOTE_SIZE,
    Sheet,
    height,
    note_lines,
    nothing,
    scale_ticks,
    write_beside,
)
from analysis.charts.style import BAR, BLANK, INK, MUTED, style
from analysis.charts.text import label, width, wrapped

PANELS_IN_BAND = 4
PANEL_ACROSS = {1: 300, 2: 220, 3: 180}  # points, by the number of outlets; more share the page
PANEL_ACROSS_OF_MANY = 160
GAP = 22
ROW = 20
TICKS_DOWN = 18
NAME_SIZE, COUNT_SIZE, FRAME_SIZE, VALUE_SIZE = 10.5, 8, 9.5, 8
WIDEST_FRAME = 110

NOTE = "طول العمود: نسبة الجمل التي يرد فيها الإطار. الرقم: عدد جمل الإطار / عدد الجمل المرمّزة."
INTERVAL_NOTE = " الخط الداكن: فترة عدم اليقين."


class Panel(NamedTuple):
    """One outlet: the two texts of its head and its rows of the table by frame."""

    name: str
    counts: str
    rows: dict[str, dict]

    def head(self) -> float:
        """Return the height of the two texts in points."""
        return height(self.name, NAME_SIZE) + height(self.counts, COUNT_SIZE) + 6


def frame_shares(table: pd.DataFrame) -> Figure:
    """Return small multiples of frame shares: a panel per outlet from right to left, a row per frame.

    `table`: one row per outlet and frame with outlet, outlet_name_ar, outlet_name_en, frame, name_ar,
    n_documents, n_sentences, n_with, share (0..1), low, high (null: no interval), href (null or an address:
    the bar becomes a link). Panels and rows stand in the table's order; a pair that it lacks stays blank.
    """
    with style():
        return nothing() if table.empty else _drawn(table)


def _drawn(table: pd.DataFrame) -> Figure:
    across = PANEL_ACROSS.get(table["outlet"].nunique(dropna=False), PANEL_ACROSS_OF_MANY)
    panels = [_panel(rows, across) for _, rows in table.groupby("outlet", sort=False, dropna=False)]
    bands = [panels[i : i + PANELS_IN_BAND] for i in range(0, len(panels), PANELS_IN_BAND)]
    frames = _frames(table)
    begin = MARGIN + max(width(name, FRAME_SIZE) for name in frames.values()) + 8
    sheet_across = begin + len(bands[0]) * (across + GAP) - GAP + MARGIN
    note = note_lines(_note(table), sheet_across)
    heads = [max(panel.head() for panel in band) for band in bands]
    band_down = len(frames) * ROW + TICKS_DOWN + GAP
    bands_down = sum(heads) + len(bands) * band_down
    sheet = Sheet(sheet_across, 2 * MARGIN + bands_down + height(note, NOTE_SIZE) - GAP / 2)
    limit, top = _limit(table, across), MARGIN
    for band, head in zip(bands, heads, strict=True):
        top += head
        _write_frames(sheet, frames, begin, top)
        for place, panel in enumerate(band):
            _draw_panel(sheet, panel, list(frames), limit, (begin + place * (across + GAP), top, across))
        top += band_down
    sheet.write(note, MARGIN, top - GAP / 2, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _panel(rows: pd.DataFrame, across: float) -> Panel:
    first = rows.iloc[0]
    names = (first["outlet_name_ar"], first["outlet_name_en"], first["outlet"])
    name = next((name for name in names if isinstance(name, str) and name.strip()), "؟")
    counts = f"{counted(first['n_documents'], ARTICLE)}، {counted(first['n_sentences'], SENTENCE)}"
    return Panel(
        wrapped(name, across, NAME_SIZE, "bold", lines=3),
        counts,
        {row["frame"]: row for row in rows.to_dict("records")},
    )


def _frames(table: pd.DataFrame) -> dict[str, str]:
    names = dict(zip(table["frame"], table["name_ar"], strict=True))
    return {frame: wrapped(name, WIDEST_FRAME, FRAME_SIZE, lines=1) for frame, name in names.items()}


def _note(table: pd.DataFrame) -> str:
    return NOTE + (INTERVAL_NOTE if table[["low", "high"]].notna().all(axis=1).any() else "")


def _limit(table: pd.DataFrame, across: float) -> float:
    """Return the share at the panels' far side: the least that leaves every bar room for its value."""
    ends = table[["share", "high"]].max(axis=1).fillna(0)
    room = [across - width(_value(row), VALUE_SIZE) - 8 for row in table.to_dict("records")]
    return (ends * across / room).max() or 1.0


def _value(row: dict) -> str:
    return f"{row['n_with']:,}/{row['n_sentences']:,}"


def _write_frames(sheet: Sheet, frames: dict[str, str], begin: float, top: float) -> None:
    for row, name in enumerate(frames.values()):
        middle = top + (row + 0.5) * ROW
        sheet.write(name, begin - 8, middle - height(name, FRAME_SIZE) / 2, FRAME_SIZE, ha="left")


def _draw_panel(sheet: Sheet, panel: Panel, frames: list[str], limit: float, box: tuple) -> None:
    right, top, across = box
    sheet.write(panel.name, right, top - panel.head(), NAME_SIZE, weight="bold")
    sheet.write(panel.counts, right, top - height(panel.counts, COUNT_SIZE) - 6, COUNT_SIZE, color=MUTED)
    axes = sheet.axes(right, top, across, len(frames) * ROW)
    axes.set_xlim(limit, 0)
    axes.set_ylim(len(frames) - 0.5, -0.5)
    axes.set_xticks(*scale_ticks(limit))
    for place, frame in enumerate(frames):
        if frame in panel.rows:
            _draw_row(axes, place, panel.rows[frame])
    if not any(row["n_with"] for row in panel.rows.values()):
        middle = (limit / 2, (len(frames) - 1) / 2)
        axes.text(*middle, label("لا شيء"), ha="center", va="center", size=12, color=MUTED, bbox=BLANK)


def _draw_row(axes: Axes, place: int, row: dict) -> None:
    share = row["share"] if pd.notna(row["share"]) else 0.0
    link, end = _link(row["href"]), share
    for bar in axes.barh(place, share, height=0.62, color=BAR):
        bar.set_url(link)
    if pd.notna(row["low"]) and pd.notna(row["high"]):
        axes.plot([row["low"], row["high"]], [place, place], color=INK, linewidth=1.3, solid_capstyle="butt")
        end = max(share, row["high"])
    write_beside(axes, _value(row), end, place, size=VALUE_SIZE, url=link)


def _link(href: object) -> str | None:
    """Return the address if a figure may carry it: a page beside it or on the web, never a script."""
    return href if isinstance(href, str) and urlsplit(href).scheme in ("", "http", "https") else None
