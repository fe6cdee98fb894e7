"""Money in another currency, at the cited mean rate of the observation's own year.

In: an observation in nominal yuan or dollars. Out: the same amount in the other currency, with the rate,
its year and its source; or why it is not converted. Real and nominal money are never mixed.
"""

from dataclasses import dataclass
from enum import StrEnum

from metrics.records.model import ExchangeRate, Observation, Unit
from metrics.records.store import Records

NOMINAL = "nominal"
YUAN, DOLLAR = "CNY", "USD"


class NotConverted(StrEnum):
    """Why an amount is not converted."""

    NOT_MONEY = "not_money"
    REAL_PRICES = "real_prices"  # constant prices: a nominal rate does not apply
    NO_RATE = "no_rate"  # no cited mean for the year, or none between the two currencies
    NO_UNIT = "no_unit"  # no unit of that currency and size is declared


@dataclass(frozen=True, slots=True)
class Conversion:
    """An observation in another currency; ``value`` is None where it is not converted."""

    observation: Observation
    year: int  # the observation's own year
    refusal: NotConverted | None = None
    unit: Unit | None = None  # of ``value``, ``low`` and ``high``
    value: float | None = None
    low: float | None = None
    high: float | None = None
    rate: ExchangeRate | None = None  # year, yuan per dollar, source; None: already in that currency


def rate_of(records: Records, year: int) -> ExchangeRate | None:
    """The cited mean rate of a year, if there is one."""
    return next((rate for rate in records.rates if rate.year == year), None)


def convert(records: Records, observation: Observation, currency: str) -> Conversion:
    """An observation in another currency.

    Args:
        records: all records, or those of a known-on day.
        observation: the figure, in any unit.
        currency: ISO 4217 code of the currency wanted.
    """
    year = observation.period.end.year
    unit = records.units[observation.unit]
    if unit.currency is None:
        return Conversion(observation, year, NotConverted.NOT_MONEY)
    if unit.prices != NOMINAL:
        return Conversion(observation, year, NotConverted.REAL_PRICES)
    if unit.currency == currency:
        return Conversion(observation, year, None, unit, observation.value, observation.low, observation.high)
    rate = rate_of(records, year) if observation.period.start.year == year else None
    if rate is None or {unit.currency, currency} != {YUAN, DOLLAR}:
        return Conversion(observation, year, NotConverted.NO_RATE)
    wanted = _same_size(records, unit, currency)
    if wanted is None:
        return Conversion(observation, year, NotConverted.NO_UNIT)
    per_dollar = rate.cny_per_usd
    value, low, high = (
        None if amount is None else amount * per_dollar if currency == YUAN else amount / per_dollar
        for amount in (observation.value, observation.low, observation.high)
    )
    return Conversion(observation, year, None, wanted, value, low, high, rate)


def _same_size(records: Records, unit: Unit, currency: str) -> Unit | None:
    return next(
        (
            other
            for other in records.units.values()
            if other.currency == currency and other.prices == NOMINAL and other.scale == unit.scale
        ),
        None,
    )
