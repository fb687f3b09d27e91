"""Two printings of the same words, word over word; and how much wording any two reports share."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

import pandas as pd

from analysis.text.words import tokenise

SHOWN = 8  # pairs that a figure holds
LONGEST = 250  # characters of a passage that is read at a glance
UNWORDED = ("identical", "punctuation")
ONE_SIDED = ("deletion", "insertion", "order")


def telling_variants(variants: pd.DataFrame, most: int = SHOWN) -> pd.DataFrame:
    """The variants that a figure shows: of each relation in turn the longest that is no essay, each wording once.

    Pairs that differ in no word are left out unless there are no others. In the order of the table.
    """
    worded = variants[~variants["relation"].isin(UNWORDED)]
    rows = worded if len(worded) else variants
    length = rows["end_a"] - rows["start_a"] + rows["end_b"] - rows["start_b"]
    rows = rows.assign(essay=length > 2 * LONGEST, length=length)
    rows = rows.sort_values(["essay", "length", "variant"], ascending=[True, False, True])
    rows = rows.drop_duplicates(["doc_a", "start_a"]).drop_duplicates(["doc_b", "start_b"])
    turn = rows.groupby("relation", sort=False).cumcount()
    chosen = rows.assign(turn=turn).sort_values(["essay", "turn"], kind="stable").head(most)
    return variants[variants["variant"].isin(chosen["variant"])]


def variant_words(
    variants: pd.DataFrame, differences: pd.DataFrame, documents: pd.DataFrame, texts: pd.DataFrame
) -> pd.DataFrame:
    """One row per word of the pairs, the same words over each other and the differences by their kind.

    variants, differences: of one event. Marks that differ stand as a row of kind 'punctuation'. Columns as in the
    schema variant_words.
    """
    text = dict(zip(texts["doc_id"], texts["text"], strict=True))
    names = dict(zip(documents["doc_id"], documents["outlet_name_ar"], strict=True))
    of = dict(list(differences.groupby("variant")))
    rows = []
    for pair in variants.to_dict("records"):
        found = of.get(pair["variant"], differences.iloc[:0])
        head = {key: pair[key] for key in ("event", "variant", "relation", "speaker", "doc_a", "doc_b")}
        head |= {f"outlet_{side}": names[pair[f"doc_{side}"]] for side in "ab"}
        columns = _columns(pair, found, text[pair["doc_a"]], text[pair["doc_b"]])
        rows += [head | {"place": place, **column} for place, column in enumerate(columns)]
    names = ["event", "variant", "relation", "speaker", "doc_a", "doc_b", "outlet_a", "outlet_b"]
    return pd.DataFrame(rows, columns=[*names, "place", "word_a", "word_b", "kind"])


def _columns(pair: dict, found: pd.DataFrame, text_a: str, text_b: str) -> Iterator[dict]:
    """The words of both passages, in the order of the first, each with what stands over against it."""
    a, b = _words(pair, found, "a", text_a), _words(pair, found, "b", text_b)
    marks = {row["start_a"]: row for row in found[found["kind"] == "punctuation"].to_dict("records")}
    while a or b:
        if a and a[0].kind in ONE_SIDED:
            word = a.pop(0)
            yield {"word_a": word.text, "word_b": "", "kind": word.kind}
        elif b and b[0].kind in ONE_SIDED:
            word = b.pop(0)
            yield {"word_a": "", "word_b": word.text, "kind": word.kind}
        else:
            if mark := marks.pop(a[0].after, None):
                cut = (text_a[mark["start_a"] : mark["end_a"]], text_b[mark["start_b"] : mark["end_b"]])
                yield {"word_a": cut[0].strip(), "word_b": cut[1].strip(), "kind": "punctuation"}
            kind, run_a, run_b = a[0].kind, _run(a), _run(b)
            for one, other in zip_longest(run_a, run_b, fillvalue=""):
                yield {"word_a": one, "word_b": other, "kind": kind}


class Word(NamedTuple):
    """A word of a passage: as written, its difference (kind and number; "" and -1: none), where the last word ended."""

    text: str
    kind: str
    difference: int
    after: int


def _words(pair: dict, found: pd.DataFrame, side: str, text: str) -> list[Word]:
    """The words of one passage with their differences."""
    start, end = pair[f"start_{side}"], pair[f"end_{side}"]
    runs = [
        (row[f"start_{side}"], row[f"end_{side}"], row["kind"], row["difference"])
        for row in found[found["kind"] != "punctuation"].to_dict("records")
    ]
    words, last = [], start
    for begin, stop in tokenise(text[start:end]):
        place = start + begin
        kind, number = next(((kind, n) for first, beyond, kind, n in runs if first <= place < beyond), ("", -1))
        words.append(Word(text[place : start + stop], kind, number, last))
        last = start + stop
    return words


def _run(words: list[Word]) -> list[str]:
    """Takes the first word off, with those after it that belong to the same difference."""
    run = [words.pop(0)]
    while words and run[0].kind and words[0].difference == run[0].difference:
        run.append(words.pop(0))
    return [word.text for word in run]
