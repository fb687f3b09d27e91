"""What the articles of a corpus have in common: shared wording, wire copy, and the reports of each event."""

from collections.abc import Sequence

import pandas as pd

from analysis.codebook import Codebook
from analysis.events.decided import Decision
from analysis.events.reuse import shared_wording, shingles
from analysis.events.tables import Corpus, side_by_side
from analysis.events.wire import wire_copy
from analysis.schemas import CODED
from analysis.tables import table
from analysis.text.function_words import content_words
from analysis.text.orthography import guarded, joined
from analysis.text.words import fold
from analysis.voices.naming import speaker_names

Tables = dict[str, pd.DataFrame]


def compare(tables: Tables, codebook: Codebook, decisions: Sequence[Decision] = ()) -> Tables:
    """The tables reuse, variants, differences and claims; and documents, with the wire copy found.

    tables: those of pipeline.code. decisions: what people say of pairs of passages.
    """
    reuse = _reuse(tables, codebook)
    documents = tables["documents"]
    wire = wire_copy(documents, reuse, codebook.events.copy_share.value)
    reports = side_by_side(compared_corpus(tables, codebook), codebook.events, decisions)
    return {**reports, "reuse": reuse, "documents": table("documents", documents.assign(wire=wire))}


def compared_corpus(tables: Tables, codebook: Codebook) -> Corpus:
    """What events.tables compares: the tables with every speaker under one name and every spelling under one word."""
    cues, voices = tables["cues"], tables["voices"]
    same = speaker_names(pd.concat([cues["speaker"], voices["voice"]]), codebook.books.actors.actors)
    tokens, types = joined(tables["tokens"], tables["types"], codebook.orthography)
    return Corpus(
        *(tables[name] for name in ("documents", "texts", "sentences")),
        tokens=tokens,
        types=types,
        voices=voices.assign(voice=voices["voice"].map(same)),
        key=guarded(types, codebook.orthography),
        content=content_words(types.set_index("type_id")["form"], codebook.functional),
        naming=naming(types, codebook),
    )


def naming(types: pd.DataFrame, codebook: Codebook) -> pd.Series:
    """By type id, whether it is a word of titles or of known names: everybody who is polite prints these alike."""
    book = codebook.books.actors
    listed = [
        word for part in (book.titles, book.given_names, book.name_particles) for words in part for word in words.words
    ]
    named = [
        word
        for actor in book.actors
        for name in (actor.name_ar, *actor.names, *actor.descriptions)
        for word in name.split()
    ]
    known = frozenset(map(fold, listed + named))
    naming = [not known.isdisjoint(keys.split()) for keys in types["keys"]]
    return pd.Series(naming, index=types["type_id"])


def _reuse(tables: Tables, codebook: Codebook) -> pd.DataFrame:
    """The table reuse: five-word sequences of folded words of the coded sentences."""
    documents, sentences = tables["documents"], tables["sentences"]
    coded = sentences.loc[sentences["role"].isin(CODED), ["doc_id", "sentence"]]
    tokens = tables["tokens"].merge(coded, on=["doc_id", "sentence"], validate="many_to_one")
    number = pd.factorize(tables["types"].sort_values("type_id")["folded"])[0]
    found = {doc_id: shingles(number[rows]) for doc_id, rows in tokens.groupby("doc_id", sort=False)["type_id"]}
    rules = codebook.events
    reuse = shared_wording(found, rules.minhash_from.value, rules.copy_share.value)
    published = pd.to_datetime(documents.set_index("doc_id")["published"], errors="coerce")
    days = (reuse["doc_b"].map(published) - reuse["doc_a"].map(published)).dt.days
    return table("reuse", reuse.assign(days=days))
