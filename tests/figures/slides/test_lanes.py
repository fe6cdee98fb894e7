"""The lanes of a slide: every reading that counts, what is listed beside, one axis from 0, cut where it does not fit."""

from datetime import date
from math import inf

import pytest

from docs.examples import EXAMPLES
from metrics.figures.slides.lanes import COUNTED, HEAD, LISTED, ROOM, parts, target_lanes
from metrics.progress import as_known_on, assess
from metrics.progress.result import Verdict
from metrics.records import load
from metrics.words import words_for
from tests.progress.build import figure, records, series, status, target

WORDS = words_for("en")
HELD = load()
TODAY = date(2026, 11, 28)
KNOWN = as_known_on(HELD, TODAY)
FOUND = assess(KNOWN, TODAY)


def lanes_of(*figures, target_=None, **more):
    one = target_ or target()
    found = status(*figures, against=one, **more)
    held = records(*figures, target=one, series=more.get("series", ()))
    return target_lanes(found, held, WORDS)


def test_every_counted_reading_of_every_target_has_a_lane_with_its_verdict():
    for one in FOUND.statuses.values():
        told = {lane.series: lane.verdict for lane in target_lanes(one, KNOWN, WORDS).counted}
        assert {r.series.id: r.verdict for r in one.counted} == told


def test_highest_stands_first_and_an_unverified_reading_shows_its_last_figure():
    told = target_lanes(FOUND.statuses["aidp-2025-core"], KNOWN, WORDS)
    assert [1200, 1200, 700, 600, 500, 269.7] == [lane.value for lane in told.counted]
    last = told.counted[-1]
    assert (Verdict.UNVERIFIED, "269.7", "independent, for 2024, none since") == (
        last.verdict,
        last.figure,
        last.note,
    )


def test_only_figures_that_speak_for_the_months_up_to_the_due_date_are_listed():
    told = target_lanes(FOUND.statuses["aidp-2020-core"], KNOWN, WORDS)
    assert {"ndrc_forecast_2019", "iimedia", "isc_market"} == {lane.series for lane in told.listed}
    assert {"forecast"} == {lane.word for lane in told.listed}
    assert [] == [lane for lane in told.listed if lane.counts or lane.verdict]


def test_hidden_detail_leaves_the_counted_lanes():
    one = FOUND.statuses["aidp-2020-core"]
    shown, hidden = target_lanes(one, KNOWN, WORDS), target_lanes(one, KNOWN, WORDS, listed=False)
    assert () == hidden.listed
    assert shown.counted == hidden.counted


def test_target_to_reduce_puts_the_lowest_first():
    two = (series("one"), series("two"))
    told = lanes_of(
        figure("2025", 300, series="one"),
        figure("2025", 100, series="two"),
        target_=target("<", 200),
        series=two,
    )
    assert ["two", "one"] == [lane.series for lane in told.counted]
    assert told.goalpost is not None
    assert ((200, None),) == told.goalpost.short


def test_two_sided_target_is_not_reached_below_and_above():
    told = lanes_of(figure("2025", 3), target_=target("~", 3, value_high=5))
    assert told.goalpost is not None
    assert ((-inf, 3), (5, None)) == told.goalpost.short
    assert "target: 3–5" == told.goalpost.label


def test_axis_begins_at_0_and_holds_every_value_and_the_target():
    for one in FOUND.statuses.values():
        told = target_lanes(one, KNOWN, WORDS)
        assert 0 == told.ticks[0][0]
        ends = [
            lane.look.spread[1] if lane.look.spread else lane.value for lane in (*told.counted, *told.listed)
        ]
        assert max(*ends, one.target.value_high or one.target.value, 0) <= told.top
        assert max(tick for tick, _ in told.ticks) <= told.top


@pytest.mark.parametrize("n", [1, 6, 7, 13])
def test_lanes_that_do_not_fit_go_on_in_the_next_part_and_none_is_lost(n):
    many = tuple(series(f"s{i}") for i in range(n))
    whole = lanes_of(*(figure("2025", 10 + i, series=f"s{i}") for i in range(n)), series=many)
    cut = parts(whole)
    assert [lane.series for lane in whole.counted] == [lane.series for one in cut for lane in one.counted]
    assert {whole.top} == {one.top for one in cut}
    assert all(len(one.counted) * COUNTED <= ROOM for one in cut)
    assert max(len(one.counted) for one in cut) - min(len(one.counted) for one in cut) <= 1 + n // 7


def test_every_part_of_every_target_fits_and_what_has_no_room_is_said_in_a_sentence():
    said = 0
    for one in FOUND.statuses.values():
        whole = target_lanes(one, KNOWN, WORDS)
        if not (whole.counted or whole.listed):
            continue
        *_, last = cut = parts(whole)
        for part in cut:
            taken = COUNTED * len(part.counted) + (HEAD + LISTED * len(part.listed) if part.listed else 0)
            assert taken <= ROOM
        assert bool(whole.listed) == bool(last.listed or last.aside)
        said += bool(last.aside)
        assert all(lane.name in last.aside for lane in whole.listed if last.aside)
    assert said


@pytest.mark.parametrize(
    ("period", "named", "word"),
    [
        ("2025-H2", None, "part of a year"),
        ("2021/2025", None, "more than one year"),
        ("18 months to 2025-12", None, "more than one year"),
        ("2025", "2021/2025", "not the period of the target"),
    ],
)
def test_listed_figure_says_what_of_its_period_keeps_it_from_being_judged(period, named, word):
    """A total of five years, and a whole year beside a promise of five, were both called part of a year."""
    told = lanes_of(figure(period, 300), target_=target(**({"period": named} if named else {})))
    assert [word] == [lane.word for lane in told.listed]


def test_harbour_of_the_invented_plan_is_listed_for_the_length_of_its_period():
    known = as_known_on(load(EXAMPLES / "quillhaven"), TODAY)
    found = assess(known, TODAY)
    words = {
        name: {lane.word for lane in target_lanes(found.statuses[name], known, WORDS).listed}
        for name in ("qh-2025-harbour", "qh-2030-harbour")
    }
    assert {
        "qh-2025-harbour": {"not the period of the target"},
        "qh-2030-harbour": {"more than one year"},
    } == words
