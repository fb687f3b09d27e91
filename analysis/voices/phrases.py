"""Noun phrases that may name a speaker: where they end, what in them is description and what is a name."""

from analysis.voices.ahead import name_ahead
from analysis.voices.articles import COLON, COMMA, DASH, END, Article
from analysis.voices.classes import (
    ACTOR,
    AND,
    BODY,
    CUE,
    DEF,
    DOC,
    ENDING,
    GIVEN,
    HEAD,
    INFLECTED,
    KNOWN,
    MEDIA,
    NISBA,
    OWN,
    PARTICLE,
    PEER,
    PEOPLE,
    PREP,
    QUALITY,
    TITLE,
    TO,
)

LONGEST = 24  # words of a title with a name; beyond that the phrase was not seen to end
NAME_WORDS = 8
WITHIN = frozenset(("في", "من"))  # prepositions that go on with the description of unnamed people
OF = frozenset(("ل", "باسم"))  # the same for the holder of an office
JOINED = frozenset(("الله", "الدين", "الرحمن", "العزيز"))  # words that make one name with the word before
VERBAL = ("past", "present", "participle", "source")


class Phrase:
    """A noun phrase: its words as (first, last), the words of the description and of the name.

    quoted: the name given in quotation marks, as words (first, last); second: a phrase joined to it by و;
    closed: nothing more can depend on the last noun; trailing: the description comes after the name; loose: a
    body after باسم may take any adjective.
    """

    __slots__ = ("closed", "description", "first", "flags", "last", "loose", "name", "quoted", "second", "trailing")

    def __init__(self, first: int):
        self.first, self.last = first, first - 1
        self.description: list[int] = []
        self.name: list[int] = []
        self.quoted: tuple[int, int] | None = None
        self.second: Phrase | None = None
        self.closed = self.trailing = self.loose = False
        self.flags = 0


def phrase(article: Article, i: int, names: dict[int, int]) -> Phrase | None:
    """The noun phrase that begins at word i; None if none does. A conjunction or ل before it is not looked at.

    names: first word → last word of the quoted spans that hold names; other quoted spans end the phrase.
    """
    found, gaps = Phrase(i), article.gaps
    inside, end = article.at.get(i), min(len(article.flags), i + LONGEST)
    j = i
    while j < end and found.second is None:
        if j > i and (gaps[j] & (END | COLON) or (gaps[j] & DASH and not _hyphen(article, found, j))):
            break
        if j > i and gaps[j] & COMMA and not _goes_on(article, found, j):
            break
        if article.at.get(j) != inside:
            break
        if j in names:
            if not _quoted(article, found, j, names[j]):
                break
            j = found.last + 1
        elif j == i and j in article.named and not article.flags[j] & HEAD:
            found.name = list(range(j, article.named[j] + 1))
            found.last, found.flags = found.name[-1], ACTOR | BODY
            j = found.last + 1
        elif _take(article, found, j, names):
            found.last = j = max(j, found.last)
            j += 1
        else:
            break
    return found if found.last >= i else None


def _quoted(article: Article, found: Phrase, first: int, last: int) -> bool:
    """Take a quoted name: the phrase's own, or, after a preposition, one that the description depends on."""
    if found.name or found.quoted:
        return False
    if found.description and article.flags[first - 1] & PREP:
        found.description.extend(range(first, last + 1))
    else:
        found.quoted = (first, last)
    found.last, found.closed = last, True
    return True


def _hyphen(article: Article, found: Phrase, j: int) -> bool:
    """Whether a dash joins the parts of a foreign name: 'فرانك- فالتر'."""
    return (
        bool(found.name)
        and article.text[article.end[j - 1]] in "-–"
        and not article.flags[j] & (DEF | HEAD | ENDING | CUE)
    )


def _goes_on(article: Article, found: Phrase, j: int) -> bool:
    """Whether a phrase goes on after a comma: with a name where there is none, with a title after a name."""
    f = article.flags[j]
    if f & (ENDING | CUE | AND | TO):
        return False
    if found.name or found.quoted:
        found.trailing = bool(f & (TITLE | PEOPLE)) and not found.flags & (TITLE | PEOPLE)
        return found.trailing
    return bool(found.flags & TITLE) and bool(f & TITLE or not f & (DEF | OWN | HEAD))


