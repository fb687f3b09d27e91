"""Codebook expressions in rows of types."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import search
from analysis.text.matching import Context, Expression, Matcher, TypeIndex
from analysis.text.morphology import lemma
from analysis.text.types import keys
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


@pytest.mark.parametrize(
    ("text", "gap", "found"),
    [
        ("وقع الاتفاق الدولي النووي", 3, ["الاتفاق الدولي النووي"]),
        ("وقع الاتفاق النووي", 3, ["الاتفاق النووي"]),
        ("وقع الاتفاق الدولي الجديد النووي", 1, []),
        ("وقع الاتفاق الدولي النووي", 0, []),
        ("وقع الاتفاق الدولي\nالنووي", 3, []),
        ("الاتفاق والاتفاق النووي", 3, ["والاتفاق النووي"]),
        ("الاتفاق النووي السلمي النووي", 3, ["الاتفاق النووي"]),
    ],
)
@pytest.mark.parametrize("ellipsis", ["…", "..."])
def test_an_ellipsis_stands_for_a_few_words_and_the_shortest_reading_counts(text, gap, found, ellipsis):
    assert [words for words, _ in matches(text, Expression(f"اتفاق {ellipsis} نووي", gap=gap))] == found


def test_a_phrase_may_have_several_gaps():
    talks = Expression("وزير … روسيا … طهران")
    assert matches("التقى وزير خارجية روسيا أمس في طهران", talks) == [("وزير خارجية روسيا أمس في طهران", 0)]


def test_a_later_word_is_taken_where_the_nearest_leads_no_further():
    found = matches("سلام كلام ثم ثم كلام ثم ثم ثم ختام", Expression("سلام … كلام … ختام"))
    assert found == [("سلام كلام ثم ثم كلام ثم ثم ثم ختام", 0)]


def test_many_gaps_over_one_repeated_word_are_read_once_a_span():
    assert len(matches("نعم " * 60, Expression(" … ".join(["نعم"] * 12)))) == 5


def test_a_chain_of_overlapping_hits_keeps_every_other():
    assert len(matches("نعم نعم نعم نعم", Expression("نعم نعم"))) == 2


STRIKE = "شنت الطائرات غارة عنيفة على المدينة"


@pytest.mark.parametrize(
    ("context", "holds"),
    [
        (Context(("طائرة",)), True),
        (Context(("طائرة",), within=1), True),
        (Context(("شن",), within=1), False),
        (Context(("مدينة",), within=2), False),
        (Context(("مدينة",), within=3), True),
        (Context(("على المدينة",), within=3), True),
        (Context(("على المدينة",), within=2), False),
        (Context(("قصف", "مدينة")), True),
        (Context(("شنت … مدينة",)), False),
        (Context(("غارة",)), False),
        (Context(("عنيفة … المدينة", "على"), within=2), True),
    ],
)
def test_a_context_stands_whole_within_so_many_words_but_not_in_the_match(context, holds):
    assert bool(matches(STRIKE, Expression("غارة", only=(context,)))) is holds
    assert bool(matches(STRIKE, Expression("غارة", against=(context,)))) is not holds


def test_the_gap_of_an_expression_is_that_of_its_contexts():
    city = Context(("عنيفة … مدينة",))
    assert matches(STRIKE, Expression("غارة", only=(city,), gap=1))
    assert not matches(STRIKE, Expression("غارة", only=(city,), gap=0))


def test_a_context_of_the_next_sentence_does_not_count():
    assert matches("غارة\nطائرة", Expression("غارة", only=(Context(("طائرة",)),))) == []


def test_all_only_contexts_must_hold_and_no_other_may():
    plane, city, night = (Context((word,)) for word in ("طائرة", "مدينة", "ليل"))
    assert matches(STRIKE, Expression("غارة", only=(plane, city)))
    assert not matches(STRIKE, Expression("غارة", only=(plane, night)))
    assert not matches(STRIKE, Expression("غارة", only=(plane,), against=(night, city)))


def test_a_second_match_is_a_context_for_the_first():
    assert len(matches("حرب باردة ثم حرب", Expression("حرب", only=(Context(("حرب",)),)))) == 2


def test_conditions_of_one_expression_do_not_touch_another():
    free, bound = Expression("غارة"), Expression("غارة", against=(Context(("طائرة",)),), outside=("غارة عنيفة",))
    assert matches(STRIKE, bound, free) == [("غارة", 1)]


@pytest.mark.parametrize("expressions", [(), (Expression("غائب"),), (Expression("… … غائب تماما"),)])
@pytest.mark.parametrize("text", ["", "كلمة"])
def test_nothing_to_find_is_no_error(text, expressions):
    assert matches(text, *expressions) == []


def test_stretches_of_a_long_text_part_no_sentence(monkeypatch):
    text = "وقف إطلاق النار\nدعا إلى وقف سريع لإطلاق النار ثم الأمن\nالأمن\n" * 5
    expressions = (Expression("وقف … إطلاق النار"), Expression("أمن", only=(Context(("نار",)),)))
    whole = matches(text, *expressions)
    monkeypatch.setattr(search, "CHUNK", 2)
    assert matches(text, *expressions) == whole
    assert len(whole) == 15


WORDS = ("الأمن", "أمن", "وقف", "إطلاق", "النار", "تعاون", "ثم")
WORD = st.sampled_from(WORDS)
PHRASE = st.lists(st.tuples(WORD, st.booleans()), min_size=1, max_size=4)
CONTEXTS = st.lists(st.tuples(st.lists(PHRASE, min_size=1, max_size=2), st.none() | st.integers(0, 4)), max_size=2)
ASKED = st.tuples(st.lists(PHRASE, min_size=1, max_size=3), st.lists(PHRASE, max_size=2), CONTEXTS, CONTEXTS)


def written(phrase):
    return " ".join(f"… {word}" if gap else word for word, gap in phrase)


def readings(text, phrase, gap):
    """The spans of a phrase in a list of words, none of which holds another; read word by word."""
    spans = {(at, at) for at, word in enumerate(text) if same(word, phrase[0][0])}
    for word, gapped in phrase[1:]:
        steps = range(1, gap + 2 if gapped else 2)
        spans = {(a, b + step) for a, b in spans for step in steps if b + step < len(text)}
        spans = {(a, b) for a, b in spans if same(text[b], word) and "\n" not in text[a:b]}
    return {(a, b) for a, b in spans if not any((c, d) != (a, b) and a <= c and d <= b for c, d in spans)}


def same(one, other):
    return one.removeprefix("ال").replace("أ", "ا") == other.removeprefix("ال").replace("أ", "ا")


def near(text, context, first, last, gap):
    phrases, within = context
    left, right = (0, len(text)) if within is None else (first - within, last + within)
    return any(
        ((left <= a and b < first) or (last < a and b <= right)) and "\n" not in text[min(a, first) : max(b, last)]
        for phrase in phrases
        for a, b in readings(text, phrase, gap)
    )


def plainly(text, asked, gap):
    """What an expression matches, by the words of the docstrings alone."""
    terms, guards, only, against = asked
    found, guards = (
        {span for phrase in phrases for span in readings(text, phrase, gap)} for phrases in (terms, guards)
    )
    found = {(a, b) for a, b in found if not any(c <= a and b <= d for c, d in guards)}
    found = {s for s in found if all(near(text, c, *s, gap) for c in only)}
    found = {s for s in found if not any(near(text, c, *s, gap) for c in against)}
    kept = []
    for a, b in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or a > kept[-1][1]:
            kept.append((a, b))
    return kept


@given(st.lists(WORD | st.just("\n"), max_size=30), st.lists(ASKED, max_size=3), st.integers(0, 3))
def test_an_expression_is_found_exactly_where_its_words_stand(text, asked, gap):
    """The vectorised search against a plain one, word by word."""
    expressions = [
        Expression(
            written(terms[0]),
            forms=tuple(map(written, terms[1:])),
            outside=tuple(map(written, guards)),
            gap=gap,
            only=tuple(Context(tuple(map(written, phrases)), within) for phrases, within in only),
            against=tuple(Context(tuple(map(written, phrases)), within) for phrases, within in against),
        )
        for terms, guards, only, against in asked
    ]
    expected = sorted(
        (a, b, number)
        for number, one in enumerate(asked)
        for a, b in plainly(text, one, gap)
        if "\n" not in text[a : b + 1]
    )
    plain = [(" ".join(text[a : b + 1]), number) for a, b, number in expected]
    assert matches(" ".join(text), *expressions) == plain


def test_types_that_a_large_file_brings_in_several_pieces_are_found_as_in_one():
    forms = ["والأمن", "الحوار", "أمنها"]
    columns = [forms, [lemma(form) for form in forms], [keys(form) for form in forms]]
    pieces = [pd.Series(pd.array(pa.chunked_array([column[:2], column[2:]]), dtype="str")) for column in columns]
    assert set(TypeIndex(*pieces).forms_of(["أمن", "حوار"]).type_id) == {0, 1, 2}
