"""Craig's Zeta: in how many more of one side's segments a word stands than of the other's."""

import pandas as pd


def zeta(tokens: pd.DataFrame, by: str, target: str, length: int | None = None) -> pd.DataFrame:
    """One row per word: p_target, p_reference (shares of segments with it), zeta = p_target - p_reference, sorted.

    tokens: `words.word_tokens`, in the order of the texts; by: the column that holds the sides, target: one of its
    values, set against all others. length: words of a segment; what is left over at the end of an article is left
    out, and so is a shorter article; without it every article is one segment. n_target, n_reference: segments.
    Form sd0: subtraction of document proportions, not transformed (Schöch et al. 2018; Craig and Kinney 2009; Burrows
    2007). Between -1 and 1. It takes no note of how often a word stands in a segment, and is no test.
    """
    segments = _segments(tokens, by, length)
    mine = (segments[by] == target).rename("mine")
    n_segments = segments.drop_duplicates([by, "doc_id", "segment"]).groupby(mine).size()
    n_segments = n_segments.reindex([True, False], fill_value=0)
    once = segments.drop_duplicates([by, "doc_id", "segment", "word"])
    found = once.groupby([once["word"], mine], observed=True).size().unstack(fill_value=0)
    shares = found.reindex(columns=[True, False], fill_value=0) / n_segments
    rows = pd.DataFrame({"p_target": shares[True], "p_reference": shares[False]})
    rows = rows.assign(zeta=rows["p_target"] - rows["p_reference"])
    rows = rows.assign(n_target=n_segments[True], n_reference=n_segments[False])
    rows = rows.reset_index().astype({"word": "str"})
    return rows.sort_values(["zeta", "word"], ascending=[False, True], ignore_index=True)


def _segments(tokens: pd.DataFrame, by: str, length: int | None) -> pd.DataFrame:
    """The words of full segments, with the number of the segment in its article and side."""
    if length is None:
        return tokens.assign(segment=0)
    texts = tokens.groupby([by, "doc_id"], observed=True, sort=False)
    segment = texts.cumcount() // length
    return tokens.assign(segment=segment)[segment < texts["word"].transform("size") // length]
