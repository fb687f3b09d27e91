"""Generated sentences on the reports of an event say what the tables say, and show what the tables hold."""

import pandas as pd
import pytest
from test_findings import said

from analysis.findings import report_figures, reports
from analysis.tables import table

HOSTILE = "<b>South</b>"
NAMES = {"a": "North", "b": HOSTILE, "c": "East"}
DOCUMENTS = pd.DataFrame(
    {
        "doc_id": ["a", "b", "c"],
        "outlet": ["n", "s", "n"],
        "published": ["2024-05-02", "2024-05-01", ""],
        "n_words": [300, 1200, 1],
        "wire": ["", "رويترز", ""],
    }
)


def claims(*rows):
    """doc_id, claim, speaker, start, position."""
    frame = pd.DataFrame(rows, columns=["doc_id", "claim", "speaker", "start", "position"])
    fixed = {"event": "visit", "sentence": 3, "given": "quoted", "shortened": False, "n_words": 5, "decided": "rule"}
    return table("claims", frame.assign(end=frame["start"] + 1, **fixed))


CLAIMS = claims(
    ("a", 0, "سامي", 40, 0.5), ("a", 1, "ليلى", 10, 0.25), ("a", 2, "", 0, 0.0), ("b", 0, "سامي", 7, 0.125),
    ("b", 3, "سامي", 30, 0.4), ("b", 3, "سامي", 50, 0.6), ("b", 4, "سامي", 60, 0.7), ("c", 4, "ليلى", 0, 0.0),
)  # fmt: skip
NONE = claims()


def test_which_reports_there_are():
    assert said(reports.which_reports(DOCUMENTS, "visit", NAMES)) == (
        "3 reports of 2 outlets on visit: North, &lt;b&gt;South&lt;/b&gt;, East."
    )
    many = DOCUMENTS.loc[[0] * 6].assign(doc_id=list("abcdef"))
    names = {doc_id: doc_id.upper() for doc_id in "abcdef"}
    assert said(reports.which_reports(many, "visit", names)) == "6 reports of 1 outlet on visit: A, B, C, D and 2 more."
    assert said(reports.which_reports(DOCUMENTS.iloc[:1], "visit", NAMES)).startswith("No event is reported by two")


def test_how_much_of_what_was_said_is_shared():
    """0 and 4 stand in two reports, 1 and 2 in a alone, 3 twice in b alone."""
    finding = reports.what_is_shared(CLAIMS, DOCUMENTS, NAMES)
    assert said(finding) == (
        "Of 5 things that somebody said, those in two reports or more are 2; in one only: "
        "2 in North, 1 in &lt;b&gt;South&lt;/b&gt;."
    )
    assert 'href="articles/b.html"' in finding._repr_html_()
    only = reports.what_is_shared(CLAIMS[CLAIMS["claim"] == 0], DOCUMENTS, NAMES)
    assert said(only).endswith("in one only: none.")
    assert said(reports.what_is_shared(NONE, DOCUMENTS, NAMES)) == "Nobody&#39;s words are given in these reports."


def test_who_leads():
    """The first passage of a names nobody: the next one counts, though a later one stands first in the table."""
    finding = reports.who_leads(CLAIMS, DOCUMENTS, NAMES)
    assert said(finding) == (
        "Whose words come first: in North ليلى (25% of the article before it); in &lt;b&gt;South&lt;/b&gt; سامي "
        "(12% of the article before it); in East ليلى (0% of the article before it)."
    )
    assert 'href="articles/a.html#s3"' in finding._repr_html_()
    assert said(reports.who_leads(NONE, DOCUMENTS, NAMES)) == "No report names whose words it gives."
    unnamed = CLAIMS.assign(speaker="")
    assert said(reports.who_leads(unnamed, DOCUMENTS, NAMES)) == "No report names whose words it gives."


def test_of_many_reports_those_who_lead_most_are_counted():
    speakers = ["سامي", "ليلى", "ليلى", "كريم", "هدى", "نور"]
    rows = claims(*((str(n), n, speaker, 0, 0.0) for n, speaker in enumerate(speakers)))
    documents = pd.DataFrame({"doc_id": [str(n) for n in range(7)]})
    assert said(reports.who_leads(rows, documents, {})) == (
        "Whose words come first in the 6 reports that give any: ليلى (2), سامي (1), كريم (1), نور (1)."
    )


def pairs(*rows):
    """variant, relation: of documents a and b."""
    frame = pd.DataFrame(rows, columns=["variant", "relation"]).astype({"variant": "int64"})
    fixed = {"event": "visit", "doc_a": "a", "doc_b": "b", "speaker": "سامي", "shared": 1.0, "decided": "rule"}
    return table("variants", frame.assign(start_a=0, end_a=9, start_b=0, end_b=9, **fixed))


def words(*rows):
    """variant, word_a, word_b, kind."""
    return pd.DataFrame(rows, columns=["variant", "word_a", "word_b", "kind"]).assign(speaker="سامي", relation="order")


WORDS = words(
    (0, "عاد", "عاد", ""), (0, "", "هو", "insertion"), (0, "", f"و{HOSTILE}", "insertion"), (0, "غدا", "", "deletion"),
    (1, "أمس", "", "deletion"), (2, "بيت", "دار", "substitution"), (3, "", "كله", "insertion"),
    (4, "أمركا", "أميركا", "spelling"), (5, "أمركا", "أميركا", "spelling"), (5, "شؤون", "شئون", "spelling"),
)  # fmt: skip


