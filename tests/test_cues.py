"""Reporting words: the forms that report, and the same letters where they report nothing."""

import pytest
from test_voices import read

from analysis.text.words import fold
from analysis.voices.books import Cue
from analysis.voices.forms import readings

HE = "الوزير سامي الحداد"
SHE = "الوزيرة ليلى الحداد"


def cues(*body, **options):
    return [cue.text for cue in read(*body, **options).cues]


def agents(form, **cue):
    """The person, or gender and number, of a form of a cue; None if it is no form of it."""
    given = {"kind": "verb", "stance": "neutral", "why": "", "example": "", **cue}
    found = readings((Cue(**given),))[0].get(fold(form))
    return found and (found.shape, found.agent)


SAY = {"term": "قال", "past": ("قل",), "present": ("يقول",), "participle": ("قائل",)}
CALL = {"term": "دعا", "past": ("دعو", "دعي"), "present": ("يدعو",), "participle": ("داعي",)}
ASSURE = {"term": "أكد", "present": ("يؤكد",), "participle": ("مؤكد",)}


@pytest.mark.parametrize(
    ("cue", "form", "agent"),
    [
        (SAY, "قال", "3m"),
        (SAY, "قالت", "3f"),
        (SAY, "قالوا", "3p"),
        (SAY, "قالا", "3d"),
        (SAY, "قالتا", "3d"),
        (SAY, "قلت", "1s"),
        (SAY, "قلنا", "1p"),
        (SAY, "قلتم", "2"),
        (CALL, "دعا", "3m"),
        (CALL, "دعت", "3f"),
        (CALL, "دعوا", "3p"),
        (CALL, "دعوت", "1s"),
        (ASSURE, "أكده", "3m"),
        (ASSURE, "أكدتها", "3f"),
        (ASSURE, "أكدوه", "3p"),
    ],
)
def test_persons_of_the_past(cue, form, agent):
    assert agents(form, **cue) == ("past", agent)


@pytest.mark.parametrize(
    ("cue", "form", "agent"),
    [
        (SAY, "يقول", "3m"),
        (SAY, "تقول", "3f"),
        (SAY, "سيقول", "3m"),
        (SAY, "ليقول", "3m"),
        (SAY, "يقولون", "3p"),
        (SAY, "يقولا", None),
        (SAY, "أقول", "1s"),
        (SAY, "نقول", "1p"),
        (CALL, "يدعون", "3p"),
        (CALL, "يدعوان", None),
        (ASSURE, "يؤكدان", "3d"),
        (ASSURE, "ستؤكده", "3f"),
        (ASSURE, "يؤكدونه", "3p"),
    ],
)
def test_persons_of_the_present(cue, form, agent):
    assert agents(form, **cue) == (agent and ("present", agent))


@pytest.mark.parametrize(
    ("form", "agent"),
    [("قائلا", "m"), ("قائلاً", "m"), ("قائلة", "f"), ("قائلين", "p"), ("قائلات", "f"), ("قائلتين", "d")],
)
def test_participles_have_gender_and_number(form, agent):
    assert agents(form, **SAY) == ("participle", agent)


def test_a_participle_without_ending_is_weaker_evidence():
    assert agents("قائل", **SAY) == ("bare", "m")


@pytest.mark.parametrize("form", ["قول", "القول", "بالقول", "قوله", "بقوله", "لقولهم", "للقول"])
def test_verbal_nouns_take_the_article_prepositions_and_pronouns(form):
    assert agents(form, term="قول", kind="noun")[0] == "noun"


def test_a_noun_written_with_ta_marbuta_is_no_verb_with_a_pronoun():
    assert cues(f"قال {HE} إن العمل مستمر. وكرر دعوة الحكومة إلى الصبر.") == ["قال", "دعوة"]


def test_an_excluded_form_is_no_form():
    assert agents("سالك", term="سأل", exclude=("سالك",)) is None
    assert agents("سأله", term="سأل", exclude=("سالك",))


def test_of_two_cues_with_one_form_the_earlier_counts_and_a_past_before_a_noun():
    verb = Cue(term="زعم", kind="verb", stance="distancing", why="", example="")
    noun = Cue(term="زعم", kind="noun", stance="distancing", why="", example="")
    found, nouns = readings((noun, verb))
    assert (found["زعم"].shape, nouns["زعم"].shape) == ("past", "noun")


