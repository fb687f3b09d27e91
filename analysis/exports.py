"""What leaves a study for people's hands: a sheet to code, the codebook for other programs."""

from pathlib import Path

from analysis.codebook import study_codebook
from analysis.coding.qdc import codebook_qdc
from analysis.coding.sample import sample
from analysis.coding.sheets import coding_sheet
from analysis.coding.units import units
from analysis.desk import coded, with_text
from analysis.pages.files import write
from analysis.study import Study
from analysis.tables import read_table


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


def write_qdc(study: Study) -> Path:
    """The codebook as a REFI-QDA file, which programs for qualitative analysis open."""
    return write(study.folder / "codebook.qdc", codebook_qdc(study_codebook(study).frames))
