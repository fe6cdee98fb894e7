"""One drawing: page, picture, offline file, slide and PowerPoint file show the same points and the same lines.

Random series are drawn by each of them, and read back from what it made: which figures have a mark, how the mark looks,
and which of them a line joins. A slide has whole years alone, so parts of a year are compared among the others.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from metrics.exports.offline.charts import Charts, one_of
from metrics.exports.powerpoint.file import powerpoint
from metrics.exports.slides import addresses
from metrics.figures.palette import LIGHT
from metrics.figures.picture import SIZES, picture
from metrics.figures.slides.deck import deck
from metrics.figures.slides.slide import Deck, Trend
from metrics.figures.slides.stage import stage
from metrics.figures.slides.subject import subject
from metrics.figures.target.chart import target_chart
from metrics.progress import as_known_on, assess
from metrics.records.store import Records
from metrics.words import words_for
from tests.exports.powerpoint.opened import A, C, parts
from tests.figures.written import joins, rendered
from tests.progress.build import figure, records, series, target

WORDS = words_for("en")
DAY = date(2026, 6, 30)
YEARS = range(2016, 2026)
NAMES = {"ministry": "state_affiliated", "institute": "self_reported", "consultancy": "independent"}


@dataclass(frozen=True, slots=True)
class Point:
    """A figure as it was read back: its place among those of its series, by day and by value, and its look."""

    day: int
    value: int
    symbol: str
    fill: str  # "full", "hollow" or "pale"


@dataclass(frozen=True, slots=True)
class Curve:
    """A series as it was read back; a line joins two of its points, by their number from the oldest."""

    points: tuple[Point, ...]
    solid: frozenset[tuple[int, int]]
    dashed: frozenset[tuple[int, int]]


Raw = tuple[float, float, str, str]  # day, value, symbol and fill
Ends = tuple[float, float]  # the days that a piece of a line joins


def curve(points: list[Raw], solid: list[Ends], dashed: list[Ends]) -> Curve:
    """Days and values, in whichever unit, as places in their order."""
    days, values = (sorted({one[n] for one in points}) for n in (0, 1))

    def found(pairs: list[Ends]) -> frozenset[tuple[int, int]]:
        return frozenset((days.index(a), days.index(b)) for a, b in pairs)

    made = (Point(days.index(x), values.index(y), symbol, fill) for x, y, symbol, fill in points)
    return Curve(tuple(sorted(made, key=lambda one: one.day)), found(solid), found(dashed))


# What is drawn


@st.composite
def worlds(draw: st.DrawFn) -> Records:
    """Up to three series of up to eight figures: open ends, forecasts, gaps, vintages, halves of a year."""
    names = draw(st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=3, unique=True))
    sizes = iter(draw(st.permutations(range(10, 500, 10))))
    figures = []
    for name in names:
        for year in draw(st.lists(st.sampled_from(YEARS), min_size=2, max_size=8, unique=True)):
            kind = draw(st.sampled_from(["actual", "actual", "actual", "estimate", "forecast", "derived"]))
            bound = draw(st.sampled_from(["exact", "exact", "exact", "about", "more_than", "at_most"]))
            more = {"series": name, "kind": kind, "provisional": draw(st.booleans())}
            figures.append(figure(str(year), next(sizes), bound, **more))
            if draw(st.integers(0, 3)) == 0:  # a newer vintage, of whichever kind
                later = more | {
                    "kind": draw(st.sampled_from(["actual", "forecast"])),
                    "published": f"{year + 1}-03",
                }
                figures.append(figure(str(year), next(sizes), **later))
            if draw(st.integers(0, 3)) == 0:
                figures.append(figure(f"{year}-H1", next(sizes), series=name))
    counted = [series(name, independence=NAMES[name]) for name in names]
    return as_known_on(records(*figures, target=target(value=250), series=counted), DAY)


# What is read back


def of_figure(drawn: go.Figure, known: Records) -> dict[str, Curve]:
    """From a plotly figure, each series whose whole years it shows."""
    found: dict[str, tuple[list[Raw], list[Ends], list[Ends]]] = {}
    for name, mark in rendered(drawn).items():
        one = known.observations[name]
        if one.period.form == "year":
            colour, edge = mark["color"], mark["line"]
            fill = "hollow" if colour == LIGHT.paper else "full" if edge == LIGHT.paper else "pale"
            raw = (float(one.period.end.year), one.value, mark["symbol"], fill)
            found.setdefault(one.series, ([], [], []))[0].append(raw)
    for first, last, role in joins(drawn):
        one, other = known.observations[first], known.observations[last]
        assert one.series == other.series
        ends = float(one.period.end.year), float(other.period.end.year)
        found[one.series][1 if role == "line" else 2].append(ends)
    return {name: curve(*read) for name, read in found.items()}


def of_slides(made: Deck) -> dict[str, Curve]:
    """From the HTML of the screen slides."""
    tree = html.fromstring(stage(made, WORDS, "light"))
    drawings = tree.xpath('//svg[@class="mps-years"]')
    trends = [one.body if isinstance(one.body, Trend) else one.trend for one in made.slides]
    trends = [one for one in trends if one]
    assert len(trends) == len(drawings)
    return {
        line.series: _of_svg(group)
        for trend, drawing in zip(trends, drawings, strict=True)
        for line, group in zip(trend.lines if trend else (), drawing.xpath("./g"), strict=True)
    }


def _of_svg(group: Any) -> Curve:
    points: list[Raw] = []
    for one in group.xpath('.//*[contains(@class, "mps-point")]'):
        looks = one.get("class").split()
        fill = "hollow" if "mps-hollow" in looks else "pale" if "mps-provisional" in looks else "full"
        if one.tag == "circle":
            points.append((float(one.get("cx")), -float(one.get("cy")), "circle", fill))
        else:
            x, y = map(float, re.findall(r"-?[\d.]+", one.get("d"))[:2])
            points.append((x, -(y + 13), "diamond", fill))
    found: dict[bool, list[Ends]] = {True: [], False: []}
    for one in group.xpath("./polyline"):
        xs = [float(place.split(",")[0]) for place in one.get("points").split()]
        found["mps-dashed" in one.get("class")] += pairwise(xs)
    return curve(points, found[False], found[True])


def of_file(made: Deck) -> dict[str, Curve]:
    """From the charts of a PowerPoint file."""
    found: dict[str, tuple[list[Raw], list[Ends], list[Ends]]] = {}
    for name, part in parts(powerpoint(made, WORDS)).items():
        if re.fullmatch(r"ppt/charts/chart\d+\.xml", name):
            for one in etree.fromstring(part).iter(f"{C}ser"):
                label = one.findtext(f"{C}tx//{C}v")
                if label != WORDS.say("powerpoint.target"):
                    key = next(known for known in NAMES if label.startswith(known))
                    _of_native(one, *found.setdefault(key, ([], [], [])))
    return {name: curve(*read) for name, read in found.items()}


def _of_native(one: Any, points: list[Raw], solid: list[Ends], dashed: list[Ends]) -> None:
    xs, ys = (_cached(one.find(f"{C}{tag}")) for tag in ("xVal", "yVal"))
    usual = one.find(f"{C}marker")
    own = {int(at.find(f"{C}idx").get("val")): at.find(f"{C}marker") for at in one.findall(f"{C}dPt")}
    dash = one.find(f"{C}spPr/{A}ln/{A}prstDash").get("val")
    pairs = [(a, b) for a, b in pairwise(sorted(range(len(xs)))) if xs[a] is not None and xs[b] is not None]
    (dashed if dash == "sysDash" else solid).extend((xs[a], xs[b]) for a, b in pairs)
    for n, (x, y) in enumerate(zip(xs, ys, strict=True)):
        mark = own.get(n, usual)
        symbol = mark.find(f"{C}symbol").get("val")
        if x is not None and symbol != "none":
            fill, edge = (
                mark.find(f"{C}spPr/{path}")[0].get("val")
                for path in (f"{A}solidFill", f"{A}ln/{A}solidFill")
            )
            points.append((x, y, symbol, "hollow" if fill == "bg1" else "full" if edge == "bg1" else "pale"))


def _cached(node: Any) -> list[float | None]:
    cache = node.find(f".//{C}numCache")
    found = {int(pt.get("idx")): float(pt.findtext(f"{C}v")) for pt in cache.iter(f"{C}pt")}
    return [found.get(n) for n in range(int(cache.find(f"{C}ptCount").get("val")))]


def of_plotly(known: Records) -> Iterator[dict[str, Curve]]:
    """From the page, the offline file and a picture."""
    status = assess(known, DAY).statuses["the-target"]
    page = target_chart(status, known, WORDS, "light")
    yield of_figure(page.figure, known)
    charts = Charts("en")
    charts.add(page, target_chart(status, known, WORDS, "dark"))
    shared, line = map(json.loads, charts.text().splitlines())
    kept = one_of(line, "light")
    kept["layout"]["template"] = one_of(shared, "light")["template"]
    yield of_figure(go.Figure(kept), known)

    def draw(width: int, height: int) -> Any:
        return target_chart(status, known, WORDS, "light", width, height)

    sized = picture(page, draw, SIZES["slide"], "light", address="")
    for mark, own in zip(
        (t for t in sized.data if (t.meta or {}).get("role") == "marks"),
        (t for t in draw(1216, 500).figure.data if (t.meta or {}).get("role") == "marks"),
        strict=True,
    ):
        mark.customdata, mark.hovertext = own.customdata, own.hovertext
    yield of_figure(sized, known)


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(worlds())
def test_every_medium_draws_the_same_points_and_joins_the_same_ones(known):
    page, offline, sized = of_plotly(known)
    assert page == offline == sized
    made = deck(subject(known, assess(known, DAY), WORDS, addresses(WORDS)))
    shown, file = of_slides(made), of_file(made)
    assert shown == file
    assert {name: page[name] for name in shown} == shown


def test_the_readers_see_a_line_that_is_missing_and_a_mark_that_is_other():
    """The law above would hold of readers that see nothing."""
    known = as_known_on(
        records(
            figure("2020", 100, series="ministry"),
            figure("2021", 120, "more_than", series="ministry"),
            figure("2022", 130, series="ministry", kind="forecast"),
            figure("2024", 300, series="ministry", provisional=True),
            figure("2024-H1", 140, series="ministry"),
            target=target(value=250),
            series=[series("ministry", independence="state_affiliated")],
        ),
        DAY,
    )
    fills = ("full", "full", "hollow", "pale")
    read = Curve(
        tuple(Point(n, n, "circle", fill) for n, fill in enumerate(fills)),
        frozenset({(0, 1)}),
        frozenset({(1, 2)}),
    )
    made = deck(subject(known, assess(known, DAY), WORDS, addresses(WORDS)))
    assert [{"ministry": read}] * 5 == [*of_plotly(known), of_slides(made), of_file(made)]
