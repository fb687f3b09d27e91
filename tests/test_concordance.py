"""Keyword in context: the right words on either side, in every order, and nothing in a text acts on the page."""

import pandas as pd
import pytest
from test_orthography import SCHEMAS, coded
from test_pages import SCRIPT, Reader
from test_pipeline import CODEBOOK

from analysis.measures.concordance import concordance, keyed, matched, named, ordered, written
from analysis.pages.concordance import kwic
from analysis.pages.evidence import sentence_href
from analysis.pages.html import render
from analysis.text.expressions import Expression
from analysis.text.orthography import guarded

TEXT = "وصل الوفد الكبير إلى المدينة، ثم عاد الوفد. وقال الوزير إن «الوفود» كثيرة."


def lines_of(tables, nodes, **options):
    names = ("tokens", "texts", "sentences", "documents")
    return SCHEMAS["concordance"].validate(concordance(nodes, *(tables[name] for name in names), **options))


@pytest.fixture(scope="module")
def tables():
    return coded(TEXT, "غاب الوفد وحده عن القمة.")


@pytest.fixture(scope="module")
def lines(tables):
    return lines_of(tables, written(tables["tokens"], tables["types"], "الوَفد"), width=2)


def test_a_line_has_the_words_of_its_sentence_before_and_after(lines):
    assert lines[["left", "node", "right"]].to_numpy().tolist() == [
        ["وصل", "الوفد", "الكبير إلى"],
        ["ثم عاد", "الوفد", "."],
        ["غاب", "الوفد", "وحده عن"],
    ]
    assert lines["before"].tolist() == ["وصل", "عاد", "غاب"]
    assert lines["after"].tolist() == ["الكبير", "", "وحده"]
    assert lines["outlet"].tolist() == ["o0", "o0", "o1"] and lines["sentence"].tolist() == [0, 0, 0]


def test_offsets_cut_the_node(tables, lines):
    text_of = dict(zip(tables["texts"]["doc_id"], tables["texts"]["text"], strict=True))
    assert [text_of[line.doc_id][line.start : line.end] for line in lines.itertuples()] == lines["node"].tolist()


def test_the_context_ends_with_the_sentence_and_keeps_its_marks(tables):
    line = lines_of(tables, written(tables["tokens"], tables["types"], "الوفود"), width=50).iloc[0]
    assert (line["left"], line["node"], line["right"]) == ("وقال الوزير إن «", "الوفود", "» كثيرة.")


def test_a_node_is_found_by_form_word_expression_and_actor(tables):
    tokens, types = tables["tokens"], tables["types"]
    assert len(written(tokens, types, "الوفود")) == 1
    assert len(keyed(tokens, guarded(types, CODEBOOK.orthography), "وفد")) == 4
    phrase = lines_of(tables, matched(tokens, types, [Expression("وفد … مدينة"), Expression("وفد كبير")]))
    assert phrase["node"].tolist() == ["الوفد الكبير", "الوفد الكبير إلى المدينة"]


def test_somebody_is_found_by_all_names_of_the_book_and_a_stranger_by_one():
    tables = coded("زارت موسكو وفود من روسيا الاتحادية. وقال سامي الحداد إن روسيا بعيدة، وعاد الحداد.")
    tokens, types, actors = tables["tokens"], tables["types"], CODEBOOK.books.actors.actors
    assert lines_of(tables, named(tokens, types, "روسيا", actors))["node"].tolist() == [
        "موسكو",
        "روسيا الاتحادية",
        "روسيا",
    ]
    assert lines_of(tables, named(tokens, types, "سامي الحداد", actors))["node"].tolist() == ["سامي الحداد"]


def test_voice_and_mode_go_with_the_node(tables):
    nodes = written(tables["tokens"], tables["types"], "الوفود").assign(voice="الوزير", mode="direct")
    assert lines_of(tables, nodes)[["voice", "mode"]].to_numpy().tolist() == [["الوزير", "direct"]]


def test_a_node_may_begin_with_a_mark(tables):
    start = TEXT.index("«")
    line = lines_of(tables, pd.DataFrame([("d0", start, start + 8)], columns=["doc_id", "start", "end"])).iloc[0]
    assert (line["node"], line["before"], line["after"]) == ("«الوفود»", "ان", "كثيره")


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("text", ["وصل", "عاد", "غاب"]),
        ("before", ["عاد", "غاب", "وصل"]),
        ("after", ["عاد", "وصل", "غاب"]),  # nothing, الكبير, وحده
    ],
)
def test_lines_are_ordered_by_text_or_by_a_neighbour(lines, by, words):
    assert ordered(lines, by)["before"].tolist() == words


def test_the_same_place_is_one_line(tables):
    nodes = written(tables["tokens"], tables["types"], "الوفد")
    assert len(lines_of(tables, pd.concat([nodes, nodes]))) == len(nodes)


def test_nothing_found_is_a_table_without_lines_and_an_exhibit_that_says_so(tables):
    none = lines_of(tables, written(tables["tokens"], tables["types"], "بحر"))
    assert none.empty and "0 lines" in kwic(none, "بحر").markup


def rows_of(markup):
    """The node's text and link of each row, view by view."""
    views = str(markup).split("<details")[1:]
    return [[part.split("</a>")[0] for part in view.split('class="number" href="')[1:]] for view in views]


def test_the_exhibit_has_the_lines_in_three_orders_each_linked(lines):
    text, before, after = rows_of(kwic(lines, "الوفد").markup)
    assert sorted(text) == sorted(before) == sorted(after) and len(text) == 3
    assert text[2].startswith(sentence_href("d1", 0)) and before[2] == text[0]
    assert kwic(lines, "الوفد").markup.count(" open>") == 1


def test_what_is_left_out_is_said_and_what_is_shown_is_spread(lines):
    shown = kwic(lines, "الوفد", most=2).markup
    assert "3 lines; 1 left out" in shown
    assert [sentence_href("d0", 0) in rows_of(shown)[0][0], sentence_href("d1", 0) in rows_of(shown)[0][1]] == [
        True,
        True,
    ]


def test_what_stands_before_comes_first_in_a_table_from_right_to_left(lines):
    markup = str(kwic(lines, "a word").markup)
    assert markup.index("وصل") < markup.index("الوفد</") < markup.index("الكبير إلى")
    assert markup.count('dir="rtl"><table') == 3


def test_nothing_in_a_text_acts(tables):
    evil = f"{SCRIPT} وصل \u202eالوفد\u202c =1+1 \x00 {SCRIPT}"
    tables = coded(evil)
    lines = lines_of(tables, written(tables["tokens"], tables["types"], "الوفد"), width=30)
    lines["voice"], lines["mode"], lines["outlet"] = SCRIPT, "direct", SCRIPT
    page = Reader(render("notebook.html.j2", title="t", body=kwic(lines, SCRIPT).markup))
    assert not {"script", "img"} & {tag for tag, _ in page.tags}
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
    assert not {"\x00", "\u202e"} & set(str(kwic(lines, SCRIPT).markup))
