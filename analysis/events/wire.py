"""Which articles are wire copy: those that credit an agency, or repeat an earlier article of another outlet."""

import re

import pandas as pd

from analysis.text.pagewords import Layout, plain

CREDITING = ("credit", "dateline")
EDGE = 60  # characters; an agency that signs in running text stands at its very beginning or end
OPENING = re.compile(r"\W*(\w[\w .]*?)\s*[-:/]")
PLACED = re.compile(r"\W*(?:\w+\W{1,2}){0,3}?[(\"\[/]\s*(\w[\w .]*?)\s*[)\"\]]?\s*[-:]")  # الرياض (رويترز) -
CLOSING = re.compile(r"[(\"\[]\s*(\w[\w .]*?)\s*[)\"\]]\W*$")
PARTING = re.compile(r"[ .]+")


def agencies(documents: pd.DataFrame, texts: pd.DataFrame, lines: pd.DataFrame, layout: Layout) -> pd.Series:
    """By document, the agency that it credits, as the metadata or the codebook spells it; empty where none is found.

    Looked for in the metadata, then in credits and datelines, then at the edges of the running text: before a dash or
    colon that opens it, alone or in brackets after a town, and in brackets or marks that end it.
    """
    text = dict(zip(texts["doc_id"], texts["text"], strict=True))
    named: dict[str, str] = {}
    for row in lines[lines["role"].isin(CREDITING)].itertuples():
        found = layout.wire.search(plain(text[row.doc_id][row.start : row.end]))
        if found:
            named.setdefault(row.doc_id, _spelled(found.group(), layout))
    body = lines[lines["role"] == "body"].groupby("doc_id", sort=False).agg(start=("start", "min"), end=("end", "max"))
    for doc_id, start, end in body.itertuples():
        head, tail = text[doc_id][start : start + EDGE], text[doc_id][max(start, end - EDGE) : end]
        for found in (OPENING.match(plain(head)), PLACED.match(plain(head)), CLOSING.search(plain(tail))):
            if found and layout.wire.fullmatch(found[1]):
                named.setdefault(doc_id, _spelled(found[1], layout))
    credit = documents["credit"]
    return credit.where(credit != "", documents["doc_id"].map(named).astype("str").fillna(""))


def _spelled(found: str, layout: Layout) -> str:
    """An agency as the codebook spells it: letters may be parted by dots, and a conjunction joined."""
    letters = {PARTING.sub("", plain(term)): term for term in reversed(layout.words.agencies.terms)}
    name = PARTING.sub("", found)
    return letters.get(name) or letters[name.removeprefix("و")]


def wire_copy(documents: pd.DataFrame, reuse: pd.DataFrame, least: float) -> pd.Series:
    """By document, why it counts as wire copy: the agency credited (documents.wire), else the article it repeats.

    Of two articles of different outlets with a Jaccard index of `least` or more (table reuse), the later repeats the
    earlier; where the dates do not tell, the one that stands later in the table. Empty: neither.
    """
    outlet = documents.set_index("doc_id")["outlet"]
    near = reuse[reuse["jaccard"] >= least]
    near = near[near["doc_a"].map(outlet).to_numpy() != near["doc_b"].map(outlet).to_numpy()]
    forwards = ~(near["days"] < 0)
    later = near["doc_b"].where(forwards, near["doc_a"])
    earlier = near["doc_a"].where(forwards, near["doc_b"])
    first = earlier.groupby(later).first()
    return documents["wire"].where(documents["wire"] != "", documents["doc_id"].map(first).astype("str").fillna(""))
