"""A text as physical lines, each with its role on the page and the rule that says so; nothing is deleted."""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from analysis.text import zones
from analysis.text.pagewords import WORD, Layout, plain
from analysis.text.roles import Page
from analysis.text.shapes import Piece, is_text
from analysis.text.words import CONTROLS

__all__ = ["Layout", "Line", "lines", "physical_lines"]

# The mandatory breaks of the Unicode line breaking algorithm (UAX #14: BK, CR, LF, NL).
BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# What stands around a line unseen, for str.strip: a pattern anchored at the end tries every run of spaces.
UNSEEN = "".join(re.findall(rf"[\s{CONTROLS}]", "".join(map(chr, range(0x10000)))))


class Line(NamedTuple):
    """One physical line: its number, its span without the terminator, the terminator, role and rule."""

    line: int
    start: int
    end: int
    ending: str
    role: str
    rule: str


def physical_lines(text: str) -> list[tuple[int, int, str]]:
    """The lines of a text as (start, end, terminator); the pieces put together again are the text."""
    found, start = [], 0
    for mark in BREAK.finditer(text):
        found.append((start, mark.start(), mark.group()))
        start = mark.end()
    if start < len(text):
        found.append((start, len(text), ""))
    return found


def lines(
    text: str, layout: Layout, *, titled: bool = False, outlet: str = "", names: Iterable[str] = ()
) -> list[Line]:
    """Every physical line of an article with its role and the rule that decided.

    titled: the first line is a title field. outlet: the outlet's id, for its own rules in the codebook;
    names: its names and the credit of the article, which make a line of nothing else a signature.
    """
    spans = physical_lines(text)
    page = Page(layout, outlet, _names(tuple(names)))
    pieces = _pieces(text, spans, layout)
    title = pieces[:1] if titled and pieces and pieces[0].line == 0 else []
    for piece in title:
        piece.give("headline", "title field")
    zones.judge(pieces[len(title) :], page, titled, text)
    zones.repeated(pieces, layout)
    told = {piece.line: (piece.role or "body", piece.rule or "running text") for piece in pieces}
    return [Line(n, *span, *told.get(n, ("blank", "no visible character"))) for n, span in enumerate(spans)]


@functools.lru_cache(1024)
def _names(names: tuple[str, ...]) -> re.Pattern | None:
    forms = sorted({" ".join(WORD.findall(plain(name))) for name in names if name}, key=len, reverse=True)
    forms = [r"[\W_]+".join(map(re.escape, form.split())) for form in forms if len(form) > 2]
    return re.compile(rf"(?<!\w)و?(?:{'|'.join(forms)})(?!\w)") if forms else None


def _pieces(text: str, spans: list[tuple[int, int, str]], layout: Layout) -> list[Piece]:
    found, gap = [], False
    for number, (start, end, _) in enumerate(spans):
        visible = text[start:end].strip(UNSEEN)
        if visible:
            found.append(Piece(number, visible, gap, layout))
        gap = not visible
    _mark_edges(found, layout)
    return found


def _mark_edges(pieces: list[Piece], layout: Layout) -> None:
    """Note which pieces stand above the first running text and below the last."""
    limits, count = layout.limits, len(pieces)
    texts = [at for at, piece in enumerate(pieces) if is_text(piece, layout)] or [count]
    top = min(max(texts[0], limits.edge_lines.value), limits.head_lines.value)
    foot = max(min(texts[-1] + 1, count - limits.edge_lines.value), count - limits.tail_lines.value)
    for at, piece in enumerate(pieces):
        piece.top, piece.foot = at < top, at >= foot
