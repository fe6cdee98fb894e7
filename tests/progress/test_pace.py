"""Pace: usable points, start, both paths, refusals, and what stands beside a pace."""

from datetime import date

import pytest

from metrics.progress.evidence import usable_points
from metrics.progress.pace import classify, pace, paces
from metrics.progress.result import Path, Point, Refusal, Verdict
from metrics.records.vocabulary import Measure
from tests.progress.build import EARLIER, figure, reading, target

START = Point(date(2020, 12, 31), 100.0, None)
LATEST = Point(date(2023, 12, 31), 190.0, None)


def points(*rows, measure=Measure.FLOW):
    return [(str(p.observation.period), p.value) for p in usable_points(rows, measure)]


def refusals(*args, **more):
    return {one.path: one.refusal for one in paces(*args, **more)}


# Usable points


def test_actual_estimate_and_derived_values_are_points_at_their_stated_value():
    rows = [
        figure("2020", 100, kind="derived"),
        figure("2021", 110, kind="estimate"),
        figure("2022", 120, "about", low=90, high=125),
    ]
    assert [("2020", 100.0), ("2021", 110.0), ("2022", 120.0)] == points(*rows)


def test_forecasts_and_open_ends_are_no_points():
    rows = [figure("2021", 9, kind="forecast")]
    rows += [figure("2022", 9, bound) for bound in ("at_least", "more_than", "at_most", "less_than")]
    assert [] == points(*rows)


def test_parts_of_a_year_of_a_flow_are_no_points():
    parts = [figure(p, 5) for p in ("2022-H1", "2022-Q3", "2022-11")]
    assert [] == points(*parts)
    assert ["2022-H1", "2022-Q3", "2022-11"] == [name for name, _ in points(*parts, measure=Measure.STOCK)]


def test_a_day_of_a_flow_is_a_point():
    assert [("2022-07-06", 500.0)] == points(figure("2022-07-06", 500))


def test_a_derived_value_serves_where_the_reported_one_has_an_open_end():
    rows = [figure("2021", 400, "more_than", published="2022"), figure("2021", 430, kind="derived")]
    assert [("2021", 430.0)] == points(*rows)


def test_a_derived_value_never_replaces_a_reported_point_however_new():
    rows = [figure("2021", 400, published="2022"), figure("2021", 430, kind="derived", published="2024")]
    assert [("2021", 400.0)] == points(*rows)


def test_of_several_vintages_the_newest_is_the_point():
    rows = [figure("2021", 400, published="2022"), figure("2021", 410, published="2023")]
    assert [("2021", 410.0)] == points(*rows)


def test_an_older_vintage_is_no_point_where_the_newest_has_an_open_end():
    rows = [figure("2021", 400, published="2022"), figure("2021", 410, "more_than", published="2023")]
    assert [] == points(*rows)


# The start


def test_the_first_usable_point_is_the_start_without_a_baseline():
    one = reading(figure("2019", 50, "more_than"), figure("2020", 100), figure("2023", 190), known_on=EARLIER)
    assert "2020" == one.paces[0].start.observation.period.text


def test_the_plans_baseline_is_the_start_and_only_later_points_are_used():
    held = target(baseline_value=80, baseline_period="2021")
    rows = [figure("2020", 100), figure("2021", 120), figure("2023", 190)]
    one = reading(*rows, against=held, known_on=EARLIER)
    assert (Point(date(2021, 12, 31), 80.0, None), 190.0) == (one.paces[0].start, one.paces[0].latest.value)


def test_a_baseline_with_no_later_point_is_too_early():
    held = target(baseline_value=80, baseline_period="2023")
    one = reading(figure("2020", 100), figure("2023", 190), against=held, known_on=EARLIER)
    assert (11, Refusal.FEW_POINTS) == (one.case, one.paces[0].refusal)


def test_the_baseline_alone_makes_a_pace_of_one_later_point():
    held = target(baseline_value=80, baseline_period="2020")
    assert reading(figure("2023", 390), against=held, known_on=EARLIER).verdict is Verdict.ON_TRACK


# Both paths, worked by hand


def test_linear_pace_compares_yearly_steps():
    # 100 -> 190 in 1095 days, 100 -> 400 in 1826 days
    one = pace(Path.LINEAR, target(), START, LATEST)
    assert (90 / (1095 / 365.25), 300 / (1826 / 365.25)) == (one.actual, one.required)
    assert pytest.approx((90 / 1095) / (300 / 1826)) == one.ratio
    assert Verdict.FAR_BEHIND is one.verdict


