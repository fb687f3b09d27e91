"""The pages that numbers link to, laid on the disk: raw articles, passages, the data dictionary."""

from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.behind import Behind
from analysis.codebook import Codebook, study_codebook
from analysis.desk import compared
from analysis.event import events
from analysis.navigation import DICTIONARY, ENTRIES, navigation
from analysis.pages.articles import article_page
from analysis.pages.dictionary import data_dictionary
from analysis.pages.entries import entries_page
from analysis.pages.files import write, write_assets
from analysis.pages.html import page_name
from analysis.readings import voiced, whose_words
from analysis.schemas import SCHEMAS
from analysis.study import Study
from analysis.tables import fields, read_table
from analysis.vocabulary import compared_words, open_vocabulary


def build_site(study: Study) -> None:
    """Write the pages that numbers link to: articles, evidence, data dictionary; pages of no use any more go."""
    write_assets(study.report)
    written = {write(study.report / name, html) for name, html in _pages(study)}
    for folder in ("articles", "evidence", "wordings"):
        for path in (study.report / folder).rglob("*.html"):
            if path not in written:
                path.unlink()
    write(study.report / DICTIONARY, _dictionary())


def _pages(study: Study) -> Iterator[tuple[str, str]]:
    names = ("documents", "texts", "lines", "sentences", "frame_hits", "tokens", "types")
    tables = {name: read_table(study.tables, name) for name in names}
    codebook = study_codebook(study)
    spans, cues = whose_words(study, codebook)
    yield from _articles(tables | {"spans": spans}, codebook.frames.frames)
    yield ENTRIES, _entries(study, tables, codebook)
    behind = Behind(dict(zip(names, compared(study, *names), strict=True)), codebook)
    yield from behind.pages(spans, cues, voiced(study, codebook, "frame_hits"), voiced(study, codebook, "labels"))
    for event in events(study):
        yield from behind.reports(event)
    vocabulary = open_vocabulary(study, codebook)
    shown, node, near = compared_words(study, codebook, vocabulary)
    yield from behind.words(vocabulary, shown, node, near)


def _articles(tables: dict[str, pd.DataFrame], frames: Iterable) -> Iterator[tuple[str, str]]:
    parts = {name: dict(list(tables[name].groupby("doc_id"))) for name in ("lines", "sentences", "frame_hits", "spans")}
    none = {name: tables[name].iloc[:0] for name in parts}
    texts = tables["texts"].set_index("doc_id")["text"]
    for document in tables["documents"].to_dict("records"):
        doc_id = document["doc_id"]
        rows = [part.get(doc_id, none[name]) for name, part in parts.items()]
        html = article_page(document, texts[doc_id], *rows, frames, nav=navigation())
        yield f"articles/{page_name(doc_id)}.html", html


def _entries(study: Study, tables: dict[str, pd.DataFrame], codebook: Codebook) -> str:
    names = {frame.id: f"{frame.name_en} · {frame.name_ar}" for frame in codebook.frames.frames}
    entries = read_table(study.tables, "entries")
    hits, sentences, texts = (tables[name] for name in ("frame_hits", "sentences", "texts"))
    return entries_page(entries, hits, sentences, texts, names, nav=navigation(), here=ENTRIES)


def _dictionary() -> str:
    tables = [
        (
            name,
            schema.description,
            [
                (
                    field["name"],
                    field["type"],
                    field.get("key") or field.get("unit", ""),
                    field["description"],
                )
                for field in fields(name)
            ],
        )
        for name, schema in SCHEMAS.items()
    ]
    return data_dictionary(tables, nav=navigation(), here=DICTIONARY)
