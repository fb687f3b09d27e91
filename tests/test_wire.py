"""Wire copy: agencies are found where articles credit them and nowhere else; the later article repeats the earlier."""

import pandas as pd
import pytest
from test_pipeline import CODEBOOK, document
from test_study import put

from analysis.__main__ import main
from analysis.comparison import compare
from analysis.event import events, open_event, report_names
from analysis.events.wire import wire_copy
from analysis.pipeline import code
from analysis.study import read_study

FIRST = (
    "قالت بلدية الميناء إن أعمال توسيع الرصيف الشمالي بدأت صباح أمس، وإن العمل فيه سيستمر عاما كاملا "
    "بمشاركة شركتين من أبناء المدينة"
)
SECOND = (
    "وأضافت البلدية أن سوق السمك سينقل إلى جوار الرصيف، وأن الباعة سيدفعون الإيجار نفسه، وأن الطريق إلى "
    "السوق سيرصف قبل نهاية الصيف على نفقة المحافظة التي تعهدت بذلك في اجتماع عقد قبل شهر في مبنى البلدية"
)
HEADLINE = "توسيع الرصيف الشمالي"
ARTICLES = {  # the article below its headline, and the agency that it credits
    "at the head": (f"واس - الرياض: {FIRST}.\n{SECOND}.", "واس"),
    "at the head, in marks": (f"«واس» - {FIRST}.\n{SECOND}.", "واس"),
    "at the head, in brackets after a town": (f"القاهرة (رويترز) - {FIRST}.\n{SECOND}.", "رويترز"),
    "at the tail, in marks": (f"{FIRST}.\n{SECOND}. «واس»", "واس"),
    "at the tail, in brackets": (f"{FIRST}.\n{SECOND} (أ.ف.ب.).", "أ ف ب"),
    "at the tail, in Latin letters": (f"{FIRST}.\n{SECOND}. [AFP]", "AFP"),
    "at the tail, below a colon": (f"بدأ العمل: {FIRST}.\n{SECOND}. (واس)", "واس"),
    "at the head and the tail": (f"واس - {FIRST}.\n{SECOND}. (رويترز)", "واس"),
    "in a credit line": (f"{FIRST}.\n{SECOND}.\nالمصدر: وكالة رويترز", "وكالة رويترز"),
    "in a signature": (f"الرياض - واس\n{FIRST}.\n{SECOND}.", "واس"),
    "behind a reporter": (f"محمد سعيد ورويترز - بيروت\n{FIRST}.\n{SECOND}.", "رويترز"),
    "in running text": (f"{FIRST}، كما ذكرت رويترز أمس.\n{SECOND}.", ""),
    "in running text, in marks": (f"{FIRST}، كما ذكرت «رويترز» أمس.\n{SECOND}.", ""),
    "at the end of a paragraph": (f"{FIRST} (واس).\n{SECOND}.", ""),
    "as the subject": (f"رويترز تنقل عن البلدية: {FIRST}.\n{SECOND}.", ""),
    "as the last word": (f"{FIRST}.\n{SECOND} كما ذكرت رويترز.", ""),
    "another name at the tail": (f"{FIRST}.\n{SECOND} (البلدية).", ""),
    "nowhere": (f"{FIRST}.\n{SECOND}.", ""),
}


@pytest.fixture(scope="module")
def documents():
    given = [document(f"{HEADLINE}\n{text}", doc_id=where) for where, (text, _) in ARTICLES.items()]
    given += [document(f"{HEADLINE}\n{ARTICLES['at the head'][0]} ", doc_id="in the metadata", credit="وكالة الميناء")]
    return code(given, CODEBOOK)["documents"].set_index("doc_id")


@pytest.mark.parametrize("where", ARTICLES)
def test_the_agency_that_an_article_credits(documents, where):
    assert documents.loc[where, "wire"] == ARTICLES[where][1]


def test_what_the_metadata_say_comes_first(documents):
    assert documents.loc["in the metadata", "wire"] == "وكالة الميناء"


