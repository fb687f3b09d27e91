"""A study: a folder with study.yml, a corpus and what people decided; results are written beside it."""

from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from analysis.decisions import load
from analysis.errors import InputError

OWN = Path(__file__).resolve().parent.parent / "codebook"  # used where a study brings none


class Part(BaseModel):
    """A part of study.yml: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Compare(Part):
    """What is compared: the metadata column that parts the documents, the event of the close reading, the documents.

    wire_copy: whether articles that are wire copy (documents.wire) take part.
    """

    by: str = Field(default="outlet", pattern="^outlet$")
    event: str = ""
    wire_copy: Literal["with", "without"] = "with"


class Draws(Part):
    """The seeds of the random draws, by what they are drawn for."""

    bootstrap: int = 1
    permutation: int = 1
    sample: int = 1


class Coding(Part):
    """How many sentences the coding sheet holds, and the columns of documents by which they are spread."""

    size: int = Field(default=200, gt=0)
    strata: tuple[str, ...] = ("outlet",)


class Columns(Part):
    """The columns of a tabular corpus: our name → theirs. Only the text is needed."""

    text: str = "text"
    doc_id: str = ""
    title: str = ""
    outlet: str = ""
    outlet_name_ar: str = ""
    outlet_name_en: str = ""
    published: str = ""
    event: str = ""
    credit: str = ""
    url: str = ""


class Settings(Part):
    """study.yml."""

    title: str
    corpus: str
    codebook: str = ""
    scheme: str = Field(default="frames", pattern=r"^[\w-]+$")
    labels: tuple[str, ...] = ()
    codes: str = ""
    events: str = ""
    pairings: str = ""
    coding: Coding = Coding()
    compare: Compare = Compare()
    draws: Draws = Draws()
    columns: Columns = Columns()


class Study(NamedTuple):
    """A study's settings and its places on disk; codes, events, pairings: None where people decided nothing."""

    folder: Path
    settings: Settings
    corpus: Path
    codebook: Path
    codes: Path | None = None
    events: Path | None = None
    pairings: Path | None = None

    @property
    def tables(self) -> Path:
        """Where the cleaned tables are."""
        return self.folder / "tables"

    @property
    def figures(self) -> Path:
        """Where the figures and the tables behind them are."""
        return self.folder / "figures"

    @property
    def report(self) -> Path:
        """Where the pages are."""
        return self.folder / "report"


def read_study(folder: Path, corpus: Path | None = None) -> Study:
    """The study in a folder; a corpus given here (on the command line) may lie anywhere.

    Raises InputError for mistakes in study.yml and for paths that do not exist or leave the folder.
    """
    path = folder / "study.yml"
    settings = load(path, Settings)
    if corpus is None:
        corpus = _inside(folder, settings.corpus, path, "corpus")
    elif not corpus.exists():
        raise InputError(f"{corpus}: there is no such file or folder; correct the corpus given on the command line")
    codebook = _inside(folder, settings.codebook, path, "codebook") if settings.codebook else OWN
    decided = {key: getattr(settings, key) for key in ("codes", "events", "pairings")}
    decided = {key: _inside(folder, name, path, key) for key, name in decided.items() if name}
    return Study(folder, settings, corpus, codebook, **decided)


def _inside(folder: Path, name: str, path: Path, key: str) -> Path:
    place = folder / name
    if not place.resolve().is_relative_to(folder.resolve()):
        raise InputError(
            f"{path}: {key}: {name!r} leaves the study's folder; move it there, or give it on the command line"
        )
    if not place.exists():
        raise InputError(f"{path}: {key}: there is no {place}; create it, or correct the path")
    if place.resolve() == folder.resolve():
        raise InputError(f"{path}: {key}: {name!r} is the study itself; give it a folder of its own")
    return place
