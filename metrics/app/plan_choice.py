"""Choosing the plan: whose plans are shown, and which one of them the pages are cut to.

In: the view and the address. Out: one control of links, and the name of the data that are shown. What an example is
called stands in its own records: they are read when the control is opened, and from then on kept.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from metrics.app import data, own_plan
from metrics.app.address import (
    CURRENCY,
    DATA,
    FIRST_LANGUAGE,
    KNOWN_ON,
    LANGUAGE,
    OWN,
    PATH,
    PLAN,
    Scope,
    View,
    href_of,
    main_plans,
    plan_parameter,
)
from metrics.app.box import Option, OptionGroup, box, option_list
from metrics.app.markdown import plain_label
from metrics.figures.blocks import scope_line, scope_name
from metrics.records import SHIPPED, latest
from metrics.records.store import Records
from metrics.words import Words

#: What of the address holds for any data.
GENERAL = (LANGUAGE, PATH, CURRENCY, KNOWN_ON)

#: So many of the plans of its first page name a folder; more are counted.
MOST_NAMED = 2

#: So few ways to choose plans are all the same: every plan.
MOST_ALIKE = 2

#: The pages that list everything whatever plans are chosen.
UNCUT = ("indicators", "sources")

#: The pages on which a reader's own plan is checked, and figures are brought into one.
CHECK, BRING = "check", "bring"


@dataclass(frozen=True, slots=True)
class Offer:
    """Data that can be shown."""

    id: str | None  # None: what the server was started with
    name: str
    earliest: date  # the first day that can be asked for


def named(records: Records, words: Words) -> str:
    """What the data of a folder are called: the plans of its first page."""
    labels = [words.text(records.plans[one].label) for one in records.glance.plans if one in records.plans]
    rest = len(labels) - MOST_NAMED
    return words.listing([*labels[:MOST_NAMED], words.say("chart.more", n=rest)] if rest > 0 else labels)


def shown_name(shown: str | None, records: Records, words: Words) -> str | None:
    """What the data on the screen are called; None where they are those that come with Milepost.

    Args:
        shown: what the address asks for; None: what the server was started with.
        records: of the data that are shown.
        words: the language.
    """
    if shown is None and data.folder() == SHIPPED:
        return None
    return _name(shown, records, words)


def browser_title(page: str, words: Words) -> str:
    """The title of the browser's tab; it names the data where they are not those that come with Milepost."""
    asked = st.query_params.get(DATA)
    shown = asked if asked in data.offered() else None
    found = None if shown is None and data.folder() == SHIPPED else data.shown().records
    name = shown_name(shown, found, words) if found else None
    if name is None:
        return words.say("page.browser_title", page=page)
    return words.say("choice.browser_title", page=page, data=name)


def _name(shown: str | None, records: Records, words: Words) -> str:
    if shown is None:
        return words.say("choice.shipped") if data.folder() == SHIPPED else named(records, words)
    return words.say("choice.own" if shown == OWN else "choice.example", name=named(records, words))


def offers(words: Words) -> tuple[Offer, ...]:
    """All data that can be shown; those that are broken are left out."""
    held = own_plan.held()
    found: dict[str | None, Records | None] = {None: latest(data.folder()).records}
    found |= {name: latest(path).records for name, path in data.examples().items()}
    found[OWN] = held.records if held else None
    return tuple(
        Offer(name, _name(name, one, words), _earliest(one)) for name, one in found.items() if one is not None
    )


def _earliest(records: Records) -> date:
    published = (plan.published.end for plan in records.plans.values())
    return min(published, default=date.min).replace(month=1, day=1)