def test_compound_pace_compares_yearly_growth():
    one = pace(Path.COMPOUND, target(), START, LATEST)
    actual, required = 1.9 ** (365.25 / 1095) - 1, 4 ** (365.25 / 1826) - 1
    assert pytest.approx((actual, required, actual / required)) == (one.actual, one.required, one.ratio)
    assert Verdict.BEHIND is one.verdict


def test_the_shipped_example_depends_on_the_path():
    # iResearch: 213.7 in 2023, 269.7 in 2024, more than 1,000 wanted for 2030
    held = target(value=1000, due=date(2030, 12, 31))
    start, latest = Point(date(2023, 12, 31), 213.7, None), Point(date(2024, 12, 31), 269.7, None)
    linear, compound = (pace(path, held, start, latest) for path in Path)
    assert (0.498, 1.060) == (round(linear.ratio, 3), round(compound.ratio, 3))
    assert (Verdict.FAR_BEHIND, Verdict.ON_TRACK) == (linear.verdict, compound.verdict)
    # 213.7 + 56 * 2557 / 366 and 213.7 * (269.7 / 213.7) ** (2557 / 366)
    assert (604.9, 2038, 1086, 2030) == (
        round(linear.value_at_due, 1),
        linear.arrival,
        round(compound.value_at_due),
        compound.arrival,
    )


def test_needed_pace_runs_from_the_latest_point_to_the_due_date():
    linear, compound = (pace(path, target(), START, LATEST) for path in Path)
    years = 731 / 365.25
    assert pytest.approx(((400 - 190) / years, (400 / 190) ** (1 / years) - 1)) == (
        linear.needed,
        compound.needed,
    )


def test_value_at_due_prolongs_the_pace_so_far():
    linear, compound = (pace(path, target(), START, LATEST) for path in Path)
    assert pytest.approx((100 + 90 * 1826 / 1095, 100 * 1.9 ** (1826 / 1095))) == (
        linear.value_at_due,
        compound.value_at_due,
    )


def test_arrival_is_the_year_in_which_the_pace_so_far_reaches_the_target():
    # linear: 300 / 90 * 1095 = 3650 days after the end of 2020; compound: 1095 * ln 4 / ln 1.9 = 2365 days
    assert (2030, 2027) == tuple(pace(path, target(), START, LATEST).arrival for path in Path)


def test_a_path_that_arrives_on_the_due_date_arrives_in_its_year():
    held = target(">=", 200, due=date(2024, 12, 31))
    halfway = Point(date(2022, 12, 31), 100 + 100 * 730 / 1461, None)
    assert 2024 == pace(Path.LINEAR, held, START, halfway).arrival


@pytest.mark.parametrize("value", [100.0, 90.0])
def test_a_pace_that_stands_still_or_goes_backwards_never_arrives(value):
    arrivals = [pace(path, target(), START, Point(LATEST.day, value, None)).arrival for path in Path]
    assert [None, None] == arrivals


def test_a_path_that_would_arrive_after_the_last_year_of_the_calendar_never_arrives():
    assert None is pace(Path.LINEAR, target(), START, Point(LATEST.day, 100.001, None)).arrival


def test_nothing_is_needed_once_the_latest_point_stands_at_the_due_date():
    latest = Point(date(2025, 12, 31), 300, None)
    assert None is pace(Path.LINEAR, target(), START, latest).needed


def test_growth_beyond_all_numbers_is_no_error():
    start, latest = Point(date(2020, 12, 31), 1e-300, None), Point(date(2021, 12, 31), 1e300, None)
    assert float("inf") == pace(Path.COMPOUND, target(), start, latest).value_at_due


def test_a_falling_target_is_paced_downwards():
    held = target("<", 50)
    falling = [pace(path, held, START, Point(LATEST.day, 65.0, None)) for path in Path]
    rising = [pace(path, held, START, Point(LATEST.day, 110.0, None)) for path in Path]
    assert [Verdict.ON_TRACK] * 2 == [one.verdict for one in falling]
    assert [Verdict.GOING_BACKWARDS] * 2 == [one.verdict for one in rising]


def test_a_two_sided_target_is_paced_to_its_value():
    one = pace(Path.LINEAR, target("~", 300, value_high=500), START, LATEST)
    assert 200 / (1826 / 365.25) == one.required


def test_a_ratio_at_a_threshold_belongs_to_the_better_class_in_spite_of_rounding():
    assert Verdict.ON_TRACK is classify(0.95 - 1e-12)
    assert Verdict.BEHIND is classify(0.6 - 1e-12)
    assert Verdict.FAR_BEHIND is classify(-1e-12)


