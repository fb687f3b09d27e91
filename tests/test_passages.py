"""The passages that are laid side by side: what is one, where it begins and ends, and what is too little."""

import numpy as np
import pandas as pd
import pytest
from test_pipeline import CODEBOOK, document

from analysis.comparison import compare
from analysis.events.passages import Passage, Words, passages, words_of
from analysis.pipeline import code
from analysis.places import LONGEST

RULES = CODEBOOK.events
TEXTS = {
    "joined": 'قالت الوزيرة ليلى حداد إن العمل في الميناء "بطيء" وإن الصيادين ينتظرون الرصيف الجديد منذ عامين.',
    "apart": "قالت الوزيرة ليلى حداد إن العمل في الميناء بطيء جدا. وأضافت: «ننتظر افتتاح الرصيف الجديد منذ عامين».",
    "thanks": "قالت الوزيرة ليلى حداد: «شكرا لكم». وافتتح الرئيس سامي خليل السوق.",
    "short": "قالت الوزيرة ليلى حداد إن السوق مزدحم.",
    "enough": "قالت الوزيرة ليلى حداد إن السوق القديم مزدحم.",
    "quoted": "قالت الوزيرة ليلى حداد: «إن الصيادين ينتظرون الرصيف الجديد».",
    "two": "قالت الوزيرة ليلى حداد إن الميناء سيغلق أبوابه غدا. وقال الوزير سامي خليل إن السوق القديم سيفتح أبوابه.",
}
EXPECTED = {
    "joined": [("حداد", "reported", 'العمل في الميناء "بطيء" وإن الصيادين ينتظرون الرصيف الجديد منذ عامين')],
    "apart": [
        ("حداد", "reported", "العمل في الميناء بطيء جدا"),
        ("حداد", "quoted", "ننتظر افتتاح الرصيف الجديد منذ عامين"),
    ],
    "thanks": [],
    "short": [],
    "enough": [("حداد", "reported", "السوق القديم مزدحم")],
    "quoted": [("حداد", "quoted", "إن الصيادين ينتظرون الرصيف الجديد")],
    "two": [("حداد", "reported", "الميناء سيغلق أبوابه غدا"), ("خليل", "reported", "السوق القديم سيفتح أبوابه")],
}


def laid(texts, **columns):
    """The tables of texts (by id) that report one event, or each the event that `event` says; and what compare adds."""
    events = columns.pop("event", dict.fromkeys(texts, "opening"))
    coded = code(
        [document(text, doc_id=doc_id, event=events[doc_id], **columns) for doc_id, text in texts.items()], CODEBOOK
    )
    return coded | compare(coded, CODEBOOK)


@pytest.fixture(scope="module")
def claims():
    return laid(TEXTS)["claims"]


@pytest.mark.parametrize("doc_id", TEXTS)
def test_the_passages_of_an_article(claims, doc_id):
    found = [
        (row.speaker, row.given, TEXTS[doc_id][row.start : row.end])
        for row in claims[claims["doc_id"] == doc_id].itertuples()
    ]
    assert found == EXPECTED[doc_id]


def test_words_and_positions_are_counted(claims):
    """Before the second passage of `apart` stand 11 of 17 words: five of them, five of the first passage, one."""
    rows = claims[claims["doc_id"] == "apart"]
    assert rows["n_words"].tolist() == [5, 6]
    assert rows["position"].tolist() == [5 / 17, 11 / 17]
    assert rows["sentence"].tolist() == [0, 1]


def spoken(*spans):
    """Spans of speakers as the table voices has them: start, end, voice, mode, all in one article."""
    return pd.DataFrame([("d", *span) for span in spans], columns=["doc_id", "start", "end", "voice", "mode"])


# Ten words of two characters with a space between: word n begins at 3n. Word 0 opens reported speech.
FORMS = ["ان", "با", "تا", "ثا", "جا", "حا", "خا", "دا", "ذا", "را"]
TYPES = pd.DataFrame({"type_id": range(10), "form": FORMS, "folded": FORMS})


def ten(content=(True,) * 10):
    start, number = np.arange(10) * 3, np.arange(10)
    return Words(start, start, start + 2, number, number < 0, number, np.array(content))


def found(spans, content=(True,) * 10):
    return passages(spoken(*spans), ten(content), ["d"], RULES, TYPES)


def test_the_words_that_open_reported_speech_are_left_off_and_only_there():
    assert found([(0, 14, "سامي", "indirect")]) == [Passage("d", "سامي", "reported", 1, 5)]
    assert found([(0, 14, "سامي", "direct")]) == [Passage("d", "سامي", "quoted", 0, 5)]
    assert found([(0, 8, "سامي", "indirect")]) == [], "two words are left of three"


def test_a_passage_needs_words_of_content():
    least = RULES.least_content.value
    for n in (least - 1, least):
        content = [place < 5 + n for place in range(10)]
        rest = [(place >= 5 and inside) for place, inside in enumerate(content)]
        assert len(found([(15, 29, "سامي", "direct")], rest)) == (n == least)


@pytest.mark.parametrize(
    ("spans", "given"),
    [
        ([(3, 8, "سامي", "indirect"), (9, 14, "سامي", "direct"), (15, 29, "سامي", "indirect")], [(1, 10, "reported")]),
        ([(3, 14, "سامي", "indirect"), (15, 23, "سامي", "direct")], [(1, 5, "reported"), (5, 8, "quoted")]),
        ([(3, 14, "سامي", "indirect"), (15, 29, "ليلى", "indirect")], [(1, 5, "reported"), (5, 10, "reported")]),
        ([(3, 11, "سامي", "indirect"), (15, 29, "سامي", "indirect")], [(1, 4, "reported"), (5, 10, "reported")]),
        ([(3, 14, "outlet", "own"), (15, 29, "", "indirect")], [(5, 10, "reported")]),
    ],
    ids=["short quotation", "long quotation", "other speaker", "words between", "own words"],
)
def test_what_is_one_passage(spans, given):
    assert [(p.first, p.last, p.given) for p in found(spans)] == given


def test_the_words_of_a_corpus_as_arrays():
    """A mark or a new line before a word is a pause; keys are numbers, the same for the same key; ids order nothing."""
    texts = pd.DataFrame({"doc_id": ["b", "a"], "text": ["خبر، ثم\nخبر ثم", "- ثم"]})
    rows = [("b", 0, 3, 1), ("b", 5, 7, 0), ("b", 8, 11, 1), ("b", 12, 14, 0), ("a", 2, 4, 0), ("z", 0, 2, 0)]
    tokens = pd.DataFrame(rows, columns=["doc_id", "start", "end", "type_id"])
    keys, content = pd.Series(["خبر", "ثم"], index=[1, 0]), pd.Series([True, False], index=[1, 0])
    naming = pd.Series([True, False], index=[1, 0])
    words = words_of(tokens, texts, keys, content, naming)
    assert words.pause.tolist() == [False, True, True, False, True]
    assert words.start.tolist() == [0, 5, 8, 12, 2], "a document without a text is left out"
    assert words.key[words.type_id].tolist() == [1, 0, 1, 0, 0]
    assert words.content.tolist() == [False, True] and words.naming == {words.key[1]}
    assert (words.at >> LONGEST).tolist() == [0, 0, 0, 0, 1] and (np.diff(words.at) > 0).all()
