"""The window of a target's chart: which years it shows, and up to which value.

In: the status of a target, its curves and its plan. Out: the first and last day and the points inside.
The window opens a little before the first figure and closes a little after the due date, the known-on day
or the last figure that a counted reading rests on, whichever is latest; what was reported long after the
due date is left to the table, because it would squeeze the years that decide.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from metrics.figures.frame import BEYOND, PHONE, SCROLLS, Frame
from metrics.figures.series_curve import SeriesCurve
from metrics.progress.result import Status
from metrics.records.model import Observation, Plan

BEFORE = 190  # days of air before the first figure
AFTER = 165  # days of air after the last one
LATER = 731  # days after the due date up to which the known-on day still opens the window
EARLIER = 3653  # days before the due date beyond which an old figure does not open it


def window(status: Status, curves: Iterable[SeriesCurve], plan: Plan | None) -> tuple[date, date]:
    """The first and the last day of the axis."""
    due = status.target.due
    judged = [p.period.end for s in curves for p in s.points if p.judged]
    named = [
        o.period.end
        for r in status.counted
        for o in (
            r.observation,
            r.before,
            r.after,
            r.since,
            *(q.observation for p in r.paces for q in (p.start,) if q),
        )
        if o is not None
    ]
    opening = [d for d in judged if d >= due - timedelta(days=EARLIER)] + named
    if status.target.baseline_period is not None:
        opening.append(status.target.baseline_period.end)
    if plan is not None:
        opening.append(plan.published.end)
    first = min([*opening, due - timedelta(days=365)])
    last = max([due, min(status.known_on, due + timedelta(days=LATER)), *named])
    return first - timedelta(days=BEFORE), last + timedelta(days=AFTER)


def opens(status: Status, frame: Frame) -> date:
    """The day at which a box opens that is narrower than the chart.

    Of the known-on day, the due date and the newest figure of a counted reading the one that brings the most
    counted readings into sight; the first of them that does.
    """
    plot = SCROLLS - frame.left - frame.right
    days = [r.observation.period.end for r in status.counted if r.observation is not None]
    drawn = [day for day in days if frame.holds(day)]

    def seen(day: date) -> int:
        far = [(frame.across(day) - frame.across(one)) * plot for one in drawn]
        return sum(-BEYOND <= one <= PHONE - BEYOND for one in far)

    known_on = min(status.known_on, frame.last)
    return max([known_on, status.target.due, max(drawn, default=known_on)], key=seen)


def inside(points: Iterable[Observation], first: date, last: date) -> tuple[Observation, ...]:
    """The points whose period ends on the axis."""
    return tuple(p for p in points if first <= p.period.end <= last)
