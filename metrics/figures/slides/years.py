"""The years on a slide: each series through time, drawn as it stands on the screen, one line a series.

In: a :class:`~metrics.figures.slides.slide.Trend` and a height. Out: places in px for a template that draws SVG. Lines are
cut as in a file (:mod:`metrics.figures.slides.segments`). Every name stands in a column at the right, level with its newest
figure or as near as there is room, and a hairline leads to it; what finds no room is drawn without a name and counted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from metrics.figures.frame import steps
from metrics.figures.slides.segments import segments
from metrics.figures.slides.slide import Trend, TrendLine, TrendPoint
from metrics.figures.typesetting import text_width
from metrics.records.vocabulary import Independence
from metrics.words import Words

Places = Callable[[TrendPoint], tuple[float, float]]

WIDTH = 1728
WHOLE = 606  # px of height where nothing else stands on the slide
BESIDE = {1: 390, 2: 300}  # the same below so many lanes
SIZE = 28  # of every letter
ROW = 36  # px between two names
TOP, BOTTOM = 30, 58
GAP = 40  # px between the axis and the names
MOST_YEARS = 12
NAMES = 560  # px that names may take


@dataclass(frozen=True, slots=True)
class YearMark:
    """A figure."""

    x: float
    y: float
    look: str  # class names
    opening: str | None  # "up" or "down" where an end is open
    told: str  # what it is, where it is pointed at: "MIIT · 2024 · > 500"


@dataclass(frozen=True, slots=True)
class YearSeries:
    """A series: its lines, its marks, and the class of its colour."""

    who: str
    solid: tuple[str, ...]  # points of a polyline
    dashed: tuple[str, ...]
    marks: tuple[YearMark, ...]
    square: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A label at the right: where it stands and to what the hairline leads."""

    x: float
    y: float
    to: tuple[float, float]
    who: str
    name: str
    figure: str


@dataclass(frozen=True, slots=True)
class Years:
    """Everything that the template draws."""

    width: int
    height: int
    left: float
    right: float
    foot: float
    ticks: tuple[tuple[float, str], ...]  # height and label
    years: tuple[tuple[float, str], ...]  # place and label
    lines: tuple[YearSeries, ...]
    dues: tuple[tuple[float, tuple[float, ...]], ...]  # place and heights
    names: tuple[Name, ...]
    nameless: int


def years(trend: Trend, words: Words, height: int = WHOLE) -> Years:
    """The drawing; every line has a figure."""
    days = [one.day for line in trend.lines for one in line.points] + [one.day for one in trend.dues]
    first, last = date(min(days).year - 1, 12, 31).toordinal(), date(max(days).year, 12, 31).toordinal() + 60
    values = [one.value for line in trend.lines for one in line.points]
    scale = steps(max(*values, *(one.high or one.value for one in trend.dues), 0.0), 4)
    left = max(text_width(words.number(one), SIZE) for one in scale) + 18
    wanted = [text_width(_said(line), SIZE, 600) for line in trend.lines]
    wanted += [text_width(one.label, SIZE, 600) for one in trend.dues]
    right = WIDTH - GAP - min(max(wanted) + 12, NAMES)
    foot = height - BOTTOM

    def across(day: date) -> float:
        return round(left + (day.toordinal() - first) / (last - first) * (right - left), 1)

    def upright(value: float) -> float:
        return round(foot - max(value, 0.0) / scale[-1] * (foot - TOP), 1)

    def at(one: TrendPoint) -> tuple[float, float]:
        return across(one.day), upright(one.value)

    newest = [
        (line, max(line.points, key=lambda one: (not one.look.hollow, one.day))) for line in trend.lines
    ]
    labels = [
        Name(right + GAP, upright(one.value), at(one), _who(line.independence), line.name, one.figure)
        for line, one in newest
    ]
    labels += [
        Name(
            right + GAP,
            upright(one.high or one.value),
            (across(one.day), upright(one.high or one.value)),
            "",
            one.label,
            "",
        )
        for one in trend.dues
    ]
    room = (height - TOP) // ROW
    # Promises and long series first; the others are drawn without a name.
    order = sorted(
        range(len(labels)), key=lambda n: -len(trend.lines[n].points) if n < len(trend.lines) else -1000
    )
    kept = set(order[:room])
    every = max(1, -(-(max(days).year - min(days).year + 1) // MOST_YEARS))
    return Years(
        width=WIDTH,
        height=height,
        left=left,
        right=right,
        foot=foot,
        ticks=tuple((upright(one), words.number(one)) for one in scale),
        years=tuple(
            (across(date(year, 12, 31)), str(year))
            for year in range(min(days).year - 1, max(days).year + 1)
            if (max(days).year - year) % every == 0
        ),
        lines=tuple(_drawn(line, at, named=n in kept) for n, line in enumerate(trend.lines)),
        dues=tuple(
            (across(one.day), tuple(upright(v) for v in (one.value, one.high) if v is not None))
            for one in trend.dues
        ),
        names=_apart([one for n, one in enumerate(labels) if n in kept], height),
        nameless=len(labels) - len(kept),
    )


def _said(line: TrendLine) -> str:
    return f"{line.name}  {max((one.figure for one in line.points), key=len)}"


def _who(independence: Independence) -> str:
    return "mps-other" if independence is Independence.INDEPENDENT else "mps-gov"


def _drawn(line: TrendLine, at: Places, *, named: bool) -> YearSeries:
    square = line.independence is Independence.INDEPENDENT
    found: dict[bool, list[str]] = {False: [], True: []}
    for run in segments(line):
        part: list[TrendPoint] = []
        for one in (*run.points, None):
            if one is not None:
                part.append(one)
                continue
            if len(part) > 1:
                found[run.is_unsure].append(" ".join(f"{x},{y}" for x, y in map(at, part)))
            part = []
    return YearSeries(
        who=_who(line.independence) if named else "mps-none",
        solid=tuple(found[False]),
        dashed=tuple(found[True]),
        marks=tuple(_mark(line, one, at) for one in line.points),
        square=square,
    )


def _mark(line: TrendLine, one: TrendPoint, at: Places) -> YearMark:
    look = "mps-hollow" if one.look.hollow else "mps-provisional" if one.look.provisional else ""
    return YearMark(*at(one), look, one.look.opening, f"{line.name} · {one.period} · {one.figure}")


def _apart(names: Sequence[Name], height: int) -> tuple[Name, ...]:
    """The names from top to bottom, each at least a row below the one before and all of them inside."""
    found = sorted(names, key=lambda one: (one.y, one.name))
    ys = [max(one.y, SIZE) for one in found]
    for n, (a, b) in enumerate(pairwise(range(len(ys))), 1):
        ys[n] = max(ys[b], ys[a] + ROW)
    limit = float(height - 8)
    for n in reversed(range(len(ys))):
        ys[n] = min(ys[n], limit)
        limit = ys[n] - ROW
    return tuple(replace(one, y=round(y, 1)) for one, y in zip(found, ys, strict=True))
