"""Timeline: plans, figures and events on one axis, what was published when."""

from html import escape

import streamlit as st

from metrics.app.chart_block import show_chart
from metrics.app.controls import mirror, on_change
from metrics.app.detail import detail_card
from metrics.app.frame import here, notes
from metrics.figures.blocks import footer, page_head
from metrics.figures.timeline.chart import timeline_chart

CATEGORIES, PLANS, ITEM = "show", "plans", "item"

now = here()
view, words, held = now.view, now.words, now.known

chosen = now.address.choices(CATEGORIES, held.categories)
plans = now.address.choices(PLANS, held.plans) or view.plans
lanes = chosen or tuple(held.categories)
item = now.address.choice(ITEM, [*held.events, *held.observations, *held.plans])


def select() -> None:
    """Put the chosen point into the address."""
    points = st.session_state["plot-timeline"].selection.points
    found = next((one["customdata"] for one in points if one.get("customdata")), None)
    if isinstance(found, (list, tuple, dict)):
        found = next(iter(found.values() if isinstance(found, dict) else found), None)
    if isinstance(found, str):
        st.query_params[ITEM] = found
    else:
        st.query_params.pop(ITEM, None)


notes(now)
st.html(page_head(words.say("page.timeline.title"), words.say("page.timeline.lead")))
with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="top"):
    mirror("mp-lanes", list(chosen))
    st.pills(
        words.say("page.timeline.lanes"),
        list(held.categories),
        selection_mode="multi",
        wrap=True,
        format_func=lambda one: words.text(held.categories[one].label),
        key="mp-lanes",
        on_change=on_change(CATEGORIES, "mp-lanes", lambda some: ",".join(some or ())),
    )
    mirror("mp-timeline-plans", list(plans))
    st.multiselect(
        words.say("page.timeline.plans"),
        list(held.plans),
        format_func=lambda one: words.text(held.plans[one].label),
        key="mp-timeline-plans",
        placeholder=words.say("page.timeline.all_plans"),
        on_change=on_change(PLANS, "mp-timeline-plans", lambda some: ",".join(some or ())),
        width=420,
    )
if item:
    st.html(detail_card(item, held, words, view.href))
if held.plans or held.events:
    chart = now.keep(
        lambda: timeline_chart(
            held,
            words,
            now.mode,
            known_on=view.known_on,
            plans=plans or tuple(held.plans),
            categories=lanes,
            indicator=held.glance.indicator,
            today=view.today,
        ),
        "timeline",
        plans,
        lanes,
    )
    show_chart(chart, now, on_select=select)
else:
    st.html(
        f'<p class="mp-note">{escape(words.say("page.timeline.nothing", day=words.day(view.known_on)))}</p>'
    )
st.html(footer(now.records, words, known_on=view.known_on, link=view.href))
