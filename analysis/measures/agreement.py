"""How far coders agree: Krippendorff's alpha with an interval, Gwet's AC1, kappa, and the share of agreeing pairs.

Counts are unit × value: how many coders gave the unit the value. Only Cohen's kappa needs to know who gave it.
"""

from collections.abc import Sequence

import krippendorff
import numpy as np
import pandas as pd


def value_counts(codes: pd.DataFrame, values: Sequence) -> pd.DataFrame:
    """Unit × value: how many coders gave the unit the value.

    codes: unit × coder, empty where a coder did not code the unit; values: all that may be given, in their order.
    """
    return pd.DataFrame({value: (codes == value).sum(axis=1) for value in values}, index=codes.index)


def agreement(codes: pd.DataFrame, values: Sequence, inference: dict, seed: int) -> dict[str, float]:
    """What is reported of one table of codes, by column; kappa is Cohen's for two coders and Fleiss' for more.

    codes and values: as in `value_counts`; inference: resamples and level of the interval, low to high. Names ending
    in _se are standard errors. Each figure is empty (NaN) where it is not defined.
    """
    counts = value_counts(codes, values)
    low, high = alpha_interval(counts, seed=seed, resamples=inference["resamples"], level=inference["level"])
    found = {"alpha": alpha(counts), "alpha_se": alpha_error(counts), "low": low, "high": high}
    found["percent"] = percent_agreement(counts)
    found["ac1"], found["ac1_se"] = ac1(counts)
    found["kappa"], found["kappa_se"] = cohen_kappa(codes, values) if codes.shape[1] == 2 else fleiss_kappa(counts)
    return found


def alpha(counts: pd.DataFrame, level_of_measurement: str = "nominal") -> float:
    """Krippendorff's alpha, 1 - D_o / D_e; 1 is perfect agreement, 0 that of chance, below 0 worse.

    Units that fewer than two coders coded do not count. Empty (NaN) where no unit is left, and where all codes
    are one value: nothing was told apart, so nothing shows that it can be (D_e = 0; Krippendorff 2011, Computing
    Krippendorff's Alpha-Reliability).
    """
    paired = _paired(counts)
    if (paired.sum() > 0).sum() < 2:
        return np.nan
    found = krippendorff.alpha(
        value_counts=paired.to_numpy(),
        value_domain=counts.columns.to_numpy(),
        level_of_measurement=level_of_measurement,
    )
    return float(found)


def alpha_error(counts: pd.DataFrame) -> float:
    """Standard error of nominal alpha, for inference to units; NaN where alpha is, and where no unit stands out.

    Source: Gwet (2014, Handbook of Inter-Rater Reliability, 4th edition, p. 88), as krippen.alpha.raw of irrCAC has it.
    """
    r = _paired(counts).to_numpy()
    if (r.sum(axis=0) > 0).sum() < 2:
        return np.nan
    size = r.sum(axis=1) / r.sum(axis=1).mean()  # r_i / r̄
    p_i, pi_k = _agreeing(r) * size, r.sum(axis=0) / r.sum()
    p_a = p_i.mean() + (1 - p_i.mean()) / r.sum()  # with Krippendorff's correction for small samples
    p_e, p_e_i = (pi_k**2).sum(), r @ pi_k / r.sum(axis=1).mean()
    return _linearised_error(p_i - p_a * (size - 1), p_e_i - p_e * (size - 1))


def alpha_interval(counts: pd.DataFrame, *, seed: int, resamples: int, level: float) -> tuple[float, float]:
    """Lower and upper end of a percentile interval of nominal alpha, resampling units with replacement.

    The standard bootstrap of Zapf et al. (2016, BMC Medical Research Methodology 16:93): the codes of a unit are
    drawn together, and both disagreements computed anew. The macro of Hayes and Krippendorff (2007) draws single
    pairs of codes and keeps D_e; in Zapf's simulations its 95 % intervals held the true alpha in 60 % of cases.
    Units are taken to be drawn at random; where whole articles were coded, the interval is too narrow.
    Empty (NaN) where resampling cannot tell: all resamples have one alpha (no unit is coded differently, or each
    is), or more than 1 - level of them have none (a value that is too rare).
    """
    paired = _paired(counts)
    if paired.empty:
        return np.nan, np.nan
    kinds, n_units = np.unique(paired.to_numpy(), axis=0, return_counts=True)  # units coded alike are one kind
    drawn = np.random.default_rng(seed).multinomial(len(paired), n_units / len(paired), size=resamples)
    alphas = _nominal_alphas(drawn, kinds)
    if np.isnan(alphas).mean() > 1 - level:
        return np.nan, np.nan
    low, high = np.nanquantile(alphas, [(1 - level) / 2, (1 + level) / 2])
    return (float(low), float(high)) if low < high else (np.nan, np.nan)


