"""Numbers and words that people chose, each with the reason."""

from pydantic import Field

from analysis.schemes import Decision


class Count(Decision):
    """A whole number that a person chose, with the reason."""

    value: int = Field(gt=0)
    why: str


class Level(Decision):
    """A share that a person chose, with the reason."""

    value: float = Field(gt=0, lt=1)
    why: str


class Words(Decision):
    """Words of one class, with the reason."""

    words: tuple[str, ...]
    why: str
