"""Figure: which report has what was said, and how."""

from functools import partial

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.legend import KEY
from analysis.charts.marks import MarkKey, MarkLegend, frame, point, stroke
from analysis.charts.modes import NAMES, fill
from analysis.charts.said import BEGIN, LEAST_ROW, reports, said, write_said
from analysis.charts.sheet import MARGIN, NOTE_SIZE, Sheet, height, link, note_lines, nothing
from analysis.charts.style import INK, MUTED, OWN, RULE, style
from analysis.charts.text import width, wrapped

GIVEN = {"quoted": "direct", "reported": "indirect"}  # what is given so is filled as words of that mode are
ABSENT = "absent"
DECIDED = ("rule", "people", "")
SIDE, CELL = 12, 36  # a square; with the number beside it
OUTSIDE = 2.5  # how far the frame of what people decided stands off
NARROWEST, WIDEST = 50, 76  # columns, by the names of the outlets
TITLE_SIZE, COLUMN_SIZE, ID_SIZE, PLACE_SIZE = 11, 8.5, 7.5, 7.5
TITLE = "ما قيل، وأي تقرير أورده"
NOTE = "الرقم: موضع الكلام في المقال، أي حصة ما قبله من كلمات المقال."
ABSENT_NOTE = " الغياب عن مقال لا يعني أكثر من أنه ليس فيه."
SHORTENED, PEOPLE, MISSING = "مختصراً", "بقرار باحث", "ليس في هذا المقال"


def claim_grid(table: pd.DataFrame) -> Figure:
    """Return a grid of what was said, under its speakers, by reports from right to left.

    `table`: one row per claim and document with event, claim, speaker ('': nobody is named), text (its longest
    wording), doc_id, outlet_name_ar (null or '': the id stands in its place), given (quoted, reported or absent),
    shortened, decided ('people': framed; 'rule' or ''), position (share of the article's words before it, 0..1),
    href (null or an address: square and number become a link). Speakers, claims and documents stand in the table's
    order. A square is plain where quoted, striped where reported, half where shortened. Raises ValueError for other
    values of given or decided.
    """
    for column, known in (("given", {*GIVEN, ABSENT}), ("decided", DECIDED)):
        if unknown := sorted(set(table[column]) - set(known)):
            raise ValueError(f"claim_grid: no mark for {unknown[0]!r} as {column}")
    with style():
        return nothing() if table.empty else _drawn(table)


def _drawn(table: pd.DataFrame) -> Figure:
    entries, heads = said(table), reports(table)
    column = min(max(NARROWEST, *(width(name, COLUMN_SIZE) + 10 for name, _ in heads.values())), WIDEST)
    heads = {doc_id: _fitted(*head, column - 8) for doc_id, head in heads.items()}
    across = BEGIN + len(heads) * column + MARGIN
    title, note = wrapped(TITLE, across - 2 * MARGIN, TITLE_SIZE, "bold"), note_lines(_note(table), across)
    legend = MarkLegend(_keys(table), across)
    legend_top = MARGIN + height(title, TITLE_SIZE) + 4
    heads_down = max(height(name, COLUMN_SIZE) for name, _ in heads.values()) + height("", ID_SIZE)
    top = legend_top + legend.down + heads_down + 4
    rows_down = sum(entry.head_down() + LEAST_ROW for entry in entries)
    sheet = Sheet(across, top + rows_down + 8 + height(note, NOTE_SIZE) + MARGIN)
    sheet.write(title, MARGIN, MARGIN, TITLE_SIZE, weight="bold")
    legend.draw(sheet, legend_top)
    places = {doc_id: BEGIN + place * column for place, doc_id in enumerate(heads)}
    for doc_id, (name, short) in heads.items():
        _write_head(sheet, name, short, places[doc_id] + column / 2, top - 4)
    for entry in entries:
        write_said(sheet, entry, top, LEAST_ROW)
        top += entry.head_down()
        stroke(sheet, MARGIN, across - MARGIN, top, color=RULE, linewidth=0.6)
        for row in entry.reports:
            _draw_cell(sheet, row, places[row["doc_id"]] + (column - CELL) / 2, top + (LEAST_ROW - SIDE) / 2)
        top += LEAST_ROW
    sheet.write(note, MARGIN, top + 8, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _fitted(name: str, short: str, points: float) -> tuple[str, str]:
    return wrapped(name, points, COLUMN_SIZE, lines=3), wrapped(short, points, ID_SIZE, lines=1)


def _write_head(sheet: Sheet, name: str, short: str, middle: float, bottom: float) -> None:
    begun = bottom - height("", ID_SIZE) - height(name, COLUMN_SIZE)
    sheet.write(name, middle, begun, COLUMN_SIZE, ha="center")
    sheet.write(short, middle, bottom - height("", ID_SIZE), ID_SIZE, ha="center", color=MUTED)


def _draw_cell(sheet: Sheet, row: dict, right: float, top: float) -> None:
    if row["given"] == ABSENT:
        _draw_dot(sheet, right, top, SIDE, row["href"])
    else:
        _draw_square(sheet, row["given"], row["shortened"], (right, top, SIDE), row["href"])
    if row["decided"] == "people":
        _draw_frame(sheet, right, top, SIDE)
    if pd.notna(row["position"]):
        text_top = top + (SIDE - height("", PLACE_SIZE)) / 2
        place = f"{row['position']:.0%}"
        sheet.write(place, right + SIDE + 5, text_top, PLACE_SIZE, color=MUTED, url=link(row["href"]))


def _draw_square(sheet: Sheet, given: str, shortened: bool, place: tuple, href: object = None) -> None:
    """Draw a square at its right side, top and width; if shortened only its lower half, under a faint outline."""
    right, top, side = place
    if shortened:
        frame(sheet, (right, top, side, side), edgecolor=OWN)
    part = side / 2 if shortened else side
    sheet.box(right, top + side - part, side, part, fill(GIVEN[given]), href)


def _draw_frame(sheet: Sheet, right: float, top: float, side: float) -> None:
    box = (right - OUTSIDE, top - OUTSIDE, side + 2 * OUTSIDE, side + 2 * OUTSIDE)
    frame(sheet, box, edgecolor=INK, linewidth=1)


def _draw_dot(sheet: Sheet, right: float, top: float, side: float, href: object = None) -> None:
    point(sheet, right + side / 2, top + side / 2, "o", 2.4, color=MUTED, markeredgewidth=0, url=link(href))


def _note(table: pd.DataFrame) -> str:
    return NOTE + (ABSENT_NOTE if (table["given"] == ABSENT).any() else "")


def _keys(table: pd.DataFrame) -> list[MarkKey]:
    """Return the keys of the marks that occur."""
    given = [kind for kind in GIVEN if (table["given"] == kind).any()]
    keys = [MarkKey(NAMES[GIVEN[kind]], partial(_key_square, kind, False)) for kind in given]
    keys += [MarkKey(SHORTENED, partial(_key_square, kind, True)) for kind in given[:1] if table["shortened"].any()]
    if (table["decided"] == "people").any():
        keys.append(MarkKey(PEOPLE, _key_frame))
    if (table["given"] == ABSENT).any():
        keys.append(MarkKey(MISSING, partial(_draw_dot, side=KEY)))
    return keys


def _key_square(given: str, shortened: bool, sheet: Sheet, right: float, top: float) -> None:
    _draw_square(sheet, given, shortened, (right, top, KEY))


def _key_frame(sheet: Sheet, right: float, top: float) -> None:
    _draw_frame(sheet, right + OUTSIDE, top + OUTSIDE, KEY - 2 * OUTSIDE)
