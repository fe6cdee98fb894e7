"""The frozen records: what a line or an entry of a data file becomes once it has been checked.

In: plain values read from YAML and CSV (``shape``). Out: pydantic models that cannot change.
Field descriptions are written for the person who edits the files; they also feed the schema.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, StringConstraints

from metrics.records.period import FIRST_YEAR, LAST_YEAR, Period
from metrics.records.vocabulary import (
    Access,
    Assessment,
    Bound,
    ClaimKind,
    Comparability,
    Comparator,
    Direction,
    Independence,
    IndexType,
    Kind,
    Measure,
    PriceBasis,
    Quality,
    SourceKind,
    Usable,
    Verification,
)


def _period(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return value
    return Period.parse(str(value))


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    period = Period.parse(value)
    if period.form != "day":
        raise ValueError("is not a whole day")
    return period.end


LONGEST = 2000  # characters of a Line or an Address

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_+-]*$", max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Positive = Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$", max_length=LONGEST)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]  # ISO 4217
Year = Annotated[int, Field(strict=True, ge=FIRST_YEAR, le=LAST_YEAR)]
Truth = Annotated[bool, Field(strict=True)]
Day = Annotated[InstanceOf[date], BeforeValidator(_day)]
When = Annotated[InstanceOf[Period], BeforeValidator(_period)]


class Record(BaseModel):
    """Base of all records: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """A text in English and, where it exists, in Chinese."""

    en: Line
    zh: Line | None = None


class Benchmark(Record):
    """A test that this project chose to throw light on a goal."""

    id: Id
    series: Id
    place: Id
    comparator: Comparator
    value: Number | None = None  # in the unit of the series
    other_place: Id | None = None  # or: the same series of another place
    statement: Text
    reason: Text


class Promise(Record):
    """What a target and a goal have in common."""

    id: Id
    plan: Id  # filled in from where the promise stands in targets.yaml
    due: Day
    statement: Text
    source: Id  # the plan's own document
    read_through: Id | None = None  # the page through which the wording was read
    locator: str | None = None
    verification: Verification
    note: str | None = None


class Target(Promise):
    """A promise with a number."""

    indicator: Id
    comparator: Comparator
    value: Number  # in ``unit``
    value_high: Number | None = None  # upper end of a two-sided target
    unit: Id
    place: Id  # filled in from the plan where it is left out
    baseline_value: Number | None = None  # only where the plan itself states it
    baseline_period: When | None = None
    path: Literal["linear", "compound"] | None = None
    path_reason: str | None = None


class Goal(Promise):
    """A promise without a number."""

    indicator: Id | None = None
    benchmarks: tuple[Benchmark, ...] = ()


class Milestone(Record):
    """A step of a plan with a deadline."""

    due: Day
    title: Text | None = None
    targets: tuple[Target, ...] = ()
    goals: tuple[Goal, ...] = ()


class Plan(Record):
    """A published document with dated promises."""

    id: Id
    title: Text
    label: Text  # short name for charts and lists
    issuer: Text
    document_number: str | None = None
    issued: When | None = None  # the day on the document
    published: When  # the day on which it became public; the plan exists from then on
    source: Id
    place: Id
    note: str | None = None
    milestones: tuple[Milestone, ...]


class Glance(Record):
    """What the first page shows when nothing else is chosen."""

    plans: tuple[Id, ...]  # whose targets stand in the strip and are counted in the sentence
    indicator: Id  # whose readings stand beside it
    slides: tuple[Id, ...] = ()  # indicators that have a slide of their own beside those of the targets


class Question(Record):
    """What somebody in the room will ask, and what may be answered, in our own words."""

    id: Id
    about: tuple[Id, ...]  # targets, goals or indicators: with whose slides it goes
    question: Text
    answer: Text


class Unit(Record):
    """A unit of measure."""

    id: Id
    label: Text  # as it stands beside a number or in a subtitle
    currency: Currency | None = None
    scale: Positive = 1.0  # how many of the currency (or of the thing) one unit is
    prices: str | None = None  # "nominal", or the year of constant prices


class Family(Record):
    """A group of indicators."""

    id: Id
    label: Text


class Place(Record):
    """A country or area; ids are ISO 3166-1 alpha-3, or WLD and EUR."""

    id: Id
    label: Text


class QualityNote(Record):
    """What is known about how good the figures of an indicator are."""

    verified: Quality
    limits: str | None = None
    handling: str | None = None


class Series(Record):
    """One reporter counting one definition of an indicator."""

    id: Id
    indicator: Id  # filled in from where the series stands in indicators.yaml
    reporter: Text
    label: Text  # names the series among all series
    short: Text  # names it on a lane or at a mark: reporter and, where needed, which count
    definition: Text
    comparability: Comparability
    independence: Independence
    unit: Id
    price_basis: PriceBasis
    repeats: Id | None = None
    note: str | None = None


class Indicator(Record):
    """What is measured."""

    id: Id
    label: Text
    short: Text  # names it in a narrow row
    unit: Id
    measure: Measure
    direction: Direction
    family: Id
    description: Text
    quality: QualityNote
    series: tuple[Series, ...] = ()


class Observation(Record):
    """One value of one series for one place and period, published on one day."""

    id: Id
    indicator: Id
    series: Id
    geography: Id
    period: When
    value: Number  # in ``unit``
    low: Number | None = None
    high: Number | None = None
    bound: Bound
    kind: Kind
    provisional: Truth
    unit: Id
    published: When
    source: Id
    locator: str | None = None
    verification: Verification
    usable: Usable
    note: str | None = None

    @property
    def known(self) -> date:
        """The day from which the figure was known: the last day of ``published``."""
        return self.published.end

    @property
    def judged(self) -> bool:
        """Whether figures of this kind are judged at all."""
        return self.kind in (Kind.ACTUAL, Kind.ESTIMATE)


class Source(Record):
    """One document."""

    id: Id
    publisher: Line
    author: str | None = None
    title: Line
    published: When
    url: Address | None = None
    kind: SourceKind
    access: Access
    independence: Independence
    licence: str | None = None
    note: str | None = None


class Category(Record):
    """A kind of event; one lane on the timeline."""

    id: Id
    label: Text


class Event(Record):
    """A dated fact on the timeline."""

    id: Id
    date: When
    title: Text
    category: Id
    geography: Id
    source: Id
    verification: Verification
    note: str | None = None


class Claim(Record):
    """One statement in a source, in our words."""

    id: Id
    source: Id
    statement: Line
    indicator: Id | None = None
    geography: str | None = None
    period: When | None = None
    value: Number | None = None
    unit: str | None = None  # free words
    bound: Bound | None = None
    kind: ClaimKind
    maps_to: Id | None = None  # a target, a goal, an observation or an event
    assessment: Assessment
    why: str | None = None


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
