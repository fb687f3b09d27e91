"""A random sample of units, proportional over strata."""

import hashlib
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.errors import InputError


def sample(
    units: pd.DataFrame, documents: pd.DataFrame, size: int, seed: int, strata: Sequence[str] = ("outlet",)
) -> pd.DataFrame:
    """A random sample of `size` units, or all where there are fewer, in the random order in which they are coded.

    Each unit has a permanent random number, a hash of seed and id; of every stratum (a combination of values
    of the columns `strata` of documents) those with the lowest are taken (Ohlsson 1995, sequential simple random
    sampling). So the sample depends on no order of rows, its first rows are themselves a random sample, a larger
    size keeps all of it, and a corpus to which documents are added most of it. Stratum sizes: see `allocate`.
    Where small strata are raised to one, figures over the whole sample give them more weight than the corpus does.
    Raises InputError for a column that documents has not, and for fewer units than strata.
    """
    pool = units.assign(
        stratum=units["doc_id"].map(_strata(documents, strata)),
        number=[hashlib.sha256(f"{seed}:{unit}".encode()).hexdigest() for unit in units["unit"]],
    ).sort_values("number")
    taken = allocate(pool["stratum"].value_counts().sort_index().to_dict(), size)
    within = pool.groupby("stratum").cumcount()
    chosen = pool[within < pool["stratum"].map(taken)]
    return chosen.drop(columns=["stratum", "number"]).reset_index(drop=True)


def allocate(available: Mapping[int, int], size: int) -> dict[int, int]:
    """How many units each stratum gives: proportional to its units, at least one, `size` in all (or all there are).

    After one each, the next unit goes to the stratum with the largest N / (2n + 1), n those it has (Sainte-Laguë
    1910; Balinski and Young 1982, Webster's method), so that no stratum gives fewer in a larger sample; nor more
    than it has, since with all units taken each gives just those.
    """
    if size < len(available):
        raise InputError(
            f"study.yml: coding.size: {size} sentences are fewer than the {len(available)} strata; "
            "raise the size, or name fewer columns in coding.strata"
        )
    taken = dict.fromkeys(available, 1)
    for _ in range(min(size, sum(available.values())) - len(available)):
        taken[max(available, key=lambda stratum: available[stratum] / (2 * taken[stratum] + 1))] += 1
    return taken


def _strata(documents: pd.DataFrame, columns: Sequence[str]) -> dict[str, int]:
    """Document → number of its stratum; all are one where no column is named."""
    if unknown := [column for column in columns if column not in documents]:
        raise InputError(
            f"study.yml: coding.strata: the table documents has no column {unknown[0]!r}; "
            f"name some of {', '.join(documents.columns)}"
        )
    keys = [tuple(row) for row in documents[list(columns)].to_numpy()]
    numbers = {key: number for number, key in enumerate(sorted(set(keys)))}
    return {doc_id: numbers[key] for doc_id, key in zip(documents["doc_id"], keys, strict=True)}
