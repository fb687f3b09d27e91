"""Whose words: quotations, reporting words, speakers and voices in sentences of our own."""

import pytest
from test_pipeline import CODEBOOK, document

from analysis.pipeline import code


def read(body):
    """The tables of a text whose first line is a title and whose second is the body."""
    return code([document(f"عنوان الخبر\n\n{body}", titled=True)], CODEBOOK), f"عنوان الخبر\n\n{body}"


@pytest.mark.parametrize(("opening", "closing"), ["“”", "«»", '""', "„”"])
def test_a_quotation_has_its_speaker_and_its_reporting_word(opening, closing):
    tables, text = read(f"وقال الوزير سامي الحداد إن {opening}المدارس ستفتح أبوابها غداً{closing}.")
    (quote,) = tables["quotes"].to_dict("records")
    assert text[quote["start"] : quote["end"]] == "المدارس ستفتح أبوابها غداً"
    assert (quote["kind"], quote["closed"], quote["cue"]) == ("speech", True, "قال")
    assert "الحداد" in quote["speaker"]


def test_marks_around_a_paper_are_no_speech():
    tables, _ = read("وصل مراسل صحيفة «النهر» إلى المدينة مساء أمس.")
    assert tables["quotes"]["kind"].tolist() == ["name"]


@pytest.mark.parametrize(
    ("sentence", "cue", "stance"),
    [
        ("وأكد الوزير سامي الحداد أن العمل مستمر.", "أكد", "assertive"),
        ("وزعم الوزير سامي الحداد أن العمل مستمر.", "زعم", "distancing"),
        ("ودعا الوزير سامي الحداد إلى مواصلة العمل.", "دعا", "directive"),
    ],
)
def test_reporting_words_have_a_stance_and_a_speaker(sentence, cue, stance):
    tables, _ = read(sentence)
    (row,) = tables["cues"].to_dict("records")
    assert (row["cue"], row["stance"], row["content"]) == (cue, stance, "indirect")
    assert "الحداد" in row["speaker"]


def test_a_dropped_subject_is_the_speaker_before():
    tables, _ = read("وقال الوزير سامي الحداد إن العمل مستمر. وأضاف أن المدارس ستفتح.")
    assert tables["cues"]["speaker"].nunique() == 1 and len(tables["cues"]) == 2


def test_a_text_without_reporting_words_is_the_outlets_own():
    tables, _ = read("افتتحت المدرسة الجديدة أمس.")
    assert tables["cues"].empty and set(tables["voices"]["voice"]) == {"outlet"}
