"""Calculated indicators: figures that follow from those of another indicator, within each series by itself.

In: the records of a folder. Out: the same with the series and figures of every indicator that has a ``calculation``.
A plan that promises "40 % below 1990", "7 % every year", "100,000 since 2021" or "half the gap" is judged by such figures,
by the rules for all others. Nothing is ever worked out across two series or two places.

A calculated figure is an interval like the figures that it rests on, and is known from the day on which the last of them
was; a later vintage of any of them makes a new vintage of it.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from metrics.records.interval import Interval, interval
from metrics.records.model import Calculation, Indicator, Observation, Series, Unit
from metrics.records.period import Period, months_before
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Calculated, Kind, Measure, PriceBasis, Usable, Verification

#: What has a size; everything else is a number without one, whatever the series counts in.
OF_SIZE = frozenset(
    {
        Calculated.DIFFERENCE,
        Calculated.TOTAL,
        Calculated.GROUP,
        Calculated.GAP,
        Calculated.LOWEST,
        Calculated.HIGHEST,
    }
)
_WORST_FIRST = (Kind.FORECAST, Kind.DERIVED, Kind.ESTIMATE, Kind.ACTUAL)

Days = tuple[object, object]  # the first and the last day of a period
Known = Mapping[Days, Observation]  # the newest judged figure of each period, of one series, place and group


class Figure(NamedTuple):
    """What was worked out, and from what."""

    reach: Interval  # the values that it allows
    value: float  # worked out from the stated values
    parts: tuple[Observation, ...]  # that of its own period first
    missing: tuple[int, ...] = ()


class CalculatedObservation(Observation):
    """A figure that was worked out here, with those that it rests on: its own period's first."""

    parts: tuple[Observation, ...]
    missing: tuple[int, ...] = ()  # the years without a figure, of a total


class CalculationDone(Calculation):
    """A calculation that was done, with what its words must know of the indicator that it is of."""

    of_unit: Unit
    of_gap: bool  # whether that is a gap itself


def series_id(series: str, indicator: str) -> str:
    """The id of a series of a calculated indicator.

    >>> series_id("eea", "emissions_since_1990")
    'eea--emissions_since_1990'
    """
    return f"{series}--{indicator}"


def with_calculated(records: Records) -> Records:
    """The records with the series and figures of calculated indicators; those of groups stand in these alone."""
    is_worked_out = any(one.calculation for one in records.indicators.values())
    if not is_worked_out and all(row.group is None for row in records.observations.values()):
        return records
    indicators = dict(records.indicators)
    rows: dict[str, list[Observation]] = defaultdict(list)  # by series
    for row in records.observations.values():
        rows[row.series].append(row)
    for one in _in_order(indicators):
        if one.calculation is not None:
            source = indicators[one.calculation.of]
            done = CalculationDone.model_construct(
                **dict(one.calculation),
                of_unit=records.units[source.unit],
                of_gap=source.calculation is not None and source.calculation.how is Calculated.GAP,
            )
            made_series = tuple(_series(each, one, source) for each in source.series)
            indicators[one.id] = one.model_copy(update={"calculation": done, "series": made_series})
            for each, made in zip(source.series, indicators[one.id].series, strict=True):
                rows[made.id] = list(_figures(rows[each.id], made, one.calculation, source.measure))
    found = {row.id: row for several in rows.values() for row in several if row.group is None}
    return replace(records, indicators=MappingProxyType(indicators), observations=MappingProxyType(found))


def _in_order(indicators: Mapping[str, Indicator]) -> Iterator[Indicator]:
    """Every indicator after that from which it is worked out; there are no circles (``sense``)."""
    done: set[str] = set()

    def take(one: Indicator) -> Iterator[Indicator]:
        if one.id not in done:
            done.add(one.id)
            if one.calculation is not None:
                yield from take(indicators[one.calculation.of])
            yield one

    for one in tuple(indicators.values()):
        yield from take(one)


