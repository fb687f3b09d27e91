"""Which words a group has more often than the others, by how much, and in how many articles.

a and b: how often the word stands in the target and in the reference; c and d: the words of either. Effect sizes
say how large a difference is; `association.log_likelihood` says how many words speak for it. Neither says that
outlets differ: that takes articles, and enough of them.
"""

from math import comb
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.measures.association import Form, log_likelihood
from analysis.measures.dispersion import deviation_of_proportions
from analysis.measures.log_odds import pairwise, pooled
from analysis.measures.permutation import false_discovery

ABSENT = 1e-18  # stands for no occurrence, so that words absent there come first
SIDES = ["n", "n_reference", "size", "size_reference", "n_documents", "n_documents_reference"]
SCORES = ["g2", "log_ratio", "percent_diff", "z_pooled", "z_pairwise", "dp", "p", "q"]
COLUMNS = ["by", "group", "word", *SIDES, *SCORES]
AT_ONCE = 4_000_000  # words × draws that are held in memory


def log_ratio(a, b, c, d) -> np.ndarray:
    """Binary logarithm of the ratio of the relative frequencies: 1 is twice as frequent; 0 counts as .5 (Hardie 2014).

    Of a word that one side lacks it is therefore a number of the size of the other side's count, not a ratio.
    """
    return np.log2(np.maximum(a, 0.5) / c / (np.maximum(b, 0.5) / d))


def percent_diff(a, b, c, d) -> np.ndarray:
    """%DIFF, 100 (a/c - b/d) / (b/d); b = 0 is divided by 1e-18 (Gabrielatos 2018): for sorting, no percentage."""
    return 100 * (a / c - b / d) / np.where(b == 0, ABSENT, b / d)


def relative_risk(a, b, c, d) -> np.ndarray:
    """(a/c) / (b/d); inf where b = 0."""
    with np.errstate(divide="ignore"):
        return np.divide(a / c, b / d)


def odds_ratio(a, b, c, d) -> np.ndarray:
    """(a / (c - a)) / (b / (d - b)), of the sample; inf where b = 0."""
    with np.errstate(divide="ignore"):
        return np.divide(a / (c - a), b / (d - b))


def bic(g2, c, d) -> np.ndarray:
    """Approximate Bayes factor of a G², |G²| - ln(c + d); below 0 it speaks against a difference (Wilson 2013)."""
    return np.abs(g2) - np.log(c + d)


def smallest_p(n_target: int, n_reference: int) -> float:
    """The smallest p-value that articles dealt anew between two sides can give: 1 / C(n, n_target).

    2 v 3 articles can be dealt in 10 ways, so p is .10 or more whatever the texts say. Where both sides have as many
    articles and either direction counts, it is twice that.
    """
    return 1 / comb(n_target + n_reference, n_target)


def ranked(rows: pd.DataFrame, score: str) -> pd.DataFrame:
    """The rows by score, greatest first, equal ones by word: quanteda.textstats' order."""
    return rows.sort_values([score, "word"], ascending=[False, True], ignore_index=True)


def keywords(tokens: pd.DataFrame, by: str, inference: dict, seed: int, form: Form = "dunning") -> pd.DataFrame:
    """One row per group and word, the group against all others: the schema keywords without form and content.

    tokens: `words.word_tokens`; by: the column that holds the groups, in whose order the rows are, words by g2; form:
    which G² (`association.log_likelihood`). z_pooled, z_pairwise: `log_odds`, the prior being the word's count in all.
    n_documents_reference: documents in which another group has it. percent_diff is empty where the others lack the
    word, dp where the group does or has one document. p (see `document_p`) and q, its false-discovery rate over all
    rows with a p, are there only for words in inference['least_document_frequency'] documents, where either side has
    inference['least_documents'] documents and each document is of one group: fewer articles cannot give a small p
    (see `smallest_p`), and articles cannot be dealt between voices that share them. Else they are empty. With fewer
    than two groups there is no row.
    """
    cells = _cells(tokens, by)
    if cells["group"].nunique() < 2:
        return pd.DataFrame(columns=COLUMNS)
    rows = pooled(_sides(cells)).drop(columns="log_odds").rename(columns={"z": "z_pooled"})
    table = tuple(rows[name] for name in SIDES[:4])
    rows = rows.assign(
        by=by,
        g2=log_likelihood(*table, form=form),
        log_ratio=log_ratio(*table),
        percent_diff=percent_diff(*table).where(rows["n_reference"] > 0),
    )
    dealt = _documents(cells, inference["least_document_frequency"])
    groups = rows.groupby("group", observed=True)
    rows = pd.concat([_of_group(group, its_own, cells, dealt, inference, seed) for group, its_own in groups])
    tested = rows["p"].notna()
    rows.loc[tested, "q"] = false_discovery(rows.loc[tested, "p"].to_numpy())
    rows = ranked(rows, "g2").sort_values("group", kind="stable", ignore_index=True)
    return rows[COLUMNS].astype({"group": "str", "word": "str"})


