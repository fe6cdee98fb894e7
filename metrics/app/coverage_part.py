"""The part "Coverage" of its page: what can be followed, filtered and put in order by the address."""

import streamlit as st

from metrics.app.address import Scope
from metrics.app.controls import narrow
from metrics.app.frame import Here
from metrics.figures.blocks import coverage_plans, coverage_reasons, coverage_title, page_head
from metrics.figures.blocks.coverage_table import Order
from metrics.progress.coverage import Coverage, CoverageRow, Untracked, coverage

TRACKED, REASON, SORT = "tracked", "reason", "sort"


class CoveragePart:
    """What the reader chose, read from the address before the page's notes are shown."""

    def __init__(self, now: Here) -> None:
        self.now = now
        self.tracked = now.address.choice(TRACKED, ("yes", "no"))
        reason = now.address.choice(REASON, list(Untracked))
        self.reason = Untracked(reason) if reason else None
        self.order = Order(now.address.choice(SORT, list(Order), Order.FILE) or Order.FILE)

    def draw(self) -> None:
        """Title, reasons, filters, and the promises plan by plan."""
        now, words = self.now, self.now.words
        every: Coverage = now.keep(lambda: coverage(now.known, now.progress), "coverage")
        held = every.of(now.view.plans)
        title, lead = coverage_title(held, words)
        st.html(page_head(now.of_plans(title), lead))
        st.html(coverage_reasons(held, words, now.view.href, self.reason))
        with st.container(key="mp-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
            self._filters(held)
        chosen = self.tracked is not None or self.reason is not None or now.view.scope is Scope.CHOSEN
        st.html(
            now.keep(
                lambda: coverage_plans(
                    held, self._shown, now.known, words, now.view.href, order=self.order, opened=chosen
                ),
                *("coverage table", self.tracked, self.reason, self.order),
            )
        )

    def _shown(self, row: CoverageRow) -> bool:
        return (self.tracked is None or row.tracked is (self.tracked == "yes")) and (
            self.reason is None or row.why is self.reason
        )

    def _filters(self, held: Coverage) -> None:
        words = self.now.words
        every = words.say("coverage.filter.every")
        narrow(
            TRACKED,
            words.say("coverage.filter.tracked"),
            ("yes", "no"),
            self.tracked,
            name=lambda one: words.say(f"coverage.filter.tracked_{one}"),
            every=every,
            width=180,
        )
        there = [why for why, _ in held.reasons]
        narrow(
            REASON,
            words.say("coverage.filter.reason"),
            there if self.reason in there or self.reason is None else [*there, self.reason],
            self.reason,
            name=lambda one: words.say(f"coverage.why.{one}"),
            every=every,
            width=380,
        )
        narrow(
            SORT,
            words.say("coverage.filter.sort"),
            [one for one in Order if one is not Order.FILE],
            None if self.order is Order.FILE else self.order,
            name=lambda one: words.say(f"coverage.filter.sort_{one}"),
            every=words.say("coverage.filter.sort_file"),
            width=240,
        )
