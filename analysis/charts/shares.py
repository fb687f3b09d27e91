"""Figure: which share of each outlet's sentences carries each frame."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.counts import ARTICLE, SENTENCE, counted
from analysis.charts.doubt import decided, frame_names
from analysis.charts.outlets import by_outlet
from analysis.charts.panels import Bar, Panel, Segment, draw_panels
from analysis.charts.sheet import nothing
from analysis.charts.style import BAR, Fill, style

NOTE = "طول العمود: نسبة الجمل التي يرد فيها الإطار. الرقم: عدد جمل الإطار / عدد الجمل المرمّزة."
INTERVAL_NOTE = " الخط الداكن: فترة عدم اليقين."


def frame_shares(table: pd.DataFrame) -> Figure:
    """Return small multiples of frame shares: a panel per outlet from right to left, a row per frame.

    `table`: one row per outlet and frame with outlet, outlet_name_ar, outlet_name_en, frame, name_ar,
    n_documents, n_sentences, n_with, share (0..1), low, high (null: no interval), href (null or an address:
    the bar becomes a link), and maybe doubtful (one value per frame). Panels and rows stand in the table's
    order; a pair that it lacks stays blank.
    """
    if table.empty:
        with style():
            return nothing()
    table = decided(table)
    panels = [_panel(name, rows) for name, rows in by_outlet(table)]
    intervals = any(bar.interval for panel in panels for bar in panel.bars.values())
    with style():
        return draw_panels(panels, frame_names(table), NOTE + (INTERVAL_NOTE if intervals else ""))


def _panel(name: str, rows: pd.DataFrame) -> Panel:
    first = rows.iloc[0]
    counts = f"{counted(first['n_documents'], ARTICLE)}، {counted(first['n_sentences'], SENTENCE)}"
    return Panel(name, counts, {row["frame"]: _bar(row) for row in rows.to_dict("records")})


def _bar(row: dict) -> Bar:
    share = row["share"] if pd.notna(row["share"]) else 0.0
    interval = (row["low"], row["high"]) if pd.notna(row["low"]) and pd.notna(row["high"]) else None
    text = f"{row['n_with']:,}/{row['n_sentences']:,}"
    return Bar([Segment(share, Fill(BAR), row["href"])], text, interval, row["doubtful"])
