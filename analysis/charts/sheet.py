"""A figure measured in points from its top right corner, where an Arabic page begins."""

from urllib.parse import urlsplit

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.charts.style import BLANK, INK, MUTED, RULE, Fill
from analysis.charts.text import label, wrapped

MARGIN = 14
POINTS_PER_INCH = 72
NOTE_SIZE = 7.5
LEADING = 1.75  # line height over type size: Arabic reaches further up and down than Latin
TICK_STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)


class Sheet:
    """An empty figure of `across` by `down` points; `right` and `top` count from its right and top."""

    def __init__(self, across: float, down: float):
        self.across, self.down = across, down
        self.figure = Figure(figsize=(across / POINTS_PER_INCH, down / POINTS_PER_INCH))

    def axes(self, right: float, top: float, across: float, down: float) -> Axes:
        """Return bare axes whose zero line stands at their right side; the caller sets the limits."""
        left, bottom = self.across - right - across, self.down - top - down
        box = (left / self.across, bottom / self.down, across / self.across, down / self.down)
        axes = self.figure.add_axes(box)
        axes.spines[["top", "left", "bottom"]].set_visible(False)
        axes.tick_params(length=0, pad=3, labelsize=NOTE_SIZE)
        axes.set_yticks([])
        axes.grid(axis="x", color=RULE, linewidth=0.6)
        axes.set_axisbelow(True)
        return axes

    def write(self, text: str, right: float, top: float, size: float, **look) -> None:
        """Write `text` (in logical order) line under line, flush right, `top` being its upper edge."""
        look = {"ha": "right", "color": INK} | look
        for row, line in enumerate(label(text).split("\n")):
            baseline = top + (row + 0.68) * size * LEADING
            place = (1 - right / self.across, 1 - baseline / self.down)
            self.figure.text(*place, line, size=size, va="baseline", **look)

    def box(self, right: float, top: float, across: float, down: float, fill: Fill, href: object = None) -> None:
        """Fill a rectangle; with an address it is a link."""
        corner = (1 - (right + across) / self.across, 1 - (top + down) / self.down)
        size = (across / self.across, down / self.down)
        self.figure.add_artist(Rectangle(corner, *size, linewidth=0, url=link(href), **fill.look()))


def link(href: object) -> str | None:
    """Return the address if a figure may carry it: a page beside it or on the web, never a script."""
    return href if isinstance(href, str) and urlsplit(href).scheme in ("", "http", "https") else None


def note_lines(text: str, across: float) -> str:
    """Return `text` broken into the lines that a note takes on a sheet `across` points wide."""
    return wrapped(text, across - 2 * MARGIN, NOTE_SIZE, lines=6)


def height(text: str, size: float) -> float:
    """Return how many points the lines of `text` take when written at `size`."""
    return (text.count("\n") + 1) * size * LEADING


def nothing() -> Figure:
    """Return the figure of an empty table: it says so."""
    sheet = Sheet(220, 90)
    sheet.write("لا شيء", 110, 35, 12, ha="center", color=MUTED)
    return sheet.figure


def scale_ticks(limit: float) -> tuple[list[float], list[str]]:
    """Return the ticks of a scale of shares from 0 to `limit`, two to four of them, and their texts.

    None stands at the very end, where its text would run into the next panel.
    """
    step = next((step for step in TICK_STEPS if limit / step <= 4), 0.5)
    ticks = [count * step for count in range(int(0.95 * limit / step) + 1)]
    return ticks, [label(f"{round(100 * tick, 1):g}%") for tick in ticks]


def write_beside(axes: Axes, text: str, end: float, place: float, **look) -> None:
    """Write `text` to the left of a bar that ends at `end`, clear of the grid."""
    axes.annotate(
        label(text),
        (end, place),
        xytext=(-4, 0),
        textcoords="offset points",
        ha="right",
        va="center",
        bbox=BLANK,
        **look,
    )