def _series(series: Series, indicator: Indicator, source: Indicator) -> Series:
    """The series as it counts the calculated indicator: in the unit of that one, unless it counts in another than its source."""
    has_size = indicator.calculation is not None and indicator.calculation.how in OF_SIZE
    stays = has_size and series.unit != source.unit
    return series.model_copy(
        update={
            "id": series_id(series.id, indicator.id),
            "indicator": indicator.id,
            "unit": series.unit if stays else indicator.unit,
            "price_basis": series.price_basis if has_size else PriceBasis.NOT_MONEY,
            "repeats": series.repeats and series_id(series.repeats, indicator.id),
            "overlaps": tuple(series_id(one, indicator.id) for one in series.overlaps),
        }
    )


def _figures(
    rows: Iterable[Observation], series: Series, calculation: Calculation, measure: Measure
) -> Iterator[Observation]:
    """The figures of a calculated series, place by place, in the order in which they became known."""
    places: dict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        places[row.geography].append(row)
    work = _Work(calculation, measure)
    for place in places.values():
        made: dict[tuple[Days, bool], tuple[str, ...]] = {}
        known: dict[str | None, dict[Days, Observation]] = defaultdict(dict)
        place.sort(key=lambda row: (row.known, row.published.start))
        for _, came in groupby(place, key=lambda row: row.known):
            new = tuple(came)
            for row in new:
                if row.judged:
                    known[row.group][row.period.days] = row
            expected = [row for row in new if not row.judged]
            for row in (*(one for group in known.values() for one in group.values()), *expected):
                found = work.figure(row, known)
                if found is None:
                    continue
                parts = tuple(part.id for part in found.parts)
                key = (row.period.days, row.judged)
                if made.get(key) != parts:
                    made[key] = parts
                    yield _observation(found, series)


class _Work:
    """One calculation, on the figures of one series and place that are known on a day."""

    def __init__(self, calculation: Calculation, measure: Measure) -> None:
        self._asked = calculation
        self._measure = measure

    def figure(self, row: Observation, known: Mapping[str | None, Known]) -> Figure | None:
        """What becomes of a row; None where something is wanting for it."""
        how = self._asked.how
        if self._asked.group or self._asked.groups:
            return self._of_groups(row, known)
        if row.group is not None:
            return None
        if how is Calculated.TOTAL:
            return self._total(row, known[None])
        base = self._base(row, known[None])
        if base is None:
            return None
        if how is Calculated.DIFFERENCE:
            return _worked((row, base), Interval.minus)
        less, factor = _QUOTIENTS[how]
        is_mean = how is Calculated.AVERAGE_GROWTH
        years = round((row.period.end - base.period.end).days / 365.25, 2) if is_mean else 1.0
        if interval(base).low <= 0 or years <= 0 or (is_mean and interval(row).low < 0):
            return None
        return _worked((row, base), lambda a, b: a.over(b).root(years).scaled(factor, -less))

    def _base(self, row: Observation, known: Known) -> Observation | None:
        """The figure with which a row is compared: of a flow, for as long a time."""
        if self._asked.how is Calculated.YEARLY_GROWTH:
            return next((one for one in known.values() if _is_a_year_before(one.period, row.period)), None)
        base = self._asked.base
        assert base is not None  # noqa: S101 (``sense`` has looked)
        if self._measure is Measure.FLOW:
            found = known.get(base.days)
            return found if found and found.period.months == row.period.months else None
        inside = [one for one in known.values() if base.start <= one.period.end <= base.end]
        return max(inside, key=lambda one: (one.period.end, one.period.months), default=None)

    def _total(self, row: Observation, known: Known) -> Figure | None:
        """All years from the first one on; where one is missing, no less than what is known of the others."""
        since = self._asked.since
        assert since is not None  # noqa: S101 (``sense`` has looked)
        if not row.period.spans_a_year or row.period.start < since.start:
            return None
        years = {
            one.period.end.year: one
            for one in known.values()
            if one.period.spans_a_year
            and since.start <= one.period.start
            and one.period.end < row.period.start
            and _month_day(one.period) == _month_day(row.period)
        }
        parts = (row, *(years[year] for year in sorted(years)))
        every = interval(row)
        for one in parts[1:]:
            every = every.plus(interval(one))
        missing = tuple(sorted({*range(since.end.year, row.period.end.year)} - set(years)))
        if missing and any(interval(one).low < 0 for one in parts):
            return None
        if missing:
            every = Interval(every.low, math.inf, low_open=every.low_open, high_open=True)
        return Figure(every, float(sum(Fraction(repr(one.value)) for one in parts)), parts, missing)

    def _of_groups(self, row: Observation, known: Mapping[str | None, Known]) -> Figure | None:
        asked, days = self._asked, row.period.days
        names = (asked.group,) if asked.group else asked.groups
        if row.group != names[0]:
            return None
        parts = (row, *(known[name][days] for name in names[1:] if days in known[name]))
        if len(parts) < len(names):
            return None
        if asked.how is Calculated.GROUP:
            return Figure(interval(row), row.value, parts)
        if asked.how is Calculated.GAP:
            return _worked(parts, Interval.minus)
        if asked.how is Calculated.GROUP_RATIO:
            return _worked(parts, Interval.over) if interval(parts[1]).low > 0 else None
        choose: Callable[..., float] = min if asked.how is Calculated.LOWEST else max
        ends = [interval(one) for one in parts]
        low, high = choose(one.low for one in ends), choose(one.high for one in ends)
        extreme = Interval(
            low,
            high,
            low_open=all(one.low_open for one in ends if one.low == low),
            high_open=all(one.high_open for one in ends if one.high == high),
        )
        return Figure(extreme, choose(one.value for one in parts), parts)


