"""Every figure: its texts are whole, apart and on the page, its marks lead to the evidence, its bytes stay the same."""

import os
import subprocess
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import chart_tables
import event_tables
import glyphs
import matplotlib
import pytest
from chart_tables import (
    SEEDS,
    finding_table,
    mode_table,
    share_table,
    stance_table,
    strip_table,
    voice_table,
)
from drawings import contrast, links, marked_with, texts, written

from analysis.charts import sheet
from analysis.charts.frame_modes import frame_modes
from analysis.charts.robustness import robustness
from analysis.charts.shares import frame_shares
from analysis.charts.stances import stance_counts
from analysis.charts.strip import voice_strip
from analysis.charts.style import BAR, INK, MUTED, PAPER, render, style
from analysis.charts.voices import voice_shares

ROOT = Path(__file__).parents[1]
FIGURES = chart_tables.FIGURES | event_tables.FIGURES
TABLES = chart_tables.TABLES | event_tables.TABLES


def wrongly_drawn(figure):
    """Return the lines that differ between the figure and what HarfBuzz makes of its texts."""
    due = Counter(
        tuple(line)
        for text in texts(figure)
        for line in glyphs.expected(text.get_text(), "Bold" if text.get_weight() == "bold" else "Regular")
    )
    found = Counter(map(tuple, glyphs.drawn(render(figure).svg)))
    return (due - found) + (found - due)


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


@pytest.mark.parametrize("name", [name for name in FIGURES if "hostile" in name])
def test_hostile_names_do_not_become_markup(name):
    tree = ElementTree.fromstring(render(FIGURES[name]()).svg)
    assert not [element for element in tree.iter() if "script" in element.tag]


@pytest.mark.parametrize(("draw", "table"), TABLES.items())
def test_every_mark_links_to_its_evidence_and_none_to_a_script(draw, table):
    table = table()
    figure, hrefs = draw(table), set(table["href"].dropna())
    assert links(figure) == marked_with(figure) == hrefs != set()
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
        (frame_modes, mode_table(SEEDS), "mode"),
        (robustness, finding_table(["أ", "ب"]), "scenario"),
        (robustness, finding_table(["أ", "ب"]), "verdict"),
        (lambda table: voice_strip(table, ""), strip_table(1, 80), "mode"),
    ],
)
def test_an_unknown_kind_is_named(draw, table, column):
    with pytest.raises(ValueError, match="'ironic'"):
        draw(table.assign(**{column: "ironic"}))


@pytest.mark.parametrize(("colour", "least"), [(INK, 4.5), (MUTED, 4.5), (BAR, 3)])
def test_contrast_on_paper(colour, least):
    assert contrast(PAPER, colour) >= least


DRAW_AGAIN = """
import hashlib, sys
sys.path.insert(0, "tests")
import chart_tables, event_tables
from analysis.charts.style import render
rendered = render((chart_tables.FIGURES | event_tables.FIGURES)[sys.argv[1]]())
assert "matplotlib.pyplot" not in sys.modules
print(hashlib.sha256(rendered.svg + rendered.png).hexdigest())
"""


@pytest.mark.parametrize("name", ["hostile names", "strip with hostile names", "variants with hostile names"])
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
