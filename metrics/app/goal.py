"""The page of one goal: what was promised, and each benchmark with its answers beside its chart."""

from collections.abc import Callable
from functools import partial
from typing import cast

import streamlit as st

from metrics.app.chart_block import Anew, show_chart
from metrics.app.frame import Here
from metrics.figures.blocks import benchmark_head, benchmark_panel, goal_panel, goal_steps
from metrics.figures.chart import Chart
from metrics.figures.goal.chart import goal_chart
from metrics.figures.goal.scene import WIDTH
from metrics.figures.picture import Draw
from metrics.progress import goal_results
from metrics.records.model import Goal


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
            show_chart(chart, now, level=3, anew=Anew("target", _anew(drawn), (result.benchmark.id,)))
    steps = goal_steps(goal, siblings, records, words, view.href) if len(siblings) > 1 else ""
    st.html(above + steps + end)


def _anew(drawn: Callable[..., Chart | None]) -> Draw:
    """Draws the chart of a benchmark that has figures at another size."""
    return lambda width, height: cast("Chart", drawn(width=width, height=height))
