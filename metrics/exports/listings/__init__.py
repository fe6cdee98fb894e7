"""Listings: all data as plain tables, one of each kind, cut to what was known on a day.

In: an extract. Out: :func:`listing` gives one by its name, :func:`listings` all, in the order of
:data:`LISTINGS`. ``promised`` holds plans, targets, goals and benchmarks, ``reported`` indicators, series,
figures and sources, ``judged`` readings and headlines.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from metrics.exports.extract import Extract
from metrics.exports.listings import judged, promised, reported
from metrics.exports.listings.listing import Field, Listing

LISTINGS: Mapping[str, Callable[[Extract], Listing]] = MappingProxyType(
    {
        "plans": promised.plans,
        "targets": promised.targets,
        "goals": promised.goals,
        "benchmarks": promised.benchmarks,
        "readings": judged.readings,
        "headlines": judged.headlines,
        "indicators": reported.indicators,
        "series": reported.series,
        "observations": reported.observations,
        "sources": reported.sources,
        "events": reported.events,
        "claims": reported.claims,
        "exchange_rates": reported.exchange_rates,
        "prices": reported.prices,
        "units": reported.units,
        "places": reported.places,
        "families": reported.families,
        "categories": reported.categories,
    }
)


def listing(name: str, taken: Extract) -> Listing:
    """One listing.

    Raises:
        KeyError: there is none of that name.
    """
    return LISTINGS[name](taken)


def listings(taken: Extract) -> tuple[Listing, ...]:
    """All listings."""
    return tuple(make(taken) for make in LISTINGS.values())


__all__ = ["LISTINGS", "Field", "Listing", "listing", "listings"]
