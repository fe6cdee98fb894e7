"""Coverage: which promises can be followed at all on a day, and why the others cannot.

In: the records of a known-on day and their :class:`Progress`. Out: a :class:`Coverage`: one row for each
target and goal of each plan known on the day, and counts of the rows. It stands beside the verdicts and says
nothing of success: a promise that is followed may be met or missed, and there is no score here either.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from metrics.progress.benchmarks import BenchmarkResult, goal_results
from metrics.progress.evidence import evidence, evidence_for
from metrics.progress.known import order
from metrics.progress.result import Answer, NotCounted, Progress, Reading, Reason, Status
from metrics.records.model import Goal, Observation, Target
from metrics.records.store import Records


class Untracked(StrEnum):
    """Why a promise cannot be followed; of several reasons the first in this list stands."""

    # There are figures that are judged, yet none counts.
    TOO_OLD = "too_old"
    AFTER_DUE = "after_due"
    REPEATS = "repeats"
    DIFFERENT_DEFINITION = "different_definition"
    DIFFERENT_UNIT = "different_unit"
    # There is none.
    PARTS_OF_YEAR_ONLY = "parts_of_year_only"
    SPANS_ONLY = "spans_only"
    OTHER_PERIODS_ONLY = "other_periods_only"
    FORECASTS_AND_DERIVED = "forecasts_and_derived"
    FORECASTS_ONLY = "forecasts_only"
    DERIVED_ONLY = "derived_only"
    OTHER_PLACES_ONLY = "other_places_only"
    NOTHING_PUBLISHED = "nothing_published"
    NO_SERIES = "no_series"  # nobody counts what was promised
    # Of goals: they have no number, and light falls on them through benchmarks only.
    NO_FIGURE = "no_figure"  # no benchmark has a figure
    NO_BENCHMARK = "no_benchmark"


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What is known about one promise on one day."""

    promise: Target | Goal
    why: Untracked | None  # None: it can be followed
    series: int = 0  # series that had published anything by then, for any place
    figures: int = 0  # judged figures for the promise's place, one a period
    counted: int = 0  # a target's readings that count; a goal's benchmarks with an answer
    tests: int = 0  # a goal's benchmarks
    latest: Observation | None = None  # the judged figure for the latest period
    newest: Observation | None = None  # the judged figure published last
    answers: tuple[Answer, ...] = ()  # a goal's answers: at the milestone once that is past, else now

    @property
    def tracked(self) -> bool:
        """Whether a reading counts, or a benchmark has an answer."""
        return self.why is None

    def days_since_period(self, day: date) -> int | None:
        """Days from the end of the latest period to a day; negative while it still runs."""
        return None if self.latest is None else (day - self.latest.period.end).days

    def days_since_publication(self, day: date) -> int | None:
        """Days from the last publication of a judged figure to a day."""
        return None if self.newest is None else (day - self.newest.known).days


@dataclass(frozen=True, slots=True)
class Coverage:
    """The rows of one day in the order of the files, and how often each thing occurs among them."""

    known_on: date
    rows: tuple[CoverageRow, ...]

    @property
    def targets(self) -> tuple[CoverageRow, ...]:
        """The promises with a number."""
        return tuple(row for row in self.rows if isinstance(row.promise, Target))

    @property
    def goals(self) -> tuple[CoverageRow, ...]:
        """The promises without a number."""
        return tuple(row for row in self.rows if isinstance(row.promise, Goal))

    @property
    def tracked(self) -> tuple[CoverageRow, ...]:
        """The promises that can be followed."""
        return tuple(row for row in self.rows if row.tracked)

    @property
    def with_benchmarks(self) -> tuple[CoverageRow, ...]:
        """The goals with a benchmark."""
        return tuple(row for row in self.goals if row.tests)

    @property
    def reasons(self) -> tuple[tuple[Untracked, int], ...]:
        """How many promises cannot be followed for each reason, in the order of :class:`Untracked`."""
        found = [row.why for row in self.rows]
        return tuple((why, found.count(why)) for why in Untracked if why in found)

    @property
    def newest(self) -> Observation | None:
        """The judged figure published last; None where no promise has one."""
        figures = [row.newest for row in self.rows if row.newest is not None]
        return max(figures, key=lambda figure: figure.known, default=None)

    @property
    def plans(self) -> tuple[str, ...]:
        """The plans that hold a promise, by id."""
        return tuple(dict.fromkeys(row.promise.plan for row in self.rows))

    def of(self, plans: Collection[str]) -> "Coverage":
        """The same for some plans."""
        return Coverage(self.known_on, tuple(row for row in self.rows if row.promise.plan in plans))


