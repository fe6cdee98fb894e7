"""Method: the words, and the rule behind every verdict."""

import streamlit as st

from metrics.app.frame import here, notes
from metrics.figures.blocks import footer, page_head, rules_table, section_head, status_key

now = here()
view, words = now.view, now.words

notes(now)
st.html(page_head(words.say("page.method.title"), words.say("page.method.lead")))
st.html(section_head(words.say("page.method.readings"), words.say("page.method.readings_note")))
st.html(rules_table(words, now.mode))
st.html(section_head(words.say("page.method.headline"), words.headline_rule()))
st.html(section_head(words.say("page.method.counting"), words.counting_rule()))
st.html(section_head(words.say("page.method.signs"), words.say("page.method.signs_note")))
st.html(status_key(words, now.mode))
st.html(section_head(words.say("page.method.goals"), words.say("page.method.goals_note")))
st.html(footer(now.records, words, known_on=view.known_on, link=view.href))
