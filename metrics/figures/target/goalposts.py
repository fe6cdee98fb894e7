"""Goalposts: the target, the plan's other milestones beside it, and the paths that lead there.

In: the status of a target and the records of the day. Out: bars on due dates, and paths: the pace between the
plan's own milestones, and the required path of each reading for which a pace is computed, from its start to the
target, linear in dots and compound in dashes and dots.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from metrics.figures.drawing import Drawing
from metrics.figures.frame import Frame
from metrics.figures.marks import DASH_DOTTED, DOTTED
from metrics.figures.plot import Stroke
from metrics.progress.editions import ending
from metrics.progress.intervals import TWO_SIDED_PERCENT
from metrics.progress.result import Pace, Path, Reading, Status
from metrics.records.interval import percent_off
from metrics.records.model import Target
from metrics.records.store import Records
from metrics.records.vocabulary import Comparator, Measure

BAR = (22, 2.5)  # px: half of 44 x 5
SMALL_BAR = (14, 2.5)  # px: half of 28 x 5
YEAR = 365.25  # days
MOST_SERIES = 3  # so many series have their required paths drawn; the pace of every one stands in the table


@dataclass(frozen=True, slots=True)
class Goalpost:
    """A value on a day: the target itself, another milestone, or the plan's own starting point."""

    day: date
    value: float
    high: float | None
    target: Target | None  # None: the stated starting point
    main: bool
    earlier: bool = False  # the target as it stood before a later edition


@dataclass(frozen=True, slots=True)
class Way:
    """A dotted path: days and values, and the growth of a year where it is compound."""

    points: tuple[tuple[date, float], ...]
    series: str | None  # None: the plan's own pace
    rate: float | None
    stated_start: bool = False  # the plan states where it starts from
    path: Path | None = None  # of the pace a series needs


def goalposts(status: Status, records: Records) -> tuple[Goalpost, ...]:
    """The starting point, the milestones of the same plan and indicator, and the target in all its forms, by due date."""
    target = status.target
    plan = records.plans.get(target.plan)
    found = [Goalpost(target.due, target.value, target.value_high, target, main=True)]
    if plan is not None:
        found += [
            Goalpost(t.due, t.value, t.value_high, t, main=False)
            for m in plan.milestones
            for t in m.targets
            if t.id != target.id
            and ending(t) is None
            and (t.indicator, t.unit, t.place) == (target.indicator, target.unit, target.place)
            and years_asked(t) == years_asked(target)
        ]
    found += [Goalpost(one.period.end, one.value, None, target, main=False) for one in target.path_values]
    now = (target.due, target.value, target.value_high)
    forms = (one.target for one in status.editions)
    earlier = {(one.due, one.value, one.value_high): one for one in forms}
    found += [Goalpost(*key, one, main=False, earlier=True) for key, one in earlier.items() if key != now]
    if target.baseline_value is not None and target.baseline_period is not None:
        found.append(Goalpost(target.baseline_period.end, target.baseline_value, None, None, main=False))
    return tuple(sorted(found, key=lambda g: (g.day, not g.main)))


def years_asked(target: Target) -> int:
    """Over how many years a promise asks for its number: a total over five is no milestone on the way to one of a year."""
    period = target.period
    return 1 if period is None else max(round((period.end - period.start).days / 365.25), 1)


def paths(status: Status, records: Records) -> tuple[Way, ...]:
    """The plan's own pace up to the target, and the required paths of the readings for which a pace is computed."""
    found = []
    posts = [g for g in goalposts(status, records) if g.day <= status.target.due and not g.earlier]
    if status.target.path_values:
        posts = [g for g in posts if g.target is None or g.target.id == status.target.id]
    if status.target.comparator is not Comparator.ABOUT and len({g.day for g in posts}) == len(posts) > 1:
        ratio = records.indicators[status.target.indicator].measure is Measure.RATIO
        given = bool(status.target.path_values)
        compound = not given and not ratio and all(g.value > 0 for g in posts)
        points: list[tuple[date, float]] = []
        rate = None
        for one, other in pairwise(posts):
            leg, rate = _leg((one.day, one.value), (other.day, other.value), compound=compound)
            points += leg
        found.append(Way(tuple(points), None, rate, stated_start=posts[0].target is None))
    for reading in paced(status)[:MOST_SERIES]:
        found += [way for pace in reading.paces if (way := _required(pace, status.target, reading.series.id))]
    return tuple(found)


def paced(status: Status) -> tuple[Reading, ...]:
    """The readings that count and for which a pace is computed on some path."""
    return tuple(r for r in status.counted if any(pace.verdict is not None for pace in r.paces))


def _required(pace: Pace, target: Target, series: str) -> Way | None:
    if pace.refusal is not None or pace.start is None or pace.verdict is None:
        return None
    start, end = (pace.start.day, pace.start.value), (target.due, target.value)
    points, rate = _leg(start, end, compound=pace.path is Path.COMPOUND)
    return Way(tuple(points), series, rate, path=pace.path)


def _leg(
    start: tuple[date, float], end: tuple[date, float], *, compound: bool
) -> tuple[list[tuple[date, float]], float | None]:
    """The points of one leg, one every 73 days, and its growth of a year where it is compound."""
    days = (end[0] - start[0]).days
    if not compound:
        return [start, end], None
    rate = (end[1] / start[1]) ** (YEAR / days) - 1
    count = max(1, round(days / 73))
    steps = [round(days * i / count) for i in range(count + 1)]
    return [(start[0] + timedelta(days=d), start[1] * (1 + rate) ** (d / YEAR)) for d in steps], rate


def draw_paths(ways: Sequence[Way], drawing: Drawing, colours: dict[str, str]) -> None:
    """Dots along each path, dashes between them on a required compound one, clipped to the window."""
    for way in ways:
        points = _clipped(way, drawing.frame)
        if len(points) > 1:
            drawing.line(
                points,
                colours.get(way.series or "", drawing.palette.ink_3),
                1.8,
                DASH_DOTTED if way.path is Path.COMPOUND else DOTTED,
                role=f"path {way.path}" if way.path else "path",
                series=way.series or "",
            )


def _clipped(way: Way, frame: Frame) -> list[tuple[date, float]]:
    return [(d, v) for d, v in way.points if frame.holds(d)]


def two_sided(post: Goalpost) -> tuple[float, float] | None:
    """The lowest and the highest value that meet a two-sided target; None for the others."""
    if post.target is None or post.target.comparator is not Comparator.ABOUT:
        return None
    if post.high is not None:
        return post.value, post.high
    return percent_off(post.value, -TWO_SIDED_PERCENT), percent_off(post.value, TWO_SIDED_PERCENT)


def draw_goalposts(posts: Sequence[Goalpost], drawing: Drawing) -> None:
    """A bar for each, on a hairline at the target's due date; a two-sided target is a band between two."""
    frame, palette = drawing.frame, drawing.palette
    for post in posts:
        if not frame.holds(post.day):
            continue
        size = BAR if post.main else SMALL_BAR
        colour = palette.ink if post.target and not post.earlier else palette.ink_3
        if post.main:
            drawing.upright(post.day, palette.ink, 1.2, "due", rise=4)
        if band := two_sided(post):
            height = frame.up(band[1]) - frame.up(band[0])
            for edge, ground in ((1, palette.edge), (0, palette.panel)):
                look = (0, -edge, height + edge, 2 * (size[0] + edge), ground)
                drawing.strokes.append(Stroke(post.day, band[0], *look, role="band"))
        for value in (post.high, post.value):
            if value is not None:
                drawing.bar((post.day, value), size, colour, "target" if post.target else "start")
