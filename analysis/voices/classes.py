"""The classes a word may be in for a reporting clause, and every known form with its class."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.text.morphology import dictionary
from analysis.text.words import fold
from analysis.voices.books import Books
from analysis.voices.forms import Reading, readings

PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
SHORT = 3  # letters of the prepositions that take a pronoun: عنه


# The classes of words, as bits: a word may be in several. Those of the books have their reason there.
COMP = 1 << 0
PREP = 1 << 1
REL = 1 << 2
DEMO = 1 << 3
TIME = 1 << 4
STOP = 1 << 5
BREAK = 1 << 6
AUX = 1 << 7
PEER = 1 << 8
SAME = 1 << 9
LABEL = 1 << 10
QUALITY = 1 << 11
COUNT = 1 << 12
PASSIVES = 1 << 13
HONOUR = 1 << 14
CALLED = 1 << 15
TITLE = 1 << 16
BODY = 1 << 17
MEDIA = 1 << 18
DOC = 1 << 19
PEOPLE = 1 << 20
PARTICLE = 1 << 21
BOTH = 1 << 22
ACTOR = 1 << 23  # a name in the actors book
GIVEN = 1 << 24  # the first name of a person
CUE = 1 << 25  # may be a reporting word
PHRASE = 1 << 26  # may begin a reporting phrase
DEF = 1 << 27  # with the article
AND = 1 << 28  # with و or ف before it
TO = 1 << 29  # with ل or ب before it
OWN = 1 << 30  # with a pronoun at its end: دعمه
NISBA = 1 << 31  # ends as an adjective of belonging does
INFLECTED = 1 << 32  # a form of another word: تحيات
KNOWN = 1 << 33  # the lemmatiser's dictionary has it
START = 1 << 34  # may begin a name of several words in the actors book
DIVINE = 1 << 35  # a name or epithet of God
DEED = 1 << 36  # an act or feeling: what is spoken of
ORDINAL = 1 << 37
DELIVERED = 1 << 38  # 'made by', of a statement
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
    starts: frozenset[str]  # first words of the names of several words in the actors book
    never: frozenset[str]  # forms that are no cue with their conjunction: فحسب


def vocabulary(books: Books) -> Vocabulary:
    """The vocabulary of the books."""
    classes = _classes(books)
    lists = (words for _, words in books.clauses for words in words.words)
    heads = (fold(form).split()[0] for cue in books.cues.cues for form in (cue.term, *cue.forms) if " " in form)
    bodies = (name for actor in books.actors.actors if actor.kind != "person" for name in actor.names)
    several = (name for name in bodies if " " in name)
    return Vocabulary(
        {form: entry for word, flags in classes.items() for form, entry in _attached(word, flags)} | _whole(classes),
        frozenset(fold(word) for word in lists if word.endswith("ى")),
        frozenset(word for word, flags in classes.items() if flags & TITLE),
        *readings(books.cues.cues),
        frozenset(heads),
        frozenset(fold(name).split()[0].removeprefix("ال") for name in several),
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
        (HONOUR, clauses.honours), (CALLED, clauses.so_called), (DIVINE, clauses.divine), (DEED, clauses.deeds),
        (ORDINAL, clauses.ordinals), (DELIVERED, clauses.delivered),
        *((flag, words) for flag, several in (
            (TITLE, actors.titles), (BODY, actors.bodies), (MEDIA, actors.media), (DOC, actors.documents),
            (PEOPLE, actors.people), (PARTICLE, actors.name_particles), (BOTH, actors.collectives),
            (GIVEN, actors.given_names),
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
        word: (flags | DEF | classes.get(word[2:], 0) & ~(CLOSED | AUX | BREAK | GIVEN), word[2:])
        if word.startswith("ال") and len(word) > 4 and not flags & CLOSED
        else (flags, word)
        for word, flags in classes.items()
    }


def _attached(word: str, flags: int) -> Iterator[tuple[str, tuple[int, str]]]:
    """The word with a conjunction, an article, ل or ب before it."""
    whole, core = _whole({word: flags})[word]
    bare = flags & ~(CLOSED | AUX | BREAK | GIVEN)
    joined = {"و": AND, "ف": AND, "": 0}
    for opening, more in joined.items():
        known = opening and opening + word in dictionary() and not flags & (CLOSED | AUX)
        if opening and not known:  # وسائل is no و with سائل
            yield opening + word, (whole | more, core)
        for article, extra in ARTICLES if bare and len(word) > 2 else ():
            yield opening + article + word, (bare | extra | more, word)
