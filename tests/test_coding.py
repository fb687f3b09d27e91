"""Samples, coding sheets and filled sheets; what a real spreadsheet program saves is read back."""

import hashlib
import io
import os
import re
import shutil
import subprocess
from zipfile import ZipFile

import pandas as pd
import pytest
from conftest import ROOT
from openpyxl import load_workbook

from analysis.codebook import read_codebook
from analysis.coding.read import SETTLED, read_codes
from analysis.coding.sample import allocate, sample
from analysis.coding.sheets import coding_sheet
from analysis.coding.units import units
from analysis.desk import coded, with_text
from analysis.errors import InputError
from analysis.schemes import Scheme
from analysis.tables import read_table

SOFFICE = shutil.which("soffice")
EXAMPLE = {"sentence": "اتفق الجانبان على الهدنة.", "why": "a truce"}
SCHEME = Scheme.model_validate(
    {
        "scheme": "two",
        "title": "Two frames",
        "source": "this test",
        "frames": [
            {
                "id": frame,
                "name_ar": arabic,
                "name_en": frame.title(),
                "definition": f"The definition of {frame}.",
                "positive": EXAMPLE,
                "negative": {"sentence": "وصل الوفد مساء أمس.", "why": "protocol"},
                "entries": [{"term": term, "why": "a word for it"}],
            }
            for frame, arabic, term in (("settlement", "تسوية", "هدنة"), ("economy", "اقتصاد", "ميزانية"))
        ],
    }
)
# An id and texts that would act, break XML or be read as something else if a cell did not hold them as text.
HOSTILE = {
    '=HYPERLINK("http://x.test","y") _x0041_\x00\x01': [
        "=1+1",
        '=HYPERLINK("http://x.test","اضغط")',
        "#N/A",
        "@SUM(A1)",
        "+1",
        "1",
        "قال\x00 الوزير\x0b إن\r القرار \u202eمعكوس\ufffe",
        "_x0041_ و_x000D_",
        "<script>alert(1)</script> & <b>",
        "جملة طويلة " * 4000,
    ],
    " two  spaces, a\ttab ": ["وصل الوفد إلى العاصمة.", "=1+1"],
}


def corpus(texts):
    """Units and documents of some texts: document → its sentences; the outlet is the id's first letter."""
    rows = [(doc, at, text) for doc, sentences in texts.items() for at, text in enumerate(sentences)]
    documents = pd.DataFrame({"doc_id": list(texts), "outlet": [f"outlet-{doc[0]}" for doc in texts]})
    return units(pd.DataFrame(rows, columns=["doc_id", "sentence", "text"])), documents


def of_sizes(**sizes):
    return corpus({name: [f"جملة {name} {at}" for at in range(size)] for name, size in sizes.items()})


UNITS, DOCUMENTS = corpus({"a": ["افتتحت المدرسة.", "وشكرت الوزيرة المعلمين."], "b": ["وقعت الهدنة أمس."]})
FIRST, SECOND, THIRD = UNITS["unit"]


# --- units and samples


def test_a_units_id_says_where_it_stands_and_changes_with_its_text():
    digest = hashlib.sha256("a\0افتتحت المدرسة.".encode()).hexdigest()[:8]
    assert f"a:0:{digest}" == FIRST
    changed, _ = corpus({"a": ["افتُتحت المدرسة.", "وشكرت الوزيرة المعلمين."]})
    assert changed["unit"][0].startswith("a:0:") and changed["unit"][0] != FIRST
    assert changed["unit"][1] == SECOND


def test_the_sentence_before_is_of_the_same_document():
    assert UNITS["before"].tolist() == ["", "افتتحت المدرسة.", ""]


def test_ids_stay_apart_where_their_documents_are_shown_alike():
    found, _ = corpus({"a\x00": ["نص واحد"], "a\u2400": ["نص واحد"]})
    assert found["unit"].is_unique


