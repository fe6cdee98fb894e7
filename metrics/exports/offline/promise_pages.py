"""The page of one target and of one goal, as on the dashboard."""

import re
from collections.abc import Iterator
from functools import partial

from metrics.exports.offline.page import Part, Picture
from metrics.exports.offline.shown import PageContext
from metrics.figures.blocks import benchmark_head, benchmark_panel, claim_section, goal_panel, goal_steps
from metrics.figures.goal.chart import goal_chart
from metrics.figures.page_parts import target_parts
from metrics.progress import goal_results
from metrics.progress.result import Status
from metrics.records.model import Goal

GOAL_WIDTH = 800  # px: beside the text of its benchmark


def target(shown: PageContext, status: Status) -> Iterator[Part]:
    """What was promised, where it stands by which rule, and every reading behind it."""
    head, chart, evidence = target_parts(shown.page(shown.plans), status, leads=False)
    yield head.make()
    yield Picture(lambda mode: chart.draw(mode, chart.width, None), chart.width)
    yield evidence.make()
    yield _bearing(shown, status.target.id)


def goal(shown: PageContext, one: Goal) -> Iterator[Part]:
    """What was promised, each benchmark with its answers beside its chart, and the goals before and after."""
    known, words, link = shown.known, shown.words, shown.link
    siblings = [other for other in known.goals.values() if other.plan == one.plan]
    results = goal_results(known, one, shown.known_on)
    yield goal_panel(one, results, siblings, known, words, link, known_on=shown.known_on)
    for result in results:
        yield benchmark_head(result, words)
        text = benchmark_panel(result, known, words, link, known_on=shown.known_on)
        draw = partial(goal_chart, result, known, words, known_on=shown.known_on)
        yield Picture(draw, GOAL_WIDTH, level=3, text=text)
    if len(siblings) > 1:
        yield goal_steps(one, siblings, known, words, link)
    yield _bearing(shown, one.id)


def _bearing(shown: PageContext, promise: str) -> str:
    """The claims that bear on a promise; each has its place, and so its id, on the page of all claims."""
    html = claim_section(promise, shown.known, shown.words, shown.link, known_on=shown.known_on)
    return re.sub(r' id="claim-[^"]*"', "", html)
