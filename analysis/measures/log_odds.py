"""Weighted log-odds with an informative Dirichlet prior, in the two forms that are called so.

Source of both: Monroe, Colaresi and Quinn (2008), Fightin' Words, Political Analysis 16:372-403; the numbers of the
equations are theirs. A z is for ranking words: it is neither a p-value nor the size of a difference, and it takes
words, not articles, for independent.
"""

import numpy as np
import pandas as pd


def pooled(counts: pd.DataFrame, informative: bool = True) -> pd.DataFrame:
    """The rows with two more columns, log_odds and z: each group against all groups pooled, itself among them.

    counts: group, word, n, one row per pair. The prior of a word is its count over all groups (informative; empirical
    Bayes) or 1. This is tidylo's form, in which only the pairs that have a row have a prior: give the pairs with
    n = 0 too where every word is to have its prior in every group.
    """
    alpha = counts.groupby("word", observed=True)["n"].transform("sum") if informative else 1
    y_wi = counts["n"] + alpha
    y_w = y_wi.groupby(counts["word"], observed=True).transform("sum")
    n_i = y_wi.groupby(counts["group"], observed=True).transform("sum")
    delta = np.log(y_wi / (n_i - y_wi)) - np.log(y_w / (y_wi.sum() - y_w))  # eq. 15
    return counts.assign(log_odds=delta, z=delta / np.sqrt(1 / y_wi + 1 / y_w))  # eq. 18, 21


def pairwise(y_i, y_j, alpha, terms: int = 2) -> np.ndarray:
    """By word: z of one group against another, + where the first has it more (eq. 16, 19, 20, 22).

    y_i, y_j: counts of the same words, in all of the first and all of the second; alpha: the prior, one number or
    one per word. terms: of the variance, 2 as in eq. 20 (ConvoKit's FightingWords) or all 4 (scattertext); they part
    where a word is a large part of its group.
    """
    y_i, y_j, alpha = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (y_i, y_j, alpha)))
    a, b = y_i + alpha, y_j + alpha
    not_a, not_b = a.sum() - a, b.sum() - b
    delta = np.log(a / not_a) - np.log(b / not_b)  # eq. 16
    variance = 1 / a + 1 / b + (1 / not_a + 1 / not_b if terms == 4 else 0)  # eq. 19, 20
    return delta / np.sqrt(variance)  # eq. 22
