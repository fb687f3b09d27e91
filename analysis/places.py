"""Which span of a table a place in a text falls into."""

import numpy as np
import pandas as pd

LONGEST = 40  # bits: more code points than any text has


def containing(places: pd.DataFrame, spans: pd.DataFrame) -> np.ndarray:
    """For each place (doc_id, start), the row of the last span of its document that starts at or before it.

    spans: doc_id, start, each document's rows together and by start; every place must follow a span's start.
    """
    both = pd.concat([spans[["doc_id", "start"]], places[["doc_id", "start"]]])
    document, _ = pd.factorize(both["doc_id"])  # numbered as the spans bring them
    begin, at = np.split(document.astype(np.int64) << LONGEST | both["start"].to_numpy(dtype=np.int64), [len(spans)])
    return np.searchsorted(begin, at, side="right") - 1


def begins_sentence(tokens: pd.DataFrame) -> np.ndarray:
    """A mask of the tokens (doc_id, sentence; in the order of the texts) before which none of their sentence stands."""
    new = (tokens["doc_id"] != tokens["doc_id"].shift()) | (tokens["sentence"] != tokens["sentence"].shift())
    return new.to_numpy()


def by_sentence(rows: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The rows (doc_id, start, end) cut at the ends of sentences, each part with the `sentence` it lies in.

    sentences: in the order of the texts. What lies between two sentences falls away.
    """
    sentences = sentences.reset_index(drop=True)
    first = containing(rows, sentences)
    last = containing(rows.assign(start=rows["end"] - 1), sentences)
    count = last - first + 1
    ends = np.cumsum(count)
    place = np.repeat(first - ends + count, count) + np.arange(ends[-1] if len(ends) else 0)
    parts = rows.loc[rows.index.repeat(count)].reset_index(drop=True)
    there = sentences.iloc[place].reset_index(drop=True)
    start, end = np.maximum(parts["start"], there["start"]), np.minimum(parts["end"], there["end"])
    return parts.assign(start=start, end=end, sentence=there["sentence"])[(start < end).to_numpy()]
