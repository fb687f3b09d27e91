"""Which span of a table a place in a text falls into."""

import numpy as np
import pandas as pd

LONGEST = 40  # bits: more code points than any text has


def containing(places: pd.DataFrame, spans: pd.DataFrame) -> np.ndarray:
    """For each place (doc_id, start), the row of the last span of its document that starts at or before it.

    spans: doc_id, start, each document's rows together and by start; every place must follow a span's start.
    """
    order = {doc_id: number for number, doc_id in enumerate(spans["doc_id"].unique())}
    at, begin = (
        rows["doc_id"].map(order).to_numpy(dtype=np.int64) << LONGEST | rows["start"].to_numpy(dtype=np.int64)
        for rows in (places, spans)
    )
    return np.searchsorted(begin, at, side="right") - 1
