"""Types by the slots that allow them, so that patterns are sought over a small alphabet."""

import numpy as np

from analysis.text.types import ranges

HASHED = 22  # bits: 4 million flags, which stay in a processor's cache
GOLDEN = np.int64(0x1E3779B97F4A7C15)  # an odd number near the golden ratio's share (Knuth 1998, section 6.4)


class Letters:
    """Types that the same slots allow are one letter; letter 0 is every type that no slot allows.

    of_type: the letter of each type; slot, letter: parallel arrays in order, which letters a slot allows;
    begin, sizes: where each slot's letters begin, and how many they are.
    """

    def __init__(self, pairs: np.ndarray, slots: int, size: int):
        """Take the allowed pairs, slot * size + type, in any order; slots, size: how many slots and types there are."""
        pairs = np.sort(pairs)
        slot, type_id = np.divmod(pairs[np.diff(pairs, prepend=-1) != 0], max(size, 1))
        order = np.argsort(type_id, kind="stable")
        slot, type_id = slot[order], type_id[order]
        cuts = np.flatnonzero(np.diff(type_id, prepend=-1, append=-1)) if len(slot) else np.zeros(1, dtype=np.int64)
        numbers: dict[bytes, int] = {}
        found = [
            numbers.setdefault(slot[a:b].tobytes(), len(numbers) + 1) for a, b in zip(cuts, cuts[1:], strict=False)
        ]
        self.of_type = np.zeros(size, dtype=np.int32)  # half the memory that every token is looked up in
        self.of_type[type_id[cuts[:-1]]] = found
        self.count = len(numbers) + 1
        self.slot, self.letter = np.divmod(np.unique(slot * self.count + self.of_type[type_id]), self.count)
        self.begin = np.searchsorted(self.slot, np.arange(slots + 1))
        self.sizes = np.diff(self.begin)

    def allow(self, slot: np.ndarray, letter: np.ndarray) -> np.ndarray:
        """A mask: whether the slot allows the letter."""
        allowed, asked = self.slot * self.count + self.letter, slot * self.count + letter
        return allowed[np.minimum(np.searchsorted(allowed, asked), len(allowed) - 1)] == asked


class Lists:
    """Lists of numbers by a small code."""

    def __init__(self, code: np.ndarray, number: np.ndarray, size: int):
        """Take parallel arrays, in any order, of codes below size and the numbers listed under them."""
        order = np.lexsort((number, code))
        self.number, self.begin = number[order], np.searchsorted(code[order], np.arange(size + 1))
        self.length = np.diff(self.begin)

    def of(self, code: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Parallel arrays: a position in the codes asked for, and a number listed under the code there."""
        at = np.flatnonzero((self.length > 0)[code])
        code = code[at]
        length = self.length[code]
        return np.repeat(at, length), self.number[ranges(self.begin[code], length)]


class Neighbours:
    """Lists of numbers by two letters that stand beside each other; a hash rules out nearly all others first."""

    def __init__(self, pair: np.ndarray, number: np.ndarray, letters: int):
        """Take pairs as left * letters + right, and the numbers listed under them."""
        self.letters = letters
        self.pairs, row = np.unique(pair, return_inverse=True)
        self.lists = Lists(row, number, len(self.pairs))
        self.flags = np.zeros(1 << HASHED, dtype=bool)
        self.flags[_hash(self.pairs)] = True

    def of(self, letter: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Parallel arrays: the position of a left letter, and a number listed under it and its neighbour."""
        asked = letter[:-1].astype(np.int64) * self.letters + letter[1:]
        at = np.flatnonzero(self.flags[_hash(asked)])
        asked = asked[at]
        row = np.searchsorted(self.pairs, asked)
        row[row == len(self.pairs)] = 0
        real = self.pairs[row] == asked
        place, number = self.lists.of(row[real])
        return at[real][place], number


def _hash(pairs: np.ndarray) -> np.ndarray:
    return ((pairs * GOLDEN).view(np.uint64) >> np.uint64(64 - HASHED)).view(np.int64)
