"""The points of a series: which of its observations are drawn, and which of them a line may join.

In: records and a series. Out: the newest vintage for each period, and the pairs between which a line
runs. A line never joins two series, two places, or two years with a missing year between them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Measure

OPEN_ABOVE = (Bound.AT_LEAST, Bound.MORE_THAN)
OPEN_BELOW = (Bound.AT_MOST, Bound.LESS_THAN)

Pair = tuple[Observation, Observation]


@dataclass(frozen=True, slots=True)
class Lines:
    """The joins of one series: ``solid`` between judged figures, ``dashed`` to a forecast or derived one."""

    solid: tuple[Pair, ...]
    dashed: tuple[Pair, ...]


def newest(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The newest vintage for each period, by end of period.

    A judged figure stands before a forecast or derived one for the same period, whichever is newer.
    """
    best: dict[str, Observation] = {}
    for one in observations:
        held = best.get(one.period.text)
        if held is None or (one.judged, one.known) >= (held.judged, held.known):
            best[one.period.text] = one
    return tuple(sorted(best.values(), key=lambda o: (o.period.end, o.period.start)))


def drawn_points(records: Records, series: str, place: str) -> tuple[Observation, ...]:
    """The points of a series for a place: the newest vintage for each period known in ``records``."""
    return newest(o for o in records.observations_of(series) if o.geography == place)


def part_of_a_year(observation: Observation, measure: Measure) -> bool:
    """Whether a figure is a half or quarter of a flow: drawn small, joined to nothing, never judged."""
    return measure is Measure.FLOW and observation.period.form in ("half", "quarter")


def lines(points: Sequence[Observation], measure: Measure) -> Lines:
    """The pairs of points between which a line runs: never over a missing year."""
    whole = [o for o in points if not part_of_a_year(o, measure)]
    judged = [o for o in whole if o.judged]
    solid = tuple(pair for pair in pairwise(judged) if consecutive(*pair))

    def between(one: Observation) -> bool:
        return any(a.period.end <= one.period.end <= b.period.end for a, b in solid)

    dashed = tuple(
        (a, b)
        for a, b in pairwise(whole)
        if consecutive(a, b)
        and not (a.judged and b.judged)
        and not any(between(o) for o in (a, b) if not o.judged)
    )
    return Lines(solid, dashed)


def consecutive(one: Observation, other: Observation) -> bool:
    """Whether two points stand in the same or in neighbouring years."""
    return other.period.end.year - one.period.end.year <= 1


def stretches(pairs: Iterable[Pair]) -> tuple[tuple[Observation, ...], ...]:
    """Pairs that share a point, strung together.

    With pairs ``(a, b), (b, c), (d, e)`` the stretches are ``(a, b, c)`` and ``(d, e)``.
    """
    found: list[list[Observation]] = []
    for one, other in pairs:
        if found and found[-1][-1] is one:
            found[-1].append(other)
        else:
            found.append([one, other])
    return tuple(tuple(stretch) for stretch in found)
