"""The spread of a year: one row a series, open ends open, the title from the lowest to the highest."""

from datetime import date
from functools import cache
from itertools import combinations

import pytest

from metrics.figures.frame import SCROLLS
from metrics.figures.indicator.spread import spread_chart
from metrics.progress.spread import spreads
from metrics.progress.terms import Terms, restate
from metrics.records import load
from metrics.words import words_for
from tests.figures.golden_file import as_text, expected
from tests.figures.written import marks, text_boxes, texts
from tests.progress.build import figure, records, series

WORDS = words_for("en")
TODAY = date(2026, 11, 28)
RECORDS = load()


def of(name, value, *bound, **more):
    return figure("2024", value, *bound, series=name, **more)


def chart(*rows, mode="light", **more):
    several = [
        series(one.series, independence="self_reported" if one.series == "a" else "independent")
        for one in rows
    ]
    known = records(*rows, series=several, **more)
    indicator = known.indicators["size"]
    found = spreads(known, indicator, "CHN")[2024]
    return spread_chart(found, indicator, known, WORDS, mode, place="CHN", year=2024, known_on=TODAY)


@cache
def shipped(indicator_id, place, year, currency=None):
    one = restate(RECORDS, RECORDS.indicators[indicator_id], Terms(currency))
    indicator = one.records.indicators[indicator_id]
    found = spreads(one.records, indicator, place)[year]
    asked = {"place": place, "year": year, "known_on": TODAY, "restated": one}
    return spread_chart(found, indicator, one.records, WORDS, "light", **asked)


SHIPPED = [
    (indicator.id, place, year)
    for indicator in RECORDS.indicators.values()
    for place in ("CHN", "USA", "WLD")
    for year in spreads(RECORDS, indicator, place)
]


def test_a_small_spread_looks_as_agreed():
    made = chart(
        of("a", 600, "more_than"), of("b", 270), of("c", 500, "about"), of("d", 400, kind="forecast")
    )
    assert expected("spread_chart", made.figure) == as_text(made.figure)


def test_the_title_gives_the_lowest_and_the_highest_count():
    assert (
        "Size, CHN, 2024: two series, from 270 to more than RMB 600 bn"
        == chart(of("a", 600, "more_than"), of("b", 270)).title
    )


def test_how_many_times_is_said_of_closed_figures_only():
    assert "The highest is 2 times the lowest." in chart(of("a", 600), of("b", 300)).subtitle
    assert "times" not in chart(of("a", 600, "more_than"), of("b", 300)).subtitle


def test_counts_that_lie_close_together_are_not_told_as_one_times_each_other():
    assert "times" not in chart(of("a", 412), of("b", 398)).subtitle


def test_a_forecast_is_hollow_and_counts_for_nothing_in_the_title():
    made = chart(of("a", 600), of("b", 270), of("c", 900, kind="forecast"))
    assert "two series, from 270 to RMB 600 bn" in made.title
    assert "One forecast or derived value is drawn hollow and not counted." in made.subtitle
    assert "900 forecast" in texts(made.plot)


def test_rows_stand_from_the_lowest_at_the_top():
    made = chart(of("a", 600), of("b", 270), of("c", 300))
    heights = {round(one["x"]): one["y"] for one in marks(made.plot).values()}
    assert [270, 300, 600] == sorted(heights, key=lambda value: -heights[value])


def test_an_open_end_is_drawn_open():
    openings = [one.opening for one in chart(of("a", 600, "more_than"), of("b", 270)).plot.marks]
    assert [None, "right"] == openings


def test_the_text_alternative_names_every_row():
    assert "b: RMB 270 bn; a: more than RMB 600 bn" in chart(of("a", 600, "more_than"), of("b", 270)).alt


def test_the_table_opens_the_source_of_each_row():
    (column,) = [one for one in chart(of("a", 600), of("b", 270)).table.columns if one.key == "source"]
    assert ("sources", "source") == column.opens


def test_no_character_of_a_chinese_definition_is_lost_where_a_line_ends():
    zh = words_for("zh")
    known = zh.in_own_units(RECORDS)
    indicator = known.indicators["ai_private_investment"]
    found = spreads(known, indicator, "CHN")[2017]
    made = spread_chart(found, indicator, known, zh, "light", place="CHN", year=2017, known_on=TODAY)
    shown = "".join(texts(made.plot))
    definitions = [zh.text(one.definition) for one in indicator.series if zh.text(one.short) in shown]
    assert len(definitions) > 3
    assert all(text[:40] in shown for text in definitions)


def test_a_converted_row_stands_beside_its_published_figure():
    made = shipped("ai_private_investment", "CHN", 2017, "CNY")
    keys = [one.key for one in made.table.columns]
    row = dict(zip(keys, made.table.rows[0], strict=True))
    # 4.9 x 6.7569 = 33.108...
    assert (4.9, "US$ bn", 33.11, "RMB bn", 6.7569, "fred-aexchus") == tuple(
        row[key] for key in ("value", "unit", "shown", "shown_unit", "rate", "rate_source")
    )
    assert "Converted here at the mean rate" in made.subtitle


def boxes(plot, width):
    """The room of each text at a width of the chart, in px from the left and from the foot."""
    frame = plot.frame
    for text, box, _ in text_boxes(plot):
        at = frame.left + box.at * (width - frame.left - frame.right)
        yield text, at + box.left, at + box.right, box.foot, box.head


@pytest.mark.parametrize(("indicator_id", "place", "year"), SHIPPED)
@pytest.mark.parametrize("width", [SCROLLS, 1302])
def test_no_text_touches_another_or_leaves_the_picture(indicator_id, place, year, width):
    found = list(boxes(shipped(indicator_id, place, year).plot, width))
    assert [] == [text for text, left, right, *_ in found if left < 0 or right > width]
    touching = [
        (a[0], b[0])
        for a, b in combinations(found, 2)
        if a[1] < b[2] and b[1] < a[2] and a[3] < b[4] and b[3] < a[4]
    ]
    assert [] == touching
