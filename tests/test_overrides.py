"""What people decided in events.csv and pairings.csv holds, is shown, and is refused in one line where it is wrong."""

import pytest
from test_pairing import Event
from test_study import put, refused

from analysis.__main__ import main
from analysis.errors import InputError
from analysis.events.decided import Decided, Decision, decided
from analysis.overrides import read_events, read_pairings
from analysis.study import read_study
from analysis.tables import read_table

KNOWN = {"a", "b"}
HEADER = "doc_a,start_a,doc_b,start_b,same\n"
WRONG_EVENTS = {
    "an unknown id": (
        "doc_id,event\na,x\nz,x\n",
        "line 3: 'z' is no document of the corpus; the table documents lists",
    ),
    "an id twice": ("doc_id,event\na,x\nb,x\na,y\n", "line 4: 'a' is listed twice; keep one of the two"),
    "no column event": ("doc_id,events\na,x\n", "line 1: there is no column 'event'; the columns are doc_id, event"),
    "a short row": ("doc_id,event\na\n", "line 2: not as many cells as the header has; quote cells with commas"),
    "an open quote": ('doc_id,event\na,"x\n', "correct the CSV there"),
    "an empty file": ("", "the file is empty"),
}
WRONG_PAIRINGS = {
    "an unknown first": (HEADER + "z,1,b,2,no\n", "line 2: 'z' is no document of the corpus"),
    "an unknown second": (HEADER + "a,1,b,2,no\na,1,z,2,no\n", "line 3: 'z' is no document of the corpus"),
    "neither yes nor no": (HEADER + "a,1,b,2,maybe\n", "line 2: same: 'maybe'; write yes or no"),
    "no answer": (HEADER + "a,1,b,2,\n", "line 2: same: ''; write yes or no"),
    "no number": (HEADER + "a,first,b,2,no\n", "line 2: start_a: 'first' is no number of characters; correct it"),
    "no number either": (HEADER + "a,1,b,,no\n", "line 2: start_b: '' is no number of characters; correct it"),
    "no column same": ("doc_a,start_a,doc_b,start_b\na,1,b,2\n", "line 1: there is no column 'same'; the columns are"),
}


@pytest.mark.parametrize(
    ("reader", "text", "said"),
    [(read_events, *case) for case in WRONG_EVENTS.values()]
    + [(read_pairings, *case) for case in WRONG_PAIRINGS.values()],
    ids=[*WRONG_EVENTS, *WRONG_PAIRINGS],
)
def test_a_mistake_is_one_line_with_file_place_and_remedy(reader, text, said, tmp_path):
    path = tmp_path / "decided.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        reader(path, KNOWN)
    assert str(error.value).startswith(str(path)) and "\n" not in str(error.value)
    assert said in str(error.value)


def test_what_is_right_is_read(tmp_path):
    """Further columns are for the reader; a byte order mark, as spreadsheets write it, is no part of a name."""
    path = tmp_path / "decided.csv"
    path.write_text('\ufeffdoc_id,event,words\na, opening ,"مدرسة، سوق"\nb,,\n', encoding="utf-8")
    assert read_events(path, KNOWN) == {"a": "opening", "b": ""}
    path.write_text(HEADER + "a,12,b, 7,yes\nb,0,a,3, no\n", encoding="utf-8")
    assert read_pairings(path, KNOWN) == [
        Decision("a", 12, "b", 7, True, f"{path}: line 2"),
        Decision("b", 0, "a", 3, False, f"{path}: line 3"),
    ]


SAID = "سنبني ثلاث مدارس جديدة في القرى الجبلية قبل نهاية العام المقبل"
OTHER = "المياه ستصل إلى بيوت الجنوب كلها خلال شهرين"
TEXTS = {
    "a": f"قالت الوزيرة ليلى حداد: «{SAID}».",
    "b": f"أمس قالت الوزيرة ليلى حداد: «{SAID}».",
    "c": f"وفي الجنوب قالت الوزيرة ليلى حداد: «{OTHER}».",
}
SOURCES = "file,outlet,event\na.txt,north,schools\nb.txt,south,schools\nc.txt,east,\n"


@pytest.fixture
def reports(study):
    """A study in which a and b report one event with the same words, and c reports none."""
    for name, text in TEXTS.items():
        put(study, f"texts/{name}.txt", text)
    put(study, "texts/sources.csv", SOURCES)
    put(study, "study.yml", "title: Reports\ncorpus: texts/\nevents: events.csv\npairings: pairings.csv\n")
    put(study, "events.csv", "doc_id,event\n")
    put(study, "pairings.csv", HEADER)
    return study


def made(study, name):
    assert main(["tables", str(study)]) == 0
    return read_table(read_study(study).tables, name)


