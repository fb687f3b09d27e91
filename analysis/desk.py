"""What lies on the desk in a notebook: the study, its tables, and the ways from their rows to the pages."""

import os
from pathlib import Path

import pandas as pd

from analysis.pages.evidence import evidence_href, sentence_href
from analysis.pages.html import page_name
from analysis.schemas import CODED
from analysis.study import Study, read_study
from analysis.tables import read_table

ROOT = Path(__file__).resolve().parent.parent


def open_study(folder: str | None = None) -> Study:
    """The study in a folder; without one, that of `make lab STUDY=…`, else the project's own."""
    return read_study(Path(folder or os.environ.get("STUDY") or ROOT))


def coded(sentences: pd.DataFrame) -> pd.DataFrame:
    """The sentences that are coded: those of headline, deck and body lines."""
    return sentences[sentences["role"].isin(CODED)]


def outlet_names(documents: pd.DataFrame) -> dict[str, str]:
    """Outlet id → the name shown in prose: English, else Arabic, else the id."""
    rows = documents.drop_duplicates("outlet").itertuples()
    return {row.outlet: row.outlet_name_en or row.outlet_name_ar or row.outlet for row in rows}


def with_text(rows: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """The rows with one more column, `text`: what their offsets cut from the raw texts."""
    of = dict(zip(texts["doc_id"], texts["text"], strict=True))
    cut = [of[doc_id][start:end] for doc_id, start, end in zip(rows["doc_id"], rows["start"], rows["end"], strict=True)]
    return rows.assign(text=pd.Series(cut, index=rows.index, dtype="str"))


def telling_article(study: Study) -> str:
    """The id of the article that shows most of the method: the first of those with the most kinds of lines."""
    kinds = read_table(study.tables, "lines", ["doc_id", "role"]).groupby("doc_id", sort=False)["role"].nunique()
    return kinds.index[kinds.to_numpy().argmax()]


def with_pages(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with one more column, `page`: the article's page, at the row's sentence where it has one."""
    if "sentence" in rows:
        return rows.assign(page=[sentence_href(row.doc_id, row.sentence) for row in rows.itertuples()])
    return rows.assign(page=[f"articles/{page_name(doc_id)}.html" for doc_id in rows["doc_id"]])


def with_links(shares: pd.DataFrame) -> pd.DataFrame:
    """The shares with one more column, `href`: the page with the sentences behind each; none where there are none."""
    links = [
        evidence_href("frames", outlet=row.outlet, frame=row.frame) if row.n_with else None
        for row in shares.itertuples()
    ]
    return shares.assign(href=links)


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
