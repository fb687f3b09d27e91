"""Quotation marks as print has them: which pair, where an unclosed one ends, and what the words in them are."""

import pytest
from test_voices import read

HE = "الوزير سامي الحداد"
SAID = f"قال {HE} إن "
WORDS = "المدارس ستفتح أبوابها غداً"


def spans(*body, **options):
    """(text, closed, rule of the end) of every quotation."""
    return [(q.text, q.closed, q.rule.split("; ")[0]) for q in read(*body, **options).quotes]


def kinds(*body, **options):
    return [(q.text, q.kind) for q in read(*body, **options).quotes]


@pytest.mark.parametrize(
    "marks", ["“ ”", "« »", '" "', "„ ”", "„ “", "‟ ”", "‹ ›", "‘ ’", "' '", "'' ''", "＂ ＂", "″ ″", "〝 〞"]
)
def test_every_pair_of_marks_holds_a_quotation_without_its_marks(marks):
    opening, closing = marks.split()
    assert spans(f"{SAID}{opening}{WORDS}{closing}.") == [(WORDS, True, "closing mark")]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (f"{SAID}»{WORDS}«.", WORDS),
        (f"{SAID}”{WORDS}“.", WORDS),
        ("وصف الوزير سامي الحداد ذلك بأنه خيانة و»جريمة كبيرة«.", "جريمة كبيرة"),
        ("ندد الوزير سامي الحداد بـ»جريمة كبيرة« هناك.", "جريمة كبيرة"),
        ("ندد الوزير سامي الحداد ب»جريمة كبيرة« هناك.", "جريمة كبيرة"),
    ],
)
def test_reversed_marks_hold_a_quotation_too(sentence, words):
    assert spans(sentence) == [(words, False, "marks the wrong way round")]


@pytest.mark.parametrize(
    ("marked", "inner"),
    [
        ("«المدارس “الجديدة جدا” ستفتح»", "الجديدة جدا"),
        ("«المدارس «الجديدة جدا» ستفتح»", "الجديدة جدا"),
        ('"المدارس "الجديدة جدا" ستفتح"', "الجديدة جدا"),
        ("“المدارس 'الجديدة جدا' ستفتح”", "الجديدة جدا"),
        ("''المدارس ''الجديدة جدا'' ستفتح''", "الجديدة جدا"),
    ],
)
def test_a_quotation_may_hold_another(marked, inner):
    outer = marked.removeprefix("''").removesuffix("''") if marked[:2] == "''" else marked[1:-1]
    assert [text for text, _, _ in spans(f"{SAID}{marked}.")] == [outer, inner]


@pytest.mark.parametrize(
    ("body", "words", "rule"),
    [
        ((f"{SAID}«{WORDS}.",), f"{WORDS}.", "the line ends"),
        ((f"{SAID}«{WORDS}.", "وانتهى اللقاء مساء أمس."), f"{WORDS}.", "the line ends"),
        ((f"{SAID}«{WORDS}، مضيفاً أن العمل مستمر.",), WORDS, "the third person takes over"),
        ((f"{SAID}«{WORDS}. وأضاف أن العمل مستمر.",), f"{WORDS}.", "the third person takes over"),
        ((f"{SAID}«{WORDS}. وأضافت الوزيرة أن العمل مستمر.",), f"{WORDS}.", "the third person takes over"),
    ],
)
def test_an_unclosed_quotation_ends_by_rule(body, words, rule):
    assert spans(*body) == [(words, False, rule)]


def test_an_unclosed_quotation_ends_where_the_next_mark_opens():
    found = spans(f"{SAID}«{WORDS} كما أن «العمل مستمر دائما».")
    assert found == [(f"{WORDS} كما أن", False, "the next mark opens"), ("العمل مستمر دائما", True, "closing mark")]


def test_the_first_person_takes_over_no_quotation():
    assert spans(f"{SAID}«{WORDS}، وأضيف أن العمل مستمر.")[0][2] == "the line ends"


def test_a_quotation_may_run_over_lines_to_its_closing_mark():
    assert spans(f"{SAID}«{WORDS}.", "والعمل مستمر».") == [(f"{WORDS}.\nوالعمل مستمر", True, "closing mark")]


@pytest.mark.parametrize("between", [("وأضاف أن العمل مستمر",), ("سطر أول", "سطر ثان", "سطر ثالث", "العمل مستمر")])
def test_it_does_not_run_over_a_new_reporting_word_or_many_lines(between):
    assert spans(f"{SAID}«{WORDS}.", *between[:-1], f"{between[-1]}».") == [(f"{WORDS}.", False, "the line ends")]


@pytest.mark.parametrize("words", ["المدارس.. ستفتح غداً…", "المدارس ستفتح. والعمل مستمر.", "هل ستفتح؟ نعم!"])
def test_stops_and_ellipses_do_not_end_a_quotation(words):
    assert spans(f"{SAID}«{words}» وغادر.") == [(words, True, "closing mark")]


@pytest.mark.parametrize("text", ["كلمة « » هنا.", "طوله 5'10 قدما.", 'عرضه 12" هنا.', "ستفتح غداً» قال الوزير.", "«"])
def test_marks_that_hold_no_words_or_are_of_measure_are_no_quotation(text):
    assert spans(text) == []


