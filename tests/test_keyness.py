"""Keyness: the figures that others print, keywords that can be counted by eye, and when no p-value is given."""

import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import sparse, stats

from analysis.measures.association import association, chi_squared, fisher, log_likelihood, williams
from analysis.measures.keyness import (
    bic,
    document_p,
    keywords,
    log_ratio,
    odds_ratio,
    percent_diff,
    ranked,
    relative_risk,
    smallest_p,
)
from analysis.measures.log_odds import pairwise, pooled
from analysis.schemas.words import WORDS

REFERENCE = json.loads((Path(__file__).parent / "reference" / "keyness.json").read_text(encoding="utf-8"))
CASES = {case["id"]: case for case in REFERENCE["cases"]}  # each names its source: repository, commit, path
INFERENCE = {"least_documents": 10, "least_document_frequency": 2, "draws": 200}


def four(case: dict) -> tuple[int, int, int, int]:
    return tuple(case["input"][cell] for cell in "abcd")


def quanteda_yates(a, b, c, d) -> np.ndarray:
    """Which tables quanteda.textstats corrects: |ad - bc| ≥ N/2 and an expected count below 5 (src/keyness.cpp)."""
    a, b = np.asarray(a), np.asarray(b)
    smallest = np.minimum(a + b, c + d - a - b) * min(c, d) / (c + d)
    return (np.abs(a * (d - b) - b * (c - a)) >= (c + d) / 2) & (smallest < 5)


@pytest.mark.parametrize("name", ["quanteda_ab_2x2", "quanteda_ab_grouped"])
def test_one_table_as_in_quanteda(name):
    """quanteda/quanteda.textstats 9fc2708, tests/testthat/test-textstat_keyness.R; against R's chisq.test."""
    printed, table = CASES[name]["expected"], four(CASES[name])
    found = {
        "chi2_uncorrected": chi_squared(*table),
        "chi2_yates": chi_squared(*table, yates=True),
        "G2_4cell": log_likelihood(*table),
    }
    assert found == pytest.approx({name: printed[name] for name in found}, abs=1e-6)
    assert quanteda_yates(*table), "this table is one that quanteda corrects too"


def test_p_williams_and_fisher_as_in_quanteda():
    """The same test, its first table: p-values, Williams' correction, Fisher's exact test (R's fisher.test)."""
    printed, (a, b, c, d) = CASES["quanteda_ab_2x2"]["expected"], four(CASES["quanteda_ab_2x2"])
    g2, q = log_likelihood(a, b, c, d), williams(a, b, c, d)
    found = {
        "chi2_uncorrected_p": stats.chi2.sf(chi_squared(a, b, c, d), 1),
        "chi2_yates_p": stats.chi2.sf(chi_squared(a, b, c, d, yates=True), 1),
        "G2_p": stats.chi2.sf(g2, 1),
        "williams_q": q,
        "G2_williams": g2 / q,
        "fisher_p": fisher(a, b, c, d)[1],
    }
    assert found == pytest.approx({name: printed[name] for name in found}, abs=1e-6)
    ratios = fisher(a, b, c, d)[0], fisher(c - a, d - b, c, d)[0]
    assert ratios == pytest.approx((printed["fisher_or_for_b"], printed["fisher_or_for_a"]), abs=1e-3)


def eight_features(target: str) -> tuple[pd.DataFrame, tuple]:
    documents = {name: Counter(text.split()) for name, text in CASES["quanteda_8feat"]["input"]["docs"].items()}
    (other,) = set(documents) - {target}
    words = sorted(documents[target] | documents[other])
    a, b = (np.array([documents[name][word] for word in words]) for name in (target, other))
    return pd.DataFrame({"word": words}), (a, b, a.sum(), b.sum())


def test_scores_of_eight_features_as_in_quanteda():
    """The same file: signed chi² and G², PMI (natural logarithm), Fisher's p."""
    printed, (rows, table) = CASES["quanteda_8feat"]["expected"], eight_features("d1")
    a, b, c, d = table
    with np.errstate(divide="ignore"):
        pmi = association(a, c, a + b, c + d)["mi"] * np.log(2)
    for name, score in (
        ("signed_chi2_uncorrected", chi_squared(*table)),
        ("signed_G2_4cell", log_likelihood(*table)),
        ("pmi_ln", pmi),
    ):
        assert dict(zip(rows["word"], score, strict=True)) == pytest.approx(printed[name], abs=1e-6), name
    for word, p in printed["fisher_p"].items():
        at = list(rows["word"]).index(word)
        assert fisher(a[at], b[at], c, d)[1] == pytest.approx(p, abs=1e-6)


