"""The cue book compiled: under which conditions a form reports something."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.text.words import fold
from analysis.voices.books import Cue

NEAR = 5  # words within which a word shows that nothing is reported


class Rule(NamedTuple):
    """A cue's conditions, folded: words, proclitics, whether أن, words against it after and before."""

    words: frozenset[str]
    letters: tuple[str, ...]
    that: bool
    against: frozenset[str]
    before: frozenset[str]
    objects: frozenset[str]
    transitive: bool
    strict: bool
    impersonal: bool
    near: int  # words within which a word against it counts


def phrase_heads(cues: Sequence[Cue]) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Folded first word → the cues of several words that begin with it (further words, number), longest first."""
    heads: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for number, cue in enumerate(cues):
        for form in (cue.term, *cue.forms):
            first, *more = fold(form).split() or [""]
            if more:
                heads.setdefault(first, []).append((tuple(more), number))
    return {head: sorted(found, key=lambda pair: -len(pair[0])) for head, found in heads.items()}


def rule_of(cue: Cue) -> Rule:
    """The conditions of a cue, folded."""
    marked = [word for word in cue.needs if word.endswith("ـ")]
    words = frozenset(fold(word) for word in cue.needs if word not in marked)
    return Rule(
        words - {"ان"},
        tuple(fold(word.rstrip("ـ")) for word in marked),
        "ان" in words,
        frozenset(map(fold, cue.excluded)),
        frozenset(map(fold, cue.not_before)),
        frozenset(map(fold, cue.not_object)),
        bool(cue.transitive),
        bool(cue.strict),
        bool(cue.impersonal),
        1 if cue.kind == "source" else NEAR,
    )
