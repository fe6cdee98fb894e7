"""Terms: the series of an indicator in one currency, or in the prices of one year.

In: the records of a day, an indicator, and the terms asked for. Out: records in which the series that can be put into
these terms are; what each figure was before, with its rate or index; and which figures stay out, with the reason.
Everything downstream draws the new records as it draws the old ones. Terms apply once: an amount is converted or
deflated, never both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from metrics.progress.currency import Conversion, NotConverted, convert
from metrics.progress.prices import Deflation, NotDeflated, deflate
from metrics.records.model import Indicator, Observation, Series
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, IndexType

Change = Conversion | Deflation
DIGITS = {Bound.EXACT: 4}  # significant digits of a computed amount; a worded bound carries no more than
FEWER = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """What money is shown in; prices stand before currency, and both None is as published."""

    currency: str | None = None  # ISO 4217
    prices: IndexType | None = None  # constant prices, by this index

    @property
    def published(self) -> bool:
        """Whether nothing is changed."""
        return self.currency is None and self.prices is None


@dataclass(frozen=True)
class Restated:
    """Records in other terms. The mappings go from the id of an observation."""

    terms: Terms
    records: Records
    changed: Mapping[str, Change]  # shown with another value than published
    refused: Mapping[str, Change]  # left out of a series whose other figures were changed
    left: Mapping[str, NotConverted | NotDeflated]  # from the id of a series that stays as published


def restate(records: Records, indicator: Indicator, terms: Terms) -> Restated:
    """The records with the money of one indicator in the terms asked for.

    A series is restated if at least one of its figures can be; the others of its figures are then refused and stand
    in no chart. A series of which none can be stays as published.
    """
    if terms.published:
        return Restated(terms, records, {}, {}, {})
    changed: dict[str, Change] = {}
    refused: dict[str, Change] = {}
    left: dict[str, NotConverted | NotDeflated] = {}
    rows = dict(records.observations)
    made: list[Series] = []
    for series in indicator.series:
        results = [_change(records, one, terms) for one in records.observations_of(series.id)]
        done = [one for one in results if one.unit is not None and one.value is not None]
        if not done:
            if results and results[0].refusal is not None:
                left[series.id] = results[0].refusal
            made.append(series)
            continue
        unit = done[0].unit
        made.append(series.model_copy(update={"unit": unit.id if unit else series.unit}))
        for one in results:
            if one.refusal is not None:
                refused[one.observation.id] = one
                del rows[one.observation.id]
            elif one.value is not None and one.unit is not None and one.unit.id != one.observation.unit:
                changed[one.observation.id] = one
                rows[one.observation.id] = _restated(one)
    whole = indicator.model_copy(update={"series": tuple(made)})
    indicators = MappingProxyType({**records.indicators, indicator.id: whole})
    restated = replace(records, indicators=indicators, observations=MappingProxyType(rows))
    return Restated(terms, restated, changed, refused, left)


def _change(records: Records, observation: Observation, terms: Terms) -> Change:
    if terms.prices is not None:
        return deflate(records, observation, terms.prices)
    return convert(records, observation, terms.currency or "")


def _restated(change: Change) -> Observation:
    one = change.observation
    digits = DIGITS.get(one.bound, FEWER)

    def kept(amount: float | None) -> float | None:
        return None if amount is None else significant(amount, digits)

    unit = one.unit if change.unit is None else change.unit.id
    amounts = {"value": kept(change.value), "low": kept(change.low), "high": kept(change.high)}
    return one.model_copy(update={**amounts, "unit": unit})


def significant(amount: float, digits: int) -> float:
    """An amount computed here, to so many significant digits: it is no better than what it was computed from.

    >>> significant(166.9565, 3), significant(1234.56, 4), significant(0.0, 3)
    (167.0, 1235.0, 0.0)
    """
    return float(f"{amount:.{digits}g}")
