"""Growth inside one series, worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress.growth import NoGrowth, overall, year_figures, yearly
from metrics.records.vocabulary import Measure
from tests.progress.build import figure

FLOW, STOCK, RATIO = Measure.FLOW, Measure.STOCK, Measure.RATIO


def refusals(*rows, measure=FLOW):
    return [step.refusal for step in yearly(rows, measure)]


def test_growth_is_the_later_figure_over_the_earlier_one():
    (step,) = yearly([figure("2020", 80), figure("2021", 100)], FLOW)
    assert (0.25, 1, None) == (step.rate, step.years, step.refusal)


def test_an_open_end_has_no_growth():
    rows = [figure("2020", 80), figure("2021", 100, "more_than"), figure("2022", 120)]
    assert [NoGrowth.OPEN_END, NoGrowth.OPEN_END] == refusals(*rows)


def test_over_a_missing_year_there_is_no_growth():
    assert [NoGrowth.GAP] == refusals(figure("2020", 80), figure("2022", 100))


def test_from_zero_there_is_no_growth():
    assert [NoGrowth.NOT_POSITIVE] == refusals(figure("2020", 0), figure("2021", 100))


def test_a_share_changes_by_points():
    assert [NoGrowth.SHARE] == refusals(figure("2020", 40), figure("2021", 50), measure=RATIO)


def test_a_forecast_has_no_growth():
    assert () == yearly([figure("2020", 80), figure("2021", 100, kind="forecast")], FLOW)


def test_half_a_year_is_no_year():
    assert () == yearly([figure("2020", 80), figure("2021-H1", 100)], FLOW)


def test_the_newest_vintage_is_used():
    rows = [figure("2020", 80), figure("2020", 50, published="2021-06-30"), figure("2021", 100)]
    assert [1.0] == [step.rate for step in yearly(rows, FLOW)]


def test_a_figure_that_a_derived_value_revised_has_no_growth():
    rows = [figure("2020", 80), figure("2021", 100), figure("2020", 95, kind="derived", published="2022-06")]
    assert [NoGrowth.SUPERSEDED] == refusals(*rows)


def test_what_is_about_gives_a_range():
    (step,) = yearly([figure("2020", 100), figure("2021", 200, "about", low=180, high=230)], FLOW)
    assert (1.0, pytest.approx(0.8), pytest.approx(1.3)) == (step.rate, step.low, step.high)


def test_a_stock_may_be_counted_on_the_last_day_of_the_year():
    rows = [figure("2020-12-31", 50), figure("2021-06-30", 55), figure("2021-12-31", 60)]
    assert [0.2] == [pytest.approx(step.rate) for step in yearly(rows, STOCK)]
    assert () == year_figures(rows, FLOW)


def test_first_to_last_is_compound_and_needs_no_figure_between():
    step = overall([figure("2020", 100), figure("2022", 121)], FLOW)
    assert (pytest.approx(0.1), 2) == (step.rate, step.years)  # 1.21 ** (1 / 2) - 1


def test_first_to_last_leaves_out_open_ends():
    step = overall([figure("2019", 90, "more_than"), figure("2020", 100), figure("2021", 120)], FLOW)
    assert ("2020", "2021") == (step.earlier.period.text, step.later.period.text)


def test_one_figure_has_no_growth():
    assert overall([figure("2020", 100)], FLOW) is None


@given(first=st.floats(0.1, 1e6), last=st.floats(0.1, 1e6), factor=st.floats(0.01, 100))
def test_growth_does_not_change_with_the_unit(first, last, factor):
    (one,) = yearly([figure("2020", first), figure("2021", last)], FLOW)
    (other,) = yearly([figure("2020", first * factor), figure("2021", last * factor)], FLOW)
    assert one.rate == pytest.approx(other.rate, rel=1e-6, abs=1e-9)
