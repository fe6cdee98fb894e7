"""The assessment of every target on a day."""

from datetime import date

import pytest

from metrics.progress import as_known_on, assess
from metrics.progress.assess import exists_on, judge
from metrics.progress.result import Path
from tests.progress.build import EARLIER, LATER, by_id, figure, plan, records, target


def two_plans():
    first = plan(target(id="old"), id="first", published="2017")
    second = plan(target(id="new", plan="second"), id="second", published="2020-06-15")
    first = first.model_copy(update={"milestones": plan(target(id="old", plan="first")).milestones})
    return records(figure("2024", 300), plans=by_id([first, second]))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2017, 12, 30), []),
        (date(2017, 12, 31), ["old"]),
        (date(2020, 6, 14), ["old"]),
        (date(2020, 6, 15), ["old", "new"]),
    ],
)
def test_only_plans_published_by_the_day_are_assessed(day, expected):
    assert expected == list(assess(two_plans(), day).statuses)


def test_a_target_of_a_plan_not_yet_published_is_not_judged():
    held = two_plans()
    assert not exists_on(held, held.targets["new"], date(2019, 1, 1))
    with pytest.raises(ValueError, match=r"new: its plan 'second' was not published by 2019-01-01"):
        judge(held, held.targets["new"], date(2019, 1, 1))


def test_assess_and_judge_say_the_same():
    held = two_plans()
    for path in (None, *Path):
        progress = assess(held, EARLIER, path)
        assert path is progress.path
        for name, status in progress.statuses.items():
            assert judge(held, held.targets[name], EARLIER, path) == status


def test_an_indicator_without_a_series_has_no_readings():
    held = two_plans()
    bare = held.indicators["size"].model_copy(update={"series": ()})
    found = judge(two_plans_with(held, bare), held.targets["old"], LATER)
    assert ((), "no_data", None, None) == (
        found.readings,
        found.headline.verdict.value,
        found.independent,
        found.state,
    )


def two_plans_with(held, indicator):
    return records(plans=held.plans, indicators=by_id([indicator]))


def test_leaving_out_what_was_not_known_changes_nothing():
    rows = [figure("2022", 200), figure("2023", 300, published="2024-03-01"), figure("2024", 500)]
    held = records(*rows, target=target())
    for day in (date(2023, 6, 30), EARLIER, LATER):
        assert assess(held, day) == assess(as_known_on(held, day), day)