@pytest.mark.parametrize("target", ["d1", "d2"])
def test_order_of_eight_features_as_in_quanteda(target):
    """The same file: by score, equal scores by name."""
    printed, (rows, table) = CASES["quanteda_8feat"]["expected"], eight_features(target)
    scores = {
        f"order_G2_uncorrected_target_{target}": log_likelihood(*table),
        f"order_chi2_default_target_{target}": chi_squared(*table, yates=quanteda_yates(*table)),
        f"order_fisher_or_target_{target}": [fisher(a, b, *table[2:])[0] for a, b in zip(*table[:2], strict=True)],
    }
    for name, score in scores.items():
        if name in printed:
            assert list(ranked(rows.assign(score=score), "score")["word"]) == printed[name], name


def test_the_two_forms_of_g2_part():
    """browndw/quanteda.extras d4f92ee, tests/testthat/test-keyness-basic.R; the 2-cell figure is that of its note."""
    a, b, c, d = four(CASES["quanteda_extras_log_like"])
    assert log_likelihood(a, b, c, d) == pytest.approx(7.329812, abs=1e-3)
    assert log_likelihood(a, b, c, d, form="rayson") == pytest.approx(6.931472, abs=1e-6)
    assert log_likelihood(b, a, d, c) == pytest.approx(-7.329812, abs=1e-3)
    assert log_ratio(a, b, c, d) == pytest.approx(2.0, abs=1e-9)


def test_the_words_of_emma():
    """amacanovic/KeynessMeasures 8392488, README.md: 2-cell G², BIC, %DIFF, relative risk, log and odds ratio."""
    case = CASES["keynessmeasures_emma"]
    c, d = case["input"]["N1"], case["input"]["N2"]
    for row in case["expected"]:
        a, b = np.array(row["a"]), np.array(row["b"])
        g2 = log_likelihood(a, b, c, d, form="rayson")
        found = {
            "G2_2cell": g2,
            "BIC": bic(g2, c, d),
            "pct_diff": percent_diff(a, b, c, d),
            "rel_risk": relative_risk(a, b, c, d),
            "log_ratio": log_ratio(a, b, c, d),
            "odds_ratio": odds_ratio(a, b, c, d),
        }
        printed = {name: value for name, value in row.items() if name in found}
        assert {name: found[name] for name in printed} == pytest.approx(printed, rel=1e-4), row["word"]


def test_a_word_that_one_side_lacks():
    """The same package, R/measure_calculators.R: 0 is .5 in the log ratio, and divided by 1e-18 in %DIFF."""
    assert log_ratio(0, 8, 100, 100) == -4
    assert percent_diff(np.array(1), np.array(0), 100, 100) == pytest.approx(1e18)
    assert relative_risk(np.array(1), np.array(0), 10, 10) == np.inf == odds_ratio(np.array(1), np.array(0), 10, 10)
    assert log_likelihood(0, 0, 10, 10) == 0


def test_dunning():
    """Dunning (1993), Computational Linguistics 19(1):61-74, as in nltk/nltk f2a92bd, nltk/test/collocations.doctest"""
    case = CASES["dunning1993_llr"]
    for pair, printed in zip(case["input"], case["expected"]["G2_4cell"], strict=True):
        a, c, n = pair["n_ii"], pair["n_ix"], pair["N"]
        assert log_likelihood(a, pair["n_xi"] - a, c, n - c) == pytest.approx(printed, abs=0.005)


def test_the_row_of_mclm():
    """masterclm/mclm 773eecb, tests/testthat/test-assoc.R; printed with three digits."""
    cells, printed = CASES["mclm_assoc_row"]["input"], CASES["mclm_assoc_row"]["expected"]
    table = a, b, c, d = cells["a"], cells["c"], cells["a"] + cells["b"], cells["c"] + cells["d"]
    pair = association(a, c, a + b, c + d).iloc[0]
    found = {
        "exp_a": pair["expected"],
        "delta_p_rows": a / c - b / d,
        "rel_risk": relative_risk(*table),
        "odds_ratio": odds_ratio(*table),
        "min_sensitivity": pair["min_sensitivity"],
        "dice": 2 ** (pair["log_dice"] - 14),
        "pmi_log2": pair["mi"],
        "chi2_signed": chi_squared(*table),
        "G2_signed": log_likelihood(*table),
        "t": pair["t"],
        "fisher_p_one_sided": fisher(*table, alternative="greater")[1],
    }
    assert found == pytest.approx(printed, abs=0.0025)
    assert pair["delta_p"] == pytest.approx(found["delta_p_rows"]), "the same difference of proportions"


