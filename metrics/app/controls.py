"""The header and the controls: where the reader is, and which day, path and plan the pages show.

The header is one block of HTML with real links. Every control writes its choice into the address.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from metrics.app.address import (
    CURRENCIES,
    CURRENCY,
    FIRST_LANGUAGE,
    KNOWN_ON,
    PATH,
    View,
    href_of,
)
from metrics.app.box import Option, OptionGroup, box, option_list
from metrics.figures.blocks.environment import render
from metrics.figures.views import HELP, ROOMS, TABS, page_of
from metrics.progress.result import Path
from metrics.words import Words, languages, words_for

_BOTH = "both"
_ALL = ""
_PUBLISHED = "published"

#: Whether what is shown stands under a page of the header: the page of one target under the list of targets.
_UNDER = {"target": "targets"}

#: The pages on which the currency changes what is seen; elsewhere there is no such control.
WITH_MONEY = ("indicators",)


def mirror(key: str, value: object) -> None:
    """Set a widget to what the address says, if the address has changed or the widget is new."""
    if key not in st.session_state or st.session_state.get(f"{key}:address") != value:
        st.session_state[key] = value
    st.session_state[f"{key}:address"] = value


def put(parameter: str, value: str | None) -> None:
    """Write a parameter into the address; ``None`` or an empty text takes it out."""
    if value:
        st.query_params[parameter] = value
    else:
        st.query_params.pop(parameter, None)


def on_change(parameter: str, key: str, text: Callable[[Any], str | None]) -> Callable[[], None]:
    """A callback that writes a widget's value into the address."""

    def changed() -> None:
        value = text(st.session_state.get(key))
        put(parameter, value)

    return changed


def narrow(
    parameter: str,
    label: str,
    options: Iterable[str],
    chosen: str | None,
    *,
    name: Callable[[str], str],
    every: str,
    width: int,
) -> None:
    """A filter: one of ``options`` or, first in the list, ``every``; the choice goes into the address.

    Args:
        parameter: its name in the address.
        label: what stands above it.
        options: stable ids.
        chosen: the id in the address; None: no filter.
        name: what an id is called.
        every: what it is called that nothing is left out.
        width: px.
    """
    key = f"mp-narrow-{parameter}"
    mirror(key, chosen or _ALL)
    st.selectbox(
        label,
        [_ALL, *options],
        format_func=lambda one: name(one) if one else every,
        key=key,
        on_change=on_change(parameter, key, lambda one: one or None),
        width=width,
    )


def header(
    current: str,
    shared: Mapping[str, str],
    given: Mapping[str, str],
    words: Words,
    *,
    slides: str | None = None,
    house: Markup | None = None,
) -> str:
    """Product, pages, help, languages and the way to the slides, as HTML; on a narrow screen the pages fold into a menu.

    Args:
        current: the view.
        shared: the parameters that the pages keep.
        given: the parameters of the address, which another language keeps.
        words: the language that is shown.
        slides: where the slides open; None: there is nothing to present.
        house: name and logo of the institution whose plan is shown.
    """
    offered = [words_for(one) for one in languages()]
    page = page_of(_UNDER.get(current, current))
    links = [(words.say(f"page.{one}.name"), href_of(shared, one), one == page) for one in ROOMS]
    helps = [(words.say(f"page.{one}.name"), href_of(shared, one), one == current) for one in TABS[HELP]]
    return render(
        "header",
        home=href_of(shared, "glance"),
        pages=links,
        help=helps,
        name=words.say(f"page.{current}.name"),
        languages=[
            (one, href_of(given, current, lang=None if one.language == FIRST_LANGUAGE else one.language))
            for one in offered
        ],
        chosen=words.language,
        slides=slides,
        house=house,
        say=words.say,
    )


def known_on(view: View, groups: Callable[[], Iterable[OptionGroup]], words: Words) -> None:
    """The day, and the days that are offered; ``groups`` makes these once the box is open."""
    label = words.say("page.known_on.button", day=words.day(view.known_on))
    box("mp-days", label, partial(_days, view, groups, words), words, ":material/calendar_today:")


def _days(view: View, groups: Callable[[], Iterable[OptionGroup]], words: Words) -> None:
    def chosen() -> None:
        put(KNOWN_ON, day_text(st.session_state["mp-known-on"], view.today))
        st.rerun()  # the whole page, not the box alone

    mirror("mp-known-on", view.known_on)
    st.date_input(
        words.say("page.known_on.label"),
        key="mp-known-on",
        min_value=view.earliest,
        max_value=view.today,
        format="YYYY-MM-DD",
        help=words.say("page.known_on.help"),
        on_change=chosen,
    )
    st.html(option_list(groups()))


def day_text(day: date | None, today: date) -> str | None:
    """A known-on day as it stands in the address; None for today, which is shown where no day is named."""
    return None if day is None or day == today else day.isoformat()


def path_and_currency(
    current: str, view: View, link: Callable[..., str], words: Words, *, money: bool
) -> None:
    """The path on which a pace is judged and, where it matters, what money is shown in.

    Args:
        current: the page.
        view: what it shows.
        link: makes a link to this view with other parameters.
        words: the language.
        money: whether anything is told in a currency.
    """
    paths = {_BOTH: None} | {one.value: one.value for one in Path}
    _choice(PATH, paths, view.path or _BOTH, link, words)
    if current in WITH_MONEY and money:
        currencies = {_PUBLISHED: None} | {one: one for one in CURRENCIES}
        chosen = next((one for one, code in CURRENCIES.items() if code == view.currency), _PUBLISHED)
        _choice(CURRENCY, currencies, chosen, link, words)


def _choice(
    name: str,
    values: Mapping[str, str | None],
    chosen: str,
    link: Callable[..., str],
    words: Words,
) -> None:
    """One choice of a few, each a link; ``values`` says what the parameter ``name`` of the address is for each."""

    def draw() -> None:
        options = tuple(
            Option(
                words.say(f"page.{name}.{one}.name"),
                link(**{name: value}),
                one == chosen,
                words.say(f"page.{name}.{one}.meaning"),
            )
            for one, value in values.items()
        )
        st.html(option_list([OptionGroup(words.say(f"page.{name}.label"), options)]))

    box(f"mp-{name}", words.say(f"page.{name}.{chosen}.button"), draw, words)
