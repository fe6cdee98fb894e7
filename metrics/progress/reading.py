"""The reading: one target compared with one series by the cases of the rules, first match wins.

In: all records, a target, one series of its indicator, a known-on day. Out: a :class:`Reading` with its
verdict, the number of the case that decided, and the figures it rests on. The cases stand in
docs/verdicts.md; the functions below follow their order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from metrics.progress.due_period import for_due_period
from metrics.progress.evidence import Evidence, evidence, of_the_period, seasonal_quarter
from metrics.progress.intervals import satisfies
from metrics.progress.pace import paces
from metrics.progress.planned import along_path, planned_values
from metrics.progress.result import HeldYear, NotCounted, Pace, Path, Reading, Reason, Refusal, Verdict
from metrics.progress.throughout import held_years, throughout
from metrics.records.interval import interval
from metrics.records.model import Observation, Series, Target
from metrics.records.period import Period, months_before
from metrics.records.store import Records
from metrics.records.vocabulary import Comparability, Kind, Measure

SILENT_MONTHS = 24  # after so long without a figure a series is stale and does not count


@dataclass(frozen=True, slots=True)
class Case:
    """What a reading is made from: one target, one series, and what is known of it on a day."""

    target: Target
    series: Series
    measure: Measure
    known_on: date
    evidence: Evidence
    season: Period | None = None  # the quarter by which it is due, where figures swing with the seasons

    @property
    def figures(self) -> tuple[Observation, ...]:
        """The judged figures, by the end of their period."""
        return self.evidence.figures

    @property
    def due(self) -> bool:
        """Whether the target has fallen due."""
        return self.known_on >= self.target.due

    @property
    def incomparable(self) -> Reason | None:
        """Why the series cannot be compared with the target; None where it can."""
        if self.series.comparability is Comparability.DIFFERENT:
            return Reason.DIFFERENT_DEFINITION
        return Reason.DIFFERENT_UNIT if self.series.unit != self.target.unit else None

    @property
    def years(self) -> tuple[HeldYear, ...]:
        """What is known of each year, where the target is about every one."""
        return held_years(self.target, self.figures, self.measure)

    def passes(self, figure: Observation) -> bool | None:
        """Whether a figure satisfies the target; None: cannot be decided."""
        return satisfies(interval(figure), self.target)


def read_series(
    records: Records, target: Target, series: Series, known_on: date, path: Path | None = None
) -> Reading:
    """Hold one target against one series.

    Args:
        records: all records; rows published after ``known_on`` are left out here.
        target: the target.
        series: a series of the target's indicator.
        known_on: the day as of which to judge.
        path: the path the reader chose; None: both.
    """
    known = evidence(records, series.id, target.place, known_on)
    return read_evidence(records, target, series, known, known_on, path=path)


def read_evidence(
    records: Records,
    target: Target,
    series: Series,
    known: Evidence,
    known_on: date,
    *,
    path: Path | None = None,
) -> Reading:
    """The same, on evidence that is given: that of the day, or what would be left of it without some rows."""
    measure = records.indicators[target.indicator].measure
    season = seasonal_quarter(records, target)
    case = Case(target, series, measure, known_on, of_the_period(known, target, season), season)
    if not case.figures:
        return _reading(case, Verdict.NO_DATA, 1, None, reason=_why_nothing(case, records))
    if case.incomparable:
        return _reading(case, Verdict.NOT_COMPARABLE, 2, case.figures[-1], reason=case.incomparable)
    if target.holds_from is not None:
        return _throughout(case)
    return _when_due(case) if case.due else _not_yet_due(case, path)


def _reading(
    case: Case, verdict: Verdict, number: int, observation: Observation | None, **more: Any
) -> Reading:
    not_counted = why_not_counted(case)
    return Reading(
        target=case.target,
        series=case.series,
        verdict=verdict,
        case=number,
        counts=not_counted is None,
        not_counted=not_counted,
        observation=observation,
        planned=planned_values(case.target, case.figures, case.measure),
        **more,
    )


def why_not_counted(case: Case) -> NotCounted | None:
    """Why a reading is listed and does not count; None where it counts.

    It counts if it is comparable, its series repeats no other, and a judged figure's period ends after
    the day 24 months before the earlier of due and known on, and not after the due date.
    """
    if not case.figures:
        return NotCounted.NO_FIGURE
    if case.incomparable:
        return NotCounted.NOT_COMPARABLE
    if case.series.repeats is not None:
        return NotCounted.REPEATS
    due = case.target.due
    if any(year.passes is False for year in case.years):
        return None  # a promise about every year stays broken, however long ago that was
    after = months_before(min(due, case.known_on), SILENT_MONTHS)
    if any(after < figure.period.end <= due for figure in case.figures):
        return None
    in_time = any(figure.period.end <= due for figure in case.figures)
    return NotCounted.TOO_OLD if in_time else NotCounted.AFTER_DUE


def _why_nothing(case: Case, records: Records) -> Reason:
    if not case.evidence.rows:
        elsewhere = any(row.known <= case.known_on for row in records.observations_of(case.series.id))
        return Reason.OTHER_PLACES_ONLY if elsewhere else Reason.NOTHING_PUBLISHED
    judged = [row for row in case.evidence.rows if row.judged]
    if judged and (case.target.period or case.season):
        return Reason.OTHER_PERIODS_ONLY
    if judged:
        spans = all(row.period.form == "span" for row in judged)
        return Reason.SPANS_ONLY if spans else Reason.PARTS_OF_YEAR_ONLY
    kinds = {row.kind for row in case.evidence.rows}
    if len(kinds) > 1:
        return Reason.FORECASTS_AND_DERIVED
    return Reason.FORECASTS_ONLY if Kind.FORECAST in kinds else Reason.DERIVED_ONLY


def _when_due(case: Case) -> Reading:
    """Cases 3 to 8."""
    due = case.target.due
    earlier = [figure for figure in case.figures if figure.period.end <= due]
    later = [figure for figure in case.figures if figure.period.end > due]
    named = case.figures[-1] if case.target.period else None  # it speaks for the promise whatever its length
    seasonal = next((figure for figure in case.figures if case.season and figure.period.end == due), None)
    deciding = named or seasonal or (None if case.season else for_due_period(case.figures, due, case.measure))
    if deciding is not None:
        passes = case.passes(deciding)
        if passes:
            return _reading(case, Verdict.MET, 3, deciding)
        if passes is None:
            return _reading(case, Verdict.INCONCLUSIVE, 4, deciding)
        late = next((figure for figure in later if case.passes(figure)), None)
        if late is not None:
            return _reading(case, Verdict.MET_LATE, 5, deciding, after=late)
        return _reading(case, Verdict.MISSED, 6, deciding)
    if earlier and case.passes(earlier[-1]):
        return _reading(case, Verdict.MET_EARLY, 7, earlier[-1], since=_since(case, earlier))
    return _unverified(case)


def _unverified(case: Case) -> Reading:
    """Case 8, with the nearest figures either side."""
    due, last = case.target.due, case.figures[-1]
    before = [figure for figure in case.figures if figure.period.end <= due]
    after = next((figure for figure in case.figures if figure.period.end > due), None)
    return _reading(case, Verdict.UNVERIFIED, 8, last, before=before[-1] if before else None, after=after)


def _throughout(case: Case) -> Reading:
    """Cases 14 to 17, and of the others those about silence."""
    years, latest = case.years, case.figures[-1]
    found = throughout(years, case.target, case.known_on)
    if found is None and case.due:
        return _unverified(case)
    if found is None:
        return _reading(case, Verdict.TOO_EARLY, 11, latest, reason=Reason.NO_YEAR_YET, years=years)
    verdict, number, figure = found
    is_open = verdict is Verdict.ON_TRACK or (verdict is Verdict.INCONCLUSIVE and not case.due)
    if is_open and latest.period.end <= months_before(case.known_on, SILENT_MONTHS):
        return _reading(case, Verdict.STALE, 10, latest, since=latest, years=years)
    return _reading(case, verdict, number, figure, years=years)


def _not_yet_due(case: Case, path: Path | None) -> Reading:
    """Cases 9 to 13, and 18 to 20 in place of the last three."""
    latest = case.figures[-1]
    if case.passes(latest):
        return _reading(case, Verdict.MET_EARLY, 9, latest, since=_since(case, case.figures))
    if latest.period.end <= months_before(case.known_on, SILENT_MONTHS):
        return _reading(case, Verdict.STALE, 10, latest, since=latest)
    if case.target.path_values:
        return _along_path(case)
    both = paces(case.target, case.evidence.points, case.measure, path)
    classes = {pace.verdict for pace in both if pace.verdict is not None}
    more: dict[str, Any] = {"paces": both, "newer": _newer(case, both)}
    if not classes:
        few = any(pace.refusal is Refusal.FEW_POINTS for pace in both)
        reason = Reason.FEW_POINTS if few else Reason.PATHS_REFUSED
        return _reading(case, Verdict.TOO_EARLY, 11, latest, reason=reason, **more)
    if len(classes) == 1:
        return _reading(case, classes.pop(), 12, latest, **more)
    return _reading(case, Verdict.DEPENDS_ON_PATH, 13, latest, **more)


def _along_path(case: Case) -> Reading:
    """Cases 18 to 20, and too early where nothing is known of a period for which the plan gives a value."""
    found = along_path(planned_values(case.target, case.figures, case.measure))
    if found is None:
        return _reading(case, Verdict.TOO_EARLY, 11, case.figures[-1], reason=Reason.NO_PLANNED_YET)
    verdict, number, figure = found
    return _reading(case, verdict, number, figure)


def _since(case: Case, figures: Sequence[Observation]) -> Observation:
    """The first figure that passes with none after it that fails; the last of ``figures`` passes."""
    first = figures[-1]
    for figure in reversed(figures):
        passes = case.passes(figure)
        if passes is False:
            break
        if passes:
            first = figure
    return first


def _newer(case: Case, both: Sequence[Pace]) -> Observation | None:
    """The newest judged figure where it stands after the latest usable point."""
    latest = next((pace.latest or pace.start for pace in both if pace.latest or pace.start), None)
    newest = case.figures[-1]
    return newest if latest is not None and newest.period.end > latest.day else None
