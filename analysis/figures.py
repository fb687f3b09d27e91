"""Figures saved with the table behind them, and shown on a page."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.style import render
from analysis.pages.evidence import Html, figure
from analysis.pages.files import write
from analysis.study import Study
from analysis.tables import table

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def save_figure(study: Study, name: str, drawn: Figure, rows: pd.DataFrame, *, alt: str, caption: object) -> Html:
    """The figure as the page shows it; figures/NAME.svg, .png and .csv (the table behind it) are written.

    The rows must fit the schema of that name; a copy of the files goes with the report, so that it can
    travel alone.
    """
    rendered = render(drawn)
    frame = table(name, rows)
    files = {f"{name}.svg": rendered.svg, f"{name}.png": rendered.png, f"{name}.csv": csv_text(frame).encode()}
    for file, content in files.items():
        for folder in (study.figures, study.report / "figures"):
            write(folder / file, content)
    links = {"SVG": f"figures/{name}.svg", "PNG": f"figures/{name}.png", "data (CSV)": f"figures/{name}.csv"}
    return figure(rendered.svg.decode(), alt, caption, links)


def csv_text(frame: pd.DataFrame) -> str:
    """The table as CSV; a cell that a spreadsheet would run as a formula begins with an apostrophe."""
    return frame.map(_inert).to_csv(index=False, lineterminator="\n")


def _inert(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
