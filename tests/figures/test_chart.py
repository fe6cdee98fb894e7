"""A chart is data: it comes back from JSON, and what draws it stays within its bars, whatever the number of points."""

import json
from datetime import date
from functools import cache
from itertools import product

import plotly.graph_objects as go
import pytest

from metrics.exports.extract import extract
from metrics.exports.gallery import gallery
from metrics.figures.chart_json import from_json, to_json
from metrics.figures.frame import WIDTH
from metrics.figures.palette import PALETTES
from metrics.figures.plot import Plot
from metrics.figures.target.chart import target_chart
from metrics.progress import as_known_on, assess
from metrics.progress.assess import judge
from metrics.records import load
from metrics.words import words_for
from tests.progress.build import figure, plan, records, series, target

HELD = load()
DAYS = [date(2020, 12, 31), date(2023, 6, 30), date(2026, 11, 28)]
MOST = (10, 8, 8)  # traces, annotations, shapes


@cache
def drawn(day, language="en", mode="light"):
    """Every chart of the pages; sheets of panels stand in pictures alone, and the timeline is not yet a plot."""
    known = as_known_on(HELD, day)
    taken = extract(known, assess(known, day), words_for(language))
    exhibits = (one for one in gallery(taken, mode).values() if one.draw and not one.id.startswith("panels-"))
    charts = {one.id: one.draw(WIDTH, 0) for one in exhibits}
    return {name: chart for name, chart in charts.items() if isinstance(chart.plot, Plot)}


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
    held = target(value=4000, baseline_value=100, baseline_period="2012")
    return as_known_on(
        records(*figures, target=held, series=many, plans={"the-plan": plan(held)}), date(2024, 6, 30)
    ), held


@pytest.mark.parametrize("series_count", [1, 3, 8, 40])
def test_the_bars_hold_whatever_the_number_of_points(series_count):
    known, held = crowd(series_count)
    chart = target_chart(judge(known, held, date(2024, 6, 30)), known, words_for("en"), "light")
    assert len(tuple(chart.plot.marks)) >= 10 * series_count
    assert all(a <= b for a, b in zip(counts(chart), MOST, strict=True)), counts(chart)


def test_colours_are_those_of_the_mode():
    light, dark = (drawn(DAYS[-1], mode=mode)["target-aidp-2025-core"] for mode in ("light", "dark"))
    assert {PALETTES["light"].not_due} <= {band.fill for band in light.plot.bands}
    assert {PALETTES["dark"].not_due} <= {band.fill for band in dark.plot.bands}