@pytest.mark.parametrize(
    ("verb", "cue"),
    [
        ("قال", "قال"),
        ("وقال", "قال"),
        ("فقال", "قال"),
        ("وَقال", "قال"),
        ("سيقول", "سيقول"),
        ("ويقول", "يقول"),
        ("وسيقول", "سيقول"),
        ("قـــال", "قـــال"),
        ("قَالَ", "قَالَ"),
    ],
)
def test_a_verb_is_found_in_its_written_forms_without_its_conjunction(verb, cue):
    assert cues(f"{verb} {HE} إن العمل مستمر.") == [cue]


@pytest.mark.parametrize("form", ["مؤكداً", "مؤكدًا", "مؤكدا", "مشيراً", "لافتا", "معتبرا"])
def test_participles_set_off_by_a_mark_report(form):
    assert cues(f"زار {HE} المدينة، {form} أن العمل مستمر.") == [form]


@pytest.mark.parametrize(
    "sentence",
    [
        "أصبح العمل مؤكدا في المدينة.",
        "كان نجاحه لافتا أمس.",
        f"جلس {HE} في مقعد مريح، مفيدا للظهر.",
        "له خبر مؤكد هنا.",
    ],
)
def test_participles_that_describe_do_not(sentence):
    assert cues(sentence) == []


@pytest.mark.parametrize(
    ("phrase", "cue"),
    [
        (f"بحسب {HE}", "بحسب"),
        (f"وبحسب {HE}", "بحسب"),
        ("وفقا للوزير سامي الحداد", "وفقا"),
        ("طبقاً للوزير سامي الحداد", "طبقاً"),
        (f"نقلا عن {HE}", "نقلا عن"),
        (f"على لسان {HE}", "على لسان"),
        (f"من وجهة نظر {HE}", "من وجهة نظر"),
        ("على حد تعبيره", "على حد تعبيره"),
        ("على حد زعمهم", "على حد زعمهم"),
        ("حسبما ذكرت الصحيفة", "حسبما"),
    ],
)
def test_source_phrases(phrase, cue):
    assert cues(f"العمل مستمر، {phrase}.")[0] == cue


@pytest.mark.parametrize(
    "phrase", ["بحسب الحاجة", "وفق الضوابط الجديدة", "وفقا للمعايير", "ليس غدا فحسب", "على حد سواء", "نقلا من المدينة"]
)
def test_rules_that_are_followed_and_other_phrases_are_no_source(phrase):
    assert cues(f"العمل مستمر، {phrase}.") == []


def test_of_a_source_only_the_next_word_shows_that_it_is_a_rule():
    assert cues("العمل مستمر، وفق تقرير عن الضوابط الجديدة.") == ["وفق"]


def test_what_stands_after_a_preposition_is_no_object():
    assert cues(f"قال {HE} إن العمل مستمر. ودعا إلى طاعة الله.") == ["قال", "دعا"]


