"""The header and the controls: where the reader is, and which day, path and plan the pages show.

Every choice goes straight into the address; the widgets only mirror it.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from metrics.app.address import (
    CURRENCIES,
    CURRENCY,
    FIRST_LANGUAGE,
    KNOWN_ON,
    LANGUAGE,
    PATH,
    View,
    href_of,
)
from metrics.app.day_picks import DayGroup
from metrics.app.markdown import plain_label
from metrics.app.plan_choice import PlanChoice
from metrics.figures.blocks.environment import render
from metrics.progress.result import Path
from metrics.words import Words, languages, words_for

_BOTH = "both"
_ALL = ""
_PUBLISHED = "published"

#: The pages that stand in no menu: one belongs to the list of targets, the other has a button of its own.
WITHOUT_LINK = ("target", "present")

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


def header(pages: dict[str, Any], current: str, view: View, choice: PlanChoice, words: Words) -> None:
    """Product, pages and plan; on a narrow screen the pages fold into a menu, and on a phone the plans too."""
    with st.container(key="mp-header", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<a class="mp-brand" href="{escape(view.href("glance"))}"><i aria-hidden="true"></i>Milepost</a>',
            width="content",
        )
        with st.container(key="mp-nav", horizontal=True, gap=None, width="content"):
            _links(pages, view.shared, words)
        with (
            st.container(key="mp-menu", width="content"),
            st.popover(
                words.say(f"page.{current}.name"),
                icon=":material/menu:",
                key="mp-menu-box",
                on_change="rerun",
            ) as menu,
        ):
            _links(pages, view.shared, words)
            choice.links(opened=bool(menu.open))
        st.space("stretch")
        with st.container(key="mp-plan-box", width="content"):
            choice.control("mp-plan")
    if choice.name:  # a phone has no room for the control: there its choices stand in the menu
        st.html(f'<p class="mp-data-name">{escape(choice.name)}</p>')


def bare_header(pages: dict[str, Any], current: str, shared: Mapping[str, str], words: Words) -> None:
    """Product and pages, where there are no records to choose from."""
    with st.container(key="mp-header", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<a class="mp-brand" href="{escape(href_of(shared, "glance"))}"><i aria-hidden="true"></i>Milepost</a>',
            width="content",
        )
        with st.container(key="mp-nav", horizontal=True, gap=None, width="content"):
            _links(pages, shared, words)
        with (
            st.container(key="mp-menu", width="content"),
            st.popover(words.say(f"page.{current}.name"), icon=":material/menu:"),
        ):
            _links(pages, shared, words)


def _links(pages: dict[str, Any], shared: Mapping[str, str], words: Words) -> None:
    for name, page in pages.items():
        if name not in WITHOUT_LINK:
            st.page_link(page, label=words.say(f"page.{name}.name"), query_params=dict(shared))


def bar(
    current: str,
    view: View,
    groups: Iterable[DayGroup],
    words: Words,
    given: Mapping[str, str],
    *,
    money: bool,
) -> AbstractContextManager[Any]:
    """Known on, with the days that are offered, path, where it matters the currency, and the language.

    Each button states its value. ``given`` are the parameters of the address, which another language keeps;
    ``money`` is whether anything is told in a currency. Gives the row, in which more buttons may follow.
    """
    row = st.container(key="mp-controls", horizontal=True, gap="small")
    with row:
        with st.popover(
            words.say("page.known_on.button", day=words.day(view.known_on)), icon=":material/calendar_today:"
        ):
            _known_on(view, groups, words)
        with st.popover(words.say(f"page.path.{view.path or _BOTH}.button")):
            mirror("mp-path", view.path or _BOTH)
            st.radio(
                words.say("page.path.label"),
                [_BOTH, *Path],
                format_func=lambda one: words.say(f"page.path.{one}.name"),
                captions=[words.say(f"page.path.{one}.meaning") for one in (_BOTH, *Path)],
                key="mp-path",
                on_change=on_change(PATH, "mp-path", lambda one: None if one == _BOTH else one),
            )
        if current in WITH_MONEY and money:
            _currency(view, words)
        st.space("stretch")
        _language(current, view, given, words)
    return row


def _language(current: str, view: View, given: Mapping[str, str], words: Words) -> None:
    """Each language by its own name, as a link to this very view; nothing where there is only one."""
    kept = {name: value for name, value in given.items() if name != LANGUAGE}
    spoken = [words_for(one) for one in languages()]
    if len(spoken) > 1:
        links = [
            (
                one,
                href_of(kept | ({LANGUAGE: one.language} if one.language != FIRST_LANGUAGE else {}), current),
            )
            for one in spoken
        ]
        block = render(
            "language_switch", label=words.say("page.language.label"), links=links, chosen=view.language
        )
        st.html(block, width="content")


def _currency(view: View, words: Words) -> None:
    chosen = next((one for one, code in CURRENCIES.items() if code == view.currency), _PUBLISHED)
    with st.popover(words.say(f"page.currency.{chosen}.button")):
        mirror("mp-currency", chosen)
        st.radio(
            words.say("page.currency.label"),
            [_PUBLISHED, *CURRENCIES],
            format_func=lambda one: words.say(f"page.currency.{one}.name"),
            captions=[words.say(f"page.currency.{one}.meaning") for one in (_PUBLISHED, *CURRENCIES)],
            key="mp-currency",
            on_change=on_change(CURRENCY, "mp-currency", lambda one: None if one == _PUBLISHED else one),
        )


def _known_on(view: View, groups: Iterable[DayGroup], words: Words) -> None:
    mirror("mp-known-on", view.known_on)
    st.date_input(
        words.say("page.known_on.label"),
        key="mp-known-on",
        min_value=view.earliest,
        max_value=view.today,
        format="YYYY-MM-DD",
        help=words.say("page.known_on.help"),
        on_change=on_change(KNOWN_ON, "mp-known-on", lambda day: _text(day, view.today)),
    )
    for group in groups:
        st.html(f'<p class="mp-days-title">{escape(group.title)}</p>')
        with st.container(
            key=f"mp-days-{group.id}",
            horizontal=group.in_a_row,
            gap="xsmall" if group.in_a_row else None,
        ):
            for number, pick in enumerate(group.picks):
                st.button(
                    plain_label(pick.label),
                    key=f"mp-pick-{group.id}-{pick.day.isoformat()}-{number}",
                    type="secondary" if group.in_a_row else "tertiary",
                    disabled=pick.day == view.known_on,
                    on_click=put,
                    args=(KNOWN_ON, _text(pick.day, view.today)),
                )
            if group.more:
                st.html(
                    f'<p class="mp-days-more"><a href="{escape(view.href("changes"))}">{escape(group.more)}</a></p>'
                )


def _text(day: date | None, today: date) -> str | None:
    return None if day is None or day == today else day.isoformat()
