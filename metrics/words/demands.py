"""Demands: what a target or a benchmark asks for, worded as plans word it.

In: a target or a benchmark, and the records. Out: text. Where the indicator is calculated the base is told: ``at least 40% below
1990``, ``at least 5% a year on average since 2020``, ``at least twice the level in 2015``; else ``more than RMB 400 bn``.
"""

from collections.abc import Callable, Mapping

from metrics.progress.intervals import Demand
from metrics.records.calculated import CalculationDone
from metrics.records.model import Benchmark, Target, Unit
from metrics.records.store import Records
from metrics.records.vocabulary import Calculated, Comparator
from metrics.words.phrases import Phrases

#: What is asked of the size of a fall.
_TURNED = {
    Comparator.MORE: Comparator.LESS,
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.LESS: Comparator.MORE,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.ABOUT: Comparator.ABOUT,
}
_NAMED = {0.5: "half", 1.0: "same", 2.0: "twice"}
_UP = (Comparator.MORE, Comparator.AT_LEAST)
_DOWN = (Comparator.LESS, Comparator.AT_MOST)


def demand(words: Phrases, asked: Demand, records: Records) -> str:
    """What is asked for, as in charts: ``> 400``, ``≈ 20``, ``3–5``, ``≥ 40% below 1990``.

    Raises:
        ValueError: the demand has no value: it is to be compared with another place.
    """
    low, high = _values(asked)
    if says_unit(asked, records):
        return _in_words(words, asked, records, is_short=True)
    if high is not None:
        return words.numbers(low, high)
    return words.say(f"demand.{asked.comparator}", figure=words.number(low))


def demand_long(words: Phrases, asked: Demand, records: Records) -> str:
    """What is asked for, as in sentences: ``more than RMB 400 bn``, ``at least 40% below 1990``.

    Raises:
        ValueError: the demand has no value: it is to be compared with another place.
    """
    return _in_words(words, asked, records)


def says_unit(asked: Demand, records: Records) -> bool:
    """Whether a demand is told in words even where space is short, its unit in them."""
    _, calculation = _measured(asked, records)
    return calculation is not None and calculation.how in _WORDED


def _values(asked: Demand) -> tuple[float, float | None]:
    if asked.value is None:
        raise ValueError("a demand without a value has no words")
    return asked.value, getattr(asked, "value_high", None)


def _measured(asked: Demand, records: Records) -> tuple[Unit, CalculationDone | None]:
    """The unit of a demand, and how what it is about was calculated."""
    if isinstance(asked, Target):
        unit, indicator = asked.unit, asked.indicator
    else:
        assert isinstance(asked, Benchmark)  # noqa: S101 (nothing else asks for anything)
        series = records.series[asked.series]
        unit, indicator = series.unit, series.indicator
    calculation = records.indicators[indicator].calculation
    return records.units[unit], calculation if isinstance(calculation, CalculationDone) else None


def _in_words(words: Phrases, asked: Demand, records: Records, *, is_short: bool = False) -> str:
    _values(asked)
    unit, calculation = _measured(asked, records)
    if calculation is None or calculation.how not in _WORDED:
        return _bounded(words, asked, unit)
    return _WORDED[calculation.how](_Asked(words, asked, unit, calculation, is_short=is_short))


def _bounded(words: Phrases, asked: Demand, unit: Unit, section: str = "demand_long") -> str:
    low, high = _values(asked)
    if high is not None:
        return words.amounts(low, high, unit)
    return words.say(f"{section}.{asked.comparator}", figure=words.amount(low, unit))


