"""The due period: which figure speaks for the day on which a promise falls due.

In: judged figures of one series and place. Out: the one that speaks for the due date, or none.
"""

from collections.abc import Sequence
from datetime import date

from metrics.progress.known import order
from metrics.records.model import Observation
from metrics.records.period import Period, within_months
from metrics.records.vocabulary import Measure

DUE_MONTHS = 12


def speaks_for(period: Period, due: date, measure: Measure) -> bool:
    """Whether a figure for ``period`` speaks for the due date.

    Its period ends within the twelve months up to the due date and, for a flow, spans a year or is a
    single day (a statement of the level "now").

    >>> due = date(2025, 12, 31)
    >>> [speaks_for(Period.parse(p), due, Measure.FLOW) for p in ("2025", "2025-04-30", "2025-04", "2024")]
    [True, True, False, False]
    >>> [speaks_for(Period.parse(p), due, Measure.FLOW) for p in ("12 months to 2025-06", "9 months to 2025-09")]
    [True, False]
    """
    if measure is Measure.FLOW and not (period.spans_a_year or period.form == "day"):
        return False
    return within_months(period.end, DUE_MONTHS, due)


def for_due_period(figures: Sequence[Observation], due: date, measure: Measure) -> Observation | None:
    """The judged figure that speaks for the due date: a year beats a day, then the latest end wins."""
    speaking = [figure for figure in figures if speaks_for(figure.period, due, measure)]
    return max(speaking, key=lambda f: (f.period.spans_a_year, *order(f)), default=None)
