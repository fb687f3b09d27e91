"""Figures: Arabic is joined and runs the right way, by either renderer; no text is cut or covered."""

import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import arabic_reshaper
import glyphs
import matplotlib
import pandas as pd
import pytest
from bidi.algorithm import get_display
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from analysis.charts import modes, sheet, stances, strip
from analysis.charts.counts import ARTICLE, SENTENCE, WORD, counted
from analysis.charts.matrix import Cell, Group, draw_matrix, tint
from analysis.charts.roles import NAMES, line_roles
from analysis.charts.shares import frame_shares
from analysis.charts.speakers import speaker_shares
from analysis.charts.stances import stance_counts
from analysis.charts.strip import voice_strip
from analysis.charts.style import BAR, INK, MUTED, OWN, PAPER, SPEAKER_COLOURS, render, style
from analysis.charts.text import label, width, wrapped
from analysis.charts.voices import voice_shares
from analysis.schemas import STANCES

ROOT = Path(__file__).parents[1]

LABELS = [
    "الأمن",
    "الحُكومَةُ السُّورِيَّةُ",
    "وكالة أهل البيت (ع) للأنباء",
    "النص [الأول] «الثاني» {الثالث} (أ ف ب)",
    "11 مقالاً، 1,340 جملة",
    "عام 2022-01-19 بنسبة 12%",
    "٣٤٫٥٪ (١٢)",
    "وكالة AFP: الخبر (Reuters)",
    "AFP: وكالة فرانس برس",
    "مجموعة ABC (XYZ) للإعلام",
    "من $5 إلى $6",
    "الأولى\nAFP (2)\nالثالثة (3)",
    "Unnamed outlet (001)",
    "12/34",
]
FRAMES = ["شراكة", "أمن", "اقتصاد", "سيادة", "مقاومة", "نووي", "نزاع", "تسوية", "إنساني", "أخلاق"]
SEEDS = [
    ("almodon", "المدن", "Al-Modon"),
    ("abna", "وكالة أهل البيت (ع) للأنباء", "ABNA"),
    ("alakhbar", "الأخبار", "Al-Akhbar"),
    ("unnamed-001", None, "Unnamed outlet (001)"),
]
HOSTILE = [
    ("a", "الشركة $المحدودة$ للأنباء", None),
    ("b", None, "<script>alert(1)</script> --> & $x^2$"),
    ("c", "\u202eمقلوب\u202c AFP \u2066الأولى\x00 (س)", None),
    ("d", "الهيئة الوطنية العامة للإذاعة والتلفزيون " * 8, None),
    ("e", "ك" * 300, None),
    ("f", float("nan"), " "),
]
MANY = [(f"o{number}", "المدن", None) for number in range(14)]
SPEAKERS = ["بوتين", "رئيسي", "وكالة الأنباء الإيرانية الرسمية", "", "الكرملين"]
HOSTILE_SPEAKERS = [name for _, arabic, english in HOSTILE for name in (arabic, english)]
HEADLINE = "بوتين ورئيسي يبحثان في موسكو (AFP) التعاون في سوريا"


def share_table(outlets, share=0.3, interval=False, sentences=40):
    rows = [
        {
            "outlet": outlet,
            "outlet_name_ar": arabic,
            "outlet_name_en": english,
            "frame": f"frame-{place}",
            "name_ar": name,
            "n_documents": number + 1,
            "n_sentences": sentences,
            "n_with": (hits := round(share * sentences * (place + number) / (len(FRAMES) + len(outlets)))),
            "share": hits / sentences if sentences else None,
            "low": 0.0 if interval else None,
            "high": hits / sentences + 0.1 if interval else None,
            "href": f"evidence/{outlet}-{place}.html" if hits else None,
            "validated": False,
        }
        for number, (outlet, arabic, english) in enumerate(outlets)
        for place, name in enumerate(FRAMES)
    ]
    return pd.DataFrame(rows)


def role_table(documents):
    return pd.DataFrame(
        [
            (f"D{number:03d}_ab", name, role, 100 + 40 * number if role == "body" else 50)
            for number in range(documents)
            for name in [SEEDS[number % 4][1]]
            for role in [*NAMES, "blank"]
        ],
        columns=["doc_id", "outlet_name", "role", "n_chars"],
    )


