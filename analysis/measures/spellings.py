"""Which word differences are only spelling: those people decided, those that folding hides, those still to decide."""

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.measures.usage import Usage
from analysis.text.dictionary import dictionary
from analysis.text.morphology import PARTICLES, SHORTEST
from analysis.text.orthography import guarded, joined, variants_of
from analysis.text.skeletons import Skeletons, likeness, stems
from analysis.text.spelling_rules import Guard
from analysis.text.words import CONTROLS, MARKS, ONE_LETTER, fold

UNSEEN = re.compile(f"[{CONTROLS}\u0640]")
# What folding does, step by step: a step without which forms of one word stay different is what they differ in.
STEPS = (
    ("tanwin", re.compile("[\u064b-\u064d]"), ""),
    ("marks", re.compile(f"(?![\u064b-\u064d])[{MARKS}]"), ""),
    ("ta marbuta", re.compile("ة"), "ه"),
    ("ya", re.compile("ى"), "ي"),
    ("hamza", re.compile("[أإآٱؤئ]"), lambda found: ONE_LETTER[found[0]]),
)
KEYS = ["group", "kind", "form"]
# The order in which a reader is told of them: what people decided, then what folding hides, vowel marks last.
KINDS = ("house spelling", "calendar", "transliteration", "digits", "hamza", "ta marbuta", "ya", "tanwin")
PROPOSED = [
    *("form_a", "form_b", "kind", "n_a", "n_b", "documents_a", "documents_b", "documents_both"),
    *("outlets_a", "outlets_b", "likeness", "company", "separation", "score"),
]


def spellings(tokens: pd.DataFrame, types: pd.DataFrame, documents: pd.DataFrame, guard: Guard) -> pd.DataFrame:
    """One row per outlet and way in which it writes a word that outlets write in several ways (schema spellings).

    Of the groups of the guard those of which two spellings occur, their inflected forms counted with them; of the forms
    that folding brings together those of which two outlets have another one most often. Digits are one group, by set.
    """
    tokens, types = joined(tokens, types, guard)
    tokens = tokens.merge(documents[["doc_id", "outlet"]], on="doc_id", validate="many_to_one")
    decided = _counted(tokens, pd.concat([variants_of(types, guard), _digits(types, guard)]))
    several = decided.groupby(["group", "kind"])["form"].transform("nunique") > 1
    hidden = _counted(tokens, _hidden(types, guarded(types, guard)))
    ranked = hidden.sort_values(["n", "form"], ascending=[False, True]).drop_duplicates(["group", "outlet"])
    differ = ranked.groupby("group")["form"].nunique()
    rows = pd.concat([decided[several], hidden[hidden["group"].isin(differ.index[differ > 1])]])
    return rows.reset_index(drop=True)


