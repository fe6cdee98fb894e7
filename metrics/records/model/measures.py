"""Measures: the records of ``indicators.yaml``, what is counted, by whom, in which unit and where.

In: checked values (``shape``). Out: frozen records. ``fields.yaml`` says what each field means.
"""

from metrics.records.model.fields import Currency, Id, Positive, Record, Span, Text
from metrics.records.vocabulary import (
    Calculated,
    Comparability,
    Direction,
    Independence,
    Measure,
    PriceBasis,
    Quality,
    Seasonality,
)


class Unit(Record):
    """A unit of measure. Money in another currency, or in the prices of a fixed year, is a unit of its own."""

    id: Id
    label: Text
    one: Text | None = None
    written: Text | None = None
    currency: Currency | None = None
    scale: Positive = 1.0
    prices: str | None = None

    @property
    def is_share(self) -> bool:
        """Whether values are percentages, of which changes are told in points."""
        return any(label.startswith("%") for _, label in self.label.versions)


class Family(Record):
    """A group of indicators. Its figures stand in one file of data/observations, best named after its id."""

    id: Id
    label: Text


class Place(Record):
    """A country, area or town."""

    id: Id
    label: Text
    currency: Currency | None = None


class QualityNote(Record):
    """How good the figures of an indicator are."""

    verified: Quality
    limits: Text | None = None
    handling: Text | None = None


class Series(Record):
    """One reporter counting one thing in one way. A new reporter, definition or basis is a new series."""

    id: Id
    indicator: Id
    reporter: Text
    label: Text
    short: Text
    definition: Text
    comparability: Comparability
    independence: Independence
    unit: Id
    price_basis: PriceBasis
    repeats: Id | None = None
    overlaps: tuple[Id, ...] = ()
    note: Text | None = None


class Group(Record):
    """A part of those who are counted: by sex, age, region or income."""

    id: Id
    label: Text


class Calculation(Record):
    """How the figures of an indicator follow from those of another one, within each series by itself."""

    of: Id
    how: Calculated
    base: Span | None = None
    since: Span | None = None
    group: Id | None = None
    groups: tuple[Id, ...] = ()


class Indicator(Record):
    """What is measured, with every series that counts it."""

    id: Id
    label: Text
    short: Text
    unit: Id
    measure: Measure
    seasonality: Seasonality | None = None
    direction: Direction
    family: Id
    description: Text
    quality: QualityNote
    calculation: Calculation | None = None
    series: tuple[Series, ...] = ()
