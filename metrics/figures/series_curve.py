"""A series curve: one series as it is drawn, with its points, its colour and whether it counts.

In: the readings of a target and the records of a day. Out: curves in the order of the readings. The state
and its institutes are blue circles, independent reporters orange diamonds; a second state reporter that
has a line of its own takes the second blue.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metrics.figures.marks import DIM, Mark
from metrics.figures.naming import short_reporter
from metrics.figures.palette import Palette
from metrics.figures.points import Lines, PlottedPoint, drawn_points, lines, plotted
from metrics.figures.template import mixed
from metrics.progress.result import Reading
from metrics.records.model import Observation, Series
from metrics.records.store import Records
from metrics.records.vocabulary import Independence, Kind, Measure


@dataclass(frozen=True, slots=True)
class SeriesCurve:
    """One series of a chart. ``points`` are those for the target's place, newest vintage per period."""

    series: Series
    counts: bool
    points: tuple[Observation, ...]
    joins: Lines
    colour: str  # dimmed where the series does not count
    full: str  # the same colour undimmed

    @property
    def independent(self) -> bool:
        """Whether the reporter is independent of the body that is judged."""
        return self.series.independence is Independence.INDEPENDENT

    def plotted(self, measure: Measure) -> tuple[PlottedPoint, ...]:
        """What each of its points looks like."""
        return tuple(plotted(one, self.series.independence, measure) for one in self.points)

    def mark(self, point: Observation, hover: str, measure: Measure, paper: str) -> Mark:
        """The mark of one of its points; a part of a year is small and dim."""
        look = plotted(point, self.series.independence, measure)
        return Mark(
            id=point.id,
            day=point.period.end,
            value=point.value,
            colour=mixed(self.full, paper, DIM) if look.small else self.colour,
            hover=hover,
            symbol=look.symbol,
            size=(8 if look.small else 12 if self.counts else 10) + (1 if self.independent else 0),
            hollow=look.hollow,
            provisional=look.provisional,
            about=look.about,
            opening=look.opening,
            spread=look.spread,
        )


def reporter_key(series: Series) -> str:
    """Who counts, without which count: what stands before a bracket in the reporter's English name.

    "MIIT (statements, 2022-2023)" and "MIIT (statements on 2025)" are both "MIIT".
    """
    return short_reporter(series.reporter.best("en")[1])


def curves(readings: Iterable[Reading], records: Records, palette: Palette) -> tuple[SeriesCurve, ...]:
    """The curves of a target: every series that has a point for its place, in the order of the readings.

    Of a series that does not count, values derived here are left to the table: they serve a pace only.
    """
    found: list[tuple[Reading, tuple[Observation, ...], Lines]] = []
    for reading in readings:
        measure = records.indicators[reading.target.indicator].measure
        points = drawn_points(records, reading.series.id, reading.target.place)
        if not reading.counts and any(p.judged for p in points):
            points = tuple(p for p in points if p.kind is not Kind.DERIVED)
        if points:
            found.append((reading, points, lines(points, measure)))
    order = list(records.series)
    by_file = sorted(found, key=lambda one: order.index(one[0].series.id))
    second = second_reporter([(reading.series, joins) for reading, _, joins in by_file])
    made = []
    for reading, points, joins in found:
        full = palette.series(reading.series.independence)
        if full == palette.gov and reporter_key(reading.series) == second:
            full = palette.gov_2
        colour = full if reading.counts else mixed(full, palette.paper, DIM)
        made.append(SeriesCurve(reading.series, reading.counts, points, joins, colour, full))
    return tuple(made)


def second_reporter(series: Sequence[tuple[Series, Lines]]) -> str | None:
    """The second state reporter with a line, in the order of the file; None where there is no second."""
    named: list[str] = []
    for one, joins in series:
        who = reporter_key(one)
        if one.independence is not Independence.INDEPENDENT and joins.solid and who not in named:
            named.append(who)
    return named[1] if len(named) > 1 else None
