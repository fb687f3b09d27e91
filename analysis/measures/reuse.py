"""How much wording the reports of an event share."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.events.reuse import WORDS

MOST_REPORTS = 10  # what a figure holds


def shared_wording(
    reuse: pd.DataFrame, documents: pd.DataFrame, names: dict[str, str], most: int = MOST_REPORTS
) -> pd.DataFrame:
    """One row per pair of reports that are shown: the five-word sequences that the two share, none included.

    reuse: the table of that name; documents: the reports of one event; names: as shown, by id. Of more than `most`
    reports, those that share most with another. share = n_shared / the smaller of n_first and n_second; empty for a
    pair that the table lacks. Columns as in the schema shared_wording.
    """
    pairs = _both_ways(reuse[reuse["doc_a"].isin(documents["doc_id"]) & reuse["doc_b"].isin(documents["doc_id"])])
    top = documents["doc_id"].map(pairs.groupby("first")["share"].max()).fillna(0)
    shown = documents.loc[top.sort_values(ascending=False, kind="stable").index[:most].sort_values(), "doc_id"]
    rows = pd.DataFrame(list(combinations(shown, 2)), columns=["first", "second"])
    rows = rows.merge(pairs, on=["first", "second"], how="left", validate="one_to_one")
    size = pairs.groupby("first")["n_first"].first()
    counted = {
        "n_first": rows["first"].map(size),
        "n_second": rows["second"].map(size),
        "n_shared": rows["n_shared"],
    }
    rows = rows.assign(**{name: column.fillna(0).astype("int64") for name, column in counted.items()})
    rows = rows.assign(first_name=rows["first"].map(names), second_name=rows["second"].map(names))
    return rows[["first", "second", "first_name", "second_name", "n_first", "n_second", "n_shared", "share"]]


def shared_passages(tokens: pd.DataFrame, words: pd.Series, first: str, second: str) -> pd.DataFrame:
    """The stretches of two documents whose five-word sequences stand in both: doc_id, start, end (code points).

    tokens: of coded sentences; words: type id → folded form. Sequences that overlap are one stretch.
    """
    of = {doc_id: tokens[tokens["doc_id"] == doc_id] for doc_id in (first, second)}
    found = {doc_id: list(_sequences(rows["type_id"].map(words).tolist())) for doc_id, rows in of.items()}
    both = set(found[first]) & set(found[second])
    rows = []
    for doc_id, sequences in found.items():
        start, end = of[doc_id]["start"].tolist(), of[doc_id]["end"].tolist()
        for place in (place for place, sequence in enumerate(sequences) if sequence in both):
            last = place + WORDS - 1
            if rows and rows[-1][0] == doc_id and start[place] <= rows[-1][2]:
                rows[-1] = (doc_id, rows[-1][1], end[last])
            else:
                rows.append((doc_id, start[place], end[last]))
    return pd.DataFrame(rows, columns=["doc_id", "start", "end"])


def _sequences(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[place:] for place in range(WORDS)), strict=False)


def _both_ways(reuse: pd.DataFrame) -> pd.DataFrame:
    """Each pair twice, with either document as the first."""
    forth = {"doc_a": "first", "doc_b": "second", "n_a": "n_first", "n_b": "n_second"}
    back = {"doc_b": "first", "doc_a": "second", "n_b": "n_first", "n_a": "n_second"}
    rows = pd.concat([reuse.rename(columns=forth), reuse.rename(columns=back)], ignore_index=True)
    share = rows["n_shared"] / np.minimum(rows["n_first"], rows["n_second"]).clip(lower=1)
    return rows.assign(share=share)[["first", "second", "n_first", "n_second", "n_shared", "share"]]
