"""Zeta: the figures of one run of pyzeta, and segments counted by eye."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.measures.zeta import zeta

REFERENCE = json.loads((Path(__file__).parent / "reference" / "zeta.json").read_text(encoding="utf-8"))
SEGMENTS = {"detective": 112, "other": 346}


def test_words_of_doyle():
    """cligs/pyzeta 63efa32, output/doyle/results: every word in as many segments as its printed share says.

    Schöch et al. (2018), sd0; each article here is one segment, with a filler so that none is empty.
    """
    rows = [(side, f"{side}{number}", "filler") for side, n in SEGMENTS.items() for number in range(n)]
    for case in REFERENCE["cases"]:
        for (side, n), printed in zip(SEGMENTS.items(), (case["p1"], case["p2"]), strict=True):
            rows += [(side, f"{side}{number}", case["word"]) for number in range(round(printed * n))]
    found = zeta(pd.DataFrame(rows, columns=["outlet", "doc_id", "word"]), "outlet", "detective").set_index("word")
    for case in REFERENCE["cases"]:
        row = found.loc[case["word"], ["p_target", "p_reference", "zeta"]].astype(float).tolist()
        assert row == pytest.approx([case["p1"], case["p2"], case["zeta_sd0"]], abs=REFERENCE["tol"])
    assert found.index[0] == "case" and found.index[-1] == "king", "sorted as the run is"


def tokens(*articles: tuple[str, str, str]) -> pd.DataFrame:
    rows = [(outlet, doc, word) for outlet, doc, text in articles for word in text.split()]
    return pd.DataFrame(rows, columns=["outlet", "doc_id", "word"])


def test_segments_are_cut_and_the_rest_is_left_out():
    """As pyzeta's segment_files: full segments only. Of seven words two of three; of two words none."""
    texts = tokens(("a", "1", "ا ب ت ا ث ج ح"), ("a", "2", "ا خ"), ("b", "3", "ب ب ب"))
    found = zeta(texts, "outlet", "a", length=3).set_index("word")
    assert found.loc["ا", ["p_target", "p_reference", "zeta", "n_target", "n_reference"]].tolist() == [1, 0, 1, 2, 1]
    assert found.loc["ب", ["p_target", "p_reference", "zeta"]].tolist() == [0.5, 1, -0.5]
    assert not {"ح", "خ"} & set(found.index)


def test_how_often_a_word_stands_in_a_segment_does_not_count():
    found = zeta(tokens(("a", "1", "ا ا ا ا"), ("a", "2", "ب"), ("b", "3", "ا")), "outlet", "a").set_index("word")
    assert found.loc["ا", "zeta"] == -0.5


def test_segments_of_one_article_by_two_voices_are_two():
    texts = tokens(("own", "1", "ا ب"), ("direct", "1", "ا ت"))
    found = zeta(texts, "outlet", "own", length=2).set_index("word")
    assert found.loc["ا", ["p_target", "p_reference"]].tolist() == [1, 1]
    assert found.loc["ب", "zeta"] == 1 and found.loc["ت", "zeta"] == -1
