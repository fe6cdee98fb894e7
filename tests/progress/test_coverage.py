"""Which promises can be followed, and why the others cannot: by hand, and in the shipped plans day by day."""

from datetime import date

import pytest

from metrics.progress import as_known_on, assess
from metrics.progress.coverage import Untracked, coverage
from metrics.records import load
from tests.progress.build import LATER, benchmark, figure, goal, plan, records, series, target
from tests.progress.build import by_id as held_by_id

SHIPPED = load()


def only(*figures, day=LATER, against=None, **more):
    """The row of one target."""
    against = target() if against is None else against
    held = records(*figures, target=against, **more)
    (row,) = coverage(held, assess(held, day)).rows
    return row


def goal_row(*figures, promise, day=LATER):
    held = records(*figures, plans=held_by_id([plan(promise)]))
    (row,) = coverage(held, assess(held, day)).rows
    return row


def test_target_with_a_reading_that_counts_is_followed():
    row = only(figure("2024", 300), figure("2025", 500))
    assert (None, 1, 2, 1) == (row.why, row.series, row.figures, row.counted)


@pytest.mark.parametrize(
    ("figures", "more", "expected"),
    [
        ([], {}, Untracked.NOTHING_PUBLISHED),
        ([figure("2025", 500, kind="forecast", published="2024")], {}, Untracked.FORECASTS_ONLY),
        ([figure("2025", 500, kind="derived")], {}, Untracked.DERIVED_ONLY),
        ([figure("2025-H1", 500)], {}, Untracked.PARTS_OF_YEAR_ONLY),
        ([figure("2025", 500, geography="USA")], {}, Untracked.OTHER_PLACES_ONLY),
        ([figure("2020", 500)], {}, Untracked.TOO_OLD),
        ([figure("2026-03-31", 500)], {}, Untracked.AFTER_DUE),
        (
            [figure("2025", 500)],
            {"series": [series(comparability="different")]},
            Untracked.DIFFERENT_DEFINITION,
        ),
        (
            [figure("2025", 500, unit="usd_bn")],
            {"series": [series(unit="usd_bn")]},
            Untracked.DIFFERENT_UNIT,
        ),
        (
            [figure("2025", 500)],
            {"series": [series(repeats="other"), series("other")]},
            Untracked.REPEATS,
        ),
    ],
)
def test_target_that_is_not_followed_has_one_reason(figures, more, expected):
    row = only(*figures, **more)
    assert (expected, False, 0) == (row.why, row.tracked, row.counted)


def test_indicator_without_a_series_is_counted_by_nobody():
    held = records(target=target())
    alone = held.indicators["size"].model_copy(update={"series": ()})
    held = records(target=target(), indicators=held_by_id([alone]))
    (row,) = coverage(held, assess(held, LATER)).rows
    assert (Untracked.NO_SERIES, 0) == (row.why, row.series)


def test_of_several_reasons_the_nearest_to_a_count_stands():
    two = [series("count"), series("other")]
    row = only(figure("2020", 500), figure("2025", 500, kind="forecast", series="other"), series=two)
    assert Untracked.TOO_OLD is row.why


def test_forecasts_of_one_series_and_derived_values_of_another_are_one_reason():
    two = [series("count"), series("other")]
    row = only(
        figure("2025", 500, kind="derived"),
        figure("2025", 500, kind="forecast", series="other", id="f"),
        series=two,
    )
    assert Untracked.FORECASTS_AND_DERIVED is row.why


def test_days_run_from_the_end_of_the_period_and_from_the_publication():
    row = only(figure("2024", 300, published="2025-06-30"), day=date(2025, 7, 30))
    assert (211, 30) == (
        row.days_since_period(date(2025, 7, 30)),
        row.days_since_publication(date(2025, 7, 30)),
    )


def test_a_period_that_still_runs_has_less_than_no_days():
    row = only(figure("2025", 300, kind="estimate", published="2025-06-30"), day=date(2025, 12, 30))
    assert -1 == row.days_since_period(date(2025, 12, 30))


