"""The spread: what all series of an indicator say of one place and year, side by side.

In: records, an indicator, a place. Out: for each year the figures of different series in one unit, one a series, the
lowest first. Nothing is averaged: the spread itself is the finding.
"""

from collections import defaultdict

from metrics.progress.known import judged, order
from metrics.records.model import Indicator, Observation
from metrics.records.store import Records

Counts = tuple[Observation, ...]


def spreads(records: Records, indicator: Indicator, place: str) -> dict[int, Counts]:
    """The years for which two or more series have a judged figure in one unit, and these figures.

    Of one series and year a whole year stands before a day, then the latest end. Of several units the one with the
    most series is taken, then the first in the order of the series.
    """
    found: dict[int, dict[str, dict[str, Observation]]] = defaultdict(lambda: defaultdict(dict))
    for series in indicator.series:
        rows = [one for one in records.observations_of(series.id) if one.geography == place]
        for one in sorted(judged(rows, indicator.measure), key=order):
            by_series = found[one.period.end.year][one.unit]
            held = by_series.get(series.id)
            if held is None or one.period.spans_a_year or not held.period.spans_a_year:
                by_series[series.id] = one
    chosen: dict[int, Counts] = {}
    for year in sorted(found):
        rows = list(max(found[year].values(), key=len).values())
        if len(rows) > 1:
            chosen[year] = tuple(sorted(rows, key=lambda one: one.value))
    return chosen


def widest(found: dict[int, Counts]) -> int | None:
    """The year with the most series, of several the latest; None where there is no year.

    >>> widest({2017: (1, 2, 3), 2018: (1, 2), 2019: (1, 2, 3)}), widest({})
    (2019, None)
    """
    return max(found, key=lambda year: (len(found[year]), year), default=None)
