"""A goal and its benchmarks: tests chosen here, what each says at the milestone and now, and on which figures."""

from collections.abc import Sequence
from datetime import date

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import plan_wording
from metrics.progress.benchmarks import BenchmarkResult, count_answers
from metrics.progress.known import with_hindsight
from metrics.progress.result import Answer
from metrics.records.model import Goal
from metrics.records.store import Records
from metrics.words import Words


def _tally(answers: Sequence[Answer], words: Words) -> str:
    counted = count_answers(answers)
    return words.listing(words.say(f"block.goal.count.{answer}", n=n) for answer, n in counted)


def goal_panel(  # noqa: PLR0917  (what, of what, in which words)
    goal: Goal,
    results: Sequence[BenchmarkResult],
    siblings: Sequence[Goal],
    records: Records,
    words: Words,
    link: Link,
    *,
    known_on: date,
) -> str:
    """Head of a goal's page: statement and wording, the ways to the goals beside it, and the counts of the answers.

    Args:
        goal: the goal.
        results: what its benchmarks say.
        siblings: the goals of its plan, itself included, in their order.
        records: what was known on the day.
        words: the language.
        link: makes addresses.
        known_on: the day.
    """
    at = [one.id for one in siblings].index(goal.id)
    steps = (
        ("block.goal.previous", siblings[at - 1] if at else None),
        ("block.goal.next", siblings[at + 1] if at + 1 < len(siblings) else None),
    )
    return render(
        "goal_panel",
        goal=goal,
        plan=records.plans[goal.plan],
        n=at + 1,
        all=len(siblings),
        steps=[(key, one) for key, one in steps if one],
        wording=plan_wording(goal.statement, words),
        places=[one for one in (goal.source, goal.read_through) if one and one in records.sources],
        results=results,
        at_milestone=_tally([result.at_milestone for result in results], words),
        now=_tally([result.now for result in results], words),
        known_on=known_on,
        hindsight=with_hindsight(records, known_on),
        records=records,
        link=link,
        words=words,
    )


def benchmark_head(result: BenchmarkResult, words: Words) -> str:
    """What one benchmark asks, as a heading, with the label that it was chosen here."""
    return render("benchmark_head", benchmark=result.benchmark, words=words)


def benchmark_panel(
    result: BenchmarkResult, records: Records, words: Words, link: Link, *, known_on: date
) -> str:
    """The answers of one benchmark with their figures, why it was chosen, and which series it asks.

    The series is named only once a figure of it is known, the reason only from the day on which it was given.
    """
    benchmark = result.benchmark
    places = [one for one in (benchmark.place, benchmark.other_place) if one]
    return render(
        "benchmark_panel",
        result=result,
        series=records.series[benchmark.series],
        places=places,
        there=any(one.geography in places for one in records.observations_of(benchmark.series)),
        known_on=known_on,
        hindsight=with_hindsight(records, known_on),
        records=records,
        link=link,
        words=words,
    )


def goal_steps(goal: Goal, siblings: Sequence[Goal], records: Records, words: Words, link: Link) -> str:
    """All goals of the plan, by due date, with the one that is shown marked; nothing where it is the only one."""
    if len(siblings) < 2:
        return ""
    groups: dict[date, list[Goal]] = {}
    for one in siblings:
        groups.setdefault(one.due, []).append(one)
    return render(
        "goal_steps", goal=goal, plan=records.plans[goal.plan], groups=groups.items(), link=link, words=words
    )
