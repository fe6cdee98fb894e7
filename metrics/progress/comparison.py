"""Comparing: the targets that two plans set for one indicator, side by side.

In: the status of every target on a day. Out: a frozen :class:`Comparison`: each plan's targets, the pace that it asks for
from its own stated start, and between targets near each other in time what differs, or why nothing can be said of it.
Differences are only named inside one indicator, one unit (currency and price basis are part of it), one place and one way
of asking.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from typing import Literal

from metrics.progress.pace import baseline, paces
from metrics.progress.result import Pace, Path, Point, Progress, Status
from metrics.records.model import Target, Unit
from metrics.records.store import Records
from metrics.records.vocabulary import Comparator, Measure

_UP, _DOWN = (Comparator.MORE, Comparator.AT_LEAST), (Comparator.LESS, Comparator.AT_MOST)
_STRICT = (Comparator.MORE, Comparator.LESS)


class Apart(StrEnum):
    """Why nothing can be said of what differs between two targets of one indicator."""

    PLACE = "place"
    PRICES = "prices"  # one currency, other prices
    UNIT = "unit"
    DEMAND = "demand"  # one asks for at least, the other for at most, about or a range


@dataclass(frozen=True, slots=True)
class Lag:
    """How much later one day is than another; ``n`` is negative where it is earlier."""

    n: int
    unit: Literal["years", "months", "days"]


@dataclass(frozen=True, slots=True)
class TargetDifference:
    """What the second of two targets asks beside the first."""

    first: Target
    second: Target
    lag: Lag
    apart: Apart | None  # None: they can be compared
    change: float | None  # second - first, in the unit of both
    share: (
        float | None
    )  # change / first, 0.25 = 25 % more; None for a ratio, and where a value is not positive
    strict: int  # 1: only the second must be passed, not reached; -1: only the first; 0: both alike


@dataclass(frozen=True, slots=True)
class Promised:
    """One target of a plan."""

    status: Status
    asked: tuple[Pace, ...]  # from the plan's stated baseline to the target; empty where it states none


@dataclass(frozen=True, slots=True)
class Comparison:
    """The targets of two plans for one indicator, each plan's by due date."""

    indicator: str
    plans: tuple[str, str]
    first: tuple[Promised, ...]
    second: tuple[Promised, ...]
    differences: tuple[TargetDifference, ...]  # of targets that are each other's nearest in time, by due date

    @property
    def sides(self) -> tuple[tuple[Promised, ...], tuple[Promised, ...]]:
        """Both plans' targets."""
        return self.first, self.second


def planned(statuses: Iterable[Status]) -> Mapping[str, tuple[str, ...]]:
    """The plans that set a target for each indicator, in the order of the statuses."""
    found: dict[str, dict[str, None]] = {}
    for one in statuses:
        found.setdefault(one.target.indicator, {})[one.target.plan] = None
    return {indicator: tuple(plans) for indicator, plans in found.items()}


def offered(plans: Sequence[str], targets: Iterable[Target], units: Mapping[str, Unit]) -> tuple[str, str]:
    """The first pair of plans with targets that can be compared; where there is none the first two.

    Args:
        plans: the ids of at least two plans, in their order.
        targets: their targets for one indicator.
        units: all units, by id.
    """
    all_targets = tuple(targets)
    of = {plan: [one for one in all_targets if one.plan == plan] for plan in plans}
    pairs = list(combinations(plans, 2))
    able = (
        pair
        for pair in pairs
        if any(apart(one, other, units) is None for one in of[pair[0]] for other in of[pair[1]])
    )
    return next(able, pairs[0])


def compared(progress: Progress, records: Records, indicator: str, plans: tuple[str, str]) -> Comparison:
    """The targets of two plans for one indicator.

    Args:
        progress: the status of every target on the day.
        records: what was known on the day.
        indicator: the id of the indicator.
        plans: the ids of the two plans.

    Raises:
        ValueError: one of them sets no target for the indicator, or both are one plan.
    """
    measure = records.indicators[indicator].measure
    first, second = (
        tuple(
            Promised(one, asked(one.target, measure, progress.path))
            for one in _statuses(progress.statuses.values(), indicator, plan)
        )
        for plan in plans
    )
    if not first or not second or plans[0] == plans[1]:
        raise ValueError(f"'{plans[0]}' and '{plans[1]}' are not two plans with a target for '{indicator}'")
    found = differences(
        [one.status.target for one in first], [one.status.target for one in second], measure, records.units
    )
    return Comparison(indicator, plans, first, second, found)


