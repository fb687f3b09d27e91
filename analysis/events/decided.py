"""What people say of two passages: that they give the same words, or do not, whatever the rules find."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.events.passages import Passage, Words


class Decision(NamedTuple):
    """Two places in two documents (code points), and whether the passages there give the same words."""

    doc_a: str
    start_a: int
    doc_b: str
    start_b: int
    same: bool


class Decided(NamedTuple):
    """The decisions of people as pairs of passages (numbers, the smaller first): the same, or apart."""

    same: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()


def decided(decisions: Sequence[Decision], passages: Sequence[Passage], words: Words) -> Decided:
    """The decisions that concern these passages; a place belongs to the passage that holds it.

    A decision on a place in no passage concerns none.
    """
    pairs = [(_at(d.doc_a, d.start_a, passages, words), _at(d.doc_b, d.start_b, passages, words)) for d in decisions]
    known = [(tuple(sorted(pair)), d.same) for pair, d in zip(pairs, decisions, strict=True) if None not in pair]
    return Decided(*(frozenset(pair for pair, same in known if same is wanted) for wanted in (True, False)))


def _at(doc_id: str, place: int, passages: Sequence[Passage], words: Words) -> int | None:
    """The number of the passage of the document in which the place lies."""
    for number, passage in enumerate(passages):
        within = words.start[passage.first] <= place < words.end[passage.last - 1]
        if passage.doc_id == doc_id and within:
            return number
    return None
