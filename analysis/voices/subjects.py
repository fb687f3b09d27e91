"""The subject of a reporting verb: the phrase after it, or the one right before it."""

from analysis.text.morphology import dictionary
from analysis.voices.articles import COMMA, END, Article
from analysis.voices.classes import (
    ACTOR,
    AND,
    BODY,
    COMP,
    COUNT,
    DEF,
    DEMO,
    ENDING,
    GIVEN,
    HEAD,
    INFLECTED,
    KNOWN,
    MEDIA,
    OWN,
    PEER,
    PEOPLE,
    PREP,
    REL,
    TIME,
    TITLE,
    TO,
)
from analysis.voices.names import OBLIQUE
from analysis.voices.parse import phrase
from analysis.voices.people import People
from analysis.voices.phrase import Phrase
from analysis.voices.sites import Site

OBJECTS = ("ه", "ها", "هم", "هما")
NOMINATIVE = "ون"  # the plural of a subject: الأوروبيون
MANIFEST = ("that", "colon", "mark")
SOMEBODY = TITLE | MEDIA | BODY | PEOPLE | ACTOR


def after(article: Article, site: Site, people: People, transitive: bool) -> Phrase | None:
    """The subject right after a verb; adverbs and an addressee may stand between."""
    flags, gaps, count = article.flags, article.gaps, len(article.flags)
    j = site.last + 1
    while j < count and not gaps[j] & END and (flags[j] & TIME or _counts(article, j) or _points(article, j)):
        j += 1
    if j < count and not gaps[j] & END:
        j = _past_addressee(article, j, people)
    return subject(article, j, site, people, transitive)


def _counts(article: Article, j: int) -> bool:
    """Whether a word belongs to a quantity: أكثر من مئة, 52% من."""
    if _number(article, j):
        return True
    return _number(article, j - 1) and article.folded[article.types[j]] == "من"


def _number(article: Article, j: int) -> bool:
    return bool(article.flags[j] & COUNT) or article.folded[article.types[j]].isdecimal()


def _points(article: Article, j: int) -> bool:
    """Whether what is said is only pointed at here: فيه, عنها, ذلك before who says it."""
    if article.flags[j] & DEMO and j + 1 < len(article.flags):
        return bool(article.flags[j + 1] & TITLE)
    word = article.folded[article.types[j]]
    return bool(article.flags[j] & PREP) and word.endswith(OBJECTS)


def _past_addressee(article: Article, j: int, people: People) -> int:
    """Word j, or the word after the addressee that begins there: 'لوكالة …', '«…» مصادر'."""
    flags, word = article.flags, article.folded[article.types[j]]
    if j in people.quoted:
        beyond = people.quoted[j] + 1
        return beyond if beyond < len(flags) and _indefinite_people(flags[beyond]) else j
    if word == "ل" and j + 1 in people.quoted:
        return people.quoted[j + 1] + 1
    if flags[j] & TO and word.startswith("ل"):
        found = phrase(article, j, people.quoted)
        if found and found.quoted:
            return found.quoted[1] + 1
        return j + 1
    return j


def _indefinite_people(f: int) -> bool:
    return bool(f & (PEOPLE | BODY | INFLECTED)) and not f & (DEF | TO | AND)


def subject(article: Article, j: int, site: Site, people: People, transitive: bool = False) -> Phrase | None:
    """The phrase at word j if it can be the subject and is no object of the verb."""
    flags = article.flags
    if j >= len(flags) or article.gaps[j] & (END | COMMA) or (j == site.content and site.how in MANIFEST):
        return None
    f = flags[j]
    if f & TO and not f & DEF and j + 1 < len(flags) and not flags[j + 1] & (KNOWN | DEF) and not article.gaps[j + 1]:
        f &= ~TO  # before an unknown word rather the letter of a name: بيتر هينشكليف
    if f & (TO | COMP | PREP | REL) or (f & ENDING and not f & HEAD) or (f & OWN and not f & PEER and not f & TITLE):
        return None
    if j == site.last + 1 and f & DEF and site.reading.agent == "3m" and oblique(article.core(j)):
        return None  # whom it calls on: وطالب المواطنين
    found = phrase(article, j, people.quoted)
    if found is None or (transitive and _described(article, found, site)):
        return None
    return found if _possible(article, found, site, people) else None


def oblique(noun: str) -> bool:
    """Whether a folded noun is a sound plural in the case of objects: مواطنين."""
    return noun.endswith(OBLIQUE) and dictionary().get(noun, noun) != noun


def _described(article: Article, found: Phrase, site: Site) -> bool:
    """Whether a phrase is what is described, not who describes: the only one before بـ, or a thing of somebody's."""
    if article.folded[article.types[site.last]].endswith(OBJECTS):
        return False  # it has its object: وصفته الصحيفة بأنه
    first = article.flags[found.first]
    thing = not (found.flags & (HEAD | ACTOR) or found.quoted) and first & KNOWN and not first & (GIVEN | DEF)
    object_ = site.how == "need" or (site.how == "that" and not found.flags & (TITLE | ACTOR))
    return bool(thing) or (object_ and site.content == found.last + 1)


def _possible(article: Article, found: Phrase, site: Site, people: People) -> bool:
    if found.flags & (HEAD | ACTOR) or found.quoted:
        return True
    if not found.name:
        return site.how in MANIFEST
    first = found.name[0]
    f, word = article.flags[first], article.folded[article.types[first]].removeprefix("ال")
    if people.knows(word):
        return True
    if any(people.knows(article.folded[article.types[j]]) for j in found.name[1:]):
        return False  # something of somebody's: مواقف خامنئي
    if not f & KNOWN or (f & DEF and f & INFLECTED and word.endswith(NOMINATIVE)):
        return True
    if f & GIVEN and (len(found.name) > 1 or site.how in MANIFEST):
        return True
    beyond = found.last + 1
    if not f & DEF and beyond < len(article.flags) and article.flags[beyond] & OWN and not article.gaps[beyond]:
        return False  # what is stated: أكد حرص بلاده
    if f & DEF and beyond < len(article.flags) and article.flags[beyond] & OWN and not article.gaps[beyond]:
        return True  # its object has its pronoun: نصح الرئيس السابق حلفاءه
    if f & DEF or len(found.name) == 1:
        return site.how in MANIFEST and site.content > found.last
    return site.how in MANIFEST or not all(article.flags[j] & KNOWN for j in found.name)


def sure(article: Article, found: Phrase, people: People) -> bool:
    """Whether a phrase names somebody by itself, whatever stands around it."""
    if found.flags & SOMEBODY or found.quoted:
        return True
    first = found.name[0] if found.name else found.first
    return not article.flags[first] & KNOWN or people.knows(article.folded[article.types[first]].removeprefix("ال"))
