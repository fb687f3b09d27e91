"""Whose words they are: the subject of the reporting word, or who spoke before."""

import pytest
from test_voices import read

HE, SHE = "الوزير سامي الحداد", "الوزيرة ليلى النجار"
BOTH = f"قال {HE} إن العمل مستمر. وقالت {SHE} إن الوقت مبكر. "


def speakers(*body, **options):
    return [cue.speaker for cue in read(*body, **options).cues]


@pytest.mark.parametrize(
    "sentence",
    [
        "قال {} إن العمل مستمر.",
        "وقال أمس {} إن العمل مستمر.",
        "قال لوكالة الأنباء {} إن العمل مستمر.",
        "قال للصحفيين {} إن العمل مستمر.",
        "{} قال إن العمل مستمر.",
        "وكان {} قد قال إن العمل مستمر.",
        "{} الذي قال إن العمل مستمر غادر.",
        "{} من جهته قال إن العمل مستمر.",
        "أما {} فقد قال إن العمل مستمر.",
        "العمل مستمر، كما قال {}.",
        "«العمل مستمر»، قال {}.",
        "العمل مستمر، بحسب {}.",
        "العمل مستمر، بحسب ما قال {}.",
        "بحسب ما جاء على لسان {} فإن العمل مستمر.",
    ],
)
def test_the_subject_stands_after_the_verb_or_before_it(sentence):
    assert set(speakers(sentence.format(HE))) == {"الحداد"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("نائب وزير الصحة الدكتور سامي الحداد", "الحداد"),
        ("مدير التعليم بالمنطقة الدكتور سامي بن علي الحداد", "الحداد"),
        ("مدير عام الشركة العربية للنقل المهندس سامي الحداد", "الحداد"),
        ("الرئيس الإيراني حجة الإسلام سامي الحداد", "الحداد"),
        ("صاحب السمو الملكي الأمير سامي بن فهد", "سامي بن فهد"),
        ("الشيخ سامي آل حداد", "آل حداد"),
        ("رئيس النادي، سامي الحداد،", "الحداد"),
        ("سامي الحداد، رئيس النادي،", "الحداد"),
        ("المتحدث باسم الشركة سامي الحداد", "الحداد"),
        ("العميد ركن سامي عبد الله", "عبد الله"),
    ],
)
def test_titles_lead_to_the_name(title, name):
    assert speakers(f"قال {title} إن العمل مستمر.") == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قال نورمان وايتهيد إن العمل مستمر.", "وايتهيد"),
        ("قال محمد العلي إن العمل مستمر.", "العلي"),
        ("محمد العلي أكد أن العمل مستمر.", "العلي"),
        ("قال رجل من سكان المدينة إن العمل مستمر.", "رجل"),
        ("قال شهود عيان إن العمل مستمر.", "شهود عيان"),
        ("قال مصدر أمني رفيع إن العمل مستمر.", "مصدر أمني رفيع"),
        ("قال أكثر من مئة شاهد إن العمل مستمر.", "شاهد"),
        ("قال عدد من السكان إن العمل مستمر.", "السكان"),
    ],
)
def test_unknown_people_are_called_as_the_article_calls_them(sentence, name):
    assert speakers(sentence) == [name]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (f"وصل {HE} أمس. وقال الوزير إن العمل مستمر.", ["الحداد"]),
        ("وصل رئيس النادي سامي الحداد أمس. وقال رئيس النادي إن العمل مستمر.", ["الحداد"]),
        ("قال رئيس النادي إن العمل مستمر. ثم غادر رئيس النادي سامي الحداد.", ["الحداد"]),
        ("وصل سامي الحداد مدير المدرسة. وقال مدير المدرسة إن العمل مستمر.", ["الحداد"]),
        ("قال الخبير أحمد زيدان إن العمل مستمر. وأضاف زيدان أن الطريق طويل.", ["زيدان", "زيدان"]),
        ("قالت صحيفة «النهر» إن العمل مستمر. وأضافت الصحيفة أن الطريق طويل.", ["النهر", "النهر"]),
        ("قال مصدر أمني إن العمل مستمر. وأضاف المصدر أن الطريق طويل.", ["مصدر أمني"] * 2),
        ("استقبل الأمير سامي الحداد الوفد. وأكد سموه أن العمل مستمر.", ["الحداد"]),
        ("التقى الملك سامي الحداد نظيره الإيراني علي النجار. وقال نظيره الإيراني إن العمل مستمر.", ["النجار"]),
    ],
)
def test_descriptions_mean_whom_the_article_names(sentence, names):
    assert speakers(sentence) == names


@pytest.mark.parametrize(
    ("description", "name"),
    [("المرشد الأعلى", "خامنئي"), ("المتحدث باسم الكرملين", "بيسكوف"), ("سيد الكرملين", "بوتين")],
)
def test_or_else_whom_the_actors_book_names(description, name):
    assert speakers(f"قال {description} إن العمل مستمر.") == [name]


@pytest.mark.parametrize(
    ("date", "name"),
    [("2010-05-01", "ميدفيديف"), ("2015-05-01", "بوتين"), ("", "الرئيس الروسي"), ("1999-05-01", "الرئيس الروسي")],
)
def test_an_office_means_its_holder_on_the_date_of_the_article(date, name):
    assert speakers("قال الرئيس الروسي إن العمل مستمر.", published=date) == [name]


