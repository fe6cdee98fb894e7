"""Laws of an indicator's charts: few parts, and no text on another or beyond the chart, whatever there is to draw."""

from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.figures.chart_json import from_json, to_json
from metrics.figures.indicator.chart import draw
from metrics.figures.indicator.multiples import indicator_panels
from metrics.figures.indicator.panel_sheet import panel_sheet
from metrics.figures.indicator.scene import IndicatorScene
from metrics.figures.indicator.spread import spread_chart
from metrics.figures.labels import overlap
from metrics.figures.scale import SCALES
from metrics.progress.spread import spreads
from metrics.words import words_for
from tests.figures.test_indicator_depth import SHIPPED, shipped
from tests.figures.written import text_boxes
from tests.progress.build import figure, records, series, target

WORDS = words_for("en")
TODAY = date(2026, 11, 28)
MOST = (10, 8, 8)  # traces, annotations, shapes
BOUNDS = ("exact", "more_than", "at_most", "about")
KINDS = ("actual", "actual", "derived", "forecast")


def plain(known, names, scale="level", **more):
    asked = {"series_ids": tuple(names), "places": ("CHN", "USA"), "known_on": TODAY, "scale": scale}
    return IndicatorScene(known.indicators["size"], known, WORDS, "light", **asked, **more)


def crowd(count, letters, values):
    """So many series of two places, with names of so many letters, told twice for every year."""
    names = [f"s{number}" for number in range(count)]
    several = [
        series(
            name,
            short={"en": f"{name} {'Institute ' * 9}"[:letters]},
            definition={"en": "Companies that " * 9},
            independence=("independent", "state_affiliated", "self_reported")[number % 3],
        )
        for number, name in enumerate(names)
    ]
    rows = [
        figure(
            str(year),
            values[(7 * number + 3 * year) % len(values)] + published - 2025,
            BOUNDS[(number + year) % 4],
            series=name,
            kind=KINDS[(number + year) % 4],
            geography=place,
            published=str(published),
            id=f"{name}-{place}-{year}-{published}",
        )
        for number, name in enumerate(names)
        for place in ("CHN", "USA")
        for year in range(2020, 2025)
        for published in (2025, 2026)
    ]
    known = records(*rows, series=several)
    return known, names


def misplaced(plot):
    """The texts that touch another, or leave the chart, at any of its widths."""
    frame, boxes = plot.frame, text_boxes(plot)
    touching = [
        (one, other) for (one, a, _), (other, b, _) in combinations(boxes, 2) if overlap(a, b, frame.widths)
    ]
    beyond = [
        text
        for text, box, _ in boxes
        if any(
            box.at * width + box.left < -frame.left - 1
            or box.at * width + box.right > width + frame.right + 1
            for width in frame.widths
        )
    ]
    return touching + beyond


def too_many(figure):
    counts = len(figure.data), len(figure.layout.annotations), len(figure.layout.shapes)
    return [counts] if any(a > b for a, b in zip(counts, MOST, strict=True)) else []


VALUES = st.lists(st.integers(1, 5000), min_size=1, max_size=9)


@settings(max_examples=6, deadline=None)
@given(st.integers(1, 40), st.sampled_from([6, 24, 60]), VALUES, st.sampled_from(SCALES))
def test_any_number_of_series_is_drawn_in_few_parts_and_no_text_is_misplaced(count, letters, values, scale):
    known, names = crowd(count, letters, values)
    dues = [date(2022, 6, 30), date(2022, 12, 31), date(2023, 6, 30), date(2027, 6, 30)]
    targets = tuple(target(id=f"t{n}", value=100 + n, due=day) for n, day in enumerate(dues))
    assert all((b - a).days < 2000 for a, b in pairwise(dues))
    made = draw(plain(known, names, scale, targets=targets, vintages=True))
    assert [] == misplaced(made.plot)
    assert [] == too_many(made.figure)
    assert made == from_json(to_json(made))


@settings(max_examples=3, deadline=None)
@given(st.integers(1, 40), st.sampled_from([6, 60]), VALUES)
def test_panels_and_their_sheet_are_drawn_in_few_parts(count, letters, values):
    scene = plain(*crowd(count, letters, values))
    panels = indicator_panels(scene)
    assert [] == [one for panel in panels.panels for one in misplaced(panel.plot) + too_many(panel.figure)]
    sheet = panel_sheet(scene, 1216, 500)
    assert [] == misplaced(sheet.plot)
    assert (10, 24, 8) >= (len(sheet.figure.data), len(sheet.figure.layout.annotations), 0)


@settings(max_examples=5, deadline=None)
@given(st.integers(2, 40), st.sampled_from([6, 60]), VALUES, st.sampled_from([840, 1302]))
def test_a_spread_of_any_number_of_rows_is_drawn_in_few_parts(count, letters, values, width):
    known, _ = crowd(count, letters, values)
    for year, found in spreads(known, known.indicators["size"], "CHN").items():
        asked = {"place": "CHN", "year": year, "known_on": TODAY, "width": width, "height": 400}
        made = spread_chart(found, known.indicators["size"], known, WORDS, "light", **asked)
        assert [] == misplaced(made.plot)
        assert [] == too_many(made.figure)


@pytest.mark.parametrize("indicator_id", SHIPPED)
@pytest.mark.parametrize("scale", SCALES)
def test_every_shipped_chart_is_drawn_in_few_parts(indicator_id, scale):
    assert [] == too_many(draw(shipped(indicator_id, scale)).figure)