def by_spelling(spellings: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """One row per word and way of writing it, with the outlets that do: group, kind, form, n, outlets.

    spellings: the table of that name; names: outlets as shown. What people decided comes first, vowel marks last.
    """
    rows = spellings.assign(outlet=spellings["outlet"].map(names))
    table = rows.groupby(["kind", "group", "form"], sort=False).agg(n=("n", "sum"), outlets=("outlet", "، ".join))
    table = table.reset_index()
    rank = {kind: place for place, kind in enumerate(KINDS)}
    table = table.assign(rank=table["kind"].map(lambda kind: rank.get(kind, len(rank))))
    return table.sort_values("rank", kind="stable", ignore_index=True)[["group", "kind", "form", "n", "outlets"]]


def _counted(tokens: pd.DataFrame, ways: pd.DataFrame) -> pd.DataFrame:
    """Tokens and documents of each way (type_id, group, kind, form) by outlet, the most frequent groups first."""
    rows = tokens.merge(ways[["type_id", *KEYS]], on="type_id", validate="many_to_many")
    counts = rows.groupby([*KEYS, "outlet"], as_index=False).agg(n=("form", "size"), n_documents=("doc_id", "nunique"))
    size = counts.groupby(["group", "kind"])["n"].transform("sum")
    order = counts.assign(size=size).sort_values(["size", *KEYS, "outlet"], ascending=[False, *[True] * 4])
    return order.drop(columns="size")


def _digits(types: pd.DataFrame, guard: Guard) -> pd.DataFrame:
    """The types that hold digits of one of the guard's sets."""
    sets = [(group, digits) for group in guard.groups if group.kind == "digits" for digits in group.spelled]
    rows = [
        types.loc[types["form"].str.contains(f"[{digits}]"), ["type_id"]].assign(
            group=group.word, form=digits, kind="digits"
        )
        for group, digits in sets
    ]
    return pd.concat(rows) if rows else pd.DataFrame(columns=["type_id", *KEYS])


def _hidden(types: pd.DataFrame, words: pd.Series) -> pd.DataFrame:
    """The types of one word of which folding leaves one although they are written differently, grouped.

    Numbers are left out, and particles: hamza tells أن from إن.
    """
    rows = types.assign(form=types["form"].str.replace(UNSEEN, "", regex=True), word=words.to_numpy())
    rows = rows[~rows["folded"].str.contains(r"\d") & ~rows["word"].isin(PARTICLES)]
    same = ["folded", "word"]
    rows = rows[rows.groupby(same)["form"].transform("nunique") > 1]
    rows = rows.sort_values(["n", "form"], ascending=[False, True])
    kinds = rows.groupby(same)["form"].agg(differences).rename("kind").reset_index()
    rows["group"] = rows.groupby(same)["form"].transform("first")
    return rows.merge(kinds, on=same, validate="many_to_one")[["type_id", *KEYS]]


def differences(forms: pd.Series) -> str:
    """What the written forms of one word differ in: 'جداً', 'جدًا' → 'tanwin'; several kinds with a comma between."""
    left = {_without(form) for form in forms}
    kinds = [kind for kind, *_ in STEPS if len({_without(form, kind) for form in forms}) > len(left)]
    return ", ".join(kinds if len(left) == 1 else [*kinds, "letters"])


def _without(form: str, kept: str = "") -> str:
    """A form folded by every step but one."""
    for kind, letters, instead in STEPS:
        form = form if kind == kept else letters.sub(instead, form)
    return form


def proposals(tokens: pd.DataFrame, types: pd.DataFrame, documents: pd.DataFrame, guard: Guard) -> pd.DataFrame:
    """The pairs of words that the rules of the guard take for one, the most certain first (schema spelling_proposals).

    Nothing follows from a proposal until a person writes it into codebook/orthography.yml. Two words of the dictionary
    are proposed only where outlets keep them apart; of any others that only raises the score.
    """
    rules, units = Skeletons(guard.rules), _units(types, guarded(types, guard))
    usage = Usage(tokens, units["word"], documents)
    pairs = pd.DataFrame(rules.candidates(usage.words), columns=["one", "other"], dtype="str")
    pairs = pairs[~_kept_apart(pairs, units, types, guard)].reset_index(drop=True)
    places = [usage.words.get_indexer(pairs[side]) for side in ("one", "other")]
    pairs["likeness"] = pd.Series(map(likeness, pairs["one"], pairs["other"]), dtype="float64")
    pairs["company"], pairs["separation"] = usage.company(*places), usage.separation(*places)
    pairs["score"] = pairs["likeness"] * pairs["company"] * (1 + pairs["separation"]) / 2
    known = set(units.loc[units["known"], "word"])
    two_words = pairs["one"].isin(known) & pairs["other"].isin(known)
    kept = ~two_words | (pairs["separation"] >= guard.rules.least_separation.value)
    pairs = pairs[kept & (pairs["score"] >= guard.rules.least_score.value)]
    pairs = pairs.sort_values(["score", "one", "other"], ascending=[False, True, True], ignore_index=True)
    pairs["kind"] = pd.Series(map(rules.rule, pairs["one"], pairs["other"]), dtype="str")
    return usage.described(pairs, _shown(types, units))[PROPOSED]


def _units(types: pd.DataFrame, words: pd.Series) -> pd.DataFrame:
    """For every type the word that is compared, and whether the dictionary knows the form: word, known; by type_id.

    A word that it does not know goes with what is left of it without clitics or ending, where that is a word of the
    corpus and at least as frequent: a name keeps its ب only where it seldom stands without.
    """
    listed, counts = dictionary(), types["n"].groupby(words.to_numpy()).sum().to_dict()
    known, barer = [], {}
    for word, keys in zip(words, types["keys"].str.split(" "), strict=True):
        known.append(word in listed or any(key in listed for key in keys))
        if not known[-1]:
            rest = [key for key in {*keys, *stems(word)} if len(key) > SHORTEST and counts.get(key, 0) >= counts[word]]
            barer[word] = max((key for key in rest if key != word), key=lambda key: (counts[key], key), default=word)
    twice = {word: barer.get(rest, rest) for word, rest in barer.items()}
    return pd.DataFrame({"word": words.map(lambda word: twice.get(word, word)), "known": known}, index=words.index)


def _kept_apart(pairs: pd.DataFrame, units: pd.DataFrame, types: pd.DataFrame, guard: Guard) -> np.ndarray:
    """Which pairs people keep apart, in whichever order."""
    word_of = dict(zip(types["folded"], units["word"], strict=True))
    said = {frozenset(word_of.get(fold(word), fold(word)) for word in item.words) for item in guard.apart}
    return np.array([frozenset(pair) in said for pair in zip(pairs["one"], pairs["other"], strict=True)], dtype=bool)


def _shown(types: pd.DataFrame, units: pd.DataFrame) -> dict[str, str]:
    """Each word in its most frequent form, one without clitics where there is one."""
    rows = types.assign(word=units["word"].to_numpy(), plain=types["folded"].to_numpy() == units["word"].to_numpy())
    rows = rows.sort_values(["plain", "n", "form"], ascending=[False, False, True]).drop_duplicates("word")
    return dict(zip(rows["word"], rows["form"], strict=True))
