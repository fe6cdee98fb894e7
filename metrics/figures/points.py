"""The points of a series: which of its observations are drawn, how, and which of them a line may join.

In: records and a series. Out: the newest vintage for each period, what each point looks like, and the pairs between
which a line runs. A line never joins two series, two places, or two years with a missing year between them. Pages,
pictures, slides, the offline file and PowerPoint all draw what is decided here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from metrics.records.model import Observation
from metrics.records.period import never_judged
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Independence, Measure

Pair = tuple[Observation, Observation]
Join = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lines:
    """The joins of one series: ``solid`` between judged figures, ``dashed`` to a forecast or derived one."""

    solid: tuple[Pair, ...]
    dashed: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class PlottedPoint:
    """How one figure is drawn, whatever draws it."""

    independent: bool  # the reporter, of the body that is judged
    opening: Literal["up", "down"] | None = None  # the side on which it has no end
    hollow: bool = False  # a forecast or derived: never judged
    provisional: bool = False
    about: bool = False
    spread: tuple[float, float] | None = None  # both ends of a range that the source gives
    small: bool = False  # for a part of a year: joined to nothing

    @property
    def symbol(self) -> Literal["circle", "diamond"]:
        """Independent reporters are diamonds, the state and its institutes circles."""
        return "diamond" if self.independent else "circle"

    def open_bar(self, at: float, ends: tuple[float, float]) -> tuple[float, float] | None:
        """From where to where the bar of an open end runs on a track; None: the figure has both ends.

        >>> PlottedPoint(independent=True, opening="up").open_bar(30, (0, 100))
        (30, 100)
        """
        return {"up": (at, ends[1]), "down": (ends[0], at), None: None}[self.opening]


def plotted(point: Observation, independence: Independence, measure: Measure) -> PlottedPoint:
    """What the point of a series looks like: who counts, which end is open, and how sure it is."""
    ranged = point.low is not None and point.high is not None and point.low < point.high
    return PlottedPoint(
        independent=independence is Independence.INDEPENDENT,
        opening=point.bound.opening,
        hollow=not point.judged,
        provisional=point.provisional and point.judged,
        about=point.bound is Bound.ABOUT and point.judged,
        spread=(point.low, point.high) if ranged and point.bound is Bound.EXACT else None,  # type: ignore[arg-type]
        small=part_of_a_year(point, measure),
    )


def newest(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The newest vintage for each period, by end of period.

    A judged figure stands before a forecast or derived one for the same period, whichever is newer.
    """
    best: dict[tuple[date, date], Observation] = {}
    for one in observations:
        other = best.get(one.period.days)
        if other is None or (one.judged, one.known) >= (other.judged, other.known):
            best[one.period.days] = one
    return tuple(sorted(best.values(), key=lambda o: (o.period.end, o.period.start)))


def drawn_points(records: Records, series: str, place: str) -> tuple[Observation, ...]:
    """The points of a series for a place: the newest vintage for each period known in ``records``."""
    return newest(o for o in records.observations_of(series) if o.geography == place)


def part_of_a_year(observation: Observation, measure: Measure) -> bool:
    """Whether a figure is for a half or quarter of a flow or a span of years: drawn small, joined to nothing."""
    return never_judged(observation.period, measure)


def lines(points: Sequence[Observation], measure: Measure) -> Lines:
    """The pairs of points between which a line runs: never over a missing year."""
    whole = [o for o in points if not part_of_a_year(o, measure)]
    solid, dashed = joins([(o.period.end, o.judged) for o in whole])
    return Lines(
        solid=tuple((whole[a], whole[b]) for a, b in solid),
        dashed=tuple((whole[a], whole[b]) for a, b in dashed),
    )


def joins(points: Sequence[tuple[date, bool]]) -> tuple[tuple[Join, ...], tuple[Join, ...]]:
    """The one rule by which points are joined, on a page, on a slide and in a file.

    Args:
        points: of one series, by day: the end of the period, and whether the figure is judged.

    Returns:
        The numbers of the points that a solid line joins, which are judged and in the same or neighbouring years, and
        of those that a dashed line joins, one of which at least is not judged; none runs beside a solid line.

    >>> def year(number, judged=True):
    ...     return date(number, 12, 31), judged
    >>> joins([year(2018), year(2019), year(2021), year(2022, False)])
    (((0, 1),), ((2, 3),))
    """
    judged = [number for number, (_, counts) in enumerate(points) if counts]

    def near(one: int, other: int) -> bool:
        return points[other][0].year - points[one][0].year <= 1

    solid = tuple(pair for pair in pairwise(judged) if near(*pair))
    dashed = tuple(
        (one, other)
        for one, other in pairwise(range(len(points)))
        if near(one, other)
        and not (points[one][1] and points[other][1])
        and not any(
            points[a][0] <= points[number][0] <= points[b][0]
            for number in (one, other)
            if not points[number][1]
            for a, b in solid
        )
    )
    return solid, dashed


def segments(pairs: Iterable[Pair]) -> tuple[tuple[Observation, ...], ...]:
    """Pairs that share a point, strung together.

    With pairs ``(a, b), (b, c), (d, e)`` the segments are ``(a, b, c)`` and ``(d, e)``.
    """
    found: list[list[Observation]] = []
    for one, other in pairs:
        if found and found[-1][-1] is one:
            found[-1].append(other)
        else:
            found.append([one, other])
    return tuple(tuple(segment) for segment in found)
