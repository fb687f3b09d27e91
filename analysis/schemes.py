"""What is looked for and under which name: frames with the entries that find them, labels of one referent."""

from collections.abc import Iterable
from typing import Literal

import pandas as pd
from pydantic import Field, field_validator, model_validator

from analysis.choices import Decision
from analysis.decisions import Mistake
from analysis.text.expressions import Context, Expression, words
from analysis.text.words import fold

NEAR = 5  # words before and after, where a condition does not say how many
IDENTIFIER = r"^[a-z][a-z0-9_]*$"


class Example(Decision):
    """A sentence for or against a frame, with the reason."""

    sentence: str
    why: str


class Condition(Decision):
    """What stands around a match: near it, in its sentence, in its document, or whose words it is in. One of them."""

    near: tuple[str, ...] = ()
    within: int = Field(NEAR, gt=0)
    sentence: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    voice: Literal["", "own", "direct", "indirect"] = ""

    @model_validator(mode="after")
    def says_one_thing(self) -> "Condition":
        """The condition, which must hold exactly one of near, sentence, document and voice."""
        if sum(map(bool, (self.near, self.sentence, self.document, self.voice))) != 1:
            raise ValueError("a condition has one of near, sentence, document, voice; write one condition for each")
        return self

    def __str__(self) -> str:
        """The condition as one reads it: 'near (5): …', 'sentence: …', 'voice: …'."""
        if self.voice or self.document:
            return f"voice: {self.voice}" if self.voice else f"document: {' / '.join(self.document)}"
        return (
            f"near ({self.within}): {' / '.join(self.near)}" if self.near else f"sentence: {' / '.join(self.sentence)}"
        )

    @property
    def in_sentence(self) -> bool:
        """Whether the condition is one on the words of the sentence."""
        return bool(self.near or self.sentence)

    @property
    def context(self) -> Context:
        """The condition on words of the sentence as the matcher takes it."""
        return Context(self.near, self.within) if self.near else Context(self.sentence)


class Entry(Decision):
    """A word or phrase in dictionary form; '…' in it stands for up to `gap` further words."""

    term: str
    why: str
    gap: int = Field(3, ge=0)
    forms: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    only: tuple[Condition, ...] = ()
    outside: tuple[str | Condition, ...] = Field(default=(), alias="not")

    @field_validator("term")
    @classmethod
    def has_words(cls, term: str) -> str:
        """The term, which must hold at least one word."""
        if not words(term):
            raise ValueError("a term needs at least one word; write one, or remove the entry")
        return term

    @model_validator(mode="after")
    def finds_itself(self) -> "Entry":
        """The entry, whose own term is not among the forms that do not count."""
        if fold(self.term) in map(fold, self.exclude):
            raise ValueError(f"{self.term!r} is excluded by its own entry; remove it from `exclude`")
        return self

    @property
    def expression(self) -> Expression:
        """The entry as the matcher takes it, which reads sentences: other conditions are asked afterwards."""
        return Expression(
            self.term,
            self.forms,
            self.exclude,
            tuple(part for part in self.outside if isinstance(part, str)),
            self.gap,
            tuple(part.context for part in self.only if part.in_sentence),
            tuple(part.context for part in self.against if part.in_sentence),
        )

    @property
    def against(self) -> tuple[Condition, ...]:
        """The conditions under which a match does not count."""
        return tuple(part for part in self.outside if not isinstance(part, str))

    def allows(self, mode: str) -> bool:
        """Whether a match counts in the words of this mode."""
        return mode not in {part.voice for part in self.against} and all(part.voice in ("", mode) for part in self.only)


class Frame(Decision):
    """A frame with its definition, one example each way, the questions a coder asks, and the entries that find it."""

    id: str = Field(pattern=IDENTIFIER)
    name_ar: str
    name_en: str
    definition: str
    questions: tuple[str, ...] = ()
    positive: Example
    negative: Example
    entries: tuple[Entry, ...] = Field(min_length=1)


class Scheme(Decision):
    """A set of frames that are coded together (codebook/frames.yml)."""

    scheme: str
    title: str
    source: str
    frames: tuple[Frame, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def said_once(self) -> "Scheme":
        """The scheme, in which no frame and, within a frame, no term appears twice."""
        _once((frame.id, ("frames", i, "id")) for i, frame in enumerate(self.frames))
        for i, frame in enumerate(self.frames):
            _once((entry.term, ("frames", i, "entries", k, "term")) for k, entry in enumerate(frame.entries))
        return self

    @property
    def arabic(self) -> dict[str, str]:
        """Frame id → its Arabic name, in the order of the codebook."""
        return {frame.id: frame.name_ar for frame in self.frames}

    @property
    def table(self) -> pd.DataFrame:
        """The frames as a table: names, definition and the number of entries."""
        rows = [(f.id, f.name_en, f.name_ar, f.definition, len(f.entries)) for f in self.frames]
        return pd.DataFrame(rows, columns=["frame", "name_en", "name_ar", "definition", "entries"])


class Variant(Decision):
    """One of the names of a referent, with the words in which it comes."""

    id: str = Field(pattern=IDENTIFIER)
    name_ar: str
    name_en: str
    why: str
    entries: tuple[Entry, ...] = Field(min_length=1)


class Referent(Decision):
    """Somebody or something that has competing names; on_request: looked for only where a study asks for it."""

    id: str = Field(pattern=IDENTIFIER)
    name_ar: str
    name_en: str
    definition: str
    on_request: Literal["", "yes"] = ""
    variants: tuple[Variant, ...] = Field(min_length=1)


class Labels(Decision):
    """The referents and what they are called (codebook/labels.yml)."""

    title: str
    referents: tuple[Referent, ...] = ()

    def chosen(self, ids: Iterable[str]) -> "Labels":
        """The labels of the given referents; of none given, of all but those on request."""
        wanted = set(ids)
        kept = [r for r in self.referents if (r.id in wanted if wanted else not r.on_request)]
        return self.model_copy(update={"referents": tuple(kept)})

    @model_validator(mode="after")
    def said_once(self) -> "Labels":
        """The labels, in which no referent and no variant of one appears twice."""
        _once((referent.id, ("referents", i, "id")) for i, referent in enumerate(self.referents))
        for i, referent in enumerate(self.referents):
            _once((variant.id, ("referents", i, "variants", k, "id")) for k, variant in enumerate(referent.variants))
        return self


def _once(named: Iterable[tuple[str, tuple]]) -> None:
    seen = set()
    for name, place in named:
        if fold(name) in seen:
            raise Mistake(f"{name!r} appears twice; keep one of the two", *place)
        seen.add(fold(name))