def coverage(records: Records, progress: Progress) -> Coverage:
    """What can be followed on the day of ``progress``.

    Args:
        records: the records known on that day.
        progress: the readings of that day.
    """
    rows: list[CoverageRow] = []
    for plan in records.plans.values():
        for milestone in plan.milestones:
            rows += [
                _target(records, progress.statuses[target.id])
                for target in milestone.targets
                if target.id in progress.statuses
            ]
            rows += [_goal(records, goal, progress.known_on) for goal in milestone.goals]
    return Coverage(progress.known_on, tuple(rows))


def _target(records: Records, status: Status) -> CoverageRow:
    target = status.target
    figures = [
        figure
        for reading in status.readings
        for figure in evidence_for(records, reading.series.id, target, status.known_on).figures
    ]
    return CoverageRow(
        target,
        None if status.headline.n else _why(status.readings),
        series=sum(reading.reason is not Reason.NOTHING_PUBLISHED for reading in status.readings),
        figures=len(figures),
        counted=status.headline.n,
        latest=max(figures, key=order, default=None),
        newest=max(figures, key=lambda figure: figure.known, default=None),
    )


_LISTED = {
    NotCounted.TOO_OLD: Untracked.TOO_OLD,
    NotCounted.AFTER_DUE: Untracked.AFTER_DUE,
    NotCounted.REPEATS: Untracked.REPEATS,
}


def _why(readings: Sequence[Reading]) -> Untracked:
    """Why no reading counts: the reason of the series that came nearest to one that does."""
    found = {
        _LISTED[reading.not_counted] if reading.not_counted in _LISTED else Untracked(str(reading.reason))
        for reading in readings
    }
    return _first(found) or Untracked.NO_SERIES


def _first(found: Iterable[Untracked]) -> Untracked | None:
    reasons = set(found)
    if {Untracked.FORECASTS_ONLY, Untracked.DERIVED_ONLY} <= reasons:
        reasons.add(Untracked.FORECASTS_AND_DERIVED)  # one series has these, another those
    return next((why for why in Untracked if why in reasons), None)


def _why_silent(results: Sequence[BenchmarkResult]) -> Untracked:
    """Why no benchmark of a goal has an answer."""
    if not results:
        return Untracked.NO_BENCHMARK
    return Untracked.TOO_OLD if any(one.last_figures for one in results) else Untracked.NO_FIGURE


def _goal(records: Records, goal: Goal, known_on: date) -> CoverageRow:
    results = goal_results(records, goal, known_on)
    answers = tuple(r.now if r.at_milestone is Answer.NOT_YET else r.at_milestone for r in results)
    by_id = {
        figure.id: figure
        for result in results
        for place in (result.benchmark.place, result.benchmark.other_place)
        if place is not None
        for figure in evidence(records, result.benchmark.series, place, known_on).figures
    }
    figures = tuple(by_id.values())
    given = [r for r in results if not r.said.silent]
    why = None if given else _why_silent(results)
    published = {
        result.benchmark.series for result in results if records.observations_of(result.benchmark.series)
    }
    return CoverageRow(
        goal,
        why,
        series=len(published),
        figures=len(figures),
        counted=len(given),
        tests=len(results),
        latest=max(figures, key=order, default=None),
        newest=max(figures, key=lambda figure: figure.known, default=None),
        answers=answers,
    )
