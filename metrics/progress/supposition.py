"""The supposition: one more exact figure of one series, and what the headline would be at every value of it.

In: the status of a target on a day and one of its series. Out: ranges of values with the headline that each
would bring. The period is the due period or, before the due date, the last whole year; where the series has
something newer, that period, so that the supposed figure is always the newest.

What a figure does can change only at the target's own limits and, before the due date, at the values where the
pace changes its class. These limits are computed; each of them and one value between any two is then judged as if
it had been published on the day, so a range rests on verdicts and not on a formula.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from metrics.progress.evidence import Evidence, evidence_for, evidence_of, seasonal_quarter
from metrics.progress.headline import headline
from metrics.progress.intervals import TWO_SIDED_PERCENT
from metrics.progress.known import order
from metrics.progress.pace import BACKWARDS, BEHIND, ENOUGH_DAYS, ON_TRACK, bar, baseline, years
from metrics.progress.planned import on_the_way
from metrics.progress.reading import read_evidence
from metrics.progress.result import Headline, NotCounted, Path, Reading, Reason, Status
from metrics.records.interval import Interval, percent_off
from metrics.records.model import Observation, Target
from metrics.records.period import Period
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Comparator, Kind, Measure, Usable, Verification

_SAME = 1e-12  # two limits closer than this (as a share of their size) are one


@dataclass(frozen=True, slots=True)
class Range:
    """All the values of a supposed figure, in the target's unit, that bring one headline."""

    values: Interval
    headline: Headline


@dataclass(frozen=True, slots=True)
class Supposition:
    """A further exact figure of one series for one period, published on the day of the status."""

    records: Records
    status: Status
    reading: Reading  # of the series as it stands
    known: Evidence
    measure: Measure
    path: Path | None
    period: Period

    @property
    def revises(self) -> bool:
        """Whether the series has a judged figure for the period already."""
        return any(figure.period.days == self.period.days for figure in self.known.figures)

    def headline_at(self, value: float) -> Headline:
        """What the readings would say together if the figure were ``value``."""
        return self._headline_with(self.figure(value))

    def _headline_with(self, figure: Observation) -> Headline:
        status = self.status
        known = evidence_of((*self.known.rows, figure), self.measure)
        series, target, day = self.reading.series, status.target, status.known_on
        new = read_evidence(self.records, target, series, known, day, path=self.path)
        readings = [new if one is self.reading else one for one in status.readings]
        return headline(readings, due=status.due)

    def figure(self, value: float) -> Observation:
        """The supposed figure, as a row of the files would make it."""
        target, day = self.status.target, self.status.known_on
        return Observation.model_construct(
            id="supposed",
            indicator=target.indicator,
            series=self.reading.series.id,
            geography=target.place,
            period=self.period,
            value=value,
            low=None,
            high=None,
            bound=Bound.EXACT,
            kind=Kind.ACTUAL,
            provisional=False,
            unit=self.reading.series.unit,
            published=Period.parse(day.isoformat()),
            source=target.source,
            locator=None,
            verification=Verification.VERIFIED,
            usable=Usable.YES,
            note=None,
        )

    def ranges(self) -> tuple[Range, ...]:
        """Every value that the figure may have, from the lowest, with the headline it would bring.

        Where the target and all that the series has said lie above zero, only values above zero are asked.
        """
        made: list[Range] = []
        draft = self.figure(0.0)
        for cell, value in _cells(self._limits(), self._allowed):
            found = self._headline_with(draft.model_copy(update={"value": value}))
            if made and made[-1].headline == found:
                made.append(Range(joined(made.pop().values, cell), found))
            else:
                made.append(Range(cell, found))
        return tuple(made)

    def _limits(self) -> list[float]:
        """Where what the figure does can change, from the lowest."""
        found: list[float] = []
        target = self.status.target
        asked = (on_the_way(target, one.value) for one in target.path_values)
        on_path = (limit for one in asked for limit in target_limits(one))
        for limit in sorted({*target_limits(target), *on_path, *self._pace_limits()}):
            if not found or not math.isclose(limit, found[-1], rel_tol=_SAME):
                found.append(limit)
        return found

    @property
    def _allowed(self) -> Interval:
        """The values that the figure may have."""
        lowest = min([self.status.target.value, *(row.value for row in self.known.rows)])
        low = 0.0 if lowest >= 0 else -math.inf
        return Interval(low, math.inf, low_open=lowest != 0, high_open=True)

    def _pace_limits(self) -> Iterator[float]:
        """The values at which a path that the rules allow changes its class, if a pace can be measured."""
        target = self.status.target
        start = baseline(target) or next(iter(self.known.points), None)
        if self.status.due or start is None or (self.period.end - start.day).days < ENOUGH_DAYS:
            return
        past, whole = years(start.day, self.period.end), years(start.day, target.due)
        if whole <= 0:
            return
        linear, compound = (bar(path, target, self.measure) is None for path in Path)
        for ratio in (BACKWARDS, BEHIND, ON_TRACK):
            if linear:
                yield start.value + ratio * (target.value - start.value) / whole * past
            if compound and min(start.value, target.value) > 0:
                required = math.expm1((math.log(target.value) - math.log(start.value)) / whole)
                yield start.value * math.exp(past * math.log1p(ratio * required))


