"""The claim: what a target promises, in our words and in the plan's, and where it can be checked."""

from collections.abc import Sequence

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import plan_wording, source_label
from metrics.figures.blocks.status import hollow
from metrics.figures.palette import Mode
from metrics.progress.result import Status
from metrics.records.model import Promise
from metrics.records.store import Records
from metrics.words import Words


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _places(promise: Promise, records: Records, words: Words, link: Link) -> list[tuple[str, str, str]]:
    """Where the wording stands and where it was read: role, name of the source, address."""
    found = []
    for role, source in (("stands", promise.source), ("read", promise.read_through)):
        if source and source in records.sources:
            name = source_label(records.sources[source], words)
            found.append((words.say(f"block.claim.{role}"), name, link("sources", source=source)))
    return found


def claim_panel(
    status: Status,
    records: Records,
    words: Words,
    mode: Mode,
    link: Link,
    *,
    siblings: Sequence[Status] = (),
) -> str:
    """Head of a target's page. ``siblings`` are the targets of the same plan and indicator, itself included."""
    target = status.target
    plan = records.plans[target.plan]
    demand = words.demand_long(target, records.units[target.unit])
    tabs = [
        {
            "verdict": one.headline.verdict,
            "hollow": hollow(one.headline),
            "year": str(one.target.due.year),
            "label": words.headline_full(one),
            "href": link("target", target=one.target.id),
            "here": one.target.id == target.id,
        }
        for one in sorted(siblings, key=lambda one: one.target.due)
    ]
    baseline = ""
    if target.baseline_value is not None and target.baseline_period is not None:
        baseline = words.say(
            "block.claim.baseline",
            amount=words.amount(target.baseline_value, records.units[target.unit]),
            when=words.when(target.baseline_period),
        )
    return render(
        "claim_panel",
        plan=words.text(plan.label),
        plan_href=link("targets", plan=target.plan),
        indicator=words.text(records.indicators[target.indicator].short),
        indicator_href=link("indicators", indicator=target.indicator),
        tabs=tabs,
        title=_capital(words.say("block.claim.title", demand=demand, due=words.due(target))),
        statement=words.text(target.statement),
        wording=plan_wording(target.statement, words),
        places=_places(target, records, words, link),
        locator=words.text(target.locator),
        checked=words.say("block.claim.checked", checked=words.verification(target.verification)),
        baseline=baseline,
        note=words.text(target.note),
        mode=mode,
        say=words.say,
    )