# Refusals


def test_a_start_that_satisfies_the_target_is_refused():
    assert Refusal.START_SATISFIES is pace(Path.LINEAR, target(value=90), START, LATEST).refusal


def test_a_start_inside_a_two_sided_target_is_refused():
    held = target("~", 105)
    assert Refusal.START_SATISFIES is pace(Path.LINEAR, held, START, LATEST).refusal


def test_a_start_at_the_number_of_a_strict_target_is_refused():
    one = pace(Path.LINEAR, target(value=100), START, LATEST)
    assert (Refusal.START_AT_TARGET, None, None) == (one.refusal, one.ratio, one.verdict)


@pytest.mark.parametrize("due", [date(2020, 12, 31), date(2020, 6, 30)])
def test_a_due_date_that_is_not_after_the_start_is_refused(due):
    assert Refusal.DUE_AT_START is pace(Path.LINEAR, target(due=due), START, LATEST).refusal


def test_equal_dates_are_refused():
    assert Refusal.EQUAL_DATES is pace(Path.LINEAR, target(), START, Point(START.day, 190, None)).refusal


@pytest.mark.parametrize(
    ("start", "latest", "value"), [(0, 50, 100), (-5, 50, 100), (5, 0, 100), (5, -1, 100), (5, 3, -100)]
)
def test_compound_is_refused_where_start_latest_or_target_is_not_positive(start, latest, value):
    held = target(">" if value > 0 else "<", value)
    ends = Point(START.day, start, None), Point(LATEST.day, latest, None)
    linear, compound = (pace(path, held, *ends) for path in Path)
    assert (None, Refusal.NOT_POSITIVE) == (linear.refusal, compound.refusal)


def test_a_ratio_is_judged_on_linear_alone():
    assert {Path.LINEAR: None, Path.COMPOUND: Refusal.RATIO} == refusals(
        target(), [START, LATEST], Measure.RATIO
    )


def test_a_target_of_zero_is_judged_on_linear_alone():
    assert {Path.LINEAR: None, Path.COMPOUND: Refusal.TARGET_ZERO} == refusals(
        target("<=", 0), [START, LATEST], Measure.STOCK
    )


@pytest.mark.parametrize("declared", list(Path))
def test_a_declared_path_is_the_only_one(declared):
    held = target(path=declared.value, path_reason="The plan says so.")
    found = refusals(held, [START, LATEST], Measure.STOCK)
    assert {path: None if path is declared else Refusal.NOT_DECLARED for path in Path} == found


@pytest.mark.parametrize(
    ("value", "measure", "refusal"),
    [(400, Measure.RATIO, Refusal.RATIO), (0, Measure.STOCK, Refusal.TARGET_ZERO)],
)
def test_a_declared_compound_path_does_not_overrule_linear_alone(value, measure, refusal):
    held = target("<=" if value == 0 else ">", value, path="compound", path_reason="The plan says so.")
    found = refusals(held, [START, LATEST], measure)
    assert {Path.LINEAR: None, Path.COMPOUND: refusal} == found


def test_the_readers_path_leaves_out_the_other():
    found = refusals(target(), [START, LATEST], Measure.STOCK, chosen=Path.COMPOUND)
    assert {Path.LINEAR: Refusal.NOT_CHOSEN, Path.COMPOUND: None} == found


def test_the_readers_path_does_not_overrule_a_rule():
    ratio = refusals(target(), [START, LATEST], Measure.RATIO, chosen=Path.COMPOUND)
    declared = refusals(target(path="linear"), [START, LATEST], Measure.STOCK, chosen=Path.COMPOUND)
    assert {Path.LINEAR: None, Path.COMPOUND: Refusal.RATIO} == ratio
    assert {Path.LINEAR: None, Path.COMPOUND: Refusal.NOT_DECLARED} == declared


def test_a_chosen_path_that_cannot_be_computed_gives_no_stand_in():
    rows = [figure("2020", -10), figure("2023", 190)]
    both = reading(*rows, known_on=EARLIER)
    chosen = reading(*rows, known_on=EARLIER, path=Path.COMPOUND)
    assert [12, 11] == [both.case, chosen.case]
    assert [Refusal.NOT_CHOSEN, Refusal.NOT_POSITIVE] == [one.refusal for one in chosen.paces]


def test_no_path_is_computed_for_few_points():
    assert [Refusal.FEW_POINTS] * 2 == list(refusals(target(), [START], Measure.STOCK).values())
    assert [Refusal.FEW_POINTS] * 2 == list(refusals(target(), [], Measure.STOCK).values())
