"""The corpus on disk to documents: a folder of texts with sources.csv, or tabular files with a column map."""

import datetime
import hashlib
from collections.abc import Iterator
from pathlib import Path

from analysis.errors import InputError
from analysis.records import TABULAR, csv_rows, members, records
from analysis.study import Columns, Study
from analysis.text.reading import Reading, read, restore

METADATA = ("outlet", "outlet_name_ar", "outlet_name_en", "published", "date_basis", "event", "credit", "url")
SOURCES = ("file", *METADATA, "evidence", "note")
UNKNOWN = {"outlet": "unknown", "outlet_name_en": "Unknown outlet"}  # never guessed from the text


def read_corpus(study: Study) -> list[dict]:
    """The documents of a study, in the order of their ids: metadata, `text` and how it was read.

    Raises InputError (file, line or row, remedy) where a text, its metadata or the match of the two is wrong.
    """
    files = corpus_files(study.corpus)
    is_texts = files[0].suffix == ".txt"
    documents = list(_texts(study, files) if is_texts else _rows(study, files))
    _reconcile(documents, study)
    return sorted(documents, key=lambda document: document["doc_id"])


def corpus_files(corpus: Path) -> list[Path]:
    """The files that hold the texts: the corpus itself, or all .txt (else all tabular files) of the folder, sorted."""
    if corpus.is_file():
        found = [corpus] if corpus.suffix in (".txt", *TABULAR) else []
    else:
        found = sorted(corpus.rglob("*.txt")) or sorted(path for path in corpus.iterdir() if path.suffix in TABULAR)
    if not found:
        raise InputError(f"{corpus}: no texts here; a corpus is .txt files in a folder, or {', '.join(TABULAR)}")
    return found


def _texts(study: Study, files: list[Path]) -> Iterator[dict]:
    folder = study.corpus if study.corpus.is_dir() else study.corpus.parent
    sources = folder / "sources.csv"
    rows = _sources(sources) if sources.exists() else None
    if rows is not None:
        _same_files(sources, set(rows), {path.relative_to(folder).as_posix() for path in files})
    for path in files:
        data = path.read_bytes()
        reading = read(data, _shown(path, study))
        row = (rows or {}).get(path.relative_to(folder).as_posix(), {})
        yield _document(path.stem, reading, data, row, _shown(path, study), titled=False)


def _sources(path: Path) -> dict[str, dict]:
    """The rows of sources.csv by file name."""
    rows = {}
    for line, row in csv_rows(path.read_bytes(), str(path)):
        if unknown := sorted(set(row) - set(SOURCES)):
            raise InputError(f"{path}: line 1: unknown column {unknown[0]!r}; the columns are {', '.join(SOURCES)}")
        if not row.get("file"):
            raise InputError(f"{path}: line {line}: no file is named; fill the column `file`")
        if row["file"] in rows:
            raise InputError(f"{path}: line {line}: {row['file']!r} is listed twice; keep one of the two")
        row["published"] = _date(row.get("published", ""), f"{path}: line {line}")
        rows[row["file"]] = row
    return rows


def _same_files(sources: Path, listed: set[str], present: set[str]) -> None:
    if missing := sorted(present - listed):
        raise InputError(
            f"{sources}: {missing[0]!r} has no row ({len(missing)} in all); add one, or move the text away"
        )
    if missing := sorted(listed - present):
        raise InputError(
            f"{sources}: {missing[0]!r} is listed but not there ({len(missing)} in all); add the text or remove the row"
        )


def _rows(study: Study, files: list[Path]) -> Iterator[dict]:
    columns = study.settings.columns
    for path in files:
        shown = _shown(path, study)
        for name, data in members(path, shown):
            stem = Path(name).stem
            for number, (place, row) in enumerate(records(name, data)):
                yield _row_document(row, columns, f"{stem}-{number:06d}", place, shown)


def _row_document(row: dict, columns: Columns, doc_id: str, place: str, path: str) -> dict:
    """One article of a tabular corpus; its raw text is its title, an empty line, and its text.

    A row with neither stays a document: large corpora hold some, and none is dropped in silence.
    """
    cells = {}
    for ours, theirs in columns.model_dump().items():
        if theirs and theirs not in row:
            raise InputError(f"{place}: there is no column {theirs!r} for {ours}; correct `columns` in study.yml")
        cells[ours] = "" if not theirs or row[theirs] is None else str(row[theirs])
    titled = bool(cells["title"].strip())
    cells["published"] = _date(cells["published"], place)
    raw = _well_formed(f"{cells['title']}\n\n{cells['text']}" if titled else cells["text"])
    text, restored = restore(raw)
    reading = Reading(text, "utf-8", restored)
    return _document(_well_formed(cells["doc_id"]) or doc_id, reading, raw.encode(), cells, path, titled=titled)


def _well_formed(text: str) -> str:
    """The text without the lone surrogates that JSON's escapes may smuggle in."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _document(doc_id: str, reading: Reading, data: bytes, row: dict, path: str, *, titled: bool) -> dict:
    metadata = {name: _well_formed(row.get(name, "")).strip() for name in METADATA}
    return {
        "doc_id": doc_id,
        **(metadata if metadata["outlet"] else metadata | UNKNOWN),
        "path": path,
        "encoding": reading.encoding,
        "restored": reading.restored,
        "sha256": hashlib.sha256(data).hexdigest(),
        "text": reading.text,
        "titled": titled,
    }


def _date(value: str, place: str) -> str:
    """An ISO date (a time after it is left out), or nothing."""
    try:
        return datetime.datetime.fromisoformat(value.strip()).date().isoformat() if value.strip() else ""
    except ValueError:
        raise InputError(
            f"{place}: published: {value!r} is no date; write it as 2022-01-19, or leave it empty"
        ) from None


def _reconcile(documents: list[dict], study: Study) -> None:
    """No id twice, no outlet under two names."""
    seen, names = {}, {}
    for document in documents:
        doc_id, outlet = document["doc_id"], document["outlet"]
        if doc_id in seen:
            raise InputError(f"{document['path']}: the id {doc_id!r} is also in {seen[doc_id]}; ids must differ")
        seen[doc_id] = document["path"]
        shown = (document["outlet_name_ar"], document["outlet_name_en"])
        if names.setdefault(outlet, shown) != shown:
            raise InputError(f"{study.corpus}: outlet {outlet!r} is named {names[outlet]} and {shown}; use one name")


def _shown(path: Path, study: Study) -> str:
    """A path as it is recorded: relative to the study where it lies in it, else its name alone."""
    return path.relative_to(study.folder).as_posix() if path.is_relative_to(study.folder) else path.name
