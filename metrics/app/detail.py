"""The card of what is chosen on the timeline: an event, a figure, a plan, a due date of a plan, or a target."""

from collections.abc import Iterator
from datetime import date

from metrics.app.frame import Here
from metrics.figures.blocks.environment import Link, render
from metrics.figures.timeline.scene import edition_id, milestone_id
from metrics.progress.editions import PromiseChange, plan_changes
from metrics.progress.result import Status
from metrics.records.model import Milestone, Plan, Target
from metrics.records.store import Records

#: A target or a goal: what it asks, its page, and where it stands; a goal has no status.
_Promise = tuple[str, str, Status | None]


def milestones(held: Records) -> Iterator[tuple[str, Plan, Milestone]]:
    """Every due date of every plan, with the id that it has in the address."""
    for plan in held.plans.values():
        for one in plan.milestones:
            yield milestone_id(plan, one), plan, one


def _editions(held: Records) -> dict[str, PromiseChange]:
    """Every change of a promise, by the id that it has in the address."""
    return {edition_id(one): one for plan in held.plans.values() for one in plan_changes(plan)}


def choosable(held: Records) -> list[str]:
    """The ids of everything that has a card."""
    return [
        *held.events,
        *held.observations,
        *held.plans,
        *held.targets,
        *(one for one, _, _ in milestones(held)),
        *_editions(held),
    ]


def detail_card(item: str, now: Here, link: Link) -> str:
    """HTML for the thing with the id ``item``, one of :func:`choosable`; ``link`` keeps the view of the page."""
    held, words = now.known, now.words
    note, source = "", ""
    promises: tuple[_Promise, ...] = ()
    if item in held.events:
        event = held.events[item]
        title, when, day = words.text(event.title), words.period(event.date), event.date.end
        source, note = event.source, words.text(event.note)
    elif item in held.observations:
        figure = held.observations[item]
        title = words.say(
            "page.timeline.figure",
            series=words.text(held.series[figure.series].label),
            figure=words.figure_long(figure, held.units[figure.unit]),
            when=words.when(figure.period),
        )
        when, day = words.period(figure.published), figure.known
        source, note = figure.source, words.text(figure.note)
    elif item in held.plans:
        plan = held.plans[item]
        title, when, day = words.text(plan.title), words.period(plan.published), plan.published.end
        source, note = plan.source, words.text(plan.note)
    elif item in (editions := _editions(held)):
        change = editions[item]
        title, day = words.text(change.before.statement), change.day
        when, note = words.period(change.edition.published), words.edition_changes(change, held)
        source, promises = change.edition.source, (_target(held.targets[change.after.id], now, link),)
    elif item in held.targets:
        target = held.targets[item]
        title, day = words.text(target.statement), target.due
        plan = held.plans[target.plan]
        when = words.say("timeline.due.title", plan=words.text(plan.label), day=words.day(day))
        source, promises = plan.source, (_target(target, now, link),)
    else:
        plan, milestone = next((p, m) for one, p, m in milestones(held) if one == item)
        title, day = words.text(plan.title), milestone.due
        when = words.say("timeline.due.title", plan=words.text(plan.label), day=words.day(day))
        source, promises = plan.source, tuple(_promises(milestone, now, link))
    links = [(words.say("page.timeline.source"), link("sources", source=source))]
    links += _other_day(day, now, link)
    return render(
        "card",
        title=title,
        when=when,
        note=note,
        promises=promises,
        links=links,
        close=link("timeline", item=None),
        mode=now.mode,
        words=words,
    )


def _target(target: Target, now: Here, link: Link) -> _Promise:
    """What is asked, with the page of the target, and where it stands on the day."""
    asked = now.words.say(
        "timeline.promise",
        indicator=now.words.text(now.known.indicators[target.indicator].short),
        demand=now.words.demand_long(target, now.known),
    )
    return asked, link("target", target=target.id), now.progress.statuses.get(target.id)


def _promises(milestone: Milestone, now: Here, link: Link) -> Iterator[_Promise]:
    yield from (_target(one, now, link) for one in milestone.targets)
    for goal in milestone.goals:
        yield now.words.text(goal.statement), link("target", target=goal.id), None


def _other_day(day: date, now: Here, link: Link) -> list[tuple[str, str]]:
    """The way to what was known on the day of the thing, unless it has not come yet or is shown already."""
    if day > now.view.today or day == now.view.known_on:
        return []
    text = now.words.say("page.timeline.set_day", day=now.words.day(day))
    return [(text, link("timeline", known_on=day.isoformat() if day < now.view.today else None))]
