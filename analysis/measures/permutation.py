"""Could the outlets' shares differ as they do if outlets made no difference: whole documents exchanged."""

import numpy as np


def document_permutation(
    with_frame: np.ndarray, sentences: np.ndarray, outlet: np.ndarray, *, seed: int, draws: int
) -> np.ndarray:
    """One p-value per frame: how often outlets drawn by lot lie as far apart as the real ones.

    with_frame: documents × frames, sentences with each frame; sentences: coded sentences per document; outlet: a
    number per document. The statistic is the range of the outlets' shares; labels are exchanged between whole
    documents, which under the null hypothesis are exchangeable, not between sentences, which are not. p = (1 +
    draws at least as far) / (1 + draws), so it is never 0 (Phipson and Smyth 2010, equation 2).
    """
    rng = np.random.default_rng(seed)
    real = outlet_range(with_frame, sentences, outlet)
    drawn = (outlet_range(with_frame, sentences, rng.permutation(outlet)) for _ in range(draws))
    as_far = sum((apart >= real - 1e-12).astype(int) for apart in drawn)
    return (1 + as_far) / (1 + draws)


def outlet_range(with_frame: np.ndarray, sentences: np.ndarray, outlet: np.ndarray) -> np.ndarray:
    """The difference between the largest and the smallest share of any outlet, per frame; as in the function above."""
    member = (outlet[None, :] == np.unique(outlet)[:, None]).astype(float)
    shares = (member @ with_frame) / np.maximum(member @ sentences, 1)[:, None]
    return shares.max(axis=0) - shares.min(axis=0)


def false_discovery(p: np.ndarray) -> np.ndarray:
    """The p-values adjusted so that, of what stays below q, a share of q at most is expected to be false.

    Step-up procedure of Benjamini and Hochberg (1995, section 3.1): the adjusted value of the i-th smallest of m
    is the least of p(j) · m / j over j ≥ i.
    """
    order = np.argsort(p, kind="stable")
    ratio = p[order] * len(p) / np.arange(1, len(p) + 1)
    adjusted = np.minimum.accumulate(ratio[::-1])[::-1].clip(max=1)
    return adjusted[np.argsort(order, kind="stable")]
