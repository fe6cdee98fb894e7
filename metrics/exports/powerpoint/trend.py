"""The years: each series through time as a native chart, one line a series and never a line between two.

In: a :class:`~metrics.figures.slides.slide.Trend`. Out: an XY chart whose x values are real days, so that uneven dates
stand where they belong; a line chart with one category a year would move a figure of April to the year's end. Lines
join consecutive years only: where a year is missing, a row of the sheet is empty. What is not exact is told apart by
its mark, a forecast or a derived figure by a dashed line in a series of its own.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from metrics.exports.powerpoint.letters import width
from metrics.exports.powerpoint.places import CANVAS
from metrics.exports.powerpoint.plot import Axis, Drawing, Note, chart_xml, share, value_axis
from metrics.exports.powerpoint.shape import Box, Run
from metrics.exports.powerpoint.sheet import Cell, Sheet, serial, sheet_bytes
from metrics.figures.labels import Box as Wall
from metrics.figures.labels import Edges, Label, Spot, place
from metrics.figures.palette import LIGHT
from metrics.figures.slides.slide import Due, Line, Point, Trend
from metrics.figures.template import mixed
from metrics.records.vocabulary import Bound, Independence, Kind
from metrics.words import Words

CHART = Box(CANVAS.x - 8, CANVAS.y, CANVAS.w + 16, CANVAS.h - 26)
PLOT = Box(CANVAS.x + 52, CANVAS.y + 10, CANVAS.w - 62, CHART.h - 42)
LABEL = 14.0  # points
NEAR = 15.0  # points by which a label may be moved before a line leads to it
YEAR = 365.25
MOST_YEARS = 12  # labels on the axis of time
DUE_HALF = 0.014  # half the length of the bar of a target, as a share of the axis
ARROW = 0.055  # length of the arrow of an open end, as a share of the axis
UNSURE = {Kind.FORECAST, Kind.DERIVED}
OPEN_UP = {Bound.MORE_THAN, Bound.AT_LEAST}
OPEN_DOWN = {Bound.LESS_THAN, Bound.AT_MOST}


@dataclass(frozen=True, slots=True)
class Mark:
    """How a point is drawn."""

    symbol: str
    size: int = 9
    fill: str | None = None
    line: str = LIGHT.paper


NONE = Mark("none")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One native series: its cells and how it looks."""

    name: str
    named: str
    days: tuple[int | None, ...]
    days_at: str
    values: tuple[float | None, ...]
    values_at: str
    colour: str
    dash: str | None
    mark: Mark
    marks: tuple[tuple[int, Mark], ...] = ()
    labels: tuple[Note, ...] = ()
    up: tuple[float, ...] = ()
    down: tuple[float, ...] = ()
    wide: tuple[float, ...] = ()

    @property
    def is_led(self) -> bool:
        """Whether a label stands so far from its mark that a line must lead to it."""
        return any(abs(note.down) * CHART.h > NEAR for note in self.labels)


@dataclass(frozen=True, slots=True)
class _Run:
    """What one native series is made from; None is a missing year."""

    line: Line
    points: tuple[Point | None, ...]
    is_unsure: bool


def is_closed(point: Point) -> bool:
    """Whether a figure has both ends."""
    return point.bound not in OPEN_UP | OPEN_DOWN


def judged(lines: Iterable[Line]) -> tuple[Point, ...]:
    """The figures that somebody has reported."""
    return tuple(point for line in lines for point in line.points if point.kind not in UNSURE)


def can_be_drawn(lines: Iterable[Line]) -> bool:
    """Whether lines would not lie: two figures or more, and at least half of them have both ends."""
    found = judged(lines)
    closed = sum(map(is_closed, found))
    return len(found) >= 2 and closed * 2 >= len(found)


def years_chart(trend: Trend, words: Words, known_on: date, alt: str, language: str) -> Drawing:
    """The chart; every line has a figure."""
    across = _across(trend)
    upright = value_axis(
        max(
            *(point.value for line in trend.lines for point in line.points),
            *(due.high or due.value for due in trend.dues),
            0.0,
        )
    )
    # LibreOffice forgets what it has read when a longer series follows, so the longest comes first.
    runs = sorted((run for line in trend.lines for run in _runs(line)), key=lambda run: -len(run.points))
    labels = _labels(trend, runs, across, upright)
    rows: list[tuple[Cell, ...]] = []
    series = [_drawn(run, rows, labels, words, upright) for run in runs]
    series += [_due(due, rows, labels, words, across) for due in trend.dues]
    sheet = Sheet(
        tuple(
            words.say(f"powerpoint.sheet.{name}") for name in ("series", "period", "day", "value", "figure")
        ),
        tuple(rows),
    )
    named = {key for key in labels if not key.startswith(_DUE)}
    nameless = {
        run.line.series for run in runs if not named & {_key(run), _key(replace(run, is_unsure=False))}
    }
    xml = chart_xml(
        "scatter",
        language,
        series=series,
        has_key=bool(nameless),
        across=across,
        upright=upright,
        share=share(PLOT, CHART),
    )
    return Drawing(xml, sheet_bytes(sheet, known_on), CHART, words.say("powerpoint.years"), alt)


