"""What a codebook asks for: words and phrases in dictionary form, and what must or must not stand near them."""

import functools
import re
from typing import NamedTuple

from analysis.text.words import bare, tokenise

ELLIPSIS = re.compile(r"…|\.{3,}")


class Context(NamedTuple):
    """Words or phrases in dictionary form, one of which stands near a match, in its sentence but not in it.

    within: how many words before the match, and after it, are read; None: the whole sentence.
    """

    words: tuple[str, ...]
    within: int | None = None


class Expression(NamedTuple):
    """A word or phrase in dictionary form, with further forms it has.

    exclude: forms that, with their clitics, do not count; outside: phrases within which a match does not count;
    gap: how many further words '…' stands for at most, in all of its phrases; only: contexts that must all be there;
    against: contexts of which none may be there.
    """

    term: str
    forms: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    gap: int = 3
    only: tuple[Context, ...] = ()
    against: tuple[Context, ...] = ()


def words(phrase: str) -> list[str]:
    """The words of a phrase as written, without their marks."""
    return [bare(phrase[start:end]) for start, end in tokenise(phrase)]


@functools.lru_cache(1 << 16)  # an edited codebook says nearly everything again
def places(phrase: str, gap: int) -> tuple[tuple[str, int], ...]:
    """The words of a phrase, each with the longest step to it from the word before.

    'اتفاق … نووي', 3 → ('اتفاق', 1), ('نووي', 4)
    """
    parts = [part for part in map(words, ELLIPSIS.split(phrase)) if part]
    return tuple(
        (word, gap + 1 if number and not place else 1)
        for number, part in enumerate(parts)
        for place, word in enumerate(part)
    )
