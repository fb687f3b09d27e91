"""What people say of two passages: that they give the same words, or do not, whatever the rules find."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.errors import InputError
from analysis.events.passages import Passage, Words


class Decision(NamedTuple):
    """Two places in two documents (code points), and whether the passages there give the same words.

    place: where it is written down, for messages.
    """

    doc_a: str
    start_a: int
    doc_b: str
    start_b: int
    same: bool
    place: str = ""


class Decided(NamedTuple):
    """The decisions of people as pairs of passages (numbers, the smaller first): the same, or apart."""

    same: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()


def decided(decisions: Sequence[Decision], passages: Sequence[Passage], words: Words) -> Decided:
    """The decisions that concern these passages; a place belongs to the passage that holds it.

    Decisions on other documents concern none. Raises InputError (file, line) for a place of these documents at which
    nobody's words are given, and where two decisions on the same passages contradict each other.
    """
    there, pairs = {passage.doc_id for passage in passages}, {}
    for decision in decisions:
        if decision.doc_a in there and decision.doc_b in there:
            ends = ((decision.doc_a, decision.start_a), (decision.doc_b, decision.start_b))
            pair = tuple(sorted(_at(*end, passages, words, decision) for end in ends))
            if pairs.setdefault(pair, decision.same) != decision.same:
                raise InputError(f"{decision.place}: another line says the opposite of the same passages; keep one")
    return Decided(*(frozenset(pair for pair, same in pairs.items() if same is wanted) for wanted in (True, False)))


def _at(doc_id: str, place: int, passages: Sequence[Passage], words: Words, decision: Decision) -> int:
    """The number of the passage of the document in which the place lies."""
    for number, passage in enumerate(passages):
        within = words.start[passage.first] <= place < words.end[passage.last - 1]
        if passage.doc_id == doc_id and within:
            return number
    raise InputError(
        f"{decision.place}: nobody's words are given at character {place} of {doc_id}; table claims has the passages"
    )
