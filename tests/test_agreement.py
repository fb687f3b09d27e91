"""Agreement: the figures that others print, cases counted by eye, and what is not defined."""

import math
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.measures.agreement import (
    ac1,
    agreement,
    alpha,
    alpha_error,
    alpha_interval,
    cohen_kappa,
    fleiss_kappa,
    percent_agreement,
    value_counts,
)
from analysis.measures.validation import (
    AGREEMENT,
    SETTLED,
    coder_agreement,
    outlet_validation,
    settled,
    validation,
    watermarked,
)

REFERENCE = Path(__file__).parent / "reference"  # every table names its source in its first line
INFERENCE = {"resamples": 400, "level": 0.95}
_ = np.nan
# Krippendorff's 3 coders × 15 units; github.com/pln-fing-udelar/fast-krippendorff b1eb616, docstring of alpha.
THREE_CODERS = [
    [_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3],
    [1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _],
    [_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4],
]


def counted(codes) -> pd.DataFrame:
    """unit × value, of the values that were given."""
    codes = pd.DataFrame(codes)
    return value_counts(codes, sorted(set(codes.stack().dropna())))


def reference(name: str) -> pd.DataFrame:
    rows = pd.read_csv(REFERENCE / name, comment="#", index_col=0, na_values=".")
    return rows if name.startswith("distrib") else counted(rows)


def two_coders(name: str) -> pd.DataFrame:
    """unit × coder of a contingency table; the values are its rows by number."""
    cells = np.ndenumerate(pd.read_csv(REFERENCE / name, comment="#", index_col=0).to_numpy())
    return pd.DataFrame([values for values, n in cells for unit in range(n)])


RATERS, OBSERVERS, HAYES, FLEISS = (
    reference(f"{name}.csv")
    for name in (
        "cac_raw4raters",
        "cac_raw5obser",
        "hayes_krippendorff_2007_40x5",
        "distrib_6raters",
    )
)
TWO_ABSTRACTORS, DIAGNOSES = two_coders("cont3x3abstractors.csv"), two_coders("cont4x4diagnosis.csv")
ABSTRACTORS = counted(TWO_ABSTRACTORS)


@pytest.mark.parametrize(
    ("counts", "level", "printed", "tolerance"),
    [
        # fast-krippendorff b1eb616, docstring of alpha
        (counted(np.transpose(THREE_CODERS)), "nominal", 0.691358, 1e-6),
        (counted(np.transpose(THREE_CODERS)), "interval", 0.810845, 1e-6),
        # Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, p. 8. A wrong ordinal .789 was once
        # computed: fast-krippendorff, issue 4.
        (RATERS, "nominal", 0.743421052632, 1e-9),
        (RATERS, "ordinal", 0.815, 5e-4),
        (RATERS, "interval", 0.849, 5e-4),
        (RATERS, "ratio", 0.797, 5e-4),
        # Hayes and Krippendorff (2007), Communication Methods and Measures 1(1):77-89
        (HAYES, "ordinal", 0.7598, 6e-4),
        (HAYES, "nominal", 0.477, 6e-4),
        (HAYES, "interval", 0.757, 6e-4),
        # afergadis/irrCAC 2b71b15, test/unit/irrCAC/raw/test_krippendorff.py
        (OBSERVERS, "nominal", 0.481, 6e-4),
        # kgwet/irrCAC 7fb7509, README
        (ABSTRACTORS, "nominal", 0.7972585, 1e-6),
        (FLEISS, "nominal", 0.4204384, 1e-6),
        # nltk/nltk f2a92bd, nltk/test/unit/test_disagreement.py, test_easy and test_easy2
        (counted([["yes", "no", "no"], ["yes", "no", None]]), "nominal", -0.3333333, 1e-6),
        (counted([["yes", "no", "no"], ["yes", "no", None], ["yes", None, None]]), "nominal", -0.3333333, 1e-6),
    ],
)
def test_alpha_as_printed(counts, level, printed, tolerance):
    assert alpha(counts, level) == pytest.approx(printed, abs=tolerance)


