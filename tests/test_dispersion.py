"""Dispersion: a toy corpus, a printed word, and both directions in which the measures are given."""

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.measures.dispersion import deviation_of_proportions, dispersion

REFERENCE = json.loads((Path(__file__).parent / "reference" / "dispersion.json").read_text(encoding="utf-8"))
CASES = {case["id"]: case for case in REFERENCE["cases"]}
NAMES = {
    "sd_pop": "sd",
    "juilland_D": "juilland_d",
    "rosengren_S": "rosengren_s",
    "DP": "dp",
    "DP_norm": "dp_norm",
    "KLD": "kld",
    "Rrel": "r_rel",
    "carroll_D2": "carroll_d2",
    "DP_gries2008": "dp",
    "DPnorm_lijffijt_gries2012": "dp_norm",
    "DP_egbert2020": "dp_egbert",
    "DA": "da",
    "DKL_o2p": "dkl",
}


def toy() -> tuple[pd.DataFrame, pd.Series]:
    parts = [part.split() for part in CASES["gries2008_toy"]["input"]["parts"]]
    cells = [(number, word, n) for number, part in enumerate(parts) for word, n in Counter(part).items()]
    return pd.DataFrame(cells, columns=["part", "word", "n"]), pd.Series(list(map(len, parts)))


def one_word(case: dict) -> tuple[pd.DataFrame, pd.Series]:
    rows = pd.DataFrame({"word": "x", "n": case["input"]["subfreq"]}).rename_axis("part").reset_index()
    return rows[rows["n"] > 0], pd.Series(case["input"]["partsize"])


@pytest.mark.parametrize("word", ["b", "i", "q", "x"])
def test_toy_corpus_of_gries(word):
    """Gries (2008), as in JasonKessler/scattertext a805fdb, scattertext/test/test_Dispersion.py."""
    printed = CASES["gries2008_toy"]["expected"][word]
    found = dispersion(*toy()).loc[word]
    assert {name: found[NAMES.get(name, name)] for name in printed} == pytest.approx(printed, abs=1e-3)


@pytest.mark.parametrize(("name", "tolerance"), [("lyne1985_ALLEMAND", 1e-6), ("tlda_00125", 1e-9)])
def test_words_of_tlda(name, tolerance):
    """lsoenning/tlda bad3a6d, README.md (ALLEMAND: Lyne 1985) and R/disp_DP.R; 0 is even, or 1, as each is given."""
    case = CASES[name]
    found = dispersion(*one_word(case)).loc["x"]
    for direction in ("conventional_1_is_even", "gries_0_is_even"):
        for printed, value in case.get(f"expected_{direction}", {}).items():
            column = NAMES[printed]
            is_even = 0 if column.startswith("dp") else 1
            same = column == "r_rel" or is_even == int(direction == "conventional_1_is_even")
            assert (found[column] if same else 1 - found[column]) == pytest.approx(value, abs=tolerance), printed


def test_the_form_of_egbert_for_allemand():
    """The note of the case: tlda's README prints plain DP where it names Egbert's; his is .4462310 (1 is even)."""
    assert 1 - dispersion(*one_word(CASES["lyne1985_ALLEMAND"]))["dp_egbert"]["x"] == pytest.approx(0.4462310, abs=1e-6)


def test_dp_alone_is_the_dp_of_the_table():
    counts, sizes = toy()
    assert deviation_of_proportions(counts, sizes).to_dict() == pytest.approx(dispersion(counts, sizes)["dp"].to_dict())


def test_as_written_out_part_by_part():
    """All words of the toy corpus, from the whole table with its zeros."""
    counts, sizes = toy()
    v = counts.pivot(index="word", columns="part", values="n").fillna(0)
    s, rates = sizes / sizes.sum(), v / sizes
    dp = (v.div(v.sum(axis=1), axis=0) - s).abs().sum(axis=1) / 2
    apart = np.abs(rates.to_numpy()[:, :, None] - rates.to_numpy()[:, None, :]).sum(axis=(1, 2)) / 20
    found = dispersion(counts, sizes).loc[v.index]
    assert found["dp"].tolist() == pytest.approx(dp.tolist())
    assert found["da"].tolist() == pytest.approx((1 - apart / (2 * rates.mean(axis=1))).tolist())
    assert found["sd"].tolist() == pytest.approx(v.std(axis=1, ddof=0).tolist())


def test_one_part_shows_no_spread():
    found = dispersion(pd.DataFrame({"part": [0], "word": ["x"], "n": [3]}), pd.Series([9])).loc["x"]
    assert found[["dp", "dp_norm", "juilland_d", "carroll_d2"]].isna().all() and found["range"] == 1
