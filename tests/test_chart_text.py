"""The text of figures: Arabic is joined and runs the right way, by either renderer, and harms nothing."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import arabic_reshaper
import glyphs
import pytest
from bidi.algorithm import get_display
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from analysis.charts.counts import ARTICLE, SENTENCE, WORD, counted
from analysis.charts.style import render, style
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
    "حكم أخلاقي ※",
    "Security ※",
]
ARABIC_LABELS = [text for text in LABELS if re.search("[ء-ي]", text)]


def draw(text, **look):
    """Draw a text as it is given, not through `label`."""
    with style():
        figure = Figure(figsize=(6, 2))
        figure.text(0.5, 0.5, text, **look)
    return glyphs.drawn(render(figure).svg)


@pytest.mark.parametrize("text", LABELS)
def test_a_label_is_drawn_as_harfbuzz_shapes_it(text):
    assert draw(label(text)) == glyphs.expected(text)


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
