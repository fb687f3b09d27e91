"""Which passages of two reports are the same words. Words are single letters here, و is a particle, a comma a pause."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_alignment import longest
from test_pipeline import CODEBOOK

from analysis.choices import Count, Level
from analysis.events.candidates import candidates
from analysis.events.decided import Decided
from analysis.events.pairing import Pairing
from analysis.events.passages import Passage, Words
from analysis.places import LONGEST

RULES = CODEBOOK.events.model_copy(
    update={
        **{
            name: Count(value=value, why="")
            for name, value in {"least_common": 4, "least_any_speaker": 6, "frequent_least": 4}.items()
        },
        **{
            name: Level(value=value, why="")
            for name, value in {"same_words": 0.6, "any_speaker": 0.8, "frequent_in": 0.2, "clause": 0.25}.items()
        },
    }
)


class Event:
    """The passages of an event, each (document, speaker, words); one place in the texts per word.

    Behind a bar the article goes on in words of nobody. naming: words of titles and names.
    """

    def __init__(self, *said, naming=()):
        self.forms, pause, at, self.passages = [], [], [], []
        order = list(dict.fromkeys(doc_id for doc_id, _, _ in said))
        for doc_id, speaker, text in said:
            first, last, after = len(self.forms), None, False
            for form in text.split():
                last = len(self.forms) if form == "|" else last
                if form not in "،|":
                    self.forms.append(form)
                    at.append(order.index(doc_id) << LONGEST | len(self.forms))
                    pause.append(after)
                after = form == "،"
            self.passages.append(Passage(doc_id, speaker, "quoted", first, len(self.forms) if last is None else last))
        kinds = sorted(set(self.forms))
        types = np.array([kinds.index(form) for form in self.forms], dtype=np.int64)
        place, key = np.arange(len(self.forms)), np.arange(len(kinds))
        content = np.array([kind != "و" for kind in kinds], dtype=bool)
        names = frozenset(kinds.index(word) for word in naming)
        self.words = Words(np.array(at), place, place + 1, types, np.array(pause), key, content, names)

    def candidates(self, least=RULES.least_common.value):
        return candidates(self.passages, self.words, least)

    def pairs(self, of_people=Decided()):  # noqa: B008 - it cannot be changed
        return Pairing(self.passages, self.words, RULES).pairs(self.candidates(), of_people)

    def told(self, of_people=Decided()):  # noqa: B008
        """The pairs found: the words of either side."""
        return [(self.cut(pair.a), self.cut(pair.b)) for _, _, pair in self.pairs(of_people)]

    def cut(self, passage):
        return " ".join(self.forms[passage.first : passage.last])


@pytest.mark.parametrize(
    ("speakers", "a", "b", "paired"),
    [
        (("سامي", "سامي"), "ا ب ت ث ج ح", "ا ب ت ث خ د", True),  # 4 of 6
        (("سامي", "سامي"), "ا ب ت ث ج ح خ", "ا ب ت ث د ذ ر", False),  # 4 of 7
        (("سامي", "سامي"), "ا ب ت", "ا ب ت", False),  # too few to tell anything
        (("سامي", "سامي"), "ث ت ب ا ج ح", "ا ب ت ث خ د", False),  # the same words, but not in the same order
        (("سامي", "سامي"), "ا و ب و ت و ث", "ا ب ت ث", True),  # particles do not count
        (("سامي", "سامي"), "ا ب و و و ت", "ا ب و و و ت", False),
        (("سامي", "سامي"), "ا ب ت ث ج ح خ د ذ ر", "ا ب ت ث", True),  # the shorter one's share
        (("سامي", "ليلى"), "ا ب ت ث ج ح", "ا ب ت ث خ د", False),
        (("سامي", "ليلى"), "ا ب ت ث ج", "ا ب ت ث ج", False),  # five words, alike by chance
        (("سامي", "ليلى"), "ا ب ت ث ج ح", "ا ب ت ث ج ح", True),
        (("سامي", ""), "ا ب ت ث ج ح خ د", "ا ب ت ث ج ح ذ ر", False),  # 6 of 8
        (("", ""), "ا ب ت ث ج", "ا ب ت ث ج", False),  # nobody named is not the same speaker
        (("", ""), "ا ب ت ث ج ح", "ا ب ت ث ج ح", True),
    ],
)
def test_what_two_passages_need_to_be_the_same_words(speakers, a, b, paired):
    assert bool(Event(("1", speakers[0], a), ("2", speakers[1], b)).told()) == paired


def test_passages_of_one_report_are_not_paired():
    assert Event(("1", "سامي", "ا ب ت ث"), ("1", "سامي", "ا ب ت ث")).told() == []


def test_the_share_is_that_of_the_shorter_passage():
    ((i, j, pair),) = Event(("1", "سامي", "ا ب ت ث ج"), ("2", "سامي", "ا ب و ت ث ح خ د")).pairs()
    assert (i, j, pair.shared, pair.decided) == (0, 1, 4 / 5, False)


def test_words_that_many_reports_give_do_not_count_in_a_large_event():
    """ا ب ت name the event: with ح the two passages share four words of which one tells something."""
    said = [("1", "سامي", "ا ب ت ح"), ("2", "سامي", "ا ب ت ح")]
    others = [(str(n), "ليلى", f"ا ب ت {letter}") for n, letter in enumerate("دذرزس", 3)]
    assert Event(*said).told() == Event(*said, others[0]).told() == [("ا ب ت ح", "ا ب ت ح")]
    assert Event(*said, *others[:2]).told() == Event(*said, *others).told() == []
    # Among twenty more reports, seven are below a fifth of all, and the words count again.
    more = [(f"more {n}", "", " ".join(map(chr, range(0x0700 + 4 * n, 0x0704 + 4 * n)))) for n in range(30)]
    assert Event(*said, *others, *more).told()[0] == ("ا ب ت ح", "ا ب ت ح")


def test_one_speaker_may_say_nearly_the_same_in_frequent_words():
    said = [("1", "سامي", "ا ب ت ث ج ح"), ("2", "سامي", "ا ب ت ث ج ح")]
    others = [(str(n), "ليلى", f"ا ب ت ث ج ح {letter}") for n, letter in enumerate("دذرز", 3)]
    found = [(pair.a.doc_id, pair.b.doc_id) for _, _, pair in Event(*said, *others).pairs()]
    assert ("1", "2") in found and ("1", "3") not in found


def test_names_and_titles_tell_nothing_of_two_speakers():
    """Six words are in common; two of them are a title and a name."""
    said = "ا ب ت ث ج ح"
    for speakers, naming, paired in (
        (("سامي", "ليلى"), "", True),
        (("سامي", "ليلى"), "اب", False),
        (("سامي", "سامي"), "اب", True),
    ):
        event = Event(("1", speakers[0], said), ("2", speakers[1], said), naming=naming)
        assert bool(event.told()) == paired


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("ا ب ت ث ج", "ا ب ت ث | ج ح", ("ا ب ت ث ج", "ا ب ت ث ج")),
        ("ا ب ت ث | ج", "ا ب ت ث ج", ("ا ب ت ث ج", "ا ب ت ث ج")),
        ("ا ب ت ث ج", "ا ب ت ث | ح ج", ("ا ب ت ث ج", "ا ب ت ث")),  # it goes on in other words
        ("ا ب ت ث | ج", "ا ب ت ث | ج", ("ا ب ت ث", "ا ب ت ث")),  # what neither gives to the speaker
    ],
)
def test_a_passage_reaches_as_far_as_the_other_report_has_the_same_words(a, b, found):
    assert Event(("1", "سامي", a), ("2", "سامي", b)).told() == [found]


def test_a_passage_reaches_back_into_words_of_nobody():
    event = Event(("1", "سامي", "ا ب ت ث ج"), ("2", "", "و ا"), ("2", "سامي", "ب ت ث ج"))
    assert event.told() == [("ا ب ت ث ج", "ا ب ت ث ج")]


def test_a_passage_does_not_reach_into_another_article():
    event = Event(("1", "سامي", "ا ب ت ث ج"), ("2", "سامي", "ا ب ت ث"), ("3", "", "ج و"))
    assert event.told() == [("ا ب ت ث ج", "ا ب ت ث")]


@pytest.mark.parametrize(
    ("a", "b", "left"),
    [
        ("ش ص ض ، ا ب ت ث", "ا ب ت ث", "ا ب ت ث"),
        ("ا ب ت ث ، ش ص ض", "ا ب ت ث", "ا ب ت ث"),
        ("ا ب ، ش ص ض ، ت ث", "ا ب ت ث", "ا ب ش ص ض ت ث"),  # within it all belongs to it
        ("ا ش ، ب ت ث ج", "ا ب ت ث ج", "ب ت ث ج"),  # a single word may be common by chance
        ("ا ب ش ص ض ط ظ ع ، ت ث ج ح", "ا ب ت ث ج ح", "ا ب ش ص ض ط ظ ع ت ث ج ح"),  # two words of eight are a quarter
        ("ا ب ش ص ض ط ظ ع غ ، ت ث ج ح", "ا ب ت ث ج ح", "ت ث ج ح"),  # two of nine are not
        ("و ، ا ب ت ث", "ا ب ت ث", "ا ب ت ث"),  # a clause of particles
        ("ش ص ، ض ط ، ا ب ت ث ، ظ ع", "ا ب ت ث", "ا ب ت ث"),
    ],
)
def test_clauses_at_the_ends_that_the_other_lacks_are_cut_off(a, b, left):
    assert Event(("1", "سامي", a), ("2", "سامي", b)).told() == [(left, b)]
    assert Event(("1", "سامي", b), ("2", "سامي", a)).told() == [(b, left)]


def test_a_word_is_in_one_pair_of_two_reports_the_most_alike_first():
    event = Event(("1", "سامي", "ا ب ت ث"), ("2", "سامي", "ا ب ت ث ج ح"), ("2", "سامي", "ا ب ت ث"))
    assert [(i, j) for i, j, _ in event.pairs()] == [(0, 2)]


def test_a_third_report_may_have_the_same_words_too():
    event = Event(*((doc_id, "سامي", "ا ب ت ث") for doc_id in "123"))
    assert sorted((i, j) for i, j, _ in event.pairs()) == [(0, 1), (0, 2), (1, 2)]


def test_what_is_left_of_a_longer_passage_may_pair_again():
    """One report has in one what the other has in two, the first of them once more: the first two pair."""
    whole, parts = "ا ب ت ث ج ، ح خ د ذ", ["ا ب ت ث ج", "ح خ د ذ", "ا ب ت ث ج"]
    event = Event(("1", "سامي", whole), *(("2", "سامي", words) for words in parts))
    assert event.told() == [("ا ب ت ث ج", "ا ب ت ث ج"), ("ح خ د ذ", "ح خ د ذ")]
    event = Event(*(("1", "سامي", words) for words in parts), ("2", "سامي", whole))
    assert [(i, event.cut(pair.b)) for i, _, pair in event.pairs()] == [(0, "ا ب ت ث ج"), (1, "ح خ د ذ")]


def test_people_part_what_the_rules_join_and_join_what_they_part():
    event = Event(("1", "سامي", "ا ب ت ث"), ("2", "سامي", "ا ب ت ث"), ("2", "ليلى", "ح خ د ا"))
    apart, same = frozenset({(0, 1)}), frozenset({(0, 2)})
    assert event.told() == [("ا ب ت ث", "ا ب ت ث")]
    assert event.told(Decided(apart=apart)) == []
    ((_, _, pair),) = event.pairs(Decided(same, apart))
    assert (event.cut(pair.b), pair.decided, pair.shared) == ("ح خ د ا", True, 1 / 4)
    ((_, j, pair),) = event.pairs(Decided(same))
    assert (j, pair.decided) == (2, True), "a decision comes before the rules, and its words are used"


def test_people_may_join_one_passage_with_two():
    event = Event(("1", "سامي", "ا ب ت ث"), ("2", "سامي", "ح خ د"), ("2", "سامي", "ذ ر ز"))
    assert event.told(Decided(same=frozenset({(0, 1), (0, 2)}))) == [("ا ب ت ث", "ح خ د"), ("ا ب ت ث", "ذ ر ز")]


@given(st.lists(st.text("ابتثجو", max_size=9), min_size=1, max_size=5), st.integers(1, 4))
def test_candidates_are_all_pairs_with_so_many_words_in_common(said, least):
    event = Event(*((str(n), "سامي", " ".join(text)) for n, text in enumerate(said)))
    found = event.candidates(least)
    own = [text.replace("و", "") for text in said]
    pairs = {(i, j): longest(own[i], own[j]) for j in range(len(own)) for i in range(j)}
    # Only pairs with as many distinct words in common are tried, which a repeated word does not make more.
    tried = {pair: n for pair, n in pairs.items() if len(set(own[pair[0]]) & set(own[pair[1]])) >= least <= n}
    assert {(i, j): n for i, j, n in zip(found.i, found.j, found.common, strict=True)} == tried
    assert found.of_i.tolist() == [len(own[i]) for i in found.i]
    assert found.contained().tolist() == [
        n / min(len(own[i]), len(own[j])) for i, j, n in zip(found.i, found.j, found.common, strict=True)
    ]
