"""Frames by whose words invoke them, together with which others, and without each article in turn."""

from collections.abc import Iterable, Mapping
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.measures.voices import OUTLET
from analysis.schemas import MODES

PRECEDENCE = ("own", "direct", "indirect")  # a sentence in which two voices invoke a frame counts for the first
OWN = "outlet"


def frame_modes(
    documents: pd.DataFrame, sentences: pd.DataFrame, hits: pd.DataFrame, frames: Mapping[str, str]
) -> pd.DataFrame:
    """One row per outlet, frame and mode: the outlet's sentences that invoke the frame, each counted once.

    A sentence counts as the outlet's own if any hit stands in its own words, else as quoted, else as reported, so
    that the modes of a frame add up to its share. share = n_with / n_sentences. Columns as in the schema
    frame_modes.
    """
    first = counted_as(hits).drop_duplicates(["doc_id", "sentence", "frame"])
    about = documents[["doc_id", *OUTLET]]
    counts = first.merge(about, on="doc_id", validate="many_to_one").groupby(["outlet", "frame", "counted"]).size()
    total = sentences.merge(about, on="doc_id", validate="many_to_one").groupby("outlet").size().rename("n_sentences")
    rows = documents[OUTLET].drop_duplicates("outlet").merge(total, on="outlet")
    rows = rows.merge(pd.DataFrame({"frame": list(frames), "name_ar": list(frames.values())}), how="cross")
    rows = rows.merge(pd.DataFrame({"mode": MODES}), how="cross")
    keys = pd.MultiIndex.from_frame(rows[["outlet", "frame", "mode"]])
    rows["n_with"] = counts.reindex(keys, fill_value=0).to_numpy(dtype=np.int64)
    return rows.assign(share=rows["n_with"] / rows["n_sentences"])


def frame_voices(
    spans: pd.DataFrame, hits: pd.DataFrame, frames: Mapping[str, str], speakers: Iterable[str]
) -> pd.DataFrame:
    """One row per voice and frame: of the sentences with words of the voice, those in which its words invoke it.

    The voices are the outlets' own words (OWN) and the given speakers, in this order; hits must name the voices as
    the spans do. Columns as in the schema frame_voices.
    """
    voices = [OWN, *speakers]
    spoken = spans[["doc_id", "sentence", "voice"]].drop_duplicates()["voice"].value_counts()
    found = hits[["doc_id", "sentence", "voice", "frame"]].drop_duplicates().groupby(["voice", "frame"]).size()
    rows = pd.DataFrame({"voice": voices}).merge(
        pd.DataFrame({"frame": list(frames), "name_ar": list(frames.values())}), how="cross"
    )
    keys = pd.MultiIndex.from_frame(rows[["voice", "frame"]])
    rows["n_sentences"] = rows["voice"].map(spoken).fillna(0).astype("int64")
    rows["n_with"] = found.reindex(keys, fill_value=0).to_numpy(dtype=np.int64)
    return rows.assign(share=rows["n_with"] / rows["n_sentences"].clip(lower=1))


def cooccurrence(hits: pd.DataFrame, sentences: pd.DataFrame, frames: Mapping[str, str], least: int) -> pd.DataFrame:
    """One row per pair of frames: sentences with either and with both; jaccard = n_both / (n_a + n_b − n_both).

    Jaccard (1912); empty where neither frame occurs. No rows with fewer than `least` coded sentences, of which chance
    would make too much. Columns as in the schema cooccurrence.
    """
    found = {frame: set(zip(rows["doc_id"], rows["sentence"], strict=True)) for frame, rows in hits.groupby("frame")}
    rows = []
    for frame, other in combinations(frames, 2) if len(sentences) >= least else ():
        a, b = found.get(frame, set()), found.get(other, set())
        shared = len(a & b) / len(a | b) if a | b else np.nan
        rows.append((frame, frames[frame], other, frames[other], len(a), len(b), len(a & b), shared))
    columns = ["frame", "name_ar", "other", "other_name_ar", "n_frame", "n_other", "n_both", "jaccard"]
    return pd.DataFrame(rows, columns=columns)


def without_each_article(with_frame: np.ndarray, sentences: np.ndarray) -> np.ndarray:
    """The least and the greatest share of each frame when one article in turn is left out.

    with_frame: documents × frames; sentences: coded sentences per document. Returns an array 2 × frames; empty
    with fewer than two documents.
    """
    if len(sentences) < 2:
        return np.full((2, with_frame.shape[1]), np.nan)
    rest = np.maximum(sentences.sum() - sentences, 1)
    shares = (with_frame.sum(axis=0) - with_frame) / rest[:, None]
    return np.stack([shares.min(axis=0), shares.max(axis=0)])


def counted_as(hits: pd.DataFrame) -> pd.DataFrame:
    """The hits with one more column, `counted`: the mode under which frame_modes counts their sentence."""
    rank = hits["mode"].map(PRECEDENCE.index)
    least = rank.groupby([hits["doc_id"], hits["sentence"], hits["frame"]]).transform("min")
    return hits.assign(counted=least.map(dict(enumerate(PRECEDENCE))))