@pytest.mark.parametrize(
    ("counts", "printed", "error", "ends", "t", "tolerance"),
    [
        # kgwet/irrCAC 7fb7509, gwet.ac1.raw; t is Student's .975 quantile with n - 1 degrees of freedom
        (RATERS, 0.77544, 0.143, (0.461, 1), 2.20099, 5e-4),
        (HAYES, 0.50935, 0.06544, (0.377, 0.642), 2.02269, 5e-4),
        # afergadis/irrCAC 2b71b15, test/unit/irrCAC/raw/test_gwet.py
        (OBSERVERS, 0.497, 0.122, (0.235, 0.758), 2.14479, 6e-4),
    ],
)
def test_ac1_as_printed_where_codes_are_missing(counts, printed, error, ends, t, tolerance):
    found, se = ac1(counts)
    assert (found, se) == pytest.approx((printed, error), abs=tolerance)
    assert (found - t * se, min(1, found + t * se)) == pytest.approx(ends, abs=tolerance)


def test_ac1_as_printed_where_every_code_is_there():
    """kgwet/irrCAC 7fb7509, README; its function for two coders divides by n, not n - 1, in the error."""
    assert ac1(FLEISS) == pytest.approx((0.4448007, 0.08418757), abs=1e-6)
    found, error = ac1(ABSTRACTORS)
    assert (found, error * math.sqrt(99 / 100)) == pytest.approx((0.8493305, 0.04321747), abs=1e-6)


@pytest.mark.parametrize(
    ("counts", "printed", "chance_free", "tolerance"),
    [
        # percent, Brennan-Prediger; irrCAC as above
        (RATERS, 0.8181818, None, 1e-5),
        (OBSERVERS, 0.616, None, 6e-4),
        (ABSTRACTORS, 0.89, 0.835, 1e-6),
        (FLEISS, 0.5511111, 0.4388889, 1e-6),
    ],
)
def test_percent_as_printed_and_the_coefficient_that_follows(counts, printed, chance_free, tolerance):
    p_a, q = percent_agreement(counts), counts.shape[1]
    assert p_a == pytest.approx(printed, abs=tolerance)
    assert chance_free is None or (p_a - 1 / q) / (1 - 1 / q) == pytest.approx(chance_free, abs=tolerance)


@pytest.mark.parametrize(
    ("counts", "printed", "error", "tolerance"),
    [
        (RATERS, 0.76117, None, 1e-5),  # kgwet/irrCAC 7fb7509, fleiss.kappa.raw
        (HAYES, 0.46968, None, 1e-5),
        (ABSTRACTORS, 0.7962397, None, 1e-6),  # its README; of two coders Scott's pi
        (FLEISS, 0.4139265, 0.08119291, 1e-6),
    ],
)
def test_fleiss_kappa_as_printed(counts, printed, error, tolerance):
    found, se = fleiss_kappa(counts)
    assert found == pytest.approx(printed, abs=tolerance)
    assert error is None or se == pytest.approx(error, abs=tolerance)


def test_cohens_kappa_as_printed():
    """kgwet/irrCAC 7fb7509, README; afergadis/irrCAC 2b71b15, test/unit/irrCAC/table/test_cohen.py."""
    assert cohen_kappa(TWO_ABSTRACTORS, range(3))[0] == pytest.approx(0.7964094, abs=1e-6)
    found, error = cohen_kappa(DIAGNOSES, range(4))
    t = 1.97071  # Student's .975 quantile with 222 degrees of freedom
    assert (found, error) == pytest.approx((0.432, 0.046), abs=6e-4)
    assert (found - t * error, found + t * error) == pytest.approx((0.341, 0.522), abs=6e-4)


def test_the_error_of_cohens_kappa_is_that_of_1969():
    """Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72:323-327; it divides by n², not n (n - 1)."""
    p, n = pd.crosstab(DIAGNOSES[0], DIAGNOSES[1]).to_numpy() / len(DIAGNOSES), len(DIAGNOSES)
    row, column, p_o = p.sum(axis=1), p.sum(axis=0), np.trace(p)
    p_e, apart = row @ column, p - np.diag(np.diag(p))
    alike = np.diag(p) @ ((1 - p_e) - (row + column) * (1 - p_o)) ** 2
    unlike = (1 - p_o) ** 2 * (apart * np.add.outer(column, row) ** 2).sum()
    variance = (alike + unlike - (p_o * p_e - 2 * p_e + p_o) ** 2) / (n * (1 - p_e) ** 4)
    assert cohen_kappa(DIAGNOSES, range(4))[1] == pytest.approx(math.sqrt(variance * n / (n - 1)))


def test_cohens_kappa_leaves_out_what_one_did_not_code():
    with_gaps = pd.concat([DIAGNOSES, pd.DataFrame([[0, _], [_, 3], [_, _]])])
    assert cohen_kappa(with_gaps, range(4)) == cohen_kappa(DIAGNOSES, range(4))


