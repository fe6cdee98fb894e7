"""Sizes: the same figures, promises and results in units of another size, 303.1 billion as 3,031 hundred million.

In: records, and for some of their units the one that takes its place; and what was found from the records. Out: the
same with every value of such a unit in the new one. A change of unit changes no verdict and no ratio, so nothing is
judged again. It is for showing only: what people take away is the figure as it was published.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from metrics.progress.editions import RevisedTarget, forms, standing
from metrics.progress.history import Cause, History, Publication, Step
from metrics.progress.result import Pace, Path, Point, Progress, Reading, Status
from metrics.records.model import (
    Benchmark,
    Claim,
    Edition,
    Goal,
    Indicator,
    Observation,
    PathValue,
    Target,
    Unit,
)
from metrics.records.store import Records

_DIGITS = 12  # significant: what multiplying adds to a value as published is cut off

Valued = TypeVar("Valued", Target, Edition, PathValue, Observation, Benchmark, Claim)


def resized(records: Records, units: Mapping[str, Unit]) -> Records:
    """The records with some units in another size.

    Args:
        records: all records, or those of a day.
        units: from the id of a unit to the one that takes its place, with another id, label and scale.
    """
    units = {name: unit for name, unit in units.items() if name in records.units}
    if not units:
        return records
    sizes = _Sizes({name: records.units[name].scale / unit.scale for name, unit in units.items()}, units)
    in_order = (units.get(name, unit) for name, unit in records.units.items())
    return replace(
        records,
        units=MappingProxyType({unit.id: unit for unit in in_order}),
        plans=MappingProxyType(
            {
                k: v.with_promises(sizes.target, lambda goal: sizes.goal(goal, records))
                for k, v in records.plans.items()
            }
        ),
        indicators=MappingProxyType({k: sizes.indicator(v) for k, v in records.indicators.items()}),
        observations=MappingProxyType(
            {k: sizes.valued(v, v.unit, "value", "low", "high") for k, v in records.observations.items()}
        ),
        claims=MappingProxyType(
            {k: sizes.valued(v, v.unit or "", "value") for k, v in records.claims.items()}
        ),
    )


class _Sizes:
    """What each unit is multiplied by, and what takes its place."""

    def __init__(self, times: Mapping[str, float], units: Mapping[str, Unit]) -> None:
        self.times = times
        self.units = units

    def valued(self, record: Valued, unit: str, *fields: str) -> Valued:
        """A record with these of its values in the new size; itself where its unit stays."""
        if unit not in self.times:
            return record
        values = {name: getattr(record, name) for name in fields}
        changed: dict[str, object] = {
            name: _times(value, self.times[unit]) for name, value in values.items() if value is not None
        }
        if not isinstance(
            record, (Benchmark, Edition, PathValue)
        ):  # their unit is that of the series, of the target
            changed["unit"] = self.units[unit].id
        return record.model_copy(update=changed)

    def target(self, target: Target) -> Target:
        """A target in the new size, with all that became of it."""
        made = self.valued(target, target.unit, "value", "value_high", "baseline_value")
        changed: dict[str, object] = {}
        if made.editions:
            changed["editions"] = tuple(
                self.valued(one, target.unit, "value", "value_high") for one in made.editions
            )
        if made.path_values:
            changed["path_values"] = tuple(self.valued(one, target.unit, "value") for one in made.path_values)
        if isinstance(made, RevisedTarget):
            changed["first"] = self.target(made.first)
        return made.model_copy(update=changed) if changed else made

    def goal(self, goal: Goal, records: Records) -> Goal:
        """A goal with its benchmarks, whose unit is that of their series."""
        benchmarks = (
            self.valued(one, records.series[one.series].unit, "value")
            if one.series in records.series
            else one
            for one in goal.benchmarks
        )
        return goal.model_copy(update={"benchmarks": tuple(benchmarks)})

    def indicator(self, indicator: Indicator) -> Indicator:
        """An indicator and its series under the ids of the new units."""
        series = tuple(
            one.model_copy(update={"unit": self.units[one.unit].id}) if one.unit in self.units else one
            for one in indicator.series
        )
        unit = self.units[indicator.unit].id if indicator.unit in self.units else indicator.unit
        return indicator.model_copy(update={"series": series, "unit": unit})


def _times(value: float, times: float) -> float:
    return float(f"{value * times:.{_DIGITS}g}")


def resized_progress(progress: Progress, before: Records, after: Records) -> Progress:
    """What was found from records (``before``), in the units of the same records resized (``after``)."""
    sizes = _Results(before, after)
    made = {name: sizes.status(status) for name, status in progress.statuses.items()}
    return replace(progress, statuses=MappingProxyType(made))


def resized_histories(
    histories: Mapping[str, History], before: Records, after: Records
) -> Mapping[str, History]:
    """The histories of the same, in the same way."""
    sizes = _Results(before, after)
    return MappingProxyType({name: sizes.history(one) for name, one in histories.items()})


class _Results:
    """Results with their targets, series and figures from other records than those that were judged."""

    def __init__(self, before: Records, after: Records) -> None:
        units = zip(before.units.values(), after.units.values(), strict=True)
        self.times = {one.id: one.scale / other.scale for one, other in units if one is not other}
        self.after = after

    def figure(self, one: Observation | None) -> Observation | None:
        return one and self.after.observations[one.id]

    def figures(self, some: Iterable[Observation]) -> tuple[Observation, ...]:
        return tuple(self.after.observations[one.id] for one in some)

    def history(self, history: History) -> History:
        target = standing(self.after.targets[history.target.id], history.last)
        return replace(history, target=target, steps=tuple(map(self.step, history.steps)))

    def step(self, step: Step) -> Step:
        return replace(step, status=self.status(step.status), cause=self.cause(step.cause))

    def cause(self, cause: Cause) -> Cause:
        made = (Publication(one.source, self.figures(one.figures)) for one in cause.publications)
        return replace(cause, publications=tuple(made), lapsed=self.figures(cause.lapsed))

    def status(self, status: Status) -> Status:
        target = standing(self.after.targets[status.target.id], status.known_on)
        made = (
            replace(one, edition=edition, target=form)
            for one, (edition, form) in zip(status.editions, forms(target), strict=False)
        )
        readings = tuple(self.reading(one, target) for one in status.readings)
        return replace(status, target=target, readings=readings, editions=tuple(made))

    def reading(self, reading: Reading, target: Target) -> Reading:
        times = self.times.get(reading.target.unit)
        return replace(
            reading,
            target=target,
            series=self.after.series[reading.series.id],
            observation=self.figure(reading.observation),
            before=self.figure(reading.before),
            after=self.figure(reading.after),
            since=self.figure(reading.since),
            newer=self.figure(reading.newer),
            planned=tuple(
                replace(one, asked=asked, figure=self.figure(one.figure))
                for one, asked in zip(reading.planned, target.path_values, strict=True)
            ),
            paces=tuple(self.pace(one, times or 1.0) for one in reading.paces),
        )

    def pace(self, pace: Pace, times: float) -> Pace:
        def sized(value: float | None) -> float | None:
            return None if value is None else value * times

        speeds = {name: getattr(pace, name) for name in ("actual", "required", "needed")}
        if pace.path is Path.LINEAR:  # growth has no unit
            speeds = {name: sized(speed) for name, speed in speeds.items()}
        return replace(
            pace,
            start=self.point(pace.start, times),
            latest=self.point(pace.latest, times),
            value_at_due=sized(pace.value_at_due),
            **speeds,
        )

    def point(self, point: Point | None, times: float) -> Point | None:
        if point is None:
            return None
        return Point(point.day, _times(point.value, times), self.figure(point.observation))
