"""The spread: what all series of an indicator say of one place and year, side by side.

In: records, an indicator, a place. Out: for each year the figures of different series in one unit, one a series, the
lowest first. Nothing is averaged: the spread itself is the finding.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from metrics.progress.known import judged, newest, order
from metrics.records.model import Indicator, Observation
from metrics.records.period import never_judged
from metrics.records.store import Records

SEVERAL = 3  # two figures may differ by chance; from three on their range says something

_ByUnit = dict[str, dict[str, Observation]]  # unit -> series -> figure


@dataclass(frozen=True, slots=True)
class Spread:
    """The figures of one year in one unit, one a series, the lowest first."""

    counts: tuple[Observation, ...]  # judged: two or more
    beside: tuple[Observation, ...] = ()  # forecast or derived, of series without a judged figure

    @property
    def figures(self) -> tuple[Observation, ...]:
        """All of them, the lowest first."""
        return _lowest_first((*self.counts, *self.beside))


def spreads(records: Records, indicator: Indicator, place: str) -> dict[int, Spread]:
    """The years for which two or more series have a judged figure in one unit, and what they say.

    Of one series and year a whole year stands before a day, then the latest end. Of several units the one with the
    most series is taken, then the first in the order of the series.
    """
    measure = indicator.measure
    counts: dict[int, _ByUnit] = defaultdict(lambda: defaultdict(dict))
    others: dict[int, _ByUnit] = defaultdict(lambda: defaultdict(dict))
    for series in indicator.series:
        rows = [one for one in records.observations_of(series.id) if one.geography == place]
        _enter(counts, judged(rows, measure))
        _enter(others, newest(o for o in rows if not (o.judged or never_judged(o.period, measure))))
    chosen: dict[int, Spread] = {}
    for year in sorted(counts):
        unit, by_series = max(counts[year].items(), key=lambda pair: len(pair[1]))
        if len(by_series) > 1:
            beside = [one for series, one in others[year][unit].items() if series not in by_series]
            chosen[year] = Spread(_lowest_first(by_series.values()), _lowest_first(beside))
    return chosen


def _enter(found: dict[int, _ByUnit], rows: Iterable[Observation]) -> None:
    for one in sorted(rows, key=order):
        by_series = found[one.period.end.year][one.unit]
        earlier = by_series.get(one.series)
        if earlier is None or one.period.is_calendar_year or not earlier.period.is_calendar_year:
            by_series[one.series] = one


def _lowest_first(rows: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(sorted(rows, key=lambda one: one.value))


def widest(found: Mapping[int, Spread]) -> int | None:
    """The year in which at least three judged series lie furthest apart, else that of the most; None without a year."""

    def key(year: int) -> tuple[int, float, int]:
        one = found[year]
        lowest, highest = one.counts[0].value, one.counts[-1].value
        return min(len(one.counts), SEVERAL), highest / lowest if lowest > 0 else 0.0, year

    return max(found, key=key, default=None)