def voice_table(outlets, own=None, interval=False, words=1000):
    """The outlets' own words: 5%, 10%, 15% ... of `words`, or `own`; of the rest a fifth is quoted."""
    rows = []
    for number, (outlet, arabic, english) in enumerate(outlets):
        its_own = round(words * (own if own is not None else 0.05 * (1 + number)))
        quoted = (words - its_own) // 5
        for mode, n in (("direct", quoted), ("own", its_own), ("indirect", words - its_own - quoted)):
            share = n / words if words else None
            rows.append(
                {
                    "outlet": outlet,
                    "outlet_name_ar": arabic,
                    "outlet_name_en": english,
                    "mode": mode,
                    "n_documents": 1 + number,
                    "n_words": words,
                    "n_in": n,
                    "share": share,
                    "low": share * 0.8 if interval else None,
                    "high": share * 1.1 if interval else None,
                    "href": f"evidence/{number}-{mode}.html",
                }
            )
    return pd.DataFrame(rows, columns=[*rows[0]] if rows else [*voice_table(SEEDS[:1])])


def speaker_table(outlets, speakers=SPEAKERS, words=1000):
    """Of each outlet's words 3n directly and 10n indirectly for the speaker n, n from 0; the last outlet lacks one."""
    rows = [
        {
            "outlet": outlet,
            "outlet_name_ar": arabic,
            "outlet_name_en": english,
            "speaker": speaker,
            "n_documents": 1,
            "n_words": words,
            "n_direct": 3 * place,
            "n_indirect": 10 * place,
            "share": 13 * place / words if words else None,
            "n_articles": 1 + number,
            "href": f"evidence/{number}-{place}.html" if place else None,
        }
        for number, (outlet, arabic, english) in enumerate(outlets)
        for place, speaker in enumerate(speakers)
        if (number, place) != (len(outlets) - 1, 1) or number == 0
    ]
    return pd.DataFrame(rows, columns=[*rows[0]] if rows else [*speaker_table(SEEDS[:1])])


def stance_table(outlets, speakers=SPEAKERS):
    rows = [
        (outlet, arabic, english, speaker, stance, count, f"evidence/{number}-{place}-{stance}.html")
        for number, (outlet, arabic, english) in enumerate(outlets)
        for place, speaker in enumerate(speakers)
        for column, stance in enumerate(reversed(STANCES))
        if (count := (1 + number + place * column) % 7 * 301)
    ]
    columns = ["outlet", "outlet_name_ar", "outlet_name_en", "speaker", "stance", "n_cues", "href"]
    return pd.DataFrame(rows, columns=columns)


def strip_table(lines, length, speakers=SPEAKERS):
    """Lines of `length` characters, in spans: an eighth own, an eighth indirect, the rest direct."""
    rows, start, eighth = [], 7, length // 8
    for line in range(lines):
        voice = speakers[line % len(speakers)]
        spans = [("outlet", "own", eighth), (voice, "indirect", eighth), (voice, "direct", length - 2 * eighth)]
        for who, mode, long in spans:
            rows.append((2 * line, start, start + long, who, mode, f"articles/a.html#{start}"))
            start += long
        start += 1
    return pd.DataFrame(rows, columns=["line", "start", "end", "voice", "mode", "href"])


