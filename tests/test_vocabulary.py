"""The words on the desk: which are shown for a group, which one is looked at, and what is near it."""

import pandas as pd
import pytest

from analysis.codebook import study_codebook
from analysis.errors import InputError
from analysis.study import read_study
from analysis.vocabulary import key_of, keyness, keywords_shown, near, open_vocabulary, places, telling_word

ARTICLES = {
    "a1.txt": "زرع المزارعون القمح في السهل. حصد المزارعون القمح.\n",
    "a2.txt": "باع المزارعون القمح في السوق.\n",
    "b1.txt": "أبحر البحارة إلى الميناء. رأى البحارة القمح.\n",
    "b2.txt": "عاد البحارة من الميناء.\n",
}
SOURCES = "file,outlet\na1.txt,field\na2.txt,field\nb1.txt,sea\nb2.txt,sea\n"
INFERENCE = {"least_documents": 10, "least_document_frequency": 3}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    from analysis.cleaning import clean

    folder = tmp_path_factory.mktemp("study")
    (folder / "texts").mkdir()
    for name, text in ARTICLES.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    (folder / "texts" / "sources.csv").write_text(SOURCES, encoding="utf-8")
    (folder / "study.yml").write_text("title: Field and sea\ncorpus: texts/\n", encoding="utf-8")
    study = read_study(folder)
    clean(study)
    codebook = study_codebook(study)
    return open_vocabulary(study, codebook), codebook


def test_a_word_is_found_by_any_of_its_forms(desk):
    vocabulary, _ = desk
    assert vocabulary.forms[key_of(vocabulary, "قمح")] == "القمح"
    with pytest.raises(InputError, match="notebook 05: word: 'بحيرة' stands in no coded sentence"):
        key_of(vocabulary, "بحيرة")


def test_places_have_the_voice_of_their_words(desk):
    vocabulary, _ = desk
    found = places(vocabulary, key_of(vocabulary, "القمح"))
    assert found["doc_id"].tolist() == ["a1", "a1", "a2", "b1"]
    assert set(found["mode"]) == {"own"}


def test_the_words_shown_are_content_words_that_the_group_has_more_often(desk):
    vocabulary, codebook = desk
    rows = keyness(vocabulary, "outlet", codebook, seed=1)
    shown = keywords_shown(rows, {"sea": "البحر", "field": "الحقل"}, least_documents=3)
    assert shown["group"].tolist() == sorted(shown["group"], reverse=True), "groups in the order of their names"
    of_sea = shown[shown["group"] == "sea"].set_index("word")
    assert of_sea.loc["البحارة", ["n_target", "n_reference", "documents_target"]].tolist() == [3, 0, 2]
    assert not {"في", "من", "إلى"} & set(shown["word"])
    assert of_sea["doubtful"].all(), "two articles with the word are fewer than three"
    assert not keywords_shown(rows, {"sea": "ا", "field": "ب"}, 2).set_index("word").loc["البحارة", "doubtful"]


def test_the_word_looked_at_is_in_two_groups_where_one_is(desk):
    vocabulary, codebook = desk
    rows = keyness(vocabulary, "outlet", codebook, seed=1)
    both = set(rows.loc[(rows["n"] > 1) & (rows["n_reference"] > 1), "word"])
    word = telling_word(vocabulary, rows)
    assert word in both if both else vocabulary.content[word]
    assert vocabulary.content[telling_word(vocabulary, rows.head(0))], "without groups the most frequent content word"


def test_names_are_passed_over_as_the_word_looked_at(desk):
    vocabulary, codebook = desk
    rows = keyness(vocabulary, "outlet", codebook, seed=1)
    first = telling_word(vocabulary, rows)
    assert telling_word(vocabulary._replace(naming=frozenset({first})), rows) != first


def test_what_is_near_a_word_are_content_words(desk):
    vocabulary, _ = desk
    found = near(vocabulary, key_of(vocabulary, "القمح"))
    assert vocabulary.forms[found["word"]].tolist() == ["المزارعون"]
    assert found["o11"].tolist() == [3]
    assert isinstance(found, pd.DataFrame)
