"""Families at a glance: for each family of indicators what was promised about it, and what is known of it now.

In: the records known on a day, the statuses of the targets shown. Out: one :class:`FamilyView` a family. Which indicator
and which series stand for it is the rule of ``lead``; which families are shown is said in the file, or follows from
what the plans promise.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from metrics.progress.benchmarks import BenchmarkResult, goal_results
from metrics.progress.evidence import evidence
from metrics.progress.headline import STATE
from metrics.progress.lead import places_of, ranked_indicators, ranked_series
from metrics.progress.result import Status
from metrics.records.model import Goal, Indicator, Observation, Target
from metrics.records.store import Records
from metrics.records.vocabulary import Independence

MOST = 6  # so many families are shown where the file names none


@dataclass(frozen=True, slots=True)
class LatestFigure:
    """The latest figure of a group of reporters; ``beside`` is that of the place compared, same series and period."""

    figure: Observation
    beside: Observation | None


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family on the first page."""

    family: str  # id
    indicator: Indicator  # the one that stands for it
    places: tuple[str, ...]  # the plan's own first, then those it is compared with
    promises: tuple[Status, ...]  # the targets that name the indicator, else those of the family; by due date
    others: int  # targets of the family beside them
    benchmarks: tuple[
        BenchmarkResult, ...
    ]  # tests chosen here, of goals, on a series of the family; by due date
    independent: LatestFigure | None
    state: LatestFigure | None
    lead: str | None  # the series that says most now


def family_views(
    records: Records, statuses: Sequence[Status], known_on: date, plans: Sequence[str]
) -> tuple[FamilyView, ...]:
    """The families of some plans, in the order of the file, or in the one that the file asks for.

    Args:
        records: the records known on the day.
        statuses: the targets of the plans.
        known_on: the day.
        plans: ids of the plans shown.
    """
    goals = [goal for goal in records.goals.values() if goal.plan in plans]
    goals.sort(key=lambda goal: goal.due)
    results = [result for goal in goals for result in goal_results(records, goal, known_on)]
    shown = _families(records, statuses, results, plans)
    named = {status.target.indicator for status in statuses}
    return tuple(
        _view(records, family, statuses, results, known_on, plans=plans, named=named) for family in shown
    )


def _families(
    records: Records, statuses: Iterable[Status], results: Iterable[BenchmarkResult], plans: Sequence[str]
) -> tuple[str, ...]:
    """Those that the file names for its first page; else those with figures that a target, then a benchmark asks for."""
    if records.glance.families and set(plans) == set(records.glance.plans):
        return tuple(one for one in records.glance.families if _members(records, one))
    figures = {records.indicators[one.indicator].family for one in records.observations.values()}
    promised = {records.indicators[one.target.indicator].family for one in statuses}
    tested = {_family_of(one, records) for one in results}
    asked = [
        one for group in (promised, tested) for one in records.families if one in group and one in figures
    ]
    chosen = tuple(dict.fromkeys(asked))[:MOST]
    return tuple(one for one in records.families if one in chosen)


def families_of(records: Records, promise: Target | Goal) -> frozenset[str]:
    """The families of what a promise names; of a goal also those of its benchmarks."""
    named = {promise.indicator} if promise.indicator else set()
    if isinstance(promise, Goal):
        named.update(records.series[one.series].indicator for one in promise.benchmarks)
    return frozenset(records.indicators[one].family for one in named)


def _members(records: Records, family: str) -> list[Indicator]:
    return [one for one in records.indicators.values() if one.family == family]


def _family_of(result: BenchmarkResult, records: Records) -> str:
    return records.indicators[records.series[result.benchmark.series].indicator].family


def _view(
    records: Records,
    family: str,
    statuses: Sequence[Status],
    results: Sequence[BenchmarkResult],
    known_on: date,
    *,
    plans: Sequence[str],
    named: Collection[str],
) -> FamilyView:
    places = places_of(records, plans)
    indicator = records.indicators[ranked_indicators(records, family, known_on, places, named)[0]]
    ranked = ranked_series(records, indicator, known_on, places, is_promised=indicator.id in named)
    of_family = [one for one in statuses if records.indicators[one.target.indicator].family == family]
    own = [one for one in of_family if one.target.indicator == indicator.id] or of_family
    promises = sorted(own, key=lambda one: one.target.due)
    return FamilyView(
        family=family,
        indicator=indicator,
        places=places,
        promises=tuple(promises),
        others=len(of_family) - len(promises),
        benchmarks=tuple(one for one in results if _family_of(one, records) == family),
        independent=_latest(records, ranked, known_on, places, (Independence.INDEPENDENT,)),
        state=_latest(records, ranked, known_on, places, STATE),
        lead=ranked[0] if ranked else None,
    )


def _latest(
    records: Records,
    ranked: Sequence[str],
    known_on: date,
    places: Sequence[str],
    group: Collection[Independence],
) -> LatestFigure | None:
    """The figure whose period ended last; of several, that of the series that stands first."""
    found: Observation | None = None
    for series in ranked:
        figures = evidence(records, series, places[0], known_on).figures
        if records.series[series].independence in group and figures:
            last = figures[-1]
            if found is None or last.period.end > found.period.end:
                found = last
    if found is None:
        return None
    beside = [
        figure
        for place in places[1:]
        for figure in evidence(records, found.series, place, known_on).figures
        if figure.period == found.period
    ]
    return LatestFigure(found, beside[0] if beside else None)
