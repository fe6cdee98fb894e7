"""Intervals: a published value as the set of values that it allows, and arithmetic on such sets.

In: an observation. Out: an :class:`Interval`. ``progress.intervals`` holds intervals against a demand,
``calculated`` works out changes, ratios and totals with them.
"""

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from metrics.records.model import Observation
from metrics.records.vocabulary import Bound

ABOUT_PERCENT = 5  # a value worded "about" without a range allows this much either side


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``; an open end does not belong to it. Infinite ends are open.

    >>> 100 in Interval(100, math.inf, low_open=True), 101 in Interval(100, math.inf, low_open=True)
    (False, True)
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    @property
    def finite(self) -> bool:
        """Whether both ends are finite."""
        return math.isfinite(self.low) and math.isfinite(self.high)

    def plus(self, other: "Interval") -> "Interval":
        """All sums of a value of each.

        >>> Interval(1, 2).plus(Interval(3, math.inf, low_open=True, high_open=True)).low
        4.0
        """
        return Interval(
            _exact(operator.add, self.low, other.low),
            _exact(operator.add, self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def minus(self, other: "Interval") -> "Interval":
        """All differences of a value of each.

        >>> Interval(0.3, 0.3).minus(Interval(0.1, 0.2))
        Interval(low=0.1, high=0.2, low_open=False, high_open=False)
        """
        return self.plus(Interval(-other.high, -other.low, other.high_open, other.low_open))

    def over(self, other: "Interval") -> "Interval":
        """All quotients of a value of each; the other holds only values above 0.

        >>> Interval(60, math.inf, high_open=True).over(Interval(80, 100))
        Interval(low=0.6, high=inf, low_open=False, high_open=True)
        """
        ends = []
        for end, is_open, is_low in ((self.low, self.low_open, True), (self.high, self.high_open, False)):
            far = (end >= 0) == is_low  # whether the quotient is outermost by the other's upper end
            by, by_open = (other.high, other.high_open) if far else (other.low, other.low_open)
            ends.append((_exact(operator.truediv, end, by), is_open or (by_open and end != 0)))
        return Interval(ends[0][0], ends[1][0], ends[0][1], ends[1][1])

    def scaled(self, factor: float, shift: float = 0.0) -> "Interval":
        """Each value times a factor above 0, and a shift added."""
        low, high = (
            _exact(lambda a, b: a * b + Fraction(shift), end, factor) for end in (self.low, self.high)
        )
        return Interval(low, high, self.low_open, self.high_open)

    def root(self, degree: float) -> "Interval":
        """The root of each value, none of which is below 0."""
        if degree == 1:
            return self
        return Interval(self.low ** (1 / degree), self.high ** (1 / degree), self.low_open, self.high_open)

    def __contains__(self, value: float) -> bool:
        above = self.low < value if self.low_open else self.low <= value
        return above and (value < self.high if self.high_open else value <= self.high)


def _exact(operate: Callable[[Fraction, Fraction], Fraction], one: float, other: float) -> float:
    """Work on two numbers as they are written, without a digit that drifts; with an infinite one, as floats."""
    if math.isfinite(one) and math.isfinite(other):
        return float(operate(Fraction(repr(float(one))), Fraction(repr(float(other)))))
    if math.isinf(other) and math.isfinite(one) and operate is operator.truediv:
        return 0.0
    return one if math.isinf(one) else other


def percent_off(value: float, percent: int) -> float:
    """The value changed by ``percent`` of its size, computed in decimals so that no digit drifts.

    >>> percent_off(20, 10), percent_off(100, 10), percent_off(-100, -5)
    (22.0, 110.0, -105.0)
    """
    exact = Decimal(repr(float(value)))
    return float(exact + abs(exact) * percent / 100)


@lru_cache(maxsize=65536)
def _interval(value: float, low: float | None, high: float | None, bound: Bound) -> Interval:
    match bound:
        case Bound.EXACT:
            return Interval(value, value)
        case Bound.AT_LEAST:
            return Interval(value, math.inf, high_open=True)
        case Bound.MORE_THAN:
            return Interval(value, math.inf, low_open=True, high_open=True)
        case Bound.AT_MOST:
            return Interval(-math.inf, value, low_open=True)
        case Bound.LESS_THAN:
            return Interval(-math.inf, value, low_open=True, high_open=True)
        case Bound.ABOUT:
            return Interval(
                percent_off(value, -ABOUT_PERCENT) if low is None else low,
                percent_off(value, ABOUT_PERCENT) if high is None else high,
            )


def interval(observation: Observation) -> Interval:
    """What a published value allows, in the observation's unit.

    exact is [v, v]; at_least [v, inf); more_than (v, inf); at_most (-inf, v]; less_than (-inf, v);
    about is [low, high] where given, else v +/- 5 %.
    """
    return _interval(observation.value, observation.low, observation.high, observation.bound)
