"""Known on: what could be known on a day, and which of it is judged.

In: all records and a day, or the rows of one series and place. Out: the records of that day
(:func:`as_known_on`), and of the rows those that are judged (:func:`judged`). ``evidence`` keeps both at hand.

Notes and assessments are written here, with what is known on the day to which the data were brought up to date
(``Records.as_of``). For an earlier day they would show what came later, so they are left out
(:func:`with_hindsight`); only a flagged figure keeps its note, without which it must not stand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from metrics.progress.about import asked_about
from metrics.progress.editions import RevisedTarget, first_promise, plan_on
from metrics.records.model import (
    Deliverable,
    DeliveryReport,
    Edition,
    Event,
    Goal,
    Indicator,
    Observation,
    Plan,
    Promise,
    Rating,
    Series,
    Source,
    Target,
)
from metrics.records.period import never_judged
from metrics.records.store import Records
from metrics.records.vocabulary import Measure, Usable

Noted = TypeVar(
    "Noted",
    Plan,
    Target,
    Edition,
    Goal,
    Deliverable,
    DeliveryReport,
    Rating,
    Series,
    Observation,
    Source,
    Event,
)


def with_hindsight(records: Records, day: date) -> bool:
    """Whether a day is late enough for notes and assessments, which say what is known on ``records.as_of``."""
    return day >= records.as_of


def as_known_on(records: Records, day: date) -> Records:
    """The records as they could be known on a day.

    A plan exists from the end of the period in which it was published, and its targets stand in it as they stood on the day; an observation and a source are
    known from the end of theirs, an event from the end of its date, a claim with its source, a yearly
    exchange rate or price index once the year is over. A source that something known cites stays,
    whatever its own date. An indicator stays where a figure of it is known, a known promise or benchmark names
    it, or the first page shows it. Before ``records.as_of`` nothing carries a note but flagged figures, and there are no questions. Lists of
    words stay as they are.
    """
    plans = {k: plan_on(v, day) for k, v in records.plans.items() if v.published.end <= day}
    promised = {one.id for plan in plans.values() for one in _promises_of(plan)}
    observations = {k: v for k, v in records.observations.items() if v.known <= day}
    events = {k: v for k, v in records.events.items() if v.date.end <= day}
    evidence = {k: v for k, v in records.evidence.items() if v.known <= day and v.deliverable in promised}
    ratings = {k: v for k, v in records.ratings.items() if v.known <= day and v.promise in promised}
    rates = tuple(r for r in records.rates if date(r.year, 12, 31) <= day)
    prices = tuple(p for p in records.prices if date(p.year, 12, 31) <= day)
    published = {k for k, v in records.sources.items() if v.published.end <= day}
    cited = {c for plan in plans.values() for c in _cited_by(plan)}
    for group in (observations.values(), events.values(), evidence.values(), ratings.values(), rates, prices):
        cited.update(record.source for record in group)
    sources = {k: v for k, v in records.sources.items() if k in published or k in cited}
    named = {records.glance.indicator, *(o.indicator for o in observations.values())}
    named.update(asked_about(records, plans))
    indicators = {k: v for k, v in records.indicators.items() if k in named}
    questions = records.questions
    if not with_hindsight(records, day):
        plans = {k: _bare(v.with_promises(_bare_target, _bare, _bare)) for k, v in plans.items()}
        indicators = {k: _indicator_without_notes(v) for k, v in indicators.items()}
        flagged = Usable.FLAG
        observations = {k: v if v.usable is flagged else _bare(v) for k, v in observations.items()}
        events = {k: _bare(v) for k, v in events.items()}
        evidence = {k: _bare(v) for k, v in evidence.items()}
        ratings = {k: _bare(v) for k, v in ratings.items()}
        sources = {k: _bare(v) for k, v in sources.items()}
        questions = MappingProxyType({})
    return replace(
        records,
        plans=MappingProxyType(plans),
        indicators=MappingProxyType(indicators),
        observations=MappingProxyType(observations),
        sources=MappingProxyType(sources),
        events=MappingProxyType(events),
        evidence=MappingProxyType(evidence),
        ratings=MappingProxyType(ratings),
        claims=MappingProxyType({k: v for k, v in records.claims.items() if v.source in published}),
        rates=rates,
        prices=prices,
        questions=questions,
    )


def _bare(record: Noted) -> Noted:
    """The record without its note."""
    return record if record.note is None else record.model_copy(update={"note": None})


def _bare_target(target: Target) -> Target:
    """The target without its note and those of its editions."""
    bare = _bare(target)
    if not bare.editions:
        return bare
    changed: dict[str, object] = {"editions": tuple(map(_bare, bare.editions))}
    if isinstance(bare, RevisedTarget):
        changed["first"] = _bare_target(bare.first)
    return bare.model_copy(update=changed)


def _indicator_without_notes(indicator: Indicator) -> Indicator:
    quality = indicator.quality.model_copy(update={"limits": None, "handling": None})
    return indicator.model_copy(
        update={"quality": quality, "series": tuple(_bare(series) for series in indicator.series)}
    )


def _cited_by(plan: Plan) -> Iterator[str]:
    yield plan.source
    for promise in _promises_of(plan):
        yield promise.source
        if promise.read_through is not None:
            yield promise.read_through
        if isinstance(promise, Target):
            yield from (first_promise(promise).source, *(one.source for one in promise.editions))


def _promises_of(plan: Plan) -> Iterator[Promise]:
    for milestone in plan.milestones:
        yield from (*milestone.targets, *milestone.goals, *milestone.deliverables)


def order(observation: Observation) -> tuple[date, bool, date]:
    """Sorts figures by the end of their period; of two that end on one day, a year stands last."""
    period = observation.period
    return (period.end, period.spans_a_year, period.start)


def newest(rows: Iterable[Observation]) -> tuple[Observation, ...]:
    """The newest vintage for each period, by the end of the period.

    Args:
        rows: rows of one series and place, by publication.
    """
    return tuple(sorted({row.period.days: row for row in rows}.values(), key=order))


def judged(rows: Iterable[Observation], measure: Measure) -> tuple[Observation, ...]:
    """The figures that are judged: the newest vintage for each period, by the end of the period.

    Actuals and estimates are judged; a forecast or a derived row never replaces one. Half-years and
    quarters of a flow, and spans of years, are left out.

    Args:
        rows: rows of one series and place, by publication.
        measure: what kind of quantity the indicator is.
    """
    return newest(row for row in rows if row.judged and not never_judged(row.period, measure))
