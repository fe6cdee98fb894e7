"""The history of a target says on every day what judging that day alone says, and names what made each step."""

from dataclasses import replace
from datetime import date, timedelta
from time import thread_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.progress import assess, histories, history
from metrics.progress.assess import judge
from metrics.progress.history import Cause, Publication
from metrics.progress.result import Verdict
from metrics.records import load
from metrics.records.period import lapses, within_months
from tests.progress.build import figure, plan, records, series, target
from tests.progress.test_laws import BOUNDS, KINDS, MEASURES, VALUES

LAST = date(2026, 11, 28)
SHIPPED = load()


def days(first, last):
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def same_as_day_by_day(held, one, last, path=None):
    """Every day of the span judged by itself against the steps."""
    found = history(held, one, last, path)
    previous = None
    for day in days(found.steps[0].day, last):
        alone = judge(held, one, day, path)
        step = found.on(day)
        assert alone.headline == step.status.headline, day
        assert (step.day == day) == (alone.headline != previous), day
        if step.day == day:
            assert alone == step.status
            assert previous == step.before
        previous = alone.headline
    return found


@pytest.mark.parametrize(
    "name", ["aidp-2020-core", "aidp-2025-core", "aidp-2030-core", "de-2025-core-share", "most-2023-zones"]
)
def test_shipped_history_is_that_of_judging_every_single_day(name):
    same_as_day_by_day(SHIPPED, SHIPPED.targets[name], LAST)


PERIODS = st.tuples(st.integers(2014, 2019), st.sampled_from(["{}", "{}-H1", "{}-Q3", "{}-02", "{}-02-28"]))
PUBLISHED = st.dates(date(2014, 6, 1), date(2019, 12, 31)).map(str)


@st.composite
def worlds(draw):
    rows = [
        figure(
            form.format(year),
            draw(VALUES),
            draw(BOUNDS),
            kind=draw(KINDS),
            published=draw(PUBLISHED),
            series=name,
            geography=draw(st.sampled_from(["CHN", "CHN", "USA"])),
            source=draw(st.sampled_from(["paper", "sheet"])),
        )
        for name in ("a", "b", "c")
        for year, form in draw(st.lists(PERIODS, max_size=5))
    ]
    due = draw(st.dates(date(2016, 2, 1), date(2018, 12, 31)))
    held = target(draw(st.sampled_from([">", "<=", "~"])), draw(VALUES), due=due.isoformat())
    counted = [series("a"), series("b", comparability="wider"), series("c", repeats="a")]
    return records(*rows, target=held, series=counted, measure=draw(MEASURES))


@settings(max_examples=25, deadline=None)
@given(worlds(), st.sampled_from([None, "linear"]))
def test_history_of_any_records_is_that_of_judging_every_single_day(held, path):
    same_as_day_by_day(held, held.targets["the-target"], date(2020, 3, 1), path)


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(1, 30))
def test_a_period_lapses_on_the_first_day_outside_its_months(end, months):
    first = lapses(end, months)
    assert within_months(end, months, first - timedelta(1))
    assert not within_months(end, months, first)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_no_publication_is_named_without_which_the_headline_were_the_same(held):
    one = held.targets["the-target"]
    for step in history(held, one, date(2020, 3, 1)).steps[1:]:
        named = {row.id for made in step.cause.publications for row in made.figures}
        assert named <= {row.id for row in held.observations.values() if row.known == step.day}
        for made in step.cause.publications if not step.cause.together else ():
            rest = [
                row
                for row in held.observations.values()
                if row.source != made.source or row.known != step.day
            ]
            without = records(
                *rest,
                target=one,
                series=held.indicators["size"].series,
                measure=held.indicators["size"].measure,
            )
            assert judge(without, one, step.day).headline != step.status.headline
        cause = step.cause
        assert cause.publications or cause.due or cause.lapsed


def steps(*rows, against=None, last=LAST, **more):
    held = target() if against is None else against
    return history(records(*rows, target=held, **more), held, last).steps


def test_first_step_is_the_day_on_which_the_plan_was_made_public():
    (only,) = steps(last=date(2015, 6, 1))
    assert (date(2015, 1, 1), None, Cause(made_public=True)) == (only.day, only.before, only.cause)
    assert Verdict.NO_DATA is only.status.headline.verdict


def test_step_names_the_publication_that_made_it_and_not_the_one_beside_it():
    telling = figure("2025", 500, published="2026-03-05", source="minister")
    beside = figure("2014", 3, published="2026-03-05", source="yearbook", kind="forecast")
    *_, last = steps(figure("2024", 390), telling, beside)
    assert date(2026, 3, 5) == last.day
    assert Cause(publications=(Publication("minister", (telling,)),)) == last.cause
    assert (Verdict.UNVERIFIED, Verdict.MET) == (last.before.verdict, last.status.headline.verdict)


