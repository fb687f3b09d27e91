"""What a line is by where it stands: above the text, within it, below it."""

import re

from analysis.text import boxes
from analysis.text.pagewords import Layout, Limits
from analysis.text.roles import Page, alone
from analysis.text.shapes import (
    COLON,
    LEADS_ON,
    Piece,
    balanced,
    depicts,
    goes_on,
    is_byline,
    is_caption,
    is_name,
    is_place,
    is_subheading,
    is_text,
    is_writer,
)

NUMBER_TO_CALL = re.compile(r"\d{5}")
CLOSED = (")", '"', "”", "»", "]")


def judge(pieces: list[Piece], page: Page, titled: bool, raw: str) -> None:
    """Settle every piece that is not body, each rule in its turn."""
    layout, begun = page.layout, titled
    for piece in pieces:
        alone(piece, page, begun)
        begun = begun or not piece.role
    _addresses(pieces)
    _links(pieces, layout)
    texts = _texts(pieces, layout)
    first, last = (texts[0], texts[-1]) if texts else (len(pieces), len(pieces))
    _head(pieces[:first], page, titled, len(texts))
    boxes.settle(pieces[first:], [pieces[at] for at in texts], layout, raw)
    if texts:
        _middle(pieces, texts, layout)
    _foot(pieces[last + 1 :], page)


def repeated(pieces: list[Piece], layout: Layout) -> None:
    """Settle the headline printed a second time: near the first it is the headline, at the foot a link."""
    at = next((at for at, piece in enumerate(pieces) if piece.role == "headline"), None)
    edge = layout.limits.edge_lines.value
    if at is None:
        return
    for near, role in ((pieces[at + 1 :][:edge], "headline"), (pieces[at + 1 :][-edge:], "furniture")):
        for piece in near:
            if piece.plain == pieces[at].plain and piece.role in ("", "deck"):
                piece.role, piece.rule = role, "repeats the headline"


def _addresses(pieces: list[Piece]) -> None:
    """The numbers to call stand below the words that ask to call, and belong to them."""
    for before, piece in zip(pieces, pieces[1:], strict=False):
        asked = before.rule == "columnist's address" and len(piece.words) <= 5
        if asked and NUMBER_TO_CALL.search(piece.plain):
            piece.role, piece.rule = before.role, before.rule


def _links(pieces: list[Piece], layout: Layout) -> None:
    """Short lines below a heading of links are links, as far as the next running text."""
    below = False
    for piece in pieces:
        if piece.role:
            below = piece.heading or (below and piece.role == "furniture")
        elif below and not is_text(piece, layout):
            piece.give("furniture", "below a heading of links")
        else:
            below = False


def _texts(pieces: list[Piece], layout: Layout) -> list[int]:
    """Where running text stands; below its first line a question is text as well, above it a headline."""
    found: list[int] = []
    for at, piece in enumerate(pieces):
        question = piece.stops and not piece.role and len(piece.words) >= layout.limits.sentence_words.value
        if is_text(piece, layout) or (found and question):
            found.append(at)
    return found


def _head(pieces: list[Piece], page: Page, titled: bool, texts: int) -> None:
    """Settle the lines above the first paragraph of an article that has so many of them."""
    layout = page.layout
    free = [piece for piece in pieces if not piece.role]
    if not titled:
        free = _headline(_below_sections(free, layout), layout)
    free = [piece for piece in free if not piece.plain.startswith(layout.greetings)]
    stanza, edge = layout.limits.stanza.value, layout.limits.edge_lines.value
    if len(free) < stanza:
        _house_line(free[:1], page, "first_line")
    # Without a paragraph below them the lines may be a poem, signed above or below.
    for piece in free if texts or len(free) <= 2 * edge else free[:edge] + free[-edge:]:
        _below_headline(piece, layout)
    left = [piece for piece in free if not piece.role]
    if texts and (len(left) < stanza or 2 * len(left) <= texts):
        _decks(left, layout)


def _decks(left: list[Piece], layout: Layout) -> None:
    led = False
    for piece in left:
        short = len(piece.text) <= layout.limits.deck.value and not piece.full_stop and not piece.bullet
        if short and not led and not goes_on(piece, layout) and balanced(piece):
            piece.give("deck", "line below the headline")
        led = COLON.search(piece.plain) is not None


def _below_sections(free: list[Piece], layout: Layout) -> list[Piece]:
    """Settle the section names above the headline; back comes what is below them."""
    while len(free) > 1 and free[0].plain in layout.section_names:
        free[0].give("furniture", "section")
        free = free[1:]
    return free


