"""The classes a word may be in for a reporting clause, and every known form with its class."""

import functools
from collections.abc import Iterator
from enum import IntFlag, auto
from typing import NamedTuple

from analysis.text.morphology import dictionary
from analysis.text.words import fold
from analysis.voices.books import Books
from analysis.voices.forms import Reading, readings

PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
SHORT = 3  # letters of the prepositions that take a pronoun: عنه


class Is(IntFlag):
    """The classes of words; a word may be in several."""

    COMP = auto()
    PREP = auto()
    REL = auto()
    DEMO = auto()
    TIME = auto()
    STOP = auto()
    BREAK = auto()
    AUX = auto()
    PEER = auto()
    SAME = auto()
    LABEL = auto()
    TITLE = auto()
    BODY = auto()
    MEDIA = auto()
    DOC = auto()
    PEOPLE = auto()
    PARTICLE = auto()
    BOTH = auto()
    ACTOR = auto()
    DEF = auto()  # with the article
    AND = auto()  # with و or ف before it
    TO = auto()  # with ل or ب before it
    NISBA = auto()  # ends as an adjective of belonging does
    CUE = auto()
    KNOWN = auto()  # the lemmatiser's dictionary has it
    OWN = auto()  # with a pronoun at its end: دعمه
    PHRASE = auto()  # may begin a cue of several words
    QUALITY = auto()
    INFLECTED = auto()  # a form of another word: تحيات
    COUNT = auto()
    PASSIVES = auto()
    GIVEN = auto()  # the first name of a person in the actors book
    HONOUR = auto()


# Python integers: an IntFlag costs a call for every & in a loop.
COMP, PREP, REL, DEMO, TIME, STOP, BREAK, AUX, PEER, SAME, LABEL = (int(x) for x in list(Is)[:11])
(
    TITLE,
    BODY,
    MEDIA,
    DOC,
    PEOPLE,
    PARTICLE,
    BOTH,
    ACTOR,
    DEF,
    AND,
    TO,
    NISBA_,
    CUE,
    KNOWN,
    OWN,
    PHRASE,
    QUALITY,
    INFLECTED,
    COUNT,
    PASSIVES,
    GIVEN,
    HONOUR,
) = (int(x) for x in list(Is)[11:])
HEAD = TITLE | BODY | MEDIA | DOC | PEOPLE | BOTH | PEER
CLOSED = COMP | PREP | REL | DEMO | TIME | STOP
ENDING = CLOSED | AUX | BREAK
ARTICLES = (
    ("ل", TO),
    ("ب", TO),
    ("كال", DEF | TO),
    ("بال", DEF | TO),
    ("لل", DEF | TO),
    ("ال", DEF),
)


class Vocabulary(NamedTuple):
    """The books compiled: known forms, and the forms of the cues."""

    known: dict[str, tuple[int, str]]  # folded form, with what is attached → classes, core
    spelled: frozenset[str]  # folded closed-class words that are written with ى
    titles: frozenset[str]
    cues: dict[str, Reading]
    nouns: dict[str, Reading]
    heads: frozenset[str]  # first words of the cues of several words
    never: frozenset[str]  # forms that are no cue with their conjunction: فحسب


@functools.lru_cache(4)
def vocabulary(books: Books) -> Vocabulary:
    """The vocabulary of the books."""
    classes = _classes(books)
    lists = (words for _, words in books.clauses for words in words.words)
    heads = (fold(form).split()[0] for cue in books.cues.cues for form in (cue.term, *cue.forms) if " " in form)
    return Vocabulary(
        {form: entry for word, flags in classes.items() for form, entry in _attached(word, flags)} | _whole(classes),
        frozenset(fold(word) for word in lists if word.endswith("ى")),
        frozenset(word for word, flags in classes.items() if flags & TITLE),
        *readings(books.cues.cues),
        frozenset(heads),
        frozenset(fold(form) for cue in books.cues.cues for form in cue.exclude),
    )


def _classes(books: Books) -> dict[str, int]:
    """Folded word → its classes; a name of an actor is nothing else."""
    clauses, actors = books.clauses, books.actors
    lists = (
        (COMP, clauses.complementizers), (PREP, clauses.prepositions), (REL, clauses.relatives),
        (DEMO, clauses.demonstratives), (TIME, clauses.times), (STOP, clauses.stops), (BREAK, clauses.breaks),
        (AUX, clauses.auxiliaries), (PEER, clauses.counterparts), (SAME, clauses.same), (LABEL, clauses.labels),
        (QUALITY, clauses.qualities), (COUNT, clauses.quantifiers), (PASSIVES, clauses.passives),
        (HONOUR, clauses.honours),
        *((flag, words) for flag, several in (
            (TITLE, actors.titles), (BODY, actors.bodies), (MEDIA, actors.media), (DOC, actors.documents),
            (PEOPLE, actors.people), (PARTICLE, actors.name_particles), (BOTH, actors.collectives),
        ) for words in several),
    )  # fmt: skip
    found: dict[str, int] = {}
    for flag, words in lists:
        for word in (fold(word.rstrip("ـ")) for word in words.words):
            found[word] = found.get(word, 0) | flag
    for word in [word for word, flags in found.items() if flags & PREP and len(word) <= SHORT]:
        found.update((word + pronoun, PREP) for pronoun in PRONOUNS if word + pronoun not in found)
    people = [name for actor in actors.actors if actor.kind == "person" for name in actor.names]
    for first in (fold(name).split()[0] for name in people if " " in name):
        if not first.startswith("ال") and not found.get(first, 0):
            found[first] = GIVEN
    names = (fold(name) for actor in actors.actors for name in actor.names if " " not in name)
    return found | {name: ACTOR | (found.get(name, 0) & GIVEN) for name in names}


def _whole(classes: dict[str, int]) -> dict[str, tuple[int, str]]:
    """The words as they are; an article that a list gives with a word is taken off its core."""
    return {
        word: (flags | DEF, word[2:])
        if word.startswith("ال") and len(word) > 4 and not flags & CLOSED
        else (flags, word)
        for word, flags in classes.items()
    }


def _attached(word: str, flags: int) -> Iterator[tuple[str, tuple[int, str]]]:
    """The word with a conjunction, an article, ل or ب before it."""
    whole, core = _whole({word: flags})[word]
    bare = flags & ~(CLOSED | AUX | BREAK)
    joined = {"و": AND, "ف": AND, "": 0}
    for opening, more in joined.items():
        known = opening and opening + word in dictionary() and not flags & (CLOSED | AUX)
        if opening and not known:  # وسائل is no و with سائل
            yield opening + word, (whole | more, core)
        for article, extra in ARTICLES if bare and len(word) > 2 else ():
            yield opening + article + word, (bare | extra | more, word)
