"""Words that make up the name in a noun phrase."""

from analysis.voices.articles import COLON, COMMA, END, Article
from analysis.voices.classes import ACTOR, CUE, DEF, ENDING, GIVEN, HEAD, INFLECTED, KNOWN, NISBA, PARTICLE, QUALITY, TITLE
from analysis.voices.phrase import Phrase

NAME_WORDS = 8
JOINED = frozenset(("الله", "الدين", "الرحمن", "العزيز"))  # words that make one name with the word before


def ends_name(article: Article, j: int) -> bool:
    """Whether a noun with the article ends a name: nothing that it could govern follows, 'وليد المعلم أن'."""
    following = j + 1
    if article.flags[j - 1] & DEF:
        return False
    return bool(article.gaps[following] & (END | COMMA | COLON)) or bool(article.flags[following] & ENDING)


def has_father(article: Article, j: int) -> bool:
    """Whether بن and the like go on with the name that begins at word j."""
    return j + 1 < len(article.flags) and bool(article.flags[j + 1] & PARTICLE) and not article.gaps[j + 1]


def is_name(article: Article, j: int) -> bool:
    """Whether a name that is also a preposition (على) stands between a name or a rank and more of a name."""
    before, following = article.flags[j - 1] if j else 0, article.flags[j + 1] if j + 1 < len(article.flags) else DEF
    if article.gaps[j] or article.gaps[j + 1] or not before & (GIVEN | TITLE) or following & (DEF | HEAD | ENDING):
        return False
    return bool(following & (GIVEN | NISBA) or not following & KNOWN)


def between_names(article: Article, j: int) -> bool:
    """Whether a title without the article stands between two first names: 'صالح شيخ يوسف'."""
    return j + 1 < len(article.flags) and bool(article.flags[j - 1] & article.flags[j + 1] & GIVEN)


def more_name(article: Article, found: Phrase, j: int, f: int) -> bool:
    """Take one more word into a name; False if the name ends before it."""
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
