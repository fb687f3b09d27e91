"""Shares by hand on a corpus that can be counted by eye, and their intervals."""

import math

import numpy as np
import pandas as pd
import pytest

from analysis.measures.resampling import document_bootstrap
from analysis.measures.shares import frame_shares, line_shares
from analysis.tables import table

FRAMES = {"peace": "سلام", "war": "حرب"}
INFERENCE = {"least_documents": 3, "level": 0.9, "resamples": 500}
DOCUMENTS = pd.DataFrame(
    {
        "doc_id": ["1", "2", "3", "4"],
        "outlet": ["b", "a", "b", "b"],
        "outlet_name_ar": ["ب", "ا", "ب", "ب"],
        "outlet_name_en": ["", "A", "", ""],
    }
)
SENTENCES = pd.DataFrame({"doc_id": list("1122233344"), "sentence": [0, 1, 0, 1, 2, 0, 1, 2, 0, 1]})
# Document 1 says peace twice in one sentence; document 3 says both in one.
HITS = pd.DataFrame(
    [("1", 0, "peace"), ("1", 0, "peace"), ("2", 1, "war"), ("3", 2, "peace"), ("3", 2, "war")],
    columns=["doc_id", "sentence", "frame"],
)


def shares(**options):
    return frame_shares(DOCUMENTS, SENTENCES, HITS, FRAMES, {**INFERENCE, **options}, seed=1)


def test_shares_counted_by_hand():
    rows = table("frame_shares", shares())
    counted = list(rows[["outlet", "frame", "n_documents", "n_sentences", "n_with", "share"]].itertuples(index=False))
    assert counted == [
        ("b", "peace", 3, 7, 2, 2 / 7),
        ("b", "war", 3, 7, 1, 1 / 7),
        ("a", "peace", 1, 3, 0, 0.0),
        ("a", "war", 1, 3, 1, 1 / 3),
    ]
    assert rows["name_ar"].tolist() == ["سلام", "حرب"] * 2


def test_an_interval_needs_documents():
    rows = shares().set_index(["outlet", "frame"])
    assert rows.loc["a", ["low", "high"]].isna().all(axis=None)
    low, high = rows.loc[("b", "peace"), ["low", "high"]]
    assert 0 <= low < 2 / 7 < high <= 1
    assert shares(least_documents=4)[["low", "high"]].isna().all(axis=None)


def test_a_hit_outside_the_coded_sentences_is_no_silent_loss():
    with pytest.raises(AssertionError, match="coded document"):
        frame_shares(DOCUMENTS, SENTENCES[SENTENCES["doc_id"] != "3"], HITS, FRAMES, INFERENCE, seed=1)


def test_the_same_seed_draws_the_same_interval_and_another_does_not():
    drawn = [shares(resamples=50) for _ in range(2)]
    assert drawn[0].equals(drawn[1])
    other = frame_shares(DOCUMENTS, SENTENCES, HITS, FRAMES, {**INFERENCE, "resamples": 50}, seed=2)
    assert not drawn[0].equals(other)


def test_alike_documents_leave_no_doubt():
    ends = document_bootstrap(np.full((12, 1), 2), np.full(12, 5), seed=3, resamples=200, level=0.95)
    assert ends.tolist() == [[0.4], [0.4]]


def test_the_bootstrap_has_the_spread_that_theory_gives():
    """n documents of one sentence: k is binomial, and its quantiles are the ends (Efron and Tibshirani 1993)."""
    n, p = 400, 0.25
    with_frame = np.repeat([[1], [0]], [int(n * p), n - int(n * p)], axis=0)
    low, high = document_bootstrap(with_frame, np.ones(n, dtype=int), seed=5, resamples=4000, level=0.95)
    spread = 1.96 * math.sqrt(p * (1 - p) / n)
    assert low[0] == pytest.approx(p - spread, abs=0.004) and high[0] == pytest.approx(p + spread, abs=0.004)


def test_line_roles_are_counted_with_their_characters():
    lines = pd.DataFrame(
        [("1", 0, 0, 4, "body"), ("1", 1, 5, 7, "credit"), ("1", 2, 8, 10, "body"), ("2", 0, 0, 3, "body")],
        columns=["doc_id", "line", "start", "end", "role"],
    )
    rows = table("line_roles", line_shares(DOCUMENTS.head(2), lines))
    assert list(rows.itertuples(index=False)) == [
        ("1", "ب", "body", 2, 6),
        ("1", "ب", "credit", 1, 2),
        ("2", "ا", "body", 1, 3),
    ]