def test_marks_with_space_on_both_sides_hold_a_quotation():
    assert [text for text, _, _ in spans("غدا تفتتح ” القناة الجديدة ” وهي طويلة.")] == ["القناة الجديدة"]


@pytest.mark.parametrize("inner", [" المدارس ستفتح غداً ", "\u200fالمدارس ستفتح غداً\u200f"])
def test_the_edges_of_a_quotation_are_words(inner):
    assert spans(f"{SAID}«{inner}».") == [("المدارس ستفتح غداً", True, "closing mark")]


@pytest.mark.parametrize(
    "sentence",
    [
        "{}«المدارس ستفتح».",
        "وصف الوزير سامي الحداد القرار بأنه «خطوة».",
        "«المدارس ستفتح»، قال الوزير سامي الحداد.",
        "الوزير: «المدارس ستفتح».",
        "«هذه المدارس التي بنيناها ستفتح غداً للجميع».",
    ],
)
def test_words_of_a_speaker_are_speech(sentence):
    assert [kind for _, kind in kinds(sentence.format(SAID))] == ["speech"]


@pytest.mark.parametrize(
    "sentence",
    [
        "وصل مراسل صحيفة «النهر» إلى المدينة.",
        "وصل مراسل صحيفة «النهر الجديد» اليومية إلى المدينة.",
        "اجتمع قادة حركة «سنابل» مساء أمس.",
        "عرضت مسرحية «ليل طويل» في المدينة.",
        "عاد «الجاحظ» إلى بيته.",
        "هبط الفريق بعد خسارة «الديربي» أمس.",
        "قال الخبير لـ«النهر» إن العمل مستمر.",
        "قال «الحداد» إن العمل مستمر.",
        "حملة تسمى «بلا دخان» بدأت أمس.",
        "العمل مستمر، بحسب «النهر».",
        "أبلغ الوزير سامي الحداد «النهر» بأن العمل مستمر.",
        "سألنا أحد المارة عن «محمد شاكر»، فقال إنه هناك.",
        "قال الوزير سامي الحداد إن الحرب انتهت مع المخلوع «صالح» أمس.",
    ],
)
def test_names_and_shorthand_for_a_thing_are_names(sentence):
    assert [kind for _, kind in kinds(sentence)] == ["name"]


@pytest.mark.parametrize(
    "sentence",
    [
        "يعيش الناس هناك في «جنة» بلا ماء.",
        "عاد الفريق من «رحلة سعيدة» أخرى.",
        "ضاعت الأموال في ما يسمى «الإصلاح الكبير» هناك.",
        "انتقد الوزير سامي الحداد ما يطلق عليه «الإصلاح الكبير» هناك.",
    ],
)
def test_common_words_nobody_says_and_terms_not_taken_over_are_scare(sentence):
    assert [kind for _, kind in kinds(sentence)] == ["scare"]


def test_what_is_a_name_once_is_a_name_everywhere():
    assert kinds("وصل مراسل صحيفة «نهر».", "وعاد «نهر» مساء.") == [("نهر", "name"), ("نهر", "name")]
    assert kinds("غنى شاعرنا الكبير «ربيع الورد».", "وعاد «ربيع» مساء.")[1] == ("ربيع", "name")


def test_beside_a_name_stands_a_name():
    text = f"قال {HE} إن القتال مستمر في قرى «بيت فارس» و«عين تل» منذ أمس."
    assert kinds(text) == [("بيت فارس", "name"), ("عين تل", "name")]


def test_only_speech_has_a_speaker_and_a_cue():
    quotes = read("قال مراسل صحيفة «النهر» إن العمل «مستمر دائما».").quotes
    assert [(q.kind, bool(q.speaker), q.cue) for q in quotes] == [("name", False, ""), ("speech", True, "قال")]
    assert quotes[0].cue_start == quotes[0].cue_end == -1


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        (f"وقال الوزير سامي الحداد إن «{WORDS}».", "قال"),
        (f"وتابع الوزير سامي الحداد قائلا «{WORDS}».", "قائلا"),
        (f"«{WORDS}»، أكد الوزير سامي الحداد.", "أكد"),
        (f"كانت «{WORDS}»، بحسب الوزير سامي الحداد.", "بحسب"),
        ("أكد الوزير سامي الحداد أن العمل «مستمر» وأن المدارس «مفتوحة».", "أكد"),
        (f"وغادر الوفد. «{WORDS}».", ""),
    ],
)
def test_a_quotation_has_the_reporting_word_that_reaches_it(sentence, cue):
    assert {q.cue for q in read(sentence).quotes} == {cue}


def test_a_word_that_an_article_has_in_marks_again_and_again_is_a_name():
    once = "قال الوزير سامي الحداد إن أطفال «جنة» يلعبون."
    assert [kind for _, kind in kinds(once)] == ["speech"]
    assert [kind for _, kind in kinds(f"{once} وأضاف أن مدارس «جنة» كثيرة. وأكد أن شوارع «جنة» آمنة.")] == ["name"] * 3
