"""What was reported, as listings: indicators, series, observations and where they stand.

In: an extract. Out: one listing each, rows in the order of the files.
"""

from metrics.exports.cell import Cell
from metrics.exports.extract import Extract
from metrics.exports.listings.columns import columns
from metrics.exports.listings.listing import Field, Listing, closed, in_languages, listed, row, texts
from metrics.records.model import (
    Category,
    Claim,
    Event,
    ExchangeRate,
    Family,
    Indicator,
    Observation,
    Place,
    PriceIndex,
    Series,
    Source,
    Unit,
)
from metrics.records.vocabulary import Assessment, Quality

_KEY = ("id",)

INDICATOR = (
    *columns(Indicator, "id label family unit measure direction description"),
    closed("quality_verified", Quality, required=False),
    *texts("quality_limits quality_handling"),
)
SERIES = columns(
    Series,
    "id indicator label reporter definition comparability independence unit price_basis repeats overlaps note",
)
OBSERVATION = columns(
    Observation,
    "id indicator series geography period period_end bound value low high unit kind provisional published known_from "
    "ahead_of_source source locator verification usable overlaps note",
    Field("ahead_of_source", "truth", required=True),
    Field("overlaps"),
)
CLAIM = columns(
    Claim,
    "id source statement kind indicator geography period bound value unit_words maps_to assessment why",
    Field("unit_words"),
    closed("assessment", Assessment, required=False),
)

sources = listed(
    "sources",
    columns(
        Source, "id publisher author title published known_from url kind access independence licence note"
    ),
    lambda records: records.sources.values(),
)
events = listed(
    "events",
    columns(Event, "id date date_end title category geography source verification note"),
    lambda records: records.events.values(),
)
exchange_rates = listed(
    "exchange_rates",
    columns(ExchangeRate, "year cny_per_usd source"),
    lambda records: records.rates,
    ("year",),
)
prices = listed(
    "prices",
    columns(PriceIndex, "year geography index_type index source"),
    lambda records: records.prices,
    ("year", "geography", "index_type"),
)
units = listed(
    "units",
    columns(Unit, "id label currency scale prices", Field("scale", "number", required=True)),
    lambda records: records.units.values(),
)
places = listed("places", columns(Place, "id label currency"), lambda records: records.places.values())
families = listed("families", columns(Family, "id label"), lambda records: records.families.values())
categories = listed("categories", columns(Category, "id label"), lambda records: records.categories.values())


def indicators(taken: Extract) -> Listing:
    """What is measured; how good its figures are is shown with today's knowledge only."""
    found = []
    for one in taken.records.indicators.values():
        note = one.quality
        limits, handling = (None, None) if taken.is_earlier else (note.limits, note.handling)
        quality = in_languages(quality_limits=limits, quality_handling=handling)
        verified = None if taken.is_earlier else note.verified.value
        found.append(row(one, INDICATOR, quality_verified=verified, **quality))
    return Listing("indicators", _KEY, INDICATOR, tuple(found))


def series(taken: Extract) -> Listing:
    """The series, each from its first figure on."""
    found = []
    for one in taken.records.series.values():
        instead: dict[str, Cell] = {"repeats": one.repeats if one.repeats in taken.records.series else None}
        instead["overlaps"] = _overlaps(one.id, taken)
        instead |= in_languages(definition=taken.as_then(one.definition))
        found.append(row(one, SERIES, **instead))
    return Listing("series", _KEY, SERIES, tuple(found))


def observations(taken: Extract) -> Listing:
    """Every figure known on the day, every vintage of it."""
    known = taken.records
    found = (
        row(
            one,
            OBSERVATION,
            overlaps=_overlaps(one.series, taken),
            ahead_of_source=known.ahead_of_source(one),
        )
        for one in known.observations.values()
    )
    return Listing("observations", _KEY, OBSERVATION, tuple(found))


def _overlaps(series: str, taken: Extract) -> str | None:
    """The series that must not be added to one, by id."""
    return " ".join(one.id for one in taken.records.overlapping(series)) or None


def claims(taken: Extract) -> Listing:
    """Statements of the articles; how they compare with what is known is said with today's knowledge only."""
    known = taken.records
    there = {*known.targets, *known.goals, *known.observations, *known.events}
    later: dict[str, Cell] = {"assessment": None, **in_languages(why=None)} if taken.is_earlier else {}
    found = []
    for one in known.claims.values():
        indicator = one.indicator if one.indicator in known.indicators else None
        bears_on = one.maps_to if one.maps_to in there else None
        found.append(row(one, CLAIM, indicator=indicator, unit_words=one.unit, maps_to=bears_on, **later))
    return Listing("claims", _KEY, CLAIM, tuple(found))
