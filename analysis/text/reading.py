"""Raw bytes to text in logical order: how the bytes were encoded, and what had to be restored."""

import codecs
import re
import unicodedata
from typing import NamedTuple

from bidi.algorithm import get_display
from charset_normalizer import from_bytes

from analysis.errors import InputError

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
LEGACY = ["cp1256", "utf_16_le", "utf_16_be"]
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
BINARY_SHARE = 0.01  # a stray control character is text; one in a hundred is not
LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
# A word may end in ta marbuta or alif maqsura and never begins with one; stored in visual order it does.
AT_WORD_START = re.compile(r"(?<![^\W\d_])[ةى](?=[^\W\d_])")
AT_WORD_END = re.compile(r"(?<=[^\W\d_])[ةى](?![^\W\d_])")
LINE = re.compile(r"[^\r\n]+")


class Reading(NamedTuple):
    """A text in logical order, the encoding of its bytes, and what was restored (empty: nothing)."""

    text: str
    encoding: str
    restored: str


def read(data: bytes, name: str) -> Reading:
    """The text of one file in logical order; line ends stay as they are, the byte order mark goes.

    Raises InputError (file, byte position) where the file is empty, binary or in no known encoding.
    """
    if not data.strip():
        raise InputError(f"{name}: the file is empty; put the article's text into it, or remove it")
    text, encoding = _decode(data, name)
    text, restored = restore(text)
    return Reading(text, encoding, restored)


def _decode(data: bytes, name: str) -> tuple[str, str]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strict(data, len(bom), encoding, name), encoding
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = encoding = None
    if text is None or _binary(text):
        guess = from_bytes(data, cp_isolation=LEGACY).best()
        text, encoding = (str(guess), guess.encoding) if guess else (None, None)
    if text is None or _binary(text) or (encoding != "utf-8" and not LETTER.search(text)):
        raise InputError(_undecodable(data, name))
    return text, encoding.replace("_", "-").replace("cp1256", "windows-1256")


def _strict(data: bytes, start: int, encoding: str, name: str) -> str:
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        at = start + error.start
        raise InputError(
            f"{name}: byte {at}: 0x{data[at]:02x} is not {encoding.upper()}, which the file's mark announces; "
            "save it again as UTF-8"
        ) from None


def _binary(text: str) -> bool:
    return len(CONTROL.findall(text)) > 1 + BINARY_SHARE * len(text)


def _undecodable(data: bytes, name: str) -> str:
    try:
        data.decode("utf-8")
        text, at = data.decode("latin-1"), 0
    except UnicodeDecodeError as error:
        text, at = data.decode("latin-1"), error.start
    if _binary(text):
        at = CONTROL.search(text).start()
        return (
            f"{name}: byte {at}: 0x{data[at]:02x} belongs to a binary file, not a text; save the article as UTF-8 text"
        )
    return f"{name}: byte {at}: 0x{data[at]:02x} is neither UTF-8, UTF-16 nor Windows-1256; save the file as UTF-8"


def restore(text: str) -> tuple[str, str]:
    """The text in logical order and plain letters, and what was undone: presentation forms, visual order.

    A few ligatures in an ordinary text are left alone; only a text stored in presentation forms
    throughout is rewritten (NFKC of those characters), and only one whose words begin with letters
    that end words is reordered (the Unicode bidirectional algorithm undoes itself on each line).
    """
    shaped = len(PRESENTATION.findall(text)) > len(LETTER.findall(text))
    plain = PRESENTATION.sub(_letters, text) if shaped else text
    visual = len(AT_WORD_START.findall(plain)) > len(AT_WORD_END.findall(plain))
    if visual:  # before the letters: a ligature of two letters turns round as one
        text = LINE.sub(lambda line: get_display(line.group(), base_dir="R"), text)
    if shaped:
        text = PRESENTATION.sub(_letters, text)
    return text, ", ".join(["presentation forms"] * shaped + ["visual order"] * visual)


def _letters(form: re.Match) -> str:
    # NFKC gives an isolated vowel mark a space to sit on; in running text it sits on its letter.
    return unicodedata.normalize("NFKC", form.group()).lstrip(" ")
