"""Which forms belong to one word: the lemma from simplemma's dictionary, clitics and endings checked against it.

Light stemming was measured and dropped: it breaks names (فلسطين, بوتين) and joins words that a
codebook must keep apart. benchmarks/conflation.py measures what is here.
"""

import functools
from collections.abc import Iterator

from analysis.text.dictionary import dictionary, forms_of, look_up, spelled, unmarked
from analysis.text.words import fold

ARTICLE = "ال"
PROCLITICS = sorted(
    {c + p for c in ("", "و", "ف") for p in ("", "ب", "ل", "ك", "س", "ال", "بال", "كال", "لل")},
    key=lambda p: (len(p), p),
)
ENCLITICS = ("", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كما", "نا", "ي", "ني")
BEFORE_ENCLITIC = {"ت": "ة", "ا": "ى", "ئ": "ء", "ؤ": "ء"}  # the last letter as it is written without the pronoun
# Endings of number, gender and case, each with the ending of the dictionary form; the plainest first.
ENDINGS = (
    *(("ات", ""), ("ات", "ة"), ("ين", ""), ("ون", ""), ("ان", ""), ("تين", "ة"), ("تان", "ة"), ("ية", "ي")),
    *(("يات", "ي"), ("ة", ""), ("ا", ""), ("وا", ""), ("ت", ""), ("ي", ""), ("تا", "ة"), ("تي", "ة")),
)
SHORTEST = 3  # letters that must remain: shorter remnants are other words more often than not
AFTER_ARTICLE = 2  # letters: what an article opens is a noun, as in للحل and بالدم
PRESENT = ("ي", "ت", "ن")
CONJUGATED = 8  # other forms: a noun seldom has as many; 12 and more find fewer verbs
# The closed class of words to which conjunctions and pronouns are joined although less than that remains.
PARTICLES = frozenset(
    fold("""
    من عن في إلى على حتى مع عند بعد قبل بين منذ دون عبر ضد نحو أن إن لكن لو إذ إذا كي لم لن لا ما قد هل ثم
    كل غير أي أو هو هي هم نحن أنا هذا هذه ذلك تلك هنا هناك الذي التي الذين كان ليس كما
    """).split()
)


def remnants(form: str) -> Iterator[str]:
    """What is left of an unmarked form without clitics, the least stripped first: 'وبحكومته' → …, 'حكومت', 'حكومة'."""
    before = [proclitic for proclitic in PROCLITICS if form.startswith(proclitic)]
    after = [enclitic for enclitic in ENCLITICS if form.endswith(enclitic)]
    # Least first, and rather before the word than after it.
    for _, _, proclitic, enclitic in sorted((len(p) + len(e), len(e), p, e) for p in before for e in after):
        with_article = proclitic.endswith((ARTICLE, "لل"))
        if not enclitic or not with_article:  # a noun with its article takes no pronoun
            stem = form[len(proclitic) : len(form) - len(enclitic)]
            if len(stem) >= (AFTER_ARTICLE if with_article else SHORTEST):
                yield stem
                if enclitic and stem[-1] in BEFORE_ENCLITIC:
                    yield stem[:-1] + BEFORE_ENCLITIC[stem[-1]]


def accusative(key: str) -> str:
    """The folded form without the alif of an unwritten tanwin: 'هجوما' → 'هجوم'; any other form as it is.

    The alif belongs to the word where the whole is a dictionary form (روسيا) or what is left is no word.
    """
    known = dictionary()
    falls = key.endswith("ا") and len(key) > SHORTEST and known.get(key) != key and key[:-1] in known
    return key[:-1] if falls else key


@functools.lru_cache(1 << 16)
def lemma(form: str) -> str:
    """The folded lemma of a written form: 'وبالعقوبات' → 'عقوبه'; a form not known keeps itself, less its article.

    A form not believed as it stands (see look_up) is read as a particle, then without clitics, then without endings;
    of one that is listed only what no name begins or ends with is taken away.
    """
    form = unmarked(form)
    found, sure = look_up(form)
    if sure:
        return found
    if found:
        return _particle(form) or _joined(form) or _present(form) or found
    stems = list(remnants(form))
    lemmas = [look_up(stem) for stem in stems]
    certain = (
        found
        for stem, (found, sure) in zip(stems, lemmas, strict=True)
        if sure and len(found) >= min(len(stem), SHORTEST)
    )
    listed = (_present(stem) or its_lemma for stem, (its_lemma, _) in zip(stems, lemmas, strict=True) if its_lemma)
    return (
        _particle(form)
        or next(certain, None)
        or _ended([form, *stems])
        or next(listed, None)
        or fold(form).removeprefix(ARTICLE)
    )


def _joined(form: str) -> str | None:
    """The lemma of a listed form after a conjunction or article: other first letters may be a name's, as in بوتين."""
    for proclitic in ("و", "ف", ARTICLE):
        rest = form.removeprefix(proclitic)
        if rest != form and len(rest) >= SHORTEST:
            found, sure = look_up(rest)
            if sure and len(found) >= SHORTEST and (proclitic != ARTICLE or found == fold(rest)):
                return found
    return fold(form[:-1]) if form.endswith("ية") and _is_headword(form[:-1]) else None


def _is_headword(form: str) -> bool:
    found, sure = look_up(form)
    return sure and found == fold(form)


def _present(form: str) -> str | None:
    """The past tense, a verb's dictionary form, of a present that is listed without it: 'سيعود' → 'عاد'."""
    future = form.removeprefix("س")
    stem = future[1:]
    if future[:1] not in PRESENT or len(stem) < SHORTEST:
        return None
    hollow = stem[0] + "ا" + stem[2] if len(stem) == 3 and stem[1] in "وي" else stem
    for base in (hollow, stem, "أ" + stem, "ا" + stem):
        base = base[:-1] + "ى" if base[-1] == "ي" else base
        if forms_of()[fold(base)] >= CONJUGATED and spelled().get(base) == base:
            return fold(base)
    return None


def _particle(form: str) -> str | None:
    """The particle to which conjunctions, prepositions and pronouns are joined in a form: 'وفيها' → 'في'."""
    key = fold(form)
    for proclitic in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"):
        for enclitic in ENCLITICS if key.startswith(proclitic) else ():
            rest = key[len(proclitic) :].removesuffix(enclitic)
            if rest in PARTICLES and proclitic + rest + enclitic == key:
                return dictionary().get(rest, rest)
    return None


def _ended(stems: list[str]) -> str | None:
    """The first lemma that one of the stems is without an ending: 'القطاعين' → 'قطاع'."""
    for stem in stems:
        for ending, restored in ENDINGS:
            base = stem.removesuffix(ending) + restored
            if stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST:
                found, sure = look_up(base)
                if sure and found == fold(base):
                    return found
    return None


def variants(form: str) -> set[str]:
    """The folded remnants under which a codebook's word may find this form.

    A form that the dictionary knows gives up a conjunction, its article and its tanwin only (كامن is no
    ك + أمن); any other form all its clitics.
    """
    form = unmarked(form)
    key = fold(form)
    if key in dictionary():
        joined = key.removeprefix("و") if len(key) > SHORTEST else key
        found = {key, joined, key.removeprefix(ARTICLE), joined.removeprefix(ARTICLE)}
    else:
        found = {key, *map(fold, remnants(form))}
    return found | set(map(accusative, found))
