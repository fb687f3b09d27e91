"""One batch of documents to all tables, in memory: a pure function, the same in a loop and on a cluster."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pandas as pd

from analysis.codebook import Codebook
from analysis.events.wire import agencies
from analysis.hits import Text, entries, frame_hits, label_hits
from analysis.places import containing
from analysis.schemas import CODED
from analysis.tables import table
from analysis.text import layout, sentences
from analysis.text.morphology import lemma
from analysis.text.types import keys
from analysis.text.words import fold, tokenise
from analysis.voices.voices import find_voices

Progress = Callable[[Sequence, str], Iterable]


def _silent(items: Sequence, _what: str) -> Iterable:
    return items


def code(documents: Sequence[dict], codebook: Codebook, progress: Progress = _silent) -> dict[str, pd.DataFrame]:
    """All tables of a batch of documents (as read_corpus gives them), by name.

    Rows keep the order of the documents; the type ids are those of this batch. progress(items, what)
    gives the items on, and may show how far the work is.
    """
    texts = table("texts", documents)
    lines = _lines(progress(documents, "lines"), codebook)
    sentence_table = _sentences(texts, lines, codebook)
    tokens, types = _tokens(texts, sentence_table, progress)
    dates = {document["doc_id"]: document["published"] for document in documents}
    found = find_voices(texts, lines, sentence_table, tokens, types, codebook.books, dates)
    voices = {name: table(name, rows) for name, rows in found.items()}
    text = Text(tokens, types, sentence_table, voices["voices"])
    hits = frame_hits(text, codebook.frames)
    return {
        **voices,
        "documents": _documents(documents, texts, lines, sentence_table, tokens, codebook),
        "texts": texts,
        "lines": lines,
        "sentences": sentence_table,
        "tokens": tokens,
        "types": types,
        "frame_hits": hits,
        "labels": label_hits(text, codebook.labels),
        "entries": entries(hits, texts, codebook.frames),
    }


def _lines(documents: Iterable[dict], codebook: Codebook) -> pd.DataFrame:
    rows = []
    for document in documents:
        names = [document[name] for name in ("outlet_name_ar", "outlet_name_en", "credit") if document[name]]
        found = layout.lines(
            document["text"],
            codebook.layout,
            titled=document["titled"],
            outlet=document["outlet"],
            names=names,
        )
        rows += [{"doc_id": document["doc_id"], **line._asdict()} for line in found]
    return table("lines", rows)


def _sentences(texts: pd.DataFrame, lines: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    text_of = dict(zip(texts["doc_id"], texts["text"], strict=True))
    rows = []
    for line in lines[lines["role"] != "blank"].itertuples():
        for start, end in sentences.split(text_of[line.doc_id][line.start : line.end], codebook.stops):
            rows.append((line.doc_id, line.line, line.start + start, line.start + end, line.role))
    frame = pd.DataFrame(rows, columns=["doc_id", "line", "start", "end", "role"])
    return table("sentences", frame.assign(sentence=frame.groupby("doc_id").cumcount()))


def _tokens(texts: pd.DataFrame, sentence_table: pd.DataFrame, progress: Progress) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = [
        (doc_id, start, end, text[start:end])
        for doc_id, text in progress(list(zip(texts["doc_id"], texts["text"], strict=True)), "words")
        for start, end in tokenise(text)
    ]
    tokens = pd.DataFrame(rows, columns=["doc_id", "start", "end", "form"])
    tokens["type_id"], forms = pd.factorize(tokens["form"], sort=True)
    tokens["sentence"] = sentence_table["sentence"].to_numpy()[containing(tokens, sentence_table)]
    types = pd.DataFrame({"type_id": np.arange(len(forms)), "form": forms})
    types["folded"] = types["form"].map(fold)
    types["lemma"] = types["form"].map(lemma)
    types["keys"] = types["form"].map(keys)
    types["n"] = np.bincount(tokens["type_id"], minlength=len(forms))
    return table("tokens", tokens), table("types", types)


def _documents(documents, texts, lines, sentence_table, tokens, codebook: Codebook) -> pd.DataFrame:
    frame = pd.DataFrame(documents)
    frame["wire"] = agencies(frame, texts, lines, codebook.layout)
    frame["headline"] = [
        " ".join(text[line.start : line.end].strip() for line in headlines.itertuples())
        for text, headlines in _per_document(texts, lines[lines["role"] == "headline"])
    ]
    frame["n_chars"] = frame["text"].str.len()
    coded = sentence_table.loc[sentence_table["role"].isin(CODED), ["doc_id", "sentence"]]
    words = tokens.merge(coded, on=["doc_id", "sentence"], validate="many_to_one")["doc_id"].value_counts()
    frame["n_words"] = frame["doc_id"].map(words).fillna(0)
    first = frame.groupby("text")["doc_id"].transform("first")
    frame["duplicate_of"] = first.where((first != frame["doc_id"]) & (frame["n_words"] > 0), "")
    return table("documents", frame)


def _per_document(texts: pd.DataFrame, lines: pd.DataFrame):
    groups = dict(list(lines.groupby("doc_id")))
    return [
        (text, groups.get(doc_id, lines.iloc[:0])) for doc_id, text in zip(texts["doc_id"], texts["text"], strict=True)
    ]
