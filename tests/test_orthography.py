"""What differs only in spelling is one word; what a rule takes for spelling is proposed, and nothing more."""

import pandas as pd
import pytest
import yaml
from conftest import ROOT
from test_pipeline import CODEBOOK, document

from analysis.decisions import load
from analysis.errors import InputError
from analysis.measures.spellings import differences, proposals, spellings
from analysis.pipeline import code
from analysis.schemas.spellings import SPELLINGS
from analysis.text.orthography import guarded, joined, number, variants_of
from analysis.text.skeletons import Skeletons
from analysis.text.spelling_rules import Guard

FILE = ROOT / "codebook" / "orthography.yml"
GUARD = load(FILE, Guard)
SCHEMAS = {schema.name: schema for schema in SPELLINGS}


def coded(*texts, outlets=()):
    """The tables of texts of one body line each, of one outlet each unless `outlets` says whose they are."""
    outlets = outlets or [f"o{n}" for n in range(len(texts))]
    parts = zip(texts, outlets, strict=True)
    documents = [document(text, doc_id=f"d{n}", outlet=outlet) for n, (text, outlet) in enumerate(parts)]
    return code(documents, CODEBOOK)


def words(text):
    """The keys of the words of a text, as guarded after joining."""
    tables = coded(text)
    tokens, types = joined(tables["tokens"], tables["types"], GUARD)
    return guarded(types, GUARD).loc[tokens["type_id"]].tolist()


@pytest.mark.parametrize(
    "spellings_",
    [
        "أمريكي أميركي الأمريكيين والأميركيون للأميركية أمريكياً",
        "أمريكا وأميركا بأمريكا",
        "الأوراسي الأوروآسيوي للأوراسية والأوروآسيويين",
        "بوتين بوتن وبوتين",
        "غورباتشوف جورباتشوف لجورباتشوف",
        "ديمتري دميتري وديميتري",
        "فيينا فيينّا",
        "مسؤول المسئولين",
        "نوفمبر ونونبر",
        "الإعلام الاعلام",
        "إنه إنه انه",
        "جداً جدًا جدا",
        "٢٠٢٢ 2022 و2022 2022م ۲۰۲۲",
        "1,500 ١٬٥٠٠ 1500",
        "8,2 8.2 ٨٫٢",
    ],
)
def test_spellings_of_one_word_have_one_key(spellings_):
    assert len(set(words(spellings_))) == 1


@pytest.mark.parametrize(
    "different",
    [
        "بوتين بوتان",
        "الإعلام الأعلام",
        "فئة فيه",
        "أوراسي أوروبي",
        "أغسطس رمضان",
        "1436هـ 1436",
        "2022 2023",
        "كميتها مئة",
    ],
)
def test_different_words_keep_different_keys(different):
    assert len(set(words(different))) == 2


@pytest.mark.parametrize(
    "month", ["تشرين الثاني", "نوفمبر", "تشرين الثاني/نوفمبر", "نوفمبر (تشرين الثاني)", "وتشرين الثاني"]
)
def test_a_month_is_one_word_by_any_name_and_by_two_at_once(month):
    assert words(f"وصل في {month} الماضي")[1:-1] == ["في", "نوفمبر"]


def test_an_ambiguous_name_of_a_month_counts_beside_a_date_only():
    assert "اغسطس" in words("وصل في 3 آب إلى المدينة")
    assert "اغسطس" in words("وصل في آب 2022 إلى المدينة")
    assert "اغسطس" not in words("كل آب يحب أولاده")


def test_joining_keeps_offsets_and_counts():
    text = "وصل في تشرين الثاني/نوفمبر ثم عاد في تشرين الثاني."
    tables = coded(text)
    tokens, types = joined(tables["tokens"], tables["types"], GUARD)
    spans = tokens.loc[tokens["type_id"] >= len(tables["types"]), ["start", "end"]].to_numpy()
    assert [text[start:end] for start, end in spans] == ["تشرين الثاني/نوفمبر", "تشرين الثاني"]
    assert types["n"].sum() == len(tokens) == len(tables["tokens"]) - 3
    assert types["type_id"].tolist() == list(range(len(types)))


def test_a_text_without_words_has_no_keys():
    empty = coded("")
    tokens, types = joined(empty["tokens"], empty["types"], GUARD)
    assert guarded(types, GUARD).empty and tokens.empty and variants_of(types, GUARD).empty


@pytest.mark.parametrize(
    ("key", "value"), [("و1,500", "1500"), ("1979م", "1979"), ("5م", "5م"), ("f16", "f16"), ("8,2", "8.2")]
)
def test_numbers(key, value):
    assert number(key) == value


@pytest.mark.parametrize(
    ("forms", "kinds"),
    [
        (["جداً", "جدًا"], "tanwin"),
        (["الإرهاب", "الارهاب"], "hamza"),
        (["مدرسة", "مدرسه"], "ta marbuta"),
        (["السيسي", "السيسى"], "ya"),
        (["فيينّا", "فيينا"], "marks"),
        (["إدارة", "اداره"], "ta marbuta, hamza"),
        (["کتاب", "كتاب"], "letters"),
    ],
)
def test_what_the_forms_of_a_word_differ_in(forms, kinds):
    assert differences(pd.Series(forms)) == kinds


