"""Figure: by which name each voice calls the same thing."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.counts import SPEAKER, counted
from analysis.charts.matrix import Cell, Group, draw_matrix
from analysis.charts.modes import OTHERS, OUTLET, voice_name
from analysis.charts.sheet import nothing
from analysis.charts.style import style

COLUMNS = 8  # that fit on one page
TITLE = "بماذا يسمي كلٌّ الشيء نفسه"
NOTE = "الرقم: عدد مرات التسمية. كلما زادت حصتها من تسميات صاحب العمود للشيء نفسه اشتد لون الخانة."


def label_voices(table: pd.DataFrame) -> Figure:
    """Return a matrix of labels: rows of names under what they name, a column per voice.

    `table`: one row per referent, variant and voice with referent, referent_ar, variant, variant_ar, voice
    ('outlet': the outlets' own words; '': nobody is named), n_labels, href (null or an address: the cell becomes
    a link). Referents and variants stand in the table's order, the outlets' own words before the other voices,
    those by their number of labels; of more than 8 voices the last are summed in one column without links. The
    tint of a cell is its share of the column's labels of the referent.
    """
    table = table.assign(voice=table["voice"].fillna(""))
    voices = _voices(table)
    shown = voices if len(voices) <= COLUMNS else voices[: COLUMNS - 1]
    others = len(voices) - len(shown)
    places = {voice: place for place, voice in enumerate(shown)}
    table = table.assign(column=[places.get(voice, len(shown)) for voice in table["voice"]])
    table = table.assign(href=table["href"].where(table["column"] < len(shown), None))
    names = [*map(voice_name, shown), *([OTHERS] if others else [])]
    groups = [
        Group(rows["referent_ar"].iloc[0], _rows(rows, len(names))) for _, rows in table.groupby("referent", sort=False)
    ]
    with style():
        note = f"{NOTE} {OTHERS}: {counted(others, SPEAKER)}." if others else NOTE
        return draw_matrix(groups, names, TITLE, note) if groups else nothing()


def _voices(table: pd.DataFrame) -> list[str]:
    labels = table[table["voice"] != OUTLET].groupby("voice", sort=False)["n_labels"].sum()
    return [OUTLET, *labels.sort_values(ascending=False, kind="stable").index]


def _rows(rows: pd.DataFrame, columns: int) -> list[tuple[str, list[Cell | None]]]:
    totals = rows.groupby("column")["n_labels"].sum()
    variants = rows.groupby("variant", sort=False)
    return [(of["variant_ar"].iloc[0], _cells(of, totals, columns)) for _, of in variants]


def _cells(rows: pd.DataFrame, totals: pd.Series, columns: int) -> list[Cell | None]:
    labels, hrefs = rows.groupby("column")["n_labels"].sum(), dict(zip(rows["column"], rows["href"], strict=True))
    return [
        Cell(f"{labels[column]:,}", labels[column] / totals[column], hrefs[column]) if labels.get(column) else None
        for column in range(columns)
    ]
