"""Whose words: counted by hand on sentences that can be counted by eye."""

import pandas as pd
import pytest
from markupsafe import Markup

from analysis.codebook import read_codebook
from analysis.desk import as_hits, with_sentence
from analysis.findings import voices as findings
from analysis.measures.voices import (
    article_strip,
    reporting_words,
    speaker_shares,
    voice_shares,
    voice_spans,
)
from analysis.study import OWN
from analysis.tables import table
from analysis.telling import of_leading
from analysis.voices.naming import speaker_names

INFERENCE = {"least_documents": 2, "level": 0.9, "resamples": 200}
OUTLETS = {"a": "North", "b": "South"}
DOCUMENTS = pd.DataFrame(
    {
        "doc_id": ["1", "2", "3"],
        "outlet": ["a", "b", "a"],
        "outlet_name_ar": ["ا", "ب", "ا"],
        "outlet_name_en": ["A", "", "A"],
    }
)
# Words of two characters with a space between: word n begins at 3n. Two sentences of three words, then one of two.
SENTENCES = pd.DataFrame(
    [("1", 0, 0, 0, 8), ("1", 1, 1, 9, 17), ("2", 0, 0, 0, 8), ("3", 0, 0, 0, 5)],
    columns=["doc_id", "line", "sentence", "start", "end"],
)
TOKENS = pd.DataFrame(
    [(doc, 3 * n, 3 * n + 2) for doc, words in (("1", 6), ("2", 3), ("3", 2)) for n in range(words)],
    columns=["doc_id", "start", "end"],
)
VOICES = pd.DataFrame(
    [
        ("1", 0, 3, "outlet", "own"),
        ("1", 3, 12, "سامي", "indirect"),  # over the end of the sentence
        ("1", 12, 17, "سامي", "direct"),
        ("2", 0, 5, "ليلى", "direct"),
        ("2", 5, 8, "outlet", "own"),
        ("3", 0, 5, "", "indirect"),
    ],
    columns=["doc_id", "start", "end", "voice", "mode"],
)
CUES = pd.DataFrame(
    [("1", 0, "قال", "سامي", "neutral"), ("1", 10, "قال", "سامي", "neutral"), ("1", 13, "زعم", "سامي", "distancing"),
     ("2", 6, "قالت", "ليلى", "neutral"), ("3", 0, "قيل", "", "neutral")],
    columns=["doc_id", "start", "cue", "speaker", "stance"],
)  # fmt: skip


@pytest.fixture(scope="module")
def spans():
    return voice_spans(SENTENCES, VOICES, TOKENS)


def said(finding):
    return Markup(finding._repr_html_()).striptags()


def test_stretches_are_cut_at_sentences_and_lose_no_word(spans):
    rows = list(spans[["doc_id", "sentence", "start", "end", "voice", "n_words"]].itertuples(index=False, name=None))
    assert rows == [
        ("1", 0, 0, 3, "outlet", 1),
        ("1", 0, 3, 8, "سامي", 2),
        ("1", 1, 9, 12, "سامي", 1),
        ("1", 1, 12, 17, "سامي", 2),
        ("2", 0, 0, 5, "ليلى", 2),
        ("2", 0, 5, 8, "outlet", 1),
        ("3", 0, 0, 5, "", 2),
    ]
    assert spans["n_words"].sum() == len(TOKENS)


def test_no_document_gives_no_stretch():
    spans = voice_spans(SENTENCES.iloc[:0], VOICES.iloc[:0], TOKENS.iloc[:0])
    assert spans.empty and speaker_shares(DOCUMENTS, spans).empty and reporting_words(DOCUMENTS, CUES, []).empty


def test_words_beyond_the_last_sentence_are_nobodys_and_not_the_next_texts():
    beyond = pd.DataFrame([("1", 18 + 3 * n, 20 + 3 * n) for n in range(4)], columns=["doc_id", "start", "end"])
    tokens = pd.concat([TOKENS, beyond]).sort_values(["doc_id", "start"], ignore_index=True)
    spans = voice_spans(SENTENCES, VOICES, tokens)
    assert spans.groupby("doc_id")["n_words"].sum().to_dict() == {"1": 6, "2": 3, "3": 2}


def test_modes_are_shares_of_an_outlets_words(spans):
    shares = table("voice_shares", voice_shares(DOCUMENTS, spans, INFERENCE, 1))
    rows = list(shares[["outlet", "mode", "n_documents", "n_words", "n_in"]].itertuples(index=False, name=None))
    assert rows == [
        ("a", "own", 2, 8, 1),
        ("a", "indirect", 2, 8, 5),
        ("a", "direct", 2, 8, 2),
        ("b", "own", 1, 3, 1),
        ("b", "indirect", 1, 3, 0),
        ("b", "direct", 1, 3, 2),
    ]
    assert (shares["share"] == shares["n_in"] / shares["n_words"]).all()
    assert shares.groupby("outlet")["low"].apply(lambda low: low.notna().all()).to_dict() == {"a": True, "b": False}


