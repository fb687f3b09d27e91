"""What people decided, read from the files of a codebook folder."""

from pathlib import Path
from typing import NamedTuple

from analysis.choices import Count, Decision, Level
from analysis.decisions import load
from analysis.errors import InputError
from analysis.events.rules import Rules
from analysis.schemes import Labels, Scheme
from analysis.study import OWN, Study
from analysis.text.function_words import FunctionWords, function_forms
from analysis.text.layout import Layout
from analysis.text.sentences import Stops
from analysis.text.spelling_rules import Guard
from analysis.voices.books import BOOKS, Books


class Inference(Decision):
    """From when on, and how, uncertainty is shown (codebook/inference.yml)."""

    least_documents: Count
    least_sentences: Count
    least_document_frequency: Count
    level: Level
    resamples: Count
    draws: Count
    false_discovery: Level
    least_alpha: Level
    weakens: Level

    @property
    def values(self) -> dict[str, float]:
        """The chosen values by name."""
        return {name: part.value for name, part in self}


class Codebook(NamedTuple):
    """The parts of a codebook and the files they came from."""

    frames: Scheme
    labels: Labels
    layout: Layout
    stops: Stops
    inference: Inference
    events: Rules
    orthography: Guard
    function_words: FunctionWords
    books: Books
    files: tuple[Path, ...]

    @property
    def functional(self) -> frozenset[str]:
        """Every form of a function word, as text.function_words compares it."""
        return function_forms(self.function_words, {name: part.words for name, part in self.books.clauses})


def read_codebook(folder: Path, scheme: str = "frames") -> Codebook:
    """The codebook of a folder; a part that the folder lacks is the project's own. scheme: the file of the frames.

    Raises InputError (file, line) for every mistake in it.
    """
    parts = {scheme: Scheme, "labels": Labels, "layout": Layout, "sentences": Stops, "inference": Inference}
    parts |= {"events": Rules, "orthography": Guard, "function-words": FunctionWords, **BOOKS}
    files = [folder / f"{name}.yml" if (folder / f"{name}.yml").exists() else OWN / f"{name}.yml" for name in parts]
    read = dict(zip(parts, map(load, files, parts.values()), strict=True))
    books = Books(**{name: read.pop(name) for name in BOOKS})
    return Codebook(*read.values(), books, tuple(files))


def study_codebook(study: Study) -> Codebook:
    """The codebook that a study chose: its folder, its scheme of frames, its labels.

    Raises InputError as read_codebook does, and for a scheme or a label of study.yml that the codebook lacks.
    """
    settings, path = study.settings, study.folder / "study.yml"
    if not any((folder / f"{settings.scheme}.yml").exists() for folder in (study.codebook, OWN)):
        raise InputError(f"{path}: scheme: no file {settings.scheme}.yml in the codebook; correct the name, or add it")
    codebook = read_codebook(study.codebook, settings.scheme)
    known = [referent.id for referent in codebook.labels.referents]
    if unknown := sorted(set(settings.labels) - set(known)):
        raise InputError(f"{path}: labels: {unknown[0]!r} is not in labels.yml; it has {', '.join(known)}")
    return codebook._replace(labels=codebook.labels.chosen(settings.labels))