def test_sums_of_chi_squared_as_in_corpustools():
    """kasperwelbers/corpustools 6c0cea1, tests/testthat/test_corpus_comparison.r: three comparisons of small texts."""
    case = CASES["corpustools_compare"]
    x, y = ([text.split() for text in case["input"][side]] for side in "xy")
    rutte, others = [t for t in x if "Rutte" in t], [t for t in x if "Rutte" not in t]

    def chi2_sum(one, other, by_document=False):
        counts = [Counter(w for t in texts for w in (set(t) if by_document else t)) for texts in (one, other)]
        words = sorted(counts[0] | counts[1])
        a, b = (np.array([count[word] for word in words]) for count in counts)
        c, d = (a + len(one), b + len(other)) if by_document else (np.full_like(a, a.sum()), np.full_like(b, b.sum()))
        margins = np.array([a + b, c + d - a - b, c, d])
        smallest = np.minimum(margins[0], margins[1]) * np.minimum(c, d) / (c + d)
        return np.abs(chi_squared(a, b, c, d, yates=(smallest < 1) | (margins.min(axis=0) < 5))).sum()

    printed = case["expected"]
    assert chi2_sum(x, y) == pytest.approx(printed["sum_chi2_compare_corpus"], abs=case["tol"])
    assert chi2_sum(rutte, others) == pytest.approx(printed["sum_chi2_subset_rutte"], abs=case["tol"])
    by_document = chi2_sum(rutte, others, by_document=True)
    assert by_document == pytest.approx(printed["sum_chi2_subset_docfreq_nosmooth"], abs=case["tol"])


# Three articles of two outlets, a letter a word.
ARTICLES = {"1": ("north", "ا ا ا ب"), "2": ("north", "ا ت ت ب"), "3": ("south", "ب ب ث ث")}


def tokens(articles: dict[str, tuple[str, str]]) -> pd.DataFrame:
    rows = [(doc, outlet, word) for doc, (outlet, text) in articles.items() for word in text.split()]
    return pd.DataFrame(rows, columns=["doc_id", "outlet", "word"])


@pytest.fixture(scope="module")
def found():
    return keywords(tokens(ARTICLES), "outlet", INFERENCE, 7).set_index(["group", "word"])


def test_keywords_counted_by_eye(found):
    raw = ["n", "n_reference", "size", "size_reference", "n_documents", "n_documents_reference"]
    assert found.loc[("north", "ا"), raw].tolist() == [4, 0, 8, 4, 2, 0]
    assert found.loc[("south", "ا"), raw].tolist() == [0, 4, 4, 8, 0, 2]
    assert found.loc[("north", "ب"), raw].tolist() == [2, 2, 8, 4, 2, 1]
    assert found.loc[("north", "ب"), ["log_ratio", "percent_diff"]].tolist() == [-1, -50]
    assert found.loc[("north", "ب"), "g2"] == pytest.approx(log_likelihood(2, 2, 8, 4))
    assert log_likelihood(2, 2, 8, 4) < 0
    assert (found["by"] == "outlet").all() and len(found) == 2 * 4


def test_keywords_spread(found):
    assert found.loc[("north", "ا"), "dp"] == pytest.approx(0.25)  # 3/4 and 1/4, in articles of equal length
    assert found.loc[("north", "ب"), "dp"] == 0
    assert np.isnan(found.loc[("north", "ث"), "dp"]), "the group has not the word"
    assert found.loc["south", "dp"].isna().all(), "one article cannot show how a word is spread"
    assert np.isnan(found.loc[("north", "ا"), "percent_diff"]), "there is no percentage of nothing"


def test_keywords_weighted_log_odds_are_those_of_both_forms(found):
    words = list("ابتث")
    dense = [("north", w, n) for w, n in zip(words, (4, 2, 2, 0), strict=True)]
    dense += [("south", w, n) for w, n in zip(words, (0, 2, 0, 2), strict=True)]
    expected = pooled(pd.DataFrame(dense, columns=["group", "word", "n"])).set_index(["group", "word"])["z"]
    assert found["z_pooled"].to_dict() == pytest.approx(expected.to_dict())
    z = pairwise([4, 2, 2, 0], [0, 2, 0, 2], [4, 4, 2, 2])
    assert found.loc["north", "z_pairwise"][words].tolist() == pytest.approx(z.tolist())
    assert found.loc["south", "z_pairwise"][words].tolist() == pytest.approx((-z).tolist())


