"""Coverage: what can be followed at all, filtered and put in order by the address."""

import streamlit as st

from metrics.app.address import Scope
from metrics.app.controls import narrow
from metrics.app.frame import here, notes
from metrics.app.tabs import with_tabs
from metrics.figures.blocks import footer
from metrics.figures.blocks.coverage_table import Order
from metrics.figures.page_parts import coverage_parts
from metrics.progress.coverage import CoverageRow, Untracked, coverage

TRACKED, REASON, SORT = "tracked", "reason", "sort"

now = here()
view, words = now.view, now.words

tracked = now.address.choice(TRACKED, ("yes", "no"))
asked = now.address.choice(REASON, list(Untracked))
reason = Untracked(asked) if asked else None
order = Order(now.address.choice(SORT, list(Order), Order.FILE) or Order.FILE)
held = now.keep(lambda: coverage(now.known, now.progress), "coverage").of(view.plans)


def shown(row: CoverageRow) -> bool:
    """Whether the reader's choice leaves a promise in the list."""
    return (tracked is None or row.tracked is (tracked == "yes")) and (reason is None or row.why is reason)


opened = tracked is not None or reason is not None or view.scope is Scope.CHOSEN
head, reasons, plans = coverage_parts(now.page, held, shown, reason=reason, order=order, opened=opened)
top = with_tabs("coverage", head.make(), now)
notes(now)
st.html(top + reasons.make())
with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
    every = words.say("coverage.filter.every")
    there = [why for why, _ in held.reasons]
    narrow(
        TRACKED,
        words.say("coverage.filter.tracked"),
        ("yes", "no"),
        tracked,
        name=lambda one: words.say(f"coverage.filter.tracked_{one}"),
        every=every,
        width=180,
    )
    narrow(
        REASON,
        words.say("coverage.filter.reason"),
        there if reason in there or reason is None else [*there, reason],
        reason,
        name=lambda one: words.say(f"coverage.why.{one}"),
        every=every,
        width=380,
    )
    narrow(
        SORT,
        words.say("coverage.filter.sort"),
        [one for one in Order if one is not Order.FILE],
        None if order is Order.FILE else order,
        name=lambda one: words.say(f"coverage.filter.sort_{one}"),
        every=words.say("coverage.filter.sort_file"),
        width=240,
    )
st.html(
    now.keep(plans.make, "coverage table", tracked, reason, order)
    + footer(now.known, words, known_on=view.known_on, link=view.href)
)
