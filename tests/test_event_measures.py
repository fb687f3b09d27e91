"""What figures of one event show: counted by eye on small tables, with more than a figure holds, and with nothing."""

import pandas as pd
import pytest

from analysis.measures.grid import claim_grid, claim_order
from analysis.measures.reuse import shared_passages, shared_wording
from analysis.measures.wordings import telling_variants, variant_words
from analysis.tables import table

TEXTS = pd.DataFrame({"doc_id": list("abc"), "text": ["سنبني مدرسة  جديدة", "مدرسة\nجديدة في القرية غدا", "لا"]})
DOCUMENTS = pd.DataFrame({"doc_id": list("abc"), "outlet_name_ar": ["الشمال", "الجنوب", "الشرق"]})
CLAIM_COLUMNS = ["doc_id", "claim", "speaker", "given", "shortened", "decided", "start", "end", "position"]
CLAIMS = [  # n_words is 10 for each further letter of the note behind it
    ("a", 0, "سامي", "reported", False, "rule", 0, 5, 0.1),
    ("a", 0, "سامي", "quoted", True, "rule", 6, 18, 0.5),
    ("a", 1, "", "reported", False, "rule", 0, 18, 0.9),
    ("b", 0, "سامي", "reported", False, "people", 0, 11, 0.2),
    ("b", 2, "ليلى", "reported", False, "rule", 0, 11, 0.4),
    ("b", 2, "ليلى", "reported", True, "rule", 12, 21, 0.3),
    ("c", 2, "ليلى", "quoted", False, "rule", 0, 2, 0.0),
    ("c", 3, "ليلى", "quoted", False, "rule", 0, 2, 1.0),
]
N_WORDS = [50, 12, 30, 20, 40, 9, 8, 8]


def claims(rows=CLAIMS, n_words=N_WORDS):
    frame = pd.DataFrame(rows, columns=CLAIM_COLUMNS).assign(event="visit", sentence=0)
    return table("claims", frame.assign(n_words=n_words))


def test_the_cells_of_the_grid():
    """By eye: 0 and 2 stand in two reports, 3 follows the other claim of its speaker, that of nobody stands last."""
    grid = table("claim_grid", claim_grid(claims(), DOCUMENTS, TEXTS))
    assert grid["claim"].drop_duplicates().tolist() == [2, 3, 0, 1]
    cells = {
        (row.claim, row.doc_id): (row.given, row.shortened, row.position, row.n_words) for row in grid.itertuples()
    }
    assert len(cells) == len(grid) == 4 * 3
    assert cells[0, "a"] == ("quoted", True, 0.5, 12), "a quotation counts before a longer report"
    assert cells[2, "b"] == ("reported", False, 0.4, 40), "the longer of two reports"
    assert cells[2, "c"] == ("quoted", False, 0.0, 8)
    absent = grid[grid["given"] == "absent"]
    assert len(absent) == 12 - 6
    assert absent["position"].isna().all() and not absent["shortened"].any() and (absent["n_words"] == 0).all()
    assert grid.loc[grid["decided"] == "people", ["claim", "doc_id"]].to_numpy().tolist() == [[0, "b"]]


def test_a_claim_is_shown_in_its_longest_wording_on_one_line():
    grid = claim_grid(claims(), DOCUMENTS, TEXTS)
    assert dict(zip(grid["claim"], grid["text"], strict=True)) == {
        0: "سنبني",
        1: "سنبني مدرسة جديدة",
        2: "مدرسة جديدة",
        3: "لا",
    }


def test_the_order_of_information():
    """Claims of one report are left out; the others stand by how early they stand on average: .2 for 2, .35 for 0."""
    order = table("claim_order", claim_order(claim_grid(claims(), DOCUMENTS, TEXTS)))
    assert order[["claim", "doc_id", "position"]].to_numpy().tolist() == [
        [2, "b", 0.4],
        [2, "c", 0.0],
        [0, "a", 0.5],
        [0, "b", 0.2],
    ]


def many(reports=14, things=40):
    """The claim n stands in the first n % reports + 1 reports, with n + 1 words."""
    rows = [
        (f"r{report:02d}", n, f"متحدث {n % 3}", "reported", False, "rule", 0, 2, 0.5)
        for n in range(things)
        for report in range(n % reports + 1)
    ]
    documents = pd.DataFrame({"doc_id": [f"r{n:02d}" for n in reversed(range(reports))], "outlet_name_ar": "ا"})
    texts = pd.DataFrame({"doc_id": documents["doc_id"], "text": "لا"})
    return claims(rows, [row[1] + 1 for row in rows]), documents, texts


