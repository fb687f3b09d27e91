"""What the frames' tables say, in sentences: every number comes from a table and opens what is behind it."""

from collections.abc import Mapping

import pandas as pd

from analysis.findings.words import count
from analysis.pages.evidence import Finding, evidence_href, linked


def commonest_frame(shares: pd.DataFrame, english: Mapping[str, str]) -> Finding:
    """Which frame most sentences of the corpus invoke."""
    total = shares.groupby("frame", sort=False)[["n_with", "n_sentences"]].sum()
    frame = total["n_with"].idxmax()
    n_with, n_sentences = total.loc[frame]
    if n_with == 0:
        return Finding("No entry of the codebook matches in {sentences}.", sentences=count(n_sentences, "sentence"))
    return Finding(
        "The frame invoked most is {frame}: {n_with} of {sentences} ({share}), all outlets together.",
        frame=english[frame],
        n_with=linked(f"{n_with:,}", evidence_href("frames", frame=frame)),
        sentences=count(n_sentences, "sentence"),
        share=f"{n_with / n_sentences:.0%}",
    )


def widest_gap(shares: pd.DataFrame, english: Mapping[str, str], outlets: Mapping[str, str]) -> Finding:
    """In which frame two outlets' shares lie farthest apart, and which these are."""
    by_frame = shares.groupby("frame", sort=False)["share"]
    gaps = by_frame.max() - by_frame.min()
    if shares["outlet"].nunique() < 2 or gaps.max() == 0:
        return Finding("Nothing is compared: there is one outlet only, or all outlets have the same shares.")
    of_frame = shares[shares["frame"] == gaps.idxmax()]
    most, least = of_frame.loc[of_frame["share"].idxmax()], of_frame.loc[of_frame["share"].idxmin()]
    return Finding(
        "The outlets lie farthest apart in {frame}: {most} in {first}, {least} in {second}.",
        frame=english[gaps.idxmax()],
        most=_of(most),
        first=outlets[most["outlet"]],
        least=_of(least),
        second=outlets[least["outlet"]],
    )


def in_other_mouths(modes: pd.DataFrame) -> Finding:
    """How many of the sentences that invoke a frame do so only in words that the outlet quotes or reports."""
    total = modes.groupby("mode")["n_with"].sum()
    if not total.sum():
        return Finding("No entry of the codebook matches, in nobody's words.")
    others = total.sum() - total["own"]
    return Finding(
        "Of {all} in which a frame is invoked (a sentence counts once per frame), {others} ({share}) invoke it only in "
        "words that the outlet quotes or reports: these frames are the speakers' before they are the outlet's.",
        all=count(total.sum(), "case"),
        others=f"{others:,}",
        share=f"{others / total.sum():.0%}",
    )


def which_differences_stand(differences: pd.DataFrame, english: Mapping[str, str], level: float) -> Finding:
    """In which frames the outlets differ more than lots would explain; or that this cannot be asked."""
    if differences.empty:
        return Finding("No test of differences is made: it takes two outlets with enough documents each.")
    found = differences.loc[differences["q"] <= level, "frame"]
    first = differences.iloc[0]
    return Finding(
        "Between {outlets} ({documents}), the shares differ more than documents dealt out by lot would in {n} of "
        "{frames} (false-discovery rate {level}){which}.",
        outlets=count(first["n_outlets"], "outlet"),
        documents=count(first["n_documents"], "document"),
        n=len(found),
        frames=count(len(differences), "frame"),
        level=f"{level:.0%}",
        which=f": {', '.join(english[frame] for frame in found)}" if len(found) else "",
    )


def which_frames_meet(pairs: pd.DataFrame, english: Mapping[str, str], n_sentences: int, least: int) -> Finding:
    """Which two frames meet most for their size; or that there are too few sentences to ask."""
    if pairs.empty:
        return Finding(
            "Which frames meet is not shown: there are {n}, and with fewer than {least} chance decides.",
            n=count(n_sentences, "sentence"),
            least=least,
        )
    row = pairs.loc[pairs["jaccard"].fillna(0).idxmax()]
    href = evidence_href("together", frame=row["frame"], other=row["other"])
    return Finding(
        "{one} and {other} meet most for their size: in {both} sentences, of {one_n} with the one and {other_n} with "
        "the other.",
        one=english[row["frame"]],
        other=english[row["other"]],
        both=linked(f"{row['n_both']:,}", href) if row["n_both"] else 0,
        one_n=f"{row['n_frame']:,}",
        other_n=f"{row['n_other']:,}",
    )


