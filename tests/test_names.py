"""What is a name of somebody who speaks, and what beside it is none."""

import pandas as pd
import pytest
from test_pipeline import CODEBOOK
from test_voices import read

from analysis.voices.known import descends
from analysis.voices.naming import speaker_names

SAID = "إن العمل مستمر"


def speakers(*body, **options):
    return [cue.speaker for cue in read(*body, **options).cues]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("أكد الوزير الغامدي تضامن بلاده مع الجيران.", "الغامدي"),
        ("أعلن محافظ البلدة سامي بدر تقديم هدايا للزوار.", "بدر"),
        ("أعلن الوزير سامي تحديث البرامج في المدارس.", "سامي"),
        ("ودعا الشيخ سامي خليل الله تعالى أن يحفظ البلاد.", "خليل"),
        ("قال الشيخ سامي بن إن العمل مستمر.", "سامي"),
        ("رفع أمير منطقة نجران التعازي إلى أسر الضحايا.", "أمير منطقة نجران"),
        ("وتقدم رئيس المجلس العربي بخالص العزاء للملك سامي بن فهد.", "رئيس المجلس العربي"),
        ("مجلس الوزراء نوه بعمق العلاقات.", "مجلس الوزراء"),
        ("ندد ذوو وزملاء القتيل بالهجوم.", "ذوو وزملاء القتيل"),
        ("أدان مفتي البلاد الشيخ سامي دريان العمل الإجرامي في المدينة.", "دريان"),
        ("أدان الشيخ سامي آل حداد التفجير الإرهابي في المدينة.", "آل حداد"),
        ("رفع العميد العتيبي تعازيه إلى أسر الضحايا.", "العتيبي"),
        ("أدانت شخصيات وطنية العملية في المدينة.", "شخصيات وطنية"),
        ("دعا مفتي عام البلاد العلماء إلى الحوار.", "مفتي عام البلاد"),
        ("حذر الشيخ سامي خياط المسلمين من الفتنة.", "خياط"),
    ],
)
def test_what_is_stated_or_done_is_no_part_of_the_name(sentence, speaker):
    assert speakers(sentence) == [speaker]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("الدكتور خليل الله", "خليل الله"),
        ("المتحدث باسم الخارجية قاضي خليل الله", "خليل الله"),
        ("الدكتور سامي عز الدين", "عز الدين"),
        ("وزير العمل سامي الحداد", "الحداد"),
        ("مدير الأمن العام سامي الحداد", "الحداد"),
        ("الشيخ سامي أبو العمل", "أبو العمل"),
        ("الوزير خالد محفوظ بحاح", "بحاح"),
        ("الشيخ عبدالرحمن بن مهنا الحداد", "الحداد"),
        ("الملك سامي السادس", "سامي السادس"),
        ("الشيخ سامي آل الشيخ", "آل الشيخ"),
        ("الشيخ عبد الرحمن الحداد", "الحداد"),
        ("وزير الصحة وتقنية المعلومات الدكتور سامي الحداد", "الحداد"),
        ("د. السند", "السند"),
        ("أ.د. سامي الحداد", "الحداد"),
        ("م. سامي الحداد", "الحداد"),
    ],
)
def test_the_same_words_in_a_name_or_an_office_are_part_of_it(title, name):
    assert speakers(f"قال {title} {SAID}.") == [name]


@pytest.mark.parametrize(
    "verse",
    [f"{said} (إن الوعد حق)" for said in ("قال الله تعالى", "قال تعالى", "قال عز وجل", "يقول المولى", "قوله تعالى")],
)
def test_scripture_stays_with_who_recites_it(verse):
    assert speakers(f"وقال الشيخ سامي الحداد: العمل مستمر، {verse}، وأضاف أن الوقت مبكر.") == ["الحداد"] * 3
    assert set(speakers(f"العمل مستمر. {verse}.")) <= {""}


def test_scripture_is_not_given_to_who_spoke_in_an_earlier_paragraph():
    assert speakers(f"قال الشيخ سامي الحداد {SAID}.", "قال الله تعالى (إن الوعد حق).") == ["الحداد", ""]


@pytest.mark.parametrize("god", ["المولى", "الله", "المولى عز وجل", "الله تعالى"])
def test_who_is_prayed_to_does_not_speak(god):
    assert set(speakers(f"ودعا الشيخ سامي الحداد {god} أن يحفظ البلاد.")) == {"الحداد"}


@pytest.mark.parametrize(
    "statement",
    ["تصريحات أدلى بها الوزير سامي الحداد", "كلمة ألقاها الوزير سامي الحداد", "بيان أصدره الوزير سامي الحداد"],
)
def test_a_statement_is_whose_it_is(statement):
    assert speakers(f"العمل مستمر، بحسب {statement}.") == ["الحداد"]


def test_a_statement_without_its_giver_speaks_itself():
    assert speakers("العمل مستمر، بحسب تقرير للوزارة.") == ["الوزارة"]


