"""The page of one target and of one goal, as on the dashboard."""

import re
from collections.abc import Iterator
from functools import partial

from metrics.exports.offline.page import Part, Picture
from metrics.exports.offline.shown import PageContext
from metrics.figures.blocks import (
    benchmark_head,
    benchmark_panel,
    claim_section,
    columns,
    goal_panel,
    goal_steps,
    history_strip,
    needed_list,
    pace_table,
    quality_list,
    readings_table,
    target_basis,
    target_head,
    what_would_change,
)
from metrics.figures.frame import WIDTH
from metrics.figures.goal.chart import goal_chart
from metrics.figures.target.chart import target_chart
from metrics.progress import alternatives, goal_results
from metrics.progress.result import Status
from metrics.records.model import Goal

GOAL_WIDTH = 800  # px: beside the text of its benchmark


def target(shown: PageContext, status: Status) -> Iterator[Part]:
    """What was promised, where it stands by which rule, and every reading behind it."""
    known, words, link = shown.known, shown.words, shown.link
    name = status.target.id
    siblings = [
        one
        for one in shown.statuses
        if (one.target.plan, one.target.indicator) == (status.target.plan, status.target.indicator)
    ]
    past = shown.histories.get(name)
    step = past.turned if past else None
    yield target_head(status, known, words, "light", link, siblings=siblings, step=step)
    yield Picture(lambda mode: target_chart(status, known, words, mode), WIDTH)
    yield target_basis(status, known, words, link)
    yield readings_table(status, known, words, "light", link)
    yield needed_list(status, known, words, link, path=shown.progress.path)
    yield pace_table(status, known, words, "light", link) or ""
    found = alternatives(known, status, shown.progress.path, past=past)
    yield columns(
        what_would_change(status, known, words, "light", link, found=found),
        quality_list(status, known, words),
        "argument",
    )
    if past:
        yield history_strip(past, known, words, "light", link, leads=False)
    yield _bearing(shown, name)


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
