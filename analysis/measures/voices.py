"""Whose words: every outlet's words by voice, every speaker's by how they are given and introduced."""

from collections import Counter

import numpy as np
import pandas as pd

from analysis import schemas
from analysis.measures.resampling import interval
from analysis.schemas import MODES

OUTLET = list(schemas.OUTLET)
SHOWN = 12  # speakers that a figure holds
FORMS_SHOWN = 12


def voice_spans(sentences: pd.DataFrame, voices: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """One row per stretch of one voice within one sentence: doc_id, line, sentence, start, end, voice, mode, n_words.

    sentences: the coded ones; voices cover them. A word belongs to the voice in which it begins. Offsets are
    code points into the raw text.
    """
    order = {doc_id: number for number, doc_id in enumerate(sentences["doc_id"].unique())}
    voices = voices[voices["doc_id"].isin(order)]
    tokens = tokens[tokens["doc_id"].isin(order)]
    # Words of lines that are not coded may stand beyond all sentences: on one axis they must not reach the next text.
    longest = max((rows["end"].max() for rows in (voices, sentences, tokens) if len(rows)), default=0) + 1

    def at(rows: pd.DataFrame, column: str) -> np.ndarray:
        """Offsets on one axis for all documents, so that one search serves them all."""
        return (rows["doc_id"].map(order).to_numpy(dtype=np.int64) * longest) + rows[column].to_numpy()

    first = np.searchsorted(at(voices, "end"), at(sentences, "start"), side="right")
    beyond = np.searchsorted(at(voices, "start"), at(sentences, "end"), side="left")
    place = np.repeat(np.arange(len(sentences)), beyond - first)
    within = np.arange(len(place)) - np.repeat(np.cumsum(beyond - first) - (beyond - first), beyond - first)
    rows = sentences.iloc[place][["doc_id", "line", "sentence", "start", "end"]].reset_index(drop=True)
    theirs = voices.iloc[np.repeat(first, beyond - first) + within].reset_index(drop=True)
    rows["start"] = np.maximum(rows["start"], theirs["start"])
    rows["end"] = np.minimum(rows["end"], theirs["end"])
    rows = rows.assign(voice=theirs["voice"], mode=theirs["mode"])
    words = np.sort(at(tokens, "start"))
    return rows.assign(
        n_words=np.searchsorted(words, at(rows, "end")) - np.searchsorted(words, at(rows, "start")),
    )


def voice_shares(documents: pd.DataFrame, spans: pd.DataFrame, inference: dict, seed: int) -> pd.DataFrame:
    """One row per outlet and mode: share = n_in / n_words (eq. 2), in the order of the outlets' first documents.

    spans: as `voice_spans` gives them. low and high (document bootstrap, between 0 and 1) are empty for outlets
    with fewer than inference['least_documents'] documents. Columns as in the schema voice_shares.
    """
    words = spans.groupby(["doc_id", "mode"])["n_words"].sum().unstack(fill_value=0)
    words = words.reindex(columns=MODES, fill_value=0)
    counts = documents.set_index("doc_id")[OUTLET].join(words, how="inner", validate="one_to_one")
    parts = [
        _modes(key, rows[list(MODES)].to_numpy(), inference, seed)
        for key, rows in counts.groupby(OUTLET, sort=False, dropna=False)
    ]
    return pd.concat(parts, ignore_index=True)


def _modes(key: tuple, words: np.ndarray, inference: dict, seed: int) -> pd.DataFrame:
    total = words.sum(axis=1)
    low, high = interval(words, total, inference, seed)
    rows = pd.DataFrame({"mode": MODES, "n_documents": len(words), "n_words": total.sum(), "n_in": words.sum(axis=0)})
    return rows.assign(**dict(zip(OUTLET, key, strict=True))).assign(
        share=rows["n_in"] / max(total.sum(), 1),  # eq. 2
        low=low,
        high=high,
    )


def speaker_shares(documents: pd.DataFrame, spans: pd.DataFrame, most: int = SHOWN) -> pd.DataFrame:
    """One row per outlet and leading speaker: words given directly and indirectly, and in which place.

    The leading speakers are the `most` with the most words over all documents; their order is kept in every
    outlet, and an outlet without a word of one has a row of zeros. share = (n_direct + n_indirect) / n_words, n_words
    being all words of the outlet. n_first and n_last count the documents whose first or last speaker it is.
    Columns as in the schema speaker_shares.
    """
    spoken = spans[spans["mode"] != "own"]
    leading = list(_leading(spoken, most))
    outlets = documents[OUTLET].drop_duplicates("outlet").merge(_totals(documents, spans), on="outlet")
    rows = outlets.merge(pd.DataFrame({"speaker": pd.Series(leading, dtype="str")}), how="cross")
    keys = spoken.rename(columns={"voice": "speaker"}).merge(
        documents[["doc_id", "outlet"]], on="doc_id", validate="many_to_one"
    )
    for name, counts in _by_speaker(keys).items():
        rows = rows.merge(counts.rename(name).reset_index(), on=["outlet", "speaker"], how="left")
    counted = ["n_direct", "n_indirect", "n_documents", "n_first", "n_last"]
    rows[counted] = rows[counted].fillna(0).astype("int64")
    return rows.assign(share=(rows["n_direct"] + rows["n_indirect"]) / rows["n_words"].clip(lower=1))


def _leading(spoken: pd.DataFrame, most: int) -> pd.Index:
    """The speakers with the most words; those of equal words by name. Words of nobody named lead nothing."""
    words = spoken[spoken["voice"] != ""].groupby("voice")["n_words"].sum()
    return words.sort_index().sort_values(ascending=False, kind="stable").index[:most]


def _totals(documents: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    words = spans.groupby("doc_id")["n_words"].sum()
    rows = documents[["doc_id", "outlet"]].assign(n_words=documents["doc_id"].map(words).fillna(0).astype("int64"))
    counts = rows.groupby("outlet", sort=False).agg(n_words=("n_words", "sum"), n_articles=("doc_id", "size"))
    return counts.reset_index()


def _by_speaker(spoken: pd.DataFrame) -> dict[str, pd.Series]:
    """By outlet and speaker: words in either mode, documents, documents that begin or end with the speaker."""
    keys = ["outlet", "speaker"]
    words = spoken.groupby([*keys, "mode"])["n_words"].sum().unstack(fill_value=0)
    words = words.reindex(columns=MODES, fill_value=0)
    in_order = spoken[spoken["speaker"] != ""].sort_values(["doc_id", "start"]).groupby("doc_id", sort=False)
    return {
        "n_direct": words["direct"],
        "n_indirect": words["indirect"],
        "n_documents": spoken.groupby(keys)["doc_id"].nunique(),
        "n_first": in_order.head(1).groupby(keys).size(),
        "n_last": in_order.tail(1).groupby(keys).size(),
    }


def reporting_words(documents: pd.DataFrame, cues: pd.DataFrame, speakers: list[str]) -> pd.DataFrame:
    """One row per outlet, speaker and stance: how many reporting words present the speaker so, and which.

    Only the given speakers, in their order; pairs without a reporting word are left out. Columns as in the schema
    reporting_words.
    """
    about = documents[["doc_id", *OUTLET]]
    rows = cues[cues["speaker"].isin(speakers)].merge(about, on="doc_id", validate="many_to_one")
    keys = [*OUTLET, "speaker", "stance"]
    counts = rows.groupby(keys, sort=False).agg(n_cues=("cue", "size"), cues=("cue", _forms)).reset_index()
    rank = {outlet: number for number, outlet in enumerate(documents["outlet"].unique())}
    place = counts["outlet"].map(rank), counts["speaker"].map(speakers.index)
    counts = counts.assign(outlet_rank=place[0], speaker_rank=place[1])
    return counts.sort_values(["outlet_rank", "speaker_rank", "stance"]).drop(columns=["outlet_rank", "speaker_rank"])


def _forms(cues: pd.Series) -> str:
    counts = sorted(Counter(cues).items(), key=lambda pair: (-pair[1], pair[0]))
    return "، ".join(f"{form} {n}" for form, n in counts[:FORMS_SHOWN])


def article_strip(spans: pd.DataFrame, doc_id: str) -> pd.DataFrame:
    """The stretches of one article in their order, as the schema voice_strip has them."""
    of_article = spans[spans["doc_id"] == doc_id].sort_values("start", ignore_index=True)
    return of_article[["doc_id", "line", "sentence", "start", "end", "voice", "mode", "n_words"]]
