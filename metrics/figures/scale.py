"""Scales: figures as levels, as an index, as a ratio of two places, as growth from year to year, or on a log axis.

In: the newest figures of some series and places. Out: for each series and place its points, each a value on the scale and
the observation behind it; and what had to be left out. Every series stands by itself: an index starts at
its own first year that all its places have, a ratio divides two figures of one series and one period, and growth
runs from one year of a series to its next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10
from typing import Literal, get_args

from metrics.figures.points import drawn_points, part_of_a_year
from metrics.progress.growth import NoGrowth, yearly
from metrics.progress.lead import compared
from metrics.records.model import Indicator, Observation, Series
from metrics.records.store import Records

Scale = Literal["level", "index", "ratio", "growth", "log"]
SCALES: tuple[Scale, ...] = get_args(Scale)


@dataclass(frozen=True, slots=True)
class ScalePoint:
    """A figure on the scale. ``other`` is the figure by which it was divided, if any."""

    value: float
    observation: Observation
    other: Observation | None = None


@dataclass(frozen=True, slots=True)
class ScaledSeries:
    """The points of one series for one place, by end of period."""

    series: Series
    place: str
    points: tuple[ScalePoint, ...]
    base: int | None = None  # index: the year that is 100


@dataclass(frozen=True, slots=True)
class Scaled:
    """All series of a chart, and how many figures have no place on its scale."""

    series: tuple[ScaledSeries, ...]
    open_ended: int = 0  # index, ratio: figures worded "more than" or "less than"
    not_positive: int = 0  # log: figures of 0 or less
    unmatched: int = 0  # index, ratio: series that have no year or period in common
    no_growth: tuple[NoGrowth, ...] = ()  # growth: why it is missing, once for each pair of years


def scaled(
    indicator: Indicator, series_ids: Sequence[str], places: Sequence[str], records: Records, scale: Scale
) -> Scaled:
    """The figures of some series and places on a scale, in the order of the indicator's series.

    Raises:
        ValueError: the series are in different units, one does not belong to the indicator, the scale is not
            one of ``SCALES``, or a ratio is asked for where the file declares fewer than two places.
    """
    if scale not in SCALES:
        raise ValueError(f"scale {scale!r} is not one of {', '.join(SCALES)}")
    known = {s.id: s for s in indicator.series}
    if strange := [s for s in series_ids if s not in known]:
        raise ValueError(f"series {strange[0]!r} does not belong to the indicator {indicator.id!r}")
    chosen = [s for s in indicator.series if s.id in series_ids]
    units = sorted({s.unit for s in chosen})
    if len(units) > 1:
        raise ValueError(f"different units cannot share an axis: {', '.join(units)}")
    if scale == "ratio":
        return _ratios(chosen, records)
    found = [(s, place, drawn_points(records, s.id, place)) for s in chosen for place in places]
    found = [(s, place, points) for s, place, points in found if points]
    if scale == "index":
        return _indices(chosen, found, indicator)
    if scale == "growth":
        return _growths(found, indicator, records)
    if scale == "log":
        made = [
            ScaledSeries(s, place, tuple(ScalePoint(log10(o.value), o) for o in points if o.value > 0))
            for s, place, points in found
        ]
        lost = sum(o.value <= 0 for _, _, points in found for o in points)
        return Scaled(tuple(s for s in made if s.points), not_positive=lost)
    return Scaled(
        tuple(ScaledSeries(s, place, tuple(ScalePoint(o.value, o) for o in p)) for s, place, p in found)
    )


def closed(observation: Observation) -> bool:
    """Whether a figure has no open end."""
    return observation.bound.opening is None


def _indices(
    chosen: Sequence[Series],
    found: Sequence[tuple[Series, str, tuple[Observation, ...]]],
    indicator: Indicator,
) -> Scaled:
    made: list[ScaledSeries] = []
    lost = unmatched = 0
    for series in chosen:
        of_places = [(place, points) for s, place, points in found if s is series]
        usable = {
            place: {
                o.period.end.year: o for o in points if closed(o) and not part_of_a_year(o, indicator.measure)
            }
            for place, points in of_places
        }
        lost += sum(not closed(o) for _, points in of_places for o in points)
        common = set.intersection(*(set(years) for years in usable.values())) if usable else set()
        base = min((y for y in common if all(years[y].value > 0 for years in usable.values())), default=None)
        if base is None:
            unmatched += bool(of_places)
            continue
        for place, years in usable.items():
            points = tuple(
                ScalePoint(o.value / years[base].value * 100, o, years[base])
                for y, o in years.items()
                if y >= base
            )
            made.append(ScaledSeries(series, place, points, base))
    return Scaled(tuple(made), open_ended=lost, unmatched=unmatched)


def _growths(
    found: Sequence[tuple[Series, str, tuple[Observation, ...]]], indicator: Indicator, records: Records
) -> Scaled:
    """Growth in percent, at the later of the two years."""
    made: list[ScaledSeries] = []
    refused: list[NoGrowth] = []
    for series, place, _ in found:
        rows = [one for one in records.observations_of(series.id) if one.geography == place]
        steps = yearly(rows, indicator.measure)
        refused += [step.refusal for step in steps if step.refusal is not None]
        points = tuple(
            ScalePoint(step.rate * 100, step.later, step.earlier) for step in steps if step.rate is not None
        )
        if points:
            made.append(ScaledSeries(series, place, points))
    return Scaled(tuple(made), no_growth=tuple(refused))


def _ratios(chosen: Sequence[Series], records: Records) -> Scaled:
    made: list[ScaledSeries] = []
    lost = unmatched = 0
    numerator, denominator = compared(records)
    for series in chosen:
        over = {o.period.days: o for o in drawn_points(records, series.id, denominator)}
        pairs = [
            (o, over[o.period.days])
            for o in drawn_points(records, series.id, numerator)
            if o.period.days in over
        ]
        usable = [(o, by) for o, by in pairs if closed(o) and closed(by) and by.value > 0]
        lost += sum(not (closed(o) and closed(by)) for o, by in pairs)
        if usable:
            points = tuple(ScalePoint(o.value / by.value, o, by) for o, by in usable)
            made.append(ScaledSeries(series, numerator, points))
        else:
            unmatched += 1
    return Scaled(tuple(made), open_ended=lost, unmatched=unmatched)
