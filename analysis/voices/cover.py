"""Every character of the coded lines given to one voice."""

from bisect import bisect_left
from typing import NamedTuple

OWN = ("outlet", "own", "no reporting word reaches it")


class Stretch(NamedTuple):
    """Characters [start, end) in somebody's voice: direct or indirect, with the rule that says so."""

    start: int
    end: int
    voice: str
    mode: str
    rule: str


def cover(lines: list[tuple[int, int, str]], stretches: list[Stretch]) -> list[Stretch]:
    """Stretches that hold every character of the lines exactly once; where given ones overlap the later counts."""
    spans = [*(line[:2] for line in lines), *(stretch[:2] for stretch in stretches)]
    cuts = sorted({at for span in spans for at in span})
    owner = [0] * len(cuts)  # of the characters from a cut to the next
    for number, stretch in enumerate(stretches, 1):
        first, last = bisect_left(cuts, stretch.start), bisect_left(cuts, stretch.end)
        owner[first:last] = [number] * (last - first)
    told = []
    for begin, end, _ in lines:
        at = bisect_left(cuts, begin)
        while begin < end:
            number = owner[at]
            while cuts[at] < end and owner[at] == number:
                at += 1
            told.append(Stretch(begin, cuts[at], *(stretches[number - 1][2:] if number else OWN)))
            begin = cuts[at]
    return told
