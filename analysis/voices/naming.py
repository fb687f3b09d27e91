"""One name for each speaker, under whatever names the articles have him."""

from collections.abc import Iterable

import pandas as pd

from analysis.ranking import by_frequency
from analysis.text.words import fold


def speaker_names(labels: pd.Series, actors: Iterable) -> dict[str, str]:
    """Label → the most frequent label of the same speaker.

    labels: as the articles have them, one per occurrence. Two labels are one speaker if they differ in spelling
    only (`analysis.text.words.fold`) or are names of one actor of the book. Namesakes of different articles are
    not told apart.
    """
    known = {fold(name): actor.id for actor in actors for name in (actor.name_ar, *actor.names)}
    counts = by_frequency(labels)
    names: dict[str, str] = {}
    keys = {label: known.get(fold(label), fold(label)) for label in counts.index}
    for label, key in keys.items():
        names.setdefault(key, label)
    return {label: names[key] for label, key in keys.items()}