def test_chance_agreement_of_ac1_as_printed():
    """afergadis/irrCAC 2b71b15, test_gwet.py: pe .236."""
    found, p_a = ac1(OBSERVERS)[0], percent_agreement(OBSERVERS)
    assert (p_a - found) / (1 - found) == pytest.approx(0.236, abs=6e-4)


@pytest.mark.parametrize(("counts", "error", "tolerance"), [(RATERS, 0.146, 5e-4), (OBSERVERS, 0.114, 6e-4)])
def test_the_error_of_alpha_as_printed_and_the_interval_as_wide(counts, error, tolerance):
    """afergadis/irrCAC 2b71b15, test/unit/irrCAC/raw/test_krippendorff.py."""
    assert alpha_error(counts) == pytest.approx(error, abs=tolerance)
    low, high = alpha_interval(counts, seed=4, resamples=20000, level=0.95)  # by another way, so only about as wide
    assert (high - low) / (2 * 1.96) == pytest.approx(error, abs=0.005)


def test_the_interval_is_that_of_alpha_computed_anew_on_every_resample():
    paired = OBSERVERS.to_numpy()
    kinds, n_units = np.unique(paired, axis=0, return_counts=True)
    drawn = np.random.default_rng(9).multinomial(len(paired), n_units / len(paired), size=300)
    alphas = [krippendorff.alpha(value_counts=kinds.repeat(n, axis=0), level_of_measurement="nominal") for n in drawn]
    ends = alpha_interval(OBSERVERS, seed=9, resamples=300, level=0.9)
    assert ends == pytest.approx(tuple(np.quantile(alphas, [0.05, 0.95])))


def test_nineteen_of_twenty_intervals_hold_the_true_alpha():
    """Two coders see a frame that is in a quarter of 100 sentences; each misses a fifth and invents as many."""
    kinds, p = np.array([[0, 2], [1, 1], [2, 0]]), [0.2, 0.1, 0.7]
    true = 1 - p[1] / (2 * 0.25 * 0.75)
    rng = np.random.default_rng(2)
    samples = [pd.DataFrame(kinds.repeat(rng.multinomial(100, p), axis=0)) for sample in range(400)]
    ends = [alpha_interval(counts, seed=1, resamples=400, level=0.95) for counts in samples]
    assert 0.92 < np.mean([low <= true <= high for low, high in ends]) < 0.98


def test_the_same_seed_draws_the_same_interval_and_another_does_not():
    ends = [alpha_interval(HAYES, seed=seed, resamples=100, level=0.95) for seed in (1, 1, 2)]
    assert ends[0] == ends[1] != ends[2]


PAIRS = {"both": [1, 1], "one": [1, 0], "none": [0, 0], "missing": [1, None]}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("units", "expected", "percent", "gwet", "cohen"),
    [
        ([], None, None, None, None),
        (["missing"], None, None, None, None),
        (["none"] * 5, None, 1.0, 1.0, None),  # nobody saw it: that is no agreement on what it looks like
        (["both"], None, 1.0, 1.0, None),
        (["both", "none", "none"], 1.0, 1.0, 1.0, 1.0),
        (["both", "none", "missing"], 1.0, 1.0, 1.0, 1.0),
        (["one"], 0.0, 0.0, -1.0, 0.0),
        (["one"] * 4, -0.75, 0.0, -1.0, 0.0),
        (["one", "missing"], 0.0, 0.0, -0.6, 0.0),  # π = 3/4: p_e = 3/8
    ],
)
def test_what_is_not_defined_is_empty_and_never_perfect(units, expected, percent, gwet, cohen):
    codes = pd.DataFrame([PAIRS[unit] for unit in units], columns=["a", "b"])
    found = agreement(codes, (0, 1), INFERENCE, seed=1)
    wanted = {"alpha": expected, "percent": percent, "ac1": gwet, "kappa": cohen}
    assert {name: found[name] for name in wanted} == pytest.approx(
        {name: np.nan if figure is None else figure for name, figure in wanted.items()}, nan_ok=True
    )
    # Codes that never differ, or always do, give every resample the same figure: an interval would feign certainty.
    assert np.isnan([found[name] for name in ("low", "high", "alpha_se", "kappa_se")]).all()
    assert np.isnan(found["ac1_se"]) or units == ["one", "missing"]


@pytest.mark.filterwarnings("error")
def test_a_coder_who_always_says_the_same_leaves_kappa_without_error():
    """Whatever the other says, kappa is 0."""
    codes = pd.DataFrame([PAIRS["one"]] * 3 + [[0, 0]] * 5)
    found, error = cohen_kappa(codes, (0, 1))
    assert found == pytest.approx(0) and np.isnan(error)


