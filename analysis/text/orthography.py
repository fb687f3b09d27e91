"""The word that a written form is, whatever an outlet's spelling, calendar and digits."""

import re
from collections.abc import Callable

import numpy as np
import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from analysis.places import begins_sentence
from analysis.text.dictionary import dictionary
from analysis.text.matching import Matcher
from analysis.text.morphology import ENDINGS, PROCLITICS
from analysis.text.spelling_rules import Guard
from analysis.text.types import Pairs, TypeIndex
from analysis.text.words import fold

# A number with what is joined to it: a particle before, م (of the common era) behind a year.
NUMBER = re.compile(rf"(?:{'|'.join(filter(None, PROCLITICS))})?(?:(\d{{4}})م|(\d[\d.,٫٬]*))")
THOUSANDS = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?")
# The lemmatiser reads hamza and dots, which some outlets leave out: اعلام is إعلام or أعلام, القوى also القوي.
FULLY_SPELLED = "[أإآؤئة]|ي$"
FOUND = ["type_id", "word", "form", "group", "kind"]


def guarded(types: pd.DataFrame, guard: Guard) -> pd.Series:
    """The key of its word for every type, by type_id: what differs only in spelling has one key.

    types: as the table types, or as `joined` gives them. A form written without hamza and dots, or that the dictionary
    does not know, is the word that most tokens are whose forms fold to the same key; numbers are one in any digits;
    the forms of a group of the guard, inflected and with clitics, have the group's key. Every other form has its lemma.
    """
    ranked = types.sort_values(["n", "lemma"], ascending=[False, True], kind="stable").drop_duplicates("folded")
    usual = types["folded"].map(ranked.set_index("folded")["lemma"])
    sure = types["form"].str.contains(FULLY_SPELLED) & types["lemma"].isin(dictionary().keys())
    words = pd.Series(types["lemma"].where(sure, usual).array, index=types["type_id"], name="word")
    digits = types.loc[types["folded"].str.contains(r"\d"), ["type_id", "folded"]]
    words.loc[digits["type_id"]] = digits["folded"].map(number).array
    found = variants_of(types, guard)
    words.loc[found["type_id"]] = found["word"].array
    return words


def number(key: str) -> str:
    """A folded form that is a number, without what is joined to it: 'و1,500' → '1500', '2022م' → '2022', '8,2' → '8.2'.

    Any other form as it is; 1436ه (of the Hijra) is another year than 1436.
    """
    found = NUMBER.fullmatch(key)
    if not found:
        return key
    value = found[1] or found[2]
    if THOUSANDS.fullmatch(value):
        value = re.sub("[,٬]", "", value)
    return re.sub("[,٫]", ".", value)


def variants_of(types: pd.DataFrame, guard: Guard) -> pd.DataFrame:
    """One row per type that is a form of a group: type_id, word (the group's key), form (which spelling), group, kind.

    Forms are found as a codebook's are: inflected forms by lemma, clitic forms by pattern; of a relative adjective
    (أوراسي) also the endings that a lemmatiser does not know it with; names of months are not inflected. A type is of
    the group, and of its spellings the one, that is nearest (Levenshtein); of equals the first of the file.
    """
    asked = [(number, form) for number, group in enumerate(guard.decided) for form in group.single]
    spelled = pd.DataFrame(asked, columns=["number", "form"])
    found = _answers(types, guard).merge(spelled, on="number")
    pairs = types["folded"].to_numpy()[found["at"]].tolist(), found["form"].map(fold).tolist()
    found["near"] = process.cpdist(*pairs, scorer=Levenshtein.distance)
    found = found.sort_values(["at", "near", "number"], kind="stable").drop_duplicates("at")
    found.insert(0, "type_id", types["type_id"].to_numpy()[found["at"]])
    for column, attribute in (("word", "key"), ("group", "word"), ("kind", "kind")):
        found[column] = [getattr(guard.decided[number], attribute) for number in found["number"]]
    whole = _whole(types, guard)
    return pd.concat([found.loc[~found["type_id"].isin(whole["type_id"]), FOUND], whole], ignore_index=True)


