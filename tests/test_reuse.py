"""Shared wording: the figures that others print, pairs counted one by one, and MinHash beside the exact way."""

import json
import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st
from test_passages import laid
from test_pipeline import CODEBOOK

from analysis.comparison import compare
from analysis.corpus import read_corpus
from analysis.events.alignment import matched
from analysis.events.reuse import PERMUTATIONS, contained, jaccard, jaccard_bag, shared_wording, shingles
from analysis.pipeline import code
from analysis.study import read_study

REFERENCE = json.loads((Path(__file__).parent / "reference" / "text_reuse.json").read_text(encoding="utf-8"))
CASES = {case["id"]: case for case in REFERENCE["cases"]}  # each names its source: repository, commit, path


def test_jaccard_of_sets():
    """ropensci/textreuse 6f8cbe3, tests/testthat/test-jaccard.R."""
    case = CASES["jaccard_set"]
    assert [jaccard(*pair) for pair in case["input"]] == pytest.approx(case["expected"]["jaccard"], abs=case["tol"])


def test_jaccard_of_bags():
    """The same file. |A ∩ B| over |A| + |B| of the bags: .5 where they are the same."""
    case = CASES["jaccard_bag"]
    assert jaccard_bag(*case["input"]) == pytest.approx(case["expected"]["jaccard_bag"], abs=case["tol"])
    assert jaccard_bag("aab", "aab") == 0.5


def test_share_of_matches():
    """ropensci/textreuse 6f8cbe3, tests/testthat/test-ratio_of_matches.R: the share of b that is in a."""
    case = CASES["ratio_of_matches"]
    found = [contained(b, a) for a, b in case["input"]]
    assert found == pytest.approx(case["expected"]["share_of_b_found_in_a"], abs=case["tol"])


def test_nothing_has_nothing_in_common():
    assert jaccard([], []) == jaccard([], [1]) == jaccard_bag([], []) == contained([], [1]) == 0


def test_bigrams_that_match():
    """The same file: the two-word sequences that both texts have, as shingles of two words."""
    case = CASES["bigram_matches"]
    texts = [text.split() for text in case["input"]]
    number = {word: n for n, word in enumerate(sorted({word for text in texts for word in text}))}
    one, other = (shingles(np.array([number[word] for word in text]), 2) for text in texts)
    named = {
        shingles(np.array([number[a], number[b]]), 2)[0]: f"{a} {b}"
        for a, b in zip(texts[0], texts[0][1:], strict=False)
    }
    assert sorted(named[each] for each in np.intersect1d(one, other)) == case["expected"]["shared_bigrams"]


def edits(one, other):
    """The stretch of either text from its first matched word to its last, '#' for the letters of a word it lacks."""
    a, b = (re.findall(r"\w+", text) for text in (one, other))
    number = {word.lower(): n for n, word in enumerate([*a, *b])}
    runs = matched(*([number[word.lower()] for word in words] for words in (a, b)))
    shown, (end_a, end_b) = ([], []), runs[0][:2] if runs else (0, 0)
    for i, j, length in runs:
        only_a, only_b = a[end_a:i], b[end_b:j]
        shown[0].extend([*only_a, *("#" * len(word) for word in only_b), *a[i : i + length]])
        shown[1].extend([*("#" * len(word) for word in only_a), *only_b, *b[j : j + length]])
        end_a, end_b = i + length, j + length
    return [" ".join(words) for words in shown]


@pytest.mark.parametrize("name", ["smith_waterman_words", "smith_waterman_none"])
def test_alignment_of_words(name):
    """ropensci/textreuse 6f8cbe3, tests/testthat/test-alignment.R: local alignment (Smith and Waterman 1981)."""
    case = CASES[name]
    assert edits(*case["input"]) == [case["expected"]["a_edits"], case["expected"]["b_edits"]]


def test_minhash_estimates_the_exact_figure():
    """ekzhu/datasketch 8d4bda1, README: two sets of twelve words. The estimate lies within three standard errors."""
    case = CASES["datasketch_readme"]
    exact = jaccard(*case["input"])
    assert exact == pytest.approx(case["expected"]["jaccard_exact"], abs=1e-12)
    one, other = MinHash.bulk([[word.encode() for word in words] for words in case["input"]], num_perm=PERMUTATIONS)
    assert abs(one.jaccard(other) - exact) < 3 * (exact * (1 - exact) / PERMUTATIONS) ** 0.5


@given(st.lists(st.lists(st.integers(0, 3), max_size=12), max_size=6))
def test_all_pairs_are_counted_exactly(documents):
    """Against pairs of Python sets of sequences, one by one."""
    own = {f"d{n}": {tuple(words[at : at + 5]) for at in range(len(words) - 4)} for n, words in enumerate(documents)}
    found = shared_wording({f"d{n}": shingles(np.array(words)) for n, words in enumerate(documents)}, 2000, 0.5)
    counted = [
        (a, b, len(own[a]), len(own[b]), both, both / len(own[a] | own[b]))
        for a, b in combinations(own, 2)
        if (both := len(own[a] & own[b]))
    ]
    assert list(found.itertuples(index=False, name=None)) == counted


def copies(n, rng):
    """Articles of 120 words, every third a copy of the one before it in which up to a fifth of the words is changed."""
    found = []
    for number in range(n):
        words = rng.integers(0, 5000, 120)
        if number % 3 == 2:
            words, begin = found[-1].copy(), rng.integers(0, 90)
            words[begin : begin + rng.integers(1, 24)] = 5001
        found.append(words)
    return {f"d{number:03d}": shingles(words) for number, words in enumerate(found)}


def test_minhash_finds_near_duplicates_and_counts_them_exactly():
    documents = copies(300, np.random.default_rng(7))
    exact = shared_wording(documents, 10_000, 0.5).query("jaccard >= 0.5")
    assert len(exact) == 100, "every copy is a near-duplicate of one article"
    found = shared_wording(documents, 300, 0.5)
    both = found.merge(exact, on=list(exact.columns))
    assert len(both) == len(found), "what MinHash finds is counted as the exact way counts it"
    clear = exact[exact["jaccard"] > 0.6]
    assert len(clear) > 50 and len(found.merge(clear, on=list(exact.columns))) == len(clear)


def test_below_the_threshold_minhash_proposes_nothing():
    assert shared_wording({"a": shingles(np.arange(40)), "b": shingles(np.arange(30, 70))}, 2, 0.5).empty
    assert shared_wording({}, 0, 0.5).empty and shared_wording({"a": shingles(np.arange(3))}, 1, 0.5).empty


@pytest.fixture(scope="module")
def seeds():
    coded = code(read_corpus(read_study(ROOT)), CODEBOOK)
    return compare(coded, CODEBOOK)["reuse"].set_index(["doc_a", "doc_b"])


def test_the_seeds(seeds):
    """Two reports of one meeting, 000 and 002, share words; no other two do."""
    (one, other), row = next(seeds.iterrows())
    assert (one[:3], other[:3]) == ("000", "002")
    assert row["jaccard"] == pytest.approx(0.062, abs=1e-3)
    assert row["days"] == 0
    assert (seeds["jaccard"].iloc[1:] <= 0.001).all()


def test_days_are_empty_where_a_date_is_not_known():
    said = "قالت الوزيرة ليلى حداد إن الميناء سيغلق أبوابه غدا"
    texts = {"a": f"{said}.", "b": f"{said} كله.", "c": f"{said} صباحا."}
    days = laid(texts)["reuse"]["days"]
    assert len(days) == 3 and days.isna().all()
