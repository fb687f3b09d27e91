"""Shared wording, all pairs counted beside MinHash LSH: python benchmarks/reuse.py CORPUS.

CORPUS: a folder of zip files of JSON arrays with `title` and `content` (SaudiNewsNet), of which 500 to 31,000 articles
are drawn (seed 7, each set holds the smaller ones). Both ways get the five-word sequences of the folded words and run
in a process of their own, until it takes more than 5 minutes or 6 GB of data. `exact` finds every pair of articles
that share a sequence, LSH (datasketch) only pairs from the Jaccard index `copy_share` of codebook/events.yml on.
MB: the most memory the process held beyond what it began with; of exact: which share of the pairs from that index on
LSH finds, where the exact way got so far.
"""

import json
import multiprocessing
import resource
import sys
import time
import zipfile
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from analysis.codebook import read_codebook  # noqa: E402
from analysis.events.reuse import shared_wording, shingles  # noqa: E402
from analysis.study import OWN  # noqa: E402
from analysis.text.words import fold, tokenise  # noqa: E402

SIZES, SEED = (500, 1000, 2000, 4000, 8000, 16_000, 31_000), 7
MINUTES, GIGABYTES = 5, 6
ALL_PAIRS, LSH = sys.maxsize, 1  # exact_below
Shingles = dict[str, np.ndarray]


class Result(NamedTuple):
    """Seconds, MB, how many pairs were found, and which of them are near copies."""

    seconds: float
    megabytes: float
    found: int
    copies: frozenset[tuple[str, str]]


def sequences(folder: Path) -> Shingles:
    """By article, in random order, the five-word sequences of its folded words."""
    folded: dict[str, str] = {}
    numbers: dict[str, int] = {}
    rows = []
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            rows += [row for name in archive.namelist() for row in json.loads(archive.read(name))]
    found = {}
    for place in np.random.default_rng(SEED).permutation(len(rows))[: max(SIZES)]:
        text = f"{rows[place]['title']}\n\n{rows[place]['content']}"
        forms = (text[start:end] for start, end in tokenise(text))
        keys = (folded.get(form) or folded.setdefault(form, fold(form)) for form in forms)
        found[str(place)] = shingles(np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64))
    return found


def measured(found: Shingles, exact_below: int, least: float) -> Result | None:
    """What one way finds and costs, in a process of its own; nothing where it takes too much."""
    ours, its = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_compare, args=(its, found, exact_below, least))
    process.start()
    result = ours.recv() if ours.poll(MINUTES * 60) else None
    process.kill()
    process.join()
    return result


def _compare(to: Connection, found: Shingles, exact_below: int, least: float) -> None:
    """Send the result, or nothing where the memory does not last."""
    resource.setrlimit(resource.RLIMIT_DATA, (GIGABYTES << 30, GIGABYTES << 30))
    begin, before = time.perf_counter(), _held()
    try:
        table = shared_wording(found, exact_below, least)
    except MemoryError:
        return to.send(None)
    seconds = time.perf_counter() - begin
    copies = table[table["jaccard"] >= least]
    pairs = frozenset(zip(copies["doc_a"], copies["doc_b"], strict=True))
    to.send(Result(seconds, _held() - before, len(table), pairs))


def _held() -> float:
    """The most MB that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(folder: Path) -> None:
    """Print the table."""
    found, least = sequences(folder), read_codebook(OWN).events.copy_share.value
    print(f"python benchmarks/reuse.py {folder.name}")
    print(f"{'articles':>8}  {'way':6}{'seconds':>9}{'MB':>8}{'pairs':>12}{f'Jaccard ≥ {least}':>15}{'of exact':>10}")
    for size in SIZES:
        first = dict(list(found.items())[:size])
        ways = {"exact": measured(first, ALL_PAIRS, least), "LSH": measured(first, LSH, least)}
        for way, result in ways.items():
            print(f"{len(first):8,}  {way:6}{_row(result, ways['exact'])}", flush=True)


def _row(result: Result | None, exact: Result | None) -> str:
    """The columns of a result."""
    if not result:
        return f"   over {MINUTES} minutes or {GIGABYTES} GB"
    shared = f"{len(result.copies & exact.copies) / len(exact.copies):.1%}" if exact and exact.copies else "-"
    return f"{result.seconds:9.2f}{result.megabytes:8,.0f}{result.found:12,}{len(result.copies):15,}{shared:>10}"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
