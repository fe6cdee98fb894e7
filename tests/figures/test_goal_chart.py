"""The chart behind a benchmark: two places or a level over time, the milestone marked, nothing joined."""

import json
from datetime import date
from functools import cache
from itertools import combinations

import pytest

from metrics.figures.chart_json import to_json
from metrics.figures.goal.chart import goal_chart
from metrics.figures.goal.scene import GoalScene
from metrics.figures.labels import overlap
from metrics.progress import as_known_on, goal_results
from metrics.records import load
from metrics.words import words_for
from tests.figures.golden_file import as_text, expected_text
from tests.figures.written import drawn_marks, joined, lines, marks, text_boxes, texts

WORDS = words_for("en")
TODAY = date(2026, 11, 28)
EARLIER = date(2020, 12, 31)
RECORDS = load()
BENCHMARKS = {
    one.id: (goal.id, n) for goal in RECORDS.goals.values() for n, one in enumerate(goal.benchmarks)
}


@cache
def result_of(benchmark, known_on=TODAY):
    goal, n = BENCHMARKS[benchmark]
    known = as_known_on(RECORDS, known_on)
    return goal_results(known, known.goals[goal], known_on)[n], known


@cache
def chart(benchmark, known_on=TODAY, mode="light"):
    result, known = result_of(benchmark, known_on)
    return goal_chart(result, known, WORDS, mode, known_on=known_on)


def scene(benchmark, known_on=TODAY):
    result, known = result_of(benchmark, known_on)
    return GoalScene(result, known, WORDS, "light", known_on=known_on)


def test_a_chart_of_two_places_looks_as_agreed():
    made = chart("bm-parity-top-papers")
    text = json.dumps(json.loads(to_json(made)), indent=1, ensure_ascii=False) + "\n"
    assert expected_text("goal_chart.json", text) == text


def test_both_places_are_drawn_and_each_is_named_at_its_end():
    made = chart("bm-parity-patents")
    assert {"CHN", "USA"} == {one.place for one in made.plot.series}
    assert {"China 66,276", "United States 14,601"} <= set(texts(made.plot))


def test_the_title_says_the_finding_with_its_figures():
    assert (
        "China 41 and United States 46 in 2024: does not support the goal"
        == chart("bm-parity-top-papers").title
    )
    assert (
        "China 66,276 and United States 14,601 in 2020: supports the goal at its milestone; no recent figure"
        == chart("bm-parity-patents").title
    )


def test_the_milestone_and_the_known_on_day_are_marked():
    made = chart("bm-leading-top-papers")
    upright = {one.role: one.x for one in made.plot.strokes}
    assert (date(2030, 12, 31), TODAY) == (upright["milestone"], upright["known on"])
    assert {"milestone, 31 Dec 2030", "known on 28 Nov 2026"} <= set(texts(made.plot))


def test_a_benchmark_with_a_value_has_its_level():
    made = chart("bm-parity-research-centres")
    assert [(50, 50)] == [tuple(y for _, y in one.points) for one in made.plot.lines if one.role == "level"]
    assert "benchmark: at least 50 institutions" in texts(made.plot)


def test_a_missing_year_stays_a_gap():
    steps = [step for line in lines(chart("bm-parity-top-papers").plot) for step in line.steps]
    assert {(2023, 2024)} == {(a.year, b.year) for a, b in steps}


@pytest.mark.parametrize("known_on", [EARLIER, TODAY])
@pytest.mark.parametrize("benchmark", BENCHMARKS)
def test_every_chart_shows_only_what_was_known(benchmark, known_on):
    if BENCHMARKS[benchmark][0] not in as_known_on(RECORDS, known_on).goals:
        return  # the plan was not public yet: there is no goal to draw
    made = chart(benchmark, known_on)
    result, known = result_of(benchmark, known_on)
    places = {result.benchmark.place, result.benchmark.other_place}
    rows = [o for o in known.observations_of(result.benchmark.series) if o.geography in places]
    assert bool(rows) == (made is not None)
    if made is not None:
        drawn = set(marks(made.plot))
        assert drawn <= {one.id for one in rows}
        assert len(drawn) == len(made.table.rows)
        assert {one.id for one in (*result.milestone_figures, *result.now_figures)} <= drawn


@pytest.mark.parametrize("benchmark", BENCHMARKS)
def test_no_line_joins_two_places(benchmark):
    plot = chart(benchmark).plot
    at = {(one.place, place, value) for one, place, value, _ in drawn_marks(plot)}
    drawn = [line for line in plot.lines if line.role in ("line", "dashes")]
    assert all({(line.place, *point) for point in line.points} <= at for line in drawn)
    assert all(series == result_of(benchmark)[0].benchmark.series for series, _ in joined(plot))


@pytest.mark.parametrize("known_on", [EARLIER, TODAY])
@pytest.mark.parametrize("benchmark", BENCHMARKS)
def test_no_label_stands_on_another(benchmark, known_on):
    made = (
        chart(benchmark, known_on)
        if BENCHMARKS[benchmark][0] in as_known_on(RECORDS, known_on).goals
        else None
    )
    if made is not None:
        frame = scene(benchmark, known_on).frame
        boxes = text_boxes(made.plot)
        assert [] == [
            (a, b) for (a, one, _), (b, two, _) in combinations(boxes, 2) if overlap(one, two, frame.widths)
        ]


@pytest.mark.parametrize("benchmark", BENCHMARKS)
def test_the_figure_is_the_same_each_time_and_in_both_modes_but_for_colour(benchmark):
    result, known = result_of(benchmark)
    again = goal_chart(result, known, WORDS, "light", known_on=TODAY)
    assert as_text(chart(benchmark).figure) == as_text(again.figure)
    dark = chart(benchmark, mode="dark")
    assert texts(dark.plot) == texts(chart(benchmark).plot)
    assert dark.title == chart(benchmark).title


def test_the_text_alternative_tells_what_the_picture_shows():
    alt = chart("bm-parity-patents").alt
    assert chart("bm-parity-patents").title in alt
    assert "the milestone, 31 Dec 2020" in alt
    assert "China: 66,276, 2020" in alt
