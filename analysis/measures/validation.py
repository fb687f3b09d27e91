"""Does the codebook find what coders see? Its hits against the settled codes, and the coders against each other.

Codes are tidy: doc_id, sentence, coder, frame, present (1 or 0), one row for each frame that a coder judged in a
sentence, whether it is there or not. The coder SETTLED stands for what was decided where coders differed.
"""

from collections.abc import Mapping
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.measures.agreement import agreement
from analysis.schemas import OUTLET

SETTLED = "settled"
SENTENCE = ["doc_id", "sentence"]
JUDGED = [*SENTENCE, "frame"]
ABSENT_PRESENT = (0, 1)
AGREEMENT = ["alpha", "alpha_se", "low", "high", "percent", "ac1", "ac1_se", "kappa", "kappa_se"]
BETWEEN_CODERS = ["coders", "n_coders", "frame", "name_ar", "n_sentences", "n_coded", *AGREEMENT]


def validation(
    codes: pd.DataFrame,
    hits: pd.DataFrame,
    sentences: pd.DataFrame,
    frames: Mapping[str, str],
    inference: dict,
    seed: int,
) -> pd.DataFrame:
    """One row per frame: the codebook's hits in the coded sentences against the settled codes.

    hits: doc_id, sentence, frame, any number in a sentence; sentences: those that the codebook reads; frames: id →
    Arabic name; inference: resamples and level of the interval of alpha. Of n_sentences with a settled code, the
    coders see the frame in n_coded, the codebook finds it in n_found; n_unsettled more were coded, but not alike.
    precision, recall and f1 (between 0 and 1) are empty where they would divide by 0, alpha where everything is one
    value. Codes of other frames are not looked at. Raises InputError for a code of a sentence that there is not.
    """
    return _by_frame(_compared(codes, hits, sentences), frames, inference, seed)


def outlet_validation(
    codes: pd.DataFrame,
    hits: pd.DataFrame,
    sentences: pd.DataFrame,
    documents: pd.DataFrame,
    frames: Mapping[str, str],
    inference: dict,
    seed: int,
) -> pd.DataFrame:
    """One row per outlet and frame: as `validation`, of the outlet's documents; outlets in order of their first.

    Small numbers: most outlets have few coded sentences with a frame, so read n_coded before any figure.
    """
    compared, names = _compared(codes, hits, sentences), list(OUTLET)
    parts = []
    for key, its_own in documents.groupby(names, sort=False):
        rows = _by_frame(compared[compared["doc_id"].isin(its_own["doc_id"])], frames, inference, seed)
        parts.append(rows.assign(**dict(zip(names, key, strict=True)))[[*names, *rows.columns]])
    return pd.concat(parts, ignore_index=True)


def coder_agreement(codes: pd.DataFrame, frames: Mapping[str, str], inference: dict, seed: int) -> pd.DataFrame:
    """One row per frame and pair of coders, and one for all of them where they are more: how far they agree.

    n_sentences: those that at least two of them coded; in n_coded of these one or more see the frame. Settled codes
    are no coder's. Without two coders the table has no rows.
    """
    own = codes[codes["coder"] != SETTLED]
    names = sorted(own["coder"].unique())
    groups = [*combinations(names, 2), *([tuple(names)] if len(names) > 2 else [])]
    rows = []
    for group in groups:
        theirs = own[own["coder"].isin(group)]
        for frame, name_ar in frames.items():
            table = theirs[theirs["frame"] == frame].pivot(index=SENTENCE, columns="coder", values="present")
            shared = table[table.notna().sum(axis=1) >= 2]
            about = {"coders": ", ".join(group), "n_coders": len(group), "frame": frame, "name_ar": name_ar}
            counted = {"n_sentences": len(shared), "n_coded": int((shared == 1).any(axis=1).sum())}
            rows.append(about | counted | agreement(shared, ABSENT_PRESENT, inference, seed))
    return pd.DataFrame(rows, columns=BETWEEN_CODERS)


def judged(codes: pd.DataFrame) -> pd.DataFrame:
    """One row per coder: n_sentences, the sentences that the coder judged."""
    sentences = codes[["coder", *SENTENCE]].drop_duplicates()
    return sentences.groupby("coder").size().rename("n_sentences").reset_index()


def settled(codes: pd.DataFrame) -> pd.DataFrame:
    """One row per coded sentence and frame: doc_id, sentence, frame, present (1, 0, or empty where it is open).

    What was settled counts; else what all say who coded the sentence; where they differ, the code stays open.
    """
    by_hand = codes["coder"] == SETTLED
    said = codes[~by_hand].groupby(JUDGED)["present"].agg(["min", "max"])
    alike = said["min"].where(said["min"] == said["max"]).astype(float)
    decided = codes[by_hand].set_index(JUDGED)["present"].astype(float)
    return decided.combine_first(alike).rename("present").reset_index()


def watermarked(validated: pd.DataFrame, frames: Mapping[str, str], least_alpha: float) -> list[str]:
    """The frames that may not be drawn without a warning, in the order of frames: not validated, or alpha too low.

    validated: as `validation` gives it. An alpha that is not defined validates nothing.
    """
    alphas = dict(zip(validated["frame"], validated["alpha"], strict=True))
    return [frame for frame in frames if not alphas.get(frame, np.nan) >= least_alpha]


def _compared(codes: pd.DataFrame, hits: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The settled codes with one more column, found: 1 where the codebook has a hit in the sentence, else 0."""
    rows = settled(codes)
    there = rows.merge(sentences[SENTENCE], how="left", on=SENTENCE, validate="many_to_one", indicator="there")["there"]
    if (there == "left_only").any():
        first = rows[(there == "left_only").to_numpy()].iloc[0]
        raise InputError(
            f"codes: sentence {first['sentence']} of {first['doc_id']!r} is none that the codebook reads;"
            " restore the text as it was coded, or draw and code its sentences anew"
        )
    found = hits[JUDGED].drop_duplicates().assign(found=1)
    return rows.merge(found, how="left", on=JUDGED, validate="one_to_one").fillna({"found": 0})


def _by_frame(compared: pd.DataFrame, frames: Mapping[str, str], inference: dict, seed: int) -> pd.DataFrame:
    rows = []
    for frame, name_ar in frames.items():
        mine = compared.loc[compared["frame"] == frame, ["present", "found"]]
        decided = mine.dropna()
        counted = {"n_sentences": len(decided), "n_unsettled": len(mine) - len(decided)}
        agreed = agreement(decided, ABSENT_PRESENT, inference, seed)
        rows.append({"frame": frame, "name_ar": name_ar} | counted | _retrieval(decided) | agreed)
    return pd.DataFrame(rows)


def _retrieval(decided: pd.DataFrame) -> dict[str, float]:
    """How well what is found stands for what is present (van Rijsbergen 1979, chapter 7); NaN for 0 / 0."""
    n_coded, n_found = int(decided["present"].sum()), int(decided["found"].sum())
    both = int((decided["present"] * decided["found"]).sum())
    return {
        "n_coded": n_coded,
        "n_found": n_found,
        "precision": both / n_found if n_found else np.nan,
        "recall": both / n_coded if n_coded else np.nan,
        "f1": 2 * both / (n_coded + n_found) if n_coded + n_found else np.nan,
    }