def copied(rows, outlets="xyz", wire=("", "", "")):
    """By document a, b, c: why it is wire copy, for pairs of (first, second, Jaccard index, days between them)."""
    documents = pd.DataFrame({"doc_id": list("abc"), "outlet": list(outlets), "wire": list(wire)})
    reuse = pd.DataFrame(rows, columns=["doc_a", "doc_b", "jaccard", "days"]).astype({"jaccard": float, "days": float})
    return list(wire_copy(documents, reuse, 0.5))


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], ["", "", ""]),
        ([("a", "b", 0.5, 1)], ["", "a", ""]),
        ([("a", "b", 0.49, 1)], ["", "", ""]),
        ([("a", "b", 0.9, -1)], ["b", "", ""]),  # the second was there before the first
        ([("a", "b", 0.9, 0)], ["", "a", ""]),  # of one day: the second in the table
        ([("a", "b", 0.9, None)], ["", "a", ""]),  # a date is not known
        ([("a", "b", 0.9, 1), ("a", "c", 0.9, 2), ("b", "c", 0.9, 1)], ["", "a", "a"]),  # all go back to the first
        ([("a", "c", 0.9, -2), ("b", "c", 0.9, -1)], ["c", "c", ""]),
    ],
)
def test_the_later_article_repeats_the_earlier(rows, why):
    assert copied(rows) == why


def test_an_outlet_that_repeats_itself_copies_no_wire():
    assert copied([("a", "b", 0.9, 1), ("a", "c", 0.9, 1)], outlets="xxy") == ["", "", "a"]


def test_a_credit_says_more_than_a_likeness():
    assert copied([("a", "b", 0.9, 1)], wire=("", "رويترز", "")) == ["", "رويترز", ""]


def test_wire_copy_is_found_from_the_texts():
    """Two papers print the same; the one of the day before has it first, though its id stands second."""
    text = f"{HEADLINE}\n{FIRST}.\n{SECOND}."
    given = [
        document(f"{text} انتهى.", doc_id="late", outlet="x", published="2024-05-02"),
        document(text, doc_id="next", outlet="y", published="2024-05-01"),
        document(f"افتتاح المدرسة\n{SECOND[:60]}.", doc_id="other", outlet="z", published="2024-05-01"),
    ]
    coded = code(given, CODEBOOK)
    assert compare(coded, CODEBOOK)["documents"]["wire"].tolist() == ["next", "", ""]
    assert coded["documents"]["wire"].tolist() == ["", "", ""], "before the texts are compared nothing is known"


SAID = "سنبني ثلاث مدارس جديدة في القرى الجبلية قبل نهاية العام المقبل"
SOURCES = """file,outlet,outlet_name_ar,outlet_name_en,event,credit
a.txt,north,الشمال,The North,schools,
b.txt,south,,The South,schools,رويترز
c.txt,north,الشمال,The North,schools,
d.txt,east,,,harbour,
"""


@pytest.fixture
def reports(study):
    """A study of three reports of an event, one of them of an agency, and an article on another."""
    for name, text in {
        "a": f"قالت الوزيرة ليلى حداد: «{SAID}».",
        "b": f"أمس قالت الوزيرة ليلى حداد: «{SAID} غدا».",
        "c": f"وفي الجنوب قالت الوزيرة ليلى حداد: «{SAID} كله». {SECOND}.",
        "d": FIRST,
    }.items():
        put(study, f"texts/{name}.txt", text)
    put(study, "texts/sources.csv", SOURCES)
    assert main(["tables", str(study)]) == 0
    return study


def test_an_event_with_and_without_wire_copy(reports):
    with_it = open_event(read_study(reports))
    assert with_it.event == "schools" and with_it.documents["doc_id"].tolist() == ["a", "b", "c"]
    assert sorted(zip(with_it.variants["doc_a"], with_it.variants["doc_b"], strict=True)) == [
        ("a", "b"), ("a", "c"), ("b", "c")
    ]  # fmt: skip
    assert with_it.documents["outlet_name_ar"].tolist() == ["الشمال", "The South", "الشمال"]
    assert report_names(with_it.documents) == {"a": "The North a", "b": "The South", "c": "The North c"}
    assert report_names(with_it.documents, "ar")["b"] == "The South"
    put(reports, "study.yml", "title: Reports\ncorpus: texts/\ncompare: {wire_copy: without}\n")
    (without,) = events(read_study(reports))
    assert without.documents["doc_id"].tolist() == ["a", "c"] and set(without.claims["doc_id"]) == {"a", "c"}
    (row,) = without.variants.itertuples()
    assert (row.doc_a, row.doc_b) == ("a", "c") and len(without.reuse) == 1
    assert set(without.differences["variant"]) == {row.variant}, (
        "differences of a pair that is not compared are left out"
    )
    assert open_event(read_study(reports), "harbour").documents["doc_id"].tolist() == ["d"]
