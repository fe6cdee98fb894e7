"""The years on a slide: each series through time, laid out once for the screen and for a file, one line a series.

In: a :class:`~metrics.figures.slides.slide.Trend`, a height in px of a slide of 1920 x 1080, and how wide a text is in
the type of the medium. Out: places in px, of which a template makes SVG and the file a native chart with its names
beside it. Every name stands in a column at the right with who counts below it, level with its newest figure or as near
as there is room, and a hairline leads to it; what finds no room is drawn without a name and counted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from metrics.figures.frame import steps_around
from metrics.figures.slides.segments import segments
from metrics.figures.slides.slide import Trend, TrendLine, TrendPoint
from metrics.figures.typesetting import Weight, text_width
from metrics.records.vocabulary import Independence
from metrics.words import Words

Places = Callable[[TrendPoint], tuple[float, float]]
Measure = Callable[[str, float, Weight], float]  # px of a text in a size and a weight

WIDTH = 1728
SIZE, NAME = 28, 36  # of the axes and of who counts; of a name and its figure
ROW, LONE = 78, 44  # px of a name with who counts below it, and of one alone
TOP, BOTTOM = 30, 58
GAP = 40  # px between the axis and the names
MOST_YEARS = 12
AIR = 1.08  # the axis ends so far beyond the largest value, where an open end has its arrow
NAMES = 680  # px that names may take


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
    """A label at the right: the box in which it stands and to what the hairline leads."""

    x: float
    y: float  # its upper edge
    h: float
    to: tuple[float, float]
    line: TrendLine | None  # None: what was promised
    name: str
    figure: str = ""
    note: str = ""  # who counts, and when
    who: str = ""  # class of its colour


@dataclass(frozen=True, slots=True)
class Years:
    """Everything that is drawn."""

    width: int
    height: int
    left: float
    right: float
    foot: float
    first: date  # where the axis of time begins
    last: date
    every: int  # years between two labels
    scale: tuple[float, ...]  # ticks of the upright axis
    ticks: tuple[tuple[float, str], ...]  # height and label
    years: tuple[tuple[float, str], ...]  # place and label
    lines: tuple[YearSeries, ...]
    dues: tuple[tuple[float, tuple[float, ...]], ...]  # place and heights
    names: tuple[Name, ...]
    nameless: int


def years(trend: Trend, words: Words, height: int, wide: Measure = text_width) -> Years:
    """The drawing; every line has a figure."""
    days = [one.day for line in trend.lines for one in line.points] + [one.day for one in trend.dues]
    start, end = min(days).year - 1, max(days).year
    first, last = date(start, 12, 31), date.fromordinal(date(end, 12, 31).toordinal() + 60)
    values = [one.value for line in trend.lines for one in line.points]
    ends = [*values, *(one.value for one in trend.dues), *(one.high for one in trend.dues if one.high), 0.0]
    scale = steps_around(min(ends) * AIR, max(ends) * AIR, 4)
    left = round(max(wide(words.number(one), SIZE, 400) for one in scale) + 18, 1)
    names = [*map(_named, trend.lines), *(Name(0, 0, LONE, (0, 0), None, one.label) for one in trend.dues)]
    room = min(max(_width(one, wide) for one in names) + 12, NAMES)
    right, foot = round(WIDTH - GAP - room, 1), height - BOTTOM

    def across(day: date) -> float:
        share = (day.toordinal() - first.toordinal()) / (last.toordinal() - first.toordinal())
        return round(left + share * (right - left), 1)

    def upright(value: float) -> float:
        return round(foot - (value - scale[0]) / (scale[-1] - scale[0]) * (foot - TOP), 1)

    def at(one: TrendPoint) -> tuple[float, float]:
        return across(one.day), upright(one.value)

    points = [at(_newest(line)) for line in trend.lines]
    points += [(across(one.day), upright(one.high or one.value)) for one in trend.dues]
    placed = [
        replace(_shortened(one, room, wide), x=right + GAP, y=to[1] - one.h / 2, to=to)
        for one, to in zip(names, points, strict=True)
    ]
    # Promises and long series first; the others are drawn without a name.
    left_over = float(height)
    kept = set()
    for one in sorted(placed, key=lambda one: -len(one.line.points) if one.line else -1000):
        if one.h <= left_over:
            kept.add(id(one))
            left_over -= one.h
    every = max(1, -(-(end - start) // MOST_YEARS))
    return Years(
        width=WIDTH,
        height=height,
        left=left,
        right=right,
        foot=foot,
        first=first,
        last=last,
        every=every,
        scale=tuple(scale),
        ticks=tuple((upright(one), words.number(one)) for one in scale),
        years=tuple(
            (across(date(year, 12, 31)), str(year))
            for year in range(start, end + 1)
            if (year - start) % every == 0
        ),
        lines=tuple(
            _drawn(line, at, named=id(one) in kept) for line, one in zip(trend.lines, placed, strict=False)
        ),
        dues=tuple(
            (across(one.day), tuple(upright(v) for v in (one.value, one.high) if v is not None))
            for one in trend.dues
        ),
        names=_apart([one for one in placed if id(one) in kept], height),
        nameless=len(placed) - len(kept),
    )


def _newest(line: TrendLine) -> TrendPoint:
    """What was reported last; where nothing was, the last of the others."""
    return max(line.points, key=lambda one: (not one.look.hollow, one.day))


def _named(line: TrendLine) -> Name:
    newest = _newest(line)
    note = f"{line.who} · {newest.period}"
    return Name(0, 0, ROW, (0, 0), line, line.name, newest.figure, note, _who(line.independence))


def _width(one: Name, wide: Measure) -> float:
    figure = wide(f"  {one.figure}", NAME, 400) if one.figure else 0.0
    return max(wide(one.name, NAME, 600) + figure, wide(one.note, SIZE, 400))


def _shortened(one: Name, room: float, wide: Measure) -> Name:
    """The label with a name that fits, its figure whole."""
    name = one.name
    while _width(replace(one, name=name, note=""), wide) > room and len(name) > 2:
        name = f"{name[:-2].rstrip(' ,')}…"
    return replace(one, name=name)


def _who(independence: Independence) -> str:
    return "mps-other" if independence is Independence.INDEPENDENT else "mps-gov"


def _drawn(line: TrendLine, at: Places, *, named: bool) -> YearSeries:
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
        square=line.independence is Independence.INDEPENDENT,
    )


def _mark(line: TrendLine, one: TrendPoint, at: Places) -> YearMark:
    look = "mps-hollow" if one.look.hollow else "mps-provisional" if one.look.provisional else ""
    return YearMark(*at(one), look, one.look.opening, f"{line.name} · {one.period} · {one.figure}")


def _apart(names: Sequence[Name], height: int) -> tuple[Name, ...]:
    """The names from top to bottom, none over another and all of them inside."""
    found = sorted(names, key=lambda one: (one.to[1], one.name))
    ys = [max(one.y, 0.0) for one in found]
    for n, (above, _) in enumerate(pairwise(found), 1):
        ys[n] = max(ys[n], ys[n - 1] + above.h)
    limit = float(height)
    for n in reversed(range(len(ys))):
        ys[n] = max(min(ys[n], limit - found[n].h), 0.0)
        limit = ys[n]
    return tuple(replace(one, y=round(y, 1)) for one, y in zip(found, ys, strict=True))
