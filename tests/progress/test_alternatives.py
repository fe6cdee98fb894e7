"""What would change a headline: the four kinds of change, each held against records changed for real."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress import alternatives, as_known_on
from metrics.progress.alternatives import flips
from metrics.progress.assess import judge
from metrics.progress.result import Path, Verdict
from metrics.progress.supposition import suppose, target_limits
from metrics.records.interval import Interval
from tests.progress.build import DUE, EARLIER, LATER, by_id, figure, records, series, target
from tests.progress.test_laws import DAYS, worlds

THREE = [series(name) for name in ("a", "b", "c")]


def found(*figures, against=None, known_on=LATER, path=None, **more):
    held = records(*figures, target=against or target(), **more)
    return alternatives(held, judge(held, held.targets["the-target"], known_on, path), path)


def told(one):
    return one.headline.verdict.value, one.headline.k, one.headline.n, one.headline.contested


# One further figure


def test_a_silent_series_would_make_a_majority_contested_with_a_figure_at_or_under_the_target():
    made = found(
        figure("2025", 500, series="a"),
        figure("2025", 450, series="b"),
        figure("2024", 300, series="c"),
        series=THREE,
    )
    last = made.figures[-1]
    assert ("c", "2025", Interval(0, 400, low_open=True), False) == (
        last.series.id,
        last.period.text,
        last.values,
        last.revises,
    )
    assert ("met", 2, 3, True) == told(last)


def test_a_figure_that_only_adds_to_the_majority_is_not_listed():
    made = found(figure("2025", 500, series="a"), figure("2024", 300, series="b"), series=THREE[:2])
    assert [Interval(0, 400, low_open=True), Interval(400, inf, True, True)] == [
        one.values for one in made.figures if one.series.id == "b"
    ]
    more = found(
        *(figure("2025", 500, series=name) for name in "ab"), figure("2024", 300, series="c"), series=THREE
    )
    assert [Interval(0, 400, low_open=True)] == [one.values for one in more.figures if one.series.id == "c"]


def test_a_series_that_has_a_figure_for_the_due_period_would_revise_it():
    (one,) = found(figure("2025", 500)).figures
    assert (True, Interval(0, 400, low_open=True), Verdict.MISSED) == (
        one.revises,
        one.values,
        one.headline.verdict,
    )


def test_the_edge_of_a_two_sided_target_is_where_a_figure_changes_sides():
    below, above = found(figure("2025", 20), against=target("~", 20)).figures
    assert (Interval(0, 18, True, True), Interval(22, inf, True, True)) == (below.values, above.values)
    assert (3, 5) == target_limits(target("~", 3, value_high=5))


def test_values_below_zero_are_asked_where_the_target_lies_there():
    below, above = found(figure("2025", -3), against=target("~", -3, value_high=-2)).figures
    assert (-inf, -3) == (below.values.low, below.values.high)
    assert (-2, inf) == (above.values.low, above.values.high)


def test_a_target_of_zero_is_asked_at_zero_too():
    (one,) = found(figure("2025", 5), against=target("<=", 0)).figures
    assert (Interval(0, 0), Verdict.MET) == (one.values, one.headline.verdict)


def test_before_the_due_date_the_class_of_a_pace_changes_at_a_named_figure():
    held = target(value=500, path="linear", path_reason="it is said so")
    made = found(figure("2020", 100), figure("2022", 150), against=held, known_on=EARLIER)
    below, above = made.figures  # from 100 in 2020 to 500 in 2025 takes 80 a year: 240 by 2023
    assert ("2023", Verdict.GOING_BACKWARDS) == (below.period.text, below.headline.verdict)
    assert Interval(0, 100, True, True) == below.values
    assert ("2023", Verdict.BEHIND) == (above.period.text, above.headline.verdict)
    assert pytest.approx((100 + 0.6 * 240, 100 + 0.95 * 240), rel=1e-3) == (
        above.values.low,
        above.values.high,
    )


def test_the_figure_before_the_due_date_is_for_the_newest_period_of_the_series():
    held = target(value=500)
    made = found(
        figure("2020", 100), figure("2024", 420, published="2024-06"), against=held, known_on=EARLIER
    )
    assert {"2024"} == {one.period.text for one in made.figures}


@pytest.mark.parametrize(
    "other", [series("b", comparability="different"), series("b", unit="usd_bn"), series("b", repeats="a")]
)
def test_no_figure_of_a_series_that_cannot_count_is_supposed(other):
    made = found(
        figure("2025", 500, series="a"),
        figure("2025", 1, series="b", unit=other.unit),
        series=[series("a"), other],
    )
    assert {"a"} == {one.series.id for one in made.figures}


def test_a_series_that_had_published_nothing_is_not_named():
    made = found(
        figure("2024", 500, series="a"),
        figure("2024", 100, series="b", published="2026"),
        series=THREE[:2],
        known_on=date(2026, 1, 31),
    )
    assert {"a"} == {one.series.id for one in (*made.figures, *made.left_out)}


def test_ranges_that_differ_in_their_tally_alone_are_told_as_one():
    held = target(value=500, path="linear", path_reason="it is said so")
    rows = [
        figure(year, value, series=name) for name in "ab" for year, value in (("2020", 100), ("2022", 260))
    ]
    made = found(*rows, against=held, known_on=EARLIER, series=THREE[:2])
    below = made.figures[0]  # behind, far behind or going backwards: one on each side, whichever it is
    assert (0, pytest.approx(100 + 0.95 * 240, rel=1e-3), True) == (
        below.values.low,
        below.values.high,
        below.varies,
    )


# One series less


def test_leaving_out_the_series_that_decides_is_listed():
    made = found(
        figure("2025", 500, series="a"),
        figure("2025", 450, series="b"),
        figure("2025", 300, series="c"),
        series=THREE,
    )
    assert {
        "a": ("inconclusive", 0, 2, True),
        "b": ("inconclusive", 0, 2, True),
        "c": ("met", 2, 2, False),
    } == {one.series.id: told(one) for one in made.left_out}


def test_leaving_out_one_of_many_that_agree_is_not_listed():
    made = found(*(figure("2025", 500, series=name) for name in "abc"), series=THREE)
    assert () == made.left_out


# The other path


def test_the_path_that_decides_is_listed():
    growing = (figure("2020", 100), figure("2023", 220))
    made = found(*growing, known_on=EARLIER, against=target(value=500))
    assert {Path.LINEAR: Verdict.FAR_BEHIND, Path.COMPOUND: Verdict.BEHIND} == {
        one.path: one.headline.verdict for one in made.paths
    }
    one_path = found(*growing, known_on=EARLIER, against=target(value=500), path=Path.LINEAR)
    assert {Path.COMPOUND: Verdict.BEHIND, None: Verdict.DEPENDS_ON_PATH} == {
        one.path: one.headline.verdict for one in one_path.paths
    }


def test_the_path_plays_no_part_once_due():
    assert () == found(figure("2020", 100), figure("2025", 220)).paths


# Another day


def test_the_last_day_with_another_headline_is_the_one_before_the_figure_came():
    (one,) = found(figure("2025", 500, published="2026-03-05")).days
    assert (date(2026, 3, 4), False, Verdict.NO_DATA) == (one.day, one.later, one.headline.verdict)


def test_the_due_date_itself_is_a_turning_day():
    made = found(figure("2025-06-30", 450), known_on=LATER)
    assert [(DUE - timedelta(1), Verdict.MET_EARLY)] == [(d.day, d.headline.verdict) for d in made.days]


def test_a_series_falling_silent_would_change_the_headline_if_nothing_more_came():
    held = target(value=500, due=date(2030, 12, 31))
    made = found(figure("2020", 100), figure("2023", 220), against=held, known_on=date(2025, 6, 30))
    later = made.days[-1]
    assert (date(2025, 12, 31), True, Verdict.STALE) == (later.day, later.later, later.headline.verdict)


def test_what_was_published_later_is_not_foreseen():
    held = target(value=500, due=date(2030, 12, 31))
    rows = (figure("2020", 100), figure("2023", 220))
    expected = found(*rows, against=held, known_on=date(2025, 6, 30))
    surprise = figure("2024", 900, published="2025-09-30")
    assert expected == found(*rows, surprise, against=held, known_on=date(2025, 6, 30))


def test_no_day_before_the_plan_is_named():
    made = found(figure("2014", 100), known_on=date(2015, 1, 31), against=target(value=500))
    assert () == tuple(day for day in made.days if not day.later)


def test_where_nothing_flips_the_headline_nothing_is_listed():
    assert not found(known_on=LATER)


# Laws


def applied(held, one, value, day):
    """Records to which the further figure has been added as a row of its own."""
    row = figure(
        one.period.text,
        value,
        series=one.series.id,
        published=day.isoformat(),
        unit=one.series.unit,
    )
    row = row.model_copy(update={"id": "added"})
    return replace(held, observations=by_id([*held.observations.values(), row]))


def inside(values):
    """Some values of a range, its own ends among them."""
    low = values.low if values.low > -inf else values.high - 10
    high = values.high if values.high < inf else values.low + 10
    ends = [v for v in (values.low, values.high) if v in values and abs(v) < inf]
    return [*ends, low + (high - low) / 3, low + (high - low) * 0.9]


@given(worlds(), DAYS, st.sampled_from([None, *Path]))
def test_each_listed_change_applied_for_real_gives_exactly_the_listed_headline(held, day, path):
    aim = held.targets["the-target"]
    now = judge(held, aim, day, path)
    known = as_known_on(held, day)
    made = alternatives(held, now, path)
    for one in made.figures:
        for value in inside(one.values):
            then = judge(applied(known, one, value, day), aim, day, path).headline
            assert one.headline == then or (one.varies and not flips(one.headline, then))
    for one in made.left_out:
        kept = [s for s in held.series.values() if s != one.series]
        indicator = held.indicators["size"].model_copy(update={"series": tuple(kept)})
        assert one.headline == judge(replace(held, indicators=by_id([indicator])), aim, day, path).headline
    for one in made.paths:
        assert one.headline == judge(held, aim, day, one.path).headline
    for one in made.days:
        assert one.headline == judge(known, aim, one.day, path).headline
    for one in (*made.figures, *made.left_out, *made.paths, *made.days):
        assert flips(now.headline, one.headline)


@given(worlds(), DAYS, st.sampled_from([None, *Path]))
def test_the_ranges_of_a_supposed_figure_leave_no_value_out_and_tell_the_truth(held, day, path):
    now = judge(held, held.targets["the-target"], day, path)
    for reading in now.readings:
        supposed = suppose(held, now, reading, path)
        if supposed is None:
            continue
        ranges = supposed.ranges()
        for one, other in pairwise(ranges):
            assert one.values.high == other.values.low
            assert one.values.high_open is not other.values.low_open
            assert one.headline != other.headline
        assert (0, inf) == (ranges[0].values.low, ranges[-1].values.high)
        for one in ranges:
            assert {one.headline} == {supposed.headline_at(value) for value in inside(one.values)}


@given(worlds(), DAYS, st.sampled_from([None, *Path]))
def test_a_figure_just_short_of_the_named_one_does_not_give_that_headline(held, day, path):
    now = judge(held, held.targets["the-target"], day, path)
    for one in alternatives(held, now, path).figures:
        reading = next(r for r in now.readings if r.series == one.series)
        supposed = suppose(held, now, reading, path)
        low, high = one.values.low, one.values.high
        if low > 0:
            short = low if one.values.low_open else low * (1 - 1e-7)
            assert flips(one.headline, supposed.headline_at(short))
        if high < inf:
            short = high if one.values.high_open else high * (1 + 1e-7)
            assert flips(one.headline, supposed.headline_at(short))


@given(worlds(), DAYS, st.sampled_from([None, *Path]))
def test_every_day_between_a_listed_day_and_the_day_of_the_status_has_the_present_answer(held, day, path):
    aim = held.targets["the-target"]
    now = judge(held, aim, day, path)
    known = as_known_on(held, day)
    days = {one.later: one.day for one in alternatives(held, now, path).days}
    first = days.get(False, date(2014, 12, 31)) + timedelta(1)
    last = days.get(True, max(DUE, day) + timedelta(1)) - timedelta(1)
    for other in range(first.toordinal(), last.toordinal() + 1, 17):
        then = judge(known, aim, date.fromordinal(other), path)
        assert not flips(now.headline, then.headline)