@pytest.mark.parametrize(
    ("reports", "not_"),
    [
        ("كشف {} عن خطة جديدة.", "كشف {} الغطاء أمام الحضور."),
        ("أشار {} إلى أن العمل مستمر.", "أشار {} بيده إلى الباب."),
        ("لفت {} إلى خطة جديدة.", "لفت {} الأنظار إلى نفسه."),
        ("هدد {} بالإضراب.", "هدد {} حياته."),
        ("طالب {} بإقالة المدير.", "طالب {} حقه أمس."),
        ("رأى {} أن الوقت مبكر.", "رأى {} الجبل من بعيد."),
        ("دعا {} إلى طاعة الله.", "دعا {} للفقيد بالرحمة."),
        ("دعا {} لوقف القتال.", "دعا للشهداء بالرحمة، {} هناك."),
        ("صرح {} بأن العمل مستمر.", "هذا صرح {} الكبير."),
        ("دافع {} عن قراره.", "دافع {} عن مرماه."),
        ("ثمنت جهود {} الشركة.", "وثمن الإهمال كبير يا {}."),
        ("أفاد {} بأن الطريق مغلق.", "أفاد {} الطلاب كثيرا."),
        ("حمل {} الشركة مسؤولية الأزمة.", "حمل {} حقيبته ومضى."),
        ("كتب {} قائلا إن العمل مستمر.", "كتب {} رواية طويلة."),
        ("دافع {} عن قراره.", "وصل الجنود الذين يدافعون عن {} أمس."),
        ("توقع {} ارتفاع الأسعار.", "توقع {} اتفاقية التعاون أمس."),
        ("شدد {} على العمل.", "شدد {} الحصار على أن ينتهي قريبا."),
        ("رفع {} أحر التعازي إلى الملك.", "رفع {} العلم على المبنى."),
        ("قدم {} العزاء لأسر الضحايا.", "قدم {} هدية لأسر الضحايا."),
        ("ألقى {} اللوم على الحكم.", "ألقى {} حجرا على البيت."),
        ("لاحظ {} أن العمل مستمر.", "لاحظ {} البيت من بعيد."),
        ("وجد {} أن العمل مستمر.", "وجد {} كتابه في البيت."),
        ("العدد كبير، وطلبت شركة {} من الجميع العمل.", "طلبت شركة {} القهوة."),
        ("دان {} الهجوم.", "زرع {} عشرين فدان قمح."),
        ("العمل كبير، كما عده {}.", "وصل {} بعد عدة أيام."),
        ("وصل {} واعدا ببذل الجهد.", "وصل {} في موعد قريب."),
        ("وجه {} بتشكيل لجنة.", "وجه {} رسالة إلى الجميع."),
        ("اعتز {} بأن العمل مستمر.", "وصل {} مع صديقه معتز."),
        ("افتخر {} بأن العمل مستمر.", "وصل {} في سيارة فاخرة."),
        ("أجمع {} على أهمية العمل.", "رأى {} العالم أجمع على الشاشة."),
    ],
)
def test_a_word_with_another_sense_reports_only_with_what_it_needs(reports, not_):
    assert cues(reports.format(HE))
    assert cues(not_.format(HE)) == []


@pytest.mark.parametrize("mark", [": العمل مستمر", " «العمل مستمر دائما»"])
def test_a_colon_or_a_quotation_makes_up_for_what_a_word_needs(mark):
    assert cues(f"وكشف {HE}{mark}.") == ["كشف"]


@pytest.mark.parametrize("sentence", ["جاء {}: العمل مستمر.", "نص {}: العمل مستمر.", "حمل {}: «العمل مستمر دائما»."])
def test_for_a_strict_word_they_do_not(sentence):
    assert cues(sentence.format(HE)) == []


@pytest.mark.parametrize(
    ("reports", "not_"),
    [
        ("أضاف {} أن العمل مستمر.", "أضاف اللاعب سامي الحداد هدفا ثانيا."),
        ("حذر {} من انتشار المرض.", "عبر الناس الطريق في حذر من السيارات."),
        ("ذكر {} أن العمل مستمر.", "ما ذكر هنا صحيح."),
        ("طالب النواب بإقالة المدير.", "علي بن أبي طالب بالكوفة."),
    ],
)
def test_words_around_it_show_that_it_reports_nothing(reports, not_):
    assert cues(reports.format(HE))
    assert cues(not_) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "وصلت وسائل الإعلام إلى المدينة.",
        "شكرًا للوزير سامي الحداد على العمل.",
        "رحبًا بالوزير سامي الحداد كان المكان.",
        "رحبة بالوزير سامي الحداد كانت المدينة.",
        "إضافة الوزير سامي الحداد للنص كبيرة.",
        "عقب اللقاء غادر الوفد.",
        "جلس بين الوزير والسفير.",
        "ذهب إلى المدينة فحسب.",
        "افتتح صرح جديد لـ المدينة.",
        "تحدث الزلازل في المنطقة.",
        "يُقصد من ورائهم شيء.",
        "قبضت الشرطة على 41 متهما بالسرقة.",
        "تأسست الهيئة للكشف عن الشهادات المزورة.",
        "لقد تطلب الأمر من الجميع الصبر.",
    ],
)
def test_homographs_report_nothing(sentence):
    assert cues(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (f"قدم {HE} شكره للجميع.", ["قدم"]),
        (f"قال دان براون إن العمل مستمر. وصل {HE}.", ["قال"]),
        (f"زار {HE} المدينة، مثمنا جهود الجميع.", ["مثمنا"]),
        (f"زار {HE} المدينة، مشيدا في هذا الصدد بما يبذله الجميع.", ["مشيدا"]),
    ],
)
def test_what_a_word_needs_and_the_name_after_it_are_no_second_cue(sentence, found):
    assert cues(sentence) == found