#: What is taken away from a quotient, after it is multiplied by the second number.
_QUOTIENTS = {
    Calculated.CHANGE: (100, 100),
    Calculated.YEARLY_GROWTH: (100, 100),
    Calculated.AVERAGE_GROWTH: (100, 100),
    Calculated.INDEX: (0, 100),
    Calculated.TIMES: (0, 1),
}


def _worked(parts: tuple[Observation, ...], work: Callable[[Interval, Interval], Interval]) -> Figure:
    """Two figures worked into one; a figure beside itself is exactly as large as itself."""
    one, other = parts
    value = work(Interval(one.value, one.value), Interval(other.value, other.value))
    if one is other:
        return Figure(value, value.low, (one,))
    return Figure(work(interval(one), interval(other)), value.low, parts)


def _month_day(period: Period) -> tuple[int, int]:
    return period.end.month, period.end.day


def _is_a_year_before(one: Period, other: Period) -> bool:
    """Whether a period is the same part of the year before."""
    ends = months_before(other.end, 12), one.end
    return (
        one.months == other.months
        and one.form == other.form
        and months_before(other.start, 12) == one.start
        and (ends[0].year, ends[0].month) == (ends[1].year, ends[1].month)
    )


def _observation(found: Figure, series: Series) -> CalculatedObservation:
    """The row of a calculated figure."""
    reach, value, parts, missing = found
    row = parts[0]
    newest = max(parts, key=lambda one: one.known)
    low, high, bound = None, None, Bound.EXACT
    if not reach.finite:
        up = reach.high == math.inf
        value, is_open = (reach.low, reach.low_open) if up else (reach.high, reach.high_open)
        bound = (
            (Bound.MORE_THAN if is_open else Bound.AT_LEAST)
            if up
            else (Bound.LESS_THAN if is_open else Bound.AT_MOST)
        )
    elif reach.low != reach.high:
        low, high, bound = reach.low, reach.high, Bound.ABOUT
    flagged = next((one for one in parts if one.usable is Usable.FLAG), row)
    changed = {
        "id": "--".join((series.indicator, *dict.fromkeys((row.id, newest.id)))),
        "indicator": series.indicator,
        "series": series.id,
        "value": value,
        "low": low,
        "high": high,
        "bound": bound,
        "kind": min((one.kind for one in parts), key=_WORST_FIRST.index),
        "provisional": any(one.provisional for one in parts),
        "unit": series.unit,
        "published": newest.published,
        "group": None,
        "verification": Verification.DERIVED if len(parts) > 1 else row.verification,
        "usable": flagged.usable,
        "note": flagged.note,
        "parts": parts,
        "missing": missing,
    }
    return CalculatedObservation.model_construct(**dict(row) | changed)
