"""The history of a target: what its readings said together from the day its plan was made public, step by step.

In: all records, a target, a last day. Out: a :class:`History`: every day on which the headline changed, with
where the target stood from then on and what made the step: a publication, found by leaving it out, or the
calendar. Between two candidate days nothing can change, so that only those are judged: days on which a row of
one of its series was published, the due date, those of later editions of the promise, and days on which a figure falls out of the 24 months that count.
A pace is no reason for a further day: its points have fixed days, whatever the day of judging.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from metrics.progress.assess import exists_on, headline_of, status_of
from metrics.progress.editions import PromiseChange, forms, judged_on, promise_changes, standing
from metrics.progress.evidence import evidence, evidence_of
from metrics.progress.headline import headline
from metrics.progress.reading import SILENT_MONTHS, read_evidence, read_series
from metrics.progress.result import Headline, Path, Reading, Status, Verdict
from metrics.records.model import Observation, Target
from metrics.records.period import lapses
from metrics.records.store import Records

Readings = Mapping[str, Reading]  # series id -> reading, in the order of the file


@dataclass(frozen=True, slots=True)
class Publication:
    """Figures of one source that became known on one day and made a step."""

    source: str
    figures: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """What made a step.

    A publication made it if the headline would be another without its rows. Where no single one is needed,
    as each would have been enough, all of the day are named and ``together`` is set. The calendar made it, or
    had its part, if the headline would have changed on that day without any publication.
    """

    publications: tuple[Publication, ...] = ()
    together: bool = False
    made_public: bool = False  # the plan: the first step
    due: bool = False  # the target fell due
    lapsed: tuple[Observation, ...] = ()  # the last figures of series that fell out of the 24 months
    edition: PromiseChange | None = None  # without it the headline would be another


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which the headline changed."""

    day: date
    before: Headline | None  # None: the first day of the plan
    status: Status  # from that day on
    cause: Cause

    @property
    def flips(self) -> bool:
        """Whether the verdict of the headline changed, and not its counts alone."""
        return self.before is not None and self.before.verdict != self.status.headline.verdict


@dataclass(frozen=True, slots=True)
class History:
    """The headline of one target over time."""

    target: Target
    last: date  # the last day judged
    steps: tuple[Step, ...]  # by day; the first is the day on which the plan was made public

    @property
    def flips(self) -> tuple[Step, ...]:
        """The steps at which the verdict changed."""
        return tuple(step for step in self.steps if step.flips)

    @property
    def turned(self) -> Step:
        """The step with which the present verdict began: the last flip, else the first day of the plan."""
        return next((step for step in reversed(self.steps) if step.flips), self.steps[0])

    def until(self, day: date) -> "History | None":
        """The same as it was known on an earlier day; None before the plan was made public."""
        steps = tuple(step for step in self.steps if step.day <= day)
        return History(self.target, min(day, self.last), steps) if steps else None

    def on(self, day: date) -> Step:
        """The step that stood on a day.

        Raises:
            ValueError: the plan was not public, or the day lies after the last one judged.
        """
        until = [step for step in self.steps if step.day <= day]
        if not until or day > self.last:
            raise ValueError(f"{self.target.id}: its history does not reach {day}")
        return until[-1]


def history(records: Records, target: Target, last: date, path: Path | None = None) -> History:
    """The headline of a target from the day its plan was made public to a last day.

    Args:
        records: all records.
        target: a target of a plan that exists on the last day.
        last: the last day judged, in general the known-on day.
        path: the path the reader chose; None: both.

    Raises:
        ValueError: the plan was not published by then.
    """
    if not exists_on(records, target, last):
        raise ValueError(f"{target.id}: its plan {target.plan!r} was not published by {last}")
    first = records.plans[target.plan].published.end
    counted = {one.id: one for one in records.indicators[target.indicator].series}

    def read(held: Target, names: Collection[str], day: date) -> dict[str, Reading]:
        on = judged_on(held, day)
        return {name: read_series(records, held, counted[name], on, path) for name in names}

    held = standing(target, first)
    readings = read(held, counted, first)
    status = status_of(held, first, readings.values())
    steps = [Step(first, None, status, Cause(made_public=True))]
    for day, touched in _candidates(records, standing(target, last), first, last).items():
        before, until = dict(readings), held
        held = standing(target, day)
        revised = held != until
        readings.update(read(held, counted if revised else touched, day))
        if (
            not revised
            and day != held.due
            and all(_gist(before[name]) == _gist(readings[name]) for name in touched)
        ):
            continue
        now = headline_of(held, day, tuple(readings.values()))
        if now != status.headline:
            cause = _cause(_Trial(records, held, path, day, dict(readings)), before)
            if revised:
                unrevised = tuple(read(until, counted, day).values())
                if headline_of(until, day, unrevised) != now:
                    cause = replace(cause, edition=promise_changes(held)[-1], due=False, lapsed=())
            steps.append(Step(day, status.headline, status_of(held, day, readings.values()), cause))
            status = steps[-1].status
    return History(standing(target, last), last, tuple(steps))


