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
    rows = [
        {
            "id": one.id,
            "when": one.when,
            "text": one.text,
            "href": link("timeline", item=one.id),
            "lane": lanes[one.lane],
            "source": words.text(records.sources[one.source].publisher)
            if one.source in records.sources
            else "",
            "source_href": link("sources", source=one.source),
            "chosen": one.id == chosen,
        }
        for one in entries
    ]
    names = [words.say(f"timeline.column.{name}") for name in ("date", "entry", "lane", "source")]
    return render("entries_table", caption=caption, names=names, rows=rows)
