"""Deliverables: whether what was promised was done, by when, and who says so.

In: all records, a deliverable, a known-on day. Out: a :class:`Delivery` with each step or named thing and the evidence it
rests on. A deliverable has no verdict and is never counted among targets (docs/verdicts.md, section 12).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from metrics.records.model import Deliverable, DeliveryReport, Rating, Text
from metrics.records.store import Records
from metrics.records.vocabulary import DeliveryState, Independence


class Delivered(StrEnum):
    """Where a deliverable stands."""

    DONE = "done"  # by the due day
    DONE_LATE = "done_late"
    DONE_SOMETIME = "done_sometime"  # the date is known too roughly to say on which side of the due day
    PARTLY = "partly"
    NOT_DONE = "not_done"  # due, and evidence about the due day or later says so
    NOT_VERIFIED = "not_verified"  # due, and nothing says anything about the due day or later
    OPEN = "open"  # not yet due, and nothing is done


DONE = (Delivered.DONE, Delivered.DONE_LATE, Delivered.DONE_SOMETIME)

#: Of two documents of one day the one that grants less counts.
_GRANTS = {DeliveryState.NOT_DONE: 2, DeliveryState.PARTLY: 1, DeliveryState.DONE: 0}


@dataclass(frozen=True, slots=True)
class DeliveryPart:
    """One step or one named thing, or the whole where there are neither; ``report`` is what counts of it."""

    name: Text | None  # None: the whole
    report: DeliveryReport | None  # None: nothing is known
    earlier: tuple[DeliveryReport, ...] = ()  # newest first

    @property
    def is_done(self) -> bool:
        """Whether it has been done."""
        return self.report is not None and self.report.state is DeliveryState.DONE


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where one deliverable stands on a day. ``n`` of ``all`` parts are done; ``all`` is 1 without steps or count."""

    deliverable: Deliverable
    known_on: date
    result: Delivered
    parts: tuple[DeliveryPart, ...]
    whole: DeliveryPart | None  # what was said of the whole, where there are parts
    last: DeliveryReport | None  # the one that made it done, else the newest one
    independent: Delivered | None  # by independent documents alone; None: there is none
    state: Delivered | None  # by those of the body itself and of the state

    @property
    def n(self) -> int:
        """How many parts are done."""
        return sum(part.is_done for part in self.parts)

    @property
    def all(self) -> int:
        """How many must be."""
        return self.deliverable.count or len(self.deliverable.steps) or 1

    @property
    def differ(self) -> bool:
        """Whether it depends on who says so."""
        return self.independent is not None and self.state is not None and self.independent != self.state


@dataclass(frozen=True, slots=True)
class DeliveryChange:
    """A day on which something became known or fell due, and where the deliverable stood from then on."""

    day: date
    reports: tuple[DeliveryReport, ...]  # published on it
    after: Delivery


def delivery(records: Records, deliverable: Deliverable, known_on: date) -> Delivery:
    """Where a deliverable stands, by all documents known on a day, and by either side's alone."""
    reports = [
        one
        for one in records.evidence.values()
        if one.deliverable == deliverable.id and one.known <= known_on
    ]
    independent = [one for one in reports if _is_independent(one, records)]
    state = [one for one in reports if not _is_independent(one, records)]
    parts, whole = _parts(deliverable, reports)
    result, last = _judged(deliverable, parts, whole, known_on)
    return Delivery(
        deliverable=deliverable,
        known_on=known_on,
        result=result,
        parts=parts,
        whole=whole,
        last=last,
        independent=_alone(deliverable, independent, known_on),
        state=_alone(deliverable, state, known_on),
    )


def deliveries(records: Records, plans: Sequence[str], known_on: date) -> tuple[Delivery, ...]:
    """Where the deliverables of some plans stand, in the order of the file."""
    return tuple(
        delivery(records, one, known_on) for one in records.deliverables.values() if one.plan in plans
    )


def delivery_history(
    records: Records, deliverable: Deliverable, known_on: date
) -> tuple[DeliveryChange, ...]:
    """What was known when, oldest first: each day on which a document appeared, and the due day once it is past."""
    days: dict[date, list[DeliveryReport]] = {deliverable.due: []} if deliverable.due <= known_on else {}
    for one in records.evidence.values():
        if one.deliverable == deliverable.id and one.known <= known_on:
            days.setdefault(one.known, []).append(one)
    return tuple(
        DeliveryChange(day, tuple(days[day]), delivery(records, deliverable, day)) for day in sorted(days)
    )


def own_ratings(records: Records, promise: str, known_on: date) -> tuple[Rating, ...]:
    """How the body that made a promise rates it itself, newest first. No verdict and no count looks at these."""
    known = [one for one in records.ratings.values() if one.promise == promise and one.known <= known_on]
    return tuple(sorted(known, key=lambda one: one.known, reverse=True))


def _is_independent(report: DeliveryReport, records: Records) -> bool:
    return records.sources[report.source].independence is Independence.INDEPENDENT


def _alone(deliverable: Deliverable, reports: Sequence[DeliveryReport], day: date) -> Delivered | None:
    return _judged(deliverable, *_parts(deliverable, reports), day)[0] if reports else None


def _parts(
    deliverable: Deliverable, reports: Sequence[DeliveryReport]
) -> tuple[tuple[DeliveryPart, ...], DeliveryPart | None]:
    """The steps in their order, the named things in that of the file, or the whole; and what was said beside the parts."""
    found: dict[str, list[DeliveryReport]] = {}
    for one in reports:
        found.setdefault(one.subject, []).append(one)
    whole = _part(None, found.pop("", []))
    if deliverable.steps:
        return tuple(_part(step.label, found.get(step.id, [])) for step in deliverable.steps), whole
    if deliverable.count is not None:
        return tuple(_part(some[0].item, some) for some in found.values()), whole
    return (whole,), None


def _part(name: Text | None, reports: Sequence[DeliveryReport]) -> DeliveryPart:
    ordered = sorted(reports, key=lambda one: (one.known, _GRANTS[one.state]), reverse=True)
    return DeliveryPart(name, ordered[0] if ordered else None, tuple(ordered[1:]))


def _judged(
    deliverable: Deliverable, parts: Sequence[DeliveryPart], whole: DeliveryPart | None, day: date
) -> tuple[Delivered, DeliveryReport | None]:
    """The result, and the report on which it rests."""
    due = deliverable.due
    every = [part.report for part in (*parts, *([whole] if whole else [])) if part.report]
    newest = max(every, key=lambda one: one.known, default=None)
    done = [one for one in every if one.state is DeliveryState.DONE and one.date]
    needed = deliverable.count or len(parts)
    if len(done) >= needed:
        in_time = [one for one in done if one.date and one.date.end <= due]
        perhaps = [one for one in done if one.date and one.date.start <= due]
        result = (
            Delivered.DONE
            if len(in_time) >= needed
            else Delivered.DONE_SOMETIME
            if len(perhaps) >= needed
            else Delivered.DONE_LATE
        )
        return result, sorted(done, key=lambda one: one.date.end if one.date else due)[needed - 1]
    if done or any(one.state is DeliveryState.PARTLY for one in every):
        return Delivered.PARTLY, newest
    if day < due:
        return Delivered.OPEN, newest
    says_so = [one for one in every if (one.date or one.published).end >= due]
    if says_so:
        return Delivered.NOT_DONE, max(says_so, key=lambda one: one.known)
    return Delivered.NOT_VERIFIED, newest
