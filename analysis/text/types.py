"""The distinct written forms of a corpus, by the keys under which a codebook's words find them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analysis.text.morphology import ARTICLE, dictionary, lemma, variants
from analysis.text.words import fold


class Pairs(NamedTuple):
    """Parallel arrays: the number of a word asked for, and the id of a type that answers to it."""

    word: np.ndarray
    type_id: np.ndarray


def keys(form: str) -> str:
    """The keys under which a written form is found, one space between: 'وأمنها' → 'امن امنها وامن وامنها'."""
    return " ".join(sorted(variants(form)))


class TypeIndex:
    """The types of a corpus, ready for look-ups; it depends on no codebook."""

    def __init__(self, forms: Sequence[str], lemmas: Sequence[str], keys_of: Sequence[str] | None = None):
        """Index written forms (their position is the type id) and their folded lemmas.

        keys_of: what keys() says of each form, where a table has it already: else it takes 14 µs a form.
        """
        self.size = len(forms)
        self.lemmas = _strings(lemmas)
        self.by_lemma = np.arange(self.size)
        lists = pc.split_pattern(_strings(list(map(keys, forms)) if keys_of is None else keys_of), " ")
        self.keys, self.by_key = lists.flatten(), pc.list_parent_indices(lists).to_numpy()

    def forms_of(self, words: Sequence[str]) -> Pairs:
        """The types that are forms of bare words: inflected forms by lemma, clitic forms by pattern.

        The lemma counts only where the lemmatiser agrees that the word is a dictionary form: it takes
        إرهاب for a verb's past tense, and a codebook knows better.
        """
        heads = [headword(word) for word in words]
        trusted = [head if lemma(word) == head else None for word, head in zip(words, heads, strict=True)]
        return _joined(_look_up(self.keys, self.by_key, heads), _look_up(self.lemmas, self.by_lemma, trusted))

    def written(self, forms: Sequence[str]) -> Pairs:
        """The types that are written forms, with any clitics before and after them."""
        return _look_up(self.keys, self.by_key, [fold(form) for form in forms])


def headword(word: str) -> str:
    """The folded word without its article, where the article is not part of it: 'الأمن' → 'امن', 'الله' → 'الله'."""
    key = fold(word)
    known = dictionary().get(key)
    return key if known and known.startswith(ARTICLE) else key.removeprefix(ARTICLE)


def _strings(values: Sequence[str]) -> pa.Array:
    """The strings in one piece: a column read from a large file comes in several."""
    found = pa.array(values, pa.string())
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def _look_up(column: pa.Array, type_ids: np.ndarray, wanted: Sequence[str | None]) -> Pairs:
    """Every row of a column of keys that is wanted; several words may want one key, None wants nothing."""
    distinct = {key: number for number, key in enumerate(dict.fromkeys(key for key in wanted if key))}
    found = pc.index_in(column, pa.array(list(distinct), pa.string())).fill_null(-1).to_numpy(zero_copy_only=False)
    rows = np.flatnonzero(found >= 0)
    rows = rows[np.argsort(found[rows], kind="stable")]
    begin = np.searchsorted(found[rows], np.arange(len(distinct) + 1))
    asked = np.array([distinct.get(key, -1) for key in wanted], dtype=np.int64)
    count = np.where(asked >= 0, np.diff(begin, append=0)[asked], 0)
    return Pairs(np.repeat(np.arange(len(asked)), count), type_ids[rows[ranges(begin[asked], count)]])


def _joined(*parts: Pairs) -> Pairs:
    return Pairs(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def ranges(begin: np.ndarray, count: np.ndarray) -> np.ndarray:
    """The whole numbers begin, begin + 1, … of each of several ranges, one after the other."""
    ends = np.cumsum(count)
    return np.repeat(begin - ends + count, count) + np.arange(ends[-1] if len(ends) else 0)
