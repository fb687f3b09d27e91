"""Figure: how much of each outlet's words is its own, and how much is reported or quoted."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.counts import ARTICLE, OUTLET, WORD, counted
from analysis.charts.legend import Key
from analysis.charts.modes import NAMES, fill
from analysis.charts.outlets import by_outlet
from analysis.charts.sheet import nothing
from analysis.charts.stacked import SHOWN, Row, Segment, draw_stacked
from analysis.charts.style import style
from analysis.charts.text import label

TITLE = "كلام الوسيلة وما تنقله عن غيرها"
NOTE = "طول العمود: كلمات الوسيلة كلها. النسبة: حصة كل نوع منها."
INTERVAL_NOTE = " بين القوسين: فترة عدم اليقين."


def voice_shares(table: pd.DataFrame) -> Figure:
    """Return one stacked bar per outlet, right to left: the shares of its words that are own, reported and quoted.

    `table`: one row per outlet and mode with outlet, outlet_name_ar, outlet_name_en, mode (own, indirect or
    direct), n_documents, n_words (of the outlet), n_in (of the mode), share (0..1), low, high (null: no
    interval), href (null or an address). Outlets stand in the table's order; of more than 20, the 20 with the
    lowest own share are shown, the lowest first, and the title says so.
    """
    if unknown := sorted(set(table["mode"]) - set(NAMES)):
        raise ValueError(f"voice_shares: no name for the mode {unknown[0]!r}")
    outlets = list(by_outlet(table))
    rows = [_row(name, rows) for name, rows in outlets]
    title = TITLE
    if len(rows) > SHOWN:
        rows = sorted(rows, key=lambda row: (row.length() == 0, row.segments[0].length))[:SHOWN]
        title += f": أدنى {counted(SHOWN, OUTLET)} في حصة كلامها من أصل {counted(len(outlets), OUTLET)}"
    note = NOTE + (INTERVAL_NOTE if table[["low", "high"]].notna().all(axis=1).any() else "")
    keys = [Key(name, fill(mode)) for mode, name in NAMES.items()]
    with style():
        return draw_stacked(rows, title, keys, note, _scale) if rows else nothing()


def _row(name: str, rows: pd.DataFrame) -> Row:
    first, modes = rows.iloc[0], {row["mode"]: row for row in rows.to_dict("records")}
    under = f"{counted(first['n_documents'], ARTICLE)}، {counted(first['n_words'], WORD)}"
    segments = [_segment(mode, modes.get(mode)) for mode in NAMES]
    return Row(name, under, segments, "" if any(segment.length for segment in segments) else "–")


def _segment(mode: str, row: dict | None) -> Segment:
    if row is None or pd.isna(row["share"]) or not row["n_in"]:
        return Segment(0.0, fill(mode))
    text = f"{row['share']:.0%}"
    if pd.notna(row["low"]) and pd.notna(row["high"]):
        text += f" ({100 * row['low']:.0f} إلى {100 * row['high']:.0f})"
    return Segment(row["share"], fill(mode), NAMES[mode], text, row["href"])


def _scale(limit: float) -> tuple[list[float], list[str]]:
    ticks = [0, 0.25, 0.5, 0.75, 1]
    return ticks, [label(f"{tick:.0%}") for tick in ticks]
