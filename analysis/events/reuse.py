"""Which articles share wording: sequences of five words that stand in both."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from datasketch import MinHash, MinHashLSH
from scipy.sparse import csr_array

WORDS = 5
PERMUTATIONS = 128
CHUNK = 1000


def shingles(numbers: np.ndarray, words: int = WORDS) -> np.ndarray:
    """The distinct sequences of `words` neighbouring words (w-shingles; Broder 1997), each as one number.

    numbers: the words as numbers. Two sequences share a number with a chance of about 1 in 2⁶⁴.
    """
    if len(numbers) < words:
        return np.empty(0, dtype=np.uint64)
    mixed = (numbers.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    found = np.zeros(len(numbers) - words + 1, dtype=np.uint64)
    for place in range(words):
        found = found * np.uint64(0xBF58476D1CE4E5B9) + mixed[place : place + len(found)]
    return np.unique(found)


def jaccard(one: Sequence, other: Sequence) -> float:
    """|A ∩ B| / |A ∪ B| of the distinct members (Jaccard 1912); 0 where both are empty."""
    one, other = set(one), set(other)
    return len(one & other) / len(one | other) if one or other else 0.0


def jaccard_bag(one: Sequence, other: Sequence) -> float:
    """Σ min(n_A, n_B) / (|A| + |B|) of the members with their repetitions, .5 at most; 0 where both are empty.

    After textreuse (Mullen 2020, jaccard_bag_similarity).
    """
    shared = (Counter(one) & Counter(other)).total()
    return shared / (len(one) + len(other)) if one or other else 0.0


def contained(one: Sequence, other: Sequence) -> float:
    """The share of the members of one that are in the other as well (containment; Broder 1997); 0 where it is empty."""
    there = set(other)
    return sum(member in there for member in one) / len(one) if one else 0.0


def shared_wording(shingles_of: dict[str, np.ndarray], exact_below: int, least: float) -> pd.DataFrame:
    """One row per pair of documents that share a sequence: doc_a, doc_b, n_a, n_b, n_shared, jaccard.

    shingles_of: by document, in the order in which the first of a pair is to stand. Below `exact_below` documents
    all pairs are compared; from then on only pairs that MinHash LSH (Broder 1997; Indyk and Motwani 1998) proposes
    with a Jaccard index of `least` or more, and these are then counted exactly.
    """
    names = list(shingles_of)
    many = len(names) >= exact_below
    rows = list(_proposed(shingles_of, least) if many else _all(list(shingles_of.values())))
    table = pd.DataFrame(rows, columns=["a", "b", "n_shared"]).sort_values(["a", "b"], ignore_index=True)
    sizes = np.array([len(found) for found in shingles_of.values()], dtype=np.int64)
    n_a, n_b = sizes[table["a"]], sizes[table["b"]]
    name = np.array(names, dtype=object)
    found = pd.DataFrame(
        {
            "doc_a": name[table["a"]],
            "doc_b": name[table["b"]],
            "n_a": n_a,
            "n_b": n_b,
            "n_shared": table["n_shared"],
            "jaccard": table["n_shared"] / (n_a + n_b - table["n_shared"]),
        }
    )
    return found[found["jaccard"] >= least] if many else found


def _all(found: list[np.ndarray]) -> Iterator[tuple[int, int, int]]:
    """Every pair with a sequence in common, by number, and how many."""
    ends = np.cumsum([0, *map(len, found)])
    distinct, columns = np.unique(np.concatenate([np.empty(0, dtype=np.uint64), *found]), return_inverse=True)
    has = csr_array((np.ones(len(columns), dtype=np.int32), columns, ends), shape=(len(found), max(len(distinct), 1)))
    for begin in range(0, len(found), CHUNK):
        shared = (has[begin : begin + CHUNK] @ has[begin:].T).tocoo()
        row, column = shared.coords
        above = row < column
        pairs = (row[above] + begin, column[above] + begin, shared.data[above])
        yield from zip(*(numbers.tolist() for numbers in pairs), strict=True)


def _proposed(shingles_of: dict[str, np.ndarray], least: float) -> Iterator[tuple[int, int, int]]:
    """The pairs that MinHash LSH proposes, by number, and how many sequences they share."""
    found = list(shingles_of.values())
    # What is proposed is counted: a wrong proposal costs time, a missed one is lost.
    index = MinHashLSH(threshold=least, num_perm=PERMUTATIONS, weights=(0.1, 0.9))
    hashes = MinHash.bulk([_members(own) for own in found], num_perm=PERMUTATIONS)
    near = defaultdict(set)
    for number, its_hash in enumerate(hashes):
        if len(found[number]):
            near[number].update(index.query(its_hash))
            index.insert(number, its_hash)
    for number, others in near.items():
        for other in others:
            yield other, number, len(np.intersect1d(found[other], found[number], assume_unique=True))


def _members(own: np.ndarray) -> list[bytes]:
    return [value.tobytes() for value in own]
