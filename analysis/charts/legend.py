"""The legend of a figure: keys and their names, flowing from right to left."""

from typing import NamedTuple

from analysis.charts.sheet import MARGIN, Sheet, height
from analysis.charts.style import Fill
from analysis.charts.text import width, wrapped

SIZE = 8.5
LINE, KEY = 18, 9
WIDEST = 150


class Key(NamedTuple):
    """One entry: what fills the marks, and what they stand for."""

    name: str
    fill: Fill


class Legend:
    """Keys on a sheet `across` points wide; `down` says how many points their lines take."""

    def __init__(self, keys: list[Key], across: float):
        self.places, right, line = [], MARGIN, 0
        for key in (Key(wrapped(name, WIDEST, SIZE, lines=1), fill) for name, fill in keys):
            taken = width(key.name, SIZE) + KEY + 18
            if right + taken > across - MARGIN and right > MARGIN:
                right, line = MARGIN, line + 1
            self.places.append((key, right, line))
            right += taken
        self.down = (line + 1) * LINE if keys else 0

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it, `top` being its upper edge."""
        for key, right, line in self.places:
            begin = top + line * LINE
            sheet.box(right, begin + (height(key.name, SIZE) - KEY) / 2, KEY, KEY, key.fill)
            sheet.write(key.name, right + KEY + 4, begin, SIZE)
