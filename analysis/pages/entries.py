"""Every entry of the codebook with what it matched, for those who prune it."""

from collections.abc import Mapping, Sequence

import pandas as pd
from markupsafe import Markup

from analysis.pages.evidence import sentence_href, window
from analysis.pages.html import render
from analysis.pages.marks import Hit, marked


def entries_page(
    entries: pd.DataFrame,
    hits: pd.DataFrame,
    sentences: pd.DataFrame,
    texts: pd.DataFrame,
    names: Mapping[str, str],
    *,
    nav: Sequence[tuple[str, str]] = (),
    here: str | None = None,
) -> str:
    """The page that lists, frame by frame, each entry with its counts, the forms it matched, and its first sentence.

    names: frame id → how the page has it. Entries with the most hits come first; those without stand at the end.
    """
    shown = _first_sentences(hits, sentences, texts)
    sections = []
    for frame, rows in entries.groupby("frame", sort=False):
        rows = rows.sort_values(["n_hits", "entry"], ascending=[False, True]).to_dict("records")
        found = [(row, *shown[frame, row["entry"]]) for row in rows if row["n_hits"]]
        sections.append((frame, names.get(frame, frame), found, [row["entry"] for row in rows if not row["n_hits"]]))
    return render("entries.html.j2", title="Entries", sections=sections, nav=nav, here=here)


def _first_sentences(
    hits: pd.DataFrame, sentences: pd.DataFrame, texts: pd.DataFrame
) -> dict[tuple[str, str], tuple[Markup, str]]:
    """(frame, entry) → the sentence of its first hit, marked, and where it stands."""
    text_of = dict(zip(texts["doc_id"], texts["text"], strict=True))
    first = hits.drop_duplicates(["frame", "entry"])
    rows = first.merge(sentences, on=["doc_id", "sentence"], suffixes=("", "_of"), validate="many_to_one")
    found = {}
    for row in rows.itertuples():
        hit = Hit(row.start, row.end, row.frame, row.entry)
        start, end = window(text_of[row.doc_id], row.start_of, row.end_of, hit)
        inner = Markup("").join(marked(text_of[row.doc_id], start, end, [hit], {}))
        found[row.frame, row.entry] = (inner, sentence_href(row.doc_id, row.sentence))
    return found
