"""What somebody is called in the tables, and the gender and number that the words show."""

from analysis.voices.articles import Article
from analysis.voices.classes import (
    ACTOR,
    AND,
    BODY,
    BOTH,
    DEF,
    GIVEN,
    MEDIA,
    ORDINAL,
    PARTICLE,
    PEER,
    PEOPLE,
    TITLE,
    TO,
)
from analysis.voices.known import ARTICLE, FATHER
from analysis.voices.names import JOINED
from analysis.voices.phrase import Phrase

MANY = ("ون", "ين")
HOUSE = "ال"  # آل folded


def short(article: Article, found: Phrase) -> str:
    """The name as shown: of a person the last word of the name, with what makes it whole."""
    words = found.name
    if found.quoted:
        return article.written(*found.quoted)
    if found.flags & (MEDIA | BODY) and not found.flags & TITLE:
        return shown(article, words[0], words[-1])
    at = len(words) - 1
    while at and _whole(article, words[at - 1], words[at]):
        at -= 1
    if at and article.folded[article.types[words[at]]] in FATHER:
        return _of_father(article, words)
    if at > 2 and article.folded[article.types[words[at]]] == HOUSE:
        return shown(article, words[0], words[-1])  # a prince: the house alone names nobody
    return shown(article, words[at], words[-1])


def _whole(article: Article, before: int, j: int) -> bool:
    """Whether a word makes one name with the word before: 'عبد الله', 'آل حداد', 'محمد السادس'."""
    joined = article.folded[article.types[j]] in JOINED or article.flags[j] & ORDINAL
    family = article.folded[article.types[before]] in JOINED and article.flags[j] & DEF  # عبد الرحمن السند
    return bool(joined or (article.flags[before] & PARTICLE and not family))


def _of_father(article: Article, words: list[int]) -> str:
    """A name that ends with the father's: 'محمد بن نايف بن …' → 'محمد بن نايف'."""
    last = words[-1]
    at = next(n for n, j in enumerate(words) if n and article.folded[article.types[j]] in FATHER)
    following = [j for n, j in enumerate(words) if n > at and article.folded[article.types[j]] in FATHER]
    if following and following[-1] == words[-2] and not article.flags[last] & GIVEN:
        return shown(article, words[-2], last)  # a house: فهد بن عبدالعزيز بن معمر
    return shown(article, words[0], following[0] - 1 if following else last)


def shown(article: Article, first: int, last: int) -> str:
    """Words as written, without the conjunction and the ل before the first."""
    text, f, word = article.written(first, last), article.flags[first], article.folded[article.types[first]]
    if f & AND:
        text, word = text[1:], word[1:]
    if f & TO and word.startswith("لل"):
        return ARTICLE + text[2:]
    return text[1:] if f & TO else text


def agent_of(article: Article, found: Phrase) -> str:
    """Gender and number, as far as the form shows them."""
    first = article.core(found.first)
    if found.flags & BOTH or first.endswith("ان") and found.flags & (TITLE | PEOPLE):
        return "d"
    if not found.description or found.flags & ACTOR and not found.flags & (TITLE | PEOPLE):
        return "s" if found.name and not found.flags & (ACTOR | MEDIA | BODY) else "x"
    if first.endswith(MANY) and found.flags & (PEOPLE | TITLE):
        return "p"
    if found.flags & (TITLE | PEER):
        return "x" if first.endswith("ه") and not found.flags & PEER else "m"  # حجة الإسلام is a man
    return "f" if first.endswith(("ه", "ات")) else "x"