def test_of_many_reports_and_claims_the_most_shared_are_taken():
    grid = claim_grid(*many(), most_claims=5, most_reports=3)
    assert grid["doc_id"].drop_duplicates().tolist() == ["r02", "r01", "r00"], "in the order of the documents"
    # All of these claims stand in all three reports; the longest of them are the last ones that do.
    assert sorted(grid["claim"].unique()) == [35, 36, 37, 38, 39]
    assert len(grid) == 15 and (grid["given"] == "reported").all()
    assert len(claim_grid(*many())) == 24 * 10


def test_an_event_in_which_nobody_speaks():
    empty = claims([], [])
    grid = table("claim_grid", claim_grid(empty, DOCUMENTS, TEXTS))
    assert grid.empty and table("claim_order", claim_order(grid)).empty
    assert claim_grid(empty, DOCUMENTS.iloc[:0], TEXTS.iloc[:0]).empty


def pair(variant, relation="insertion", a=(0, 18), b=(0, 25), docs="ab"):
    row = dict(zip(("start_a", "end_a", "start_b", "end_b"), (*a, *b), strict=True))
    return row | {"event": "visit", "variant": variant, "relation": relation, "doc_a": docs[0], "doc_b": docs[1],
                  "speaker": "سامي", "shared": 1.0, "decided": "rule"}  # fmt: skip


def variants(*rows):
    return table("variants", pd.DataFrame(list(rows)))


def test_the_figure_shows_each_relation_in_turn_the_longest_first():
    rows = variants(
        pair(0, "insertion", (0, 50)), pair(1, "insertion", (60, 140)), pair(2, "identical", (150, 240), (300, 400)),
        pair(3, "spelling", (250, 300), (500, 540)), pair(4, "insertion", (400, 430), (600, 640)),
        pair(5, "paraphrase", (500, 1500), (700, 900)), pair(6, "punctuation", (1600, 1700), (1000, 1100)),
    )  # fmt: skip
    # 0 and 1 share the passage of the second report: the longer of them stays. 5 is an essay, and comes last.
    assert telling_variants(rows)["variant"].tolist() == [1, 3, 4, 5]
    assert telling_variants(rows, 2)["variant"].tolist() == [1, 3]
    assert telling_variants(rows, 3)["variant"].tolist() == [1, 3, 4]
    assert telling_variants(rows.iloc[[2, 6]])["variant"].tolist() == [2, 6], "where no words differ"
    assert telling_variants(rows.iloc[:0]).empty


def differing(*rows):
    columns = ["kind", "start_a", "end_a", "start_b", "end_b"]
    frame = pd.DataFrame(rows, columns=columns).assign(event="visit", variant=0)
    return table("differences", frame.assign(difference=range(len(rows))))


