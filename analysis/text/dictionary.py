"""Simplemma's Arabic dictionary, by spelling and by folded key."""

import functools
import unicodedata
from collections import Counter
from collections.abc import Iterable

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from analysis.text.words import PRESENTATION, UNWRITTEN, fold


@functools.cache
def spelled() -> dict[str, str]:
    """Form → lemma as written, hamza and ة kept, for every Arabic form that simplemma knows."""
    return dict(DefaultDictionaryFactory().get_dictionary("ar").items())


@functools.cache
def forms_of() -> Counter:
    """How many other forms each folded lemma has."""
    return Counter(base for _, _, key, base in _folded() if key != base)


def _folded() -> Iterable[tuple[str, str, str, str]]:
    """Every form and its lemma, as written and folded, which is fastest for all at once."""
    columns = (spelled().keys(), spelled().values())
    return zip(*columns, *(fold("\n".join(column)).split("\n") for column in columns), strict=True)


@functools.cache
def dictionary() -> dict[str, str]:
    """Folded form → folded lemma.

    Of forms that fold together counts the one that is its own lemma and has other forms, else one with another
    lemma, else the one whose lemma has most forms.
    """
    number, best = forms_of(), {}
    for form, lemma, key, base in _folded():
        rank = (form == lemma and number[base] > 0, form != lemma, number[base])
        if key not in best or rank > best[key][0]:
            best[key] = rank, base
    return {key: lemma for key, (_, lemma) in best.items()}


def unmarked(form: str) -> str:
    """A written form without vowel marks, tatweel and control characters, hamza and ة kept: 'الأُمَّـة' → 'الأمة'."""
    if PRESENTATION.search(form):
        form = unicodedata.normalize("NFKC", form)
    return UNWRITTEN.sub("", form).casefold()


def look_up(form: str) -> tuple[str | None, bool]:
    """The folded lemma of an unmarked form, by its spelling if that is known, and whether to believe it.

    simplemma lists many forms as their own lemma that are none (يعود), and names as well: a form is believed
    that has another lemma, or is the lemma of other forms.
    """
    key, written = fold(form), spelled().get(form)
    found = dictionary().get(key) if written is None else fold(written)
    return found, found is not None and (found != key or forms_of()[key] > 0)
