"""Figure: how much of each document is body, and what the rest is."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from analysis.charts.counts import ARTICLE, counted
from analysis.charts.sheet import MARGIN, NOTE_SIZE, Sheet, height, nothing, write_beside
from analysis.charts.style import MUTED, PAPER, ROLE_COLOURS, style
from analysis.charts.text import label, width, wrapped

SHOWN = 20  # rows that fit on one page
ACROSS = 400  # points
VALUE_ACROSS = 40
ROW = 30
TITLE_SIZE, NAME_SIZE, ID_SIZE, LEGEND_SIZE = 11, 9.5, 7.5, 8.5
LEGEND_DOWN, KEY, TICKS_DOWN = 18, 9, 24
WIDEST_NAME = 130

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
    heads = _heads(table.drop_duplicates("doc_id").set_index("doc_id")["outlet_name"].loc[chars.index])
    begin = MARGIN + max(max(width(name, NAME_SIZE), width(short, ID_SIZE)) for name, short in heads) + 10
    across = begin + ACROSS + MARGIN
    title = wrapped(_title(len(counts)), across - 2 * MARGIN, TITLE_SIZE, "bold")
    legend = _legend([role for role in NAMES if chars[role].any()], across)
    legend_top = MARGIN + height(title, TITLE_SIZE) + 4
    top = legend_top + (legend[-1][2] + 1) * LEGEND_DOWN + 8
    note_top = top + len(chars) * ROW + TICKS_DOWN
    sheet = Sheet(across, note_top + height(NOTE, NOTE_SIZE) + MARGIN)
    sheet.write(title, MARGIN, MARGIN, TITLE_SIZE, weight="bold")
    for role, right, line in legend:
        _draw_key(sheet, role, right, legend_top + line * LEGEND_DOWN)
    for place, (name, short) in enumerate(heads):
        alone = 0 if short else 6
        sheet.write(name, begin - 8, top + place * ROW + alone, NAME_SIZE, ha="left")
        sheet.write(short, begin - 8, top + place * ROW + 14, ID_SIZE, ha="left", color=MUTED)
    _draw_bars(sheet.axes(begin, top, ACROSS, len(chars) * ROW), chars)
    sheet.write(NOTE, MARGIN, note_top, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _counts(table: pd.DataFrame) -> pd.DataFrame:
    """Return characters by document (in the table's order) and role (in that of NAMES)."""
    counts = table.groupby(["doc_id", "role"])["n_chars"].sum().unstack(fill_value=0)
    return counts.reindex(index=table["doc_id"].unique(), columns=list(NAMES), fill_value=0)


def _shown(chars: pd.DataFrame) -> pd.DataFrame:
    if len(chars) <= SHOWN:
        return chars
    return chars.loc[_body_share(chars).sort_index().sort_values(kind="stable").index[:SHOWN]]


def _body_share(chars: pd.DataFrame) -> pd.Series:
    return chars["body"] / chars.sum(axis=1)


def _title(documents: int) -> str:
    if documents <= SHOWN:
        return TITLE
    return f"{TITLE}: أدنى {counted(SHOWN, ARTICLE)} في حصة المتن من أصل {counted(documents, ARTICLE)}"


def _heads(names: pd.Series) -> list[tuple[str, str]]:
    """Return outlet name and document id of each row; the id is cut at its first "_" if all stay distinct."""
    short = [doc_id.split("_")[0] for doc_id in names.index]
    ids = short if len(set(short)) == len(short) else names.index
    pairs = zip(names, ids, strict=True)
    lines = [(name, doc_id) if isinstance(name, str) else (doc_id, "") for name, doc_id in pairs]
    return [
        (wrapped(first, WIDEST_NAME, NAME_SIZE, lines=1), wrapped(second, WIDEST_NAME, ID_SIZE, lines=1))
        for first, second in lines
    ]


def _legend(roles: list[str], across: float) -> list[tuple[str, float, int]]:
    """Return each role with its distance from the right and its line, flowing from right to left."""
    places, right, line = [], MARGIN, 0
    for role in roles:
        taken = width(NAMES[role], LEGEND_SIZE) + KEY + 18
        if right + taken > across - MARGIN:
            right, line = MARGIN, line + 1
        places.append((role, right, line))
        right += taken
    return places


def _draw_key(sheet: Sheet, role: str, right: float, top: float) -> None:
    sheet.box(right, top + (height(NAMES[role], LEGEND_SIZE) - KEY) / 2, KEY, KEY, ROLE_COLOURS[role])
    sheet.write(NAMES[role], right + KEY + 4, top, LEGEND_SIZE)


def _draw_bars(axes: Axes, chars: pd.DataFrame) -> None:
    totals, places = chars.sum(axis=1), range(len(chars))
    limit = max(totals.max(), 1) * ACROSS / (ACROSS - VALUE_ACROSS)
    axes.set_xlim(limit, 0)
    axes.set_ylim(len(chars) - 0.5, -0.5)
    ticks = MaxNLocator(5, integer=True).tick_values(0, limit)
    ticks = [tick for tick in ticks if tick <= limit]
    axes.set_xticks(ticks, [label(f"{tick:,.0f}") for tick in ticks])
    begun = totals * 0
    for role in NAMES:
        colour = ROLE_COLOURS[role]
        axes.barh(places, chars[role], 0.55, left=begun, color=colour, edgecolor=PAPER, linewidth=0.6)
        begun = begun + chars[role]
    for place, (total, share) in enumerate(zip(totals, _body_share(chars), strict=True)):
        write_beside(axes, f"{share:.0%}" if total else "–", total, place)
