"""Families at a glance: which are shown, what was promised about each, and the latest figure of either side."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress import as_known_on, assess
from metrics.progress.families import MOST, family_views
from metrics.progress.result import Answer
from metrics.records import load
from metrics.records.vocabulary import Independence
from tests.progress.build import benchmark, figure, goal, plan, records, series, target

DAY = date(2026, 11, 29)
SHIPPED = load()
METRICS = Path(__file__).parents[2] / "metrics"
NAMES = [one.parent for one in sorted(METRICS.glob("examples/*/targets.yaml"))]
STARTER = METRICS / "exports" / "starter" / "files"


def views(held, day=DAY, plans=None):
    plans = plans or held.glance.plans
    known = as_known_on(held, day)
    statuses = [one for one in assess(held, day).statuses.values() if one.target.plan in plans]
    return {one.family: one for one in family_views(known, statuses, day, plans)}


def test_the_mission_stands_in_the_order_that_the_file_asks_for():
    assert ["industry", "research_centres", "patents", "investment"] == list(views(SHIPPED))


def test_where_the_file_names_none_the_families_of_targets_and_benchmarks_are_shown():
    found = views(SHIPPED, plans=("aiplus-2025",)) or views(SHIPPED, plans=tuple(SHIPPED.plans))
    assert 0 < len(found) <= MOST


@pytest.mark.parametrize("name", [*NAMES, STARTER], ids=lambda one: one.name)
def test_every_example_has_a_row_for_each_family_that_its_plans_ask_for(name):
    held = load(name)
    found = views(held)
    assert found
    for view in found.values():
        assert view.promises or view.benchmarks
        assert view.independent or view.state


def test_patents_and_investment_carry_no_promise_and_their_benchmarks():
    found = views(SHIPPED)
    assert ["patents", "investment"] == [name for name, one in found.items() if not one.promises]
    named = {result.benchmark.id for result in found["patents"].benchmarks}
    assert {"bm-parity-patents", "bm-some-leading-patents", "bm-leading-patents"} <= named


def test_a_benchmark_of_a_past_milestone_keeps_its_answer_of_then():
    held = records(
        figure("2025", 500), target=None, plans={"the-plan": plan(goal(benchmark(">", value=400)))}
    )
    (view,) = views(held, date(2028, 6, 1)).values()
    assert (Answer.SUPPORTS, Answer.NO_RECENT_FIGURE) == (view.benchmarks[0].said, view.benchmarks[0].now)


def test_a_milestone_without_a_figure_of_its_own_leaves_the_word_to_now():
    held = records(
        figure("2024", 500), target=None, plans={"the-plan": plan(goal(benchmark(">", value=400)))}
    )
    (view,) = views(held, date(2026, 6, 1)).values()
    (result,) = view.benchmarks
    assert (Answer.NO_FIGURE_THEN, Answer.SUPPORTS) == (result.at_milestone, result.said)


def test_the_place_compared_stands_beside_in_the_same_series_and_period():
    latest = views(SHIPPED)["patents"].independent
    assert ("CHN", "USA") == (latest.figure.geography, latest.beside.geography)
    assert (latest.figure.series, latest.figure.period) == (latest.beside.series, latest.beside.period)


def test_another_year_of_the_place_compared_never_stands_beside():
    rows = [figure("2025", 500), figure("2024", 900, geography="USA")]
    (view,) = views(records(*rows, target=target())).values()
    assert view.independent.beside is None


@given(
    st.lists(
        st.tuples(st.integers(2015, 2025), st.sampled_from(["one", "two", "three"])), min_size=1, unique=True
    )
)
def test_the_latest_figure_of_a_group_is_never_older_than_another_of_it(given_rows):
    kinds = {"one": "independent", "two": "self_reported", "three": "state_affiliated"}
    rows = [figure(str(year), 5, series=name) for year, name in given_rows]
    held = records(
        *rows, target=target(), series=[series(name, independence=kind) for name, kind in kinds.items()]
    )
    (view,) = views(held).values()
    for latest, group in ((view.independent, {"one"}), (view.state, {"two", "three"})):
        years = [year for year, name in given_rows if name in group]
        assert (max(years) if years else None) == (latest and latest.figure.period.end.year)


def test_independent_and_state_figures_come_from_their_own_side():
    for view in views(SHIPPED).values():
        sides = [
            SHIPPED.series[one.figure.series].independence is Independence.INDEPENDENT
            for one in (view.independent, view.state)
            if one
        ]
        assert sides == sorted(sides, reverse=True)


def test_what_was_published_later_is_not_shown():
    early = views(SHIPPED, date(2019, 6, 30))
    for view in early.values():
        for latest in (view.independent, view.state):
            assert latest is None or latest.figure.known <= date(2019, 6, 30)


def test_a_family_whose_indicator_has_no_target_tells_those_of_its_other_indicators():
    education = SHIPPED.glance.model_copy(update={"families": ("education",)})
    held = replace(SHIPPED, glance=education)
    (view,) = views(held).values()
    assert "ai_majors_total" == view.indicator.id
    assert {"ai_textbooks", "ai_online_courses", "ai_x_majors"} == {
        one.target.indicator for one in view.promises
    }