@dataclass(frozen=True)
class PlanChoice:
    """The choice as it stands on one page."""

    current: str  # the page
    view: View
    held: Records  # the data that are shown
    given: Mapping[str, str]  # the parameters of the address
    words: Words

    @property
    def name(self) -> str | None:
        """What the data are called; None where they are those that come with Milepost."""
        return shown_name(self.view.data, self.held, self.words)

    def control(self) -> None:
        """The control: its button says what is shown, its box offers the rest."""
        plan = self.held.plans.get(self.view.plan or "")
        text = self.words.text(plan.label) if plan else self.name or self._every()
        box("mp-plan", plain_label(text), self._draw, self.words)

    def _draw(self) -> None:
        say = self.words.say
        check = Option(say("choice.check"), href_of(_kept(self.given, (LANGUAGE,)), CHECK))
        bring = Option(say("page.bring.name"), href_of(_kept(self.given, (LANGUAGE, DATA)), BRING))
        plans = self._plan_links()
        groups = [OptionGroup(say("choice.data"), (*self._data_links(), check, bring))]
        if len(plans) > MOST_ALIKE:
            groups.append(OptionGroup(say("choice.plan"), plans))
        st.html(option_list(groups))

    def line(self, known: Records) -> str:
        """Under the controls: the plans that the page is cut to, and the ways to others; nothing where there is one."""
        if len(known.plans) < 2:
            return ""
        words, named = self.words, scope_name(self.view.plans, known, self.words)
        key = "one" if self.current == "target" else "uncut" if self.current in UNCUT else "cut"
        kept = self._kept_on(self.current)
        ways = []
        if self.view.scope is not Scope.ALL:
            every = len(known.plans) if len(known.plans) == len(self.held.plans) else 1
            ways.append((words.say("scope.every", n=every), self._to(self.held.plans, kept, self.current)))
        if set(self.view.plans) != set(main_plans(self.held)):
            ways.append((words.say("scope.main"), self._to(main_plans(self.held), kept, self.current)))
        return scope_line(words.say(f"scope.{key}", plans=named), () if key == "uncut" else ways)

    def _every(self) -> str:
        if self.view.scope is Scope.CHOSEN:
            return scope_name(self.view.plans, self.held, self.words)
        return self.words.say("choice.main" if self.view.scope is Scope.MAIN else "choice.all")

    @property
    def _page(self) -> str:
        """Where another choice leads: the page of one target has no counterpart there, the list of targets has."""
        return {"target": "targets", CHECK: "glance", BRING: "glance"}.get(self.current, self.current)

    def _kept_on(self, page: str) -> dict[str, str]:
        given = self.given if page == self.current else self.view.shared
        kept = {name: value for name, value in given.items() if value}
        for name in (PLAN, *(() if self.view.data else (DATA,))):
            kept.pop(name, None)
        return kept

    def _to(self, plans: Collection[str], kept: Mapping[str, str], page: str) -> str:
        plan = plan_parameter(plans, self.held)
        return href_of({**kept, PLAN: plan} if plan else kept, page)

    def _data_links(self) -> tuple[Option, ...]:
        links = []
        for one in offers(self.words):
            kept = _kept(self.given, GENERAL)
            if self.view.known_on < one.earliest:
                kept.pop(KNOWN_ON, None)
            if one.id:
                kept[DATA] = one.id
            links.append(Option(one.name, href_of(kept, self._page), one.id == self.view.data))
        return tuple(links)

    def _plan_links(self) -> tuple[Option, ...]:
        view, page, say = self.view, self._page, self.words.say
        kept, main = self._kept_on(page), main_plans(self.held)
        plans = self.held.plans.values()
        there = (one for one in plans if one.published.end <= view.known_on or one.id == view.plan)
        every = Option(say("choice.all"), self._to(self.held.plans, kept, page), view.scope is Scope.ALL)
        first = Option(say("choice.main"), self._to(main, kept, page), view.scope is Scope.MAIN)
        return (
            *((first,) if len(main) < len(self.held.plans) else ()),
            every,
            *(
                Option(self.words.text(one.label), href_of({**kept, PLAN: one.id}, page), one.id == view.plan)
                for one in there
            ),
        )


def _kept(given: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    kept = {name: given[name] for name in names if given.get(name)}
    if kept.get(LANGUAGE) == FIRST_LANGUAGE:
        del kept[LANGUAGE]
    return kept
