"""Sizes: the same figures and promises in units of another size, 303.1 billion as 3,031 hundred million.

In: records, and for some of their units the one that takes its place. Out: records in which every value of such a
unit is in the new one, and says so. A change of unit changes no verdict and no pace. It is for showing only: what
people take away is the figure as it was published.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from metrics.records.model import (
    Benchmark,
    Claim,
    Goal,
    Indicator,
    Observation,
    Target,
    Unit,
)
from metrics.records.store import Records

_DIGITS = 12  # significant: what multiplying adds to a value as published is cut off

Valued = TypeVar("Valued", Target, Observation, Benchmark, Claim)


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
            name: float(f"{value * self.times[unit]:.{_DIGITS}g}")
            for name, value in values.items()
            if value is not None
        }
        if not isinstance(record, Benchmark):  # its unit is that of its series
            changed["unit"] = self.units[unit].id
        return record.model_copy(update=changed)

    def target(self, target: Target) -> Target:
        """A target in the new size."""
        return self.valued(target, target.unit, "value", "value_high", "baseline_value")

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