def _statuses(statuses: Iterable[Status], indicator: str, plan: str) -> list[Status]:
    its = [one for one in statuses if (one.target.indicator, one.target.plan) == (indicator, plan)]
    return sorted(its, key=lambda one: _order(one.target))


def _order(target: Target) -> tuple[date, str]:
    return target.due, target.id


def asked(target: Target, measure: Measure, chosen: Path | None = None) -> tuple[Pace, ...]:
    """The pace that a plan asks for from its own stated baseline: ``required`` of each path that the rules allow.

    It is the pace of a quantity that stands at the baseline and reaches the target on its due date; nothing that was
    reported goes into it. Empty where the plan states no baseline.
    """
    if baseline(target) is None:
        return ()
    return paces(target, (Point(target.due, target.value, None),), measure, chosen)


def differences(
    first: Sequence[Target], second: Sequence[Target], measure: Measure, units: Mapping[str, Unit]
) -> tuple[TargetDifference, ...]:
    """What differs between targets that are each other's nearest in time, by due date of the first.

    Where some of them can be compared, only these are; where none can, each pair says why. Exchanging the two plans
    exchanges the targets of each pair and nothing else.
    """
    alike = {(one.id, other.id) for one in first for other in second if apart(one, other, units) is None}

    def nearest(target: Target, others: Sequence[Target], *, turned: bool) -> Target | None:
        able = [
            one
            for one in others
            if not alike or ((one.id, target.id) if turned else (target.id, one.id)) in alike
        ]
        return min(able, key=lambda one: (abs((one.due - target.due).days), *_order(one)), default=None)

    pairs = []
    for one in sorted(first, key=_order):
        other = nearest(one, second, turned=False)
        if other is not None and nearest(other, first, turned=True) is one:
            pairs.append(_difference(one, other, measure, units))
    return tuple(pairs)


def _difference(
    first: Target, second: Target, measure: Measure, units: Mapping[str, Unit]
) -> TargetDifference:
    why = apart(first, second, units)
    change = second.value - first.value if why is None else None
    positive = min(first.value, second.value) > 0
    share = change / first.value if change is not None and positive and measure is not Measure.RATIO else None
    strict = (second.comparator in _STRICT) - (first.comparator in _STRICT)
    return TargetDifference(first, second, lag(first.due, second.due), why, change, share, strict)


def apart(first: Target, second: Target, units: Mapping[str, Unit]) -> Apart | None:
    """Why two targets of one indicator cannot be compared; None where they can."""
    if first.place != second.place:
        return Apart.PLACE
    if first.unit != second.unit:
        one, other = units[first.unit], units[second.unit]
        same = one.currency is not None and one.currency == other.currency and one.prices != other.prices
        return Apart.PRICES if same else Apart.UNIT
    return None if _way(first) == _way(second) is not None else Apart.DEMAND


def _way(target: Target) -> str | None:
    """What a target asks for; None for a range, of which there is not one value."""
    if target.value_high is not None:
        return None
    return "up" if target.comparator in _UP else "down" if target.comparator in _DOWN else "about"


def lag(first: date, second: date) -> Lag:
    """How much later the second day is: in whole years or months where it is so many, else in days.

    >>> lag(date(2025, 12, 31), date(2030, 12, 31)), lag(date(2026, 6, 30), date(2025, 12, 31))
    (Lag(n=5, unit='years'), Lag(n=-6, unit='months'))
    >>> lag(date(2025, 1, 1), date(2025, 1, 15))
    Lag(n=14, unit='days')
    """
    months = (second.year - first.year) * 12 + second.month - first.month
    whole = first.day == second.day or all((day + timedelta(days=1)).day == 1 for day in (first, second))
    if whole and months % 12 == 0:
        return Lag(months // 12, "years")
    return Lag(months, "months") if whole else Lag((second - first).days, "days")
