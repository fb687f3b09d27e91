"""Dictionary look-ups side by side: python benchmarks/matching.py CORPUS [ENTRIES] [ROUNDS].

CORPUS: a folder of zip files of JSON arrays with `title` and `content` (SaudiNewsNet). ENTRIES (5,000): half are
words, half phrases of two, drawn (seed 7) from the corpus' 20,000 most frequent words and its 20,000 most frequent
pairs of neighbours. All ways get the same tokens and sentences, one core, their index of the entries ready; the
best of ROUNDS (5) is shown. pyahocorasick gets the tokens of a text joined by spaces and entries between
spaces, spaCy a Doc of the same tokens: so both find whole words, and no phrase crosses a sentence.
"""

import json
import os
import sys
import time
import zipfile
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from analysis.text.matching import Expression, Matcher, Matches, TypeIndex  # noqa: E402
from analysis.text.morphology import lemma  # noqa: E402
from analysis.text.types import keys  # noqa: E402
from analysis.text.words import tokenise  # noqa: E402

SEED, FREQUENT = 7, 20_000
ENDS = "\n.!?؟…"
GET = "not installed: uv run --with pyahocorasick --with spacy benchmarks/matching.py CORPUS (or pip install them)"


class Corpus(NamedTuple):
    """One entry per token: type id, sentence number, text number and span; the types and the number of texts."""

    types: np.ndarray
    sentence: np.ndarray
    text: np.ndarray
    start: np.ndarray
    end: np.ndarray
    forms: list[str]


def texts(folder: Path) -> Iterator[str]:
    """Title and text of every article."""
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield from (f"{row['title']}\n\n{row['content']}" for row in json.loads(archive.read(name)))


def read(folder: Path) -> Corpus:
    """The tokens of all texts; a sentence ends where one of its marks stands between two words."""
    ids: dict[str, int] = {}
    columns, sentence = [array("q") for _ in range(5)], 0
    for number, text in enumerate(texts(folder)):
        sentence, before = sentence + 1, 0
        for start, end in tokenise(text):
            sentence += any(mark in ENDS for mark in text[before:start])
            row = (ids.setdefault(text[start:end], len(ids)), sentence, number, start, end)
            for column, value in zip(columns, row, strict=True):
                column.append(value)
            before = end
    return Corpus(*(np.frombuffer(column, dtype=np.int64) for column in columns), list(ids))


