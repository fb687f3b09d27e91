"""What people write down by itself: a number or words, with the reason."""

from pydantic import BaseModel, ConfigDict, Field


class Decision(BaseModel):
    """A part of a file that people write: unknown keys are mistakes, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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
