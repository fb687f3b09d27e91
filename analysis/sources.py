"""The pages that numbers link to: raw articles, the passages behind every number, the data dictionary."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import pandas as pd

from analysis.codebook import read_codebook
from analysis.desk import as_hits, coded, outlet_names, whose_words
from analysis.findings.voices import MODE_NAMES
from analysis.measures.voices import speaker_shares
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
    codebook = read_codebook(study.codebook)
    spans, cues = whose_words(study, codebook)
    yield from _articles(tables | {"spans": spans}, codebook.frames.frames)
    yield from _frames(tables, codebook.frames.frames)
    yield from _voices(tables, spans, cues)


def _articles(tables: dict[str, pd.DataFrame], frames: Iterable) -> Iterator[tuple[str, str]]:
    parts = {name: dict(list(tables[name].groupby("doc_id"))) for name in ("lines", "sentences", "frame_hits", "spans")}
    none = {name: tables[name].iloc[:0] for name in parts}
    texts = tables["texts"].set_index("doc_id")["text"]
    for document in tables["documents"].to_dict("records"):
        doc_id = document["doc_id"]
        rows = [part.get(doc_id, none[name]) for name, part in parts.items()]
        html = article_page(document, texts[doc_id], *rows, frames, nav=navigation())
        yield f"articles/{page_name(doc_id)}.html", html


def _frames(tables: dict[str, pd.DataFrame], frames: Iterable) -> Iterator[tuple[str, str]]:
    """A page per frame, and per frame and outlet: every sentence that a share of notebook 03 counts."""
    names = {"frame": {frame.id: frame.name_en for frame in frames}}
    hits = tables["frame_hits"]
    yield from _evidence(tables, hits, "frames", ["frame"], "Frame “{}”, all outlets", names=names)
    yield from _evidence(tables, hits, "frames", ["outlet", "frame"], "In {}: frame “{}”", names=names)


def _voices(tables: dict[str, pd.DataFrame], spans: pd.DataFrame, cues: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """The pages behind notebook 02: words by mode, words and reporting words of the leading speakers."""
    leading = speaker_shares(tables["documents"], spans)["speaker"].unique()
    spans = as_hits(spans.assign(speaker=spans["voice"]), "mode", "voice")
    spoken = spans[(spans["mode"] != "own") & spans["speaker"].isin(leading)]
    cues = as_hits(cues[cues["speaker"].isin(leading)], "stance", "speaker")
    by_mode, by_speaker, by_stance = (["outlet", *keys] for keys in (["mode"], ["speaker"], ["speaker", "stance"]))
    names = {"mode": MODE_NAMES}
    yield from _evidence(tables, spans, "voices", by_mode, "In {}: {} words", "passage", names)
    yield from _evidence(tables, spoken, "speakers", ["speaker"], "Words of {}, all outlets", "passage")
    yield from _evidence(tables, spoken, "speakers", by_speaker, "In {}: words of {}", "passage")
    yield from _evidence(tables, cues, "stances", by_stance, "In {}: words that introduce {}, {}", "reporting word")


def _evidence(
    tables: dict[str, pd.DataFrame],
    hits: pd.DataFrame,
    kind: str,
    keys: list[str],
    title: str,
    unit: str = "hit",
    names: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Iterator[tuple[str, str]]:
    """A page per combination of the keys: the sentences with its hits. names: key → value → how a title has it."""
    documents, sentences = tables["documents"], coded(tables["sentences"])
    names = {"outlet": outlet_names(documents), **names}
    by_outlet = hits.merge(documents[["doc_id", "outlet"]], on="doc_id", validate="many_to_one")
    for values, rows in by_outlet.groupby(keys):
        of = dict(zip(keys, values, strict=True))
        shown = [names[key][value] if key in names else value for key, value in of.items()]
        html = evidence_page(
            title.format(*shown), rows, sentences, tables["texts"], documents, nav=navigation(), unit=unit
        )
        yield evidence_href(kind, **of), html


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
