"""What a quoted span is: somebody's words, a name, or a term held at a distance."""

import re
from bisect import bisect_left

from analysis.voices.articles import COLON, COMMA, END, QUOTES, Article
from analysis.voices.classes import (
    ACTOR,
    AUX,
    BODY,
    CALLED,
    COMP,
    CUE,
    DEF,
    ENDING,
    GIVEN,
    KNOWN,
    LABEL,
    MEDIA,
    PREP,
    STOP,
    TITLE,
)
from analysis.voices.quotes import Span

JOINT = re.compile(rf"[{QUOTES}]+[\s،,]*(?:و|أو)?\s*[{QUOTES}]+")  # what stands between two names of a list
NAME_WORDS = 6  # a name in quotation marks is hardly longer
SPEECH_WORDS = 5  # a span so long without a class noun before it is speech, cue or no cue
SUBJECT_WINDOW = 25  # words within which the content of a verb follows its subject
PERSON_WORDS = 4  # a first name with further names
NOUN_BACK = 4  # adjectives that may stand between the class noun and the name


def words_of(article: Article, span: Span) -> tuple[int, int]:
    """The first and last word of a span; the last comes before the first if it holds none."""
    first = bisect_left(article.start, span.start)
    last = bisect_left(article.start, span.end) - 1
    return first, last


def names(article: Article, spans: list[Span], words: list[tuple[int, int]]) -> list[bool]:
    """For every span whether it is a name by its shape, or stands beside one: 'حزب «أ» و«ب»'."""
    found: list[bool] = []
    for n, (span, (first, last)) in enumerate(zip(spans, words, strict=True)):
        beside = n > 0 and found[-1] and JOINT.fullmatch(article.text, spans[n - 1].end, span.start)
        short = 0 <= last - first < NAME_WORDS
        found.append(is_name(article, first, last) or is_subject(article, first, last) or bool(beside and short))
    return found


def is_name(article: Article, first: int, last: int) -> bool:
    """Whether a span is a name by its shape and the noun before it: 'صحيفة «حرييت»'."""
    if last < first or last - first >= NAME_WORDS or article.gaps[first] & COLON:
        return False
    flags = article.flags
    before = article.folded[article.types[first - 1]] if first else ""
    if before == "ب":
        return False
    if before == "ل" and last - first < 3:
        return True  # an addressee: «قال لـ"الوطن"»
    if is_so_called(article, first):
        return False
    if flags[first] & DEF and last + 1 < len(flags) and flags[last + 1] & COMP and not article.gaps[last + 1]:
        return not (first and flags[first - 1] & COMP)  # أبلغ المدير «الوطن» بأن
    if flags[first] & LABEL and flags[first] & DEF:
        return True
    if (
        flags[first] & GIVEN
        and 0 < last - first < PERSON_WORDS
        and not any(f & (CUE | COMP) and not f & GIVEN for f in flags[first : last + 1])
    ):
        return True
    if flags[first - 1] & TITLE and first and last == first and not article.gaps[first] & (END | COMMA):
        return True  # 'المخلوع «صالح»'
    named = last - first < 2 and all(flags[j] & ACTOR or not flags[j] & KNOWN for j in range(first, last + 1))
    if named and not (first and flags[first - 1] & COMP):
        return True
    for j in range(first - 1, max(-1, first - 1 - NOUN_BACK), -1):
        if article.gaps[j + 1] & (END | COMMA):
            return False
        if flags[j] & (MEDIA | BODY | LABEL) and not flags[j] & CUE:
            return (
                j == first - 1 or bool(flags[first] & DEF) or not all(flags[k] & KNOWN for k in range(first, last + 1))
            )
        if flags[j] & (CUE | ENDING) or (not flags[j] & DEF and j < first - 1):
            return False
    return False


def is_subject(article: Article, first: int, last: int) -> bool:
    """Whether a short span is the subject's name: right after a verb whose content comes later, or before a colon."""
    if last < first or last - first > 2 or article.gaps[first] & COLON:
        return False
    if article.gaps[first] & END:
        return bool(article.gaps[last + 1] & COLON) or not article.gaps[last + 1]
    reading = article.readings[article.types[first - 1]] if first and article.flags[first - 1] & CUE else None
    if reading is not None and reading.shape == "source":
        return True
    if reading is None or reading.shape not in ("past", "present") or (first > 1 and article.flags[first - 2] & AUX):
        return False
    for j in range(last + 1, min(last + SUBJECT_WINDOW, len(article.flags))):
        if article.gaps[j] & COLON or article.flags[j] & COMP:
            return True
        if article.gaps[j] & END:
            return False
    return False


def is_so_called(article: Article, first: int) -> bool:
    """Whether the words before a span say that others call it so: 'ما يسمى «...»', 'ما يطلق عليه «...»'."""
    j = first - 1
    while j > 0 and article.flags[j] & PREP and not article.gaps[j + 1]:
        j -= 1
    if j < 1 or not article.flags[j] & CALLED or article.gaps[j + 1] or article.gaps[j]:
        return False
    return bool(article.flags[j - 1] & (STOP | AUX)) and article.folded[article.types[j - 1]].endswith("ما")


def kind(article: Article, first: int, last: int, cued: bool) -> str:
    """speech, name or scare, for a span that is no name by its shape; a name is definite or not in a dictionary."""
    if is_so_called(article, first):
        return "scare"
    if cued or last - first + 1 >= SPEECH_WORDS:
        return "speech"
    common = all(f & KNOWN and not f & (DEF | ACTOR | GIVEN) for f in article.flags[first : last + 1])
    return "scare" if common else "name"