def test_seats_as_webster_gives_them():
    # Balinski and Young 1982, Fair Representation: five states, 26 seats; Webster gives 9, 8, 5, 3, 1, where
    # Hamilton and Dean give 9, 7, 5, 4, 1, Adams 9, 7, 5, 3, 2, Hill 9, 7, 6, 3, 1 and Jefferson 10, 7, 5, 3, 1.
    states = dict(enumerate([9061, 7179, 5259, 3319, 1182]))
    assert list(allocate(states, 26).values()) == [9, 8, 5, 3, 1]


def test_no_stratum_is_left_out_and_none_gives_more_than_it_has():
    assert allocate({0: 98, 1: 1, 2: 1}, 10) == {0: 8, 1: 1, 2: 1}
    for size in range(3, 24):
        taken = allocate({0: 17, 1: 5, 2: 1}, size)
        assert sum(taken.values()) == size and all(1 <= taken[at] <= most for at, most in enumerate((17, 5, 1)))
    assert allocate({0: 3, 1: 2}, 99) == {0: 3, 1: 2}


def test_the_same_seed_gives_the_same_sample_whatever_the_order_of_rows():
    found, documents = of_sizes(a=40, b=20, c=3)
    first = sample(found, documents, 12, seed=7)
    again = sample(found.sample(frac=1, random_state=1), documents.iloc[::-1], 12, seed=7)
    pd.testing.assert_frame_equal(first, again)
    assert set(sample(found, documents, 12, seed=8)["unit"]) != set(first["unit"])
    assert first["doc_id"].value_counts().to_dict() == {"a": 7, "b": 4, "c": 1}
    assert first.columns.tolist() == found.columns.tolist() and first.index.tolist() == list(range(12))


def test_equal_strata_take_turns_by_name():
    drawn = sample(*of_sizes(d=4, c=4, b=4, a=4), 6, seed=1)
    assert drawn["doc_id"].value_counts().to_dict() == {"a": 2, "b": 2, "c": 1, "d": 1}


def test_a_larger_sample_or_corpus_keeps_what_was_coded():
    found, documents = of_sizes(a=40, b=20, c=3)
    small = set(sample(found, documents, 12, seed=7)["unit"])
    assert small < set(sample(found, documents, 30, seed=7)["unit"])
    more, more_documents = of_sizes(a=40, b=20, c=3, d=9)
    grown = sample(more, more_documents, 12, seed=7)
    assert set(grown.loc[grown["doc_id"] != "d", "unit"]) < small


def test_the_order_of_a_sample_is_not_that_of_the_texts():
    found, documents = of_sizes(a=40)
    order = sample(found, documents, 40, seed=7)["sentence"].tolist()
    assert sorted(order) == list(range(40)) != order


def test_strata_of_several_columns_and_of_none():
    found, documents = of_sizes(a=5, b=5)
    documents["event"] = ["visit", ""]
    assert len(sample(found, documents, 2, seed=1, strata=("outlet", "event"))) == 2
    assert len(sample(found, documents, 1, seed=1, strata=())) == 1


@pytest.mark.parametrize(
    "size, strata, message",
    [
        (1, ("outlet",), "study.yml: coding.size: 1 sentences are fewer than the 2 strata"),
        (2, ("paper",), "study.yml: coding.strata: the table documents has no column 'paper'"),
    ],
)
def test_samples_that_cannot_be_drawn(size, strata, message):
    with pytest.raises(InputError, match=re.escape(message)):
        sample(*of_sizes(a=5, b=5), size, seed=1, strata=strata)


# --- the sheet


def sheet_of(found=UNITS):
    return load_workbook(io.BytesIO(coding_sheet(found, SCHEME)))


