"""One target or goal: what was promised, where it stands by which rule, and every reading behind it."""

import streamlit as st

from metrics.app.comparison import also_targeted
from metrics.app.frame import here, notes
from metrics.app.parts import show_parts
from metrics.figures.blocks import footer, page_head
from metrics.figures.page_parts import promise_parts

TARGET = "target"

now = here()
words, day = now.words, now.view.known_on
statuses = now.progress.statuses

target = now.address.choice(
    TARGET, [*statuses, *now.known.goals, *now.known.deliverables], next(iter(statuses), None)
)
notes(now)
end = footer(now.known, words, known_on=day, link=now.view.href)
if target is None:
    none = words.say("page.target.none", day=words.day(day))
    st.html(page_head(words.say("page.target.title"), none) + end)
else:
    also = also_targeted(statuses[target], now) if target in statuses else ""
    show_parts(promise_parts(now.page, target, also=also), now, TARGET, target, end=end)
