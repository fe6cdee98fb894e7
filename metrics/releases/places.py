"""Places: which place of a folder a publisher means.

In: how the publisher writes it. Out: the id of a place, or None.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from metrics.records.model import LANGUAGES, Place, PlaceName
from metrics.records.store import Records


class PlaceNames:
    """The places of a folder by all names under which a publisher may write them."""

    def __init__(self, records: Records, own: Iterable[PlaceName]) -> None:
        places = records.places.values()
        self._by_code = {code: one.id for one in places if (code := country(one.id))}
        self._known = {name.casefold(): one.id for one in places for name in _names(one)}
        self._known |= {one.name.casefold(): one.place for one in own}

    def place(self, text: str) -> str | None:
        """The id of the place that a text names: as the mapping says, by its id or label, or as a country."""
        return self._known.get(text.casefold()) or self._by_code.get(country(text) or "")


def _names(place: Place) -> tuple[str, ...]:
    return (place.id, *(text for _, text in place.label.versions))


def country(text: str) -> str | None:
    """The two letters of ISO 3166 for a country by any of its codes, or by its name in CLDR; None where there is none.

    >>> country("CHN"), country("156"), country("South Korea"), country("韩国"), country("Neverland")
    ('CN', 'CN', 'KR', 'KR', None)
    """
    return _countries().get(text.casefold())


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    known = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code.isalpha():
                known[code.casefold()] = known[name.casefold()] = code
    aliases = get_global("territory_aliases").items()
    return known | {
        old.casefold(): new[0] for old, new in aliases if len(old) == len("CHN") and len(new) == 1
    }
