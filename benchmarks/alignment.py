"""All pairs of the reports of one event laid side by side, timed: python benchmarks/alignment.py CORPUS [EVENT].

CORPUS: a study, or a .jsonl of articles with the columns of SaudiNewsNet (content, title, source, date, event). Its
articles are coded once; then 50 to 800 of those that report EVENT are drawn (seed 7, each set holds the smaller ones;
fewer where there are fewer), and their passages compared as reports of one event, three times: the median counts.
Without EVENT the articles are drawn from all, as if all reported one event. Coding is not counted. The seconds are
those of the wall, since the candidates are found on all cores.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from analysis.codebook import study_codebook  # noqa: E402
from analysis.comparison import compared_corpus  # noqa: E402
from analysis.corpus import read_corpus  # noqa: E402
from analysis.events.candidates import candidates  # noqa: E402
from analysis.events.passages import passages, words_of  # noqa: E402
from analysis.events.rules import Rules  # noqa: E402
from analysis.events.tables import Corpus, side_by_side  # noqa: E402
from analysis.pipeline import code  # noqa: E402
from analysis.study import read_study  # noqa: E402

STUDY = """
title: Articles
corpus: .
columns: {text: content, title: title, outlet: source, published: date, event: event}
"""
SIZES, SEED, ROUNDS = (50, 100, 200, 400, 800), 7, 3
PARTS = ("documents", "texts", "sentences", "tokens", "voices")  # of Corpus: the tables with a document in each row


class Row(NamedTuple):
    """A set of articles: how many; its passages, the pairs of them that are tried, those that pair; median seconds."""

    articles: int
    passages: int
    tried: int
    pairs: int
    seconds: float

    def per_pair(self) -> float:
        """Milliseconds for each pair of articles."""
        return 1000 * self.seconds / (self.articles * (self.articles - 1) / 2)


def coded(path: Path) -> tuple[Corpus, Rules]:
    """The articles of a study, or of a file, ready to be compared; and the rules of the codebook."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "study.yml").write_text(STUDY, encoding="utf-8")
        study = read_study(path) if path.is_dir() else read_study(Path(folder), path)
        codebook = study_codebook(study)
        return compared_corpus(code(read_corpus(study), codebook), codebook), codebook.events


def drawn(corpus: Corpus, event: str) -> list[str]:
    """The ids of the articles that report the event, of all if none is named, in random order; no article twice."""
    documents = corpus.documents[corpus.documents["duplicate_of"] == ""]
    chosen = documents[documents["event"] == event] if event else documents
    if len(chosen) < 2:
        sys.exit(f"{event}: fewer than two articles; the events are {', '.join(sorted(set(documents['event'])))}")
    return np.random.default_rng(SEED).permutation(chosen["doc_id"].to_numpy(dtype=object)).tolist()


def only(corpus: Corpus, doc_ids: list[str]) -> Corpus:
    """The corpus with these articles alone, as reports of one event."""
    parts = {name: getattr(corpus, name) for name in PARTS}
    kept = {name: part[part["doc_id"].isin(doc_ids)] for name, part in parts.items()}
    return corpus._replace(**kept | {"documents": kept["documents"].assign(event="one")})


def tried(corpus: Corpus, rules: Rules) -> int:
    """How many pairs of passages have so many words in common that they are compared closely."""
    words = words_of(corpus.tokens, corpus.texts, corpus.key, corpus.content, corpus.naming)
    spoken = passages(corpus.voices, words, corpus.texts["doc_id"].tolist(), rules, corpus.types)
    return len(candidates(spoken, words, rules.least_common.value).i)


def measured(corpus: Corpus, rules: Rules) -> Row:
    """What is found in the reports of a corpus, and how long it takes."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        found = side_by_side(corpus, rules)
        taken.append(time.perf_counter() - begin)
    sizes = len(corpus.documents), len(found["claims"]), tried(corpus, rules), len(found["variants"])
    return Row(*sizes, statistics.median(taken))


def growth(rows: list[Row]) -> float:
    """The exponent k of seconds ~ articlesᵏ: the slope of a straight line through the logarithms (least squares)."""
    return float(np.polyfit(*np.log([(row.articles, row.seconds) for row in rows]).T, 1)[0])


def main(path: Path, event: str = "") -> None:
    """Print the table."""
    corpus, rules = coded(path)
    order = drawn(corpus, event)
    print("python " + " ".join(["benchmarks/alignment.py", path.name, event]).strip())
    print(f"{'articles':>8}{'passages':>10}{'candidates':>12}{'pairs':>8}{'seconds':>9}{'ms a pair of articles':>23}")
    rows = []
    for size in sorted({min(size, len(order)) for size in SIZES}):
        row = measured(only(corpus, order[:size]), rules)
        print(f"{row.articles:8,}{row.passages:10,}{row.tried:12,}{row.pairs:8,}", end="")
        print(f"{row.seconds:9.2f}{row.per_pair():23.3f}", flush=True)
        rows.append(row)
    if len(rows) > 1:
        print(f"seconds ~ articles to the power of {growth(rows):.2f}; of the last two sets, {growth(rows[-2:]):.2f}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *sys.argv[2:3])
