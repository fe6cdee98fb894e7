"""About: which indicators some plans are about. The timeline and what changed between two days go by this one rule.

In: records and ids of plans. Out: ids of indicators, in the order of the files.
"""

from collections.abc import Collection

from metrics.records.store import Records


def asked_about(records: Records, plans: Collection[str]) -> tuple[str, ...]:
    """The indicators that targets, goals and benchmarks of some plans name."""
    named = {one.indicator for one in records.targets.values() if one.plan in plans}
    for goal in records.goals.values():
        if goal.plan in plans:
            named.update({goal.indicator} if goal.indicator else ())
            named.update(records.series[one.series].indicator for one in goal.benchmarks)
    return tuple(one for one in records.indicators if one in named)


def indicators_about(records: Records, plans: Collection[str]) -> tuple[str, ...]:
    """Those that the plans ask about; with the plans of the first page also all with figures of its families."""
    named = set(asked_about(records, plans))
    first = set(records.glance.plans).intersection(records.plans)
    if first and first <= set(plans):
        shown = [one for one in records.indicators.values() if one.family in records.glance.families]
        named.update(
            one.id for one in shown if any(records.observations_of(series.id) for series in one.series)
        )
    return tuple(one for one in records.indicators if one in named)
