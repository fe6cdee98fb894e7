"""What changed between two known-on days, as lists: new figures, what was made public, and every flip so far.

In: a :class:`Changes` or histories, and records that hold the later day. Out: HTML. What a reader looks for first
stands open, the rest is folded, and what is too much for a page is counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from metrics.figures.blocks.change_tables import target_name
from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import source_label
from metrics.figures.blocks.status import hollow
from metrics.figures.palette import Mode
from metrics.progress.changes import Changes
from metrics.progress.history import History, Step, flips_by_day
from metrics.progress.result import Headline, Verdict
from metrics.records.model import Observation, Plan
from metrics.records.store import Records
from metrics.records.vocabulary import Kind
from metrics.words import Words

#: What stands open: figures of an indicator, indicators, events, days; then how many of each there are at most.
FIGURES, INDICATORS, EVENTS, DAYS = 3, 8, 10, 12
MOST_FIGURES, MOST_EVENTS, MOST_DAYS = 25, 80, 80


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    day: str
    source: str
    href: str


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    href: str
    count: str
    newest: Sequence[_Line]
    more: Sequence[_Line]
    beyond: str


@dataclass(frozen=True, slots=True)
class Flip:
    """A verdict that changed on a day: what it is of, before and after."""

    name: str
    href: str
    before: Verdict
    before_hollow: bool
    before_word: str
    after: Verdict
    after_hollow: bool
    after_word: str


def new_figures(found: Changes, records: Records, words: Words, link: Link, *, level: int = 2) -> str:
    """The figures that came, by indicator in the order of the files, newest first; nothing where none came."""
    if not found.figures:
        return ""
    by_indicator: dict[str, list[Observation]] = {}
    # Of one day, what is judged stands first, and of that the latest period.
    for figure in sorted(
        found.figures, key=lambda one: (one.known, one.judged, one.period.end), reverse=True
    ):
        by_indicator.setdefault(figure.indicator, []).append(figure)
    groups = [
        _group(name, by_indicator[name], records, words, link)
        for name in records.indicators
        if name in by_indicator
    ]
    return render(
        "change_figures",
        level=level,
        title=words.say("changes.figures.title", n=len(found.figures)),
        groups=groups[:INDICATORS],
        folded=groups[INDICATORS:],
        say=words.say,
    )


def _group(name: str, figures: Sequence[Observation], records: Records, words: Words, link: Link) -> _Group:
    lines = [_line(one, records, words, link) for one in figures[:MOST_FIGURES]]
    rest = len(figures) - len(lines)
    return _Group(
        name=words.text(records.indicators[name].label),
        href=link("indicators", indicator=name),
        count=words.say("changes.figures.group", n=len(figures)),
        newest=lines[:FIGURES],
        more=lines[FIGURES:],
        beyond=words.say("changes.figures.more", n=rest) if rest > 0 else "",
    )


def _line(figure: Observation, records: Records, words: Words, link: Link) -> _Line:
    source = records.sources[figure.source]
    judged = figure.kind is Kind.ACTUAL
    return _Line(
        text=words.say(
            "changes.figures.line" if judged else "changes.figures.line_kind",
            series=words.text(records.series[figure.series].short),
            figure=words.figure_long(figure, records.units[figure.unit]),
            place=words.text(records.places[figure.geography].label),
            period=words.period(figure.period),
            kind=words.kind(figure.kind),
        ),
        day=words.period(figure.published),
        source=source_label(source, words),
        href=link("sources", source=source.id),
    )


def made_public(found: Changes, words: Words, link: Link, *, of_a_plan: bool, level: int = 2) -> str:
    """Plans, events and documents that came in between; nothing where none came.

    Args:
        found: the comparison.
        words: the language.
        link: makes addresses.
        of_a_plan: whether the comparison is of one plan only; events and documents never are.
        level: of the heading.
    """
    if not (found.plans or found.events or found.sources):
        return ""
    events = [
        (words.period(one.date), words.text(one.title), link("timeline", item=one.id))
        for one in reversed(found.events)
    ]
    sources = [
        (
            words.period(one.published),
            words.text(one.publisher),
            words.named(one.title),
            link("sources", source=one.id),
        )
        for one in reversed(found.sources)
    ]
    return render(
        "change_public",
        level=level,
        note=words.say("changes.public.no_plan_link") if of_a_plan else "",
        plans=[
            (words.text(one.title), _plan(one, words), link("targets", plan=one.id)) for one in found.plans
        ],
        events=events[:EVENTS],
        more_events=events[EVENTS:MOST_EVENTS],
        events_beyond=_beyond(len(events) - MOST_EVENTS, words),
        sources=sources[:MOST_EVENTS],
        sources_title=words.say("changes.public.sources", n=len(sources)),
        sources_beyond=_beyond(len(sources) - MOST_EVENTS, words),
        say=words.say,
    )


def _plan(plan: Plan, words: Words) -> str:
    counts = {
        "targets": sum(len(one.targets) for one in plan.milestones),
        "goals": sum(len(one.goals) for one in plan.milestones),
    }
    said = [words.say(f"changes.public.promises.{kind}", n=n) for kind, n in counts.items() if n]
    return words.say("changes.public.plan", day=words.period(plan.published), promises=words.listing(said))


def flip_log(
    held: Iterable[History],
    records: Records,
    words: Words,
    mode: Mode,
    link: Link,
    *,
    known_on: date,
    level: int = 2,
) -> str:
    """The days on which verdicts changed, up to the known-on day; each leads to what changed on it."""
    days = [
        (
            words.day(day),
            link("changes", since=(day - timedelta(days=1)).isoformat(), known_on=day.isoformat()),
            words.say("changes.log.goes_to", day=words.day(day)),
            [_flip(step, records, words, link) for step in steps],
        )
        for day, steps in flips_by_day(held)[:MOST_DAYS]
    ]
    return render(
        "change_log",
        level=level,
        note=words.say("changes.log.note", day=words.day(known_on))
        if days
        else words.say("changes.log.none", day=words.day(known_on)),
        days=days[:DAYS],
        folded=days[DAYS:],
        mode=mode,
        say=words.say,
    )


def _flip(step: Step, records: Records, words: Words, link: Link) -> Flip:
    target = step.status.target
    before: Headline = step.before or step.status.headline
    after = step.status.headline
    return Flip(
        name=target_name(target, records, words),
        href=link("target", target=target.id),
        before=before.verdict,
        before_hollow=hollow(before),
        before_word=words.verdict(before.verdict),
        after=after.verdict,
        after_hollow=hollow(after),
        after_word=words.verdict(after.verdict),
    )


def _beyond(rest: int, words: Words) -> str:
    return words.say("changes.beyond", n=rest) if rest > 0 else ""
