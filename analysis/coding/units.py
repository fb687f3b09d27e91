"""The units of coding: sentences under an id that tells when their text has changed."""

import hashlib
import re

import pandas as pd

from analysis.pages.html import plain

# Spreadsheets read _x0041_ as the letter A (ECMA-376, part 1, 22.9.2.19, ST_Xstring).
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
LONGEST = 30_000  # code points; a cell holds 32,767 and drops the rest without a word


def units(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per sentence with its id `unit` and the sentence `before` it in its document, empty before the first.

    rows: the coded sentences of a study with their `text` (desk.with_text of desk.coded), in the order of the
    texts. Columns that come back: doc_id, sentence, unit, before, text.
    """
    ids = [unit_id(row.doc_id, row.sentence, row.text) for row in rows.itertuples()]
    before = rows.groupby("doc_id", sort=False)["text"].shift(fill_value="")
    return rows.assign(unit=ids, before=before)[["doc_id", "sentence", "unit", "before", "text"]]


def place(doc_id: str, sentence: int) -> str:
    """The part of a unit's id that says where the sentence stands: `'002_8339', 4` → `'002_8339:4'`."""
    return f"{shown(doc_id)}:{sentence}"


def unit_id(doc_id: str, sentence: int, text: str) -> str:
    """The id of a unit: its place and 8 hexadecimal digits of a SHA-256 of document and text.

    A changed text keeps its id by chance once in 2**32. The document is hashed too because two ids that hold
    different control characters may be shown alike.
    """
    digest = hashlib.sha256(f"{doc_id}\0{text}".encode()).hexdigest()
    return f"{place(doc_id, sentence)}:{digest[:8]}"


def shown(text: str) -> str:
    """The text as a cell can hold it: what XML forbids or a spreadsheet would act on written out, no end cut unseen."""
    written = _ESCAPE.sub("⟨U+005F⟩", plain(text))
    return written if len(written) <= LONGEST else f"{written[:LONGEST]} ⟨… {len(written) - LONGEST}⟩"
