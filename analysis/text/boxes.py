"""Display boxes: short lines, set apart, that give once more what a paragraph of the article says."""

import re
from itertools import pairwise

from analysis.text.pagewords import WORD, Layout
from analysis.text.shapes import Piece
from analysis.text.words import fold

QUOTED = re.compile(r'\W*".+"\W*\Z')
PROCLITICS = "وفبلك"
# A text with more candidates than this is verse or a list; the bound also keeps the search linear.
MOST = 30


def settle(pieces: list[Piece], texts: list[Piece], layout: Layout, raw: str) -> None:
    """Give the role pull_quote to boxes among the pieces that repeat one of the texts."""
    groups = _groups(pieces, texts, layout.limits.box_lines.value)
    if not groups or len(groups) > MOST:
        return
    paragraphs = None
    for group in groups:
        if len(group) == 1 and _verbatim(group[0], layout, raw):
            group[0].give("pull_quote", "repeats the body")
        elif group[0].gap and (len(group) > 1 or QUOTED.match(group[0].plain)):
            paragraphs = paragraphs or [set(WORD.findall(fold(text.text))) for text in texts]
            if _repeats([word for piece in group for word in piece.words], paragraphs, layout):
                for piece in group:
                    piece.give("pull_quote", "repeats the body")


def _groups(pieces: list[Piece], texts: list[Piece], most: int) -> list[list[Piece]]:
    """Runs of unsettled short lines without an empty line between them."""
    groups, known = [], set(map(id, texts))
    for before, piece in pairwise([None, *pieces]):
        if piece.role or not piece.plain or piece.long or piece.bullet or id(piece) in known:
            continue
        if before is not None and groups and groups[-1][-1] is before and not piece.gap:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [group for group in groups if len(group) <= most]


def _verbatim(piece: Piece, layout: Layout, raw: str) -> bool:
    words = piece.text.strip('«»“”"').strip()
    return len(piece.words) >= layout.limits.quoted_words.value and raw.count(words) > 1


def _repeats(words: list[str], paragraphs: list[set[str]], layout: Layout) -> bool:
    """Whether nearly all the words of a box stand in one paragraph, proclitics aside."""
    if len(words) < layout.limits.quoted_words.value:
        return False
    least = layout.limits.boxed_share.value * len(words) / 100
    return any(sum(_in(word, paragraph) for word in words) >= least for paragraph in paragraphs)


def _in(word: str, paragraph: set[str]) -> bool:
    return word in paragraph or (len(word) > 3 and word[0] in PROCLITICS and word[1:] in paragraph)
