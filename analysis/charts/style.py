"""How every figure looks, and how it becomes bytes."""

from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import fontpkg_amiri
import fontpkg_ibm_plex_sans_arabic
import matplotlib.style
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

INK = "#1b1f24"
MUTED = "#57606a"
RULE = "#d8dde3"
PAPER = "#ffffff"
BAR = "#4a86b4"
OWN = "#c8ced6"  # the outlet's own words, behind those of all others
BLANK = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}  # behind text that would stand on a grid line

# Colours of Okabe and Ito (2008), which colour-blind readers tell apart; INK and a grey instead of their black
# and faint yellow.
BLUE, VERMILION, ORANGE, GREEN, PURPLE, SKY = "#0072b2", "#d55e00", "#e69f00", "#009e73", "#cc79a7", "#56b4e9"
ROLE_COLOURS = {
    "body": BLUE,
    "headline": INK,
    "deck": VERMILION,
    "dateline": ORANGE,
    "caption": GREEN,
    "pull_quote": PURPLE,
    "credit": SKY,
    "furniture": "#8b949e",
}
SPEAKER_COLOURS = (BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, INK)

# The family before the others draws; the others help out with letters that it lacks.
FAMILIES = ["IBM Plex Sans Arabic", "Amiri", "DejaVu Sans"]

RC = {
    "font.family": FAMILIES,
    "font.size": 9,
    "text.color": INK,
    "text.parse_math": False,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.unicode_minus": False,
    "figure.facecolor": PAPER,
    "hatch.linewidth": 1.4,
    "savefig.facecolor": PAPER,
    "savefig.dpi": 200,
    "xtick.color": MUTED,
    "svg.fonttype": "path",
    "svg.hashsalt": "itar",
}


class Fill(NamedTuple):
    """What fills a mark: a colour, striped with paper where it must be told from the plain one without colour."""

    colour: str
    striped: bool = False

    def look(self) -> dict:
        """Return it as matplotlib's patches take it."""
        return {"facecolor": self.colour, "edgecolor": PAPER, "hatch": "/////" if self.striped else None}

    def paler(self) -> "Fill":
        """Return it half way to paper, for what is in doubt."""
        return self._replace(colour=blended(self.colour, 0.5))


class Rendered(NamedTuple):
    """One figure as the bytes of its two files."""

    svg: bytes
    png: bytes


def blended(colour: str, part: float) -> str:
    """Return the colour that lies `part` (0..1) of the way from paper to `colour`."""
    ends = zip(to_rgb(PAPER), to_rgb(colour), strict=True)
    return to_hex([(1 - part) * paper + part * full for paper, full in ends])


@contextmanager
def style():
    """Draw figures in the project's style while the context lasts, whatever matplotlibrc the machine has."""
    _register_fonts()
    with matplotlib.style.context(["default", RC]):
        yield


def render(figure: Figure) -> Rendered:
    """Return `figure` as SVG (text as paths) and PNG (200 dots an inch), the same bytes every time."""
    with style():
        return Rendered(
            svg=_saved(figure, "svg", {"Date": None, "Creator": None}),
            png=_saved(figure, "png", {"Software": None}),
        )


def _saved(figure: Figure, kind: str, metadata: dict) -> bytes:
    buffer = BytesIO()
    figure.savefig(buffer, format=kind, metadata=metadata)
    return buffer.getvalue()


@cache
def _register_fonts() -> None:
    """Make the packaged fonts known, before any font of the same name that the machine has by itself."""
    known = list(fontManager.ttflist)
    for package in (fontpkg_ibm_plex_sans_arabic, fontpkg_amiri):
        for path in sorted(Path(package.ROOT, "files").glob("*.ttf")):
            fontManager.addfont(path)
    fontManager.ttflist[:] = fontManager.ttflist[len(known) :] + known
