"""The table of the timeline's entries: a real table, each entry a link to its card, each source to its document."""

from collections.abc import Mapping, Sequence

from metrics.figures.blocks.environment import Link, render
from metrics.figures.timeline.entries import TimelineEntry
from metrics.records.store import Records
from metrics.words import Words


def entries_table(
    entries: Sequence[TimelineEntry],
    lanes: Mapping[str, str],
    records: Records,
    words: Words,
    link: Link,
    *,
    caption: str,
    chosen: str | None = None,
) -> str:
    """Date, entry, lane and source. ``lanes``: their names by id; ``chosen``: the entry whose card is open."""
    return render(
        "entries_table",
        caption=caption,
        entries=entries,
        lanes=lanes,
        chosen=chosen,
        records=records,
        link=link,
        words=words,
    )


def page_numbers(at: int, pages: int, link: Link, words: Words) -> str:
    """Links to the pages of the table, in place; nothing where there is one."""
    return render("page_numbers", at=at, pages=pages, link=link, words=words)
