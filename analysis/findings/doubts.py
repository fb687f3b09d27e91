"""How far the measures may be trusted, in sentences: every number comes from a table."""

from collections.abc import Mapping

import pandas as pd

from analysis.findings.words import count
from analysis.measures.robustness import BASE
from analysis.pages.evidence import Finding


def what_was_validated(validated: pd.DataFrame, doubtful: pd.DataFrame, english: Mapping[str, str]) -> Finding:
    """How well the codebook agrees with the coders, and which frames may not be relied on."""
    if not validated["n_sentences"].any():
        return Finding("Nobody has coded sentences of this study: no frame is validated, and every one is marked ※.")
    weak = [english[frame] for frame in doubtful.loc[doubtful["doubtful"], "frame"]]
    return Finding(
        "In {sentences} that coders judged, the codebook agrees with them with a mean alpha of {alpha}; {weak}.",
        sentences=count(validated["n_sentences"].max(), "sentence"),
        alpha=f"{validated['alpha'].mean():.2f}",
        weak=f"marked ※ for too low an alpha or none: {', '.join(weak)}"
        if weak
        else "no frame falls below the threshold",
    )


def what_coders_agree_on(between: pd.DataFrame) -> Finding:
    """How far the coders agree with each other, without which no code is a measure."""
    if between.empty:
        return Finding("There are not two coders whose codes could be compared.")
    all_of_them = between[between["n_coders"] == between["n_coders"].max()]
    return Finding(
        "The coders ({coders}) agree with each other with a mean alpha of {alpha} over the frames, in {sentences}.",
        coders=all_of_them["coders"].iloc[0],
        alpha=f"{all_of_them['alpha'].mean():.2f}",
        sentences=count(all_of_them["n_sentences"].max(), "sentence"),
    )


def what_survives(robustness: pd.DataFrame) -> Finding:
    """How many findings hold under every other definition that can be tested, and which breaks most."""
    others = robustness[(robustness["scenario"] != BASE) & (robustness["verdict"] != "cannot be tested")]
    if others.empty:
        return Finding("No difference between outlets can be tested under another definition.")
    holds = others.groupby("frame")["verdict"].agg(lambda verdicts: (verdicts == "holds").all())
    broken = others.loc[others["verdict"] == "breaks", "scenario"].value_counts()
    return Finding(
        "{holds} of {findings} hold under every other definition that can be tested; {most}.",
        holds=int(holds.sum()),
        findings=count(robustness["frame"].nunique(), "difference"),
        most=f"most break with {broken.index[0]} ({broken.iloc[0]})" if len(broken) else "none breaks",
    )


def validation_in_words(validated: pd.DataFrame, english: Mapping[str, str]) -> str:
    """The figure of agreement for those who cannot see it."""
    rows = (f"{english[row.frame]} {row.alpha:.2f}" for row in validated.itertuples())
    return "Krippendorff's alpha of the codebook against coders, by frame: " + ", ".join(rows) + "."


def robustness_in_words(robustness: pd.DataFrame, english: Mapping[str, str]) -> str:
    """The figure of scenarios for those who cannot see it."""
    parts = [
        f"{english[frame]}: "
        + ", ".join(f"{row.scenario} {row.verdict}" for row in of.itertuples() if row.scenario != BASE)
        for frame, of in robustness.groupby("frame", sort=False)
    ]
    return "Findings under other definitions. " + "; ".join(parts) + "."
