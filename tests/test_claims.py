"""What was said in an event: which passages are one claim, and which of them are shortened."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_pairing import Event
from test_passages import laid

from analysis.events.claims import claims, shortened, within_reports
from analysis.events.passages import Passage


def numbers(sizes, links=(), apart=()):
    return claims(np.array(sizes, dtype=np.int64), links, apart).tolist()


@pytest.mark.parametrize(
    ("sizes", "links", "apart", "found"),
    [
        ([], [], [], []),
        ([4, 4, 4], [], [], [0, 1, 2]),
        ([4, 4, 4], [(0, 2)], [], [0, 1, 0]),
        # 0 is like 1 and 1 like 2; where 1 is the fullest it leads both, else it goes with the fuller of the two
        ([4, 9, 4], [(0, 1), (1, 2)], [], [0, 0, 0]),
        ([9, 4, 5], [(0, 1), (1, 2)], [], [0, 0, 1]),
        ([5, 4, 9], [(0, 1), (1, 2)], [], [0, 1, 1]),
        ([9, 8, 7, 6], [(0, 1), (1, 2), (2, 3)], [], [0, 0, 1, 1]),
        ([4, 4, 4], [(0, 1), (1, 2)], [], [0, 0, 1]),  # of equals the first leads
        ([9, 4, 4], [(0, 1), (0, 2)], [(1, 2)], [0, 0, 1]),  # people keep the two apart
        ([9, 4, 4], [(0, 1), (0, 2)], [(0, 1)], [0, 1, 0]),
        ([4, 9, 4], [(1, 0), (2, 1)], [(2, 0)], [0, 0, 1]),
    ],
)
def test_claims_do_not_chain(sizes, links, apart, found):
    assert numbers(sizes, links, apart) == found


@given(st.data())
def test_every_claim_has_a_leader_to_which_all_are_linked(data):
    sizes = data.draw(st.lists(st.integers(3, 9), min_size=1, max_size=8))
    pairs = st.tuples(*[st.integers(0, len(sizes) - 1)] * 2).filter(lambda pair: pair[0] < pair[1])
    some = st.just([]) if len(sizes) == 1 else st.lists(pairs, max_size=12)
    links, apart = data.draw(some), data.draw(some)
    found = numbers(sizes, links, apart)
    assert list(dict.fromkeys(found)) == list(range(max(found) + 1)), "numbered as they first stand"
    for number in set(found):
        members = [k for k, its in enumerate(found) if its == number]
        leader = max(members, key=lambda k: (sizes[k], -k))
        assert all(tuple(sorted((leader, k))) in links for k in members if k != leader)
        assert not [(i, j) for i in members for j in members if (i, j) in apart]


def test_a_report_that_says_a_thing_twice():
    said = "ا ب ت ث"
    event = Event(("1", "سامي", said), ("1", "سامي", said), ("1", "ليلى", said), ("1", "", said), ("1", "", said),
                  ("2", "سامي", said))  # fmt: skip
    found = event.candidates()
    assert len(found.i) == 15, "all are candidates"
    assert within_reports(event.passages, found) == [(0, 1)]


@pytest.mark.parametrize(
    ("passages", "found"),
    [
        ([("1", 10, 0), ("2", 6, 0)], [False, True]),
        ([("1", 10, 0), ("2", 7, 0)], [False, False]),  # .7 of it is not less than .67
        ([("1", 10, 0), ("2", 6, 1)], [False, False]),  # another claim
        ([("1", 10, 0), ("1", 6, 0)], [False, False]),  # the report itself has all of it
        ([("1", 10, 0), ("2", 6, 0), ("3", 10, 0), ("3", 9, 1)], [False, True, False, False]),
    ],
)
def test_shortened_is_what_another_report_has_clearly_more_of(passages, found):
    spoken = [Passage(doc_id, "", "quoted", 0, 0) for doc_id, _, _ in passages]
    sizes, claim = (np.array([row[column] for row in passages]) for column in (1, 2))
    assert shortened(spoken, sizes, claim, 0.67).tolist() == found


FULL = "سنبني ثلاث مدارس جديدة في القرى الجبلية قبل نهاية العام المقبل"
REPORTS = {
    "full": f"قالت الوزيرة ليلى حداد: «{FULL}». وأضافت: «الطريق إلى الميناء مغلق منذ الصباح».",
    "cut": "قالت الوزيرة ليلى حداد إنها ستبني ثلاث مدارس جديدة في القرى. وقال الوزير سامي خليل إن البحر هادئ اليوم.",
    "twice": f"قالت الوزيرة ليلى حداد: «{FULL} في الجنوب». وأضافت: «{FULL}».",
}


def test_the_claims_of_an_event():
    """Counted by eye: the schools stand in all three reports, once twice; the road and the sea in one each."""
    rows = laid(REPORTS)["claims"]
    told = [(row.doc_id, row.claim, row.given, row.shortened) for row in rows.itertuples()]
    assert told == [
        ("full", 0, "quoted", False),
        ("full", 1, "quoted", False),
        ("cut", 0, "reported", True),
        ("cut", 2, "reported", False),
        ("twice", 0, "quoted", False),
        ("twice", 0, "quoted", False),
    ]
    assert set(rows["decided"]) == {"rule"} and set(rows["event"]) == {"opening"}


def test_only_events_of_two_reports_are_laid_side_by_side():
    """A copy of an article is no second report, and articles without an event report none."""
    copy = {"full": REPORTS["full"], "copy": REPORTS["full"], "cut": REPORTS["cut"], "twice": REPORTS["twice"]}
    found = laid(copy, event={"full": "schools", "copy": "schools", "cut": "", "twice": ""})
    assert found["documents"]["duplicate_of"].tolist() == ["", "full", "", ""]
    assert [len(found[name]) for name in ("claims", "variants", "differences")] == [0, 0, 0]
