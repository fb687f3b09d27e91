"""A reporting word as it stands in an article."""

from typing import NamedTuple

from analysis.voices.forms import Reading


class Site(NamedTuple):
    """A reporting word: its words, its reading, and where its content begins (word, how), -1 if not seen."""

    first: int
    last: int
    reading: Reading
    start: int
    content: int
    how: str  # that, colon, mark, need, none
