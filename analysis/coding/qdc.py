"""A codebook for NVivo, MAXQDA, ATLAS.ti and QualCoder: the exchange format of REFI-QDA."""

import colorsys
import uuid
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from analysis.pages.html import plain
from analysis.schemes import Entry, Frame, Scheme

NAMESPACE = "urn:QDA-XML:codebook:1.0"
_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:itar:codebook")
GOLDEN = 0.618034  # steps of the golden ratio keep hues apart, and a frame added at the end changes no other's


def codebook_qdc(scheme: Scheme) -> bytes:
    """The scheme as a .qdc file: each frame a code, its entries codes under it, the same bytes and ids every time.

    A code's id is a name-based UUID (RFC 9562, version 5) of scheme, frame and term: it outlasts every change of
    descriptions, so programs that import the codebook again know the codes by it. No two names are the same, as
    ATLAS.ti and QualCoder ask: a term that is an entry of two frames has the frame's name behind it.
    Format: REFI-QDA Standard 1.5, Codebook.xsd 1.0 (www.qdasoftware.org, 2019).
    """
    terms = Counter(entry.term for frame in scheme.frames for entry in frame.entries)
    book = ET.Element("CodeBook", {"xmlns": NAMESPACE, "origin": "Itar"})
    codes = ET.SubElement(book, "Codes")
    for number, frame in enumerate(scheme.frames):
        colour = _colour(number)
        code = _code(codes, _guid(scheme, frame), f"{frame.name_ar} · {frame.name_en}", colour, _of_frame(frame))
        for entry in frame.entries:
            name = entry.term if terms[entry.term] == 1 else f"{entry.term} ({frame.name_ar})"
            _code(code, _guid(scheme, frame, entry.term), name, colour, _of_entry(entry))
    ET.indent(book)
    return ET.tostring(book, encoding="UTF-8", xml_declaration=True) + b"\n"


def _code(above: ET.Element, guid: str, name: str, colour: str, description: Iterator[str]) -> ET.Element:
    look = {"guid": guid, "name": plain(name), "isCodable": "true", "color": colour}
    code = ET.SubElement(above, "Code", look)
    ET.SubElement(code, "Description").text = plain("\n".join(description))
    return code


def _guid(scheme: Scheme, *names: Frame | str) -> str:
    parts = (scheme.scheme, *(name.id if isinstance(name, Frame) else name for name in names))
    return str(uuid.uuid5(_OURS, "\0".join(parts)))


def _colour(number: int) -> str:
    shares = colorsys.hls_to_rgb(number * GOLDEN % 1, 0.45, 0.6)
    return "#" + "".join(f"{round(share * 255):02X}" for share in shares)


def _of_frame(frame: Frame) -> Iterator[str]:
    yield frame.definition
    yield f"+ {frame.positive.sentence} ({frame.positive.why})"
    yield f"− {frame.negative.sentence} ({frame.negative.why})"


def _of_entry(entry: Entry) -> Iterator[str]:
    yield entry.why
    for label, parts in (
        ("forms", entry.forms),
        ("exclude", entry.exclude),
        ("only", entry.only),
        ("not", entry.outside),
    ):
        if parts:
            yield f"{label}: {'، '.join(map(str, parts))}"
