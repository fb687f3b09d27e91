"""How figures name single reports: by outlet and short id."""

import pandas as pd


def report_heads(names: pd.Series) -> list[tuple[str, str]]:
    """Return outlet name and short id of each report; `names`: the outlets' names (null: none) by doc_id.

    The id is cut at its first "_" if all stay distinct; where there is no name the id stands in its place.
    """
    short = [doc_id.split("_")[0] for doc_id in names.index]
    ids = short if len(set(short)) == len(short) else names.index
    pairs = zip(names, ids, strict=True)
    return [(name, doc_id) if isinstance(name, str) and name.strip() else (doc_id, "") for name, doc_id in pairs]
