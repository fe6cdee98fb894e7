"""Pace: how fast a series moves towards a target, compared with how fast it would have to move.

In: the usable points of one series and place (``evidence``), and a target that is not yet due. Out: one
:class:`Pace` for each path, computed or refused with its reason; never a stand-in number.

The ratio of actual to required pace and its thresholds are those of Eurostat's monitoring of the
Sustainable Development Goals, also used by Statistics Canada and by Open SDG (docs/verdicts.md).
"""

import math
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from metrics.progress.intervals import satisfies
from metrics.progress.result import Pace, Path, Point, Refusal, Verdict
from metrics.records.interval import Interval
from metrics.records.model import Target
from metrics.records.vocabulary import Measure

YEAR_DAYS = 365.25
ENOUGH_DAYS = 365  # a pace needs a usable point at least this long after the start
ON_TRACK, BEHIND, BACKWARDS = 0.95, 0.60, 0.0
RATIO_PLACES = 9  # a ratio of exactly 0.95 must not fall short of it by a floating-point hair


def years(start: date, end: date) -> float:
    """The time from one day to another, in years of 365.25 days.

    >>> years(date(2020, 12, 31), date(2024, 12, 31))
    4.0
    """
    return (end - start).days / YEAR_DAYS


def classify(ratio: float) -> Verdict:
    """The class of a ratio of actual to required pace.

    >>> [classify(r).value for r in (0.95, 0.94, 0.6, 0.59, 0.0, -0.01)]
    ['on_track', 'behind', 'behind', 'far_behind', 'far_behind', 'going_backwards']
    """
    rounded = round(ratio, RATIO_PLACES)
    if rounded >= ON_TRACK:
        return Verdict.ON_TRACK
    if rounded >= BEHIND:
        return Verdict.BEHIND
    return Verdict.FAR_BEHIND if rounded >= BACKWARDS else Verdict.GOING_BACKWARDS


def baseline(target: Target) -> Point | None:
    """The plan's stated baseline, if it has one."""
    if target.baseline_value is None or target.baseline_period is None:
        return None
    return Point(target.baseline_period.end, target.baseline_value, None)


def paces(
    target: Target, points: Sequence[Point], measure: Measure, chosen: Path | None = None
) -> tuple[Pace, ...]:
    """Both paths of one reading, linear first.

    The start is the plan's baseline (then only later points are used), else the first point.

    Args:
        target: the target, not yet due.
        points: the usable points of the series, by day.
        measure: what kind of quantity the indicator is.
        chosen: the path the reader chose; it decides only where the rules leave both open.
    """
    start = baseline(target)
    if start is None:
        start = points[0] if points else None
    later = [point for point in points if start is not None and point.day > start.day]
    latest = later[-1] if later else None
    if start is None or latest is None or (latest.day - start.day).days < ENOUGH_DAYS:
        return tuple(Pace(path, None, Refusal.FEW_POINTS, start, latest) for path in Path)
    barred = {path: bar(path, target, measure) for path in Path}
    if chosen is not None and barred[chosen] is None:
        barred |= {path: Refusal.NOT_CHOSEN for path in Path if path is not chosen and barred[path] is None}
    return tuple(
        Pace(path, None, refusal, start, latest) if refusal else pace(path, target, start, latest)
        for path, refusal in barred.items()
    )


def bar(path: Path, target: Target, measure: Measure) -> Refusal | None:
    """Why the rules do not run a path for a target at all; None where they do.

    A ratio, and a target of 0, are judged on linear alone, whatever the target declares; any other target
    may declare its path.
    """
    compound = _bars_compound(target, measure)
    declared = None if compound and target.path is Path.COMPOUND else target.path
    if declared is not None and declared is not path:
        return Refusal.NOT_DECLARED
    return compound if path is Path.COMPOUND else None


def _bars_compound(target: Target, measure: Measure) -> Refusal | None:
    if measure is Measure.RATIO:
        return Refusal.RATIO
    return Refusal.TARGET_ZERO if target.value == 0 else None


def pace(path: Path, target: Target, start: Point, latest: Point) -> Pace:
    """One path from start over latest to the target's ``value`` at its due date.

    Linear compares yearly steps: ((latest - start) / years) / ((target - start) / years to the due date).
    Compound compares yearly growth rates: (latest / start) ** (1 / years) - 1 against
    (target / start) ** (1 / years to the due date) - 1.
    """
    refusal = _refusal(path, target, start, latest)
    if refusal is not None:
        return Pace(path, None, refusal, start, latest)
    after = _after_steps if path is Path.LINEAR else _after_growth
    actual = speed(path, start.value, latest.value, years(start.day, latest.day))
    required = speed(path, start.value, target.value, years(start.day, target.due))
    ahead = years(latest.day, target.due)
    ratio = actual / required
    return Pace(
        path,
        classify(ratio),
        start=start,
        latest=latest,
        ratio=ratio,
        actual=actual,
        required=required,
        needed=speed(path, latest.value, target.value, ahead) if ahead > 0 else None,
        value_at_due=after(start.value, actual, years(start.day, target.due)),
        arrival=_arrival(path, target, start, latest),
    )


def _refusal(path: Path, target: Target, start: Point, latest: Point) -> Refusal | None:
    if target.due <= start.day:
        return Refusal.DUE_AT_START
    if latest.day <= start.day:
        return Refusal.EQUAL_DATES
    if satisfies(Interval(start.value, start.value), target):
        return Refusal.START_SATISFIES
    if math.isclose(start.value, target.value, rel_tol=1e-12, abs_tol=1e-300):
        return Refusal.START_AT_TARGET  # a strict target: nothing would be required
    if path is Path.COMPOUND and min(start.value, latest.value, target.value) <= 0:
        return Refusal.NOT_POSITIVE
    return None


def speed(path: Path, start: float, end: float, time: float) -> float:
    """How fast a path runs from one value to another: yearly steps, or a yearly growth rate of positive values.

    >>> speed(Path.LINEAR, 600.0, 1000.0, 5.0), round(speed(Path.COMPOUND, 500.0, 1000.0, 5.0), 4)
    (80.0, 0.1487)
    """
    if path is Path.LINEAR:
        return (end - start) / time
    return _or_infinite(math.expm1, (math.log(end) - math.log(start)) / time)


def _after_steps(start: float, step: float, time: float) -> float:
    return start + step * time


def _after_growth(start: float, rate: float, time: float) -> float:
    return start * _or_infinite(math.exp, math.log1p(rate) * time)


def _or_infinite(function: Callable[[float], float], exponent: float) -> float:
    try:
        return function(exponent)
    except OverflowError:
        return math.inf


def _arrival(path: Path, target: Target, start: Point, latest: Point) -> int | None:
    """The calendar year in which the pace so far reaches the target; None: never, or after 9999."""
    if path is Path.LINEAR:
        way, done = target.value - start.value, latest.value - start.value
    else:
        origin = math.log(start.value)
        way, done = math.log(target.value) - origin, math.log(latest.value) - origin
    if way * done <= 0:
        return None
    days = way / done * (latest.day - start.day).days
    left = (date.max - start.day).days
    # A path that arrives at the end of a day arrives on that day, not a rounding error later.
    return (start.day + timedelta(days=math.ceil(round(days, 6)))).year if days < left else None
