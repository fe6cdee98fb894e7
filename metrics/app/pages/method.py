"""Method: every rule, and a real example of the day beside it."""

import streamlit as st

from metrics.app.frame import here, notes
from metrics.app.tabs import with_tabs
from metrics.figures.blocks import footer
from metrics.figures.page_parts import method_parts

now = here()

head, *sections = now.keep(lambda: tuple(method_parts(now.page)), "method")
top = with_tabs("method", now.keep(head.make, "method", head.name), now)
notes(now)
st.html(top)
for one in sections:
    st.html(now.keep(one.make, "method", one.name))
st.html(footer(now.known, now.words, known_on=now.view.known_on, link=now.view.href))
