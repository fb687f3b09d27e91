"""Figure: one article as seen from afar, its text coloured by whose words it is."""

from collections.abc import Iterator
from itertools import count, groupby
from typing import NamedTuple

import pandas as pd
from matplotlib.figure import Figure

from analysis.charts.counts import CHARACTER, counted
from analysis.charts.legend import Key, Legend
from analysis.charts.modes import NAMES, OTHERS, OUTLET, UNNAMED, fill
from analysis.charts.sheet import MARGIN, NOTE_SIZE, Sheet, height, link, note_lines, nothing
from analysis.charts.style import BLANK, MUTED, SPEAKER_COLOURS, Fill, style
from analysis.charts.text import width, wrapped

ACROSS = 480  # points that a full row takes
ROW, BAND = 20, 15
ROW_CHARS, MORE_CHARS = 250, 50  # characters of a row: at least, and how many more at a time until it is few rows
MOST_ROWS = 40
BETWEEN = 3  # blank characters between lines that share a row
TITLE_SIZE, NAME_SIZE = 11, 7.5
NOTE = "الرقم على الشريط: رقم المتحدث أعلاه."
MODE_KEYS = [Key(name, fill(mode, MUTED)) for mode, name in NAMES.items()]


class Piece(NamedTuple):
    """What one row shows of one span: its characters from `begin` to `end`, counted from the row's right side."""

    row: int
    begin: int
    end: int
    span: dict


def voice_strip(table: pd.DataFrame, headline: str) -> Figure:
    """Return one article as rows of bands from right to left: each stretch of text in the colour of its speaker.

    `table`: the spans of the coded lines in order, with line, start, end (code points of the raw text), voice
    ('outlet': its own; null or '': nobody is named), mode (own, direct or indirect), href (null or an address).
    A line of the article begins a new row; of more than 40 lines, several share a row. Speakers are numbered by
    how much they say; of more than seven, those from the seventh on share number and colour.
    """
    if unknown := sorted(set(table["mode"]) - set(NAMES)):
        raise ValueError(f"voice_strip: no name for the mode {unknown[0]!r}")
    voice = table["voice"].fillna("")
    spans = table.assign(voice=voice, mode=table["mode"].where(voice != OUTLET, "own"))
    with style():
        return nothing() if spans.empty else _drawn(spans, headline)


def _drawn(table: pd.DataFrame, headline: str) -> Figure:
    lines = table.groupby("line", sort=False).agg(start=("start", "min"), end=("end", "max"))
    chars = next(chars for chars in count(ROW_CHARS, MORE_CHARS) if _laid(lines, chars)[1] <= MOST_ROWS)
    shifts, rows = _laid(lines, chars)
    numbers = _numbers(table)
    across = ACROSS + 2 * MARGIN
    title = wrapped(headline, ACROSS, TITLE_SIZE, "bold", lines=3)
    modes, speakers = Legend(MODE_KEYS, across), Legend(_speaker_keys(numbers), across)
    note = note_lines(f"{NOTE} في كل صف حتى {counted(chars, CHARACTER)}.", across)
    legend_top = MARGIN + (height(title, TITLE_SIZE) + 4 if title else 0)
    top = legend_top + modes.down + speakers.down + 6
    note_top = top + rows * ROW + 2
    sheet = Sheet(across, note_top + height(note, NOTE_SIZE) + MARGIN)
    sheet.write(title, MARGIN, MARGIN, TITLE_SIZE, weight="bold")
    modes.draw(sheet, legend_top)
    speakers.draw(sheet, legend_top + modes.down)
    for _, row in groupby(_pieces(table, shifts, chars), key=lambda piece: piece.row):
        _draw_row(sheet, list(row), ACROSS / chars, top, numbers)
    sheet.write(note, MARGIN, note_top, NOTE_SIZE, color=MUTED)
    return sheet.figure


def _laid(lines: pd.DataFrame, chars: int) -> tuple[dict[int, int], int]:
    """Return how far each line moves so that all stand one after the other on rows of `chars`, and these rows."""
    end, shifts = 0, {}
    for line, start, stop in lines.itertuples():
        apart = BETWEEN if len(lines) > MOST_ROWS else -end % chars
        shifts[line] = end + (apart if shifts else 0) - start
        end = stop + shifts[line]
    return shifts, max(-(-end // chars), 1)


def _pieces(table: pd.DataFrame, shifts: dict[int, int], chars: int) -> Iterator[Piece]:
    for span in table.to_dict("records"):
        start, end = span["start"] + shifts[span["line"]], span["end"] + shifts[span["line"]]
        for row in range(start // chars, -(-end // chars)):
            first = row * chars
            yield Piece(row, max(start - first, 0), min(end - first, chars), span)


def _numbers(table: pd.DataFrame) -> dict[str, int]:
    """Return the number of each speaker, 1 for the one who says most; the last number is that of all others."""
    said = table[table["mode"] != "own"]
    lengths = (said["end"] - said["start"]).groupby(said["voice"], sort=False).sum()
    voices = lengths.sort_values(ascending=False, kind="stable").index
    return {voice: min(place, len(SPEAKER_COLOURS)) for place, voice in enumerate(voices, 1)}


def _speaker_keys(numbers: dict[str, int]) -> list[Key]:
    names = {}
    for voice, number in numbers.items():
        names[number] = OTHERS if number in names else _name(voice)
    return [Key(f"{number} {name}", _fill("direct", number)) for number, name in names.items()]


def _name(voice: str) -> str:
    return voice.strip() or UNNAMED


def _fill(mode: str, number: int) -> Fill:
    return fill(mode, SPEAKER_COLOURS[number - 1])


def _draw_row(sheet: Sheet, pieces: list[Piece], scale: float, top: float, numbers: dict[str, int]) -> None:
    named = set()
    for row, begin, end, span in pieces:
        right, across = MARGIN + begin * scale, (end - begin) * scale
        number = numbers[span["voice"]] if span["mode"] != "own" else 0
        sheet.box(right, top + row * ROW, across, BAND, _fill(span["mode"], number), span["href"])
        text = _text(span["voice"], number, across, named)
        text_top = top + row * ROW + (BAND - height(text, NAME_SIZE)) / 2
        look = {"ha": "center", "bbox": BLANK, "url": link(span["href"])}
        sheet.write(text, right + across / 2, text_top, NAME_SIZE, **look)


def _text(voice: str, number: int, across: float, named: set[str]) -> str:
    """Return what a band `across` points wide bears: the name, once a row; else the number; else nothing."""
    texts = [] if not number else [f"{number}"] if voice in named else [_name(voice), f"{number}"]
    text = next((text for text in texts if width(text, NAME_SIZE) + 6 <= across), "")
    if text == _name(voice):
        named.add(voice)
    return text
