"""What was said in an event, report by report: how each has it, and how far down."""

import pandas as pd

MOST_CLAIMS, MOST_REPORTS = 24, 10  # what a figure holds
GIVEN = ("quoted", "reported")


def claim_grid(
    claims: pd.DataFrame,
    documents: pd.DataFrame,
    texts: pd.DataFrame,
    most_claims: int = MOST_CLAIMS,
    most_reports: int = MOST_REPORTS,
) -> pd.DataFrame:
    """One row per claim and report: quoted, reported or absent, with its position.

    claims: those of one event; documents: its reports. Of more than a figure holds, the reports that share the most
    claims with others, and the claims in the most of these reports, then the longest, are taken. Where a report says
    a thing twice, the quotation counts, then the longer passage. Claims stand under their speakers, those with most
    claims first.
    Columns as in the schema claim_grid. 'absent' says that the article does not have it, and nothing of why.
    """
    reports = _reports(claims, documents, most_reports)
    best = _best(claims[claims["doc_id"].isin(reports["doc_id"])])
    chosen = _chosen(best, most_claims)
    wording = _wordings(claims[claims["claim"].isin(chosen["claim"])], texts)
    cells = chosen.merge(reports[["doc_id", "outlet_name_ar"]], how="cross")
    cells = cells.assign(event=claims["event"].iloc[0] if len(claims) else "", text=cells["claim"].map(wording))
    columns = ["given", "shortened", "decided", "position", "n_words"]
    found = cells.merge(best[["claim", "doc_id", *columns]], on=["claim", "doc_id"], how="left", validate="one_to_one")
    empty = {"given": "absent", "shortened": False, "decided": "", "n_words": 0}
    found = found.fillna(empty).astype({"shortened": bool, "n_words": "int64"})
    order = ["event", "claim", "speaker", "text", "doc_id", "outlet_name_ar", *columns]
    return found[order]


def claim_order(grid: pd.DataFrame) -> pd.DataFrame:
    """The rows of a claim grid that are there, of claims in two reports or more, by how early they stand on average.

    Columns as in the schema claim_order.
    """
    there = grid[grid["given"] != "absent"]
    there = there[there.groupby("claim")["doc_id"].transform("size") > 1]
    mean = there.groupby("claim")["position"].transform("mean")
    rows = there.assign(mean=mean).sort_values(["mean", "claim"], kind="stable")
    return rows[["event", "claim", "speaker", "text", "doc_id", "outlet_name_ar", "position"]].reset_index(drop=True)


def _reports(claims: pd.DataFrame, documents: pd.DataFrame, most: int) -> pd.DataFrame:
    """The reports that are shown, in the order of the documents."""
    shared = claims[claims.groupby("claim")["doc_id"].transform("nunique") > 1]
    n = shared.groupby("doc_id")["claim"].nunique()
    ranked = documents["doc_id"].map(n).fillna(0).sort_values(ascending=False, kind="stable")
    return documents.loc[ranked.index[:most].sort_values()]


def _best(claims: pd.DataFrame) -> pd.DataFrame:
    """One passage for each claim and report."""
    rank = claims["given"].map(GIVEN.index)
    ranked = claims.assign(rank=rank).sort_values(["rank", "n_words"], ascending=[True, False], kind="stable")
    return ranked.drop_duplicates(["claim", "doc_id"])


def _chosen(best: pd.DataFrame, most: int) -> pd.DataFrame:
    """Claim and speaker of the claims that are shown, in the order of the figure."""
    per_claim = best.sort_values("n_words", ascending=False, kind="stable").groupby("claim", as_index=False)
    rows = per_claim.agg(
        speaker=("speaker", "first"),
        reports=("doc_id", "nunique"),
        words=("n_words", "max"),
        first=("position", "min"),
    )
    rows = rows.sort_values(["reports", "words", "claim"], ascending=[False, False, True]).head(most)
    weight = rows.groupby("speaker")["claim"].transform("size").where(rows["speaker"] != "", 0)
    rows = rows.assign(weight=weight).sort_values(
        ["weight", "speaker", "reports", "first", "claim"], ascending=[False, True, False, True, True]
    )
    return rows[["claim", "speaker"]]


def _wordings(claims: pd.DataFrame, texts: pd.DataFrame) -> pd.Series:
    """Claim → its longest wording."""
    longest = claims.sort_values(["n_words", "doc_id"], ascending=[False, True], kind="stable").drop_duplicates("claim")
    text = dict(zip(texts["doc_id"], texts["text"], strict=True))
    cut = [" ".join(text[row.doc_id][row.start : row.end].split()) for row in longest.itertuples()]
    return pd.Series(cut, index=longest["claim"], dtype="str")
