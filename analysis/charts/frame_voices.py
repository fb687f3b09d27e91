"""Figure: how often the words of each voice carry each frame."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.doubt import decided, frame_names
from analysis.charts.matrix import Cell, Group, deepest, draw_matrix
from analysis.charts.modes import voice_name
from analysis.charts.sheet import nothing
from analysis.charts.style import style

TITLE = "الأطر في كلام الوسائل وفي كلام كل متحدث"
SENTENCES = "عدد الجمل"
NOTE = "الرقم: عدد الجمل التي يرد فيها الإطار بكلام صاحب الصف. كلما زادت حصتها من جمله (العمود الأول) اشتد لون الخانة."


def frame_voices(table: pd.DataFrame) -> Figure:
    """Return a matrix of frames: a row per voice with the number of its sentences, a column per frame.

    `table`: one row per voice and frame with voice ('outlet': the outlets' own words; '': nobody is named),
    frame, name_ar, n_sentences (with words of the voice), n_with (of these, with the frame in its words), share
    (n_with / n_sentences), href (null or an address: the cell becomes a link), and maybe doubtful (one value per
    frame). Voices and frames stand in the table's order; the largest share has the deepest tint.
    """
    table = decided(table).assign(voice=table["voice"].fillna(""), share=table["share"].fillna(0.0))
    frames = frame_names(table)
    most = table["share"].max()
    rows = [
        (voice_name(voice), _cells(of_voice, list(frames), most))
        for voice, of_voice in table.groupby("voice", sort=False)
    ]
    with style():
        if not rows:
            return nothing()
        return draw_matrix([Group("", rows)], [SENTENCES, *frames.values()], TITLE, NOTE + deepest(most))


def _cells(rows: pd.DataFrame, frames: list[str], most: float) -> list[Cell | None]:
    found = {row["frame"]: row for row in rows.to_dict("records") if row["n_with"]}
    sentences = Cell(f"{rows['n_sentences'].iloc[0]:,}")
    return [sentences, *(_cell(found[frame], most) if frame in found else None for frame in frames)]


def _cell(row: dict, most: float) -> Cell:
    return Cell(f"{row['n_with']:,}", row["share"] / most, row["href"], row["doubtful"])
