"""Every character of the coded lines given to one voice."""

from typing import NamedTuple

import numpy as np

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
    if not lines:
        return []
    origin, size = lines[0][0], lines[-1][1] - lines[0][0]
    paint = np.zeros(size + 1, dtype=np.int32)
    for number, stretch in enumerate(stretches, 1):
        paint[max(stretch.start - origin, 0) : max(stretch.end - origin, 0)] = number
    changes = (np.flatnonzero(paint[1:] != paint[:-1]) + 1 + origin).tolist()
    told, at = [], 0
    for begin, end, _ in lines:
        while at < len(changes) and changes[at] <= begin:
            at += 1
        while begin < end:
            stop = min(changes[at], end) if at < len(changes) else end
            number = int(paint[begin - origin])
            told.append(Stretch(begin, stop, *(stretches[number - 1][2:] if number else OWN)))
            begin = stop
            if at < len(changes) and changes[at] <= begin:
                at += 1
    return told
