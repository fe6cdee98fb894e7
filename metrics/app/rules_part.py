"""The part "Other rules" of its page: the same readings by each rule, those apart first."""

import streamlit as st

from metrics.app.controls import narrow
from metrics.app.frame import Here
from metrics.exports.csv_rows import csv_table
from metrics.exports.file_name import file_name
from metrics.figures.blocks import foil_list, page_head, rules_data, rules_matrix, rules_title, rules_told
from metrics.progress.other_rules import Compared, Difference, compared, newest_of_any

DIFFER = "differ"
YES = "yes"
FILE = "other-rules"


class RulesPart:
    """What the reader chose, read from the address before the page's notes are shown."""

    def __init__(self, now: Here) -> None:
        self.now = now
        self.differ = now.address.choice(DIFFER, (YES,))

    def draw(self) -> None:
        """The finding, the matrix, the foils, and what each rule is and which are left out."""
        now, words, view = self.now, self.now.words, self.now.view
        every = now.keep(lambda: compared(now.known, now.progress), "compared")
        rows = [row for row in every if row.status.target.plan in view.plans]
        title, lead = rules_title(rows, view.known_on, words)
        st.html(page_head(now.of_plans(title), lead))
        with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
            narrow(
                DIFFER,
                words.say("others.filter"),
                (YES,),
                self.differ,
                name=lambda _one: words.say("others.filter_differ"),
                every=words.say("others.filter_every"),
                width=320,
            )
        shown = [row for row in rows if not self.differ or row.difference is not Difference.SAME]
        st.html(
            now.keep(
                lambda: rules_matrix(shown, now.known, words, now.mode, view.href), "matrix", self.differ
            )
        )
        self._take(rows)
        st.html(rules_told(words, view.href))
        if rows:
            newest = [
                one for one in newest_of_any(now.known, now.progress) if one.status.target.plan in view.plans
            ]
            st.html(foil_list(rows, newest, now.known, words, view.href))

    def _take(self, rows: list[Compared]) -> None:
        """All rows as a file."""
        day = self.now.view.known_on
        with st.container(key="take-rules", horizontal=True, gap="xsmall"):
            st.download_button(
                self.now.words.say("page.chart.csv"),
                data=lambda: csv_table(rules_data(rows, self.now.words), day),
                file_name=file_name(FILE, day, "csv"),
                mime="text/csv",
                key="csv-rules",
                on_click="ignore",
            )
