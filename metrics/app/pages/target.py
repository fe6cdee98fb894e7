"""One target: what was promised, where it stands by which rule, and every reading behind it."""

from functools import partial

import streamlit as st

from metrics.app.chart_block import Anew, show_chart
from metrics.app.comparison import also_targeted
from metrics.app.folds import filled_on_opening
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
bearing = claim_section(target, held, words, view.href, known_on=view.known_on)
end = bearing + footer(held, words, known_on=view.known_on, link=view.href)
if target is None:
    st.html(
        page_head(words.say("page.target.title"), words.say("page.target.none", day=words.day(view.known_on)))
        + end
    )
elif target in held.goals:
    show_goal(held.goals[target], now, end)
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

    def evidence() -> str:
        """What the verdict rests on, reading by reading, what would change it, and how it came about."""
        others = (
            what_would_change(
                status,
                held,
                words,
                now.mode,
                view.href,
                found=alternatives(held, status, view.path, past=past),
            ),
            quality_list(status, held, words),
        )
        return "".join(
            (
                target_basis(status, held, words, view.href),
                also_targeted(status, now),
                readings_table(status, held, words, now.mode, view.href),
                needed_list(status, held, words, view.href, path=view.path),
                pace_table(status, held, words, now.mode, view.href),
                columns(*others, "argument"),
                history_strip(past, held, words, now.mode, view.href),
            )
        )

    st.html(filled_on_opening(now.keep(evidence, "evidence", target), now.form) + end)
