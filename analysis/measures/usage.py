"""How words are used: between which words they stand, and in whose articles."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.places import begins_sentence


class Usage:
    """The words of a corpus, most frequent first, with their neighbours and documents."""

    def __init__(self, tokens: pd.DataFrame, words: pd.Series, documents: pd.DataFrame):
        """tokens: as the table; words: type_id → word; documents: doc_id, outlet."""
        counts = words.loc[tokens["type_id"]].value_counts().rename_axis("word").reset_index()
        counts = counts.sort_values(["count", "word"], ascending=[False, True])
        self.words, self.n = pd.Index(counts["word"]), counts["count"].to_numpy()
        self.place = self.words.get_indexer(words)[tokens["type_id"]]
        self.follows = ~begins_sentence(tokens)
        self.outlet, self.outlets = pd.factorize(documents["outlet"], sort=True)
        document = pd.Index(documents["doc_id"]).get_indexer(tokens["doc_id"])
        self.documents = _incidence(self.place, document, (len(self.words), len(documents))).astype(bool).astype(float)

    def company(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """How far pairs of words stand between the same words: 0 to 1.

        The cosine of the words right before and right after in the sentence, weighted by (1 + ln tf) · ln(N / n)
        (Salton and Buckley 1988), times n / (n + 1) of the rarer word, of which few neighbours are known.
        """
        size, at = len(self.words), np.flatnonzero(self.follows)
        here, beside = np.concatenate([at, at - 1]), np.concatenate([self.place[at - 1], self.place[at] + size])
        near = _incidence(self.place[here], beside, (size, 2 * size))
        near.data = 1 + np.log(near.data)
        near = near @ sparse.diags_array(np.tile(np.log(self.n.sum() / self.n), 2))
        length = np.sqrt(near.power(2).sum(axis=1))
        shared = near[one].multiply(near[other]).sum(axis=1)
        cosine = np.divide(shared, length[one] * length[other], out=np.zeros(len(one)), where=shared > 0)
        rarer = np.minimum(self.n[one], self.n[other])
        return np.clip(cosine * rarer / (rarer + 1), 0, 1)

    def separation(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """How far outlets keep pairs of words apart: 0 (as by chance, or not to be told) to 1 (each has its own).

        Epsilon squared (Kelley 1935) of the documents that have the one (1), both (0) or the other (-1), by outlet:
        1 - (within / (D - O)) / (total / (D - 1)); with one document an outlet there is nothing within, and it is 0.
        Times (d - 1) / d of the word in fewer documents: a word of one document is one outlet's in any case.
        """
        first, second = self.documents[one], self.documents[other]
        by_outlet = _incidence(np.arange(len(self.outlet)), self.outlet, (len(self.outlet), len(self.outlets)))
        either, value = first.maximum(second), first - second
        sums, sizes = (value @ by_outlet).toarray(), (either @ by_outlet).toarray()
        squares, n = value.power(2).sum(axis=1), sizes.sum(axis=1)
        total = squares - sums.sum(axis=1) ** 2 / n
        within = squares - np.divide(sums**2, sizes, out=np.zeros_like(sums), where=sizes > 0).sum(axis=1)
        free = n - (sizes > 0).sum(axis=1)
        told = (free > 0) & (total > 0)
        ratio = np.divide(within * (n - 1), free * total, out=np.ones(len(one)), where=told)
        rarer = np.minimum(first.sum(axis=1), second.sum(axis=1))
        return np.clip(1 - ratio, 0, 1) * (rarer - 1) / rarer

    def described(self, pairs: pd.DataFrame, shown: Mapping[str, str]) -> pd.DataFrame:
        """The pairs (one, other) with their forms, tokens, documents and outlets, by _a and _b."""
        places = [self.words.get_indexer(pairs[side]) for side in ("one", "other")]
        columns = {}
        for name, side, place in zip("ab", ("one", "other"), places, strict=True):
            there = self.documents[place]
            columns[f"form_{name}"], columns[f"n_{name}"] = pairs[side].map(shown), self.n[place]
            columns[f"documents_{name}"] = there.sum(axis=1).astype(int)
            listed = (self._outlets(there[[row]].indices) for row in range(len(place)))
            columns[f"outlets_{name}"] = pd.Series(listed, dtype="str")
        both = self.documents[places[0]].multiply(self.documents[places[1]]).sum(axis=1)
        return pairs.assign(**columns, documents_both=both.astype(int))

    def _outlets(self, documents: np.ndarray) -> str:
        counts = np.bincount(self.outlet[documents], minlength=len(self.outlets))
        ranked = sorted(np.flatnonzero(counts), key=lambda outlet: (-counts[outlet], outlet))
        return "، ".join(f"{self.outlets[outlet]} {counts[outlet]}" for outlet in ranked)


def _incidence(rows: np.ndarray, columns: np.ndarray, shape: tuple[int, int]) -> sparse.csr_array:
    """How often each row meets each column."""
    return sparse.coo_array((np.ones(len(rows)), (rows, columns)), shape=shape).tocsr()
