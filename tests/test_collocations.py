"""Words near a node: counted by hand, scored by the association measures."""

import numpy as np
import pandas as pd
import pytest
from test_orthography import SCHEMAS, coded

from analysis.measures.association import association
from analysis.measures.collocations import collocations
from analysis.measures.concordance import written

# نهر stands twice; within two words: كبير 2, عند 1, من 1, جسر 1, قديم 1. كبير stands once more, out of reach.
TEXTS = ("عند نهر كبير جسر قديم واسع طويل كبير.", "جاء من نهر كبير. قديم هو.")


@pytest.fixture(scope="module")
def tables():
    tables = coded(*TEXTS)
    return {**tables, "tokens": tables["tokens"].assign(word=tables["tokens"]["type_id"].map(tables["types"]["form"]))}


def found(tables, form="نهر", **options):
    nodes = written(tables["tokens"], tables["types"], form)
    rows = collocations(nodes, tables["tokens"], **options)
    return SCHEMAS["collocates"].validate(rows).set_index("word")


def test_counts_by_hand(tables):
    rows = found(tables, span=2, least=1)
    assert rows["o11"].to_dict() == {"كبير": 2, "عند": 1, "جسر": 1, "من": 1, "جاء": 1}
    assert rows["f1"].unique() == [2] and rows["n"].unique() == [14]
    assert rows.loc["كبير", ["f2", "n_documents"]].tolist() == [3, 2]
    assert rows["window"].unique() == [3]  # عند, كبير, جسر and جاء, من, كبير


def test_the_window_ends_with_the_sentence(tables):
    assert "قديم" not in found(tables, span=2, least=1).index
    assert found(tables, span=5, least=1).loc["قديم", "o11"] == 1  # that of the first text only


def test_rare_pairs_are_left_out(tables):
    assert found(tables, span=2, least=2).index.tolist() == ["كبير"]


def test_scores_are_those_of_the_association_measures(tables):
    rows = found(tables, span=2, least=1)
    scores = association([2], [2], [3], 14, 3)
    for name in ("log_dice", "mi", "t", "ll"):
        assert rows.loc["كبير", name] == pytest.approx(scores[name].item(), nan_ok=True)
    assert rows.loc["كبير", "log_dice"] == pytest.approx(14 + np.log2(2 * 2 / (2 * 3 + 3)))
    assert rows["log_dice"].is_monotonic_decreasing


def test_a_token_near_two_nodes_counts_once_and_a_node_never():
    tables = coded("نهر كبير نهر.")
    tables["tokens"]["word"] = tables["tokens"]["type_id"].map(tables["types"]["form"])
    assert found(tables, span=2, least=1)["o11"].to_dict() == {"كبير": 1}


def test_a_node_of_several_words_is_one_place():
    tables = coded("قرب نهر كبير جسر.")
    tokens = tables["tokens"].assign(word=tables["tokens"]["type_id"].map(tables["types"]["form"]))
    start = "قرب نهر كبير جسر.".index("نهر")
    node = pd.DataFrame([("d0", start, start + len("نهر كبير"))], columns=["doc_id", "start", "end"])
    assert collocations(node, tokens, span=1, least=1)["word"].tolist() == ["جسر", "قرب"]


def test_no_node_has_no_collocates(tables):
    assert found(tables, form="بحر", span=2, least=1).empty
