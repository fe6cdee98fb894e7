"""Growth, vintages, small panels and money in other terms on the chart of an indicator."""

from datetime import date
from functools import cache
from itertools import combinations

import pytest

from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.growth import overall_table, steps_table
from metrics.figures.indicator.multiples import MOST, PAIR, PLOT, WIDTH, indicator_panels
from metrics.figures.indicator.panel_sheet import panel_sheet
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.vintages import revision_table
from metrics.figures.labels import overlap
from metrics.figures.marks import FAINT
from metrics.figures.palette import LIGHT
from metrics.figures.template import mixed
from metrics.progress import as_known_on
from metrics.progress.terms import Terms, restate
from metrics.records import load
from metrics.records.model import ExchangeRate
from metrics.records.vocabulary import IndexType
from metrics.words import words_for
from tests.figures.golden_file import as_text, expected
from tests.figures.written import lines, marks, text_boxes, texts
from tests.progress.build import figure, records, series

WORDS = words_for("en")
TODAY = date(2026, 11, 28)
RECORDS = load()
SHIPPED = [one.id for one in RECORDS.indicators.values() if one.series]
RATES = tuple(ExchangeRate(year=year, cny_per_usd=8.0, source="paper") for year in (2020, 2021))


def of(place, period, value, *bound, **more):
    return figure(period, value, *bound, geography=place, **more)


def scene(*rows, scale="level", places=("CHN",), ids=None, vintages=False, terms=None, **more):
    names = ids or tuple(dict.fromkeys(one.series for one in rows)) or ("count",)
    chosen = more.pop("chosen", [series(name) for name in names])
    known = records(*rows, series=chosen, rates=RATES, **more)
    restated = restate(known, known.indicators["size"], terms or Terms())
    known = restated.records
    return IndicatorScene(
        known.indicators["size"],
        known,
        WORDS,
        "light",
        series_ids=tuple(names),
        places=places,
        known_on=TODAY,
        scale=scale,
        targets=(),
        width=1302,
        restated=restated,
        vintages=vintages,
    )


@cache
def shipped(indicator_id, scale="level", terms=Terms(), day=TODAY, vintages=True):  # noqa: B008  frozen
    known = as_known_on(RECORDS, day)
    restated = restate(known, known.indicators[indicator_id], terms)
    indicator = restated.records.indicators[indicator_id]
    chosen = [s for s in indicator.series if restated.records.observations_of(s.id)]
    unit = chosen[0].unit if chosen else indicator.unit
    return IndicatorScene(
        indicator,
        restated.records,
        WORDS,
        "light",
        series_ids=tuple(s.id for s in chosen if s.unit == unit),
        places=("CHN", "USA"),
        known_on=day,
        scale=scale,
        targets=(),
        width=1302,
        restated=restated,
        vintages=vintages,
    )


# Growth


def test_growth_stands_at_the_later_year_in_percent():
    made = draw(scene(figure("2020", 80), figure("2021", 100), scale="growth"))
    (mark,) = marks(made.plot).values()
    assert (date(2021, 12, 31), 25.0) == (mark["x"], mark["y"])
    assert "count, 2021 on 2020: CHN 25%" == made.title


def test_growth_that_is_not_computed_is_counted_with_its_reason():
    rows = [figure("2019", 80), figure("2020", 90), figure("2021", 100, "more_than"), figure("2023", 100)]
    subtitle = draw(scene(*rows, scale="growth")).subtitle
    assert "2 steps are left out: one of their two figures has an open end." in subtitle


def test_a_fall_stands_below_the_line_of_no_change():
    made = draw(scene(figure("2020", 100), figure("2021", 60), scale="growth"))
    assert [-40.0] == [one["y"] for one in marks(made.plot).values()]
    assert "−40%" in made.figure.layout.yaxis.ticktext
    assert "no change" in texts(made.plot)


def test_the_table_of_growth_gives_years_and_rate():
    one = overall_table(scene(figure("2020", 100), figure("2022", 121)))
    row = dict(zip([column.key for column in one.columns], one.rows[0], strict=True))
    assert ("2020", "2022", 10.0) == (row["start"], row["end"], row["rate_pct"])


def test_the_table_of_steps_says_why_there_is_no_rate():
    one = steps_table(scene(figure("2020", 100), figure("2022", 121)))
    assert "a year between has no figure" in one.rows[0]


def test_growth_of_several_series_is_told_for_the_first_place_only():
    rows = [of("CHN", year, value) for year, value in (("2020", 10), ("2021", 12))]
    rows += [of("CHN", year, value, series="b") for year, value in (("2020", 10), ("2021", 9))]
    rows += [of("USA", year, value) for year, value in (("2020", 10), ("2021", 90))]
    made = draw(scene(*rows, scale="growth", places=("CHN", "USA")))
    assert "CHN, 2021 on 2020: two series changed by between −10% and 20%" == made.title


