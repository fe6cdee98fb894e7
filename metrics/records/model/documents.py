"""Documents: the records of ``sources.yaml``, ``events.yaml`` and ``claims.csv``: who said what, and what happened.

In: checked values (``shape``). Out: frozen records. Descriptions are for the person who edits the files; the
schemas and docs/fields.md are made of them.
"""

from pydantic import Field

from metrics.records.model.fields import Address, Id, Line, Number, Record, Span, Text, When
from metrics.records.vocabulary import (
    Access,
    Assessment,
    Bound,
    ClaimKind,
    Independence,
    SourceKind,
    Verification,
)


class Source(Record):
    """One document that plans, targets, figures, events or claims rest on."""

    id: Id = Field(
        description="A name of your own for the document; best the publisher and the date. Keep it: all files use it.",
        examples=["nbd-2017-07-20"],
    )
    publisher: Text = Field(
        description="Who published the document.",
        examples=[{"en": "State Council of the PRC", "zh": "国务院"}],
    )
    author: str | None = Field(
        default=None,
        description="Who wrote it, where a person or body is named.",
        examples=["Ding, Jeffrey"],
    )
    title: Line = Field(
        description="Its title, or a description where it has none that can be used.",
        examples=["国务院印发《新一代人工智能发展规划》"],
    )
    published: When = Field(
        description="The day on which it became public, or the month or year if that is all that is known.",
        examples=["2017-07-20"],
    )
    url: Address | None = Field(
        default=None,
        description="Its web address, beginning with https:// or http://.",
        examples=["https://www.gov.cn/zhengce/content/2017-07/20/content_5211996.htm"],
    )
    kind: SourceKind = Field(
        description="What sort of document it is.",
        examples=["official"],
    )
    access: Access = Field(
        description="How directly it brings you the figure or wording.",
        examples=["primary"],
    )
    independence: Independence = Field(
        description="How the body that gives the figure stands to the body that made the promise.",
        examples=["self_reported"],
    )
    licence: str | None = Field(
        default=None,
        description="The terms under which its figures may be passed on, if it states any.",
        examples=["CC BY 4.0"],
    )
    note: Text | None = Field(
        default=None,
        description="What a reader should know about the document. It is shown beside it.",
        examples=["Same-day reprint of the government summary of the three steps."],
    )


class Category(Record):
    """A kind of event; it has a lane of its own on the timeline."""

    id: Id = Field(
        description="A name of your own for the kind of event.",
        examples=["plan"],
    )
    label: Text = Field(
        description="The name of the lane as readers see it.",
        examples=[{"en": "Policy", "zh": "政策"}],
    )


class Event(Record):
    """A dated fact on the timeline."""

    id: Id = Field(
        description="A name of your own for the event. Give it once and keep it: links use it.",
        examples=["ev-alphago-lee"],
    )
    date: When = Field(
        description="The day on which it happened, or the month or year if that is all that is known.",
        examples=["2016-03-15"],
    )
    title: Text = Field(
        description="What happened, short and in your own words.",
        examples=[{"en": "AlphaGo beats Lee Sedol four games to one", "zh": "AlphaGo胜李世石"}],
    )
    category: Id = Field(
        description="The id of its category; it says on which lane the event stands.",
        examples=["technology"],
    )
    geography: Id = Field(
        description="The id of the place where it happened, from places in indicators.yaml.",
        examples=["KOR"],
    )
    source: Id = Field(
        description="The id of the document that reports it, in sources.yaml.",
        examples=["wiki-alphago-lee"],
    )
    verification: Verification = Field(
        description="How far you checked it.",
        examples=["verified"],
    )
    note: Text | None = Field(
        default=None,
        description="What a reader should know about the event. It is shown beside it.",
        examples=["Match of 9 to 15 March."],
    )


class Claim(Record):
    """One statement in a source, in your own words, and how it stands against what the files hold."""

    id: Id = Field(
        description="A name of your own for the claim.",
        examples=["S01"],
    )
    source: Id = Field(
        description="The id of the document that makes the claim, in sources.yaml.",
        examples=["article-tendulkar-blog"],
    )
    statement: Text = Field(
        description="What the document says, in your own words.",
        examples=["By 2020 China is to be level with the world in AI technology."],
    )
    indicator: Id | None = Field(
        default=None,
        description="The id of the indicator that the claim is about, if there is one.",
        examples=["core_ai_industry_size"],
    )
    geography: str | None = Field(
        default=None,
        description="The place that the claim is about, in any words.",
        examples=["CHN"],
    )
    period: Span | None = Field(
        default=None,
        description="The period that the claim is about: a year, half, quarter, month or day.",
        examples=["2020"],
    )
    value: Number | None = Field(
        default=None,
        description="The number in the claim: digits and a point.",
        examples=[150],
    )
    unit: str | None = Field(
        default=None,
        description="The unit of that number, in any words.",
        examples=["billion yuan"],
    )
    bound: Bound | None = Field(
        default=None,
        description="How the document words the number: more than 150 is not 150.",
        examples=["more_than"],
    )
    kind: ClaimKind = Field(
        description="What the claim says: what was promised, what was counted, what will be, or no number at all.",
        examples=["target"],
    )
    maps_to: Id | None = Field(
        default=None,
        description="The id of the target, goal, figure or event that bears on the claim.",
        examples=["aidp-2020-parity"],
    )
    assessment: Assessment = Field(
        description="How the claim stands against what the files hold.",
        examples=["consistent"],
    )
    why: Text | None = Field(
        default=None,
        description="Why you say so, in a line.",
        examples=["Matches the first step of the plan."],
    )
