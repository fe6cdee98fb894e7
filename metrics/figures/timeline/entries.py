"""The entries of the timeline, in words and by date: what the table beneath it lists.

In: a scene. Out: one entry for each plan, due date, figure and event in the years shown, folded lanes included.
"""

from dataclasses import dataclass
from datetime import date

from metrics.figures.timeline.scene import FIGURES, PLANS, TimelineScene, edition_id, milestone_id
from metrics.progress.editions import moved_from, plan_changes
from metrics.records.model import Milestone, Plan
from metrics.words import Words


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry; ``id`` opens its card, ``source`` is the id of its document."""

    id: str
    lane: str
    day: date
    when: str
    text: str
    source: str


def entries(scene: TimelineScene) -> tuple[TimelineEntry, ...]:
    """Everything in the years shown, by date."""
    words, records = scene.words, scene.records
    found = []
    for plan in scene.plans:
        if scene.first <= plan.published.end:
            sentence = words.say("timeline.entry.plan", plan=words.text(plan.title))
            when = words.period(plan.published)
            found.append(TimelineEntry(plan.id, PLANS, plan.published.end, when, sentence, plan.source))
        found += [
            TimelineEntry(
                milestone_id(plan, one),
                PLANS,
                one.due,
                words.day(one.due),
                due(plan, one, words),
                plan.source,
            )
            for one in plan.milestones
            if scene.first <= one.due <= scene.last
        ]
        found += [
            TimelineEntry(
                edition_id(one),
                PLANS,
                one.day,
                words.period(one.edition.published),
                words.edition_entry(plan, one, records),
                one.edition.source,
            )
            for one in plan_changes(plan)
            if scene.first <= one.day <= scene.last
        ]
    for figure in scene.listed:
        indicator = words.text(records.indicators[figure.indicator].short)
        series = words.text(records.series[figure.series].label)
        if figure.indicator != scene.indicator.id and not series.startswith(indicator):
            series = words.say("timeline.entry.series", indicator=indicator, series=series)
        sentence = words.say(
            "page.timeline.figure",
            series=series,
            figure=words.figure_long(figure, records.units[figure.unit]),
            when=words.when(figure.period),
        )
        when = words.period(figure.published)
        found.append(TimelineEntry(figure.id, FIGURES, figure.known, when, sentence, figure.source))
    for category, events in scene.events.items():
        found += [
            TimelineEntry(
                one.id, category, one.date.end, words.period(one.date), words.text(one.title), one.source
            )
            for one in events
        ]
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def due(plan: Plan, milestone: Milestone, words: Words) -> str:
    """What falls due: the plan, and how many targets and goals.

    The day stands beside it, so it is not said again.
    """
    promised = [words.say("timeline.due.targets", n=len(milestone.targets))] if milestone.targets else []
    promised += [words.say("timeline.due.goals", n=len(milestone.goals))] if milestone.goals else []
    if milestone.deliverables:
        promised.append(words.say("timeline.due.deliverables", n=len(milestone.deliverables)))
    if moved := moved_from(plan, milestone.due):
        promised.append(words.say("timeline.due.moved", n=len(moved)))
    if not promised:
        return words.say("timeline.entry.due_bare", plan=words.text(plan.label))
    return words.say("timeline.entry.due", plan=words.text(plan.label), promised=words.listing(promised))
