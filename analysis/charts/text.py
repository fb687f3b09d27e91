"""The one door through which text goes into a figure: shaped, right to left, and harmless."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable

import matplotlib.ft2font
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

ALM = "\u061c"
MARK = "\u20dd"  # any combining mark that Arabic does not use
JOINERS = "\u200c\u200d"
# From 3.11 on matplotlib shapes and orders text by libraqm; text prepared as before then comes out reversed.
SHAPES_ITSELF = hasattr(matplotlib.ft2font, "__libraqm_version__")

if not SHAPES_ITSELF:
    from arabic_reshaper import ArabicReshaper
    from bidi import get_display
    from bidi.mirror import MIRRORED

    _reshaper = ArabicReshaper({"delete_harakat": False})


def label(text: str) -> str:
    """Return text as matplotlib must be given it so that Arabic is joined and runs right to left.

    `text` is in logical order, lines parted by "\\n"; a text with any right-to-left letter or digit runs
    right to left in all its lines, any other left to right. Characters that steer direction, and those that a
    figure file may not hold, are taken out. The result is for drawing only, and under `style()`, where no `$`
    starts mathematics.

        'الأمن (AFP)' → '\\u061cالأمن (AFP)'   by matplotlib 3.11
    """
    lines = _harmless(text).split("\n")
    if not any(map(_runs_right_to_left, lines)):
        return "\n".join(lines)
    return "\n".join(map(_line, lines))


def width(text: str, size: float, weight: str = "normal") -> float:
    """Return the width of the widest line of `text` in points, drawn at `size` points in the style's font."""
    font, lines = FontProperties(size=size, weight=weight), label(text).split("\n")
    return max(text_to_path.get_text_width_height_descent(line, font, False)[0] for line in lines)


def wrapped(text: str, points: float, size: float, weight: str = "normal", lines: int = 2) -> str:
    """Return `text`, in logical order still, broken at spaces into at most `lines` lines within `points`.

    What does not fit ends in an ellipsis. Line breaks of `text` count as spaces. To be drawn through `label`.
    """

    def fits(line: str) -> bool:
        return width(line, size, weight) <= points

    rows, words = [], _harmless(text).split()
    while words and len(rows) < lines - 1:
        taken = 1
        while taken < len(words) and fits(" ".join(words[: taken + 1])):
            taken += 1
        rows.append(_shortened(" ".join(words[:taken]), fits))
        words = words[taken:]
    if words:
        rows.append(_shortened(" ".join(words), fits))
    return "\n".join(rows)


def _shortened(line: str, fits: Callable[[str], bool]) -> str:
    if fits(line):
        return line
    too_long = bisect_left(range(1, len(line)), True, key=lambda end: not fits(line[:end] + "…"))
    return line[:too_long].rstrip() + "…"


def _line(line: str) -> str:
    # ALM, because a mark or isolate of another kind swaps brackets in some fonts, and without any a line that
    # begins with Latin letters would run left to right.
    return ALM + line if SHAPES_ITSELF else _visual(_reshaper.reshape(line))


def _visual(line: str) -> str:
    """Return shaped text in the order of drawing, with the brackets that run right to left mirrored.

    `get_display` orders, but mirrors nothing (its namesake in `bidi.algorithm` mirrors, but parts the
    brackets around Latin letters). So a mark follows each bracket into the ordering; where it comes out
    first, the bracket runs right to left.
    """
    brackets = "[" + re.escape("".join(MIRRORED)) + "]"
    ordered = get_display(re.sub(brackets, rf"\g<0>{MARK}", line.replace(MARK, "")), base_dir="R")
    found = f"({brackets}){MARK}|{MARK}({brackets})"
    return re.sub(found, lambda pair: pair[1] or MIRRORED[pair[2]], ordered)


def _runs_right_to_left(line: str) -> bool:
    return any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in line)


def _harmless(text: str) -> str:
    return "".join(map(_safe, re.sub(r"\r\n?", "\n", text)))


def _safe(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Zl", "Zp"):
        return char if char == "\n" else " "
    if category == "Cs" or ord(char) & 0xFFFE == 0xFFFE:  # neither can be written in XML
        return "\ufffd"
    # Arabic number signs are format characters as well, but visible ones.
    steers = category == "Cf" and char not in JOINERS and unicodedata.bidirectional(char) != "AN"
    return "" if steers else char
