"""The watermark of what was not shown to agree with coders: a mark on its name, paler marks, a note."""

import pandas as pd

from analysis.charts.text import width, wrapped

MARK = " ※"
NOTE = " المعلَّم بـ※ لم يثبت اتفاقه مع المرمّزين."


def marked(name: str, doubtful: bool) -> str:
    """Return the name as a figure bears it: with the mark if it is in doubt."""
    return name + MARK if doubtful else name


def decided(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with its column doubtful; where it has none, no row is in doubt."""
    return table if "doubtful" in table else table.assign(doubtful=False)


def frame_names(table: pd.DataFrame) -> dict[str, str]:
    """Return frame → name with its mark, in the order of a table with frame, name_ar and doubtful."""
    return {row["frame"]: marked(row["name_ar"], row["doubtful"]) for row in table.to_dict("records")}


def fitted(name: str, points: float, size: float, lines: int) -> str:
    """Return `name` as `wrapped` breaks it, but never without the mark that it ends with."""
    if not name.endswith(MARK):
        return wrapped(name, points, size, lines=lines)
    return wrapped(name.removesuffix(MARK), points - width(MARK, size), size, lines=lines) + MARK
