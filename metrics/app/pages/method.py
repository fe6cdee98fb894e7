"""Method: the words, and the rule behind every verdict."""

from html import escape

import streamlit as st

from metrics.app.frame import here, notes
from metrics.figures.blocks import footer, page_head, rules_table, section_head, status_key

now = here()
view, words = now.view, now.words

notes(now)
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
