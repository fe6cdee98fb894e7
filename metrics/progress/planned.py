"""A path that the plan itself gives: its own value for a period on the way, and what was reported for it.

In: a target with ``path_values``, the judged figures of one series. Out: each value with its figure, and which of the cases 18 to
20 of docs/verdicts.md applies. Between two values nothing is filled in.
"""

from collections.abc import Sequence

from metrics.progress.intervals import satisfies
from metrics.progress.result import PlannedValue, Verdict
from metrics.records.interval import interval
from metrics.records.model import Observation, Target
from metrics.records.vocabulary import Measure

KEPT, SHORT, OPEN = 18, 19, 20  # the cases

_CASES = {True: (Verdict.ON_TRACK, KEPT), False: (Verdict.BEHIND, SHORT), None: (Verdict.INCONCLUSIVE, OPEN)}


def planned_values(
    target: Target, figures: Sequence[Observation], measure: Measure
) -> tuple[PlannedValue, ...]:
    """What a series says of each value on the way; none where the plan gives none.

    The figure of a period is, of a flow, that for just this period; else the one whose period ended last in it.

    Args:
        target: the target.
        figures: the judged figures of a series, by the end of their period.
        measure: what kind of quantity the indicator is.
    """
    found = []
    for asked in target.path_values:
        start, end = asked.period.days
        inside = [
            one
            for one in figures
            if (
                one.period.days == (start, end) if measure is Measure.FLOW else start <= one.period.end <= end
            )
        ]
        figure = inside[-1] if inside else None
        passes = satisfies(interval(figure), on_the_way(target, asked.value)) if figure else None
        found.append(PlannedValue(asked, figure, passes))
    return tuple(found)


def on_the_way(target: Target, value: float) -> Target:
    """The target as if it asked for a value on its path."""
    return target.model_copy(update={"value": value, "value_high": None})


def along_path(values: Sequence[PlannedValue]) -> tuple[Verdict, int, Observation] | None:
    """The verdict, the case and the figure that decided: that of the last value with one; None where there is none."""
    told = [(one.figure, one.passes) for one in values if one.figure]
    if not told:
        return None
    figure, passes = told[-1]
    return (*_CASES[passes], figure)
