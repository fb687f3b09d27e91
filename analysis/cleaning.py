"""From a study's raw texts to its cleaned tables, and what make must watch to know that they are current."""

import re
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis.codebook import Codebook, read_codebook
from analysis.corpus import corpus_files, read_corpus
from analysis.pipeline import code
from analysis.study import Study
from analysis.tables import write_tables

# What make reads as syntax in a file name.
SYNTAX = re.compile(r"([\\ #:%*?\[\]~|;=&])")


def clean(study: Study) -> None:
    """Write the tables of a study and say what they hold; if anything is wrong, the last good tables stay."""
    codebook = read_codebook(study.codebook)
    tables = code(list(read_corpus(study)), codebook)
    write_tables(tables, study.tables, study.settings.title, {"inputs.d": inputs(study, codebook)})
    print(_summary(tables))


def inputs(study: Study, codebook: Codebook) -> str:
    """A make rule: the tables depend on the study, its texts, their folders and the codebook's files.

    A folder counts because its time changes when a text is added or removed. The rules without
    prerequisites let make go on when a file that was an input is gone.
    """
    files = corpus_files(study.corpus)
    folders = {path.parent for path in files} if study.corpus.is_dir() else set()
    sources = study.corpus / "sources.csv"
    known = [
        study.folder / "study.yml",
        *codebook.files,
        *files,
        *folders,
        *([sources] if sources.exists() else []),
    ]
    names = sorted({_escaped(path) for path in known})
    target = _escaped(study.tables / "datapackage.json")
    return f"{target}: {' '.join(names)}\n" + "".join(f"{name}:\n" for name in names)


def _escaped(path: Path) -> str:
    return SYNTAX.sub(r"\\\1", str(path)).replace("$", "$$")


def _summary(tables: dict[str, pd.DataFrame]) -> str:
    silent = tables["entries"]["n_hits"].eq(0).sum()
    counts = {
        "documents": len(tables["documents"]),
        "sentences": len(tables["sentences"]),
        "words": len(tables["tokens"]),
        "frame hits": len(tables["frame_hits"]),
    }
    lines = [", ".join(f"{n:,} {what}" for what, n in counts.items())]
    if silent:
        lines.append(f"{silent} of {len(tables['entries'])} codebook entries match nothing here (table entries)")
    return "\n".join(lines + list(_restored(tables["documents"])))


def _restored(documents: pd.DataFrame) -> Iterable[str]:
    for row in documents[documents["restored"] != ""].itertuples():
        yield f"{row.path}: restored from {row.restored}"
