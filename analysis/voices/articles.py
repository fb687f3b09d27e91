"""One article as the rules read it: parallel lists over its words, and the marks between them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from analysis.schemas import CODED
from analysis.voices.classes import CUE, PEER, PHRASE, START, TITLE
from analysis.voices.lexicon import Lexicon

COLON, COMMA, STOP, LINE, OPEN, CLOSE, DASH = (1 << n for n in range(7))
END = STOP | LINE
QUOTES = "“”„‟«»‹›‘’\"'″＂〝〞"
MARK = re.compile(rf"''|[{QUOTES}:：،,؛;()\[\]–—-]|\.\.+|…")
NAME = re.compile(r"[\s*-]*(?:\w+\.?[ ]+){1,4}(\w+)\s*")
SEARCHED = (CUE | PHRASE, TITLE | PEER, START)
BITS = {":": COLON, "：": COLON, **dict.fromkeys("،,؛;", COMMA), "..": COMMA, "…": COMMA, **dict.fromkeys("–—-", DASH)}


class Article:
    """The words of the coded lines of one document; every list has an entry per word.

    gaps[i]: the marks between word i-1 and word i, as bits; gaps has one entry more, for what follows the last.
    candidates, titles, starts: the words that may be reporting words, titles, the beginning of a long name.
    """

    __slots__ = (
        "at",
        "author",
        "candidates",
        "conjunctions",
        "cores",
        "end",
        "flags",
        "folded",
        "gaps",
        "lines",
        "marks",
        "named",
        "nouns",
        "published",
        "readings",
        "start",
        "starts",
        "text",
        "titles",
        "types",
    )

    def __init__(
        self,
        text: str,
        lines: list[tuple[int, int, str]],
        words: tuple,
        lexicon: Lexicon,
        author: str = "",
        published: str = "",
    ):
        """Read the marks of the coded lines and put them between the words."""
        self.text, self.lines, self.author, self.published = text, lines, author, published
        self.types, self.start, self.end, self.flags, self.gaps = (column.tolist() for column in words)
        self.candidates, self.titles, self.starts = (_positions(words[3], bits) for bits in SEARCHED)
        self.folded, self.cores, self.readings, self.conjunctions, self.nouns = lexicon[1:]
        self.gaps.append(END)
        self.marks: list[tuple[int, str, int]] = []
        self.at: dict[int, int] = {}  # word → number of the quotation it stands in
        self.named: dict[int, int] = {}  # first word → last word of a name of several words in the actors book
        self._read_marks()

    def _read_marks(self) -> None:
        starts, gaps = self.start, self.gaps
        for number, (begin, end, _) in enumerate(self.lines):
            gaps[bisect_left(starts, begin)] |= END
            for mark in MARK.finditer(self.text, begin, end):
                sign, at = mark.group(), mark.start()
                if bit := BITS.get(sign[:2], 0):
                    gaps[bisect_left(starts, at)] |= bit
                elif sign[0] in QUOTES:
                    self.marks.append((at, sign, number))

    def core(self, i: int) -> str:
        """The i-th word, folded, without conjunction and article."""
        return self.cores[self.types[i]]

    def written(self, first: int, last: int) -> str:
        """The text from the first to the last word, both included."""
        return self.text[self.start[first] : self.end[last]]


def articles(
    texts: pd.DataFrame,
    lines: pd.DataFrame,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    lexicon: Lexicon,
    published: Mapping[str, str],
) -> Iterator[tuple[str, Article]]:
    """Every document of a batch with its article; published: document → date, of those that have one."""
    order = {doc_id: number for number, doc_id in enumerate(texts["doc_id"])}
    coded_lines = lines[lines["role"].isin(CODED)]
    spans = list(zip(coded_lines["start"], coded_lines["end"], coded_lines["role"], strict=True))
    line_ends = _bounds(coded_lines["doc_id"], order)
    place, coded = _coded(tokens, sentences, order)
    columns = [tokens[name].to_numpy()[coded] for name in ("type_id", "start", "end")]
    columns.append(lexicon.flags[columns[0]] if len(lexicon.flags) else columns[0])
    columns.append(np.diff(tokens["sentence"].to_numpy()[coded], prepend=-1).astype(bool) * STOP)
    authors = _authors(texts, lines)
    word_ends = np.searchsorted(place, np.arange(len(order) + 1))
    for number, (doc_id, text) in enumerate(zip(texts["doc_id"], texts["text"], strict=True)):
        first, last = word_ends[number], word_ends[number + 1]
        words = tuple(column[first:last] for column in columns)
        coded_spans = spans[line_ends[number] : line_ends[number + 1]]
        told = (authors.get(doc_id, ""), published.get(doc_id, ""))
        yield doc_id, Article(text, coded_spans, words, lexicon, *told)


def _authors(texts: pd.DataFrame, lines: pd.DataFrame) -> dict[str, str]:
    """The last name of who signs an article, where a credit line is nothing but a name."""
    credits = lines[(lines["role"] == "credit") & lines["rule"].str.startswith("name at")]
    text_of = dict(zip(texts["doc_id"], texts["text"], strict=True)) if len(credits) else {}
    names = (
        (doc_id, NAME.fullmatch(text_of[doc_id], start, end))
        for doc_id, start, end in zip(credits["doc_id"], credits["start"], credits["end"], strict=True)
    )
    return {doc_id: name[1] for doc_id, name in names if name}


def _positions(flags: np.ndarray, bits: int) -> list[int]:
    """The words with one of these bits."""
    return np.flatnonzero(flags & bits).tolist()


def _place(doc_ids: pd.Series, order: dict[str, int]) -> np.ndarray:
    """The number of every row's document."""
    codes, names = pd.factorize(doc_ids)
    return np.array([order[name] for name in names], dtype=np.int64)[codes]


def _bounds(doc_ids: pd.Series, order: dict[str, int]) -> np.ndarray:
    return np.searchsorted(_place(doc_ids, order), np.arange(len(order) + 1))


def _coded(tokens: pd.DataFrame, sentences: pd.DataFrame, order: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """The document of every word in a coded line, and which words those are."""
    place = _place(tokens["doc_id"], order)
    first = np.searchsorted(_place(sentences["doc_id"], order), np.arange(len(order)))
    row = first[place] + tokens["sentence"].to_numpy() if len(tokens) else place
    coded = sentences["role"].isin(CODED).to_numpy()[row] if len(tokens) else np.zeros(0, dtype=bool)
    return place[coded], coded
