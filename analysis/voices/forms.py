"""The surface forms of reporting words: persons, numbers, tenses, participles, made once from the dictionary form."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.words import fold
from analysis.voices.books import Cue

WEAK = ("ا", "ي")
OBJECTS = ("ه", "ها", "هم", "هما", "ني", "ك")
PRESENT_PERSONS = (("ي", "3m"), ("ت", "3f"), ("ن", "1p"), ("ا", "1s"))
STEM_ENDINGS = (("ت", "1s"), ("نا", "1p"), ("تم", "2"), ("وا", "3p"))
PARTICIPLE_ENDINGS = (("ا", "m"), ("ه", "f"), ("ين", "p"), ("تين", "d"), ("ات", "f"))
NOUN_ENDINGS = ("", "ه", "ها", "هم", "هما", "ي", "نا")
NOUN_OPENINGS = ("", "ب", "ال", "بال", "ل", "لل")


class Reading(NamedTuple):
    """What a form may be: the cue's number, the kind of form, who does it (person or gender, number)."""

    cue: int
    shape: str  # past, present, participle, bare (a participle without ending), source, noun
    agent: str  # 3m 3f 3p 3d 1s 1p 2 for verbs, m f p d for participles, pronoun or "" for nouns


def readings(cues: tuple[Cue, ...]) -> tuple[dict[str, Reading], dict[str, Reading]]:
    """Folded form → its reading, for the one-word forms of all cues; and the verbal nouns by themselves.

    Of two readings that of the earlier cue counts; a verb comes before the noun of the same letters.
    """
    found: dict[str, Reading] = {}
    for shapes in ({"past", "source"}, {"present", "participle", "bare"}, {"noun"}):
        for number, cue in enumerate(cues):
            never = set(map(fold, cue.exclude))
            for form, shape, agent in _forms(cue):
                if shape in shapes and form not in never:
                    found.setdefault(form, Reading(number, shape, agent))
    nouns = (
        (form, Reading(number, shape, agent)) for number, cue in enumerate(cues) for form, shape, agent in _forms(cue)
    )
    return found, {form: reading for form, reading in nouns if reading.shape == "noun"}


def _forms(cue: Cue) -> Iterator[tuple[str, str, str]]:
    term, *more = fold(cue.term).split()
    if more:
        return
    if cue.kind == "verb":
        yield from _past(term)
        for stem in map(fold, cue.past):
            yield from ((stem + ending, "past", agent) for ending, agent in STEM_ENDINGS)
    elif cue.kind == "noun":
        yield from _noun(term)
    else:
        yield term, "source", ""
    for form in map(fold, cue.forms):
        yield form, "past" if cue.kind == "verb" else cue.kind, ""
    for form in map(fold, cue.present):
        yield from _present(form)
    for form in map(fold, cue.participle):
        yield from _participle(form)


def _past(term: str) -> Iterator[tuple[str, str, str]]:
    stem = term[:-1] if term.endswith(WEAK) else term
    yield from ((term, "past", "3m"), (stem + "ت", "past", "3f"), (stem + "وا", "past", "3p"))
    yield from ((stem + "تا", "past", "3d"), (term + "نا", "past", "1p"))
    if stem == term:
        yield from ((term + "ا", "past", "3d"), (term + "تم", "past", "2"))
    for ending in OBJECTS:
        yield from ((term + ending, "past", "3m"), (stem + "ت" + ending, "past", "3f"))
    yield from ((stem + "و" + ending, "past", "3p") for ending in OBJECTS[:3])


def _present(form: str) -> Iterator[tuple[str, str, str]]:
    stem = form[1:]
    short = stem[:-1] if stem.endswith((*WEAK, "و")) else stem
    for letter, agent in PRESENT_PERSONS:
        third = agent.startswith("3")
        plurals = ((short + "ون", "3p"), (short + "وا", "3p"), (short + "ان", "3d")) if third else ()
        plurals += tuple((short + "ون" + ending, "3p") for ending in OBJECTS[:3]) if third else ()
        endings = ((stem, agent), *((stem + ending, agent) for ending in OBJECTS), *plurals)
        yield from ((opening + letter + rest, "present", who) for rest, who in endings for opening in ("", "س", "ل"))


def _participle(form: str) -> Iterator[tuple[str, str, str]]:
    if form.endswith("ا"):  # only the accusative is given: مثمنا
        yield form, "participle", "m"
        return
    yield form, "bare", "m"
    stem = form[:-1] if form.endswith("ي") else form
    for ending, agent in PARTICIPLE_ENDINGS:
        yield (form if ending in ("ا", "ه") else stem) + ending, "participle", agent


def _noun(term: str) -> Iterator[tuple[str, str, str]]:
    stem = term[:-1] + "ت" if term.endswith("ه") else term
    for opening in NOUN_OPENINGS:
        for ending in NOUN_ENDINGS:
            word = stem if ending else term
            if not (ending and opening.endswith(("ال", "لل"))):
                yield opening + word + ending, "noun", ending
