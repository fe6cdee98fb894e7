"""The years: each series through time as a native chart, one line a series and never a line between two.

In: a :class:`~metrics.figures.slides.slide.Trend`. Out: an XY chart whose x values are real days, so that uneven dates
stand where they belong; a line chart with one category a year would move a figure of April to the year's end; and
the names of its lines, where they stand on the screen (:mod:`metrics.figures.slides.years`). What is not exact is told
apart by its mark, a forecast or a derived figure by a dashed line in a series of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from metrics.exports.powerpoint.plot import ChartFiles, chart_xml, share
from metrics.exports.powerpoint.shape import PathStep, Rectangle, Run, Shape, ShapeGroup
from metrics.exports.powerpoint.sheet import Cell, Worksheet, serial, sheet_bytes
from metrics.exports.powerpoint.text_fit import width
from metrics.figures.palette import LIGHT
from metrics.figures.points import PlottedPoint
from metrics.figures.slides.segments import LineSegment, segments
from metrics.figures.slides.slide import DuePoint, Trend, TrendLine
from metrics.figures.slides.years import NAME, SIZE, TOP, Name, Years, years
from metrics.figures.template import mixed
from metrics.figures.typesetting import Weight
from metrics.records.vocabulary import Independence
from metrics.words import Words

PX = 0.5  # points of a px of the screen slide
YEAR = 365.25
LARGE = 10_000  # from here on some languages count by this size
BESIDE_KEY = 0.68  # of its width that the plot takes where a key stands beside it
GREY = LIGHT.edge  # of lines without a name
ARROW = 0.055  # length of the arrow of an open end, as a share of the axis


@dataclass(frozen=True, slots=True)
class PointStyle:
    """How a point is drawn."""

    symbol: str
    size: int = 9
    fill: str | None = None
    line: str = LIGHT.paper


NONE = PointStyle("none")


@dataclass(frozen=True, slots=True)
class NativeSeries:
    """One native series: its cells and how it looks."""

    name: str
    named: str
    days: tuple[int | None, ...]
    days_at: str
    values: tuple[float | None, ...]
    values_at: str
    colour: str
    dash: str
    mark: PointStyle
    marks: tuple[tuple[int, PointStyle], ...] = ()
    up: tuple[float, ...] = ()
    down: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class TrendDrawing:
    """A chart, the names beside it, and how many lines have none."""

    chart: ChartFiles
    names: tuple[Shape | ShapeGroup, ...]
    nameless: int


def years_chart(
    trend: Trend, words: Words, known_on: date, language: str, box: Rectangle, *, has_key: bool = False
) -> TrendDrawing:
    """The chart and its names; every line has a figure. ``has_key``: a key in the chart names its lines as well."""
    drawn = years(trend, words, round(box.h / PX), _wide)
    right = box.w * BESIDE_KEY if has_key else drawn.right * PX
    plot = Rectangle(
        box.x + drawn.left * PX,
        box.y + TOP * PX,
        right - drawn.left * PX,
        (drawn.foot - TOP) * PX,
    )
    frame = box if has_key else Rectangle(box.x, box.y, drawn.right * PX + 12, box.h)
    # LibreOffice forgets what it has read when a longer series follows, so the longest comes first.
    runs = sorted((run for line in trend.lines for run in segments(line)), key=lambda run: -len(run.points))
    rows: list[tuple[Cell, ...]] = []
    size = _size(drawn.scale, words)
    scale = [one / size for one in drawn.scale]
    length = (scale[-1] - scale[0]) * ARROW
    lit = {id(one.line) for one in drawn.names}
    series = [
        _series(
            run,
            rows,
            words,
            size=size,
            length=length,
            colour=_colour(run.line) if id(run.line) in lit else GREY,
        )
        for run in runs
    ]
    series += [_due(due, rows, words, drawn, size) for due in trend.dues]
    header = ("series", "period", "day", "value_large" if size > 1 else "value", "figure")
    sheet = Worksheet(tuple(words.say(f"powerpoint.sheet.{name}") for name in header), tuple(rows))
    step = scale[1] - scale[0]
    xml = chart_xml(
        "scatter",
        language,
        series=series,
        has_key=has_key,
        first=serial(drawn.first),
        last=serial(drawn.last),
        every=drawn.every * YEAR,
        low=f"{scale[0]:.10g}",
        top=scale[-1],
        step=step,
        format=_format(scale, size, words),
        share=share(plot, frame),
    )
    chart = ChartFiles(xml, sheet_bytes(sheet, known_on), frame, words.say("powerpoint.years"), trend.alt)
    names = (shape for one in drawn.names for shape in _name(one, drawn, box))
    return TrendDrawing(chart, tuple(names), drawn.nameless)


def _size(scale: tuple[float, ...], words: Words) -> int:
    """By what the figures of a chart are divided: the size that the language counts large ones by, 1 where none needs it.

    No format of a number divides by ten thousand. One that divides by a thousand and moves the point writes 12,000 as 1.2,
    and 120,000 as 12.0: an axis with whole multiples of the size, but for the size itself, has its figures in that size.
    """
    large = [one for one in scale if one >= LARGE]
    is_odd = any(one % 1000 or (one > LARGE and one % LARGE == 0) for one in large)
    return int(words.say("powerpoint.size")) if is_odd else 1


def _format(scale: list[float], size: int, words: Words) -> str:
    """How the numbers of the axis are written: with the size, or with as many decimals as their step has."""
    if size > 1:
        return words.say("powerpoint.number_sized")
    decimals = len(f"{scale[1] - scale[0]:.6f}".rstrip("0").partition(".")[2])
    number = words.say("powerpoint.number_large" if scale[-1] >= LARGE else "powerpoint.number")
    return number + ("." + "0" * decimals if decimals else "")


def _wide(said: str, size: float, weight: Weight) -> float:
    return width(said, size, bold=weight >= 600)


def _colour(line: TrendLine) -> str:
    return LIGHT.series(line.independence)


def _name(one: Name, drawn: Years, box: Rectangle) -> Iterator[Shape | ShapeGroup]:
    """The hairline from the newest figure, and the name with who counts below it."""
    x, y = box.x + one.x * PX, box.y + one.y * PX
    steps = [one.to, (drawn.right, one.to[1]), (one.x - 8, one.y + one.h / 2)]
    points = [(box.x + a * PX, box.y + b * PX) for a, b in steps]
    low, high = min(b for _, b in points), max(b for _, b in points)
    line = Rectangle(points[0][0], low, points[-1][0] - points[0][0], high - low)
    path = tuple(
        PathStep("lnTo" if n else "moveTo", ((a - line.x, b - low),)) for n, (a, b) in enumerate(points)
    )
    yield Shape("", line, path=path, line=LIGHT.edge, weight=1.0, dash="sysDot")
    colour = _colour(one.line) if one.line else LIGHT.ink
    runs = [Run(one.name, NAME * PX, colour, bold=True)]
    runs += [Run(f"  {one.figure}", NAME * PX, LIGHT.ink_2)] if one.figure else []
    place = Rectangle(x, y, box.right - x, one.h * PX)
    rows = (tuple(runs), *(((Run(one.note, SIZE * PX, LIGHT.ink_3),),) if one.note else ()))
    yield Shape(one.name, place, paragraphs=rows)


def _series(
    run: LineSegment, rows: list[tuple[Cell, ...]], words: Words, *, size: int, length: float, colour: str
) -> NativeSeries:
    line, first = run.line, len(rows)
    name = words.say("powerpoint.forecast", name=line.name) if run.is_unsure else line.name
    rows.extend(
        (name, point.period, point.day, point.value / size, point.figure)
        if point
        else (name, None, None, None, None)
        for point in run.points
    )
    sheet, last = Worksheet((), ()), len(rows) - 1
    independent = line.independence is Independence.INDEPENDENT
    usual = _mark(PlottedPoint(independent, hollow=run.is_unsure), colour)
    # A point to which the line only leads has its mark in the series of what was reported.
    marks = [
        (index, _mark(point.look, colour) if run.owns(point) else NONE)
        for index, point in enumerate(run.points)
        if point
    ]
    openings = [point.look.opening if point and run.owns(point) else None for point in run.points]
    return NativeSeries(
        name=name,
        named=sheet.reference(0, first),
        days=tuple(serial(point.day) if point else None for point in run.points),
        days_at=sheet.reference(2, first, last),
        values=tuple(point.value / size if point else None for point in run.points),
        values_at=sheet.reference(3, first, last),
        colour=colour,
        dash="sysDash" if run.is_unsure else "solid",
        mark=usual,
        marks=tuple((index, mark) for index, mark in marks if mark != usual),
        up=tuple(length if opening == "up" else 0.0 for opening in openings),
        down=tuple(length if opening == "down" else 0.0 for opening in openings),
    )


def _mark(look: PlottedPoint, colour: str) -> PointStyle:
    """A circle or a diamond, hollow where the figure is not judged, pale where it is provisional."""
    size = 11 if look.independent else 9
    if look.hollow or look.provisional:
        fill = LIGHT.paper if look.hollow else mixed(colour, LIGHT.paper, 0.38)
        return PointStyle(look.symbol, size, fill, colour)
    return PointStyle(look.symbol, size, colour, LIGHT.paper)


def _due(due: DuePoint, rows: list[tuple[Cell, ...]], words: Words, drawn: Years, size: int) -> NativeSeries:
    """A line up to the day on which it is due, with a bar at its end; one for each end of a range."""
    first, sheet = len(rows), Worksheet((), ())
    name = words.say("powerpoint.target")
    ends = [due.value, *([due.high] if due.high is not None else [])]
    points = [(day, value / size) for value in ends for day in (drawn.first, due.day, None)][:-1]
    rows.extend(
        (name, None, day, value, due.label) if day else (name, None, None, None, None)
        for day, value in points
    )
    return NativeSeries(
        name=name,
        named=sheet.reference(0, first),
        days=tuple(serial(day) if day else None for day, _ in points),
        days_at=sheet.reference(2, first, len(rows) - 1),
        values=tuple(value if day else None for day, value in points),
        values_at=sheet.reference(3, first, len(rows) - 1),
        colour=LIGHT.ink,
        dash="solid",
        mark=PointStyle("dash", 14, LIGHT.ink, LIGHT.ink),
        marks=tuple((index, NONE) for index, (day, _) in enumerate(points) if day == drawn.first),
    )
