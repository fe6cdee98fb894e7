"""What changed between two known-on days, as lists: new figures, what was made public, and every flip so far.

In: a :class:`Changes` or histories, and records that hold the later day. Out: HTML. What a reader looks for first
stands open, the rest is folded, and what is too much for a page is counted.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import Mode
from metrics.progress.changes import Changes
from metrics.progress.history import History, flips_by_day
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.words import Words

#: What stands open: figures of an indicator, indicators, events, days; then how many of each there are at most.
FIGURES, INDICATORS, EVENTS, DAYS = 3, 8, 10, 12
MOST_FIGURES, MOST_EVENTS, MOST_DAYS = 25, 80, 80


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
    groups = [(one, by_indicator[name]) for name, one in records.indicators.items() if name in by_indicator]
    return render(
        "change_figures",
        level=level,
        n=len(found.figures),
        groups=groups[:INDICATORS],
        folded=groups[INDICATORS:],
        newest=FIGURES,
        most=MOST_FIGURES,
        records=records,
        link=link,
        words=words,
    )


def changed_promises(found: Changes, records: Records, words: Words, link: Link, *, level: int = 2) -> str:
    """What became of promises in between, newest first: a change of what was promised, not of figures; nothing where none was."""
    if not found.editions:
        return ""
    newest = found.editions[::-1]
    return render(
        "change_promises",
        level=level,
        n=len(newest),
        rows=newest[:MOST_EVENTS],
        beyond=len(newest) - MOST_EVENTS,
        records=records,
        link=link,
        words=words,
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
    return render(
        "change_public",
        level=level,
        found=found,
        of_a_plan=of_a_plan,
        at_once=EVENTS,
        most=MOST_EVENTS,
        link=link,
        words=words,
    )


def flip_log(
    histories: Iterable[History],
    records: Records,
    words: Words,
    mode: Mode,
    link: Link,
    *,
    known_on: date,
    level: int = 2,
) -> str:
    """The days on which verdicts changed, up to the known-on day; each leads to what changed on it."""
    days = flips_by_day(histories)[:MOST_DAYS]
    return render(
        "change_log",
        level=level,
        known_on=known_on,
        days=days[:DAYS],
        folded=days[DAYS:],
        eve=lambda day: day - timedelta(days=1),
        records=records,
        mode=mode,
        link=link,
        words=words,
    )
