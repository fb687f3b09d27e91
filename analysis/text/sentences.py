"""Where a sentence ends: at the line's end, or at a mark that closes one."""

import functools
import re

from pydantic import BaseModel, ConfigDict

# One mark, or a run of ! and ؟; a full stop beside another is an ellipsis and ends nothing.
END = re.compile(r"(?:(?<!\.)\.(?!\.)|[!?؟۔]+(?!\.))[”»\"“’'›)\]]*(?=\s|[^\W\d_])")
LAST_WORD = re.compile(r"[^\s«»“”\"'()\[\]،,:؛]*\Z")
FIRST_WORD = re.compile(r"[^\W\d_]+")


class Words(BaseModel):
    """A word list with the reason for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    why: str
    words: tuple[str, ...]


class Stops(BaseModel):
    """The full stops that end no sentence (codebook/sentences.yml)."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    abbreviations: Words
    web_endings: Words

    @functools.cached_property
    def kept(self) -> tuple[frozenset[str], frozenset[str]]:
        """The two lists as sets, lower case."""
        return tuple(frozenset(map(str.lower, part.words)) for part in (self.abbreviations, self.web_endings))


def split(text: str, stops: Stops) -> list[tuple[int, int]]:
    """The spans of the sentences of one line, white space around them left out; together they hold every word."""
    spans, start = [], 0
    for mark in END.finditer(text):
        if _ends(text, start, mark, stops):
            spans.append((start, mark.end()))
            start = mark.end()
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _ends(text: str, start: int, mark: re.Match, stops: Stops) -> bool:
    if not mark.group().startswith("."):
        return True
    abbreviations, web_endings = stops.kept
    # An abbreviation is short: looking back a few characters keeps long lines linear.
    before = LAST_WORD.search(text, max(start, mark.start() - 12), mark.start()).group().lower()
    if before in abbreviations or (len(before.replace(".", "")) == 1 and before.isalpha()):
        return False
    if before.isdecimal() and not text[start : mark.start() - len(before)].strip():
        return False  # the number of a list item
    after = FIRST_WORD.match(text, mark.end())
    return after is None or (len(after.group()) > 1 and after.group().lower() not in web_endings)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
