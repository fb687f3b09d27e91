"""Words that describe a speaker: titles, adjectives, what an office is of."""

from analysis.text.morphology import dictionary
from analysis.voices.ahead import name_ahead
from analysis.voices.articles import COLON, COMMA, END, Article
from analysis.voices.classes import (
    ACTOR,
    BODY,
    DEF,
    DIVINE,
    DOC,
    ENDING,
    HEAD,
    INFLECTED,
    KNOWN,
    LABEL,
    MEDIA,
    NISBA,
    OWN,
    PARTICLE,
    PEER,
    PEOPLE,
    PREP,
    QUALITY,
    TITLE,
)
from analysis.voices.names import JOINED, NAME_WORDS
from analysis.voices.objects import is_object, of_god
from analysis.voices.phrase import Phrase

WITHIN = frozenset(("في", "من"))  # prepositions that go on with the description of unnamed people
OF = frozenset(("ل", "باسم"))  # the same for the holder of an office


def office(article: Article, found: Phrase, j: int, word: str) -> bool:
    """Take ل or باسم after a title or unnamed people; False if the phrase ends before it."""
    if word == "ل" and not found.flags & TITLE:
        return False
    found.description.append(j)
    found.closed, found.loose = False, True
    return True


def preposition(article: Article, found: Phrase, j: int, word: str) -> bool:
    """Take a preposition that goes on with a description: مسؤول في الحكومة; or a place before the name."""
    if not article.flags[j] & PREP or found.name or found.quoted or j == found.first or j + 1 >= len(article.flags):
        return False
    if found.flags & (TITLE | PEOPLE) and resumed(article, found, j):
        return True
    after = article.flags[j + 1]
    if word not in WITHIN or not found.flags & PEOPLE or found.flags & TITLE or after & (ENDING | OWN | PEOPLE | DOC):
        return False
    if article.flags[found.first] & DEF or article.gaps[j + 1] & (END | COLON | COMMA):
        return False
    found.description.append(j)
    found.closed = False
    return True


def resumed(article: Article, found: Phrase, j: int) -> bool:
    """Take a place or body between title and name: مدير التعليم بالمنطقة سعد …; False if no name follows."""
    if not found.flags & TITLE and not article.flags[found.first] & DEF:
        return False  # unnamed people: 'كشفت مصادر عن …'
    name = name_ahead(article, j)
    if name < 0:
        return False
    found.description.extend(range(j, name))
    found.last, found.closed = name - 1, True
    return True


def abbreviated(article: Article, found: Phrase, j: int) -> bool:
    """Take a title of one letter: 'م. سامي الحداد'; False if no full stop follows."""
    if article.text[article.end[j] : article.end[j] + 1] != ".":
        return False
    found.description.append(j)
    found.flags, found.closed = TITLE, True
    return True


def attached(article: Article, found: Phrase, j: int, word: str) -> bool:
    """Take a word with an attached ل into a description: المدير العام للشركة."""
    f = article.flags[j]
    if found.name or found.quoted or f & (PEOPLE | PEER) or (f & MEDIA and (found.loose or found.flags & PEOPLE)):
        return False
    if found.flags & (TITLE | PEOPLE) and resumed(article, found, j):
        return True
    if word[0] != "ل":
        return False
    if not found.flags & (TITLE | BODY | DOC):
        return False
    found.description.append(j)
    found.closed = bool(f & DEF)
    return True


def head(article: Article, found: Phrase, j: int, f: int) -> bool:
    """Take a title, a noun for a body or people, or a part of a name; False if the phrase ends before it."""
    if f & DIVINE and (found.closed or found.name) and of_god(article, j):
        return False  # whom the subject asks: سألت الهيئة العامة الله أن
    if f & PARTICLE and not (f & HEAD and not found.name):
        if article.folded[article.types[j]] in JOINED and found.description[-1:] == [j - 1] and not found.name:
            found.name.append(found.description.pop())  # القاضي خليل الله
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
    if found.closed and article.flags[found.first] & DEF and not f & (DEF | TITLE | PEOPLE):
        return False  # the same: ناشد المجلس إمارة المنطقة
    if found.closed and found.flags & TITLE and f & PEOPLE and f & DEF and not f & TITLE and _plural(article, j):
        return False  # whom the subject calls on: دعا المفتي العلماء
    source = found.flags & PEOPLE and not found.flags & TITLE and not article.flags[found.first] & DEF
    found.flags |= f & ~TITLE if source and f & NISBA else f  # 'مصادر صحفية': no journalist
    found.description.append(j)
    found.closed = bool(f & DEF) or article.end[j] - article.start[j] == 1  # د. صالح
    return True


def _plural(article: Article, j: int) -> bool:
    """Whether a noun is a plural, by its ending or by the dictionary."""
    noun = article.core(j)
    return dictionary().get(noun, noun) != noun or noun.endswith(("ون", "ين"))


def _of_body(article: Article, j: int) -> bool:
    """Whether a title with the article goes on with whose it is: 'سامي الحداد المتحدث باسم …'."""
    return j + 1 < len(article.flags) and article.folded[article.types[j + 1]] in OF


def definite(article: Article, found: Phrase, j: int, f: int) -> bool:
    """Take a plain word with the article: an adjective or noun, or a family name after a closed title."""
    after = 0 if article.gaps[j + 1] else article.flags[j + 1]
    rank = found.flags & TITLE and after & TITLE and after & DEF  # … الأطفال المعوقين الأمير سلطان
    adjective = found.loose or f & (NISBA | QUALITY) or rank
    before = article.flags[j - 1]
    place = j > found.first + 1 and article.flags[j - 2] & LABEL and not before & (HEAD | LABEL)  # منطقة نجران التعازي
    told = found.closed or place or (before & NISBA and not before & DEF)
    if told and (is_object(article, j) or of_god(article, j)):
        return False  # شخصيات وطنية العملية
    if found.closed and not adjective:
        brief = article.end[j - 1] - article.start[j - 1] == 1  # د. السند
        if not found.flags & TITLE or (f & KNOWN and not f & ACTOR and not brief) or found.quoted:
            return False
        found.name.append(j)
        return True
    found.description.append(j)
    found.closed = True
    return True


def indefinite(article: Article, found: Phrase, j: int, f: int) -> bool:
    """Take a plain word without the article: more description, or the first name after a closed title."""
    unnamed = found.flags & PEOPLE and not article.flags[found.first] & DEF
    if found.closed and not (unnamed and not found.flags & TITLE):
        if not found.flags & (TITLE | PEOPLE | PEER) or f & INFLECTED or is_object(article, j):
            return False
        found.name.append(j)
        return True
    if found.closed:
        return False
    found.description.append(j)
    found.closed = not f & KNOWN or bool(f & ACTOR)
    return True
