"""Words that spelling alone may tell apart: the same consonants in nearly the same letters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from rapidfuzz.distance import OSA

from analysis.text.morphology import ENDINGS, SHORTEST
from analysis.text.spelling_rules import Rules
from analysis.text.words import fold

ARABIC = re.compile("[ء-غف-ي]+")
LAST_H = re.compile("(?<=..)ه$")  # a folded ta marbuta is no consonant


class Skeletons:
    """The rules by which two folded words are candidates for one word."""

    def __init__(self, rules: Rules):
        """Compile the letter classes; each class is known by its first letter."""
        self.rules = rules
        pairs = {part: item.letters[0] for item in rules.correspondences for part in item.letters}
        self.double = {part: first[0] for part, first in pairs.items() if len(part) > 1}
        single = {part: self.double.get(first, first) for part, first in pairs.items() if len(part) == 1}
        self.sounds = str.maketrans(single)
        self.vowels = str.maketrans("", "", fold(rules.vowels.letters) + rules.vowels.letters)

    def heard(self, word: str) -> str:
        """The word with one letter for all that write one sound: 'جورباتشوف' → 'غورباتوف'."""
        for part, letter in self.double.items():
            word = word.replace(part, letter)
        return word.translate(self.sounds)

    def skeleton(self, word: str) -> str:
        """Its consonants, none twice in a row: 'ميليشيات' → 'ملشت' (by class)."""
        return re.sub(r"(.)\1+", r"\1", LAST_H.sub("", self.heard(word)).translate(self.vowels))

    def candidates(self, words: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The pairs, each once and in the order of the words, whose skeletons are the same, or two neighbours swapped.

        Both of at least least_letters, few edits apart (optimal string alignment: a swap of neighbours is one), with
        the same sound first and last; not two endings of one word.
        """
        words = [word for word in words if ARABIC.fullmatch(word) and len(word) >= self.rules.least_letters.value]
        rank = {word: number for number, word in enumerate(words)}
        alike: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(skeleton := self.skeleton(word)) >= self.rules.least_consonants.value:
                alike[skeleton].append(word)
        for one, other in self._met(alike):
            if self._near(one, other):
                yield (one, other) if rank[one] < rank[other] else (other, one)

    def _met(self, alike: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
        for skeleton, words in alike.items():
            yield from combinations(words, 2)
            for other in {swap for swap in _swaps(skeleton) if swap > skeleton and swap in alike}:
                yield from (
                    (one, another) for one in words for another in alike[other] if OSA.distance(one, another) == 1
                )

    def _near(self, one: str, other: str) -> bool:
        edits = OSA.distance(one, other, score_cutoff=self.rules.most_edits.value)
        if edits > self.rules.most_edits.value or likeness(one, other) < self.rules.least_likeness.value:
            return False
        ends = [(sound[0], sound[-1]) for sound in map(self.heard, (one, other))]
        return ends[0] == ends[1] and not stems(one) & stems(other)

    def rule(self, one: str, other: str) -> str:
        """What the words differ in: the order of their letters, a vowel, or letters of one class."""
        if sorted(one) == sorted(other):
            return "order"
        return "vowels" if one.translate(self.vowels) == other.translate(self.vowels) else "letters"


def likeness(one: str, other: str) -> float:
    """1 - edits / length of the longer (optimal string alignment)."""
    return OSA.normalized_similarity(one, other)


def stems(word: str) -> set[str]:
    """The folded word, and what is left of it without each ending of gender, number or case that it may have."""
    ended = (word.removesuffix(fold(end)) + fold(base) for end, base in ENDINGS if word.endswith(fold(end)))
    return {word, *(stem for stem in ended if len(stem) >= SHORTEST)}


def _swaps(skeleton: str) -> Iterator[str]:
    for place in range(len(skeleton) - 1):
        yield skeleton[:place] + skeleton[place + 1] + skeleton[place] + skeleton[place + 2 :]