def _cells(tokens: pd.DataFrame, by: str) -> pd.DataFrame:
    """group, word, doc_id, n: how often a group has a word in a document; only what there is."""
    cells = tokens.groupby([by, "word", "doc_id"], observed=True).size().rename("n").reset_index()
    cells = cells.rename(columns={by: "group"})
    names = {name: cells[name].astype("category").cat.remove_unused_categories() for name in cells.columns[:3]}
    return cells.assign(**names)


def _sides(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per group and word, also of words that the group lacks: counts, sizes and documents of both sides."""
    pairs = ["group", "word"]
    rows = cells.groupby(pairs, observed=False).agg(n=("n", "sum"), n_documents=("n", "size")).reset_index()
    alone = ~cells.duplicated(["word", "doc_id"], keep=False)  # no other group has the word in the document
    only = cells[alone].groupby(pairs, observed=False).size().to_numpy()
    documents = cells.drop_duplicates(["word", "doc_id"]).groupby("word", observed=False).size()
    size = rows.groupby("group", observed=True)["n"].transform("sum")
    return rows.assign(
        n_reference=rows.groupby("word", observed=True)["n"].transform("sum") - rows["n"],
        size=size,
        size_reference=rows["n"].sum() - size,
        n_documents_reference=np.tile(documents, len(rows) // len(documents)) - only,
    )


class Dealt(NamedTuple):
    """The documents as they are dealt between two sides."""

    counts: sparse.csr_array  # words × documents, of the words in enough documents
    words: pd.Index
    sizes: np.ndarray  # words of each document
    group: np.ndarray | None  # of each document; None where one is in several


def _documents(cells: pd.DataFrame, least: int) -> Dealt:
    word, document = cells["word"].cat.codes.to_numpy(), cells["doc_id"].cat.codes.to_numpy()
    of_document = cells.drop_duplicates(["doc_id", "group"]).sort_values("doc_id")
    single = of_document["doc_id"].is_unique
    counts = sparse.coo_array((cells["n"].to_numpy(float), (word, document))).tocsr()
    often = np.diff(counts.indptr) >= least
    sizes = counts.sum(axis=0)
    words = cells["word"].cat.categories[often]
    return Dealt(counts[often], words, sizes, of_document["group"].to_numpy() if single else None)


def _of_group(
    group: str, rows: pd.DataFrame, cells: pd.DataFrame, dealt: Dealt, inference: dict, seed: int
) -> pd.DataFrame:
    """The rows of one group with z_pairwise, dp, p and an empty q."""
    its_own = cells[cells["group"] == group].rename(columns={"doc_id": "part"})
    dp = deviation_of_proportions(its_own, its_own.groupby("part", observed=True)["n"].sum())
    p = pd.Series(dtype=float)
    if dealt.group is not None:
        member = dealt.group == group
        if min(member.sum(), (~member).sum()) >= inference["least_documents"]:
            p = pd.Series(document_p(dealt.counts, dealt.sizes, member, seed, inference["draws"]), dealt.words)
    words = rows["word"].astype("str")
    z = pairwise(rows["n"], rows["n_reference"], rows["n"] + rows["n_reference"])
    return rows.assign(z_pairwise=z, dp=words.map(dp), p=words.map(p).astype(float), q=np.nan)


def document_p(counts: sparse.csr_array, sizes: np.ndarray, member: np.ndarray, seed: int, draws: int) -> np.ndarray:
    """One p-value per word: how often documents dealt by lot set it as far apart as the real sides, or farther.

    counts: words × documents; sizes: words per document; member: which documents are the target's. Apart is the
    absolute log ratio; whole documents change sides, as in `permutation.document_permutation`, and p is (1 + as far)
    / (1 + draws). Documents that copy one another are not exchangeable: leave wire copy out first.
    """
    rng = np.random.default_rng(seed)
    real = _apart(counts, sizes, member[:, None])
    as_far = np.zeros(counts.shape[0], dtype=int)
    for first in range(0, draws, step := 1 + AT_ONCE // (1 + counts.shape[0])):
        dealt = np.tile(member, (min(step, draws - first), 1))
        as_far += (_apart(counts, sizes, rng.permuted(dealt, axis=1).T) >= real - 1e-12).sum(axis=1)
    return (1 + as_far) / (1 + draws)


def _apart(counts: sparse.csr_array, sizes: np.ndarray, member: np.ndarray) -> np.ndarray:
    """Words × deals: the absolute log ratio; member: documents × deals."""
    a, c = counts @ member.astype(float), sizes @ member
    return np.abs(log_ratio(a, counts.sum(axis=1)[:, None] - a, c, sizes.sum() - c))
