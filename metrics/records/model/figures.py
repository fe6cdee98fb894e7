"""Figures: the records of the CSV files of numbers: observations, exchange rates and price indices.

In: checked values of a row (``shape``). Out: frozen records. The order of the fields is that of the columns;
``fields.yaml`` says what each field means.
"""

from datetime import date

from metrics.records.model.fields import Id, Number, Positive, Record, Span, Text, Truth, When, Year
from metrics.records.vocabulary import Bound, IndexType, Kind, Usable, Verification


class Observation(Record):
    """One figure of one series for one place and period, as published on one day. A revision is a row of its own."""

    id: Id
    indicator: Id
    series: Id
    geography: Id
    period: Span
    value: Number
    low: Number | None = None
    high: Number | None = None
    bound: Bound
    kind: Kind
    provisional: Truth
    unit: Id
    published: When
    source: Id
    locator: Text | None = None
    verification: Verification
    usable: Usable
    note: Text | None = None
    group: Id | None = None

    @property
    def known(self) -> date:
        """The day from which the figure was known: the last day of ``published``."""
        return self.published.end

    @property
    def judged(self) -> bool:
        """Whether figures of this kind are judged at all."""
        return self.kind in (Kind.ACTUAL, Kind.ESTIMATE)


class ExchangeRate(Record):
    """Yuan per US dollar, mean of a year."""

    year: Year
    cny_per_usd: Positive
    source: Id


class PriceIndex(Record):
    """A price index of a place and year, 2021 = 100."""

    year: Year
    geography: Id
    index_type: IndexType
    index: Positive
    source: Id
