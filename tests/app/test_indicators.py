"""The page of an indicator: what the address asks for is what is shown."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from metrics.figures.indicator.multiples import PAIR, PLOT
from tests.plots import plots

PAGE = Path(__file__).resolve().parents[2] / "metrics" / "app" / "pages" / "indicators.py"
DAY = "2026-11-28"


def run(**parameters):
    app = AppTest.from_file(str(PAGE), default_timeout=20)
    for parameter, value in ({"known_on": DAY} | parameters).items():
        app.query_params[parameter.replace("_", "-")] = value
    app.run()
    assert [] == list(app.exception)
    return app


def test_options_are_built_when_their_box_is_open_and_said_in_words_beside_it():
    closed = run(**INVESTMENT, scale="log", places="USA", prices="constant")
    assert ["mp-family", "mp-indicator", "mp-place", "mp-year"] == [one.key for one in closed.selectbox]
    assert [] == list(closed.multiselect)
    assert "Log · 4 of 12 series · United States · 2021 prices, by CPI" in text(closed)
    box = AppTest.from_file(str(PAGE), default_timeout=20)
    box.session_state["mp-options"] = True
    box.run()
    assert ["mp-series", "mp-places"] == [one.key for one in box.multiselect]


def test_a_choice_in_the_box_goes_into_the_address():
    app = AppTest.from_file(str(PAGE), default_timeout=20)
    app.query_params["indicator"] = INVESTMENT["indicator"]
    app.session_state["mp-options"] = True
    app.run()
    next(one for one in app.multiselect if one.key == "mp-places").set_value(["USA"]).run()
    assert "USA" in str(app.query_params["places"])
    assert "· United States" in text(app)


def text(app):
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize(
    ("family", "title"), [("patents", "AI patents granted"), ("investment", "AI private investment")]
)
def test_a_family_opens_on_what_says_most_now(family, title):
    assert f">{title}" in text(run(family=family))


INVESTMENT = {"indicator": "ai_private_investment"}


def test_small_panels_show_every_series_of_the_unit():
    app = run(**INVESTMENT, layout="multiples", series="quid_nominal,abi,tsinghua_broad")
    assert 3 + 1 == len(plots(app))  # one chart is the spread
    assert "One panel a series, all on one scale" in text(app)


def test_never_more_than_twelve_panels():
    app = run(layout="multiples")
    assert 12 + 1 == len(plots(app))
    assert "Shown are the series with the most figures; 8 more are left out." in text(app)


def test_two_panels_share_the_row_and_are_higher():
    heights = [
        one["layout"]["height"]
        for given in ("quid_nominal,abi", "quid_nominal,abi,tsinghua_broad")
        for one in plots(run(**INVESTMENT, layout="multiples", series=given, places="CHN"))[:2]
    ]
    assert [PAIR[1] - PLOT] * 2 == [pair - many for pair, many in zip(heights[:2], heights[2:], strict=True)]


def test_the_spread_stands_at_the_year_in_which_the_series_disagree_most():
    assert "AI private investment, China, 2017: four series, from 4.9 to US$ 27.71 bn" in text(
        run(**INVESTMENT)
    )


def test_the_year_of_the_spread_stands_in_the_address():
    assert "AI private investment, China, 2018: five series" in text(run(**INVESTMENT, year="2018"))


def test_a_year_without_two_series_gets_a_note_and_the_default():
    html = text(run(**INVESTMENT, year="1999"))
    assert "year = “1999”, which does not exist" in html
    assert "China, 2017: four series" in html


def test_an_indicator_with_one_series_has_no_spread():
    app = run(indicator="ai_majors_approved")
    assert 1 == len(plots(app))


def test_money_is_converted_and_the_rate_is_named():
    html = text(run(indicator="core_ai_industry_size", currency="usd", year="2024"))
    assert "Converted here at the mean rate of each figure’s own year (Federal Reserve" in html
    assert "7.2" in html
    assert "no rate for that year" in html  # the forecast for 2029


def test_growth_is_never_in_another_currency():
    html = text(run(**INVESTMENT, scale="growth", currency="cny"))
    assert "Growth is computed in the currency in which each series is published." in html
    assert "Converted here" not in html


def test_constant_prices_name_the_index_and_what_is_left_out():
    html = text(run(**INVESTMENT, prices="constant"))
    assert "by the consumer price index" in html
    assert "no price index for 2025" in html


def test_counts_of_things_have_no_prices_and_no_currency():
    html = text(run(indicator="ai_research_centres", currency="usd", prices="constant"))
    assert "Converted here" not in html


def test_vintages_bring_the_table_of_revisions():
    assert "What was revised" not in text(run(**INVESTMENT, series="quid_nominal"))
    html = text(run(**INVESTMENT, series="quid_nominal", vintages="on"))
    assert "What was revised" in html
    assert 'href="sources?' in html


@pytest.mark.parametrize("day", ["2018-12-31", "2020-06-30", "2023-05-01"])
def test_earlier_days_know_no_later_rate_vintage_or_count(day):
    html = text(run(**INVESTMENT, known_on=day, vintages="on", currency="cny"))
    assert "2025-04-08" not in html


@pytest.mark.parametrize("layout", ["one", "multiples"])
@pytest.mark.parametrize("scale", ["level", "index", "ratio", "growth", "log"])
@pytest.mark.parametrize(
    "terms", [{"currency": "cny"}, {"currency": "usd"}, {"prices": "constant"}, {"prices": "constant-gdp"}]
)
def test_every_way_to_show_money_is_drawn(layout, scale, terms):
    app = run(**INVESTMENT, layout=layout, scale=scale, vintages="on", **terms)
    assert "<h1" in text(app)