def pairs_in_words(pairs: pd.DataFrame, english: Mapping[str, str]) -> str:
    """The figure of frames that meet for those who cannot see it."""
    parts = [f"{english[r.frame]} and {english[r.other]} {r.n_both}" for r in pairs.itertuples() if r.n_both]
    return "Sentences with two frames: " + (", ".join(parts) or "not counted") + "."


def modes_in_words(modes: pd.DataFrame, english: Mapping[str, str], outlets: Mapping[str, str]) -> str:
    """The figure of frames by voice for those who cannot see it."""
    parts = [
        f"{outlets[outlet]}, {english[frame]}: " + ", ".join(f"{row.mode} {row.n_with}" for row in of.itertuples())
        for (outlet, frame), of in modes[modes["n_with"] > 0].groupby(["outlet", "frame"], sort=False)
    ]
    return "Sentences with each frame by whose words invoke it. " + "; ".join(parts) + "."


def voices_in_words(voices: pd.DataFrame, english: Mapping[str, str]) -> str:
    """The figure of frames by speaker for those who cannot see it."""
    parts = [
        f"{voice}: " + ", ".join(f"{english[row.frame]} {row.n_with}" for row in of.itertuples() if row.n_with)
        for voice, of in voices.groupby("voice", sort=False)
    ]
    return "Sentences in which each voice invokes each frame. " + "; ".join(parts) + "."


def largest_share(shares: pd.DataFrame, english: Mapping[str, str], outlets: Mapping[str, str]) -> Finding:
    """The longest bar of the figure, with its numbers."""
    row = shares.loc[shares["share"].idxmax()]
    return Finding(
        "The longest bar is {frame} in {outlet}: {n_with}.",
        frame=english[row["frame"]],
        outlet=outlets[row["outlet"]],
        n_with=_of(row),
    )


def what_cannot_be_known(shares: pd.DataFrame, least_documents: int) -> Finding:
    """For which outlets no interval is shown, and why; no p-value is given at all."""
    documents = shares.drop_duplicates("outlet")["n_documents"]
    few = (documents < least_documents).sum()
    if not few:
        return Finding(
            "Every outlet has {least} documents or more: the intervals resample whole documents. No p-value is given.",
            least=least_documents,
        )
    return Finding(
        "For {few} of {outlets} no interval and no p-value is shown: {they} {n} here, and with fewer than {least} the "
        "articles that happen to be at hand decide the share. A difference between them describes these articles, "
        "not the outlets.",
        few=few,
        outlets=linked(count(len(documents), "outlet"), "03-frames.html"),
        they="it has" if few == 1 else "they have",
        n=_range(documents[documents < least_documents]),
        least=least_documents,
    )


def what_matches_nothing(entries: pd.DataFrame) -> Finding:
    """How many entries of the codebook match nothing in this corpus, and the first of them."""
    silent = entries.loc[entries["n_hits"] == 0, "entry"].drop_duplicates()
    if silent.empty:
        return Finding("Every entry of the codebook matches somewhere.")
    return Finding(
        "{silent} of {entries} match nothing here, among them: {first}.",
        silent=len(silent),
        entries=count(len(entries), "entry", "entries"),
        first="، ".join(silent.head(12)),
    )


def share_in_article(shares: pd.DataFrame, english: Mapping[str, str]) -> Finding:
    """The commonest frame of one article, in numbers that can be counted on its page."""
    row = shares.loc[shares["n_with"].idxmax()]
    return Finding(
        "{frame} is invoked in {n_with} of {sentences}: count the marks in the article to check it.",
        frame=english[row["frame"]],
        n_with=row["n_with"],
        sentences=count(row["n_sentences"], "sentence"),
    )


def in_words(shares: pd.DataFrame, english: Mapping[str, str], outlets: Mapping[str, str]) -> str:
    """The figure of frame shares for those who cannot see it: every bar's numbers."""
    parts = []
    for outlet, rows in shares.groupby("outlet", sort=False):
        bars = ", ".join(f"{english[row.frame]} {row.n_with}" for row in rows.itertuples())
        first = rows.iloc[0]
        of = f"{count(first['n_documents'], 'document')}, {count(first['n_sentences'], 'sentence')}"
        parts.append(f"{outlets[outlet]} ({of}): {bars}.")
    return "Sentences with each frame, by outlet. " + " ".join(parts)


def _of(row: pd.Series) -> object:
    """'12 of 26 sentences (46 %)', the count linked to its passages where there are any."""
    href = evidence_href("frames", outlet=row["outlet"], frame=row["frame"])
    text = f"{row['n_with']:,} of {count(row['n_sentences'], 'sentence')} ({row['share']:.0%})"
    return linked(text, href) if row["n_with"] else text


def _range(documents: pd.Series) -> str:
    low, high = documents.min(), documents.max()
    return count(low, "document") if low == high else f"{low:,} to {count(high, 'document')}"
