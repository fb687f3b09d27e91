"""The one door from text to HTML: nothing reaches a page but through here, so nothing in a text can act."""

import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

TEMPLATES = Path(__file__).parent / "template"

# No script can run whatever a page holds; nothing is fetched but our fonts beside the report.
POLICY = Markup(
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src 'self' file: data:; "
    "base-uri 'none'; form-action 'none'"
)

_LETTERS = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_ARABIC = re.compile(f"[{_LETTERS}]")
# From an Arabic letter or digit to the last one before Latin letters, whatever stands between.
_PASSAGE = re.compile("[{0}](?:[^A-Za-z]*[{0}])?".format(_LETTERS + "\u0660-\u0669\u06f0-\u06f9"))
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Tab and line feed stay; LRM, RLM and ALM are part of honest Arabic typing and stay too.
_HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
# Their names in the Unicode code charts; C0 controls have a picture too, but few fonts draw it.
_C0 = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"
)
_NAMES = {chr(code): name for code, name in enumerate(_C0.split(" "))} | {
    "\x7f": "DEL",
    "\u2028": "LS",
    "\u2029": "PS",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}

_SAFE_NAME = re.compile(r"(?!\.)[a-z0-9._-]{1,80}(?<!\.)")
# Names that a file system or a report's own page has taken.
_TAKEN = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|index)(\..*)?")


def _picture(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟨{_NAMES.get(char, f'U+{code:04X}')}⟩"


def plain(text: object) -> str:
    """The text with every control character written out (`'a\\x00\\u202eb'` → `'a␀⟨RLO⟩b'`), for attributes.

    Not escaped: the environment does that. A lone surrogate, which no file can hold, is written out as well.
    """
    return _HOSTILE.sub(lambda found: _picture(found[0]), str(text))


def visible(text: object) -> Markup:
    """The text escaped, every control character a small badge whose `title` names its code point.

    Replacing each badge by its character gives the text back. Markup passes through unchanged.
    """
    if hasattr(text, "__html__"):
        return Markup(text)
    if not _HOSTILE.search(str(text)):
        return escape(str(text))
    return Markup(_HOSTILE.sub(lambda found: _badge(found[0]), str(escape(str(text)))))


def _badge(char: str) -> str:
    # The style sheet draws the name in place of the picture.
    name = _NAMES.get(char, f"U+{ord(char):04X}")
    return f'<bdi class="ctl" title="U+{ord(char):04X}" data-name="{name}">{_picture(char)}</bdi>'


def is_arabic(text: object) -> bool:
    """Whether the text is mostly Arabic, so that as a whole it runs from right to left."""
    return len(_ARABIC.findall(str(text))) > len(_LATIN.findall(str(text)))


def is_latin(text: object) -> bool:
    """Whether the text has Latin letters and is not mostly Arabic; digits alone are neither."""
    return bool(_LATIN.search(str(text))) and not is_arabic(text)


def show(text: object) -> Markup:
    """The text as `visible` gives it, right-to-left as a whole if it is mostly Arabic, else as `gloss`."""
    if hasattr(text, "__html__"):
        return Markup(text)
    return _BDI.format(visible(text)) if is_arabic(text) else gloss(text)


def gloss(text: object) -> Markup:
    """English text, as `visible` gives it, in which each Arabic passage is set apart and right-to-left."""
    if hasattr(text, "__html__"):
        return Markup(text)
    at, pieces = 0, []
    for found in _PASSAGE.finditer(str(text)):
        pieces += [visible(str(text)[at : found.start()]), _BDI.format(visible(found[0]))]
        at = found.end()
    return Markup("").join([*pieces, visible(str(text)[at:])])


_BDI = Markup('<bdi dir="rtl" lang="ar">{}</bdi>')


def page_name(doc_id: object) -> str:
    """A file name (without suffix) for any id, no two alike on any file system.

    A plain lower-case id is its own name (`'004_b12d'` → `'004_b12d'`); any other is its readable part,
    a tilde, which no plain id holds, and half of its SHA-256: so `'ABC'` and `'abc'` stay apart where
    case does not count, and `'index'` does not take the place of a folder's own page.
    """
    name = str(doc_id)
    return name if _SAFE_NAME.fullmatch(name) and not _TAKEN.fullmatch(name) else hashed_name(name)


def hashed_name(name: str) -> str:
    """The form of `page_name` that holds a digest; it has no double hyphen and none at its ends."""
    readable = re.sub(r"[^a-z0-9]+", "-", name.lower())[:40].strip("-")
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return f"{readable or 'x'}~{digest}"


def local_link(href: str) -> str:
    """The href itself if it stays in the report; ValueError for an address with a scheme or a host."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or href.startswith(("/", "\\")) or href != plain(href):
        raise ValueError(f"{href!r}: a page links within the report only; give a relative address")
    return href


@cache
def environment() -> Environment:
    """The one jinja2 environment of all pages: autoescaping, strict, with the filters of this module."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {"show": show, "gloss": gloss, "visible": visible, "plain": plain}
    return env


@cache
def stylesheet(name: str) -> Markup:
    """One of our own style sheets in the template folder, to stand in a page."""
    return Markup((TEMPLATES / f"{name}.css").read_text(encoding="utf-8"))


def render(template: str, *, title: str, styles: Sequence[str] = (), root: str = "", **values) -> str:
    """A whole page from one of our templates.

    `nav` (in values) is a list of (href from the report's root, label); `here` the href of the page itself;
    `root` leads from the page to the report's root ("../" in a subfolder). `styles` are added to "page".
    """
    values = {"nav": (), "here": None, "site": "Itar", **values}
    sheets = [stylesheet(name) for name in ("page", *styles)]
    return environment().get_template(template).render(title=title, sheets=sheets, policy=POLICY, root=root, **values)
