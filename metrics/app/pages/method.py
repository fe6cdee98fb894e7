"""Coverage and method: what can be followed at all, by which rules, and what other rules would say."""

from html import escape

import streamlit as st

from metrics.app.controls import mirror, on_change
from metrics.app.coverage_part import CoveragePart
from metrics.app.frame import here, notes
from metrics.figures.blocks import footer, page_head, rules_table, section_head, status_key

PART = "part"
COVERAGE, METHOD = PARTS = ("coverage", "method")

now = here()
view, words = now.view, now.words

part = now.address.choice(PART, PARTS, COVERAGE)
followed = CoveragePart(now)
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
else:
    st.html(page_head(words.say("page.method.title"), words.say("page.method.lead")))
    st.html(section_head(words.say("page.method.readings")) + rules_table(words, now.mode))
    for title, text in (
        ("page.method.headline", words.headline_rule()),
        ("page.method.counting", words.counting_rule()),
        ("page.method.pace", words.say("page.method.pace_text")),
        ("page.method.goals", words.say("page.method.goals_text")),
    ):
        st.html(section_head(words.say(title)) + f'<p class="mp-text">{escape(text)}</p>')
    st.html(section_head(words.say("page.method.signs")) + status_key(words, now.mode))
st.html(footer(now.records, words, known_on=view.known_on, link=view.href))
