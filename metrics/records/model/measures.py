"""Measures: the records of ``indicators.yaml``, what is counted, by whom, in which unit and where.

In: checked values (``shape``). Out: frozen records. Descriptions are for the person who edits the file; the
schemas and docs/fields.md are made of them.
"""

from pydantic import Field

from metrics.records.model.fields import Currency, Id, Positive, Record, Text
from metrics.records.vocabulary import Comparability, Direction, Independence, Measure, PriceBasis, Quality


class Unit(Record):
    """A unit of measure. Money in another currency, or in the prices of a fixed year, is a unit of its own."""

    id: Id = Field(
        description="A name of your own for the unit. Targets, series and figures use it.",
        examples=["cny_bn"],
    )
    label: Text = Field(
        description="The unit as it stands beside a number.",
        examples=[{"en": "RMB bn", "zh": "十亿元"}],
    )
    one: Text | None = Field(
        default=None,
        description="The unit as it stands beside the number 1, where it is another word.",
        examples=[{"en": "institution", "zh": "家"}],
    )
    currency: Currency | None = Field(
        default=None,
        description="The currency in three capital letters (ISO 4217). Only for money.",
        examples=["CNY"],
    )
    scale: Positive = Field(
        default=1.0,
        description="How many of the currency, or of the thing counted, one unit is. Left out, it is 1.",
        examples=[1_000_000_000],
    )
    prices: str | None = Field(
        default=None,
        description='For money: nominal, or the year of constant prices in quotation marks, such as "2021".',
        examples=["nominal"],
    )


class Family(Record):
    """A group of indicators. Its figures stand in one file of data/observations, best named after its id."""

    id: Id = Field(
        description="A name of your own for the group.",
        examples=["industry"],
    )
    label: Text = Field(
        description="The name of the group as readers see it.",
        examples=[{"en": "Industry", "zh": "产业"}],
    )


class Place(Record):
    """A country, area or town."""

    id: Id = Field(
        description="A short code for the place. For countries: the three capital letters of ISO 3166-1.",
        examples=["CHN"],
    )
    label: Text = Field(
        description="The name of the place as readers see it.",
        examples=[{"en": "China", "zh": "中国"}],
    )
    currency: Currency | None = Field(
        default=None,
        description="The money of the place: amounts in it are put into constant prices by this place's price index.",
        examples=["CNY"],
    )


class QualityNote(Record):
    """How good the figures of an indicator are."""

    verified: Quality = Field(
        description='Whether the figures could be checked. Write "yes" and "no" in quotation marks.',
        examples=["partly"],
    )
    limits: Text | None = Field(
        default=None,
        description="What the figures cannot tell.",
        examples=["No statistical definition; reporters draw the line differently."],
    )
    handling: Text | None = Field(
        default=None,
        description="What you do about it.",
        examples=["Gross size, so never a share of GDP."],
    )


class Series(Record):
    """One reporter counting one thing in one way. A new reporter, definition or basis is a new series."""

    id: Id = Field(
        description="A name of your own for the series. Its figures use it, and so do links: keep it.",
        examples=["caict_v1"],
    )
    indicator: Id = Field(
        description="The indicator that the series counts. It is filled in from where the series stands.",
        examples=["core_ai_industry_size"],
    )
    reporter: Text = Field(
        description="The body that counts.",
        examples=[{"en": "Ministry of Education", "zh": "教育部"}],
    )
    label: Text = Field(
        description="A name that tells the series from all others, of other indicators too.",
        examples=[{"en": "Implied 2016 size"}],
    )
    short: Text = Field(
        description="A name for a mark in a chart, unlike the others of the indicator. Best 26 characters or fewer.",
        examples=[{"en": "OpenGov Asia, implied", "zh": "OpenGov Asia（推算）"}],
    )
    definition: Text = Field(
        description="What exactly the reporter counts.",
        examples=[{"en": "Universities that announced an AI college or institute."}],
    )
    comparability: Comparability = Field(
        description="How this definition stands to the one in the target.",
        examples=["undefined"],
    )
    independence: Independence = Field(
        description="How the reporter stands to the body that made the promise.",
        examples=["independent"],
    )
    unit: Id = Field(
        description="The id of the unit in which all figures of the series are given.",
        examples=["cny_bn"],
    )
    price_basis: PriceBasis = Field(
        description="For money, the prices in which it is counted; n/a for everything else.",
        examples=["nominal"],
    )
    repeats: Id | None = Field(
        default=None,
        description="The id of the series that this one copies. Only where a document shows that it does: "
        "a series that repeats another is not counted.",
        examples=["ccid"],
    )
    overlaps: tuple[Id, ...] = Field(
        default=(),
        description="Ids of series of the same indicator that count partly the same things, so that nobody adds them "
        "up. It is said beside the figures of both.",
        examples=[["rc_moe_colleges"]],
    )
    note: Text | None = Field(
        default=None,
        description="What a reader should know about the series. It is shown beside it.",
        examples=["Stand-in baseline only."],
    )


class Indicator(Record):
    """What is measured, with every series that counts it."""

    id: Id = Field(
        description="A name of your own for the indicator. Targets and figures use it, and so do links: keep it.",
        examples=["core_ai_industry_size"],
    )
    label: Text = Field(
        description="Its name as readers see it.",
        examples=[{"en": "Core AI industry size", "zh": "人工智能核心产业规模"}],
    )
    short: Text = Field(
        description="A shorter name for narrow rows.",
        examples=[{"en": "Core AI industry", "zh": "核心产业规模"}],
    )
    unit: Id = Field(
        description="The id of the unit in which it is usually given.",
        examples=["cny_bn"],
    )
    measure: Measure = Field(
        description="What kind of quantity it is.",
        examples=["flow"],
    )
    direction: Direction = Field(
        description="Which way counts as progress.",
        examples=["up"],
    )
    family: Id = Field(
        description="The id of the group to which it belongs.",
        examples=["industry"],
    )
    description: Text = Field(
        description="What is measured, in a sentence or two.",
        examples=[
            {"en": "Gross size of the industry that makes AI itself, as each reporter draws the line."}
        ],
    )
    quality: QualityNote = Field(
        description="How good its figures are, and what you do about it.",
    )
    series: tuple[Series, ...] = Field(
        default=(),
        description="Everybody who counts it, one entry for each definition.",
    )