def _take(article: Article, found: Phrase, j: int, names: dict[int, int]) -> bool:
    """Take word j into the phrase as description or name; False if the phrase ends before it."""
    f = article.flags[j]
    word = article.folded[article.types[j]]
    if j > found.first and word in OF and found.flags & (TITLE | PEOPLE) and not found.name:
        return _of(article, found, j, word)
    if f & ENDING and not f & HEAD:
        return _preposition(article, found, j, word)
    if f & CUE and not f & (HEAD | DEF) and _reports(article, found, j, f):
        return False
    if j > found.first:
        if f & AND:
            return _joined(article, found, j, names)
        if f & TO:
            return _attached(article, found, j, word)
        if f & OWN:
            return False
        if f & PEER:
            return False
    if f & GIVEN and f & TITLE and not f & DEF and _son(article, j):
        return _plain(article, found, j, f, names)  # الأمير سلطان بن …
    if f & (HEAD | PARTICLE):
        if found.name and not found.trailing and (_surname(article, j) if f & DEF else _middle(article, j)):
            return _more_name(article, found, j, f)
        return _head(article, found, j, f)
    return _plain(article, found, j, f, names)


def _reports(article: Article, found: Phrase, j: int, f: int) -> bool:
    """Whether a word that could report does so here; right after a title a plain past is a name: الشيخ نص."""
    shape = article.readings[article.types[j]].shape
    if shape == "past" and found.closed and found.flags & TITLE and not found.name and not f & AND:
        return False
    return shape in VERBAL


def _of(article: Article, found: Phrase, j: int, word: str) -> bool:
    if word == "ل" and not found.flags & TITLE:
        return False
    found.description.append(j)
    found.closed, found.loose = False, True
    return True


def _preposition(article: Article, found: Phrase, j: int, word: str) -> bool:
    """Take a preposition that goes on with a description: مسؤول في الحكومة; or a place before the name."""
    if not article.flags[j] & PREP or found.name or found.quoted or j == found.first or j + 1 >= len(article.flags):
        return False
    if found.flags & (TITLE | PEOPLE) and _resumed(article, found, j):
        return True
    after = article.flags[j + 1]
    if word not in WITHIN or not found.flags & PEOPLE or found.flags & TITLE or after & (ENDING | OWN | PEOPLE | DOC):
        return False
    if article.flags[found.first] & DEF or article.gaps[j + 1] & (END | COLON | COMMA):
        return False
    found.description.append(j)
    found.closed = False
    return True


def _resumed(article: Article, found: Phrase, j: int) -> bool:
    """Take a place or body between title and name: مدير التعليم بالمنطقة سعد …; False if no name follows."""
    if not found.flags & TITLE and not article.flags[found.first] & DEF:
        return False  # unnamed people: 'كشفت مصادر عن …'
    name = name_ahead(article, j)
    if name < 0:
        return False
    found.description.extend(range(j, name))
    found.last, found.closed = name - 1, True
    return True


def _attached(article: Article, found: Phrase, j: int, word: str) -> bool:
    """Take a word with an attached ل into a description: المدير العام للشركة."""
    f = article.flags[j]
    if found.name or found.quoted or f & (PEOPLE | PEER) or (f & MEDIA and found.flags & PEOPLE):
        return False
    if found.flags & (TITLE | PEOPLE) and _resumed(article, found, j):
        return True
    if word[0] != "ل":
        return False
    if not found.flags & (TITLE | BODY | DOC):
        return False
    found.description.append(j)
    found.closed = bool(f & DEF)
    return True


def _joined(article: Article, found: Phrase, j: int, names: dict[int, int]) -> bool:
    """A word with و: more of the description, or a second phrase beside the first."""
    f = article.flags[j]
    if f & (CUE | ENDING) and not f & HEAD:
        return False
    if found.trailing or not (found.name or found.quoted or found.flags & ACTOR or f & PEER):
        if f & (HEAD | DEF):
            found.description.append(j)
            found.closed = found.closed or bool(f & DEF)
            return True
        return False
    if f & (HEAD | ACTOR | DEF):
        second = phrase(article, j, names)
        if second and (second.name or second.quoted or second.flags & (ACTOR | TITLE | PEER)):
            found.second, found.last = second, second.last
    return found.second is not None


def _surname(article: Article, j: int) -> bool:
    """Whether a noun with the article ends a name: nothing that it could govern follows, 'وليد المعلم أن'."""
    following = j + 1
    if article.flags[j - 1] & DEF:
        return False
    return bool(article.gaps[following] & (END | COMMA | COLON)) or bool(article.flags[following] & ENDING)


def _son(article: Article, j: int) -> bool:
    """Whether بن and the like go on with the name that begins at word j."""
    return j + 1 < len(article.flags) and bool(article.flags[j + 1] & PARTICLE) and not article.gaps[j + 1]


