"""The list of targets, and of goals: plan by plan, in the order of the files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.status import StatusView, shown
from metrics.figures.palette import Mode
from metrics.progress.benchmarks import count_answers, goal_results
from metrics.progress.history import Step
from metrics.progress.result import Status
from metrics.records.model import Goal
from metrics.records.store import Records
from metrics.words import Words


@dataclass(frozen=True, slots=True)
class _Row:
    indicator: str
    statement: str
    demand: str
    due: str
    status: StatusView
    since: str
    href: str
    marks: str  # by which a file without a server finds the rows that a link asks for


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
    """One table a plan: sign and headline, since when, what is asked, by when.

    ``turned`` has for each target the step with which its verdict began.
    """
    groups: dict[str, list[_Row]] = {}
    for status in statuses:
        target, step = status.target, turned.get(status.target.id)
        groups.setdefault(target.plan, []).append(
            _Row(
                indicator=words.text(records.indicators[target.indicator].short),
                statement=words.text(target.statement),
                demand=words.demand_long(target, records.units[target.unit]),
                due=words.day(target.due),
                status=shown(status, words),
                since=words.turned(step, records) if step else "",
                href=link("target", target=target.id),
                marks=f"plan={target.plan} status={status.headline.verdict} year={target.due.year} "
                f"family={records.indicators[target.indicator].family}",
            )
        )
    return render(
        "target_list",
        groups=[_plan_head(plan, records, words) | {"rows": rows} for plan, rows in groups.items()],
        level=level,
        mode=mode,
        say=words.say,
        nothing=words.say("block.targets.nothing"),
    )


def goal_list(
    goals: Sequence[Goal], records: Records, words: Words, link: Link, *, known_on: date, level: int = 2
) -> str:
    """Goals: listed, never scored, each with what its benchmarks say; nothing at all where there is none."""
    groups: dict[str, list[dict[str, object]]] = {}
    for goal in goals:
        groups.setdefault(goal.plan, []).append(
            {
                "statement": words.text(goal.statement),
                "due": words.day(goal.due),
                "href": link("target", target=goal.id),
                "benchmarks": _benchmarks(goal, records, words, known_on),
                "marks": f"plan={goal.plan} year={goal.due.year}",
            }
        )
    if not goals:
        return ""
    return render(
        "goal_list",
        title=words.say("block.goals.title", n=len(goals)),
        note=words.say("block.goals.note", n=sum(len(goal.benchmarks) for goal in goals)),
        groups=[_plan_head(plan, records, words) | {"rows": rows} for plan, rows in groups.items()],
        level=level,
    )


def _benchmarks(goal: Goal, records: Records, words: Words, known_on: date) -> str:
    """How many tests were chosen here, and what they say."""
    results = goal_results(records, goal, known_on)
    if not results:
        return words.say("block.goals.no_number")
    counts = count_answers(one.said for one in results)
    said = words.listing(words.say(f"block.goal.count.{answer}", n=n) for answer, n in counts)
    return words.say("block.goals.benchmarks", n=len(results), said=said)


def _plan_head(plan: str, records: Records, words: Words) -> dict[str, object]:
    held = records.plans[plan]
    return {
        "plan": words.text(held.title),
        "about": words.say(
            "block.targets.plan",
            issuer=words.text(held.issuer),
            published=words.period(held.published),
        ),
    }
