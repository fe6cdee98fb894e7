"""What the file shows: the extract, with everything that several pages need.

In: an extract. Out: a frozen :class:`PageContext` that the pages are put together from.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from metrics.exports.extract import Extract, only_some
from metrics.exports.offline.addresses import Addresses
from metrics.figures.blocks import Link
from metrics.figures.frame import WIDTH
from metrics.figures.page_parts import PageData, TimelineView
from metrics.figures.page_parts.timeline import timeline_scene
from metrics.figures.timeline.entries import TimelineEntry, entries
from metrics.figures.timeline.scene import TimelineScene
from metrics.progress import histories
from metrics.progress.history import History
from metrics.progress.result import Progress, Status
from metrics.records.model import Deliverable, Goal, Indicator, Source
from metrics.records.store import Records
from metrics.words import Words


@dataclass(frozen=True)
class PageContext:
    """What a page of the file works with."""

    taken: Extract

    @property
    def known(self) -> Records:
        """Everything known on the day, for the sentences."""
        return self.taken.known

    @property
    def words(self) -> Words:
        """The language."""
        return self.taken.words

    @property
    def known_on(self) -> date:
        """The day as of which everything is told."""
        return self.taken.known_on

    @cached_property
    def records(self) -> Records:
        """What the file lists: cut to the plan or the targets that were asked for."""
        taken = self.taken
        return only_some(taken.records, taken.chosen) if taken.chosen else taken.records

    @cached_property
    def progress(self) -> Progress:
        """The results of the targets that the file lists."""
        listed = {one.target.id: one for one in self.statuses}
        return replace(self.taken.progress, statuses=MappingProxyType(listed))

    @property
    def is_cut(self) -> bool:
        """Whether the reader asked for a part of the promises."""
        return bool(self.taken.plan or self.taken.target or self.taken.chosen)

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        """The targets that have a page."""
        return tuple(one for one in self.taken.statuses if one.target.id in self.records.targets)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals that have a page."""
        return tuple(self.records.goals.values())

    @cached_property
    def deliverables(self) -> tuple[Deliverable, ...]:
        """The deliverables that have a page."""
        return tuple(self.records.deliverables.values())

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that have a page: those that were asked about, else all; those with figures only."""
        there = {one.indicator for one in self.known.observations.values()}
        if self.taken.chosen:
            there &= {one.target.indicator for one in self.statuses}
        return tuple(self.known.indicators[name] for name in self.records.indicators if name in there)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The documents that are listed: those on which something in the file rests."""
        kept = {*self.records.sources, *(one.source for one in self.entries)}
        return tuple(one for name, one in self.known.sources.items() if name in kept)

    @property
    def plans(self) -> tuple[str, ...]:
        """The plans of the file, by id."""
        return tuple(self.records.plans)

    @property
    def first_plans(self) -> tuple[str, ...]:
        """The plans of the first page, by id."""
        named = tuple(one for one in self.known.glance.plans if one in self.records.plans)
        return self.plans if self.is_cut or not named else named

    def page(self, plans: tuple[str, ...], link: Link | None = None) -> PageData:
        """What the parts of a page that counts the targets of these plans are made from."""
        return PageData(
            self.known, self.progress, self.histories, plans, self.words, "light", link or self.link
        )

    @cached_property
    def histories(self) -> dict[str, History]:
        """The history of every target that has one."""
        asked = {one.target.id for one in self.statuses}
        found = histories(self.known, self.known_on, self.progress.path, self.plans)
        return {name: one for name, one in found.items() if name in asked}

    @property
    def timeline(self) -> TimelineView:
        """What of the timeline is shown: all of it."""
        return TimelineView(self.plans, today=self.known_on)

    @cached_property
    def timeline_scene(self) -> TimelineScene:
        """The scene of it."""
        return timeline_scene(self.page(self.plans), self.timeline, "light", WIDTH)

    @cached_property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """What the table of the timeline lists."""
        return entries(self.timeline_scene) if self.known.plans or self.known.events else ()

    @cached_property
    def addresses(self) -> Addresses:
        """What can be linked to."""
        first: dict[str, str] = {}
        for claim in self.records.claims.values():
            first.setdefault(claim.source, claim.id)
        return Addresses(
            promises=frozenset(
                [
                    *(one.target.id for one in self.statuses),
                    *(one.id for one in (*self.goals, *self.deliverables)),
                ]
            ),
            indicators=frozenset(one.id for one in self.indicators),
            sources=frozenset(one.id for one in self.sources),
            claims=first,
            entries=frozenset(one.id for one in self.entries),
        )

    def link(self, page: str, /, **given: str | None) -> str:
        """The address of a block's link."""
        return self.addresses.link(page, **given)
