"""Intervals: a published value as the set of values that it allows, and arithmetic on such sets.

In: an observation. Out: an :class:`Interval`. ``progress.intervals`` holds intervals against a demand,
``calculated`` works out changes, ratios and totals with them.
"""

import math
from dataclasses import dataclass
from decimal import Decimal
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

    def __contains__(self, value: float) -> bool:
        above = self.low < value if self.low_open else self.low <= value
        return above and (value < self.high if self.high_open else value <= self.high)


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
