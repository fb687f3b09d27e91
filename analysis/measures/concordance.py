"""Keyword in context: every place of something, with the words around it and whose they are."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

import numpy as np
import pandas as pd

from analysis.places import begins_sentence, containing
from analysis.text.expressions import Expression
from analysis.text.matching import Matcher
from analysis.text.types import TypeIndex
from analysis.text.words import fold

NODE = ["doc_id", "sentence", "start", "end"]
LINE = [*NODE, "left", "node", "right", "before", "after", "outlet", "published", "voice", "mode"]
Order = Literal["text", "before", "after"]


def written(tokens: pd.DataFrame, types: pd.DataFrame, form: str) -> pd.DataFrame:
    """The tokens written so, hamza and marks aside: doc_id, sentence, start, end."""
    wanted = types.loc[types["folded"] == fold(form), "type_id"]
    return tokens.loc[tokens["type_id"].isin(wanted), NODE].reset_index(drop=True)


def keyed(tokens: pd.DataFrame, words: pd.Series, key: str) -> pd.DataFrame:
    """The tokens of one word, by its key. words: type_id → key, as `orthography.guarded` gives it; or lemmas."""
    return tokens.loc[tokens["type_id"].isin(words.index[words == key]), NODE].reset_index(drop=True)


def matched(tokens: pd.DataFrame, types: pd.DataFrame, expressions: Iterable[Expression]) -> pd.DataFrame:
    """The places of codebook expressions, each once; of an entry of the study the table frame_hits has them already.

    Conditions on the words of the sentence hold; those on voice and document are not asked.
    """
    index = TypeIndex(types["form"], types["lemma"], types["keys"])
    found = Matcher(expressions, index).find(tokens["type_id"].to_numpy(), np.cumsum(begins_sentence(tokens)))
    rows = tokens[NODE].iloc[found.first].assign(end=tokens["end"].to_numpy()[found.last])
    return rows.drop_duplicates(ignore_index=True)


def named(tokens: pd.DataFrame, types: pd.DataFrame, name: str, actors: Sequence) -> pd.DataFrame:
    """The places where somebody is named: by all names of the actor of the book, else by the name itself.

    name: as in the book, or as a speaker stands in cues and voices. Descriptions (the minister) are not looked for.
    """
    book = next((actor for actor in actors if fold(name) in map(fold, (actor.name_ar, *actor.names))), None)
    names = (book.name_ar, *book.names) if book else (name,)
    return matched(tokens, types, [Expression(names[0], names[1:])])


def concordance(
    nodes: pd.DataFrame,
    tokens: pd.DataFrame,
    texts: pd.DataFrame,
    sentences: pd.DataFrame,
    documents: pd.DataFrame,
    width: int = 6,
) -> pd.DataFrame:
    """One row per node in the order of the texts, with up to `width` words of its sentence on either side.

    nodes: doc_id, start, end, and voice and mode if they have them (else these are empty); each place counts once.
    left is what stands before the node, right what stands after it, both in logical order: in Arabic left is drawn to
    the right. White space is evened out, nothing else is changed. before, after: the neighbouring words, folded.
    Columns as in the schema concordance.
    """
    rows = _in_order(nodes, documents)
    rows["sentence"] = sentences["sentence"].to_numpy()[containing(rows, sentences)]
    rows["from"], rows["before"], rows["after"], rows["to"] = _edges(rows, tokens, sentences, width)
    text_of = dict(zip(texts["doc_id"], texts["text"], strict=True))
    places = rows[["from", "start", "end", "to"]].to_numpy(dtype=np.int64).tolist()
    cut = [_cut(text_of[doc_id], *place) for doc_id, place in zip(rows["doc_id"], places, strict=True)]
    rows[["left", "node", "right"]] = pd.DataFrame(cut, columns=["left", "node", "right"], dtype="str")
    for side in ("before", "after"):
        words = zip(rows["doc_id"], rows[side], strict=True)
        rows[side] = pd.Series([fold(text_of[doc_id][slice(*span)]) for doc_id, span in words], dtype="str")
    return rows[LINE]


def _in_order(nodes: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The nodes, each once, by document and place, with outlet and date."""
    nodes = nodes.assign(**{name: "" for name in ("voice", "mode") if name not in nodes})
    nodes = nodes[["doc_id", "start", "end", "voice", "mode"]].drop_duplicates(["doc_id", "start", "end"])
    about = documents[["doc_id", "outlet", "published"]].assign(rank=range(len(documents)))
    rows = nodes.merge(about, on="doc_id", validate="many_to_one")
    return rows.sort_values(["rank", "start", "end"], ignore_index=True)


def _edges(rows: pd.DataFrame, tokens: pd.DataFrame, sentences: pd.DataFrame, width: int) -> tuple:
    """Where each line begins, the spans of the words beside the node (0, 0 where there is none), where it ends."""
    first, last, begin, stop = token_places(rows, tokens)
    low, high = np.maximum(first - width, begin), np.minimum(last + width, stop)
    starts, ends = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    whole = sentences.iloc[containing(rows, sentences)]
    left = np.where(low == begin, whole["start"], starts[low])
    right = np.where(high == stop, np.maximum(whole["end"].to_numpy(), rows["end"]), ends[high])
    before = [(starts[n - 1], ends[n - 1]) if there else (0, 0) for n, there in zip(first, first > begin, strict=True)]
    after = [(starts[n + 1], ends[n + 1]) if there else (0, 0) for n, there in zip(last, last < stop, strict=True)]
    return left, before, after, right


def token_places(nodes: pd.DataFrame, tokens: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """For each node the rows of its first and last token, and of the first and last token of their sentence.

    nodes: doc_id, start, end; each holds a token at least.
    """
    first, last = containing(nodes, tokens), containing(nodes.assign(start=nodes["end"] - 1), tokens)
    first = first + (tokens["end"].to_numpy()[first] <= nodes["start"].to_numpy())  # a mark before the first word
    heads = np.flatnonzero(begins_sentence(tokens))
    sentence = np.searchsorted(heads, first, side="right") - 1, np.searchsorted(heads, last, side="right")
    return first, last, heads[sentence[0]], np.append(heads, len(tokens))[sentence[1]] - 1


def _cut(text: str, *places: int) -> list[str]:
    """The stretches of a text between places, their white space evened out."""
    return [" ".join(text[start:end].split()) for start, end in pairwise(places)]


def ordered(lines: pd.DataFrame, by: Order) -> pd.DataFrame:
    """The lines as they stand in the texts, or by the word before or after the node, then by that on its other side."""
    keys = {"text": [], "before": ["before", "after"], "after": ["after", "before"]}[by]
    return lines.sort_values(keys, kind="stable", ignore_index=True) if keys else lines
