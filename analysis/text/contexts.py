"""Which matches hold where they stand: outside their guards, and with the contexts that they need."""

from collections.abc import Sequence

import numpy as np

from analysis.text.expressions import Expression
from analysis.text.search import Spans, shortest
from analysis.text.types import ranges

EVERYWHERE = 1 << 40  # words: more than any sentence has


def unguarded(hits: Spans, guards: Spans) -> np.ndarray:
    """A mask of the hits that lie in no guard of their own owner."""
    guards = guards.where(np.lexsort((guards.first, guards.owner)))
    size = max(hits.last.max(initial=0), guards.last.max(initial=0)) + 1
    furthest = np.maximum.accumulate(guards.owner * size + guards.last)
    before = np.searchsorted(guards.owner * size + guards.first, hits.owner * size + hits.first, side="right") - 1
    return (before < 0) | (furthest[before] < hits.owner * size + hits.last)


class Nearby:
    """Where the words of contexts stand, for asking whether one stands near a match."""

    def __init__(self, contexts: Spans, sentence: np.ndarray):
        """Take the spans of contexts (owner: the context's number) and the sentence number of every token."""
        self.contexts, self.sentence = shortest(contexts), sentence
        self.size = len(sentence) + 1

    def holds(self, context: np.ndarray, within: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
        """For each match, whether its context stands whole in the `within` words before or after it."""
        before, after = np.maximum(first - within, 0), np.minimum(last + within, self.size - 2)
        sentence = self.sentence[first]
        left = np.maximum(before, np.searchsorted(self.sentence, sentence, side="left"))
        right = np.minimum(after, np.searchsorted(self.sentence, sentence, side="right") - 1)
        return self._stands(context, left, first - 1) | self._stands(context, last + 1, right)

    def _stands(self, context: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Whether a span of the context lies from left to right: of those that begin there, the first ends first."""
        found = self.contexts
        at = np.searchsorted(found.owner * self.size + found.first, context * self.size + left)
        inside = at < len(found.owner)
        at = np.where(inside, at, 0)
        return inside & (found.owner[at] == context) & (found.last[at] <= right) if len(found.owner) else inside


class Conditions:
    """The contexts that expressions need or may not have; `contexts` lists each, with the gap of its phrases, once."""

    def __init__(self, expressions: Sequence[Expression]):
        """Number the contexts and note which expression asks what of each."""
        numbers, rows = {}, []
        for expression, asked in enumerate(expressions):
            for wanted, contexts in ((True, asked.only), (False, asked.against)):
                for context in contexts:
                    number = numbers.setdefault((context.words, asked.gap), len(numbers))
                    within = EVERYWHERE if context.within is None else context.within
                    rows.append((expression, number, within, wanted))
        self.contexts = list(numbers)
        table = np.array(rows, dtype=np.int64).reshape(-1, 4)
        self.context, self.within, self.wanted = table[:, 1], table[:, 2], table[:, 3] == 1
        self.begin = np.searchsorted(table[:, 0], np.arange(len(expressions) + 1))
        self.count = np.diff(self.begin)

    def met(self, hits: Spans, contexts: Spans, sentence: np.ndarray) -> np.ndarray:
        """A mask of the hits for which all contexts hold that must, and none that may not.

        contexts: where the words of all contexts stand (owner: the context's number); sentence: the number of every
        token's sentence, from 0 rising.
        """
        count = self.count[hits.owner]
        hit = np.repeat(np.arange(len(hits.owner)), count)
        asked = ranges(self.begin[hits.owner], count)
        # Only a small part of the contexts stands in a sentence with a hit that asks for them.
        wanted = np.zeros((sentence[-1] + 1, len(self.contexts)), dtype=bool)
        wanted[sentence[hits.first[hit]], self.context[asked]] = True
        nearby = Nearby(contexts.where(wanted[sentence[contexts.first], contexts.owner]), sentence)
        there = nearby.holds(self.context[asked], self.within[asked], hits.first[hit], hits.last[hit])
        met = np.ones(len(hits.owner), dtype=bool)
        met[hit[there != self.wanted[asked]]] = False
        return met
