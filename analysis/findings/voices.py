"""What the tables of voices say, in sentences: every number comes from a table and opens what is behind it."""

from collections.abc import Mapping

import pandas as pd

from analysis.findings.words import count
from analysis.pages.evidence import Finding, evidence_href, linked
from analysis.schemas import MODES

MODE_NAMES = {"own": "own", "indirect": "reported", "direct": "quoted"}
SURENESS = ("sure", "fairly sure", "unsure")


def whose_words_they_are(shares: pd.DataFrame) -> Finding:
    """How many of all words are the outlets' own, reported and quoted."""
    total = shares.groupby("mode")["n_in"].sum().reindex(MODES, fill_value=0)
    return Finding(
        "Of {words}, {own} are the outlets' own; {indirect} report what others said, {direct} quote it.",
        words=count(total.sum(), "word"),
        **{mode: f"{n / max(total.sum(), 1):.0%}" for mode, n in total.items()},
    )


def own_words_apart(shares: pd.DataFrame, outlets: Mapping[str, str]) -> Finding:
    """Which outlet speaks most and which least in its own words."""
    own = shares[(shares["mode"] == "own") & (shares["n_words"] > 0)]
    if own["outlet"].nunique() < 2:
        return Finding("Nothing is compared: there are words of one outlet only.")
    most, least = own.loc[own["share"].idxmax()], own.loc[own["share"].idxmin()]
    return Finding(
        "{first} speaks most in its own words ({most}), {second} least ({least}).",
        first=outlets[most["outlet"]],
        most=_own(most),
        second=outlets[least["outlet"]],
        least=_own(least),
    )


def most_heard(speakers: pd.DataFrame) -> Finding:
    """Whose words take most room, and in how many articles that speaker is first and last."""
    if speakers.empty:
        return Finding("Nobody is quoted or reported by name.")
    total = speakers.groupby("speaker", sort=False)[
        ["n_direct", "n_indirect", "n_documents", "n_first", "n_last"]
    ].sum()
    words = total["n_direct"] + total["n_indirect"]
    name = words.idxmax()
    row, outlets = total.loc[name], speakers.drop_duplicates("outlet")
    return Finding(
        "Most room is given to {name}: {words}, {quoted} of them quoted, in {documents} of {articles}; "
        "the first speaker in {first}, the last in {last}.",
        name=name,
        words=linked(count(words[name], "word"), evidence_href("speakers", speaker=name)),
        quoted=f"{row['n_direct']:,}",
        documents=f"{row['n_documents']:,}",
        articles=count(outlets["n_articles"].sum(), "article"),
        first=f"{row['n_first']:,}",
        last=f"{row['n_last']:,}",
    )


def kept_at_a_distance(words: pd.DataFrame, outlets: Mapping[str, str]) -> Finding:
    """Which speaker's words are introduced most often by a word that keeps its distance, and where."""
    distant = words[words["stance"] == "distancing"]
    if distant.empty:
        return Finding("No leading speaker's words are introduced by a word that keeps its distance.")
    row = distant.loc[distant["n_cues"].idxmax()]
    total = words[(words["outlet"] == row["outlet"]) & (words["speaker"] == row["speaker"])]["n_cues"].sum()
    return Finding(
        "Words that keep their distance introduce most often {speaker} in {outlet}: {n} of {all} ({cues}).",
        speaker=row["speaker"],
        outlet=outlets[row["outlet"]],
        n=linked(f"{row['n_cues']:,}", _stance_href(row)),
        all=count(total, "reporting word"),
        cues=row["cues"],
    )


def how_sure(cues: pd.DataFrame) -> Finding:
    """How many speakers were decided by rules that are sure, fairly sure and unsure, and how many have no name."""
    named, n = cues[cues["speaker"] != ""], max(len(cues), 1)
    level = named["rule"].str.rpartition(", ")[2]
    counts = [(level == sure).sum() for sure in SURENESS]
    parts = [
        f"{k:,} ({k / n:.0%}) {how}" for k, how in zip(counts, ("surely", "fairly surely", "not surely"), strict=True)
    ]
    return Finding(
        "The speaker of {cues} was decided {sure}, {fairly}, {unsure}; {unnamed} name nobody.",
        cues=count(len(cues), "reporting word"),
        sure=parts[0],
        fairly=parts[1],
        unsure=parts[2],
        unnamed=len(cues) - len(named),
    )


def shares_in_words(shares: pd.DataFrame, outlets: Mapping[str, str]) -> str:
    """The figure of voices for those who cannot see it."""
    rows = [
        f"{outlets[outlet]} ({count(of['n_words'].iloc[0], 'word')}): "
        + ", ".join(f"{MODE_NAMES[row.mode]} {row.share:.0%}" for row in of.itertuples())
        for outlet, of in shares.groupby("outlet", sort=False)
    ]
    return "Words by voice. " + "; ".join(rows) + "."


def speakers_in_words(speakers: pd.DataFrame, outlets: Mapping[str, str]) -> str:
    """The figure of speakers for those who cannot see it."""
    parts = []
    for outlet, rows in speakers.groupby("outlet", sort=False):
        heard = rows[rows["n_documents"] > 0]
        said = ", ".join(f"{row.speaker} {row.n_direct + row.n_indirect}" for row in heard.itertuples())
        parts.append(f"{outlets[outlet]}: {said or 'none of them'}")
    return "Words of the leading speakers, quoted and reported. " + "; ".join(parts) + "."


def stances_in_words(words: pd.DataFrame, outlets: Mapping[str, str]) -> str:
    """The figure of reporting words for those who cannot see it."""
    rows = [
        f"{outlets[outlet]}, {speaker}: " + ", ".join(f"{row.stance} {row.n_cues}" for row in of.itertuples())
        for (outlet, speaker), of in words.groupby(["outlet", "speaker"], sort=False)
    ]
    return "Reporting words by stance. " + "; ".join(rows) + "."


def strip_in_words(strip: pd.DataFrame) -> str:
    """The strip of one article for those who cannot see it: who has how many words."""
    words = strip.groupby("voice", sort=False)["n_words"].sum().sort_values(ascending=False, kind="stable")
    said = ", ".join(f"{'nobody named' if voice == '' else voice} {n}" for voice, n in words.items())
    return f"One article from right to left, word by word in its voice: {said}."


def _own(row: pd.Series) -> object:
    """'300 of 764 words (39%)', opening the passages where there are any."""
    text = f"{row['n_in']:,} of {count(row['n_words'], 'word')} ({row['share']:.0%})"
    return linked(text, evidence_href("voices", outlet=row["outlet"], mode="own")) if row["n_in"] else text


def _stance_href(row: pd.Series) -> str:
    return evidence_href("stances", outlet=row["outlet"], speaker=row["speaker"], stance=row["stance"])
