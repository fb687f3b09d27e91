"""Figure: the words that mark each group."""

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from analysis.charts.doubt import fitted, marked
from analysis.charts.sheet import MARGIN, NOTE_SIZE, Sheet, height, link, note_lines, nothing, write_beside
from analysis.charts.style import BAR, MUTED, Fill, style
from analysis.charts.text import label, width, wrapped

PANELS_IN_BAND = 3
BARS_ACROSS, WIDEST_WORD = 120, 90
GAP, ROW, TICKS_DOWN = 24, 19, 20
TITLE_SIZE, NAME_SIZE, WORD_SIZE, COUNT_SIZE = 11, 10.5, 9.5, 7.5
TITLE = "الكلمات التي تميّز كل مجموعة عن سواها"
NOTE = (
    "طول العمود: z للوغاريتم نسبة الأرجحية الموزون. بجانبه: عدد مرات الكلمة في المجموعة مقابل عددها في سواها، "
    "وبين قوسين عدد المقالات كذلك."
)
DOUBT_NOTE = " المعلَّم بـ※ يرد في مقالات أقل من أن يُستنتج منها شيء."


class Word(NamedTuple):
    """One row of a panel: the word, its value (z), the counts beside its bar."""

    name: str
    value: float
    counts: str
    doubtful: bool
    href: object


class Panel(NamedTuple):
    """One group: its name and its words."""

    name: str
    words: list[Word]

    def down(self) -> float:
        """Return the points that its name and words take."""
        return height(self.name, NAME_SIZE) + 4 + len(self.words) * ROW


class Scale(NamedTuple):
    """The values at its right and left ends, and the points that it takes."""

    least: float
    greatest: float
    across: float


def keywords(table: pd.DataFrame) -> Figure:
    """Return small multiples of keywords: a panel per group from right to left, a bar per word, counts beside.

    `table`: one row per group and word with group, group_name, word (as shown), n_target, n_reference (times in the
    group and in all others), documents_target, documents_reference (with the word), log_odds (z of the weighted
    log-odds ratio; below 0 the bar runs to the right), doubtful (too few documents: marked and paler), href (null or
    an address: bar and counts become a link). Groups and words stand in the table's order.
    """
    with style():
        panels = [_panel(rows) for _, rows in table.groupby("group", sort=False)]
        return _drawn(panels, NOTE + (DOUBT_NOTE if table["doubtful"].any() else "")) if panels else nothing()


def _panel(rows: pd.DataFrame) -> Panel:
    return Panel(rows["group_name"].iloc[0], [_word(row) for row in rows.to_dict("records")])


def _word(row: dict) -> Word:
    name = fitted(marked(row["word"], row["doubtful"]), WIDEST_WORD, WORD_SIZE, 1)
    times = _against(row["n_target"], row["n_reference"])
    documents = _against(row["documents_target"], row["documents_reference"])
    return Word(name, row["log_odds"], f"{times} ({documents})", row["doubtful"], row["href"])


def _against(target: int, reference: int) -> str:
    """Return both counts so that nobody can take the one for the other, whichever way he reads."""
    return f"{target:,} مقابل {reference:,}"


def _drawn(panels: list[Panel], note: str) -> Figure:
    words_across = max(width(word.name, WORD_SIZE) for panel in panels for word in panel.words) + 8
    scale = _scale([word for panel in panels for word in panel.words])
    across = words_across + scale.across
    panels = [Panel(wrapped(name, across - GAP, NAME_SIZE, "bold"), words) for name, words in panels]
    bands = [panels[place : place + PANELS_IN_BAND] for place in range(0, len(panels), PANELS_IN_BAND)]
    sheet_across = 2 * MARGIN + len(bands[0]) * (across + GAP) - GAP
    title, note = wrapped(TITLE, sheet_across - 2 * MARGIN, TITLE_SIZE, "bold"), note_lines(note, sheet_across)
    top = MARGIN + height(title, TITLE_SIZE) + 6
    downs = [max(panel.down() for panel in band) + TICKS_DOWN + GAP / 2 for band in bands]
    sheet = Sheet(sheet_across, top + sum(downs) + height(note, NOTE_SIZE) + MARGIN)
    sheet.write(title, MARGIN, MARGIN, TITLE_SIZE, weight="bold")
    for band, down in zip(bands, downs, strict=True):
        heads_down = max(height(panel.name, NAME_SIZE) for panel in band) + 4
        for place, panel in enumerate(band):
            _draw_panel(sheet, panel, scale, (MARGIN + place * (across + GAP), top, heads_down, words_across))
        top += down
    sheet.write(note, MARGIN, top, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _scale(words: list[Word]) -> Scale:
    """Return the scale of all panels: its longest bar takes BARS_ACROSS, and every bar has room for its counts."""
    beside = max(width(word.counts, COUNT_SIZE) for word in words) + 8
    least = min(0.0, min(word.value for word in words))
    longest = (max(word.value for word in words) - least) or 1.0
    return Scale(least, least + longest * (1 + beside / BARS_ACROSS), BARS_ACROSS + beside)


def _draw_panel(sheet: Sheet, panel: Panel, scale: Scale, box: tuple) -> None:
    right, top, heads_down, words_across = box
    sheet.write(panel.name, right, top, NAME_SIZE, weight="bold")
    top += heads_down
    axes = sheet.axes(right + words_across, top, scale.across, len(panel.words) * ROW)
    axes.set_xlim(scale.greatest, scale.least)
    axes.set_ylim(len(panel.words) - 0.5, -0.5)
    axes.set_xticks(*_ticks(scale))
    if scale.least < 0:
        axes.spines["right"].set_visible(False)
        axes.axvline(0, color=MUTED, linewidth=0.8)
    for place, word in enumerate(panel.words):
        row_top = top + place * ROW + (ROW - height("", WORD_SIZE)) / 2
        sheet.write(word.name, right + words_across - 8, row_top, WORD_SIZE, ha="left")
        _draw_bar(axes, place, word)


def _ticks(scale: Scale) -> tuple[list[float], list[str]]:
    """Return the ticks and their texts; none stands at the far end, where it would run into the next panel."""
    reach = scale.least + 0.95 * (scale.greatest - scale.least)
    ticks = [tick for tick in MaxNLocator(4).tick_values(scale.least, reach) if scale.least <= tick <= reach]
    return ticks, [label(f"{tick:g}") for tick in ticks]


def _draw_bar(axes: Axes, place: int, word: Word) -> None:
    fill = Fill(BAR).paler() if word.doubtful else Fill(BAR)
    axes.barh(place, word.value, 0.62, linewidth=0, url=link(word.href), **fill.look())
    write_beside(axes, word.counts, max(word.value, 0), place, size=COUNT_SIZE, url=link(word.href))
