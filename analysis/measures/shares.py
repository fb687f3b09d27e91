"""Parts of the whole: how much of a text is what kind of line, how often an outlet's sentences invoke each frame."""

from collections.abc import Mapping

import pandas as pd

from analysis.measures.frames import without_each_article
from analysis.measures.permutation import document_permutation, false_discovery, outlet_range
from analysis.measures.resampling import interval


def frame_shares(
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    hits: pd.DataFrame,
    frames: Mapping[str, str],
    inference: dict,
    seed: int,
) -> pd.DataFrame:
    """One row per outlet and frame: share = n_with / n_sentences (eq. 1), with its denominators.

    sentences: the coded ones only; frames: id → Arabic name, in the order wanted. n_with counts
    sentences with at least one hit, so a sentence that names a frame three times counts once. low and
    high (document bootstrap, between 0 and 1) are empty for outlets with fewer than
    inference['least_documents'] documents; rest_low and rest_high are the least and the greatest share when one
    article in turn is left out, empty for outlets with one. Not a measure of emphasis within a sentence.
    Columns as in the schema frame_shares; outlets in the order of their first document.
    """
    counts = _counts(documents, sentences, hits, list(frames))
    names = documents.drop_duplicates("outlet").set_index("outlet")[["outlet_name_ar", "outlet_name_en"]]
    parts = [_of_outlet(outlet, rows, frames, inference, seed) for outlet, rows in counts.groupby("outlet", sort=False)]
    return pd.concat(parts, ignore_index=True).merge(names, on="outlet", validate="many_to_one")


def _of_outlet(
    outlet: str, counts: pd.DataFrame, frames: Mapping[str, str], inference: dict, seed: int
) -> pd.DataFrame:
    n_sentences, with_frame = counts["n_sentences"].to_numpy(), counts[list(frames)].to_numpy()
    low, high = interval(with_frame, n_sentences, inference, seed)
    rest_low, rest_high = without_each_article(with_frame, n_sentences)
    rows = pd.DataFrame({"frame": list(frames), "name_ar": list(frames.values()), "n_with": with_frame.sum(axis=0)})
    return rows.assign(
        outlet=outlet,
        n_documents=len(counts),
        n_sentences=n_sentences.sum(),
        share=lambda row: row["n_with"] / row["n_sentences"],  # eq. 1
        low=low,
        high=high,
        rest_low=rest_low,
        rest_high=rest_high,
    )


def frame_differences(
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    hits: pd.DataFrame,
    frames: Mapping[str, str],
    inference: dict,
    seed: int,
) -> pd.DataFrame:
    """One row per frame: the range of the outlets' shares, its p-value (document permutation) and q-value.

    q: p adjusted for the false-discovery rate over the frames. Only outlets with inference['least_documents']
    documents or more take part; with fewer than two of them there is no row. Columns as in the schema
    frame_differences.
    """
    counts = _counts(documents, sentences, hits, list(frames))
    many = counts.groupby("outlet")["outlet"].transform("size") >= inference["least_documents"]
    counts = counts[many]
    if counts["outlet"].nunique() < 2:
        return pd.DataFrame(columns=["frame", "name_ar", "n_outlets", "n_documents", "range", "p", "q"])
    outlet, names = pd.factorize(counts["outlet"])
    with_frame, n_sentences = counts[list(frames)].to_numpy(), counts["n_sentences"].to_numpy()
    drawn = {"seed": seed, "draws": inference["draws"]}
    p = document_permutation(with_frame, n_sentences, outlet, **drawn)
    rows = pd.DataFrame({"frame": list(frames), "name_ar": list(frames.values())})
    apart = outlet_range(with_frame, n_sentences, outlet)
    return rows.assign(n_outlets=len(names), n_documents=len(counts), range=apart, p=p, q=false_discovery(p))


def line_shares(documents: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """One row per document and line role: the lines with it and their characters (schema line_roles)."""
    shown = documents["outlet_name_ar"].where(documents["outlet_name_ar"] != "", documents["outlet_name_en"])
    named = documents[["doc_id"]].assign(outlet_name=shown.where(shown != "", documents["outlet"]))
    rows = lines.assign(n_chars=lines["end"] - lines["start"]).groupby(["doc_id", "role"], sort=False)
    counts = rows.agg(n_lines=("line", "size"), n_chars=("n_chars", "sum")).reset_index()
    return named.merge(counts, on="doc_id", validate="one_to_many")


def _counts(documents: pd.DataFrame, sentences: pd.DataFrame, hits: pd.DataFrame, frames: list[str]) -> pd.DataFrame:
    """Per document: coded sentences, and sentences with each frame; documents without a coded sentence stay out."""
    n_sentences = sentences.groupby("doc_id").size().rename("n_sentences")
    found = hits[["doc_id", "sentence", "frame"]].drop_duplicates()
    with_frame = found.groupby(["doc_id", "frame"]).size().unstack(fill_value=0).reindex(columns=frames, fill_value=0)
    counts = documents.set_index("doc_id")[["outlet"]].join(n_sentences, how="inner", validate="one_to_one")
    counts = counts.join(with_frame, validate="one_to_one").fillna(0).astype(dict.fromkeys(frames, int))
    assert counts[frames].to_numpy().sum() == len(found), "every sentence with a hit belongs to a coded document"
    return counts
