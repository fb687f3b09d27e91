"""What was said, as the rows of a figure: each wording on up to two lines, under the name of its speaker."""

from typing import NamedTuple

import pandas as pd

from analysis.charts.modes import UNNAMED
from analysis.charts.reports import report_heads
from analysis.charts.sheet import MARGIN, Sheet, height
from analysis.charts.text import wrapped

ACROSS = 250  # points that a wording may take
HEAD, LEAST_ROW = 25, 34
SPEAKER_SIZE, TEXT_SIZE = 10, 8.5
INDENT = 8
BEGIN = MARGIN + INDENT + ACROSS + 14  # where the marks beside it begin


class Said(NamedTuple):
    """One thing that was said: the name to write above it ("": that of the row before), its wording, its rows."""

    speaker: str
    text: str
    reports: list[dict]

    def head_down(self) -> float:
        """Return the points that the name above it takes."""
        return HEAD if self.speaker else 0


def said(table: pd.DataFrame) -> list[Said]:
    """Return one entry per claim of a table with event, claim, speaker, text, speakers and claims in its order."""
    found = []
    for speaker, rows in table.groupby(table["speaker"].fillna("").str.strip(), sort=False):
        name = wrapped(speaker, BEGIN - MARGIN, SPEAKER_SIZE, "bold", lines=1) or UNNAMED
        for _, of_claim in rows.groupby(["event", "claim"], sort=False):
            text = wrapped(of_claim["text"].iloc[0], ACROSS, TEXT_SIZE, lines=2)
            found.append(Said(name, text, of_claim.to_dict("records")))
            name = ""
    return found


def reports(table: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Return document → outlet name and short id, in the order of a table with doc_id and outlet_name_ar."""
    names = table.drop_duplicates("doc_id").set_index("doc_id")["outlet_name_ar"]
    return dict(zip(names.index, report_heads(names), strict=True))


def write_said(sheet: Sheet, entry: Said, top: float, down: float) -> None:
    """Write the name and, below it, the wording in a row `down` points high; `top` is the upper edge of the name."""
    sheet.write(entry.speaker, MARGIN, top + HEAD - height("", SPEAKER_SIZE) - 2, SPEAKER_SIZE, weight="bold")
    middle = top + entry.head_down() + down / 2
    sheet.write(entry.text, MARGIN + INDENT, middle - height(entry.text, TEXT_SIZE) / 2, TEXT_SIZE)
