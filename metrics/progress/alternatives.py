"""Alternatives: the single changes after which the headline of a target would be another one.

In: records and the status of a target on a day. Out: :class:`Alternatives`, frozen and without prose. Four
kinds of change are tried, each alone and with everything else as it is:

1. a further exact figure of one series (``supposition``), for each series of which one could count;
2. one series left out;
3. before the due date, the other path, or both;
4. another known-on day: the nearest earlier one, and before the due date the nearest later one if nothing more
   is published.

Listed is what flips the headline (:func:`flips`), each with the value or the day that lies nearest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from metrics.progress.assess import judge
from metrics.progress.evidence import Evidence, evidence
from metrics.progress.headline import headline
from metrics.progress.history import History, history
from metrics.progress.reading import SILENT_MONTHS, read_evidence
from metrics.progress.result import Headline, Path, Reason, Status, Verdict
from metrics.progress.supposition import Supposition, joined, suppose
from metrics.records.interval import Interval
from metrics.records.model import Series
from metrics.records.period import Period, lapses
from metrics.records.store import Records


@dataclass(frozen=True, slots=True)
class OtherFigure:
    """A further exact figure of one series for one period, anywhere in ``values`` (in the target's unit)."""

    series: Series
    period: Period
    values: Interval
    counts: bool  # the series has a reading that counts already
    revises: bool  # the series has a judged figure for that period already
    headline: Headline  # at the value nearest to where the series stands
    varies: bool = False  # the verdict is one for all the values, the tally is not


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One series less."""

    series: Series
    headline: Headline


@dataclass(frozen=True, slots=True)
class OtherPath:
    """Another path; None: both."""

    path: Path | None
    headline: Headline


@dataclass(frozen=True, slots=True)
class OtherDay:
    """Another known-on day."""

    day: date  # of the earlier days the last, of the later ones the first, with that headline
    later: bool  # after the day of the status, with nothing more published
    headline: Headline


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Every single change that flips the headline, kind by kind."""

    figures: tuple[OtherFigure, ...] = ()  # in the order of the readings, then by value
    left_out: tuple[LeftOut, ...] = ()
    paths: tuple[OtherPath, ...] = ()
    days: tuple[OtherDay, ...] = ()  # earlier, then later

    def __bool__(self) -> bool:
        return bool(self.figures or self.left_out or self.paths or self.days)


def answer(said: Headline) -> tuple[Verdict, bool]:
    """What a headline answers: its verdict, and whether it is contested. The tally is no part of it."""
    return said.verdict, said.contested


def flips(now: Headline, other: Headline) -> bool:
    """Whether another headline is another answer.

    A change of the tally alone, "met on 6 of 6" for "met on 5 of 6", is none.
    """
    return answer(now) != answer(other)


def alternatives(
    records: Records, status: Status, path: Path | None = None, *, past: History | None = None
) -> Alternatives:
    """What would change the headline of a target.

    Args:
        records: all records, or those of the day; what was published after the day is left out here.
        status: where the target stands on the day.
        path: the path the reader chose, as for the status; None: both.
        past: the history of the target up to the day, on that path, where it is at hand.
    """
    if status.headline.verdict is Verdict.ENDED:  # what is no longer promised stands as it is
        return Alternatives((), (), (), ())
    past = past or history(records, status.target, status.known_on, path)
    return Alternatives(
        figures=tuple(_figures(records, status, path)),
        left_out=tuple(_left_out(status)),
        paths=tuple(_paths(records, status, path)),
        days=(*_earlier(past, status), *_later(records, status, path)),
    )


def _figures(records: Records, status: Status, path: Path | None) -> Iterator[OtherFigure]:
    for reading in status.readings:
        supposed = suppose(records, status, reading, path)
        if supposed is not None:
            yield from nearest(supposed)


def nearest(supposed: Supposition) -> Iterator[OtherFigure]:
    """The figures that flip the headline: around where the series stands, the next below it, the next above.

    Ranges that bring one answer are one. A series without a figure stands at the target's value.
    """
    reading, now = supposed.reading, supposed.status.headline
    stands = reading.observation.value if reading.observation else reading.target.value
    runs = [tuple(run) for _, run in groupby(supposed.ranges(), lambda one: answer(one.headline))]
    at = next((n for n, run in enumerate(runs) if any(stands in one.values for one in run)), 0)
    flipping = [n for n, run in enumerate(runs) if flips(now, run[0].headline)]
    below, above = [n for n in flipping if n < at], [n for n in flipping if n > at]
    for n in (*below[-1:], *(n for n in flipping if n == at), *above[:1]):
        first, last = runs[n][0], runs[n][-1]
        here = next((one for one in runs[n] if stands in one.values), last if n < at else first)
        yield OtherFigure(
            reading.series,
            supposed.period,
            joined(first.values, last.values),
            reading.counts,
            supposed.revises,
            here.headline,
            varies=first is not last,
        )


def _left_out(status: Status) -> Iterator[LeftOut]:
    for number, reading in enumerate(status.readings):
        if reading.reason is Reason.NOTHING_PUBLISHED:  # to name it would show what came later
            continue
        rest = (*status.readings[:number], *status.readings[number + 1 :])
        then = headline(rest, due=status.due)
        if flips(status.headline, then):
            yield LeftOut(reading.series, then)


def _paths(records: Records, status: Status, path: Path | None) -> Iterator[OtherPath]:
    if status.due:
        return
    for other in (*Path, None):
        if other is not path:
            then = judge(records, status.target, status.known_on, other).headline
            if flips(status.headline, then):
                yield OtherPath(other, then)


def _earlier(past: History, status: Status) -> Iterator[OtherDay]:
    """The last day before the day of the status on which the headline was another."""
    for step, following in reversed(tuple(pairwise(past.steps))):
        if flips(status.headline, step.status.headline):
            yield OtherDay(following.day - timedelta(days=1), False, step.status.headline)
            return


def _later(records: Records, status: Status, path: Path | None) -> Iterator[OtherDay]:
    """The first day up to the due date on which the headline would be another; after it nothing changes."""
    if status.due:
        return
    target = status.target
    known_of = [
        (reading.series, evidence(records, reading.series.id, target.place, status.known_on))
        for reading in status.readings
    ]
    for day in turning_days(known_of, status):
        read = [read_evidence(records, target, series, known, day, path=path) for series, known in known_of]
        then = headline(read, due=day >= target.due)
        if flips(status.headline, then):
            yield OtherDay(day, True, then)
            return


def turning_days(known_of: Iterable[tuple[Series, Evidence]], status: Status) -> list[date]:
    """The days on which the headline can change although nothing more is published, in order.

    They are the due date, and before it those on which a figure falls out of the months that count.
    """
    due = status.target.due
    ends = {figure.period.end for _, known in known_of for figure in known.figures}
    lapsing = {lapses(end, SILENT_MONTHS) for end in ends}
    return sorted(day for day in {due, *lapsing} if status.known_on < day <= due)
