"""From a study's raw texts to its cleaned tables, and what make must watch to know that they are current."""

from collections.abc import Iterable, Sequence

import pandas as pd
from tqdm import tqdm

from analysis.codebook import Codebook, study_codebook
from analysis.comparison import compare
from analysis.corpus import read_corpus
from analysis.overrides import read_events, read_pairings
from analysis.pipeline import code
from analysis.study import Study
from analysis.tables import write_tables


def clean(study: Study) -> None:
    """Write the tables of a study and say what they hold; if anything is wrong, the last good tables stay."""
    codebook = study_codebook(study)
    documents = read_corpus(study)
    known = {document["doc_id"] for document in documents}
    decisions = read_pairings(study.pairings, known) if study.pairings else ()
    tables = code(_assigned(documents, study, known), codebook, _bar)
    tables |= compare(tables, codebook, decisions)
    write_tables(tables, study.tables, study.settings.title, {"inputs": inputs(study, codebook)})
    print(_summary(tables))


def _assigned(documents: list[dict], study: Study, known: set[str]) -> list[dict]:
    """The documents with the events that people gave them in the study's events.csv."""
    events = read_events(study.events, known) if study.events else {}
    return [document | {"event": events.get(document["doc_id"], document["event"])} for document in documents]


def _bar(items: Sequence, what: str) -> Iterable:
    return tqdm(items, desc=what, unit=" articles", leave=False, disable=None)


def inputs(study: Study, codebook: Codebook) -> str:
    """The files and folders that the tables were made from, each path ended by a NUL as xargs -0 reads it.

    make looks for anything newer in them. A folder stands for all its texts and for which there are: its
    own time changes when one is added or removed.
    """
    folders = {path.parent for path in codebook.files}
    decided = [path for path in (study.events, study.pairings) if path]
    roots = [study.folder / "study.yml", study.corpus, *decided, *sorted(folders)]
    return "".join(f"{path}\0" for path in roots)


def _summary(tables: dict[str, pd.DataFrame]) -> str:
    documents, entries = tables["documents"], tables["entries"]
    counts = {
        "documents": len(documents),
        "sentences": len(tables["sentences"]),
        "words": len(tables["tokens"]),
        "frame hits": len(tables["frame_hits"]),
    }
    lines = [", ".join(f"{n:,} {what}" for what, n in counts.items())]
    if empty := documents["n_words"].eq(0).sum():
        lines.append(f"{empty:,} documents have no word of text (table documents, n_words 0)")
    if silent := entries["n_hits"].eq(0).sum():
        lines.append(f"{silent} of {len(entries)} codebook entries match nothing here (table entries)")
    if restored := documents["restored"].ne("").sum():
        lines.append(f"{restored:,} documents were restored to logical order or letters (table documents, restored)")
    return "\n".join(lines)
