"""Codebook expressions found in rows of type ids: every look-up once per type, every phrase over integers."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np

from analysis.text.contexts import Conditions, unguarded
from analysis.text.expressions import Context, Expression, places, words
from analysis.text.letters import Letters
from analysis.text.search import Patterns, Search, Spans, ordered, stretches
from analysis.text.types import Pairs, TypeIndex

__all__ = ["Context", "Expression", "Matcher", "Matches", "TypeIndex", "words"]


class Matches(NamedTuple):
    """Parallel arrays: the first and last token of each match and the number of its expression."""

    first: np.ndarray
    last: np.ndarray
    expression: np.ndarray

    def where(self, chosen: np.ndarray) -> "Matches":
        """The matches that a mask or an order chooses."""
        return Matches(*(column[chosen] for column in self))


class Matcher:
    """Expressions compiled against a TypeIndex: find() costs one look-up per token and a little per candidate."""

    def __init__(self, expressions: Iterable[Expression], index: TypeIndex):
        """Compile; each expression is known by its number, in the order given."""
        expressions = list(expressions)
        self.count = len(expressions)
        slots, rows = _Slots(), []  # owners: the expressions, then their guards
        for number, expression in enumerate(expressions):
            exclude = tuple(sorted(expression.exclude))
            rows += slots.rows(number, (expression.term, *expression.forms), expression.gap, exclude)
            rows += slots.rows(self.count + number, expression.outside, expression.gap)
        self.patterns = slots.patterns(rows, index)
        self.has_phrase = np.zeros(self.count, dtype=bool)
        self.has_phrase[[owner for owner, row in rows if owner < self.count and len(row) > 1]] = True
        self.conditions = Conditions(expressions)
        around = _Slots()
        asked = enumerate(self.conditions.contexts)
        rows = [row for number, (phrases, gap) in asked for row in around.rows(number, phrases, gap)]
        self.contexts = around.patterns(rows, index)

    def find(self, type_ids: np.ndarray, sentence: np.ndarray) -> Matches:
        """All matches within sentences, in order of place; the longer of two that overlap in one expression.

        type_ids, sentence: one entry per token, the sentence numbers rising through the batch.
        """
        type_ids, sentence = np.asarray(type_ids), np.asarray(sentence)
        counts = np.bincount(type_ids, minlength=len(self.patterns.letters.of_type))
        patterns, contexts = Search(self.patterns, counts), Search(self.contexts, counts)
        found = [Spans(*[np.empty(0, dtype=np.int64)] * 3)]
        for stretch in stretches(sentence):
            hits = self._unguarded(patterns.find(type_ids[stretch], sentence[stretch]))
            hits = self._in_context(hits, contexts, type_ids[stretch], sentence[stretch])
            hits = _longest(hits, self.has_phrase)
            found.append(Spans(hits.owner, hits.first + stretch.start, hits.last + stretch.start))
        return _in_order(Spans(*map(np.concatenate, zip(*found, strict=True))))

    def _unguarded(self, found: Spans) -> Spans:
        hits, guards = found.where(found.owner < self.count), found.where(found.owner >= self.count)
        if not len(guards.owner):
            return hits
        return hits.where(unguarded(hits, guards._replace(owner=guards.owner - self.count)))

    def _in_context(self, hits: Spans, contexts: Search, types: np.ndarray, sentence: np.ndarray) -> Spans:
        """The hits whose conditions are met; contexts are sought only in the sentences of hits that ask for some."""
        sentence = sentence - sentence[0]
        asking = np.zeros(sentence[-1] + 1, dtype=bool)
        asking[sentence[hits.first[self.conditions.count[hits.owner] > 0]]] = True
        tokens = np.flatnonzero(asking[sentence])
        around = contexts.find(types[tokens], sentence[tokens])
        around = around._replace(first=tokens[around.first], last=tokens[around.last])
        return hits.where(self.conditions.met(hits, around, sentence))


class _Slots:
    """The distinct slots of all patterns: alternative words, and the forms excluded from them."""

    def __init__(self):
        self.numbers: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}

    def rows(self, owner: int, phrases: Iterable[str], gap: int, exclude: tuple[str, ...] = ()) -> list:
        """The owner with each pattern, a row of (slot, step); all single words make one slot."""
        rows = [row for phrase in phrases if (row := places(phrase, gap))]
        singles = tuple(row[0][0] for row in rows if len(row) == 1)
        found = [[(self._number((word,), exclude), step) for word, step in row] for row in rows if len(row) > 1]
        if singles:
            found.append([(self._number(singles, exclude), 1)])
        return [(owner, row) for row in found]

    def _number(self, alternatives: tuple[str, ...], exclude: tuple[str, ...]) -> int:
        return self.numbers.setdefault((alternatives, exclude), len(self.numbers))

    def patterns(self, rows: list[tuple[int, list[tuple[int, int]]]], index: TypeIndex) -> Patterns:
        """The patterns of the rows, each slot with the types of the index that it allows."""
        allowed = self._pairs(0, index.forms_of, index.size)
        excluded = self._pairs(1, index.written, index.size)
        letters = Letters(allowed[~np.isin(allowed, excluded)], len(self.numbers), index.size)
        return Patterns([owner for owner, _ in rows], [row for _, row in rows], letters)

    def _pairs(self, part: int, look_up: Callable[[list[str]], Pairs], size: int) -> np.ndarray:
        asked = [(number, word) for slot, number in self.numbers.items() for word in slot[part]]
        found = look_up([word for _, word in asked])
        slots = np.array([number for number, _ in asked], dtype=np.int64)
        return slots[found.word] * size + found.type_id


def _longest(hits: Spans, has_phrase: np.ndarray) -> Spans:
    """Of hits of one expression that overlap, the earliest and of these the longest; the others say nothing more."""
    among = has_phrase[hits.owner]
    alone, hits = hits.where(~among), ordered(hits.where(among))
    size = hits.last.max(initial=0) + 1
    reached = np.maximum.accumulate(hits.owner * size + hits.last)
    free = np.ones(len(reached), dtype=bool)
    free[1:] = (hits.owner * size + hits.first)[1:] > reached[:-1]
    kept, end = free.copy(), -1
    for row in np.flatnonzero(~free | ~np.append(free[1:], True)):
        if free[row] or hits.first[row] > end:
            kept[row], end = True, hits.last[row]
    hits = hits.where(kept)
    return Spans(*map(np.concatenate, zip(alone, hits, strict=True)))


def _in_order(hits: Spans) -> Matches:
    """The matches by first token, last token and expression; sorted as one number each, which is fastest."""
    length, owners = int((hits.last - hits.first).max(initial=0)) + 1, int(hits.owner.max(initial=0)) + 1
    codes = np.sort(((hits.first * length) + hits.last - hits.first) * owners + hits.owner, kind="stable")
    codes, expression = np.divmod(codes, owners)
    first, more = np.divmod(codes, length)
    return Matches(first, first + more, expression)
