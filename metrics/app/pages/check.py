"""Check a plan: files that are pasted or sent, everything that is wrong with them, and the dashboard once nothing is."""

import streamlit as st

from metrics.app import draft as drafts
from metrics.app.address import DATA, KNOWN_ON, OWN, PLAN
from metrics.app.check_part import begin, editor, findings, sent_notice, state, style
from metrics.app.controls import put
from metrics.app.frame import here, notes
from metrics.figures.blocks import footer, page_head

now = here()
words = now.words

notes(now)
style()
st.html(page_head(words.say("page.check.title"), words.say("check.lead")))
draft = drafts.current()
if draft is None or not draft.files:
    sent_notice(now)
    begin(now)
else:
    if drafts.hold(words) and now.view.data != OWN:
        # From here on every page shows this plan: the menu above this page is drawn anew, and leads to it.
        for name in (PLAN, KNOWN_ON):
            put(name, None)
        put(DATA, OWN)
        st.rerun()
    state(draft, now)
    sent_notice(now)
    left, right = st.columns([11, 12], gap="large")
    with left:
        editor(draft, now)
    with right:
        findings(draft, now)
    with st.expander(words.say("check.send_more")):
        begin(now)
st.html(footer(now.known, words, known_on=now.view.known_on, link=now.view.href))
