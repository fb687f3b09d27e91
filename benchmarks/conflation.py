"""How well forms of one word are put together: python benchmarks/conflation.py CORPORA.

CORPORA: a folder that holds ud-padt-2016-dev/ar-ud-dev.conllu (newswire with gold lemmas; its clitics are joined
to their words again here, as they are printed) and wikinews-farasa/WikiNews.pos.ref (news with gold segments, no
lemmas: its gold class is the stem without clitics and endings, so broken plurals and persons of a verb are apart
in it, and putting them together counts as a mistake there). Words without a gold analysis are left out.

B-cubed (Bagga & Baldwin 1998), over tokens: precision is the mean share of the tokens with a token's lemma that have
its gold class, recall the mean share of its gold class that has its lemma; F their harmonic mean.
Entry retrieval: every gold class of at least two forms is an entry of a codebook, in dictionary form (WikiNews:
its shortest form). `pooled`: precision and recall over the tokens found for all entries; `per entry`: their means
over the entries, an entry that finds nothing having precision 0.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from analysis.text.dictionary import unmarked  # noqa: E402
from analysis.text.matching import Expression, Matcher, TypeIndex  # noqa: E402
from analysis.text.morphology import ENCLITICS, lemma  # noqa: E402
from analysis.text.words import fold  # noqa: E402

CONTENT = {"NOUN", "ADJ", "VERB", "PROPN", "V"}
PREFIXES = {"و", "ف", "ب", "ل", "ك", "س"}
AFFIXES = {"DET", "CONJ", "PREP", "PRON", "NSUFF", "CASE", "PART", "FUTPART"}
UNANALYSED = ("U", "Y")  # PADT's tags of words that its analyser did not know


class Word(NamedTuple):
    """A word as printed, its gold class, the dictionary form of that class, and its part of speech."""

    form: str
    gold: str
    term: str
    pos: str


def padt(path: Path) -> Iterator[Word]:
    """The words of a CoNLL-U file whose clitics stand alone, joined as they are printed."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        yield from (word for word, tag in _printed(rows) if not tag.startswith(UNANALYSED))


def _printed(rows: list[list[str]]) -> list[tuple[Word, str]]:
    found: list[tuple[Word, str]] = []
    before = ""
    for _, form, base, pos, tag, *_ in rows:
        form, base = (unmarked(text.replace("ٱ", "ا")) for text in (form, base))
        if pos == "PUNCT":
            before = ""
        elif form in PREFIXES and tag[0] in "PCF":
            before += form
        elif tag.startswith("SP") and form in ENCLITICS and found and not before:
            word, its_tag = found[-1]
            found[-1] = word._replace(form=_before_pronoun(word) + form), its_tag
        else:
            form = "ل" + form[2:].removeprefix("ل") if before.endswith("ل") and form.startswith("ال") else form
            form = before.removesuffix("ل") + "ل" + form if form[:1] == "ل" and before.endswith("ل") else before + form
            found.append((Word(form, fold(base), base, pos), tag))
            before = ""
    return found


def _before_pronoun(word: Word) -> str:
    if word.form.endswith("ة"):
        return word.form[:-1] + "ت"
    return word.form[:-1] + "ا" if word.form.endswith("ى") and word.pos == "VERB" else word.form


def wikinews(path: Path) -> Iterator[Word]:
    """The words of Farasa's file of segments and their parts of speech."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        segments, tags = (column.split("+") for column in line.split("\t")[:2])
        form = unmarked("".join(segments).replace("لال", "لل") if "DET" in tags else "".join(segments))
        stem = [segment for segment, tag in zip(segments, tags, strict=False) if tag not in AFFIXES]
        if len(stem) == 1 or len(segments) == 1:
            pos = next((tag for tag in tags if tag not in AFFIXES), tags[0])
            yield Word(form, fold((stem or segments)[0]), "", pos)


def b_cubed(found: list[str], gold: list[str]) -> tuple[float, float, float]:
    """Precision, recall and F."""
    ours, theirs, both = Counter(found), Counter(gold), Counter(zip(found, gold, strict=True))
    precision = sum(n * n / ours[key] for (key, _), n in both.items()) / len(gold)
    recall = sum(n * n / theirs[key] for (_, key), n in both.items()) / len(gold)
    return precision, recall, harmonic(precision, recall)


def harmonic(precision: float, recall: float) -> float:
    """F with equal weights."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def entries(words: list[Word]) -> dict[str, str]:
    """Gold class → term, of the classes with two forms or more."""
    forms, terms = defaultdict(set), {}
    for word in words:
        forms[word.gold].add(fold(word.form))
        terms[word.gold] = word.term or min(word.form, terms.get(word.gold, word.form), key=lambda f: (len(f), f))
    return {gold: term for gold, term in terms.items() if len(forms[gold]) > 1}


def retrieval(words: list[Word]) -> tuple[int, tuple, tuple]:
    """The number of entries, and precision, recall and F pooled and per entry."""
    asked = entries(words)
    types = sorted({word.form for word in words})
    number = {form: at for at, form in enumerate(types)}
    ids = np.array([number[word.form] for word in words])
    index = TypeIndex(types, [lemma(form) for form in types])
    found = Matcher(map(Expression, asked.values()), index).find(ids, np.arange(len(ids)))
    classes = {gold: at for at, gold in enumerate(asked)}
    gold = np.array([classes.get(word.gold, -1) for word in words])
    right, given, wanted = (
        np.bincount(column, minlength=len(asked))
        for column in (found.expression[gold[found.first] == found.expression], found.expression, gold[gold >= 0])
    )
    pooled = (right.sum() / given.sum(), right.sum() / wanted.sum())
    each = ((right / np.maximum(given, 1)).mean(), (right / wanted).mean())
    return len(asked), (*pooled, harmonic(*pooled)), (*each, harmonic(*each))


def row(name: str, words: list[Word], key: Callable[[str], str]) -> str:
    """One line of the table: B-cubed by a key."""
    figures = b_cubed([key(word.form) for word in words], [word.gold for word in words])
    return f"{name:34} {len(words):7,}   " + " ".join(f"{figure:.3f}" for figure in figures)


def main(folder: Path) -> None:
    """Print the table."""
    sources = {
        "PADT": padt(folder / "ud-padt-2016-dev" / "ar-ud-dev.conllu"),
        "WikiNews": wikinews(folder / "wikinews-farasa" / "WikiNews.pos.ref"),
    }
    print(f"{'':34} {'tokens':>7}   B-cubed P R F       entries   pooled P R F        per entry P R F")
    for name, source in sources.items():
        every = [word for word in source if re.match(r"[^\W\d_]", word.form)]
        for kind, words in (("all words", every), ("content words", [w for w in every if w.pos in CONTENT])):
            print(row(f"{name}, {kind}: as written", words, fold))
            count, *parts = retrieval(words)
            figures = "   ".join(" ".join(f"{figure:.3f}" for figure in part) for part in parts)
            print(row(f"{name}, {kind}: lemma", words, lemma), f"  {count:7,}   {figures}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
