"""What changed between two known-on days, as tables: headlines, readings, revised figures.

In: a :class:`Changes`, and records that hold both days. Out: HTML. Long tables are folded and bounded: what
is left out is counted.
"""

from collections.abc import Sequence

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import Mode
from metrics.progress.changes import Changes, ReadingChange, Revision
from metrics.progress.result import Verdict
from metrics.records.interval import interval
from metrics.records.store import Records
from metrics.words import Words

#: Rows shown at once, and rows in all; the page stays quick with any number of targets.
AT_ONCE, MOST = 12, 60


def headline_changes(
    found: Changes, records: Records, words: Words, mode: Mode, link: Link, *, level: int = 2
) -> str:
    """The headlines that changed: verdicts first, then those of which only the counts moved."""
    rows = found.flipped[:MOST]
    moved = [one for one in found.headlines if not one.flipped]
    stood = moved[: MOST - len(rows)]
    return render(
        "change_headlines",
        level=level,
        found=found,
        moved=len(moved),
        rows=rows,
        stood=stood,
        beyond=len(found.headlines) - len(rows) - len(stood),
        records=records,
        mode=mode,
        link=link,
        words=words,
    )


def reading_changes(
    found: Changes, records: Records, words: Words, mode: Mode, link: Link, *, level: int = 2
) -> str:
    """The readings whose verdict changed: those that count first, and those that had no figure before later.

    Nothing where there is none.
    """

    def rank(one: ReadingChange) -> tuple[bool, bool]:
        counts = one.before.counts or one.after.counts
        return not counts, one.before.verdict is Verdict.NO_DATA

    rows = sorted(found.readings, key=rank)[:MOST]
    if not rows:
        return ""
    return render(
        "change_readings",
        level=level,
        found=found,
        parts=_parts(rows),
        beyond=len(found.readings) - len(rows),
        records=records,
        mode=mode,
        link=link,
        words=words,
    )


def revision_table(found: Changes, records: Records, words: Words, link: Link, *, level: int = 2) -> str:
    """The figures that were revised: before, after, by how much, by whom, when; nothing where none was."""
    if not found.revisions:
        return ""
    changed = [one for one in found.revisions if one.changes]

    def difference(one: Revision) -> str:
        if not (interval(one.old).finite and interval(one.new).finite):
            return words.say("changes.revisions.open")
        number = words.number(one.difference)
        return words.say("changes.revisions.up", number=number) if one.difference > 0 else number

    return render(
        "change_revisions",
        level=level,
        n=len(changed),
        again=len(found.revisions) - len(changed),
        parts=_parts(changed[:MOST]),
        beyond=len(changed) - MOST,
        difference=difference,
        records=records,
        link=link,
        words=words,
    )


def _parts(rows: Sequence[object]) -> list[Sequence[object]]:
    """What is shown at once, and what is folded."""
    return [part for part in (rows[:AT_ONCE], rows[AT_ONCE:]) if part]
