"""Wrong inputs: one clear line each, and the last good tables stay as they were."""

import pytest
from conftest import ROOT

from analysis.__main__ import main
from analysis.codebook import read_codebook, study_codebook
from analysis.study import read_study

FRAMES = ROOT.joinpath("codebook/frames.yml").read_text(encoding="utf-8")


def refused(study, capsys) -> str:
    """What the tables command says on standard error when it refuses; it must be one line."""
    assert main(["tables", str(study)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("itar: ") and said.count("\n") == 1, said
    return said


def put(study, name, text):
    path = study / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def add(study, name, text):
    put(study, name, (study / name).read_text(encoding="utf-8") + text)


WRONG = {
    "an empty file": (lambda s: put(s, "texts/a.txt", ""), "texts/a.txt: the file is empty"),
    "a binary file": (
        lambda s: put(s, "texts/a.txt", bytes(range(256)) * 9),
        "texts/a.txt: byte 0: 0x00 belongs to a binary",
    ),
    "broken UTF-8": (
        lambda s: put(s, "texts/a.txt", "خبر".encode() + b"\xff" + "خبر".encode()),
        "texts/a.txt: byte 6: 0xff",
    ),
    "a text without a row": (lambda s: put(s, "texts/c.txt", "خبر"), "sources.csv: 'c.txt' has no row"),
    "a row without a text": (lambda s: add(s, "texts/sources.csv", "c.txt,,,,,\n"), "'c.txt' is listed but not there"),
    "a file listed twice": (lambda s: add(s, "texts/sources.csv", "a.txt,,,,,\n"), "line 4: 'a.txt' is listed twice"),
    "a row too short": (lambda s: add(s, "texts/sources.csv", "c.txt,x\n"), "line 4: not as many cells"),
    "a wrong date": (
        lambda s: put(s, "texts/sources.csv", "file,published\na.txt,19/01/2022\nb.txt,\n"),
        "sources.csv: line 2: published: '19/01/2022' is no date; write it as 2022-01-19",
    ),
    "an unknown column": (
        lambda s: put(s, "texts/sources.csv", "file,outlets\na.txt,x\nb.txt,x\n"),
        "column 'outlets'",
    ),
    "an outlet with two names": (
        lambda s: put(s, "texts/sources.csv", "file,outlet,outlet_name_ar\na.txt,x,ا\nb.txt,x,ب\n"),
        "outlet 'x' is named",
    ),
    "an id twice": (
        lambda s: [(s / "texts/sources.csv").unlink(), put(s, "texts/more/a.txt", "خبر")],
        "the id 'a' is also in texts/a.txt",
    ),
    "an unknown key": (lambda s: add(s, "study.yml", "autor: me\n"), "study.yml: line 3: autor: unknown key"),
    "a key twice": (lambda s: add(s, "study.yml", "title: x\n"), "study.yml: line 3: 'title' is given twice"),
    "a missing key": (lambda s: put(s, "study.yml", "corpus: texts/\n"), "title: this key is missing"),
    "a wrong type": (lambda s: add(s, "study.yml", "draws: {sample: many}\n"), "line 3: draws.sample: "),
    "a NUL in YAML": (lambda s: add(s, "study.yml", "outlets: \x00\n"), "unacceptable character #x0000: control"),
    "YAML within itself": (lambda s: add(s, "study.yml", "draws: &a [*a]\n"), "a list or key holds itself"),
    "YAML of great depth": (lambda s: add(s, "study.yml", "draws: " + "[" * 2000 + "]" * 2000), "too many hold one"),
    "broken YAML": (lambda s: add(s, "study.yml", "compare: {by: outlet\n"), "study.yml: line "),
    "no corpus": (lambda s: put(s, "study.yml", "title: x\ncorpus: text/\n"), "corpus: there is no"),
    "an empty corpus": (lambda s: [p.unlink() for p in (s / "texts").iterdir()], "texts: no texts here"),
    "a path out of the study": (
        lambda s: put(s, "study.yml", "title: x\ncorpus: ../\n"),
        "'../' leaves the study's folder",
    ),
    "the study as its own corpus": (lambda s: put(s, "study.yml", "title: x\ncorpus: .\n"), "'.' is the study itself"),
    "no study": (lambda s: (s / "study.yml").unlink(), "study.yml: there is no such file"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_inputs_are_named_and_leave_the_last_good_tables(case, study, capsys):
    assert main(["tables", str(study)]) == 0
    good = {path.name: path.read_bytes() for path in (study / "tables").iterdir()}
    change, said = WRONG[case]
    change(study)
    assert said in refused(study, capsys)
    assert {path.name: path.read_bytes() for path in (study / "tables").iterdir()} == good


WRONG_CODEBOOK = {
    "an entry twice": (lambda text: _again(text, "- {term: شراكة"), "appears twice"),
    "a frame twice": (lambda text: text.replace("id: security", "id: partnership"), "'partnership' appears twice"),
    "an unknown key": (lambda text: text.replace("- {term: شراكة,", "- {term: شراكة, form: [x],"), "form: unknown key"),
    "an entry without a word": (lambda text: text.replace("- {term: شراكة,", "- {term: '!',"), "at least one word"),
    "an entry that excludes itself": (
        lambda text: text.replace("- {term: شراكة,", "- {term: شراكة, exclude: [شَراكة],"),
        "excluded by its own entry",
    ),
}


def _again(text, start):
    """The text with the entry that starts so preceded by one that says the same in another spelling."""
    line = next(line for line in text.splitlines() if line.strip().startswith(start))
    indent = line[: len(line) - len(line.lstrip())]
    again = [f"{indent}- {{term: {spelling}, why: again}}" for spelling in ("الشراكه", "الشراكة")]
    return text.replace(line, "\n".join([*again, line]))


@pytest.mark.parametrize("case", WRONG_CODEBOOK)
def test_wrong_codebooks_are_named_with_their_line(case, study, own_codebook, capsys):
    change, said = WRONG_CODEBOOK[case]
    wrong = change(FRAMES)
    assert wrong != FRAMES
    (own_codebook / "frames.yml").write_text(wrong, encoding="utf-8")
    message = refused(study, capsys)
    assert "frames.yml: line " in message and said in message


def test_the_line_is_that_of_the_second_entry(study, own_codebook, capsys):
    lines = FRAMES.splitlines()
    at = next(number for number, line in enumerate(lines) if "- {term: شراكة," in line)
    lines.insert(at + 1, lines[at])
    (own_codebook / "frames.yml").write_text("\n".join(lines), encoding="utf-8")
    assert f"frames.yml: line {at + 2}: " in refused(study, capsys)


def test_a_codebook_of_one_file_takes_the_others_from_the_projects_own(study):
    (study / "codebook").mkdir()
    (study / "codebook/cues.yml").write_text(
        ROOT.joinpath("codebook/cues.yml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    folders = {path.parent for path in read_codebook(study / "codebook").files}
    assert folders == {study / "codebook", ROOT / "codebook"}


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("cues", "stance: neutral", "stance: friendly", "cues.yml: line"),
        (
            "cues",
            "cues:\n",
            "cues:\n  - {term: قال, kind: verb, stance: neutral, why: a, example: b}\n",
            "appears twice",
        ),
        ("actors", "kind: person", "kind: planet", "actors.yml: line"),
        ("clauses", "complementizers:", "complements:", "clauses.yml: "),
        ("labels", "id: syria_rulers", "id: armed_groups", "'armed_groups' appears twice"),
        ("labels", "variants:", "names:", "this key is missing"),
        ("inference", "value: 0.667", "value: 7", "inference.yml: line"),
    ],
)
def test_every_book_of_the_codebook_is_checked(name, old, new, said, study, own_codebook, capsys):
    text = (own_codebook / f"{name}.yml").read_text(encoding="utf-8")
    assert old in text
    (own_codebook / f"{name}.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert said in refused(study, capsys)


@pytest.mark.parametrize("scheme", ["frames", "generic"])
def test_the_schemes_that_ship_are_whole_and_a_study_may_choose(scheme, study):
    with (study / "study.yml").open("a", encoding="utf-8") as file:
        file.write(f"scheme: {scheme}\n")
    codebook = study_codebook(read_study(study))
    for frame in codebook.frames.frames:
        assert len(frame.entries) >= 10 and all(entry.why for entry in frame.entries), frame.id
        assert frame.questions or scheme == "frames", "a generic frame is what its questions ask"
    assert main(["tables", str(study)]) == 0
