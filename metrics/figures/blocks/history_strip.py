"""The verdict history of a target: a band of verdicts from the plan's publication to the known-on day, and its steps.

In: a :class:`History` cut at the known-on day. Out: HTML. The ordered list holds everything and leads to each
day and each publication; the band is a picture of it. What is written on the band is written only where the
band is so wide that it fits.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from metrics.figures.blocks.environment import Link, render
from metrics.figures.palette import Mode
from metrics.figures.typesetting import text_width
from metrics.progress.history import History, Step
from metrics.records.store import Records
from metrics.words import Words

#: Widths of the band in px from which more may be written on it; the style sheet has a rule for each.
WIDTHS = (300, 480, 640, 820, 1000, 1240)
LATEST = 3  # verdicts that stand below the band at once; the earlier ones are folded
NEVER = 0
SIGN, AIR = 16, 14  # px: a sign, and the room around it
APART = 16  # px between two labels of the axis


Side = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class _Span:
    """One verdict as long as it stood; ``start`` and ``end`` in % of the band."""

    steps: tuple[Step, ...]  # the first made it; with the others only the counts changed
    start: float
    end: float
    sign_from: int  # the narrowest band on which the sign fits
    word_from: int
    smaller: tuple[float, ...]  # where in between only the counts changed, in %


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    at: float  # % of the band
    side: Side  # which part of the text stands there
    kind: Literal["plain", "due", "known"]
    fits_from: int = NEVER


def history_strip(
    history: History,
    records: Records,
    words: Words,
    mode: Mode,
    link: Link,
    *,
    level: int = 2,
    leads: bool = True,
) -> str:
    """The headline of a target over time.

    Args:
        history: up to the known-on day.
        records: all records, or those of the known-on day.
        words: the language.
        mode: light or dark.
        link: makes addresses.
        level: of the heading.
        leads: whether the address of another known-on day shows that day; a file holds one day only.
    """
    first, last = history.steps[0].day, history.last
    days = max((last - first).days, 1)

    def at(day: date) -> float:
        return round(100 * (day - first).days / days, 3)

    def span(run: Sequence[Step], after: Sequence[Step] | None) -> _Span:
        left, right = at(run[0].day), at(after[0].day) if after else 100.0
        word = words.verdict(run[0].status.headline.verdict)
        return _Span(
            steps=tuple(run),
            start=left,
            end=right,
            sign_from=_fits(right - left, SIGN + AIR),
            word_from=_fits(right - left, SIGN + AIR + 8 + text_width(word, 14, 600)),
            smaller=tuple(at(step.day) for step in run[1:]),
        )

    runs = _runs(history.steps)
    spans = [span(run, after) for run, after in zip(runs, [*runs[1:], None], strict=True)]
    return render(
        "history_strip",
        level=level,
        n=len(history.flips),
        first=first,
        last=last,
        leads=leads,
        spans=spans,
        earlier=spans[:-LATEST],
        latest=spans[-LATEST:],
        labels=_labels(history, records, words, at),
        records=records,
        mode=mode,
        link=link,
        words=words,
    )


def _runs(steps: Sequence[Step]) -> list[list[Step]]:
    """The steps, gathered by the verdict that stood."""
    runs: list[list[Step]] = []
    for step in steps:
        if not runs or step.flips:
            runs.append([])
        runs[-1].append(step)
    return runs


def _fits(share: float, px: float) -> int:
    """The narrowest of the widths on which ``share`` % of the band are ``px`` wide."""
    return next((width for width in WIDTHS if width * share / 100 >= px), NEVER)


def _labels(history: History, records: Records, words: Words, at: Callable[[date], float]) -> list[_Label]:
    """The days on the axis: both ends, the due date, the ends of milestone years; none touches another."""
    first, last, target = history.steps[0].day, history.last, history.target
    due, milestones = target.due, {one.due for one in records.plans[target.plan].milestones}
    wanted = [_Label(words.day(first), 0.0, "start", "plain")]
    if last > first:
        # The segment that runs until the known-on day is often the narrowest: what it says stands here on any width.
        verdict = words.verdict_inside(history.steps[-1].status.headline.verdict)
        known = words.say("history.axis.known", day=words.day(last), verdict=verdict)
        wanted.append(_Label(known, 100.0, "end", "known"))
    if first < due < last:
        wanted.append(_Label(words.say("history.axis.due", day=words.day(due)), at(due), "middle", "due"))
    wanted += [
        _Label(_end(day, words), at(day), "middle", "plain")
        for day in sorted(milestones)
        if first < day < last and day != due
    ]
    placed: list[_Label] = []
    for label in wanted:
        placed.append(_placed(label, placed))
    return placed


def _placed(label: _Label, placed: Sequence[_Label]) -> _Label:
    """The label on whichever side of its day it stands on the narrower band; hidden where it never fits."""
    sides: tuple[Side, ...] = ("middle", "end") if label.side == "middle" else (label.side,)
    tried = [
        replace(label, side=side, fits_from=width)
        for side in sides
        for width in WIDTHS
        if _stands(replace(label, side=side), placed, width)
    ]
    return min(tried, key=lambda one: one.fits_from, default=label)


def _stands(label: _Label, placed: Sequence[_Label], width: int) -> bool:
    """Whether a label fits on a band, and touches none of the others there or where they come to stand."""
    start, end = _reach(label, width)
    if start < -1 or end > width + 1:
        return False
    for other in placed:
        if other.fits_from != NEVER:
            both = max(width, other.fits_from)
            (start, end), (left, right) = _reach(label, both), _reach(other, both)
            if start < right + APART and left < end + APART:
                return False
    return True


def _reach(label: _Label, width: int) -> tuple[float, float]:
    """From where to where a label stands on a band, in px."""
    size = text_width(label.text, 13, 400 if label.kind == "plain" else 600)
    start = label.at / 100 * width - {"start": 0.0, "middle": size / 2, "end": size}[label.side]
    return start, start + size


def _end(day: date, words: Words) -> str:
    if (day + timedelta(days=1)).timetuple().tm_yday == 1:
        return words.say("history.axis.year_end", year=str(day.year))
    return words.day(day)
