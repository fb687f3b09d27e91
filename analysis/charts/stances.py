"""Figure: with which kind of reporting words each outlet presents each speaker."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.matrix import Cell, Group, draw_matrix
from analysis.charts.modes import UNNAMED
from analysis.charts.outlets import by_outlet
from analysis.charts.sheet import nothing
from analysis.charts.style import style

NAMES = {
    "neutral": "محايد",
    "assertive": "تأكيدي",
    "evaluative": "تقييمي",
    "directive": "طلبي",
    "distancing": "متحفظ",
}
TITLE = "ألفاظ النقل عن كل متحدث بحسب موقفها من كلامه"
NOTE = "الرقم: عدد ألفاظ النقل (قال، أكد، زعم...). كلما زادت حصة النوع من ألفاظ المتحدث اشتد لون الخانة."


def stance_counts(table: pd.DataFrame) -> Figure:
    """Return a matrix of reporting words: rows of speakers under each outlet, a column per stance.

    `table`: one row per outlet, speaker and stance with outlet, outlet_name_ar, outlet_name_en, speaker ('':
    nobody is named), stance, n_cues, href (null or an address: the cell becomes a link). Outlets and speakers
    stand in the table's order; the tint of a cell is its share of the row; what the table lacks stays empty.
    """
    if unknown := sorted(set(table["stance"]) - set(NAMES)):
        raise ValueError(f"stance_counts: no name for the stance {unknown[0]!r}")
    groups = [Group(name, _rows(rows)) for name, rows in by_outlet(table)]
    with style():
        return draw_matrix(groups, list(NAMES.values()), TITLE, NOTE) if groups else nothing()


def _rows(rows: pd.DataFrame) -> list[tuple[str, list[Cell | None]]]:
    speakers = rows.groupby(rows["speaker"].fillna(""), sort=False)
    return [(speaker.strip() or UNNAMED, _cells(of_speaker)) for speaker, of_speaker in speakers]


def _cells(rows: pd.DataFrame) -> list[Cell | None]:
    total, stances = rows["n_cues"].sum(), {row["stance"]: row for row in rows.to_dict("records")}
    cells = [stances.get(stance) for stance in NAMES]
    return [
        Cell(f"{row['n_cues']:,}", row["n_cues"] / total, row["href"]) if row and row["n_cues"] else None
        for row in cells
    ]
