"""Re-coding a study after an edit of its codebook: python benchmarks/recoding.py STUDY [ROUNDS].

STUDY: a study folder whose tables are made. Each round adds a form to one entry of the frames and codes all tokens
anew in this process, as `itar tables` does when text and voices are known; the medians of ROUNDS (5) are shown, seconds
of wall clock and of processor. What is read and indexed before the first round is told apart.
"""

import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from analysis.codebook import study_codebook  # noqa: E402
from analysis.hits import Text, frame_hits  # noqa: E402
from analysis.schemes import Scheme  # noqa: E402
from analysis.study import read_study  # noqa: E402
from analysis.tables import read_table  # noqa: E402


def edited(scheme: Scheme, round_: int) -> Scheme:
    """The scheme with one form more in an entry, another one each round."""
    frame = scheme.frames[round_ % len(scheme.frames)]
    entry = frame.entries[0].model_copy(update={"forms": (*frame.entries[0].forms, "المستجد")})
    changed = frame.model_copy(update={"entries": (entry, *frame.entries[1:])})
    return scheme.model_copy(update={"frames": tuple(changed if f is frame else f for f in scheme.frames)})


def main(folder: Path, rounds: int = 5) -> None:
    """Read, index, re-code, print."""
    study = read_study(folder)
    scheme = study_codebook(study).frames
    begin = time.perf_counter()
    tables = [read_table(study.tables, name) for name in ("tokens", "types", "sentences", "voices")]
    read = time.perf_counter()
    text = Text(*tables)
    indexed = time.perf_counter()
    hits = len(frame_hits(text, scheme))
    first = time.perf_counter()
    wall, processor = [], []
    for round_ in range(rounds):
        scheme = edited(scheme, round_)
        clock, used = time.perf_counter(), time.process_time()
        frame_hits(text, scheme)
        wall.append(time.perf_counter() - clock)
        processor.append(time.process_time() - used)
    print(f"python {' '.join(sys.argv)}")
    print(f"{len(tables[0]):,} words, {sum(len(f.entries) for f in scheme.frames):,} entries, {hits:,} hits")
    print(f"read {read - begin:.2f} s, index {indexed - read:.2f} s, first coding {first - indexed:.2f} s")
    print(f"re-coding after an edit: {median(wall):.2f} s, of the processor {median(processor):.2f} s")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
