"""What lies on the desk in a notebook: the study, its tables, and the ways from their rows to the pages."""

import os
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.pages.evidence import evidence_href, sentence_href
from analysis.pages.html import page_name
from analysis.places import containing
from analysis.schemas import CODED
from analysis.study import Study, read_study
from analysis.tables import read_table

ROOT = Path(__file__).resolve().parent.parent


def open_study(folder: str | None = None) -> Study:
    """The study in a folder; without one, that of `make lab STUDY=…`, else the project's own."""
    return read_study(Path(folder or os.environ.get("STUDY") or ROOT))


def compared(study: Study, *names: str) -> list[pd.DataFrame]:
    """The tables of those names, with the documents that take part in comparisons.

    All take part, or with study.yml's `compare: {wire_copy: without}` those that are no wire copy. Tables that are not
    of single documents (types, entries) are given whole. Raises InputError where no document is left.
    """
    tables = [read_table(study.tables, name) for name in names]
    if study.settings.compare.wire_copy == "with":
        return tables
    documents = read_table(study.tables, "documents", ["doc_id", "wire"])
    own = set(documents.loc[documents["wire"] == "", "doc_id"])
    if not own:
        raise InputError(
            f"{study.folder / 'study.yml'}: compare: wire_copy: every article is wire copy, so without it there is "
            "nothing to compare; write `with`"
        )
    return [_of(table, own) for table in tables]


def _of(table: pd.DataFrame, doc_ids: set[str]) -> pd.DataFrame:
    """The rows of those documents; of pairs of documents, those with both."""
    for column in ("doc_id", "doc_a", "doc_b"):
        if column in table:
            table = table[table[column].isin(doc_ids)]
    return table.reset_index(drop=True)


def coded(sentences: pd.DataFrame) -> pd.DataFrame:
    """The sentences that are coded: those of headline, deck and body lines."""
    return sentences[sentences["role"].isin(CODED)]


def outlet_names(documents: pd.DataFrame, language: str = "en") -> dict[str, str]:
    """Outlet id → the name shown: in the language, 'en' or 'ar', else in the other, else the id."""
    other = "en" if language == "ar" else "ar"
    rows = documents.drop_duplicates("outlet").to_dict("records")
    return {
        row["outlet"]: row[f"outlet_name_{language}"] or row[f"outlet_name_{other}"] or row["outlet"] for row in rows
    }


def with_text(rows: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """The rows with one more column, `text`: what their offsets cut from the raw texts."""
    of = dict(zip(texts["doc_id"], texts["text"], strict=True))
    cut = [of[doc_id][start:end] for doc_id, start, end in zip(rows["doc_id"], rows["start"], rows["end"], strict=True)]
    return rows.assign(text=pd.Series(cut, index=rows.index, dtype="str"))


def with_pages(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with one more column, `page`: the article's page, at the row's sentence where it has one."""
    if "sentence" in rows:
        return rows.assign(page=[sentence_href(row.doc_id, row.sentence) for row in rows.itertuples()])
    return rows.assign(page=[f"articles/{page_name(doc_id)}.html" for doc_id in rows["doc_id"]])


def with_links(rows: pd.DataFrame, kind: str, keys: Sequence[str], counted: str = "") -> pd.DataFrame:
    """The rows with one more column, `href`: the page of what is behind each; none where `counted`, if named, is 0."""
    links = [
        evidence_href(kind, **{key: row[key] for key in keys}) if not counted or row[counted] else None
        for row in rows.to_dict("records")
    ]
    return rows.assign(href=links)


def with_sentence(rows: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The rows with one more column, `sentence`: the one in which each begins."""
    return rows.assign(sentence=sentences["sentence"].to_numpy()[containing(rows, sentences)])


def as_hits(rows: pd.DataFrame, frame: str, entry: str) -> pd.DataFrame:
    """The rows as passages and pages of evidence mark them: what a mark says stands in these two columns."""
    return rows.assign(frame=rows[frame], entry=rows[entry])
