"""What was reported, as listings: indicators, series, observations and where they stand.

In: an extract. Out: one listing each, rows in the order of the files. How good the figures of an indicator are, and how
a claim compares with what is known, is shown with today's knowledge only.
"""

from metrics.exports.extract import Extract
from metrics.exports.listings.columns import listed
from metrics.exports.listings.listing import Field, closed, texts
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


def _series(one: Series, taken: Extract) -> dict[str, object]:
    return {
        "repeats": one.repeats if one.repeats in taken.records.series else None,
        "overlaps": _overlaps(one.id, taken),
        "definition": taken.as_then(one.definition),
    }


def _observation(one: Observation, taken: Extract) -> dict[str, object]:
    ahead = taken.records.ahead_of_source(one)
    return {"overlaps": _overlaps(one.series, taken), "ahead_of_source": ahead}


def _overlaps(series: str, taken: Extract) -> str | None:
    """The series that must not be added to one, by id."""
    return " ".join(one.id for one in taken.records.overlapping(series)) or None


def _claim(one: Claim, taken: Extract) -> dict[str, object]:
    known = taken.records
    there = (known.targets, known.goals, known.observations, known.events)
    return {
        "indicator": one.indicator if one.indicator in known.indicators else None,
        "maps_to": one.maps_to if any(one.maps_to in every for every in there) else None,
        **(dict.fromkeys(("assessment", "why")) if taken.is_earlier else {}),
    }


REPORTED = (
    listed(
        "indicators",
        Indicator,
        "id label family unit measure direction description quality_verified quality_limits quality_handling",
        closed("quality_verified", Quality, required=False, of="quality.verified"),
        *texts("quality_limits", "quality.limits"),
        *texts("quality_handling", "quality.handling"),
        instead=lambda _, taken: {"quality": None} if taken.is_earlier else {},
    ),
    listed(
        "series",
        Series,
        "id indicator label reporter definition comparability independence unit price_basis repeats overlaps note",
        instead=_series,
    ),
    listed(
        "observations",
        Observation,
        "id indicator series geography period period_end bound value low high unit kind provisional published known_from "
        "ahead_of_source source locator verification usable overlaps note",
        Field("ahead_of_source", "truth", required=True),
        Field("overlaps"),
        instead=_observation,
    ),
    listed(
        "sources",
        Source,
        "id publisher author title published known_from url kind access independence licence note",
    ),
    listed("events", Event, "id date date_end title category geography source verification note"),
    listed(
        "claims",
        Claim,
        "id source statement kind indicator geography period bound value unit_words maps_to assessment why",
        Field("unit_words", of="unit"),
        closed("assessment", Assessment, required=False),
        instead=_claim,
    ),
    listed(
        "exchange_rates",
        ExchangeRate,
        "year cny_per_usd source",
        key="year",
        of=lambda taken: taken.records.rates,
    ),
    listed(
        "prices",
        PriceIndex,
        "year geography index_type index source",
        key="year geography index_type",
        of=lambda taken: taken.records.prices,
    ),
    listed("units", Unit, "id label currency scale prices", Field("scale", "number", required=True)),
    listed("places", Place, "id label currency"),
    listed("families", Family, "id label"),
    listed("categories", Category, "id label"),
)
