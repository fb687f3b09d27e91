"""Figures of frames and labels: what they show of their tables, and the mark of what is in doubt."""

import re

import matplotlib
import pytest
from chart_tables import (
    DOUBTFUL,
    FIGURES,
    FRAMES,
    SEEDS,
    VOICES,
    in_doubt,
    label_table,
    mode_table,
    pair_table,
    share_table,
    voice_frame_table,
)
from drawings import boxes, colours, contrast, links, note, rows, texts, written

from analysis.charts import doubt
from analysis.charts.cooccurrence import cooccurrence
from analysis.charts.frame_modes import frame_modes
from analysis.charts.frame_voices import frame_voices
from analysis.charts.labels import label_voices
from analysis.charts.matrix import tint
from analysis.charts.modes import NAMES, OTHERS, OUTLETS, UNNAMED
from analysis.charts.shares import frame_shares
from analysis.charts.style import BAR, OWN, PAPER, Fill, render, style


def test_panels_stand_from_right_to_left_and_bars_grow_to_the_left():
    figure = frame_shares(share_table(SEEDS))
    edges = [axes.get_position().x1 for axes in figure.axes]
    assert edges == sorted(edges, reverse=True)
    for axes in figure.axes:
        bar = axes.patches[-1].get_window_extent()
        assert bar.x1 == pytest.approx(axes.get_window_extent().x1) and bar.width > 10


def test_panels_name_the_outlet_and_count_its_texts():
    found = written(frame_shares(share_table([*SEEDS, ("bare-id", None, None)])))
    assert {"المدن", "وكالة أهل البيت (ع) للأنباء", "Unnamed outlet (001)", "bare-id"} <= set(found)
    assert {"مقال واحد، 40 جملة", "مقالان، 40 جملة", "3 مقالات، 40 جملة"} <= set(found)
    assert set(FRAMES) <= set(found)


def test_an_unknown_outlet_has_its_panel():
    figure = frame_shares(share_table([*SEEDS[:1], (None, None, None)]))
    assert len(figure.axes) == 2 and "؟" in written(figure)


def test_a_bar_says_how_many_of_how_many_and_links_to_them():
    table = share_table(SEEDS[:1])
    figure = frame_shares(table)
    assert [text for text in written(figure) if "/40" in text] == [f"{n}/40" for n in table["n_with"]]
    links = re.findall('xlink:href="(evidence[^"]*)"', render(figure).svg.decode())
    assert set(links) == set(table["href"].dropna())


def test_a_bar_never_links_to_a_script():
    table = share_table(SEEDS[:1]).assign(href="javascript:alert(1)")
    assert b"javascript" not in render(frame_shares(table)).svg


def test_intervals_are_drawn_where_there_are_any():
    table = share_table(SEEDS[:1], interval=True)
    table.loc[3:, ["low", "high"]] = None
    figure = frame_shares(table)
    assert [list(line.get_xdata()) for line in figure.axes[0].lines] == table.loc[:2, ["low", "high"]].values.tolist()
    assert any("فترة عدم اليقين" in text for text in written(figure))
    assert not any("فترة عدم اليقين" in text for text in written(frame_shares(share_table(SEEDS))))


@pytest.mark.parametrize(("name", "times"), [("no hits", 4), ("no sentences", 4), ("no rows", 1), ("seeds", 0)])
def test_nothing_is_said_to_be_nothing(name, times):
    assert written(FIGURES[name]()).count("لا شيء") == times


def numbers(figure):
    return [text for text in written(figure) if re.fullmatch(r"[\d,]+|·", text)]


def bars(figure, row):
    """The bars of one row of the first panel, as (length, colour, striped, link)."""
    found = [bar for bar in figure.axes[0].patches if round(bar.get_y() + bar.get_height() / 2) == row]
    return [
        (round(bar.get_width(), 6), matplotlib.colors.to_hex(bar.get_facecolor()), bool(bar.get_hatch()), bar.get_url())
        for bar in found
    ]