def laid(a, b, *differences):
    """The columns of two passages, which begin at the third character of their texts."""
    texts = pd.DataFrame({"doc_id": ["a", "b"], "text": [f"- {a} …", f"- {b} …"]})
    one = variants(pair(0, a=(2, 2 + len(a)), b=(2, 2 + len(b))))
    found = table("variant_words", variant_words(one, differing(*differences), DOCUMENTS, texts))
    assert found["place"].tolist() == list(range(len(found)))
    assert set(found["outlet_a"]) == {"الشمال"} and set(found["outlet_b"]) == {"الجنوب"}
    return list(found[["word_a", "word_b", "kind"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("a", "b", "differences", "columns"),
    [
        ("عاد غدا", "عاد غدا", [], [("عاد", "عاد", ""), ("غدا", "غدا", "")]),
        ("عاد غدا", "عاد غداً", [("spelling", 6, 9, 6, 10)], [("عاد", "عاد", ""), ("غدا", "غداً", "spelling")]),
        (
            "عاد غدا", "عاد، غدا", [("punctuation", 5, 6, 5, 7)],
            [("عاد", "عاد", ""), ("", "،", "punctuation"), ("غدا", "غدا", "")],
        ),
        (
            "عاد غدا", "عاد هو وهي غدا", [("insertion", 5, 5, 6, 12)],
            [("عاد", "عاد", ""), ("", "هو", "insertion"), ("", "وهي", "insertion"), ("غدا", "غدا", "")],
        ),
        ("عاد هو", "عاد", [("deletion", 6, 8, 5, 5)], [("عاد", "عاد", ""), ("هو", "", "deletion")]),
        (
            "عاد هو غدا", "رجع إلى بيته هو غدا", [("substitution", 2, 5, 2, 14)],
            [("عاد", "رجع", "substitution"), ("", "إلى", "substitution"), ("", "بيته", "substitution"),
             ("هو", "هو", ""), ("غدا", "غدا", "")],
        ),
        (
            "غدا عاد هو", "عاد هو غدا", [("order", 2, 5, 9, 12)],
            [("غدا", "", "order"), ("عاد", "عاد", ""), ("هو", "هو", ""), ("", "غدا", "order")],
        ),
        (
            "عاد أمس", "جاء اليوم", [("substitution", 2, 5, 2, 5), ("spelling", 6, 9, 6, 11)],
            [("عاد", "جاء", "substitution"), ("أمس", "اليوم", "spelling")],
        ),
        (
            "إن شاء غدا", "إنشاء غداً", [("spelling", 2, 8, 2, 7), ("spelling", 9, 12, 8, 12)],
            [("إن", "إنشاء", "spelling"), ("شاء", "", "spelling"), ("غدا", "غداً", "spelling")],
        ),
        ("هو", "قال هو", [("insertion", 2, 2, 2, 5)], [("", "قال", "insertion"), ("هو", "هو", "")]),
    ],
    ids=["same", "spelling", "punctuation", "insertion", "deletion", "substitution", "order", "side by side",
         "two spellings", "begins"],
)  # fmt: skip
def test_every_word_stands_in_its_column(a, b, differences, columns):
    assert laid(a, b, *differences) == columns


def test_no_pairs_have_no_words():
    none = table("variants", [])
    assert table("variant_words", variant_words(none, differing(), DOCUMENTS, TEXTS)).empty


REUSE = pd.DataFrame(
    [("a", "b", 10, 40, 5), ("b", "d", 40, 20, 10), ("a", "z", 10, 9, 9)],
    columns=["doc_a", "doc_b", "n_a", "n_b", "n_shared"],
)
FOUR = pd.DataFrame({"doc_id": list("dbac")})
NAMES = {"a": "ا", "b": "ب", "c": "ت", "d": "ث"}


def test_shared_wording_of_every_two_reports():
    """By eye: 5 of the 10 of a are in b, 10 of the 20 of d are in b, and c shares nothing; z is of another event."""
    rows = table("shared_wording", shared_wording(REUSE, FOUR, NAMES))
    pairs = [(row.first, row.second, row.n_first, row.n_second, row.n_shared) for row in rows.itertuples()]
    assert pairs[:3] == [("d", "b", 20, 40, 10), ("d", "a", 20, 10, 0), ("d", "c", 20, 0, 0)]
    assert pairs[3] == ("b", "a", 40, 10, 5) and len(pairs) == 6
    assert rows["share"].dropna().tolist() == [0.5, 0.5]
    assert rows["first_name"].tolist() == ["ث", "ث", "ث", "ب", "ب", "ا"]


def test_of_many_reports_those_that_share_most_are_shown():
    assert shared_wording(REUSE, FOUR, NAMES, 2)[["first", "second"]].to_numpy().tolist() == [["d", "b"]]
    assert len(shared_wording(REUSE, FOUR, NAMES, 3)) == 3
    assert table("shared_wording", shared_wording(REUSE.iloc[:0], FOUR.iloc[:1], NAMES)).empty
    assert shared_wording(REUSE.iloc[:0], FOUR, NAMES)["n_shared"].tolist() == [0] * 6


def words_of(**texts):
    """Tokens of one letter each with a space between: word n begins at 2n; and the words by type."""
    rows = [(doc_id, 2 * n, 2 * n + 1, ord(word)) for doc_id, text in texts.items() for n, word in enumerate(text)]
    tokens = pd.DataFrame(rows, columns=["doc_id", "start", "end", "type_id"])
    return tokens, pd.Series({type_id: chr(type_id) for type_id in tokens["type_id"]}, dtype="str")


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("ابتثجحخ", "سابتثجش", [("a", 0, 9), ("b", 2, 11)]),
        ("ابتثجح", "ابتثجح", [("a", 0, 11), ("b", 0, 11)]),  # two sequences that overlap are one stretch
        ("ابتثجسشصضطظ", "سشصضطوابتثج", [("a", 0, 9), ("a", 10, 19), ("b", 0, 9), ("b", 12, 21)]),
        ("ابتثج", "وابتثجوابتثج", [("a", 0, 9), ("b", 2, 11), ("b", 14, 23)]),  # twice in the second
        ("ابتث", "ابتث", []),
        ("", "ابتثج", []),
    ],
)
def test_the_stretches_that_two_reports_share(a, b, found):
    tokens, words = words_of(a=a, b=b, c=a)
    assert list(shared_passages(tokens, words, "a", "b").itertuples(index=False, name=None)) == found
