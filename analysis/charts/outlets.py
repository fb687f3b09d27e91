"""The outlets of a table: their rows and their names."""

from collections.abc import Iterator

import pandas as pd


def by_outlet(table: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each outlet's name and its rows, in the table's order; an unknown outlet is one as well.

    The name is the Arabic one, else the English one, else the id, else "؟".
    """
    for _, rows in table.groupby("outlet", sort=False, dropna=False):
        yield _name(rows.iloc[0]), rows


def _name(row: pd.Series) -> str:
    names = (row["outlet_name_ar"], row["outlet_name_en"], row["outlet"])
    return next((name for name in names if isinstance(name, str) and name.strip()), "؟")
