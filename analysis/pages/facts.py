"""What is known of a document, as the head of its page and the foot of a quotation say it."""

from collections.abc import Mapping

import pandas as pd
from markupsafe import Markup

from analysis.pages.html import page_name, show

UNITS = {"n_words": "words", "n_chars": "characters"}


def missing(value: object) -> bool:
    """Whether the value is one of those that a table holds for nothing: None, NaN, NA, an empty string."""
    return value is None or value is pd.NA or value != value or value == ""


def known(document: Mapping) -> dict:
    """The row of the documents table without what is missing."""
    return {key: value for key, value in document.items() if not missing(value)}


def byline(document: Mapping) -> Markup:
    """Outlet, in Arabic and English as far as they are known, and date."""
    held = known(document)
    named = [held.get("outlet_name_ar"), held.get("outlet_name_en") or held.get("outlet")]
    parts = [part for part in (*named, held.get("published")) if part]
    return Markup("").join(Markup("<span>{}</span>").format(show(part)) for part in parts)


def facts(document: Mapping) -> list[tuple[str, object, str | None]]:
    """What is known of a document as (name, value, href or None), in the order of the page."""
    held = known(document)
    copied = held.get("duplicate_of")
    length = [f"{held[key]:,} {unit}" for key, unit in UNITS.items() if key in held]
    rows = [
        ("Document", document["doc_id"], None),
        ("Event", held.get("event"), None),
        ("Credit", held.get("credit"), None),
        ("Address", held.get("url"), None),
        ("Duplicate of", copied, f"{page_name(copied)}.html"),
        ("Length", " · ".join(length) or None, None),
        ("Encoding", held.get("encoding"), None),
        ("Restored", held.get("restored") or None, None),
        ("Source", held.get("path"), None),
        ("SHA-256", held.get("sha256"), None),
    ]
    return [row for row in rows if row[1] is not None]
