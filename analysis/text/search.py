"""Patterns of allowed types found in rows of type ids, from the rarest place of each pattern outwards."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from analysis.text.letters import Letters, Lists, Neighbours
from analysis.text.types import ranges

CHUNK = 1 << 17  # tokens at a time, so that what is computed of them stays in the processor's cache


class Spans(NamedTuple):
    """Parallel arrays: whose the spans are, and the first and last token of each."""

    owner: np.ndarray
    first: np.ndarray
    last: np.ndarray

    def where(self, chosen: np.ndarray) -> "Spans":
        """The spans that a mask, an order or a slice chooses."""
        return Spans(*(column[chosen] for column in self))


class Patterns:
    """Sequences of slots, each with the longest step to it from the place before."""

    def __init__(self, owners: list[int], rows: list[list[tuple[int, int]]], letters: Letters):
        """Take (slot, step) rows; a row with a slot that allows nothing is left out."""
        kept = [(o, row) for o, row in zip(owners, rows, strict=True) if all(letters.sizes[slot] for slot, _ in row)]
        self.owner = np.array([owner for owner, _ in kept], dtype=np.int64)
        self.length = np.array([len(row) for _, row in kept], dtype=np.int64)
        self.slot = np.zeros((len(kept), self.length.max(initial=1)), dtype=np.int64)
        self.step = np.zeros_like(self.slot)
        for number, (_, row) in enumerate(kept):
            self.slot[number, : len(row)], self.step[number, : len(row)] = zip(*row, strict=True)
        self.letters = letters


class Search:
    """Where the search for each pattern begins: its rarest two neighbours, or its rarest word where it has none."""

    def __init__(self, patterns: Patterns, counts: np.ndarray):
        """Choose by the number of tokens of each type."""
        self.patterns, self.letters = patterns, patterns.letters
        frequency = self._frequencies(counts)
        together = np.where(patterns.step[:, 1:] == 1, np.minimum(frequency[:, :-1], frequency[:, 1:]), np.inf)
        paired = np.isfinite(together).any(axis=1)
        beside = np.argmin(together, axis=1) if together.shape[1] else 0
        self.low = np.where(paired, beside, np.argmin(frequency, axis=1))
        self.high = self.low + paired
        alone, single = ~paired & (patterns.length > 1), patterns.length == 1
        self.single, self.alone = (self._by_letter(np.flatnonzero(chosen)) for chosen in (single, alone))
        self.paired = self._by_neighbours(np.flatnonzero(paired))

    def _frequencies(self, counts: np.ndarray) -> np.ndarray:
        """Tokens at each place of each pattern, infinitely many where it has none."""
        letters, patterns = self.letters, self.patterns
        of_letter = np.bincount(letters.of_type, weights=counts, minlength=letters.count)
        of_slot = np.bincount(letters.slot, weights=of_letter[letters.letter], minlength=len(letters.sizes))
        beyond = np.arange(patterns.slot.shape[1]) >= patterns.length[:, None]
        return np.where(beyond, np.inf, of_slot[patterns.slot]) if len(of_slot) else beyond * np.inf

    def _letters_at(self, pattern: np.ndarray, place: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        slot = self.patterns.slot[pattern, place]
        return self.letters.begin[slot], self.letters.sizes[slot]

    def _by_letter(self, pattern: np.ndarray) -> Lists:
        begin, size = self._letters_at(pattern, self.low[pattern])
        return Lists(self.letters.letter[ranges(begin, size)], np.repeat(pattern, size), self.letters.count)

    def _by_neighbours(self, pattern: np.ndarray) -> Neighbours:
        (begin, left), (after, right) = (self._letters_at(pattern, end[pattern]) for end in (self.low, self.high))
        size = left * right
        within, by = ranges(np.zeros_like(size), size), np.repeat(right, size)
        pair = self.letters.letter[np.repeat(begin, size) + within // by] * self.letters.count
        pair += self.letters.letter[np.repeat(after, size) + within % by]
        return Neighbours(pair, np.repeat(pattern, size), self.letters.count)

    def find(self, types: np.ndarray, sentence: np.ndarray) -> Spans:
        """Every reading of every pattern within its sentence, of two that lie in one another the shorter.

        types, sentence: type ids and sentence numbers, one of each per token of whole sentences, the numbers rising.
        """
        found = self._read(self.letters.of_type[types], sentence)
        spans = Spans(*map(np.concatenate, zip(*found, strict=True)))
        return spans._replace(owner=self.patterns.owner[spans.owner])

    def _read(self, letter: np.ndarray, sentence: np.ndarray) -> Iterator[Spans]:
        """The readings; the owner of each is its pattern's number."""
        first, pattern = self.single.of(letter)
        yield Spans(pattern, first, first)
        first, pattern = self.paired.of(letter)
        within = sentence[first] == sentence[first + 1]
        first, pattern = first[within], pattern[within]
        alone, gapped = self.alone.of(letter)
        low = np.concatenate([first, alone])
        readings = Spans(np.concatenate([pattern, gapped]), low, np.concatenate([first + 1, alone]))
        yield self._whole(readings, letter, sentence)

    def _whole(self, readings: Spans, letter: np.ndarray, sentence: np.ndarray) -> Spans:
        """The readings carried on from their anchors to both ends of their patterns."""
        patterns = self.patterns
        for away in range(1, patterns.slot.shape[1]):
            for way, edge in ((1, self.high), (-1, self.low)):
                place = edge[readings.owner] + way * away
                open_ = (place >= 0) & (place < patterns.length[readings.owner])
                grown = self._grown(readings.where(open_), place[open_], way, letter, sentence)
                readings = Spans(*map(np.concatenate, zip(readings.where(~open_), grown, strict=True)))
        return shortest(readings) if (patterns.step > 1).any() else readings

    def _grown(self, readings: Spans, place: np.ndarray, way: int, letter: np.ndarray, sentence: np.ndarray) -> Spans:
        """The readings with one more place, in every way in which it may stand."""
        edge = readings.last if way > 0 else readings.first
        reach = self.patterns.step[readings.owner, place + (way < 0)]
        row = np.repeat(np.arange(len(edge)), reach)
        there = edge[row] + way * ranges(np.ones_like(reach), reach)
        inside = (there >= 0) & (there < len(letter))
        row, there = row[inside], there[inside]
        slot = self.patterns.slot[readings.owner, place][row]
        fits = (sentence[there] == sentence[edge[row]]) & self.letters.allow(slot, letter[there])
        row, there = row[fits], there[fits]
        grown = readings.where(row)
        grown = grown._replace(last=there) if way > 0 else grown._replace(first=there)
        return _distinct(grown)


