"""Codebook hits with their conditions and voices, labels by longest match, on sentences of our own."""

import pandas as pd
import pytest
from pydantic import ValidationError
from test_pipeline import CODEBOOK, document

from analysis.errors import InputError
from analysis.hits import Text, frame_hits, label_hits
from analysis.pipeline import code
from analysis.schemes import Entry, Labels, Scheme

EXAMPLE = {"sentence": "جملة", "why": "مثال"}


def scheme(*entries):
    frame = {"id": "peace", "name_ar": "سلام", "name_en": "Peace", "definition": "…", "positive": EXAMPLE}
    parts = [{"why": "a reason", **entry} for entry in entries]
    frames = [{**frame, "negative": EXAMPLE, "entries": parts}]
    return Scheme.model_validate({"scheme": "own", "title": "Own", "source": "own", "frames": frames})


def labels(**variants):
    parts = [
        {"id": name, "name_ar": name, "name_en": name, "why": "a reason", "entries": entries}
        for name, entries in variants.items()
    ]
    referent = {"id": "rulers", "name_ar": "حكام", "name_en": "Rulers", "definition": "…", "variants": parts}
    return Labels.model_validate({"title": "Own", "referents": [referent]})


def text_of(body):
    """A text of one body line and what the codebook is matched against."""
    whole = f"عنوان الخبر\n\n{body}"
    tables = code([document(whole, titled=True)], CODEBOOK)
    return whole, Text(tables["tokens"], tables["types"], tables["sentences"], tables["voices"])


def found(body, *entries):
    whole, text = text_of(body)
    hits = frame_hits(text, scheme(*entries))
    return [whole[start:end] for start, end in zip(hits["start"], hits["end"], strict=True)]


@pytest.mark.parametrize(
    ("entry", "there", "elsewhere"),
    [
        ({"term": "اتفاق … سلام"}, "وقّع الطرفان اتفاقاً جديداً للسلام.", "وقّع الطرفان اتفاقاً. والسلام بعيد."),
        ({"term": "اتفاق … سلام", "gap": "1"}, "اتفاق جديد للسلام.", "اتفاق جديد وشامل للسلام."),
        ({"term": "جسر", "only": [{"near": ["سلام"], "within": "2"}]}, "جسر نحو السلام.", "جسر حجري قديم. والسلام."),
        ({"term": "جسر", "only": [{"sentence": ["سلام"]}]}, "جسر كبير وطويل بُني للسلام.", "جسر كبير."),
        ({"term": "جسر", "not": [{"near": ["نهر"]}]}, "جسر إلى المستقبل.", "جسر فوق النهر."),
        ({"term": "جسر", "not": ["جسر النهر"]}, "جسر المستقبل.", "جسر النهر."),
        ({"term": "جسر", "only": [{"document": ["نهر كبير"]}]}, "جسر هنا. وهناك نهر كبير.", "جسر هنا. وهناك نهر صغير."),
        ({"term": "جسر", "not": [{"document": ["نهر"]}]}, "جسر هنا. وهناك بيت.", "جسر هنا. وهناك نهر."),
        ({"term": "سلام", "only": [{"voice": "own"}]}, "حلّ السلام في المدينة.", "وقال الوزير سامي إن السلام قريب."),
        ({"term": "سلام", "not": [{"voice": "own"}]}, "وقال الوزير سامي إن السلام قريب.", "حلّ السلام في المدينة."),
    ],
)
def test_an_entry_counts_only_where_its_conditions_hold(entry, there, elsewhere):
    assert len(found(there, entry)) == 1
    assert found(elsewhere, entry) == []


def test_a_hit_belongs_to_the_voice_in_which_it_stands():
    _, text = text_of("حلّ السلام في المدينة. وقال الوزير سامي الحداد إن السلام «سلام دائم بين الجميع في كل مدينة».")
    hits = frame_hits(text, scheme({"term": "سلام"}))
    assert hits["mode"].tolist() == ["own", "indirect", "direct"]
    assert hits["voice"].tolist()[0] == "outlet" and "الحداد" in hits["voice"].tolist()[1]


def test_of_labels_that_overlap_the_longest_counts():
    entries = {"term": "حكومة", "why": "r"}, {"term": "حكومة الشمال", "why": "r"}
    whole, text = text_of("اجتمعت حكومة الشمال، ثم اجتمعت الحكومة.")
    rows = label_hits(text, labels(short=[entries[0]], long=[entries[1]]))
    spans = zip(rows["start"], rows["end"], strict=True)
    assert [(whole[a:b], v) for (a, b), v in zip(spans, rows["variant"], strict=True)] == [
        ("حكومة الشمال", "long"),
        ("الحكومة", "short"),
    ]


def test_labels_on_request_are_looked_for_only_where_a_study_asks():
    ids = [referent.id for referent in CODEBOOK.labels.referents]
    asked = CODEBOOK.labels.chosen(["gaza_war"])
    assert [r.id for r in asked.referents] == ["gaza_war"]
    assert {"syria_rulers", "armed_groups"} == {r.id for r in CODEBOOK.labels.chosen([]).referents} < set(ids)


@pytest.mark.parametrize(
    "condition", [{}, {"near": ["أ"], "voice": "own"}, {"voice": "loud"}, {"near": ["أ"], "within": "0"}]
)
def test_a_condition_says_one_thing(condition):
    with pytest.raises(ValidationError):
        Entry.model_validate({"term": "سلام", "why": "r", "only": [condition]})


@pytest.mark.parametrize(
    ("line", "said"),
    [("scheme: nothing", "study.yml: scheme: no file nothing.yml"), ("labels: [moon]", "study.yml: labels: 'moon'")],
)
def test_a_study_may_choose_only_what_there_is(study, line, said):
    from analysis.codebook import study_codebook
    from analysis.study import read_study

    with (study / "study.yml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    with pytest.raises(InputError, match=said):
        study_codebook(read_study(study))


def test_no_hit_is_a_table_without_rows():
    _, text = text_of("كلام آخر.")
    assert frame_hits(text, scheme({"term": "سلام"})).empty
    rows = label_hits(text, labels(one=[{"term": "حكومة", "why": "r"}]))
    assert rows.empty and isinstance(rows, pd.DataFrame)
