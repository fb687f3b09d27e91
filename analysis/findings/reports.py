"""What the reports of one event have in common and what not, in sentences made from the tables."""

from collections.abc import Mapping

import pandas as pd

from analysis.findings.words import abridged, count
from analysis.pages.evidence import Finding, evidence_href, linked, sentence_href
from analysis.pages.html import page_name
from analysis.pages.wordings import wordings_href
from analysis.ranking import by_frequency

SHOWN = 4  # reports, words or passages named in one sentence


def which_reports(documents: pd.DataFrame, event: str, names: Mapping[str, str]) -> Finding:
    """How many reports of which event there are, of how many outlets, and which."""
    if len(documents) < 2:
        return Finding(
            "No event is reported by two documents: give documents an event in sources.csv, or let `make events` "
            "propose some."
        )
    return Finding(
        "{reports} of {outlets} on {event}: {named}.",
        reports=count(len(documents), "report"),
        outlets=count(documents["outlet"].nunique(), "outlet"),
        event=event,
        named=_few([names[doc_id] for doc_id in documents["doc_id"]]),
    )


def what_is_shared(claims: pd.DataFrame, documents: pd.DataFrame, names: Mapping[str, str]) -> Finding:
    """How much of what was said stands in two reports or more, and how much in one only, report by report."""
    if claims.empty:
        return Finding("Nobody's words are given in these reports.")
    reports = claims.groupby("claim")["doc_id"].nunique()
    alone = claims[claims["claim"].isin(reports.index[reports == 1])].drop_duplicates("claim")
    n_alone = alone["doc_id"].value_counts()
    most = [doc_id for doc_id in documents["doc_id"] if doc_id in n_alone.index]
    most = sorted(most, key=lambda doc_id: -n_alone[doc_id])[:SHOWN]
    values = {f"n{place}": f"{n_alone[doc_id]:,}" for place, doc_id in enumerate(most)}
    values |= {f"r{place}": linked(names[doc_id], _article(doc_id)) for place, doc_id in enumerate(most)}
    parts = ", ".join(f"{{n{place}}} in {{r{place}}}" for place in range(len(most)))
    return Finding(
        "Of {claims} that somebody said, those in two reports or more are {shared}; in one only: "
        + (parts or "none")
        + ".",
        claims=count(len(reports), "thing"),
        shared=f"{(reports > 1).sum():,}",
        **values,
    )


def who_leads(claims: pd.DataFrame, documents: pd.DataFrame, names: Mapping[str, str]) -> Finding:
    """Whose words each report gives first, and how far down; of many reports, with whose words most begin."""
    spoken = claims[claims["speaker"] != ""].sort_values(["doc_id", "start"], kind="stable")
    first = spoken.drop_duplicates("doc_id").set_index("doc_id")
    there = [doc_id for doc_id in documents["doc_id"] if doc_id in first.index]
    if not there:
        return Finding("No report names whose words it gives.")
    if len(there) > SHOWN:
        return _leading(first, len(there))
    values = {f"r{place}": names[doc_id] for place, doc_id in enumerate(there)}
    values |= {f"s{place}": _first(first.loc[doc_id], doc_id) for place, doc_id in enumerate(there)}
    return Finding(
        "Whose words come first: " + "; ".join(f"in {{r{place}}} {{s{place}}}" for place in range(len(there))) + ".",
        **values,
    )


def _leading(first: pd.DataFrame, reports: int) -> Finding:
    """Of many reports: with whose words most of them begin."""
    counts = by_frequency(first["speaker"]).head(SHOWN)
    values = {f"s{place}": speaker for place, speaker in enumerate(counts.index)}
    parts = ", ".join(f"{{s{place}}} ({n:,})" for place, n in enumerate(counts))
    return Finding(
        "Whose words come first in the {reports} that give any: " + parts + ".",
        reports=count(reports, "report"),
        **values,
    )


def _first(row: pd.Series, doc_id: str) -> object:
    text = f"{row['speaker']} ({row['position']:.0%} of the article before it)"
    return linked(text, sentence_href(doc_id, row["sentence"]))


def what_one_adds(variants: pd.DataFrame, words: pd.DataFrame, names: Mapping[str, str]) -> list[Finding]:
    """In a quotation that two reports print alike but for some words: which words one has more, or has otherwise."""
    worded = variants[variants["relation"].isin(["insertion", "deletion", "substitution", "order"])]
    found = [_addition(row, words[words["variant"] == row["variant"]], names) for row in worded.to_dict("records")]
    return [finding for finding in found if finding][:SHOWN]


