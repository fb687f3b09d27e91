"""Which forms belong to one word: the lemma from simplemma's dictionary, clitics checked against it.

Light stemming was measured and dropped: it breaks names (فلسطين, بوتين) and joins words that a
codebook must keep apart.
"""

import functools
from collections.abc import Iterator

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from analysis.text.words import bare, fold

ARTICLE = "ال"
PROCLITICS = sorted(
    {c + p for c in ("", "و", "ف") for p in ("", "ب", "ل", "ك", "س", "ال", "بال", "كال", "لل")},
    key=lambda p: (len(p), p),
)
ENCLITICS = ("", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كما", "نا", "ي", "ني")
SHORTEST = 3  # letters that must remain: shorter remnants are other words more often than not


@functools.cache
def dictionary() -> dict[str, str]:
    """Folded form → folded lemma, for every Arabic form that simplemma knows.

    Forms that fold together keep the lemma of the form that is its own lemma, else the first.
    """
    known: dict[str, str] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary("ar").items():
        key = fold(form)
        if key not in known or form == lemma:
            known[key] = fold(lemma)
    return known


def stems(form: str) -> Iterator[str]:
    """The folded remnants of a bare form without clitics, the least stripped first: 'وبالعقوبات' → …, 'عقوبات'."""
    for proclitic in PROCLITICS:
        if form.startswith(proclitic):
            rest = form[len(proclitic) :]
            for enclitic in ENCLITICS:
                stem = rest.removesuffix(enclitic)
                if len(stem) + len(enclitic) == len(rest) and len(stem) >= SHORTEST:
                    yield fold(stem)
                    if enclitic and stem.endswith("ت"):
                        yield stem[:-1] + "ه"


def accusative(key: str) -> str:
    """The folded form without the alif of an unwritten tanwin: 'هجوما' → 'هجوم'; any other form as it is.

    The alif belongs to the word where the whole is a dictionary form (روسيا) or what is left is no word.
    """
    known = dictionary()
    falls = key.endswith("ا") and len(key) > SHORTEST and known.get(key) != key and key[:-1] in known
    return key[:-1] if falls else key


def lemma(form: str) -> str:
    """The folded lemma of a written form: 'وبالعقوبات' → 'عقوبه'; a form not known keeps itself, less its article."""
    known, form = dictionary(), bare(form)
    if (key := fold(form)) in known:
        return known[key]
    found = next((known[stem] for stem in map(accusative, (key, *stems(form))) if stem in known), None)
    return found or key.removeprefix(ARTICLE)


def variants(form: str) -> set[str]:
    """The folded remnants under which a codebook's word may find this form.

    A form that the dictionary knows gives up a conjunction, its article and its tanwin only (كامن is no
    ك + أمن); any other form all its clitics.
    """
    form = bare(form)
    key = fold(form)
    if key in dictionary():
        joined = key.removeprefix("و") if len(key) > SHORTEST else key
        found = {key, joined, key.removeprefix(ARTICLE), joined.removeprefix(ARTICLE)}
    else:
        found = {key, *stems(form)}
    return found | set(map(accusative, found))
