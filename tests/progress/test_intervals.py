"""Intervals and the three-valued answer."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress import satisfies
from metrics.progress.intervals import compare
from metrics.records.interval import Interval, interval, percent_off
from metrics.records.vocabulary import Comparator
from tests.progress.build import benchmark, figure, target


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ("exact", Interval(100, 100)),
        ("at_least", Interval(100, math.inf, high_open=True)),
        ("more_than", Interval(100, math.inf, low_open=True, high_open=True)),
        ("at_most", Interval(-math.inf, 100, low_open=True)),
        ("less_than", Interval(-math.inf, 100, low_open=True, high_open=True)),
        ("about", Interval(95, 105)),
    ],
)
def test_each_wording_of_a_value_is_an_interval(bound, expected):
    assert expected == interval(figure("2025", 100, bound))


def test_about_with_a_stated_range_is_that_range():
    assert Interval(570, 600) == interval(figure("2025", 600, "about", low=570, high=600))


def test_about_with_one_stated_end_takes_five_percent_at_the_other():
    assert Interval(90, 105) == interval(figure("2025", 100, "about", low=90))
    assert Interval(95, 120) == interval(figure("2025", 100, "about", high=120))


def test_about_a_negative_value_reaches_to_both_sides():
    assert Interval(-105, -95) == interval(figure("2025", -100, "about"))


def test_a_range_beside_an_exact_value_does_not_widen_it():
    assert Interval(100, 100) == interval(figure("2025", 100, low=90, high=110))


def test_five_percent_of_a_decimal_is_exact():
    assert 6.6 == percent_off(6, 10)
    assert 3.3 == percent_off(3, 10)


@pytest.mark.parametrize(
    ("comparator", "bound", "value", "expected"),
    [
        (">", "exact", 150, False),
        (">", "exact", 150.01, True),
        (">", "more_than", 150, True),
        (">", "at_least", 150, None),
        (">", "more_than", 100, None),
        (">", "at_most", 150, False),
        (">", "at_most", 151, None),
        (">", "about", 160, True),
        (">", "about", 155, None),
        (">=", "exact", 150, True),
        (">=", "at_least", 150, True),
        (">=", "at_most", 150, None),
        (">=", "less_than", 150, False),
        (">=", "exact", 149, False),
        ("<", "exact", 150, False),
        ("<", "less_than", 150, True),
        ("<", "at_most", 150, None),
        ("<", "at_least", 150, False),
        ("<", "less_than", 200, None),
        ("<=", "exact", 150, True),
        ("<=", "at_most", 150, True),
        ("<=", "at_least", 150, None),
        ("<=", "more_than", 150, False),
        ("~", "exact", 135, True),
        ("~", "exact", 165, True),
        ("~", "exact", 134, False),
        ("~", "exact", 166, False),
        ("~", "about", 150, True),
        ("~", "about", 160, None),
        ("~", "at_least", 140, None),
        ("~", "more_than", 165, False),
    ],
)
def test_a_value_is_held_against_a_target_of_150(comparator, bound, value, expected):
    assert expected is satisfies(interval(figure("2025", value, bound)), target(comparator, 150))


@pytest.mark.parametrize(("value", "expected"), [(2.9, False), (3, True), (5, True), (5.1, False)])
def test_a_two_sided_target_with_a_range_reaches_from_value_to_value_high(value, expected):
    assert expected is satisfies(interval(figure("2025", value)), target("~", 3, value_high=5))


def test_a_floor_inside_a_two_sided_range_cannot_be_told():
    assert None is satisfies(interval(figure("2025", 4, "at_least")), target("~", 3, value_high=5))


def test_value_high_is_read_for_two_sided_targets_only():
    assert True is satisfies(interval(figure("2025", 6)), target(">=", 3, value_high=5))


def test_a_benchmark_with_a_value_is_held_like_a_target():
    assert True is satisfies(interval(figure("2025", 51)), benchmark(">", value=50))


def test_a_benchmark_without_a_value_is_refused():
    with pytest.raises(ValueError, match="without a value"):
        satisfies(interval(figure("2025", 51)), benchmark(">", other_place="USA"))


# Ends on a coarse grid, so that they often coincide; samples in and between the grid's points.
GRID = st.integers(-4, 4).map(float)
STEPS = [step / 4 for step in range(-24, 25)]


@st.composite
def intervals(draw):
    low, high = sorted((draw(GRID), draw(GRID)))
    if low == high:
        return Interval(low, high)
    shape = draw(st.sampled_from(["closed", "open", "low_open", "high_open", "up", "down"]))
    if shape == "up":
        return Interval(low, math.inf, low_open=draw(st.booleans()), high_open=True)
    if shape == "down":
        return Interval(-math.inf, high, low_open=True, high_open=draw(st.booleans()))
    return Interval(
        low, high, low_open=shape in ("open", "low_open"), high_open=shape in ("open", "high_open")
    )


def passes(value, comparator, low, high):
    match comparator:
        case ">":
            return value > low
        case ">=":
            return value >= low
        case "<":
            return value < low
        case "<=":
            return value <= low
    return low <= value <= high


def told(answers):
    return answers.pop() if len(answers) == 1 else None


@given(intervals(), st.sampled_from(list(Comparator)), GRID, st.integers(0, 3))
def test_satisfies_agrees_with_trying_points_of_the_interval(held, comparator, value, width):
    demand = target(comparator, value, value_high=value + width)
    answers = {passes(point, comparator, value, value + width) for point in STEPS if point in held}
    assert told(answers) is satisfies(held, demand)


ONE_SIDED = st.sampled_from([c for c in Comparator if c is not Comparator.ABOUT])


@given(intervals(), ONE_SIDED, intervals())
def test_two_intervals_agree_with_trying_pairs_of_their_points(held, comparator, against):
    mine = [point for point in STEPS if point in held]
    theirs = [point for point in STEPS if point in against]
    answers = {passes(a, comparator, b, b) for a in mine for b in theirs}
    assert told(answers) is compare(held, comparator, against)


@pytest.mark.parametrize(
    ("held", "against", "expected"),
    [
        (Interval(95, 105), Interval(100, 100), True),
        (Interval(95, 105), Interval(100, 110), None),
        (Interval(80, 85), Interval(100, 110), False),
        (Interval(130, 140), Interval(100, 110), False),
        (Interval(100, math.inf, high_open=True), Interval(100, 100), None),
        (Interval(-105, -95), Interval(-100, -100), True),
        (Interval(100, 100), Interval(50, math.inf, low_open=True, high_open=True), None),
    ],
)
def test_about_another_interval_means_within_ten_percent_of_it(held, against, expected):
    assert expected is compare(held, Comparator.ABOUT, against)
