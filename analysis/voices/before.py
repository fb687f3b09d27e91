"""The subject before a reporting verb, or whoever is named first in its sentence."""

from analysis.voices.articles import COMMA, END, Article
from analysis.voices.classes import (
    ACTOR,
    AND,
    AUX,
    BREAK,
    COMP,
    CUE,
    DEF,
    DEMO,
    ENDING,
    GIVEN,
    HEAD,
    INFLECTED,
    PEOPLE,
    PREP,
    REL,
    SAME,
    STOP,
    TIME,
    TITLE,
    TO,
)
from analysis.voices.labels import MANY
from analysis.voices.parse import phrase
from analysis.voices.people import People
from analysis.voices.phrase import Phrase
from analysis.voices.sites import Site
from analysis.voices.subjects import SOMEBODY

BACK = 20  # words before a verb within which its subject may begin
FIRST = 10  # words of a sentence within which its subject begins


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
    if j < 0 or gaps[j + 1] & END:
        return None
    if gaps[j + 1] & COMMA and not relative:
        return _apart(article, site, people)
    if relative and flags[j] & TIME:
        return None
    return _ending_at(article, j, relative, people, site)


def _ending_at(article: Article, j: int, relative: bool, people: People, site: Site) -> Phrase | None:
    """The phrase that reaches word j; else, outside relative clauses, the one that opens the clause."""
    flags, gaps, opening = article.flags, article.gaps, None
    for start in range(j, max(-1, j - BACK), -1):
        if start < j and gaps[start + 1] & END:
            break
        plural = start == j and site.reading.shape == "present" and _plural(article, site, j)
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


def _apart(article: Article, site: Site, people: People) -> Phrase | None:
    """The subject that opens the sentence, with words about it between commas: 'سامي الحداد، مدير …، يقول'."""
    flags, gaps, start = article.flags, article.gaps, site.first - 1
    if site.reading.shape not in ("past", "present"):
        return None
    while start > max(0, site.first - BACK) and not gaps[start] & END and not flags[start - 1] & COMP:
        start -= 1
    start += bool(flags[start] & (AUX | STOP | BREAK) and not flags[start] & HEAD)
    found = None if flags[start] & (TO | AND | ENDING) else phrase(article, start, people.quoted)
    if found is None or found.last >= site.first - 1 or not gaps[found.last + 1] & COMMA:
        return None
    beyond = flags[found.last + 1]
    about = found.trailing or bool(beyond & (REL | TITLE | PEOPLE))
    named = found.flags & (TITLE | PEOPLE) or (found.name and flags[found.name[0]] & GIVEN)
    return found if about and named and _nominal(article, found, people, site) else None


def _plural(article: Article, site: Site, j: int) -> bool:
    """Whether a word shows that it is a plural, which a verb right after it may have as its subject."""
    masculine = site.reading.agent == "3p" and article.folded[article.types[j]].endswith(MANY)
    return masculine or bool(article.flags[j] & INFLECTED and not article.folded[article.types[j]].endswith("ا"))


def _nominal(article: Article, found: Phrase, people: People, site: Site) -> bool:
    if found.flags & (HEAD | ACTOR) or found.quoted:
        return True
    if site.reading.shape == "present" and found.last == found.first and _plural(article, site, found.first):
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
