"""What changed between two known-on days, as tables: headlines, readings, revised figures.

In: a :class:`Changes`, and records that hold both days. Out: HTML. Long tables are folded and bounded: what
is left out is counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.history_strip import StepLine, step_line
from metrics.figures.blocks.sources import source_label
from metrics.figures.blocks.status import StatusView, shown
from metrics.figures.palette import Mode
from metrics.progress.changes import Changes, HeadlineChange, ReadingChange, Revision
from metrics.progress.intervals import interval
from metrics.progress.result import Verdict
from metrics.records.model import Target
from metrics.records.store import Records
from metrics.words import Words

#: Rows shown at once, and rows in all; the page stays quick with any number of targets.
AT_ONCE, MOST = 12, 60


@dataclass(frozen=True, slots=True)
class _Flip:
    name: str
    href: str
    asked: str
    before: StatusView
    after: StatusView
    step: StepLine
    earlier: str


@dataclass(frozen=True, slots=True)
class _Reading:
    change: ReadingChange
    name: str
    href: str
    series: str
    before: str
    after: str
    counts: bool  # on either day


@dataclass(frozen=True, slots=True)
class _Revised:
    name: str
    under: str
    href: str
    where: str
    old: str
    old_published: str
    new: str
    difference: str
    source: str
    source_href: str


def headline_changes(
    found: Changes, records: Records, words: Words, mode: Mode, link: Link, *, level: int = 2
) -> str:
    """The headlines that changed: verdicts first, then those of which only the counts moved."""
    rows = [_flip(one, records, words, link) for one in found.flipped][:MOST]
    moved = [one for one in found.headlines if not one.flipped]
    stood = [_flip(one, records, words, link) for one in moved][: MOST - len(rows)]
    return render(
        "change_headlines",
        level=level,
        title=words.say("changes.headlines.title", n=len(found.flipped)),
        note=words.say("changes.headlines.note", n=len(moved)),
        since=words.say("changes.headlines.column.day", day=words.day(found.since)),
        known_on=words.say("changes.headlines.column.day", day=words.day(found.known_on)),
        rows=rows,
        stood=stood,
        beyond=_beyond(len(found.headlines) - len(rows) - len(stood), words),
        mode=mode,
        say=words.say,
    )


def _flip(change: HeadlineChange, records: Records, words: Words, link: Link) -> _Flip:
    target = change.after.target
    step = change.decisive
    earlier = change.steps.index(step)
    return _Flip(
        name=words.text(records.indicators[target.indicator].short),
        href=link("target", target=target.id),
        asked=words.say(
            "changes.headlines.target",
            demand=words.demand_long(target, records.units[target.unit]),
            due=words.due(target),
            plan=words.text(records.plans[target.plan].label),
        ),
        before=shown(change.before, words),
        after=shown(change.after, words),
        step=step_line(step, records, words, link, target=target.id),
        earlier=words.say("changes.headlines.earlier", n=earlier) if earlier else "",
    )


def target_name(target: Target, records: Records, words: Words) -> str:
    """A target in the fewest words: what is measured, and by when."""
    return words.say(
        "changes.readings.target",
        indicator=words.text(records.indicators[target.indicator].short),
        due=words.due(target),
    )


def reading_changes(
    found: Changes, records: Records, words: Words, mode: Mode, link: Link, *, level: int = 2
) -> str:
    """The readings whose verdict changed: those that count first, and those that had no figure before later.

    Nothing where there is none.
    """
    ranked = sorted(
        found.readings,
        key=lambda one: (
            not (one.before.counts or one.after.counts),
            one.before.verdict is Verdict.NO_DATA,
        ),
    )
    rows = [
        _Reading(
            change=one,
            name=target_name(one.after.target, records, words),
            href=link("target", target=one.after.target.id),
            series=words.text(one.after.series.short),
            before=words.verdict(one.before.verdict),
            after=words.verdict(one.after.verdict),
            counts=one.before.counts or one.after.counts,
        )
        for one in ranked[:MOST]
    ]
    if not rows:
        return ""
    return render(
        "change_readings",
        level=level,
        title=words.say("changes.readings.title", n=len(found.readings)),
        since=words.say("changes.headlines.column.day", day=words.day(found.since)),
        known_on=words.say("changes.headlines.column.day", day=words.day(found.known_on)),
        parts=_parts(rows),
        beyond=_beyond(len(found.readings) - len(rows), words),
        mode=mode,
        say=words.say,
    )


def revision_table(found: Changes, records: Records, words: Words, link: Link, *, level: int = 2) -> str:
    """The figures that were revised: before, after, by how much, by whom, when."""
    changed = [one for one in found.revisions if one.changes]
    again = len(found.revisions) - len(changed)
    rows = [_revised(one, records, words, link) for one in changed[:MOST]]
    if not found.revisions:
        return ""
    return render(
        "change_revisions",
        level=level,
        title=words.say("changes.revisions.title", n=len(changed)),
        again=words.say("changes.revisions.same", n=again) if again else "",
        parts=_parts(rows),
        beyond=_beyond(len(changed) - len(rows), words),
        say=words.say,
    )


def _revised(one: Revision, records: Records, words: Words, link: Link) -> _Revised:
    series, unit = records.series[one.new.series], records.units[one.new.unit]
    source = records.sources[one.new.source]
    closed = interval(one.old).finite and interval(one.new).finite
    difference = words.say("changes.revisions.open")
    if closed:
        difference = words.number(one.difference)
        if one.difference > 0:
            difference = words.say("changes.revisions.up", number=difference)
    return _Revised(
        name=words.text(series.short),
        under=words.text(records.indicators[series.indicator].short),
        href=link("indicators", indicator=series.indicator, series=series.id),
        where=words.say(
            "changes.revisions.place_period",
            place=words.text(records.places[one.new.geography].label),
            period=words.period(one.new.period),
        ),
        old=words.figure_long(one.old, unit),
        old_published=words.say("changes.revisions.old_published", day=words.period(one.old.published)),
        new=words.figure_long(one.new, unit),
        difference=difference,
        source=source_label(source, words),
        source_href=link("sources", source=source.id),
    )


def _parts(rows: Sequence[object]) -> list[Sequence[object]]:
    """What is shown at once, and what is folded."""
    return [part for part in (rows[:AT_ONCE], rows[AT_ONCE:]) if part]


def _beyond(rest: int, words: Words) -> str:
    return words.say("changes.beyond", n=rest) if rest > 0 else ""