def test_a_name_in_the_article_comes_before_the_book():
    text = "وصل الرئيس الروسي سامي الحداد أمس. وقال الرئيس الروسي إن العمل مستمر."
    assert speakers(text, published="2015-05-01") == ["الحداد"]


def test_a_state_and_its_capital_are_one_speaker_called_as_the_article_does():
    assert speakers("قالت موسكو إن العمل مستمر.") == ["موسكو"]
    assert len(set(speakers("قالت موسكو إن العمل مستمر. وأكدت روسيا أن الوقت مبكر."))) == 1


@pytest.mark.parametrize(
    ("verb", "name"),
    [
        ("وأضاف", "الحداد"),
        ("وأضافت", "النجار"),
        ("وأضافا", "الجانبان"),
        ("ويضيف", "الحداد"),
        ("وستضيف", "النجار"),
        ("وغادر أمس، مضيفا", "الحداد"),
        ("وغادرت أمس، مضيفة", "النجار"),
    ],
)
def test_a_dropped_subject_is_the_last_speaker_of_its_gender_and_number(verb, name):
    assert speakers(f"{BOTH}{verb} أن الطريق طويل.")[2:] == [name]


@pytest.mark.parametrize(
    ("first", "verb", "name"),
    [
        ("قالت حماس", "وأضافت", "حماس"),
        ("قالت لجنة الأمن", "وأضافت", "لجنة الأمن"),
        ("قال مسؤولون", "وأضافوا", "مسؤولون"),
        ("قال خبراء", "وأضافوا", "خبراء"),
        ("أكد الجانبان", "وأضافا", "الجانبان"),
    ],
)
def test_the_verb_tells_the_gender_that_the_noun_does_not_show(first, verb, name):
    middle = "وقال الوزير سامي الحداد أمس إن الوقت مبكر. "
    assert speakers(f"{first} أن العمل مستمر. {middle}{verb} أن الطريق طويل.")[2] == name


def test_a_participle_takes_the_subject_of_its_sentence():
    assert speakers(f"زارت {SHE} المدينة، مؤكدة أن العمل مستمر.") == ["النجار"]


def test_one_of_the_wrong_gender_or_number_is_not_carried():
    assert speakers(f"زار {HE} المدينة، مؤكدة أن العمل مستمر.") == [""]
    rule = read(f"قال {HE} إن العمل مستمر. وأضافت أن الطريق طويل.").cues[1].rule
    assert rule.endswith("unsure")


def test_without_anybody_before_nobody_speaks():
    assert speakers("وأضاف أن العمل مستمر.") == [""]


@pytest.mark.parametrize(
    "sentence",
    [
        "أكد الجانبان أن العمل مستمر.",
        f"أكد {HE} و{SHE} أن العمل مستمر.",
        "توقف العمل، بحسب بيان مشترك للوزيرين.",
    ],
)
def test_two_parties_together_are_both_sides(sentence):
    assert speakers(sentence) == ["الجانبان"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("قالت دراسة حديثة إن النوم مفيد.", ["دراسة حديثة"]),
        ("قالت وزارة الصحة في بيان إن العمل مستمر. وأضاف البيان أن الطريق طويل.", ["وزارة الصحة"] * 2),
        ("وجاء في بيان للكرملين أن العمل مستمر. وأضاف البيان أن الطريق طويل.", ["الكرملين"] * 2),
        ("بحسب تقرير لوزارة الصحة فإن العمل مستمر.", ["وزارة الصحة"]),
        ("العمل مستمر، بحسب «النهر». وتوقف أمس، بحسب المصدر ذاته.", ["النهر"] * 2),
        (f"نقلت صحيفة «النهر» عن {HE} قوله إن العمل مستمر.", ["النهر", "الحداد"]),
        ("جاء التأكيد من قبل الوزير سامي الحداد على أن العمل مستمر.", ["الحداد"]),
    ],
)
def test_documents_and_papers_speak_for_whose_they_are(sentence, names):
    assert speakers(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("أُعلن أن العمل مستمر.", "passive, nobody named"),
        ("قلت لكم إن العمل مستمر.", "first person, nobody named"),
        ("وتم التأكيد على أن العمل مستمر.", "no subject found"),
    ],
)
def test_passives_and_an_unsigned_first_person_name_nobody(sentence, rule):
    assert [(cue.speaker, cue.rule) for cue in read(sentence).cues] == [("", rule)]


def test_the_first_person_is_who_signs_the_article():
    assert speakers("قلت لكم إن العمل مستمر.", signed="سامي الحداد") == ["الحداد"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"وصف مواقف {HE} بأنها جيدة.",
        f"وأشاد بجهود {HE} في المدينة.",
        f"وجدد دعوته {HE} إلى العمل.",
    ],
)
def test_the_object_of_a_verb_does_not_speak(sentence):
    assert speakers(f"قالت {SHE} إن العمل مستمر.", sentence)[1] in ("النجار", "")


def test_a_line_that_names_a_speaker_before_a_colon_gives_a_quotation_its_speaker():
    (quote,) = read("رئيس النادي: «العمل مستمر دائما».").quotes
    assert (quote.kind, quote.speaker, quote.cue) == ("speech", "رئيس النادي", "")