FIGURES = {
    "seeds": lambda: frame_shares(share_table(SEEDS)),
    "intervals": lambda: frame_shares(share_table(SEEDS, interval=True)),
    "one outlet": lambda: frame_shares(share_table(SEEDS[:1])),
    "fourteen outlets": lambda: frame_shares(share_table([(f"o{n}", "المدن", None) for n in range(14)])),
    "hostile names": lambda: frame_shares(share_table(HOSTILE, sentences=12_345)),
    "full shares": lambda: frame_shares(share_table(SEEDS, share=14 / 12, sentences=99_999)),
    "no hits": lambda: frame_shares(share_table(SEEDS, share=0)),
    "no sentences": lambda: frame_shares(share_table(SEEDS, sentences=0)),
    "no rows": lambda: frame_shares(share_table([])),
    "roles": lambda: line_roles(role_table(5)),
    "roles of many": lambda: line_roles(role_table(57)),
    "roles of none": lambda: line_roles(role_table(0)),
    "voices": lambda: voice_shares(voice_table(SEEDS)),
    "voices of one": lambda: voice_shares(voice_table(SEEDS[:1], own=0.97, interval=True)),
    "voices with intervals": lambda: voice_shares(voice_table([*SEEDS, *MANY][:18], interval=True)),
    "voices of many": lambda: voice_shares(voice_table([(f"o{n}", f"صحيفة {n}", None) for n in range(57)], own=0.5)),
    "voices of hostile names": lambda: voice_shares(voice_table(HOSTILE, words=1_234_567)),
    "voices without words": lambda: voice_shares(voice_table(SEEDS, words=0)),
    "voices of none": lambda: voice_shares(voice_table([])),
    "speakers": lambda: speaker_shares(speaker_table(SEEDS)),
    "speakers of one": lambda: speaker_shares(speaker_table(SEEDS[:1])),
    "speakers of many": lambda: speaker_shares(speaker_table(MANY, [f"متحدث {n}" for n in range(30)])),
    "speakers with hostile names": lambda: speaker_shares(speaker_table(HOSTILE, HOSTILE_SPEAKERS, 1_234_567)),
    "speakers without words": lambda: speaker_shares(speaker_table(SEEDS, SPEAKERS[:1], words=0)),
    "speakers of none": lambda: speaker_shares(speaker_table([])),
    "stances": lambda: stance_counts(stance_table(SEEDS)),
    "stances of one": lambda: stance_counts(stance_table(SEEDS[1:2], SPEAKERS[:1])),
    "stances of many": lambda: stance_counts(stance_table(MANY)),
    "stances with hostile names": lambda: stance_counts(stance_table(HOSTILE, HOSTILE_SPEAKERS)),
    "stances of none": lambda: stance_counts(stance_table([])),
    "strip": lambda: voice_strip(strip_table(11, 270), HEADLINE),
    "strip of few characters": lambda: voice_strip(strip_table(1, 30), ""),
    "strip of a long article": lambda: voice_strip(strip_table(30, 1000), HEADLINE),
    "strip of many lines": lambda: voice_strip(strip_table(120, 250), HEADLINE * 9),
    "strip of many speakers": lambda: voice_strip(strip_table(12, 220, [f"متحدث {n}" for n in range(12)]), HEADLINE),
    "strip with hostile names": lambda: voice_strip(strip_table(12, 900, HOSTILE_SPEAKERS), HOSTILE_SPEAKERS[3]),
    "strip of none": lambda: voice_strip(strip_table(0, 0), HEADLINE),
}
TABLES = {
    frame_shares: lambda: share_table(SEEDS),
    voice_shares: lambda: voice_table(SEEDS),
    speaker_shares: lambda: speaker_table(SEEDS),
    stance_counts: lambda: stance_table(SEEDS),
    lambda table: voice_strip(table, HEADLINE): lambda: strip_table(11, 270),
}


def draw(text, **look):
    """Draw a text as it is given, not through `label`."""
    with style():
        figure = Figure(figsize=(6, 2))
        figure.text(0.5, 0.5, text, **look)
    return glyphs.drawn(render(figure).svg)


def texts(figure):
    return [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]


def written(figure):
    return [text.get_text().replace(glyphs.ALM, "") for text in texts(figure)]


def wrongly_drawn(figure):
    """Return the lines that differ between the figure and what HarfBuzz makes of its texts."""
    due = Counter(
        tuple(line)
        for text in texts(figure)
        for line in glyphs.expected(text.get_text(), "Bold" if text.get_weight() == "bold" else "Regular")
    )
    found = Counter(map(tuple, glyphs.drawn(render(figure).svg)))
    return (due - found) + (found - due)


@pytest.mark.parametrize("text", LABELS)
def test_a_label_is_drawn_as_harfbuzz_shapes_it(text):
    assert draw(label(text)) == glyphs.expected(text)


ARABIC_LABELS = [text for text in LABELS if re.search("[ء-ي]", text)]


@pytest.mark.parametrize("text", ARABIC_LABELS)
def test_the_gate_finds_text_prepared_for_the_older_renderer(text):
    assert draw(get_display(arabic_reshaper.reshape(text))) != glyphs.expected(text)


# matplotlib passes font features on for a single line only
@pytest.mark.parametrize("text", [text for text in ARABIC_LABELS if "\n" not in text])
def test_the_gate_finds_letters_that_are_not_joined(text):
    unjoined = draw(label(text), fontfeatures=("-init", "-medi", "-fina", "-rlig"))
    assert unjoined != glyphs.expected(text)


