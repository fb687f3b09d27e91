"""What counts as a word, and under which key it is compared."""

import re
import unicodedata
from collections.abc import Iterator

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# Python's \w stops at a vowel mark, so the marks are named; a number keeps its decimal point.
WORD = re.compile(rf"\d+(?:[.,٫٬]\d+)+|\w[\w{MARKS}]*(?:[{CONTROLS}]+\w[\w{MARKS}]*)*")
UNWRITTEN = re.compile(f"[{MARKS}{CONTROLS}\u0640]")
PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
ONE_LETTER = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىئی", "ي"),
    **dict.fromkeys("کگ", "ك"),
    **dict.fromkeys("ھہە", "ه"),
    "ؤ": "و",
    **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
    **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
}
VARIANTS = str.maketrans(ONE_LETTER)


def tokenise(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the words of a text, in order; an underscore, as in hashtags, parts words."""
    return (match.span() for match in WORD.finditer(text.replace("_", " ")))


def bare(form: str) -> str:
    """A written form without what print may leave out, ta marbuta kept: 'الأُمَّـة' → 'الامة'."""
    if PRESENTATION.search(form):
        form = unicodedata.normalize("NFKC", form)
    return UNWRITTEN.sub("", form).translate(VARIANTS).casefold()


def fold(form: str) -> str:
    """The key under which forms are compared, never shown: 'الأُمَّة' → 'الامه'."""
    return bare(form).replace("ة", "ه")
