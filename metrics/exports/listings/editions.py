"""What became of promises, as a listing: only where a target has later editions.

In: an extract. Out: each form of each such target, the first one first, judged as of the day.
"""

from collections.abc import Iterator

from metrics.exports.cell import Cell
from metrics.exports.extract import Extract
from metrics.exports.listings.listing import Field, Listing, closed, fields, row, texts
from metrics.progress.result import Status, Verdict
from metrics.records.vocabulary import Comparator

EDITION = (
    *fields("target=target.id", required=True, listing="targets"),
    Field("edition", "whole", required=True),
    *fields("published", "period", required=True),
    *fields("known_from=published.end", "day", required=True),
    closed("comparator", Comparator, of="target.comparator"),
    *fields("target_value=target.value", "number", required=True),
    *fields("target_value_high=target.value_high", "number"),
    *fields("target_unit=target.unit", required=True, listing="units"),
    *fields("due=target.due", "day", required=True),
    *texts("statement", "target.statement"),
    closed("ended", ("dropped", "superseded", "split"), required=False),
    Field("replaced_by"),
    closed("verdict", Verdict, of="headline.verdict"),
    *fields("k=headline.k n=headline.n", "whole", required=True),
    *fields("source", required=True, listing="sources"),
    *texts("locator"),
    *texts("note", "remark"),
)


def editions(taken: Extract) -> Listing:
    """Every form of every target that has more than one."""
    rows = (row for status in taken.statuses for row in _rows(status, taken))
    return Listing("editions", ("target", "edition"), EDITION, tuple(rows))


EDITIONS = (("editions", editions),)


def _rows(status: Status, taken: Extract) -> Iterator[tuple[Cell, ...]]:
    for n, one in enumerate(status.editions):
        edition, target = one.edition, one.target
        ended, into = (edition and edition.end) or (None, ())
        yield row(
            one,
            EDITION,
            edition=n,
            published=edition.published if edition else taken.known.plans[target.plan].published,
            ended=ended,
            replaced_by=" ".join(into) or None,
            source=(edition or target).source,
            locator=(edition or target).locator,
            remark=edition and edition.note,
            headline=status.headline if ended else one.headline,
        )
