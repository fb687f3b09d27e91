"""Two passages word by word: what both have, and every difference by its kind."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

Run = tuple[int, int]  # the first word, and the one beyond the last


class Word(NamedTuple):
    """A word of a passage.

    key: the same for all forms of a word; lemma: the same but for house spellings of it; folded: what is left of the
    form when its spelling does not count; gap: the marks between the word before and it; content: no particle.
    """

    start: int
    end: int
    form: str
    folded: str
    lemma: str
    key: int
    gap: str
    content: bool


class Difference(NamedTuple):
    """A difference: its kind, and the words that it takes from either passage."""

    kind: str
    a: Run
    b: Run

    def words(self) -> int:
        """How many words its longer side has."""
        return max(self.a[1] - self.a[0], self.b[1] - self.b[0])


def encoded(keys: Iterable[int]) -> str:
    """Keys as one character each, which is what fast comparison takes; none of them is a surrogate."""
    return "".join(chr(key + 1 if key < 0xD7FF else key + 0x0801) for key in keys)


def matched(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int, int]]:
    """The runs of a longest common subsequence of two lists of keys: start in a, start in b, length."""
    blocks = LCSseq.opcodes(encoded(a), encoded(b))
    return [(op.src_start, op.dest_start, op.src_end - op.src_start) for op in blocks if op.tag == "equal"]


def differences(a: Sequence[Word], b: Sequence[Word]) -> list[Difference]:
    """Every difference of b against a, in the order of a.

    The words that are the same are those of a longest common subsequence of keys (Hunt and Szymanski 1977). Of these,
    forms that spelling alone parts are 'spelling', other forms of the word 'substitution'; other marks between two
    words that follow each other in both are 'punctuation'. Words left over in b are 'insertion', in a 'deletion', in
    both at one place 'substitution', or 'spelling' where only spaces part them; a word of content left over on both
    sides at places next to each other is 'order'.
    """
    blocks = matched([word.key for word in a], [word.key for word in b])
    gaps = _gaps(blocks, len(a), len(b))
    moved = _moved(gaps, a, b)
    found = [Difference("order", (i, i + 1), (j, j + 1)) for i, j in moved.items()]
    for of_a, of_b in gaps:
        found += _left_over(of_a, of_b, moved, a, b)
    for start_a, start_b, length in blocks:
        found += _forms(a, b, start_a, start_b, length)
    return sorted(found, key=lambda difference: (difference.a, difference.b))


def _gaps(blocks: list[tuple[int, int, int]], a: int, b: int) -> list[tuple[range, range]]:
    """What lies between the common runs, in either passage."""
    ends = [(0, 0), *((start_a + length, start_b + length) for start_a, start_b, length in blocks)]
    starts = [*((start_a, start_b) for start_a, start_b, _ in blocks), (a, b)]
    return [
        (range(from_a, to_a), range(from_b, to_b))
        for (from_a, from_b), (to_a, to_b) in zip(ends, starts, strict=True)
        if from_a < to_a or from_b < to_b
    ]


def _moved(gaps: list[tuple[range, range]], a: Sequence[Word], b: Sequence[Word]) -> dict[int, int]:
    """Words of content left over in a → the same word left over in b in a neighbouring gap, each used once."""
    moved: dict[int, int] = {}
    for place, (of_a, _) in enumerate(gaps):
        near = [j for _, of_b in gaps[max(place - 1, 0) : place + 2] for j in of_b]
        for i in of_a:
            found = [j for j in near if b[j].key == a[i].key and j not in moved.values()] if a[i].content else []
            if found:
                moved[i] = found[0]
    return moved


def _left_over(
    of_a: range, of_b: range, moved: dict[int, int], a: Sequence[Word], b: Sequence[Word]
) -> list[Difference]:
    """What is left of a gap when the moved words are out, run beside run; words that differ in spaces are spelling."""
    runs_a = _runs([i for i in of_a if i not in moved])
    runs_b = _runs([j for j in of_b if j not in moved.values()])
    found = []
    for run_a, run_b in zip_longest(runs_a, runs_b):
        kind = "insertion" if run_a is None else "deletion" if run_b is None else "substitution"
        if kind == "substitution" and _letters(a, run_a) == _letters(b, run_b):
            kind = "spelling"
        found.append(Difference(kind, run_a or (of_a.stop, of_a.stop), run_b or (of_b.stop, of_b.stop)))
    return found


def _letters(words: Sequence[Word], run: Run) -> str:
    return "".join(word.folded for word in words[slice(*run)])


def _runs(numbers: list[int]) -> list[Run]:
    """Neighbouring numbers as runs."""
    runs: list[Run] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs


def _forms(a: Sequence[Word], b: Sequence[Word], start_a: int, start_b: int, length: int) -> list[Difference]:
    """Within a common run: how forms and marks differ."""
    found = []
    for step in range(length):
        i, j = start_a + step, start_b + step
        if step and a[i].gap != b[j].gap:
            found.append(Difference("punctuation", (i, i), (j, j)))
        if a[i].form != b[j].form:
            spelled = a[i].folded == b[j].folded or a[i].lemma != b[j].lemma
            found.append(Difference("spelling" if spelled else "substitution", (i, i + 1), (j, j + 1)))
    return found


def relation(found: Sequence[Difference], words: int, paraphrase: float) -> str:
    """In one word what the differences of two passages amount to; words: those of the longer passage.

    'identical', or the kind that alone occurs among the words (spelling and punctuation count only where nothing else
    does), or, of several kinds, the one with most words; 'paraphrase' where several kinds take more than the share
    `paraphrase` of the words.
    """
    worded = [difference for difference in found if difference.kind not in ("spelling", "punctuation")]
    if not worded:
        kinds = {difference.kind for difference in found}
        return next((kind for kind in ("spelling", "punctuation") if kind in kinds), "identical")
    taken = defaultdict(int)
    for difference in worded:
        taken[difference.kind] += difference.words()
    if len(taken) > 1 and sum(taken.values()) > paraphrase * words:
        return "paraphrase"
    # Of equals the substitution: a word more here and a word less there are another wording.
    return max(sorted(taken, key="substitution".__ne__), key=taken.get)
