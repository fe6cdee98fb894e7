"""Segments: every figure is drawn once, and no line joins two figures that are more than a year apart."""

from datetime import date
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import points
from metrics.figures.points import drawn_points
from metrics.figures.slides.segments import segments
from metrics.figures.slides.trend import spread_trend
from metrics.records import load
from metrics.records.vocabulary import Bound, Kind
from metrics.words import words_for
from tests.exports.powerpoint.trends import line, point

KINDS = st.sampled_from([Kind.ACTUAL, Kind.ESTIMATE, Kind.FORECAST, Kind.DERIVED])
BOUNDS = st.sampled_from([Bound.EXACT, Bound.MORE_THAN, Bound.ABOUT])
FIGURES = st.lists(
    st.tuples(st.integers(2010, 2030), KINDS, BOUNDS), min_size=1, unique_by=lambda one: one[0]
)


def made(figures):
    found = sorted(figures, key=lambda one: one[0])
    return line("one", *(point(year, 10 + n, bound, kind) for n, (year, kind, bound) in enumerate(found)))


@given(FIGURES)
def test_every_figure_is_drawn_in_exactly_one_series(figures):
    of = made(figures)
    drawn = [one for run in segments(of) for one in run.points if run.owns(one)]
    assert sorted(of.points, key=lambda one: one.day) == sorted(drawn, key=lambda one: one.day)


@given(FIGURES)
def test_no_line_joins_figures_with_a_missing_year_between(figures):
    for run in segments(made(figures)):
        joined = [(one, two) for one, two in pairwise(run.points) if one and two]
        assert all(two.day.year - one.day.year == 1 for one, two in joined)


@given(FIGURES)
def test_a_solid_line_leads_to_nothing_but_what_was_reported(figures):
    for run in segments(made(figures)):
        assert run.is_unsure or all(run.owns(one) for one in run.points if one)


def test_two_figures_of_one_year_are_joined():
    of = line("one", point(2020, 1, day=date(2020, 4, 30)), point(2020, 2))
    (run,) = segments(of)
    assert of.points == run.points


def test_a_file_joins_the_figures_of_every_shipped_series_that_the_page_joins():
    """Pages and files had a rule each: a forecast between two reported years cut the line in the file alone."""
    held, words, seen = load(), words_for("en"), 0
    for indicator in held.indicators.values():
        places = {one.geography for one in held.observations.values() if one.indicator == indicator.id}
        for place, unit in product(sorted(places), {one.unit for one in indicator.series}):
            trend = spread_trend(indicator, place, unit, held, words)
            for of in trend.lines if trend else ():
                page = points.lines(drawn_points(held, of.series, place), indicator.measure)
                shown = {run.is_unsure: pairs_of(run) for run in segments(of)}
                assert days_of(page.solid) == shown.get(False, [])
                assert days_of(page.dashed) == shown.get(True, [])
                seen += len(page.solid)
    assert seen > 100


def days_of(pairs):
    return [(one.period.end, two.period.end) for one, two in pairs]


def pairs_of(run):
    return [(one.day, two.day) for one, two in pairwise(run.points) if one and two]


def test_a_forecast_between_two_reported_years_does_not_cut_the_line():
    forecast = point(2021, 4, kind=Kind.FORECAST, day=date(2021, 6, 30))
    sure, unsure = segments(line("one", point(2020, 1), forecast, point(2021, 2)))
    assert ([1, 2], [4]) == ([one.value for one in sure.points], [one.value for one in unsure.points])
