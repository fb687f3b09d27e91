"""What the labels say, in sentences: every number comes from a table and opens what is behind it."""

from collections.abc import Iterator

import pandas as pd

from analysis.findings.words import count
from analysis.measures.frames import OWN
from analysis.pages.evidence import Finding, evidence_href, linked
from analysis.schemes import Labels, Referent

SHOWN = 4  # voices named for a variant


def who_calls_it_what(voices: pd.DataFrame, labels: Labels) -> list[Finding]:
    """For each referent that is named, which name each voice uses."""
    found = [(referent, voices[voices["referent"] == referent.id]) for referent in labels.referents]
    said = [_names(referent, rows) for referent, rows in found if len(rows)]
    return said or [Finding("None of the referents of the codebook is named in these texts.")]


def _names(referent: Referent, rows: pd.DataFrame) -> Finding:
    parts = {variant.id: rows[rows["variant"] == variant.id] for variant in referent.variants}
    parts = {variant: of for variant, of in parts.items() if len(of)}
    english = {variant.id: variant.name_en for variant in referent.variants}
    sentence, values = [], {}
    for number, (variant, of) in enumerate(parts.items()):
        names = [f"{{v{number}_{place}}}" for place in range(min(len(of), SHOWN))]
        more = f" and {len(of) - SHOWN} more" if len(of) > SHOWN else ""
        sentence.append(f"{{n{number}}} in the words of {', '.join(names)}{more}")
        values |= {f"n{number}": english[variant]}
        values |= {f"v{number}_{place}": _voice(row) for place, row in enumerate(_rows(of))}
    return Finding("{what} ({all}): " + "; ".join(sentence) + ".", what=referent.name_en, all=_all(rows), **values)


def _rows(of: pd.DataFrame) -> Iterator[dict]:
    yield from of.head(SHOWN).to_dict("records")


def _voice(row: dict) -> object:
    name = "the outlets" if row["voice"] == OWN else row["voice"] or "nobody named"
    href = evidence_href("labels", referent=row["referent"], variant=row["variant"], voice=row["voice"])
    return linked(f"{name} ({row['n_labels']})", href)


def _all(rows: pd.DataFrame) -> str:
    return count(rows["n_labels"].sum(), "label")


def labels_in_words(voices: pd.DataFrame) -> str:
    """The figure of labels for those who cannot see it."""
    parts = [
        f"{referent}, {variant}: "
        + ", ".join(f"{row.voice or 'nobody named'} {row.n_labels}" for row in of.itertuples())
        for (referent, variant), of in voices.groupby(["referent", "variant"], sort=False)
    ]
    return "Labels by voice. " + "; ".join(parts) + "."
