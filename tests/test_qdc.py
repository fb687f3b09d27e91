"""The codebook as REFI-QDA exchanges it, held against the rules of the standard.

Rules: REFI-QDA Standard 1.5 (2019), section 5.2, Codebook.xsd 1.0, www.qdasoftware.org. They are written out here
as a table, since no validator of XML schemas is among the pinned packages.
"""

import re
from xml.etree import ElementTree as ET

import pytest
from conftest import ROOT

from analysis.codebook import read_codebook
from analysis.coding.qdc import codebook_qdc
from analysis.schemes import Scheme

NAMESPACE = "{urn:QDA-XML:codebook:1.0}"
GUID = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
TEXT, TRUTH, ID, COLOUR = r"(?s).*", "true|false|1|0", rf"{GUID}|\{{{GUID}\}}", "#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})"
# Element → its children in order, as a pattern; its attributes with the pattern of their values, ! if required.
RULES = {
    "CodeBook": ("Codes (Sets )?", {"origin": TEXT}),
    "Codes": ("(Code )+", {}),
    "Code": ("(Description )?(Code )*", {"guid!": ID, "name!": TEXT, "isCodable!": TRUTH, "color": COLOUR}),
    "Description": ("", {}),
    "Sets": ("(Set )+", {}),
    "Set": ("(Description )?(MemberCode )*", {"guid!": ID, "name!": TEXT}),
    "MemberCode": ("", {"guid!": ID}),
}


def faults(qdc):
    """What in a file breaks the rules."""
    root = ET.fromstring(qdc)
    found = [] if root.tag == f"{NAMESPACE}CodeBook" else [f"the root is {root.tag}"]
    for element in root.iter():
        name = element.tag.removeprefix(NAMESPACE)
        if name not in RULES:
            found.append(f"there is no element {element.tag}")
            continue
        children, attributes = RULES[name]
        inside = "".join(f"{child.tag.removeprefix(NAMESPACE)} " for child in element)
        if not re.fullmatch(children, inside):
            found.append(f"{name} holds {inside}")
        if name != "Description" and (element.text or "").strip():
            found.append(f"{name} holds text")
        allowed = {key.rstrip("!"): pattern for key, pattern in attributes.items()}
        found += [f"{name} lacks {key[:-1]}" for key in attributes if key[-1] == "!" and key[:-1] not in element.attrib]
        found += [f"{name} may have no {key}" for key in element.attrib if key not in allowed]
        found += [
            f"{name}: {key}={value!r}"
            for key, value in element.attrib.items()
            if not re.fullmatch(allowed.get(key, TEXT), value)
        ]
    return found


def example(**changes):
    """A scheme of two frames, with a term in both; `changes` are of the first."""
    sentence = {"sentence": "وقعت الهدنة أمس.", "why": "a truce"}
    rest = {"definition": "What it is.", "positive": sentence, "negative": sentence}
    entries = [{"term": "هدنة", "why": "a word for it", "forms": ["هدن"], "not": ["هدنة كاذبة"]}]
    first = {"id": "settlement", "name_ar": "تسوية", "name_en": "Settlement", **rest, "entries": entries}
    second = {"id": "truce", "name_ar": "هدنة", "name_en": "Truce", **rest, "entries": [*entries, *OTHER]}
    frames = [first | changes, second]
    return Scheme.model_validate({"scheme": "two", "title": "Two", "source": "this test", "frames": frames})


OTHER = [{"term": "سلام", "why": "peace"}]


def codes(qdc):
    """The codes of a file by name."""
    return {code.get("name"): code for code in ET.fromstring(qdc).iter(f"{NAMESPACE}Code")}


def description(code):
    return code.find(f"{NAMESPACE}Description").text


@pytest.fixture(scope="module")
def ours():
    """The project's own frames and their file."""
    scheme = read_codebook(ROOT / "codebook").frames
    return scheme, codebook_qdc(scheme)


