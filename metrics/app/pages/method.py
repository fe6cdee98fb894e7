"""Coverage and method: what can be followed at all, by which rules, and what other rules would say."""

import streamlit as st

from metrics.app.controls import mirror, on_change
from metrics.app.coverage_part import CoveragePart
from metrics.app.frame import here, notes
from metrics.app.rules_part import RulesPart
from metrics.figures.blocks import footer
from metrics.figures.page_parts import method_parts

PART = "part"
COVERAGE, METHOD, RULES = PARTS = ("coverage", "method", "rules")

now = here()
view, words = now.view, now.words

part = now.address.choice(PART, PARTS, COVERAGE)
followed = CoveragePart(now)
other = RulesPart(now)
notes(now)
mirror("mp-part", part)
st.segmented_control(
    words.say("page.method.part"),
    PARTS,
    format_func=lambda one: words.say(f"page.method.part_{one}"),
    key="mp-part",
    required=True,
    label_visibility="collapsed",
    on_change=on_change(PART, "mp-part", lambda one: None if one == COVERAGE else one),
)
if part == COVERAGE:
    followed.draw()
elif part == METHOD:
    for one in now.keep(lambda: tuple(method_parts(now.page)), "method"):
        st.html(now.keep(one.make, "method", one.name))
else:
    other.draw()
st.html(footer(now.known, words, known_on=view.known_on, link=view.href))
