"""Listings: all data as plain tables, one of each kind, cut to what was known on a day.

In: an extract. Out: :func:`listing` gives one by its name, :func:`listings` all, in the order of
:data:`LISTINGS`. ``promised`` holds plans, targets, goals and benchmarks, ``reported`` indicators, series,
figures and sources, ``judged`` readings and headlines, ``editions`` what became of
promises, ``delivered`` deliverables, evidence and ratings.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from metrics.exports.extract import Extract
from metrics.exports.listings.delivered import DELIVERED
from metrics.exports.listings.editions import EDITIONS
from metrics.exports.listings.judged import JUDGED, planned
from metrics.exports.listings.listing import Field, Listing
from metrics.exports.listings.promised import PROMISED
from metrics.exports.listings.reported import REPORTED

LISTINGS: Mapping[str, Callable[[Extract], Listing]] = MappingProxyType(dict((*PROMISED, *JUDGED, *REPORTED)))

#: Listed only where a plan has any of them.
APART: Mapping[str, Callable[[Extract], Listing]] = MappingProxyType(
    dict((*EDITIONS, ("planned", planned), *DELIVERED))
)


def listing(name: str, taken: Extract) -> Listing:
    """One listing.

    Raises:
        KeyError: there is none of that name.
    """
    return {**LISTINGS, **APART}[name](taken)


def listings(taken: Extract) -> tuple[Listing, ...]:
    """All listings, and those of :data:`APART` that have a row."""
    return (*(make(taken) for make in LISTINGS.values()), *apart(taken))


def apart(taken: Extract) -> tuple[Listing, ...]:
    """The listings of :data:`APART` that have a row."""
    return tuple(found for make in APART.values() if (found := make(taken)).rows)


__all__ = ["APART", "LISTINGS", "Field", "Listing", "apart", "listing", "listings"]
