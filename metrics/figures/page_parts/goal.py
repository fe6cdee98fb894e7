"""The parts of the page of one goal: what was promised, and each benchmark with its answers beside its chart."""

from collections.abc import Iterator
from typing import cast

from metrics.figures.blocks import benchmark_head, benchmark_panel, claim_section, goal_panel, goal_steps
from metrics.figures.chart import Chart
from metrics.figures.goal.chart import goal_chart
from metrics.figures.goal.scene import WIDTH
from metrics.figures.page_parts.page import ChartPart, PageData, PagePart, Part
from metrics.figures.palette import Mode
from metrics.figures.points import drawn_points
from metrics.progress import goal_results
from metrics.progress.benchmarks import BenchmarkResult
from metrics.records.model import Goal


def goal_parts(page: PageData, goal: Goal) -> Iterator[Part]:
    """The goal, its benchmarks, the goals before and after, and what is claimed of it; a benchmark without any figure has its text alone."""
    known, words, link, day = page.known, page.words, page.link, page.day
    siblings = [one for one in known.goals.values() if one.plan == goal.plan]
    results = goal_results(known, goal, day)
    yield PagePart("head", lambda: goal_panel(goal, results, siblings, known, words, link, known_on=day))
    for result in results:
        yield from _benchmark(page, result)
    yield PagePart("steps", lambda: goal_steps(goal, siblings, known, words, link))
    yield PagePart("claims", lambda: claim_section(goal.id, known, words, link, known_on=day))


def _benchmark(page: PageData, result: BenchmarkResult) -> Iterator[Part]:
    known, words, mark = page.known, page.words, result.benchmark

    def head() -> str:
        return benchmark_head(result, words)

    def text() -> str:
        return benchmark_panel(result, known, words, page.link, known_on=page.day)

    def chart(mode: Mode, width: int, height: int | None) -> Chart:
        drawn = goal_chart(result, known, words, mode, known_on=page.day, width=width, height=height)
        return cast("Chart", drawn)  # one of its places has figures

    if any(place and drawn_points(known, mark.series, place) for place in (mark.place, mark.other_place)):
        yield PagePart(f"benchmark-{mark.id}", head)
        yield ChartPart(f"goal-{mark.id}", chart, WIDTH, words.text(mark.statement), level=3, beside=text)
    else:
        yield PagePart(f"benchmark-{mark.id}", lambda: head() + text())
