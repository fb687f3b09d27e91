"""What was read and what was set aside, in sentences: every number comes from a table and opens what is behind it."""

import pandas as pd

from analysis.findings.words import count
from analysis.pages.evidence import Finding, linked
from analysis.schemas import CODED


def what_was_read(documents: pd.DataFrame, sentences: pd.DataFrame) -> Finding:
    """How many articles of how many outlets, from when, with how many coded sentences."""
    dates = sorted(date for date in documents["published"] if date)
    return Finding(
        "{articles} of {outlets}, {when}, with {sentences} to code for frames.",
        articles=linked(count(len(documents), "article"), "01-corpus.html"),
        outlets=count(documents["outlet"].nunique(), "outlet"),
        when=f"published between {dates[0]} and {dates[-1]}" if dates else "without dates",
        sentences=count(len(sentences), "sentence"),
    )


def what_takes_no_part(documents: pd.DataFrame, compared: pd.DataFrame) -> Finding:
    """Whether articles that are wire copy take part in the comparisons, and how many they are."""
    wire = count((documents["wire"] != "").sum(), "article")
    if len(compared) == len(documents):
        return Finding("Wire copy takes part: {wire} (study.yml: compare: wire_copy: with).", wire=wire)
    return Finding(
        "Wire copy takes no part: {wire} left out, {rest} compared (study.yml: compare: wire_copy: without).",
        wire=wire,
        rest=f"{len(compared):,}",
    )


def what_was_set_aside(lines: pd.DataFrame) -> Finding:
    """How many written lines are no text of the article, and which share of the characters they hold."""
    written = lines[lines["role"] != "blank"]
    aside, chars = ~written["role"].isin(CODED), written["end"] - written["start"]
    return Finding(
        "{lines} of {written} ({share} of the characters) are credits, datelines, captions, display boxes and page "
        "furniture: they are kept and shown, and not counted.",
        lines=linked(f"{aside.sum():,}", "01-corpus.html#What-was-set-aside"),
        written=count(len(written), "line"),
        share=f"{chars[aside].sum() / chars.sum():.1%}",
    )


def roles_in_words(roles: pd.DataFrame) -> str:
    """The figure of line roles for those who cannot see it: each article's characters that are body."""
    chars = (
        roles[roles["role"] != "blank"].groupby(["doc_id", "role"], sort=False)["n_chars"].sum().unstack(fill_value=0)
    )
    share = (chars["body"] if "body" in chars else 0 * chars.sum(axis=1)) / chars.sum(axis=1)
    shown = share.sort_values(kind="stable").head(20)
    return "Share of body text in the characters of each article: " + ", ".join(
        f"{doc_id} {value:.0%}" for doc_id, value in shown.items()
    )
