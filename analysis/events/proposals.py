"""Which articles may report one event: close in time, with the same names and telling words."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_array, diags_array

from analysis.events.rules import Rules

SHOWN = 6  # words that are named as the reason


class Vectors(NamedTuple):
    """Articles × words, every row of length 1; the words by column."""

    rows: csr_array
    words: np.ndarray


def vectors(tokens: pd.DataFrame, doc_ids: pd.Series, names: frozenset[str], weight: int) -> Vectors:
    """The articles as weights of their words: (1 + log tf) · log(N / df), rows of length 1 (Salton and Buckley 1988).

    tokens: doc_id and word of the content words of coded sentences; names: words of names, which weigh `weight`
    times as much, since an event is told by who takes part. Words of one article only are left out.
    """
    word, known = pd.factorize(tokens["word"], sort=True)
    document = pd.Categorical(tokens["doc_id"], categories=doc_ids).codes
    counts = csr_array((np.ones(len(word)), (document, word)), shape=(len(doc_ids), len(known)))
    counts.sum_duplicates()
    frequency = np.bincount(counts.indices, minlength=len(known))
    rarity = np.where(frequency > 1, np.log(len(doc_ids) / np.maximum(frequency, 1)), 0.0)
    rarity *= np.where(pd.Series(known, dtype="str").isin(names), weight, 1)
    counts.data = (1 + np.log(counts.data)) * rarity[counts.indices]
    length = np.sqrt(counts.multiply(counts).sum(axis=1))
    return Vectors(csr_array(diags_array(1 / np.maximum(length, 1e-12)) @ counts), np.asarray(known, dtype=object))


def clusters(rows: csr_array, days: np.ndarray, given: np.ndarray, rules: Rules) -> np.ndarray:
    """The number of the event of each article, in the order of their days: clustering in one pass.

    Each article joins the event with whose articles of the last rules.days_apart days it has the greatest mean cosine,
    if that is rules.same_event or more, else it begins an event (single-pass clustering with group averages; Yang,
    Pierce and Carbonell 1998). days: ascending; given: the number of the event that people gave the article, -1:
    none; those stay.
    """
    number = given.copy()
    following = int(given.max(initial=-1)) + 1
    for day in np.unique(days):
        begin, end = np.searchsorted(days, [day - rules.days_apart.value, day + 1])
        first = int(np.searchsorted(days, day))
        alike = (rows[first:end] @ rows[begin:end].T).toarray()
        for place in range(first, end):
            if number[place] < 0:
                near = alike[place - first, : place - begin]
                number[place] = _nearest(near, number[begin:place], rules.same_event.value)
            if number[place] < 0:
                number[place], following = following, following + 1
    return number


def _nearest(alike: np.ndarray, number: np.ndarray, least: float) -> int:
    """The event with the greatest mean likeness; -1 where that is too small, or there is none yet."""
    if not len(number):
        return -1
    events, of = np.unique(number, return_inverse=True)
    mean = np.bincount(of, weights=alike) / np.bincount(of)
    best = int(mean.argmax())
    return int(events[best]) if mean[best] >= least else -1


def reasons(rows: csr_array, words: np.ndarray, members: np.ndarray, shown: pd.Series) -> str:
    """The words that weigh most in all the articles of an event; shown: word → a written form."""
    weight = rows[members].sum(axis=0)
    top = np.argsort(-weight, kind="stable")[:SHOWN]
    return "، ".join(shown[words[column]] for column in top if weight[column] > 0)


def proposals(
    documents: pd.DataFrame,
    tokens: pd.DataFrame,
    speakers: pd.Series,
    reuse: pd.DataFrame,
    shown: pd.Series,
    rules: Rules,
) -> pd.DataFrame:
    """One row per article of each event that is given or proposed, with what speaks for it: to be looked through.

    documents: those with a date, by date; tokens: doc_id and word of the content words of coded sentences; speakers:
    folded names; reuse: the table of that name; shown: word → a written form. Only events of two outlets or more are
    proposed; those that people gave stay, with the articles that may belong to them too. Columns: doc_id, event,
    decided ('given' or 'proposed'), outlet, published, headline, words (those that weigh most in the event),
    five_word_sequences (the most that the article shares with another of the event).
    """
    names = frozenset(word for name in speakers for word in name.split())
    rows, words = vectors(tokens, documents["doc_id"], names, rules.name_weight.value)
    days = pd.to_datetime(documents["published"]).to_numpy().astype("datetime64[D]").astype(np.int64)
    given, events = pd.factorize(documents["event"].where(documents["event"] != ""))
    number = clusters(rows, days, given, rules)
    found = documents.assign(number=number, decided=np.where(given >= 0, "given", "proposed"))
    outlets = found.groupby("number")["outlet"].transform("nunique")
    found = found[(outlets > 1) | (found["number"] < len(events))]
    told = {n: reasons(rows, words, np.flatnonzero(number == n), shown) for n in found["number"].unique()}
    found = found.assign(
        event=_named(found, list(events)),
        words=found["number"].map(told),
        five_word_sequences=_shared(found, reuse),
    )
    columns = ["doc_id", "event", "decided", "outlet", "published", "headline", "words", "five_word_sequences"]
    return found.sort_values(["number", "published", "doc_id"])[columns].reset_index(drop=True)


def _named(found: pd.DataFrame, events: list[str]) -> pd.Series:
    """The ids of the events: those given stay, the others are called after their first day and their place in it."""
    first = found.groupby("number")["published"].min()
    names = {n: events[n] for n in first.index if n < len(events)}
    for day, numbers in first[~first.index.isin(names)].groupby(first):
        names |= {n: f"proposed-{day}-{place}" for place, n in enumerate(numbers.index, 1)}
    return found["number"].map(names)


def _shared(found: pd.DataFrame, reuse: pd.DataFrame) -> pd.Series:
    """The most five-word sequences that each article shares with another of its event."""
    event = found.set_index("doc_id")["number"]
    pairs = reuse[reuse["doc_a"].map(event) == reuse["doc_b"].map(event)]
    both = pd.concat([pairs.set_index("doc_a")["n_shared"], pairs.set_index("doc_b")["n_shared"]])
    return found["doc_id"].map(both.groupby(level=0).max()).fillna(0).astype("int64")