def texts(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_guide_comes_first_and_explains_every_frame():
    book = sheet_of()
    assert book.sheetnames == ["guide", "codes"]
    said = "\n".join(texts(book["guide"]))
    for frame in SCHEME.frames:
        assert frame.name_ar in said and frame.definition in said and frame.negative.sentence in said
    assert EXAMPLE["sentence"] in said and "An empty cell means" in said


def test_the_codebooks_entries_are_not_shown_to_coders():
    assert "ميزانية" not in "\n".join(texts(sheet_of()["guide"]))


def test_a_definition_that_xml_cannot_hold_is_written_out():
    frame = SCHEME.frames[0].model_copy(update={"definition": "lone \ud800 and \x00"})
    book = load_workbook(io.BytesIO(coding_sheet(UNITS, SCHEME.model_copy(update={"frames": (frame,)}))))
    assert "lone ⟨U+D800⟩ and ␀" in texts(book["guide"])


def test_a_row_for_every_unit_with_a_drop_down_for_every_frame():
    codes = sheet_of()["codes"]
    assert [cell.value.split("\n")[-1] for cell in codes[1]] == [
        *("Unit", "Sentence before", "Sentence", "settlement", "economy", "Notes")
    ]
    assert [[cell.value for cell in row[:3]] for row in codes.iter_rows(min_row=2)] == [
        [FIRST, None, "افتتحت المدرسة."],
        [SECOND, "افتتحت المدرسة.", "وشكرت الوزيرة المعلمين."],
        [THIRD, None, "وقعت الهدنة أمس."],
    ]
    (drop_down,) = codes.data_validations.dataValidation
    assert (drop_down.type, drop_down.formula1, str(drop_down.sqref)) == ("list", '"1,0"', "D2:E4")
    assert drop_down.allow_blank and drop_down.showErrorMessage and not drop_down.showDropDown


def test_only_codes_and_notes_may_be_changed():
    codes = sheet_of()["codes"]
    assert codes.protection.sheet and not codes.protection.password
    assert not codes.protection.formatColumns, "a coder may widen a column"
    assert [cell.protection.locked for cell in codes[2]] == [True, True, True, False, False, False]
    assert all(cell.protection.locked for cell in codes[1])


def test_it_reads_from_right_to_left_under_a_heading_that_stays():
    book = sheet_of()
    assert book["guide"].sheet_view.rightToLeft and book["codes"].sheet_view.rightToLeft
    assert book["codes"].freeze_panes == "A2"
    assert book["codes"]["C2"].alignment.wrap_text and book["codes"]["C2"].alignment.readingOrder == 2


def test_rows_are_as_tall_as_what_is_seen_in_them():
    found, _ = corpus({"a" * 400: ["قصيرة.", "كلمات كثيرة " * 40], "b": ["كلمات كثيرة " * 4000]})
    book = sheet_of(found)
    rows, guide = book["codes"].row_dimensions, book["guide"].row_dimensions
    assert rows[2].height < 25 and rows[3].height > 5 * rows[2].height
    assert rows[4].height == 409, "Excel knows no taller row"
    assert guide[4].height < 45, "the lines of the guide run over several columns"


def test_coders_do_not_see_the_outlet():
    found, documents = corpus({"a": ["جملة أولى."], "b": ["جملة ثانية."]})
    drawn = sample(found, documents, 2, seed=1)
    with ZipFile(io.BytesIO(coding_sheet(drawn, SCHEME))) as archive:
        assert not [name for name in archive.namelist() if b"outlet-" in archive.read(name)]
    assert sheet_of(drawn)["codes"].column_dimensions["A"].hidden


def test_the_same_sample_gives_the_same_bytes_at_any_time():
    written = coding_sheet(UNITS, SCHEME)
    assert written == coding_sheet(UNITS, SCHEME)
    with ZipFile(io.BytesIO(written)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert re.findall(r">(\d{4})-", core) == ["1980", "1980"] and "creator" not in core


def test_nothing_in_a_text_is_a_formula_a_link_or_broken_xml():
    found, _ = corpus(HOSTILE)
    written = coding_sheet(found, SCHEME)
    with ZipFile(io.BytesIO(written)) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    assert "<f>" not in sheet and "<hyperlink" not in sheet
    codes = load_workbook(io.BytesIO(written))["codes"]
    assert {cell.data_type for row in codes.iter_rows(max_col=3) for cell in row if cell.value} == {"s"}
    shown = [codes.cell(row, 3).value for row in range(2, codes.max_row + 1)]
    assert shown[0] == "=1+1" and shown[2] == "#N/A"
    assert shown[6] == "قال␀ الوزير␋ إن␍ القرار ⟨RLO⟩معكوس⟨U+FFFE⟩"
    assert shown[7] == "⟨U+005F⟩x0041_ و⟨U+005F⟩x000D_"
    assert len(shown[9]) < 32_767 and shown[9].endswith("⟨… 14000⟩")


# --- filled sheets


def fill(path, found, codes, change=None):
    """Write the sheet of some units with codes: row → column letter → value; then change the sheet."""
    book = load_workbook(io.BytesIO(coding_sheet(found, SCHEME)))
    for row, cells in codes.items():
        for column, value in cells.items():
            book["codes"][f"{column}{row}"] = value
    if change:
        change(book)
    book.save(path)
    return path


def tidy(table):
    return [tuple(row) for row in table.itertuples(index=False)]


def test_codes_are_read_and_empty_cells_are_not_codes(tmp_path):
    fill(tmp_path / "mona.xlsx", UNITS, {2: {"D": 1, "E": 0}, 4: {"E": 1, "F": "a doubt"}})
    codes = read_codes(tmp_path, UNITS, SCHEME)
    assert codes.columns.tolist() == ["doc_id", "sentence", "coder", "frame", "present"]
    assert tidy(codes) == [
        ("a", 0, "mona", "settlement", 1),
        ("a", 0, "mona", "economy", 0),
        ("b", 0, "mona", "economy", 1),
    ]


@pytest.mark.parametrize("value, code", [("1", 1), (1.0, 1), ("١", 1), ("۰", 0), (" 0 ", 0)])
def test_a_code_may_be_a_number_or_a_text_in_any_digits(tmp_path, value, code):
    fill(tmp_path / "mona.xlsx", UNITS, {2: {"D": value}})
    assert read_codes(tmp_path, UNITS, SCHEME)["present"].tolist() == [code]


def test_a_folder_without_codes_is_an_empty_table_of_the_same_types(tmp_path):
    (tmp_path / "README.md").write_text("notes", encoding="utf-8")
    (tmp_path / "~$mona.xlsx").write_bytes(b"lock")
    fill(tmp_path / "unfilled.xlsx", UNITS, {})
    empty = read_codes(tmp_path, UNITS, SCHEME)
    fill(tmp_path / "mona.xlsx", UNITS, {2: {"D": 1}})
    assert empty.empty and empty.dtypes.equals(read_codes(tmp_path, UNITS, SCHEME).dtypes)


def set_cell(cell, value):
    return lambda book: book["codes"].__setitem__(cell, value)


CHANGED = f"{FIRST.rsplit(':', 1)[0]}:00000000"
MISTAKES = {
    "unknown id": (set_cell("A2", "z:9:00000000"), "row 2, column A: 'z:9:00000000' is no coded sentence"),
    "no id": (set_cell("A2", None), "row 2, column A: '' is no coded sentence"),
    "changed": (set_cell("A2", CHANGED), f"row 2, column A: the sentence of '{CHANGED}' has changed"),
    "shifted": (set_cell("C2", "وقعت الهدنة أمس."), "row 2, column C: not the sentence of the id in this row"),
    "code": (set_cell("E3", 2), "row 3, column E: '2' is no code; choose 1 or 0, or leave the cell empty"),
    "truth value": (set_cell("D3", True), "row 3, column D: 'True' is no code"),
    "formula": (set_cell("D3", "=1"), "row 3, column D: '=1' is no code"),
    "twice": (
        lambda book: [book["codes"].__setitem__(f"{column}3", book["codes"][f"{column}2"].value) for column in "AC"],
        "row 3, column A: this sentence is also in row 2",
    ),
    "column gone": (set_cell("E1", None), "sheet 'codes', row 1: there is no column 'economy'"),
    "unknown frame": (set_cell("E1", "sport"), "row 1, column E: 'sport' is no frame of the codebook"),
    "column twice": (set_cell("F1", "economy"), "row 1, column F: 'economy' is also column E"),
    "sheet gone": (lambda book: book.__delitem__("codes"), "there is no sheet 'codes', only ['guide']"),
}


@pytest.mark.parametrize("change, message", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_by_file_sheet_row_and_column(tmp_path, change, message):
    path = fill(tmp_path / "mona.xlsx", UNITS, {2: {"D": 1}, 3: {"D": 0}}, change)
    with pytest.raises(InputError) as error:
        read_codes(tmp_path, UNITS, SCHEME)
    assert str(error.value).startswith(f"{path}: ") and message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_mistake_in_a_row_without_codes_does_no_harm(tmp_path):
    fill(tmp_path / "mona.xlsx", UNITS, {2: {"D": 1}}, set_cell("A3", CHANGED))
    assert len(read_codes(tmp_path, UNITS, SCHEME)) == 1


def test_a_size_noted_down_wrongly_hides_no_codes(tmp_path):
    fill(tmp_path / "mona.xlsx", UNITS, {2: {"D": 1}})
    with ZipFile(tmp_path / "mona.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(tmp_path / "mona.xlsx", "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', part))
    assert len(read_codes(tmp_path, UNITS, SCHEME)) == 1


@pytest.mark.parametrize("content", [b"", b"doc,sent,frames\n", b"PK\x03\x04 half a file", b"\xd0\xcf\x11\xe0 locked"])
def test_a_file_that_is_no_workbook(tmp_path, content):
    (tmp_path / "mona.xlsx").write_bytes(content)
    with pytest.raises(InputError, match=r"mona\.xlsx: not an \.xlsx workbook that can be read; save it again"):
        read_codes(tmp_path, UNITS, SCHEME)


def test_rows_come_by_document_sentence_coder_and_frame(tmp_path):
    fill(tmp_path / "zaki.xlsx", UNITS.iloc[::-1], {2: {"D": 0, "E": 0}, 4: {"D": 0}})
    fill(tmp_path / "mona.xlsx", UNITS, {2: {"D": 1}})
    assert [row[:4] for row in tidy(read_codes(tmp_path, UNITS, SCHEME))] == [
        ("a", 0, "mona", "settlement"),
        ("a", 0, "zaki", "settlement"),
        ("b", 0, "zaki", "settlement"),
        ("b", 0, "zaki", "economy"),
    ]


def test_no_file_is_passed_over_in_silence(tmp_path):
    (tmp_path / "mona.ods").write_bytes(b"")
    with pytest.raises(InputError, match=r"mona\.ods: neither \.xlsx nor \.csv; save it as \.xlsx"):
        read_codes(tmp_path, UNITS, SCHEME)
    (tmp_path / "mona.ods").rename(tmp_path / "README.md")
    (tmp_path / "old.csv").mkdir()
    with pytest.raises(InputError, match=r"old\.csv: neither"):
        read_codes(tmp_path, UNITS, SCHEME)


def test_a_coder_has_one_file(tmp_path):
    fill(tmp_path / "mona.xlsx", UNITS, {2: {"D": 1}})
    (tmp_path / "mona.csv").write_text("doc,sent,frames\na,0,none\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"mona\.xlsx: the coder 'mona' also has mona\.csv; keep one"):
        read_codes(tmp_path, UNITS, SCHEME)


# --- lists


def write_list(folder, rows, head="doc,sent,frames"):
    (folder / "A.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8-sig")
    return read_codes(folder, UNITS, SCHEME)


def test_a_list_names_the_frames_present_and_the_others_are_absent(tmp_path):
    assert tidy(write_list(tmp_path, ["a,0,economy|settlement", "a,1,none", "b,0,"])) == [
        ("a", 0, "A", "settlement", 1),
        ("a", 0, "A", "economy", 1),
        ("a", 1, "A", "settlement", 0),
        ("a", 1, "A", "economy", 0),
    ]


def test_a_list_with_hashes_notices_a_changed_sentence(tmp_path):
    head = "doc,sent,hash,frames"
    assert len(write_list(tmp_path, [f"a,0,{FIRST[-8:]},none"], head)) == 2
    with pytest.raises(InputError, match=r"A\.csv: line 2, column sent: the sentence of 'a:0:12345678' has changed"):
        write_list(tmp_path, ["a,0,12345678,none"], head)


@pytest.mark.parametrize(
    "rows, head, message",
    [
        (["a,9,none"], "doc,sent,frames", "line 2, column sent: 'a:9' is no coded sentence"),
        (["a,x,none"], "doc,sent,frames", "line 2, column sent: 'a:x' is no coded sentence"),
        (["a,0,none", "a,0,none"], "doc,sent,frames", "line 3: this sentence is also in line 2"),
        (["a,0,sport"], "doc,sent,frames", "line 2, column frames: 'sport' is no frame"),
        (["a,0,economy|none"], "doc,sent,frames", "line 2, column frames: 'none' is no frame of the codebook; none st"),
        (["a,none"], "doc,frames", "line 1: there is no column 'sent'"),
        (["a,0,none,x"], "doc,sent,frames,sure", "line 1: unknown column 'sure'"),
    ],
)
def test_a_mistake_in_a_list_is_named_by_line_and_column(tmp_path, rows, head, message):
    with pytest.raises(InputError) as error:
        write_list(tmp_path, rows, head)
    assert str(error.value).startswith(f"{tmp_path / 'A.csv'}: {message}")


def test_the_codes_of_the_seeds_fit_their_sentences_and_frames():
    sentences, raw = (read_table(ROOT / "tables", name) for name in ("sentences", "texts"))
    found = units(with_text(coded(sentences), raw))
    codes = read_codes(ROOT / "codes", found, read_codebook(ROOT / "codebook").frames)
    assert codes.groupby("coder").size().to_dict() == {"A": 760, "B": 760, SETTLED: 760}
    # Counted in the lists: partnership is in 41 settled rows, humanitarian in one.
    present = codes[(codes["coder"] == SETTLED)].groupby("frame")["present"].sum()
    assert (present["partnership"], present["humanitarian"]) == (41, 1)


# --- through a spreadsheet program


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A folder with a hostile sheet, filled, as LibreOffice saves it."""
    place = tmp_path_factory.mktemp("saved")
    found, _ = corpus(HOSTILE)
    codes = {row: {"D": row % 2, "E": 1} for row in range(2, len(found) + 2)}
    fill(place / "mona.xlsx", found, codes)
    command = [SOFFICE, "--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to", "xlsx"]
    command += ["--outdir", str(place / "codes"), str(place / "mona.xlsx")]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return place / "codes"


needs_office = pytest.mark.skipif(
    not SOFFICE and os.environ.get("CI") != "true", reason="LibreOffice (soffice) is not installed"
)


@needs_office
def test_what_libreoffice_saves_is_read_back(saved):
    found, _ = corpus(HOSTILE)
    codes = read_codes(saved, found, SCHEME)
    by_frame = codes.pivot(index=["doc_id", "sentence"], columns="frame", values="present")
    by_frame = by_frame.reindex(pd.MultiIndex.from_frame(found[["doc_id", "sentence"]]))
    assert by_frame["economy"].tolist() == [1] * len(found)
    assert by_frame["settlement"].tolist() == [row % 2 for row in range(2, len(found) + 2)]


@needs_office
def test_drop_downs_direction_locks_and_ids_survive_libreoffice(saved):
    found, _ = corpus(HOSTILE)
    codes = load_workbook(saved / "mona.xlsx")["codes"]
    (drop_down,) = codes.data_validations.dataValidation
    assert (drop_down.type, drop_down.formula1) == ("list", '"1,0"')
    assert str(drop_down.sqref) == f"D2:E{len(found) + 1}"
    assert codes.sheet_view.rightToLeft and codes.column_dimensions["A"].hidden
    assert codes.protection.sheet and codes["C2"].protection.locked and not codes["D2"].protection.locked
    assert [codes.cell(row, 1).value for row in range(2, len(found) + 2)] == found["unit"].tolist()
    assert codes["C2"].value == "=1+1" and codes["C2"].data_type == "s"
