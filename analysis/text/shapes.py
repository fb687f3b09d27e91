"""What a line looks like: a sentence, a list item, a name, a caption, a sub-heading."""

import re

from analysis.text.pagewords import WORD, Layout, plain

END_MARK = re.compile(r"[.۔!?؟…][\"')\]}»”’\s]*\Z")
FULL_STOP = re.compile(r"[.۔…][\"')\]}»”’\s]*\Z")
# How far from the end a closing mark is looked for; keeps long lines linear.
CLOSERS = 8
BULLET = re.compile(r'(?:[-•*▪◦●■►○✓·+]+|\(?\d{1,3} ?[-.)](?! ?\d)|\(?[ابجدهوزح] ?[-)])\s*(?=[\w"(])')
COLON = re.compile(r":\W*\Z")
LEADS_ON = re.compile(r"[:,;؛-]\s*\Z")
LATIN = re.compile("[a-z]")
DASH = re.compile(r" ?[-/|] | [-/|] ?|: ?(?=\S)")
SOURCE_AT_END = re.compile(r"(?:\(([^()]+)\)|[-/|:] ?([^-/|:()]+))\W*\Z")
# Letters in a name: a writer's title as abbreviated before it (د، م).
SHORT_TITLE = 2
LONGEST_NAME = 5


class Piece:
    """A non-empty line under judgement: its text without edges, its folded form, the role found so far."""

    __slots__ = (
        *("line", "text", "gap", "plain", "words", "long", "stops", "full_stop", "bullet"),
        *("top", "foot", "heading", "role", "rule"),
    )

    def __init__(self, line: int, text: str, gap: bool, layout: Layout):
        self.line, self.text, self.gap = line, text, gap
        self.long = len(text) >= layout.limits.paragraph.value
        self.plain = plain(text) if len(text) <= layout.limits.notice.value else ""
        self.words = WORD.findall(self.plain)
        end = max(0, len(text) - CLOSERS)
        self.stops = END_MARK.search(text, end) is not None
        self.full_stop = self.stops and FULL_STOP.search(text, end) is not None
        self.bullet = BULLET.match(self.plain) is not None
        self.top = self.foot = self.heading = False
        self.role = self.rule = ""

    def give(self, role: str, rule: str) -> None:
        """Settle the role by a rule, unless it is settled."""
        if not self.role:
            self.role, self.rule = role, rule


def is_text(piece: Piece, layout: Layout) -> bool:
    """Whether a line reads as running text: long, or a sentence with its full stop."""
    sentence = piece.full_stop and len(piece.words) >= layout.limits.sentence_words.value
    return piece.role in ("", "body") and (piece.long or sentence)


def is_name(words: list[str], layout: Layout) -> bool:
    """Whether words are a person's name, by its first or by a short title: ['د', 'منى', 'العلي'] → True."""
    sets, titled = layout.singles, False
    while len(words) > 1 and words[0] in sets["titles"]:
        titled, words = titled or len(words[0]) <= SHORT_TITLE, words[1:]
    if not (1 if titled else 2) <= len(words) <= LONGEST_NAME:
        return False
    given = titled or words[0] in sets["given_names"] or words[0].startswith(tuple(sets["name_openings"]))
    return given and not any(w in sets["not_in_names"] or w.isdigit() or _verbal(w, sets["given_names"]) for w in words)


def _verbal(word: str, given: frozenset[str]) -> bool:
    # Imperfect verbs begin so, and few family names do.
    return word[0] in "يت" and len(word) > 3 and word not in given


def only_names(text: str, layout: Layout) -> bool:
    """Whether nothing stands in a folded text but agencies, outlets, places and what joins them."""
    return layout.singles["signature_joints"].issuperset(WORD.findall(_unnamed(text, layout)))


def is_place(piece: Piece, layout: Layout) -> bool:
    """Whether a line is a town or country alone."""
    return bool(piece.words) and not WORD.search(layout.place.sub(" ", piece.plain))


