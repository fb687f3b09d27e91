"""Two passages word by word: every kind of difference, what they amount to, and where they stand in the texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_passages import laid

from analysis.events.alignment import Difference, Word, differences, encoded, matched, relation
from analysis.text.words import fold

PARTICLES = {"في", "من", "ثم"}
LEMMAS = {"المدارس": "مدرسه", "مدارس": "مدرسه"}
GROUPS = {"تشرين": "نوفمبر"}  # a house spelling of the same word
KEYS: dict[str, int] = {}
WORDED = {"order", "insertion", "deletion", "substitution"}


def passage(text):
    """The words of a text whose marks stand alone, two of them with a lemma or a group of spellings of their own."""
    words, gap = [], ""
    for place, form in enumerate(text.split()):
        lemma = LEMMAS.get(form, fold(form))
        key = KEYS.setdefault(GROUPS.get(lemma, lemma), len(KEYS))
        if form != "،":
            words.append(Word(place, place + 1, form, fold(form), lemma, key, gap, form not in PARTICLES))
        gap = form if form == "،" else ""
    return words


def told(a, b):
    """The differences of two texts: kind, words of the first, words of the second."""
    a, b = passage(a), passage(b)
    return [(kind, written(a, of_a), written(b, of_b)) for kind, of_a, of_b in differences(a, b)]


def written(words, run):
    return " ".join(word.form for word in words[slice(*run)])


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("سنبني مدرسة في القرية", "سنبني مدرسة في القرية", []),
        ("سنعود أولاً", "سنعود اولا", [("spelling", "أولاً", "اولا")]),
        ("عاد في نوفمبر", "عاد في تشرين", [("spelling", "نوفمبر", "تشرين")]),
        ("زرنا المدارس", "زرنا مدارس", [("substitution", "المدارس", "مدارس")]),
        ("سافر ، ثم عاد", "سافر ثم عاد", [("punctuation", "", "")]),
        ("عاد الوفد", "عاد أمس الوفد", [("insertion", "", "أمس")]),
        ("عاد الوفد", "غدا عاد الوفد", [("insertion", "", "غدا")]),
        ("عاد الوفد", "عاد الوفد من السفر", [("insertion", "", "من السفر")]),
        ("عاد الوفد مساء أمس", "عاد أمس", [("deletion", "الوفد مساء", "")]),
        ("عاد الوفد أمس", "عاد رئيس البلدية أمس", [("substitution", "الوفد", "رئيس البلدية")]),
        ("عاد إن شاء غدا", "عاد إنشاء غدا", [("spelling", "إن شاء", "إنشاء")]),  # printed without the space
        ("أمس عاد الوفد", "عاد الوفد أمس", [("order", "أمس", "أمس")]),
        # a particle at two places has not moved: it holds other words together
        ("ثم عاد الوفد", "عاد الوفد ثم", [("deletion", "ثم", ""), ("insertion", "", "ثم")]),
        # the marks before the first word, and around words that only one has, are no difference
        ("، عاد الوفد", "عاد الوفد", []),
        ("عاد ، الوفد", "عاد أمس الوفد", [("insertion", "", "أمس")]),
    ],
)
def test_every_kind_of_difference(a, b, found):
    assert told(a, b) == found


def test_a_word_moves_to_one_place_only():
    """البحر is gone from the beginning of the first, and the second has it twice more: once moved, once added."""
    found = told("البحر كان أزرق جدا", "كان أزرق البحر جدا البحر")
    assert found.count(("order", "البحر", "البحر")) == 1
    assert found.count(("insertion", "", "البحر")) == 1 and len(found) == 2
    assert told("البحر البحر كان أزرق", "كان أزرق البحر") == [("order", "البحر", "البحر"), ("deletion", "البحر", "")]


def test_a_word_that_stands_far_away_has_not_moved():
    """Between the two places of البحر two stretches are common: it is said of something else."""
    found = told("البحر كان أزرق هنا جدا", "كان هناك أزرق جدا البحر")
    assert ("deletion", "البحر", "") in found and ("insertion", "", "البحر") in found


def test_a_moved_word_is_taken_out_of_the_words_around_it():
    found = told("أولا نبني مدرسة ثم نعود", "نعود ثانيا نبني مدرسة ثم")
    assert set(found) == {("substitution", "أولا", "ثانيا"), ("order", "نعود", "نعود")}


def differs(**words):
    """Differences of so many words each."""
    return [Difference(kind, (0, 0), (0, n)) for kind, n in words.items()]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({}, "identical"),
        ({"punctuation": 0}, "punctuation"),
        ({"punctuation": 0, "spelling": 1}, "spelling"),
        ({"spelling": 5, "insertion": 1}, "insertion"),
        ({"order": 1, "punctuation": 0}, "order"),
        ({"deletion": 9}, "deletion"),  # one kind is no paraphrase, however many words it takes
        ({"insertion": 2, "deletion": 1}, "insertion"),
        ({"insertion": 1, "deletion": 1}, "insertion"),  # of equals the first
        ({"deletion": 2, "substitution": 2}, "substitution"),  # but the substitution before all
        ({"insertion": 2, "substitution": 3}, "substitution"),  # five of twenty: a quarter, not more
        ({"insertion": 2, "substitution": 4}, "paraphrase"),
    ],
)
def test_the_relation(found, said):
    assert relation(differs(**found), 20, 0.25) == said


def test_the_longer_side_of_a_difference_counts():
    assert Difference("substitution", (3, 4), (3, 6)).words() == Difference("deletion", (3, 6), (3, 3)).words() == 3


def test_keys_become_distinct_characters_that_are_no_surrogates():
    keys = [0, 1, 0xD7FD, 0xD7FE, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 200_000]
    written = encoded(keys)
    assert len(set(written)) == len(keys) == len(written) and written.encode("utf-8")
    assert matched(keys, keys[::2]) == [(place, place // 2, 1) for place in range(0, len(keys), 2)]


def longest(a, b):
    """The length of a longest common subsequence, by the textbook's table."""
    row = [0] * (len(b) + 1)
    for key in a:
        new = [0]
        for place, other in enumerate(b):
            new.append(row[place] + 1 if key == other else max(row[place + 1], new[-1]))
        row = new
    return row[-1]


