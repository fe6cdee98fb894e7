"""The lead: which indicator speaks for a family, and which series says most of it now. A rule, on any data and day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.progress.lead import ranked_indicators, ranked_series
from metrics.records import load
from tests.progress.build import figure, records, series

DAY = date(2026, 11, 29)
PLACES = ("CHN", "USA")
SHIPPED = load()


def ranked(*figures, promised=True, day=DAY, **named):
    counted = [series(name, **more) for name, more in named.items()]
    held = records(*figures, series=counted)
    return ranked_series(held, held.indicators["size"], day, PLACES, is_promised=promised)


def row(of, *years, place="CHN"):
    return [figure(str(year), 1, series=of, geography=place) for year in years]


def test_a_series_that_reaches_the_present_stands_before_a_longer_one_that_ended():
    rows = [*row("ended", *range(2010, 2021)), *row("current", 2025)]
    assert ("current", "ended") == ranked(*rows, ended={}, current={})


def test_of_those_the_comparable_stands_before_the_longer():
    rows = [*row("other", 2023, 2024, 2025), *row("alike", 2025)]
    assert ("alike", "other") == ranked(*rows, other={"comparability": "different"}, alike={})


def test_where_nothing_is_promised_no_definition_is_the_right_one():
    rows = [*row("other", 2023, 2024, 2025), *row("alike", 2025)]
    assert ("other", "alike") == ranked(*rows, promised=False, other={"comparability": "different"}, alike={})


def test_of_those_the_one_that_has_both_places_comes_first():
    rows = [*row("home", 2024, 2025), *row("both", 2025), *row("both", 2025, place="USA")]
    assert ("both", "home") == ranked(*rows, home={}, both={})


def test_of_those_the_longer_and_then_the_independent():
    rows = [*row("short", 2025), *row("state", 2024, 2025), *row("free", 2024, 2025)]
    state = {"independence": "self_reported"}
    assert ("free", "state", "short") == ranked(*rows, short={}, state=state, free={})


def test_a_series_that_repeats_another_comes_last():
    rows = [*row("copy", 2024, 2025), *row("first", 2025)]
    assert ("first", "copy") == ranked(*rows, copy={"repeats": "first"}, first={})


def test_figures_of_another_place_alone_come_after_those_of_the_own():
    rows = [*row("abroad", 2024, 2025, place="USA"), *row("home", 2019)]
    assert ("home", "abroad") == ranked(*rows, abroad={}, home={})


def test_forecasts_and_what_was_not_published_yet_lead_nowhere():
    rows = [figure("2026", 1, series="told", kind="forecast"), *row("later", 2025)]
    assert () == ranked(*rows, day=date(2020, 1, 1), told={}, later={})


@given(years=st.sets(st.integers(2010, 2025), min_size=1), rival=st.sets(st.integers(2010, 2025), min_size=1))
def test_one_more_year_never_makes_a_series_stand_back(years, rival):
    more = {*years, max(years) + 1 if max(years) < 2025 else min(years) - 1}
    places = []
    for held in (years, more):
        found = ranked(*row("one", *held), *row("two", *rival), one={}, two={})
        places.append(found.index("one"))
    assert places[1] <= places[0]


@pytest.mark.parametrize(
    ("family", "indicator", "first"),
    [
        ("industry", "core_ai_industry_size", "caict_v2"),
        ("patents", "ai_patent_grants", "aiindex_grants_2026ed"),
        ("research_centres", "ai_research_centres", "rc_mycos"),
        ("investment", "ai_private_investment", "quid_real"),
    ],
)
def test_shipped_families_open_on_what_says_most_now(family, indicator, first):
    promised = {one.indicator for one in SHIPPED.targets.values() if one.plan in SHIPPED.glance.plans}
    found = ranked_indicators(SHIPPED, family, DAY, PLACES, promised)
    assert indicator == found[0]
    of = SHIPPED.indicators[indicator]
    assert first == ranked_series(SHIPPED, of, DAY, PLACES, is_promised=indicator in promised)[0]


def test_indicators_without_a_figure_come_last():
    found = ranked_indicators(SHIPPED, "education", DAY, PLACES, {"ai_textbooks"})
    assert "ai_textbooks" in found[-3:]
    assert "ai_majors_total" == found[0]


def test_on_an_earlier_day_another_series_may_lead():
    of = SHIPPED.indicators["ai_private_investment"]
    assert "abi" == ranked_series(SHIPPED, of, date(2019, 12, 31), PLACES, is_promised=False)[0]
