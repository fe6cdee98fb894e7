"""The page of one goal: what was promised, and each benchmark with its answers beside its chart."""

from typing import cast

import streamlit as st

from metrics.app.chart_block import Anew, show_chart
from metrics.app.frame import Here
from metrics.figures.blocks import benchmark_head, benchmark_panel, goal_panel, goal_steps
from metrics.figures.chart import Chart
from metrics.figures.goal.chart import goal_chart
from metrics.figures.goal.scene import WIDTH
from metrics.figures.picture import Draw
from metrics.progress import BenchmarkResult, goal_results
from metrics.records.model import Goal


def show_goal(goal: Goal, now: Here) -> None:
    """Draw the goal; a benchmark without any figure has its text alone."""
    view, words, held = now.view, now.words, now.known
    siblings = [one for one in held.goals.values() if one.plan == goal.plan]
    results = now.keep(lambda: goal_results(held, goal, view.known_on), "goal", goal.id)
    st.html(goal_panel(goal, results, siblings, held, words, view.href, known_on=view.known_on))
    for result in results:
        _show_benchmark(result, now)
    if len(siblings) > 1:
        st.html(goal_steps(goal, siblings, held, words, view.href))


def _show_benchmark(result: BenchmarkResult, now: Here) -> None:
    view, words, held = now.view, now.words, now.known
    text = benchmark_panel(result, held, words, view.href, known_on=view.known_on)
    chart = now.keep(
        lambda: goal_chart(
            result, held, words, now.mode, known_on=view.known_on, width=now.form.chart_width(WIDTH)
        ),
        "goal chart",
        result.benchmark.id,
    )
    st.html(benchmark_head(result, words))
    if chart is None:
        st.html(text)
        return
    with st.container(key=f"mp-beside-{result.benchmark.id}", horizontal=True, gap="medium"):
        st.html(text)
        show_chart(chart, now, level=3, anew=Anew("target", _anew(result, now), (result.benchmark.id,)))


def _anew(result: BenchmarkResult, now: Here) -> Draw:
    """Draws the chart of a benchmark that has figures at another size."""

    def draw(width: int, height: int) -> Chart:
        made = goal_chart(
            result, now.known, now.words, now.mode, known_on=now.view.known_on, width=width, height=height
        )
        return cast("Chart", made)

    return draw