ANY_WORDS = st.lists(
    st.builds(
        lambda key, spelt, gap, content: Word(0, 0, f"{key}{spelt}", str(key), str(key), key, gap, content),
        st.integers(0, 3),
        st.sampled_from("ab"),
        st.sampled_from(["", "،"]),
        st.booleans(),
    ),
    max_size=12,
)


@given(ANY_WORDS, ANY_WORDS)
def test_every_word_is_matched_or_in_one_difference(a, b):
    keys = [word.key for word in a], [word.key for word in b]
    blocks = matched(*keys)
    assert sum(length for _, _, length in blocks) == longest(*keys)
    pairs = [(i + step, j + step) for i, j, length in blocks for step in range(length)]
    assert all(a[i].key == b[j].key for i, j in pairs)
    found = differences(a, b)
    for side, words in enumerate((a, b)):
        covered = [n for d in found if d.kind in WORDED for n in range(*d[1 + side])]
        assert sorted(covered + [pair[side] for pair in pairs]) == list(range(len(words)))
    spelled = {(d.a[0], d.b[0]) for d in found if d.kind == "spelling"}
    assert spelled == {(i, j) for i, j in pairs if a[i].form != b[j].form}
    for kind, of_a, of_b in found:
        if kind == "order":
            assert a[of_a[0]].key == b[of_b[0]].key and a[of_a[0]].content


@given(ANY_WORDS)
def test_identical_passages_have_no_difference(a):
    assert differences(a, list(a)) == []
    assert all(d.kind == "deletion" for d in differences(a, []))


SAID = "سنبني ثلاث مدارس جديدة في القرى الجبلية، ثم نفتح الطريق أمام الأهالي"
PRINTED = {
    "identical": (SAID, []),
    "spelling": (SAID.replace("الأهالي", "الاهالي"), [("spelling", "الأهالي", "الاهالي")]),
    "punctuation": (SAID.replace("،", " -"), [("punctuation", "، ", " - ")]),
    "deletion": (SAID.replace(" جديدة", ""), [("deletion", "جديدة", "")]),
    "insertion": (SAID.replace("الطريق", "الطريق الجديد"), [("insertion", "", "الجديد")]),
    "substitution": (SAID.replace("ثلاث مدارس", "أربع مدارس"), [("substitution", "ثلاث", "أربع")]),
    "order": (SAID.replace("الطريق أمام الأهالي", "أمام الأهالي الطريق"), [("order", "الطريق", "الطريق")]),
}
ARTICLES = {
    f"{side} {kind}": text.format(said, kind)
    for kind, (second, _) in PRINTED.items()
    for side, text, said in (
        ("a", "قالت الوزيرة ليلى حداد: «{}». ({})", SAID),
        ("b", "\ufeffخبر.\nوقالت الوزيرة ليلى حداد أمس: «{}».", second),
    )
}


@pytest.fixture(scope="module")
def tables():
    return laid(ARTICLES, event={doc_id: doc_id.split()[1] for doc_id in ARTICLES})


@pytest.mark.parametrize("kind", PRINTED)
def test_the_places_of_differences_in_the_texts(tables, kind):
    """Of a quotation in two articles: what the offsets of each difference cut from the raw texts."""
    variants, differing = (tables[name][tables[name]["event"] == kind] for name in ("variants", "differences"))
    (row,) = variants.itertuples()
    a, b = ARTICLES[row.doc_a], ARTICLES[row.doc_b]
    said, found = PRINTED[kind]
    assert row.relation == kind
    assert (a[row.start_a : row.end_a], b[row.start_b : row.end_b]) == (SAID, said)
    assert [(d.kind, a[d.start_a : d.end_a], b[d.start_b : d.end_b]) for d in differing.itertuples()] == found