def _middle(article: Article, j: int) -> bool:
    """Whether a title without the article stands between two first names: 'صالح شيخ يوسف'."""
    return j + 1 < len(article.flags) and bool(article.flags[j - 1] & article.flags[j + 1] & GIVEN)


def _head(article: Article, found: Phrase, j: int, f: int) -> bool:
    if f & PARTICLE and not (f & HEAD and not found.name):
        found.name.append(j)
        return len(found.name) <= NAME_WORDS
    if found.trailing and not found.closed and not f & (TITLE | PEOPLE):
        found.description.append(j)
        found.closed = bool(f & DEF)
        return True
    if found.name or found.quoted:
        if not f & (TITLE | PEOPLE) or found.flags & (TITLE | PEOPLE | ACTOR):
            return False
        if f & DEF and not found.trailing and not _of_body(article, j):
            return False
        found.trailing = True
    if found.closed and found.flags & TITLE and not f & (TITLE | PEOPLE):
        return False  # an object: وجه المدير العام رسالة
    source = found.flags & PEOPLE and not found.flags & TITLE and not article.flags[found.first] & DEF
    found.flags |= f & ~TITLE if source and f & NISBA else f  # 'مصادر صحفية': no journalist
    found.description.append(j)
    found.closed = bool(f & DEF) or article.end[j] - article.start[j] == 1  # د. صالح
    return True


def _of_body(article: Article, j: int) -> bool:
    """Whether a title with the article goes on with whose it is: 'سامي الحداد المتحدث باسم …'."""
    return j + 1 < len(article.flags) and article.folded[article.types[j + 1]] in OF


def _plain(article: Article, found: Phrase, j: int, f: int, names: dict[int, int]) -> bool:
    """A word of no class: an adjective or noun of the description, or part of a name."""
    if found.trailing:
        found.description.append(j)
        return bool(f & DEF) or not found.closed
    if found.name:
        return _more_name(article, found, j, f)
    if not found.description:
        if found.quoted:
            return False
        found.name.append(j)
        found.flags |= f & ACTOR
        return True
    if f & DEF:
        if j + 1 in names and not article.gaps[j + 1] & (END | COMMA | COLON):
            found.description.append(j)
            return True
        return _definite(article, found, j, f)
    return False if found.quoted else _indefinite(article, found, j, f)


def _definite(article: Article, found: Phrase, j: int, f: int) -> bool:
    after = 0 if article.gaps[j + 1] else article.flags[j + 1]
    rank = found.flags & TITLE and after & TITLE and after & DEF  # … الأطفال المعوقين الأمير سلطان
    adjective = found.loose or f & (NISBA | QUALITY) or rank
    if found.closed and not adjective:
        if not found.flags & TITLE or (f & KNOWN and not f & ACTOR) or found.quoted:
            return False
        found.name.append(j)
        return True
    found.description.append(j)
    found.closed = True
    return True


def _indefinite(article: Article, found: Phrase, j: int, f: int) -> bool:
    unnamed = found.flags & PEOPLE and not article.flags[found.first] & DEF
    if found.closed and not (unnamed and not found.flags & TITLE):
        if not found.flags & (TITLE | PEOPLE | PEER) or f & INFLECTED:
            return False
        found.name.append(j)
        return True
    if found.closed:
        return False
    found.description.append(j)
    found.closed = not f & KNOWN or bool(f & ACTOR)
    return True


def _more_name(article: Article, found: Phrase, j: int, f: int) -> bool:
    if len(found.name) >= NAME_WORDS or found.flags & ACTOR and not found.flags & TITLE:
        return False
    if f & CUE and not f & GIVEN:
        return False  # its object: جدد سامي دعوة …
    before = article.flags[j - 1]
    if (f & INFLECTED and not f & DEF) or (before & DEF and len(found.name) > 1 and not f & PARTICLE):
        half = article.flags[j - 2] & PARTICLE or article.folded[article.types[j - 1]] in JOINED
        if f & INFLECTED or not half:
            return False
    if f & DEF and f & QUALITY:
        if len(found.name) > 1 or not before & DEF:
            return False
    elif f & DEF and f & KNOWN and not f & NISBA:
        joined = before & PARTICLE or article.folded[article.types[j]] in JOINED
        family = not before & DEF and (found.flags & TITLE or (before & GIVEN and not f & CUE and len(found.name) == 1))
        if not joined and not family:
            return False
    found.name.append(j)
    return True
