"""The part "Other rules" of its page: the same readings by each rule, those apart first."""

import streamlit as st

from metrics.app.controls import narrow
from metrics.app.frame import Here
from metrics.exports.csv_rows import csv_table
from metrics.exports.file_name import file_name
from metrics.figures.blocks import rules_data, rules_matrix
from metrics.figures.page_parts import rules_parts
from metrics.progress.other_rules import Compared, Difference, compared

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
        head, matrix, told = rules_parts(now.page, rows, lambda: self._matrix(rows))
        st.html(head.make())
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
        st.html(now.keep(matrix.make, "matrix", self.differ))
        self._take(rows)
        st.html(told.make())

    def _matrix(self, rows: list[Compared]) -> str:
        """The table of those that were asked for."""
        now = self.now
        shown = [row for row in rows if not self.differ or row.difference is not Difference.SAME]
        return rules_matrix(shown, now.known, now.words, now.mode, now.view.href)

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
