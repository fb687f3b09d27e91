"""Frames by whose words, together, and under other definitions: counted by hand."""

import numpy as np
import pandas as pd
import pytest
from markupsafe import Markup

from analysis.findings import doubts, frames, labels
from analysis.measures.frames import cooccurrence, counted_as, frame_modes, frame_voices, without_each_article
from analysis.measures.labels import label_voices
from analysis.measures.robustness import BASE, robustness
from analysis.measures.shares import frame_differences
from analysis.schemes import Labels
from analysis.tables import table

FRAMES = {"peace": "سلام", "war": "حرب"}
ENGLISH = {"peace": "Peace", "war": "War"}
OUTLETS = {"a": "North", "b": "South"}
DOCUMENTS = pd.DataFrame(
    {
        "doc_id": ["1", "2", "3"],
        "outlet": ["a", "a", "b"],
        "outlet_name_ar": ["ا", "ا", "ب"],
        "outlet_name_en": ["A", "A", "B"],
        "wire": ["", "وكالة", ""],
    }
)
SENTENCES = pd.DataFrame([(doc, n) for doc in "123" for n in range(4)], columns=["doc_id", "sentence"])
HITS = pd.DataFrame(
    [
        ("1", 0, "peace", "سلام", "outlet", "own"),
        ("1", 0, "peace", "سلام", "سامي", "direct"),  # the same sentence, in two voices
        ("1", 1, "peace", "صلح", "سامي", "indirect"),
        ("1", 1, "war", "حرب", "سامي", "indirect"),
        ("2", 3, "peace", "سلام", "outlet", "own"),
        ("3", 2, "war", "حرب", "outlet", "own"),
    ],
    columns=["doc_id", "sentence", "frame", "entry", "voice", "mode"],
).assign(start=range(0, 60, 10), end=range(4, 64, 10))
SPANS = pd.DataFrame(
    [
        ("1", 0, "outlet", "own", 5),
        ("1", 0, "سامي", "direct", 5),
        ("1", 1, "سامي", "indirect", 10),
        ("1", 2, "سامي", "direct", 10),
        ("2", 3, "outlet", "own", 20),
        ("3", 2, "outlet", "own", 10),
    ],
    columns=["doc_id", "sentence", "voice", "mode", "n_words"],
)
INFERENCE = {"least_documents": 1, "draws": 99}


def said(finding):
    return Markup(finding._repr_html_()).striptags()


def test_a_sentence_counts_once_and_as_the_outlets_own_first():
    modes = table("frame_modes", frame_modes(DOCUMENTS, SENTENCES, HITS, FRAMES))
    found = modes[modes["n_with"] > 0][["outlet", "frame", "mode", "n_with", "n_sentences"]]
    assert list(found.itertuples(index=False, name=None)) == [
        ("a", "peace", "own", 2, 8),
        ("a", "peace", "indirect", 1, 8),
        ("a", "war", "indirect", 1, 8),
        ("b", "war", "own", 1, 4),
    ]
    assert counted_as(HITS)["counted"].tolist() == ["own", "own", "indirect", "indirect", "own", "own"]
    assert said(frames.in_other_mouths(modes)).startswith("Of 5 cases in which a frame is invoked")
    assert "2 (40%) invoke it only" in said(frames.in_other_mouths(modes))


def test_a_voice_is_counted_over_the_sentences_it_speaks_in():
    voices = table("frame_voices", frame_voices(SPANS, HITS, FRAMES, ["سامي"]))
    rows = voices[["voice", "frame", "n_sentences", "n_with"]]
    assert list(rows.itertuples(index=False, name=None)) == [
        ("outlet", "peace", 3, 2),
        ("outlet", "war", 3, 1),
        ("سامي", "peace", 3, 2),
        ("سامي", "war", 3, 1),
    ]


def test_frames_meet_in_sentences():
    (pair,) = table("cooccurrence", cooccurrence(HITS, SENTENCES, FRAMES, least=5)).to_dict("records")
    assert (pair["n_frame"], pair["n_other"], pair["n_both"], pair["jaccard"]) == (3, 2, 1, 1 / 4)
    few = table("cooccurrence", cooccurrence(HITS, SENTENCES, FRAMES, least=50))
    assert few.empty and "12 sentences, and with fewer than 50" in said(frames.which_frames_meet(few, ENGLISH, 12, 50))
    none = cooccurrence(HITS.iloc[:0], SENTENCES, FRAMES, least=5)
    assert none["jaccard"].isna().all()


def test_leaving_each_article_out_gives_the_range_of_the_share():
    low, high = without_each_article(np.array([[3], [0]]), np.array([4, 4]))
    assert (low[0], high[0]) == (0, 3 / 4)
    assert np.isnan(without_each_article(np.array([[3]]), np.array([4]))).all()


