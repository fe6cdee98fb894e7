"""Vintages: what one series said of one period, edition after edition.

In: the rows of one series and place. Out: the revisions for each period that was published more than once, by publication. The
figure that charts show is the newest one that is judged; the others of its revisions are the past, or values derived
later, which never take its place.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from metrics.records.model import Observation


@dataclass(frozen=True, slots=True)
class Revisions:
    """The vintages of one series, place and period, the oldest first; at least two."""

    vintages: tuple[Observation, ...]
    shown: Observation  # one of them

    @property
    def revisions(self) -> tuple[tuple[Observation, Observation], ...]:
        """Each vintage with the one before it: (before, after)."""
        return tuple(pairwise(self.vintages))


def revisions(rows: Iterable[Observation]) -> tuple[Revisions, ...]:
    """The revisions among the rows of one series and place, by end of period."""
    by_period: dict[tuple[date, date], list[Observation]] = defaultdict(list)
    for one in rows:
        by_period[one.period.days].append(one)
    found = []
    for several in by_period.values():
        if len(several) > 1:
            by_day = sorted(several, key=lambda one: one.known)
            shown = max(enumerate(by_day), key=lambda pair: (pair[1].judged, pair[0]))[1]
            found.append(Revisions(tuple(by_day), shown))
    return tuple(sorted(found, key=lambda revision: (revision.shown.period.end, revision.shown.period.start)))


def change(before: Observation, after: Observation) -> float | None:
    """By what share a revision moved the figure; None from zero, or between different wordings with an open end."""
    ends = {before.bound.value, after.bound.value}
    if before.value == 0 or (ends - {"exact", "about"} and len(ends) > 1):
        return None
    return after.value / before.value - 1
