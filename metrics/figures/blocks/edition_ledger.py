"""The editions of a promise: what its plan and each later document said, and where each form of it stands.

In: the status of a target. Out: HTML; nothing where no edition is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import Mode
from metrics.progress.editions import promise_changes
from metrics.progress.result import Headline, Status
from metrics.records.model import Text
from metrics.records.period import Period
from metrics.records.store import Records
from metrics.words import Words


@dataclass(frozen=True, slots=True)
class _Row:
    """One form of the promise."""

    published: Period
    said: str
    source: str
    locator: Text | None
    note: Text | None
    headline: Headline
    stands: str


def edition_ledger(status: Status, records: Records, words: Words, mode: Mode, link: Link) -> str:
    """Every form of a promise by day, the first one first, each judged as of the known-on day."""
    if not status.editions:
        return ""
    return render(
        "edition_ledger",
        rows=tuple(_rows(status, records, words)),
        known_on=status.known_on,
        records=records,
        mode=mode,
        link=link,
        words=words,
    )


def _rows(status: Status, records: Records, words: Words) -> Iterator[_Row]:
    first, *later = status.editions
    plan = records.plans[status.target.plan]
    yield _Row(
        plan.published,
        words.say("block.editions.first", promise=words.promised(first.target, records)),
        first.target.source,
        first.target.locator,
        None,
        first.headline,
        words.group_headline(first.headline),
    )
    for one, change in zip(later, promise_changes(status.target), strict=True):
        ended = change.edition.end is not None
        headline = status.headline if ended else one.headline
        yield _Row(
            change.edition.published,
            words.edition_changes(change, records),
            change.edition.source,
            change.edition.locator,
            change.edition.note,
            headline,
            words.headline_main(status) if ended else words.group_headline(headline),
        )
