"""The due period: which figure speaks for the due date."""

from datetime import date

import pytest

from metrics.progress.due_period import for_due_period, speaks_for
from metrics.records.period import Period
from metrics.records.vocabulary import Measure
from tests.progress.build import DUE, figure


@pytest.mark.parametrize(
    ("period", "flow", "stock"),
    [
        ("2024-12-31", False, False),
        ("2025-01-01", True, True),
        ("2025-12-31", True, True),
        ("2026-01-01", False, False),
        ("2025", True, True),
        ("2024", False, False),
        ("2025-06", False, True),
        ("2025-H1", False, True),
        ("2025-Q4", False, True),
        ("12 months to 2025-Q3", True, True),
        ("12 months to 2026-03", False, False),
        ("9 months to 2025-09", False, True),
    ],
)
def test_the_period_ends_within_the_twelve_months_and_for_a_flow_is_a_year_or_a_day(period, flow, stock):
    spoken = [speaks_for(Period.parse(period), DUE, m) for m in (Measure.FLOW, Measure.STOCK, Measure.RATIO)]
    assert [flow, stock, stock] == spoken


def test_the_twelve_months_up_to_a_leap_day_begin_after_the_28th():
    leap = date(2024, 2, 29)
    days = [Period.parse(day) for day in ("2023-02-28", "2023-03-01")]
    assert [False, True] == [speaks_for(day, leap, Measure.STOCK) for day in days]


def test_a_year_beats_a_day_even_a_later_one():
    figures = [figure("2024", 5), figure("2025-05-31", 6)]
    chosen = for_due_period(figures, date(2025, 6, 30), Measure.FLOW)
    assert "2024" == chosen.period.text


def test_of_several_days_the_latest_speaks():
    figures = [figure("2025-04-30", 5), figure("2025-09-30", 6)]
    assert "2025-09-30" == for_due_period(figures, DUE, Measure.FLOW).period.text


def test_nothing_speaks_where_no_period_ends_in_time():
    assert None is for_due_period([figure("2024", 5), figure("2026", 6)], DUE, Measure.FLOW)
