"""Which series a reader sees first: a few that can be compared, never two units."""

from datetime import date

import pytest

from metrics.figures.indicator.first_choice import MOST_LINES, first_places, first_series
from metrics.records import load

RECORDS = load()
DAY = date(2026, 11, 29)


def figures(indicator):
    return [one for one in RECORDS.observations.values() if one.indicator == indicator]


@pytest.mark.parametrize("indicator", [one.id for one in RECORDS.indicators.values() if figures(one.id)])
def test_first_choice_has_one_unit_and_can_be_told_apart(indicator):
    chosen = first_series(RECORDS.indicators[indicator], figures(indicator), RECORDS, DAY)
    assert chosen
    assert 1 == len({RECORDS.series[one].unit for one in chosen})
    lines = [
        (series, place)
        for series in chosen
        for place in first_places(
            sorted({one.geography for one in figures(indicator) if one.series == series}), RECORDS
        )
    ]
    assert len(lines) <= MOST_LINES or 1 == len(chosen)


def test_core_industry_begins_with_its_longest_and_newest_series():
    chosen = first_series(
        RECORDS.indicators["core_ai_industry_size"], figures("core_ai_industry_size"), RECORDS, DAY
    )
    assert {"caict_v1", "caict_v2", "miit_2025", "iresearch"} <= set(chosen)
    assert "implied_2016" not in chosen


def test_indicator_without_figures_has_no_choice():
    assert () == first_series(RECORDS.indicators["ai_textbooks"], [], RECORDS, DAY)
