"""Growth inside one series: from year to year, and from its first year to its last.

In: the rows of one series and place, by publication. Out: growth rates computed here, each with both its figures; or
why there is none. Two series are never compared, an open end has no growth, and a rate that a source prints itself
is not ours and is not used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from metrics.progress.known import judged
from metrics.records.interval import interval
from metrics.records.model import Observation
from metrics.records.vocabulary import Measure


class NoGrowth(StrEnum):
    """Why there is no growth rate between two figures."""

    SHARE = "share"  # a share changes by points
    OPEN_END = "open_end"
    GAP = "gap"  # a year without a figure lies between
    NOT_POSITIVE = "not_positive"
    SUPERSEDED = "superseded"  # one of the two has a later vintage that is not judged


@dataclass(frozen=True, slots=True)
class Growth:
    """The growth from one figure to a later one of the same series and place, a year.

    ``rate`` is a share (0.2 for 20 percent), None where it is not computed; ``low`` and ``high`` are what the two
    figures allow, both equal to ``rate`` where both are exact.
    """

    earlier: Observation
    later: Observation
    years: int
    rate: float | None = None
    low: float | None = None
    high: float | None = None
    refusal: NoGrowth | None = None


def year_figures(rows: Sequence[Observation], measure: Measure) -> tuple[Observation, ...]:
    """The judged figures that speak for a whole year, one a year.

    A flow must span the year. A stock or a share may also be a count of 31 December; of both the year counts. Fiscal and
    school years stand for years where there is no calendar year, and are never mixed.
    """
    found: dict[int, Observation] = {}
    figures = judged(rows, measure)
    forms = {one.period.form for one in figures}
    own = next((form for form in ("fiscal", "school") if form in forms and "year" not in forms), None)
    if own:
        return tuple(one for one in figures if one.period.form == own)
    for one in figures:
        end = one.period.end
        at_end = measure is not Measure.FLOW and (end.month, end.day) == (12, 31)
        earlier = found.get(end.year)
        if one.period.is_calendar_year or (
            at_end and (earlier is None or not earlier.period.is_calendar_year)
        ):
            found[end.year] = one
    return tuple(found[year] for year in sorted(found))


def yearly(rows: Sequence[Observation], measure: Measure) -> tuple[Growth, ...]:
    """The growth between each year figure and the next; over a missing year it is refused."""
    figures = year_figures(rows, measure)
    return tuple(_growth(a, b, rows, measure, gaps=False) for a, b in pairwise(figures))


def overall(rows: Sequence[Observation], measure: Measure) -> Growth | None:
    """The compound growth a year from the first year figure with two ends to the last; None with less than two.

    rate = (last / first) ** (1 / years) - 1. Years between need no figure.
    """
    closed = [one for one in year_figures(rows, measure) if interval(one).finite]
    return _growth(closed[0], closed[-1], rows, measure, gaps=True) if len(closed) > 1 else None


def _growth(
    earlier: Observation, later: Observation, rows: Sequence[Observation], measure: Measure, *, gaps: bool
) -> Growth:
    years = later.period.end.year - earlier.period.end.year
    refusal = _refusal(earlier, later, rows, measure)
    if refusal is None and years > 1 and not gaps:
        refusal = NoGrowth.GAP
    if refusal is not None:
        return Growth(earlier, later, years, refusal=refusal)
    first, last = interval(earlier), interval(later)

    def rate(start: float, end: float) -> float:
        return float((end / start) ** (1 / years)) - 1

    low, high = rate(first.high, last.low), rate(first.low, last.high)
    return Growth(earlier, later, years, rate(earlier.value, later.value), low, high)


def _refusal(
    earlier: Observation, later: Observation, rows: Sequence[Observation], measure: Measure
) -> NoGrowth | None:
    if measure is Measure.RATIO:
        return NoGrowth.SHARE
    if not (interval(earlier).finite and interval(later).finite):
        return NoGrowth.OPEN_END
    if interval(earlier).low <= 0 or interval(later).low <= 0:
        return NoGrowth.NOT_POSITIVE
    if any(
        row.period == one.period and row.known > one.known and not row.judged
        for one in (earlier, later)
        for row in rows
    ):
        return NoGrowth.SUPERSEDED
    return None
