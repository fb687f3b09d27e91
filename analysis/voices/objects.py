"""Words beside a speaker that are no part of the name: God who is asked, what is stated or done."""

import re

from analysis.voices.articles import Article
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
    INFLECTED,
    KNOWN,
    NISBA,
    OWN,
    PARTICLE,
    STOP,
    TITLE,
    TO,
)

MASDAR = re.compile("ت..ي.|ان..ا.|ا.ت.ا.|است...?ا.|م..ا..?ه")  # forms of verbal nouns: تقديم, استنكار, مكافحة
LATER = frozenset(("الدين", "الاسلام"))  # with عز and the like before they make a name


def of_god(article: Article, j: int) -> bool:
    """Whether word j means God and is no part of a name: 'قال الله تعالى', but 'خليل الله', 'عز الدين'."""
    if j >= len(article.flags) or not article.flags[j] & DIVINE:
        return False
    following = 0 if j + 1 >= len(article.flags) or article.gaps[j + 1] else article.flags[j + 1]
    if following and article.folded[article.types[j + 1]] in LATER:
        return False
    before = 0 if not j or article.gaps[j] else article.flags[j - 1]
    named = article.flags[j] & PARTICLE and before and not before & (DEF | ENDING | CUE)
    return not named or bool(following & (DIVINE | STOP))


def is_object(article: Article, j: int) -> bool:
    """Whether a noun after a name is rather what is stated or done: 'محمد بدر تقديم هدايا', 'دريان العمل الإجرامي'."""
    f, beyond = article.flags[j], j + 1
    if j and article.flags[j - 1] & PARTICLE:
        return False
    if f & DEED:
        return True
    if f & (DEF | GIVEN | PARTICLE | ACTOR | HEAD) or not f & KNOWN:
        return False
    if beyond >= len(article.flags) or article.gaps[beyond]:
        return False
    following = article.flags[beyond]
    family = following & NISBA and not following & INFLECTED
    ending = following & ENDING and not following & HEAD
    if family or ending or following & (GIVEN | PARTICLE | CUE | AND | TITLE | TO):
        return False
    first = j and article.flags[j - 1] & GIVEN and not (j > 1 and article.flags[j - 2] & (GIVEN | PARTICLE))
    return bool(MASDAR.fullmatch(article.core(j)) or (following & (BODY | OWN | KNOWN) and not first))