def _answers(types: pd.DataFrame, guard: Guard) -> pd.DataFrame:
    """The types that are forms of a group, each pair once: at (the row of the type), number (of the group)."""
    index = TypeIndex(types["form"], types["lemma"], types["keys"])
    groups = list(enumerate(guard.decided))
    plain = [(n, form) for n, group in groups if group.kind != "calendar" for form in group.single]
    fixed = [(n, form) for n, group in groups if group.kind == "calendar" for form in group.single]
    fixed += [(n, ended) for n, form in plain for ended in adjective(form)]
    excluded = _pairs(index.written, [(n, form) for n, group in groups for form in group.exclude])
    found = pd.concat([_pairs(index.forms_of, plain), _pairs(index.written, fixed)]).drop_duplicates()
    there = found.merge(excluded.drop_duplicates(), how="left", on=["at", "number"], indicator=True)
    return there.loc[there["_merge"] == "left_only", ["at", "number"]]


def _pairs(look_up: Callable[[list[str]], Pairs], forms: list[tuple[int, str]]) -> pd.DataFrame:
    found = look_up([form for _, form in forms])
    owner = np.array([number for number, _ in forms], dtype=np.int64)
    return pd.DataFrame({"at": found.type_id, "number": owner[found.word]})


def adjective(form: str) -> list[str]:
    """The forms of a relative adjective, by its endings: 'أوراسي' → 'أوراسيات', 'أوراسيين', …; of other words none."""
    if not form.endswith("ي"):
        return []
    return [form.removesuffix(base) + ending for ending, base in ENDINGS if form.endswith(base)]


def _whole(types: pd.DataFrame, guard: Guard) -> pd.DataFrame:
    """The types that `joined` made: one for each spelling that only its sentence shows."""
    made = pd.DataFrame(
        [(p.group.key, p.form, p.group.word, p.group.kind) for p in guard.phrases()], columns=FOUND[1:], dtype="str"
    )
    there = types.loc[types["folded"] == types["lemma"], ["type_id", "lemma", "form"]]
    return there.rename(columns={"lemma": "word"}).merge(made, on=["word", "form"])[FOUND]


def joined(tokens: pd.DataFrame, types: pd.DataFrame, guard: Guard) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tokens and types in which every spelling of several words, or known by its date only, is one token of one type.

    'تشرين الثاني' is one token then, from its first letter to its last, and so is 'تشرين الثاني/نوفمبر'; its type has
    the spelling as form and the group's key as lemma. Type ids must be the rows of types; the new ones follow them,
    and n is counted anew.
    """
    phrases = list(guard.phrases())
    index = TypeIndex(types["form"], types["lemma"], types["keys"])
    matcher = Matcher([phrase.expression for phrase in phrases], index)
    found = matcher.find(tokens["type_id"].to_numpy(), np.cumsum(begins_sentence(tokens)))
    spans = pd.DataFrame(found._asdict()).sort_values(["first", "last"], ascending=[True, False])
    # A span that begins within an earlier one is part of it: the longest of one first word stands first.
    spans = spans[spans["first"] > spans["last"].cummax().shift(fill_value=-1)]
    used, made = np.unique(spans["expression"], return_inverse=True)
    new = pd.DataFrame([(phrases[n].form, phrases[n].group.key) for n in used], columns=["form", "lemma"], dtype="str")
    new = new.assign(folded=new["lemma"], keys=new["lemma"], type_id=len(types) + np.arange(len(new)))
    return _retyped(tokens, spans, len(types) + made, pd.concat([types, new], ignore_index=True))


def _retyped(
    tokens: pd.DataFrame, spans: pd.DataFrame, type_ids: np.ndarray, types: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tokens with each span as one of its new type, and the types with their counts."""
    ids, ends = tokens["type_id"].to_numpy(copy=True), tokens["end"].to_numpy(copy=True)
    first, last = spans["first"].to_numpy(), spans["last"].to_numpy()
    ids[first], ends[first] = type_ids, ends[last]
    inside = np.zeros(len(tokens) + 1, dtype=np.int64)
    np.add.at(inside, first + 1, 1)
    np.add.at(inside, last + 1, -1)
    kept = tokens.assign(type_id=ids, end=ends)[np.cumsum(inside)[:-1] == 0].reset_index(drop=True)
    return kept, types.assign(n=np.bincount(kept["type_id"], minlength=len(types)))
