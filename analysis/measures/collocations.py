"""Which words stand near something more often than their frequency lets expect."""

import numpy as np
import pandas as pd

from analysis.measures.association import association
from analysis.measures.concordance import token_places
from analysis.text.types import ranges

SCORES = ["log_dice", "mi", "t", "ll"]


def collocations(nodes: pd.DataFrame, tokens: pd.DataFrame, span: int = 5, least: int = 3) -> pd.DataFrame:
    """One row per word that stands at least `least` times within `span` words of a node, in its sentence.

    nodes: doc_id, start, end; tokens: with their key as `word`. Every token is counted once, however many nodes are
    near, and none that is part of a node (surface co-occurrence: Evert 2009, section 3.1). What is expected rests on
    the words that really are within reach, which at the ends of sentences are fewer than 2 · span: window is their
    mean per node. By logDice, highest first. Columns as in the schema collocates; no measure says how many articles
    a pair rests on: n_documents does.
    """
    first, last, begin, stop = token_places(nodes, tokens)
    inside = _covered(first, last, len(tokens))
    near = _covered(np.maximum(first - span, begin), np.minimum(last + span, stop), len(tokens)) & ~inside
    words = tokens["word"].astype("str")
    reached = tokens.loc[near, ["doc_id"]].assign(word=words[near])
    rows = reached.groupby("word", as_index=False).agg(o11=("word", "size"), n_documents=("doc_id", "nunique"))
    rows = rows[rows["o11"] >= least].reset_index(drop=True)
    window = near.sum() / max(len(nodes), 1)
    frequency = rows["word"].map(words.value_counts()).astype("int64")
    rows = rows.assign(f1=len(nodes), f2=frequency, n=len(tokens), window=window)
    scores = association(rows["o11"], rows["f1"], rows["f2"], len(tokens), window)
    rows = rows.join(scores[SCORES]).sort_values(["log_dice", "word"], ascending=[False, True], ignore_index=True)
    return rows[["word", "o11", "f1", "f2", "n", "window", "n_documents", *SCORES]]


def _covered(first: np.ndarray, last: np.ndarray, size: int) -> np.ndarray:
    """Which of `size` places lie in one of the ranges first … last."""
    covered = np.zeros(size, dtype=bool)
    covered[ranges(first, last - first + 1)] = True
    return covered
