"""Seasonal quarters: a target due by a quarter is held against that quarter of each year, and nothing else."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress.reading import read_series
from metrics.progress.result import Reading, Reason, Verdict
from metrics.records.model import Observation
from metrics.records.period import due_period
from metrics.records.vocabulary import Seasonality
from tests.progress.build import figure, records, target

SPRING = due_period("2027-Q2")
DECEMBER = date(2026, 12, 31)
SUMMER_2027 = date(2027, 7, 31)
YEARS = [figure("2025-Q2", 100), figure("2026-Q2", 110)]


def read(*figures: Observation, on: date, measure: str = "flow") -> Reading:
    promised = target(">", 120, due=SPRING.end.isoformat()).model_copy(update={"due_period": SPRING})
    made = records(*figures, target=promised, measure=measure)
    seasonal = made.indicators["size"].model_copy(update={"seasonality": Seasonality.QUARTERS})
    made = replace(made, indicators=MappingProxyType({"size": seasonal}))
    return read_series(made, promised, seasonal.series[0], on)


@pytest.mark.parametrize("measure", ["flow", "stock", "ratio"])
@pytest.mark.parametrize(
    ("value", "verdict"), [(121, Verdict.MET), (120, Verdict.MISSED), (90, Verdict.MISSED)]
)
def test_the_quarter_of_the_due_year_decides(measure: str, value: float, verdict: Verdict) -> None:
    found = read(*YEARS, figure("2027-Q1", 500), figure("2027-Q2", value), on=SUMMER_2027, measure=measure)
    assert (verdict, "2027-Q2") == (found.verdict, found.observation and found.observation.period.text)


def test_a_year_before_that_passes_was_early_and_the_due_quarter_has_no_figure() -> None:
    found = read(figure("2025-Q2", 100), figure("2026-Q2", 130), on=SUMMER_2027)
    assert (Verdict.MET_EARLY, 7) == (found.verdict, found.case)


def test_pace_runs_from_quarter_to_same_quarter() -> None:
    """From 100 to 110 in a year, 120 asked for after two: 10 a year of 10."""
    found = read(*YEARS, figure("2025-Q3", 140), on=DECEMBER)
    assert Verdict.ON_TRACK == found.verdict
    linear = found.paces[0]
    assert linear.ratio == pytest.approx(1.0)


def test_figures_of_other_quarters_alone_are_no_data() -> None:
    found = read(figure("2026-Q3", 140), figure("2026", 500), on=DECEMBER)
    assert (Verdict.NO_DATA, Reason.OTHER_PERIODS_ONLY) == (found.verdict, found.reason)


@given(
    st.lists(
        st.tuples(
            st.integers(2018, 2026), st.sampled_from(["-Q1", "-Q3", "-Q4", "-H1", ""]), st.floats(1, 900)
        ),
        max_size=8,
        unique_by=lambda row: row[:2],
    )
)
def test_no_figure_of_another_part_of_a_year_changes_the_reading(rows: list[tuple[int, str, float]]) -> None:
    others = [figure(f"{year}{part}", value) for year, part, value in rows]
    alone, among = read(*YEARS, on=DECEMBER), read(*YEARS, *others, on=DECEMBER)
    assert (alone.verdict, alone.paces, alone.observation) == (among.verdict, among.paces, among.observation)
