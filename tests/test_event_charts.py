"""Figures of one event: wordings beside each other, what was said in which report and how far down, shared wording."""

from itertools import combinations

import pytest
from drawings import boxes, colours, links, marked_with, note, texts, written
from event_tables import (
    CLAIMS,
    MANY_REPORTS,
    NAMES,
    OPENING,
    PAIRS,
    REPORTS,
    claim_table,
    order_table,
    shared_table,
    word_table,
)
from matplotlib.lines import Line2D

from analysis.charts import order, variants
from analysis.charts.apparatus import LOOKS
from analysis.charts.claims import GIVEN, MISSING, PEOPLE, SHORTENED, claim_grid
from analysis.charts.matrix import tint
from analysis.charts.modes import NAMES as MODE_NAMES
from analysis.charts.modes import UNNAMED
from analysis.charts.order import MARKERS, claim_order
from analysis.charts.reuse import reuse
from analysis.schemas.beside import BESIDE
from analysis.schemas.events import DIFFERENCES, RELATIONS
from analysis.schemas.events import GIVEN as GIVEN_IN

TABLES = {"variant_words": word_table, "claim_grid": claim_table, "claim_order": order_table}
TABLES["shared_wording"] = lambda: shared_table(NAMES)


@pytest.mark.parametrize("name", TABLES)
def test_figures_are_drawn_of_what_the_schemas_describe(name):
    schema = {schema.name: schema for schema in BESIDE}[name]
    schema.validate(TABLES[name]().drop(columns="href"))


def one_pair(*words, relation="substitution"):
    return variants.variants(word_table([("رئيسي", relation, list(words))]))


def placed(figure, words):
    """Right side and height of the first text that reads so."""
    found = dict(zip(reversed(written(figure)), reversed([text.get_position() for text in texts(figure)]), strict=True))
    return [found[word] for word in words]


def strokes(figure):
    """Lines with a link: their width, pattern, points across, and link."""
    return [line for line in figure.findobj(Line2D) if line.get_url()]


def linked_frames(figure):
    return [box for box in boxes(figure) if box.get_url()]


def test_words_stand_from_right_to_left_each_under_its_counterpart():
    figure = one_pair(("نعمل", "يعمل", "substitution"), ("معاً", "معا", "spelling"), ("اليوم", "غداً", "substitution"))
    above, below = placed(figure, ["نعمل", "معاً", "اليوم"]), placed(figure, ["يعمل", "معا", "غداً"])
    assert [place[0] for place in above] == sorted((place[0] for place in above), reverse=True)
    assert [place[0] for place in above] == [place[0] for place in below]
    assert len({place[1] for place in above}) == len({place[1] for place in below}) == 1
    assert above[0][1] > below[0][1]
    names = placed(figure, ["الأخبار", "المدن"])
    assert all(name[0] > above[0][0] for name in names) and names[0][1] > names[1][1]


def test_every_relation_and_difference_has_its_arabic_name():
    assert set(variants.RELATIONS) == set(RELATIONS) and set(LOOKS) == set(DIFFERENCES)
    assert len(set(variants.RELATIONS.values())) == len(RELATIONS)
    for kind, look in LOOKS.items():
        assert look.name in written(one_pair(("أ", "ب", kind)))


def shapes(figure):
    """What a reader without colours sees of the marks: how many strokes, broken how, and how many frames."""
    return [line._unscaled_dash_pattern for line in strokes(figure)], len(linked_frames(figure))


def test_each_kind_of_difference_has_a_shape_of_its_own_and_what_is_the_same_has_none():
    found = [shapes(one_pair(("هنا", "هناك", kind))) for kind in DIFFERENCES if kind != "deletion"]
    assert all(one != other for one, other in combinations(found, 2))
    same = one_pair(("هنا", "هنا", ""), relation="identical")
    assert not strokes(same) and not linked_frames(same)
    assert not {look.name for look in LOOKS.values()} & set(written(same))


@pytest.mark.parametrize(("kind", "first"), [("insertion", False), ("deletion", True)])
def test_words_of_one_report_alone_are_framed_together_over_an_empty_frame(kind, first):
    words = [(word, "", kind) if first else ("", word, kind) for word in ("الجمهورية", "العربية")]
    figure = one_pair(("في", "في", ""), *words, ("سوريا", "سوريا", ""))
    frames = sorted(linked_frames(figure), key=lambda box: -box.get_y())
    assert [box.get_linestyle() in ("-", "solid") for box in frames] == [first, not first]
    assert len({(box.get_x(), box.get_width()) for box in frames}) == 1
    right, left = placed(figure, ["في", "سوريا"])
    frame = frames[0]
    assert left[0] < frame.get_x() < frame.get_x() + frame.get_width() < right[0]
    for place, _ in placed(figure, ["الجمهورية", "العربية"]):
        assert frame.get_x() < place < frame.get_x() + frame.get_width()
    assert {box.get_facecolor()[3] > 0 for box in frames} == {True, False}