def test_our_codebook_keeps_the_rules_of_the_standard(ours):
    assert faults(ours[1]) == []


@pytest.mark.parametrize(
    "find, put, fault",
    [
        (b"codebook:1.0", b"codebook:1:0", "the root is"),
        (b' isCodable="true"', b"", "Code lacks isCodable"),
        (b' color="#', b' color="', "Code: color="),
        (b' guid="', b' guid="x', "Code: guid="),
        (b' origin="Itar"', b' author="Itar"', "CodeBook may have no author"),
        (b"</Description>", b"</Description><Description/>", "Code holds Description Description"),
        (b"<Codes>", b"<Codes>text", "Codes holds text"),
        (b"<Description>", b"<Description><b/>", "there is no element"),
    ],
)
def test_the_rules_find_what_breaks_them(find, put, fault):
    broken = codebook_qdc(example()).replace(find, put, 1)
    assert any(found.startswith(fault) for found in faults(broken))


def test_every_frame_is_a_code_and_every_entry_a_code_under_it(ours):
    scheme, qdc = ours
    top = ET.fromstring(qdc)[0]
    assert [code.get("name") for code in top] == [f"{frame.name_ar} · {frame.name_en}" for frame in scheme.frames]
    assert [len(code.findall(f"{NAMESPACE}Code")) for code in top] == [len(frame.entries) for frame in scheme.frames]
    for frame, code in zip(scheme.frames, top, strict=True):
        under = [below.get("name") for below in code.findall(f"{NAMESPACE}Code")]
        assert all(name.startswith(entry.term) for name, entry in zip(under, frame.entries, strict=True))


def test_no_two_codes_have_one_name_or_one_id(ours):
    found = list(ET.fromstring(ours[1]).iter(f"{NAMESPACE}Code"))
    assert len({code.get("name") for code in found}) == len({code.get("guid") for code in found}) == len(found)


def test_a_term_of_two_frames_says_whose_it_is():
    assert set(codes(codebook_qdc(example()))) == {
        *("تسوية · Settlement", "هدنة (تسوية)", "هدنة · Truce", "هدنة (هدنة)", "سلام")
    }


def test_descriptions_say_what_a_coder_needs():
    found = codes(codebook_qdc(example()))
    assert description(found["تسوية · Settlement"]).startswith("What it is.\n+ وقعت الهدنة أمس. (a truce)\n−")
    assert description(found["هدنة (تسوية)"]) == "a word for it\nforms: هدن\nnot: هدنة كاذبة"


def test_ids_outlast_names_and_descriptions():
    ids = [code.get("guid") for code in codes(codebook_qdc(example())).values()]
    renamed = example(name_ar="صلح", name_en="Peace", definition="Another.")
    assert [code.get("guid") for code in codes(codebook_qdc(renamed)).values()] == ids
    assert codes(codebook_qdc(example(id="peace")))["سلام"].get("guid") == ids[-1]
    assert codes(codebook_qdc(example(id="peace")))["تسوية · Settlement"].get("guid") != ids[0]


def test_entries_have_the_colour_of_their_frame_and_frames_their_own():
    settlement, *rest = codes(codebook_qdc(example())).values()
    of_settlement, truce, *of_truce = [code.get("color") for code in rest]
    assert settlement.get("color") == of_settlement != truce and set(of_truce) == {truce}


def test_the_same_codebook_gives_the_same_bytes(ours):
    assert codebook_qdc(ours[0]) == ours[1]
    assert ours[1].startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<CodeBook")


def test_text_that_would_break_xml_or_act_is_written_out():
    hostile = example(name_ar="=1+1\x00", name_en='"><Code/>', definition="<b>&\x1b \ud800 \u202e")
    qdc = codebook_qdc(hostile)
    assert faults(qdc) == []
    assert description(codes(qdc)['=1+1␀ · "><Code/>']).startswith("<b>&␛ ⟨U+D800⟩ ⟨RLO⟩")
