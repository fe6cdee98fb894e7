"""The years: each series through time as a native chart, one line a series and never a line between two.

In: a :class:`~metrics.figures.slides.slide.Trend`. Out: an XY chart whose x values are real days, so that uneven dates
stand where they belong; a line chart with one category a year would move a figure of April to the year's end. Lines
join consecutive years only: where a year is missing, a row of the sheet is empty. What is not exact is told apart by
its mark, a forecast or a derived figure by a dashed line in a series of its own.
"""

from dataclasses import dataclass
from datetime import date

from metrics.exports.powerpoint.places import CANVAS
from metrics.exports.powerpoint.plot import ChartFiles, Note, ValueAxis, chart_xml, share, value_axis
from metrics.exports.powerpoint.shape import Rectangle, Run
from metrics.exports.powerpoint.sheet import Cell, Worksheet, serial, sheet_bytes
from metrics.exports.powerpoint.year_labels import due_key, is_crowded, labels
from metrics.figures.labels import Spot
from metrics.figures.palette import LIGHT
from metrics.figures.points import PlottedPoint
from metrics.figures.slides.segments import LineSegment, segments
from metrics.figures.slides.slide import DuePoint, Trend
from metrics.figures.template import mixed
from metrics.records.vocabulary import Independence
from metrics.words import Words

NOTE = 26.0  # height of the line below the chart
CHART = Rectangle(CANVAS.x, CANVAS.y, CANVAS.w, CANVAS.h - NOTE)
NEAR = 15.0  # points by which a label may be moved before a line leads to it
YEAR = 365.25
GREY = LIGHT.edge  # of lines without a name
MOST_YEARS = 12  # labels on the axis of time
DUE_HALF = 0.014  # half the length of the bar of a target, as a share of the axis
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
    dash: str | None
    mark: PointStyle
    marks: tuple[tuple[int, PointStyle], ...] = ()
    labels: tuple[Note, ...] = ()
    up: tuple[float, ...] = ()
    down: tuple[float, ...] = ()
    wide: tuple[float, ...] = ()

    @property
    def is_led(self) -> bool:
        """Whether a line must lead to one of its labels."""
        return any(note.is_far for note in self.labels)


def years_chart(
    trend: Trend, words: Words, known_on: date, *, alt: str, language: str, box: Rectangle = CHART
) -> ChartFiles:
    """The chart; every line has a figure."""
    across = _across(trend)
    upright = value_axis(
        max(
            *(point.value for line in trend.lines for point in line.points),
            *(due.high or due.value for due in trend.dues),
            0.0,
        ),
        words.say("powerpoint.number"),
    )
    # LibreOffice forgets what it has read when a longer series follows, so the longest comes first.
    runs = sorted((run for line in trend.lines for run in segments(line)), key=lambda run: -len(run.points))
    plot = Rectangle(box.x + 52, box.y + 10, box.w - 54, box.h - 42)
    notes = {
        key: (_note(index, said, spot, box),)
        for key, (index, said, spot) in labels(trend, runs, (across, upright), plot).items()
    }
    nameless = {run.line.series for run in runs} - {run.line.series for run in runs if run.key in notes}
    grey = nameless if is_crowded(trend) else set()
    rows: list[tuple[Cell, ...]] = []
    series = [
        _drawn(
            run,
            rows,
            notes.get(run.key, ()),
            words,
            length=upright.last * ARROW,
            is_grey=run.line.series in grey,
        )
        for run in runs
    ]
    series += [_due(due, rows, notes.get(due_key(due), ()), words, across) for due in trend.dues]
    header = ("series", "period", "day", "value", "figure")
    sheet = Worksheet(tuple(words.say(f"powerpoint.sheet.{name}") for name in header), tuple(rows))
    xml = chart_xml(
        "scatter",
        language,
        series=series,
        has_key=bool(nameless - grey),
        across=across,
        upright=upright,
        share=share(plot, box),
    )
    more = (words.say("powerpoint.grey", n=len(grey)),) if grey else ()
    below = words.paragraph(one for one in (trend.note, *more) if one)
    return ChartFiles(xml, sheet_bytes(sheet, known_on), box, words.say("powerpoint.years"), alt, below)


def _across(trend: Trend) -> ValueAxis:
    """From the end of one year to the end of another; the labels are years, and stand at their ends."""
    days = [point.day for line in trend.lines for point in line.points] + [due.day for due in trend.dues]
    first = min(days).year - 1
    last = max(days).year
    every = -(-(last - first) // MOST_YEARS)
    # A quarter of a year of air, so that a mark at the edge is whole.
    return ValueAxis(serial(date(first, 12, 31)), serial(date(last, 12, 31)) + 100, every * YEAR, "yyyy")


def _drawn(
    run: LineSegment,
    rows: list[tuple[Cell, ...]],
    notes: tuple[Note, ...],
    words: Words,
    *,
    length: float,
    is_grey: bool,
) -> NativeSeries:
    line, first = run.line, len(rows)
    name = words.say("powerpoint.forecast", name=line.name) if run.is_unsure else line.name
    rows.extend(
        (name, point.period, point.day, point.value, point.figure)
        if point
        else (name, None, None, None, None)
        for point in run.points
    )
    sheet, last = Worksheet((), ()), len(rows) - 1
    colour = GREY if is_grey else LIGHT.series(line.independence)
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
        values=tuple(point.value if point else None for point in run.points),
        values_at=sheet.reference(3, first, last),
        colour=colour,
        dash="sysDash" if run.is_unsure else "solid",
        mark=usual,
        marks=tuple((index, mark) for index, mark in marks if mark != usual),
        labels=notes,
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


def _due(
    due: DuePoint, rows: list[tuple[Cell, ...]], notes: tuple[Note, ...], words: Words, across: ValueAxis
) -> NativeSeries:
    """A short bar at the day on which it is due, one for each end of a range."""
    first, sheet = len(rows), Worksheet((), ())
    name = words.say("powerpoint.target")
    ends = [due.value, *([due.high] if due.high is not None else [])]
    rows.extend((name, None, due.day, value, due.label) for value in ends)
    half = (across.last - across.first) * DUE_HALF
    return NativeSeries(
        name=name,
        named=sheet.reference(0, first),
        days=(serial(due.day),) * len(ends),
        days_at=sheet.reference(2, first, len(rows) - 1),
        values=tuple(ends),
        values_at=sheet.reference(3, first, len(rows) - 1),
        colour=LIGHT.ink,
        dash=None,
        mark=PointStyle("dash", 14, LIGHT.ink, LIGHT.ink),
        labels=notes,
        wide=(half,) * len(ends),
    )


def _note(index: int, runs: tuple[Run, ...], spot: Spot, box: Rectangle) -> Note:
    """The label where it was placed: the nearest of the four places that a chart knows, and how far from it."""
    side = {"left": "r", "right": "l", "center": "t" if spot.up > 0 else "b"}[spot.anchor]
    usual = {"r": 0.0, "l": 0.0, "t": 16.0, "b": -16.0}[side]
    moved = usual - spot.up
    return Note(index, runs, side, 0.0, round(moved / box.h, 4), is_far=abs(moved) > NEAR)
