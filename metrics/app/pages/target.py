"""One target: what was promised, where it stands by which rule, and every reading behind it."""

from functools import partial

import streamlit as st

from metrics.app.chart_block import Anew, show_chart
from metrics.app.comparison import also_targeted
from metrics.app.frame import here, notes
from metrics.app.goal import show_goal
from metrics.figures.blocks import (
    claim_section,
    columns,
    footer,
    history_strip,
    needed_list,
    pace_table,
    page_head,
    quality_list,
    readings_table,
    target_basis,
    target_head,
    what_would_change,
)
from metrics.figures.frame import WIDTH
from metrics.figures.target.chart import target_chart
from metrics.progress import alternatives

TARGET = "target"

now = here()
view, words, held = now.view, now.words, now.known

target = now.address.choice(
    TARGET, [*now.progress.statuses, *held.goals], next(iter(now.progress.statuses), None)
)
notes(now)
if target is None:
    st.html(
        page_head(words.say("page.target.title"), words.say("page.target.none", day=words.day(view.known_on)))
    )
elif target in held.goals:
    show_goal(held.goals[target], now)
else:
    status = now.progress.statuses[target]
    siblings = [
        one
        for one in now.progress.statuses.values()
        if one.target.plan == status.target.plan and one.target.indicator == status.target.indicator
    ]

    past = now.histories[target]

    def head() -> str:
        """What was promised, and where it stands."""
        return target_head(status, held, words, now.mode, view.href, siblings=siblings, step=past.turned)

    st.html(now.keep(head, "head", target))
    drawn = partial(target_chart, status, held, words, now.mode)
    show_chart(
        now.keep(lambda: drawn(now.form.chart_width(WIDTH)), "target", target),
        now,
        anew=Anew("target", drawn, (target,)),
    )
    basis = now.keep(lambda: target_basis(status, held, words, view.href), "basis", target)
    st.html(basis + now.keep(lambda: also_targeted(status, now), "others", target))
    st.html(now.keep(lambda: readings_table(status, held, words, now.mode, view.href), "readings", target))

    def way() -> str:
        """What is needed from here, and how fast it went so far."""
        needed = needed_list(status, held, words, view.href, path=view.path)
        return needed + pace_table(status, held, words, now.mode, view.href)

    paces = now.keep(way, "paces", target)
    if paces:
        st.html(paces)

    def argument() -> str:
        """What would change the verdict, and how good the figures are."""
        found = alternatives(held, status, view.path, past=past)
        return columns(
            what_would_change(status, held, words, now.mode, view.href, found=found),
            quality_list(status, held, words),
            "argument",
        )

    st.html(now.keep(argument, "argument", target))
    st.html(now.keep(lambda: history_strip(past, held, words, now.mode, view.href), "history", target))
bearing = claim_section(target, held, words, view.href, known_on=view.known_on)
st.html(bearing + footer(now.known, words, known_on=view.known_on, link=view.href))