def test_the_gate_finds_mathtext():
    text = "من $5 إلى $6"
    assert draw(label(text), parse_math=True) != glyphs.expected(text)


def test_a_label_without_direction_mark_would_fail_where_latin_letters_begin_it():
    assert draw("AFP: وكالة فرانس برس") != glyphs.expected("AFP: وكالة فرانس برس")


@pytest.mark.parametrize("name", FIGURES)
def test_every_text_of_a_figure_is_drawn_as_harfbuzz_shapes_it(name):
    assert not wrongly_drawn(FIGURES[name]())


def test_the_gate_finds_a_text_that_went_into_a_figure_by_another_door(monkeypatch):
    monkeypatch.setattr(sheet, "label", lambda text: text)
    figure = frame_shares(share_table([("a", "AFP: وكالة (ع)", None)]))
    assert "AFP: وكالة (ع)" in written(figure)
    assert not any(text.get_text().startswith(glyphs.ALM + "AFP") for text in texts(figure))
    drawn = glyphs.drawn(render(figure).svg)
    assert glyphs.expected("AFP: وكالة (ع)", "Bold")[0] not in drawn


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("\u202eالأمن\u202c (ع)", "الأمن (ع)"),
        ("\u2067AFP\u2069 \u200fالأمن\u200e\u061c", "AFP الأمن"),
        ("الأ\x00من\x1b", "الأ من "),
        ("الأمن\u2028العام\u2029", "الأمن العام "),
        ("الأمن\r\nالعام", "الأمن\nالعام"),
        ("\ufeffالأمن\ud800\uffff", "الأمن\ufffd\ufffd"),
    ],
)
def test_what_steers_direction_or_breaks_a_file_is_taken_out(hostile, harmless):
    assert label(hostile) == label(harmless)
    assert label(hostile).replace(glyphs.ALM, "") == harmless


def test_joiners_and_arabic_number_signs_stay():
    assert label("می\u200cخواهم \u06dd\u0661") == glyphs.ALM + "می\u200cخواهم \u06dd\u0661"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=20))
@pytest.mark.filterwarnings("ignore:Glyph .* missing")
def test_any_text_makes_a_file_that_can_be_read(text):
    with style():
        figure = Figure(figsize=(3, 1))
        figure.text(0.5, 0.5, label(text))
    ElementTree.fromstring(render(figure).svg)


def test_wrapping_keeps_the_words_in_logical_order_and_the_lines_within_their_width():
    text = "الهيئة الوطنية العامة للإذاعة والتلفزيون"
    with style():
        roomy, tight = wrapped(text, 120, 10, lines=3), wrapped(text, 60, 10, lines=2)
        assert roomy.split() == text.split() and "\n" in roomy
        assert tight.endswith("…") and text.startswith(tight.replace("\n", " ")[:-1])
        assert width(roomy, 10) <= 120 and width(tight, 10) <= 60


@pytest.mark.parametrize(
    ("number", "articles", "sentences"),
    [
        (0, "لا مقالات", "لا جمل"),
        (1, "مقال واحد", "جملة واحدة"),
        (2, "مقالان", "جملتان"),
        (3, "3 مقالات", "3 جمل"),
        (10, "10 مقالات", "10 جمل"),
        (11, "11 مقالاً", "11 جملة"),
        (99, "99 مقالاً", "99 جملة"),
        (100, "100 مقال", "100 جملة"),
        (102, "102 مقال", "102 جملة"),
        (103, "103 مقالات", "103 جمل"),
        (1111, "1,111 مقالاً", "1,111 جملة"),
    ],
)
def test_a_noun_agrees_with_its_number(number, articles, sentences):
    assert (counted(number, ARTICLE), counted(number, SENTENCE)) == (articles, sentences)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "لا كلمات"), (1, "كلمة واحدة"), (2, "كلمتان"), (804, "804 كلمات"), (534, "534 كلمة")]
)
def test_words_agree_with_their_number(number, words):
    assert counted(number, WORD) == words


@pytest.mark.parametrize("name", FIGURES)
def test_no_text_overlaps_another_or_leaves_the_page(name):
    figure = FIGURES[name]()
    with style():
        figure.draw_without_rendering()
        boxes = [(text.get_text(), text.get_window_extent()) for text in texts(figure)]
    page = figure.bbox
    assert [text for text, box in boxes if not (box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.x1)] == []
    assert [text for text, box in boxes if box.y1 > page.y1] == []
    # A line's box reaches a little above and below its letters.
    assert [(a, b) for (a, one), (b, other) in combinations(boxes, 2) if one.padded(-1).overlaps(other)] == []


