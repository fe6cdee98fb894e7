"""The same reading by other rules: the figures stay, and only the rule differs."""

from datetime import date

import pytest

from metrics.progress import as_known_on, assess
from metrics.progress.other_rules import (
    Difference,
    compared,
    count_differences,
    newest_of_any,
)
from metrics.progress.pace import classify
from metrics.progress.result import Path, Refusal, Side, Verdict
from metrics.records import load
from tests.progress.build import EARLIER, LATER, figure, records, series, target

SHIPPED = load()


def by_hand(*figures, day=LATER, against=None, **more):
    held = records(*figures, target=against or target(), **more)
    return compared(held, assess(held, day))


def one(*figures, **more):
    (row,) = by_hand(*figures, **more)
    return row


def test_ratio_of_a_due_target_is_worked_on_the_figures_up_to_the_due_date():
    row = one(
        figure("2021", 100), figure("2024", 300), figure("2026", 900, published="2026-03-31", kind="estimate")
    )
    assert date(2024, 12, 31) == row.steps.latest.day
    assert ((300 - 100) / 3) / ((400 - 100) / 4) == pytest.approx(row.steps.ratio, rel=1e-3)


def test_ratio_alone_judges_what_the_due_period_leaves_unverified():
    row = one(figure("2021", 100), figure("2024", 350))
    assert (Verdict.UNVERIFIED, Verdict.ON_TRACK) == (row.reading.verdict, row.steps.verdict)
    assert Difference.SILENCE is row.difference


def test_ratio_alone_judges_what_has_been_silent_for_years():
    row = one(figure("2016", 100), figure("2018", 200), day=EARLIER)
    assert (Verdict.STALE, Verdict.ON_TRACK) == (row.reading.verdict, row.steps.verdict)


def test_steps_and_growth_on_opposite_sides_are_opposite():
    row = one(figure("2015", 10), figure("2020", 66), day=date(2021, 6, 30), against=target(value=400))
    assert ({Verdict.ON_TRACK}, {Verdict.FAR_BEHIND}) == ({row.growth.verdict}, {row.steps.verdict})
    assert Verdict.DEPENDS_ON_PATH is row.reading.verdict
    assert Difference.OPPOSITE is row.difference


def test_met_and_on_track_are_the_same_answer():
    row = one(figure("2021", 100), figure("2025", 500))
    assert (Verdict.MET, Verdict.ON_TRACK, Difference.SAME) == (
        row.reading.verdict,
        row.steps.verdict,
        row.difference,
    )


def test_behind_and_far_behind_are_the_same_answer():
    row = one(figure("2021", 100), figure("2023", 200), day=EARLIER, against=target(value=1000))
    assert Verdict.BEHIND is row.growth.verdict or Verdict.FAR_BEHIND is row.growth.verdict
    assert row.steps.verdict is Verdict.FAR_BEHIND
    assert Difference.SAME is row.difference


def test_share_has_no_growth_rate_and_says_so():
    row = one(
        figure("2021", 10, unit="percent"),
        figure("2025", 50, unit="percent"),
        against=target(value=40, unit="percent"),
        series=[series(unit="percent")],
        measure="ratio",
    )
    assert (Refusal.RATIO, None) == (row.growth.refusal, row.growth.verdict)
    assert row.paced


def test_open_ends_have_no_ratio_and_no_place_in_the_count():
    row = one(figure("2021", 100, "more_than"), figure("2025", 300, "more_than"))
    assert not row.paced
    assert () == count_differences([row])


def test_bare_number_forgets_the_wording_the_age_and_the_period():
    assert one(figure("2019", 500, "at_most")).passes
    assert not one(figure("2025", 300, "more_than")).passes
    assert one(figure("2025", 300, "more_than")).foil_differs


def test_exactly_the_number_of_a_strict_target_does_not_pass_as_a_bare_number():
    assert not one(figure("2025", 400)).passes


def test_without_a_judged_comparable_figure_there_is_no_row():
    assert () == by_hand(figure("2025", 500, kind="forecast", published="2024"))
    assert () == by_hand(figure("2025", 500), series=[series(comparability="different")])


def test_newest_figure_of_any_series_is_that_published_last():
    two = [series("count"), series("other")]
    held = records(
        figure("2025", 500, published="2026-01-31"),
        figure("2024", 300, published="2026-03-31", series="other", id="o"),
        target=target(),
        series=two,
    )
    (found,) = newest_of_any(held, assess(held, LATER))
    assert ("other", False) == (found.figure.series, found.passes)


def shipped(day):
    known = as_known_on(SHIPPED, day)
    return compared(known, assess(known, day))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 12, 31), {"same": 2}),
        (date(2024, 12, 31), {"opposite": 3, "silence": 5, "same": 4}),
        (date(2026, 11, 28), {"opposite": 4, "silence": 7, "same": 7}),
    ],
)
def test_shipped_readings_differ_so_often(day, expected):
    assert expected == {kind.value: n for kind, n in count_differences(shipped(day))}


@pytest.mark.parametrize("day", [date(2020, 12, 31), date(2024, 12, 31), date(2026, 11, 28)])
def test_ratios_are_classed_by_the_thresholds_and_by_nothing_else(day):
    run = [pace for row in shipped(day) for pace in (row.growth, row.steps) if pace.ratio is not None]
    assert [pace.verdict for pace in run] == [classify(pace.ratio) for pace in run]


def test_before_the_due_date_the_ratios_are_those_of_the_reading():
    day = date(2026, 11, 28)
    known = as_known_on(SHIPPED, day)
    rows = {(r.status.target.id, r.reading.series.id): r for r in compared(known, assess(known, day))}
    for path in Path:
        for row in rows.values():
            own = next((pace for pace in row.reading.paces if pace.path is path), None)
            if own is not None:
                assert own == (row.steps if path is Path.LINEAR else row.growth)


def test_no_row_looks_at_two_series():
    for row in shipped(date(2026, 11, 28)):
        points = [
            p for pace in (row.growth, row.steps) for p in (pace.start, pace.latest) if p and p.observation
        ]
        assert {row.reading.series.id} >= {point.observation.series for point in points}
        assert row.reading.series.id == row.figure.series


def test_sides_hold_the_full_rule_and_each_ratio():
    row = one(figure("2021", 100), figure("2024", 350))
    assert {Side.UNDECIDED, Side.MET} == row.sides