def test_spellings_say_who_writes_how():
    tables = coded(
        "قال الأمريكي إن الإرهاب خطر. وعاد الأمريكيون عام 2022.",
        "قال الأميركي إن الارهاب خطر عام ٢٠٢٢.",
        "ذكر الوزير أن الإرهاب خطر.",
    )
    rows = SCHEMAS["spellings"].validate(spellings(tables["tokens"], tables["types"], tables["documents"], GUARD))
    of = {kind: set(map(tuple, part[["form", "outlet", "n"]].to_numpy())) for kind, part in rows.groupby("kind")}
    assert of["house spelling"] == {("أمريكي", "o0", 2), ("أميركي", "o1", 1)}
    assert of["hamza"] == {("الإرهاب", "o0", 1), ("الارهاب", "o1", 1), ("الإرهاب", "o2", 1)}
    assert of["digits"] == {("0123456789", "o0", 1), ("٠١٢٣٤٥٦٧٨٩", "o1", 1)}


def test_what_all_outlets_write_alike_is_no_spelling_difference():
    tables = coded("قال الأمريكي جداً ثم جداً ثم جدًا.", "ذكر الأمريكي جداً.")
    assert spellings(tables["tokens"], tables["types"], tables["documents"], GUARD).empty


SAID = [
    "قال الرئيس {} فورلانسكي أمس إن المفاوضات طويلة.",
    "وأضاف الرئيس {} فورلانسكي أن الطريق مفتوح.",
    "ثم التقى الرئيس {} فورلانسكي بوزيره.",
]
NORTH, SOUTH = ([text.format(name) for text in SAID] for name in ("جوربيلوف", "غوربيلوف"))


PAIR = frozenset(["جوربيلوف", "غوربيلوف"])


def proposed(texts, outlets, guard=GUARD):
    tables = coded(*texts, outlets=outlets)
    rows = SCHEMAS["spelling_proposals"].validate(
        proposals(tables["tokens"], tables["types"], tables["documents"], guard)
    )
    return {frozenset([row["form_a"], row["form_b"]]): row for row in rows.to_dict("records")}


def test_two_spellings_of_two_outlets_are_proposed_with_who_uses_them():
    row = proposed(NORTH + SOUTH, ["north"] * 3 + ["south"] * 3)[PAIR]
    assert row["kind"] == "letters" and row["n_a"] == row["n_b"] == 3 and row["documents_both"] == 0
    assert {row["outlets_a"], row["outlets_b"]} == {"north 3", "south 3"}
    assert row["separation"] == pytest.approx(2 / 3)  # nothing within the outlets, times (3 - 1) / 3


def test_that_outlets_differ_raises_the_score_and_is_not_demanded():
    apart = proposed(NORTH + SOUTH, ["north"] * 3 + ["south"] * 3)[PAIR]
    mixed = proposed(NORTH + SOUTH, ["north", "south", "north", "south", "north", "south"])[PAIR]
    single = proposed(NORTH + SOUTH, [f"o{n}" for n in range(6)])[PAIR]
    assert mixed["separation"] == single["separation"] == 0
    assert apart["score"] > mixed["score"] == single["score"] > 0


def test_nothing_that_is_decided_is_proposed():
    outlets = ["north"] * 3 + ["south"] * 3
    group = {"word": "غوربيلوف", "forms": ["جوربيلوف"], "kind": "transliteration", "why": "a name"}
    apart = {"words": ["جوربيلوف", "غوربيلوف"], "why": "two names"}
    decided = ({"groups": [group]}, {"apart": [apart]})
    for part in decided:
        guard = Guard.model_validate({**GUARD.model_dump(), **part})
        assert PAIR not in proposed(NORTH + SOUTH, outlets, guard)


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("اميركي", "امريكي", "order"),
        ("ميليشيات", "مليشيات", "vowels"),
        ("غورباتشوف", "جورباتشوف", "letters"),
        ("ديمرتاش", "ديمرطاش", "letters"),
        ("كردستان", "كردتسان", "order"),
        ("تشيلاني", "شيلاني", "letters"),
    ],
)
def test_words_that_spelling_may_tell_apart(one, other, rule):
    rules = Skeletons(GUARD.rules)
    assert list(rules.candidates([one, other])) == [(one, other)]
    assert rules.rule(one, other) == rule


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ناشطون", "ناشطين"),
        ("متحدثه", "متحدثا"),
        ("سام", "سوم"),
        ("واشنطن", "واشنطون2"),
        ("برلين", "باريس"),
    ],
)
def test_words_that_are_no_candidates(one, other):
    assert list(Skeletons(GUARD.rules).candidates([one, other])) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda book: book.update(group=[]), "group: unknown key"),
        (lambda book: book["groups"][0].update(kind="taste"), r"groups\.0\.kind"),
        (lambda book: book["groups"][0].pop("why"), r"groups\.0\.why: this key is missing"),
        (lambda book: book["groups"][1]["forms"].append("السيسى"), None),
        (lambda book: book["groups"][1]["forms"].append("اميركي"), "there already, or differs only in hamza"),
        (lambda book: book["groups"][0].update(dated=["شيء"]), "'شيء' is no spelling of this group"),
        (lambda book: book["groups"][0]["forms"].append("…"), "holds no word"),
        (lambda book: book["rules"]["least_score"].update(value="much"), r"rules\.least_score\.value"),
    ],
)
def test_mistakes_in_the_file_are_named_in_one_line(tmp_path, change, said):
    book = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    change(book)
    path = tmp_path / "orthography.yml"
    path.write_text(yaml.safe_dump(book, allow_unicode=True), encoding="utf-8")
    if said is None:
        assert load(path, Guard)
        return
    with pytest.raises(InputError, match=said) as error:
        load(path, Guard)
    assert str(path) in str(error.value) and "\n" not in str(error.value)
