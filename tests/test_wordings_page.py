"""The page of passages word over word: what texts and names hold is shown and never acts; every mark is readable."""

import os
import re
import shutil
import subprocess

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_hostile import CHROMIUM, QUIET
from test_pages import SCRIPT, Reader
from test_passages import laid

from analysis.event import WORDINGS
from analysis.measures.wordings import telling_variants, variant_words
from analysis.pages.files import write, write_assets
from analysis.pages.html import TEMPLATES
from analysis.pages.wordings import MARKS, wordings_href, wordings_page
from analysis.schemas.events import DIFFERENCES

KINDS = [*DIFFERENCES, ""]


def pair(variant=0, **changed):
    row = {"event": "visit", "variant": variant, "relation": "insertion", "speaker": "سامي", "decided": "rule",
           "doc_a": "a", "doc_b": "b", "sentence_a": 2, "sentence_b": 5}  # fmt: skip
    return row | changed


def words(variant=0, kinds=KINDS, a="أمس", b="غدا", outlets=("الشمال", "")):
    rows = [(variant, a, b, kind, *outlets) for kind in kinds]
    return pd.DataFrame(rows, columns=["variant", "word_a", "word_b", "kind", "outlet_a", "outlet_b"])


def page(pairs, *rows, title="Visit", left_out=0):
    return wordings_page(title, pd.DataFrame(pairs), pd.concat(rows), left_out=left_out)


@pytest.fixture(scope="module")
def shown():
    return page([pair(0), pair(3, decided="people", speaker="")], words(0), words(3, [""]), left_out=1200)


def test_every_pair_has_its_anchor_and_opens_both_articles(shown):
    reader = Reader(shown)
    assert wordings_href("visit", 3) == "wordings/visit.html#v3"
    assert {"v0", "v3"} <= set(reader.ids)
    opened = [link for link in reader.links if "articles/" in link]
    assert opened == ["../articles/a.html#s2", "../articles/b.html#s5"] * 2


def test_what_the_page_says(shown):
    text = " ".join(re.sub("<[^>]+>", " ", shown).split())
    assert "2 pairs of passages" in text and "1,200 more are not shown here" in text
    assert "nobody named" in text and text.count("paired by people") == 1
    assert "الشمال above, b below" in text, "an outlet without a name is called by its article"
    assert "more are not shown" not in page([pair()], words()) and "1 pair of passages" in page([pair()], words())


@pytest.mark.parametrize("kind", DIFFERENCES)
def test_every_kind_of_difference_is_marked_without_colour(shown, kind):
    """A class of its own with a line or a frame, a title that says it, and an entry in the legend."""
    columns = [attrs for tag, attrs in Reader(shown).tags if tag == "span" and "col" in attrs.get("class", "").split()]
    assert {"class": f"col {kind}", "title": MARKS[kind]} in columns
    assert {"class": f"col {kind}"} in columns, "the legend"
    assert f"<span>{MARKS[kind]}</span>" in shown
    style = TEMPLATES.joinpath("wordings.css").read_text(encoding="utf-8")
    rules = re.findall(rf"[^}}]*\.{kind} > span[^{{]*{{([^}}]*)}}", style)
    assert any("text-decoration: underline" in rule or "border:" in rule for rule in rules)


def test_words_that_are_the_same_have_no_mark(shown):
    assert '<span class="col"><span>أمس</span><span>غدا</span></span>' in shown
    assert 'class="apparatus legend"' not in page([pair()], words(kinds=[""])), "no legend without marks"


def test_no_two_kinds_look_alike():
    """In print and to colour-blind readers: the line, the frame and which of the two words has it differ."""
    style = TEMPLATES.joinpath("wordings.css").read_text(encoding="utf-8")
    lines = re.findall(r"underline (\w+)", style)
    assert sorted(lines) == ["dashed", "dotted", "double", "solid"]
    assert "border: 1px dashed" in style and "border: 1.5px solid" in style


def test_texts_and_names_are_shown_and_do_not_run(tmp_path):
    acting = f"{SCRIPT}\u202eأمس\x00"
    row = pair(speaker=acting, relation="order", doc_a='a"><script>', doc_b="../../b")
    html = page([row], words(a=acting, b="=1+1", outlets=(acting, "javascript:alert(1)")), title=acting)
    assert "<script" not in html.replace("&lt;script", "") and "<img" not in html
    assert "\x00" not in html and "\u202e" not in html and "&lt;script&gt;" in html
    links = [link for link in Reader(html).links if "articles/" in link]
    assert len(links) == 2 and all(re.fullmatch(r"\.\./articles/[a-z0-9._~-]+\.html#s\d", link) for link in links)
    if CHROMIUM or os.environ.get("CI") == "true":
        write_assets(tmp_path)
        path = write(tmp_path / "wordings" / "visit.html", html)
        command = [CHROMIUM, *QUIET.split(), f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", f"file://{path}"]
        dom = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
        assert "<title>pwned" not in dom and "document.title=" in dom
        shutil.rmtree(tmp_path / "profile", ignore_errors=True)


@given(st.text(st.characters(codec="utf-8"), max_size=20), st.sampled_from(KINDS))
def test_any_word_is_written_into_its_column(word, kind):
    html = page([pair()], words(kinds=[kind], a=word, b=""))
    columns = [attrs for tag, attrs in Reader(html).tags if attrs.get("class", "").startswith("col")]
    assert len(columns) == 1 + bool(kind), "the word opens and closes no element"


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_pages_of_two_events_lie_apart(one, other):
    assert re.fullmatch(r"wordings/[a-z0-9._~-]+\.html#v0", wordings_href(one, 0))
    assert one == other or wordings_href(one, 0) != wordings_href(other, 0)


def test_a_page_without_pairs():
    none = words(kinds=[])
    html = wordings_page("Visit", pd.DataFrame(columns=list(pair())), none, left_out=0)
    assert "0 pairs of passages" in html and 'class="apparatus legend"' not in html


def test_the_page_of_an_event():
    """From two articles: one pair, its words over each other, the house spelling marked."""
    said = "سنبني ثلاث مدارس جديدة في القرى الجبلية أمام الأهالي"
    tables = laid({"a": f"قالت ليلى حداد: «{said}».", "b": f"أمس قالت ليلى حداد: «{said.replace('أ', 'ا')} غدا»."})
    variants = telling_variants(tables["variants"], WORDINGS).assign(sentence_a=0, sentence_b=0)
    rows = variant_words(variants, tables["differences"], tables["documents"], tables["texts"])
    html = wordings_page("Opening", variants, rows, left_out=0)
    marked = re.findall(r'class="col (\w+)" title="[^"]+"><span>([^<]*)</span><span>([^<]*)</span>', html)
    assert marked == [
        ("spelling", "أمام", "امام"),
        ("spelling", "الأهالي", "الاهالي"),
        ("insertion", "", "غدا"),
    ]
