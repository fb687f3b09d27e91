"""Corpora in all their forms: folders of texts, .csv, .json, .jsonl, .zip."""

import csv
import json
import zipfile

import pytest

from analysis.corpus import read_corpus
from analysis.errors import InputError
from analysis.study import read_study

ROWS = [
    {"id": "n1", "head": "وصول الوفد", "body": "وصل الوفد أمس.", "paper": "شمال", "day": "2024-05-01 10:20:30"},
    {"id": "n2", "head": "", "body": "افتتحت المدرسة.", "paper": None, "day": ""},
    {"id": "n3", "head": "عنوان بلا نص", "body": None, "paper": "جنوب", "day": None},
]
COLUMNS = "columns: {doc_id: id, title: head, text: body, outlet: paper, published: day}\n"


def documents(study, corpus, columns=COLUMNS):
    (study / "study.yml").write_text(f"title: rows\ncorpus: {corpus}\n{columns}", encoding="utf-8")
    return list(read_corpus(read_study(study)))


def write(path, rows):
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("inner.json", json.dumps(rows))
    else:
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        path.write_text("\n".join(lines) if path.suffix == ".jsonl" else f"[{','.join(lines)}]", encoding="utf-8")


@pytest.mark.parametrize("name", ["rows.csv", "rows.json", "rows.jsonl", "rows.zip"])
def test_rows_become_documents(study, name):
    write(study / name, ROWS)
    found = documents(study, name)
    assert [(d["doc_id"], d["text"], d["titled"], d["outlet"], d["published"]) for d in found] == [
        ("n1", "وصول الوفد\n\nوصل الوفد أمس.", True, "شمال", "2024-05-01"),
        ("n2", "افتتحت المدرسة.", False, "unknown", ""),
        ("n3", "عنوان بلا نص\n\n", True, "جنوب", ""),
    ]


def test_rows_without_ids_get_the_file_and_their_number(study):
    write(study / "rows.jsonl", ROWS)
    found = documents(study, "rows.jsonl", "columns: {text: body, title: head}\n")
    assert [d["doc_id"] for d in found] == ["rows-000000", "rows-000001", "rows-000002"]


def test_a_folder_of_tabular_files_is_read_in_order(study):
    (study / "days").mkdir()
    write(study / "days" / "2.jsonl", ROWS[:1])
    write(study / "days" / "1.csv", ROWS[1:2])
    assert [d["doc_id"] for d in documents(study, "days/")] == ["n1", "n2"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"body": "خبر"}\n{"body": ', "rows.jsonl: "),
        ('{"body": "خبر"}\n["خبر"]', "rows.jsonl: line 2: not an object"),
        ('{"text": "خبر"}', "rows.jsonl: line 1: there is no column 'body' for text"),
        ('{"body": "خبر", "day": "أمس"}', "rows.jsonl: line 1: published: 'أمس' is no date"),
        ('{"body": "ا", "id": 7}\n{"body": "ب", "id": "7"}', "the id '7' is also in"),
    ],
)
def test_wrong_rows_are_named_with_their_place(study, text, said):
    (study / "rows.jsonl").write_text(text, encoding="utf-8")
    columns = "columns: {text: body" + (", published: day" if "day" in text else ", doc_id: id" if "id" in text else "")
    with pytest.raises(InputError, match=said) as error:
        documents(study, "rows.jsonl", columns + "}\n")
    assert "\n" not in str(error.value)


def test_a_row_without_any_text_stays_a_document(study):
    write(study / "rows.jsonl", [{"body": " "}, {"body": None}])
    assert [d["text"] for d in documents(study, "rows.jsonl", "columns: {text: body}\n")] == [" ", ""]


def test_a_lone_surrogate_cannot_break_the_tables(study):
    (study / "rows.jsonl").write_text('{"body": "خبر \\ud800 عاجل"}', encoding="utf-8")
    assert documents(study, "rows.jsonl", "columns: {text: body}\n")[0]["text"] == "خبر \ufffd عاجل"


def test_an_archive_that_is_none_is_named(study):
    (study / "rows.zip").write_bytes(b"no archive")
    with pytest.raises(InputError, match="rows.zip: not a readable"):
        documents(study, "rows.zip")


def test_without_sources_the_outlet_is_unknown(study):
    (study / "texts" / "sources.csv").unlink()
    found = documents(study, "texts/", "")
    assert {(d["outlet"], d["outlet_name_en"]) for d in found} == {("unknown", "Unknown outlet")}


def test_a_corpus_on_the_command_line_may_lie_anywhere(study, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "x.txt").write_text("خبر", encoding="utf-8")
    found = list(read_corpus(read_study(study, elsewhere)))
    assert [(d["doc_id"], d["path"]) for d in found] == [("x", "x.txt")]
