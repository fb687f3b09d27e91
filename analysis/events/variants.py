"""Two printings of the same words as rows: the pair of passages, and each of its differences."""

from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import normalize

import pandas as pd

from analysis.events.alignment import Difference, Word, differences, relation
from analysis.events.pairing import Pair
from analysis.events.passages import Passage, Words
from analysis.text.morphology import accusative

# What it is called when one report quotes what the other only reports.
TURNED = {("quoted", "reported"): "direct-to-indirect", ("reported", "quoted"): "indirect-to-direct"}


class Spelling(NamedTuple):
    """Of each type id, its written form, what is left of it when spelling does not count, and its lemma."""

    form: list[str]
    folded: list[str]
    lemma: list[str]


def spelling(types: pd.DataFrame) -> Spelling:
    """The spelling of the types of a corpus."""
    types = types.sort_values("type_id")
    return Spelling(types["form"].tolist(), types["folded"].map(accusative).tolist(), types["lemma"].tolist())


def passage_words(passage: Passage, words: Words, of: Spelling, text: str) -> list[Word]:
    """The words of a passage as the alignment takes them."""
    found, end = [], int(words.start[passage.first])
    for token in range(passage.first, passage.last):
        type_id, start = words.type_id[token], int(words.start[token])
        gap = "".join(text[end:start].split())
        end = int(words.end[token])
        form = normalize("NFC", text[start:end])  # the order of two marks on one letter is nobody's spelling
        key, content = int(words.key[type_id]), bool(words.content[type_id])
        found.append(Word(start, end, form, of.folded[type_id], of.lemma[type_id], key, gap, content))
    return found


def compared(
    pair: Pair, words: Words, of: Spelling, texts: Mapping[str, str], paraphrase: float
) -> tuple[dict, list[dict]]:
    """The row of a pair in the table variants, and its rows in differences, without event and number."""
    a, b = (passage_words(passage, words, of, texts[passage.doc_id]) for passage in (pair.a, pair.b))
    found = differences(a, b)
    turned = TURNED.get((pair.a.given, pair.b.given))
    row = {
        **_places("a", pair.a, a),
        **_places("b", pair.b, b),
        "speaker": pair.a.speaker or pair.b.speaker,
        "relation": turned or relation(found, max(len(a), len(b)), paraphrase),
        "shared": pair.shared,
        "decided": "people" if pair.decided else "rule",
    }
    return row, [_row(difference, a, b) for difference in found]


def _places(side: str, passage: Passage, words: list[Word]) -> dict:
    return {f"doc_{side}": passage.doc_id, f"start_{side}": words[0].start, f"end_{side}": words[-1].end}


def _row(difference: Difference, a: list[Word], b: list[Word]) -> dict:
    marks = difference.kind == "punctuation"
    start_a, end_a = _span(difference.a, a, marks)
    start_b, end_b = _span(difference.b, b, marks)
    return {"kind": difference.kind, "start_a": start_a, "end_a": end_a, "start_b": start_b, "end_b": end_b}


def _span(run: tuple[int, int], words: list[Word], marks: bool) -> tuple[int, int]:
    """Code points of a run of words; of an empty one the place behind the word before, or the marks there."""
    first, last = run
    if first < last:
        return words[first].start, words[last - 1].end
    place = words[first - 1].end if first else words[0].start
    return place, (words[first].start if marks else place)
