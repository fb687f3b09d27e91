"""One batch of documents to all tables, in memory: a pure function, the same in a loop and on a cluster."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pandas as pd

from analysis.codebook import Codebook, Scheme
from analysis.schemas import CODED
from analysis.tables import table
from analysis.text import layout, sentences
from analysis.text.matching import Matcher, TypeIndex
from analysis.text.morphology import lemma
from analysis.text.words import fold, tokenise
from analysis.voices.voices import find_voices

FORMS_SHOWN = 20
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
    hits = frame_hits(tokens, types, sentence_table, codebook.frames)
    voices = find_voices(texts, lines, sentence_table, tokens, types, codebook.books)
    return {
        **{name: table(name, rows) for name, rows in voices.items()},
        "documents": _documents(documents, texts, lines, sentence_table, tokens),
        "texts": texts,
        "lines": lines,
        "sentences": sentence_table,
        "tokens": tokens,
        "types": types,
        "frame_hits": hits,
        "entries": entries(hits, texts, codebook.frames),
    }


def frame_hits(tokens: pd.DataFrame, types: pd.DataFrame, sentence_table: pd.DataFrame, scheme: Scheme) -> pd.DataFrame:
    """Every place where an entry of the scheme matches in a coded line; the texts are not read again."""
    coded = [(frame.id, entry) for frame in scheme.frames for entry in frame.entries]
    matcher = Matcher((entry.expression for _, entry in coded), TypeIndex(types["form"], types["lemma"]))
    new_sentence = (tokens["doc_id"] != tokens["doc_id"].shift()) | (tokens["sentence"] != tokens["sentence"].shift())
    found = matcher.find(tokens["type_id"].to_numpy(), np.cumsum(new_sentence.to_numpy()))
    first, last = tokens.iloc[found.first], tokens.iloc[found.last]
    hits = pd.DataFrame(
        {
            "doc_id": first["doc_id"].to_numpy(),
            "sentence": first["sentence"].to_numpy(),
            "start": first["start"].to_numpy(),
            "end": last["end"].to_numpy(),
            "frame": [coded[number][0] for number in found.expression],
            "entry": [coded[number][1].term for number in found.expression],
        }
    )
    coded_sentences = sentence_table.loc[sentence_table["role"].isin(CODED), ["doc_id", "sentence"]]
    return table("frame_hits", hits.merge(coded_sentences, on=["doc_id", "sentence"], validate="many_to_one"))


def entries(hits: pd.DataFrame, texts: pd.DataFrame, scheme: Scheme) -> pd.DataFrame:
    """Every entry of the scheme with what it found, those that found nothing included."""
    text_of = dict(zip(texts["doc_id"], texts["text"], strict=True))
    places = zip(hits["doc_id"], hits["start"], hits["end"], strict=True)
    forms = hits.assign(form=[" ".join(text_of[doc][start:end].split()) for doc, start, end in places])
    found = forms.groupby(["frame", "entry"]).agg(
        n_hits=("form", "size"), n_documents=("doc_id", "nunique"), forms=("form", _counted)
    )
    coded = pd.DataFrame(
        [(frame.id, entry.term, entry.why) for frame in scheme.frames for entry in frame.entries],
        columns=["frame", "entry", "why"],
    )
    rows = coded.merge(found.reset_index(), on=["frame", "entry"], how="left", validate="one_to_one")
    return table("entries", rows.astype({"forms": "str"}).fillna({"n_hits": 0, "n_documents": 0, "forms": ""}))


def _counted(forms: pd.Series) -> str:
    counts = sorted(forms.value_counts().items(), key=lambda pair: (-pair[1], pair[0]))
    return "، ".join(f"{form} ({n})" for form, n in counts[:FORMS_SHOWN])


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
    tokens["sentence"] = _sentence_of(tokens, sentence_table, list(texts["doc_id"]))
    types = pd.DataFrame({"type_id": np.arange(len(forms)), "form": forms})
    types["folded"] = types["form"].map(fold)
    types["lemma"] = types["form"].map(lemma)
    types["n"] = np.bincount(tokens["type_id"], minlength=len(forms))
    return table("tokens", tokens), table("types", types)


def _sentence_of(tokens: pd.DataFrame, sentence_table: pd.DataFrame, doc_ids: list[str]) -> np.ndarray:
    """The sentence that each token stands in: the last to start at or before it in its document."""
    order = {doc_id: number for number, doc_id in enumerate(doc_ids)}
    places = [
        frame["doc_id"].map(order).to_numpy() << 40 | frame["start"].to_numpy() for frame in (tokens, sentence_table)
    ]
    return sentence_table["sentence"].to_numpy()[np.searchsorted(places[1], places[0], side="right") - 1]


def _documents(documents, texts, lines, sentence_table, tokens) -> pd.DataFrame:
    frame = pd.DataFrame(documents)
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
