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


def interval(counts: np.ndarray, totals: np.ndarray, inference: dict, seed: int) -> np.ndarray:
    """The document bootstrap as the study's inference asks: an array 2 × columns, empty with too few documents.

    counts: documents × columns; totals: per document; inference: least_documents, resamples, level.
    """
    if len(totals) < inference["least_documents"]:
        return np.full((2, counts.shape[1]), np.nan)
    return document_bootstrap(counts, totals, seed=seed, resamples=inference["resamples"], level=inference["level"])
