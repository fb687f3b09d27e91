"""Which passages have so many words in common that a closer look pays."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cpdist
from scipy.sparse import csr_array

from analysis.events.alignment import encoded
from analysis.events.passages import Passage, Words

CHUNK = 2000  # passages compared with all others at a time, which bounds the memory


class Candidates(NamedTuple):
    """Parallel arrays: two passages (i before j), their words of content in common in order, and each one's number."""

    i: np.ndarray
    j: np.ndarray
    common: np.ndarray
    of_i: np.ndarray
    of_j: np.ndarray

    def contained(self) -> np.ndarray:
        """The share of the shorter passage that the longer one has."""
        return self.common / np.minimum(self.of_i, self.of_j)

    def alike(self) -> np.ndarray:
        """How alike the two are, 0 to 1: common / √(of_i · of_j), the coefficient of Ochiai (1957)."""
        return self.common / np.sqrt(self.of_i * self.of_j)

    def where(self, mask: np.ndarray) -> "Candidates":
        """Those that a mask, or an order, chooses."""
        return Candidates(*(column[mask] for column in self))


def candidates(passages: Sequence[Passage], words: Words, least: int) -> Candidates:
    """All pairs of passages with at least `least` words of content in common in the same order.

    The order is that of a longest common subsequence; only pairs that share as many words in any order are tried.
    """
    keys = [content_keys(words, passage.first, passage.last) for passage in passages]
    i, j = _sharing(keys, least)
    texts, sizes = [encoded(own) for own in keys], np.array([len(own) for own in keys], dtype=np.int64)
    common = cpdist([texts[k] for k in i], [texts[k] for k in j], scorer=LCSseq.similarity, dtype=np.int32, workers=-1)
    found = Candidates(i, j, common.astype(np.int64), sizes[i], sizes[j])
    return found.where(common >= least)


def content_keys(words: Words, first: int, last: int) -> np.ndarray:
    """The keys of the words of content of a passage, in order."""
    types = words.type_id[first:last]
    return words.key[types[words.content[types]]]


def _sharing(keys: list[np.ndarray], least: int) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of passages (i < j) with at least `least` distinct keys in common."""
    distinct = [np.unique(own) for own in keys]
    ends = np.cumsum([0, *map(len, distinct)])
    columns = np.concatenate([np.empty(0, dtype=np.int64), *distinct])
    width = int(columns.max(initial=0)) + 1
    has = csr_array((np.ones(len(columns), dtype=np.int32), columns, ends), shape=(len(keys), width))
    pairs = [
        _above((has[begin : begin + CHUNK] @ has[begin:].T).tocoo(), begin, least)
        for begin in range(0, len(keys), CHUNK)
    ]
    i, j = (
        (np.concatenate([np.empty(0, dtype=np.int64), *part]) for part in zip(*pairs, strict=True))
        if pairs
        else (np.empty(0, dtype=np.int64),) * 2
    )
    return i, j


def _above(shared, begin: int, least: int) -> tuple[np.ndarray, np.ndarray]:
    row, column = shared.coords
    kept = (shared.data >= least) & (row < column)
    return row[kept] + begin, column[kept] + begin