def test_panels_stand_from_right_to_left_and_bars_grow_to_the_left():
    figure = frame_shares(share_table(SEEDS))
    edges = [axes.get_position().x1 for axes in figure.axes]
    assert edges == sorted(edges, reverse=True)
    for axes in figure.axes:
        bar = axes.patches[-1].get_window_extent()
        assert bar.x1 == pytest.approx(axes.get_window_extent().x1) and bar.width > 10


def test_panels_name_the_outlet_and_count_its_texts():
    found = written(frame_shares(share_table([*SEEDS, ("bare-id", None, None)])))
    assert {"المدن", "وكالة أهل البيت (ع) للأنباء", "Unnamed outlet (001)", "bare-id"} <= set(found)
    assert {"مقال واحد، 40 جملة", "مقالان، 40 جملة", "3 مقالات، 40 جملة"} <= set(found)
    assert set(FRAMES) <= set(found)


def test_an_unknown_outlet_has_its_panel():
    figure = frame_shares(share_table([*SEEDS[:1], (None, None, None)]))
    assert len(figure.axes) == 2 and "؟" in written(figure)


def test_a_bar_says_how_many_of_how_many_and_links_to_them():
    table = share_table(SEEDS[:1])
    figure = frame_shares(table)
    assert [text for text in written(figure) if "/40" in text] == [f"{n}/40" for n in table["n_with"]]
    links = re.findall('xlink:href="(evidence[^"]*)"', render(figure).svg.decode())
    assert set(links) == set(table["href"].dropna())


def test_a_bar_never_links_to_a_script():
    table = share_table(SEEDS[:1]).assign(href="javascript:alert(1)")
    assert b"javascript" not in render(frame_shares(table)).svg


def test_intervals_are_drawn_where_there_are_any():
    table = share_table(SEEDS[:1], interval=True)
    table.loc[3:, ["low", "high"]] = None
    figure = frame_shares(table)
    assert [list(line.get_xdata()) for line in figure.axes[0].lines] == table.loc[:2, ["low", "high"]].values.tolist()
    assert any("فترة عدم اليقين" in text for text in written(figure))
    assert not any("فترة عدم اليقين" in text for text in written(frame_shares(share_table(SEEDS))))


@pytest.mark.parametrize(("name", "times"), [("no hits", 4), ("no sentences", 4), ("no rows", 1), ("seeds", 0)])
def test_nothing_is_said_to_be_nothing(name, times):
    assert written(FIGURES[name]()).count("لا شيء") == times


@pytest.mark.parametrize("name", [name for name in FIGURES if "hostile" in name])
def test_hostile_names_do_not_become_markup(name):
    tree = ElementTree.fromstring(render(FIGURES[name]()).svg)
    assert not [element for element in tree.iter() if "script" in element.tag]


def links(figure):
    found = re.findall('xlink:href="([^"#][^"]*)"', render(figure).svg.decode())
    return {html.unescape(link) for link in found}


@pytest.mark.parametrize(("draw", "table"), TABLES.items())
def test_every_mark_links_to_its_evidence_and_none_to_a_script(draw, table):
    table = table()
    figure, hrefs = draw(table), set(table["href"].dropna())
    assert links(figure) == {mark.get_url() for mark in figure.findobj(Rectangle)} - {None} == hrefs != set()
    assert links(draw(table.assign(href=None))) == set()
    assert links(draw(table.assign(href="JavaScript:alert(1)"))) == set()


@pytest.mark.parametrize("name", [name for name in FIGURES if "of none" in name or name == "no rows"])
def test_an_empty_table_gives_a_figure_that_says_so(name):
    assert written(FIGURES[name]()) == ["لا شيء"]


@pytest.mark.parametrize(
    ("draw", "table", "column"),
    [
        (voice_shares, voice_table(SEEDS), "mode"),
        (stance_counts, stance_table(SEEDS), "stance"),
        (lambda table: voice_strip(table, ""), strip_table(1, 80), "mode"),
    ],
)
def test_an_unknown_mode_or_stance_is_named(draw, table, column):
    with pytest.raises(ValueError, match="'ironic'"):
        draw(table.assign(**{column: "ironic"}))


