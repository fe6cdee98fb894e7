"""The controls of the page of an indicator: what is shown, and how. Every choice stands in the address."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from metrics.app.comparison import COMPARE
from metrics.app.controls import mirror, on_change, put
from metrics.app.frame import Here
from metrics.app.indicator_choice import (
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
from metrics.app.markdown import plain_label
from metrics.progress.lead import compared
from metrics.words import Words

_PUBLISHED = "published"
_WIDE, _NARROW = 520, 300  # px


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
    """Family, indicator, scale, layout; series and places; prices and vintages where they apply."""
    words, held = now.words, choice.held
    mirror("mp-family", choice.family)
    st.segmented_control(
        words.say("page.indicators.family"),
        list(choice.families),
        format_func=lambda one: plain_label(words.text(held.families[one].label)),
        key="mp-family",
        required=True,
        on_change=_family_changed,
    )
    with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="top"):
        mirror("mp-indicator", choice.indicator.id)
        st.selectbox(
            words.say("page.indicators.indicator"),
            list(choice.members),
            format_func=lambda one: _indicator_name(one, choice, now),
            key="mp-indicator",
            on_change=_indicator_changed,
            width=360,
        )
        _one_of(
            SCALE,
            words.say("page.indicators.scale"),
            choice.scales,
            choice.scale,
            lambda one: _scale(one, choice, words),
        )
        if len(choice.series_ids) > 1:
            _one_of(
                LAYOUT,
                words.say("page.indicators.layout"),
                LAYOUTS,
                LAYOUTS[choice.multiples],
                lambda one: words.say(f"page.indicators.layout_{one}"),
            )
        if choice.series_ids and choice.scale in ("level", "log") and not choice.multiples:
            _one_of(
                VINTAGES,
                words.say("page.indicators.vintages"),
                VINTAGE_CHOICES,
                VINTAGE_CHOICES[choice.vintages],
                lambda one: words.say(f"page.indicators.vintages_{one}"),
            )
    if not choice.series_ids:
        return
    with st.container(key="mp-filters-2", horizontal=True, gap="small", vertical_alignment="top"):
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
        if choice.money:
            _one_of(
                PRICES,
                words.say("page.indicators.prices"),
                (_PUBLISHED, *INDICES),
                choice.prices or _PUBLISHED,
                lambda one: words.say(f"page.indicators.prices_{one}"),
            )
    if len(choice.drawn) < len(choice.wanted):
        _note(words.say("page.indicators.mixed_units"))
    if choice.money and choice.scale == "growth" and now.view.currency:
        _note(words.say("page.indicators.no_currency"))


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
        width=_WIDE if parameter == SERIES else _NARROW,
    )


def _note(text: str) -> None:
    st.html(f'<p class="mp-note" role="status">{escape(text)}</p>')