# Ratio


def test_a_forecast_is_not_told_as_the_last_ratio():
    rows = [
        of("CHN", "2020", 10),
        of("USA", "2020", 20),
        of("CHN", "2021", 99, kind="forecast"),
        of("USA", "2021", 1),
    ]
    assert "in 2020" in draw(scene(*rows, scale="ratio")).title


def test_several_ratios_say_on_how_many_series_china_is_ahead():
    rows = [of("CHN", "2020", 30), of("USA", "2020", 20)]
    rows += [of("CHN", "2020", 10, series="b"), of("USA", "2020", 20, series="b")]
    made = draw(scene(*rows, scale="ratio"))
    assert "CHN against USA, 2020: between 0.5 and 1.5 to 1 on two series, ahead on one" == made.title
    assert "parity" in texts(made.plot)


def test_a_ratio_to_a_provisional_figure_is_provisional():
    made = draw(scene(of("CHN", "2020", 10), of("USA", "2020", 20, provisional=True), scale="ratio"))
    assert "provisional" in [entry.text for entry in made.key]
    assert [True] == [mark.provisional for mark in made.plot.marks]


# Vintages


def revised(made):
    return [line.points for line in made.plot.lines if line.role == "revision"]


def test_earlier_vintages_hang_on_a_line():
    earlier = figure("2020", 10, published="2021")
    later = figure("2020", 14, published="2022")
    made = draw(scene(earlier, later, vintages=True))
    assert [((date(2020, 12, 31), 10), (date(2020, 12, 31), 14))] == revised(made)
    assert [10, 14] == [one["y"] for one in marks(made.plot).values()]  # the earlier below
    assert mixed(LIGHT.other, LIGHT.paper, FAINT) == next(made.plot.marks).colour


def test_a_vintage_says_who_revised_when_and_from_what():
    rows = [figure("2020", value, published=day) for value, day in ((10, "2021"), (12, "2022"), (14, "2023"))]
    first, second, _ = (one.hover for one in draw(scene(*rows, vintages=True)).plot.marks)
    assert "first published 2021" in first
    assert "RMB 12 bn for 2020, published 2022, actual; RMB 10 bn before" in second.replace("<br>", " ")
    assert "Source: Somebody" in second


def test_without_the_switch_there_is_no_such_line():
    made = draw(scene(figure("2020", 10, published="2021"), figure("2020", 14, published="2022")))
    assert [] == revised(made)


@pytest.mark.parametrize("scale", ["index", "ratio", "growth"])
def test_revisions_are_drawn_on_levels_only(scale):
    rows = [of(p, y, 10, published="2022") for p in ("CHN", "USA") for y in ("2020", "2021")]
    made = draw(scene(*rows, of("CHN", "2020", 8, published="2021"), scale=scale, vintages=True))
    assert [] == revised(made)


def test_the_table_of_revisions_gives_each_step():
    rows = [figure("2020", 10, published="2021"), figure("2020", 15, published="2022")]
    table = revision_table(scene(*rows, vintages=True))
    keys = [column.key for column in table.columns]
    rows = [
        tuple(row[keys.index(key)] for key in ("published", "value", "before", "change"))
        for row in table.rows
    ]
    assert [("2021", 10, None, ""), ("2022", 15, 10, "50%")] == rows


def test_the_axis_reaches_every_vintage():
    made = draw(
        scene(figure("2020", 900, published="2021"), figure("2020", 10, published="2022"), vintages=True)
    )
    assert made.figure.layout.yaxis.range[1] > 900


# Other terms


def test_a_hover_names_what_was_published_the_rate_and_its_source():
    (mark,) = marks(draw(scene(figure("2020", 80), terms=Terms("USD"))).plot).values()
    assert 10 == mark["y"]
    assert "published: RMB 80 bn; at 8 yuan a dollar, mean of 2020 (Somebody)" in mark["hover"].replace(
        "<br>", " "
    )


def test_series_in_two_currencies_share_one_chart():
    rows = [figure("2020", 80), figure("2020", 10, series="b", unit="usd_bn")]
    chosen = [series(), series("b", unit="usd_bn")]
    made = draw(scene(*rows, chosen=chosen, terms=Terms("USD")))
    assert [10, 10] == [one["y"] for one in marks(made.plot).values()]


def test_the_table_keeps_the_published_figure_and_says_why_one_is_not_shown():
    table = draw(scene(figure("2020", 80), figure("2022", 90), terms=Terms("USD"))).table
    keys = [column.key for column in table.columns]
    rows = [
        tuple(row[keys.index(k)] for k in ("value", "unit", "shown", "shown_unit", "why_not"))
        for row in table.rows
    ]
    assert [(80, "RMB bn", 10, "US$ bn", ""), (90, "RMB bn", None, "", "no rate for that year")] == rows


