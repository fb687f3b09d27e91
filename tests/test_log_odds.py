"""Weighted log-odds: the figures of three programs, each in its own form."""

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm

from analysis.measures.log_odds import pairwise, pooled

REFERENCE = json.loads((Path(__file__).parent / "reference" / "weighted_log_odds.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", REFERENCE["tidylo"], ids=lambda case: f"{case['id']}-{case['prior']}")
def test_pooled_as_in_tidylo(case):
    """juliasilge/tidylo 5b8d9b0, tests/testthat/test-bind-log-odds.R; Monroe, Colaresi and Quinn (2008)."""
    rows = pd.DataFrame(case["rows"]).iloc[:, :3].set_axis(["group", "word", "n"], axis=1)
    found = pooled(rows, informative=case["prior"] == "empirical_bayes")
    for column, printed in (("log_odds", "log_odds"), ("z", "log_odds_weighted")):
        expected = [row[printed] for row in case["rows"]]
        assert found[column].tolist() == pytest.approx(expected, abs=case["tol"])


@pytest.mark.parametrize("prior", ["0.1", "1.0"])
def test_pairwise_as_in_convokit(prior):
    """CornellNLP/ConvoKit 5dabba5, convokit/fighting_words/fightingWords.py, with a uniform prior."""
    (case,) = REFERENCE["convokit"]
    one, other = (Counter(case["input"][name].split()) for name in ("class1", "class2"))
    words = sorted(one | other)
    found = pairwise([one[w] for w in words], [other[w] for w in words], float(prior))
    printed = case["expected_z_by_uniform_prior"][prior]
    assert dict(zip(words, found, strict=True)) == pytest.approx(printed, abs=case["tol"])


def test_pairwise_as_in_scattertext():
    """JasonKessler/scattertext a805fdb, scattertext/test/test_logOddsUninformativePriorScore.py: four terms, its score,
    which is + where the second has the word more, and the plain z of two terms."""
    (case,) = REFERENCE["scattertext"]
    counts = case["input"]["cat"], case["input"]["not_cat"]
    z = pairwise(*counts, 0.01, terms=4)
    assert z == pytest.approx(case["z_alpha_0.01"], abs=case["tol"])
    assert 1 - 2 * norm.cdf(z) == pytest.approx(case["expected"]["score"], abs=case["tol"])
    assert pairwise(*counts, 0.01) == pytest.approx(case["z_monroe_plain_alpha_0.01"], abs=case["tol"])


def test_the_two_forms_part_and_pairwise_is_symmetric():
    rows = pd.DataFrame({"group": list("aabb"), "word": list("xyxy"), "n": [9, 1, 2, 8]})
    z = pairwise([9, 1], [2, 8], [11, 9])
    assert z == pytest.approx(-pairwise([2, 8], [9, 1], [11, 9]))
    assert abs(pooled(rows)["z"][0]) < abs(z[0]), "the pool holds the group itself, so it lies nearer"


def test_a_prior_holds_back_what_rests_on_little():
    once = pairwise([1, 999], [0, 1000], [1, 1999])
    often = pairwise([100, 900], [0, 1000], [100, 1900])
    assert 0 < once[0] < 1 < often[0] and np.isfinite(once).all()