def test_two_coders_have_cohens_kappa_and_three_have_that_of_fleiss():
    codes = pd.DataFrame([[1, 1, 0], [1, 0, 0], [0, 0, 0], [1, 1, 1], [0, 1, 0]])
    for of, kappa in ((codes[[0, 1]], cohen_kappa(codes[[0, 1]], (0, 1))), (codes, fleiss_kappa(counted(codes)))):
        found = agreement(of, (0, 1), INFERENCE, seed=1)
        assert (found["kappa"], found["kappa_se"]) == kappa


def test_a_code_too_rare_for_resampling_has_no_interval():
    """Seen once in 40 sentences: a third of the resamples never see it."""
    rare = value_counts(pd.DataFrame([PAIRS["one"]] + [PAIRS["none"]] * 39), (0, 1))
    assert np.isnan(alpha_interval(rare, seed=1, resamples=400, level=0.95)).all()
    less_rare = value_counts(pd.DataFrame([PAIRS["one"]] * 6 + [PAIRS["both"]] + [PAIRS["none"]] * 33), (0, 1))
    assert not np.isnan(alpha_interval(less_rare, seed=1, resamples=400, level=0.95)).any()


# ----- the codebook against the coders, counted by eye

FRAMES = {"peace": "سلام", "war": "حرب", "trade": "تجارة"}
SENTENCES = pd.DataFrame({"doc_id": ["1"] * 4 + ["2"] * 2, "sentence": [0, 1, 2, 3, 0, 1]})
DOCUMENTS = pd.DataFrame(
    {"doc_id": ["2", "1"], "outlet": ["south", "north"], "outlet_name_ar": ["الجنوب", ""], "outlet_name_en": ["", "N"]}
)
COLUMNS = ["doc_id", "sentence", "coder", "frame", "present"]


def tidy(coder: str, frame: str, present: str) -> pd.DataFrame:
    """One coder's codes of the six sentences in their order; '-' is a sentence that was not coded."""
    places = list(SENTENCES.itertuples(index=False))
    rows = [(*place, coder, frame, int(code)) for place, code in zip(places, present, strict=True) if code != "-"]
    return pd.DataFrame(rows, columns=COLUMNS)


CODES = pd.concat(
    [
        tidy("a", "peace", "110010"),
        tidy("b", "peace", "11-110"),  # differs from a in sentence 3 of document 1, which is settled
        tidy(SETTLED, "peace", "---1--"),
        tidy("a", "war", "000000"),
        tidy("b", "war", "0-0--1"),  # differs in the last sentence, and nobody settled it
        tidy("c", "war", "00----"),
    ],
    ignore_index=True,
)
HITS = pd.DataFrame(
    # twice in one sentence, once where nobody coded it so, and once in a sentence that nobody coded
    [("1", 0, "peace"), ("1", 0, "peace"), ("1", 2, "peace"), ("2", 0, "peace"), ("9", 0, "peace"), ("1", 3, "war")],
    columns=["doc_id", "sentence", "frame"],
)


def validated(codes=CODES, hits=HITS) -> pd.DataFrame:
    return validation(codes, hits, SENTENCES, FRAMES, INFERENCE, seed=1)


def test_what_is_settled_counts_then_what_all_say_and_the_rest_is_open():
    rows = settled(CODES).set_index("frame")["present"]
    assert rows["peace"].tolist() == [1, 1, 0, 1, 1, 0]
    assert rows["war"].tolist() == pytest.approx([0, 0, 0, 0, 0, np.nan], nan_ok=True)


def test_what_is_settled_counts_even_against_all_coders():
    overruled = pd.concat([tidy("a", "war", "10----"), tidy("b", "war", "10----"), tidy(SETTLED, "war", "0-----")])
    assert settled(overruled)["present"].tolist() == [0, 0]


def test_the_codebook_against_the_settled_codes_by_hand():
    rows = validated().set_index("frame")
    assert rows.index.tolist() == list(FRAMES) and rows["name_ar"].tolist() == list(FRAMES.values())
    peace = rows.loc["peace"]
    assert peace[["n_sentences", "n_unsettled", "n_coded", "n_found"]].tolist() == [6, 0, 4, 3]
    assert peace[["precision", "recall", "f1"]].tolist() == [2 / 3, 2 / 4, 4 / 7]
    # 3 of 6 pairs differ; of 12 codes 7 are 1: D_e = 2 · 7 · 5 / (12 · 11)
    assert peace["alpha"] == pytest.approx(1 - (3 / 6) / (70 / 132)) and peace["percent"] == 0.5
    assert peace["low"] < peace["alpha"] < peace["high"]
    assert peace["kappa"] == pytest.approx(0)  # coders see it in 4 of 6, the codebook in 3: p_e = (4·3 + 2·3) / 36


