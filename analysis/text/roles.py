"""What a line says of itself, whatever stands around it: clocks, dates, signatures, notices, rulers."""

import re
from typing import NamedTuple

from analysis.text.pagewords import LEAD, WORD, Layout, Phrases
from analysis.text.shapes import COLON, Piece, is_name, only_names

CLOCK = re.compile(r"(?<!\d)\d{1,2} ?: ?\d{2}(?: ?: ?\d{2})?(?!\d)")
DAY_FIRST = r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}"
YEAR_FIRST = r"\d{4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{1,2}"
DAY = re.compile(rf"(?<!\d)(?:{DAY_FIRST}|{YEAR_FIRST})(?!\d)")
YEAR = re.compile(r"(?<!\d)(?:1[34]|19|20)\d\d(?!\d)")
ADDRESS = re.compile(r"\S@\S|(?<!\S)@\w|\(email protected\)|https?://|www\.|\w\.(?:com|net|org)\b|\d{5}")
MAIL = re.compile(r"[^@]{0,40}(?:\S+@\S+\.\w+|(?<!\w)@\w+|\(email protected\))[^@]{0,12}\Z")
SITE = re.compile(r"\W*(?:https?://\S+|(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,4}(?:/\S*)?)\W*\Z")
HASHTAGS = re.compile(r"(?:[^\w#]*#\w+)+\W*\Z")
# The initials of those who handled a dispatch: ع.ش/ح.ز or جم/رح/دص, an agency after them in brackets.
INITIALS = re.compile(r"\W*(?:[^\W\d_]\.?){1,2}(?: ?[/*] ?(?:[^\W\d_]\.?){1,2})+ ?(?:\([^()]*\))?\W*\Z")
ARABIC = re.compile("[\u0621-\u064a]")
# Figures stand apart from the letters they are printed against: 1436هـ.
UNSTUCK = re.compile(r"\d+|[^\W\d_]+")
STEP = re.compile(r' [>›|/\\"] ?')
PART = re.compile(r" ?[-/|,:] ?")
SEPARATOR = re.compile(r"\W*?(?:[:/|,(-]|\.\.)")
WHOLE_WORD = re.compile(r"[^\W\d_a-z]{3,}")


class Page(NamedTuple):
    """What the rules may know besides the line: the codebook, the outlet's id, and its own names."""

    layout: Layout
    outlet: str
    names: re.Pattern | None


def alone(piece: Piece, page: Page, after_headline: bool) -> None:
    """Settle the role of a line that gives itself away."""
    layout = page.layout
    if len(piece.text) > layout.limits.notice.value:
        return
    if not piece.words:
        piece.give("furniture", "ruler")
        return
    _phrase(piece, page, after_headline)
    _address(piece)
    if len(piece.text) <= layout.limits.signature.value:
        _date(piece, layout)
        _signature(piece, page)
        _menu(piece, layout)


def _phrase(piece: Piece, page: Page, after_headline: bool) -> None:
    text, first = LEAD.sub("", piece.plain, count=1), piece.words[0]
    house = page.layout.house_openings.get(page.outlet, {})
    for group, terms in (*house.get(first, ()), *page.layout.openings.get(first, ())):
        found = terms.match(text)
        if found and _holds(group, piece, text[found.end() :], after_headline, page.layout):
            piece.give(group.role, group.rule)
            piece.heading = group.heading
            return
    for group, inner in page.layout.inner:
        if any(term in piece.plain for term in inner) and _holds(group, piece, "", after_headline, page.layout):
            piece.give(group.role, group.rule)
            return


def _holds(group: Phrases, piece: Piece, rest: str, after_headline: bool, layout: Layout) -> bool:
    """Whether all that a group asks for holds of a line in which its phrase stands before `rest`."""
    asked = {
        "separator": lambda: SEPARATOR.match(rest),
        "number": lambda: any(c.isdigit() for c in rest),
        "address": lambda: ADDRESS.search(rest) or (WORD.search(rest) and not ARABIC.search(rest)),
        "no full stop": lambda: not piece.full_stop,
        "nothing more": lambda: not WHOLE_WORD.search(rest),
        "headline before": lambda: after_headline,
        "name": lambda: _names_someone(rest, layout),
    }
    return (
        len(piece.text) <= group.longest
        and (group.at != "whole" or not WORD.search(rest))
        and (group.zone == "any" or piece.foot or (group.zone == "edge" and piece.top))
        and all(asked[need]() for need in group.needs)
    )


