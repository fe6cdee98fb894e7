"""Listings: all data as plain tables, one of each kind, cut to what was known on a day.

In: an extract. Out: :func:`listing` gives one by its name, :func:`listings` all, in the order of
:data:`LISTINGS`. ``promised`` holds plans, targets, goals and benchmarks, ``reported`` indicators, series,
figures and sources, ``judged`` readings and headlines.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from metrics.exports.extract import Extract
from metrics.exports.listings.judged import JUDGED
from metrics.exports.listings.listing import Field, Listing
from metrics.exports.listings.promised import PROMISED
from metrics.exports.listings.reported import REPORTED

LISTINGS: Mapping[str, Callable[[Extract], Listing]] = MappingProxyType(dict((*PROMISED, *JUDGED, *REPORTED)))


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
