"""Noun phrases that may name a speaker: where they end, what in them is description and what is a name."""

from analysis.voices.articles import COLON, COMMA, DASH, END, Article
from analysis.voices.classes import (
    ACTOR,
    AND,
    BODY,
    CUE,
    DEED,
    DEF,
    DIVINE,
    ENDING,
    GIVEN,
    HEAD,
    KNOWN,
    OWN,
    PARTICLE,
    PEER,
    PEOPLE,
    PREP,
    TITLE,
    TO,
)
from analysis.voices.description import (
    OF,
    abbreviated,
    attached,
    definite,
    head,
    indefinite,
    office,
    preposition,
    resumed,
)
from analysis.voices.names import (
    between_names,
    cut,
    ends_name,
    has_family,
    has_father,
    honoured,
    hyphen,
    is_foreign,
    is_name,
    more_name,
)
from analysis.voices.objects import of_god
from analysis.voices.phrase import Phrase

LONGEST = 24  # words of a title with a name; beyond that the phrase was not seen to end
VERBAL = ("past", "present", "participle", "source")


def phrase(article: Article, i: int, names: dict[int, int]) -> Phrase | None:
    """The noun phrase that begins at word i; None if none does. A conjunction or ل before it is not looked at.

    names: first word → last word of the quoted spans that hold names; other quoted spans end the phrase.
    """
    found, gaps = Phrase(i), article.gaps
    inside, end = article.at.get(i), min(len(article.flags), i + LONGEST)
    j = i
    while j < end and found.second is None:
        if j > i and (gaps[j] & (END | COLON) or (gaps[j] & DASH and not hyphen(article, found, j))):
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
    if found.name and article.flags[found.name[-1]] & PARTICLE:
        cut(article, found)
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
        return office(article, found, j, word)
    if f & (DIVINE | DEED) and not found.name and not found.description and _nobody(article, j, f):
        return False
    if f & ENDING and not f & HEAD and not (f & GIVEN and is_name(article, j)):
        return preposition(article, found, j, word)
    if f & CUE and not f & (HEAD | DEF) and _reports(article, found, j, f):
        return False
    if j > found.first:
        if f & AND:
            return _joined(article, found, j, names)
        if f & TO and not is_foreign(article, found, j):
            return attached(article, found, j, word)
        if f & OWN:
            return False
        if f & PEER:
            return False
    if f & GIVEN and f & TITLE and not f & DEF and (has_father(article, j) or has_family(article, found, j)):
        return _plain(article, found, j, f, names)  # الأمير سلطان بن …
    if f & TITLE and found.name and article.flags[j - 1] & PARTICLE:
        return more_name(article, found, j, f)  # علي بن ولي بن …, آل الشيخ
    if f & TITLE and f & DEF and not found.name and (last := honoured(article, j)) > 0:
        found.description.extend(range(j, last + 1))
        found.last, found.closed = last, True
        return True
    if f & (HEAD | PARTICLE):
        if found.name and not found.trailing and (ends_name(article, j) if f & DEF else between_names(article, j)):
            return more_name(article, found, j, f)
        return head(article, found, j, f)
    return _plain(article, found, j, f, names)


def _nobody(article: Article, j: int, f: int) -> bool:
    """Whether a phrase that begins with this word names no speaker: God, or a deed."""
    return of_god(article, j) or bool(f & DEED and not f & HEAD)


def _reports(article: Article, found: Phrase, j: int, f: int) -> bool:
    """Whether a word that could report does so here; right after a title a plain past is a name: الشيخ نص."""
    shape = article.readings[article.types[j]].shape
    ranked = j > found.first and article.flags[j - 1] & TITLE and found.closed
    if shape == "past" and ranked and not found.name and not f & AND and not found.flags & BODY:
        return False
    return shape in VERBAL


def _joined(article: Article, found: Phrase, j: int, names: dict[int, int]) -> bool:
    """A word with و: more of the description, or a second phrase beside the first."""
    f = article.flags[j]
    if f & (CUE | ENDING) and not f & HEAD:
        return False
    if found.trailing or not (found.name or found.quoted or found.flags & ACTOR or f & PEER):
        if f & (HEAD | DEF) or (f & KNOWN and found.description and not found.closed):
            found.description.append(j)
            found.closed = found.closed or bool(f & DEF)
            return True
        return bool(f & KNOWN and not found.trailing) and resumed(article, found, j)  # وزير الصحة وتقنية المعلومات …
    if f & (HEAD | ACTOR | DEF):
        second = phrase(article, j, names)
        if second and (second.name or second.quoted or second.flags & (ACTOR | TITLE | PEER)):
            found.second, found.last = second, second.last
    return found.second is not None


def _plain(article: Article, found: Phrase, j: int, f: int, names: dict[int, int]) -> bool:
    """A word of no class: an adjective or noun of the description, or part of a name."""
    if found.trailing:
        found.description.append(j)
        return bool(f & DEF) or not found.closed
    if found.name:
        return more_name(article, found, j, f)
    if not found.description:
        word = article.folded[article.types[j]]
        if found.quoted or not word.isalpha():
            return False
        if len(word) == 1:
            return abbreviated(article, found, j)
        found.name.append(j)
        found.flags |= f & ACTOR
        return True
    if f & DEF:
        if j + 1 in names and not article.gaps[j + 1] & (END | COMMA | COLON):
            found.description.append(j)
            return True
        return definite(article, found, j, f)
    return False if found.quoted else indefinite(article, found, j, f)