def test_a_word_that_moved_is_marked_where_it_stands_in_either_report():
    figure = one_pair(("الحدود", "", "order"), ("والطرق", "والطرق", ""), ("", "الحدود", "order"), relation="order")
    heights = [line.get_ydata()[0] for line in strokes(figure)]
    assert len(heights) == 4 and len(set(heights)) == 4
    assert len({tuple(line.get_xdata()) for line in strokes(figure)}) == 2


def test_differences_and_the_speaker_are_links_and_words_that_are_the_same_are_not():
    figure = variants.variants(word_table(PAIRS[:1]))
    urls = {text.get_text().strip("\u061c"): text.get_url() for text in texts(figure)}
    assert urls["رئيسي"] == urls["إخراج"] == urls["إبعاد"] == urls["طويلاً"] == "evidence/0.html"
    assert urls["نعمل"] is None and urls["أصدقائنا"] is None
    assert links(variants.variants(word_table(PAIRS[2:]))) == {"evidence/0.html"}


def test_a_year_takes_its_comma_to_the_left_as_the_words_beside_it_do():
    figure = one_pair(("منذ", "منذ", ""), ("2014،", "2014.", "punctuation"))
    assert {"\u061c2014،", "\u061c2014."} <= {text.get_text() for text in texts(figure)}


def test_a_long_passage_goes_on_below_with_the_names_again():
    figure = variants.variants(word_table([("رئيسي", "insertion", OPENING * 4)]))
    found = written(figure)
    assert found.count("نعمل") == 8 and found.count("الأخبار") == found.count("المدن") > 4
    lefts = [text.get_window_extent().x0 for text in texts(figure)]
    assert min(lefts) > 10


def test_two_reports_of_one_outlet_are_told_apart_by_their_ids():
    figure = variants.variants(word_table(PAIRS, ("المدن", "المدن")))
    assert {"المدن 000", "المدن 002"} <= set(written(figure))
    assert {"المدن", "002"} <= set(written(variants.variants(word_table(PAIRS, ("المدن", "")))))


@pytest.mark.parametrize(
    ("draw", "table", "column"),
    [
        (variants.variants, word_table, "relation"),
        (variants.variants, word_table, "kind"),
        (claim_grid, claim_table, "given"),
        (claim_grid, claim_table, "decided"),
    ],
)
def test_an_unknown_kind_is_named(draw, table, column):
    with pytest.raises(ValueError, match="'ironic'"):
        draw(table().assign(**{column: "ironic"}))


def cell(**change):
    row = {"given": "quoted", "shortened": False, "decided": "rule", "position": 0.25, "href": "evidence/a.html"}
    return claim_grid(claim_table(CLAIMS[:1], REPORTS[:1]).assign(**(row | change)))


def squares(figure):
    """Width and height in points and stripes of the linked squares."""
    across, down = figure.get_size_inches() * 72
    return [
        (round(box.get_width() * across), round(box.get_height() * down), bool(box.get_hatch()))
        for box in linked_frames(figure)
    ]


def test_a_square_says_how_a_report_has_it():
    assert squares(cell()) == [(12, 12, False)] and squares(cell(given="reported")) == [(12, 12, True)]
    assert squares(cell(shortened=True)) == [(12, 6, False)]
    assert squares(cell(given="reported", shortened=True)) == [(12, 6, True)]
    absent = cell(given="absent", position=None, href=None)
    assert squares(absent) == [] and MISSING in written(absent) and "الغياب" in note(absent)
    assert set(GIVEN) == set(GIVEN_IN) and "الغياب" not in note(cell())


def test_what_people_decided_is_framed():
    rule, people = cell(), cell(decided="people")
    assert len(boxes(people)) == len(boxes(rule)) + 2  # around the square, and in the legend
    assert PEOPLE in written(people) and PEOPLE not in written(rule)