def test_what_is_deflated_here_is_told_from_what_is_stated_in_constant_prices():
    one = shipped("ai_private_investment", terms=Terms(prices=IndexType.CPI))
    names = {curve.series.id: curve.name for curve in one.curves}
    assert "deflated here" in names["quid_nominal"]
    assert "deflated here" not in names["quid_real"]


# Small panels


def test_a_small_panel_looks_as_agreed():
    rows = [
        of("CHN", "2020", 10),
        of("CHN", "2021", 20, "more_than"),
        of("USA", "2020", 5),
        of("USA", "2021", 7),
    ]
    (panel,) = indicator_panels(scene(*rows, places=("CHN", "USA"))).panels
    assert expected("indicator_panel", panel.figure) == as_text(panel.figure)


def test_panels_have_the_same_axes():
    rows = [figure("2015", 10), figure("2020", 900, series="b")]
    panels = indicator_panels(scene(*rows)).panels
    assert 2 == len(panels)
    assert 1 == len({(panel.plot.x, panel.plot.y, panel.plot.frame) for panel in panels})


def test_a_panel_is_named_by_its_series_and_newest_figure():
    panel, _ = indicator_panels(scene(figure("2020", 10, "more_than"), figure("2021", 9, series="b"))).panels
    assert ["count", "> 10 in 2020"] == texts(panel.plot)[:2]
    assert "count: > 10 in 2020." == panel.alt


def test_panels_are_bounded_and_say_what_is_left_out():
    rows = [figure("2020", n, series=f"s{n:02}") for n in range(1, MOST + 4)]
    made = indicator_panels(scene(*rows))
    assert MOST == len(made.panels)
    assert "Shown are the series with the most figures; 3 more are left out." in made.subtitle


def test_a_sheet_holds_every_panel_on_axes_of_its_own():
    one = shipped("core_ai_industry_size", vintages=False)
    sheet = panel_sheet(one, 736, 500).plot
    feet = [line.points for line in sheet.lines if line.role == "axis"]
    assert len(indicator_panels(one).panels) == len(feet)
    cells = [
        [
            number
            for number, ((left, foot), (right, _)) in enumerate(feet)
            if all(left <= mark.day <= right and foot <= mark.value <= foot + PLOT for mark in drawn.marks)
        ]
        for drawn in sheet.series
    ]
    places = {drawn.series: cell for drawn, cell in zip(sheet.series, cells, strict=True)}
    assert sorted(places.values()) == [[number] for number in range(len(feet))]


# Laws over the shipped indicators

TERMS = [Terms(), Terms("USD"), Terms("CNY"), Terms(prices=IndexType.CPI)]
MONEY = [
    "core_ai_industry_size",
    "ai_private_investment",
    "guidance_fund_investment",
    "corporate_ai_investment",
]
TOLD_TWICE = ["core_ai_industry_size", "ai_private_investment", "newly_funded_companies", "ai_enterprises"]


@pytest.mark.parametrize("indicator_id", MONEY)
@pytest.mark.parametrize("terms", TERMS)
@pytest.mark.parametrize("scale", ["level", "ratio", "growth"])
def test_no_label_touches_another_in_any_terms(indicator_id, terms, scale):
    one = shipped(indicator_id, scale, terms)
    boxes = text_boxes(draw(one).plot)
    touching = [(a[0], b[0]) for a, b in combinations(boxes, 2) if overlap(a[1], b[1], one.frame.widths)]
    assert [] == touching


@pytest.mark.parametrize("indicator_id", SHIPPED)
@pytest.mark.parametrize(("width", "plot"), [(WIDTH, PLOT), PAIR])
def test_no_label_of_a_panel_touches_another(indicator_id, width, plot):
    one = shipped(indicator_id, vintages=False)
    for panel in indicator_panels(one, width, plot).panels:
        frame, boxes = panel.plot.frame, text_boxes(panel.plot)
        touching = [(a[0], b[0]) for a, b in combinations(boxes, 2) if overlap(a[1], b[1], frame.widths)]
        assert [] == touching


@pytest.mark.parametrize("indicator_id", TOLD_TWICE)
@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2024, 6, 30)])
def test_no_vintage_of_a_later_day_is_drawn(indicator_id, day):
    made = draw(shipped(indicator_id, day=day))
    assert [] == [one for one in marks(made.plot) if RECORDS.observations[one].known > day]


@pytest.mark.parametrize("indicator_id", MONEY)
def test_in_other_terms_no_line_leaps_a_year(indicator_id):
    for terms in TERMS:
        for line in lines(draw(shipped(indicator_id, terms=terms, vintages=False)).plot):
            assert all(b.year - a.year <= 1 for a, b in line.steps)
