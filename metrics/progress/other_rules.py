"""Other rules: the same readings judged by other published rules, so that one sees how much the method decides.

In: the records of a known-on day and their :class:`Progress`. Out: a :class:`Compared` for each reading that has a
judged, comparable figure, with what each rule says of it; and for each target the newest figure of any series.

Only rules whose formula and thresholds are confirmed in docs/verdicts.md are here. That is the ratio of actual to
required pace with the thresholds of Eurostat's monitoring of the Sustainable Development Goals (0.95, 0.60, 0; also
used by Statistics Canada and by Open SDG). The bare number is nobody's published rule: it is a foil. No rule here ever
looks at two series together.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from metrics.progress.evidence import evidence_for
from metrics.progress.headline import side_of
from metrics.progress.intervals import satisfies
from metrics.progress.known import order
from metrics.progress.pace import paces
from metrics.progress.result import Pace, Path, Progress, Reading, Side, Status
from metrics.records.interval import Interval
from metrics.records.model import Observation
from metrics.records.store import Records

NO_DATA_CASE, NOT_COMPARABLE_CASE = 1, 2


class Rule(StrEnum):
    """What judges a reading."""

    MILEPOST = "milepost"  # the thirteen cases
    GROWTH = "growth"  # the ratio alone, on yearly growth rates
    STEPS = "steps"  # the ratio alone, on yearly steps
    BARE = "bare"  # a foil: the latest figure, as if it were an exact number for the due date


RATIO_RULES = {Rule.GROWTH: Path.COMPOUND, Rule.STEPS: Path.LINEAR}


class Difference(StrEnum):
    """How far apart the full rule and the ratio rules stand on one reading."""

    OPPOSITE = "opposite"  # one says met or on track, another missed or behind
    SILENCE = "silence"  # one gives an answer where another gives none
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Compared:
    """One reading by each rule."""

    status: Status
    reading: Reading
    growth: Pace  # refused where the rules have no growth rate for it, with the reason
    steps: Pace
    figure: Observation  # the latest judged figure: the one of the foil
    passes: bool  # whether its bare number passes the target

    @property
    def sides(self) -> frozenset[Side]:
        """Where the full rule and the ratios that can be computed stand."""
        ratios = [pace.verdict for pace in (self.growth, self.steps) if pace.verdict is not None]
        return frozenset(side_of(verdict) for verdict in (self.reading.verdict, *ratios))

    @property
    def paced(self) -> bool:
        """Whether a ratio can be computed at all."""
        return self.growth.verdict is not None or self.steps.verdict is not None

    @property
    def difference(self) -> Difference:
        """How far apart the rules stand."""
        if {Side.MET, Side.OTHER} <= self.sides:
            return Difference.OPPOSITE
        return Difference.SILENCE if len(self.sides) > 1 else Difference.SAME

    @property
    def foil_differs(self) -> bool:
        """Whether the bare number stands on another side than the full rule."""
        return (Side.MET if self.passes else Side.OTHER) is not side_of(self.reading.verdict)


@dataclass(frozen=True, slots=True)
class Newest:
    """The second foil: of all comparable series of a target the one that published last, as a bare number."""

    status: Status
    figure: Observation
    passes: bool


def compared(records: Records, progress: Progress) -> tuple[Compared, ...]:
    """Every reading with a judged, comparable figure, by each rule; in the order of the files.

    The ratio rules stand without the guards of the full rule: no window of 24 months, no figure for the due period,
    and met or missed is not asked. What the formula itself needs stays: two figures with finite ends, a year
    apart, and a start that does not satisfy the target. For a due target the figures up to the due date are used.

    Args:
        records: the records known on the day of ``progress``.
        progress: the readings of that day.
    """
    return tuple(
        _compared(records, status, reading)
        for status in progress.statuses.values()
        for reading in status.readings
        if reading.case not in (NO_DATA_CASE, NOT_COMPARABLE_CASE)
    )


def _compared(records: Records, status: Status, reading: Reading) -> Compared:
    target = status.target
    known = evidence_for(records, reading.series.id, target, status.known_on)
    points = [point for point in known.points if point.day <= target.due]
    by_path = {
        pace.path: pace for pace in paces(target, points, records.indicators[target.indicator].measure)
    }
    latest = known.figures[-1]
    return Compared(
        status,
        reading,
        growth=by_path[RATIO_RULES[Rule.GROWTH]],
        steps=by_path[RATIO_RULES[Rule.STEPS]],
        figure=latest,
        passes=bare_passes(latest, reading),
    )


def bare_passes(figure: Observation, reading: Reading) -> bool:
    """Whether the stated value passes the target, whatever its wording, age and period: a foil, no rule."""
    return satisfies(Interval(figure.value, figure.value), reading.target) is True


def newest_of_any(records: Records, progress: Progress) -> tuple[Newest, ...]:
    """For each target with a comparable figure the one published last, by whichever series, as a bare number.

    Of several published on one day the one for the latest period. Two series are never joined: one is taken, and the
    others are passed over, which is what makes it a foil.
    """
    found = []
    for status in progress.statuses.values():
        figures = [
            (figure, reading)
            for reading in status.readings
            if reading.case not in (NO_DATA_CASE, NOT_COMPARABLE_CASE)
            for figure in evidence_for(records, reading.series.id, status.target, status.known_on).figures
        ]
        if figures:
            figure, reading = max(figures, key=lambda one: (one[0].known, order(one[0])))
            found.append(Newest(status, figure, bare_passes(figure, reading)))
    return tuple(found)


def count_differences(rows: Iterable[Compared]) -> tuple[tuple[Difference, int], ...]:
    """How often each difference occurs among the readings that have a ratio, the widest first."""
    found = [row.difference for row in rows if row.paced]
    return tuple((one, found.count(one)) for one in Difference if one in found)
