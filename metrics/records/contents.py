"""What each file of a folder holds: the record of a whole YAML file, and of a row of a CSV file.

Nothing comes in. Out: :data:`YAML` and :data:`CSV`, by the name of the file; and what the reader fills in
from where an entry stands, so that nobody writes it twice.
"""

from dataclasses import dataclass

from metrics.records.detail import Detail
from metrics.records.folder import OBSERVED, PROMISED
from metrics.records.model import (
    Category,
    Claim,
    ColumnValue,
    Day,
    DeckSlide,
    Deliverable,
    DeliveryReport,
    DeliveryStep,
    Edition,
    Event,
    ExchangeRate,
    Family,
    FlagRule,
    Glance,
    Goal,
    Group,
    Indicator,
    Language,
    Milestone,
    NamedDeck,
    Observation,
    OwnYear,
    PathValue,
    Place,
    PlaceName,
    Plan,
    PriceIndex,
    Question,
    Rating,
    RatingLevel,
    RatingScale,
    Record,
    Release,
    ReleaseMapping,
    Series,
    SeriesRule,
    Source,
    Target,
    Theme,
    Unit,
)


class PromisesFile(Record):
    """``targets.yaml``: what plans promised."""

    as_of: Day
    language: Language = "en"
    fiscal_year: OwnYear | None = None
    school_year: OwnYear | None = None
    glance: Glance
    plans: tuple[Plan, ...]
    questions: tuple[Question, ...] = ()
    scales: tuple[RatingScale, ...] = ()


class IndicatorsFile(Record):
    """``indicators.yaml``: what is measured, by whom, in which unit and where."""

    units: tuple[Unit, ...]
    places: tuple[Place, ...]
    families: tuple[Family, ...]
    groups: tuple[Group, ...] = ()
    indicators: tuple[Indicator, ...]


class SourcesFile(Record):
    """``sources.yaml``: the documents that the other files cite."""

    sources: tuple[Source, ...]


class EventsFile(Record):
    """``events.yaml``: dated facts for the timeline."""

    categories: tuple[Category, ...]
    events: tuple[Event, ...]


class DecksFile(Record):
    """``decks.yaml``: the slides of briefings, by name."""

    decks: tuple[NamedDeck, ...]


class MappingsFile(Record):
    """``mappings.yaml``: how the files of publishers are read, by name."""

    mappings: tuple[ReleaseMapping, ...]


@dataclass(frozen=True, slots=True)
class Inherited:
    """A field that is filled in from the entry around, or from another of its own; ``is_fixed``: it may not be written there again."""

    field: str
    outer: type[Record]
    outer_field: str
    is_fixed: bool


YAML: dict[str, type[Record]] = {
    PROMISED: PromisesFile,
    "indicators.yaml": IndicatorsFile,
    "sources.yaml": SourcesFile,
    "events.yaml": EventsFile,
    "decks.yaml": DecksFile,
    "mappings.yaml": MappingsFile,
    "theme.yaml": Theme,
}
CSV: dict[str, type[Record]] = {
    OBSERVED: Observation,
    "claims.csv": Claim,
    "evidence.csv": DeliveryReport,
    "ratings.csv": Rating,
    "exchange_rates.csv": ExchangeRate,
    "prices.csv": PriceIndex,
    "releases.csv": Release,
}
INHERITED: dict[type[Record], tuple[Inherited, ...]] = {
    Target: (
        Inherited("plan", Plan, "id", is_fixed=True),
        Inherited("place", Plan, "place", is_fixed=False),
        Inherited("due_period", Target, "due", is_fixed=True),
    ),
    Goal: (Inherited("plan", Plan, "id", is_fixed=True), Inherited("due_period", Goal, "due", is_fixed=True)),
    Deliverable: (
        Inherited("plan", Plan, "id", is_fixed=True),
        Inherited("due_period", Deliverable, "due", is_fixed=True),
    ),
    Edition: (Inherited("due_period", Edition, "due", is_fixed=True),),
    Milestone: (Inherited("due_period", Milestone, "due", is_fixed=True),),
    Series: (Inherited("indicator", Indicator, "id", is_fixed=True),),
}
NAMES: dict[type[Record], str] = {
    PriceIndex: "row",
    ExchangeRate: "row",
    NamedDeck: "deck",
    DeckSlide: "slide",
    DeliveryStep: "step",
    PathValue: "path_value",
    DeliveryReport: "evidence",
    RatingScale: "scale",
    RatingLevel: "level",
    ReleaseMapping: "mapping",
    SeriesRule: "series_rule",
    ColumnValue: "column_value",
    PlaceName: "place_name",
    FlagRule: "flag_rule",
}


def name_of(model: type[Record]) -> str:
    """How messages call a record.

    >>> name_of(Target), name_of(PromisesFile), name_of(ExchangeRate)
    ('target', 'the file', 'row')
    """
    if model in YAML.values():
        return Detail("record.file")
    return Detail(f"record.{NAMES.get(model, model.__name__.lower())}")