def test_a_promise_without_a_figure_has_no_days():
    row = only()
    assert (None, None) == (row.days_since_period(LATER), row.days_since_publication(LATER))


def test_latest_period_and_last_publication_may_be_two_figures():
    row = only(figure("2025", 500, published="2026-01-31"), figure("2024", 450, published="2026-03-31"))
    assert ("2025", "2024") == (row.latest.period.text, row.newest.period.text)


def test_goal_is_followed_through_a_benchmark_with_an_answer():
    row = goal_row(figure("2025", 500), promise=goal(benchmark(">", value=400)))
    assert (None, 1, 1) == (row.why, row.tests, row.counted)


@pytest.mark.parametrize(
    ("tests", "expected"),
    [([], Untracked.NO_BENCHMARK), ([benchmark(">", value=400)], Untracked.NO_FIGURE)],
)
def test_goal_without_benchmark_or_figure_is_not_followed(tests, expected):
    assert expected is goal_row(promise=goal(*tests)).why


def test_goal_whose_only_figure_is_too_old_is_not_told_to_have_none():
    assert Untracked.TOO_OLD is goal_row(figure("2018", 500), promise=goal(benchmark(">", value=400))).why


def test_plan_that_was_not_public_has_no_promises():
    held = records(figure("2025", 500), target=target())
    day = date(2014, 12, 31)
    assert () == coverage(as_known_on(held, day), assess(held, day)).rows


def shipped(day):
    known = as_known_on(SHIPPED, day)
    return coverage(known, assess(known, day))


@pytest.mark.parametrize(
    ("day", "targets", "goals", "reasons"),
    [
        (date(2016, 12, 31), (0, 1), (0, 0, 0), {"nothing_published": 1}),
        (
            date(2017, 12, 31),
            (0, 18),
            (0, 8, 16),
            {"derived_only": 4, "nothing_published": 3, "no_series": 11, "no_figure": 8, "no_benchmark": 8},
        ),
        (
            date(2020, 12, 31),
            (6, 23),
            (1, 11, 19),
            {"too_old": 3, "no_series": 14, "no_figure": 10, "no_benchmark": 8},
        ),
        (
            date(2024, 12, 31),
            (7, 35),
            (4, 11, 19),
            {"too_old": 13, "no_series": 17, "no_figure": 5, "no_benchmark": 8},
        ),
        (
            date(2026, 11, 28),
            (13, 45),
            (11, 12, 24),
            {"too_old": 8, "no_series": 25, "no_benchmark": 12},
        ),
    ],
)
def test_shipped_totals_by_day(day, targets, goals, reasons):
    """Targets: followed, all. Goals: followed, with a benchmark, all."""
    held = shipped(day)
    assert targets == (sum(row.tracked for row in held.targets), len(held.targets))
    assert goals == (sum(row.tracked for row in held.goals), len(held.with_benchmarks), len(held.goals))
    assert reasons == {why.value: n for why, n in held.reasons}


@pytest.mark.parametrize("day", [date(2018, 6, 30), date(2021, 6, 30), date(2026, 11, 28)])
def test_plans_add_up_to_the_whole_and_each_promise_stands_once(day):
    held = shipped(day)
    assert held.rows == tuple(row for plan_id in held.plans for row in held.of(plan_id).rows)
    assert len(held.rows) == len({row.promise.id for row in held.rows})
    assert len(held.rows) == len(held.tracked) + sum(n for _, n in held.reasons)


def test_what_is_followed_is_what_has_a_reading_that_counts():
    known = as_known_on(SHIPPED, date(2026, 11, 28))
    progress = assess(known, date(2026, 11, 28))
    followed = {row.promise.id for row in coverage(known, progress).targets if row.tracked}
    assert {one.target.id for one in progress.statuses.values() if one.counted} == followed