def test_the_legend_has_only_marks_that_occur():
    quoted, reported = MODE_NAMES["direct"], MODE_NAMES["indirect"]
    legend = {quoted, reported, SHORTENED, PEOPLE, MISSING}
    assert legend & set(written(cell())) == {quoted}
    assert legend & set(written(cell(given="reported", shortened=True))) == {reported, SHORTENED}
    assert legend <= set(written(claim_grid(claim_table())))


def test_reports_stand_from_right_to_left_and_claims_under_their_speakers():
    figure = claim_grid(claim_table())
    found, places = written(figure), [text.get_position()[0] for text in texts(figure)]
    heads = [places[found.index(head)] for head in ("000", "001", "002", "003")]
    assert heads == sorted(heads, reverse=True) and "الأخبار" in found
    speakers = [text for text in found if text in ("رئيسي", "بوتين", UNNAMED)]
    assert speakers == ["رئيسي", "بوتين", UNNAMED]
    texts_of = [next(place for place, text in enumerate(found) if text.startswith(words[:9])) for _, words in CLAIMS]
    assert texts_of[0] < texts_of[1] < texts_of[2] < texts_of[4] < texts_of[3]


def test_a_cell_says_how_far_down_and_opens_the_passage():
    table = claim_table()
    figure = claim_grid(table)
    places = [f"{position:.0%}" for position in table["position"].dropna()]
    assert sorted(text for text in written(figure) if text.endswith("%")) == sorted(places)
    numbers = {text.get_url() for text in texts(figure) if text.get_text().endswith("%")}
    assert numbers == marked_with(figure) == set(table["href"].dropna())


def marks(figure):
    """The marks of reports: their place on the scale, their height, shape and colour."""
    return [
        (float(line.get_xdata()[0]), float(line.get_ydata()[0]), line.get_marker(), line.get_markerfacecolor())
        for line in figure.axes[0].lines
        if line.get_marker() != "None"
    ]


def test_the_article_begins_at_the_right_and_marks_stand_where_the_words_do():
    table = order_table()
    figure = claim_order(table)
    assert figure.axes[0].get_xlim() == (1, 0)
    assert sorted(place for place, *_ in marks(figure)) == pytest.approx(sorted(table["position"]))
    ends = [tuple(line.get_xdata()) for line in figure.axes[0].lines if line.get_marker() == "None"]
    positions = table.groupby("claim")["position"]
    assert set(ends) == set(zip(positions.min(), positions.max(), strict=True))


@pytest.mark.parametrize("count", [2, 6])
def test_few_reports_differ_in_shape_and_in_colour(count):
    found = marks(claim_order(order_table(CLAIMS[:1], MANY_REPORTS[:count], 0.03)))
    assert len({shape for *_, shape, _ in found}) == len({colour for *_, colour in found}) == count == len(found)
    assert len(set(MARKERS)) == 6


def test_more_reports_bear_their_numbers_in_the_marks_and_in_the_legend():
    figure = claim_order(order_table(CLAIMS[:1], MANY_REPORTS[:7], 0.02))
    numbers = [text for text in written(figure) if text.isdigit()]
    assert sorted(numbers) == sorted([f"{n}" for n in range(1, 8)] * 2)
    assert {shape for *_, shape, _ in marks(figure)} == {"o"}


@pytest.mark.parametrize("step", [0, 0.001, 0.01, 0.05])
def test_no_mark_covers_another_and_none_leaves_its_place(step):
    table = order_table(CLAIMS[:2], MANY_REPORTS, step)
    found = marks(claim_order(table))
    assert sorted(place for place, *_ in found) == pytest.approx(sorted(table["position"]))
    for (x, y, *_), (other_x, other_y, *_) in combinations(found, 2):
        apart = max(abs(x - other_x) * order.ACROSS, abs(y - other_y))
        assert apart >= order.APART - 1e-6


def test_pairs_have_their_count_below_the_diagonal_and_their_share_above():
    figure = reuse(shared_table(NAMES[:3]))
    numbers = [text for text in written(figure) if text[0].isdigit() or text == "·"]
    assert numbers == ["100", "·", "10%", "·", "200", "5%", "10", "10", "300"]
    shares = [0, 1, 0, 0.5, 1, 0.5, 0]
    assert colours(figure) == [tint(share) for share in shares]
    assert len(linked_frames(figure)) == 4 and links(figure) == {"evidence/0-2.html", "evidence/1-2.html"}


def test_a_share_below_one_per_cent_is_not_nothing():
    table = shared_table(NAMES[:2]).assign(n_shared=1, share=0.004, href="evidence/a.html")
    assert "0.4%" in written(reuse(table))
