"""Lines and their roles. Pages of our own making; each rule has a case for it and one against."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from analysis.text.layout import Layout, lines, physical_lines

CODEBOOK = Path(__file__).parents[1] / "codebook" / "layout.yml"
LAYOUT = Layout.model_validate(yaml.safe_load(CODEBOOK.read_text(encoding="utf-8")))

HARBOUR = (
    "قالت بلدية الميناء إن أعمال توسيع الرصيف الشمالي بدأت صباح أمس، وإن العمل فيه سيستمر عاما كاملا "
    "بمشاركة شركتين من أبناء المدينة، وإن حركة القوارب لن تتوقف في أثناء ذلك."
)
FISHERS = (
    "ويخشى الصيادون أن يطول العمل، ويطالبون بتعويض عن كل يوم لا يخرجون فيه إلى البحر، في حين ترى البلدية "
    "أن المرسى القديم يكفي الجميع إلى أن يفتح الرصيف الجديد في الربيع."
)
MARKET = (
    "وأضافت البلدية أن سوق السمك سينقل إلى جوار الرصيف، وأن الباعة سيدفعون الإيجار نفسه، وأن الطريق إلى "
    "السوق سيرصف قبل نهاية الصيف على نفقة المحافظة."
)
BODY = f"{HARBOUR}\n{FISHERS}\n{MARKET}"
HEADLINE = "توسيع الرصيف الشمالي يقلق الصيادين"


def told(text, **options):
    """(role, rule) of every line that is not blank."""
    return [(line.role, line.rule) for line in lines(text, LAYOUT, **options) if line.role != "blank"]


def roles(text, **options):
    return [role for role, _ in told(text, **options)]


def below(line):
    """Role and rule of a line printed between headline and text."""
    return told(f"{HEADLINE}\n{line}\n{BODY}")[1]


def within(line, between="\n"):
    """Role and rule of a line printed in the middle of the text."""
    return told(f"{HEADLINE}\n{HARBOUR}\n{FISHERS}{between}{line}{between}{MARKET}\n{HARBOUR}")[3]


def under(line):
    """Role and rule of the last line of a page."""
    return told(f"{HEADLINE}\n{BODY}\n{line}")[-1]


# Physical lines


@given(st.text(st.sampled_from("سطر a.\t\r\n\v\f\x1c\x85\u2028\u2029")))
def test_physical_lines_put_together_are_the_text(text):
    spans = physical_lines(text)
    assert "".join(text[start:end] + ending for start, end, ending in spans) == text


@given(st.text())
def test_every_line_of_any_text_gets_one_role_and_a_rule(text):
    found = lines(text, LAYOUT)
    assert "".join(text[line.start : line.end] + line.ending for line in found) == text
    assert [line.line for line in found] == list(range(len(found)))
    assert all(line.role and line.rule for line in found)


@given(st.lists(st.sampled_from(["", "\u200f", "*", "المصدر:", "أ", "-", "قال:", HARBOUR, HEADLINE, "1", "، ", "؟"])))
def test_no_order_of_odd_lines_breaks_the_rules(parts):
    assert len(lines("\n".join(parts), LAYOUT, titled=True)) == len(physical_lines("\n".join(parts)))


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_each_mandatory_break_ends_a_line(mark):
    assert physical_lines(f"أول{mark}ثان") == [(0, 3, mark), (3 + len(mark), 6 + len(mark), "")]


@pytest.mark.parametrize("mark", ["\x1c", "\x1d", "\x1e", "\t", "\xa0"])
def test_other_separators_end_no_line(mark):
    assert len(physical_lines(f"أول{mark}ثان")) == 1


def test_windows_line_ends_change_no_role():
    page = f"{HEADLINE}\n٧:١٣ م\n\n{BODY}\n\nالمصدر: صحيفة المرفأ"
    assert told(page.replace("\n", "\r\n")) == told(page)


# Headline and what stands around it


def test_first_short_line_is_the_headline():
    assert told(f"{HEADLINE}\n\n{BODY}")[0] == ("headline", "first short line")


def test_an_article_without_headline_is_body_from_the_first_line():
    assert set(roles(BODY)) == {"body"}


def test_a_short_sentence_with_its_full_stop_is_no_headline():
    assert roles(f"بدأ العمل في الرصيف أمس.\n{BODY}")[0] == "body"


def test_an_article_that_is_one_short_line_is_all_headline():
    assert roles(HEADLINE) == ["headline"]


def test_a_title_field_is_the_headline_whatever_it_says():
    assert told(f"المصدر: مجهول\n\n{BODY}", titled=True)[0] == ("headline", "title field")


def test_an_empty_title_field_leaves_no_headline():
    assert "headline" not in roles(f"\n\n{HEADLINE}\n{BODY}", titled=True)


def test_a_line_that_ends_in_a_colon_above_another_is_a_kicker():
    assert roles(f"رئيس البلدية في مؤتمر صحافي:\n{HEADLINE}\n{BODY}")[:2] == ["deck", "headline"]


def test_a_line_below_the_headline_is_a_deck():
    assert below("البلدية: المرسى القديم يكفي الجميع حتى الربيع")[0] == "deck"


def test_many_lines_below_the_headline_are_decks_above_a_long_text_only():
    points = "الرصيف يفتح في الربيع\nالبلدية ترفض التعويض\nسوق السمك ينتقل قريبا"
    assert roles(f"{HEADLINE}\n{points}\n" + "\n".join([BODY] * 2))[1:4] == ["deck"] * 3
    assert roles(f"{HEADLINE}\n{points}\n{HARBOUR}")[1:4] == ["body"] * 3


def test_an_opening_paragraph_is_no_deck():
    assert below("بدأت أعمال توسيع الرصيف الشمالي صباح أمس وتستمر عاما.")[0] == "body"


def test_page_furniture_above_kicker_and_headline():
    header = "صحيفة المرفأ\nالمصدر : رويترز\nالأربعاء\n\n١٩ يناير ٢٠٢٢\n٧:١٣:٤١ م\n1220514\nرئيس البلدية:\n"
    expected = ["credit", "credit", "dateline", "dateline", "dateline", "furniture", "deck", "headline"]
    assert roles(f"{header}{HEADLINE}\n{BODY}", names=["صحيفة المرفأ"])[:8] == expected


def test_a_section_name_stands_above_a_headline():
    assert told(f"اقتصاد\n{HEADLINE}\n{BODY}")[:2] == [
        ("furniture", "section"),
        ("headline", "first short line"),
    ]


def test_a_section_name_alone_is_the_headline():
    assert roles(f"اقتصاد\n{BODY}")[0] == "headline"


def test_a_path_to_the_page_is_furniture_and_a_headline_that_begins_with_a_country_is_not():
    assert told(f"الرئيسية > أخبار > محليات\n{HEADLINE}\n{BODY}")[0] == ("furniture", "path to the page")
    assert roles(f"لبنان / عودة القوارب إلى المرفأ القديم\n{BODY}")[0] == "headline"


def test_the_headline_printed_again_is_no_body():
    assert told(f"{HEADLINE}\n{HEADLINE}\n{BODY}")[1] == ("headline", "repeats the headline")


def test_a_headline_that_begins_with_a_name_is_no_signature():
    assert roles(f"خالد منصور يزور المرفأ القديم\nالبلدية: الرصيف يفتح في الربيع أمام القوارب\n{BODY}")[:2] == [
        "headline",
        "deck",
    ]


# Dates and clocks

DATES = [
    ("02 : 00", "clock"),
    ("٧:١٣:٤١ م", "clock"),
    ("14:04 ت م", "clock"),
    ("الأربعاء", "date"),
    ("١٩ يناير ٢٠٢٢", "date"),
    ("الأربعاء، 19 كانون الثاني 2022 - 10:20 ص", "date"),
    ("25 شوال 1436هـ الموافق 10 أغسطس 2015م", "date"),
    ("19.01.2022 | 12:30 GMT", "date"),
    ("2022/01/19", "date"),
    ("منذ 3 ساعات", "time ago"),
    ("صيدا 10 جانفي 2015 (رويترز)", "date with place or agency"),
    ("آخر تحديث: 19/1/2022 في 10:20 مساء", "date label"),
    ("نشر في: قبل ٣ أيام", "date label"),
]


@pytest.mark.parametrize(("line", "rule"), DATES)
def test_dates_and_clocks_are_datelines(line, rule):
    assert below(line) == ("dateline", rule)


@pytest.mark.parametrize(
    "line", ["نشر في الصحف نص البيان", "منذ أعوام والصيادون ينتظرون", "أسعار السمك اليوم 19 يناير 2022"]
)
def test_lines_that_speak_of_time_are_no_datelines(line):
    assert below(line)[0] != "dateline"


# Credits

CREDITS = [
    ("(أ ف ب)", "agency in brackets"),
    ("(أ.ف.ب، رويترز)", "agency in brackets"),
    ("(المرفأ، أ ف ب)", "agency in brackets"),
    ("رويترز - الأناضول", "agency alone"),
    ("المصدر: المرفأ + وكالات", "source line"),
    ("جم/رح/دص", "initials of the desk"),
    ("ع.ش/ح.ز (د ب أ)", "initials of the desk"),
    ("ترجمة: هدى منصور", "byline"),
    ("بقلم هدى منصور", "byline"),
    ("كتبت هدى منصور", "byline"),
    ("harbour@example.com", "address of a writer"),
    ("تويتر: @harbour", "columnist's address"),
    ("هدى منصور", "name at the foot"),
    ("هدى منصور – صيدا", "name at the foot"),
    ("* كاتبة وباحثة في شؤون البحر", "name at the foot"),
    ("* وحدة الشؤون البحرية", "name at the foot"),
    ("- ثريا الساحلي", "name at the foot"),
    ("وكالة المرفأ للأنباء", "a house's name"),
]


@pytest.mark.parametrize(("line", "rule"), CREDITS)
def test_signatures_below_the_text_are_credits(line, rule):
    assert under(line) == ("credit", rule)


def test_the_outlets_own_name_is_a_credit_where_it_is_known():
    assert under("المرفأ الجديد")[0] == "body"
    names = ["المرفأ الجديد", "", "New Harbour"]
    assert told(f"{BODY}\nالمرفأ الجديد", names=names)[-1] == ("credit", "the outlet's own name")


def test_a_reporter_and_a_town_below_the_headline_are_a_credit():
    assert below("هدى منصور ـ صيدا") == ("credit", "name at the head")
    assert below("د. ثريا الساحلي") == ("credit", "name at the head")
    assert below("ثريا الساحلي ـ المرسى القديم") == ("credit", "name at the head")


def test_a_name_above_the_headline_is_not_the_headline():
    assert roles(f"هدى منصور\n{HEADLINE}\n{BODY}")[:2] == ["credit", "headline"]


def test_numbers_below_a_columnists_address_belong_to_it():
    page = f"{BODY}\nللتواصل مع الكاتب أرسل رسالة SMS\n88123 - Stc\n635123 - Zain"
    assert told(page)[3:] == [("credit", "columnist's address")] * 3
    assert told(f"{BODY}\n88123 - Stc")[-1] == ("furniture", "no Arabic word")


@pytest.mark.parametrize(
    "line",
    [
        "كتب الصيادون رسالة إلى البلدية ولم يصل الرد",
        "المصدر الوحيد للرزق هنا هو البحر.",
        "ونقلت رويترز الخبر.",
        "والله الموفق",
        "محمد ما زال ينتظر",
        "محمد الصياد ينتظر",
        "إلى اللقاء..",
    ],
)
def test_closing_lines_that_only_mention_such_words_stay_body(line):
    assert under(line)[0] == "body"


# Furniture

FURNITURE = [
    (".......................", "ruler"),
    ("***", "ruler"),
    ("انتهى/185", "wire end mark"),
    ("// انتهى //", "wire end mark"),
    ("(النهاية) س ع / م ع", "wire end mark"),
    ("1220514", "number"),
    ("PAGE 3", "no Arabic word"),
    ("#الميناء #الصيد_البحري", "hashtags"),
    ("شارك على فيسبوك", "buttons and counters"),
    ("1,245 مشاهدة", "buttons and counters"),
    ("A+ A-", "buttons and counters"),
    ("عدد المشاهدات: 1245", "counter"),
    ("رابط الخبر بصحيفة المرفأ: توسيع الرصيف", "link to the story"),
    ("...المزيد", "link to another story"),
    ("اقرأ أيضاً: الصيادون يعودون إلى البحر", "link to another story"),
    ("شاهد: القوارب تدخل المرفأ", "link to another story"),
    ("حمّل التطبيق ليصلك كل جديد", "call to click"),
    ("للاشتراك في نشرتنا البريدية", "call to click"),
    ("www.example.org/harbour", "address of a page"),
    ("سمات البحر الصيد المرفأ", "tags"),
    ("الآراء المنشورة لا تعبر بالضرورة عن رأي الصحيفة", "opinion disclaimer"),
    ("© 2022 جميع الحقوق محفوظة", "rights notice"),
]


@pytest.mark.parametrize(("line", "rule"), FURNITURE)
def test_page_residue_is_furniture(line, rule):
    assert under(line) == ("furniture", rule)


@pytest.mark.parametrize(
    "line",
    [
        "انتهى العمل قبل الموعد",
        "شاهد الصيادون القوارب وهي تغادر.",
        "للمزيد من السمك ثمن على البحر أن يدفعه",
        "سمات القائد أن يصبر.",
        "3 قوارب عادت",
    ],
)
def test_sentences_that_begin_like_notices_stay_body(line):
    assert under(line)[0] == "body"


@pytest.mark.parametrize(
    "line",
    ["سياسة الخصوصية الجديدة تقلق الصيادين", "مصادر: الرصيف يفتح في الربيع", "تحرير صيدا", "شاهد: قارب يغرق"],
)
def test_headlines_that_begin_like_notices_stay_headlines(line):
    assert roles(f"{line}\n{BODY}")[0] == "headline"


def test_short_lines_below_a_heading_of_links_are_links():
    page = f"{HARBOUR}\nاقرأ أيضا\nالصيادون يعودون إلى البحر\nسوق السمك ينتقل\n{FISHERS}"
    assert roles(page) == ["body", "furniture", "furniture", "furniture", "body"]


def test_key_words_on_lines_of_their_own_follow_their_label():
    assert roles(f"{BODY}\nكلمات دلالية:\nالبحر\nالصيد")[3:] == ["furniture"] * 3


# Captions


@pytest.mark.parametrize(
    "line",
    [
        "قوارب عائدة إلى المرفأ في صيدا أمس (رويترز)",
        "قوارب عائدة إلى المرفأ في صيدا - أ ف ب",
        "صيادون أثناء إصلاح الشباك",
        "صورة أرشيفية للمرفأ",
    ],
)
def test_texts_under_pictures_are_captions(line):
    assert below(line)[0] == "caption"


def test_a_sentence_with_its_full_stop_is_no_caption():
    assert below("عادت القوارب أثناء الليل إلى المرفأ.")[0] == "body"


def test_a_line_with_an_agency_at_its_end_is_the_headline_where_no_other_is():
    assert roles(f"قوارب عائدة إلى المرفأ في صيدا (رويترز)\n{BODY}")[0] == "headline"


# Within the text


def test_a_short_line_set_off_from_whole_paragraphs_is_a_subheading():
    assert within("سوق بلا إيجار") == ("deck", "sub-heading")
    assert within("* سوق بلا إيجار") == ("deck", "sub-heading")
    assert within("2 - سوق بلا إيجار:") == ("deck", "sub-heading")


@pytest.mark.parametrize(
    "line",
    ["الموقعون :", "وسكت الجميع عند باب السوق", "سكتوا.", "- سوق بلا إيجار", "باع، واشترى،", "(ما زال البحر"],
)
def test_short_lines_that_belong_to_the_text_stay_body(line):
    assert within(line)[0] == "body"


def test_a_one_word_paragraph_with_its_full_stop_is_body():
    assert within("مستحيل.")[0] == "body"


def test_verse_is_body():
    poem = "يا بحر خذني إليك\nأنا ابن موجك القديم\nوشراعي من دموع\nومرفئي بعيد"
    assert set(roles(f"{HARBOUR}\n{poem}\n{FISHERS}\n{poem}")) == {"body"}
    assert set(roles(f"{HARBOUR}\n\n" + poem.replace("\n", "\n\n") + f"\n\n{FISHERS}")) == {"body"}


def test_short_lines_close_together_are_no_subheadings():
    lyric = "سوق بلا إيجار\nولا أحد يشتري من أحد.\nبحر بلا شراع\nليل بلا نجوم"
    assert set(roles(f"{HARBOUR}\n{lyric}\n{FISHERS}")) == {"body"}
    assert set(roles(f"{HARBOUR}\nسوق بلا إيجار\nبحر بلا شراع\n{FISHERS}")) == {"body"}


def test_a_subheading_missed_hides_none_of_the_others():
    page = f"{HARBOUR.rstrip('.')}:\nالمرفأ\n{FISHERS}\nالسوق\n{MARKET}\nالطريق\n{HARBOUR}"
    assert roles(page) == ["body", "body", "body", "deck", "body", "deck", "body"]


def test_a_line_that_goes_on_from_a_broken_paragraph_is_body():
    page = f"{HEADLINE}\n{HARBOUR}\n{FISHERS.rstrip('.')}\nفي آخر النهار\n{MARKET}\n{HARBOUR}"
    assert roles(page) == ["headline"] + ["body"] * 5


def test_a_numbered_item_is_no_button():
    assert within("3 - شارك")[0] != "furniture"


def test_a_poem_without_paragraphs_is_body_but_for_its_title_and_poet():
    verses = ["ضاع في البحر شراعي", "يا شراعا ضاع مني", "أنت في القلب مقيم", "وأنا وحدي أغني"]
    poem = "\n".join([*verses, "علي أعاد البحر لحني", *verses])
    assert roles(f"شراع\n{poem}\nشعر: هدى منصور") == ["headline"] + ["body"] * 9 + ["credit"]


def test_a_letter_to_the_editor_is_body_from_its_salutation():
    letter = f"رصيف الصيادين\nسعادة رئيس التحرير\nالسلام عليكم ورحمة الله وبركاته\n{BODY}"
    assert roles(letter)[:3] == ["headline", "body", "body"]


def test_a_line_that_begins_as_a_continuation_is_no_subheading():
    assert within("كما ينتقل سوق السمك")[0] == "body"


def test_dialogue_and_lists_are_body():
    talk = "- من أين عدت؟\n- من البحر.\n- وماذا حملت؟"
    items = "• شباك جديدة\n• قوارب أوسع\n• سوق قريبة"
    assert set(roles(f"{HARBOUR}\n{talk}\n{items}\n{FISHERS}")) == {"body"}


def test_the_questions_of_an_interview_are_body():
    page = f"{HARBOUR}\nمتى يفتح الرصيف؟\n{FISHERS}\nومن يدفع؟\n{MARKET}\nوالصيادون؟\n{HARBOUR}"
    assert set(roles(page)) == {"body"}


# Display boxes


def test_a_box_that_shortens_a_sentence_of_the_text_is_a_pull_quote():
    box = "البلدية: المرسى القديم\nيكفي الجميع إلى أن يفتح\nالرصيف الجديد في ربيع"
    page = told(f"{HARBOUR}\n{FISHERS}\n\n{box}\n\n\n{MARKET}")
    assert page[2:5] == [("pull_quote", "repeats the body")] * 3
    assert page[5][0] == "body"


def test_lines_that_say_something_new_are_no_pull_quote():
    box = "المدرسة الجديدة\nتفتح أبوابها للأطفال\nمع أول الخريف"
    assert set(roles(f"{HARBOUR}\n{FISHERS}\n\n{box}\n\n{MARKET}")) == {"body"}


def test_signatures_that_repeat_names_of_the_text_are_no_pull_quote():
    named = "وقع الاتفاق رئيس البلدية كريم الساحلي ونقيب الصيادين ثريا المرسى في قاعة الميناء أمام الأهالي."
    page = f"{HARBOUR}\n{named}\nرئيس البلدية كريم الساحلي\nنقيب الصيادين ثريا المرسى\n{FISHERS}"
    assert set(roles(page)) == {"body"}


def test_a_line_repeated_word_for_word_is_a_pull_quote():
    assert within("المرسى القديم يكفي الجميع إلى أن يفتح الرصيف الجديد") == ("pull_quote", "repeats the body")


# What writing may vary


@pytest.mark.parametrize(
    "line",
    [
        "\u200f\u202bالمصدر: المرفأ\u202c",
        "\xa0 المصدر : المرفأ \xa0",
        "المصـــدر: المرفأ",
        "الْمَصْدَر: المرفأ",
        "\ufe8d\ufedf\ufee4\ufebc\ufeaa\ufead: المرفأ",
    ],
)
def test_controls_spaces_tatweel_vowels_and_presentation_forms_hide_no_rule(line):
    assert under(line) == ("credit", "source line")


def test_a_line_of_controls_is_blank():
    assert lines("\u200f\xa0\u202c\n", LAYOUT)[0].role == "blank"


def test_blank_lines_between_paragraphs_change_no_role():
    page = f"{HEADLINE}\n02 : 00\n{BODY}\n(أ ف ب)"
    assert told(page) == told(page.replace("\n", "\n\n"))


def test_an_outlets_habit_decides_for_that_outlet_only():
    page = f"{HEADLINE}\n\nالرصيف من الجهة الشمالية\n{BODY}"
    assert told(page, titled=True, outlet="aljazirah")[1] == ("caption", "the outlet's habit")
    assert roles(page, titled=True)[1] == "deck"


# Size


def test_an_article_of_one_very_long_line_is_body():
    assert roles(HARBOUR.rstrip(".") * 20_000) == ["body"]


@pytest.mark.parametrize(
    "text", [" " * 2_000_000 + "م", "." * 1_000_000, "سطر قصير\n" * 30_000, "ا/" * 150 + "\n", "\n" * 100_000]
)
def test_texts_that_would_make_careless_patterns_run_for_hours(text):
    assert len(lines(text, LAYOUT)) == len(physical_lines(text))


# The codebook


def test_a_layout_without_a_reason_is_refused():
    content = yaml.safe_load(CODEBOOK.read_text(encoding="utf-8"))
    del content["words"]["weekdays"]["why"]
    with pytest.raises(ValidationError, match="weekdays"):
        Layout.model_validate(content)


def test_an_unknown_key_in_the_layout_is_refused():
    content = yaml.safe_load(CODEBOOK.read_text(encoding="utf-8"))
    content["phrases"][0]["colour"] = "red"
    with pytest.raises(ValidationError, match="colour"):
        Layout.model_validate(content)


def test_a_phrase_without_a_word_is_refused():
    content = yaml.safe_load(CODEBOOK.read_text(encoding="utf-8"))
    content["phrases"][0]["terms"].append("***")
    with pytest.raises(ValidationError, match="holds no word"):
        Layout.model_validate(content)


def test_an_outlets_own_phrases_are_read_before_the_general_ones():
    content = yaml.safe_load(CODEBOOK.read_text(encoding="utf-8"))
    phrase = {
        "rule": "house slogan",
        "role": "furniture",
        "at": "start",
        "longest": 60,
        "why": "x",
        "terms": ["بحر واحد"],
    }
    content["outlets"]["harbour"] = {"why": "printed under every article", "phrases": [phrase]}
    layout = Layout.model_validate(content)
    page = f"{BODY}\nبحر واحد وميناء واحد"
    assert lines(page, layout, outlet="harbour")[-1].rule == "house slogan"
    assert lines(page, layout)[-1].role == "body"
