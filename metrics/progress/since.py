"""The earlier day of a comparison: which one where the reader chose none, and which ones are offered.

The last milestone year shows most: what led up to a due date, the day itself, and what came after it. So the
comparison begins before that year.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum

from metrics.progress.history import History
from metrics.records.model import Plan
from metrics.records.store import Records

#: So many milestone years are offered.
MOST_PICKS = 5


class Why(StrEnum):
    """Why the comparison begins where it does."""

    MILESTONE_YEAR = "milestone_year"  # on the eve of the last milestone year that has ended or begun
    FIRST_PLAN = "first_plan"  # nothing has fallen due: when the first plan was made public
    EARLIEST = "earliest"  # there was no plan before: the first day that can be asked for


def _plans(records: Records, chosen: Collection[str]) -> list[Plan]:
    return [one for one in records.plans.values() if not chosen or one.id in chosen]


def default_since(
    records: Records, chosen: Collection[str], known_on: date, earliest: date
) -> tuple[date, Why]:
    """The day to compare with where none was chosen.

    Args:
        records: those of the known-on day.
        chosen: ids of plans; none: every plan.
        known_on: the later day.
        earliest: the first day that can be asked for.
    """
    plans = _plans(records, chosen)
    due = [one.due for plan in plans for one in plan.milestones if one.due <= known_on]
    public = [plan.published.end for plan in plans]
    if due:
        eve = date(max(due).year - 1, 12, 31)
        if earliest <= eve < known_on:
            return eve, Why.MILESTONE_YEAR
    if public and earliest <= min(public) < known_on:
        return min(public), Why.FIRST_PLAN
    return earliest, Why.EARLIEST


def milestone_days(records: Records, chosen: Collection[str], before: date) -> list[date]:
    """The due dates of milestones before a day, the newest of them."""
    days = {one.due for plan in _plans(records, chosen) for one in plan.milestones if one.due < before}
    return sorted(days)[-MOST_PICKS:]


def eve_of_last_flip(histories: Iterable[History], earliest: date) -> date | None:
    """The day before a verdict last changed, if it can be asked for."""
    days = [step.day for one in histories for step in one.flips]
    eve = max(days) - timedelta(days=1) if days else None
    return eve if eve and eve >= earliest else None
