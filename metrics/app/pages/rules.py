"""Other rules: the same readings by each rule, those apart first."""

import streamlit as st

from metrics.app.controls import narrow
from metrics.app.frame import here, notes
from metrics.app.tabs import with_tabs
from metrics.exports.csv_rows import csv_table
from metrics.exports.file_name import file_name
from metrics.figures.blocks import footer, rules_data, rules_matrix
from metrics.figures.page_parts import rules_parts
from metrics.progress.other_rules import Difference, compared

DIFFER, YES = "differ", "yes"

now = here()
view, words = now.view, now.words

differ = now.address.choice(DIFFER, (YES,))
every = now.keep(lambda: compared(now.known, now.progress), "compared")
rows = [row for row in every if row.status.target.plan in view.plans]


def table() -> str:
    """The table of those that were asked for."""
    shown = [row for row in rows if not differ or row.difference is not Difference.SAME]
    return rules_matrix(shown, now.known, words, now.mode, view.href)


head, matrix, told = rules_parts(now.page, rows, table)
top = with_tabs("rules", head.make(), now)
notes(now)
st.html(top)
with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
    narrow(
        DIFFER,
        words.say("others.filter"),
        (YES,),
        differ,
        name=lambda _one: words.say("others.filter_differ"),
        every=words.say("others.filter_every"),
        width=320,
    )
st.html(now.keep(matrix.make, "matrix", differ))
with st.container(key="take-rules", horizontal=True, gap="xsmall"):
    st.download_button(
        words.say("page.chart.csv"),
        data=lambda: csv_table(rules_data(rows, words), view.known_on),
        file_name=file_name("other-rules", view.known_on, "csv"),
        mime="text/csv",
        key="csv-rules",
        on_click="ignore",
    )
st.html(told.make() + footer(now.known, words, known_on=view.known_on, link=view.href))