def suppose(
    records: Records, status: Status, reading: Reading, path: Path | None = None
) -> Supposition | None:
    """A further figure of the series of a reading; None where no figure of it could count.

    None for a series that cannot be compared, that repeats another, or that had published nothing by the day: to
    name it would show what came later.

    Args:
        records: all records, or those of the day.
        status: where the target stands on the day.
        reading: one of its readings.
        path: the path the reader chose, as for the status; None: both.
    """
    repeats = reading.series.repeats is not None
    incomparable = reading.not_counted is NotCounted.NOT_COMPARABLE or (
        reading.series.unit != status.target.unit
    )
    if repeats or incomparable or reading.reason is Reason.NOTHING_PUBLISHED:
        return None
    target = status.target
    known = evidence_for(records, reading.series.id, target, status.known_on)
    measure = records.indicators[target.indicator].measure
    return Supposition(
        records,
        status,
        reading,
        known,
        measure,
        path,
        _period(status, known, seasonal_quarter(records, target)),
    )


def target_limits(target: Target) -> tuple[float, ...]:
    """The values between which a figure passes a target or fails it."""
    if target.comparator is not Comparator.ABOUT:
        return (target.value,)
    if target.value_high is not None:
        return target.value, target.value_high
    return tuple(percent_off(target.value, percent) for percent in (-TWO_SIDED_PERCENT, TWO_SIDED_PERCENT))


def _period(status: Status, known: Evidence, season: Period | None) -> Period:
    """The due period; before the due date the last whole year, or what the series has that is newer."""
    if status.target.period is not None:
        return status.target.period
    due = status.target.due_period
    own = season or (due if due and due.form in ("fiscal", "school") else None)
    if status.due:
        return own or _last_whole_year(status.target.due)
    newest = [*known.figures[-1:], *(p.observation for p in known.points[-1:] if p.observation)]
    year = _last_whole_year(status.known_on)
    if own:
        whole = own.shifted(status.known_on.year - own.end.year)
        year = whole if whole.end <= status.known_on else whole.shifted(-1)
    latest = max(newest, key=order, default=None)
    return latest.period if latest and order(latest) > (year.end, True, year.start) else year


def joined(first: Interval, last: Interval) -> Interval:
    """All values from the lowest of one range to the highest of another."""
    return Interval(first.low, last.high, first.low_open, last.high_open)


def _last_whole_year(day: date) -> Period:
    return Period.parse(str(day.year if (day.month, day.day) == (12, 31) else day.year - 1))


def _cells(limits: Sequence[float], allowed: Interval) -> Iterator[tuple[Interval, float]]:
    """Every limit and every range between two, from the lowest, with a value that stands for it."""
    inside = [limit for limit in limits if limit > allowed.low]
    if not allowed.low_open:
        yield Interval(allowed.low, allowed.low), allowed.low
    for low, high in pairwise((allowed.low, *inside, math.inf)):
        yield Interval(low, high, low_open=True, high_open=True), _between(low, high)
        if math.isfinite(high):
            yield Interval(high, high), high


def _between(low: float, high: float) -> float:
    if math.isinf(low):
        return high - max(1.0, abs(high))
    return low + (max(1.0, abs(low)) if math.isinf(high) else (high - low) / 2)