def draw(corpus: Corpus, count: int) -> list[str]:
    """Half words, half phrases of two, of letters only and each word longer than two."""
    random, size = np.random.default_rng(SEED), len(corpus.forms)
    pairs = (corpus.types[:-1] * size + corpus.types[1:])[np.diff(corpus.sentence) == 0]
    drawn = []
    for codes, split in ((corpus.types, lambda code: (code,)), (pairs, lambda code: divmod(code, size))):
        distinct, counts = np.unique(codes, return_counts=True)
        frequent = distinct[np.argsort(-counts, kind="stable")[:FREQUENT]]
        phrases = ([corpus.forms[number] for number in split(code)] for code in random.permutation(frequent))
        whole = [" ".join(words) for words in phrases if all(len(w) > 2 and w.isalpha() for w in words)]
        drawn += whole[: count // 2]
    return drawn


def best(action: Callable[[], object], rounds: int) -> tuple[float, object]:
    """The least seconds of several rounds, and the last result."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        result = action()
        taken.append(time.perf_counter() - begin)
    return min(taken), result


def hits(corpus: Corpus, entries: list[str], found: Matches) -> pd.DataFrame:
    """The matches as a table, spans in code points."""
    first, last = found.first, found.last
    entry = pd.Categorical.from_codes(found.expression, categories=entries)
    columns = {"text": corpus.text[first], "sentence": corpus.sentence[first], "start": corpus.start[first]}
    return pd.DataFrame({**columns, "end": corpus.end[last], "entry": entry})


class Result(NamedTuple):
    """One way: its name, least seconds, what it finds, and every match as one number (see codes)."""

    way: str
    seconds: float
    finds: str
    matches: np.ndarray


def codes(first: np.ndarray, last: np.ndarray, entry: np.ndarray) -> np.ndarray:
    """One number for each match; no entry is longer than two words."""
    return ((np.asarray(first) << 1) + np.asarray(last) - first << 20) + entry


def ours(corpus: Corpus, entries: list[str], rounds: int) -> Iterator[Result]:
    """Our matcher, and the whole of what an edit of the codebook costs."""
    index = TypeIndex(corpus.forms, list(map(lemma, corpus.forms)), list(map(keys, corpus.forms)))
    expressions = [Expression(entry) for entry in entries]
    matcher = Matcher(expressions, index)
    seconds, found = best(lambda: matcher.find(corpus.types, corpus.sentence), rounds)
    matches = codes(found.first, found.last, found.expression)
    yield Result("ours", seconds, "inflected and clitic forms", matches)

    def edited() -> pd.DataFrame:
        changed = Matcher([*expressions[:-1], expressions[-1]._replace(forms=("السلام",))], index)
        return hits(corpus, entries, changed.find(corpus.types, corpus.sentence))

    seconds, table = best(edited, rounds)
    assert len(table) > len(matches), "the edited entry finds more"
    yield Result("ours: edit, compile, match, table", seconds, "the same", matches)


def rows(corpus: Corpus) -> list[list[tuple[str, int]]]:
    """The tokens of each text with their numbers, sentences parted by a line end."""
    found: list[list[tuple[str, int]]] = []
    text = sentence = -1
    for number, (type_id, its_sentence, its_text) in enumerate(zip(*map(np.ndarray.tolist, corpus[:3]), strict=True)):
        if its_text != text:
            found.append([])
        elif its_sentence != sentence:
            found[-1].append(("\n", -1))
        found[-1].append((corpus.forms[type_id], number))
        text, sentence = its_text, its_sentence
    return found


def aho_corasick(corpus: Corpus, entries: list[str], rounds: int) -> Result:
    """Run pyahocorasick over the joined tokens of each text."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for number, entry in enumerate(entries):
        automaton.add_word(f" {entry} ", (number, entry.count(" ")))
    automaton.make_automaton()
    texts = rows(corpus)
    joined = [f" {' '.join(word for word, _ in row)} " for row in texts]
    seconds, found = best(lambda: [list(automaton.iter(text)) for text in joined], rounds)
    matches = []
    for row, ends in zip(texts, found, strict=True):
        token_at = dict(zip(np.cumsum([len(word) + 1 for word, _ in row]).tolist(), (n for _, n in row), strict=True))
        matches += [(token_at[end] - more, token_at[end], number) for end, (number, more) in ends]
    return Result("pyahocorasick", seconds, "the exact string", codes(*np.array(matches).T))


def phrase_matcher(corpus: Corpus, entries: list[str], rounds: int) -> Result:
    """Run spaCy's PhraseMatcher over a Doc of each text."""
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    vocab = spacy.blank("ar").vocab
    matcher = PhraseMatcher(vocab)
    for number, entry in enumerate(entries):
        matcher.add(str(number), [Doc(vocab, words=entry.split())])
    numbers = {vocab.strings[str(number)]: number for number in range(len(entries))}
    texts = rows(corpus)
    docs = [Doc(vocab, words=[word for word, _ in row]) for row in texts]
    seconds, found = best(lambda: [matcher(doc) for doc in docs], rounds)
    matches = [
        (row[start][1], row[end - 1][1], numbers[key])
        for row, spans in zip(texts, found, strict=True)
        for key, start, end in spans
    ]
    return Result("spaCy PhraseMatcher", seconds, "the exact words", codes(*np.array(matches).T))


def show(corpus: Corpus, results: list[Result]) -> None:
    """Print the table; `of exact`: which share of the words found exactly a way finds as well."""
    others = [result.matches for result in results if result.finds.startswith("the exact")]
    exact = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *others]))
    print(f"{'':34} {'seconds':>8} {'M words/s':>10} {'matches':>10} {'of exact':>9}  finds")
    for way, seconds, finds, matches in results:
        shared = f"{np.isin(exact, matches).mean():.1%}" if len(exact) else "-"
        speed = len(corpus.types) / seconds / 1e6
        print(f"{way:34} {seconds:8.2f} {speed:10.2f} {len(matches):10,} {shared:>9}  {finds}")


def main(folder: Path, count: int = 5000, rounds: int = 5) -> None:
    """Read, draw, run every way that is installed, print."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    corpus = read(folder)
    entries = draw(corpus, count)
    print(f"python {' '.join(sys.argv)}")
    sizes = (corpus.text[-1] + 1, corpus.sentence[-1], len(corpus.types), len(corpus.forms), len(entries))
    print("{:,} texts, {:,} sentences, {:,} words of {:,} types; {:,} entries".format(*sizes))
    results = list(ours(corpus, entries, rounds))
    for way in (aho_corasick, phrase_matcher):
        try:
            results.append(way(corpus, entries, rounds))
        except ImportError:
            print(f"{way.__name__} {GET}")
    show(corpus, results)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