@pytest.mark.parametrize("prayer", ["دعا {} الله أن يحفظ البلاد.", "سأل {} المولى أن يحفظ البلاد."])
def test_with_god_as_its_object_a_call_is_a_prayer(prayer):
    assert [cue.stance for cue in read(prayer.format(HE)).cues] == ["evaluative"]


def test_a_purpose_in_a_verbal_noun_is_of_the_subject_of_the_sentence():
    (cue,) = read("تجمع متظاهرون في الشارع للتنديد بالاتفاق.").cues
    assert (cue.text, cue.speaker) == ("للتنديد", "متظاهرون في الشارع")


def test_words_of_scripture_are_recited_not_reported():
    assert cues("وَقَالَ رَجُلٌ مُؤْمِنٌ إِنَّ الْعَمَلَ كَثِيرٌ.") == []


@pytest.mark.parametrize(
    "sentence", ["يذكر أن العمل بدأ أمس.", "ويشار إلى أن العمل بدأ أمس.", "من المتوقع أن يبدأ العمل."]
)
def test_impersonal_words_name_no_speaker_and_are_no_cues(sentence):
    assert cues(sentence) == []


def test_other_verbs_there_have_the_speaker_before():
    assert cues(f"قال {HE} إن العمل مستمر. ويضيف أن الطريق طويل.") == ["قال", "يضيف"]


@pytest.mark.parametrize("addressee", ["لهم", "لي", "له", "لكم"])
def test_content_follows_an_addressee_too(addressee):
    assert cues(f"وقال {addressee} إن العمل مستمر.") == ["قال"]


def test_a_verb_does_not_stand_right_after_a_preposition():
    assert cues("عاد المدير بعد ذكر الخبر.") == []


def test_cues_stand_in_body_lines_only():
    assert cues("العمل مستمر.", title=f"قال {HE} إن العمل مستمر") == []


@pytest.mark.parametrize("words", [f"قال {HE} إن «أخي أكد أن العمل مستمر».", f"قال {HE} إن «أحدهم قال لي كلمة طيبة»."])
def test_inside_a_quotation_a_word_counts_only_for_another_speaker(words):
    assert cues(words) == ["قال"]


def test_inside_a_quotation_the_words_of_another_count():
    assert cues(f"قال {HE} إن «الجيش أعلن وقف النار وأكد الرئيس الروسي أن العمل مستمر».") == ["قال", "أكد"]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("أكد {} أن العمل مستمر.", "indirect"),
        ("أكد {}: العمل مستمر.", "indirect"),
        ("أكد {} أن «العمل مستمر».", "direct"),
        ("أكد {}: «العمل مستمر».", "direct"),
        ("أكد {} أن العمل «مستمر دائما».", "mixed"),
        ("أكد {} أن «العمل مستمر»، بعد الافتتاح.", "direct"),
        ("قال {} في كلمته أمام الطلاب «العمل مستمر».", "direct"),
    ],
)
def test_content_is_direct_indirect_or_both(sentence, content):
    assert [cue.content for cue in read(sentence.format(HE)).cues] == [content]


@pytest.mark.parametrize(
    ("verb", "stance"),
    [("قال إن", "neutral"), ("أكد أن", "assertive"), ("دعا إلى أن", "directive"), ("زعم أن", "distancing")],
)
def test_a_cue_has_the_stance_of_the_book(verb, stance):
    head, rest = verb.split(" ", 1)
    assert [cue.stance for cue in read(f"{head} {HE} {rest} يستمر العمل.").cues] == [stance]
    assert [cue.stance for cue in read(f"رحب {HE} بالعمل.").cues] == ["evaluative"]


def test_double_reporting_words_are_two_cues_with_one_content():
    found = read(f"وتابع {HE} قائلا: «العمل مستمر».").cues
    assert [(cue.text, cue.content) for cue in found] == [("تابع", "direct"), ("قائلا", "direct")]
    found = read(f"نقلت الصحيفة عن {HE} قوله إن العمل «مستمر دائما».").cues
    assert [(cue.text, cue.content) for cue in found] == [("نقلت", "mixed"), ("قوله", "mixed")]
