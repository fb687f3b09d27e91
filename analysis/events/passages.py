"""The passages that give what somebody said, as sequences of words that can be laid side by side."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.events.rules import Rules
from analysis.places import LONGEST

PAUSE = re.compile(r"[،,؛;:.…؟?!\n\r—–-]")


class Words(NamedTuple):
    """The words of a corpus, one entry a token in the order of the texts; and what each type is.

    at: document number and start in one number, for searches; start, end: code points; type_id; pause: whether a mark
    of punctuation or a new line stands before it. Of types: key (a number, the same for forms of one word), content.
    naming: the keys of words of titles and known names.
    """

    at: np.ndarray
    start: np.ndarray
    end: np.ndarray
    type_id: np.ndarray
    pause: np.ndarray
    key: np.ndarray
    content: np.ndarray
    naming: frozenset[int] = frozenset()

    def keys(self, first: int, last: int) -> list[int]:
        """The keys of the words of a stretch."""
        return self.key[self.type_id[first:last]].tolist()

    def same_document(self, first: int, other: int) -> bool:
        """Whether two tokens are of one document; false for places before the first and beyond the last token."""
        return first >= 0 and other < len(self.at) and self.at[first] >> LONGEST == self.at[other] >> LONGEST


class Passage(NamedTuple):
    """The words of a passage: from `first` to before `last` in Words; given is 'quoted' or 'reported'."""

    doc_id: str
    speaker: str
    given: str
    first: int
    last: int


def words_of(
    tokens: pd.DataFrame, texts: pd.DataFrame, keys: pd.Series, content: pd.Series, naming: pd.Series
) -> Words:
    """The tokens of the texts as arrays.

    keys, content, naming: by type id, the key of the word, whether it is no particle, whether titles and names have it.
    """
    text = dict(zip(texts["doc_id"], texts["text"], strict=True))
    order = {doc_id: number for number, doc_id in enumerate(texts["doc_id"])}
    tokens = tokens[tokens["doc_id"].isin(order)]
    start, end = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    document = tokens["doc_id"].map(order).to_numpy(dtype=np.int64)
    before = np.where(np.diff(document, prepend=-1) != 0, 0, np.roll(end, 1))
    pause = [
        PAUSE.search(text[doc_id], gap, to) is not None
        for doc_id, gap, to in zip(tokens["doc_id"], before, start, strict=True)
    ]
    key = pd.factorize(keys.sort_index())[0]
    return Words(
        document << LONGEST | start,
        start,
        end,
        tokens["type_id"].to_numpy(),
        np.array(pause, dtype=bool),
        key,
        content.sort_index().to_numpy(dtype=bool),
        frozenset(key[naming.sort_index().to_numpy(dtype=bool)].tolist()),
    )


def passages(
    voices: pd.DataFrame, words: Words, documents: list[str], rules: Rules, types: pd.DataFrame
) -> list[Passage]:
    """Every passage with rules.least_content words of content or more, in the order of the texts.

    voices: the spans of speakers, doc_id, start, end, voice, mode; documents: the ids in the order of Words; types:
    of the corpus. The words that open reported speech (rules.introducing: أن, إلى) are left off its beginning. A
    quotation of fewer words is part of the report around it.
    """
    order = {doc_id: number for number, doc_id in enumerate(documents)}
    least = rules.least_content.value
    opens = types.sort_values("type_id")["folded"].isin(rules.introducers).to_numpy()
    found = []
    for spoken in _statements(voices, words, order, least):
        first, last = spoken.first, spoken.last
        while spoken.given == "reported" and first < last and opens[words.type_id[first]]:
            first += 1
        if words.content[words.type_id[first:last]].sum() >= least:
            found.append(spoken._replace(first=first))
    return found


def _statements(voices: pd.DataFrame, words: Words, order: dict[str, int], least: int) -> Iterator[Passage]:
    """The spans of speakers; a short quotation and what is reported right around it are one."""
    spans = voices[voices["mode"] != "own"]
    document = spans["doc_id"].map(order).to_numpy(dtype=np.int64) << LONGEST
    first = np.searchsorted(words.at, document | spans["start"].to_numpy())
    last = np.searchsorted(words.at, document | spans["end"].to_numpy())
    run: list[Passage] = []
    for row, begin, end in zip(spans.itertuples(), first.tolist(), last.tolist(), strict=True):
        given = "quoted" if row.mode == "direct" and end - begin >= least else "reported"
        here = Passage(row.doc_id, row.voice, given, begin, end)
        if run and not _joined(run[-1], here):
            yield _together(run)
            run = []
        run.append(here)
    if run:
        yield _together(run)


def _joined(one: Passage, other: Passage) -> bool:
    reported = one.given == other.given == "reported"
    return reported and (one.doc_id, one.speaker, one.last) == (other.doc_id, other.speaker, other.first)


def _together(run: list[Passage]) -> Passage:
    return run[0]._replace(last=run[-1].last)
