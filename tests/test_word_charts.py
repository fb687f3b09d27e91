"""The figure of keywords: bars of their weight, counts beside, and what is in doubt."""

import matplotlib
import pytest
from drawings import links, marked_with, note, texts, written
from event_tables import GROUPS, MANY_REPORTS, WORDS, keyword_table

from analysis.charts.keywords import DOUBT_NOTE, PANELS_IN_BAND, keywords
from analysis.charts.style import BAR, Fill
from analysis.schemas.beside import BESIDE


def test_the_figure_is_drawn_of_what_the_schema_describes():
    schema = {schema.name: schema for schema in BESIDE}["keywords_shown"]
    schema.validate(keyword_table().drop(columns="href"))


def bars(axes):
    """Where each bar of a panel ends, from the top."""
    return [bar.get_width() for bar in sorted(axes.patches, key=lambda bar: bar.get_y())]


def test_a_panel_has_the_words_of_its_group_with_their_weight_and_counts():
    table = keyword_table(GROUPS[:2], WORDS[:4])
    figure = keywords(table)
    for axes, (_, rows) in zip(figure.axes, table.groupby("group"), strict=True):
        assert bars(axes) == pytest.approx([*rows["log_odds"]])
        assert len({axes.get_xlim() for axes in figure.axes}) == 1
    found = written(figure)
    assert [text for text in found if text in WORDS] == [*table["word"]]
    assert [text for text in found if text in GROUPS] == GROUPS[:2]
    counts = zip(table["n_target"], table["n_reference"], strict=True)
    assert [text.partition(" (")[0] for text in found if "(" in text] == [f"{n} مقابل {m}" for n, m in counts]
    assert "12 مقابل 0 (3 مقابل 0)" in found


def test_bars_grow_to_the_left_and_those_of_words_avoided_to_the_right():
    figure = keywords(keyword_table(GROUPS[:1], WORDS, -3))
    figure.draw_without_rendering()
    axes = figure.axes[0]
    zero = axes.transData.transform((0, 0))[0]
    more, less = axes.patches[0].get_window_extent(), axes.patches[-1].get_window_extent()
    assert more.x1 == pytest.approx(zero) and more.x0 < zero - 10
    assert less.x0 == pytest.approx(zero) and less.x1 > zero + 10 and less.x1 <= axes.get_window_extent().x1 + 1e-6
    assert any(line.get_xdata()[0] == line.get_xdata()[1] == 0 for line in axes.lines)


def test_panels_stand_from_right_to_left_in_bands():
    figure = keywords(keyword_table([name for _, name in MANY_REPORTS], WORDS[:3]))
    corners = [(round(axes.get_position().x1, 6), round(axes.get_position().y1, 6)) for axes in figure.axes]
    assert corners == sorted(corners, key=lambda corner: (-corner[1], -corner[0]))
    assert len({x for x, _ in corners}) == PANELS_IN_BAND and len({y for _, y in corners}) == 4


def test_words_in_doubt_are_marked_paler_and_explained():
    figure = keywords(keyword_table(GROUPS[:1]))
    assert [text for text in written(figure) if text.endswith("※")] == [f"{word} ※" for word in WORDS[8:]]
    shades = [matplotlib.colors.to_hex(bar.get_facecolor()) for bar in figure.axes[0].patches]
    assert shades == [BAR] * 8 + [Fill(BAR).paler().colour] * 2
    assert DOUBT_NOTE.strip() in note(figure)
    sound = keywords(keyword_table(GROUPS[:1], WORDS[:8]))
    assert "※" not in "".join(written(sound))


def test_bars_and_counts_open_the_passages():
    table = keyword_table(GROUPS[:2])
    figure = keywords(table)
    counts = {text.get_url() for text in texts(figure) if "مقابل" in text.get_text()} - {None}
    assert counts == marked_with(figure) == links(figure) == set(table["href"])


@pytest.mark.parametrize("numbers", [(3, 1), (35_831_808, 429_981_696)])
def test_counts_of_any_size_stay_in_their_panel(numbers):
    table = keyword_table(GROUPS[:3]).assign(n_target=numbers[0], n_reference=numbers[1])
    figure = keywords(table)
    figure.draw_without_rendering()
    for axes in figure.axes:
        assert min(text.get_window_extent().x0 for text in axes.texts) >= axes.get_window_extent().x0 - 1
        assert max(bar.get_window_extent().width for bar in axes.patches) > 100
