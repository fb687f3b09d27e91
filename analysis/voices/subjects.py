"""The subject of a reporting verb: the phrase after it, or the one right before it."""

from analysis.voices.articles import COMMA, END, Article
from analysis.voices.classes import (
    ACTOR,
    AND,
    AUX,
    BODY,
    BREAK,
    COMP,
    COUNT,
    CUE,
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
    SAME,
    STOP,
    TIME,
    TITLE,
    TO,
)
from analysis.voices.cues import Site
from analysis.voices.people import People
from analysis.voices.phrases import Phrase, phrase

BACK = 20  # words before a verb within which its subject may begin
FIRST = 10  # words of a sentence within which its subject begins
OBJECTS = ("ه", "ها", "هم", "هما")
MANIFEST = ("that", "colon", "mark")
SOMEBODY = TITLE | MEDIA | BODY | PEOPLE | ACTOR


def after(article: Article, site: Site, people: People, transitive: bool) -> Phrase | None:
    """The subject right after a verb; adverbs and an addressee may stand between."""
    flags, gaps, count = article.flags, article.gaps, len(article.flags)
    j = site.last + 1
    while j < count and not gaps[j] & END and (flags[j] & (TIME | COUNT) or _pronoun(article, j) or _of(article, j)):
        j += 1
    if j < count and not gaps[j] & END:
        j = _past_addressee(article, j, people)
    return subject(article, j, site, people, transitive)


def _of(article: Article, j: int) -> bool:
    """Whether من or a number goes on with a quantity: أكثر من مئة."""
    word = article.folded[article.types[j]]
    return bool(article.flags[j - 1] & COUNT) and (word == "من" or word.isdecimal())


def _pronoun(article: Article, j: int) -> bool:
    """Whether a preposition with its pronoun stands here: فيه, عنها."""
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
    found = phrase(article, j, people.quoted)
    if found is None or (transitive and _described(article, found, site)):
        return None
    return found if _possible(article, found, site, people) else None


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
    if not f & KNOWN:
        return True
    if f & GIVEN and (len(found.name) > 1 or site.how in MANIFEST):
        return True
    beyond = found.last + 1
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


def before(article: Article, site: Site, people: People) -> Phrase | None:
    """The subject that ends right before the verb, auxiliaries, الذي and 'من جهته' aside."""
    flags, gaps, i = article.flags, article.gaps, site.first
    if flags[i] & AND and not article.folded[article.types[i]].startswith("ف"):
        return None
    j, relative = i - 1, False
    while j >= 0 and flags[j] & (AUX | REL | TIME | SAME) and not flags[j] & (COMP | HEAD) and not gaps[j + 1] & END:
        relative = relative or bool(flags[j] & REL) or article.folded[article.types[j]] == "فقد"
        if flags[j] & TIME and j and flags[j - 1] & PREP:
            j -= 1
        j -= 1
    if j < 0 or gaps[j + 1] & END or (gaps[j + 1] & COMMA and not relative):
        return None
    if relative and flags[j] & TIME:
        return None
    return _ending_at(article, j, relative, people, site)


def _ending_at(article: Article, j: int, relative: bool, people: People, site: Site) -> Phrase | None:
    """The phrase that reaches word j; else, outside relative clauses, the one that opens the clause."""
    flags, gaps, opening = article.flags, article.gaps, None
    for start in range(j, max(-1, j - BACK), -1):
        if start < j and gaps[start + 1] & END:
            break
        plural = start == j and site.reading.shape == "present" and flags[j] & INFLECTED
        if not (plural or _opens(article, start, relative)) or (flags[start] & TO and not relative):
            continue
        found = phrase(article, start, people.quoted)
        if found and _nominal(article, found, people, site):
            clause = gaps[start] & (END | COMMA) or start == 0 or flags[start - 1] & COMP
            reaches = found.last >= j or (relative and found.last == j - 1 and flags[j] & DEF)
            if reaches and (clause or relative or plural or not flags[start] & AND):
                return found
            if clause and not relative:
                opening = found
        if gaps[start] & (END | COMMA) and not relative:
            break
    return opening


def _nominal(article: Article, found: Phrase, people: People, site: Site) -> bool:
    if found.flags & (HEAD | ACTOR) or found.quoted:
        return True
    if site.reading.shape == "present" and found.last == found.first and article.flags[found.first] & INFLECTED:
        return True  # a verb right after its plural: لافتات تقول
    if len(found.name) > 1 and article.flags[found.name[0]] & GIVEN:
        return True
    return bool(found.name) and people.knows(article.folded[article.types[found.name[0]]].removeprefix("ال"))


def _opens(article: Article, start: int, relative: bool) -> bool:
    """Whether a phrase can open at this word: after a mark or a word that opens a clause."""
    if article.gaps[start] & (END | COMMA) or start == 0 or article.flags[start] & AND:
        return True
    before = article.flags[start - 1]
    return bool(before & (COMP | AUX | DEMO | TIME | STOP | BREAK) or relative or (before & CUE and not before & PREP))


def sentence_subject(article: Article, begin: int, end: int, people: People) -> Phrase | None:
    """Whoever is named first in a sentence, no preposition before, between two words."""
    flags = article.flags
    for j in range(begin, min(end, begin + FIRST)):
        f = flags[j]
        if f & TO or (j > begin and flags[j - 1] & PREP and not article.gaps[j]):
            continue
        word = article.folded[article.types[j]].removeprefix("ال")
        if f & SOMEBODY and not f & CUE or j in people.quoted or people.knows(word):
            found = phrase(article, j, people.quoted)
            if found and found.last < end and (found.flags & SOMEBODY or found.quoted or found.name):
                return found
    return None
