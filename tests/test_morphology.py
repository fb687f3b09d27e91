"""Lemmas and the keys under which a form is found."""

import pytest

from analysis.text.dictionary import look_up
from analysis.text.morphology import lemma, variants


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("التي", "الذي"),  # not آلة, which folds alike
        ("يؤكد", "اكد"),
        ("سيعود", "عاد"),
        ("وفيها", "في"),
        ("بالقطاعين", "قطاع"),
        ("المحاكم", "محكمه"),
        ("للحل", "حل"),
        ("والرد", "رد"),
        ("وطنية", "وطني"),
        ("أصدقائها", "صديق"),
        ("وتهديداته", "تهديد"),
    ],
)
def test_inflected_forms_have_the_lemma_of_their_word(form, word):
    assert lemma(form) == word


@pytest.mark.parametrize("name", ["بوتين", "فلسطين", "لبنان", "فيينا", "سوريا", "طهران", "ليبيا", "واشنطن", "البحرين"])
def test_names_keep_letters_that_look_like_clitics_and_endings(name):
    assert lemma(name) == name


@pytest.mark.parametrize(("form", "key"), [("مستواها", "مستوي"), ("وحلفائهم", "حلفاء"), ("حلفاؤهم", "حلفاء")])
def test_the_last_letter_is_as_without_the_pronoun(form, key):
    assert key in variants(form)


def test_a_form_listed_as_its_own_lemma_is_believed_if_others_have_that_lemma():
    assert look_up("قضية") == ("قضيه", True)
    assert look_up("يعود") == ("يعود", False)
    assert look_up("عقوبات") == ("عقوبه", True)
    assert look_up("ژژژ") == (None, False)
