"""Needed from here: how fast a series would have to move from its latest figure to reach its target in time.

In: a reading of a target that is not yet due. Out: a :class:`Needed`: yearly steps and a yearly growth rate from the
end of the latest figure's period to the due date. It says nothing of how the series moved so far, so there is one for
every open target that has a comparable figure, also where the verdict is that it is too early to say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from metrics.progress.intervals import satisfies
from metrics.progress.pace import bar, speed, years
from metrics.progress.result import NotCounted, Path, Reading, Status, Verdict
from metrics.records.interval import Interval, interval
from metrics.records.model import Observation, Target
from metrics.records.store import Records
from metrics.records.vocabulary import Bound

#: "at_most": the figure is a floor on the way up, or a ceiling on the way down; "at_least": the other way round.
Limit = Literal["exact", "about", "at_most", "at_least"]

_NOTHING_TO_START_FROM = (NotCounted.NOT_COMPARABLE, NotCounted.NO_FIGURE, NotCounted.REPEATS)


@dataclass(frozen=True, slots=True)
class Needed:
    """The way from the latest figure of one series to its target, in the target's unit."""

    reading: Reading
    start: Observation  # the latest judged figure
    goal: float  # where the way ends: the value, or the upper end of a two-sided target from above it
    reached: bool  # the figure satisfies the target: nothing is needed
    limit: Limit
    steps: float | None  # a year; None: refused for the target, or nothing is needed
    growth: float | None  # a year, 0.2 = 20 %

    @property
    def speeds(self) -> tuple[tuple[Path, float], ...]:
        """Every path that is run, linear first."""
        both = ((Path.LINEAR, self.steps), (Path.COMPOUND, self.growth))
        return tuple((path, found) for path, found in both if found is not None)


def needed(records: Records, reading: Reading, known_on: date, path: Path | None = None) -> Needed | None:
    """What a series needs from its latest figure on to reach its target by the due date.

    Args:
        records: all records, for the measure of the indicator.
        reading: of a target.
        known_on: the day of the reading.
        path: the path the reader chose; it decides only where the rules leave both open.

    Returns:
        None where the target is due, the series cannot be compared with it or repeats another, nothing judged is
        known, or the figure's period ends on the due date or later without satisfying the target.
    """
    target, start = reading.target, reading.observation
    if known_on >= target.due or start is None or reading.not_counted in _NOTHING_TO_START_FROM:
        return None
    reach = interval(start)
    if satisfies(reach, target):
        return Needed(reading, start, target.value, reached=True, limit="exact", steps=None, growth=None)
    time = years(start.period.end, target.due)
    if time <= 0:
        return None
    goal = _goal(target, reach)
    measure = records.indicators[target.indicator].measure
    run = [one for one in Path if bar(one, target, measure) is None]
    if path in run:
        run = [path]
    positive = min(start.value, goal) > 0
    return Needed(
        reading,
        start,
        goal,
        reached=False,
        limit=_limit(start, goal),
        steps=speed(Path.LINEAR, start.value, goal, time) if Path.LINEAR in run else None,
        growth=speed(Path.COMPOUND, start.value, goal, time) if Path.COMPOUND in run and positive else None,
    )


def needed_of(records: Records, status: Status, path: Path | None = None) -> tuple[Needed, ...]:
    """The same for every reading of a target from which it can be worked out, counted readings first; none where it is no longer promised."""
    if status.headline.verdict is Verdict.ENDED:
        return ()
    found: Iterable[Needed | None] = (needed(records, one, status.known_on, path) for one in status.readings)
    return tuple(one for one in found if one is not None)


def _goal(target: Target, reach: Interval) -> float:
    high = target.value_high
    return high if high is not None and reach.low > high else target.value


def _limit(start: Observation, goal: float) -> Limit:
    """What an open end of the figure makes of the way: a floor below the target needs at most so much."""
    rising = goal >= start.value
    if start.bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        return "at_most" if rising else "at_least"
    if start.bound in (Bound.LESS_THAN, Bound.AT_MOST):
        return "at_least" if rising else "at_most"
    return "about" if start.bound is Bound.ABOUT else "exact"
