"""The address: the only state of the dashboard.

In: the query parameters of the page's address. Out: a frozen :class:`View`, and a note for each value
that could not be used; a bad value is never an error, the default takes its place. Parameters are stable
ids, never labels, so that a link shows its reader what its sender saw.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from urllib.parse import urlencode

from metrics.exports.slides import addresses
from metrics.figures.views import page_of, part_of
from metrics.progress.currency import DOLLAR, YUAN
from metrics.progress.result import Path
from metrics.records.period import day_of
from metrics.records.store import Records
from metrics.words import Words, languages

KNOWN_ON, PATH, PLAN, LANGUAGE, CURRENCY, DATA = "known-on", "path", "plan", "lang", "currency", "data"

#: Environment variable that says where the dashboard stands, as its readers reach it.
BASE = "MILEPOST_ADDRESS"

#: What the address says for the reader's own plan.
OWN = "own"

#: What the address says for every plan; without a choice the plans of the first page are shown.
ALL = "all"

#: What money can be shown in: the id in the address and the code of the currency.
CURRENCIES = {"cny": YUAN, "usd": DOLLAR}

#: What is spoken where the address asks for no language that there is.
FIRST_LANGUAGE = languages()[0]

#: The longest part of a bad value that a note repeats.
_SHOWN = 40

#: How many notes are shown at most: an address can hold any number of mistakes.
_NOTES = 5


@dataclass
class Address:
    """The parameters of one run, read one by one; ``notes`` collects what could not be used."""

    given: Mapping[str, str]
    words: Words
    notes: list[str] = field(default_factory=list)

    def choice(self, name: str, allowed: Iterable[str], default: str | None = None) -> str | None:
        """The value of ``name`` if it is one of ``allowed``, else ``default`` and a note."""
        value = self.given.get(name)
        if value is None or value == "":
            return default
        allowed = list(allowed)
        if value in allowed:
            return value
        near = get_close_matches(value[:80], allowed, n=1)
        key = "page.address.unknown_near" if near else "page.address.unknown"
        self._note(key, name, value, near=near[0] if near else "")
        return default

    def choices(self, name: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """The comma-separated values of ``name`` that are allowed, in the order of ``allowed``."""
        value = self.given.get(name, "")
        allowed = list(allowed)
        asked = [part for part in value.split(",") if part]
        for part in asked:
            if part not in allowed:
                self._note("page.address.unknown", name, part)
        return tuple(one for one in allowed if one in asked)

    def day(
        self,
        name: str,
        latest: date,
        earliest: date,
        default: date | None = None,
        said: str = "page.address",
    ) -> date:
        """The day in ``name``; ``default`` where there is none or it cannot be used.

        Args:
            name: of the parameter.
            latest: the last day that can be asked for.
            earliest: the first one; it takes the place of a day before it.
            default: None: ``latest``.
            said: the section of the catalogue with the notes.
        """
        instead = default or latest
        value = self.given.get(name)
        if not value:
            return instead
        day = day_of(value)
        if day is None or day > latest:
            key = "not_a_day" if day is None else "future"
            self._note(f"{said}.{key}", name, value, default=self.words.day(instead))
            return instead
        if day < earliest:
            self._note(f"{said}.too_old", name, value, default=self.words.day(earliest))
            return earliest
        return day

    def text(self, name: str, longest: int = 100) -> str:
        """A free text, such as a search; cut to ``longest`` characters."""
        return self.given.get(name, "")[:longest]

    def passed_over(self, notes: Iterable[str]) -> None:
        """Note what else of the address could not be used."""
        self.notes += list(notes)[: max(_NOTES - len(self.notes), 0)]

    def own_is_gone(self) -> None:
        """Note that the address asks for a plan that only the session knew in which it was checked."""
        self.notes.append(self.words.say("check.gone"))

    def _note(self, key: str, name: str, value: str, **more: str) -> None:
        shown = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
        if len(self.notes) < _NOTES:
            self.notes.append(self.words.say(key, name=name, value=shown, **more))


def language_of(given: Mapping[str, str]) -> str:
    """The language that an address asks for; the first one where there is none such.

    >>> language_of({"lang": "xx"}), language_of({})
    ('en', 'en')
    """
    asked = given.get(LANGUAGE, "")
    return asked if asked in languages() else FIRST_LANGUAGE


class Scope(StrEnum):
    """How the plans came about that every page is cut to."""

    MAIN = "main"  # nothing was chosen: the plans of the first page
    ALL = "all"  # no plan is left out, whether anybody asked for that or not
    CHOSEN = "chosen"


def main_plans(records: Records) -> tuple[str, ...]:
    """The plans that are shown where nobody chose any: those of the first page, else all."""
    return tuple(one for one in records.plans if one in records.glance.plans) or tuple(records.plans)


def plan_parameter(chosen: Collection[str], records: Records) -> str | None:
    """What the address says for some plans; None, as always, for the usual choice."""
    if set(chosen) == set(main_plans(records)):
        return None
    return ALL if set(chosen) in (set(), set(records.plans)) else ",".join(chosen)


def _scope_of(address: Address, records: Records) -> tuple[Scope, tuple[str, ...]]:
    asked = address.given.get(PLAN, "")
    if asked == ALL and ALL not in records.plans:
        chosen = tuple(records.plans)
    elif "," in asked:
        chosen = address.choices(PLAN, records.plans)
    else:
        one = address.choice(PLAN, records.plans)
        chosen = (one,) if one else ()
    plans = chosen or main_plans(records)
    if len(plans) == len(records.plans):
        return Scope.ALL, plans
    return Scope.MAIN if plans == main_plans(records) else Scope.CHOSEN, plans


@dataclass(frozen=True, slots=True)
class View:
    """What every page obeys."""

    known_on: date
    today: date
    earliest: date  # the first day that can be asked for
    path: Path | None  # None: both
    plans: tuple[str, ...]  # the plans that every page is cut to, by id, in the order of the file
    scope: Scope
    data: str | None  # whose plan is shown; None: the one that the server was started with
    language: str
    currency: str | None  # code of the currency that money is shown in; None: as published
    shared: Mapping[str, str]  # the shared parameters as they stand in the address, the good ones only

    @property
    def plan(self) -> str | None:
        """The plan that was chosen alone; None: there is no such choice."""
        return self.plans[0] if self.scope is Scope.CHOSEN and len(self.plans) == 1 else None

    def href(self, page: str, /, **parameters: str | None) -> str:
        """A link to a page that keeps the shared parameters; ``None`` leaves one out.

        Names are written with ``_`` for ``-``. The glance page stands at the root.
        """
        return href_of(self.shared, page, **parameters)


def href_of(shared: Mapping[str, str], page: str, /, **parameters: str | None) -> str:
    """A link to a page with these shared parameters, see :meth:`View.href`."""
    query: dict[str, str | None] = {**shared, **part_of(page)}
    query.update({name.replace("_", "-"): value for name, value in parameters.items()})
    text = urlencode({name: value for name, value in query.items() if value})
    # Relative to the page, so that a base path in front of the dashboard is kept.
    return ("./" if page == "glance" else page_of(page)) + (f"?{text}" if text else "")


def base_of(url: str | None, page: str) -> str | None:
    """Where the dashboard stands: as a setting says, else from the address that the browser shows; None: it is not known.

    No header that a proxy forwards is read: what the browser shows is what its user can type.

    >>> base_of("https://example.org/milepost/present", "present"), base_of("http://localhost:8501", "glance")
    ('https://example.org/milepost', 'http://localhost:8501')
    """
    if stated := os.environ.get(BASE, "").rstrip("/"):
        return stated
    return url.rstrip("/").removesuffix(f"/{page_of(page)}") if url else None


def short_addresses(view: View, words: Words, base: str | None) -> Callable[..., str]:
    """Makes the addresses that stand on slides: page, what it is about, and the choices that every page obeys.

    The day is always among them: a slide that is opened next year leads to what it shows.

    A plan that only one session can show has none, and says so in its place.
    """
    if view.data == OWN:
        return lambda *_page, **_about: words.say("check.private")
    return addresses(words, base, {**view.shared, KNOWN_ON: view.known_on.isoformat()})


def view_of(address: Address, records: Records, today: date, offered: Iterable[str] = ()) -> View:
    """Read the shared parameters; notes are left in ``address``.

    Args:
        address: the parameters.
        records: of the plan that is shown.
        today: the last day that can be asked for.
        offered: what may be asked for beside the plan that the server was started with.
    """
    offered = tuple(offered)
    if address.given.get(DATA) == OWN and OWN not in offered:
        address.own_is_gone()
        data = None
    else:
        data = address.choice(DATA, offered)
    published = (plan.published.end for plan in records.plans.values())
    earliest = min(today, min(published, default=today).replace(month=1, day=1))
    known_on = address.day(KNOWN_ON, latest=today, earliest=earliest)
    path = address.choice(PATH, list(Path))
    scope, plans = _scope_of(address, records)
    language = address.choice(LANGUAGE, languages(), FIRST_LANGUAGE) or FIRST_LANGUAGE
    currency = address.choice(CURRENCY, CURRENCIES)
    kept = {
        DATA: data,
        KNOWN_ON: known_on.isoformat() if known_on != today else None,
        PATH: path,
        PLAN: plan_parameter(plans, records),
        LANGUAGE: language if language != FIRST_LANGUAGE else None,
        CURRENCY: currency,
    }
    return View(
        known_on=known_on,
        today=today,
        earliest=earliest,
        path=Path(path) if path else None,
        plans=plans,
        scope=scope,
        data=data,
        language=language,
        currency=CURRENCIES[currency] if currency else None,
        shared={name: value for name, value in kept.items() if value},
    )
