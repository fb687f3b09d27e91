"""Whose words: every character of the coded lines in one voice, and reported content no longer than it is."""

from types import SimpleNamespace
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_pipeline import CODEBOOK, document

from analysis.pipeline import code
from analysis.text.morphology import lemma
from analysis.text.sentences import split
from analysis.text.words import fold, tokenise
from analysis.voices.voices import find_voices

TITLE = "عنوان الخبر"
NO_LINES = {"doc_id": [], "line": [], "start": [], "end": [], "role": [], "rule": []}


class Told(NamedTuple):
    """What was found in one text: rows of quotes, cues and voices, each with the `text` it stands for."""

    quotes: list
    cues: list
    voices: list


def read(*body, title=TITLE, roles=None, signed="", published="") -> Told:
    """The voices of a title and body lines; roles: of the lines, if others; signed: a last line with a name."""
    lines = [title, *body, signed] if signed else [title, *body]
    roles = roles or ["headline", *["body"] * len(body)] + ["credit"] * bool(signed)
    ends = np.cumsum([len(line) + 1 for line in lines]).tolist()
    text, spans = "\n".join(lines), [(end - len(line) - 1, end - 1) for line, end in zip(lines, ends, strict=True)]
    rows = [("d", n, *span, role, "name at the end") for n, (span, role) in enumerate(zip(spans, roles, strict=True))]
    parts = [
        ("d", n, begin + a, begin + b, role)
        for _, n, begin, end, role, _ in rows
        for a, b in split(text[begin:end], CODEBOOK.stops)
    ]
    sentences = pd.DataFrame(parts, columns=["doc_id", "line", "start", "end", "role"])
    sentences["sentence"] = range(len(sentences))
    found = list(tokenise(text))
    tokens = pd.DataFrame({"doc_id": "d", "start": [a for a, _ in found], "end": [b for _, b in found]})
    tokens["type_id"], forms = pd.factorize(np.array([text[a:b] for a, b in found], dtype=object))
    tokens["sentence"] = np.searchsorted(sentences["start"], tokens["start"], side="right") - 1
    types = pd.DataFrame({"form": forms, "folded": [*map(fold, forms)], "lemma": [*map(lemma, forms)]})
    texts = pd.DataFrame({"doc_id": ["d"], "text": [text]})
    lines = pd.DataFrame(rows, columns=list(NO_LINES))
    tables = find_voices(texts, lines, sentences, tokens, types, CODEBOOK.books, {"d": published})
    return Told(*(_rows(tables[name], text) for name in Told._fields))


def _rows(table, text):
    rows = (dict(zip(table.columns, row, strict=True)) for row in table.to_numpy().tolist())
    return [SimpleNamespace(**row, text=text[row["start"] : row["end"]]) for row in rows]


def spoken(*body, **options):
    """(text, voice, mode) of every stretch that is not the outlet's own."""
    return [(v.text, v.voice, v.mode) for v in read(*body, **options).voices if v.mode != "own"]


HE = "الوزير سامي الحداد"


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (f"قال {HE} إن العمل مستمر. وغادر الوفد.", "إن العمل مستمر"),
        (f"قال {HE} إن العمل مستمر، فيما غادر الوفد.", "إن العمل مستمر"),
        (f"قال {HE} إن العمل مستمر، وكان الوفد قد غادر.", "إن العمل مستمر"),
        (f"قال {HE} إن العمل مستمر، وذلك بعد لقاء الوفد.", "إن العمل مستمر"),
        (f"قال {HE} إن العمل مستمر في المدارس، والطريق طويل.", "إن العمل مستمر في المدارس، والطريق طويل"),
        (f"{HE} الذي قال إن العمل مستمر، غادر المدينة.", "إن العمل مستمر"),
        (f"دعا {HE} إلى الصبر. وغادر الوفد.", "إلى الصبر"),
        (f"العمل مستمر، بحسب {HE}. وغادر الوفد.", "العمل مستمر"),
        (f"غادر الوفد، وبحسب {HE} فإن العمل مستمر.", "فإن العمل مستمر"),
        (f"وغادر الوفد. وبحسب {HE} فإن العمل مستمر. ثم عاد.", "فإن العمل مستمر"),
        (f"قال {HE}: العمل مستمر. والطريق طويل. والوقت مبكر.", "العمل مستمر. والطريق طويل. والوقت مبكر"),
    ],
)
def test_reported_content_ends_where_the_outlet_speaks_again(sentence, content):
    assert spoken(sentence) == [(content, "الحداد", "indirect")]


