"""The evidence: what is known of one series and place on a day, kept at hand.

In: all records. Out: an :class:`Evidence` for a series, a place and a day: its rows, the judged figures
and the usable points of a pace. Records are indexed once, and between two publications nothing is computed
again, so that a target can be judged on many days.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from weakref import finalize

from metrics.progress.known import judged, newest, order
from metrics.progress.result import Point
from metrics.records.interval import interval
from metrics.records.model import Observation, Target
from metrics.records.period import Period, never_judged
from metrics.records.store import Records
from metrics.records.vocabulary import Kind, Measure, Seasonality


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one series and place on a day."""

    rows: tuple[Observation, ...]  # of every kind: by publication, then in the order of the file
    figures: tuple[Observation, ...]  # the judged ones, by the end of their period
    points: tuple[Point, ...]  # what a pace may use, by day


def evidence(records: Records, series: str, place: str, day: date) -> Evidence:
    """What is known of a series and place on a day.

    Args:
        records: all records, or those of a day.
        series: id of a series.
        place: id of a place.
        day: rows published later are left out.
    """
    rows = _rows_by_series(records).get((series, place))
    return rows.on(day) if rows else _NOTHING


def evidence_of(rows: Iterable[Observation], measure: Measure) -> Evidence:
    """What some rows of one series and place are worth.

    Args:
        rows: rows of one series and place, by publication.
        measure: what kind of quantity the indicator is.
    """
    kept = tuple(rows)
    return Evidence(kept, judged(kept, measure), usable_points(kept, measure))


def seasonal_quarter(records: Records, target: Target) -> Period | None:
    """The quarter by which a target is due, where the figures of its indicator swing with the seasons."""
    period = target.due_period
    is_seasonal = records.indicators[target.indicator].seasonality is Seasonality.QUARTERS
    return period if is_seasonal and period and period.form == "quarter" else None


def of_the_period(known: Evidence, target: Target, season: Period | None = None) -> Evidence:
    """What is left where a target names the period that it is about: figures of just that, and no pace.

    Where it is due by a seasonal quarter: that quarter of every year, for the verdict and the pace.
    """
    if season is not None:
        same = [
            r for r in known.rows if r.period.form == "quarter" and r.period.end.month == season.end.month
        ]
        return Evidence(known.rows, newest(r for r in same if r.judged), _points(same))
    if target.period is None:
        return known
    asked = target.period.days
    return Evidence(known.rows, newest(r for r in known.rows if r.judged and r.period.days == asked), ())


def evidence_for(records: Records, series: str, target: Target, day: date) -> Evidence:
    """What is known of a series on a day and may be compared with a target: for its place, of its period."""
    season = seasonal_quarter(records, target)
    return of_the_period(evidence(records, series, target.place, day), target, season)


def usable_points(rows: Iterable[Observation], measure: Measure) -> tuple[Point, ...]:
    """The points a pace may use, by the end of their period.

    A usable point is an actual, estimate or derived value with both ends finite, taken at its stated
    value and at the end of its period. Where a period has a judged figure with an open end or none, a
    derived value serves. Months, quarters and half-years of a flow are no points.

    Args:
        rows: rows of one series and place, by publication.
        measure: what kind of quantity the indicator is.
    """
    return _points(
        [
            row
            for row in rows
            if not never_judged(row.period, measure)
            and not (measure is Measure.FLOW and row.period.form == "month")
        ]
    )


def _points(whole: Sequence[Observation]) -> tuple[Point, ...]:
    usable: dict[tuple[date, date], Observation] = {}
    for group in (newest(r for r in whole if r.kind is Kind.DERIVED), newest(r for r in whole if r.judged)):
        usable |= {row.period.days: row for row in group if interval(row).finite}
    return tuple(Point(row.period.end, row.value, row) for row in sorted(usable.values(), key=order))


_NOTHING = Evidence((), (), ())


class _SeriesRows:
    """The rows of one series and place by publication, and the evidence made from them so far."""

    __slots__ = ("days", "made", "measure", "rows")

    def __init__(self, rows: Iterable[Observation], measure: Measure) -> None:
        self.rows = sorted(rows, key=lambda row: (row.known, row.published.start))
        self.days = [row.known for row in self.rows]
        self.measure = measure
        self.made: dict[int, Evidence] = {0: _NOTHING}

    def on(self, day: date) -> Evidence:
        count = bisect_right(self.days, day)
        if count not in self.made:
            self.made[count] = evidence_of(self.rows[:count], self.measure)
        return self.made[count]


_kept: dict[int, Mapping[tuple[str, str], _SeriesRows]] = {}


def _rows_by_series(records: Records) -> Mapping[tuple[str, str], _SeriesRows]:
    """The figures of each series and place; kept for this very object, and no longer than it lives."""
    made = _kept.get(id(records))
    if made is None:
        found: dict[tuple[str, str], list[Observation]] = {}
        for row in records.observations.values():
            found.setdefault((row.series, row.geography), []).append(row)
        indicators = records.indicators
        made = {at: _SeriesRows(rows, indicators[rows[0].indicator].measure) for at, rows in found.items()}
        _kept[id(records)] = made
        finalize(records, _kept.pop, id(records), None)
    return made
