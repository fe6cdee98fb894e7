"""The frozen records: what a line or an entry of a data file becomes once it has been checked.

``fields`` has what one field may hold, ``promises`` the records of ``targets.yaml``, ``measures`` those of
``indicators.yaml``, ``documents`` sources, events and claims, ``decks`` the slides of
briefings, and ``figures`` the rows of numbers.

``fields.yaml`` has the meaning of each field and an example, in words for the person who edits the files. What
editors complete and check by (docs/schema.py) and docs/fields.md are made of them.
"""

from metrics.records.model.decks import DeckSlide, NamedDeck
from metrics.records.model.documents import Category, Claim, DeliveryReport, Event, Rating, Source
from metrics.records.model.fields import (
    LANGUAGES,
    LONGEST,
    Address,
    Count,
    Currency,
    Day,
    Id,
    Language,
    Line,
    Number,
    Positive,
    Record,
    Span,
    Text,
    Truth,
    Wanted,
    When,
    Year,
    Years,
    text_language,
)
from metrics.records.model.figures import ExchangeRate, Observation, PriceIndex
from metrics.records.model.measures import (
    Calculation,
    Family,
    Group,
    Indicator,
    Place,
    QualityNote,
    Series,
    Unit,
)
from metrics.records.model.promises import (
    Benchmark,
    Deliverable,
    DeliveryStep,
    Glance,
    Goal,
    Milestone,
    Plan,
    Promise,
    Question,
    RatingLevel,
    RatingScale,
    Target,
)

__all__ = [
    "LANGUAGES",
    "LONGEST",
    "Address",
    "Benchmark",
    "Calculation",
    "Category",
    "Claim",
    "Count",
    "Currency",
    "Day",
    "DeckSlide",
    "Deliverable",
    "DeliveryReport",
    "DeliveryStep",
    "Event",
    "ExchangeRate",
    "Family",
    "Glance",
    "Goal",
    "Group",
    "Id",
    "Indicator",
    "Language",
    "Line",
    "Milestone",
    "NamedDeck",
    "Number",
    "Observation",
    "Place",
    "Plan",
    "Positive",
    "PriceIndex",
    "Promise",
    "QualityNote",
    "Question",
    "Rating",
    "RatingLevel",
    "RatingScale",
    "Record",
    "Series",
    "Source",
    "Span",
    "Target",
    "Text",
    "Truth",
    "Unit",
    "Wanted",
    "When",
    "Year",
    "Years",
    "text_language",
]
