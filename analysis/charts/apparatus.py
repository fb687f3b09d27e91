"""Two wordings laid word over word, as a critical apparatus has them: each kind of difference marked by its shape."""

from itertools import groupby
from typing import NamedTuple

from analysis.charts.marks import frame, stroke
from analysis.charts.sheet import LEADING, Sheet, link
from analysis.charts.style import BLUE, GREEN, INK, MUTED, PURPLE, VERMILION, blended
from analysis.charts.text import label, width, wrapped

WORD_SIZE = 11
ROW = 23  # points from one wording to the other
SPACE = 6  # between words
NARROWEST = 7  # a word that is not there
UNDER = 19.5  # where the line under a word runs, below the deepest letters
BOX_TOP, BOX_DOWN = 1.5, 19
ROUND, BUTT = "round", "butt"


class Look(NamedTuple):
    """How a kind of difference is marked: its name, its colour, the strokes below it; no strokes: it is boxed."""

    name: str
    colour: str
    strokes: tuple[dict, ...] = ()


ALONE = Look("كلمات في تقرير دون الآخر", BLUE)
LOOKS = {
    "insertion": ALONE,
    "deletion": ALONE,
    "substitution": Look("كلمة مكان كلمة", VERMILION, ({"linewidth": 1.8, "solid_capstyle": BUTT},)),
    "order": Look("تقديم وتأخير", PURPLE, ({"linewidth": 0.8}, {"linewidth": 0.8})),
    "spelling": Look("إملاء", GREEN, ({"linewidth": 1.9, "linestyle": (0, (0.1, 1.8)), "dash_capstyle": ROUND},)),
    "punctuation": Look("ترقيم", INK, ({"linewidth": 0.9, "linestyle": (0, (5, 2.5)), "dash_capstyle": BUTT},)),
}


class Column(NamedTuple):
    """A word of either wording as `label` has it, the kind of difference, either may be "", and the points taken."""

    words: tuple[str, str]
    kind: str
    across: float

    def mark(self) -> tuple:
        """Return what neighbours must share to be marked as one."""
        look = LOOKS.get(self.kind)
        return look, look is ALONE and tuple(map(bool, self.words))


def columns(rows: list[dict], across: float) -> list[Column]:
    """Return the columns of `rows` (word_a, word_b, kind), each as wide as its wider word, at most `across`."""
    fitted = [[wrapped(row[side], across, WORD_SIZE, lines=1) for row in rows] for side in ("word_a", "word_b")]
    wide = [[width(word, WORD_SIZE) if word else 0 for word in words] for words in fitted]
    pairs = zip(*map(_shaped, fitted), strict=True)
    taken = (max(NARROWEST, *both) for both in zip(*wide, strict=True))
    return [Column(pair, row["kind"], points) for pair, row, points in zip(pairs, rows, taken, strict=True)]


def _shaped(words: list[str]) -> list[str]:
    """Return the words of one wording ready to be drawn, all in one direction: a year's comma stands to its left."""
    together = label("\n".join(words)).split("\n")
    return [shaped if word else "" for word, shaped in zip(words, together, strict=True)]


def lines(found: list[Column], across: float) -> list[list[Column]]:
    """Return the columns as the lines of a page `across` points wide."""
    broken, taken = [], across + 1
    for column in found:
        if taken + SPACE + column.across > across:
            broken.append([])
            taken = -SPACE
        broken[-1].append(column)
        taken += SPACE + column.across
    return broken


def draw_line(sheet: Sheet, line: list[Column], right: float, top: float, href: object) -> None:
    """Draw one line of columns, the first wording at `top`, the second below it; what differs becomes a link."""
    for (look, _), run in groupby(line, key=Column.mark):
        run = list(run)
        across = sum(column.across + SPACE for column in run) - SPACE
        for row in range(2):
            words = [column.words[row] for column in run]
            if look:
                draw_mark(sheet, look, (right, top + row * ROW, across), any(words), href)
            _write_words(sheet, run, row, (right, top + row * ROW), link(href) if look else None)
        right += across + SPACE


def draw_mark(sheet: Sheet, look: Look, place: tuple[float, float, float], there: bool, href: object = None) -> None:
    """Mark words that stand at `place` (right side, top, width), or are not `there`."""
    right, top, across = place
    if look is ALONE:
        box = (right - 2, top + BOX_TOP, across + 4, BOX_DOWN)
        whole = {"facecolor": blended(look.colour, 0.12), "edgecolor": look.colour, "zorder": 0.5}
        frame(sheet, box, href, **(whole if there else {"edgecolor": MUTED, "linestyle": (0, (2, 2))}))
    elif there:
        for place, stroked in enumerate(look.strokes):
            stroke(sheet, right, right + across, top + UNDER + 2 * place, href, color=look.colour, **stroked)


def _write_words(sheet: Sheet, run: list[Column], row: int, place: tuple[float, float], url: str | None) -> None:
    right, top = place
    baseline = 1 - (top + 0.68 * WORD_SIZE * LEADING) / sheet.down
    look = {"size": WORD_SIZE, "color": INK if run[0].kind else MUTED, "url": url, "ha": "right", "va": "baseline"}
    for column in run:
        sheet.figure.text(1 - right / sheet.across, baseline, column.words[row], **look)
        right += column.across + SPACE
