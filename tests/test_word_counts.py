"""Words and their counts, on sentences that can be counted by eye, and which words are content words."""

import pandas as pd
import pytest

from analysis.decisions import load
from analysis.errors import InputError
from analysis.measures.voices import voice_spans
from analysis.measures.words import counts, shown, word_tokens
from analysis.study import OWN
from analysis.text.function_words import FunctionWords, content_words, function_forms
from analysis.voices.books import ClauseBook

DOCUMENTS = pd.DataFrame(
    {"doc_id": ["1", "2", "3"], "outlet": ["south", "north", "south"], "event": ["visit", "", "visit"]}
)
# Words of two characters with a space between: word n begins at 3n. Document 1: two sentences between credits of one
# word; 2: a credit line, then one sentence; 3: nothing coded.
SENTENCES = pd.DataFrame(
    [("1", 1, 1, 3, 11), ("1", 2, 2, 12, 17), ("2", 1, 1, 3, 11)],
    columns=["doc_id", "line", "sentence", "start", "end"],
)
TOKENS = pd.DataFrame(
    [("1", 0, 0, 0), ("1", 1, 3, 1), ("1", 1, 6, 2), ("1", 1, 9, 1), ("1", 2, 12, 3), ("1", 2, 15, 1), ("1", 3, 18, 0)]
    + [("2", 0, 0, 0), ("2", 1, 3, 1), ("2", 1, 6, 4), ("2", 1, 9, 4), ("3", 0, 0, 1), ("3", 0, 30, 2)],
    columns=["doc_id", "sentence", "start", "type_id"],
).assign(end=lambda rows: rows["start"] + 2)
VOICES = pd.DataFrame(
    [("1", 3, 9, "outlet", "own"), ("1", 9, 17, "سامي", "direct"), ("2", 3, 11, "outlet", "own")],
    columns=["doc_id", "start", "end", "voice", "mode"],
)
TYPES = pd.DataFrame({"type_id": range(5), "form": ["عن", "سد", "سدّ", "من", "سدود"]})
WORDS = pd.Series(["عن", "سد", "سد", "من", "سد"], index=TYPES["type_id"])


@pytest.fixture(scope="module")
def tokens():
    return word_tokens(TOKENS, WORDS, voice_spans(SENTENCES, VOICES, TOKENS), DOCUMENTS)


def test_every_word_of_a_coded_sentence_has_its_outlet_event_and_voice(tokens):
    assert tokens.astype({"word": "str", "outlet": "str", "event": "str", "voice": "str", "mode": "str"})[
        ["doc_id", "sentence", "start", "word", "outlet", "event", "voice", "mode"]
    ].to_numpy().tolist() == [
        ["1", 1, 3, "سد", "south", "visit", "outlet", "own"],
        ["1", 1, 6, "سد", "south", "visit", "outlet", "own"],
        ["1", 1, 9, "سد", "south", "visit", "سامي", "direct"],
        ["1", 2, 12, "من", "south", "visit", "سامي", "direct"],
        ["1", 2, 15, "سد", "south", "visit", "سامي", "direct"],
        ["2", 1, 3, "سد", "north", "", "outlet", "own"],
        ["2", 1, 6, "سد", "north", "", "outlet", "own"],
        ["2", 1, 9, "سد", "north", "", "outlet", "own"],
    ]
    columns = ["doc_id", "sentence", "start", "end", "type_id", "word", "outlet", "event", "voice", "mode"]
    assert list(tokens.columns) == columns
    assert list(tokens["outlet"].cat.categories) == ["south", "north"], "in the order of the documents"


def test_as_many_words_as_the_spans_have(tokens):
    assert len(tokens) == voice_spans(SENTENCES, VOICES, TOKENS)["n_words"].sum()


def test_a_document_alone_has_the_words_that_it_has_among_others(tokens):
    alone = [rows[rows["doc_id"] == "1"] for rows in (TOKENS, SENTENCES, VOICES, DOCUMENTS)]
    rows = word_tokens(alone[0], WORDS, voice_spans(alone[1], alone[2], alone[0]), alone[3])
    assert rows["start"].tolist() == tokens.loc[tokens["doc_id"] == "1", "start"].tolist()


