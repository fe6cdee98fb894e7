"""Money in the prices of one year, by a cited price index.

In: an observation in nominal money. Out: the same amount in prices of 2021, with the index and its source; or why
it is not deflated. An amount is deflated in the currency in which it was published, by the index of the place
whose currency that is, and not converted afterwards: a dollar rate of one year says nothing about prices of another.
"""

from dataclasses import dataclass
from enum import StrEnum

from metrics.progress.currency import NOMINAL
from metrics.records.model import Observation, PriceIndex, Unit
from metrics.records.store import Records
from metrics.records.vocabulary import IndexType

BASE = 2021  # the year in which every index of prices.csv is 100


class NotDeflated(StrEnum):
    """Why an amount is not put into prices of the base year."""

    NOT_MONEY = "not_money"
    REAL_ALREADY = "real_already"  # stated in constant prices by its reporter
    NOT_A_YEAR = "not_a_year"  # a day, a part of a year or a running total: the index is that of whole years
    NO_INDEX = "no_index"  # no index of this kind for that year and economy
    NO_UNIT = "no_unit"  # no unit of constant prices is declared for the currency


@dataclass(frozen=True, slots=True)
class Deflation:
    """An observation in prices of the base year; ``value`` is None where it is not deflated."""

    observation: Observation
    year: int  # the observation's own year
    refusal: NotDeflated | None = None
    unit: Unit | None = None  # of ``value``, ``low`` and ``high``
    value: float | None = None
    low: float | None = None
    high: float | None = None
    index: PriceIndex | None = None  # of that year; the base year is 100


def index_of(records: Records, kind: IndexType, place: str, year: int) -> PriceIndex | None:
    """The cited index of a kind, place and year, if there is one."""
    return next(
        (p for p in records.prices if (p.index_type, p.geography, p.year) == (kind, place, year)), None
    )


def deflate(records: Records, observation: Observation, kind: IndexType) -> Deflation:
    """An observation in prices of the base year: value x 100 / index of its own year.

    Args:
        records: all records, or those of a known-on day.
        observation: the figure, in any unit.
        kind: which index.
    """
    year = observation.period.end.year
    unit = records.units[observation.unit]

    def refuse(why: NotDeflated) -> Deflation:
        return Deflation(observation, year, why)

    if unit.currency is None:
        return refuse(NotDeflated.NOT_MONEY)
    if unit.prices != NOMINAL:
        return refuse(NotDeflated.REAL_ALREADY)
    if not observation.period.is_calendar_year:
        return refuse(NotDeflated.NOT_A_YEAR)
    homes = (place.id for place in records.places.values() if place.currency == unit.currency)
    index = next(filter(None, (index_of(records, kind, home, year) for home in homes)), None)
    if index is None:
        return refuse(NotDeflated.NO_INDEX)
    wanted = _constant(records, unit)
    if wanted is None:
        return refuse(NotDeflated.NO_UNIT)
    value, low, high = (
        None if amount is None else amount * 100 / index.index
        for amount in (observation.value, observation.low, observation.high)
    )
    return Deflation(observation, year, None, wanted, value, low, high, index)


def _constant(records: Records, unit: Unit) -> Unit | None:
    return next(
        (
            other
            for other in records.units.values()
            if other.currency == unit.currency and other.prices == str(BASE) and other.scale == unit.scale
        ),
        None,
    )
