"""What two plans' targets for one indicator ask beside each other: differences, reasons against, and paces."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress import assess
from metrics.progress.comparison import Apart, Lag, apart, asked, compared, differences, offered, planned
from metrics.progress.result import Path, Refusal
from metrics.records.vocabulary import Measure
from tests.progress.build import LATER, UNITS, by_id, figure, plan, records, target

MAPPED = by_id(UNITS)
DUES = st.dates(date(2020, 1, 1), date(2030, 12, 31))
PLACES, KINDS = st.sampled_from(["CHN", "USA"]), st.sampled_from([">", ">=", "<", "<=", "~"])


@st.composite
def promises(draw, name):
    """Some targets of one plan."""
    drawn = draw(st.lists(st.tuples(DUES, KINDS, st.integers(1, 900), PLACES), min_size=1, max_size=4))
    return [
        target(kind, value, id=f"{name}-{n}", plan=name, due=due, place=place)
        for n, (due, kind, value, place) in enumerate(drawn)
    ]


def of(first, second, measure=Measure.FLOW):
    (one,) = differences([first], [second], measure, MAPPED)
    return one


def test_second_target_asks_for_a_share_more_and_later():
    one = of(target(">", 400, id="a"), target(">=", 500, id="b", due=date(2027, 12, 31)))
    assert (None, 100, 0.25, -1) == (one.apart, one.change, one.share, one.strict)
    assert Lag(2, "years") == one.lag


def test_ratio_differs_by_points_and_by_no_share():
    one = of(
        target(">", 10, id="a", unit="percent"), target(">", 12.5, id="b", unit="percent"), Measure.RATIO
    )
    assert (2.5, None) == (one.change, one.share)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"place": "USA"}, Apart.PLACE),
        ({"unit": "percent"}, Apart.UNIT),
        ({"comparator": "<"}, Apart.DEMAND),
        ({"comparator": "~"}, Apart.DEMAND),
        ({"comparator": "~", "value_high": 900}, Apart.DEMAND),
    ],
)
def test_nothing_is_said_across_places_units_and_ways_of_asking(more, why):
    one = of(target(id="a"), target(**{"comparator": ">", "value": 800, "id": "b"} | more))
    assert (why, None, None) == (one.apart, one.change, one.share)


def test_other_prices_of_one_currency_are_a_reason_of_their_own():
    nominal, constant = target(unit="usd_bn"), target(unit="usd_bn_2021")
    assert Apart.PRICES == apart(nominal, constant, MAPPED)


def test_two_ranges_are_not_compared_in_one_number():
    wide = target("~", 3, value_high=5)
    assert Apart.DEMAND == apart(wide, wide, MAPPED)


def test_targets_that_can_be_compared_are_preferred_to_nearer_ones_that_cannot():
    near = target(">", 9, id="near", unit="percent")
    far = target(">", 800, id="far", due=date(2030, 12, 31))
    (one,) = differences([target(id="a")], [near, far], Measure.FLOW, MAPPED)
    assert ("a", "far", None) == (one.first.id, one.second.id, one.apart)


def test_pace_is_asked_from_the_stated_baseline_to_the_target():
    held = target(">", 400, baseline_value=100, baseline_period="2020")
    linear, compound = asked(held, Measure.FLOW)
    assert linear.required == pytest.approx(300 / (1826 / 365.25))
    assert compound.required == pytest.approx(4 ** (365.25 / 1826) - 1)


def test_share_is_asked_for_on_the_linear_path_alone():
    held = target(">", 40, unit="percent", baseline_value=10, baseline_period="2020")
    assert [None, Refusal.RATIO] == [one.refusal for one in asked(held, Measure.RATIO)]
    assert [None, Refusal.NOT_CHOSEN] == [one.refusal for one in asked(held, Measure.FLOW, Path.LINEAR)]


def test_plan_without_a_baseline_asks_for_no_pace():
    assert () == asked(target(), Measure.FLOW)


def two_plans(*figures, **more):
    first = target(id="a", plan="first")
    second = target(">", 500, id="b", plan="second", due=date(2030, 12, 31))
    plans = [plan(first, id="first"), plan(second, id="second", **more)]
    return records(*figures, plans=by_id(plans))


def test_comparison_rests_on_the_statuses_of_the_day():
    held = two_plans(figure("2025", 450))
    found = compared(assess(held, LATER), held, "size", ("first", "second"))
    assert [["a"], ["b"]] == [[one.status.target.id for one in side] for side in found.sides]
    assert found.first[0].status == assess(held, LATER).statuses["a"]


def test_plan_published_later_is_not_there():
    held = two_plans(published="2027-01-01")
    progress = assess(held, LATER)
    assert ("first",) == planned(progress.statuses.values())["size"]
    with pytest.raises(ValueError, match="not two plans"):
        compared(progress, held, "size", ("first", "second"))


def test_one_plan_is_not_compared_with_itself():
    held = two_plans()
    with pytest.raises(ValueError, match="not two plans"):
        compared(assess(held, LATER), held, "size", ("first", "first"))


@given(promises("a"), promises("b"))
def test_swapping_the_plans_mirrors_what_differs(first, second):
    there = differences(first, second, Measure.FLOW, MAPPED)
    back = differences(second, first, Measure.FLOW, MAPPED)
    assert {(one.first.id, one.second.id, one.apart) for one in there} == {
        (one.second.id, one.first.id, one.apart) for one in back
    }
    turned = {one.second.id: one for one in back}
    for one in there:
        other = turned[one.first.id]
        assert (one.lag.unit, one.lag.n, one.strict) == (other.lag.unit, -other.lag.n, -other.strict)
        assert (one.change is None) == (other.change is None)
        if one.change is not None and one.share is not None and other.share is not None:
            assert one.change == -other.change
            assert (1 + one.share) * (1 + other.share) == pytest.approx(1)


@given(promises("a"), promises("b"))
def test_something_is_always_said_and_each_target_at_most_once(first, second):
    found = differences(first, second, Measure.FLOW, MAPPED)
    assert found
    assert len(found) == len({one.first.id for one in found}) == len({one.second.id for one in found})


@given(promises("a"), promises("b"), st.integers(1, 1000))
def test_what_differs_does_not_hang_on_when_it_is(first, second, days):
    def later(some):
        return [one.model_copy(update={"due": one.due + timedelta(days=days)}) for one in some]

    there = differences(first, second, Measure.FLOW, MAPPED)
    moved = differences(later(first), later(second), Measure.FLOW, MAPPED)
    assert [(one.first.id, one.second.id, one.change) for one in there] == [
        (one.first.id, one.second.id, one.change) for one in moved
    ]


def test_pair_that_can_be_compared_is_offered_before_one_that_cannot():
    county = target(id="county", plan="county", place="USA")
    town, revision = (target(id=one, plan=one) for one in ("town", "revision"))
    plans = ["county", "town", "revision"]
    assert ("town", "revision") == offered(plans, [county, town, revision], MAPPED)
    assert ("county", "town") == offered(plans[:2], [county, town], MAPPED)
