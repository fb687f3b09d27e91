"""Figure: which reports share wording."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.matrix import Cell, Group, deepest, draw_matrix
from analysis.charts.sheet import nothing
from analysis.charts.style import style

TITLE = "ما تشترك فيه التقارير من عبارات"
NOTE = (
    "تُعدّ كل خمس كلمات متتالية عبارة. على القطر، بلا لون: عدد عبارات التقرير. تحته: عدد المشترك بين التقريرين؛ "
    "وفوقه: حصته من عبارات أقصرهما، وكلما زادت اشتد لون الخانتين."
)


def reuse(table: pd.DataFrame) -> Figure:
    """Return a square of reports by reports: below the diagonal what two share, above it which share that is.

    `table`: one row per pair of documents with first, second, first_name, second_name (as shown), n_first, n_second
    (five-word sequences of each), n_shared, share (n_shared / the smaller of the two, 0..1; null where one has none),
    href (null or an address: both cells become links). Each pair stands in it once. Documents stand in the order in
    which the table first has them; the largest share has the deepest tint.
    """
    records = table.assign(share=table["share"].fillna(0.0)).to_dict("records")
    reports = {row["first"]: (row["first_name"], row["n_first"]) for row in records}
    reports |= {row["second"]: (row["second_name"], row["n_second"]) for row in records}
    most = max((row["share"] for row in records), default=0.0)
    pairs = {frozenset((row["first"], row["second"])): row for row in records if row["n_shared"]}
    rows = []
    for place, (report, (name, sequences)) in enumerate(reports.items()):
        shared = [pairs.get(frozenset((report, other))) for other in reports]
        before = [_cell(row, f"{row['n_shared']:,}", most) if row else None for row in shared[:place]]
        after = [_cell(row, _percent(row["share"]), most) if row else None for row in shared[place + 1 :]]
        rows.append((name, [*before, Cell(f"{sequences:,}"), *after]))
    names = [name for name, _ in reports.values()]
    with style():
        return draw_matrix([Group("", rows)], names, TITLE, NOTE + deepest(most)) if rows else nothing()


def _cell(row: dict, text: str, most: float) -> Cell:
    return Cell(text, row["share"] / (most or 1), row["href"])


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 else f"{share:.1%}"
