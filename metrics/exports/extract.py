"""The extract: what one file is made from, cut to the day and to what the reader has chosen.

In: the records known on a day, the results of that day, and perhaps one plan or one target. Out: a frozen
:class:`Extract` in which everything that a row names is there too. Every format is written from it, in the
dashboard and on the command line, so the files are the same.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Protocol, TypeVar

from metrics.figures.slides.choice import WHOLE, Choice
from metrics.progress import asked_about, with_hindsight
from metrics.progress.result import Progress, Status
from metrics.progress.sizes import resized_progress
from metrics.records.model import Deliverable, Goal, Plan, Promise, Target, Text
from metrics.records.store import Records
from metrics.words import Words

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")

Promised = TypeVar("Promised", Target, Goal, Deliverable)


class _Cites(Protocol):
    @property
    def source(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Extract:
    """What a file is made from."""

    known: Records  # everything known on the day, for the sentences
    records: Records  # what is listed: series from their first figure on, indicators that something names
    progress: Progress  # the targets of ``records``
    words: Words
    plan: str | None = None  # None: all plans
    target: str | None = None  # None: all targets
    chosen: tuple[str, ...] = ()  # the targets of which slides are made; empty: all of them
    choice: Choice = WHOLE  # which slides, in which order; empty: all that there are
    template: bytes | None = None  # a Word file whose styles the handout takes
    notes: bool = False  # whether the offline page holds what a presenter would say
    base: str | None = None  # where the dashboard stands, for addresses that can be typed; None: not known
    short: Callable[..., str] | None = None  # makes the addresses of slides; None: from ``base``

    @property
    def known_on(self) -> date:
        """The day as of which everything is shown."""
        return self.progress.known_on

    @property
    def is_earlier(self) -> bool:
        """Whether the day lies before the data were last brought up to date: later judgements stay out."""
        return not with_hindsight(self.known, self.known_on)

    @property
    def in_own_units(self) -> "Extract":
        """The same in the sizes of units of its language: for what is drawn or said, never for tables."""
        known = self.words.in_own_units(self.known)
        if known is self.known:
            return self
        progress = resized_progress(self.progress, self.known, known)
        shown = extract(known, progress, self.words, self.plan, self.target)
        return replace(self, known=known, records=shown.records, progress=shown.progress)

    def as_then(self, text: Text | None) -> Text | None:
        """One of our own texts; None if the day is an earlier one and the text names a year after it.

        Figures, plans and events have a day on which they became known; our texts beside them have none. Notes are left
        out by :func:`~metrics.progress.as_known_on`; a definition, or the reason for a path, by this.
        """
        if text is None or not self.is_earlier:
            return text
        years = [int(year) for _, version in text.versions for year in _YEAR.findall(version)]
        return None if any(year > self.known_on.year for year in years) else text

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Where each target stands, in the order of the files."""
        return tuple(self.progress.statuses.values())


def extract(
    known: Records, progress: Progress, words: Words, plan: str | None = None, target: str | None = None
) -> Extract:
    """Cut the records and results of a day to one plan or one target, or to nothing but the day.

    A plan or target that did not exist on the day leaves an empty extract, and so no error.
    """
    records = only(known, plan, target)
    statuses = {name: status for name, status in progress.statuses.items() if name in records.targets}
    records = _figures(records) if plan or target else records
    records = _measured(records, whole=not (plan or target))
    records = _cited(records) if plan or target else records
    return Extract(
        known, records, replace(progress, statuses=MappingProxyType(statuses)), words, plan, target
    )


def only(records: Records, plan: str | None, target: str | None) -> Records:
    """The records with no other plan, and no other promise, than those asked for."""

    def asked(promise: Promised) -> Promised | None:
        return promise if target in (None, promise.id) else None

    plans = (one for one in records.plans.values() if plan in (None, one.id))
    made = [one.with_promises(asked, asked, asked) for one in plans]
    return _of_plans(records, made if target is None else filter(_promises_anything, made))


def only_some(records: Records, targets: Collection[str]) -> Records:
    """The records of these targets: no other promise, their plans, and the figures, claims and documents that bear on them."""
    made = (
        one.with_promises(
            lambda target: target if target.id in targets else None, lambda _: None, lambda _: None
        )
        for one in records.plans.values()
    )
    return _cited(_measured(_figures(_of_plans(records, filter(_promises_anything, made))), whole=False))


def _promises_anything(plan: Plan) -> bool:
    return any(one.targets or one.goals or one.deliverables for one in plan.milestones)


def _of_plans(records: Records, plans: Iterable[Plan]) -> Records:
    return replace(records, plans=MappingProxyType({one.id: one for one in plans}))


def _promises(records: Records) -> Iterable[Promise]:
    return (*records.targets.values(), *records.goals.values(), *records.deliverables.values())


def _figures(records: Records) -> Records:
    """Only the figures that bear on the promises, and the claims about either; events belong to no plan."""
    asked = asked_about(records, records.plans)
    observations = {k: v for k, v in records.observations.items() if v.indicator in asked}
    promises = {one.id for one in _promises(records)}
    there = {*promises, *observations}
    claims = {k: v for k, v in records.claims.items() if v.maps_to in there}
    return replace(
        records,
        observations=MappingProxyType(observations),
        claims=MappingProxyType(claims),
        events=MappingProxyType({}),
        evidence=MappingProxyType({k: v for k, v in records.evidence.items() if v.deliverable in promises}),
        ratings=MappingProxyType({k: v for k, v in records.ratings.items() if v.promise in promises}),
    )


def _measured(records: Records, *, whole: bool) -> Records:
    """Series from their first figure on; all indicators, or those that a promise asks about."""
    asked = asked_about(records, records.plans)
    indicators = {
        name: one.model_copy(update={"series": tuple(s for s in one.series if records.observations_of(s.id))})
        for name, one in records.indicators.items()
        if whole or name in asked
    }
    return replace(records, indicators=MappingProxyType(indicators))


def _cited(records: Records) -> Records:
    """Only the documents on which something listed rests."""
    cited = {one.source for one in _resting(records)}
    cited.update(one.read_through for one in _promises(records) if one.read_through)
    sources = {name: one for name, one in records.sources.items() if name in cited}
    return replace(records, sources=MappingProxyType(sources))


def _resting(records: Records) -> Iterable[_Cites]:
    """Everything that names a source."""
    yield from records.plans.values()
    yield from _promises(records)
    yield from records.observations.values()
    yield from records.claims.values()
    yield from records.evidence.values()
    yield from records.ratings.values()
    yield from records.rates
    yield from records.prices
