"""What was reported, as listings: indicators, series, observations and where they stand.

In: an extract. Out: one listing each, rows in the order of the files.
"""

from metrics.exports.csv_rows import Cell
from metrics.exports.extract import Extract
from metrics.exports.listings.listing import Listing, closed, fields, in_languages, row, texts
from metrics.records.vocabulary import (
    Access,
    Assessment,
    Bound,
    ClaimKind,
    Comparability,
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

_KEY = ("id",)
_ID = fields("id", required=True)
_LABEL = texts("label")
_PUBLISHED = (*fields("published", "period", required=True), *fields("known_from", "day", required=True))
_SOURCE = fields("source", required=True, listing="sources")

INDICATOR = (
    *_ID,
    *_LABEL,
    *fields("family", required=True, listing="families"),
    *fields("unit", required=True, listing="units"),
    closed("measure", Measure),
    closed("direction", Direction),
    *texts("description"),
    closed("quality_verified", Quality, required=False),
    *texts("quality_limits quality_handling"),
)
SERIES = (
    *_ID,
    *fields("indicator", required=True, listing="indicators"),
    *_LABEL,
    *texts("reporter definition"),
    closed("comparability", Comparability),
    closed("independence", Independence),
    *fields("unit", required=True, listing="units"),
    closed("price_basis", PriceBasis),
    *fields("repeats", listing="series"),
    *fields("overlaps"),
    *texts("note"),
)
OBSERVATION = (
    *_ID,
    *fields("indicator", required=True, listing="indicators"),
    *fields("series", required=True, listing="series"),
    *fields("geography", required=True, listing="places"),
    *fields("period", "period", required=True),
    *fields("period_end", "day", required=True),
    closed("bound", Bound),
    *fields("value", "number", required=True),
    *fields("low high", "number"),
    *fields("unit", required=True, listing="units"),
    closed("kind", Kind),
    *fields("provisional", "truth", required=True),
    *_PUBLISHED,
    *fields("ahead_of_source", "truth", required=True),
    *_SOURCE,
    *texts("locator"),
    closed("verification", Verification),
    closed("usable", Usable),
    *fields("overlaps"),
    *texts("note"),
)
SOURCE = (
    *_ID,
    *texts("publisher"),
    *fields("author"),
    *fields("title", required=True),
    *_PUBLISHED,
    *fields("url", "address"),
    closed("kind", SourceKind),
    closed("access", Access),
    closed("independence", Independence),
    *fields("licence"),
    *texts("note"),
)
EVENT = (
    *_ID,
    *fields("date", "period", required=True),
    *fields("date_end", "day", required=True),
    *texts("title"),
    *fields("category", required=True, listing="categories"),
    *fields("geography", required=True, listing="places"),
    *_SOURCE,
    closed("verification", Verification),
    *texts("note"),
)
CLAIM = (
    *_ID,
    *_SOURCE,
    *texts("statement"),
    closed("kind", ClaimKind),
    *fields("indicator", listing="indicators"),
    *fields("geography"),
    *fields("period", "period"),
    closed("bound", Bound, required=False),
    *fields("value", "number"),
    *fields("unit_words maps_to"),
    closed("assessment", Assessment, required=False),
    *texts("why"),
)
RATE = (*fields("year", "whole", required=True), *fields("cny_per_usd", "number", required=True), *_SOURCE)
PRICE = (
    *fields("year", "whole", required=True),
    *fields("geography", required=True, listing="places"),
    closed("index_type", IndexType),
    *fields("index", "number", required=True),
    *_SOURCE,
)
UNIT = (*_ID, *_LABEL, *fields("currency"), *fields("scale", "number", required=True), *fields("prices"))
PLACE = (*_ID, *_LABEL, *fields("currency"))
NAMED = (*_ID, *_LABEL)


def indicators(taken: Extract) -> Listing:
    """What is measured; how good its figures are is told with today's knowledge only."""
    rows = []
    for one in taken.records.indicators.values():
        note = one.quality
        limits, handling = (None, None) if taken.is_earlier else (note.limits, note.handling)
        quality = in_languages(quality_limits=limits, quality_handling=handling)
        verified = None if taken.is_earlier else note.verified.value
        rows.append(row(one, INDICATOR, quality_verified=verified, **quality))
    return Listing("indicators", _KEY, INDICATOR, tuple(rows))


def series(taken: Extract) -> Listing:
    """The series, each from its first figure on."""
    rows = []
    for one in taken.records.series.values():
        instead: dict[str, Cell] = {"repeats": one.repeats if one.repeats in taken.records.series else None}
        instead["overlaps"] = _overlaps(one.id, taken)
        instead |= in_languages(definition=taken.as_then(one.definition))
        rows.append(row(one, SERIES, **instead))
    return Listing("series", _KEY, SERIES, tuple(rows))


def observations(taken: Extract) -> Listing:
    """Every figure known on the day, every vintage of it."""
    held = taken.records.observations.values()
    rows = (
        row(
            one,
            OBSERVATION,
            overlaps=_overlaps(one.series, taken),
            ahead_of_source=taken.records.ahead_of_source(one),
        )
        for one in held
    )
    return Listing("observations", _KEY, OBSERVATION, tuple(rows))


def _overlaps(series: str, taken: Extract) -> str | None:
    """The series that must not be added to one, by id."""
    return " ".join(one.id for one in taken.records.overlapping(series)) or None


def sources(taken: Extract) -> Listing:
    """The documents."""
    rows = (row(one, SOURCE) for one in taken.records.sources.values())
    return Listing("sources", _KEY, SOURCE, tuple(rows))


def events(taken: Extract) -> Listing:
    """The dated facts of the timeline."""
    rows = (row(one, EVENT) for one in taken.records.events.values())
    return Listing("events", _KEY, EVENT, tuple(rows))


def claims(taken: Extract) -> Listing:
    """Statements of the articles; how they stand against what is held is told with today's knowledge only."""
    held = taken.records
    there = {*held.targets, *held.goals, *held.observations, *held.events}
    later: dict[str, Cell] = {"assessment": None, **in_languages(why=None)} if taken.is_earlier else {}
    rows = []
    for one in held.claims.values():
        indicator = one.indicator if one.indicator in held.indicators else None
        bears_on = one.maps_to if one.maps_to in there else None
        rows.append(row(one, CLAIM, indicator=indicator, unit_words=one.unit, maps_to=bears_on, **later))
    return Listing("claims", _KEY, CLAIM, tuple(rows))


def exchange_rates(taken: Extract) -> Listing:
    """Yuan per US dollar by year."""
    return Listing("exchange_rates", ("year",), RATE, tuple(row(one, RATE) for one in taken.records.rates))


def prices(taken: Extract) -> Listing:
    """Price indices by year and place."""
    rows = tuple(row(one, PRICE) for one in taken.records.prices)
    return Listing("prices", ("year", "geography", "index_type"), PRICE, rows)


def units(taken: Extract) -> Listing:
    """The units of measure."""
    return Listing("units", _KEY, UNIT, tuple(row(one, UNIT) for one in taken.records.units.values()))


def places(taken: Extract) -> Listing:
    """Countries and areas."""
    return Listing("places", _KEY, PLACE, tuple(row(one, PLACE) for one in taken.records.places.values()))


def families(taken: Extract) -> Listing:
    """Groups of indicators."""
    return Listing("families", _KEY, NAMED, tuple(row(one, NAMED) for one in taken.records.families.values()))


def categories(taken: Extract) -> Listing:
    """Kinds of events."""
    rows = tuple(row(one, NAMED) for one in taken.records.categories.values())
    return Listing("categories", _KEY, NAMED, rows)
