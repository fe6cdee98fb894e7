"""Throughout: a promise about every year of a time, and not about its last one alone.

In: a target with ``holds_from``, the judged figures of one series, a known-on day. Out: what each year says, and which of the cases
14 to 17 of docs/verdicts.md applies.
"""

from collections.abc import Sequence
from datetime import date

from metrics.progress.intervals import satisfies
from metrics.progress.known import order
from metrics.progress.result import HeldYear, Verdict
from metrics.records.interval import interval
from metrics.records.model import Observation, Target
from metrics.records.vocabulary import Measure

BROKEN, HELD, UNTOLD, SO_FAR = 14, 15, 16, 17  # the cases


def held_years(target: Target, figures: Sequence[Observation], measure: Measure) -> tuple[HeldYear, ...]:
    """What a series says of each year that the target asks for; none for a target about its due date alone.

    The figure of a year is, of a flow, that for the whole of it; else the one whose period ended last in it.

    Args:
        target: the target.
        figures: the judged figures of a series, by the end of their period.
        measure: what kind of quantity the indicator is.
    """
    if target.holds_from is None:
        return ()
    by_year: dict[int, Observation] = {}
    for figure in sorted(figures, key=order):
        if figure.period.end <= target.due and (measure is not Measure.FLOW or figure.period.spans_a_year):
            by_year[figure.period.end.year] = figure
    years = range(target.holds_from.end.year, target.due.year + 1)
    return tuple(
        HeldYear(year, one := by_year.get(year), satisfies(interval(one), target) if one else None)
        for year in years
    )


def throughout(
    years: Sequence[HeldYear], target: Target, known_on: date
) -> tuple[Verdict, int, Observation] | None:
    """The verdict, the case and the figure that decided; None where no year is told of.

    One year that fails decides for good, also before the due date. A year without a figure, or with one that cannot tell,
    leaves the promise undecided, unless it lies after the last year that is told of and the promise still runs.
    """
    told = [one for one in years if one.figure]
    if not told:
        return None
    last = told[-1].figure
    assert last is not None  # noqa: S101 (it was just picked)
    failed = next((one.figure for one in told if one.passes is False), None)
    if failed:
        return Verdict.MISSED, BROKEN, failed
    due = known_on >= target.due
    asked = years if due else [one for one in years if one.year <= told[-1].year]
    if not all(one.passes for one in asked):
        return Verdict.INCONCLUSIVE, UNTOLD, last
    return (Verdict.MET, HELD, last) if due else (Verdict.ON_TRACK, SO_FAR, last)
