"""Figures of doubt: agreement with coders, and which findings survive other definitions."""

import re

import pytest
from chart_tables import DOUBTFUL, FRAMES, agreement_table, finding_table
from drawings import boxes, colours, links, marked_with, note, rows, texts, written

from analysis.charts import doubt, robustness, validation
from analysis.charts.matrix import tint
from analysis.charts.style import INK, Fill, blended
from analysis.charts.validation import BELOW, RELIABLE, TENTATIVE, UNDEFINED, agreement
from analysis.measures import robustness as measures
from analysis.schemas import VERDICTS


def test_a_frame_has_a_point_with_its_interval_and_its_figures():
    figure = agreement(agreement_table(FRAMES[:4]))
    lines = [[*map(float, line.get_xdata())] for line in figure.axes[0].lines if line.get_color() == INK]
    expected = [[0.71, 1], [0.91], [0.52, 0.82], [0.72], [0.2, 0.5], [0.4]]
    assert [pytest.approx(values) for values in expected] == lines
    found = [text for text in rows(figure) if re.fullmatch(r"[\d,.]+", text) or text == UNDEFINED]
    due = [["0.91", "0.82", "0"], ["0.72", "0.65", "1,234"], ["0.40", "0.36", "2,468"], [*[UNDEFINED] * 2, "3,702"]]
    assert found == [text for row in due for text in row]
    assert [text for text in written(figure) if text in FRAMES] == FRAMES[:4]


def test_the_axis_runs_to_the_left_from_the_least_value_to_one():
    assert agreement(agreement_table(FRAMES[:3])).axes[0].get_xlim() == (1, 0)
    assert agreement(agreement_table(FRAMES[:1], [None])).axes[0].get_xlim() == (1, 0)
    assert agreement(agreement_table(FRAMES)).axes[0].get_xlim() == pytest.approx((1, -0.4))
    assert agreement(agreement_table(FRAMES[:3], between=-0.3)).axes[0].get_xlim() == (1, -0.3)


def test_each_threshold_says_what_lies_on_its_side():
    figure = agreement(agreement_table())
    axes = figure.axes[0]
    places = {text.get_text().strip("\u061c"): text.get_position()[0] for text in texts(figure)}
    for name, threshold, side in ((BELOW, TENTATIVE, 1), (validation.ABOVE, RELIABLE, -1)):
        line = axes.transData.transform((threshold, 0))[0] / figure.bbox.width
        assert 0 < (places[name] - line) * side < 0.01
        assert [threshold] * 2 in [[*line.get_xdata()] for line in axes.lines]


def rings(figure):
    return [line for line in figure.axes[0].lines if line.get_markerfacecolor() == "none"]


def test_coders_among_themselves_are_a_ring_where_there_is_one():
    table = agreement_table(FRAMES[:3]).assign(between=[0.5, None, 0.7])
    figure = agreement(table)
    assert [[*ring.get_xdata()] for ring in rings(figure)] == [[0.5], [0.7]]
    assert any("الحلقة" in text for text in written(figure))
    plain = agreement(agreement_table(FRAMES[:3]))
    assert rings(plain) == [] and not any("الحلقة" in text for text in written(plain))


def test_a_point_and_its_figures_lead_to_the_evidence():
    figure = agreement(agreement_table(FRAMES[:4]))
    assert marked_with(figure) == {f"evidence/{n}.html" for n in range(3)}
    assert links(figure) == {f"evidence/{n}.html" for n in range(4)}


def test_agreement_in_doubt_is_marked_and_paler():
    figure = agreement(agreement_table(doubtful=DOUBTFUL))
    assert [text for text in written(figure) if text.endswith("※")] == [f"{FRAMES[1]} ※", f"{FRAMES[4]} ※"]
    assert note(figure).endswith(doubt.NOTE)
    pale = {line.get_url() for line in figure.axes[0].lines if line.get_color() == blended(INK, 0.5)} - {None}
    assert pale == {"evidence/1.html", "evidence/4.html"}
    assert not any("※" in text for text in written(agreement(agreement_table(doubtful=[]))))


def test_every_scenario_and_verdict_has_a_name():
    assert {*robustness.VERDICTS} == {*VERDICTS}
    assert [*robustness.SCENARIOS][0] == measures.BASE


def test_findings_stand_under_their_outlets_with_a_verdict_in_a_word_for_each_scenario():
    table = finding_table(["المدن", "الأخبار"], FRAMES[:3]).query("scenario != 'without wire copy'")
    found = rows(robustness.robustness(table))
    columns = [name for scenario, name in robustness.SCENARIOS.items() if scenario != "without wire copy"]
    assert found[1:6] == columns
    due = {
        "المدن > الأخبار": [("شراكة", "يضعف يثبت — ينقلب يثبت"), ("اقتصاد", "— ينقلب يضعف يثبت ينقلب")],
        "الأخبار > المدن": [("أمن", "ينقلب يضعف يثبت — يضعف")],
    }
    lines = {head: [text for name, words in found for text in (name, *words.split())] for head, found in due.items()}
    assert found[6:] == [text for head, texts in lines.items() for text in (head, *texts)]


def test_the_tint_of_a_verdict_is_deepest_where_it_holds():
    table = finding_table(["أ", "ب"], FRAMES[:1])
    figure = robustness.robustness(table)
    words = {"يثبت": 1, "يضعف": 0.5, "ينقلب": 0.15, "—": 0}
    found = [text for text in written(figure) if text in words]
    assert colours(figure) == [tint(words[word]) for word in found] and len(set(found)) == 4


def test_a_finding_in_doubt_is_marked_and_paler():
    table = finding_table(["أ", "ب"], FRAMES[:2], doubtful=["frame-1"])
    figure = robustness.robustness(table)
    sound = robustness.robustness(table.drop(columns="doubtful"))
    assert [text for text in written(figure) if text.endswith("※")] == [f"{FRAMES[1]} ※"]
    assert note(figure) == note(sound) + doubt.NOTE and "※" not in "".join(written(sound))
    for box, pale, full in zip(boxes(figure), colours(figure), colours(sound), strict=True):
        assert pale == (Fill(full).paler().colour if "/1-" in box.get_url() else full)
