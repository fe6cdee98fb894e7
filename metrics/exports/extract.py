"""The extract: what one file is made from, cut to the day and to what the reader has chosen.

In: the records known on a day, the results of that day, and perhaps one plan or one target. Out: a frozen
:class:`Extract` in which everything that a row names is there too. Every format is written from it, in the
dashboard and on the command line, so the files are the same.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Protocol

from metrics.exports.hindsight import as_then
from metrics.progress import asked_about, assess, with_hindsight
from metrics.progress.result import Progress, Status
from metrics.records.model import Goal, Target, Text
from metrics.records.store import Records
from metrics.words import Words


class _Cites(Protocol):
    @property
    def source(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Extract:
    """What a file is made from."""

    known: Records  # everything known on the day, for the sentences
    records: (
        Records  # what the file lists: series from their first figure on, indicators that something names
    )
    progress: Progress  # the targets of ``records``
    words: Words
    plan: str | None = None  # None: all plans
    target: str | None = None  # None: all targets
    chosen: tuple[str, ...] = ()  # the targets of which slides are made; empty: all of them
    notes: bool = False  # whether the offline page holds what a presenter would say
    base: str | None = None  # where the dashboard stands, for addresses that can be typed; None: not known
    short: Callable[..., str] | None = None  # makes the addresses of slides; None: from ``base``

    @property
    def known_on(self) -> date:
        """The day as of which everything is told."""
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
        progress = assess(only(known, self.plan, self.target), self.known_on, self.progress.path)
        shown = extract(known, progress, self.words, self.plan, self.target)
        return replace(self, known=known, records=shown.records, progress=shown.progress)

    def as_then(self, text: Text | None) -> Text | None:
        """One of our own texts, unless it would tell what came after the day."""
        return as_then(text, self.known_on, is_earlier=self.is_earlier)

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
    """The records with no other plan, and no other target or goal, than those asked for."""
    kept = {}
    for one in records.plans.values():
        if plan in (None, one.id):
            milestones = tuple(
                m.model_copy(
                    update={
                        "targets": tuple(t for t in m.targets if target in (None, t.id)),
                        "goals": tuple(g for g in m.goals if target in (None, g.id)),
                    }
                )
                for m in one.milestones
            )
            if target is None or any(m.targets or m.goals for m in milestones):
                kept[one.id] = one.model_copy(update={"milestones": milestones})
    return replace(records, plans=MappingProxyType(kept))


def only_some(records: Records, targets: Collection[str]) -> Records:
    """The records of these targets: no other promise, their plans, and the figures, claims and documents that bear on them."""
    kept = {}
    for plan in records.plans.values():
        milestones = tuple(
            one.model_copy(update={"targets": tuple(t for t in one.targets if t.id in targets), "goals": ()})
            for one in plan.milestones
        )
        if any(one.targets for one in milestones):
            kept[plan.id] = plan.model_copy(update={"milestones": milestones})
    cut = replace(records, plans=MappingProxyType(kept))
    return _cited(_measured(_figures(cut), whole=False))


def _promises(records: Records) -> Iterable[Target | Goal]:
    return (*records.targets.values(), *records.goals.values())


def _figures(records: Records) -> Records:
    """Only the figures that bear on the promises, and the claims about either; events belong to no plan."""
    asked = asked_about(records, records.plans)
    observations = {k: v for k, v in records.observations.items() if v.indicator in asked}
    there = {*records.targets, *records.goals, *observations}
    claims = {k: v for k, v in records.claims.items() if v.maps_to in there}
    return replace(
        records,
        observations=MappingProxyType(observations),
        claims=MappingProxyType(claims),
        events=MappingProxyType({}),
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
    return replace(
        records, sources=MappingProxyType({k: v for k, v in records.sources.items() if k in cited})
    )


def _resting(records: Records) -> Iterable[_Cites]:
    """Everything that names a source."""
    yield from records.plans.values()
    yield from _promises(records)
    yield from records.observations.values()
    yield from records.claims.values()
    yield from records.rates
    yield from records.prices
