"""Timeline: plans, figures and events on one axis, what was published when, and a table of all of it."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from metrics.app.address import PLAN, plan_parameter
from metrics.app.chart_block import show_chart
from metrics.app.controls import mirror, narrow, on_change, put
from metrics.app.detail import detail_card
from metrics.app.form import Form
from metrics.app.frame import here, notes
from metrics.app.markdown import plain_label
from metrics.app.search import plain
from metrics.app.stepping import last_flip, stepping
from metrics.app.tabs import with_tabs
from metrics.app.timeline_chart import FOLD, ITEM, anew, choose, scene, timeline_chart
from metrics.app.years import FROM, TO, years
from metrics.figures.blocks import footer, page_head, section_head
from metrics.figures.blocks.entries_table import entries_table, page_numbers
from metrics.figures.blocks.environment import render
from metrics.figures.timeline.entries import TimelineEntry, entries
from metrics.figures.timeline.lanes import FoldedLane

LANE, SEARCH, PAGE = "lane", "q", "page"

#: Rows of the table on one page: quick to draw and to walk through by keyboard.
PER_PAGE = 25

now = here()
view, words, held = now.view, now.words, now.known

choice = choose(now)
lanes, plans, folded, item = choice.lanes, choice.plans, choice.folded, choice.item
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


to_list = f'<div class="mp mp-to-list"><a href="#entries">{escape(words.say("timeline.to_list"))}</a></div>'
top = with_tabs("timeline", page_head(words.say("page.timeline.title")) + to_list, now)
notes(now)
st.html(top)
if not held.plans and not held.events:
    nothing = words.say("page.timeline.nothing", day=words.day(view.known_on))
    stepping(now)
    st.html(f'<p class="mp-note">{escape(nothing)}</p>')
else:
    shown = scene(choice, now)
    with st.container(key="mp-steps", horizontal=True, gap="small", vertical_alignment="center"):
        stepping(now)
        with _box("plans") as box:
            if box.open:
                _several(
                    "mp-timeline-plans",
                    {one: words.text(plan.label) for one, plan in held.plans.items()},
                    plans,
                    on_change(PLAN, "mp-timeline-plans", lambda some: plan_parameter(some or (), now.known)),
                )
        with _box("lanes") as box:
            if box.open:
                _several(
                    "mp-lanes",
                    lanes,
                    [one for one in lanes if one not in folded],
                    on_change(FOLD, "mp-lanes", lambda some: choice.fold(set(lanes) - set(some or ()))),
                )
                st.button(
                    words.say("timeline.open_all" if folded else "timeline.fold_all"),
                    key="mp-fold-all",
                    on_click=put,
                    args=(FOLD, choice.fold(() if folded else lanes)),
                )
        years(now, shown, "scroll-timeline")
    st.html(last_flip(now))
    if item:
        st.html(detail_card(item, now, link))
    chart = timeline_chart(choice, now)
    heads = [
        {
            "name": one.name,
            "top": round(shown.frame.top + head),
            "folded": isinstance(one, FoldedLane),
            "title": words.say(
                "timeline.open" if isinstance(one, FoldedLane) else "timeline.fold", lane=one.name
            ),
            "href": link("timeline", fold=choice.fold({*folded} ^ {one.id})),
        }
        for one, head in shown.lanes
    ]
    show_chart(
        chart,
        now,
        on_pick=partial(put, ITEM),
        over=render("lane_heads", lanes=heads),
        table=False,
        anew=anew(choice, now),
    )

    every = now.keep(lambda: entries(shown), "timeline entries", plans, choice.span)
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
    st.html('<div id="entries"></div>' + section_head(words.say("timeline.entries"), ""))
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
    caption = words.say(
        "timeline.caption" if len(found) == len(every) else "timeline.caption_found",
        n=len(found),
        all=len(every),
        first=str(shown.years[0]),
        last=str(shown.years[1]),
        day=words.day(view.known_on),
    )
    if len(part) < len(found):
        caption = words.paragraph([caption, words.say("timeline.part", page=at, pages=pages)])
    caption = words.paragraph(
        [caption, words.say("timeline.listed", n=len(shown.measured)), words.say("timeline.opens")]
    )
    table = entries_table(part, lanes, held, words, link, caption=caption, chosen=item)
    st.html(table + page_numbers(at, 1 if now.form is Form.PAPER else pages, link, words))
st.html(footer(now.known, words, known_on=view.known_on, link=view.href))
