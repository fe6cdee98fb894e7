"""The lead: the indicator that speaks for a family, and the series that says most of an indicator now.

In: records, a known-on day, and the places of the reader's interest, the plan's own first. Out: ids, best first. It is
a rule and nobody's pick: the pages open on what it finds, and on another day it may find another (docs/verdicts.md).
"""

from collections.abc import Collection, Sequence
from datetime import date

from metrics.progress.evidence import evidence
from metrics.progress.reading import SILENT_MONTHS
from metrics.records.model import Indicator, Observation, Series
from metrics.records.period import lapses
from metrics.records.store import Records
from metrics.records.vocabulary import Comparability, Independence

_Key = tuple[int | bool, ...]
_PAIR = 2


def compared(records: Records) -> tuple[str, ...]:
    """The two places that stand against each other, in a ratio and at first sight: the first two that the file declares.

    None where it declares fewer.
    """
    first = tuple(records.places)[:_PAIR]
    return first if len(first) == _PAIR else ()


def places_of(records: Records, plans: Sequence[str] = ()) -> tuple[str, ...]:
    """Whose figures lead: the place of the first of some plans, else of the first page's, then those compared.

    Args:
        records: the records.
        plans: ids of the plans shown; none: those of the first page.
    """
    named = [records.plans[one].place for one in (*plans, *records.glance.plans) if one in records.plans]
    return tuple(dict.fromkeys((*named[:1], *compared(records))))


def promised(records: Records, plans: Collection[str] = ()) -> frozenset[str]:
    """The indicators that the targets of some plans name; of all plans where none is given."""
    return frozenset(one.indicator for one in records.targets.values() if not plans or one.plan in plans)


def silent_years(end: date, day: date) -> int:
    """For how many years, begun ones included, a figure has been too old to count on a day; 0: it still counts.

    >>> silent_years(date(2024, 12, 31), date(2026, 12, 30)), silent_years(date(2024, 12, 31), date(2026, 12, 31))
    (0, 1)
    >>> silent_years(date(2020, 12, 31), date(2026, 11, 29))
    4
    """
    months = SILENT_MONTHS
    while lapses(end, months) <= day:
        months += 12
    return (months - SILENT_MONTHS) // 12


def ranked_series(
    records: Records, indicator: Indicator, day: date, places: Sequence[str], *, is_promised: bool
) -> tuple[str, ...]:
    """The series of an indicator that have a judged figure, the one that says most now first.

    In this order: one that repeats no other; figures for the first place; figures that reach the present, that is the
    24 months that count, else the shortest silence; a definition that can be compared with the target; figures for the
    other places too; the most years; an independent reporter; the latest figure; the order of the file.

    Args:
        records: the records.
        indicator: one of them.
        day: the known-on day.
        places: ids, the plan's own first, then those that it is compared with.
        is_promised: whether a target names the indicator; without one no definition is the right one.
    """
    keys: dict[str, _Key] = {}
    for series in indicator.series:
        found = [evidence(records, series.id, place, day).figures for place in places]
        shown = next((figures for figures in found if figures), ())
        if shown:
            keys[series.id] = _key(series, shown, found, day, is_promised=is_promised)
    return tuple(sorted(keys, key=lambda one: keys[one]))


def _key(
    series: Series,
    figures: Sequence[Observation],
    by_place: Sequence[Sequence[Observation]],
    day: date,
    *,
    is_promised: bool,
) -> _Key:
    latest = max(figure.period.end for figure in figures)
    return (
        series.repeats is not None,
        not by_place[0],
        silent_years(latest, day),
        is_promised and series.comparability is Comparability.DIFFERENT,
        sum(not one for one in by_place),
        -len({figure.period.end.year for figure in figures}),
        series.independence is not Independence.INDEPENDENT,
        -latest.toordinal(),
    )


def ranked_indicators(
    records: Records, family: str, day: date, places: Sequence[str], named: Collection[str]
) -> tuple[str, ...]:
    """The indicators of a family, the one that speaks for it first; those without a judged figure come last.

    In this order: figures for the first place; figures that reach the present, else the shortest silence; a target
    that names it; the order of the file, which lists what matters most first.

    Args:
        records: the records.
        family: the id of a family.
        day: the known-on day.
        places: ids, the plan's own first.
        named: ids of the indicators that the targets in question name.
    """
    members = [one for one in records.indicators.values() if one.family == family]
    keys = {one.id: _indicator_key(records, one, day, places, named) for one in members}
    return tuple(sorted(keys, key=lambda one: keys[one]))


def _indicator_key(
    records: Records, indicator: Indicator, day: date, places: Sequence[str], named: Collection[str]
) -> _Key:
    ends = [
        max(figure.period.end for figure in figures)
        for series in indicator.series
        if (figures := evidence(records, series.id, places[0], day).figures)
    ]
    there = any(
        evidence(records, series.id, place, day).figures for series in indicator.series for place in places
    )
    silence = silent_years(max(ends), day) if ends else 0
    return (not there, not ends, silence, indicator.id not in named)
