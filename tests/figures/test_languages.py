"""Charts in every language but English, which has tests of its own: labels stay apart there too."""

from datetime import date
from functools import cache
from itertools import combinations

import pytest

from metrics.figures.goal.chart import goal_chart
from metrics.figures.goal.scene import GoalScene
from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.labels import overlap
from metrics.figures.target.chart import target_chart
from metrics.figures.target.scene import Scene
from metrics.figures.timeline.chart import timeline_chart
from metrics.figures.timeline.scene import TimelineScene
from metrics.figures.typesetting import text_width, wrapped
from metrics.progress import as_known_on, goal_results
from metrics.progress.assess import judge
from metrics.records import load
from metrics.words import languages, words_for
from tests.figures.written import text_boxes

TODAY = date(2026, 11, 28)
RECORDS = load()
OTHERS = languages()[1:]
SHIPPED = [one.id for one in RECORDS.indicators.values() if one.series]
BENCHMARKS = {
    one.id: (goal.id, n) for goal in RECORDS.goals.values() for n, one in enumerate(goal.benchmarks)
}


@cache
def known(language):
    return as_known_on(words_for(language).in_own_units(RECORDS), TODAY)


def touching(made, frame):
    boxes = text_boxes(made.plot)
    return [(a[0], b[0]) for a, b in combinations(boxes, 2) if overlap(a[1], b[1], frame.widths)]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("target_id", list(RECORDS.targets))
def test_no_label_of_a_target_touches_another(target_id, language):
    records, words = known(language), words_for(language)
    status = judge(records, records.targets[target_id], TODAY)
    made = target_chart(status, records, words, "light", 1302)
    assert [] == touching(made, Scene(status, records, words, "light", 1302).frame)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("indicator_id", SHIPPED)
def test_no_label_of_an_indicator_touches_another(indicator_id, language):
    records, words = known(language), words_for(language)
    one = records.indicators[indicator_id]
    unit = next((s.unit for s in one.series if records.observations_of(s.id)), one.unit)
    ids = tuple(s.id for s in one.series if s.unit == unit)[:6]
    asked = {
        "known_on": TODAY,
        "scale": "level",
        "width": 1302,
        "targets": tuple(t for t in records.targets.values() if t.indicator == indicator_id),
    }
    scene = IndicatorScene(one, records, words, "light", series_ids=ids, places=("CHN", "USA"), **asked)
    assert [] == touching(draw(scene), scene.frame)


@pytest.mark.parametrize("language", OTHERS)
def test_no_label_of_the_timeline_touches_another(language):
    records, words = known(language), words_for(language)
    asked = {
        "known_on": TODAY,
        "plans": tuple(records.plans),
        "categories": tuple(records.categories),
        "indicator": "core_ai_industry_size",
        "width": 1302,
    }
    scene = TimelineScene(records, words, "light", **asked)
    assert [] == touching(timeline_chart(records, words, "light", **asked), scene.frame)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("benchmark", BENCHMARKS)
def test_no_label_of_a_goal_touches_another(benchmark, language):
    records, words = known(language), words_for(language)
    goal, n = BENCHMARKS[benchmark]
    result = goal_results(records, records.goals[goal], TODAY)[n]
    made = goal_chart(result, records, words, "light", known_on=TODAY)
    scene = GoalScene(result, records, words, "light", known_on=TODAY)
    assert made is None or [] == touching(made, scene.frame)


@pytest.mark.parametrize("width", [60, 90, 133, 200])
def test_chinese_breaks_at_no_sign_that_closes_or_opens_and_in_no_number(width):
    text = "到2025年（“核心产业”）超过4000亿元，2024年仍低于目标；唯一的独立口径没有2025年的数据。"
    lines = wrapped(text, width, 13)
    assert text == "".join(lines)
    assert [] == [one for one in lines if one[0] in "，。；）”年" or one[-1] in "（“"]
    assert [] == [one for one in lines if text_width(one, 13) > width + 2 * 13]
