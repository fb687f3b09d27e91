"""What a quoted span is: somebody's words, a name, or a term held at a distance."""

from bisect import bisect_left

from analysis.voices.articles import COLON, COMMA, END, Article
from analysis.voices.classes import ACTOR, AUX, BODY, COMP, CUE, DEF, ENDING, KNOWN, LABEL, MEDIA
from analysis.voices.quotes import Span

NAME_WORDS = 6  # a name in quotation marks is hardly longer
SPEECH_WORDS = 5  # a span so long without a class noun before it is speech, cue or no cue
SUBJECT_WINDOW = 25  # words within which the content of a verb follows its subject
NOUN_BACK = 4  # adjectives that may stand between the class noun and the name


def words_of(article: Article, span: Span) -> tuple[int, int]:
    """The first and last word of a span; the last comes before the first if it holds none."""
    first = bisect_left(article.start, span.start)
    last = bisect_left(article.start, span.end) - 1
    return first, last


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
    if flags[first] & LABEL and flags[first] & DEF:
        return True
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
    if reading is None or reading.shape not in ("past", "present") or (first > 1 and article.flags[first - 2] & AUX):
        return False
    for j in range(last + 1, min(last + SUBJECT_WINDOW, len(article.flags))):
        if article.gaps[j] & COLON or article.flags[j] & COMP:
            return True
        if article.gaps[j] & END:
            return False
    return False


def kind(article: Article, first: int, last: int, cued: bool) -> str:
    """speech, name or scare, for a span that is no name by its shape."""
    if cued:
        return "speech"
    if last - first + 1 >= SPEECH_WORDS:
        return "speech"
    return "name"
