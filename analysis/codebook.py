"""What people decided: the frames with their entries, the page furniture, the stops that end no sentence."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from analysis.decisions import Mistake, load
from analysis.study import OWN
from analysis.text.layout import Layout
from analysis.text.matching import Expression, words
from analysis.text.sentences import Stops
from analysis.text.words import fold
from analysis.voices.books import BOOKS, Books


class Decision(BaseModel):
    """A part of the codebook: unknown keys are mistakes, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(Decision):
    """A sentence for or against a frame, with the reason."""

    sentence: str
    why: str


class Entry(Decision):
    """A word or phrase in dictionary form that invokes a frame."""

    term: str
    why: str
    forms: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    outside: tuple[str, ...] = Field(default=(), alias="not")

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
        """The entry as the matcher takes it."""
        return Expression(self.term, self.forms, self.exclude, self.outside)


class Frame(Decision):
    """A frame with its definition, one example each way, and the entries that find it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name_ar: str
    name_en: str
    definition: str
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


def _once(named: Iterable[tuple[str, tuple]]) -> None:
    seen = set()
    for name, place in named:
        if fold(name) in seen:
            raise Mistake(f"{name!r} appears twice; keep one of the two", *place)
        seen.add(fold(name))


class Count(Decision):
    """A whole number that a person chose, with the reason."""

    value: int = Field(gt=0)
    why: str


class Level(Decision):
    """A share that a person chose, with the reason."""

    value: float = Field(gt=0, lt=1)
    why: str


class Inference(Decision):
    """From when on, and how, uncertainty is shown (codebook/inference.yml)."""

    least_documents: Count
    level: Level
    resamples: Count

    @property
    def values(self) -> dict[str, float]:
        """The chosen values by name."""
        return {name: part.value for name, part in self}


class Codebook(NamedTuple):
    """The parts of a codebook and the files they came from."""

    frames: Scheme
    layout: Layout
    stops: Stops
    inference: Inference
    books: Books
    files: tuple[Path, ...]


def read_codebook(folder: Path) -> Codebook:
    """The codebook of a folder; a part that the folder lacks is the project's own.

    Raises InputError (file, line) for every mistake in it.
    """
    parts = {"frames": Scheme, "layout": Layout, "sentences": Stops, "inference": Inference, **BOOKS}
    files = [folder / f"{name}.yml" if (folder / f"{name}.yml").exists() else OWN / f"{name}.yml" for name in parts]
    read = dict(zip(parts, map(load, files, parts.values()), strict=True))
    books = Books(**{name: read.pop(name) for name in BOOKS})
    return Codebook(*read.values(), books, tuple(files))
