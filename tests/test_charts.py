"""Figures: Arabic is joined and runs the right way, by either renderer; no text is cut or covered."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from itertools import combinations
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
from matplotlib.text import Text

from analysis.charts import sheet
from analysis.charts.counts import ARTICLE, SENTENCE, counted
from analysis.charts.roles import NAMES, line_roles
from analysis.charts.shares import frame_shares
from analysis.charts.style import BAR, INK, MUTED, PAPER, render, style
from analysis.charts.text import label, width, wrapped

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


def test_hostile_names_do_not_become_markup():
    tree = ElementTree.fromstring(render(FIGURES["hostile names"]()).svg)
    assert not [element for element in tree.iter() if "script" in element.tag]


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


@pytest.mark.parametrize(("colour", "least"), [(INK, 4.5), (MUTED, 4.5), (BAR, 3)])
def test_contrast_on_paper(colour, least):
    assert (luminance(PAPER) + 0.05) / (luminance(colour) + 0.05) >= least


DRAW_AGAIN = """
import hashlib, sys
sys.path.insert(0, "tests")
import test_charts as t
rendered = t.render(t.FIGURES["hostile names"]())
assert "matplotlib.pyplot" not in sys.modules
print(hashlib.sha256(rendered.svg + rendered.png).hexdigest())
"""


def test_the_same_table_gives_the_same_bytes_in_every_run():
    figure = FIGURES["hostile names"]()
    before = dict(matplotlib.rcParams)
    assert render(figure) == render(figure) == render(FIGURES["hostile names"]())
    assert dict(matplotlib.rcParams) == before
    runs = {
        subprocess.run(
            [sys.executable, "-c", DRAW_AGAIN],
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