def _addition(row: dict, words: pd.DataFrame, names: Mapping[str, str]) -> Finding | None:
    of_b, of_a = words[words["kind"] == "insertion"]["word_b"], words[words["kind"] == "deletion"]["word_a"]
    more, less = (of_b, of_a) if len(of_b) >= len(of_a) else (of_a, of_b)
    if not len(more):
        return None
    has, lacks = ("b", "a") if len(of_b) >= len(of_a) else ("a", "b")
    return Finding(
        "In the words of {speaker}, {has} has {n} that {lacks} does not have: {words}.",
        speaker=row["speaker"] or "nobody named",
        has=names[row[f"doc_{has}"]],
        lacks=names[row[f"doc_{lacks}"]],
        n=count(len(more), "word"),
        words=linked(" ".join(more), wordings_href(row["event"], row["variant"])),
    )


def how_wordings_differ(variants: pd.DataFrame) -> Finding:
    """How many pairs of passages give the same words, and how they differ."""
    if variants.empty:
        return Finding("No two reports give the same words of anybody.")
    counts = by_frequency(variants["relation"])
    parts = ", ".join(f"{relation} {n:,}" for relation, n in counts.items())
    return Finding(
        "{pairs} of passages give the same words in two reports: " + parts + ".",
        pairs=linked(count(len(variants), "pair"), wordings_href(variants["event"].iloc[0], 0).partition("#")[0]),
    )


def what_is_only_spelling(words: pd.DataFrame) -> Finding:
    """Which differences between the two printings are spelling and nothing else."""
    spelled = words[words["kind"] == "spelling"].drop_duplicates(["word_a", "word_b"])
    if spelled.empty:
        return Finding("No difference between these printings is one of spelling only.")
    shown = [f"{row.word_a} / {row.word_b}" for row in spelled.head(2 * SHOWN).itertuples()]
    values = {f"w{place}": pair for place, pair in enumerate(shown)}
    return Finding(
        "Only spelling parts {n}: " + ", ".join(f"{{{key}}}" for key in values) + ".",
        n=count(len(spelled), "pair of words", "pairs of words"),
        **values,
    )


def what_moves(order: pd.DataFrame, names: Mapping[str, str]) -> Finding:
    """Which thing that was said stands at the most different places in two reports."""
    if order.empty:
        return Finding("Nothing that was said stands in two reports.")
    span = order.groupby("claim")["position"].agg(["min", "max"])
    claim = (span["max"] - span["min"]).idxmax()
    rows = order[order["claim"] == claim].sort_values("position", kind="stable")
    early, late = rows.iloc[0], rows.iloc[-1]
    return Finding(
        "What moves most is said by {speaker}: {early} has it after {first} of its words, {late} after {last}: {text}",
        speaker=early["speaker"] or "nobody named",
        early=names[early["doc_id"]],
        late=names[late["doc_id"]],
        first=f"{early['position']:.0%}",
        last=f"{late['position']:.0%}",
        text=linked(abridged(early["text"]), evidence_href("claims", event=early["event"], claim=claim)),
    )


def what_absence_may_mean(documents: pd.DataFrame, names: Mapping[str, str]) -> Finding:
    """What of the reports themselves could explain that one has less: length, date, wire copy."""
    if documents.empty:
        return Finding("There is no report that could lack anything.")
    words = documents.set_index("doc_id")["n_words"]
    dates = sorted(date for date in documents["published"] if date)
    when = "dates unknown" if not dates else dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}"
    return Finding(
        "Length, time and wire copy could explain an absence: the shortest report ({short}) has {least}, the longest "
        "({long}) {most}; published {when}; {wire} of {n} are wire copy.",
        short=names[words.idxmin()],
        least=count(words.min(), "word"),
        long=names[words.idxmax()],
        most=count(words.max(), "word"),
        when=when,
        wire=f"{(documents['wire'] != '').sum():,}",
        n=f"{len(documents):,}",
    )


def how_much_is_shared(shared: pd.DataFrame) -> Finding:
    """Which two reports share most wording, and how much."""
    there = shared[shared["n_shared"] > 0]
    if there.empty:
        return Finding("No two of these reports share a sequence of five words.")
    row = there.loc[there["share"].idxmax()]
    return Finding(
        "{first} and {second} share most: {n} ({share} of the shorter one's).",
        first=row["first_name"],
        second=row["second_name"],
        n=count(row["n_shared"], "sequence of five words", "sequences of five words"),
        share=f"{row['share']:.0%}",
    )


def _article(doc_id: str) -> str:
    return f"articles/{page_name(doc_id)}.html"


def _few(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")