def test_ids_of_types_need_not_be_their_places():
    moved = TOKENS.assign(type_id=TOKENS["type_id"] + 7)
    spans = voice_spans(SENTENCES, VOICES, TOKENS)
    rows = word_tokens(moved, WORDS.set_axis(WORDS.index + 7), spans, DOCUMENTS)
    assert rows["word"].astype("str").tolist()[:5] == ["سد", "سد", "سد", "من", "سد"]


def test_the_form_shown_is_the_most_frequent_as_written(tokens):
    assert shown(tokens, TYPES).to_dict() == {"سد": "سد", "من": "من"}
    in_the_north = tokens[tokens["doc_id"] == "2"]
    assert shown(in_the_north, TYPES).to_dict() == {"سد": "سدود"}
    evenly = tokens[tokens["start"].isin([3, 6]) & (tokens["doc_id"] == "1")]
    assert shown(evenly, TYPES).to_dict() == {"سد": "سد"}, "of equals the first by code point"


def test_counts_of_words_and_documents(tokens):
    rows = counts(tokens, "outlet")
    assert rows.to_numpy().tolist() == [["south", "سد", 4, 1], ["south", "من", 1, 1], ["north", "سد", 3, 1]]
    rows = counts(tokens, ["event", "mode"])
    assert list(rows.columns) == ["event", "mode", "word", "n", "n_documents"]
    assert rows["n"].sum() == len(tokens)
    assert counts(tokens.assign(all="all"), "all")["n_documents"].tolist() == [2, 1]


def test_nothing_coded_gives_no_words():
    spans = voice_spans(SENTENCES, VOICES, TOKENS).iloc[:0]
    rows = word_tokens(TOKENS, WORDS, spans, DOCUMENTS)
    assert rows.empty and counts(rows, "outlet").empty and shown(rows, TYPES).empty


@pytest.fixture(scope="module")
def functional():
    clauses = {name: part.words for name, part in load(OWN / "clauses.yml", ClauseBook)}
    return function_forms(load(OWN / "function-words.yml", FunctionWords), clauses)


def judged(forms: list[str], functional: frozenset[str]) -> list[str]:
    series = pd.Series(forms, index=[f"key{n}" for n in range(len(forms))])
    return series[content_words(series, functional).to_numpy()].tolist()


@pytest.mark.parametrize(
    "form",
    ["في", "فى", "وفي", "على", "وعلى", "إلى", "الى", "أنه", "انّه", "التي", "بهذا", "فإن", "ب", "بـ", "كانت", "ثم"],
)
def test_function_words(form, functional):
    assert judged([form], functional) == []


@pytest.mark.parametrize(
    "form", ["علي", "نهى", "الحرب", "وشرق", "شرق", "فهم", "واحد", "ألف", "2022", "5", "منة", "بوتين", "حفظه", "قال"]
)
def test_content_words(form, functional):
    assert judged([form], functional) == [form]


def test_a_word_is_judged_by_its_form_not_its_key(functional):
    forms = pd.Series(["أنه", "علي"], index=["نهي", "علي"])
    assert content_words(forms, functional).to_dict() == {"نهي": False, "علي": True}


def test_a_class_that_clauses_lack_is_named():
    book = FunctionWords(classes={"words": ["preposition"], "why": "misspelt"}, groups=(), content=())
    with pytest.raises(InputError, match="'preposition' is no class of clauses.yml; correct the name"):
        function_forms(book, {"prepositions": ["في"]})


def test_a_function_word_without_reason_is_refused(tmp_path):
    path = tmp_path / "function-words.yml"
    path.write_text("classes: {why: known, words: [times]}\ngroups:\n  - words: [في]\ncontent: []\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"line 3: groups\.0\.why: this key is missing; add it"):
        load(path, FunctionWords)
