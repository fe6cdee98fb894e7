"""Which indicator a page shows, and how: what was asked for, and what shows most where nothing was.

In: the records of a day and what was asked for: by the address of the dashboard, or by name. Out: a frozen
:class:`IndicatorChoice`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from metrics.figures.indicator.first_choice import first_places, first_series
from metrics.figures.scale import SCALES, Scale
from metrics.progress.lead import compared, places_of, promised, ranked_indicators
from metrics.progress.spread import Spread, spreads, widest
from metrics.progress.terms import Restated, Terms, restate
from metrics.records.model import Indicator
from metrics.records.store import Records
from metrics.records.vocabulary import IndexType

FAMILY, INDICATOR, SERIES, PLACES, SCALE = "family", "indicator", "series", "places", "scale"
LAYOUT, VINTAGES, PRICES, YEAR, PLACE = "layout", "vintages", "prices", "year", "place"
LAYOUTS = ("one", "multiples")
VINTAGE_CHOICES = ("off", "on")

#: What constant prices can be computed by: the id in the address and the index.
INDICES = {"constant": IndexType.CPI, "constant-gdp": IndexType.GDP_DEFLATOR}


class Asked(Protocol):
    """What was asked for, by the names of parameters."""

    def choice(self, name: str, allowed: Iterable[str], default: str | None = None) -> str | None:
        """One of some values."""

    def choices(self, name: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """Several of some values, in their order."""


class Named(dict[str, str]):
    """Single values by name; everything else is left open."""

    def choice(self, name: str, allowed: Iterable[str], default: str | None = None) -> str | None:  # noqa: ARG002
        """The value of a name."""
        return self.get(name, default)

    def choices(self, name: str, allowed: Iterable[str]) -> tuple[str, ...]:  # noqa: ARG002
        """Nothing."""
        return ()


@dataclass(frozen=True)
class IndicatorChoice:
    """One indicator, and how it is shown."""

    families: tuple[str, ...]
    family: str
    is_family: bool  # whether no one of its indicators was chosen
    members: tuple[str, ...]  # the indicators of the family, those with figures first
    with_figures: frozenset[str]
    restated: Restated  # the records in the terms chosen
    indicator: Indicator  # in these records
    series_ids: tuple[str, ...]  # that have figures
    wanted: tuple[str, ...]
    drawn: tuple[str, ...]  # of these, those in the unit of the first
    places: tuple[str, ...]
    shown_places: tuple[str, ...]
    scales: tuple[Scale, ...]  # those that there are for the places of this plan
    scale: Scale
    multiples: bool
    vintages: bool
    prices: str | None  # id of INDICES
    money: bool  # whether any series is in money that is not in constant prices
    spread_places: tuple[str, ...]
    spread_place: str | None
    spreads: Mapping[int, Spread]
    year: int | None

    @property
    def terms(self) -> tuple[object, ...]:
        """What tells apart the indicators and the terms in which they are shown."""
        terms = self.restated.terms
        return (self.indicator.id, terms.currency, str(terms.prices))

    @property
    def told_apart(self) -> tuple[object, ...]:
        """What tells apart the pages of them."""
        ways = (self.drawn, self.shown_places, self.scale, self.multiples, self.vintages)
        return (*self.terms, *ways, self.spread_place, self.year)

    @property
    def held(self) -> Records:
        """The records of the day, in the terms chosen."""
        return self.restated.records


def choose_indicator(
    held: Records,
    day: date,
    address: Asked,
    *,
    currency: str | None = None,
    keep: Callable[..., Any] = lambda make, *_parts: make(),
) -> IndicatorChoice:
    """Fill in what was not asked for.

    Args:
        held: what was known on the day.
        day: the day.
        address: what was asked for.
        currency: in which money is shown; None: as published.
        keep: keeps what takes long, see :meth:`metrics.app.frame.Here.keep`.
    """
    with_figures = frozenset(one.indicator for one in held.observations.values())
    asked = address.choice(INDICATOR, held.indicators)
    default_family = held.indicators[asked].family if asked else held.indicators[held.glance.indicator].family
    families = tuple(one for one in held.families if any(i.family == one for i in held.indicators.values()))
    family = address.choice(FAMILY, families, default_family) or default_family
    members = [one.id for one in held.indicators.values() if one.family == family]
    members.sort(key=lambda one: one not in with_figures)
    lead = asked if asked in members else None
    published = held.indicators[
        lead or ranked_indicators(held, family, day, places_of(held), promised(held))[0]
    ]
    scales = tuple(one for one in SCALES if one != "ratio" or compared(held))
    scale: Scale = next((one for one in scales if one == address.choice(SCALE, scales)), "level")
    prices = address.choice(PRICES, INDICES)
    money = any(held.units[one.unit].prices == "nominal" for one in published.series)
    # A growth rate in another currency would hold the movement of the exchange rate.
    terms = Terms(
        currency if money and scale != "growth" else None, INDICES[prices] if prices and money else None
    )
    restated = keep(
        lambda: restate(held, published, terms), "terms", published.id, terms.currency, str(terms.prices)
    )
    multiples = address.choice(LAYOUT, LAYOUTS) == "multiples"
    held, indicator = restated.records, restated.records.indicators[published.id]
    figures = [one for one in held.observations.values() if one.indicator == indicator.id]
    has = {one.series for one in figures}
    series_ids = tuple(one.id for one in indicator.series if one.id in has)
    units = {one.id: one.unit for one in indicator.series}
    # In other terms the series that could be put into them come first.
    convertible = [one for one in figures if one.series not in restated.left]
    first = first_series(indicator, convertible or figures, held, day)
    if multiples:
        first = tuple(one for one in series_ids if units[one] == units[first[0]]) if first else ()
    wanted = address.choices(SERIES, series_ids) or first
    drawn = tuple(one for one in wanted if units[one] == units[wanted[0]])
    places = tuple(dict.fromkeys(one.geography for one in figures if one.series in drawn))
    shown = address.choices(PLACES, places) or first_places(places, held)
    every_place = dict.fromkeys(one.geography for one in figures)
    by_place = keep(
        lambda: {one: spreads(held, indicator, one) for one in every_place},
        "spreads",
        published.id,
        terms.currency,
        str(terms.prices),
    )
    with_spread = tuple(place for place, found in by_place.items() if found)
    place = address.choice(
        PLACE, with_spread, next((p for p in (*shown, *with_spread) if p in with_spread), None)
    )
    found = by_place[place] if place else {}
    year = address.choice(YEAR, [str(one) for one in found])
    return IndicatorChoice(
        families=families,
        family=family,
        is_family=lead is None,
        members=tuple(members),
        with_figures=with_figures,
        restated=restated,
        indicator=indicator,
        series_ids=series_ids,
        wanted=wanted,
        drawn=drawn,
        places=places,
        shown_places=shown,
        scales=scales,
        scale=scale,
        multiples=multiples,
        vintages=address.choice(VINTAGES, VINTAGE_CHOICES) == "on",
        prices=prices if money else None,
        money=money,
        spread_places=with_spread,
        spread_place=place,
        spreads=found,
        year=int(year) if year else widest(found),
    )