def test_bars_of_voices_are_full_and_say_their_shares_and_whose_words_they_are():
    table = voice_table(SEEDS)
    figure = voice_shares(table)
    ends = {}
    for bar in figure.axes[0].patches:
        ends[bar.get_y()] = ends.get(bar.get_y(), 0) + bar.get_width()
    assert [*ends.values()] == pytest.approx([1] * 4)
    shares = [re.search(r"(\d+)%", text)[0] for text in written(figure) if "%" in text]
    assert sorted(shares) == sorted([*(f"{share:.0%}" for share in table["share"]), *scale_of_voices(figure)])
    assert {*modes.NAMES.values(), "المدن", "مقال واحد، 1,000 كلمة"} <= set(written(figure))


def scale_of_voices(figure):
    return [text.get_text() for text in figure.axes[0].get_xticklabels()]


def test_a_share_that_finds_no_room_on_its_segment_stands_beside_the_bar_with_its_name():
    found = written(voice_shares(voice_table(SEEDS[:1], own=0.97)))
    assert "97%" in found and "منقول بالمعنى 2%، منقول بالنص 1%" in found


def test_intervals_of_voices_are_written_where_there_are_any():
    found = written(voice_shares(voice_table(SEEDS[:1], own=0.5, interval=True)))
    assert "50% (40 إلى 55)" in found and any("فترة عدم اليقين" in text for text in found)
    assert not any("فترة عدم اليقين" in text for text in written(FIGURES["voices"]()))


def test_of_many_outlets_those_with_the_least_own_words_are_shown():
    outlets = [(f"o{number}", f"صحيفة {number}", None) for number in range(23)]
    table = voice_table(outlets, words=2000)
    silent = voice_table([("silent", "صامتة", None)], words=0)
    found = written(voice_shares(pd.concat([silent, table.iloc[::-1]])))
    assert [text for text in found if text.startswith("صحيفة ")] == [f"صحيفة {number}" for number in range(20)]
    assert any("أدنى 20 وسيلة" in text and "24 وسيلة" in text for text in found)
    assert not any("أدنى" in text for text in written(voice_shares(table[table["outlet"].isin(["o0", "o1"])])))


def test_modes_are_told_apart_without_colour():
    assert [modes.fill(mode).striped for mode in ("own", "indirect", "direct")] == [False, True, False]
    for colour in (BAR, *SPEAKER_COLOURS):
        assert contrast(OWN, modes.fill("direct", colour).colour) > 1.3


def test_a_speaker_has_a_row_in_every_panel_and_direct_words_before_indirect_ones():
    figure = speaker_shares(speaker_table(SEEDS))
    found = written(figure)
    assert [text for text in found if text in SPEAKERS or text == modes.UNNAMED] == [
        *SPEAKERS[:3],
        modes.UNNAMED,
        SPEAKERS[4],
    ]
    words = ["0", "13 كلمة", "26 كلمة", "39 كلمة", "52 كلمة"]
    assert [text for text in found if text in words] == [*words * 3, words[0], *words[2:]]
    assert {"مقال واحد، 1,000 كلمة", modes.NAMES["direct"], modes.NAMES["indirect"]} <= set(found)
    bars = figure.axes[0].patches[-2:]
    assert [bar.get_width() for bar in bars] == pytest.approx([0.012, 0.04])
    assert [bar.get_x() for bar in bars] == pytest.approx([0, 0.012])
    assert [bool(bar.get_hatch()) for bar in bars] == [False, True]


def test_stances_stand_in_their_order_with_the_counts_of_the_table():
    assert [*stances.NAMES] == [*STANCES]
    table = stance_table(SEEDS[:2])
    found = written(stance_counts(table))
    heads = [text for text in found if text in stances.NAMES.values()]
    assert heads == [*stances.NAMES.values()]
    order = {stance: place for place, stance in enumerate(STANCES)}
    rows = table.assign(column=table["stance"].map(order), row=table["speaker"].map(SPEAKERS.index))
    rows = rows.sort_values(
        ["outlet", "row", "column"],
        key=lambda keys: keys.map({"almodon": 0, "abna": 1}.get) if keys.name == "outlet" else keys,
    )
    assert [text for text in found if re.fullmatch(r"[\d,]+", text)] == [f"{count:,}" for count in rows["n_cues"]]


