"""Benchmarks: tests chosen by this project, answered at the milestone and now."""

from datetime import date

import pytest

from metrics.progress import goal_results
from metrics.progress.result import Answer
from tests.progress.build import DUE, EARLIER, LATER, benchmark, by_id, figure, goal, plan, records, series

A = Answer


def answered(test, *rows, known_on=LATER, **more):
    promise = goal(test)
    (one,) = goal_results(records(*rows, plans=by_id([plan(promise)]), **more), promise, known_on)
    return one


def both(place, other, period="2025", **more):
    mine = figure(period, place, **more)
    return mine, figure(period, other, **more | {"geography": "USA"})


MORE_THAN_50 = benchmark(">", value=50)
AHEAD = benchmark(">=", other_place="USA")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (figure("2025", 51), A.SUPPORTS),
        (figure("2025", 50), A.DOES_NOT_SUPPORT),
        (figure("2025", 40, "more_than"), A.CANNOT_SAY),
        (figure("2025", 60, kind="forecast"), A.NO_FIGURE),
        (figure("2025", 60, geography="USA"), A.NO_FIGURE),
        (figure("2025-H1", 60), A.NO_FIGURE),
    ],
)
def test_a_value_is_answered_by_satisfies(row, expected):
    assert expected is answered(MORE_THAN_50, row).at_milestone


def test_a_series_that_is_different_from_a_target_may_serve_a_benchmark():
    one = answered(MORE_THAN_50, figure("2025", 51), series=[series(comparability="different")])
    assert A.SUPPORTS is one.at_milestone


@pytest.mark.parametrize(
    ("place", "other", "expected"), [(9, 5, A.SUPPORTS), (5, 5, A.SUPPORTS), (4, 5, A.DOES_NOT_SUPPORT)]
)
def test_another_place_is_compared_interval_against_interval(place, other, expected):
    assert expected is answered(AHEAD, *both(place, other)).at_milestone


def test_overlapping_intervals_cannot_say():
    assert A.CANNOT_SAY is answered(AHEAD, *both(100, 102, bound="about")).at_milestone


def test_a_pair_needs_one_period_that_both_places_have():
    rows = [figure("2025", 9), figure("2025-06-30", 5, geography="USA")]
    assert (A.NO_FIGURE, ()) == (answered(AHEAD, *rows).at_milestone, answered(AHEAD, *rows).now_figures)


def test_the_latest_period_of_both_places_is_compared():
    rows = [*both(9, 5, "2025-03-31"), *both(4, 5, "2025-06-30"), figure("2025-09-30", 99)]
    one = answered(AHEAD, *rows)
    assert A.DOES_NOT_SUPPORT is one.at_milestone
    assert [("CHN", "2025-06-30"), ("USA", "2025-06-30")] == [
        (o.geography, o.period.text) for o in one.milestone_figures
    ]


def test_before_the_milestone_it_is_not_yet_and_no_figure_is_used():
    one = answered(MORE_THAN_50, figure("2024-03-31", 60), known_on=EARLIER)
    assert (A.NOT_YET, (), A.SUPPORTS) == (one.at_milestone, one.milestone_figures, one.now)


def test_on_the_milestone_day_it_is_answered():
    assert A.SUPPORTS is answered(MORE_THAN_50, figure("2025-06-30", 60), known_on=DUE).at_milestone


def test_at_the_milestone_only_periods_within_its_twelve_months_are_used():
    rows = [figure("2024", 60), figure("2026-03-31", 60)]
    assert A.NO_FIGURE_THEN is answered(MORE_THAN_50, *rows).at_milestone


def test_at_the_milestone_a_year_beats_a_day():
    promise = goal(MORE_THAN_50, due=date(2025, 6, 30))
    held = records(figure("2024", 40), figure("2025-05-31", 60), plans=by_id([plan(promise)]))
    (one,) = goal_results(held, promise, LATER)
    assert A.DOES_NOT_SUPPORT is one.at_milestone


def test_now_is_the_latest_period_within_24_months():
    rows = [figure("2024", 60), figure("2026-05-31", 40)]
    assert A.DOES_NOT_SUPPORT is answered(MORE_THAN_50, *rows).now


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-06-30", A.NO_RECENT_FIGURE), ("2024-07-01", A.SUPPORTS)]
)
def test_the_24_months_up_to_now_are_exact_days(day, expected):
    assert expected is answered(MORE_THAN_50, figure(day, 60)).now


def test_a_figure_that_is_too_old_is_not_told_as_none_at_all():
    old = figure("2020", 60)
    one = answered(MORE_THAN_50, old)
    assert (A.NO_FIGURE_THEN, A.NO_RECENT_FIGURE, (old,)) == (one.at_milestone, one.now, one.last_figures)
    none = answered(MORE_THAN_50)
    assert (A.NO_FIGURE, A.NO_FIGURE, ()) == (none.at_milestone, none.now, none.last_figures)


def test_a_period_that_has_not_ended_is_not_now():
    rows = [figure("2026", 60, kind="estimate", published="2026-05-01")]
    assert A.NO_FIGURE is answered(MORE_THAN_50, *rows).now


def test_only_what_was_known_is_used_with_its_vintage():
    rows = [figure("2025", 60, published="2026-01-10"), figure("2025", 40, published="2026-06-01")]
    before, after = (answered(MORE_THAN_50, *rows, known_on=date(2026, 5, d)) for d in (1, 31))
    assert [A.SUPPORTS] * 2 == [before.at_milestone, after.at_milestone]
    assert A.DOES_NOT_SUPPORT is answered(MORE_THAN_50, *rows, known_on=date(2026, 6, 1)).at_milestone


def test_a_goal_without_benchmarks_has_no_results():
    assert () == goal_results(records(), goal(), LATER)
