"""Known on: what could be known on a day, and which of it is judged.

In: all records and a day, or the rows of one series and place. Out: the records of that day
(:func:`as_known_on`), and of the rows those that are judged (:func:`judged`). ``evidence`` keeps both at hand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from metrics.records.model import Observation, Plan
from metrics.records.period import Period
from metrics.records.store import Records
from metrics.records.vocabulary import Measure


def as_known_on(records: Records, day: date) -> Records:
    """The records as they could be known on a day.

    A plan exists from the end of the period in which it was published; an observation and a source are
    known from the end of theirs, an event from the end of its date, a claim with its source, a yearly
    exchange rate or price index once the year is over. A source that something known cites stays,
    whatever its own date. Indicators, series and all lists of words stay as they are.
    """
    plans = {k: v for k, v in records.plans.items() if v.published.end <= day}
    observations = {k: v for k, v in records.observations.items() if v.known <= day}
    events = {k: v for k, v in records.events.items() if v.date.end <= day}
    rates = tuple(r for r in records.rates if date(r.year, 12, 31) <= day)
    prices = tuple(p for p in records.prices if date(p.year, 12, 31) <= day)
    published = {k for k, v in records.sources.items() if v.published.end <= day}
    cited = {c for plan in plans.values() for c in _cited_by(plan)}
    for group in (observations.values(), events.values(), rates, prices):
        cited.update(record.source for record in group)
    return replace(
        records,
        plans=MappingProxyType(plans),
        observations=MappingProxyType(observations),
        sources=MappingProxyType({k: v for k, v in records.sources.items() if k in published or k in cited}),
        events=MappingProxyType(events),
        claims=MappingProxyType({k: v for k, v in records.claims.items() if v.source in published}),
        rates=rates,
        prices=prices,
    )


def _cited_by(plan: Plan) -> Iterator[str]:
    yield plan.source
    for milestone in plan.milestones:
        for promise in (*milestone.targets, *milestone.goals):
            yield promise.source
            if promise.read_through is not None:
                yield promise.read_through


def order(observation: Observation) -> tuple[date, bool, date]:
    """Sorts figures by the end of their period; of two that end on one day, a year stands last."""
    period = observation.period
    return (period.end, period.spans_a_year, period.start)


def part_of_a_flow(period: Period, measure: Measure) -> bool:
    """Whether a period is a half-year or a quarter of a flow: drawn, never judged, no pace point."""
    return measure is Measure.FLOW and period.form in ("half", "quarter")


def newest(rows: Iterable[Observation]) -> tuple[Observation, ...]:
    """The newest vintage for each period, by the end of the period.

    Args:
        rows: rows of one series and place, by publication.
    """
    return tuple(sorted({row.period.text: row for row in rows}.values(), key=order))


def judged(rows: Iterable[Observation], measure: Measure) -> tuple[Observation, ...]:
    """The figures that are judged: the newest vintage for each period, by the end of the period.

    Actuals and estimates are judged; a forecast or a derived row never replaces one. Half-years and
    quarters of a flow are left out.

    Args:
        rows: rows of one series and place, by publication.
        measure: what kind of quantity the indicator is.
    """
    return newest(row for row in rows if row.judged and not part_of_a_flow(row.period, measure))