def is_byline(piece: Piece, layout: Layout) -> bool:
    """Whether a line is a name, or a name, a place and a house parted by dashes."""
    sets, words = layout.singles, _arabic(piece.words)
    if piece.stops or piece.bullet or "(" in piece.plain:
        return False
    if not 0 < len(words) <= layout.limits.signature_words.value:
        return False
    if not sets["not_in_names"].isdisjoint(words) or any(w.isdigit() for w in words):
        return False
    parts = [_arabic(WORD.findall(part)) for part in DASH.split(piece.plain.strip(" :,.")) if WORD.search(part)]
    if len(parts) < 2:
        return is_name(words, layout)
    known = any(is_name(part, layout) or not WORD.search(_unnamed(" ".join(part), layout)) for part in parts)
    return known or (":" not in piece.plain and all(len(part) <= 3 for part in parts))


def _arabic(words: list[str]) -> list[str]:
    # A slide show leaves its Latin buttons before the name.
    return [w for w in words if not LATIN.match(w)] or words


def _unnamed(text: str, layout: Layout) -> str:
    return layout.place.sub(" ", layout.agency.sub(" ", text))


def is_writer(piece: Piece, layout: Layout) -> bool:
    """Whether a line below the text says who signs: * كاتب وباحث."""
    if piece.stops or not 0 < len(piece.words) <= layout.limits.note_words.value or LEADS_ON.search(piece.plain):
        return False
    parts = [WORD.findall(part) for part in DASH.split(piece.plain) if WORD.search(part)]
    starred = piece.plain.startswith(("*", "•"))
    dashed = piece.plain.startswith("-") and piece.foot and len(piece.words) <= LONGEST_NAME
    named = len(parts) > 1 and is_name(parts[0], layout)
    return starred or dashed or named or piece.words[0].removeprefix("ال") in layout.singles["writers"]


def is_caption(piece: Piece, layout: Layout) -> bool:
    """Whether an agency, a photographer or an archive is named at the end, as under a picture."""
    if len(piece.words) < 4 or piece.full_stop:
        return False
    found = SOURCE_AT_END.search(piece.plain)
    if not found or not found.start():
        return False
    words = WORD.findall(found.group(1) or found.group(2))
    if len(words) > LONGEST_NAME:
        return False
    source = layout.wire.search(found.group()) or not layout.singles["pictures"].isdisjoint(words)
    return bool(source) or (found.group(1) is not None and is_name(words, layout))


def depicts(piece: Piece, layout: Layout) -> bool:
    """Whether a short line without a full stop has a word of captions in it."""
    if not 0 < len(piece.text) <= layout.limits.deck.value or piece.stops or piece.bullet or goes_on(piece, layout):
        return False
    return not layout.singles["depicting"].isdisjoint(piece.words)


def goes_on(piece: Piece, layout: Layout) -> bool:
    """Whether a line leads to the next by its end, or begins as a line that goes on from the one before."""
    sets, first = layout.singles, piece.words[0]
    joined = first.startswith("و") and first not in sets["waw_words"]
    joined = joined and (len(piece.words) > 3 or first[1:] in sets["not_in_names"])
    return joined or first in sets["continuations"] or LEADS_ON.search(piece.plain) is not None


def balanced(piece: Piece) -> bool:
    """Whether every bracket of a line has its other half, which is not so in verse and broken paragraphs."""
    return piece.plain.count("(") == piece.plain.count(")")


def is_subheading(piece: Piece, layout: Layout, set_off: bool) -> bool:
    """Whether a line is short enough for a sub-heading; one `set_off` from sentences may be longer."""
    limits, counted = layout.limits, piece.bullet and not piece.plain.startswith("-")
    if (piece.bullet and not counted) or (not counted and not balanced(piece)):
        return False
    if len(piece.text) > (limits.deck if set_off else limits.subheading).value:
        return False
    return not goes_on(piece, layout) or (counted and COLON.search(piece.plain) is not None)
