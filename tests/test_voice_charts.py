"""Figures of voices: whose words, who is heard, how they are introduced; and of the roles of lines."""

import re
from itertools import pairwise

import glyphs
import matplotlib
import pandas as pd
import pytest
from chart_tables import (
    FIGURES,
    HEADLINE,
    SEEDS,
    SPEAKERS,
    role_table,
    speaker_table,
    stance_table,
    strip_table,
    voice_table,
)
from drawings import boxes, colours, contrast, luminance, texts, written

from analysis.charts import modes, sheet, stances, strip
from analysis.charts.matrix import Cell, Group, draw_matrix, tint
from analysis.charts.roles import line_roles
from analysis.charts.speakers import speaker_shares
from analysis.charts.stances import stance_counts
from analysis.charts.strip import voice_strip
from analysis.charts.style import BAR, INK, OWN, PAPER, SPEAKER_COLOURS, style
from analysis.charts.voices import voice_shares
from analysis.schemas import STANCES


def test_bars_of_voices_are_full_and_say_their_shares_and_whose_words_they_are():
    table = voice_table(SEEDS)
    figure = voice_shares(table)
    ends = {}
    for bar in figure.axes[0].patches:
        ends[bar.get_y()] = ends.get(bar.get_y(), 0) + bar.get_width()
    assert [*ends.values()] == pytest.approx([1] * 4)
    shares = [re.search(r"(\d+)%", text)[0] for text in written(figure) if "%" in text]
    assert sorted(shares) == sorted([*(f"{share:.0%}" for share in table["share"]), *scale_of_voices(figure)])
    assert {*modes.NAMES.values(), "المدن", "مقال واحد، 1,000 كلمة"} <= set(written(figure))


def scale_of_voices(figure):
    return [text.get_text() for text in figure.axes[0].get_xticklabels()]


def test_a_share_that_finds_no_room_on_its_segment_stands_beside_the_bar_with_its_name():
    found = written(voice_shares(voice_table(SEEDS[:1], own=0.97)))
    assert "97%" in found and "منقول بالمعنى 2%، منقول بالنص 1%" in found


def test_intervals_of_voices_are_written_where_there_are_any():
    found = written(voice_shares(voice_table(SEEDS[:1], own=0.5, interval=True)))
    assert "50% (40 إلى 55)" in found and any("فترة عدم اليقين" in text for text in found)
    assert not any("فترة عدم اليقين" in text for text in written(FIGURES["voices"]()))


def test_of_many_outlets_those_with_the_least_own_words_are_shown():
    outlets = [(f"o{number}", f"صحيفة {number}", None) for number in range(23)]
    table = voice_table(outlets, words=2000)
    silent = voice_table([("silent", "صامتة", None)], words=0)
    found = written(voice_shares(pd.concat([silent, table.iloc[::-1]])))
    assert [text for text in found if text.startswith("صحيفة ")] == [f"صحيفة {number}" for number in range(20)]
    assert any("أدنى 20 وسيلة" in text and "24 وسيلة" in text for text in found)
    assert not any("أدنى" in text for text in written(voice_shares(table[table["outlet"].isin(["o0", "o1"])])))


def test_modes_are_told_apart_without_colour():
    assert [modes.fill(mode).striped for mode in ("own", "indirect", "direct")] == [False, True, False]
    for colour in (BAR, *SPEAKER_COLOURS):
        assert contrast(OWN, modes.fill("direct", colour).colour) > 1.3


def test_a_speaker_has_a_row_in_every_panel_and_direct_words_before_indirect_ones():
    figure = speaker_shares(speaker_table(SEEDS))
    found = written(figure)
    assert [text for text in found if text in SPEAKERS or text == modes.UNNAMED] == [
        *SPEAKERS[:3],
        modes.UNNAMED,
        SPEAKERS[4],
    ]
    words = ["0", "13 كلمة", "26 كلمة", "39 كلمة", "52 كلمة"]
    assert [text for text in found if text in words] == [*words * 3, words[0], *words[2:]]
    assert {"مقال واحد، 1,000 كلمة", modes.NAMES["direct"], modes.NAMES["indirect"]} <= set(found)
    bars = figure.axes[0].patches[-2:]
    assert [bar.get_width() for bar in bars] == pytest.approx([0.012, 0.04])
    assert [bar.get_x() for bar in bars] == pytest.approx([0, 0.012])
    assert [bool(bar.get_hatch()) for bar in bars] == [False, True]


def test_stances_stand_in_their_order_with_the_counts_of_the_table():
    assert [*stances.NAMES] == [*STANCES]
    table = stance_table(SEEDS[:2])
    found = written(stance_counts(table))
    heads = [text for text in found if text in stances.NAMES.values()]
    assert heads == [*stances.NAMES.values()]
    order = {stance: place for place, stance in enumerate(STANCES)}
    rows = table.assign(column=table["stance"].map(order), row=table["speaker"].map(SPEAKERS.index))
    rows = rows.sort_values(
        ["outlet", "row", "column"],
        key=lambda keys: keys.map({"almodon": 0, "abna": 1}.get) if keys.name == "outlet" else keys,
    )
    assert [text for text in found if re.fullmatch(r"[\d,]+", text)] == [f"{count:,}" for count in rows["n_cues"]]


