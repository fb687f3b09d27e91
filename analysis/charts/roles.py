"""Figure: how much of each document is body, and what the rest is."""

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from analysis.charts.counts import ARTICLE, counted
from analysis.charts.legend import Key
from analysis.charts.reports import report_heads
from analysis.charts.sheet import nothing
from analysis.charts.stacked import SHOWN, Row, Segment, draw_stacked
from analysis.charts.style import ROLE_COLOURS, Fill, style
from analysis.charts.text import label

NAMES = {
    "body": "متن",
    "headline": "عنوان",
    "deck": "عنوان فرعي",
    "dateline": "مكان وتاريخ",
    "caption": "تعليق صورة",
    "pull_quote": "اقتباس بارز",
    "credit": "مصدر",
    "furniture": "زوائد الصفحة",
}
TITLE = "أحرف المقال بحسب دور السطر"
NOTE = "طول العمود: عدد أحرف المقال من غير الأسطر الفارغة. النسبة: حصة المتن منها."


def line_roles(table: pd.DataFrame) -> Figure:
    """Return one stacked bar per document, right to left: characters by line role, and the body's share.

    `table`: doc_id, outlet_name (null: the id alone is shown), role, n_chars; blank lines are not drawn.
    Documents stand in the table's order; of more than 20, the 20 with the lowest body share are shown, the
    lowest first, and the title says so.
    """
    written = table[table["role"] != "blank"]
    if unknown := sorted(set(written["role"]) - set(NAMES)):
        raise ValueError(f"line_roles: no name for the line role {unknown[0]!r}")
    with style():
        return _drawn(written) if written["n_chars"].any() else nothing()


def _drawn(table: pd.DataFrame) -> Figure:
    counts = _counts(table)
    chars = _shown(counts)
    heads = report_heads(table.drop_duplicates("doc_id").set_index("doc_id")["outlet_name"].loc[chars.index])
    rows = [_row(*head, row) for head, (_, row) in zip(heads, chars.iterrows(), strict=True)]
    keys = [Key(name, Fill(ROLE_COLOURS[role])) for role, name in NAMES.items() if chars[role].any()]
    return draw_stacked(rows, _title(len(counts)), keys, NOTE, _scale)


def _counts(table: pd.DataFrame) -> pd.DataFrame:
    """Return characters by document (in the table's order) and role (in that of NAMES)."""
    counts = table.groupby(["doc_id", "role"])["n_chars"].sum().unstack(fill_value=0)
    return counts.reindex(index=table["doc_id"].unique(), columns=list(NAMES), fill_value=0)


def _shown(chars: pd.DataFrame) -> pd.DataFrame:
    if len(chars) <= SHOWN:
        return chars
    return chars.loc[(chars["body"] / chars.sum(axis=1)).sort_index().sort_values(kind="stable").index[:SHOWN]]


def _title(documents: int) -> str:
    if documents <= SHOWN:
        return TITLE
    return f"{TITLE}: أدنى {counted(SHOWN, ARTICLE)} في حصة المتن من أصل {counted(documents, ARTICLE)}"


def _row(name: str, under: str, chars: pd.Series) -> Row:
    segments = [Segment(chars[role], Fill(ROLE_COLOURS[role])) for role in NAMES]
    total = chars.sum()
    return Row(name, under, segments, f"{chars['body'] / total:.0%}" if total else "–")


def _scale(limit: float) -> tuple[list[float], list[str]]:
    ticks = [tick for tick in MaxNLocator(5, integer=True).tick_values(0, limit) if tick <= limit]
    return ticks, [label(f"{tick:,.0f}") for tick in ticks]
