"""Bring figures in: a publisher's file, and what it would change, before anything does."""

import streamlit as st

from metrics.app.bring_part import choices, no_mapping, outcome, plan_files
from metrics.app.check_part import style
from metrics.app.frame import here, notes
from metrics.figures.blocks import footer, page_head
from metrics.figures.blocks.environment import render

now = here()
words = now.words

notes(now)
style()
st.html(page_head(words.say("page.bring.title"), words.say("bring.lead")))
found = plan_files()
if found is None:
    links = [(words.say("page.check.name"), now.view.href("check"))]
    st.html(render("check_state", said=words.say("bring.not_in_order"), note=None, links=links, good=False))
elif not found[1].mappings:
    no_mapping(now)
else:
    files, records = found
    asked = choices(records, now)
    if asked is not None:
        outcome(files, asked, now)
st.html(footer(now.known, words, known_on=now.view.known_on, link=now.view.href))
