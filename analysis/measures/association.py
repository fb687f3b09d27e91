"""How surely two things go together: a word and its neighbour, or a word and one side of a comparison.

A table has o11 with both, row and column totals r1 and c1, and n in all. None of these numbers says how large a
difference is: they grow with the corpus. `analysis.measures.keyness` has the sizes.
"""

from typing import Literal

import numpy as np
import pandas as pd
from scipy import stats
from scipy.special import rel_entr

Form = Literal["dunning", "rayson"]


def log_likelihood(a, b, c, d, form: Form = "dunning") -> np.ndarray:
    """Signed G² of a word that stands a times in c words and b times in d words; + where it is more frequent in c.

    dunning: all four cells, 2 Σ O ln(O / E) (Dunning 1993, section 5; quanteda.textstats). rayson: the two cells of
    the word only (Rayson and Garside 2000, section 3; UCREL, AntConc), which is smaller, the more so the more
    frequent the word. An empty cell adds 0. Not the size of a difference, and no test of one between outlets: it
    takes every word for an independent draw, which the words of one article are not.
    """
    a, b, c, d = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (a, b, c, d)))
    share = (a + b) / (c + d)
    cells = rel_entr(a, c * share) + rel_entr(b, d * share)
    if form == "dunning":
        cells = cells + rel_entr(c - a, c * (1 - share)) + rel_entr(d - b, d * (1 - share))
    return _signed(2 * cells, a, b, c, d)


def chi_squared(a, b, c, d, yates=False) -> np.ndarray:
    """Signed chi² of the same table (Pearson), with Yates' correction where `yates` is true: one or one per table.

    The correction is as Yates (1934) has it, N (|ad - bc| - N/2)² over the totals: do not ask for it where
    |ad - bc| < N/2, there it goes past 0. Programs differ in where they ask (R, quanteda, corpustools).
    """
    a, b, c, d = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (a, b, c, d)))
    n = c + d
    apart = np.abs(a * (d - b) - b * (c - a)) - np.where(yates, n / 2, 0)
    with np.errstate(invalid="ignore"):
        return _signed(n * apart**2 / ((a + b) * (n - a - b) * c * d), a, b, c, d)


def williams(a, b, c, d) -> np.ndarray:
    """Williams' divisor q of the 4-cell G² for small tables (Williams 1976; Sokal and Rohlf 1995, equation 17.9)."""
    n, f = c + d, a + b
    return 1 + (n / f + n / (n - f) - 1) * (n / c + n / d - 1) / (6 * n)


def fisher(a: int, b: int, c: int, d: int, alternative: str = "two-sided") -> tuple[float, float]:
    """Conditional odds ratio and p-value of Fisher's exact test of one table, by scipy.

    The p-value is of words drawn singly; an outlet prints articles: see `keyness.smallest_p`.
    """
    table = [[a, b], [c - a, d - b]]
    ratio = stats.contingency.odds_ratio(table, kind="conditional").statistic
    return ratio, stats.fisher_exact(table, alternative=alternative).pvalue


def association(o11, f1, f2, n: float, window: int = 1) -> pd.DataFrame:
    """One row per pair of words: expected, log_dice, mi, mi2, mi3, t, chi2, ll, delta_p, min_sensitivity.

    o11: how often the second stands within reach of the first; f1, f2: how often each stands in the corpus; n: its
    words; window: how many places are within reach. r1 = window · f1, E = r1 · f2 / n (Evert 2009, section 5.1).
    log_dice = 14 + log2(2 o11 / (r1 + f2)) (Rychlý 2008), at most 14, independent of n; mi^k = log2(o11^k / E)
    (Church and Hanks 1990; Daille 1994); t = (o11 - E) / √(o11 (1 - o11/n)) (Manning and Schütze 1999, equation 5.3);
    delta_p = p(second | first) - p(second | not first). With o11 = 0 the logarithms are -inf and t is empty: the
    pair was not met, which some programs call 0. mi favours rare pairs, t and ll frequent ones; none is the share
    of the pair's occurrences in which it means something.
    """
    o, f1, f2 = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (o11, f1, f2)))
    r1 = window * f1
    expected, sides = r1 * f2 / n, (o, f2 - o, r1, n - r1)
    with np.errstate(divide="ignore", invalid="ignore"):
        columns = {
            "expected": expected,
            "log_dice": 14 + np.log2(2 * o / (r1 + f2)),
            "mi": np.log2(o / expected),
            "mi2": np.log2(o**2 / expected),
            "mi3": np.log2(o**3 / expected),
            "t": np.where(o > 0, (o - expected) / np.sqrt(o * (1 - o / n)), np.nan),
            "chi2": np.abs(chi_squared(*sides)),
            "ll": np.abs(log_likelihood(*sides)),
            "delta_p": o / r1 - (f2 - o) / (n - r1),
            "min_sensitivity": o / np.maximum(r1, f2),
        }
    return pd.DataFrame({name: np.atleast_1d(column) for name, column in columns.items()})


def _signed(score: np.ndarray, a, b, c, d) -> np.ndarray:
    return np.where(a * d < b * c, -score, score)