def _names_someone(rest: str, layout: Layout) -> bool:
    if any(is_name(WORD.findall(part), layout) for part in PART.split(rest)):
        return True
    return layout.agency.search(rest) is not None and only_names(rest, layout)


def _address(piece: Piece) -> None:
    if not ADDRESS.search(piece.plain):
        return
    if SITE.match(piece.plain):
        piece.give("furniture", "address of a page")
    elif MAIL.match(piece.plain) and not piece.full_stop:
        piece.give("credit", "address of a writer")


def _date(piece: Piece, layout: Layout) -> None:
    if len(piece.words) > layout.limits.date_words.value or piece.plain.endswith((":", ",")):
        return
    sets, words = layout.singles, [w for w in UNSTUCK.findall(piece.plain) if not w.isdigit()]
    named, day = [w for w in words if w in sets["dates"]], DAY.search(piece.plain)
    rest = [w for w in words if ARABIC.search(w) and w not in sets["date_words"]]
    numbered = any(c.isdigit() for c in piece.plain)
    weekday = len(words) == 1 and words[0] in sets["weekdays"]
    if not rest and (day or weekday or (named and numbered)):
        piece.give("dateline", "date")
    elif not rest and CLOCK.search(piece.plain):
        piece.give("dateline", "clock")
    elif len(words) > 1 and words[0] in sets["since"] and sets["spans"].issuperset(words[1:]):
        piece.give("dateline", "time ago")
    elif (day or (named and YEAR.search(piece.plain))) and not piece.full_stop and _signed(piece, rest, layout):
        piece.give("dateline", "date with place or agency")


def _signed(piece: Piece, rest: list[str], layout: Layout) -> bool:
    """Whether a date leaves of its line known places and houses only, or an agency and a town."""
    names = layout.place.sub(" ", layout.agency.sub(" ", " ".join(rest))).split()
    unknown = [w for w in names if w not in layout.singles["credit_joints"]]
    return not unknown or (len(unknown) <= 2 and layout.wire.search(piece.plain) is not None)


def _signature(piece: Piece, page: Page) -> None:
    layout, text, sets = page.layout, piece.plain, page.layout.singles
    bracketed = text.startswith("(") and text.rstrip(" .").endswith(")") and text.count("(") == 1
    short = len(piece.words) <= layout.limits.signature_words.value
    if INITIALS.match(text) and not CLOCK.search(text):
        piece.give("credit", "initials of the desk")
    elif bracketed and short and layout.wire.search(text):
        piece.give("credit", "agency in brackets")
    elif text.startswith("©") and not YEAR.search(text):
        piece.give("credit", "source of a picture")
    elif not (piece.top or piece.foot) or COLON.search(text):
        return
    elif page.names and page.names.search(text) and only_names(page.names.sub(" ", text), layout):
        piece.give("credit", "the outlet's own name")
    elif layout.agency.search(text) and only_names(text, layout):
        piece.give("credit", "agency alone")
    elif short and piece.words[0] in sets["house_nouns"] and not sets["house_endings"].isdisjoint(piece.words[1:]):
        piece.give("credit", "a house's name")


def _menu(piece: Piece, layout: Layout) -> None:
    sets, words = layout.singles, UNSTUCK.findall(piece.plain)
    named = [w for w in words if not w.isdigit()]
    counted = piece.bullet and words[0].isdigit()
    if HASHTAGS.match(piece.plain):
        piece.give("furniture", "hashtags")
    elif not named and not piece.bullet:
        piece.give("furniture", "number")
    elif named and sets["buttons"].issuperset(named) and not counted:
        piece.give("furniture", "buttons and counters")
    elif not ARABIC.search(piece.plain) and len(words) <= layout.limits.signature_words.value and not piece.bullet:
        piece.give("furniture", "no Arabic word")
    elif piece.top and _is_path(piece, layout):
        piece.give("furniture", "path to the page")


def _is_path(piece: Piece, layout: Layout) -> bool:
    """Whether a line leads from section to section, or from the home page: الرئيسية > أخبار."""
    steps = [" ".join(WORD.findall(step)) for step in STEP.split(piece.plain)]
    sections = [step in layout.section_names for step in steps]
    return len(steps) > 1 and sections[0] and (sections[1] or steps[0] in layout.home_names)
