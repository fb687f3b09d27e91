"""Association of two words: the figures of text books and programs."""

import json
from pathlib import Path

import numpy as np
import pytest

from analysis.measures.association import association

REFERENCE = json.loads((Path(__file__).parent / "reference" / "association.json").read_text(encoding="utf-8"))
CASES = {case["id"]: case for case in REFERENCE["cases"]}


@pytest.mark.parametrize(
    ("name", "printed", "column"),
    [
        ("manning_schutze_t", "t_score", "t"),
        ("manning_schutze_chi2", "chi2", "chi2"),
        ("manning_schutze_pmi", "pmi_log2", "mi"),
    ],
)
def test_manning_and_schuetze(name, printed, column):
    """Manning and Schütze (1999), chapter 5, as in nltk/nltk f2a92bd, nltk/test/collocations.doctest."""
    case = CASES[name]
    expected = case["expected"][printed]
    for pair, value, tolerance in zip(
        case["input"], expected, np.broadcast_to(case["tol"], len(expected)), strict=True
    ):
        assert association(*pair)[column][0] == pytest.approx(value, abs=tolerance)


WINDOW = {"ll": "ll", "pmi": "mi", "mi2": "mi2", "mi3": "mi3", "logDice": "log_dice"}


def test_a_window_of_ten():
    """KorAP/RKorAPClient 9de0c80, tests/testthat/test-association-score-functions.R"""
    case = CASES["rkorap_window10"]
    o, f1, f2, n, window = (case["input"][name] for name in ("O", "O1", "O2", "N", "window_size"))
    found = association(o, f1, f2, n, window).iloc[0]
    assert found["expected"] == pytest.approx(case["input"]["E"], abs=1e-5)
    for printed, column in WINDOW.items():
        assert found[column] == pytest.approx(case["expected"][printed], abs=case["tol"])


def test_a_pair_that_was_not_met():
    """The same file: the logarithms are -inf; t, which asks how far o11 may vary, is empty."""
    case = CASES["rkorap_window10"]
    found = association(0, *(case["input"][name] for name in ("O1", "O2", "N", "window_size"))).iloc[0]
    for printed, column in WINDOW.items():
        assert found[column] == pytest.approx(float(case["expected_when_O_is_0"][printed]), abs=case["tol"])
    assert np.isnan(found["t"])


def test_two_words_that_never_part():
    """marcinmilkowski/word_sketch_lucene, LogDiceCalculatorTest.java: 14 is the most; here -inf, not 0, for no pair."""
    case = CASES["logdice_perfect"]
    together = [case["input"][name] for name in ("f_xy", "f_x", "f_y")]
    assert association(*together, n=10_000)["log_dice"][0] == pytest.approx(case["expected"]["logDice"], abs=1e-3)
    assert association(*together, n=10_000_000)["log_dice"][0] == 14, "it does not depend on the corpus"


def test_delta_p_has_a_direction():
    """Of ten, one is always followed by the other, which also stands elsewhere: counted by eye."""
    rows = association([10, 10], [10, 40], [40, 10], 100)
    assert rows["delta_p"].tolist() == pytest.approx([1 - 30 / 90, 0.25])
    assert rows["min_sensitivity"].tolist() == [0.25, 0.25]
    assert rows["expected"].tolist() == [4, 4]
