"""Which passages of two reports give the same words: each word of a report in one pair at most."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from analysis.events.alignment import matched
from analysis.events.candidates import Candidates, content_keys
from analysis.events.decided import Decided
from analysis.events.passages import Passage, Words
from analysis.events.rules import Rules

NOTHING = Decided()


class Pair(NamedTuple):
    """The same words in two reports: the passage in either, cut to what is common.

    shared: of the shorter passage's words of content; decided: by people.
    """

    a: Passage
    b: Passage
    shared: float
    decided: bool = False


class Pairing:
    """The passages of one event, and what it takes for two of them to be the same words."""

    def __init__(self, passages: Sequence[Passage], words: Words, rules: Rules):
        self.passages, self.words, self.rules = passages, words, rules
        self.frequent = _frequent(passages, words, rules)
        self.polite = self.frequent | words.naming

    def pairs(self, found: Candidates, decided: Decided = NOTHING) -> list[tuple[int, int, Pair]]:
        """The pairs of passages of different documents with their numbers, the most alike first.

        A word is used once for each pair of reports; what an accepted pair leaves of a longer passage may pair again.
        Clauses at the ends of a passage in which too little is common are cut off. Decisions of people come first.
        """
        free: dict[tuple[str, str], dict[int, list[Passage]]] = defaultdict(dict)
        result = []
        for i, j, same in self._in_order(found, decided):
            one, other = self.passages[i], self.passages[j]
            left = free[one.doc_id, other.doc_id]
            if same:
                left[i], left[j] = [], []
                result.append((i, j, self.of_people(one, other)))
                continue
            parts_a, parts_b = left.setdefault(i, [one]), left.setdefault(j, [other])
            while pair := self._best(parts_a, parts_b):
                _take(pair.a, parts_a)
                _take(pair.b, parts_b)
                result.append((i, j, extended(pair, self.words)))
        return result

    def _best(self, parts_a: list[Passage], parts_b: list[Passage]) -> Pair | None:
        """The longest pair that the free parts of two passages give."""
        fitting = [pair for a in parts_a for b in parts_b if (pair := self.fitted(a, b))]
        return max(fitting, key=lambda pair: pair.a.last - pair.a.first, default=None)

    def _in_order(self, found: Candidates, decided: Decided) -> Iterator[tuple[int, int, bool]]:
        """The pairs to try, and whether people say that they are the same."""
        documents = np.array([passage.doc_id for passage in self.passages])
        yield from ((i, j, True) for i, j in sorted(decided.same) if documents[i] != documents[j])
        found = found.where(documents[found.i] != documents[found.j])
        found = found.where(np.lexsort((found.j, found.i, -found.common, -found.alike())))
        for i, j in zip(found.i.tolist(), found.j.tolist(), strict=True):
            if (i, j) not in decided.same and (i, j) not in decided.apart:
                yield i, j, False

    def alike(self, i: int, j: int) -> bool:
        """Whether two passages give the same words, by their numbers, whatever other pairs they are in."""
        return self.fitted(self.passages[i], self.passages[j]) is not None

    def of_people(self, a: Passage, b: Passage) -> Pair:
        """The two passages as they are, because people say so."""
        common, shorter = self._common(a, b, self.frequent)
        return Pair(a, b, common / max(shorter, 1), decided=True)

    def fitted(self, a: Passage, b: Passage) -> Pair | None:
        """The two passages cut to what is common, or nothing where that is too little.

        Words that name the event itself count neither among those in common nor among those of the passages, unless
        one speaker says nearly the same words. Of different speakers words of titles and names do not count either:
        one of the two reports errs or is silent about who speaks, or both are polite.
        """
        rules, one_speaker = self.rules, a.speaker == b.speaker != ""
        # Cutting adds nothing to what is common, and takes long.
        if not one_speaker and self._common(a, b, self.polite)[0] < rules.least_any_speaker.value:
            return None
        a, b = self._cut(a, b), self._cut(b, a)
        if a.first == a.last or b.first == b.last:
            return None
        if one_speaker:
            common, shorter = self._common(a, b, self.frequent)
            if common >= max(rules.least_common.value, rules.same_words.value * shorter):
                return Pair(a, b, common / shorter)
            common, shorter = self._common(a, b, frozenset())
        else:
            common, shorter = self._common(a, b, self.polite)
        enough = max(rules.least_any_speaker.value, rules.any_speaker.value * shorter)
        return Pair(a, b, common / shorter) if common >= enough else None

    def _common(self, a: Passage, b: Passage, but: frozenset[int]) -> tuple[int, int]:
        """How many words of content, those of the keys `but` left out, the two have in common and the shorter has."""
        keys = (content_keys(self.words, passage.first, passage.last).tolist() for passage in (a, b))
        of_a, of_b = ([key for key in of_one if key not in but] for of_one in keys)
        return sum(length for _, _, length in matched(of_a, of_b)), min(len(of_a), len(of_b))

    def _cut(self, passage: Passage, other: Passage) -> Passage:
        """The passage without the clauses at its ends of which the other has too little."""
        words, (first, last) = self.words, (passage.first, passage.last)
        if first == last or other.first == other.last:
            return passage._replace(last=first)
        content = words.content[words.type_id[first:last]]
        common = np.zeros(last - first, dtype=np.int64)
        places, of_other = np.flatnonzero(content), content_keys(words, other.first, other.last).tolist()
        for start, _, length in matched(content_keys(words, first, last).tolist(), of_other):
            common[places[start : start + length]] = 1
        begins = np.flatnonzero(words.pause[first:last])
        begins = np.concatenate([[0], begins[begins > 0]])
        size, shared = (np.add.reduceat(row, begins) for row in (content.astype(np.int64), common))
        # A single word may be common by chance, unless the clause has no other.
        least = np.maximum(self.rules.clause.value * size, np.clip(size, 1, 2))
        kept = np.flatnonzero(shared >= least)
        if not len(kept):
            return passage._replace(last=first)
        ends = np.append(begins[1:], last - first)
        return passage._replace(first=int(first + begins[kept[0]]), last=int(first + ends[kept[-1]]))


def extended(pair: Pair, words: Words) -> Pair:
    """The pair with the words that one passage has more at an end, where the other report goes on with the same words.

    Where the words of a speaker end is decided by rule, and may be decided otherwise in two reports.
    """
    a, b = pair.a, pair.b
    runs = matched(words.keys(a.first, a.last), words.keys(b.first, b.last))
    (before_a, before_b, _), (start_a, start_b, length) = runs[0], runs[-1]
    after_a, after_b = a.last - a.first - start_a - length, b.last - b.first - start_b - length
    more_a = a._replace(first=a.first - before_b * (not before_a), last=a.last + after_b * (not after_a))
    more_b = b._replace(first=b.first - before_a * (not before_b), last=b.last + after_a * (not after_b))
    return pair._replace(a=_reaching(a, more_a, b, words), b=_reaching(b, more_b, a, words))


def _reaching(own: Passage, more: Passage, other: Passage, words: Words) -> Passage:
    """The passage with what stands before it, and after it, where these are the words at the ends of the other."""
    before, after = own.first - more.first, more.last - own.last
    begins = words.same_document(more.first, own.first) and words.keys(more.first, own.first) == words.keys(
        other.first, other.first + before
    )
    ends = words.same_document(own.first, more.last - 1) and words.keys(own.last, more.last) == words.keys(
        other.last - after, other.last
    )
    return own._replace(first=more.first if begins else own.first, last=more.last if ends else own.last)


def _take(taken: Passage, parts: list[Passage]) -> None:
    """Takes a passage out of the free parts of the one it is of."""
    place = next(n for n, part in enumerate(parts) if part.first <= taken.first and taken.last <= part.last)
    part = parts.pop(place)
    rests = (part._replace(last=taken.first), part._replace(first=taken.last))
    parts[place:place] = [rest for rest in rests if rest.first < rest.last]


def _frequent(passages: Sequence[Passage], words: Words, rules: Rules) -> frozenset[int]:
    """The words that so many reports of the event give that they tell nothing of who speaks."""
    of_document: dict[str, set[int]] = defaultdict(set)
    for passage in passages:
        of_document[passage.doc_id].update(content_keys(words, passage.first, passage.last).tolist())
    counts = Counter(key for keys in of_document.values() for key in keys)
    least = max(rules.frequent_in.value * len(of_document), rules.frequent_least.value)
    return frozenset(key for key, n in counts.items() if n >= least)
