"""Words that make up the name in a noun phrase."""

from analysis.voices.articles import COLON, COMMA, END, Article
from analysis.voices.classes import (
    ACTOR,
    BODY,
    CUE,
    DEF,
    ENDING,
    GIVEN,
    HEAD,
    INFLECTED,
    KNOWN,
    LABEL,
    NISBA,
    ORDINAL,
    PARTICLE,
    QUALITY,
    TITLE,
    TO,
)
from analysis.voices.known import FATHER
from analysis.voices.objects import is_object, of_god
from analysis.voices.phrase import Phrase

NAME_WORDS = 8
OBLIQUE = "ين"  # the ending of plurals that are no subject
JOINED = frozenset(("الله", "الدين", "الرحمن", "العزيز"))  # words that make one name with the word before
OPENING = FATHER | {"ال", "ابو", "ابا", "ابي", "ام", "عبد", "ولد", "ذو", "بو"}  # no name ends so


def ends_name(article: Article, j: int) -> bool:
    """Whether a noun with the article ends a name: nothing that it could govern follows, 'وليد المعلم أن'."""
    following = j + 1
    if article.flags[j - 1] & DEF:
        return False
    return bool(article.gaps[following] & (END | COMMA | COLON)) or bool(article.flags[following] & ENDING)


def honoured(article: Article, j: int) -> int:
    """The last word of the name, if a body is called after the person whose title is word j; -1 if not.

    مركز الملك سلمان, صندوق الأمير سلطان بن عبدالعزيز
    """
    flags, last = article.flags, j + 1
    body = flags[j - 1] if j else 0
    if last >= len(flags) or not (flags[j] & DEF and flags[j] & TITLE and body & (BODY | LABEL)) or body & DEF:
        return -1
    if article.gaps[j] or article.gaps[last] or not flags[last] & GIVEN or flags[last] & ENDING:
        return -1
    while has_father(article, last) and last + 2 < len(flags):
        last += 2
    return last


def has_father(article: Article, j: int) -> bool:
    """Whether بن and the like go on with the name that begins at word j."""
    return j + 1 < len(article.flags) and bool(article.flags[j + 1] & PARTICLE) and not article.gaps[j + 1]


def has_family(article: Article, found: Phrase, j: int) -> bool:
    """Whether, after a rank, a family name goes on with the name that begins at word j: المهندس سلطان القرشي."""
    if j + 1 >= len(article.flags) or article.gaps[j + 1] or not found.closed or not article.flags[j - 1] & TITLE:
        return False
    family = article.flags[j + 1]
    return bool(family & DEF) and (bool(family & NISBA) or not family & KNOWN)


def is_foreign(article: Article, found: Phrase, j: int) -> bool:
    """Whether the ب, ل or ك of word j is its own: before an unknown word, after an office: … الإيراني بيجن زنغنه."""
    if not (found.closed and found.flags & TITLE) or found.name or article.flags[j] & DEF or article.gaps[j + 1]:
        return False
    if article.flags[j] & (HEAD | LABEL):
        return False  # بمنطقة جازان
    following = article.flags[j + 1] if j + 1 < len(article.flags) else KNOWN
    return not following & (KNOWN | DEF | HEAD | ENDING | CUE | TO)


def is_name(article: Article, j: int) -> bool:
    """Whether a name that is also a preposition (على) stands between a name or a rank and more of a name."""
    before, following = article.flags[j - 1] if j else 0, article.flags[j + 1] if j + 1 < len(article.flags) else DEF
    if article.gaps[j] or article.gaps[j + 1] or not before & (GIVEN | TITLE) or following & (DEF | HEAD | ENDING):
        return False
    return bool(following & (GIVEN | NISBA) or not following & KNOWN)


def between_names(article: Article, j: int) -> bool:
    """Whether a title without the article stands between two first names: 'صالح شيخ يوسف'."""
    return j + 1 < len(article.flags) and bool(article.flags[j - 1] & article.flags[j + 1] & GIVEN)


def cut(article: Article, found: Phrase) -> None:
    """Take off what no name ends with: 'عبدالعزيز بن'."""
    while found.name and article.folded[article.types[found.name[-1]]] in OPENING:
        last = found.name.pop()
        found.last = last - 1 if found.last == last else found.last


def hyphen(article: Article, found: Phrase, j: int) -> bool:
    """Whether a dash joins the parts of a foreign name: 'فرانك- فالتر'."""
    return (
        bool(found.name)
        and article.text[article.end[j - 1]] in "-–"
        and not article.flags[j] & (DEF | HEAD | ENDING | CUE)
    )


def _beside(article: Article, j: int, f: int) -> bool:
    """Whether a word after a name is what the subject states, asks or speaks to: 'حذر الشيخ أسامة خياط المسلمين'."""
    word = article.folded[article.types[j]]
    if (f & CUE and not f & GIVEN) or not word.isalpha() or is_object(article, j) or of_god(article, j):
        return True
    return bool(f & INFLECTED and not f & GIVEN) and word.endswith(OBLIQUE) and word not in JOINED


def more_name(article: Article, found: Phrase, j: int, f: int) -> bool:
    """Take one more word into a name; False if the name ends before it."""
    if len(found.name) >= NAME_WORDS or found.flags & ACTOR and not found.flags & TITLE or _beside(article, j, f):
        return False
    before = article.flags[j - 1]
    if (f & INFLECTED and not f & (DEF | GIVEN)) or (before & DEF and len(found.name) > 1 and not f & PARTICLE):
        half = article.flags[j - 2] & PARTICLE or article.folded[article.types[j - 1]] in JOINED
        if f & INFLECTED or not half:
            return False
    if f & ORDINAL and before & GIVEN and found.flags & TITLE:
        found.name.append(j)
        return True  # الملك عبدالله الثاني
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