def histories(
    records: Records, last: date, path: Path | None = None, plans: Collection[str] = ()
) -> Mapping[str, History]:
    """The histories of all targets whose plan exists on the last day, in the order of the file.

    Args:
        records: all records.
        last: the last day judged.
        path: the path the reader chose; None: both.
        plans: ids; none: every plan.
    """
    return MappingProxyType(
        {
            target.id: history(records, target, last, path)
            for target in records.targets.values()
            if exists_on(records, target, last) and (not plans or target.plan in plans)
        }
    )


def flips_by_day(histories: Iterable[History]) -> tuple[tuple[date, tuple[Step, ...]], ...]:
    """Every day on which a verdict changed, newest first, with its steps in the order of the histories."""
    days: dict[date, list[Step]] = {}
    for one in histories:
        for step in one.flips:
            days.setdefault(step.day, []).append(step)
    return tuple((day, tuple(days[day])) for day in sorted(days, reverse=True))


def _candidates(records: Records, target: Target, first: date, last: date) -> dict[date, set[str]]:
    """The days after the first on which a reading may change, with the series that it may change for.

    A day on which a series published for another place only is among them: the reason why a series says
    nothing may name it.
    """
    days: dict[date, set[str]] = {}
    series = [one.id for one in records.indicators[target.indicator].series]
    dues = {form.due for _, form in forms(target)}
    for name in series:
        for row in records.observations_of(name):
            days.setdefault(row.known, set()).add(name)
            if row.judged and row.geography == target.place:
                lapsed = lapses(row.period.end, SILENT_MONTHS)
                if lapsed <= max(dues):
                    days.setdefault(lapsed, set()).add(name)
    for day in (*dues, *(edition.published.end for edition in target.editions)):
        days.setdefault(day, set()).update(series)
    return {day: days[day] for day in sorted(days) if first < day <= last}


def _gist(reading: Reading) -> tuple[object, ...]:
    """All that a headline takes from a reading."""
    return (reading.verdict, reading.counts, reading.not_counted)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A day on which the headline changed, to be judged once more without some of what came on it."""

    records: Records
    target: Target
    path: Path | None
    day: date
    readings: Readings  # with everything

    def without(self, rows: Collection[Observation]) -> Readings:
        """The readings of the day as they would be without some rows."""
        gone = {row.id for row in rows}
        measure = self.records.indicators[self.target.indicator].measure
        found = dict(self.readings)
        for name in dict.fromkeys(row.series for row in rows):
            known = evidence(self.records, name, self.target.place, self.day).rows
            left = evidence_of((row for row in known if row.id not in gone), measure)
            series = self.readings[name].series
            found[name] = read_evidence(self.records, self.target, series, left, self.day, path=self.path)
        return found

    def says(self, readings: Readings) -> Headline:
        return headline_of(self.target, self.day, tuple(readings.values()))

    def undone(self, rows: Collection[Observation]) -> bool:
        """Whether the headline would be another without some rows."""
        return self.says(self.without(rows)) != self.says(self.readings)

    def publication(self, source: str, rows: Sequence[Observation]) -> Publication:
        """Of the rows of a source those that made the step: needed each by itself, or deciding for a reading."""
        needed = [row for row in rows if len(rows) > 1 and self.undone([row])]
        left = self.without(rows)
        deciding = [row for row in rows if _gist(left[row.series]) != _gist(self.readings[row.series])]
        return Publication(source, tuple(needed or deciding or rows))


def _cause(trial: _Trial, before: Readings) -> Cause:
    """What made the step of a day, by leaving out what came on it; ``before`` are the readings until then."""
    came: dict[str, list[Observation]] = {}
    for name in trial.readings:
        for row in evidence(trial.records, name, trial.target.place, trial.day).rows:
            if row.known == trial.day:
                came.setdefault(row.source, []).append(row)
    every = [row for rows in came.values() for row in rows]
    making = {source: rows for source, rows in came.items() if trial.undone(rows)}
    together = not making and trial.undone(every)
    rest = trial.without(every)
    was = headline(tuple(before.values()), due=trial.day > trial.target.due)
    moved = trial.says(rest) != was
    return Cause(
        publications=tuple(
            trial.publication(source, rows) for source, rows in (came if together else making).items()
        ),
        together=together,
        due=moved and trial.day == trial.target.due,
        lapsed=_lapsed(before, rest, trial.day) if moved else (),
    )


def _lapsed(before: Readings, after: Readings, day: date) -> tuple[Observation, ...]:
    """The last figures of series that stopped to count, or fell silent, on a day for want of a newer one."""
    fell = [
        before[name].observation
        for name, reading in after.items()
        if (before[name].counts and not reading.counts)
        or (reading.verdict is Verdict.STALE and before[name].verdict is not Verdict.STALE)
    ]
    return tuple(one for one in fell if one and lapses(one.period.end, SILENT_MONTHS) <= day)
