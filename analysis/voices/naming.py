"""One name for each speaker, under whatever names the articles have him."""

import re
from collections.abc import Iterable

import pandas as pd

from analysis.ranking import by_frequency
from analysis.text.words import fold

SERVANT = re.compile(r"\bعبد (?=ال)")  # عبد العزيز is written as one word too
HAMZA = "ئو", "ؤو"  # مسئول, مسؤول
PLURAL = re.compile(r"(?<=\w{3})ون\b")  # the nominative of sound plurals; the genitive and accusative end in ين
FATHER, HOUSE = " بن ", "ال "  # آل folded


def speaker_names(labels: pd.Series, actors: Iterable) -> dict[str, str]:
    """Label → the most frequent label of the same speaker.

    labels: as the articles have them, one per occurrence. Two labels are one speaker if they differ in spelling
    only (`analysis.text.words.fold`, عبد العزيز / عبدالعزيز, مسئول / مسؤول), in the case of a sound plural
    (المسؤولون / المسؤولين), if one of them gives more of the same name, with no other to choose from (سعود بن نايف,
    or آل سعود alone / سعود بن نايف بن عبدالعزيز آل سعود), or if they are names of one actor of the book. Namesakes of
    different articles are not told apart.
    """
    known = {_spelling(name): actor.id for actor in actors for name in (actor.name_ar, *actor.names)}
    counts = by_frequency(labels)
    names: dict[str, str] = {}
    spelled = {label: _spelling(label) for label in counts.index}
    longer = _longer(set(spelled.values()))
    held = {longer.get(key, key): known[key] for key in sorted(spelled.values()) if key in known}
    keys = {label: held.get(longer.get(key, key), longer.get(key, key)) for label, key in spelled.items()}
    for label, key in keys.items():
        names.setdefault(key, label)
    return {label: names[key] for label, key in keys.items()}


def _spelling(label: str) -> str:
    """The folded words of a label, without what print varies."""
    words = fold(" ".join(label.replace(*HAMZA).split()))
    return PLURAL.sub("ين", SERVANT.sub("عبد", words))


def _longer(keys: set[str]) -> dict[str, str]:
    """Name with its father, or house alone → the longest name that goes on or ends so, if there is but one."""
    fathers = sorted(key for key in keys if FATHER in key)
    found = {}
    for key in sorted(keys):
        if FATHER in key:
            longer = [other for other in fathers if other.startswith(f"{key} ")]
        elif key.startswith(HOUSE):
            longer = [other for other in fathers if other.endswith(f" {key}")]
        else:
            continue
        longest = max(longer, key=len, default="")
        if longer and all(longest.startswith(other) for other in longer):
            found[key] = longest
    return found
