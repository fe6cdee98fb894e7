"""The labels of lines: the name and the newest figure of each, where they touch nothing.

In: line segments, promises, the axes and the plot. Out: for each label the point it belongs to, its runs and its
spot. Where there are few lines every one has its label, if need be further off; where there are many, those that find
no place near their line go without, and their lines are drawn in grey.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import hypot

from metrics.exports.powerpoint.plot import ValueAxis
from metrics.exports.powerpoint.shape import Rectangle, Run
from metrics.exports.powerpoint.sheet import serial
from metrics.exports.powerpoint.text_fit import width
from metrics.figures.labels import Box as Wall
from metrics.figures.labels import Edges, Label, Spot, place
from metrics.figures.palette import LIGHT
from metrics.figures.slides.segments import LineSegment, judged
from metrics.figures.slides.slide import DuePoint, Trend

SIZE = 14.0  # points
CROWDED = 6  # lines; with more, only near labels are set
LONG = 3  # figures of a line that is named even where there are many
NEAR = 8  # so many of the spots are near
LONGEST = 1000  # figures that no line has
WAY = 7.0  # points of a line that one small box covers

Placed = tuple[int, tuple[Run, ...], Spot]


def is_crowded(trend: Trend) -> bool:
    """Whether there are so many lines that not all of them can be named."""
    return len(trend.lines) > CROWDED


def due_key(due: DuePoint) -> str:
    """The key of the label of a promise."""
    return f"due {due.day} {due.value}"


def labels(
    trend: Trend, runs: list[LineSegment], axes: tuple[ValueAxis, ValueAxis], plot: Rectangle
) -> dict[str, Placed]:
    """One label a line, at its newest figure, and one a target; none touches another or a mark."""
    across, upright = axes

    def at(day: date) -> float:
        return (serial(day) - across.first) / (across.last - across.first)

    def high(value: float) -> float:
        return value / upright.last * plot.h

    wanted: list[Label] = []
    said: dict[str, tuple[int, tuple[Run, ...]]] = {}
    for run in runs:
        own = [(index, one) for index, one in enumerate(run.points) if one and run.owns(one)]
        follows = run.is_unsure and any(other.line is run.line and not other.is_unsure for other in runs)
        if follows and is_crowded(trend):
            continue
        index, point = own[-1]
        colour = LIGHT.series(run.line.independence)
        name = () if follows else (Run(f"{run.line.name}  ", SIZE, colour, bold=True),)
        said[run.key] = (index, (*name, Run(point.figure, SIZE, LIGHT.ink_2)))
        figures = len(judged((run.line,)))
        rank = 2 * LONGEST if follows else LONGEST - figures if is_crowded(trend) else LONGEST
        label = _label(run.key, at(point.day), high(point.value), said[run.key][1], rank)
        if is_crowded(trend) and figures < LONG:
            label = replace(label, spots=_SPOTS[:NEAR], must=False)
        wanted.append(label)
    for due in trend.dues:
        key, runs_of = due_key(due), (Run(due.label, SIZE, LIGHT.ink, bold=True),)
        said[key] = (0, runs_of)
        wanted.append(_label(key, at(due.day), high(due.high or due.value), runs_of, 0))
    walls = [
        Wall(
            at(one.day), -6, 6, high(one.value) - 6, high(one.value) + (26 if one.look.opening == "up" else 6)
        )
        for run in runs
        for one in run.points
        if one is not None
    ]
    walls += [Wall(at(one.day), -14, 14, high(one.value) - 3, high(one.value) + 3) for one in trend.dues]
    found = place(wanted, walls, Edges(0, 0, 0, plot.h), (plot.w, plot.w), _ways(runs, at, high, plot))
    return {key: (*said[key], spot) for key, spot in found.items()}


def _ways(
    runs: list[LineSegment], at: Callable[[date], float], high: Callable[[float], float], plot: Rectangle
) -> tuple[Wall, ...]:
    """The lines, as small boxes on which a label stands only where there is no other place."""
    return tuple(
        Wall(
            at(one.day) + (at(two.day) - at(one.day)) * part,
            -WAY / 2,
            WAY / 2,
            high(one.value) + (high(two.value) - high(one.value)) * part - WAY / 2,
            high(one.value) + (high(two.value) - high(one.value)) * part + WAY / 2,
        )
        for run in runs
        for one, two in pairwise(run.points)
        if one is not None and two is not None
        for part in _parts(
            hypot((at(two.day) - at(one.day)) * plot.w, high(two.value) - high(one.value)) / WAY
        )
    )


def _parts(number: float) -> tuple[float, ...]:
    """Shares of the way between two ends, about so many."""
    return tuple(step / (int(number) + 1) for step in range(1, int(number) + 1))


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
    return Label(key, at, high, wide, _SPOTS, rank, tall=17, must=rank <= LONGEST)
