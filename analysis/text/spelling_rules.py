"""What people decided about spelling: words that are one however they are written, and rules that propose more."""

from collections.abc import Iterator
from itertools import permutations
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from analysis.choices import Count, Decision, Level, Words
from analysis.decisions import Mistake
from analysis.text.expressions import Context, Expression, words
from analysis.text.types import headword
from analysis.text.words import fold

DAYS, YEARS = range(1, 32), range(1900, 2100)


class Group(Decision):
    """One word and its other spellings, in dictionary form, of one word or more.

    dated: those that are other words as well (آب, father) and count only beside a date; exclude: forms that, with
    their clitics, do not count (كمية is no ك + مئة). Of the kind digits, word and forms are ten digits in their order.
    """

    word: str
    forms: tuple[str, ...] = Field(min_length=1)
    kind: Literal["house spelling", "calendar", "digits", "transliteration"]
    why: str
    dated: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    @property
    def spelled(self) -> tuple[str, ...]:
        """Every spelling, the word itself first."""
        return (self.word, *self.forms)

    @property
    def key(self) -> str:
        """The key of the word that they all are."""
        return headword(self.word)

    @property
    def single(self) -> tuple[str, ...]:
        """The spellings that a written form shows by itself: of one word, and no other word."""
        return tuple(form for form in self.spelled if len(words(form)) == 1 and form not in self.dated)


class Phrase(NamedTuple):
    """A spelling that takes more than its own form to know: several words, or one beside a date."""

    group: Group
    form: str
    expression: Expression


class Apart(Decision):
    """Two words that a rule takes for one, and that are two."""

    words: tuple[str, str]
    why: str


class Correspondence(Decision):
    """Letters, or pairs of letters, that write one sound of a foreign name."""

    letters: tuple[str, ...] = Field(min_length=2)
    why: str


class Letters(Decision):
    """Letters of one class."""

    letters: str
    why: str


class Rules(Decision):
    """When two words are proposed as one."""

    vowels: Letters
    correspondences: tuple[Correspondence, ...]
    least_letters: Count
    least_consonants: Count
    most_edits: Count
    least_likeness: Level
    least_separation: Level
    least_score: Level


class Guard(Decision):
    """Differences between words that are only spelling (codebook/orthography.yml)."""

    groups: tuple[Group, ...]
    apart: tuple[Apart, ...] = ()
    dates: Words
    rules: Rules

    @model_validator(mode="after")
    def said_once(self) -> "Guard":
        """The guard, in which no spelling appears twice and what folding brings together is not said again."""
        seen: set[str] = set()
        for number, group in enumerate(self.groups):
            for form in group.spelled if group.kind != "digits" else ():
                if not words(form):
                    raise Mistake(f"{form!r} holds no word; write one, or remove it", "groups", number)
                if fold(form) in seen:
                    message = f"{form!r} is there already, or differs only in hamza, ة, ى or marks; remove it"
                    raise Mistake(message, "groups", number)
                seen.add(fold(form))
            if more := set(group.dated) - set(group.spelled):
                raise Mistake(f"{min(more)!r} is no spelling of this group", "groups", number, "dated")
        return self

    @property
    def decided(self) -> tuple[Group, ...]:
        """The groups of words; those of digits are left out."""
        return tuple(group for group in self.groups if group.kind != "digits")

    def phrases(self) -> Iterator[Phrase]:
        """The spellings that are looked for in sentences; two names of one month side by side are one name."""
        dates = (*self.dates.words, *map(str, DAYS), *map(str, YEARS))
        for group in self.decided:
            for form in group.spelled:
                if len(words(form)) > 1:
                    yield Phrase(group, form, Expression(form))
                elif form in group.dated:
                    yield Phrase(group, form, Expression(form, only=(Context(dates, 1),)))
            for one, other in permutations(group.spelled, 2) if group.kind == "calendar" else ():
                yield Phrase(group, f"{one}/{other}", Expression(f"{one} {other}"))
