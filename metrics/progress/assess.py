"""The assessment: every target of every plan that exists on a day, each with its readings and headlines.

In: all records and a known-on day. Out: a :class:`Progress`. Pages, slides, files and the command line
all start from here, so they cannot disagree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from metrics.progress.editions import ending, forms, judged_on, standing
from metrics.progress.headline import STATE, group_headline, headline
from metrics.progress.reading import read_series
from metrics.progress.result import EditionStatus, Headline, Path, Progress, Reading, Side, Status, Verdict
from metrics.records.model import Target
from metrics.records.store import Records
from metrics.records.vocabulary import Independence


def exists_on(records: Records, target: Target, day: date) -> bool:
    """Whether the target's plan had been published by the end of a day; before that it is not judged."""
    plan = records.plans.get(target.plan)
    return plan is not None and plan.published.end <= day


def judge(records: Records, target: Target, known_on: date, path: Path | None = None) -> Status:
    """Where one target stands on a day.

    Args:
        records: all records.
        target: a target of a plan that exists on that day (:func:`exists_on`); it is judged as it stood then.
        known_on: the day as of which to judge.
        path: the path the reader chose; None: both.

    Raises:
        ValueError: the plan was not published by then.
    """
    if not exists_on(records, target, known_on):
        raise ValueError(f"{target.id}: its plan {target.plan!r} was not published by {known_on}")
    now = standing(target, known_on)
    status = status_of(now, known_on, read_all(records, now, known_on, path))
    if not now.editions:
        return status
    found = [
        EditionStatus(edition, form, _agreed(form, known_on, read_all(records, form, known_on, path)))
        for edition, form in forms(now)
    ]
    return replace(status, editions=tuple(found))


def read_all(
    records: Records, target: Target, known_on: date, path: Path | None = None
) -> tuple[Reading, ...]:
    """The readings of a target as it stands, one a series of its indicator."""
    day = judged_on(target, known_on)
    series = records.indicators[target.indicator].series
    return tuple(read_series(records, target, one, day, path) for one in series)


def status_of(target: Target, known_on: date, read: Iterable[Reading]) -> Status:
    """Where a target stands by its readings on a day, one a series, in the order of the file."""
    read = tuple(read)
    readings = (*(r for r in read if r.counts), *(r for r in read if not r.counts))
    due = judged_on(target, known_on) >= target.due
    independent = group_headline(readings, (Independence.INDEPENDENT,), due=due)
    state = group_headline(readings, STATE, due=due)
    return Status(
        target=target,
        known_on=known_on,
        due=due,
        readings=readings,
        headline=headline_of(target, known_on, readings),
        independent=independent,
        state=state,
        differ=_differ(independent, state),
    )


def headline_of(target: Target, known_on: date, readings: Sequence[Reading]) -> Headline:
    """What the readings of a target say together on a day, or that it ended before it was due."""
    summary = _agreed(target, known_on, readings)
    if ending(target) is None or judged_on(target, known_on) >= target.due:
        return summary
    return replace(summary, verdict=Verdict.ENDED, k=0, contested=False, side=Side.UNDECIDED)


def _agreed(target: Target, known_on: date, readings: Sequence[Reading]) -> Headline:
    """What they say together; of a target that ended before it was due, what they said on that day."""
    return headline(readings, due=judged_on(target, known_on) >= target.due)


def _differ(one: Headline | None, other: Headline | None) -> bool:
    """Whether two groups say different things; a group without a reading that counts says nothing."""
    return one is not None and other is not None and bool(one.n and other.n) and one.verdict != other.verdict


def assess(records: Records, known_on: date, path: Path | None = None) -> Progress:
    """Where every target stands whose plan had been published by a day, in the order of the file.

    Args:
        records: all records.
        known_on: the day as of which to judge.
        path: the path the reader chose; None: both.
    """
    statuses = {
        target.id: judge(records, target, known_on, path)
        for target in records.targets.values()
        if exists_on(records, target, known_on)
    }
    return Progress(known_on, path, MappingProxyType(statuses))
