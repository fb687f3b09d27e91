"""Do findings survive other definitions: the same difference between two outlets, measured otherwise."""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

BASE = "as reported"


def robustness(
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    hits: pd.DataFrame,
    spans: pd.DataFrame,
    frames: Mapping[str, str],
    weakens: float,
) -> pd.DataFrame:
    """One row per finding and scenario. A finding: in a frame, one outlet's share is the largest, another's the least.

    spans: the stretches of voices with n_words. The contrast of a finding is (a − b) / (a + b), a and b being the
    shares of the two outlets: between −1 and 1, without unit, so that it can be compared between shares of sentences
    and of words. Under a scenario the finding holds if the contrast is at least `weakens` times that reported,
    weakens if it is smaller and above 0, breaks if it is 0 or turned round, and cannot be tested where one of the
    two outlets has nothing left. Columns as in the schema robustness.
    """
    rows = []
    for frame, of_frame in hits.groupby("frame"):
        shares = _shares(documents, sentences, of_frame)
        if frame in frames and len(shares) > 1 and shares.max() > shares.min():
            more, less = shares.idxmax(), shares.idxmin()
            reported = _contrast(shares, more, less)
            for scenario, contrast in _scenarios(documents, sentences, of_frame, spans, more, less):
                rows.append(
                    (frame, frames[frame], more, less, scenario, contrast, _verdict(contrast, reported, weakens))
                )
    columns = ["frame", "name_ar", "more", "less", "scenario", "contrast", "verdict"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values("frame", key=lambda frame: frame.map(list(frames).index), kind="stable", ignore_index=True)


def _scenarios(documents, sentences, hits, spans, more: str, less: str) -> Iterator[tuple[str, float]]:
    """Every scenario with the contrast of the two outlets under it; hits: those of one frame."""

    def contrast(documents=documents, sentences=sentences, hits=hits) -> float:
        return _contrast(_shares(documents, sentences, hits), more, less)

    yield BASE, contrast()
    without = [contrast(documents[documents["doc_id"] != doc_id]) for doc_id in _of(documents, more, less)]
    yield "without any one article", min((c for c in without if not np.isnan(c)), default=np.nan)
    strongest = hits["entry"].value_counts().sort_index().idxmax()
    yield "without the strongest entry", contrast(hits=hits[hits["entry"] != strongest])
    yield "words in place of sentences", _contrast(_per_word(documents, spans, hits), more, less)
    yield "without wire copy", contrast(documents[documents["wire"] == ""])
    own = spans.loc[spans["mode"] == "own", ["doc_id", "sentence"]].drop_duplicates()
    yield "own words only", contrast(sentences=sentences.merge(own), hits=hits[hits["mode"] == "own"])


def _of(documents: pd.DataFrame, *outlets: str) -> pd.Series:
    return documents.loc[documents["outlet"].isin(outlets), "doc_id"]


def _shares(documents: pd.DataFrame, sentences: pd.DataFrame, hits: pd.DataFrame) -> pd.Series:
    """Outlet → sentences with a hit / sentences; outlets without a sentence are left out."""
    outlet = documents.set_index("doc_id")["outlet"]
    total = sentences["doc_id"].map(outlet).value_counts()
    order = [name for name in outlet.unique() if name in total.index]
    found = hits[["doc_id", "sentence"]].drop_duplicates()["doc_id"].map(outlet).value_counts()
    return found.reindex(order, fill_value=0) / total.reindex(order)


def _per_word(documents: pd.DataFrame, spans: pd.DataFrame, hits: pd.DataFrame) -> pd.Series:
    """Outlet → places hit per word; a place that several entries find counts once."""
    outlet = documents.set_index("doc_id")["outlet"]
    words = spans["n_words"].groupby(spans["doc_id"].map(outlet)).sum()
    places = hits.drop_duplicates(["doc_id", "start", "end"])["doc_id"].map(outlet)
    return places.value_counts().reindex(words.index, fill_value=0) / words


def _contrast(share: pd.Series, more: str, less: str) -> float:
    """(a − b) / (a + b); empty where an outlet is not there, 0 where neither has any."""
    if more not in share.index or less not in share.index:
        return np.nan
    a, b = share[more], share[less]
    return (a - b) / (a + b) if a + b else 0.0


def _verdict(contrast: float, reported: float, weakens: float) -> str:
    if np.isnan(contrast):
        return "cannot be tested"
    if contrast <= 0:
        return "breaks"
    return "holds" if contrast >= weakens * reported else "weakens"
