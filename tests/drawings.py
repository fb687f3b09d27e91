"""What stands on a figure: its texts, links and marks, and how well a colour is seen on another."""

import html
import re

import glyphs
import matplotlib.colors
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from analysis.charts.sheet import NOTE_SIZE
from analysis.charts.style import render


def texts(figure):
    return [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]


def written(figure):
    return [text.get_text().replace(glyphs.ALM, "") for text in texts(figure)]


def note(figure):
    """What is written small, in one line."""
    return " ".join(text.get_text().strip(glyphs.ALM) for text in figure.texts if text.get_size() == NOTE_SIZE)


def rows(figure):
    """What is written larger than the note, outside the axes."""
    return [text.get_text().replace(glyphs.ALM, "") for text in figure.texts if text.get_size() > NOTE_SIZE]


def links(figure):
    found = re.findall('xlink:href="([^"#][^"]*)"', render(figure).svg.decode())
    return {html.unescape(link) for link in found}


def boxes(figure):
    return [box for box in figure.findobj(Rectangle) if box is not figure.patch]


def marked_with(figure):
    """The links of bars, cells and points."""
    marks = [*figure.findobj(Rectangle), *figure.findobj(Line2D)]
    return {mark.get_url() for mark in marks} - {None}


def colours(figure):
    return [matplotlib.colors.to_hex(box.get_facecolor()) for box in boxes(figure)]


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    channels = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in matplotlib.colors.to_rgb(colour)
    ]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(lighter, darker):
    return (luminance(lighter) + 0.05) / (luminance(darker) + 0.05)