def test_the_tint_of_a_stance_is_its_share_of_the_speaker():
    row = {"outlet": "a", "outlet_name_ar": "أ", "outlet_name_en": None, "speaker": "بوتين", "href": None}
    table = pd.DataFrame([row | {"stance": stance, "n_cues": n} for stance, n in (("directive", 3), ("neutral", 1))])
    figure = stance_counts(table)
    boxes = [box for box in figure.findobj(Rectangle) if box is not figure.patch]
    assert [matplotlib.colors.to_hex(box.get_facecolor()) for box in boxes] == [tint(1 / 4), tint(3 / 4)]


def test_columns_of_a_matrix_stand_from_right_to_left_and_tints_grow_with_the_share():
    cells = [Cell("1", 0.1), None, Cell("5", 0.5), Cell("4", 0.4)]
    with style():
        figure = draw_matrix([Group("", [("صف", cells)])], ["أ", "ب", "ج", "د"], "عنوان", "")
    places = {text.get_text().strip(glyphs.ALM): text.get_position()[0] for text in texts(figure)}
    assert places["صف"] > places["أ"] > places["ب"] > places["ج"] > places["د"]
    assert [places[number] for number in "1·54"] == [places[column] for column in "أبجد"]
    boxes = [box for box in figure.findobj(Rectangle) if box is not figure.patch]
    light = [luminance(box.get_facecolor()) for box in boxes]
    assert light[1] < light[2] < light[0]
    assert contrast(tint(1), INK) >= 4.5 and tint(0) == PAPER


def bands(figure):
    """Rows of bands from the top: their right sides, lengths (of the row), fills and links."""
    rows = {}
    for box in figure.findobj(Rectangle):
        if box is not figure.patch and box.get_height() * figure.bbox.height == pytest.approx(strip.BAND / 72 * 100):
            rows.setdefault(-round(box.get_y(), 6), []).append(box)
    return [sorted(rows[top], key=lambda box: -box.get_x()) for top in sorted(rows)]


@pytest.mark.parametrize(
    ("lines", "length", "rows"),
    [(1, 250, 1), (1, 251, 2), (11, 270, 22), (3, 1000, 12), (30, 1000, 30), (120, 250, 38)],
)
def test_a_strip_shows_every_character_once_in_rows_few_enough(lines, length, rows):
    table = strip_table(lines, length)
    found = bands(voice_strip(table, HEADLINE))
    assert len(found) == rows <= strip.MOST_ROWS
    drawn = sum(box.get_width() for row in found for box in row)
    chars = (table["end"] - table["start"]).sum()
    full = strip.ACROSS / (strip.ACROSS + 2 * sheet.MARGIN)
    assert chars / drawn * full == pytest.approx(
        int(re.search(r"حتى ([\d,]+)", written(voice_strip(table, ""))[-1])[1].replace(",", ""))
    )
    for row in found:
        edges = [(box.get_x() + box.get_width(), box.get_x()) for box in row]
        assert all(left >= right - 1e-9 for (_, left), (right, _) in pairwise(edges))


def test_a_strip_runs_from_right_to_left_and_tells_who_speaks_and_how():
    row, *_ = bands(figure := voice_strip(strip_table(2, 200, ["بوتين", None]), HEADLINE))
    assert [box.get_width() / row[0].get_width() for box in row] == pytest.approx([1, 1, 6])
    assert [matplotlib.colors.to_hex(box.get_facecolor()) for box in row] == [OWN, *[SPEAKER_COLOURS[0]] * 2]
    assert [bool(box.get_hatch()) for box in row] == [False, True, False]
    assert [box.get_url() for box in row] == ["articles/a.html#7", "articles/a.html#32", "articles/a.html#57"]
    found = written(figure)
    assert {HEADLINE, "1 بوتين", "2 غير مسمى", *modes.NAMES.values()} <= set(found)
    assert found.count("بوتين") == found.count("غير مسمى") == 1


def test_speakers_of_a_strip_are_numbered_by_their_words_and_the_last_share_a_colour():
    names = [f"متحدث {number}" for number in range(9)]
    spans = [(0, 100 * n, 100 * n + 90 - n, name, "direct", None) for n, name in enumerate(names)]
    table = pd.DataFrame([*spans[::-1], (1, 1000, 1100, "outlet", "direct", None)], columns=[*strip_table(1, 80)])
    found = written(voice_strip(table, HEADLINE))
    keys = [text for text in found if re.match(r"\d (متحدث|آخرون)", text)]
    assert keys == [*(f"{number + 1} {name}" for number, name in enumerate(names[:6])), "7 آخرون"]
    assert set(names) <= set(found)


