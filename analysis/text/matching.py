"""Codebook expressions found in rows of type ids: every look-up once per type, every phrase over integers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.text.morphology import ARTICLE, dictionary, lemma, variants
from analysis.text.words import bare, fold, tokenise


class Expression(NamedTuple):
    """A word or phrase in dictionary form, with further forms it has.

    exclude: forms that, with their clitics, do not count; outside: phrases within which a match does not count.
    """

    term: str
    forms: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


class Matches(NamedTuple):
    """Parallel arrays: the first and last token of each match and the number of its expression."""

    first: np.ndarray
    last: np.ndarray
    expression: np.ndarray


class TypeIndex:
    """The types of a corpus by the keys a codebook may know them under."""

    def __init__(self, forms: Sequence[str], lemmas: Sequence[str]):
        """Index written forms (their position is the type id) and their folded lemmas."""
        self.size = len(forms)
        self.by_lemma, self.by_variant = defaultdict(set), defaultdict(set)
        for number, (form, its_lemma) in enumerate(zip(forms, lemmas, strict=True)):
            self.by_lemma[its_lemma].add(number)
            for variant in variants(form):
                self.by_variant[variant].add(number)

    def types(self, word: str) -> set[int]:
        """The ids of the types that are forms of a word: its inflections by lemma, its clitic forms by pattern.

        The lemma counts only where the lemmatiser agrees that the word is a dictionary form: it takes
        إرهاب for a verb's past tense, and a codebook knows better.
        """
        key = headword(word)
        found = set(self.by_variant.get(key, ()))
        if lemma(word) == key:
            found |= self.by_lemma.get(key, set())
        return found


def headword(word: str) -> str:
    """The folded word without its article, where the article is not part of it: 'الأمن' → 'امن', 'الله' → 'الله'."""
    key = fold(word)
    known = dictionary().get(key)
    return key if known and known.startswith(ARTICLE) else key.removeprefix(ARTICLE)


def words(phrase: str) -> list[str]:
    """The words of a phrase as written, without their marks."""
    return [bare(phrase[start:end]) for start, end in tokenise(phrase)]


class Matcher:
    """Expressions compiled against a TypeIndex: find() costs one look-up per token and a little per candidate."""

    def __init__(self, expressions: Iterable[Expression], index: TypeIndex):
        """Compile; each expression is known by its number, in the order given."""
        self.slots: list[tuple[int, list[set[int]]]] = []  # owner, types allowed at each place
        self.guards: list[tuple[int, list[set[int]]]] = []
        for number, expression in enumerate(expressions):
            excluded = {i for form in expression.exclude for i in index.by_variant.get(fold(form), ())}
            for term in (expression.term, *expression.forms):
                self.slots.append((number, [index.types(word) - excluded for word in words(term)]))
            for phrase in expression.outside:
                self.guards.append((number, [index.types(word) for word in words(phrase)]))
        self.size = index.size

    def find(self, type_ids: np.ndarray, sentence: np.ndarray) -> Matches:
        """All matches within sentences, in order of place; the longer of two that overlap in one expression.

        type_ids, sentence: one entry per token, the sentence numbers rising through the batch.
        """
        hits = _occurrences(self.slots, self.size, type_ids, sentence)
        guards = _occurrences(self.guards, self.size, type_ids, sentence)
        hits = _outside(hits, guards)
        hits = _longest(hits)
        return Matches(*(hits[column].to_numpy() for column in Matches._fields))


def _occurrences(patterns: list, size: int, type_ids: np.ndarray, sentence: np.ndarray) -> pd.DataFrame:
    """Where patterns (owner, sets of types) occur: candidates by first word, then narrowed place by place."""
    patterns = [pattern for pattern in patterns if all(pattern[1]) and pattern[1]]
    heads = sorted((type_id, number) for number, (_, places) in enumerate(patterns) for type_id in places[0])
    head_types = np.array([type_id for type_id, _ in heads], dtype=np.int64)
    head_patterns = np.array([number for _, number in heads], dtype=np.int64)
    offset = np.searchsorted(head_types, np.arange(size + 1))
    is_head = np.diff(offset) > 0
    position = np.flatnonzero(is_head[type_ids]) if len(type_ids) else np.empty(0, dtype=np.int64)
    begin, count = offset[type_ids[position]], np.diff(offset)[type_ids[position]]
    first = np.repeat(position, count)
    within = np.arange(len(first)) - np.repeat(np.cumsum(count) - count, count)
    pattern = head_patterns[np.repeat(begin, count) + within]
    length = np.array([len(places) for _, places in patterns], dtype=np.int64)
    for place in range(1, length.max(initial=1)):
        keep = _fits(patterns, size, place, first, pattern, length, type_ids, sentence)
        first, pattern = first[keep], pattern[keep]
    owner = np.array([number for number, _ in patterns], dtype=np.int64)
    return pd.DataFrame({"first": first, "last": first + length[pattern] - 1, "expression": owner[pattern]})


def _fits(patterns, size, place, first, pattern, length, type_ids, sentence) -> np.ndarray:
    """Which candidates are too short to reach this place, or have an allowed type of the same sentence there."""
    allowed = np.array(
        sorted(
            number * size + type_id
            for number, (_, places) in enumerate(patterns)
            if len(places) > place
            for type_id in places[place]
        ),
        dtype=np.int64,
    )
    there = np.minimum(first + place, len(type_ids) - 1)
    inside = (first + place < len(type_ids)) & (sentence[there] == sentence[first])
    return (length[pattern] <= place) | (inside & np.isin(pattern * size + type_ids[there], allowed))


def _outside(hits: pd.DataFrame, guards: pd.DataFrame) -> pd.DataFrame:
    """The hits that lie in no guard phrase of their own expression."""
    if guards.empty:
        return hits
    pairs = hits.reset_index().merge(guards, on="expression", suffixes=("", "_guard"))
    inside = pairs[(pairs["first_guard"] <= pairs["first"]) & (pairs["last"] <= pairs["last_guard"])]
    return hits.drop(index=inside["index"].unique())


def _longest(hits: pd.DataFrame) -> pd.DataFrame:
    """Of hits of one expression that overlap, the earliest and longest; the others say nothing more."""
    hits = hits.sort_values(["expression", "first", "last"], ascending=[True, True, False], ignore_index=True)
    reached = hits.groupby("expression")["last"].cummax().shift(fill_value=-1)
    same = hits["expression"] == hits["expression"].shift(fill_value=-1)
    hits = hits[~same | (hits["first"] > reached)]
    return hits.sort_values(["first", "last", "expression"], ignore_index=True)