def test_what_one_printing_has_more():
    """Of four pairs that differ in words: 0 has more in the second, 1 in the first, 2 as many, 3 is a paraphrase."""
    rows = pairs((0, "insertion"), (1, "deletion"), (2, "substitution"), (3, "paraphrase"))
    first, second = reports.what_one_adds(rows, WORDS, NAMES)
    assert said(first) == (
        "In the words of سامي, &lt;b&gt;South&lt;/b&gt; has 2 words that North does not have: "
        "هو و&lt;b&gt;South&lt;/b&gt;."
    )
    assert said(second) == "In the words of سامي, North has 1 word that &lt;b&gt;South&lt;/b&gt; does not have: أمس."
    assert 'href="wordings/visit.html#v1"' in second._repr_html_() and HOSTILE not in first._repr_html_()
    assert reports.what_one_adds(pairs(), WORDS, NAMES) == []
    (both,) = reports.what_one_adds(
        pairs((9, "insertion")), words((9, "", "هو", "insertion"), (9, "أمس", "", "deletion")), NAMES
    )
    assert said(both).endswith("has 1 word that North does not have: هو."), "of equals what the second has"
    (unnamed,) = reports.what_one_adds(pairs((1, "deletion")).assign(speaker=""), WORDS, NAMES)
    assert said(unnamed).startswith("In the words of nobody named, North has")


def test_how_wordings_differ():
    finding = reports.how_wordings_differ(pairs((0, "spelling"), (1, "insertion"), (2, "spelling"), (3, "deletion")))
    assert said(finding) == (
        "4 pairs of passages give the same words in two reports: spelling 2, deletion 1, insertion 1."
    )
    assert 'href="wordings/visit.html"' in finding._repr_html_()
    assert said(reports.how_wordings_differ(pairs())) == "No two reports give the same words of anybody."


def test_what_is_only_spelling():
    """Each pair of words once, however often it is printed."""
    assert said(reports.what_is_only_spelling(WORDS)) == (
        "Only spelling parts 2 pairs of words: أمركا / أميركا, شؤون / شئون."
    )
    assert said(reports.what_is_only_spelling(WORDS.iloc[:3])).startswith("No difference between these printings")


def order(*rows):
    """claim, doc_id, position."""
    frame = pd.DataFrame(rows, columns=["claim", "doc_id", "position"])
    fixed = {"event": "visit", "speaker": "", "outlet_name_ar": ""}
    return table("claim_order", frame.assign(text="سنبني مدرسة " * 9, **fixed))


def test_what_moves_most():
    """Claim 0 stands at .5 and .3, claim 7 at .2, .9 and .4."""
    rows = order((0, "a", 0.5), (0, "b", 0.3), (7, "b", 0.9), (7, "a", 0.2), (7, "c", 0.4))
    finding = reports.what_moves(rows, NAMES)
    assert said(finding).startswith(
        "What moves most is said by nobody named: North has it after 20% of its words, &lt;b&gt;South&lt;/b&gt; after "
        "90%: سنبني مدرسة"
    )
    assert said(finding).endswith("…") and 'href="evidence/claims/visit--7.html"' in finding._repr_html_()
    assert said(reports.what_moves(order(), NAMES)) == "Nothing that was said stands in two reports."


@pytest.mark.parametrize(
    ("published", "when"),
    [(["2024-05-02", "2024-05-01", ""], "2024-05-01 to 2024-05-02"), (["", "", ""], "dates unknown"),
     (["2024-05-01", "", "2024-05-01"], "2024-05-01")],
)  # fmt: skip
def test_what_an_absence_may_mean(published, when):
    finding = reports.what_absence_may_mean(DOCUMENTS.assign(published=published), NAMES)
    assert said(finding) == (
        "Length, time and wire copy could explain an absence: the shortest report (East) has 1 word, the longest "
        f"(&lt;b&gt;South&lt;/b&gt;) 1,200 words; published {when}; 1 of 3 are wire copy."
    )


def test_where_there_is_no_event_nothing_is_absent():
    assert said(reports.what_absence_may_mean(DOCUMENTS.iloc[:0], {})) == "There is no report that could lack anything."


SHARED = pd.DataFrame(
    [("North", "East", 5, 0.5), ("North", HOSTILE, 8, 0.25), ("East", HOSTILE, 0, None)],
    columns=["first_name", "second_name", "n_shared", "share"],
)


def test_how_much_wording_is_shared():
    assert said(reports.how_much_is_shared(SHARED)) == (
        "North and East share most: 5 sequences of five words (50% of the shorter one&#39;s)."
    )
    assert said(reports.how_much_is_shared(SHARED.iloc[2:])).startswith("No two of these reports share")


def test_figures_in_words():
    """For those who cannot see them, and where there is nothing to see."""
    grid = pd.DataFrame({"claim": [0, 0, 1, 1], "doc_id": list("abab"), "given": ["quoted", "absent"] + ["quoted"] * 2})
    assert report_figures.grid_in_words(grid) == (
        "2 things said, by report. a: quoted 2, reported 0, absent 0; b: quoted 1, reported 0, absent 1."
    )
    assert report_figures.order_in_words(order((0, "a", 0.5), (0, "b", 0.25))).endswith("…: a 50%, b 25%.")
    assert report_figures.wordings_in_words(WORDS.iloc[:2]) == (
        "The same words in two reports. سامي (order): insertion – / هو."
    )
    assert report_figures.wordings_in_words(WORDS.iloc[:1]).endswith("سامي (order): no difference.")
    assert report_figures.shared_in_words(SHARED) == (
        f"Five-word sequences shared: North and East 5; North and {HOSTILE} 8."
    )
    assert report_figures.shared_in_words(SHARED.iloc[2:]) == "Five-word sequences shared: none."
    assert report_figures.wordings_in_words(WORDS.iloc[:0]) == "The same words in two reports. None."
    assert report_figures.order_in_words(order()) == "How far down each report has the same: nothing."
    assert report_figures.grid_in_words(grid.iloc[:0]) == "0 things said, by report. None."
