"""The page of one goal: what was promised, and each benchmark with its answers beside its chart."""

from collections.abc import Callable
from functools import partial
from typing import cast

import streamlit as st

from metrics.app.chart_block import Anew, show_chart
from metrics.app.form import Form
from metrics.app.frame import Here
from metrics.app.markdown import plain_label
from metrics.figures.blocks import benchmark_head, benchmark_panel, goal_panel, goal_steps
from metrics.figures.chart import Chart
from metrics.figures.goal.chart import goal_chart
from metrics.figures.goal.scene import WIDTH
from metrics.figures.picture import Draw
from metrics.progress import goal_results
from metrics.records.model import Goal

AT_ONCE = (
    2  # charts; of each other one the finding stands on the page, and the chart below it when it is opened
)


def show_goal(goal: Goal, now: Here, end: str) -> None:
    """Draw the goal; a benchmark without any figure has its text alone.

    Texts that follow each other are one block, which is one message to the browser.

    Args:
        goal: which one.
        now: the view.
        end: HTML of what stands below it on the page.
    """
    view, words, records = now.view, now.words, now.known
    siblings = [one for one in records.goals.values() if one.plan == goal.plan]
    results = now.keep(lambda: goal_results(records, goal, view.known_on), "goal", goal.id)
    above = goal_panel(goal, results, siblings, records, words, view.href, known_on=view.known_on)
    shown = 0
    for result in results:
        above += benchmark_head(result, words)
        text = benchmark_panel(result, records, words, view.href, known_on=view.known_on)
        drawn = partial(goal_chart, result, records, words, now.mode, known_on=view.known_on)
        chart = now.keep(partial(drawn, width=now.form.chart_width(WIDTH)), "goal chart", result.benchmark.id)
        if chart is None:
            above += text
            continue
        st.html(above)
        above = ""
        with st.container(key=f"mp-beside-{result.benchmark.id}", horizontal=True, gap="medium"):
            st.html(text)
            show = partial(
                show_chart, chart, now, level=3, anew=Anew("target", _anew(drawn), (result.benchmark.id,))
            )
            if shown < AT_ONCE or now.form is not Form.SCREEN:
                show()
            else:
                _unfold(chart, show)
        shown += 1
    steps = goal_steps(goal, siblings, records, words, view.href) if len(siblings) > 1 else ""
    st.html(above + steps + end)


@st.fragment
def _unfold(chart: Chart, show: Callable[[], None]) -> None:
    """A chart that is drawn when its finding is opened: the rest of the page stays as it is."""
    with st.expander(plain_label(chart.title), key=f"open-{chart.id}", on_change="rerun") as box:
        if box.open:
            show()


def _anew(drawn: Callable[..., Chart | None]) -> Draw:
    """Draws the chart of a benchmark that has figures at another size."""
    return lambda width, height: cast("Chart", drawn(width=width, height=height))
