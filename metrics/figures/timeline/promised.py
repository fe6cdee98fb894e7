"""What the plans on a timeline promise: the figures that it is measured by, and which targets have been met on a published figure.

In: the records of a day and ids of plans. Out: figures, and targets with the figure that met them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from metrics.figures.points import part_of_a_year
from metrics.progress import as_known_on, assess, satisfies
from metrics.progress.result import Reading, Status, Verdict
from metrics.records.interval import interval
from metrics.records.model import Observation
from metrics.records.store import Records

MET = (Verdict.MET, Verdict.MET_EARLY, Verdict.MET_LATE)


@dataclass(frozen=True, slots=True)
class Met:
    """A target that at least one reading says is met; ``first`` is the earliest figure of these readings that meets it."""

    status: Status
    first: Observation | None


@dataclass(frozen=True, slots=True)
class PromiseTally:
    """The targets of some plans on a day: all of them, those met, and whether anything is judged at all."""

    statuses: tuple[Status, ...]
    met: tuple[Met, ...]
    judged: bool


def figures_of(
    records: Records, indicators: Collection[str], places: Collection[str]
) -> tuple[Observation, ...]:
    """The figures of some indicators and places that are judged, by the day they came out; no parts of a year."""
    found = [
        figure
        for name in indicators
        for series in records.indicators[name].series
        for figure in records.observations_of(series.id)
        if figure.judged
        and figure.geography in places
        and not part_of_a_year(figure, records.indicators[name].measure)
    ]
    return tuple(sorted(found, key=lambda one: (one.known, one.id)))


def promised(records: Records, plans: Collection[str], day: date) -> PromiseTally:
    """Where the targets of some plans stand on a day."""
    known = as_known_on(records, day)
    statuses = [one for one in assess(known, day).statuses.values() if one.target.plan in plans]
    met = [Met(one, _first(known, one)) for one in statuses if any(r.verdict in MET for r in one.readings)]
    judged = any(reading.observation for one in statuses for reading in one.readings)
    return PromiseTally(tuple(statuses), tuple(met), judged)


def _first(records: Records, status: Status) -> Observation | None:
    """The earliest figure that meets a target, of the readings that say so, since the plan was made public."""
    public = records.plans[status.target.plan].published.end
    found = [
        figure
        for reading in status.readings
        if reading.verdict in MET
        for figure in records.observations_of(reading.series.id)
        if _meets(figure, reading) and figure.known >= public
    ]
    return min(found, key=lambda one: (one.known, one.id), default=None)


def _meets(figure: Observation, reading: Reading) -> bool:
    target = reading.target
    return (
        figure.judged
        and (figure.unit, figure.geography) == (target.unit, target.place)
        and satisfies(interval(figure), target) is True
    )
