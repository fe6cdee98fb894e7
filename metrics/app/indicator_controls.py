"""The controls of the page of an indicator: what is shown, and how. Every choice stands in the address."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from metrics.app.comparison import COMPARE
from metrics.app.controls import mirror, on_change, put
from metrics.app.frame import Here
from metrics.app.markdown import plain_label
from metrics.figures.page_parts import choose_indicator
from metrics.figures.page_parts.indicator_choice import (
    FAMILY,
    INDICATOR,
    INDICES,
    LAYOUT,
    LAYOUTS,
    PLACE,
    PLACES,
    PRICES,
    SCALE,
    SERIES,
    VINTAGE_CHOICES,
    VINTAGES,
    YEAR,
    IndicatorChoice,
)
from metrics.progress.lead import compared
from metrics.words import Words

_PUBLISHED = "published"


def chosen_indicator(now: Here) -> IndicatorChoice:
    """What the address asks for; what cannot be used leaves a note in it."""
    view = now.view
    return choose_indicator(now.known, view.known_on, now.address, currency=view.currency, keep=now.keep)


def _leave(*parameters: str) -> None:
    """Another family or indicator: the choices below it no longer apply."""
    for parameter in (*parameters, SERIES, PLACES, PLACE, YEAR, COMPARE):
        put(parameter, None)


def _scale(scale: str, choice: IndicatorChoice, words: Words) -> str:
    names = [words.text(choice.held.places[one].label) for one in compared(choice.held)]
    pair = dict(zip(("place", "other"), names, strict=False)) if scale == "ratio" else {}
    return words.say(f"page.indicators.scale_{scale}", **pair)


def _family_changed() -> None:
    _leave(INDICATOR)
    put(FAMILY, st.session_state["mp-family"])


def _indicator_changed() -> None:
    _leave(FAMILY)
    put(INDICATOR, st.session_state["mp-indicator"])


def _one_of(
    parameter: str, label: str, options: Sequence[str], chosen: str, name: Callable[[str], str]
) -> None:
    """A row of buttons; the first of them is the default and leaves no trace in the address."""
    key = f"mp-{parameter}"
    mirror(key, chosen)
    st.segmented_control(
        label,
        list(options),
        format_func=lambda one: plain_label(name(one)),
        key=key,
        required=True,
        on_change=on_change(parameter, key, lambda one: None if one == options[0] else one),
    )


def indicator_controls(choice: IndicatorChoice, now: Here) -> None:
    """One row: family, indicator, and a box with the rest, whose choices stand beside it in words."""
    words, held = now.words, choice.held
    with st.container(key="mp-filters-indicator", horizontal=True, gap="small", vertical_alignment="center"):
        mirror("mp-family", choice.family)
        st.selectbox(
            words.say("page.indicators.family"),
            list(choice.families),
            format_func=lambda one: words.text(held.families[one].label),
            key="mp-family",
            on_change=_family_changed,
            label_visibility="collapsed",
            width=220,
        )
        mirror("mp-indicator", choice.indicator.id)
        st.selectbox(
            words.say("page.indicators.indicator"),
            list(choice.members),
            format_func=lambda one: _indicator_name(one, choice, now),
            key="mp-indicator",
            on_change=_indicator_changed,
            label_visibility="collapsed",
            width=360,
        )
        if not choice.series_ids:
            return
        with st.popover(
            words.say("page.indicators.options"), icon=":material/tune:", key="mp-options", on_change="rerun"
        ) as box:
            if box.open:
                _options(choice, now)
        st.html(f'<p class="mp-chosen">{escape(_chosen(choice, words))}</p>', width="content")
    if len(choice.drawn) < len(choice.wanted):
        _note(words.say("page.indicators.mixed_units"))
    if choice.money and choice.scale == "growth" and now.view.currency:
        _note(words.say("page.indicators.no_currency"))


def _chosen(choice: IndicatorChoice, words: Words) -> str:
    """What is chosen in the box, in words; the last three only where they differ from what is usual."""
    held = choice.held
    series = [words.text(held.series[one].short) for one in choice.drawn]
    places = [words.text(held.places[one].label) for one in choice.shown_places]
    several = words.say("page.indicators.series_of", n=len(series), all=len(choice.series_ids))
    parts = [
        _scale(choice.scale, choice, words),
        series[0] if len(series) == 1 else several,
        words.listing(places) if len(places) <= 2 else words.say("page.indicators.places_of", n=len(places)),
    ]
    if choice.multiples:
        parts.append(words.say("page.indicators.layout_multiples"))
    if choice.vintages and _with_vintages(choice):
        parts.append(words.say("page.indicators.vintages"))
    if choice.prices:
        parts.append(words.say(f"page.indicators.prices_{choice.prices}"))
    return " · ".join(parts)


def _with_vintages(choice: IndicatorChoice) -> bool:
    return choice.scale in ("level", "log") and not choice.multiples


def _options(choice: IndicatorChoice, now: Here) -> None:
    """Scale, layout and vintages; series and places; prices where there is money."""
    words, held = now.words, choice.held
    _one_of(
        SCALE,
        words.say("page.indicators.scale"),
        choice.scales,
        choice.scale,
        lambda one: _scale(one, choice, words),
    )
    _several(
        SERIES,
        words.say("page.indicators.series"),
        choice.series_ids,
        choice.wanted,
        lambda one: words.text(held.series[one].short),
    )
    _several(
        PLACES,
        words.say("page.indicators.places"),
        choice.places,
        choice.shown_places,
        lambda one: words.text(held.places[one].label),
    )
    if len(choice.series_ids) > 1:
        _one_of(
            LAYOUT,
            words.say("page.indicators.layout"),
            LAYOUTS,
            LAYOUTS[choice.multiples],
            lambda one: words.say(f"page.indicators.layout_{one}"),
        )
    if _with_vintages(choice):
        _one_of(
            VINTAGES,
            words.say("page.indicators.vintages"),
            VINTAGE_CHOICES,
            VINTAGE_CHOICES[choice.vintages],
            lambda one: words.say(f"page.indicators.vintages_{one}"),
        )
    if choice.money:
        _one_of(
            PRICES,
            words.say("page.indicators.prices"),
            (_PUBLISHED, *INDICES),
            choice.prices or _PUBLISHED,
            lambda one: words.say(f"page.indicators.prices_{one}"),
        )


def spread_controls(choice: IndicatorChoice, now: Here) -> None:
    """Which place and year the spread shows: only those with two or more series in one unit."""
    words = now.words
    with st.container(key="mp-filters-4", horizontal=True, gap="small", vertical_alignment="top"):
        mirror("mp-place", choice.spread_place)
        st.selectbox(
            words.say("page.indicators.spread_place"),
            list(choice.spread_places),
            format_func=lambda one: words.text(choice.held.places[one].label),
            key="mp-place",
            on_change=on_change(PLACE, "mp-place", lambda one: one),
            width=240,
        )
        mirror("mp-year", str(choice.year))
        st.selectbox(
            words.say("page.indicators.spread_year"),
            [str(one) for one in reversed(choice.spreads)],
            key="mp-year",
            on_change=on_change(YEAR, "mp-year", lambda one: one),
            width=160,
        )


def _indicator_name(one: str, choice: IndicatorChoice, now: Here) -> str:
    name = now.words.text(choice.held.indicators[one].label)
    return name if one in choice.with_figures else now.words.say("page.indicators.no_figures", indicator=name)


def _several(
    parameter: str, label: str, options: Sequence[str], chosen: Sequence[str], name: Callable[[str], str]
) -> None:
    key = f"mp-{parameter}"
    mirror(key, list(chosen))
    st.multiselect(
        label,
        list(options),
        format_func=name,
        key=key,
        on_change=on_change(parameter, key, lambda some: ",".join(some or ())),
    )


def _note(text: str) -> None:
    st.html(f'<p class="mp-note" role="status">{escape(text)}</p>')
