"""Which article and which passages are shown where there is room for a few only."""

import pandas as pd

from analysis.study import Study
from analysis.tables import read_table


def telling_article(study: Study) -> str:
    """The id of the article that shows most of the method: the first of those with the most kinds of lines."""
    kinds = read_table(study.tables, "lines", ["doc_id", "role"]).groupby("doc_id", sort=False)["role"].nunique()
    return kinds.index[kinds.to_numpy().argmax()]


def behind_largest(hits: pd.DataFrame, documents: pd.DataFrame, shares: pd.DataFrame) -> pd.DataFrame:
    """The hits behind the largest share."""
    return _behind(hits, documents, shares.loc[shares["share"].idxmax()])


def behind_smallest(hits: pd.DataFrame, documents: pd.DataFrame, shares: pd.DataFrame) -> pd.DataFrame:
    """The hits behind the smallest share that is not 0; none where all are."""
    found = shares[shares["n_with"] > 0]
    return _behind(hits, documents, found.loc[found["share"].idxmin()]) if len(found) else hits


def _behind(hits: pd.DataFrame, documents: pd.DataFrame, share: pd.Series) -> pd.DataFrame:
    its_own = documents.loc[documents["outlet"] == share["outlet"], "doc_id"]
    return hits[(hits["frame"] == share["frame"]) & hits["doc_id"].isin(its_own)]


def most_voices(spans: pd.DataFrame) -> str:
    """The id of the article with the most speakers; of equals the first."""
    speakers = spans.groupby("doc_id", sort=False)["voice"].nunique()
    return speakers.index[speakers.to_numpy().argmax()]


def of_leading(spans: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """The stretches of the speaker with the most words, the first of the leading ones."""
    return spans[(spans["mode"] != "own") & spans["voice"].isin(speakers["speaker"].head(1))]
