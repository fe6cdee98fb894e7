"""Deliverables: done by evidence, by when, and by whose word. The plan's due day is 31 December 2025."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress import as_known_on, assess, delivery, delivery_history, own_ratings
from metrics.progress.deliveries import DONE, Delivered
from metrics.records.model import Rating, RatingLevel, RatingScale
from tests.progress.build import (
    DUE,
    EARLIER,
    LATER,
    by_id,
    deliverable,
    figure,
    plan,
    records,
    report,
    source,
    target,
    text,
)

D = Delivered
STEPS = [{"id": one, "label": one} for one in ("draft", "reading", "vote")]
OWN = source("gazette").model_copy(update={"independence": "self_reported"})


def world(promise, *reports, **more):
    sources = by_id([source(), OWN])
    return records(plans=by_id([plan(promise)]), evidence=by_id(reports), sources=sources, **more)


def stands(promise, *reports, known_on=LATER):
    return delivery(world(promise, *reports), promise, known_on)


@pytest.mark.parametrize(
    ("reports", "known_on", "expected"),
    [
        ([], EARLIER, D.OPEN),
        ([], LATER, D.NOT_VERIFIED),
        ([report("done", date="2025-06-30")], LATER, D.DONE),
        ([report("done", date="2025-12-31")], LATER, D.DONE),
        ([report("done", date="2026-01-01")], LATER, D.DONE_LATE),
        ([report("done", date="2024-03", published="2024-04")], EARLIER, D.DONE),
        ([report("done", date="2024-03", published="2024-08")], EARLIER, D.OPEN),  # not yet known
        ([report("partly")], LATER, D.PARTLY),
        ([report("not_done", date="2026-01-15")], LATER, D.NOT_DONE),
        ([report("not_done", date="2024-05-01", published="2024-06")], LATER, D.NOT_VERIFIED),
        ([report("not_done", date="2024-05-01", published="2024-06")], EARLIER, D.OPEN),
    ],
)
def test_a_deliverable_stands_where_the_newest_evidence_leaves_it(reports, known_on, expected):
    assert expected is stands(deliverable(), *reports, known_on=known_on).result


def test_a_day_known_only_to_the_year_does_not_say_whether_it_was_late():
    promise = deliverable(due=date(2025, 6, 30))
    assert D.DONE_SOMETIME is stands(promise, report("done", date="2025")).result
    assert D.DONE is stands(promise, report("done", date="2025-06")).result
    assert D.DONE_LATE is stands(promise, report("done", date="2025-07")).result


def test_newer_evidence_takes_the_place_of_older():
    closed = report("not_done", date="2026-02", published="2026-03")
    found = stands(deliverable(), report("done", date="2025-06-30"), closed)
    assert D.NOT_DONE is found.result
    assert [report("done", date="2025-06-30")] == list(found.parts[0].earlier)


def test_of_two_documents_of_one_day_the_one_that_grants_less_counts():
    done, denied = report("done", date="2025-06-30"), report("not_done", source="gazette")
    assert D.NOT_DONE is stands(deliverable(), done, denied).result
    assert D.NOT_DONE is stands(deliverable(), denied, done).result


def test_all_steps_make_it_done_on_the_day_of_the_last():
    promise = deliverable(steps=STEPS)
    first = [report("done", step="draft", date="2023-04-01"), report("done", step="reading", date="2025-11")]
    found = stands(promise, *first)
    assert (D.PARTLY, 2, 3) == (found.result, found.n, found.all)
    assert [True, True, False] == [part.is_done for part in found.parts]
    vote = report("done", step="vote", date="2026-01-20", published="2026-02")
    late = stands(promise, *first, vote)
    assert (D.DONE_LATE, vote) == (late.result, late.last)
    in_time = report("done", step="vote", date="2025-12-20")
    assert D.DONE is stands(promise, *first, in_time).result


def test_a_count_is_reached_by_so_many_named_things_by_the_due_day():
    promise = deliverable(count=2)
    north = report("done", item="North", date="2024-03-01")
    late = report("done", item="South", date="2026-01-05")
    third = report("done", item="West", date="2025-12-01")
    assert (D.PARTLY, 1, 2) == (stands(promise, north).result, stands(promise, north).n, 2)
    assert (D.DONE_LATE, late) == (stands(promise, north, late).result, stands(promise, north, late).last)
    found = stands(promise, north, late, third)
    assert (D.DONE, third, 3) == (found.result, found.last, found.n)
    assert ["North", "South", "West"] == [part.name.en for part in found.parts]


def test_one_thing_named_twice_is_counted_once():
    again = report("done", item="North", date="2024-03-01", published="2026-05")
    assert 1 == stands(deliverable(count=2), report("done", item="North", date="2024-03-01"), again).n


def test_a_word_about_the_whole_of_a_count_says_that_nothing_was_done():
    found = stands(deliverable(count=5), report("not_done", date="2026-01-10"))
    assert (D.NOT_DONE, 0, ()) == (found.result, found.n, found.parts)


def test_it_depends_on_who_says_so():
    own = report("done", date="2025-10-01", source="gazette")
    audit = report("partly", published="2026-05")
    found = stands(deliverable(), own, audit)
    assert (D.PARTLY, D.PARTLY, D.DONE) == (found.result, found.independent, found.state)
    assert found.differ
    assert not stands(deliverable(), own).differ


def test_the_history_tells_what_was_known_when():
    promise = deliverable(steps=STEPS)
    draft = report("done", step="draft", date="2023-04-01", published="2023-05")
    vote = report("done", step="vote", date="2026-01-20", published="2026-02")
    made = delivery_history(world(promise, draft, vote), promise, LATER)
    assert [(date(2023, 5, 31), D.PARTLY, 1), (DUE, D.PARTLY, 1), (date(2026, 2, 28), D.PARTLY, 2)] == [
        (one.day, one.after.result, one.after.n) for one in made
    ]
    assert (draft,) == made[0].reports


def test_nothing_that_came_later_is_known_on_an_earlier_day():
    held = world(deliverable(), report("done", date="2025-06-30", published="2025-07", note="As told."))
    assert {} == dict(as_known_on(held, date(2025, 7, 30)).evidence)
    (known,) = as_known_on(held, date(2025, 7, 31)).evidence.values()
    assert known.note is None  # notes are written with later knowledge


STATES = st.sampled_from(["done", "partly", "not_done"])
DAYS = st.dates(date(2016, 1, 1), date(2027, 12, 31))
ITEMS = st.sampled_from(["North", "South", "West", "East"])
# From worst to best; one that is not due has no worse result than open.
ORDER = [D.NOT_DONE, D.NOT_VERIFIED, D.OPEN, D.PARTLY, D.DONE_LATE, D.DONE_SOMETIME, D.DONE]


@st.composite
def said(draw):
    day, item = draw(DAYS), draw(ITEMS)
    published = draw(st.dates(day, date(2028, 12, 31)))
    return report(draw(STATES), item=item, date=str(day), published=str(published))


EVIDENCE = st.lists(said(), max_size=8, unique_by=lambda one: (one.subject, one.known))


@given(EVIDENCE, DAYS, DAYS)
def test_a_later_day_never_forgets_evidence(rows, one, other):
    held = world(deliverable(count=2), *rows)
    first, second = sorted((one, other))
    assert set(as_known_on(held, first).evidence) <= set(as_known_on(held, second).evidence)


@given(EVIDENCE, DAYS, st.integers(1, 4))
def test_one_more_thing_done_in_time_never_worsens_a_result(rows, day, count):
    promise = deliverable(count=count)
    more = report("done", item="Fifth", date="2016-01-01", published="2016-01-01")
    before, after = stands(promise, *rows, known_on=day), stands(promise, *rows, more, known_on=day)
    assert ORDER.index(before.result) <= ORDER.index(after.result)
    assert before.n + 1 == after.n


@given(EVIDENCE, DAYS, st.integers(1, 4))
def test_done_means_that_so_many_things_are_done(rows, day, count):
    found = stands(deliverable(count=count), *rows, known_on=day)
    assert (found.result in DONE) == (found.n >= count)


@given(EVIDENCE, st.sampled_from(["on-track", "at-risk"]), DAYS)
def test_verdicts_are_the_same_with_and_without_evidence_and_ratings(rows, level, day):
    asked = target()
    held = records(figure("2024", 300), figure("2025", 410), target=asked)
    rating = Rating.model_validate(
        {"id": "r", "promise": asked.id, "rating": level, "published": "2016", "source": "paper"}
    )
    with_both = replace(
        held,
        plans=by_id([plan(asked, deliverable(count=2))]),
        evidence=by_id(rows),
        ratings=by_id([rating]),
    )
    assert assess(held, day) == assess(with_both, day)
    assert {} != dict(with_both.ratings)


def test_the_newest_of_the_bodys_own_ratings_stands_first():
    scale = RatingScale(
        id="report", label=text("Report"), levels=(RatingLevel(id="on-track", label=text("on track")),)
    )
    rows = [
        Rating.model_validate(
            {
                "id": day,
                "promise": "the-deliverable",
                "rating": "on-track",
                "published": day,
                "source": "paper",
            }
        )
        for day in ("2024-03", "2025-03", "2026-12")
    ]
    held = world(deliverable(), ratings=by_id(rows), scales=by_id([scale]))
    assert ["2025-03", "2024-03"] == [one.id for one in own_ratings(held, "the-deliverable", LATER)]
