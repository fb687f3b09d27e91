"""Codebook expressions in rows of types."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.matching import Expression, Matcher, TypeIndex
from analysis.text.morphology import lemma
from analysis.text.words import tokenise


def matches(text, *expressions):
    """(matched text, number of the expression) for a text whose sentences end with a newline."""
    spans = list(tokenise(text))
    forms = [text[start:end] for start, end in spans]
    types = sorted(set(forms))
    ids = np.array([types.index(form) for form in forms], dtype=np.int64)
    sentence = np.array([text[:start].count("\n") for start, _ in spans], dtype=np.int64)
    matcher = Matcher(expressions, TypeIndex(types, [lemma(form) for form in types]))
    found = matcher.find(ids, sentence)
    return [(text[spans[first][0] : spans[last][1]], int(number)) for first, last, number in zip(*found, strict=True)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("حكم للإرهاب", "إرهاب"),
        ("والإرهاب", "إرهاب"),
        ("وبالعقوبات", "عقوبة"),
        ("بعقوباتها", "عقوبة"),
        ("العُقوبـات", "العقوبة"),
        ("الحروب", "حرب"),
        ("فللتعاون", "تعاون"),
    ],
)
def test_inflected_and_clitic_forms_match(text, term):
    assert [found for found, _ in matches(text, Expression(term))] == [text.split()[-1]]


@pytest.mark.parametrize(
    ("text", "term"), [("كامن", "أمن"), ("مرهب", "إرهاب"), ("المعاون", "تعاون"), ("بلسان", "لسان حال")]
)
def test_other_words_do_not_match(text, term):
    assert matches(text, Expression(term)) == []


def test_phrases_stay_within_a_sentence():
    ceasefire = Expression("وقف إطلاق النار")
    assert matches("دعا لوقف إطلاق النار", ceasefire) == [("لوقف إطلاق النار", 0)]
    assert matches("دعا لوقف\nإطلاق النار", ceasefire) == []
    assert matches("دعا لوقف إطلاق", ceasefire) == []


def test_further_forms_count_and_excluded_forms_do_not():
    killed = Expression("قتيل", forms=("قتلى",), exclude=("القتيلة",))
    assert [found for found, _ in matches("قتلى وقتيل والقتيلة", killed)] == ["قتلى", "وقتيل"]


def test_a_hit_inside_a_guard_phrase_does_not_count():
    cooperation = Expression("تعاون", outside=("مجلس التعاون",))
    assert [found for found, _ in matches("مجلس التعاون يرحب بالتعاون", cooperation)] == ["بالتعاون"]


def test_the_longer_of_overlapping_hits_of_one_entry_remains():
    terror = Expression("إرهاب", forms=("إرهاب دولي",))
    assert matches("الإرهاب الدولي", terror) == [("الإرهاب الدولي", 0)]


def test_two_entries_may_share_a_place():
    assert matches("مكافحة الإرهاب", Expression("مكافحة الإرهاب"), Expression("إرهاب")) == [
        ("مكافحة الإرهاب", 0),
        ("الإرهاب", 1),
    ]


WORDS = st.sampled_from(["الأمن", "أمن", "وقف", "إطلاق", "النار", "تعاون", "مجلس", "ثم", "\n"])


@given(
    st.lists(WORDS, max_size=30),
    st.lists(st.lists(WORDS.filter(str.strip), min_size=1, max_size=3), max_size=4),
)
def test_a_phrase_is_found_exactly_where_its_words_stand(text_words, phrases):
    """The vectorised search against a plain one, word by word."""
    text = " ".join(text_words)
    plain = []
    for number, phrase in enumerate(phrases):
        last = -1
        for first in range(len(text_words) - len(phrase) + 1):
            window = text_words[first : first + len(phrase)]
            if first > last and [w.removeprefix("ال") for w in window] == [
                w.removeprefix("ال") for w in map(str, phrase)
            ]:
                plain.append((number, " ".join(window)))
                last = first + len(phrase) - 1
    found = matches(text, *(Expression(" ".join(phrase)) for phrase in phrases))
    normal = lambda rows: sorted((n, t.replace("ال", "").replace("أ", "ا")) for n, t in rows)  # noqa: E731
    assert normal([(n, t) for t, n in found]) == normal(plain)
