"""What each file of a folder holds: the record of a whole YAML file, and of a row of a CSV file.

Nothing comes in. Out: :data:`YAML` and :data:`CSV`, by the name of the file; and what the reader fills in
from where an entry stands, so that nobody writes it twice.
"""

from dataclasses import dataclass

from pydantic import Field

from metrics.records.detail import Detail
from metrics.records.folder import OBSERVED, PROMISED
from metrics.records.model import (
    Category,
    Claim,
    Day,
    Event,
    ExchangeRate,
    Family,
    Glance,
    Goal,
    Indicator,
    Language,
    Observation,
    Place,
    Plan,
    PriceIndex,
    Question,
    Record,
    Series,
    Source,
    Target,
    Unit,
)


class PromisesFile(Record):
    """``targets.yaml``: what plans promised."""

    as_of: Day = Field(
        description="The day on which you last brought the files up to date.",
        examples=["2026-11-22"],
    )
    language: Language = Field(
        default="en",
        description="The language of every text of this folder that is written as a plain string: en, zh or another. "
        "Left out, it is en.",
        examples=["zh"],
    )
    glance: Glance = Field(description="What the first page shows when nothing else is chosen.")
    plans: tuple[Plan, ...] = Field(description="The plans, each with its steps and promises.")
    questions: tuple[Question, ...] = Field(
        default=(),
        description="What somebody in the room will ask, with your answers.",
    )


class IndicatorsFile(Record):
    """``indicators.yaml``: what is measured, by whom, in which unit and where."""

    units: tuple[Unit, ...] = Field(description="The units of measure that targets, series and figures use.")
    places: tuple[Place, ...] = Field(
        description="The places that plans, figures and events are about. The first two stand against each other: "
        "readers see them first, and can divide one by the other."
    )
    families: tuple[Family, ...] = Field(description="The groups of indicators.")
    indicators: tuple[Indicator, ...] = Field(description="What is measured, each with its series.")


class SourcesFile(Record):
    """``sources.yaml``: the documents that the other files cite."""

    sources: tuple[Source, ...] = Field(description="The documents, in any order.")


class EventsFile(Record):
    """``events.yaml``: dated facts for the timeline."""

    categories: tuple[Category, ...] = Field(description="The kinds of events, in the order of their lanes.")
    events: tuple[Event, ...] = Field(description="The events, best in the order of their dates.")


@dataclass(frozen=True, slots=True)
class Inherited:
    """A field that is filled in from the entry around; ``is_fixed``: it may not be written there again."""

    field: str
    outer: type[Record]
    outer_field: str
    is_fixed: bool


YAML: dict[str, type[Record]] = {
    PROMISED: PromisesFile,
    "indicators.yaml": IndicatorsFile,
    "sources.yaml": SourcesFile,
    "events.yaml": EventsFile,
}
CSV: dict[str, type[Record]] = {
    OBSERVED: Observation,
    "claims.csv": Claim,
    "exchange_rates.csv": ExchangeRate,
    "prices.csv": PriceIndex,
}
INHERITED: dict[type[Record], tuple[Inherited, ...]] = {
    Target: (Inherited("plan", Plan, "id", is_fixed=True), Inherited("place", Plan, "place", is_fixed=False)),
    Goal: (Inherited("plan", Plan, "id", is_fixed=True),),
    Series: (Inherited("indicator", Indicator, "id", is_fixed=True),),
}
NAMES: dict[type[Record], str] = {PriceIndex: "row", ExchangeRate: "row"}


def name_of(model: type[Record]) -> str:
    """How messages call a record.

    >>> name_of(Target), name_of(PromisesFile), name_of(ExchangeRate)
    ('target', 'the file', 'row')
    """
    if model in YAML.values():
        return Detail("record.file")
    return Detail(f"record.{NAMES.get(model, model.__name__.lower())}")