class _Asked:
    """A demand of a calculated indicator, with what its words depend on."""

    def __init__(
        self,
        words: Phrases,
        asked: Demand,
        unit: Unit,
        calculation: CalculationDone,
        *,
        is_short: bool,
    ) -> None:
        self.words, self.asked, self.how = words, asked, calculation.how
        self.low, self.high = _values(asked)
        self.of_gap, self.of_share = calculation.of_gap, calculation.of_unit.is_share
        is_less = self.how in (Calculated.DIFFERENCE, Calculated.GAP)
        self.unit = words.points if self.of_share and is_less else unit
        self.base = calculation.base or calculation.since
        self.section = "demand" if is_short else "demand_long"

    def say(self, key: str, **params: str) -> str:
        """A text about demands, with the base as ``1990`` and as ``in 1990``."""
        words, base = self.words, self.base
        if base is None:
            name = when = words.say("asked.year_before")
        else:
            when = words.when(base)
            is_year = base.form in ("year", "fiscal")
            name = words.period(base) if is_year else words.say("asked.level", when=when)
        return words.say(f"asked.{key}", base=name, when=when, **params)

    def bounded(self) -> str:
        """The demand without its base: ``at least 120 index points``."""
        return _bounded(self.words, self.asked, self.unit, self.section)

    @property
    def kind(self) -> str:
        """The words for a rise or a fall: those of things counted, of a share, of a gap and so on."""
        if self.how is Calculated.AVERAGE_GROWTH:
            return "mean"
        if self.of_gap:
            return "gap_change"
        if self.how is not Calculated.DIFFERENCE:
            return "relative" if self.of_share else "change"
        if self.of_share:
            return "points"
        return "count" if self.words.is_counted(self.unit) else "amount"


def _change(one: _Asked) -> str:
    """``at least 40% below 1990``, ``5–10% above the year before``, ``no more than in 1990``."""
    words, low, high = one.words, one.low, one.high
    if high is None:
        return _moved(one, low, one.asked.comparator)
    if low * high < 0:
        return words.say("asked.between", low=_moved(one, low, None), high=_moved(one, high, None))
    near, far = sorted((abs(low), abs(high)))
    way = "down" if low < 0 else "up"
    return one.say(f"{one.kind}.{way}", figure=words.amounts(near, far, one.unit))


def _moved(one: _Asked, value: float, comparator: Comparator | None) -> str:
    words = one.words
    if not value and comparator is not None and one.how is not Calculated.AVERAGE_GROWTH:
        return one.say(f"{'gap_unchanged' if one.of_gap else 'unchanged'}.{comparator}")
    figure = words.amount(abs(value), one.unit)
    if comparator is not None:
        of_size = _TURNED[comparator] if value < 0 else comparator
        figure = words.say(f"{one.section}.{of_size}", figure=figure)
    return one.say(f"{one.kind}.{'down' if value < 0 else 'up'}", figure=figure)


def _multiple(one: _Asked) -> str:
    """``at least twice the level in 2015``, ``at most half the gap in 2020``, ``2–3 times the level in 2015``."""
    words = one.words
    what = words.say("asked.the_gap" if one.of_gap else "asked.the_level")
    if one.high is not None:
        return one.say("times.other", number=words.numbers(one.low, one.high), what=what)
    figure = one.say(f"times.{_NAMED.get(one.low, 'other')}", number=words.number(one.low), what=what)
    return words.say(f"{one.section}.{one.asked.comparator}", figure=figure)


def _framed(one: _Asked) -> str:
    """``at least 120 index points (2015 = 100)``, ``at least 100 thousand people in all since 2021``."""
    return one.say(one.how.value, demand=one.bounded())


def _of_each(one: _Asked) -> str:
    """``at least 70% in each group`` where the lowest is to reach as much, or the highest to stay below it."""
    for_all = _UP if one.how is Calculated.LOWEST else _DOWN
    return one.say("each", demand=one.bounded()) if one.asked.comparator in for_all else one.bounded()


_WORDED: Mapping[Calculated, Callable[[_Asked], str]] = {
    Calculated.CHANGE: _change,
    Calculated.DIFFERENCE: _change,
    Calculated.YEARLY_GROWTH: _change,
    Calculated.AVERAGE_GROWTH: _change,
    Calculated.TIMES: _multiple,
    Calculated.INDEX: _framed,
    Calculated.TOTAL: _framed,
    Calculated.GAP: _framed,
    Calculated.LOWEST: _of_each,
    Calculated.HIGHEST: _of_each,
}
