"""Needed from here, on the page of a target: what each series would have to do from its latest figure on.

In: the status of a target. Out: HTML; nothing where the target is due, or no longer promised.
"""

from metrics.figures.blocks.environment import Link, render
from metrics.progress.needed import needed_of
from metrics.progress.result import Path, Status, Verdict
from metrics.records.store import Records
from metrics.words import Words


def needed_list(
    status: Status, records: Records, words: Words, link: Link, *, path: Path | None = None, level: int = 2
) -> str:
    """A sentence for each reading that counts, each with its source; where none counts, for the newest of the others.

    Args:
        status: of the target.
        records: all records, or those of the day.
        words: the language.
        link: makes addresses.
        path: the path the reader chose; None: both.
        level: of the heading.
    """
    if status.due or status.headline.verdict is Verdict.ENDED:
        return ""
    every = needed_of(records, status, path)
    counted = [one for one in every if one.reading.counts]
    rows = counted or sorted(every, key=lambda one: one.start.period.end)[-1:]
    return render(
        "needed_list",
        note=words.say("needed.note" if counted else "needed.note_listed" if rows else "needed.none"),
        rows=rows,
        level=level,
        records=records,
        link=link,
        words=words,
    )
