"""Quotations, reporting words, speakers and voices, timed: python benchmarks/voices.py CORPUS [ARTICLES].

CORPUS: a zip or folder of SaudiNewsNet; ARTICLES: how many of it are read, spread evenly (2000). Prints the speed over
all of them, read thrice, and the cost of one article of up to 5 MB that is made of their texts: one line a paragraph,
as they come, and all on one line. Processor seconds on one core, tables in memory; cleaning is not counted.
"""

import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from analysis.codebook import Codebook, read_codebook
from analysis.corpus import read_corpus
from analysis.pipeline import code
from analysis.study import OWN, read_study
from analysis.voices.voices import find_voices

STUDY = """
title: SaudiNewsNet
corpus: .
columns: {text: content, title: title, outlet: source, published: date_extracted, url: url}
"""
INPUTS = ("texts", "lines", "sentences", "tokens", "types")
SIZES = (0.5, 1.0, 2.0, 5.0)  # MB of one article
MB = 1e6


def documents(corpus: Path) -> list[dict]:
    """The articles of the corpus, each zip with ids of its own."""
    paths = sorted(corpus.glob("*.zip")) if corpus.is_dir() else [corpus]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "study.yml").write_text(STUDY, encoding="utf-8")
        return [document for path in paths for document in read_corpus(read_study(Path(folder), path))]


def megabytes(texts: pd.Series) -> float:
    """Size of the texts in UTF-8."""
    return sum(len(text.encode()) for text in texts) / MB


def speed(name: str, batch: list[dict], codebook: Codebook, runs: int = 1) -> None:
    """Print the size of a batch and the processor seconds that its voices take, run by run."""
    tables = code(batch, codebook)
    inputs, size = [tables[name] for name in INPUTS], megabytes(tables["texts"]["text"])
    published = dict(zip(tables["documents"]["doc_id"], tables["documents"]["published"], strict=True))
    for _ in range(runs):
        begin = time.process_time()
        find_voices(*inputs, codebook.books, published)
        taken = time.process_time() - begin
        print(f"{name:24}{size:8.2f}{taken:10.2f}{size / taken:8.2f}")


def long(batch: list[dict], size: float, between: str) -> dict:
    """One article of so many MB, made of the texts of a batch."""
    text = between.join(document["text"].replace("\n", between) for document in batch).encode()[: int(size * MB)]
    return batch[0] | {"text": text.decode(errors="ignore"), "titled": False}


def main(corpus: Path, articles: int) -> None:
    """Print the two tables."""
    every, codebook = documents(corpus), read_codebook(OWN)
    batch = every[:: max(1, len(every) // articles)][:articles]
    print("python " + " ".join(["benchmarks/voices.py", corpus.name, str(articles)]))
    print(f"{'':24}{'MB':>8}{'seconds':>10}{'MB/s':>8}")
    speed(f"{len(batch)} articles", batch, codebook, runs=3)
    for between, name in (("\n", "paragraphs"), (" ", "one line")):
        for size in SIZES:
            speed(f"one article, {name}", [long(batch, size, between)], codebook)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