def paired(study):
    """The pairs of documents, and who says that they give the same words."""
    return list(made(study, "variants")[["doc_a", "doc_b", "decided"]].itertuples(index=False, name=None))


def claimed(study):
    return list(
        read_table(study / "tables", "claims")[["doc_id", "claim", "decided"]].itertuples(index=False, name=None)
    )


def test_without_decisions_the_rules_hold(reports):
    assert paired(reports) == [("a", "b", "rule")]
    assert claimed(reports) == [("a", 0, "rule"), ("b", 0, "rule")]


def test_an_article_moves_to_another_event_and_out_of_all(reports):
    put(reports, "events.csv", "doc_id,event,note\nb,,another day\nc,schools,the same day\n")
    assert made(reports, "documents")["event"].tolist() == ["schools", "", "schools"]
    assert claimed(reports) == [("a", 0, "rule"), ("c", 1, "rule")]


def test_people_part_a_pair(reports):
    put(reports, "pairings.csv", f"{HEADER}b,{TEXTS['b'].index('ثلاث')},a,{TEXTS['a'].index('مدارس')},no\n")
    assert paired(reports) == []
    assert claimed(reports) == [("a", 0, "people"), ("b", 1, "people")]


def test_people_join_a_pair(reports):
    put(reports, "events.csv", "doc_id,event\nc,schools\n")
    put(reports, "pairings.csv", f"{HEADER}a,{TEXTS['a'].index('سنبني')},c,{TEXTS['c'].index('المياه')},yes\n")
    assert paired(reports) == [("a", "b", "rule"), ("a", "c", "people")]
    assert claimed(reports) == [("a", 0, "people"), ("b", 0, "rule"), ("c", 0, "people")]


def test_two_passages_of_one_report_are_one_claim_but_no_pair(reports):
    twice = f"{TEXTS['a']} وأضافت: «{OTHER}»."
    put(reports, "texts/a.txt", twice)
    put(reports, "pairings.csv", f"{HEADER}a,{twice.index('سنبني')},a,{twice.index('المياه')},yes\n")
    assert paired(reports) == [("a", "b", "rule")]
    assert [(doc_id, claim) for doc_id, claim, _ in claimed(reports)] == [("a", 0), ("a", 0), ("b", 0)]


def test_mistakes_are_refused_and_the_last_tables_stay(reports, capsys):
    assert main(["tables", str(reports)]) == 0
    put(reports, "pairings.csv", HEADER + "a,1,b,2,perhaps\n")
    assert "pairings.csv: line 2: same: 'perhaps'; write yes or no" in refused(reports, capsys)
    put(reports, "events.csv", "doc_id,event\nd,x\n")
    put(reports, "pairings.csv", HEADER)
    assert "events.csv: line 2: 'd' is no document" in refused(reports, capsys)
    (reports / "events.csv").unlink()
    assert "study.yml: events: " in refused(reports, capsys)
    assert len(read_table(reports / "tables", "variants")) == 1


@pytest.mark.parametrize(
    ("place_a", "place_b", "found"),
    [
        (("1", 0), ("2", 6), {(0, 1)}),
        (("2", 9), ("1", 3), {(0, 1)}),  # named the other way round
        (("3", 0), ("2", 6), set()),  # a document of another event
    ],
)
def test_a_place_belongs_to_the_passage_that_holds_it(place_a, place_b, found):
    event = Event(("1", "سامي", "ا ب ت ث"), ("x", "", "و و"), ("2", "سامي", "ا ب ت ث"))
    spoken = [event.passages[0], event.passages[2]]
    for same in (True, False):
        of_people = decided([Decision(*place_a, *place_b, same)], spoken, event.words)
        assert of_people == (Decided(same=frozenset(found)) if same else Decided(apart=frozenset(found)))


@pytest.mark.parametrize("place", [("1", 4), ("2", 0)])  # behind the end of the passage; in the other one only
def test_a_place_without_speech_is_named(place):
    event = Event(("1", "سامي", "ا ب ت ث"), ("x", "", "و و"), ("2", "سامي", "ا ب ت ث"))
    spoken = [event.passages[0], event.passages[2]]
    other = ("2", 6) if place[0] == "1" else ("1", 0)
    with pytest.raises(InputError, match=f"line 2: nobody's words are given at character {place[1]} of {place[0]}"):
        decided([Decision(*place, *other, True, "pairings.csv: line 2")], spoken, event.words)


def test_decisions_that_contradict_each_other_are_named():
    event = Event(("1", "سامي", "ا ب ت ث"), ("2", "سامي", "ا ب ت ث"))
    said = [Decision("1", 0, "2", 5, same, f"pairings.csv: line {line}") for line, same in ((2, True), (3, False))]
    with pytest.raises(InputError, match="line 3: another line says the opposite"):
        decided(said, event.passages, event.words)
