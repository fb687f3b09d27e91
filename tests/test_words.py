"""Words, their keys and their lemmas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.morphology import lemma, variants
from analysis.text.words import bare, fold, tokenise


def forms(text):
    return [text[start:end] for start, end in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قالَ الأُمَّةُ", ["قالَ", "الأُمَّةُ"]),
        ("العـــلم، والعمل.", ["العـــلم", "والعمل"]),
        ("و«حماس» و»الجريمة»", ["و", "حماس", "و", "الجريمة"]),
        ("الروسي-الإيراني", ["الروسي", "الإيراني"]),
        ("#غزة_الآن", ["غزة", "الآن"]),
        ("١٩ يناير 8.2% و99,5", ["١٩", "يناير", "8.2", "و99", "5"]),
        ("كلم\u200fة \u202eكلمة\u202c", ["كلم\u200fة", "كلمة"]),
        ("\u064e\u064e كتاب 🙂 ok", ["كتاب", "ok"]),
        ("", []),
    ],
)
def test_words(text, words):
    assert forms(text) == words


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("الأُمَّة", "الامه"),
        ("إيران", "ايران"),
        ("آسيا", "اسيا"),
        ("عـلى", "علي"),
        ("مسؤول", "مسوول"),
        ("١٩", "19"),
        ("\ufefb", "لا"),
        ("كلم\u200fة", "كلمه"),
        ("NATO", "nato"),
    ],
)
def test_keys(form, key):
    assert fold(form) == key


def test_only_the_key_loses_ta_marbuta():
    assert bare("مدرسةٌ") == "مدرسة"


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("وبالعقوبات", "عقوبه"),
        ("والتعاون", "تعاون"),
        ("علاقاتنا", "علاقه"),
        ("المحادثات", "محادثه"),
        ("حروب", "حرب"),
        ("فلسطين", "فلسطين"),
        ("بوتين", "بوتين"),
    ],
)
def test_lemmas(form, word):
    assert lemma(form) == word


def test_a_known_word_keeps_a_first_letter_that_looks_like_a_preposition():
    assert "امن" not in variants("كامن")
    assert {"امن"} <= variants("وبالأمن") & variants("للأمن") & variants("والأمن")


@pytest.mark.parametrize(("form", "word"), [("هجوماً", "هجوم"), ("وتقاربا", "تقارب"), ("نوويا", "نووي")])
def test_the_alif_of_a_tanwin_is_no_part_of_the_word(form, word):
    assert word in variants(form)


@pytest.mark.parametrize(("country", "adjective"), [("روسيا", "روسي"), ("وتركيا", "تركي")])
def test_the_alif_of_a_name_is(country, adjective):
    assert adjective not in variants(country)


@given(st.text(max_size=40))
def test_any_text_has_words_in_order_and_keys_that_stay(text):
    spans = list(tokenise(text))
    assert all(a < b for a, b in spans) and all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    for form in forms(text):
        assert fold(fold(form)) == fold(form)
        assert fold(form) in variants(form)