def _headline(free: list[Piece], layout: Layout) -> list[Piece]:
    """Settle headline and kicker; back come the lines below them."""
    lines = [p for p in free if not p.bullet]
    # A line that begins with a name and goes on is a headline more often than a signature.
    names = [p for p in lines if len(p.words) <= layout.limits.bare_name_words.value and is_name(p.words, layout)]
    candidates = [p for p in lines if p not in names and not is_caption(p, layout)] or lines
    if not candidates:
        return free
    at = free.index(candidates[0])
    following = free[at + 1] if at + 1 < len(free) else None
    if following in candidates and _is_kicker(free[at], layout):
        free[at].give("deck", "kicker above the headline")
        at += 1
    free[at].give("headline", "first short line")
    return [p for p in free if not p.role]


def _is_kicker(piece: Piece, layout: Layout) -> bool:
    return COLON.search(piece.plain) is not None or layout.singles["genres"].issuperset(piece.words)


def _below_headline(piece: Piece, layout: Layout) -> None:
    if layout.singles["genres"].issuperset(piece.words):
        piece.give("deck", "kind of piece")
    elif piece.plain in layout.section_names:
        piece.give("furniture", "section")
    elif is_place(piece, layout):
        piece.give("dateline", "place alone")
    elif is_byline(piece, layout):
        piece.give("credit", "name at the head")
    elif is_caption(piece, layout):
        piece.give("caption", "source at the end")
    elif depicts(piece, layout):
        piece.give("caption", "says what a picture shows")


def _middle(pieces: list[Piece], texts: list[int], layout: Layout) -> None:
    """Settle the lines between the first and the last paragraph (`texts`: where running text stands)."""
    limits, running = layout.limits, set(texts)
    stopped = 100 * sum(pieces[at].stops for at in texts) / len(texts)
    set_off = stopped >= limits.stopped_share.value and len(texts) >= limits.sentence_words.value
    questions = sum(not piece.long and piece.text.endswith(("؟", "?")) for piece in pieces[texts[0] :])
    interview = questions >= limits.questions.value
    for at in range(texts[0] + 1, texts[-1]):
        piece, before, after = pieces[at], pieces[at - 1], pieces[at + 1]
        if piece.role or at in running or piece.full_stop or (interview and piece.stops):
            continue
        whole = before.stops or before.text.endswith(CLOSED) or stopped < limits.unstopped_share.value
        told = is_text(before, layout) or len(before.words) >= 2 * limits.sentence_words.value
        opens = before.role or (at - 1 in running and told and whole)
        goes_in = after.role or at + 1 in running or COLON.search(after.plain)
        if opens and goes_in and not _verse(pieces, at, running, limits):
            listed = piece.bullet and any(near.bullet and not near.long for near in (before, after))
            _within(piece, layout, set_off, listed)


def _within(piece: Piece, layout: Layout, set_off: bool, listed: bool) -> None:
    if is_caption(piece, layout):
        piece.give("caption", "source at the end")
    elif is_subheading(piece, layout, set_off) and not listed:
        piece.give("deck", "sub-heading")
    elif depicts(piece, layout):
        piece.give("caption", "says what a picture shows")


def _verse(pieces: list[Piece], at: int, running: set[int], limits: Limits) -> bool:
    """Whether short lines stand together close by, as in a poem, a list or a table."""
    if len(pieces[at - 1].text) + len(pieces[at + 1].text) < limits.paragraph.value:
        return True
    near = range(max(at - limits.stanza.value, 0), min(at + limits.stanza.value + 1, len(pieces)))
    short = {n for n in near if n not in running and not pieces[n].role and not pieces[n].bullet} - {at}
    return any(n + 1 in short for n in short)


def _foot(pieces: list[Piece], page: Page) -> None:
    """Settle the lines below the last paragraph."""
    layout = page.layout
    free = [piece for piece in pieces if not piece.role and not piece.full_stop]
    for piece in free:
        if is_byline(piece, layout) or is_writer(piece, layout):
            piece.give("credit", "name at the foot")
        elif is_caption(piece, layout):
            piece.give("caption", "source at the end")
        elif is_place(piece, layout):
            piece.give("dateline", "place alone")
        elif depicts(piece, layout):
            piece.give("caption", "says what a picture shows")
    _house_line([piece for piece in free if not piece.role], page, "last_line")


def _house_line(free: list[Piece], page: Page, key: str) -> None:
    house = page.layout.outlets.get(page.outlet)
    role = getattr(house, key) if house else None
    for piece in free if role else ():
        if not piece.stops and not piece.bullet and not LEADS_ON.search(piece.plain) and ". " not in piece.plain:
            piece.give(role, "the outlet's habit")
