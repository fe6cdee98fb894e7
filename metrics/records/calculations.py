"""Calculations: what must hold of an indicator that is worked out from another one.

In: a :class:`RecordSet`. Out: problems, and the ids of the series that calculations will make.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.records.calculated import series_id
from metrics.records.detail import Detail
from metrics.records.entry import Fields
from metrics.records.model import Calculation, Indicator, Series
from metrics.records.problem import Report, shown
from metrics.records.record_set import RecordSet
from metrics.records.vocabulary import Calculated, Measure

#: What each calculation needs beside ``of`` and ``how``; it has nothing else.
NEEDS: Mapping[Calculated, str] = {
    Calculated.CHANGE: "base",
    Calculated.DIFFERENCE: "base",
    Calculated.TIMES: "base",
    Calculated.INDEX: "base",
    Calculated.YEARLY_GROWTH: "",
    Calculated.AVERAGE_GROWTH: "base",
    Calculated.TOTAL: "since",
    Calculated.GROUP: "group",
    Calculated.GAP: "groups",
    Calculated.GROUP_RATIO: "groups",
    Calculated.LOWEST: "groups",
    Calculated.HIGHEST: "groups",
}
_TWO = (Calculated.GAP, Calculated.GROUP_RATIO)


@dataclass(frozen=True, slots=True)
class _Written:
    """A calculation with the place where it stands."""

    indicator: Indicator
    calculation: Calculation
    entry: Fields


def calculated_series(record_set: RecordSet) -> set[str]:
    """The ids of the series that calculations make."""
    indicators = {one.id: one for one in record_set.records(Indicator)}
    found: set[str] = set()
    for name in indicators:
        way = [name]
        while (of := _origin(indicators, way[-1])) and of not in way:
            way.append(of)
        origin = way.pop()
        made = {one.id for one in record_set.records(Series) if one.indicator == origin} if way else set()
        for step in reversed(way):
            made = {series_id(one, step) for one in made}
        found |= made
    return found


def _origin(indicators: Mapping[str, Indicator], name: str) -> str | None:
    one = indicators.get(name)
    return one.calculation.of if one and one.calculation and one.calculation.of in indicators else None


def check_calculations(record_set: RecordSet, report: Report) -> None:
    """Report every calculation that cannot be done."""
    indicators = {one.id: one for one in record_set.records(Indicator)}
    for indicator, entry in record_set.of(Indicator):
        calculation = indicator.calculation
        if calculation is None or not isinstance(entry, Fields):
            continue
        one = _Written(indicator, calculation, entry["calculation"])
        if indicator.series:
            of = shown(calculation.of)
            report.add("series_of_calculated", entry.file, entry.keys_at["series"], "series", of=of)
        _needs(one, report)
        _origins(one, indicators, report)


def _needs(one: _Written, report: Report) -> None:
    """What is wanting, and what has no place there."""
    how, entry = one.calculation.how, one.entry
    need = NEEDS[how]
    if need and need not in entry:
        report.add("calculation_needs", entry.file, entry.here, how=how.value, missing=need)
    for field in ("base", "since", "group", "groups"):
        if field in entry and field != need:
            at = entry.keys_at[field]
            report.add("calculation_without", entry.file, at, field, how=how.value)
    groups = one.calculation.groups
    if need == "groups" and groups:
        least, most = (2, 2) if how in _TWO else (2, len(groups))
        if len(set(groups)) != len(groups) or not least <= len(groups) <= most:
            kind = "two_groups" if how in _TWO else "several_groups"
            report.add(kind, entry.file, entry.spot("groups"), "groups", how=how.value)


def _origins(one: _Written, indicators: Mapping[str, Indicator], report: Report) -> None:
    """No indicator is worked out from itself, and a sum over years is one of amounts."""
    entry, calculation = one.entry, one.calculation
    at, name, seen = entry.spot("of"), calculation.of, [one.indicator.id]
    while name in indicators and name not in seen:
        seen.append(name)
        inner = indicators[name].calculation
        name = inner.of if inner else ""
    if name == one.indicator.id:
        report.add("calculation_circle", entry.file, at, "of", circle=", ".join(seen))
    source = indicators.get(calculation.of)
    if calculation.how is Calculated.TOTAL and source and source.measure is not Measure.FLOW:
        measure = Detail(f"measure.{source.measure.value}")
        report.add("total_of_no_flow", entry.file, at, "of", found=shown(source.id), measure=measure)
