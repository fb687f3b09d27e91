"""Which words name something, and which only hold sentences together."""

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from analysis.choices import Decision, Words
from analysis.errors import InputError
from analysis.text.dictionary import unmarked
from analysis.text.morphology import PARTICLES
from analysis.text.words import bare, fold

CONJUNCTIONS = ("", "و", "ف")
BEFORE_A_PARTICLE = ("ب", "ل", "ك")


class FunctionWords(Decision):
    """The function words (codebook/function-words.yml).

    classes: names of classes of clauses.yml; groups: further words; content: words of these, or forms that look like
    one of them, that are content words all the same.
    """

    classes: Words
    groups: tuple[Words, ...]
    content: tuple[Words, ...]


def function_forms(book: FunctionWords, clauses: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Every form of a function word, as `key` writes it: with و or ف before it, a particle also with ب, ل or ك.

    clauses: name of a class of clauses.yml → its words. Raises InputError for a class that it lacks.
    """
    listed = [word for group in book.groups for word in group.words]
    for name in book.classes.words:
        if name not in clauses:
            raise InputError(f"function-words.yml: classes: {name!r} is no class of clauses.yml; correct the name")
        listed += clauses[name]
    content = {form for group in book.content for word in group.words for form in _written(word)}
    forms = {form for word in listed for form in _written(word)} - content
    forms |= {letter + form for form in forms if fold(form) in PARTICLES for letter in BEFORE_A_PARTICLE}
    return frozenset(conjunction + form for form in forms for conjunction in CONJUNCTIONS) - content


def content_words(forms: pd.Series, functional: frozenset[str]) -> pd.Series:
    """Per word whether it is a content word, judged by the form that it has most often; a lone letter is none.

    forms: word → written form, as `measures.words.shown` gives them, because the key of a word does not tell: the
    lemmatiser gives أنه the key of نهي, and على that of علي. functional: as `function_forms` gives them.
    """
    keys = forms.map(key)
    return ~keys.isin(functional) & ~keys.str.fullmatch(r"\D?")


def key(form: str) -> str:
    """A written form as it is compared here, ة and a final ى kept, which part منة from منه and علي from على."""
    return bare(form)[:-1] + "ى" if unmarked(form).endswith("ى") else bare(form)


def _written(word: str) -> Iterator[str]:
    """The ways in which a word is printed: Egyptian papers print في as فى."""
    yield key(word)
    if word.endswith("ي"):
        yield key(word[:-1] + "ى")
