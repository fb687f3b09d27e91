"""What each distinct word may be to a reporting clause: looked up once per type, then by integer."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.text.morphology import dictionary
from analysis.text.words import MARKS
from analysis.voices.classes import (
    ACTOR,
    AND,
    CLOSED,
    CUE,
    DEF,
    GIVEN,
    INFLECTED,
    KNOWN,
    NISBA,
    OWN,
    PHRASE,
    START,
    TITLE,
    TO,
    Vocabulary,
)
from analysis.voices.forms import Reading

VOWELS = re.compile("[\u064b-\u0650\u0652]")
SHORT = 4  # letters of a word up to which its و is rather its own
VOWELLED = 3  # vowel signs in a word of scripture or verse, which the article recites
TANWIN = "\u064b"
CONJUNCTION = re.compile(rf"[وف][{MARKS}]*")
PRONOUNS = ("ه", "ها", "هم", "هما")
OF_SOMEBODY = ("اته", "اتها", "اتهم", "ها", "هما")  # plain even where the word is not known
OTHER = ("ا", "ين", "ون")  # endings that names do not take: accusative and plural
BELONGING = ("ي", "يه", "يون", "يين", "يان", "يات", "يتان", "يتين")
DEFINITE = re.compile("([وف]?)(ال|لل|بال)(?=...)")


class Lexicon(NamedTuple):
    """By type id: classes, folded form, the form without conjunction and article, reading as a cue."""

    flags: np.ndarray
    folded: list[str]
    cores: list[str]
    readings: list[Reading | None]
    conjunctions: list[int]  # letters of the conjunction before a cue
    nouns: list[Reading | None]  # reading as a verbal noun, beside another


def lexicon(forms: Sequence[str], folded: Sequence[str], lemmas: Sequence[str], words: Vocabulary) -> Lexicon:
    """The lexicon of the types of a batch."""
    rows = [_word(form, key, lemma, words) for form, key, lemma in zip(forms, folded, lemmas, strict=True)]
    flags, cores, found, conjunctions = zip(*rows, strict=True) if rows else ((), (), (), ())
    nouns = list(map(words.nouns.get, folded))
    return Lexicon(np.array(flags, dtype=np.int64), list(folded), list(cores), list(found), list(conjunctions), nouns)


def _word(form: str, key: str, lemma: str, words: Vocabulary) -> tuple[int, str, Reading | None, int]:
    flags, core = words.known.get(key) or _unknown(key, lemma, words.titles)
    if flags & CLOSED and form[-1:] == "ي" and core in words.spelled:
        flags &= ~CLOSED  # the name علي, not the preposition على
    shape = _shape(form, key, lemma, core)
    flags |= shape & ~TO if flags & (ACTOR | GIVEN) else shape  # the ك of كيري is his own
    if key in words.heads or key[1:] in words.heads:
        flags |= PHRASE
    if core in words.starts:
        flags |= START
    reading, joined = words.cues.get(key), 0
    if reading is None and key[:1] in ("و", "ف"):
        reading, joined = _joined(form, key, words.cues)
    if reading is not None and not _fits(form, reading):
        reading = words.nouns.get(key)  # دعوة is no verb
    if reading is None or not _fits(form, reading) or key in words.never or len(VOWELS.findall(form)) >= VOWELLED:
        return flags, core, None, 0
    return flags | CUE | (AND if joined else 0), core, reading, joined


def _joined(form: str, key: str, cues: dict[str, Reading]) -> tuple[Reading | None, int]:
    """The reading of a form after its conjunction, and how many letters that takes."""
    reading, conjunction = cues.get(key[1:]), CONJUNCTION.match(form)
    if reading is None or conjunction is None:
        return None, 0
    if reading.shape not in ("past", "present") and key in dictionary():
        return None, 0
    return reading, conjunction.end()


def _fits(form: str, reading: Reading) -> bool:
    """Whether a form that ends in ة or ه is written as its reading asks: إضافة is no verb with a pronoun."""
    if form[-1:] == "ة":
        return reading.shape in ("participle", "noun", "source") and reading.agent in ("f", "")
    if form[-1:] == "ه":
        return reading.shape != "participle"
    return not (TANWIN in form and reading.shape == "past")  # شكرًا is no verb


def _unknown(key: str, lemma: str, titles: frozenset[str]) -> tuple[int, str]:
    found = DEFINITE.match(key) if "ال" in key or "لل" in key else None
    if not found:
        joined = key[:1] == "و" and lemma[:1] != "و" and key not in dictionary() and key[1:] in dictionary()
        return (AND, key[1:]) if joined and len(key) > SHORT else (0, key)  # وتكنولوجيا
    flags = DEF | (AND if found[1] else 0) | (TO if found[2] != "ال" else 0)
    core = key[found.end() :]
    title = core.partition("ال")[0] if "ال" in core else ""
    return (flags | TITLE, title) if title in titles else (flags, core)  # no space between: الوزيرالسوري


def _shape(form: str, key: str, lemma: str, core: str) -> int:
    """What the written form tells beside its class: adjective of belonging, attached ب or ل, pronoun at its end."""
    known, last = dictionary(), key[-1:]
    flags = KNOWN if key in known or core in known or lemma in known else 0
    if (
        last == "ت"
        and key[-2:-1] == "ا"
        and len(key) > 4
        or last in "ان"
        and key.endswith(OTHER)
        and known.get(key, key) != key
    ):
        flags |= INFLECTED
    if flags and core.endswith(BELONGING):
        flags |= NISBA
    bare = key[1:] if key[:1] == "و" and lemma[:1] != "و" else key
    if bare[:1] in ("ب", "ل", "ك"):
        joined = len(bare) > 3 and bare[:2] != lemma[:2] and bare not in known and bool(flags & KNOWN)
        if joined or (bare[0] == "ب" and not flags & KNOWN and bare.endswith(PRONOUNS)):
            flags |= TO
    if last in "هام" and (
        (key.endswith(PRONOUNS) and form[-1:] != "ة" and not lemma.endswith(PRONOUNS))
        or (not flags & KNOWN and key.endswith(OF_SOMEBODY))
    ):
        flags |= OWN
    return flags
