"""Bytes to text: encodings, restored order, and one clear line for what is no text."""

import arabic_reshaper
import pytest
from bidi.algorithm import get_display
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.text.reading import read, restore

TEXT = "افتتحت الوزيرة المدرسة الجديدة في القرية (أمس)،\r\nوقالت: «سنبني ثلاث مدارس أخرى عام 2022».\nانتهى"
RESHAPER = arabic_reshaper.ArabicReshaper({"delete_harakat": False})


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1256", "windows-1256"),
    ],
)
def test_encodings_are_recognised_and_line_ends_stay(codec, named):
    assert read(TEXT.encode(codec), "a.txt") == (TEXT, named, "")


def test_presentation_forms_become_letters():
    shaped = RESHAPER.reshape(TEXT)
    assert shaped != TEXT
    assert restore(shaped) == (TEXT, "presentation forms")


@pytest.mark.parametrize(
    ("shape", "named"), [(str, "visual order"), (RESHAPER.reshape, "presentation forms, visual order")]
)
def test_visual_order_becomes_logical_order(shape, named):
    lines = [get_display(shape(line), base_dir="R") for line in TEXT.split("\n")]
    text, undone = restore("\n".join(lines).replace("\r", ""))
    assert (text, undone) == (TEXT.replace("\r", ""), named)


def test_a_stray_ligature_is_not_a_stored_form():
    text = "قال النبي \ufdfa في الحديث المشهور"
    assert restore(text) == (text, "")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.txt: the file is empty"),
        (b" \r\n", "a.txt: the file is empty"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "a.txt: byte 9: 0x00 belongs to a binary file"),
        (TEXT.encode()[:13] + b"\xff" + TEXT.encode()[13:], "a.txt: byte 13: 0xff is neither"),
        ("\ufeffا".encode("utf-16-le") + b"\x06", "a.txt: byte 4: 0x06 is not UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_named_with_its_place(data, said):
    with pytest.raises(InputError, match=said):
        read(data, "a.txt")


def test_a_stray_control_character_is_text():
    text = TEXT + "\x00"
    assert read(text.encode(), "a.txt").text == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), min_size=1))
def test_any_text_is_read_or_refused_in_one_line(text):
    try:
        assert isinstance(read(text.encode(), "a.txt").text, str)
    except InputError as error:
        assert "\n" not in str(error)