def stretches(sentence: np.ndarray) -> Iterator[slice]:
    """Stretches of whole sentences, of about CHUNK tokens each."""
    starts = sentence[np.arange(0, len(sentence), CHUNK)]
    cuts = [*np.unique(np.searchsorted(sentence, starts)), len(sentence)]
    return map(slice, cuts, cuts[1:])


def ordered(spans: Spans) -> Spans:
    """The spans by owner and first token, the longest first; sorted as one number each, which is fastest."""
    size, longest = int(spans.first.max(initial=0)) + 1, int((spans.last - spans.first).max(initial=0))
    codes = (spans.owner * size + spans.first) * (longest + 1) + longest - spans.last + spans.first
    place, shorter = np.divmod(np.sort(codes), longest + 1)
    owner, first = np.divmod(place, size)
    return Spans(owner, first, first + longest - shorter)


def _distinct(spans: Spans) -> Spans:
    """The spans, each once: what lies between the ends does not matter."""
    spans = ordered(spans)
    return spans.where(np.logical_or.reduce([np.diff(column, prepend=-1) != 0 for column in spans]))


def shortest(spans: Spans) -> Spans:
    """Of the spans of one owner that lie in one another, the inner ones; by owner and place."""
    spans = ordered(spans)
    # Read backwards, owners and firsts fall: a span that holds another ends no earlier than one already seen.
    ends = (spans.owner * (spans.last.max(initial=0) + 1) + spans.last)[::-1]
    inner = np.ones(len(ends), dtype=bool)
    inner[1:] = ends[1:] < np.minimum.accumulate(ends)[:-1]
    return spans.where(inner[::-1])
