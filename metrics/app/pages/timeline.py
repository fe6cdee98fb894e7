"""Timeline: plans, figures and events on one axis, what was published when, and a table of all of it."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from metrics.app.address import PLAN, plan_parameter
from metrics.app.controls import mirror, narrow, on_change, put
from metrics.app.detail import detail_card
from metrics.app.form import Form
from metrics.app.frame import here, notes
from metrics.app.markdown import plain_label
from metrics.app.parts import show_part
from metrics.app.search import plain
from metrics.app.stepping import last_flip, stepping
from metrics.app.tabs import with_tabs
from metrics.app.timeline_choice import FOLD, ITEM, choose
from metrics.app.years import FROM, TO, years
from metrics.figures.blocks import footer
from metrics.figures.blocks.entries_table import page_numbers
from metrics.figures.blocks.environment import render
from metrics.figures.page_parts import PagePart, timeline_parts
from metrics.figures.page_parts.timeline import entries_list, lane_names, timeline_scene
from metrics.figures.timeline.entries import TimelineEntry, entries
from metrics.figures.timeline.lanes import FoldedLane

LANE, SEARCH, PAGE = "lane", "q", "page"

#: Rows of the table on one page: quick to draw and to walk through by keyboard.
PER_PAGE = 25

now = here()
view, words, held = now.view, now.words, now.known

choice, folds = choose(now)
lanes, folded, item = lane_names(now.page), choice.folded, choice.chosen
lane = now.address.choice(LANE, lanes)
search = now.address.text(SEARCH).strip()
own = {name: now.address.given.get(name) for name in (FOLD, FROM, TO, ITEM, LANE, SEARCH, PAGE)}


def link(page: str, /, **parameters: str | None) -> str:
    """A link that keeps the view of this page where it stays on it."""
    kept = {**own, **parameters} if page == "timeline" else parameters
    return view.href(page, **kept)


def searched(entry: TimelineEntry) -> str:
    """What of an entry is searched: all that its row shows."""
    return " ".join(
        (entry.when, entry.text, lanes[entry.lane], words.text(held.sources[entry.source].publisher))
    )


def _box(name: str) -> Any:
    """A button that opens the choice of plans or lanes; its label stays, as with another the box would close."""
    return st.popover(
        words.say(f"timeline.choose_{name}"), key=f"mp-{name}-box", on_change="rerun", width="content"
    )


def _several(
    key: str, names: Mapping[str, str], chosen: Collection[str], changed: Callable[[], None]
) -> None:
    """Several of some ids, each by its name."""
    mirror(key, list(chosen))
    st.pills(
        key,
        list(names),
        selection_mode="multi",
        wrap=True,
        format_func=lambda one: plain_label(names[one]),
        key=key,
        label_visibility="collapsed",
        on_change=changed,
    )


head, chart, below = timeline_parts(now.page, choice)
to_list = f'<div class="mp mp-to-list"><a href="#entries">{escape(words.say("timeline.to_list"))}</a></div>'
top = with_tabs("timeline", head.make() + to_list, now)
notes(now)
st.html(top)
if isinstance(chart, PagePart):
    stepping(now)
    st.html(chart.make())
else:
    width = now.form.chart_width(chart.width)
    shown = now.keep(lambda: timeline_scene(now.page, choice, now.mode, width), "timeline scene", choice)
    with st.container(key="mp-steps", horizontal=True, gap="small", vertical_alignment="center"):
        stepping(now)
        with _box("plans") as box:
            if box.open:
                _several(
                    "mp-timeline-plans",
                    {one: words.text(plan.label) for one, plan in held.plans.items()},
                    choice.plans,
                    on_change(PLAN, "mp-timeline-plans", lambda some: plan_parameter(some or (), now.known)),
                )
        with _box("lanes") as box:
            if box.open:
                _several(
                    "mp-lanes",
                    lanes,
                    [one for one in lanes if one not in folded],
                    on_change(FOLD, "mp-lanes", lambda some: folds.parameter(set(lanes) - set(some or ()))),
                )
                st.button(
                    words.say("timeline.open_all" if folded else "timeline.fold_all"),
                    key="mp-fold-all",
                    on_click=put,
                    args=(FOLD, folds.parameter(() if folded else lanes)),
                )
        years(now, shown, "scroll-timeline")
    st.html(last_flip(now))
    if item:
        st.html(detail_card(item, now, link))
    heads = [
        {
            "name": one.name,
            "top": round(shown.frame.top + head),
            "folded": isinstance(one, FoldedLane),
            "title": words.say(
                "timeline.open" if isinstance(one, FoldedLane) else "timeline.fold", lane=one.name
            ),
            "href": link("timeline", fold=folds.parameter({*folded} ^ {one.id})),
        }
        for one, head in shown.lanes
    ]
    over = render("lane_heads", lanes=heads)
    show_part(chart, now, "timeline", choice, on_pick=partial(put, ITEM), over=over)

    every = now.keep(lambda: entries(shown), "timeline entries", choice.plans, choice.years)
    wanted = plain(search).split()
    found = [
        one
        for one in every
        if (not lane or one.lane == lane) and all(word in plain(searched(one)) for word in wanted)
    ]
    pages = max(1, -(-len(found) // PER_PAGE))
    # A search leaves fewer pages than there were: the last of them, without a note.
    at = min(
        pages, int(now.address.choice(PAGE, map(str, range(1, -(-len(every) // PER_PAGE) + 1)), "1") or 1)
    )
    part = found if now.form is Form.PAPER else found[(at - 1) * PER_PAGE : at * PER_PAGE]
    st.html('<div id="entries"></div>' + below.make())
    with st.container(key="mp-filters-entries", horizontal=True, gap="small", vertical_alignment="bottom"):
        mirror("mp-timeline-search", search)
        st.text_input(
            words.say("timeline.search"),
            key="mp-timeline-search",
            max_chars=100,
            on_change=on_change(SEARCH, "mp-timeline-search", lambda text: (text or "").strip() or None),
            width=320,
        )
        narrow(
            LANE,
            words.say("timeline.lane"),
            lanes,
            lane,
            name=lanes.__getitem__,
            every=words.say("timeline.every_lane"),
            width=220,
        )
    notes_below = [words.say("timeline.opens")]
    if len(part) < len(found):
        notes_below.insert(0, words.say("timeline.part", page=at, pages=pages))
    counts = (len(found), len(every))
    table = entries_list(now.page, shown, part, link, counts, *notes_below, chosen=item)
    st.html(table + page_numbers(at, 1 if now.form is Form.PAPER else pages, link, words))
st.html(footer(now.known, words, known_on=view.known_on, link=view.href))