def test_the_tint_of_a_stance_is_its_share_of_the_speaker():
    row = {"outlet": "a", "outlet_name_ar": "أ", "outlet_name_en": None, "speaker": "بوتين", "href": None}
    table = pd.DataFrame([row | {"stance": stance, "n_cues": n} for stance, n in (("directive", 3), ("neutral", 1))])
    figure = stance_counts(table)
    assert colours(figure) == [tint(1 / 4), tint(3 / 4)]


def test_columns_of_a_matrix_stand_from_right_to_left_and_tints_grow_with_the_share():
    cells = [Cell("1", 0.1), None, Cell("5", 0.5), Cell("4", 0.4)]
    with style():
        figure = draw_matrix([Group("", [("صف", cells)])], ["أ", "ب", "ج", "د"], "عنوان", "")
    places = {text.get_text().strip(glyphs.ALM): text.get_position()[0] for text in texts(figure)}
    assert places["صف"] > places["أ"] > places["ب"] > places["ج"] > places["د"]
    assert [places[number] for number in "1·54"] == [places[column] for column in "أبجد"]
    light = [luminance(colour) for colour in colours(figure)]
    assert light[1] < light[2] < light[0]
    assert contrast(tint(1), INK) >= 4.5 and tint(0) == PAPER


def bands(figure):
    """Rows of bands from the top: their right sides, lengths (of the row), fills and links."""
    rows = {}
    for box in boxes(figure):
        if box.get_height() * figure.bbox.height == pytest.approx(strip.BAND / 72 * 100):
            rows.setdefault(-round(box.get_y(), 6), []).append(box)
    return [sorted(rows[top], key=lambda box: -box.get_x()) for top in sorted(rows)]


@pytest.mark.parametrize(
    ("lines", "length", "rows"),
    [(1, 250, 1), (1, 251, 2), (11, 270, 22), (3, 1000, 12), (30, 1000, 30), (120, 250, 38)],
)
def test_a_strip_shows_every_character_once_in_rows_few_enough(lines, length, rows):
    table = strip_table(lines, length)
    found = bands(voice_strip(table, HEADLINE))
    assert len(found) == rows <= strip.MOST_ROWS
    drawn = sum(box.get_width() for row in found for box in row)
    chars = (table["end"] - table["start"]).sum()
    full = strip.ACROSS / (strip.ACROSS + 2 * sheet.MARGIN)
    assert chars / drawn * full == pytest.approx(
        int(re.search(r"حتى ([\d,]+)", written(voice_strip(table, ""))[-1])[1].replace(",", ""))
    )
    for row in found:
        edges = [(box.get_x() + box.get_width(), box.get_x()) for box in row]
        assert all(left >= right - 1e-9 for (_, left), (right, _) in pairwise(edges))


def test_a_strip_runs_from_right_to_left_and_tells_who_speaks_and_how():
    row, *_ = bands(figure := voice_strip(strip_table(2, 200, ["بوتين", None]), HEADLINE))
    assert [box.get_width() / row[0].get_width() for box in row] == pytest.approx([1, 1, 6])
    assert [matplotlib.colors.to_hex(box.get_facecolor()) for box in row] == [OWN, *[SPEAKER_COLOURS[0]] * 2]
    assert [bool(box.get_hatch()) for box in row] == [False, True, False]
    assert [box.get_url() for box in row] == ["articles/a.html#7", "articles/a.html#32", "articles/a.html#57"]
    found = written(figure)
    assert {HEADLINE, "1 بوتين", "2 غير مسمى", *modes.NAMES.values()} <= set(found)
    assert found.count("بوتين") == found.count("غير مسمى") == 1


def test_speakers_of_a_strip_are_numbered_by_their_words_and_the_last_share_a_colour():
    names = [f"متحدث {number}" for number in range(9)]
    spans = [(0, 100 * n, 100 * n + 90 - n, name, "direct", None) for n, name in enumerate(names)]
    table = pd.DataFrame([*spans[::-1], (1, 1000, 1100, "outlet", "direct", None)], columns=[*strip_table(1, 80)])
    found = written(voice_strip(table, HEADLINE))
    keys = [text for text in found if re.match(r"\d (متحدث|آخرون)", text)]
    assert keys == [*(f"{number + 1} {name}" for number, name in enumerate(names[:6])), "7 آخرون"]
    assert set(names) <= set(found)


def test_of_many_documents_those_with_the_least_body_are_shown():
    figure = line_roles(role_table(57))
    found = written(figure)
    assert [text for text in found if re.fullmatch(r"D\d{3}", text)][:20] == [f"D{number:03d}" for number in range(20)]
    assert any("أدنى 20 مقالاً" in text and "57 مقالاً" in text for text in found)
    assert not any("أدنى" in text for text in written(line_roles(role_table(20))))


def test_documents_keep_the_order_of_the_table_and_show_their_body_share():
    table = role_table(3).iloc[::-1]
    found = written(line_roles(table))
    assert [text for text in found if re.fullmatch(r"D\d{3}", text)] == ["D002", "D001", "D000"]
    assert [text for text in found if text.endswith("%")] == [
        "34%",
        "29%",
        "22%",
    ]  # 180/530, 140/490, 100/450


def test_an_unknown_role_is_named():
    with pytest.raises(ValueError, match="'advert'"):
        line_roles(role_table(1).assign(role="advert"))
