"""The store: all records of one folder, checked, in one frozen object.

Everything downstream takes a :class:`Records` and never a file. Mappings keep the order of the files.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from metrics.records.logo import Logo
from metrics.records.model import (
    Category,
    Claim,
    Deliverable,
    DeliveryReport,
    Event,
    ExchangeRate,
    Family,
    Glance,
    Goal,
    Group,
    Indicator,
    NamedDeck,
    Observation,
    Place,
    Plan,
    PriceIndex,
    Question,
    Rating,
    RatingScale,
    Release,
    ReleaseMapping,
    Series,
    Source,
    Target,
    Theme,
    Unit,
)
from metrics.records.problem import Problem
from metrics.records.warning import is_ahead


@dataclass(frozen=True)
class Records:
    """What was promised and what was reported. Each mapping goes from id to record."""

    as_of: date  # the day on which the data were last brought up to date
    glance: Glance
    plans: Mapping[str, Plan]
    units: Mapping[str, Unit]
    families: Mapping[str, Family]
    places: Mapping[str, Place]
    indicators: Mapping[str, Indicator]
    observations: Mapping[str, Observation]
    sources: Mapping[str, Source]
    categories: Mapping[str, Category]
    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    rates: tuple[ExchangeRate, ...]
    prices: tuple[PriceIndex, ...]
    questions: Mapping[str, Question] = field(default_factory=lambda: MappingProxyType({}))
    groups: Mapping[str, Group] = field(default_factory=lambda: MappingProxyType({}))
    decks: Mapping[str, NamedDeck] = field(default_factory=lambda: MappingProxyType({}))
    evidence: Mapping[str, DeliveryReport] = field(default_factory=lambda: MappingProxyType({}))
    scales: Mapping[str, RatingScale] = field(default_factory=lambda: MappingProxyType({}))
    ratings: Mapping[str, Rating] = field(default_factory=lambda: MappingProxyType({}))
    mappings: Mapping[str, ReleaseMapping] = field(default_factory=lambda: MappingProxyType({}))
    releases: Mapping[str, Release] = field(default_factory=lambda: MappingProxyType({}))
    theme: Theme | None = None
    logo: Logo | None = None
    warnings: tuple[Problem, ...] = ()  # what is in order and still wants a look
    digest: str = ""  # sha256 of the files, hexadecimal; "" for records made by hand

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        """All targets of all plans, in the order of the file."""
        return MappingProxyType(
            {t.id: t for p in self.plans.values() for m in p.milestones for t in m.targets}
        )

    @cached_property
    def goals(self) -> Mapping[str, Goal]:
        """All goals of all plans, in the order of the file."""
        return MappingProxyType({g.id: g for p in self.plans.values() for m in p.milestones for g in m.goals})

    @cached_property
    def deliverables(self) -> Mapping[str, Deliverable]:
        """All deliverables of all plans, in the order of the file."""
        found = (d for p in self.plans.values() for m in p.milestones for d in m.deliverables)
        return MappingProxyType({one.id: one for one in found})

    @cached_property
    def series(self) -> Mapping[str, Series]:
        """All series of all indicators, in the order of the file."""
        return MappingProxyType({s.id: s for i in self.indicators.values() for s in i.series})

    @cached_property
    def _by_series(self) -> Mapping[str, tuple[Observation, ...]]:
        found: dict[str, list[Observation]] = {}
        for observation in self.observations.values():
            found.setdefault(observation.series, []).append(observation)
        return {
            series: tuple(sorted(rows, key=lambda o: (o.period.end, o.period.start, o.known)))
            for series, rows in found.items()
        }

    def ahead_of_source(self, observation: Observation) -> bool:
        """Whether a figure counts as known before the document that is cited for it appeared."""
        return is_ahead(observation, self.sources.get(observation.source))

    def overlapping(self, series: str) -> tuple[Series, ...]:
        """The series with figures that count partly the same things as this one, whichever of the two says so."""
        named = self.series[series].overlaps if series in self.series else ()
        return tuple(
            one
            for one in self.series.values()
            if (one.id in named or series in one.overlaps) and self.observations_of(one.id)
        )

    def observations_of(self, series: str) -> tuple[Observation, ...]:
        """All observations of a series, every place, by end of period, then by publication."""
        return self._by_series.get(series, ())
