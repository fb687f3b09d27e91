"""Figure: whose words each outlet passes on."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.counts import ARTICLE, WORD, counted
from analysis.charts.legend import Key
from analysis.charts.modes import NAMES, UNNAMED, fill
from analysis.charts.outlets import by_outlet
from analysis.charts.panels import Bar, Panel, Segment, draw_panels
from analysis.charts.sheet import nothing
from analysis.charts.style import style

MODES = ("direct", "indirect")
NOTE = "طول العمود: حصة المتحدث من كلمات الوسيلة كلها. الرقم: عدد كلماته فيها."


def speaker_shares(table: pd.DataFrame) -> Figure:
    """Return small multiples of speakers' shares: a panel per outlet from right to left, a row per speaker.

    `table`: one row per outlet and speaker with outlet, outlet_name_ar, outlet_name_en, speaker ('': nobody is
    named), n_documents (in which the speaker speaks), n_words (of the outlet), n_direct and n_indirect (words of
    the speaker), share (of the outlet's words, 0..1), n_articles (of the outlet), href (null or an address).
    Panels and rows stand in the table's order; a pair that it lacks stays blank.
    """
    table = table.assign(speaker=table["speaker"].fillna(""))
    panels = [_panel(name, rows) for name, rows in by_outlet(table)]
    speakers = {speaker: speaker.strip() or UNNAMED for speaker in table["speaker"]}
    with style():
        keys = [Key(NAMES[mode], fill(mode)) for mode in MODES]
        return draw_panels(panels, speakers, NOTE, keys) if panels else nothing()


def _panel(name: str, rows: pd.DataFrame) -> Panel:
    first = rows.iloc[0]
    counts = f"{counted(first['n_articles'], ARTICLE)}، {counted(first['n_words'], WORD)}"
    return Panel(name, counts, {row["speaker"]: _bar(row) for row in rows.to_dict("records")})


def _bar(row: dict) -> Bar:
    words = row["n_direct"] + row["n_indirect"]
    share = row["share"] if words and pd.notna(row["share"]) else 0.0
    segments = [Segment(share * row[f"n_{mode}"] / (words or 1), fill(mode), row["href"]) for mode in MODES]
    return Bar(segments, counted(words, WORD) if words else "0")