def test_a_colon_reports_to_the_end_of_its_line():
    assert spoken(f"قال {HE}: العمل مستمر.", "وغادر الوفد.") == [("العمل مستمر", "الحداد", "indirect")]


def test_the_next_reporting_word_ends_the_content_before_it():
    text = f"قال {HE} إن العمل مستمر، مضيفا أن الطريق طويل، وأكدت الوزيرة ليلى النجار أن الوقت مبكر."
    assert spoken(text) == [
        ("إن العمل مستمر", "الحداد", "indirect"),
        ("أن الطريق طويل", "الحداد", "indirect"),
        ("أن الوقت مبكر", "النجار", "indirect"),
    ]


def test_quoted_words_are_direct_and_the_words_around_them_indirect():
    assert spoken(f"قال {HE} إن العمل «مستمر دائما» في المدينة.") == [
        ("إن العمل «", "الحداد", "indirect"),
        ("مستمر دائما", "الحداد", "direct"),
        ("» في المدينة", "الحداد", "indirect"),
    ]


def test_names_in_marks_are_in_the_voice_around_them():
    assert spoken("وصل مراسل صحيفة «النهر» إلى المدينة.") == []


def test_a_quotation_over_two_lines_is_direct_in_both():
    assert spoken(f"قال {HE}: «العمل مستمر.", "والطريق طويل».") == [
        ("العمل مستمر.", "الحداد", "direct"),
        ("والطريق طويل", "الحداد", "direct"),
    ]


def test_headlines_have_voices_and_credits_have_none():
    found = read("غادر الوفد المدينة.", title="العمل مستمر", signed="سامي الحداد")
    assert [v.text for v in found.voices] == ["العمل مستمر", "غادر الوفد المدينة."]


def test_a_text_without_words_has_no_quotations_and_one_voice():
    found = read("… — !", title="")
    assert not found.quotes and not found.cues and [v.mode for v in found.voices] == ["own"]


def test_the_whole_way_from_a_document_to_its_voices():
    tables = code([document(f"{TITLE}\n\nقال {HE} إن «العمل مستمر».", titled=True)], CODEBOOK)
    assert [len(tables[name]) for name in ("quotes", "cues")] == [1, 1]
    assert tables["voices"]["mode"].tolist() == ["own", "own", "indirect", "direct", "own"]


def test_documents_of_a_batch_do_not_speak_for_one_another():
    bodies = [f"قال {HE} إن العمل مستمر.", "وأضاف أن الطريق طويل."]
    batch = [document(f"{TITLE}\n\n{body}", titled=True, doc_id=str(n)) for n, body in enumerate(bodies)]
    assert code(batch, CODEBOOK)["cues"]["speaker"].tolist() == ["الحداد", ""]


NEWS = (
    "قال وقال وأضاف مؤكدا بحسب وفقا نقلا عن الوزير الرئيس الروسي نظيره الإيراني سامي الحداد بوتين موسكو الجانبان "
    "صحيفة النهر بيان أن إن إلى على في الذي كما فيما العمل مستمر طويل قوله التأكيد دعا إلى قلت يقول ٣٤ a"
)
WORDS = NEWS.split()
MARKS = list("«»“”\"'„‹›:،؛.؟!…()[]-–—🙂") + ["''", "..", "\u200f", "\u202e", "\u2067", "ـ", "ً", "\u0640"]
TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS) | st.sampled_from(MARKS), st.sampled_from(["", " ", " "])), max_size=40
).map(lambda parts: "".join(word + space for word, space in parts))
LINES = st.lists(TEXTS | st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=40), max_size=4)


@settings(max_examples=100, deadline=None)
@given(LINES, TEXTS)
def test_any_text_has_spans_that_slice_and_voices_that_cover_it_exactly_once(body, title):
    found, text = read(*body, title=title), "\n".join([title, *body])
    for row in [*found.quotes, *found.cues, *found.voices]:
        assert 0 <= row.start < row.end <= len(text) and row.text == text[row.start : row.end]
    for quote in found.quotes:
        assert quote.text.strip() == quote.text
        assert (quote.cue == "") == (quote.cue_start < 0) and text[quote.cue_start : quote.cue_end] == quote.cue
    for cue in found.cues:
        assert cue.cue == cue.text and cue.content in ("direct", "indirect", "mixed")
    covered = [at for voice in found.voices for at in range(voice.start, voice.end)]
    breaks = [at for at, letter in enumerate(text) if letter == "\n"]
    assert sorted([*covered, *breaks]) == list(range(len(text))) and covered == sorted(covered)


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_voices_twice(line):
    assert read(line) == read(line)
