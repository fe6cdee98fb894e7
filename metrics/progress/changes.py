"""Changes: what became known between two days, and what it did to headlines and readings.

In: all records, where the targets stand on two days, and their histories. Out: a :class:`Changes` with what came (figures, plans, promises and what later editions made of them,
events, sources), what was revised, and which headlines and readings say something else. Every list has one
order: by day, then as in the files.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from metrics.progress.about import indicators_about
from metrics.progress.editions import PromiseChange, promise_changes
from metrics.progress.history import History, Step
from metrics.progress.known import as_known_on
from metrics.progress.result import Progress, Reading, Status
from metrics.records.model import Event, Goal, Observation, Plan, Source, Target
from metrics.records.store import Records

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HeadlineChange:
    """A target that existed on both days and whose headline is not the same."""

    before: Status  # on the earlier day
    after: Status  # on the later day
    steps: tuple[Step, ...]  # all in between, by day

    @property
    def flipped(self) -> bool:
        """Whether the verdict is another, and not its counts alone."""
        return self.before.headline.verdict != self.after.headline.verdict

    @property
    def decisive(self) -> Step:
        """The last step at which the verdict changed; where none did, the last step."""
        return next((step for step in reversed(self.steps) if step.flips), self.steps[-1])


@dataclass(frozen=True, slots=True)
class ReadingChange:
    """One target and one series whose verdict is not the same on both days."""

    before: Reading
    after: Reading


@dataclass(frozen=True, slots=True)
class Revision:
    """A vintage after another one: same series, place and period, and of the same rank."""

    old: Observation
    new: Observation

    @property
    def difference(self) -> float:
        """New less old stated value, in the unit of the series."""
        return self.new.value - self.old.value

    @property
    def changes(self) -> bool:
        """Whether the figure itself is another; a figure printed again may be the same."""
        return _figure(self.old) != _figure(self.new)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is known on ``known_on`` and was not on ``since``."""

    since: date
    known_on: date
    headlines: tuple[HeadlineChange, ...]
    compared: int  # targets that existed on both days
    readings: tuple[ReadingChange, ...]
    figures: tuple[Observation, ...]  # the first of their series, place and period
    revisions: tuple[Revision, ...]  # changed or not
    plans: tuple[Plan, ...]
    targets: tuple[Target, ...]
    editions: tuple[PromiseChange, ...]  # by day
    goals: tuple[Goal, ...]
    events: tuple[Event, ...]
    sources: tuple[Source, ...]

    @property
    def flipped(self) -> tuple[HeadlineChange, ...]:
        """The headlines whose verdict is another."""
        return tuple(one for one in self.headlines if one.flipped)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all changed."""
        return not any(
            (
                *(self.headlines, self.readings, self.figures, self.revisions),
                *(self.plans, self.targets, self.editions, self.goals, self.events, self.sources),
            )
        )


def changes(
    records: Records,
    before: Progress,
    after: Progress,
    histories: Mapping[str, History],
    plans: Collection[str] = (),
) -> Changes:
    """What changed between the ends of two days.

    Args:
        records: all records.
        before: where every target stood on the earlier day.
        after: where every target stands on the later day, on the same paths.
        histories: those up to the later day, of all targets that are compared.
        plans: ids; none: every plan. With plans, figures and revisions are those of the indicators that they
            are about, and plans and promises theirs; events and sources belong to no plan and are all given.

    Raises:
        ValueError: the earlier day lies after the later one.
    """
    since, known_on = before.known_on, after.known_on
    if since > known_on:
        raise ValueError(f"{since} lies after {known_on}")
    both = [
        (status, after.statuses[name])
        for name, status in before.statuses.items()
        if not plans or status.target.plan in plans
    ]
    old, new = as_known_on(records, since), as_known_on(records, known_on)
    about = indicators_about(new, plans)
    first, revised = _vintages(
        (row for row in new.observations.values() if not plans or row.indicator in about), since
    )
    return Changes(
        since=since,
        known_on=known_on,
        headlines=tuple(
            HeadlineChange(one, other, tuple(s for s in histories[one.target.id].steps if s.day > since))
            for one, other in both
            if one.headline != other.headline
        ),
        compared=len(both),
        readings=tuple(change for pair in both for change in reading_changes(*pair)),
        figures=tuple(first),
        revisions=tuple(revised),
        plans=tuple(one for one in _came(old.plans, new.plans) if not plans or one.id in plans),
        targets=tuple(one for one in _came(old.targets, new.targets) if not plans or one.plan in plans),
        editions=tuple(sorted(_editions(new, since, plans), key=lambda one: one.day)),
        goals=tuple(one for one in _came(old.goals, new.goals) if not plans or one.plan in plans),
        events=tuple(sorted(_came(old.events, new.events), key=lambda one: one.date.end)),
        sources=tuple(sorted(_came(old.sources, new.sources), key=lambda one: one.published.end)),
    )


def _came(old: Mapping[str, T], new: Mapping[str, T]) -> list[T]:
    return [one for name, one in new.items() if name not in old]


def _editions(records: Records, since: date, plans: Collection[str]) -> Iterator[PromiseChange]:
    """What became of the promises of some plans after a day, in the order of the file."""
    for target in records.targets.values():
        if not plans or target.plan in plans:
            yield from (one for one in promise_changes(target) if one.day > since)


def reading_changes(before: Status, after: Status) -> Iterator[ReadingChange]:
    """The readings that say something else, in the order of the later day."""
    was = {reading.series.id: reading for reading in before.readings}
    for reading in after.readings:
        if was[reading.series.id].verdict != reading.verdict:
            yield ReadingChange(was[reading.series.id], reading)


def _figure(one: Observation) -> tuple[object, ...]:
    return (one.value, one.low, one.high, one.bound)


def _vintages(rows: Iterable[Observation], since: date) -> tuple[list[Observation], list[Revision]]:
    """The figures that came after a day: the first of their kind for a period, and those that follow another.

    Actuals and estimates have one rank; a forecast and a derived value each have their own, so that an
    actual after a forecast is a new figure and no revision.
    """
    order = sorted(rows, key=lambda row: (row.known, row.published.start))
    newest: dict[tuple[str, str, tuple[date, date], str], Observation] = {}
    first: list[Observation] = []
    revised: list[Revision] = []
    for row in order:
        at = (row.series, row.geography, row.period.days, "judged" if row.judged else row.kind.value)
        if row.known > since:
            if at in newest:
                revised.append(Revision(newest[at], row))
            else:
                first.append(row)
        newest[at] = row
    return first, revised
