"""How often each value occurs, in an order that never depends on chance."""

import pandas as pd


def by_frequency(values: pd.Series) -> pd.Series:
    """The distinct values with their counts, the most frequent first, of equals the first by name."""
    return values.value_counts().sort_index().sort_values(ascending=False, kind="stable")