CALL = "تلقى الأمير سامي بن فهد اتصالا من الملك ليث الثاني، {} عن تعازيه."


def test_who_calls_speaks_not_who_is_called():
    assert speakers(CALL.format("أعرب خلاله")) == ["ليث الثاني"]
    assert speakers(CALL.format("أعرب")) == ["سامي بن فهد"]


def test_the_addressee_after_a_deed_is_not_the_holder_of_the_office():
    body = "وأعرب رئيس المجلس العربي عن خالص تعازيه لخادم الحرمين الشريفين الملك سامي بن فهد."
    assert speakers(body) == ["رئيس المجلس العربي"]


HONOURED = "استقبل صاحب السمو الأمير سامي بن فهد الوزير ليث الحداد. وقال {} إن العمل مستمر. وقال الشيخ علي النجار كلمة."


@pytest.mark.parametrize(("honour", "speaker"), [("سموه", "سامي بن فهد"), ("معاليه", "الحداد")])
def test_an_honour_means_who_bears_it_else_who_was_named_last_before(honour, speaker):
    assert speakers(HONOURED.format(honour))[0] == speaker


def test_an_honour_after_a_participle_names_its_subject():
    body = "قال الوزير ليث الحداد إن صاحب السمو الأمير سامي بن فهد زار المكان، مؤكدا سموه أن الوقت مبكر."
    assert speakers(body) == ["الحداد", "سامي بن فهد"]


def test_an_addressee_is_not_whom_the_honour_means():
    body = "رفع صاحب السمو الأمير سامي بن فهد التعازي لسمو الأمير ليث بن علي. وقال سموه إن العمل مستمر."
    assert speakers(body)[-1] == "سامي بن فهد"


def test_a_family_name_after_a_title_is_no_adjective_where_the_article_knows_it():
    named = "قال المتحدث اللواء سامي التركي إن العمل مستمر. "
    assert speakers(named + "وأضاف اللواء التركي أن الوقت مبكر.") == ["التركي", "التركي"]
    assert speakers("أضاف الوزير التركي أن الوقت مبكر.") == ["الوزير التركي"]


@pytest.mark.parametrize("word", ["بكل أسف", "لهذا السبب", "مطلقا"])
def test_an_adverb_is_nobody(word):
    assert speakers(f"لا يعتقد {word} أن الوقت مبكر.") == [""]


def test_an_object_in_the_accusative_is_nobody():
    assert speakers("قال الوزير سامي الحداد كلمة. وطالب المواطنين بالهدوء.")[-1] == "الحداد"
    assert set(speakers("وحملت الصفحة عنوانا رئيسيا يقول إن العمل مستمر.")) <= {""}


def test_a_son_is_not_his_father():
    father, son = ("سلمان", "بن", "فهد"), ("ليث", "بن", "سلمان", "بن", "فهد")
    assert descends(son, father) and not descends(father, son) and not descends(("علي", *father), father)
    body = "قال {} إن العمل مستمر. وقال {} إن الوقت مبكر."
    both = "سلمان بن فهد آل حداد", "ليث بن سلمان بن فهد آل حداد"
    assert speakers(body.format(f"الملك {both[0]}", f"الأمير {both[1]}")) == [*both]
    assert speakers(body.format(f"الأمير {both[1]}", f"الملك {both[0]}")) == [*both[::-1]]


SAME = [
    ("عبدالعزيز الحداد", "عبد العزيز الحداد"),
    ("مصدر مسؤول", "مصدر مسئول"),
    ("الأمانة العامة", "الأمانة\u00a0العامة"),
    ("المسؤولون المصريون", "المسؤولين المصريين"),
    ("سعود بن نايف", "سعود بن نايف بن عبدالعزيز"),
    ("آل حداد", "سامي بن فهد آل حداد"),
    ("محمد بن سلمان", "محمد بن سلمان بن عبدالعزيز آل سعود"),
]
OTHER = [
    ("الوزير التركي", "التركي"),
    ("سلمان بن فهد", "ليث بن سلمان بن فهد"),
    ("عون", "عين"),
    ("علي", "علي بن فهد"),
]


def one(*labels):
    return set(speaker_names(pd.Series(labels), CODEBOOK.books.actors.actors).values())


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spelling_case_and_forefathers_make_no_other_speaker(a, b):
    assert one(a, b, b) == {b}


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_other_names_stay_apart(a, b):
    assert one(a, b) == {a, b}


def test_a_name_that_two_longer_ones_go_on_with_stays_apart():
    labels = "فهد بن علي", "فهد بن علي بن سامي", "فهد بن علي الحداد"
    assert one(*labels) == set(labels)
    houses = "آل حداد", "سامي بن فهد آل حداد", "ليث بن علي آل حداد"
    assert one(*houses) == set(houses)


def test_a_name_with_god_in_it_makes_god_no_speaker():
    body = "قال القاضي سامي خليل الله إن العمل مستمر، وقد قال الله تعالى إن الوعد حق. وأضاف أن الوقت مبكر."
    assert speakers(body) == ["خليل الله"] * 3
