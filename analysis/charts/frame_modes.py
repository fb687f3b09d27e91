"""Figure: in whose words each outlet's sentences carry each frame."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.counts import ARTICLE, SENTENCE, counted
from analysis.charts.doubt import decided, frame_names
from analysis.charts.legend import Key
from analysis.charts.modes import NAMES, fill
from analysis.charts.outlets import by_outlet
from analysis.charts.panels import Bar, Panel, Segment, draw_panels
from analysis.charts.sheet import nothing
from analysis.charts.style import style

MODES = ("own", "direct", "indirect")  # a sentence counts for the first in which it carries the frame
NOTE = "طول العمود: نسبة الجمل التي يرد فيها الإطار. الرقم: عدد جمل الإطار / عدد الجمل المرمّزة."


def frame_modes(table: pd.DataFrame) -> Figure:
    """Return small multiples of frame shares by mode: a panel per outlet from right to left, a row per frame.

    `table`: one row per outlet, frame and mode with outlet, outlet_name_ar, outlet_name_en, n_sentences (of the
    outlet), frame, name_ar, mode (own, direct or indirect), n_with (sentences, each in one mode), share (of
    n_sentences, 0..1), href (null or an address: the segment becomes a link), and maybe n_documents (of the
    outlet) and doubtful (one value per frame). Panels and rows stand in the table's order.
    """
    if unknown := sorted(set(table["mode"]) - set(MODES)):
        raise ValueError(f"frame_modes: no name for the mode {unknown[0]!r}")
    table = decided(table)
    panels = [_panel(name, rows) for name, rows in by_outlet(table)]
    with style():
        keys = [Key(NAMES[mode], fill(mode)) for mode in MODES]
        return draw_panels(panels, frame_names(table), NOTE, keys) if panels else nothing()


def _panel(name: str, rows: pd.DataFrame) -> Panel:
    counts = counted(rows["n_sentences"].iloc[0], SENTENCE)
    if "n_documents" in rows:
        counts = f"{counted(rows['n_documents'].iloc[0], ARTICLE)}، {counts}"
    return Panel(name, counts, {frame: _bar(modes) for frame, modes in rows.groupby("frame", sort=False)})


def _bar(rows: pd.DataFrame) -> Bar:
    first, modes = rows.iloc[0], {row["mode"]: row for row in rows.to_dict("records")}
    segments = [_segment(mode, modes.get(mode)) for mode in MODES]
    text = f"{rows['n_with'].sum():,}/{first['n_sentences']:,}"
    return Bar(segments, text, doubtful=bool(first["doubtful"]))


def _segment(mode: str, row: dict | None) -> Segment:
    if row is None or not row["n_with"]:
        return Segment(0.0, fill(mode))
    return Segment(row["share"], fill(mode), row["href"])
