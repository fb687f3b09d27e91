"""Strokes, frames and points on a sheet, told apart by shape; each may be a link. And a legend of such marks."""

from collections.abc import Callable
from typing import NamedTuple

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from analysis.charts.legend import KEY, LINE, SIZE, Legend
from analysis.charts.sheet import Sheet, height, link


class MarkKey(NamedTuple):
    """One entry of a legend: its name, and what draws the mark into a square, given its right side and top."""

    name: str
    draw: Callable[[Sheet, float, float], None]


class MarkLegend(Legend):
    """A legend of MarkKeys: each is drawn as the marks themselves are."""

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it, `top` being its upper edge."""
        for (name, draw), right, line in self.places:
            begin = top + line * LINE
            draw(sheet, right, begin + (height(name, SIZE) - KEY) / 2)
            sheet.write(name, right + KEY + 4, begin, SIZE)


def stroke(sheet: Sheet, begin: float, end: float, top: float, href: object = None, **look) -> None:
    """Draw a level line from `begin` to `end` (points from the right side), `top` points down."""
    across, down = [1 - begin / sheet.across, 1 - end / sheet.across], [1 - top / sheet.down] * 2
    sheet.figure.add_artist(Line2D(across, down, url=link(href), **look))


def frame(sheet: Sheet, box: tuple[float, float, float, float], href: object = None, **look) -> None:
    """Draw a rectangle; `box`: right side, top, width and height in points."""
    right, top, across, down = box
    corner = (1 - (right + across) / sheet.across, 1 - (top + down) / sheet.down)
    look = {"facecolor": "none", "linewidth": 0.8} | look
    sheet.figure.add_artist(Rectangle(corner, across / sheet.across, down / sheet.down, url=link(href), **look))


def point(sheet: Sheet, right: float, top: float, marker: str, size: float, **look) -> None:
    """Draw a marker of matplotlib's, `size` points wide, with its middle at `right` and `top`."""
    place = ([1 - right / sheet.across], [1 - top / sheet.down])
    sheet.figure.add_artist(Line2D(*place, linestyle="none", marker=marker, markersize=size, **look))