def test_keywords_fit_their_schema_and_are_ranked():
    rows = keywords(tokens(ARTICLES), "outlet", INFERENCE, 7)
    (schema,) = WORDS
    schema.validate(rows.assign(form=rows["word"], content=True)[list(schema.columns)])
    assert rows["group"].tolist() == ["north"] * 4 + ["south"] * 4
    assert rows["word"].tolist() == ["ا", "ت", "ب", "ث", "ث", "ب", "ت", "ا"]


def test_the_two_cell_form_on_request():
    (rayson,) = keywords(tokens(ARTICLES), "outlet", INFERENCE, 7, form="rayson").query(
        "group == 'north' and word == 'ا'"
    )["g2"]
    assert rayson == pytest.approx(2 * 4 * np.log(4 / (4 * 8 / 12)))


@pytest.mark.parametrize("articles", [{}, {"1": ARTICLES["1"]}])
def test_one_group_has_nothing_to_be_compared_with(articles):
    assert keywords(tokens(articles), "outlet", INFERENCE, 7).empty


def test_voices_of_one_article_are_not_dealt_as_articles():
    """A document that two groups share: no p-value, and it counts on both sides."""
    shared = pd.concat([tokens(ARTICLES), tokens({"1": ("south", "ا")})])
    rows = keywords(shared, "outlet", INFERENCE | {"least_documents": 1}, 7).set_index(["group", "word"])
    assert rows["p"].isna().all() and rows["q"].isna().all()
    counted = rows.loc[("north", "ا"), ["n_documents", "n_documents_reference"]]
    assert counted.tolist() == [2, 1]


def outlets(n_north: int, n_south: int) -> pd.DataFrame:
    """Articles of equal length; the north writes ا in all of its own, the south in none, both write ب."""
    texts = {f"n{i}": ("north", "ا ب ب") for i in range(n_north)} | {
        f"s{i}": ("south", "ت ب ب") for i in range(n_south)
    }
    return tokens(texts)


def test_no_p_value_with_few_articles():
    rows = keywords(outlets(10, 9), "outlet", INFERENCE, 7)
    assert rows["p"].isna().all() and rows["q"].isna().all()


def test_p_and_q_with_enough_articles():
    rows = keywords(outlets(10, 10), "outlet", INFERENCE, 7).set_index(["group", "word"])
    assert rows.loc[("north", "ا"), "p"] == rows.loc[("south", "ا"), "p"] == 1 / 201
    assert rows.loc[("north", "ب"), "p"] == 1, "equally frequent: every deal sets it as far apart"
    assert rows.loc[("north", "ا"), "q"] == pytest.approx(6 / 4 / 201), "four of six tests are as small"
    rare = keywords(outlets(10, 10), "outlet", INFERENCE | {"least_document_frequency": 11}, 7)
    assert set(rare.loc[rare["p"].notna(), "word"]) == {"ب"}
    enough = keywords(outlets(10, 10), "outlet", INFERENCE | {"least_document_frequency": 10}, 7)
    assert set(enough.loc[enough["p"].notna(), "word"]) == {"ا", "ت", "ب"}
    assert keywords(outlets(10, 10), "outlet", INFERENCE | {"least_document_frequency": 21}, 7)["p"].isna().all()


def test_the_p_value_comes_near_the_one_of_all_deals():
    counts, sizes = np.array([[5, 4, 1, 0, 2.0]]), np.full(5, 50.0)
    member = np.array([True, True, False, False, False])

    def apart(target):
        target = list(target)
        a = counts[0, target].sum()
        return abs(log_ratio(a, counts.sum() - a, 100, 150))

    exact = np.mean([apart(deal) >= apart([0, 1]) - 1e-12 for deal in combinations(range(5), 2)])
    (p,) = document_p(sparse.csr_array(counts), sizes, member, seed=1, draws=4000)
    assert exact == 0.2  # of ten deals, the real one and the one that leaves 1 of the 12 with the target
    assert p == pytest.approx(exact, abs=0.02)


def test_the_same_seed_deals_the_same():
    counts, sizes = sparse.csr_array(np.array([[5, 4, 1, 0, 2, 3.0], [0, 1, 0, 3, 1, 1]])), np.full(6, 50.0)
    values = [document_p(counts, sizes, np.arange(6) < 3, seed=seed, draws=200).tolist() for seed in (3, 3, 4)]
    assert values[0] == values[1] != values[2]


def test_what_few_articles_can_show():
    assert smallest_p(2, 3) == pytest.approx(0.1)
    assert smallest_p(1, 4) == pytest.approx(0.2)
    assert smallest_p(10, 10) < 1e-5
