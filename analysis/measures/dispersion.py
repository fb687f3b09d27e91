"""How evenly a word is spread over the parts of a corpus, which here are articles.

A word that one article repeats is not an outlet's word. None of these numbers says how frequent a word is, and all
depend on it: a word that stands once cannot be even.
"""

import numpy as np
import pandas as pd


def deviation_of_proportions(counts: pd.DataFrame, sizes: pd.Series) -> pd.Series:
    """Word → Gries' DP, 0 where each part has its share of the word, near 1 where a small part has all of it.

    counts: part, word, n, one row per pair with n > 0; sizes: words by part, all parts, those without the word too.
    DP = ½ Σ |t_i - s_i| (Gries 2008:415), t_i and s_i being the part's shares of the word and of the corpus; its
    maximum is 1 - min s_i, so compare words over the same parts only. Empty (NaN) with one part.
    """
    rows = _with_shares(counts, sizes)
    # Parts without the word deviate by their whole share, which together is what the others leave of 1.
    dp = (_sum((rows["t"] - rows["s"]).abs(), rows) + 1 - _sum(rows["s"], rows)) / 2
    return dp if len(sizes) > 1 else dp * np.nan


def dispersion(counts: pd.DataFrame, sizes: pd.Series) -> pd.DataFrame:
    """One row per word: range, r_rel, sd, vc, juilland_d, carroll_d2, rosengren_s, dp and its kin, da, kld, dkl.

    counts and sizes: as above. range: parts with the word; sd, vc: of its counts (population). dp, dp_norm
    (Lijffijt and Gries 2012), dp_egbert (Egbert, Burch and Biber 2020:99) and kld (bits; Gries 2020) are 0 where it
    is even; juilland_d (1964, of rates), carroll_d2 (1970), rosengren_s (1971), da (Burch, Egbert and Biber 2017)
    and dkl = 1 / (1 + kld) are 1 there. Formulas as in Gries (2008) and tlda. Empty (NaN) where there is one part
    and the measure asks for two.
    """
    rows, k, dp = _with_shares(counts, sizes), len(sizes), deviation_of_proportions(counts, sizes)
    rate = rows["n"] / rows["size"]
    f, n_with, all_rates = (_sum(column, rows) for column in (rows["n"], rows["n"] > 0, rate))
    kld = _sum(rows["t"] * np.log2(rows["t"] / rows["s"]), rows)
    p = rate / rate.groupby(rows["word"], observed=True).transform("sum")
    with np.errstate(divide="ignore", invalid="ignore"):
        columns = {
            "range": n_with,
            "r_rel": n_with / k,
            "sd": _deviation(rows["n"], rows, k),
            "vc": _deviation(rows["n"], rows, k) * k / f,
            "juilland_d": 1 - _deviation(rate, rows, k) * k / all_rates / np.sqrt(np.float64(k - 1)),
            "carroll_d2": -_sum(p * np.log2(p), rows) / np.log2(k),
            "rosengren_s": _sum(np.sqrt(rows["s"] * rows["n"]), rows) ** 2 / f,
            "dp": dp,
            "dp_norm": dp / (1 - sizes.min() / sizes.sum()),
            "dp_egbert": dp / (1 - rows.groupby("word", observed=True)["s"].min()),
            "da": 1 - _differences(rate, rows, k) / (k - 1) / all_rates,
            "kld": kld,
            "dkl": 1 / (1 + kld),
        }
    return pd.DataFrame(columns)


def _with_shares(counts: pd.DataFrame, sizes: pd.Series) -> pd.DataFrame:
    """The rows with the part's size, its share s of the corpus and its share t of the word."""
    size = sizes.reindex(counts["part"]).to_numpy()
    f = counts.groupby("word", observed=True)["n"].transform("sum")
    return counts.assign(size=size, s=size / sizes.sum(), t=counts["n"] / f)


def _sum(values: pd.Series, rows: pd.DataFrame) -> pd.Series:
    return values.groupby(rows["word"], observed=True).sum()


def _deviation(values: pd.Series, rows: pd.DataFrame, k: int) -> pd.Series:
    """Population standard deviation over k parts, those without a row being 0."""
    return np.sqrt((_sum(values**2, rows) / k - (_sum(values, rows) / k) ** 2).clip(lower=0))


def _differences(rate: pd.Series, rows: pd.DataFrame, k: int) -> pd.Series:
    """Σ |r_i - r_j| over all pairs of k parts: of the rates in rising order the i-th counts 2i - k - 1 times."""
    place = rate.groupby(rows["word"], observed=True).rank(method="first")
    n_with = rate.groupby(rows["word"], observed=True).transform("size")
    return _sum(rate * (2 * (k - n_with + place) - k - 1), rows)  # the parts without the word come first
