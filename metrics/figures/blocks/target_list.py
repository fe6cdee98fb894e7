"""The list of targets, and of goals: plan by plan, in the order of the files."""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.status import Shown, shown
from metrics.figures.palette import Mode
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
    status: Shown
    href: str


def target_list(
    statuses: Sequence[Status], records: Records, words: Words, mode: Mode, link: Link, *, level: int = 2
) -> str:
    """One table a plan: sign and headline, what is asked, by when."""
    groups: dict[str, list[_Row]] = {}
    for status in statuses:
        target = status.target
        groups.setdefault(target.plan, []).append(
            _Row(
                indicator=words.text(records.indicators[target.indicator].short),
                statement=words.text(target.statement),
                demand=words.demand_long(target, records.units[target.unit]),
                due=words.day(target.due),
                status=shown(status, words),
                href=link("target", target=target.id),
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


def goal_list(goals: Sequence[Goal], records: Records, words: Words, link: Link, *, level: int = 2) -> str:
    """Goals: listed, never scored; nothing at all where there is none."""
    groups: dict[str, list[dict[str, object]]] = {}
    for goal in goals:
        groups.setdefault(goal.plan, []).append(
            {
                "statement": words.text(goal.statement),
                "due": words.day(goal.due),
                "href": link("target", target=goal.id),
                "benchmarks": words.say("block.goals.benchmarks", n=len(goal.benchmarks))
                if goal.benchmarks
                else words.say("block.goals.no_number"),
            }
        )
    if not goals:
        return ""
    return render(
        "goal_list",
        title=words.say("block.goals.title", n=len(goals)),
        note=words.say("block.goals.note"),
        groups=[_plan_head(plan, records, words) | {"rows": rows} for plan, rows in groups.items()],
        level=level,
    )


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
