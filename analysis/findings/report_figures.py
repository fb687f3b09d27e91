"""The figures of page Same event for those who cannot see them."""

import pandas as pd

from analysis.findings.words import abridged

HOW = ("quoted", "reported", "absent")


def grid_in_words(grid: pd.DataFrame) -> str:
    """The grid for those who cannot see it: what each report has of what was said."""
    parts = []
    for doc_id, rows in grid.groupby("doc_id", sort=False):
        given = rows["given"].value_counts()
        parts.append(f"{doc_id}: " + ", ".join(f"{how} {given.get(how, 0)}" for how in HOW))
    return f"{grid['claim'].nunique()} things said, by report. " + ("; ".join(parts) or "None") + "."


def order_in_words(order: pd.DataFrame) -> str:
    """The figure of order for those who cannot see it."""
    parts = [
        f"{abridged(rows.iloc[0]['text'])}: "
        + ", ".join(f"{row.doc_id} {row.position:.0%}" for row in rows.itertuples())
        for _, rows in order.groupby("claim", sort=False)
    ]
    return "How far down each report has the same: " + ("; ".join(parts) or "nothing") + "."


def wordings_in_words(words: pd.DataFrame) -> str:
    """The figure of wordings for those who cannot see it: every pair with its differences."""
    parts = []
    for _, rows in words.groupby("variant", sort=False):
        changed = rows[rows["kind"] != ""]
        said = "; ".join(f"{row.kind} {row.word_a or '–'} / {row.word_b or '–'}" for row in changed.itertuples())
        parts.append(f"{rows.iloc[0]['speaker']} ({rows.iloc[0]['relation']}): {said or 'no difference'}")
    return "The same words in two reports. " + (". ".join(parts) or "None") + "."


def shared_in_words(shared: pd.DataFrame) -> str:
    """The figure of shared wording for those who cannot see it."""
    there = shared[shared["n_shared"] > 0]
    parts = [f"{row.first_name} and {row.second_name} {row.n_shared}" for row in there.itertuples()]
    return "Five-word sequences shared: " + ("; ".join(parts) or "none") + "."
