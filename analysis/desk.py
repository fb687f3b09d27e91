"""What lies on the desk in a notebook: the study, its tables, and the ways from their rows to the pages."""

import os
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis.codebook import Codebook
from analysis.measures.voices import speaker_names, voice_spans
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


def with_links(rows: pd.DataFrame, kind: str, keys: Sequence[str], counted: str) -> pd.DataFrame:
    """The rows with one more column, `href`: the page of what is behind each; none where `counted` is 0."""
    links = [
        evidence_href(kind, **{key: row[key] for key in keys}) if row[counted] else None
        for row in rows.to_dict("records")
    ]
    return rows.assign(href=links)


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


def whose_words(study: Study, codebook: Codebook) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The stretches of voices in sentences, and the reporting words, every speaker under one name throughout."""
    names = ("sentences", "voices", "tokens", "cues")
    sentences, voices, tokens, cues = (read_table(study.tables, name) for name in names)
    same = speaker_names(pd.concat([cues["speaker"], voices["voice"]]), codebook.books.actors.actors)
    spans = voice_spans(coded(sentences), voices, tokens)
    spans = spans.assign(voice=spans["voice"].map(same).astype("str"))
    return spans, with_sentence(cues.assign(speaker=cues["speaker"].map(same).astype("str")), sentences)


def with_sentence(rows: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The rows with one more column, `sentence`: the one in which each begins."""
    starts = sentences[["doc_id", "start", "sentence"]].sort_values("start")
    found = pd.merge_asof(rows.sort_values("start"), starts, on="start", by="doc_id")
    return found.sort_values(["doc_id", "start"], ignore_index=True)


def as_hits(rows: pd.DataFrame, frame: str, entry: str) -> pd.DataFrame:
    """The rows as passages and pages of evidence mark them: what a mark says stands in these two columns."""
    return rows.assign(frame=rows[frame], entry=rows[entry])


def most_voices(spans: pd.DataFrame) -> str:
    """The id of the article with the most speakers; of equals the first."""
    speakers = spans.groupby("doc_id", sort=False)["voice"].nunique()
    return speakers.index[speakers.to_numpy().argmax()]


def of_leading(spans: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """The stretches of the speaker with the most words, the first of the leading ones."""
    return spans[(spans["mode"] != "own") & spans["voice"].isin(speakers["speaker"].head(1))]
