"""Sizes: figures in a larger or smaller unit say the same."""

from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from metrics.progress import as_known_on, assess, goal_results, histories
from metrics.progress.sizes import resized, resized_histories, resized_progress
from metrics.records import load
from metrics.records.model import Text

HELD = load()
DAYS = [date(2020, 12, 31), date(2026, 11, 28)]


@pytest.fixture(scope="module")
def smaller():
    """All money by the hundred million, users by the ten thousand."""
    scales = {"cny_bn": 1e8, "usd_bn": 1e8, "cny_bn_2021": 1e8, "usd_bn_2021": 1e8, "million_users": 1e4}
    units = {
        name: HELD.units[name].model_copy(
            update={"id": f"small_{name}", "scale": scale, "label": Text(en="small")}
        )
        for name, scale in scales.items()
    }
    return resized(HELD, units)


def plain(thing):
    """A result as lists of its fields, numbers to nine digits."""
    if isinstance(thing, float):
        return float(f"{thing:.9g}")
    if is_dataclass(thing):
        return [plain(getattr(thing, one.name)) for one in fields(thing)]
    return list(map(plain, thing)) if isinstance(thing, tuple) else thing


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_results_in_other_units_are_those_of_the_figures_in_these_units(smaller, day):
    known, other = as_known_on(HELD, day), as_known_on(smaller, day)
    found = resized_progress(assess(known, day), known, other)
    judged = assess(other, day)
    assert list(judged.statuses) == list(found.statuses)
    for name, status in judged.statuses.items():
        assert plain(status) == plain(found.statuses[name])
    assert any(
        pace.value_at_due for one in judged.statuses.values() for r in one.readings for pace in r.paces
    )


def test_histories_in_other_units_are_those_of_the_figures_in_these_units(smaller):
    found = resized_histories(histories(HELD, DAYS[1]), HELD, smaller)
    judged = histories(smaller, DAYS[1])
    assert list(judged) == list(found)
    assert all(plain(one) == plain(found[name]) for name, one in judged.items())


def test_a_change_of_unit_changes_no_answer_of_a_benchmark(smaller):
    for goal in HELD.goals.values():
        before = [(one.at_milestone, one.now) for one in _answers(HELD, goal.id)]
        assert before == [(one.at_milestone, one.now) for one in _answers(smaller, goal.id)]


def _answers(records, goal):
    return goal_results(records, records.goals[goal], DAYS[1])


def test_values_are_those_published_in_the_new_unit(smaller):
    figures = [o for o in HELD.observations.values() if o.unit == "cny_bn"]
    assert figures
    for before in figures:
        after = smaller.observations[before.id]
        assert ("small_cny_bn", before.value * 10) == (after.unit, pytest.approx(after.value, rel=1e-12))
    assert 2697.0 in {one.value for one in smaller.observations.values()}
    target = smaller.targets["aidp-2025-core"]
    assert ("small_cny_bn", 4000.0) == (target.unit, target.value)
    assert "small_cny_bn" == smaller.indicators[target.indicator].unit


def test_whatever_has_another_unit_stays_as_it_is(smaller):
    kept = [o for o in HELD.observations.values() if o.unit in smaller.units]
    assert kept
    assert [] == [o.id for o in kept if smaller.observations[o.id] is not o]


def test_a_claim_is_told_in_the_new_unit_too(smaller):
    claims = [one for one in HELD.claims.values() if one.unit == "cny_bn" and one.value is not None]
    assert claims
    told = [(smaller.claims[one.id].unit, smaller.claims[one.id].value) for one in claims]
    assert [("small_cny_bn", pytest.approx(one.value * 10)) for one in claims] == told


def test_every_unit_that_is_named_is_there(smaller):
    named = {o.unit for o in smaller.observations.values()} | {t.unit for t in smaller.targets.values()}
    named |= {i.unit for i in smaller.indicators.values()} | {s.unit for s in smaller.series.values()}
    assert set() == named - set(smaller.units)


def test_without_a_unit_to_replace_the_records_are_the_same():
    assert HELD is resized(HELD, {})
    assert HELD is resized(HELD, {"no_such_unit": HELD.units["percent"]})
