"""What is told of data files that are broken, above the last good records, or in their place where there are none.

In: what stands in the folder. Out: HTML for the page, and a sentence for those who hear it or hold a briefing. The
problems are in the language of the page; what stands in the files is escaped by the templates.
"""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from metrics.app.watch import FolderState
from metrics.figures.blocks.environment import render
from metrics.records import RecordsError
from metrics.words import Words


def banner(state: FolderState, words: Words) -> str:
    """The first problem and the others folded, and of when the records are that are shown."""
    error = RecordsError(state.problems)
    return render(
        "broken_files",
        title=sentence(state, words),
        problems=[words.problem_line(one) for one in error.problems],
        more=words.say("live.more", n=error.count - 1),
        say=words.say,
    )


def in_place(error: RecordsError, words: Words) -> str:
    """All problems, where there are no records to show."""
    key = "page.problems.at_least" if error.at_least else "page.problems.title"
    return render(
        "no_records",
        title=words.say(key, n=error.count),
        problems=[words.problem_line(one) for one in error.problems],
        say=words.say,
    )


def sentence(state: FolderState, words: Words) -> str:
    """How many problems there are, and of when the records are that are shown; nothing where there is none."""
    if not state.problems or state.read is None:
        return ""
    error = RecordsError(state.problems)
    key = "live.broken_at_least" if error.at_least else "live.broken"
    return words.say(key, n=error.count, time=_clock(state.read, words))


def spoken(state: FolderState, words: Words) -> str:
    """The same with the first problem, for those who hear it."""
    said = sentence(state, words)
    return words.paragraph([said, words.problem_line(state.problems[0])]) if said else ""


def _clock(moment: datetime, words: Words) -> str:
    """``14:02:31`` where the reader is, with the day where it is not today."""
    zone = _zone()
    there = moment.astimezone(zone)
    time = f"{there:%H:%M:%S}"
    if there.date() == datetime.now(zone).date():
        return time
    return words.say("live.earlier", day=there.date(), time=time)


def _zone() -> ZoneInfo | None:
    """The time zone of the reader's browser; None: that of this machine."""
    try:
        return ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
