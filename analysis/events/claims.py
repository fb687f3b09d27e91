"""What was said in an event: the passages of all its reports, those that say the same under one number."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from analysis.events.candidates import Candidates
from analysis.events.passages import Passage

Link = tuple[int, int]


def claims(sizes: np.ndarray, links: Iterable[Link], apart: Iterable[Link] = ()) -> np.ndarray:
    """The number of the claim of each passage, from 0 in the order in which the claims first stand in the reports.

    sizes: words of content of each passage; links: pairs of passages (numbers) that give the same words; apart:
    pairs that people keep apart. The fullest passage leads a claim and takes in those that are linked to it, as in
    leader clustering (Hartigan 1975, chapter 3): what is linked to a member only is not, so that claims do not chain.
    """
    near, forbidden = _neighbours(links), _neighbours(apart)
    claim = np.full(len(sizes), -1)
    for leader in np.argsort(-sizes, kind="stable").tolist():
        if claim[leader] >= 0:
            continue
        members = [leader]
        for other in sorted(near[leader]):
            if claim[other] < 0 and not forbidden[other].intersection(members):
                members.append(other)
        claim[members] = leader
    _, first, number = np.unique(claim, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[number]


def _neighbours(links: Iterable[Link]) -> dict[int, set[int]]:
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in links:
        near[one].add(other)
        near[other].add(one)
    return near


def within_reports(passages: Sequence[Passage], found: Candidates) -> list[Link]:
    """The candidates of one speaker in one document: a report that says a thing twice."""
    return [
        (i, j)
        for i, j in zip(found.i.tolist(), found.j.tolist(), strict=True)
        if passages[i].doc_id == passages[j].doc_id and passages[i].speaker == passages[j].speaker != ""
    ]


def through_repeats(paired: Sequence[Link], repeated: Sequence[Link], alike: Callable[[int, int], bool]) -> list[Link]:
    """The links of a passage whose repeat in its own report is paired, where it could be in its place.

    A word is in one pair of two reports only, so that a report that says a thing twice pairs once. repeated: as
    within_reports gives them; alike: whether two passages give the same words.
    """
    twins = _neighbours(repeated)
    places = [(one, other) for pair in paired for one, other in (pair, pair[::-1])]
    further = {tuple(sorted((twin, other))) for one, other in places for twin in twins[one]}
    return [(i, j) for i, j in sorted(further) if alike(i, j)]


def shortened(passages: Sequence[Passage], sizes: np.ndarray, claim: np.ndarray, least: float) -> np.ndarray:
    """A mask: whether another document has the passage's claim with so much more that its share falls below `least`."""
    documents = np.array([passage.doc_id for passage in passages])
    fullest: dict[int, tuple[int, str]] = {}
    for number, size, doc_id in zip(claim.tolist(), sizes.tolist(), documents.tolist(), strict=True):
        fullest[number] = max(fullest.get(number, (0, "")), (size, doc_id))
    there = np.array([fullest[number][0] for number in claim.tolist()], dtype=np.float64)
    elsewhere = np.array([fullest[number][1] for number in claim.tolist()]) != documents
    return elsewhere & (sizes < least * there)
