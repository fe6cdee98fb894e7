"""Two known-on days compared: what came, what was revised, and what says something else."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.progress import as_known_on, asked_about, assess, changes, histories
from metrics.progress.about import indicators_about
from metrics.progress.result import Verdict
from metrics.records import load
from metrics.records.model import Event
from tests.progress.build import by_id, figure, goal, plan, records, series, source, target, text

SHIPPED = load()
TODAY = date(2026, 11, 28)


def compare(held, since, known_on, plans=(), path=None):
    return changes(
        held,
        assess(held, since, path),
        assess(held, known_on, path),
        histories(held, known_on, path, plans),
        plans,
    )


def of(*rows, since=date(2025, 6, 30), known_on=TODAY, against=None, **more):
    return compare(records(*rows, target=against or target(), **more), since, known_on)


def test_headline_that_flipped_names_both_days_and_what_decided():
    old = figure("2024", 390, published="2025-03-01")
    new = figure("2025", 500, published="2026-03-05", source="minister")
    (change,) = of(old, new).flipped
    assert (Verdict.TOO_EARLY, Verdict.MET) == (change.before.headline.verdict, change.after.headline.verdict)
    assert [date(2025, 12, 31), date(2026, 3, 5)] == [step.day for step in change.steps]
    assert "minister" == change.decisive.cause.publications[0].source


def test_headline_whose_counts_alone_moved_is_told_and_is_no_flip():
    rows = [
        figure("2025", 500, published=day, series=name)
        for day, name in (("2026-02-01", "a"), ("2026-03-01", "b"))
    ]
    found = of(*rows, since=date(2026, 2, 15), series=[series("a"), series("b")])
    assert ((), 1) == (found.flipped, len(found.headlines))
    assert date(2026, 3, 1) == found.headlines[0].decisive.day


def test_verdict_that_came_back_is_no_change():
    rows = [
        figure("2025", value, published=day, bound=bound)
        for value, day, bound in (
            (500, "2026-01-10", "exact"),
            (300, "2026-02-10", "exact"),
            (510, "2026-03-10", "exact"),
        )
    ]
    found = of(*rows, since=date(2026, 1, 31))
    assert () == found.headlines
    assert 2 == len(found.revisions)


def test_revision_holds_both_vintages_their_difference_and_their_sources():
    old = figure("2024", 390, published="2025-03-01", source="first")
    new = figure("2024", 410, published="2026-03-01", source="second")
    (revised,) = of(old, new).revisions
    assert (old, new, 20, True) == (revised.old, revised.new, revised.difference, revised.changes)


def test_figure_printed_again_unchanged_is_a_vintage_without_a_change():
    rows = [figure("2024", 390, published=day) for day in ("2025-03-01", "2026-03-01")]
    (again,) = of(*rows).revisions
    assert not again.changes


def test_bound_alone_makes_a_revision():
    rows = [
        figure("2024", 390, b, published=day)
        for b, day in (("more_than", "2025-03-01"), ("exact", "2026-03-01"))
    ]
    assert of(*rows).revisions[0].changes


@pytest.mark.parametrize("kind", ["forecast", "derived"])
def test_actual_after_a_forecast_is_a_new_figure(kind):
    rows = [
        figure("2024", 390, kind=kind, published="2025-03-01"),
        figure("2024", 410, published="2026-03-01"),
    ]
    found = of(*rows)
    assert ((), (rows[1],)) == (found.revisions, found.figures)


def test_two_vintages_after_the_day_are_a_new_figure_and_its_revision():
    rows = [figure("2024", v, published=day) for v, day in ((390, "2026-01-01"), (410, "2026-03-01"))]
    found = of(*rows)
    assert ((rows[0],), rows[0], rows[1]) == (found.figures, found.revisions[0].old, found.revisions[0].new)


def test_readings_that_flipped_hold_both_verdicts():
    rows = [
        figure("2024", 390, published="2025-03-01"),
        figure("2025", 300, published="2026-03-01", series="b"),
    ]
    found = of(*rows, series=[series("count"), series("b")])
    assert [("count", "too_early", "unverified"), ("b", "no_data", "missed")] == [
        (one.after.series.id, one.before.verdict, one.after.verdict) for one in found.readings
    ]


def test_what_was_made_public_in_between_is_listed_by_day():
    held = records(
        target=target(),
        plans=by_id([plan(target(), goal(), published="2025-10-01")]),
        sources=by_id([source("paper", "2010"), source("new", "2026-02"), source("newer", "2025-12-01")]),
        events=by_id(
            [
                Event(
                    id=name,
                    date=day,
                    title=text(name),
                    category="plan",
                    geography="CHN",
                    source="paper",
                    verification="verified",
                )
                for name, day in (("late", "2026-05"), ("early", "2025-07-01"), ("before", "2025-06-30"))
            ]
        ),
    )
    found = compare(held, date(2025, 6, 30), TODAY)
    assert ["the-plan"] == [one.id for one in found.plans]
    assert (["the-target"], ["the-goal"]) == (
        [one.id for one in found.targets],
        [one.id for one in found.goals],
    )
    assert ["early", "late"] == [one.id for one in found.events]
    assert ["newer", "new"] == [one.id for one in found.sources]
    assert (0, ()) == (found.compared, found.headlines)


def test_same_day_twice_has_no_change():
    found = compare(SHIPPED, TODAY, TODAY)
    assert found.is_empty
    assert () == found.flipped


def test_earlier_day_after_the_later_one_is_refused():
    with pytest.raises(ValueError, match="lies after"):
        compare(SHIPPED, TODAY, date(2020, 1, 1))


def test_chosen_plan_keeps_what_it_is_about():
    since = date(2020, 12, 31)
    found = compare(SHIPPED, since, TODAY, plans=("moe-ai-2018",))
    about = indicators_about(SHIPPED, ("moe-ai-2018",))
    assert {one.indicator for one in found.figures} <= set(about)
    assert {"moe-ai-2018"} >= {one.after.target.plan for one in found.headlines}
    assert len(found.figures) < len(compare(SHIPPED, since, TODAY).figures)


def test_plan_is_about_what_the_benchmarks_of_its_goals_ask():
    tested = {
        SHIPPED.series[test.series].indicator
        for one in SHIPPED.goals.values()
        if one.plan in SHIPPED.glance.plans
        for test in one.benchmarks
    }
    asked = asked_about(SHIPPED, SHIPPED.glance.plans)
    assert tested <= set(asked)
    assert tested - {one.indicator for one in SHIPPED.targets.values()}
    found = compare(SHIPPED, date(2025, 1, 1), TODAY, plans=SHIPPED.glance.plans)
    came = {one.id for one in compare(SHIPPED, date(2025, 1, 1), TODAY).figures if one.indicator in tested}
    assert came
    assert came <= {one.id for one in found.figures}


def test_plans_of_the_first_page_are_about_its_families_and_one_of_them_alone_is_not():
    first = SHIPPED.glance.plans
    families = {
        one.id
        for one in SHIPPED.indicators.values()
        if one.family in SHIPPED.glance.families and any(SHIPPED.observations_of(s.id) for s in one.series)
    }
    assert families <= set(indicators_about(SHIPPED, first))
    assert families - set(asked_about(SHIPPED, first))
    assert asked_about(SHIPPED, first[:1]) == indicators_about(SHIPPED, first[:1])


DAYS = st.dates(date(2016, 1, 1), TODAY)


@settings(max_examples=20, deadline=None)
@given(DAYS, DAYS)
def test_shipped_comparison_is_that_of_the_two_days_alone(one, other):
    since, known_on = sorted((one, other))
    before, after = assess(SHIPPED, since), assess(SHIPPED, known_on)
    found = changes(SHIPPED, before, after, histories(SHIPPED, known_on))
    assert {
        name for name, status in before.statuses.items() if status.headline != after.statuses[name].headline
    } == {change.after.target.id for change in found.headlines}
    assert all(change.steps and change.steps[-1].day > since for change in found.headlines)
    assert all(change.steps[-1].status.headline == change.after.headline for change in found.headlines)
    old, new = as_known_on(SHIPPED, since), as_known_on(SHIPPED, known_on)
    came = {row.id for row in found.figures} | {one.new.id for one in found.revisions}
    assert new.observations.keys() - old.observations.keys() == came
    assert new.sources.keys() - old.sources.keys() == {one.id for one in found.sources}


@settings(max_examples=20, deadline=None)
@given(st.lists(DAYS, min_size=3, max_size=3))
def test_what_came_until_a_day_and_after_it_is_what_came_in_all(three):
    first, middle, last = sorted(three)
    whole, one, two = (compare(SHIPPED, a, b) for a, b in ((first, last), (first, middle), (middle, last)))
    assert [row.id for row in whole.figures] == [row.id for row in (*one.figures, *two.figures)]
    assert [one.id for one in whole.events] == [one.id for one in (*one.events, *two.events)]


def test_day_after_a_flip_shows_that_flip_alone():
    day = date(2026, 2, 5)
    (change,) = compare(SHIPPED, day - timedelta(1), day).flipped
    assert "de-2025-core-share" == change.after.target.id
    assert [day] == [step.day for step in change.steps]
