"""Indicators: what was reported, series by series, never joined."""

from html import escape

import streamlit as st

from metrics.app.chart_block import show_chart
from metrics.app.controls import mirror, on_change, put
from metrics.app.first_choice import first_places, first_series
from metrics.app.frame import here, notes
from metrics.figures.blocks import footer, page_head
from metrics.figures.indicator.chart import SCALES, Scale, indicator_chart

FAMILY, INDICATOR, SERIES, PLACES, SCALE = "family", "indicator", "series", "places", "scale"

now = here()
view, words, held = now.view, now.words, now.known

with_figures = {one.indicator for one in held.observations.values()}
asked = now.address.choice(INDICATOR, held.indicators)
default_family = held.indicators[asked].family if asked else held.indicators[held.glance.indicator].family
families = [one for one in held.families if any(i.family == one for i in held.indicators.values())]
family = now.address.choice(FAMILY, families, default_family) or default_family
members = [one.id for one in held.indicators.values() if one.family == family]
members.sort(key=lambda one: one not in with_figures)
indicator = held.indicators[asked if asked in members else members[0]]

figures = [one for one in held.observations.values() if one.indicator == indicator.id]
has = {one.series for one in figures}
series_ids = [one.id for one in indicator.series if one.id in has]
units = {one.id: one.unit for one in indicator.series}
wanted = now.address.choices(SERIES, series_ids) or first_series(indicator, figures)
drawn = tuple(one for one in wanted if units[one] == units[wanted[0]])
places = tuple(dict.fromkeys(one.geography for one in figures if one.series in drawn))
shown_places = now.address.choices(PLACES, places) or first_places(places)
asked_scale = now.address.choice(SCALE, SCALES)
scale: Scale = next((one for one in SCALES if one == asked_scale), "level")

notes(now)
st.html(page_head(words.text(indicator.label), words.text(indicator.description)))


def leave_choice() -> None:
    """Another family or indicator: the choices below it no longer apply."""
    for parameter in (SERIES, PLACES):
        put(parameter, None)


def family_changed() -> None:
    """Write the family into the address."""
    leave_choice()
    put(INDICATOR, None)
    put(FAMILY, st.session_state["mp-family"])


def indicator_changed() -> None:
    """Write the indicator into the address."""
    leave_choice()
    put(FAMILY, None)
    put(INDICATOR, st.session_state["mp-indicator"])


mirror("mp-family", family)
st.segmented_control(
    words.say("page.indicators.family"),
    families,
    format_func=lambda one: words.text(held.families[one].label),
    key="mp-family",
    required=True,
    on_change=family_changed,
)
with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="top"):
    mirror("mp-indicator", indicator.id)
    st.selectbox(
        words.say("page.indicators.indicator"),
        members,
        format_func=lambda one: (
            words.text(held.indicators[one].label)
            if one in with_figures
            else words.say("page.indicators.no_figures", indicator=words.text(held.indicators[one].label))
        ),
        key="mp-indicator",
        on_change=indicator_changed,
        width=360,
    )
    mirror("mp-scale", scale)
    st.segmented_control(
        words.say("page.indicators.scale"),
        list(SCALES),
        format_func=lambda one: words.say(f"page.indicators.scale_{one}"),
        key="mp-scale",
        required=True,
        on_change=on_change(SCALE, "mp-scale", lambda one: None if one == "level" else one),
    )
if series_ids:
    with st.container(key="mp-filters-2", horizontal=True, gap="small", vertical_alignment="top"):
        mirror("mp-series", list(wanted))
        st.multiselect(
            words.say("page.indicators.series"),
            series_ids,
            format_func=lambda one: words.text(held.series[one].short),
            key="mp-series",
            on_change=on_change(SERIES, "mp-series", lambda some: ",".join(some or ())),
            width=720,
        )
        mirror("mp-places", list(shown_places))
        st.multiselect(
            words.say("page.indicators.places"),
            list(places),
            format_func=lambda one: words.text(held.places[one].label),
            key="mp-places",
            on_change=on_change(PLACES, "mp-places", lambda some: ",".join(some or ())),
            width=360,
        )
    if len(drawn) < len(wanted):
        st.html(f'<p class="mp-note" role="status">{escape(words.say("page.indicators.mixed_units"))}</p>')
targets = tuple(one.target for one in now.progress.statuses.values() if one.target.indicator == indicator.id)
chart = now.keep(
    lambda: indicator_chart(
        indicator,
        drawn,
        shown_places,
        held,
        words,
        now.mode,
        known_on=view.known_on,
        scale=scale,
        targets=targets,
    ),
    "indicator",
    indicator.id,
    drawn,
    shown_places,
    scale,
)
show_chart(chart, now)
st.html(footer(now.records, words, known_on=view.known_on, link=view.href))