def test_a_frame_that_is_only_found_only_coded_or_never_judged():
    rows = validated().set_index("frame")
    war = rows.loc["war"]  # found once where no one coded it; one of six sentences is open
    assert war[["n_sentences", "n_unsettled", "n_coded", "n_found", "precision", "f1"]].tolist() == [5, 1, 0, 1, 0, 0]
    assert np.isnan(war["recall"])
    trade = rows.loc["trade"]
    assert trade[["n_sentences", "n_coded", "n_found"]].tolist() == [0, 0, 0]
    assert trade[["precision", "recall", "f1", *AGREEMENT]].isna().all()
    unfound = validated(hits=HITS.head(0)).set_index("frame").loc["peace"]
    assert unfound[["n_found", "recall", "f1"]].tolist() == [0, 0, 0] and np.isnan(unfound["precision"])


def test_without_a_code_every_frame_is_there_and_empty():
    rows = validated(CODES.head(0))
    assert rows["n_sentences"].tolist() == [0, 0, 0] and rows["alpha"].isna().all()
    assert watermarked(rows, FRAMES, 0.667) == list(FRAMES)
    assert coder_agreement(CODES.head(0), FRAMES, INFERENCE, seed=1).empty


def test_outlets_apart_in_the_order_of_their_documents_add_up():
    rows = outlet_validation(CODES, HITS, SENTENCES, DOCUMENTS, FRAMES, INFERENCE, seed=1)
    assert rows["outlet"].tolist() == ["south"] * 3 + ["north"] * 3
    assert rows["outlet_name_ar"].unique().tolist() == ["الجنوب", ""]
    counts = ["n_sentences", "n_unsettled", "n_coded", "n_found"]
    whole = validated().set_index("frame")[counts]
    assert rows.groupby("frame")[counts].sum().loc[list(FRAMES)].equals(whole)
    peace = rows[rows["frame"] == "peace"].set_index("outlet")
    assert peace["recall"].to_dict() == {"south": 1.0, "north": 1 / 3}


def test_a_code_of_a_sentence_that_is_gone_is_named():
    gone = tidy("a", "peace", "111111").assign(doc_id=lambda rows: rows["doc_id"] + "\u202e<b>")
    with pytest.raises(InputError, match=r"sentence 0 of '1\\u202e<b>'.*code its sentences anew") as error:
        validated(gone)
    assert "\n" not in str(error.value)


def test_the_watermark_is_for_what_is_below_the_least_or_unknown():
    rows = pd.DataFrame({"frame": ["peace", "war"], "alpha": [0.667, 0.66699]})
    assert watermarked(rows, FRAMES, 0.667) == ["war", "trade"]
    assert watermarked(rows.assign(alpha=[np.nan, 1]), FRAMES, 0.667) == ["peace", "trade"]


def test_coders_against_each_other_in_pairs_and_together():
    rows = coder_agreement(CODES, FRAMES, INFERENCE, seed=1).set_index(["coders", "frame"])
    assert rows.index.get_level_values("coders").unique().tolist() == ["a, b", "a, c", "b, c", "a, b, c"]
    peace = rows.loc[("a, b", "peace")]
    assert peace[["n_coders", "n_sentences", "n_coded", "percent"]].tolist() == [2, 5, 4, 0.8]
    assert peace["alpha"] == pytest.approx(1 - (1 / 5) / (2 * 7 * 3 / (10 * 9)))  # of 10 codes 7 are 1
    assert peace["kappa"] == pytest.approx((0.8 - 14 / 25) / (1 - 14 / 25))  # a sees it in 3 of 5, b in 4
    war = rows.loc[("a, b, c", "war")]
    assert war[["n_coders", "n_sentences", "n_coded"]].tolist() == [3, 4, 1]
    assert np.isnan(rows.loc[("a, c", "war"), "alpha"])  # both never see it


def test_settled_codes_are_no_coder():
    alone = CODES[CODES["coder"].isin(["a", SETTLED])]
    assert coder_agreement(alone, FRAMES, INFERENCE, seed=1).empty
