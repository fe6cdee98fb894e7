"""A promise about every year: what each year says, and what follows from all of them, worked out by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress.result import Reading
from metrics.records.model import Observation
from tests.progress.build import LATER, figure, reading, target

EVERY = target(">=", 7, holds_from="2021", unit="cny_bn")


def of(*figures: Observation, known_on: date = LATER, **more: object) -> Reading:
    return reading(*figures, against=EVERY, known_on=known_on, **more)


def years(*values: float | None, first: int = 2021) -> list[Observation]:
    return [figure(str(first + n), value) for n, value in enumerate(values) if value is not None]


@pytest.mark.parametrize(
    ("values", "verdict", "case", "decided"),
    [
        ((7, 8, 9, 8, 7), "met", 15, "2025"),
        ((7, 8, 6.9, 8, 7), "missed", 14, "2023"),
        ((7, 8, None, 8, 7), "inconclusive", 16, "2025"),
        ((7, 8, 9), "inconclusive", 16, "2023"),
        ((7, None, 6), "missed", 14, "2023"),
    ],
)
def test_when_due_every_year_is_asked_for(values: tuple, verdict: str, case: int, decided: str) -> None:
    found = of(*years(*values))
    assert (verdict, case, decided) == (found.verdict, found.case, found.observation.period.text)


@pytest.mark.parametrize(
    ("values", "verdict", "case"),
    [
        ((7, 8, 9), "on_track", 17),
        ((7, 8, 6), "missed", 14),  # nothing that comes can mend it
        ((7, None, 9), "inconclusive", 16),
    ],
)
def test_before_it_is_due_one_year_can_break_it_and_none_can_meet_it(
    values: tuple, verdict: str, case: int
) -> None:
    found = of(*years(*values), known_on=date(2024, 6, 30))
    assert (verdict, case) == (found.verdict, found.case)


def test_years_before_the_promise_are_not_asked_for() -> None:
    assert "met" == of(*years(1, 7, 7, 7, 7, 7, first=2020)).verdict
    found = of(*years(1, first=2020), known_on=date(2021, 6, 30))
    assert ("too_early", "no_year_yet") == (found.verdict, found.reason)


def test_a_floor_holds_only_where_it_lies_high_enough() -> None:
    rows = [*years(7, 8, 9, 8), figure("2025", 6, "more_than")]
    assert "inconclusive" == of(*rows).verdict
    assert "met" == of(*rows[:-1], figure("2025", 7, "more_than")).verdict


def test_half_a_year_of_a_flow_is_no_year() -> None:
    rows = [*years(7, 8, 9, 8), figure("2025-H2", 9)]
    assert "inconclusive" == of(*rows).verdict


def test_the_last_count_of_a_year_is_that_of_the_year() -> None:
    rows = [*years(7, 8, 9, 8), figure("2025-06-30", 5), figure("2025-12-31", 9)]
    assert "met" == of(*rows, measure="stock").verdict


def test_a_broken_promise_counts_however_long_ago_it_was_broken() -> None:
    assert of(*years(6)).counts
    assert not of(*years(7)).counts  # it holds so far as is known, and nothing has come since


def test_silence_is_told_before_the_promise_is_called_kept() -> None:
    assert "stale" == of(*years(7, 8), known_on=date(2025, 6, 30)).verdict


def test_nothing_about_the_years_of_the_promise_is_due_and_not_verified() -> None:
    found = of(*years(7, first=2020))
    assert ("unverified", 8, "2020") == (found.verdict, found.case, found.before.period.text)


@given(st.lists(st.one_of(st.none(), st.floats(0, 20)), min_size=5, max_size=5))
def test_met_means_every_year_and_missed_means_one(values: list) -> None:
    """A law: the verdict of all years is the three-valued *and* of each."""
    rows = years(*values)
    if not rows:
        return
    answers = [None if value is None else value >= 7 for value in values]
    expected = "missed" if False in answers else "inconclusive" if None in answers else "met"
    assert expected == of(*rows).verdict
