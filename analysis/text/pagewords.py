"""What codebook/layout.yml says: the words and phrases by which the furniture of a news page is known."""

import functools
import re
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, field_validator

from analysis.text.words import fold

Role = Literal["headline", "deck", "dateline", "caption", "pull_quote", "credit", "furniture", "body"]
Need = Literal["separator", "number", "address", "no full stop", "nothing more", "headline before", "name"]

# Signs that print varies without meaning: one quotation mark, one dash, one bracket, one comma.
SIGNS = {'"': "«»“”„‟‘’'`", "-": "–—−‐‑―", "(": "[{", ")": "]}", ",": "،"}
ONE_SIGN = str.maketrans({sign: one for one, signs in SIGNS.items() for sign in signs})
LONE_TATWEEL = re.compile(r"(?<!\S)ـ+(?!\S)")
LEAD = re.compile(r"\A[\W_]+")
WORD = re.compile(r"[^\W_]+")
ONE_LETTER = re.compile(r"[^\W\d_](?: [^\W\d_])+\Z")


def plain(text: str) -> str:
    """A line as rules compare it, folded and with one kind of sign: 'الرّياض ـ «واس»' → 'الرياض - "واس"'."""
    # Folding takes tatweel out of words; on its own it is a dash.
    return " ".join(fold(LONE_TATWEEL.sub("-", text)).translate(ONE_SIGN).split())


class Closed(BaseModel):
    """A part of the file in which an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    why: str


class Limit(Closed):
    """A number that is an opinion."""

    value: int = Field(ge=1)


class Limits(BaseModel):
    """What counts as short, as a paragraph, as the top and the foot of an article."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    paragraph: Limit
    notice: Limit
    sentence_words: Limit
    deck: Limit
    subheading: Limit
    edge_lines: Limit
    head_lines: Limit
    tail_lines: Limit
    signature: Limit
    signature_words: Limit
    bare_name_words: Limit
    note_words: Limit
    date_words: Limit
    boxed_share: Limit
    quoted_words: Limit
    box_lines: Limit
    stanza: Limit
    stopped_share: Limit
    unstopped_share: Limit
    questions: Limit


class Words(Closed):
    """A list of words or names."""

    terms: tuple[str, ...]


class Phrases(Closed):
    """Lines known by a phrase: where it stands, what else must hold, and the role that follows."""

    rule: str
    role: Role
    at: Literal["start", "whole", "anywhere"]
    zone: Literal["any", "edge", "tail"] = "any"
    needs: tuple[Need, ...] = ()
    heading: bool = False
    longest: int = Field(ge=1)
    terms: tuple[str, ...] = Field(min_length=1)

    @field_validator("terms")
    @classmethod
    def has_words(cls, terms: tuple[str, ...]) -> tuple[str, ...]:
        """The terms, each of which must hold a word by which lines can be found."""
        for term in terms:
            if not WORD.search(plain(term)):
                raise ValueError(f"the term {term!r} holds no word; write one, or remove the entry")
        return terms


class House(Closed):
    """What one outlet's pages hold that no general rule can know."""

    first_line: Role | None = None
    last_line: Role | None = None
    phrases: tuple[Phrases, ...] = ()


class Pattern(NamedTuple):
    """One group of phrases, ready to be matched."""

    group: Phrases
    terms: re.Pattern


class Lists(BaseModel):
    """The word lists; what each is for stands in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    weekdays: Words
    months_gregorian: Words
    months_levantine: Words
    months_maghrebi: Words
    months_hijri: Words
    clock: Words
    date_links: Words
    since: Words
    spans: Words
    agencies: Words
    outlets: Words
    credit_joints: Words
    house_nouns: Words
    house_endings: Words
    places: Words
    given_names: Words
    name_openings: Words
    titles: Words
    not_in_names: Words
    buttons: Words
    home: Words
    sections: Words
    genres: Words
    writers: Words
    depicting: Words
    pictures: Words
    continuations: Words
    salutations: Words
    waw_words: Words


class Layout(BaseModel):
    """The whole of codebook/layout.yml; its regular expressions are made once, when first asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    limits: Limits
    words: Lists
    phrases: tuple[Phrases, ...]
    outlets: dict[str, House] = {}

    @functools.cached_property
    def singles(self) -> dict[str, frozenset[str]]:
        """Each word list as a set of single folded words, and all days and months as dates."""
        sets = {
            name: frozenset(word for term in part.terms for word in WORD.findall(plain(term)))
            for name, part in self.words
        }
        sets["dates"] = frozenset().union(*(sets[n] for n in sets if n == "weekdays" or n.startswith("months_")))
        sets["date_words"] = sets["dates"] | sets["clock"] | sets["date_links"]
        sets["signature_joints"] = sets["credit_joints"] | sets["sections"]
        return sets

    @functools.cached_property
    def section_names(self) -> frozenset[str]:
        """Names of an outlet's sections, folded, whole."""
        return frozenset(map(plain, self.words.sections.terms))

    @functools.cached_property
    def home_names(self) -> frozenset[str]:
        """Names of an outlet's first page, folded, whole."""
        return frozenset(map(plain, self.words.home.terms))

    @functools.cached_property
    def greetings(self) -> tuple[str, ...]:
        """The openings of letters, folded."""
        return tuple(map(plain, self.words.salutations.terms))

    @functools.cached_property
    def agency(self) -> re.Pattern:
        """Any agency's or outlet's name."""
        return _alternatives(self.words.agencies.terms + self.words.outlets.terms)

    @functools.cached_property
    def wire(self) -> re.Pattern:
        """Any news agency's name."""
        return _alternatives(self.words.agencies.terms)

    @functools.cached_property
    def place(self) -> re.Pattern:
        """Any town or country."""
        return _alternatives(self.words.places.terms)

    @functools.cached_property
    def openings(self) -> dict[str, tuple[Pattern, ...]]:
        """The phrases that must open a line, by their first word."""
        return _by_first_word(self.phrases)

    @functools.cached_property
    def house_openings(self) -> dict[str, dict[str, tuple[Pattern, ...]]]:
        """The same for the phrases of each outlet."""
        return {name: _by_first_word(house.phrases) for name, house in self.outlets.items()}

    @functools.cached_property
    def inner(self) -> tuple[tuple[Phrases, tuple[str, ...]], ...]:
        """The phrases that may stand anywhere in a line, with their folded terms."""
        return tuple((g, tuple(map(plain, g.terms))) for g in self.phrases if g.at == "anywhere")


def _alternatives(terms: tuple[str, ...], lead: str = r"و?") -> re.Pattern:
    """One expression for many terms, longest first; letters that abbreviate may be parted by dots: أ.ف.ب."""
    forms = sorted({plain(term) for term in terms}, key=len, reverse=True)
    return re.compile(rf"(?<!\w){lead}(?:{'|'.join(map(_form, forms))})(?!\w)")


def _form(term: str) -> str:
    if ONE_LETTER.match(term):
        return "[ .]*".join(term.split()) + r"\.?"
    return re.escape(term).replace(r"\ ", r"\s+")


def _by_first_word(groups: tuple[Phrases, ...]) -> dict[str, tuple[Pattern, ...]]:
    table: dict[str, list[Pattern]] = {}
    for group in groups:
        if group.at != "anywhere":
            terms = tuple(LEAD.sub("", plain(term), count=1) for term in group.terms)
            pattern = Pattern(group, _alternatives(terms, lead=""))
            for first in sorted({WORD.match(term).group() for term in terms}):
                table.setdefault(first, []).append(pattern)
    return {first: tuple(patterns) for first, patterns in table.items()}
