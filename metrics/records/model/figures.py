"""Figures: the records of the CSV files of numbers: observations, exchange rates and price indices.

In: checked values of a row (``shape``). Out: frozen records. Descriptions are for the person who edits the
file; docs/fields.md is made of them. The order of the fields is that of the columns.
"""

from datetime import date

from pydantic import Field

from metrics.records.model.fields import Id, Number, Positive, Record, Span, Text, Truth, When, Year
from metrics.records.vocabulary import Bound, IndexType, Kind, Usable, Verification


class Observation(Record):
    """One figure of one series for one place and period, as published on one day. A revision is a row of its own."""

    id: Id = Field(
        description="A name of your own for the figure, unlike that of any other figure.",
        examples=["platforms_most-chn-2017-11-15"],
    )
    indicator: Id = Field(
        description="The id of the indicator to which the series belongs.",
        examples=["open_innovation_platforms"],
    )
    series: Id = Field(
        description="The id of the series to which the figure belongs.",
        examples=["platforms_most"],
    )
    geography: Id = Field(
        description="The id of the place that the figure is about.",
        examples=["CHN"],
    )
    period: Span = Field(
        description="What the figure is about: a year, half, quarter, month or day, 12 months to a month, or some years.",
        examples=["2017-11-15"],
    )
    value: Number = Field(
        description="The figure as published, in the unit of the row: digits and a point, no comma, no sign for the unit.",
        examples=[4],
    )
    low: Number | None = Field(
        default=None,
        description="The lower end, where the source gives a range.",
        examples=[110],
    )
    high: Number | None = Field(
        default=None,
        description="The upper end, where the source gives a range.",
        examples=[130],
    )
    bound: Bound = Field(
        description="How the source words the figure: more than 1,200 is not 1,200.",
        examples=["exact"],
    )
    kind: Kind = Field(
        description="What sort of figure it is. Only actuals and estimates decide whether a target was met.",
        examples=["actual"],
    )
    provisional: Truth = Field(
        description="Whether the reporter itself calls the figure preliminary: true or false.",
        examples=[False],
    )
    unit: Id = Field(
        description="The id of the unit, the same as that of the series.",
        examples=["platforms"],
    )
    published: When = Field(
        description="The day, month or year in which the figure first became public. Before its last day "
        "it is not shown.",
        examples=["2017-11-15"],
    )
    source: Id = Field(
        description="The id of the document that gives the figure, in sources.yaml.",
        examples=["usito-2017-11"],
    )
    locator: Text | None = Field(
        default=None,
        description="Where in the source the figure stands: section, page, table or slide.",
        examples=["Ministry announcement"],
    )
    verification: Verification = Field(
        description="How far you checked the figure.",
        examples=["verified"],
    )
    usable: Usable = Field(
        description="Whether the figure may stand alone or only with its note.",
        examples=["yes"],
    )
    note: Text | None = Field(
        default=None,
        description="What a reader should know about the figure. It is shown beside it.",
        examples=["515 less 266; also 602 divided by 2.417."],
    )

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

    year: Year = Field(
        description="The year of which this is the mean. Each year stands once.",
        examples=[2010],
    )
    cny_per_usd: Positive = Field(
        description="How many yuan one US dollar was worth, as a mean of the year.",
        examples=[6.7696],
    )
    source: Id = Field(
        description="The id of the document that gives the rate, in sources.yaml.",
        examples=["fred-aexchus"],
    )


class PriceIndex(Record):
    """A price index of a place and year, 2021 = 100."""

    year: Year = Field(
        description="The year of the index. Each year stands once for a place and type of index.",
        examples=[2010],
    )
    geography: Id = Field(
        description="The id of the place whose prices are meant.",
        examples=["CHN"],
    )
    index_type: IndexType = Field(
        description="Which prices the index follows.",
        examples=["cpi"],
    )
    index: Positive = Field(
        description="The level of prices in that year, where 2021 is 100.",
        examples=[77.2999],
    )
    source: Id = Field(
        description="The id of the document that gives the index, in sources.yaml.",
        examples=["worldbank-cpi"],
    )
