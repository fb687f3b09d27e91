"""Events proposed from dates, names and words: what is clear is told apart, and what people gave stays."""

import csv

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array
from test_pipeline import CODEBOOK
from test_study import put

from analysis.__main__ import main
from analysis.choices import Count, Level
from analysis.events.proposals import clusters, reasons, vectors
from analysis.exports import write_event_proposals
from analysis.study import read_study

RULES = CODEBOOK.events.model_copy(
    update={"days_apart": Count(value=3, why=""), "same_event": Level(value=0.3, why="")}
)


def tokens(**texts):
    rows = [(doc_id, word) for doc_id, text in texts.items() for word in text.split()]
    return pd.DataFrame(rows, columns=["doc_id", "word"])


def test_the_weights_of_words():
    """Salton and Buckley (1988), by hand: (1 + ln tf) · ln(N / df), a name twice, words of one article left out."""
    found = vectors(tokens(a="ميناء ميناء سوق", b="ميناء حداد", c="حداد وحيد"), pd.Series(list("abc")), {"حداد"}, 2)
    assert list(found.words) == ["حداد", "سوق", "ميناء", "وحيد"]
    rare, harbour = np.log(3 / 2), 1 + np.log(2)
    by_hand = np.array([[0, 0, harbour * rare, 0], [2 * rare, 0, rare, 0], [2 * rare, 0, 0, 0]])
    by_hand /= np.sqrt((by_hand**2).sum(axis=1, keepdims=True))
    assert found.rows.toarray() == pytest.approx(by_hand)


def test_an_article_of_words_of_its_own_has_no_weight():
    found = vectors(tokens(a="ميناء", b="سوق"), pd.Series(["a", "b", "c"]), frozenset(), 2)
    assert found.rows.shape == (3, 2) and not found.rows.toarray().any()


def grouped(rows, days, given=None):
    """Events of articles that are one of a few directions each."""
    given = [-1] * len(days) if given is None else given
    return clusters(csr_array(np.array(rows, dtype=float)), np.array(days), np.array(given), RULES).tolist()


ONE, OTHER, BOTH = [1, 0], [0, 1], [0.7, 0.7]


@pytest.mark.parametrize(
    ("rows", "days", "given", "found"),
    [
        ([ONE, OTHER, ONE, OTHER], [0, 0, 1, 1], None, [0, 1, 0, 1]),
        ([ONE, ONE], [0, 3], None, [0, 0]),
        ([ONE, ONE], [0, 4], None, [0, 1]),  # too late to be the same event
        ([ONE, ONE, ONE], [0, 3, 6], None, [0, 0, 0]),  # an event goes on as long as it is reported
        (
            [ONE, ONE, BOTH, OTHER],
            [0, 0, 0, 1],
            None,
            [0, 0, 0, 1],
        ),  # the mean counts: .7 of one in three is too little
        ([OTHER, ONE], [0, 0], [-1, 0], [1, 0]),
        ([ONE, ONE, ONE], [0, 0, 1], [0, 1, -1], [0, 1, 0]),  # of equals the first, and what is given stays
        ([ONE, OTHER, ONE], [0, 0, 9], [0, 0, 0], [0, 0, 0]),
        ([ONE, OTHER, OTHER], [0, 0, 1], [0, 0, -1], [0, 0, 0]),  # an article joins what people gave
        ([], [], [], []),
    ],
)
def test_articles_join_the_event_that_is_nearest(rows, days, given, found):
    assert grouped(np.reshape(rows, (-1, 2)), days, given) == found


def test_the_words_that_speak_for_an_event_are_shown_as_written():
    rows = csr_array(np.array([[0.5, 0.1, 0, 0], [0.1, 0.6, 0, 0], [0, 0, 1, 0]]))
    shown = pd.Series({"w0": "الميناء", "w1": "السوق", "w2": "لا", "w3": "هو"})
    assert reasons(rows, np.array(["w0", "w1", "w2", "w3"]), np.array([0, 1]), shown) == "السوق، الميناء"


HARBOUR = "أعلنت الوزيرة ليلى حداد توسيع الرصيف الشمالي في الميناء. وقالت حداد إن الصيادين سينتظرون الرصيف الجديد {}."
SCHOOL = "افتتح المحافظ سامي خليل مدرسة البنات في الجبل. وقال خليل إن المعلمات سيدرسن الحساب والعلوم {}."
ARTICLES = [  # id, outlet, published, event, text
    ("h1", "north", "2024-05-01", "", HARBOUR.format("عاما كاملا")),
    ("h2", "south", "2024-05-02", "", HARBOUR.format("طويلا")),
    ("h3", "east", "2024-05-02", "", HARBOUR.format("بعض الوقت")),
    ("h4", "south", "2024-05-20", "", HARBOUR.format("بعد الصيف")),
    ("s1", "north", "2024-05-01", "school", SCHOOL.format("كل يوم")),
    ("s2", "south", "2024-05-01", "", SCHOOL.format("صباحا")),
    ("s3", "east", "", "", SCHOOL.format("مساء")),
    ("x1", "north", "2024-05-02", "", "هطلت أمطار غزيرة فوق الساحل ليلا وامتلأت السدود بالمياه."),
    ("y1", "west", "2024-05-02", "alone", "فاز فريق المدينة بكأس السباحة بعد منافسة قوية مع ضيوفه."),
]


@pytest.fixture
def corpus(study):
    for path in study.joinpath("texts").iterdir():
        path.unlink()
    for doc_id, _, _, _, text in ARTICLES:
        put(study, f"texts/{doc_id}.txt", text)
    rows = [f"{doc_id}.txt,{outlet},{day},{event}" for doc_id, outlet, day, event, _ in ARTICLES]
    put(study, "texts/sources.csv", "\n".join(["file,outlet,published,event", *rows, ""]))
    return study


def proposed(study):
    assert main(["tables", str(study)]) == 0
    path = write_event_proposals(read_study(study))
    return list(csv.DictReader(path.open(encoding="utf-8-sig")))


def test_two_clear_events_are_told_apart(corpus):
    """By eye: the harbour without the look back of three weeks later; the school, as given, with one report more."""
    rows = {row["doc_id"]: row for row in proposed(corpus)}
    events = {doc_id: (row["event"], row["decided"]) for doc_id, row in rows.items()}
    harbour = dict.fromkeys(["h1", "h2", "h3"], ("proposed-2024-05-01-1", "proposed"))
    assert events == harbour | {"s1": ("school", "given"), "s2": ("school", "proposed"), "y1": ("alone", "given")}
    assert "الرصيف" in rows["h1"]["words"] and "حداد" in rows["h1"]["words"] and "حداد" not in rows["s1"]["words"]
    assert int(rows["h1"]["five_word_sequences"]) > 5 and rows["h2"]["published"] == "2024-05-02"
    corpus.joinpath("events-proposed.csv").rename(corpus / "events.csv")
    put(corpus, "study.yml", "title: Two events\ncorpus: texts/\nevents: events.csv\n")
    again = {row["doc_id"]: (row["event"], row["decided"]) for row in proposed(corpus)}
    assert again == {doc_id: (event, "given") for doc_id, (event, _) in events.items()}, "it can be read as decided"


def test_events_without_dates_are_refused_in_one_line(study, capsys):
    """The study has one article with a date."""
    assert main(["tables", str(study)]) == 0
    capsys.readouterr()
    assert main(["events", str(study)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "fewer than two articles have a date; fill `published`" in said
    assert not study.joinpath("events-proposed.csv").exists()
