"""From documents to tables: what the seeds must give, and what no text may break."""

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebook import read_codebook
from analysis.corpus import METADATA, read_corpus
from analysis.pipeline import code
from analysis.schemas import CODED, SCHEMAS
from analysis.study import OWN, read_study
from analysis.tables import fields

CODEBOOK = read_codebook(OWN)


def document(text, **options):
    empty = dict.fromkeys(METADATA, "")
    given = {"doc_id": "d", "outlet": "o", "path": "d.txt", "encoding": "utf-8", "restored": "", "sha256": "0"}
    return {**empty, **given, "text": text, "titled": False, **options}


@pytest.fixture(scope="module")
def seeds():
    return code(list(read_corpus(read_study(ROOT))), CODEBOOK)


def test_the_counts_of_the_seeds(seeds):
    """Counted by hand; changing one is a decision."""
    assert len(seeds["documents"]) == 5
    assert len(seeds["lines"]) == 100
    assert seeds["lines"]["role"].value_counts().to_dict() == {
        "body": 50,
        "blank": 30,
        "credit": 5,
        "dateline": 4,
        "furniture": 4,
        "pull_quote": 3,
        "headline": 2,
        "caption": 1,
        "deck": 1,
    }
    assert len(seeds["sentences"]) == 93
    assert seeds["sentences"]["role"].isin(CODED).sum() == 76
    assert not seeds["documents"]["duplicate_of"].any()


def test_two_reports_of_one_meeting_by_two_outlets(seeds):
    same = seeds["documents"].query("event == 'moscow-2022'")
    assert sorted(same["outlet"]) == ["abna", "almodon"]


def assert_sound(tables, texts):
    """Offsets cut what they mean, lines join to the text, every token and hit lies in its sentence."""
    for doc_id, text in texts.items():
        lines = tables["lines"][tables["lines"]["doc_id"] == doc_id]
        assert "".join(text[line.start : line.end] + line.ending for line in lines.itertuples()) == text
    sentences = tables["sentences"].set_index(["doc_id", "sentence"])
    forms = tables["types"].set_index("type_id")["form"]
    for token in tables["tokens"].itertuples():
        around = sentences.loc[(token.doc_id, token.sentence)]
        assert around["start"] <= token.start < token.end <= around["end"]
        assert texts[token.doc_id][token.start : token.end] == forms[token.type_id]
    coded = tables["sentences"][tables["sentences"]["role"].isin(CODED)]
    spans = tables["voices"].groupby("doc_id")
    for doc_id, rows in coded.groupby("doc_id"):
        given = [at for v in spans.get_group(doc_id).itertuples() for at in range(v.start, v.end)]
        assert len(given) == len(set(given)), "no character has two voices"
        assert {at for row in rows.itertuples() for at in range(row.start, row.end)} <= set(given)
    for hit in tables["frame_hits"].itertuples():
        around = sentences.loc[(hit.doc_id, hit.sentence)]
        assert around["start"] <= hit.start < hit.end <= around["end"] and around["role"] in CODED


def test_the_tables_of_the_seeds_are_sound(seeds):
    assert_sound(seeds, dict(zip(seeds["texts"]["doc_id"], seeds["texts"]["text"], strict=True)))
    assert len(seeds["frame_hits"]) > 100


ANY = st.text(st.characters(codec="utf-8"), max_size=80)
NEWS = st.lists(
    st.sampled_from(
        [
            "وقال",
            "الرئيس",
            "التعاون",
            "والإرهاب",
            "«جيد»",
            ".",
            "..",
            "؟",
            "\n",
            "\r\n",
            "\u202e",
            "\x00",
            "ـ",
            "ً",
            "🙂",
        ]
    )
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY | NEWS, min_size=1, max_size=3))
def test_any_texts_give_sound_tables(texts):
    documents = [document(text, doc_id=str(number)) for number, text in enumerate(texts)]
    assert_sound(code(documents, CODEBOOK), {d["doc_id"]: d["text"] for d in documents})


def test_an_article_that_is_all_headline_has_a_headline_to_code():
    tables = code([document("اتفاق على التعاون بين البلدين", titled=True)], CODEBOOK)
    assert tables["documents"]["headline"].tolist() == ["اتفاق على التعاون بين البلدين"]
    assert "partnership" in set(tables["frame_hits"]["frame"])


def test_lines_that_are_not_the_articles_text_are_kept_and_not_coded():
    tables = code(
        [document("وصل الوفد إلى العاصمة مساء أمس وغادرها صباح اليوم.\nثم عاد.\nالمصدر: صحيفة التعاون")], CODEBOOK
    )
    assert tables["lines"]["role"].tolist() == ["body", "body", "credit"]
    assert tables["frame_hits"].empty


def test_exact_duplicates_are_marked():
    tables = code([document("خبر واحد.", doc_id=name) for name in "abc"], CODEBOOK)
    assert tables["documents"]["duplicate_of"].tolist() == ["", "a", "a"]


def test_empty_articles_are_no_duplicates_of_one_another():
    tables = code([document(" ", doc_id=name) for name in "ab"], CODEBOOK)
    assert tables["documents"][["n_words", "duplicate_of"]].to_numpy().tolist() == [[0, ""], [0, ""]]


def test_an_entry_that_matches_nothing_is_in_the_table_of_entries(seeds):
    entries = seeds["entries"]
    assert len(entries) == sum(len(frame.entries) for frame in CODEBOOK.frames.frames)
    assert entries["n_hits"].sum() == len(seeds["frame_hits"])
    assert (entries["n_hits"] == 0).any() and (entries.loc[entries["n_hits"] == 0, "forms"] == "").all()


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_table_and_column_is_described(name):
    assert SCHEMAS[name].description and SCHEMAS[name].unique
    for field in fields(name):
        assert field["description"] and field["type"]
        assert field["type"] in ("string", "boolean") or field.get("unit")
        if "key" in field:
            table, column = field["key"].split(".")
            assert column in SCHEMAS[table].columns
