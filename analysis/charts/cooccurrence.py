"""Figure: which frames meet in one sentence."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.doubt import decided, marked
from analysis.charts.matrix import Cell, Group, deepest, draw_matrix
from analysis.charts.sheet import nothing
from analysis.charts.style import style

TITLE = "أطر ترد معاً في الجملة الواحدة"
NOTE = (
    "الرقم: عدد الجمل التي يرد فيها الإطاران معاً؛ وبلا لون: عدد جمل الإطار نفسه. "
    "كلما زادت حصة ما يجمعهما من جمل أيٍّ منهما (معامل جاكار) اشتد لون الخانة."
)


def cooccurrence(table: pd.DataFrame) -> Figure:
    """Return a triangle of frames by frames: how many sentences carry both, on the diagonal how many carry the one.

    `table`: one row per pair of frames with frame, name_ar, other, other_name_ar, n_frame, n_other, n_both,
    jaccard (0..1; null where neither occurs), href (null or an address: the cell becomes a link), and maybe
    doubtful (of frame) and other_doubtful. Each pair stands in it once. Frames stand in the order in which
    the table first has them; the largest Jaccard index has the deepest tint.
    """
    table = decided(table)
    table = table if "other_doubtful" in table else table.assign(other_doubtful=False)
    records = table.assign(jaccard=table["jaccard"].fillna(0.0)).to_dict("records")
    firsts = {row["frame"]: (row["name_ar"], row["n_frame"], row["doubtful"]) for row in records}
    others = {row["other"]: (row["other_name_ar"], row["n_other"], row["other_doubtful"]) for row in records}
    frames = firsts | others
    most = max((row["jaccard"] for row in records), default=0.0)
    pairs = {frozenset((row["frame"], row["other"])): _cell(row, most) for row in records}
    names, rows = [marked(name, doubtful) for name, _, doubtful in frames.values()], []
    for place, (frame, (_, sentences, doubtful)) in enumerate(frames.items()):
        before = [pairs.get(frozenset((frame, other))) for other in list(frames)[:place]]
        rows.append((names[place], [*before, Cell(f"{sentences:,}", doubtful=doubtful)]))
    with style():
        return draw_matrix([Group("", rows)], names, TITLE, NOTE + deepest(most)) if rows else nothing()


def _cell(row: dict, most: float) -> Cell | None:
    if not row["n_both"]:
        return None
    return Cell(f"{row['n_both']:,}", row["jaccard"] / most, row["href"], row["doubtful"] or row["other_doubtful"])