def test_speakers_are_ranked_by_words_and_shown_for_every_outlet(spans):
    speakers = table("speaker_shares", speaker_shares(DOCUMENTS, spans, most=2))
    columns = ["outlet", "speaker", "n_direct", "n_indirect", "n_documents", "n_first", "n_last"]
    assert list(speakers[columns].itertuples(index=False, name=None)) == [
        ("a", "سامي", 2, 3, 1, 1, 1),
        ("a", "ليلى", 0, 0, 0, 0, 0),
        ("b", "سامي", 0, 0, 0, 0, 0),
        ("b", "ليلى", 2, 0, 1, 1, 1),
    ]
    assert speakers["share"].tolist() == [5 / 8, 0, 0, 2 / 3]
    assert speaker_shares(DOCUMENTS, spans, most=1)["speaker"].unique().tolist() == ["سامي"]


def test_reporting_words_are_counted_by_speaker_and_stance():
    words = table("reporting_words", reporting_words(DOCUMENTS, CUES, ["ليلى", "سامي"]))
    assert list(words[["outlet", "speaker", "stance", "n_cues", "cues"]].itertuples(index=False, name=None)) == [
        ("a", "سامي", "distancing", 1, "زعم 1"),
        ("a", "سامي", "neutral", 2, "قال 2"),
        ("b", "ليلى", "neutral", 1, "قالت 1"),
    ]


def test_names_of_one_speaker_become_one():
    actors = read_codebook(OWN).books.actors.actors
    names = speaker_names(pd.Series(["أحمد", "احمد", "احمد", "خامنئي", "خامنئي", "الخامنئي", "outlet"]), actors)
    assert names["أحمد"] == "احمد" and names["الخامنئي"] == "خامنئي" and names["outlet"] == "outlet"


def test_a_strip_is_the_article_in_order(spans):
    strip = table("voice_strip", article_strip(spans.iloc[::-1], "1"))
    assert strip["start"].tolist() == [0, 3, 9, 12]


def test_a_reporting_word_lies_in_its_sentence():
    assert with_sentence(CUES, SENTENCES)["sentence"].tolist() == [0, 1, 1, 0, 0]


def test_the_leading_speakers_stretches_become_passages(spans):
    leading = of_leading(spans, speaker_shares(DOCUMENTS, spans))
    assert as_hits(leading, "mode", "voice")[["frame", "entry"]].drop_duplicates().to_numpy().tolist() == [
        ["indirect", "سامي"],
        ["direct", "سامي"],
    ]


def test_findings_say_what_the_tables_say(spans):
    shares, speakers = voice_shares(DOCUMENTS, spans, INFERENCE, 1), speaker_shares(DOCUMENTS, spans)
    words = reporting_words(DOCUMENTS, CUES, ["سامي", "ليلى"])
    assert said(findings.whose_words_they_are(shares)) == (
        "Of 11 words, 18% are the outlets' own; 45% report what others said, 36% quote it."
    )
    assert said(findings.own_words_apart(shares, OUTLETS)) == (
        "South speaks most in its own words (1 of 3 words (33%)), North least (1 of 8 words (12%))."
    )
    assert said(findings.most_heard(speakers)) == (
        "Most room is given to سامي: 5 words, 2 of them quoted, in 1 of 3 articles; "
        "the first speaker in 1, the last in 1."
    )
    assert said(findings.kept_at_a_distance(words, OUTLETS)) == (
        "Words that keep their distance introduce most often سامي in North: 1 of 3 reporting words (زعم 1)."
    )


def test_findings_say_so_where_nobody_speaks(spans):
    silent = spans[spans["mode"] == "own"]
    speakers = speaker_shares(DOCUMENTS, silent)
    assert said(findings.most_heard(speakers)) == "Nobody is quoted or reported by name."
    assert "one outlet only" in said(
        findings.own_words_apart(voice_shares(DOCUMENTS[:1], spans[:2], INFERENCE, 1), OUTLETS)
    )
    none = reporting_words(DOCUMENTS, CUES.iloc[:0], ["سامي"])
    assert said(findings.kept_at_a_distance(none, OUTLETS)).startswith("No leading speaker")


def test_how_surely_a_speaker_was_decided_is_counted():
    rules = [
        "subject after the verb, sure",
        "carried from the cue before, fairly sure",
        "after the noun, unsure",
        "none",
    ]
    cues = pd.DataFrame({"speaker": ["س", "س", "س", ""], "rule": rules})
    assert said(findings.how_sure(cues)) == (
        "The speaker of 4 reporting words was decided 1 (25%) surely, 1 (25%) fairly surely, 1 (25%) not surely; "
        "1 name nobody."
    )
