"""Tables read together: whose words a row belongs to, under one name throughout; what coders say of the frames."""

import re

import pandas as pd

from analysis.codebook import Codebook
from analysis.coding.read import COLUMNS, read_codes
from analysis.coding.units import units
from analysis.desk import coded, compared, with_sentence, with_text
from analysis.measures.validation import validation, watermarked
from analysis.measures.voices import voice_spans
from analysis.pages.evidence import Html, note
from analysis.study import Study
from analysis.tables import read_table
from analysis.voices.naming import speaker_names


def speakers_of(study: Study, codebook: Codebook) -> dict[str, str]:
    """Every name under which a voice of the study stands → the one under which it is shown."""
    cues, voices = (read_table(study.tables, name) for name in ("cues", "voices"))
    return speaker_names(pd.concat([cues["speaker"], voices["voice"]]), codebook.books.actors.actors)


def whose_words(study: Study, codebook: Codebook) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The stretches of voices in sentences, and the reporting words, every speaker under one name."""
    sentences, voices, tokens, cues = compared(study, "sentences", "voices", "tokens", "cues")
    same = speakers_of(study, codebook)
    spans = voice_spans(coded(sentences), voices, tokens)
    spans = spans.assign(voice=spans["voice"].map(same).astype("str"))
    return spans, with_sentence(cues.assign(speaker=cues["speaker"].map(same).astype("str")), sentences)


def voiced(study: Study, codebook: Codebook, name: str) -> pd.DataFrame:
    """The table of hits (frame_hits or labels), every speaker under the name under which whose_words has it."""
    (hits,) = compared(study, name)
    return hits.assign(voice=hits["voice"].map(speakers_of(study, codebook)).astype("str"))


def codes_of(study: Study, codebook: Codebook) -> pd.DataFrame:
    """What coders said of the documents compared: doc_id, sentence, coder, frame, present; without codes no rows."""
    if study.codes is None:
        return pd.DataFrame(columns=COLUMNS)
    sentences, texts = (read_table(study.tables, name) for name in ("sentences", "texts"))
    codes = read_codes(study.codes, units(with_text(coded(sentences), texts)), codebook.frames)
    (documents,) = compared(study, "documents")
    return codes[codes["doc_id"].isin(documents["doc_id"])]


def validated(study: Study, codebook: Codebook, hits: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """One row per frame: the codebook against the coders of the study (schema validation)."""
    codes, inference = codes_of(study, codebook), codebook.inference.values
    draw = study.settings.draws.bootstrap
    return validation(codes, hits, coded(sentences), codebook.frames.arabic, inference, draw)


def with_doubt(rows: pd.DataFrame, validated: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """The rows with one more column, `doubtful`: whether the row's frame has not been shown to agree with coders.

    Rows of pairs of frames get a second one, `other_doubtful`.
    """
    doubtful = watermarked(validated, codebook.frames.arabic, codebook.inference.values["least_alpha"])
    if "other" in rows:
        rows = rows.assign(other_doubtful=rows["other"].isin(doubtful))
    return rows.assign(doubtful=rows["frame"].isin(doubtful))


def with_between(validated: pd.DataFrame, agreed: pd.DataFrame) -> pd.DataFrame:
    """The rows with one more column, `between`: the alpha of all coders with each other; empty with fewer than two."""
    everybody = agreed[agreed["n_coders"] == agreed["n_coders"].max()].groupby("frame")["alpha"].mean()
    return validated.assign(between=validated["frame"].map(everybody))


def notes_on_codes(study: Study) -> Html:
    """What the folder of codes says of itself in its README.md."""
    if study.codes is None:
        return note("The study has no codes (study.yml: codes).")
    path = study.codes / "README.md"
    return note(
        _unwrapped(path.read_text(encoding="utf-8", errors="replace")) if path.exists() else "They say nothing."
    )


def _unwrapped(text: str) -> str:
    """The text with each paragraph on one line; lists, tables and headings keep their lines."""
    return re.sub(r"(?<=[^\n|])\n(?=[^\s|#*-])", " ", text)