def _across(trend: Trend) -> Axis:
    """From the end of one year to the end of another; the labels are years, and stand at their ends."""
    days = [point.day for line in trend.lines for point in line.points] + [due.day for due in trend.dues]
    first = min(days).year - 1
    last = max(days).year
    every = -(-(last - first) // MOST_YEARS)
    # A quarter of a year of air, so that a mark at the edge is whole.
    return Axis(serial(date(first, 12, 31)), serial(date(last, 12, 31)) + 100, every * YEAR, "yyyy")


def _runs(line: Line) -> Iterator[_Run]:
    """What was reported as one series; what was forecast or derived as another, led to by a dashed line."""
    sure: list[Point | None] = []
    unsure: list[Point | None] = []
    before: Point | None = None
    for point in line.points:
        follows = before is not None and point.day.year - before.day.year <= 1
        if point.kind in UNSURE:
            if unsure and not (follows and unsure[-1] is before):
                unsure.append(None)
            if follows and before and before.kind not in UNSURE and before not in unsure[-1:]:
                unsure.append(before)  # where the dashed line begins
            unsure.append(point)
        else:
            if follows and before and before.kind in UNSURE:
                unsure.append(point)  # where it ends
            joined = follows and before is not None and before.kind not in UNSURE
            if sure and not joined:
                sure.append(None)
            sure.append(point)
        before = point
    if sure:
        yield _Run(line, tuple(sure), is_unsure=False)
    if unsure:
        yield _Run(line, tuple(unsure), is_unsure=True)


def _drawn(
    run: _Run,
    rows: list[tuple[Cell, ...]],
    labels: dict[str, tuple[int, Note]],
    words: Words,
    upright: Axis,
) -> Drawn:
    line, first = run.line, len(rows)
    name = words.say("powerpoint.forecast", name=line.name) if run.is_unsure else line.name
    for point in run.points:
        if point is None:
            rows.append((name, None, None, None, None))
        else:
            rows.append((name, point.period, point.day, point.value, point.figure))
    sheet, last = Sheet((), ()), len(rows) - 1
    colour = LIGHT.series(line.independence)
    usual = _mark(line.independence, None, colour, hollow=run.is_unsure)
    marks = []
    for index, point in enumerate(run.points):
        if point is not None and (run.is_unsure and point.kind not in UNSURE):
            marks.append((index, NONE))  # drawn in the series of what was reported
        elif (
            point is not None
            and (mark := _mark(line.independence, point, colour, hollow=run.is_unsure)) != usual
        ):
            marks.append((index, mark))
    own = [one is not None and not (run.is_unsure and one.kind not in UNSURE) for one in run.points]
    length = upright.last * ARROW
    return Drawn(
        name=name,
        named=sheet.reference(0, first),
        days=tuple(None if point is None else serial(point.day) for point in run.points),
        days_at=sheet.reference(2, first, last),
        values=tuple(None if point is None else point.value for point in run.points),
        values_at=sheet.reference(3, first, last),
        colour=colour,
        dash="sysDash" if run.is_unsure else "solid",
        mark=usual,
        marks=tuple(marks),
        labels=tuple(note for key, (_, note) in labels.items() if key == _key(run)),
        up=tuple(
            length if is_own and one and one.bound in OPEN_UP else 0.0
            for one, is_own in zip(run.points, own, strict=True)
        ),
        down=tuple(
            length if is_own and one and one.bound in OPEN_DOWN else 0.0
            for one, is_own in zip(run.points, own, strict=True)
        ),
    )


def _mark(who: Independence, point: Point | None, colour: str, *, hollow: bool) -> Mark:
    """A circle or a diamond; hollow where not certain; a triangle where an end is open."""
    free = who is Independence.INDEPENDENT
    symbol, size = ("diamond", 11) if free else ("circle", 9)
    if point is not None and point.bound in OPEN_UP:
        return Mark("triangle", 10, LIGHT.paper, colour)
    if hollow or (point is not None and point.bound in OPEN_DOWN):
        return Mark(symbol, size, LIGHT.paper, colour)
    if point is not None and point.provisional:
        return Mark(symbol, size, mixed(colour, LIGHT.paper, 0.38), colour)
    return Mark(symbol, size, colour, LIGHT.paper)


def _due(
    due: Due,
    rows: list[tuple[Cell, ...]],
    labels: dict[str, tuple[int, Note]],
    words: Words,
    across: Axis,
) -> Drawn:
    """A short bar at the day on which it is due, one for each end of a range."""
    first, sheet = len(rows), Sheet((), ())
    name = words.say("powerpoint.target")
    ends = [due.value, *([due.high] if due.high is not None else [])]
    rows.extend((name, None, due.day, value, due.label) for value in ends)
    half = (across.last - across.first) * DUE_HALF
    return Drawn(
        name=name,
        named=sheet.reference(0, first),
        days=(serial(due.day),) * len(ends),
        days_at=sheet.reference(2, first, len(rows) - 1),
        values=tuple(ends),
        values_at=sheet.reference(3, first, len(rows) - 1),
        colour=LIGHT.ink,
        dash=None,
        mark=Mark("dash", 14, LIGHT.ink, LIGHT.ink),
        labels=tuple(note for key, (_, note) in labels.items() if key == _due_key(due)),
        wide=(half,) * len(ends),
    )


def _key(run: _Run) -> str:
    return f"{run.line.series} {run.is_unsure}"


_DUE = "due "


def _due_key(due: Due) -> str:
    return f"{_DUE}{due.day} {due.value}"


def _labels(trend: Trend, runs: list[_Run], across: Axis, upright: Axis) -> dict[str, tuple[int, Note]]:
    """One label a line, at its newest figure, and one a target; none touches another or a mark."""

    def at(day: date) -> float:
        return (serial(day) - across.first) / (across.last - across.first)

    def high(value: float) -> float:
        return value / upright.last * PLOT.h

    wanted: list[Label] = []
    said: dict[str, tuple[int, tuple[Run, ...]]] = {}
    for run in runs:
        own = [
            (index, one)
            for index, one in enumerate(run.points)
            if one is not None and (one.kind in UNSURE) == run.is_unsure
        ]
        alone = run.is_unsure and any(other.line is run.line and not other.is_unsure for other in runs)
        index, point = own[-1]
        colour = LIGHT.series(run.line.independence)
        name = () if alone else (Run(f"{run.line.name}  ", LABEL, colour, bold=True),)
        said[_key(run)] = (index, (*name, Run(point.figure, LABEL, LIGHT.ink_2)))
        wanted.append(
            _label(_key(run), at(point.day), high(point.value), said[_key(run)][1], 2 if alone else 1)
        )
    for due in trend.dues:
        key, runs_of = _due_key(due), (Run(due.label, LABEL, LIGHT.ink, bold=True),)
        said[key] = (0, runs_of)
        wanted.append(_label(key, at(due.day), high(due.high or due.value), runs_of, 0))
    walls = [
        Wall(at(one.day), -6, 6, high(one.value) - 6, high(one.value) + (26 if one.bound in OPEN_UP else 6))
        for run in runs
        for one in run.points
        if one is not None
    ]
    walls += [Wall(at(one.day), -14, 14, high(one.value) - 3, high(one.value) + 3) for one in trend.dues]
    found = place(wanted, walls, Edges(0, 0, 0, PLOT.h), (PLOT.w, PLOT.w), _ways(runs, at, high))
    return {key: (said[key][0], _note(said[key][0], said[key][1], spot)) for key, spot in found.items()}


def _ways(runs: list[_Run], at: Callable[[date], float], high: Callable[[float], float]) -> tuple[Wall, ...]:
    """The lines, as small boxes on which a label stands only where there is no other place."""
    return tuple(
        Wall(
            at(one.day) + (at(two.day) - at(one.day)) * part,
            -4,
            4,
            high(one.value) + (high(two.value) - high(one.value)) * part - 3,
            high(one.value) + (high(two.value) - high(one.value)) * part + 3,
        )
        for run in runs
        for one, two in pairwise(run.points)
        if one is not None and two is not None
        for part in (0.2, 0.4, 0.6, 0.8)
    )


_SPOTS = tuple(
    Spot(across, up, anchor)  # type: ignore[arg-type]
    for across, up, anchor in (
        (9, 0, "left"),
        (0, 16, "center"),
        (-9, 0, "right"),
        (0, -16, "center"),
        (9, 13, "left"),
        (9, -13, "left"),
        (-9, 13, "right"),
        (-9, -13, "right"),
        (0, 34, "center"),
        (0, -34, "center"),
        (9, 30, "left"),
        (9, -30, "left"),
        (-9, 30, "right"),
        (-9, -30, "right"),
        (9, 48, "left"),
        (-9, 48, "right"),
        (9, -48, "left"),
        (-9, -48, "right"),
        *(
            (side * 9, up * far, "left" if side > 0 else "right")
            for far in (66, 84, 102)
            for up in (1, -1)
            for side in (1, -1)
        ),
    )
)


def _label(key: str, at: float, high: float, runs: tuple[Run, ...], rank: int) -> Label:
    wide = sum(width(run.text, run.size, bold=run.bold) for run in runs) + 4
    return Label(key, at, high, wide, _SPOTS, rank, tall=17, must=rank < 2)


def _note(index: int, runs: tuple[Run, ...], spot: Spot) -> Note:
    """The label where it was placed: the nearest of the four places that a chart knows, and how far from it."""
    side = {"left": "r", "right": "l", "center": "t" if spot.up > 0 else "b"}[spot.anchor]
    usual = {"r": 0.0, "l": 0.0, "t": 16.0, "b": -16.0}[side]
    return Note(index, runs, side, 0.0, round((usual - spot.up) / CHART.h, 4))
