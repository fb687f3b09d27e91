"""The pages that numbers link to: raw articles, the passages behind every number, the data dictionary."""

from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.codebook import read_codebook
from analysis.desk import coded, outlet_names
from analysis.navigation import DICTIONARY, navigation
from analysis.pages.articles import article_page
from analysis.pages.dictionary import data_dictionary
from analysis.pages.evidence import evidence_href, evidence_page
from analysis.pages.files import write, write_assets
from analysis.pages.html import page_name
from analysis.schemas import SCHEMAS
from analysis.study import Study
from analysis.tables import fields, read_table


def build_site(study: Study) -> None:
    """Write the pages that numbers link to: articles, evidence, data dictionary; pages of no use any more go."""
    write_assets(study.report)
    written = {write(study.report / name, html) for name, html in _pages(study)}
    for folder in ("articles", "evidence"):
        for path in (study.report / folder).rglob("*.html"):
            if path not in written:
                path.unlink()
    write(study.report / DICTIONARY, _dictionary())


def _pages(study: Study) -> Iterator[tuple[str, str]]:
    names = ("documents", "texts", "lines", "sentences", "frame_hits")
    tables = {name: read_table(study.tables, name) for name in names}
    frames = read_codebook(study.codebook).frames.frames
    yield from _articles(tables, frames)
    yield from _evidence(tables, frames)


def _articles(tables: dict[str, pd.DataFrame], frames: Iterable) -> Iterator[tuple[str, str]]:
    parts = {name: dict(list(tables[name].groupby("doc_id"))) for name in ("lines", "sentences", "frame_hits")}
    none = {name: tables[name].iloc[:0] for name in parts}
    texts = tables["texts"].set_index("doc_id")["text"]
    for document in tables["documents"].to_dict("records"):
        doc_id = document["doc_id"]
        rows = [part.get(doc_id, none[name]) for name, part in parts.items()]
        html = article_page(document, texts[doc_id], *rows, frames, nav=navigation())
        yield f"articles/{page_name(doc_id)}.html", html


def _evidence(tables: dict[str, pd.DataFrame], frames: Iterable) -> Iterator[tuple[str, str]]:
    """A page per frame, and per frame and outlet: every sentence that a share of notebook 03 counts."""
    documents, sentences, texts = tables["documents"], coded(tables["sentences"]), tables["texts"]
    hits = tables["frame_hits"].merge(documents[["doc_id", "outlet"]], on="doc_id", validate="many_to_one")
    english = {frame.id: frame.name_en for frame in frames}
    shown = outlet_names(documents)
    for frame, of_frame in hits.groupby("frame"):
        title = f"Frame “{english[frame]}”"
        html = evidence_page(f"{title}, all outlets", of_frame, sentences, texts, documents, nav=navigation())
        yield evidence_href("frames", frame=frame), html
        for outlet, its_hits in of_frame.groupby("outlet"):
            html = evidence_page(f"{title} in {shown[outlet]}", its_hits, sentences, texts, documents, nav=navigation())
            yield evidence_href("frames", outlet=outlet, frame=frame), html


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
