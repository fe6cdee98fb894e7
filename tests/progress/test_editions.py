"""Editions of a promise: as it stood on a day, and what of it was missed before, worked out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress import alternatives, as_known_on, assess, changes, histories, history
from metrics.progress.editions import (
    changed_after_due,
    ending,
    first_promise,
    forms,
    moved_from,
    promise_changes,
    standing,
)
from metrics.progress.needed import needed_of
from metrics.progress.result import Status, Verdict
from metrics.progress.sizes import resized, resized_progress
from metrics.records.model import Target
from tests.progress.build import DUE, figure, plan, records, status, target, text
from tests.progress.test_laws import DAYS, figures

#: 36 a year from 200; more than 400 by 2028 needs 25 a year from then on.
ROWS = (figure("2020", 200), figure("2025", 380))
MOVED_ON, MOVED_TO = date(2026, 3, 10), date(2028, 12, 31)
LATER = date(2026, 6, 30)


def edition(published: str = "2026-03-10", **more: object) -> dict[str, object]:
    return {"published": published, "source": "paper", "verification": "verified"} | more


def revised(*editions: dict[str, object], **more: object) -> Target:
    return target(editions=editions, **more)


MOVED = revised(edition(due=MOVED_TO.isoformat()))


def said(one: Status) -> list[tuple[str, date]]:
    return [(form.headline.verdict.value, form.target.due) for form in one.editions]


def test_a_promise_moved_after_it_was_missed_is_judged_by_its_new_day_and_by_the_first_one() -> None:
    before = status(*ROWS, against=MOVED, known_on=MOVED_ON - timedelta(days=1))
    assert ("missed", True, DUE, ()) == (
        before.headline.verdict,
        before.due,
        before.target.due,
        before.editions,
    )
    after = status(*ROWS, against=MOVED, known_on=MOVED_ON)
    assert ("on_track", False, MOVED_TO) == (after.headline.verdict, after.due, after.target.due)
    assert [("missed", DUE), ("on_track", MOVED_TO)] == said(after)
    assert (380 - 200) / 5 / ((400 - 200) / 8) == pytest.approx(after.readings[0].paces[0].ratio, rel=1e-3)
    late = changed_after_due(after)
    assert late is not None
    assert ("missed", MOVED_TO) == (late[0].headline.verdict, late[1].target.due)


def test_a_promise_moved_in_time_was_never_due() -> None:
    found = status(*ROWS, against=revised(edition("2024-05-01", due="2028")), known_on=LATER)
    assert None is changed_after_due(found)
    assert [("missed", DUE), ("on_track", MOVED_TO)] == said(found)


def test_a_number_lowered_is_judged_as_lowered_and_the_first_one_stays() -> None:
    lowered = revised(edition("2025-05-01", value=350))
    found = status(*ROWS, against=lowered, known_on=LATER)
    assert "met" == found.headline.verdict
    assert [("missed", 400), ("met", 350)] == [
        (form.headline.verdict, form.target.value) for form in found.editions
    ]


def test_of_a_range_that_becomes_a_limit_no_upper_end_stays() -> None:
    ranged = revised(edition(comparator=">=", value=300), comparator="~", value=300, value_high=350)
    now = standing(ranged, LATER)
    assert (">=", 300, None) == (now.comparator.value, now.value, now.value_high)


def test_a_new_wording_stands_in_the_document_of_its_edition() -> None:
    now = standing(revised(edition(source="review", statement=text("Less."), value=300)), LATER)
    assert ("review", "Less.") == (now.source, now.statement.en)
    assert "paper" == first_promise(now).source


def test_a_promise_dropped_before_it_was_due_stands_as_on_that_day() -> None:
    rows = (figure("2020", 200), figure("2022", 240), figure("2025", 500))
    dropped = revised(edition("2023-05-01", dropped=True), path="linear", path_reason=text("In steps."))
    found = status(*rows, against=dropped, known_on=LATER)
    assert ("ended", 0, 1, False) == (
        found.headline.verdict,
        found.headline.k,
        found.headline.n,
        found.due,
    )
    assert [("met", DUE), ("far_behind", DUE)] == said(found)  # 20 a year of the 40 that were needed
    assert ("2022", Verdict.FAR_BEHIND) == (
        found.readings[0].observation.period.text,
        found.readings[0].verdict,
    )


@pytest.mark.parametrize(
    "end", [{"dropped": True}, {"superseded_by": "another"}, {"split_into": ["one", "two"]}]
)
def test_a_promise_that_ended_after_it_was_missed_stays_missed(end: dict[str, object]) -> None:
    found = status(*ROWS, against=revised(edition(**end)), known_on=LATER)
    assert ("missed", True) == (found.headline.verdict, found.due)
    assert None is not ending(found.target)
    assert "missed" == changed_after_due(found)[0].headline.verdict


def test_of_several_changes_the_one_after_a_miss_is_told() -> None:
    twice = revised(edition("2022-03-01", due="2022"), edition("2023-03-01", due="2024"), due="2021")
    rows = (figure("2021", 390), figure("2022", 410), figure("2024", 420))
    found = status(*rows, against=twice, known_on=LATER)
    late = changed_after_due(found)
    assert late is not None
    assert ("met_late", date(2021, 12, 31)) == (late[0].headline.verdict, late[0].target.due)


def test_nothing_is_needed_and_nothing_would_change_a_promise_that_ended() -> None:
    held = records(*ROWS, target=revised(edition("2025-05-01", dropped=True)))
    found = assess(held, LATER).statuses["the-target"]
    assert () == needed_of(held, found)
    other = alternatives(held, found)
    assert ((), (), (), ()) == (other.figures, other.left_out, other.paths, other.days)


# What is known on a day


def test_records_of_a_day_hold_the_promise_as_it_stood_then() -> None:
    held = records(*ROWS, target=MOVED)
    before, after = (as_known_on(held, MOVED_ON - timedelta(days=n)) for n in (1, 0))
    assert ((DUE, ()), (MOVED_TO, 1)) == (
        (before.targets["the-target"].due, before.targets["the-target"].editions),
        (after.targets["the-target"].due, len(after.targets["the-target"].editions)),
    )
    assert before.targets == as_known_on(after, MOVED_ON - timedelta(days=1)).targets


def test_a_moved_target_stands_at_the_step_of_its_new_day() -> None:
    after = as_known_on(records(*ROWS, target=MOVED), LATER).plans["the-plan"]
    assert [(DUE, 0), (MOVED_TO, 1)] == [(step.due, len(step.targets)) for step in after.milestones]
    assert ["the-target"] == [one.id for one in moved_from(after, DUE)]


def test_plan_without_editions_stays_the_same_object() -> None:
    held = records(*ROWS, target=target())
    assert held.plans["the-plan"] is as_known_on(held, held.as_of).plans["the-plan"]


def test_note_of_an_edition_is_left_out_before_the_data_were_brought_up_to_date() -> None:
    held = records(target=revised(edition(note=text("Nobody said why."))))
    notes = [as_known_on(held, day).targets["the-target"].editions[0].note for day in (LATER, held.as_of)]
    assert [None, text("Nobody said why.")] == notes


# History, changes, sizes


def test_history_names_the_change_of_the_promise_as_what_made_the_step() -> None:
    held = records(*ROWS, target=MOVED)
    steps = history(held, MOVED, LATER).steps
    assert [("missed", DUE), ("on_track", MOVED_ON)] == [
        (step.status.headline.verdict, step.day) for step in steps[-2:]
    ]
    cause = steps[-1].cause
    assert ((), False, MOVED_TO) == (cause.publications, cause.due, cause.edition.after.due)


def test_change_of_a_promise_is_told_as_one_and_not_as_a_figure() -> None:
    held = records(*ROWS, target=MOVED)
    days = (date(2026, 2, 1), LATER)
    found = changes(held, *(assess(held, day) for day in days), histories(held, LATER))
    (made,) = found.editions
    assert (DUE, MOVED_TO, MOVED_ON) == (made.before.due, made.after.due, made.day)
    assert ((), ()) == (found.figures, found.revisions)
    assert ["on_track"] == [one.after.headline.verdict for one in found.flipped]
    assert () == changes(held, *[assess(held, LATER)] * 2, histories(held, LATER)).editions


def test_editions_are_shown_in_units_of_another_size() -> None:
    held = as_known_on(records(*ROWS, target=revised(edition(value=300))), LATER)
    unit = held.units["cny_bn"].model_copy(update={"id": "yi", "scale": 1e8})
    sized = resized(held, {"cny_bn": unit})
    found = resized_progress(assess(held, LATER), held, sized).statuses["the-target"]
    assert [4000, 3000] == [one.target.value for one in found.editions]
    assert [("yi", 4000), ("yi", 3000)] == [
        (form.unit, form.value) for _, form in forms(sized.targets["the-target"])
    ]


# Laws

CHANGES = st.fixed_dictionaries(
    {}, optional={"value": st.floats(1, 1000), "due": st.dates(date(2020, 1, 1), date(2030, 12, 31)).map(str)}
).filter(bool)


@given(figures(), CHANGES, DAYS)
def test_edition_judges_as_if_its_promise_had_been_made_so(rows: list, change: dict, day: date) -> None:
    """A law: an edition is no more than another promise from its day on, and no less than none before it."""
    found = status(*rows, against=revised(edition("2022-06-30", **change)), known_on=day)
    plain = target(**change) if day >= date(2022, 6, 30) else target()
    assert status(*rows, against=plain, known_on=day).headline == found.headline


@given(figures(), CHANGES, DAYS)
def test_no_edition_changes_what_the_first_promise_comes_to(rows: list, change: dict, day: date) -> None:
    """A law: whatever was made of it later, the first promise is judged as if nothing had been."""
    found = status(
        *rows, against=revised(edition("2017-06-30", **change)), known_on=max(day, date(2018, 1, 1))
    )
    alone = status(*rows, against=target(), known_on=max(day, date(2018, 1, 1)))
    assert alone.headline == found.editions[0].headline


@given(figures(), st.dates(date(2017, 1, 1), date(2025, 12, 30)), DAYS)
def test_what_was_dropped_before_it_was_due_never_changes_again(rows: list, end: date, day: date) -> None:
    """A law: what is published after the end of a promise says nothing more of it."""
    dropped = revised(edition(end.isoformat(), dropped=True))
    then, now = (status(*rows, against=dropped, known_on=one) for one in (end, max(end, day)))
    assert (then.headline, Verdict.ENDED) == (now.headline, now.headline.verdict)


@given(figures(), CHANGES, DAYS)
def test_steps_of_a_history_say_what_the_day_says(rows: list, change: dict, day: date) -> None:
    """A law: on every day the history stands where the target is judged to stand."""
    held = revised(edition("2022-06-30", **change))
    kept = records(*rows, target=held)
    last = date(2029, 1, 1)
    found = history(kept, held, last)
    assert status(*rows, against=held, known_on=day).headline == found.on(day).status.headline


def test_changes_of_a_promise_come_by_day() -> None:
    twice = revised(edition("2022-03-01", value=300), edition("2023-03-01", due="2027"))
    found = promise_changes(standing(twice, LATER))
    assert [(400, 300), (300, 300)] == [(one.before.value, one.after.value) for one in found]


def test_plan_of_two_targets_keeps_the_one_that_did_not_move() -> None:
    held = records(
        plans={"the-plan": plan(MOVED, target(id="other"))},
    )
    after = as_known_on(held, LATER).plans["the-plan"]
    assert [["other"], ["the-target"]] == [[one.id for one in step.targets] for step in after.milestones]
