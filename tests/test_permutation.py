"""Exchanging documents: against cases that can be counted, and the false-discovery rate against its paper."""

from itertools import permutations

import numpy as np
import pytest

from analysis.measures.permutation import document_permutation, false_discovery


def test_adjusted_values_are_those_of_the_paper():
    # Benjamini and Hochberg (1995), section 4.1: of fifteen p-values the four smallest are rejected at .05.
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240]
    p = np.array([*p, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000])
    adjusted = false_discovery(p)
    assert (adjusted <= 0.05).sum() == 4
    assert adjusted[:4] == pytest.approx([0.0015, 0.003, 0.0095, 0.035625])
    assert false_discovery(p[::-1]) == pytest.approx(adjusted[::-1]), "the order given does not matter"
    assert false_discovery(np.array([0.5])) == pytest.approx([0.5])


def test_the_p_value_comes_near_the_one_of_all_permutations():
    with_frame = np.array([[5], [4], [1], [0], [2]])
    sentences, outlet = np.full(5, 10), np.array([0, 0, 1, 1, 1])

    def apart(labels):
        labels = np.array(labels)
        return abs(with_frame[labels == 0].sum() / 20 - with_frame[labels == 1].sum() / 30)

    exact = np.mean([apart(order) >= apart(outlet) - 1e-12 for order in permutations(outlet)])
    (found,) = document_permutation(with_frame, sentences, outlet, seed=1, draws=4000)
    assert exact == pytest.approx(0.1)  # two of five documents: ten ways, one as far
    assert found == pytest.approx(exact, abs=0.02)


def test_documents_are_exchanged_not_sentences():
    # One document of an outlet has all of a frame: as sentences it is beyond doubt, as documents it is one of four.
    with_frame, sentences = np.array([[50], [0], [0], [0]]), np.full(4, 50)
    (p,) = document_permutation(with_frame, sentences, np.array([0, 0, 1, 1]), seed=3, draws=500)
    assert p > 0.5


def test_the_same_seed_draws_the_same():
    with_frame, sentences = np.array([[3, 1], [2, 2], [0, 1], [1, 5]]), np.full(4, 8)
    values = [document_permutation(with_frame, sentences, np.arange(4) // 2, seed=s, draws=99) for s in (1, 1, 2)]
    assert (values[0] == values[1]).all() and (values[0] != values[2]).any()
    assert min(map(min, values)) >= 1 / 100