def _nominal_alphas(drawn: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """Nominal alpha of each resample; NaN where all its codes are one value.

    drawn: resamples × kinds, how many units of each kind; kinds: kind × value, as in counts. The sums are over
    pairs of unequal values c, k of Krippendorff's observed and expected coincidences.
    """
    m = kinds.sum(axis=1)
    observed = drawn @ ((kinds * (m[:, None] - kinds)).sum(axis=1) / (m - 1))  # Σ o_ck
    n_c = drawn @ kinds
    n = n_c.sum(axis=1)
    expected = (n**2 - (n_c**2).sum(axis=1)) / (n - 1)  # Σ e_ck
    return 1 - np.divide(observed, expected, out=np.full(len(drawn), np.nan), where=expected > 0)


def percent_agreement(counts: pd.DataFrame) -> float:
    """The share of agreeing pairs of codes, mean over the units that two or more coded; NaN without one."""
    paired = _paired(counts)
    return float(_agreeing(paired.to_numpy()).mean()) if len(paired) else np.nan


def ac1(counts: pd.DataFrame) -> tuple[float, float]:
    """Gwet's AC1, (p_a - p_e) / (1 - p_e), and its standard error; NaN where no two coders coded a unit.

    Chance agreement p_e is what coders would reach who guess only where they are in doubt, so AC1 stays high where
    a value is rare; it is 1 where all gave one value. Units with one code count for p_e but not for p_a, as in
    gwet.ac1.raw of Gwet's irrCAC. The error is for inference to units, the coders being fixed; NaN for one unit,
    and where all agree or all differ. Source: Gwet (2008, British Journal of Mathematical and Statistical Psychology
    61:29-48).
    """
    r, shares, pi_k = _classified(counts)
    return _chance_corrected(r, shares @ (1 - pi_k) / (len(pi_k) - 1))


def fleiss_kappa(counts: pd.DataFrame) -> tuple[float, float]:
    """Fleiss' kappa of any number of coders and its standard error; both NaN where all codes are one value.

    p_e = Σ π_k²; units with one code count as in AC1. Sources: Fleiss (1971, Psychological Bulletin 76:378-382); his
    error is none for intervals, so it is that of Gwet (2021, Educational and Psychological Measurement 81:781-790).
    """
    r, shares, pi_k = _classified(counts)
    return _chance_corrected(r, shares @ pi_k)


def cohen_kappa(codes: pd.DataFrame, values: Sequence) -> tuple[float, float]:
    """Cohen's kappa of two coders and its standard error; both NaN where all codes are one value.

    codes: unit × coder; units that one of them did not code do not count. p_e = Σ p_k+ p_+k, as if each guessed.
    Sources: Cohen (1960, Educational and Psychological Measurement 20:37-46); for the error Fleiss, Cohen and Everitt
    (1969, Psychological Bulletin 72:323-327), with n (n - 1) in place of n².
    """
    one, other = np.moveaxis(codes.dropna().to_numpy()[:, :, None] == np.asarray(values), 1, 0).astype(int)
    return _chance_corrected(one + other, (one @ other.sum(axis=0) + other @ one.sum(axis=0)) / (2 * len(one)))


def _classified(counts: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of the units with a code: r_ik, the share of each value in the unit's codes, and its mean π_k."""
    r = counts[counts.sum(axis=1) > 0].to_numpy()
    shares = r / r.sum(axis=1, keepdims=True)
    return r, shares, shares.sum(axis=0) / max(len(r), 1)


def _chance_corrected(r: np.ndarray, p_e_i: np.ndarray) -> tuple[float, float]:
    """(p_a - p_e) / (1 - p_e) and its standard error; p_e_i: what each unit adds to p_e, their mean."""
    paired = r.sum(axis=1) >= 2
    if not paired.any() or p_e_i.mean() == 1:
        return np.nan, np.nan
    p_i, p_e = _agreeing(r), p_e_i.mean()
    p_a = p_i[paired].mean()
    error = _linearised_error(p_e + paired / paired.mean() * (p_i - p_e), p_e_i) if p_a < 1 else np.nan
    return float((p_a - p_e) / (1 - p_e)), error


def _linearised_error(p_a_i: np.ndarray, p_e_i: np.ndarray) -> float:
    """Standard error of (p_a - p_e) / (1 - p_e), p_a and p_e being means over units (Gwet 2008).

    NaN for one unit, and where all count alike: an error of 0 would feign certainty.
    """
    n, p_a, p_e = len(p_a_i), p_a_i.mean(), p_e_i.mean()
    kappa = (p_a - p_e) / (1 - p_e)
    kappa_i = (p_a_i - p_e - 2 * (1 - kappa) * (p_e_i - p_e)) / (1 - p_e)
    alike = np.allclose(kappa_i, kappa, rtol=0, atol=1e-9)
    return np.nan if n < 2 or alike else float(np.sqrt(((kappa_i - kappa) ** 2).sum() / (n * (n - 1))))


def _paired(counts: pd.DataFrame) -> pd.DataFrame:
    """The units that two or more coders coded."""
    return counts[counts.sum(axis=1) >= 2]


def _agreeing(r: np.ndarray) -> np.ndarray:
    """By unit: the share of its pairs of codes that agree; 0 for a unit with one code."""
    r_i = r.sum(axis=1)
    return (r * (r - 1)).sum(axis=1) / np.maximum(r_i * (r_i - 1), 1)
