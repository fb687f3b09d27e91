"""The five seeds laid side by side: which passages two reports of one meeting share, and how their words differ."""

import pandas as pd
import pytest
from conftest import ROOT
from test_pipeline import CODEBOOK

from analysis.comparison import compare
from analysis.corpus import read_corpus
from analysis.measures.wordings import variant_words
from analysis.pipeline import code
from analysis.schemas import SCHEMAS
from analysis.study import read_study
from analysis.text.words import tokenise

A, B = "000_1d020717597c4550", "002_83391a4be8627226"
# The settled codes of the two reports of the meeting of January 2022, by reading: every passage that stands in both,
# where it stands in 000 and in 002 (code points), who says it, and what the second has against the first.
GOLD = [
    ((775, 844), (2300, 2338), "بوتين", "direct-to-indirect"),
    ((971, 1057), (2368, 2451), "بوتين", "direct-to-indirect"),
    ((1183, 1381), (839, 1067), "رئيسي", "insertion"),
    ((1456, 1561), (1129, 1235), "رئيسي", "spelling"),
    ((1574, 1613), (1246, 1281), "رئيسي", "direct-to-indirect"),
    ((1724, 1860), (1310, 1403), "رئيسي", "paraphrase"),
]


@pytest.fixture(scope="module")
def coded():
    return code(read_corpus(read_study(ROOT)), CODEBOOK)


@pytest.fixture(scope="module")
def tables(coded):
    return compare(coded, CODEBOOK)


@pytest.fixture(scope="module")
def texts(coded):
    return dict(zip(coded["texts"]["doc_id"], coded["texts"]["text"], strict=True))


def test_the_pairs_are_those_that_were_coded_and_no_others(tables):
    rows = tables["variants"]
    assert (rows["doc_a"] == A).all() and (rows["doc_b"] == B).all() and (rows["event"] == "moscow-2022").all()
    found = [
        ((row.start_a, row.end_a), (row.start_b, row.end_b), row.speaker, row.relation) for row in rows.itertuples()
    ]
    # The coder left the conjunction off one word (ومعرفة), which is part of the word here.
    assert found == [((775, 844), (2299, 2338), *GOLD[0][2:]), *GOLD[1:]]
    assert (rows["decided"] == "rule").all() and rows["shared"].between(0.6, 1).all()


def cut(tables, texts, variant):
    """The differences of a pair: kind, words of 000, words of 002."""
    rows = tables["differences"][tables["differences"]["variant"] == variant]
    return [
        (row.kind, texts[A][row.start_a : row.end_a], texts[B][row.start_b : row.end_b]) for row in rows.itertuples()
    ]


def test_the_inserted_words(tables, texts):
    """The one worded difference of the long quotation is the official name of a state."""
    worded = [row for row in cut(tables, texts, 2) if row[0] not in ("spelling", "punctuation")]
    assert worded == [("insertion", "", "في الجمهورية العربية السورية")]


def test_differences_of_spelling_alone(tables, texts):
    found = cut(tables, texts, 3)
    assert {kind for kind, *_ in found} == {"spelling", "punctuation"}
    assert ("spelling", "الأميركيين", "الأمريكيين") in found and ("spelling", "أبداً", "أبدًا") in found


def test_two_words_that_change_places(tables, texts):
    kinds = {kind for kind, *_ in cut(tables, texts, 5)}
    assert "order" in kinds and kinds - {"order", "spelling", "punctuation"}


def test_claims_of_both_reports(tables):
    """Six things stand in both; the report that has them otherwise is beside, and no claim goes over two events."""
    claims = tables["claims"]
    assert set(claims["event"]) == {"moscow-2022"}
    reports = claims.groupby("claim")["doc_id"].nunique()
    assert (reports == 2).sum() == len(GOLD)
    starts = {(row.doc_id, row.start): row.claim for row in claims.itertuples()}
    quoted = [(a, b) for a, b, _, relation in GOLD if relation in ("insertion", "spelling", "paraphrase")]
    assert all(starts[A, a[0]] == starts[B, b[0]] for a, b in quoted)


@pytest.mark.parametrize("name", ["variants", "differences", "claims", "reuse", "documents"])
def test_the_tables_are_valid_and_the_same_each_time(tables, coded, name):
    assert tables[name].equals(SCHEMAS[name].validate(compare(coded, CODEBOOK)[name]))


def test_wire_copy_of_the_seeds(tables):
    """As the articles and their metadata credit it; no seed repeats another."""
    assert tables["documents"]["wire"].tolist() == ["", "أ ف ب", "وكالة مهر", "", "أ ف ب"]


def test_the_words_of_a_pair_read_back_as_its_passages(tables, texts):
    documents = tables["documents"]
    raw = pd.DataFrame({"doc_id": list(texts), "text": list(texts.values())})
    words = variant_words(tables["variants"], tables["differences"], documents, raw)
    words = words[words["kind"] != "punctuation"]
    for row in tables["variants"].itertuples():
        of_it = words[words["variant"] == row.variant]
        for side, doc_id, start, end in (("a", A, row.start_a, row.end_a), ("b", B, row.start_b, row.end_b)):
            passage = texts[doc_id][start:end]
            printed = [passage[slice(*span)] for span in tokenise(passage)]
            assert [word for word in of_it[f"word_{side}"] if word] == printed