def test_a_bar_of_modes_has_the_own_words_first_then_the_quoted_then_the_reported():
    figure = frame_modes(mode_table(SEEDS[:1]))
    assert bars(figure, 3) == [
        (3 / 40, OWN, False, "evidence/0-3-own.html"),
        (1 / 40, BAR, False, "evidence/0-3-direct.html"),
        (6 / 40, BAR, True, "evidence/0-3-indirect.html"),
    ]
    assert [text for text in written(figure) if text.endswith("/40")] == [f"{3 * n + 1}/40" for n in range(10)]
    assert {"مقال واحد، 40 جملة", *NAMES.values(), *FRAMES} <= set(written(figure))


def test_modes_without_a_count_of_articles_say_how_many_sentences():
    assert "40 جملة" in written(frame_modes(mode_table(SEEDS[:1]).drop(columns="n_documents")))


def test_a_number_links_where_all_that_it_counts_has_one_address():
    table = mode_table(SEEDS[:1])
    numbers = [text for text in texts(frame_modes(table)) if text.get_text().endswith("/40")]
    assert [number.get_url() for number in numbers] == ["evidence/0-0-direct.html", *[None] * 9]


@pytest.mark.parametrize(("drawn", "count"), [("modes without sentences", 4), ("modes of none", 1), ("modes", 0)])
def test_modes_of_nothing_are_said_to_be_nothing(drawn, count):
    assert written(FIGURES[drawn]()).count("لا شيء") == count


def test_voices_have_rows_with_their_sentences_and_what_carries_each_frame():
    table = voice_frame_table(VOICES[:3])
    found = written(figure := frame_voices(table))
    assert [text for text in found if text in (OUTLETS, *VOICES)] == [OUTLETS, *VOICES[1:3]]
    assert [text for text in found if text in FRAMES] == FRAMES
    counts = [[10, *range(10)], [20, *range(1, 11)], [30, *[0] * 10]]
    assert numbers(figure) == [str(number or "·") for row in counts for number in row]
    assert UNNAMED in written(frame_voices(voice_frame_table(["outlet", None])))


def test_the_largest_share_of_a_frame_has_the_deepest_tint():
    figure = frame_voices(voice_frame_table(["outlet", "بوتين"], FRAMES[:3]))
    assert colours(figure) == [PAPER, tint(0.5), tint(1), PAPER]  # shares of the first: 0, 1/10, 2/10
    assert "أشده عند 20%" in note(figure)
    assert "أشده" not in note(FIGURES["frames by voice without sentences"]())


def test_names_stand_under_what_they_name_and_the_outlets_before_the_speakers_by_labels():
    table = label_table(["بوتين", "outlet", "رئيسي"], {"حكّام سوريا": ["الحكومة", "النظام"], "حرب غزة": ["عدوان"]})
    found = rows(figure := label_voices(table))
    assert found[1:4] == [OUTLETS, "رئيسي", "بوتين"]
    assert [text for text in found[4:] if not re.fullmatch(r"\d+|·", text)] == [
        "حكّام سوريا",
        "الحكومة",
        "النظام",
        "حرب غزة",
        "عدوان",
    ]
    assert numbers(figure) == ["2", "3", "1", "·", "4", "2", "2", "3", "1"]
    assert colours(figure) == [tint(share) for share in (1, 3 / 7, 1 / 3, 4 / 7, 2 / 3, 1, 1, 1)]


@pytest.mark.parametrize("voices", [7, 8, 9, 12])
def test_voices_beyond_eight_columns_are_summed_without_a_link(voices):
    names = ["outlet", *(f"متحدث {number}" for number in range(1, voices))]
    table = label_table(names, {"حرب غزة": ["حرب"]})
    found = written(figure := label_voices(table))
    heads = [text for text in found if text.startswith("متحدث ")]
    if voices <= 8:
        assert OTHERS not in found and heads == names[:0:-1] and links(figure) == set(table["href"])
        return
    assert heads == names[: voices - 7 : -1] and found.count(OTHERS) == 1
    rest = table[table["voice"].isin(names[1 : voices - 6])]
    assert numbers(figure)[-1] == str(rest["n_labels"].sum()) and f"آخرون: {FEW[len(rest)]}." in note(figure)
    assert links(figure) == set(table["href"]) - set(rest["href"])


