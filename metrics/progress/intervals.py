"""Intervals compared: the set of values that a published figure allows, held against a demand.

In: an interval, and a target or a benchmark. Out: three-valued answers: True (the whole interval
passes), False (none of it does), None (cannot be decided). ``reading`` and ``benchmarks`` build on it.
"""

import math
from collections.abc import Callable
from typing import Protocol

from metrics.records.interval import Interval, percent_off
from metrics.records.vocabulary import Comparator

TWO_SIDED_PERCENT = 10  # a two-sided target with one value allows this much either side


class Demand(Protocol):
    """What a value is compared with: a target, or a benchmark with a value."""

    @property
    def comparator(self) -> Comparator: ...

    @property
    def value(self) -> float | None: ...


def _all_above(a: Interval, b: Interval, *, strict: bool) -> bool | None:
    """Whether every value of ``a`` lies above every one of ``b``; False where none does."""
    if a.low > b.high or (a.low == b.high and (not strict or a.low_open or b.high_open)):
        return True
    if a.high < b.low or (a.high == b.low and (strict or a.high_open or b.low_open)):
        return False
    return None


def compare(value: Interval, comparator: Comparator, against: Interval) -> bool | None:
    """Hold one interval against another: True for every pair of values, False for none, else None.

    ``~`` asks for a value within 10 % of the other.

    >>> compare(Interval(5, 6), Comparator.MORE, Interval(3, 5))
    >>> compare(Interval(5, 6, low_open=True), Comparator.MORE, Interval(3, 5))
    True
    """
    match comparator:
        case Comparator.MORE:
            return _all_above(value, against, strict=True)
        case Comparator.AT_LEAST:
            return _all_above(value, against, strict=False)
        case Comparator.LESS:
            return _all_above(against, value, strict=True)
        case Comparator.AT_MOST:
            return _all_above(against, value, strict=False)
        case Comparator.ABOUT:
            floor = _each_end(against, lambda v: percent_off(v, -TWO_SIDED_PERCENT))
            ceiling = _each_end(against, lambda v: percent_off(v, TWO_SIDED_PERCENT))
            return _between(value, floor, ceiling)


def _each_end(of: Interval, change: Callable[[float], float]) -> Interval:
    low = change(of.low) if math.isfinite(of.low) else of.low
    high = change(of.high) if math.isfinite(of.high) else of.high
    return Interval(low, high, of.low_open, of.high_open)


def _between(value: Interval, floor: Interval, ceiling: Interval) -> bool | None:
    answers = (_all_above(value, floor, strict=False), _all_above(ceiling, value, strict=False))
    if False in answers:
        return False
    return None if None in answers else True


def satisfies(value: Interval, demand: Demand) -> bool | None:
    """Hold an interval against a target or against a benchmark with a value, in the same unit.

    ``>`` is strict. ``~`` is two-sided: from ``value`` to ``value_high``, or ``value`` +/- 10 %.

    Raises:
        ValueError: the benchmark has no value: it is to be compared with another place.

    >>> from types import SimpleNamespace
    >>> target = SimpleNamespace(comparator=Comparator.MORE, value=150)
    >>> satisfies(Interval(150, 150), target), satisfies(Interval(160, 170), target)
    (False, True)
    >>> satisfies(Interval(100, math.inf, low_open=True, high_open=True), target)
    """
    if demand.value is None:
        raise ValueError("a demand without a value cannot be compared with a number")
    point = Interval(demand.value, demand.value)
    value_high: float | None = getattr(demand, "value_high", None)
    if demand.comparator is Comparator.ABOUT and value_high is not None:
        return _between(value, point, Interval(value_high, value_high))
    return compare(value, demand.comparator, point)
