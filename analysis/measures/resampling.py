"""How far a share could have come out otherwise: resampling whole documents."""

import numpy as np


def document_bootstrap(with_frame: np.ndarray, sentences: np.ndarray, *, seed: int, resamples: int, level: float):
    """Lower and upper ends of percentile intervals for shares, resampling documents with replacement.

    with_frame: documents × frames, sentences with each frame; sentences: coded sentences per document.
    A resample's share is Σ with_frame / Σ sentences over the drawn documents: sentences of one article
    are not independent, so articles are what is drawn (Efron and Tibshirani 1993, sections 8.3, 13.3).
    Returns an array 2 × frames of shares between 0 and 1.
    """
    rng = np.random.default_rng(seed)
    n = len(sentences)
    drawn = rng.multinomial(n, np.full(n, 1 / n), size=resamples)  # how often each document is drawn
    shares = (drawn @ with_frame) / np.maximum(drawn @ sentences, 1)[:, None]
    return np.quantile(shares, [(1 - level) / 2, (1 + level) / 2], axis=0)