def test_of_one_source_only_the_figures_that_made_the_step_are_named():
    rows = [figure(year, value, published="2026-03-05") for year, value in (("2019", 2), ("2025", 500))]
    *_, last = steps(*rows)
    assert ("2025",) == tuple(row.period.text for made in last.cause.publications for row in made.figures)


def test_two_publications_of_which_each_would_do_are_named_together():
    rows = [
        figure("2025", 500, published="2026-03-05", source=name, series=one)
        for name, one in (("minister", "a"), ("yearbook", "b"))
    ]
    # The second series repeats the first: it is read, and counts for nothing.
    *_, last = steps(*rows, series=[series("a"), series("b", repeats="a")])
    assert ("minister",) == tuple(made.source for made in last.cause.publications)
    twice = [
        figure("2025", 500, published="2026-03-05", source=name, kind=kind)
        for name, kind in (("minister", "actual"), ("yearbook", "estimate"))
    ]
    *_, last = steps(*twice)
    assert last.cause.together
    assert {"minister", "yearbook"} == {made.source for made in last.cause.publications}


def test_falling_due_is_a_step_of_the_calendar():
    *_, last = steps(figure("2025", 500, published="2025-11-01"))
    assert (date(2025, 12, 31), True, ()) == (last.day, last.cause.due, last.cause.publications)
    assert last.flips


def test_silence_is_a_step_of_the_calendar_on_the_day_the_figure_leaves_the_window():
    old = figure("2020", 100, published="2021-02-01")
    found = steps(old, last=date(2023, 6, 1))
    assert date(2022, 12, 31) == found[-1].day
    assert Cause(lapsed=(old,)) == found[-1].cause
    assert Verdict.STALE is found[-1].status.headline.verdict


def test_a_day_may_have_both_a_publication_and_the_calendar():
    before = figure("2024", 390, published="2025-05-01", series="a")
    came = figure("2025", 500, published="2025-12-31", series="b")
    *_, last = steps(before, came, series=[series("a"), series("b")])
    assert last.cause.due
    assert (came,) == last.cause.publications[0].figures


def test_a_step_of_counts_alone_is_no_flip():
    rows = [figure("2025", 500, published=f"2026-0{n}-01", series=name) for n, name in ((2, "a"), (3, "b"))]
    found = steps(*rows, series=[series("a"), series("b")])
    assert (True, False) == (found[-2].flips, found[-1].flips)
    assert ((1, 1), (2, 2)) == tuple((s.status.headline.k, s.status.headline.n) for s in found[-2:])


def test_history_cut_at_a_day_is_the_history_of_that_day():
    whole = history(SHIPPED, SHIPPED.targets["aidp-2025-core"], LAST)
    for day in (date(2017, 7, 20), date(2022, 12, 31), date(2025, 12, 31)):
        assert history(SHIPPED, whole.target, day) == whole.until(day)
    assert None is whole.until(date(2017, 7, 19))


def test_before_the_plan_there_is_no_history():
    one = SHIPPED.targets["aidp-2025-core"]
    with pytest.raises(ValueError, match="was not published by"):
        history(SHIPPED, one, date(2017, 7, 19))
    with pytest.raises(ValueError, match="does not reach"):
        history(SHIPPED, one, LAST).on(date(2017, 7, 19))


def test_histories_are_those_of_the_plans_asked_for():
    found = histories(SHIPPED, LAST, plans=("aidp-2017",))
    assert {"aidp-2017"} == {one.target.plan for one in found.values()}
    assert [one for one in SHIPPED.targets if one in found] == list(found)


def test_all_histories_take_well_under_a_second():
    whole, day = [], []
    for _ in range(3):  # the least of them, beside judging one day: other work on the machine slows some down
        fresh = replace(SHIPPED)  # another object: nothing has been worked out for it
        start = thread_time()
        found = histories(fresh, LAST)
        whole.append(thread_time() - start)
        start = thread_time()
        assess(replace(SHIPPED), LAST)
        day.append(thread_time() - start)
    assert min(whole) < 1
    assert min(whole) < 20 * min(day)
    assert [one.id for one in fresh.targets.values() if fresh.plans[one.plan].published.end <= LAST] == [
        *found
    ]


def test_plan_known_to_the_month_begins_on_its_last_day():
    held = target()
    public = plan(held, published="2016-02")
    found = history(records(target=held, plans={"the-plan": public}), held, LAST)
    assert date(2016, 2, 29) == found.steps[0].day
