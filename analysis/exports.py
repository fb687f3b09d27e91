"""What leaves a study for people's hands: a sheet to code, the codebook for other programs."""

from pathlib import Path

from analysis.codebook import study_codebook
from analysis.coding.qdc import codebook_qdc
from analysis.coding.sample import sample
from analysis.coding.sheets import coding_sheet
from analysis.coding.units import units
from analysis.desk import coded, with_text
from analysis.errors import InputError
from analysis.events.proposals import proposals
from analysis.figures import csv_text
from analysis.measures.words import shown
from analysis.pages.files import write
from analysis.study import Study
from analysis.tables import read_table
from analysis.text.function_words import content_words
from analysis.text.orthography import guarded
from analysis.text.words import fold


def write_coding_sheet(study: Study) -> Path:
    """The sheet of sampled sentences for a coder; beside codes/ until it is filled, as all in there is read."""
    documents, sentences, texts = (read_table(study.tables, name) for name in ("documents", "sentences", "texts"))
    settings = study.settings
    drawn = sample(
        units(with_text(coded(sentences), texts)),
        documents,
        settings.coding.size,
        settings.draws.sample,
        settings.coding.strata,
    )
    return write(study.folder / "coding-sheet.xlsx", coding_sheet(drawn, study_codebook(study).frames))


def write_event_proposals(study: Study) -> Path:
    """The articles that may report one event, as events-proposed.csv; what people decided in events.csv stays.

    Raises InputError where fewer than two articles have a date.
    """
    names = ("documents", "sentences", "tokens", "types", "cues", "reuse")
    documents, sentences, tokens, types, cues, reuse = (read_table(study.tables, name) for name in names)
    dated = documents[(documents["published"] != "") & (documents["duplicate_of"] == "")]
    if len(dated) < 2:
        raise InputError(
            f"{study.folder}: fewer than two articles have a date; fill `published`, which events are told by"
        )
    codebook = study_codebook(study)
    content = content_words(types.set_index("type_id")["form"], codebook.functional)
    rows = tokens.merge(coded(sentences)[["doc_id", "sentence"]], on=["doc_id", "sentence"], validate="many_to_one")
    rows = rows[rows["type_id"].map(content)].assign(word=rows["type_id"].map(guarded(types, codebook.orthography)))
    found = proposals(
        dated.sort_values(["published", "doc_id"], ignore_index=True),
        rows[rows["doc_id"].isin(dated["doc_id"])],
        cues["speaker"].map(fold),
        reuse,
        shown(rows, types),
        codebook.events,
    )
    return write(study.folder / "events-proposed.csv", csv_text(found))


def write_qdc(study: Study) -> Path:
    """The codebook as a REFI-QDA file, which programs for qualitative analysis open."""
    return write(study.folder / "codebook.qdc", codebook_qdc(study_codebook(study).frames))
