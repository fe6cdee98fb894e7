"""A chart is data: it comes back from JSON, and what draws it stays within its bars, whatever the number of points."""

import json
from datetime import date
from functools import cache
from itertools import product
from math import cos, radians, sin

import plotly.graph_objects as go
import pytest

from metrics.exports.extract import extract
from metrics.exports.gallery import gallery
from metrics.figures.chart_json import from_json, to_json
from metrics.figures.frame import WIDTH
from metrics.figures.labels import Box, overlap
from metrics.figures.palette import PALETTES
from metrics.figures.target.chart import target_chart
from metrics.progress import as_known_on, assess
from metrics.progress.assess import judge
from metrics.records import load
from metrics.words import words_for
from tests.figures.written import text_boxes
from tests.progress.build import figure, plan, records, series, target

RECORDS = load()
DAYS = [date(2020, 12, 31), date(2023, 6, 30), date(2026, 11, 28)]
MOST = (10, 8, 8)  # traces, annotations, shapes


@cache
def drawn(day, language="en", mode="light", width=WIDTH):
    """Every chart of the pages; sheets of panels stand in pictures alone."""
    known = as_known_on(words_for(language).in_own_units(RECORDS), day)
    taken = extract(known, assess(known, day), words_for(language))
    exhibits = (one for one in gallery(taken, mode).values() if one.draw and not one.id.startswith("panels-"))
    return {one.id: one.draw(width, 0) for one in exhibits}


def counts(chart):
    layout = chart.figure.layout
    return len(chart.figure.data), len(layout.annotations), len(layout.shapes)


@pytest.mark.parametrize("day", DAYS)
def test_every_shipped_chart_comes_back_from_json(day):
    for chart in drawn(day).values():
        assert chart == from_json(to_json(chart))


def test_a_chart_from_json_is_drawn_alike():
    chart = drawn(DAYS[-1])["target-aidp-2025-core"]
    again = from_json(to_json(chart))
    assert chart.figure.to_json() == again.figure.to_json()
    assert json.loads(to_json(chart))["record"] == "Chart"


@pytest.mark.parametrize(("day", "language"), list(product(DAYS, ["en", "zh"])))
def test_every_shipped_chart_is_drawn_with_few_traces_annotations_and_shapes(day, language):
    found = {name: counts(chart) for name, chart in drawn(day, language).items()}
    assert found
    assert {} == {
        name: some for name, some in found.items() if any(a > b for a, b in zip(some, MOST, strict=True))
    }


def crossed(plot):
    """Each line from a mark to its label that crosses another label, with that label; a label stands at the place of its mark."""
    for line in (one for one in plot.strokes if one.role == "leader"):
        at, foot, turn = plot.frame.across(line.x), plot.frame.up(line.y), radians(line.angle)
        for px in range(round(line.stop)):
            across, up = line.right + px * sin(turn), foot + px * cos(turn)
            dot = Box(at, across - 0.5, across + 0.5, up - 0.5, up + 0.5)
            for one, (text, box, _) in zip(plot.texts, text_boxes(plot), strict=True):
                if (one.x, one.y) != (line.x, line.y) and overlap(dot, box, plot.frame.widths):
                    yield line.x, line.y, text


@pytest.mark.parametrize(("day", "language"), list(product(DAYS, ["en", "zh"])))
@pytest.mark.parametrize("width", [WIDTH, 776])
def test_no_line_from_a_mark_to_its_label_crosses_another_label(day, language, width):
    charts = drawn(day, language, width=width)
    assert any(one.role == "leader" for chart in charts.values() for one in chart.plot.strokes)
    assert {} == {name: found for name, chart in charts.items() if (found := set(crossed(chart.plot)))}


def test_plotly_finds_nothing_amiss_in_a_shipped_chart():
    for chart in drawn(DAYS[-1]).values():
        figure = json.loads(chart.figure.to_json())
        for trace in figure["data"]:
            trace.get("marker", {}).pop("angle", None)  # of which plotly writes 16.3 as 16.30000000000001
        assert figure["data"] == json.loads(go.Figure(figure).to_json())["data"]


def crowd(series_count):
    """A plan with many series, each with every kind of figure, and paths to its target."""
    names = [f"s{number}" for number in range(series_count)]
    who = ["independent", "state_affiliated", "self_reported"]
    figures = []
    for number, name in enumerate(names):
        for year in range(2012, 2026):
            kind = ("actual", "forecast", "derived", "estimate")[(year + number) % 4 if year % 3 == 0 else 0]
            bound = ("exact", "about", "more_than", "at_most")[(year * 3 + number) % 4]
            figures.append(
                figure(str(year), 20 + 7 * number + 11 * (year - 2011), bound, series=name, kind=kind)
            )
    many = [
        series(name, independence=who[n % 3], reporter={"en": f"Body {n // 4} (count {n})"})
        for n, name in enumerate(names)
    ]
    goal = target(value=4000, baseline_value=100, baseline_period="2012")
    return as_known_on(
        records(*figures, target=goal, series=many, plans={"the-plan": plan(goal)}), date(2024, 6, 30)
    ), goal


@pytest.mark.parametrize("series_count", [1, 3, 8, 40])
def test_the_bars_hold_whatever_the_number_of_points(series_count):
    known, goal = crowd(series_count)
    chart = target_chart(judge(known, goal, date(2024, 6, 30)), known, words_for("en"), "light")
    assert len(tuple(chart.plot.marks)) >= 10 * series_count
    assert all(a <= b for a, b in zip(counts(chart), MOST, strict=True)), counts(chart)


def test_colours_are_those_of_the_mode():
    light, dark = (drawn(DAYS[-1], mode=mode)["target-aidp-2025-core"] for mode in ("light", "dark"))
    assert {PALETTES["light"].not_due} <= {band.fill for band in light.plot.bands}
    assert {PALETTES["dark"].not_due} <= {band.fill for band in dark.plot.bands}
