"""The name that follows a title after the place or the body where it is held: مدير التعليم بالمنطقة سعد …."""

from analysis.voices.articles import COMMA, Article
from analysis.voices.classes import (
    ACTOR,
    AND,
    CUE,
    DEED,
    DEF,
    ENDING,
    GIVEN,
    HEAD,
    INFLECTED,
    KNOWN,
    NISBA,
    OWN,
    PARTICLE,
    PEER,
    PREP,
    TITLE,
    TO,
)
from analysis.voices.names import honoured

PLACE = 12  # words of a place or body between a title and the name


def name_ahead(article: Article, j: int) -> int:
    """The word at which a name, or a rank before it, begins after a place; -1 if another thing comes first."""
    closed, foreign, until = False, False, -1
    for k in range(j, min(j + PLACE, len(article.flags))):
        gap, f = article.gaps[k], article.flags[k]
        if (f & DEED and (closed or not f & DEF)) or (k == j and article.folded[article.types[k]] == "عن"):
            return -1  # what the holder says or gives, to somebody else: أعرب رئيس المجلس عن تعازيه للملك سلمان
        rank = f & TITLE and f & DEF and not f & (AND | TO)
        if k > j and gap:
            return k if rank and gap == COMMA else -1
        if k <= until:
            continue
        if (last := article.named.get(k, honoured(article, k))) > 0:
            closed, until = True, last
            continue
        if (f & ENDING and not f & (HEAD | PREP)) or (f & OWN and not f & DEF) or f & PEER:
            return -1
        unknown = k > j and not f & (KNOWN | PREP | HEAD)
        if unknown and foreign and not _family(article, k + 1):
            continue  # more of a foreign name: لوكالة فرانس برس
        if closed and not f & (DEF | TO | PREP | AND):
            return k if _name_like(article, k) else -1
        if closed and rank:
            return k
        closed, foreign = bool(f & (DEF | ACTOR)) or (closed and bool(f & AND)) or unknown, unknown
    return -1


def _name_like(article: Article, k: int) -> bool:
    """Whether a word without the article begins a name: a given name, or words no dictionary has."""
    f = article.flags[k]
    if f & (INFLECTED | CUE | HEAD) or k + 1 >= len(article.flags):
        return bool(f & TITLE and not f & (INFLECTED | CUE))
    return bool(f & (GIVEN | PARTICLE) or not f & KNOWN or _family(article, k + 1))


def _family(article: Article, k: int) -> bool:
    """Whether a family name, or بن before one, follows without a mark."""
    f = 0 if k >= len(article.flags) or article.gaps[k] else article.flags[k]
    return bool(f & PARTICLE or (f & DEF and (f & NISBA or not f & KNOWN)))