def test_differences_are_tested_only_between_outlets_with_enough_documents():
    tested = table("frame_differences", frame_differences(DOCUMENTS, SENTENCES, HITS, FRAMES, INFERENCE, 1))
    assert tested["range"].tolist() == [3 / 8, 1 / 8] and (tested["p"] <= tested["q"]).all()
    none = frame_differences(DOCUMENTS, SENTENCES, HITS, FRAMES, {**INFERENCE, "least_documents": 2}, 1)
    assert none.empty and "No test" in said(frames.which_differences_stand(none, ENGLISH, 0.05))
    assert "in 0 of 2 frames" in said(frames.which_differences_stand(tested, ENGLISH, 0.05))


def verdicts(**changes):
    documents = DOCUMENTS.assign(**changes)
    rows = table("robustness", robustness(documents, SENTENCES, HITS, SPANS, FRAMES, 0.5))
    assert rows["contrast"].dropna().between(-1, 1).all()
    return {frame: dict(zip(of["scenario"], of["verdict"], strict=True)) for frame, of in rows.groupby("frame")}


def test_a_finding_is_measured_anew_under_every_scenario():
    peace = verdicts()["peace"]  # 3 of 8 sentences in a, none in b
    assert peace[BASE] == "holds"
    assert peace["without any one article"] == "holds"  # without document 1 still 1 of 4
    assert peace["without the strongest entry"] == "holds"  # سلام goes, صلح stays
    assert peace["words in place of sentences"] == "holds"
    assert peace["without wire copy"] == "holds"
    assert peace["own words only"] == "holds"


def test_a_finding_breaks_where_it_is_gone_and_cannot_be_tested_where_an_outlet_is():
    war = verdicts()["war"]  # 1 of 4 in b, 1 of 8 in a
    assert war["without the strongest entry"] == war["without any one article"] == "breaks"
    assert war["words in place of sentences"] == "holds"  # 1 in 10 words against 1 in 50
    assert verdicts(wire=["", "", "وكالة"])["war"]["without wire copy"] == "cannot be tested"
    text = said(doubts.what_survives(robustness(DOCUMENTS, SENTENCES, HITS, SPANS, FRAMES, 0.5)))
    assert text.startswith("1 of 2 differences hold") and "most break with" in text


def test_a_place_that_several_entries_find_counts_as_one_in_words():
    again = [HITS.iloc[[-1]].assign(entry=f"entry {number}") for number in range(9)]
    tested = [robustness(DOCUMENTS, SENTENCES, hits, SPANS, FRAMES, 0.5) for hits in (HITS, pd.concat([HITS, *again]))]
    once, often = (rows.loc[rows["scenario"] == "words in place of sentences", "contrast"] for rows in tested)
    assert often.tolist() == once.tolist()


def test_one_outlet_has_no_finding():
    alone = DOCUMENTS.assign(outlet="a")
    assert table("robustness", robustness(alone, SENTENCES, HITS, SPANS, FRAMES, 0.5)).empty


def test_labels_are_counted_by_voice_the_outlets_first():
    entries = [{"term": "x", "why": "r"}]
    variants = [{"id": v, "name_ar": v, "name_en": v, "why": "r", "entries": entries} for v in ("plain", "harsh")]
    referent = {"id": "it", "name_ar": "هو", "name_en": "It", "definition": "d", "variants": variants}
    book = Labels.model_validate({"title": "t", "referents": [referent]})
    hits = pd.DataFrame(
        [("1", 0, "it", "harsh", "سامي"), ("1", 9, "it", "harsh", "سامي"), ("2", 5, "it", "harsh", "outlet"),
         ("2", 1, "it", "plain", "ليلى")],
        columns=["doc_id", "start", "referent", "variant", "voice"],
    )  # fmt: skip
    called = table("label_voices", label_voices(hits, book))
    assert list(called[["variant", "voice", "n_labels", "n_documents"]].itertuples(index=False, name=None)) == [
        ("plain", "ليلى", 1, 1),
        ("harsh", "outlet", 1, 1),
        ("harsh", "سامي", 2, 1),
    ]
    (finding,) = labels.who_calls_it_what(called, book)
    assert (
        said(finding)
        == "It (4 labels): plain in the words of ليلى (1); harsh in the words of the outlets (1), سامي (2)."
    )
    assert "None of the referents" in said(labels.who_calls_it_what(called.iloc[:0], book)[0])


@pytest.mark.parametrize("n", [0, 10])
def test_validation_is_said_where_there_is_any(n):
    rows = pd.DataFrame({"frame": list(FRAMES), "n_sentences": n, "alpha": [0.9, 0.5], "doubtful": [False, True]})
    text = said(doubts.what_was_validated(rows, rows, ENGLISH))
    assert ("mean alpha of 0.70" in text and "War" in text) if n else text.startswith("Nobody has coded")
