"""What HarfBuzz would draw of a text, and what a figure did draw: lists of glyphs from left to right.

The order on the line is worked out here from the Unicode bidirectional algorithm (UAX #9, without explicit
controls and without marks on brackets), so that nothing of what draws the figures judges them.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import fontpkg_ibm_plex_sans_arabic
import matplotlib
import uharfbuzz
from bidi.mirror import MIRRORED

ALM = "\u061c"
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
FORMS = {
    (False, False): "isolated",
    (False, True): "initial",
    (True, True): "medial",
    (True, False): "final",
}
BRACKETS = {"(": ")", "[": "]", "{": "}"}
ARABIC, HELPER = "IBMPlexSansArabic", "DejaVuSans"  # the font of texts, and the one of marks that it lacks
LACKING = "※"


def expected(text: str, weight: str = "Regular") -> list[list[str]]:
    """Return the glyphs of each line of `text` (logical order), right to left if it has such a letter."""
    if not any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text):
        return [_shaped_line(line, False, weight) for line in text.split("\n")]
    return [_shaped_line(ALM + line.removeprefix(ALM), True, weight) for line in text.split("\n")]


def drawn(svg: bytes) -> list[list[str]]:
    """Return the glyphs of each line of text in an SVG file of matplotlib, in the order of drawing.

    A glyph is named after its font and, from 3.11 on, its index there; before 3.11, after its character.
    """
    groups = ElementTree.fromstring(svg).iter(f"{SVG}g")
    lines = ([use.get(LINK).removeprefix("#") for use in group.findall(f"{SVG}use")] for group in groups)
    return [line for line in lines if line and "-" in line[0]]  # the ticks of an axis are `use`d too


def expected_forms(line: str) -> list[tuple[str, str]]:
    """Return letters and their joining forms from left to right, for a right-to-left line drawn unshaped.

    This is what presentation forms stand for (`drawn_forms`); brackets that run right to left are mirrored.
    """
    forms = _forms(line)
    visual = []
    for run, backwards, _ in _runs(line, True):
        for place in reversed(run) if backwards else run:
            char = line[place]
            visual.append((MIRRORED.get(char, char) if backwards else char, forms.get(place, "")))
    return visual


def drawn_forms(glyphs: list[str]) -> list[tuple[str, str]]:
    """Return the letters and joining forms of one line drawn by matplotlib before 3.11."""
    found = []
    for glyph in glyphs:
        char = chr(int(glyph.rpartition("-")[2], 16))
        form = unicodedata.decomposition(char).partition(" ")[0].strip("<>")
        letters = unicodedata.normalize("NFKC", char)
        if len(letters) == 2:  # lam-alef: the alef stands to the left
            lam = "initial" if form == "isolated" else "medial"
            found += [(letters[1], "final"), (letters[0], lam)]
        else:
            found.append((letters, form))
    return found


def _forms(line: str) -> dict[int, str]:
    """Return the joining form of each Arabic letter by its place."""
    bases = [place for place, char in enumerate(line) if not unicodedata.combining(char)]
    forms = {}
    for number, place in enumerate(bases):
        before = line[bases[number - 1]] if number else " "
        after = line[bases[number + 1]] if number + 1 < len(bases) else " "
        joined = _joins_on(before) and _joins_back(line[place]), _joins_on(line[place]) and _joins_back(after)
        if _is_letter(line[place]):
            forms[place] = FORMS[joined]
    return forms


def _is_letter(char: str) -> bool:
    return unicodedata.name(char, "").startswith("ARABIC LETTER")


def _joins_back(char: str) -> bool:
    return _is_letter(char) and char != "ء"


def _joins_on(char: str) -> bool:
    return _is_letter(char) and char not in "ءاأإآدذرزوؤةى"


def levels(text: str, right_to_left: bool) -> list[int]:
    """Return the embedding level of each character of one line."""
    base = "R" if right_to_left else "L"
    kinds = _neutral(_brackets(text, _weak(text, base), base), base)
    odd = {"R": 1, "L": 2, "E": 2, "N": 2}
    even = {"R": 1, "L": 0, "E": 2, "N": 2}
    found = [(odd if right_to_left else even)[kind] for kind in kinds]
    trailing = len(text) - len(text.rstrip())
    return found[: len(text) - trailing] + [int(right_to_left)] * trailing


def _weak(text: str, base: str) -> str:
    """Rules W1-W7 over one letter per character: L R, A(L), E(N), A(N), E(S), E(T), C(S), O(ther)."""
    short = {"L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "S", "ET": "T", "CS": "C"}
    kinds = base
    for char in text:
        kind = unicodedata.bidirectional(char)
        kinds += kinds[-1] if kind in ("NSM", "BN") else short.get(kind, "O")
    kinds = re.sub("A[^LR]*", lambda run: run[0].replace("E", "N"), kinds)
    kinds = kinds.replace("A", "R")
    kinds = re.sub("(?<=E)[SC](?=E)", "E", kinds)
    kinds = re.sub("(?<=N)C(?=N)", "N", kinds)
    kinds = re.sub("T+(?=E)|(?<=E)T+", lambda run: "E" * len(run[0]), kinds)
    kinds = re.sub("[SCT]", "O", kinds)
    return re.sub("L[^R]*", lambda run: run[0].replace("E", "L"), kinds)[1:]


def _brackets(text: str, kinds: str, base: str) -> str:
    """Rule N0: both brackets of a pair take the direction of what they hold."""
    kinds, strong = list(kinds), {"L": "L", "R": "R", "E": "R", "N": "R"}
    for start, end in _pairs(text, kinds):
        held = {strong[kind] for kind in kinds[start + 1 : end] if kind in strong}
        before = next((strong[kind] for kind in reversed(kinds[:start]) if kind in strong), base)
        if held:
            kinds[start] = kinds[end] = base if base in held else before
    return "".join(kinds)


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    opened, pairs = [], []
    for place, char in enumerate(text):
        if char in BRACKETS:
            opened.append(place)
        elif char in BRACKETS.values() and kinds[place] == "O":
            match = next((start for start in reversed(opened) if BRACKETS[text[start]] == char), None)
            if match is not None:
                pairs.append((match, place))
                opened = [start for start in opened if start < match]
    return sorted(pairs)


def _neutral(kinds: str, base: str) -> str:
    """Rules N1 and N2: neutrals take the direction on both their sides, or that of the line."""

    def side(kind: str) -> str:
        return "L" if kind == "L" else "R"

    def decide(run: re.Match) -> str:
        before, after = side(padded[run.start() - 1]), side(padded[run.end()])
        return (before if before == after else base) * len(run[0])

    padded = base + kinds + base
    return re.sub("O+", decide, padded)[1:-1]


def _runs(text: str, right_to_left: bool) -> Iterator[tuple[list[int], bool, str]]:
    """Yield the places of each run of one direction, script and font, from left to right (rule L2)."""
    found, scripts = levels(text, right_to_left), _scripts(text)
    alike = list(zip(found, scripts, (char in LACKING for char in text), strict=True))
    runs = [list(places) for _, places in groupby(range(len(text)), key=alike.__getitem__)]
    for least in range(max(found, default=0), 0, -1):
        reordered = []
        for high, group in groupby(runs, key=lambda run, least=least: found[run[0]] >= least):
            together = list(group)
            reordered += together[::-1] if high else together
        runs = reordered
    for run in runs:
        yield run, found[run[0]] % 2 == 1, scripts[run[0]]


def _scripts(text: str) -> list[str]:
    """Return each character's script; a character of none has that of the letter before it, or the first."""
    own = [unicodedata.name(char, "").split(" ")[0] if char.isalpha() or char == ALM else "" for char in text]
    script, scripts = next(filter(None, own), "LATIN"), []
    for found in own:
        script = found or script
        scripts.append({"ARABIC": "Arab", "LATIN": "Latn"}[script])
    return scripts


def _shaped_line(line: str, right_to_left: bool, weight: str) -> list[str]:
    glyphs = []
    for run, backwards, script in _runs(line, right_to_left):
        name, font = _font(line[run[0]] in LACKING, weight)
        buffer = uharfbuzz.Buffer()
        buffer.add_codepoints([ord(char) for char in line], run[0], len(run))
        buffer.direction, buffer.script = "rtl" if backwards else "ltr", script
        uharfbuzz.shape(font, buffer)
        glyphs += [f"{name}-{info.codepoint:x}" for info in buffer.glyph_infos]
    return glyphs


@cache
def _font(helper: bool, weight: str) -> tuple[str, uharfbuzz.Font]:
    name = f"{ARABIC}-{weight}" if not helper else HELPER if weight == "Regular" else f"{HELPER}-{weight}"
    folder = (
        Path(matplotlib.get_data_path(), "fonts", "ttf") if helper else Path(fontpkg_ibm_plex_sans_arabic.ROOT, "files")
    )
    return name, uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(folder / f"{name}.ttf"))))
