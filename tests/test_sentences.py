"""Where a sentence ends, and where a full stop ends none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.decisions import load
from analysis.study import OWN
from analysis.text.sentences import Stops, split
from analysis.text.words import tokenise

STOPS = load(OWN / "sentences.yml", Stops)


@pytest.mark.parametrize(
    "sentences",
    [
        ["جاء الوفد.", "ثم غادر."],
        ["جاء الوفد.", "ثم غادر"],
        ["انتهى اللقاء.", "وقال الوزير إنه مفيد."],
        ["قال: «وصلنا مساء.»", "ثم صمت."],
        ["هل وصل الوفد؟", "نعم!!", "وصل."],
        ["بلغت النسبة 8.2 في المئة."],
        ["بلغت النسبة 99 %.", "وزاد العدد."],
        ["قال: «نحن أصدقاء.. ولن نفترق... أبداً»."],
        ["ذكر موقع العربية.نت أن الوفد وصل."],
        ["نقلت أ. ف. ب. عن د. سعاد أنها ستسافر."],
        ["وصلت السفينة…  وغادرت"],
    ],
)
def test_sentences(sentences):
    for gap in (" ", "\u00a0 "):
        line = gap.join(sentences)
        assert [line[start:end] for start, end in split(line, STOPS)] == sentences


def test_a_missing_space_still_ends_a_sentence():
    line = "وصل الوفد إلى المدينة.وقال رئيسه إنه متفائل."
    assert [line[start:end] for start, end in split(line, STOPS)] == [
        "وصل الوفد إلى المدينة.",
        "وقال رئيسه إنه متفائل.",
    ]


@given(st.text(alphabet=st.sampled_from("ابتو .!؟…«»\"'()12\u200f\u0651ـab\u00a0,،"), max_size=60))
def test_sentences_hold_every_word_in_order(line):
    spans = split(line, STOPS)
    assert all(a < b for a, b in spans) and all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    for start, end in tokenise(line):
        assert any(a <= start and end <= b for a, b in spans)
    covered = "".join(line[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(line.split())