FEW = {2: "متحدثان", 5: "5 متحدثين"}


def test_pairs_of_frames_stand_in_a_triangle_with_each_frame_on_the_diagonal():
    figure = cooccurrence(pair_table(FRAMES[:4]))
    assert [text for text in written(figure) if text in FRAMES] == [*FRAMES[:4], *FRAMES[:4]]
    assert numbers(figure) == ["10", "1", "11", "2", "3", "12", "3", "4", "·", "13"]
    most = 4 / (11 + 13 - 4)
    shares = [0, 1 / 20, 0, 2 / 20, 3 / 20, 0, 3 / 20, most, 0]
    assert colours(figure) == [tint(share / most) for share in shares]


def pairs_in_doubt(table):
    doubtful = set(table.loc[table["doubtful"], "frame"])
    return cooccurrence(table.assign(other_doubtful=table["other"].isin(doubtful)))


@pytest.mark.parametrize(
    ("draw", "table", "times"),
    [
        (frame_shares, share_table(SEEDS), 1),
        (frame_modes, mode_table(SEEDS), 1),
        (frame_voices, voice_frame_table(VOICES), 1),
        (pairs_in_doubt, pair_table(), 2),
    ],
)
def test_a_frame_in_doubt_is_marked_paler_and_explained(draw, table, times):
    sound, figure = draw(in_doubt(table, [])), draw(in_doubt(table, DOUBTFUL))
    names = [text for text in written(figure) if text.endswith("※")]
    assert names == [f"{FRAMES[1]} ※", f"{FRAMES[4]} ※"] * times
    assert note(figure) == note(sound) + doubt.NOTE
    pale = [(one, other) for one, other in zip(colours(sound), colours(figure), strict=True) if one != other]
    assert pale and all(other == Fill(one).paler().colour for one, other in pale)
    assert {(box.get_url(), colour) for box, colour in zip(boxes(figure), colours(figure), strict=True)} >= {
        (box.get_url(), colour)
        for box, colour in zip(boxes(sound), colours(sound), strict=True)
        if box.get_url() and not re.search(r"\b[14]\b", box.get_url())
    }


def test_a_pair_is_in_doubt_if_either_of_its_frames_is():
    sound, figure = cooccurrence(pair_table()), pairs_in_doubt(in_doubt(pair_table(), DOUBTFUL))
    drawn = zip(boxes(figure), colours(sound), colours(figure), strict=True)
    changed = {box.get_url() for box, before, after in drawn if before != after}
    assert changed == {url for url in links(sound) if re.search("[14]", url)}


def test_half_the_colour_is_visibly_paler_and_can_still_be_seen():
    for colour in (BAR, OWN, tint(1)):
        pale = Fill(colour).paler().colour
        assert contrast(pale, colour) > 1.2 and contrast(PAPER, pale) > 1.2


def test_without_doubt_the_figure_is_the_same_with_and_without_the_column():
    for draw, table in ((frame_shares, share_table(SEEDS)), (frame_voices, voice_frame_table(VOICES))):
        assert render(draw(table)) == render(draw(table.assign(doubtful=False)))
        assert not any("※" in text for text in written(draw(table)))


def test_a_shortened_name_keeps_its_mark():
    with style():
        for lines in (1, 3):
            name = doubt.fitted(doubt.marked("الهيئة الوطنية العامة للإذاعة والتلفزيون " * 4, True), 84, 8.5, lines)
            assert name.endswith("… ※") and doubt.width(name, 8.5) <= 84
        assert doubt.fitted("أمن", 84, 8.5, 1) == "أمن" and doubt.fitted("أمن ※", 84, 8.5, 1) == "أمن ※"
