"""The readings of one target as a table: those that count first, then those that are listed."""

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import second_hand
from metrics.figures.palette import Mode
from metrics.progress.result import NotCounted, Reading, Reason, Status
from metrics.records.store import Records
from metrics.words import Words

MOST_LISTED = 4  # readings that do not count and stand below those that do; more are folded


def readings_table(
    status: Status, records: Records, words: Words, mode: Mode, link: Link, *, level: int = 2
) -> str:
    """Every series of the indicator: who counts, what, for when, how much, with what verdict, and where."""
    # Series that have published nothing by then are counted, not named: their first figure may come later.
    unpublished = [one for one in status.readings if one.reason is Reason.NOTHING_PUBLISHED]
    listed = [one for one in status.readings if not one.counts and one not in unpublished]
    return render(
        "readings_table",
        level=level,
        status=status,
        counted=[one for one in status.readings if one.counts],
        listed=_by_reason([one for one in listed if one.observation], words),
        silent=_by_reason([one for one in listed if not one.observation], words),
        unpublished=len(unpublished),
        folded=len(listed) if status.counted and len(listed) > MOST_LISTED else 0,
        no_figure=words.not_counted(NotCounted.NO_FIGURE),
        second_hand=lambda one: second_hand(one, records.sources.get(one.source)),
        # Here the day of a figure counts too, because it decides from when a reading stands.
        note=lambda one: words.paragraph((*words.cautions(one, records), *words.ahead(one, records))),
        records=records,
        mode=mode,
        link=link,
        words=words,
    )


def _by_reason(readings: list[Reading], words: Words) -> list[tuple[str, list[Reading]]]:
    """Readings that do not count, gathered by what is said of them."""
    found: dict[str, list[Reading]] = {}
    for one in readings:
        heading = words.verdict(one.verdict)
        if one.not_counted:
            heading = words.reason(one.reason) if one.reason else words.not_counted(one.not_counted)
        found.setdefault(heading, []).append(one)
    return list(found.items())
