"""One target: what was promised, where it stands by which rule, and every reading behind it."""

from functools import partial

import streamlit as st

from metrics.app.chart_block import Anew, show_chart
from metrics.app.comparison import also_targeted
from metrics.app.folds import filled_on_opening
from metrics.app.frame import here, notes
from metrics.app.goal import show_goal
from metrics.figures.blocks import claim_section, footer, page_head
from metrics.figures.page_parts import target_parts

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
    head, chart, evidence = target_parts(now.page, status, also=also_targeted(status, now))
    st.html(now.keep(head.make, "head", target))
    drawn = partial(chart.draw, now.mode)
    width = now.form.chart_width(chart.width)
    show_chart(
        now.keep(partial(drawn, width, None), "target", target), now, anew=Anew("target", drawn, (target,))
    )
    st.html(filled_on_opening(now.keep(evidence.make, "evidence", target), now.form) + end)
