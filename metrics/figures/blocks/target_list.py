"""The list of targets, and of goals: plan by plan, in the order of the files."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import Mode
from metrics.progress.benchmarks import count_answers, goal_results
from metrics.progress.history import Step
from metrics.progress.result import Status
from metrics.records.model import Goal, Plan
from metrics.records.store import Records
from metrics.words import Words

T = TypeVar("T")

MOST_ROWS = 72  # of all plans that stand on the page at once; the others are folded, plan by plan


def target_list(
    statuses: Sequence[Status],
    records: Records,
    words: Words,
    mode: Mode,
    link: Link,
    *,
    turned: Mapping[str, Step] = MappingProxyType({}),
    level: int = 2,
) -> str:
    """One table a plan: sign and headline, since when, what is asked, by when; of many targets the rest is folded.

    ``turned`` has for each target the step with which its verdict began.
    """
    groups, room = [], MOST_ROWS
    for plan, rows in by_plan(statuses, lambda one: one.target.plan, records):
        groups.append((plan, rows[:room], rows[room:]))
        room -= len(groups[-1][1])
    return render(
        "target_list",
        groups=groups,
        turned=turned,
        level=level,
        records=records,
        mode=mode,
        link=link,
        words=words,
    )


def goal_list(
    goals: Sequence[Goal], records: Records, words: Words, link: Link, *, known_on: date, level: int = 2
) -> str:
    """Goals: listed, never scored, each with what its benchmarks say; nothing at all where there is none."""
    if not goals:
        return ""
    return render(
        "goal_list",
        goals=goals,
        groups=by_plan(goals, lambda one: one.plan, records),
        tests=lambda goal: _benchmarks(goal, records, words, known_on),
        level=level,
        link=link,
        words=words,
    )


def _benchmarks(goal: Goal, records: Records, words: Words, known_on: date) -> str:
    """How many tests were chosen here, and what they say."""
    results = goal_results(records, goal, known_on)
    if not results:
        return words.say("block.goals.no_number")
    counts = count_answers(one.said for one in results)
    tally = words.listing(words.say(f"block.goal.count.{answer}", n=n) for answer, n in counts)
    return words.say("block.goals.benchmarks", n=len(results), said=tally)


def by_plan(some: Sequence[T], plan_of: Callable[[T], str], records: Records) -> list[tuple[Plan, list[T]]]:
    """Things gathered by their plan."""
    groups: dict[str, list[T]] = {}
    for one in some:
        groups.setdefault(plan_of(one), []).append(one)
    return [(records.plans[plan], rows) for plan, rows in groups.items()]
