"""Codebook hits laid over a stretch of text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from analysis.pages.html import page_name, plain, visible


class Hit(NamedTuple):
    """One row of frame_hits, as far as a mark shows it."""

    start: int
    end: int
    frame: str
    entry: str


def hits_by_sentence(hits: pd.DataFrame) -> dict[int, list[Hit]]:
    """Sentence number → its hits by position; `hits` are those of one document."""
    grouped: dict[int, list[Hit]] = {}
    for row in hits.sort_values(["start", "end", "frame"]).itertuples():
        grouped.setdefault(row.sentence, []).append(Hit(row.start, row.end, row.frame, row.entry))
    return grouped


def frame_class(frame: str) -> str:
    """The CSS class of a frame (`'partnership'` → `'f-partnership'`), fit for a selector whatever its id."""
    return "f-" + page_name(frame).replace(".", "-").replace("~", "-")


def marked(text: str, start: int, end: int, hits: Sequence[Hit], names: Mapping[str, str]) -> Iterator[Markup]:
    """`text[start:end]` in pieces, marked where hits lie; the pieces join to the text.

    `hits` are sorted by start; where some overlap, the text is cut at their ends and each mark names all
    the frames and entries over it. `names` maps a frame id to what a reader is told.
    """
    inner = {at for hit in hits for at in (hit.start, hit.end) if start < at < end}
    cuts = sorted(inner | {start, end})
    active, following = [], 0
    for at, stop in zip(cuts, cuts[1:], strict=False):
        while following < len(hits) and hits[following].start <= at:
            active.append(hits[following])
            following += 1
        active = [hit for hit in active if hit.end > at]
        piece = visible(text[at:stop])
        yield _mark(piece, active, names) if active else piece


def _mark(piece: Markup, hits: Iterable[Hit], names: Mapping[str, str]) -> Markup:
    frames = list(dict.fromkeys(hit.frame for hit in hits))
    said = dict.fromkeys(f"{names.get(hit.frame, hit.frame)}: {hit.entry}" for hit in hits)
    style = ""
    if len(frames) > 1:  # a second colour beneath the first; the title names any further frames
        first, second = map(frame_class, frames[:2])
        style = f' style="--c:var(--{first});--d:var(--{second})"'
    classes = " ".join(map(frame_class, frames)) + (" many" if style else "")
    return Markup('<mark class="hit {}" title="{}"{}>{}</mark>').format(
        classes, plain("; ".join(said)), Markup(style), piece
    )