def test_of_many_documents_those_with_the_least_body_are_shown():
    figure = line_roles(role_table(57))
    found = written(figure)
    assert [text for text in found if re.fullmatch(r"D\d{3}", text)][:20] == [f"D{number:03d}" for number in range(20)]
    assert any("أدنى 20 مقالاً" in text and "57 مقالاً" in text for text in found)
    assert not any("أدنى" in text for text in written(line_roles(role_table(20))))


def test_documents_keep_the_order_of_the_table_and_show_their_body_share():
    table = role_table(3).iloc[::-1]
    found = written(line_roles(table))
    assert [text for text in found if re.fullmatch(r"D\d{3}", text)] == ["D002", "D001", "D000"]
    assert [text for text in found if text.endswith("%")] == [
        "34%",
        "29%",
        "22%",
    ]  # 180/530, 140/490, 100/450


def test_an_unknown_role_is_named():
    with pytest.raises(ValueError, match="'advert'"):
        line_roles(role_table(1).assign(role="advert"))


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    channels = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in matplotlib.colors.to_rgb(colour)
    ]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(lighter, darker):
    return (luminance(lighter) + 0.05) / (luminance(darker) + 0.05)


@pytest.mark.parametrize(("colour", "least"), [(INK, 4.5), (MUTED, 4.5), (BAR, 3)])
def test_contrast_on_paper(colour, least):
    assert contrast(PAPER, colour) >= least


DRAW_AGAIN = """
import hashlib, sys
sys.path.insert(0, "tests")
import test_charts as t
rendered = t.render(t.FIGURES[sys.argv[1]]())
assert "matplotlib.pyplot" not in sys.modules
print(hashlib.sha256(rendered.svg + rendered.png).hexdigest())
"""


@pytest.mark.parametrize("name", ["hostile names", "strip with hostile names"])
def test_the_same_table_gives_the_same_bytes_in_every_run(name):
    figure = FIGURES[name]()
    before = dict(matplotlib.rcParams)
    assert render(figure) == render(figure) == render(FIGURES[name]())
    assert dict(matplotlib.rcParams) == before
    runs = {
        subprocess.run(
            [sys.executable, "-c", DRAW_AGAIN, name],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "12"
    }
    assert len(runs) == 1
    assert b"Matplotlib" not in render(figure).svg and b"Matplotlib" not in render(figure).png


OLD_RENDERER = """
import json, sys
from matplotlib.figure import Figure
from analysis.charts.style import render, style
from analysis.charts.text import SHAPES_ITSELF, label
assert not SHAPES_ITSELF
files = []
for text in json.load(sys.stdin):
    with style():
        figure = Figure(figsize=(6, 2))
        figure.text(0.5, 0.5, label(text))
    files.append(render(figure).svg.decode())
json.dump(files, sys.stdout)
"""
OLD_PACKAGES = [
    "matplotlib==3.10.*",
    "arabic-reshaper",
    "python-bidi",
    "fontpkg-amiri",
    "fontpkg-ibm-plex-sans-arabic",
]


def run_old(program, given=""):
    beside = Path(sys.executable).with_name("uv")
    uv = str(beside) if beside.exists() else shutil.which("uv")
    if uv is None:
        return None
    wanted = [part for package in OLD_PACKAGES for part in ("--with", package)]
    command = [uv, "run", "--no-project", "--isolated", "--quiet", "--python", sys.executable, *wanted]
    return subprocess.run(
        [*command, "python", "-c", program],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        input=given,
        capture_output=True,
        text=True,
    )


def test_matplotlib_before_3_11_draws_the_same_letters_joined_and_ordered():
    made = run_old("import matplotlib")
    if (made is None or made.returncode) and os.environ.get("CI") != "true":
        pytest.skip("matplotlib 3.10 can't be had here")
    labels = [text for text in LABELS if re.search("[ء-ي٠-٩]", text)]
    ran = run_old(OLD_RENDERER, json.dumps(labels))
    assert ran.returncode == 0, ran.stderr
    for text, svg in zip(labels, json.loads(ran.stdout), strict=True):
        lines = [glyphs.drawn_forms(line) for line in glyphs.drawn(svg.encode())]
        assert lines == [glyphs.expected_forms(line) for line in text.split("\n")]
