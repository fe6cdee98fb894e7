"""The verdict history of a target: a band of verdicts from the plan's publication to the known-on day, and its steps.

In: a :class:`History` cut at the known-on day. Out: HTML. The ordered list holds everything and leads to each
day and each publication; the band is a picture of it. What is written on the band is written only where the
band is so wide that it fits.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.sources import source_label
from metrics.figures.blocks.status import StatusView, hollow, shown
from metrics.figures.palette import Mode
from metrics.figures.typesetting import text_width
from metrics.progress.history import History, Step
from metrics.progress.result import Verdict
from metrics.records.store import Records
from metrics.words import Words

#: Widths of the band in px from which more may be written on it; the style sheet has a rule for each.
WIDTHS = (300, 480, 640, 820, 1000, 1240)
NEVER = 0
SIGN, AIR = 16, 14  # px: a sign, and the room around it
APART = 16  # px between two labels of the axis


Side = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step as a row of a list."""

    day: str
    href: str
    goes_to: str
    status: StatusView
    causes: tuple[
        tuple[str, str, str], ...
    ]  # text, name of the source, its address; both empty: the calendar


@dataclass(frozen=True, slots=True)
class _Span:
    """One verdict as long as it stood; ``start`` and ``end`` in % of the band."""

    verdict: Verdict
    hollow: bool
    word: str
    start: float
    end: float
    sign_from: int  # the narrowest band on which the sign fits
    word_from: int
    smaller: tuple[float, ...]  # where in between only the counts changed, in %
    head: StepLine
    more: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    at: float  # % of the band
    side: Side  # which part of the text stands there
    kind: Literal["plain", "due", "known"]
    fits_from: int = NEVER


def step_line(step: Step, records: Records, words: Words, link: Link, **parameters: str | None) -> StepLine:
    """A step with its day, its headline and what made it; ``parameters`` are those of the link of the day."""
    return StepLine(
        day=words.day(step.day),
        href=link("target", **parameters, known_on=step.day.isoformat()),
        goes_to=words.say("history.goes_to", day=words.day(step.day)),
        status=shown(step.status, words),
        causes=tuple(cause_cells(step, records, words, link)),
    )


def cause_cells(step: Step, records: Records, words: Words, link: Link) -> Iterator[tuple[str, str, str]]:
    """What made a step: each line with the name and the address of its source, if it has one."""
    for line in words.causes(step.cause, records):
        source = records.sources.get(line.source) if line.source else None
        if source is None:
            yield line.text, "", ""
        else:
            yield line.text, source_label(source, words), link("sources", source=source.id)


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

    def line(step: Step) -> StepLine:
        return step_line(step, records, words, link, target=history.target.id)

    spans = []
    runs = _runs(history.steps)
    for run, after in zip(runs, [*runs[1:], None], strict=True):
        left = at(run[0].day)
        right = at(after[0].day) if after else 100.0
        word = words.verdict(run[0].status.headline.verdict)
        spans.append(
            _Span(
                verdict=run[0].status.headline.verdict,
                hollow=hollow(run[-1].status.headline),
                word=word,
                start=left,
                end=right,
                sign_from=_fits(right - left, SIGN + AIR),
                word_from=_fits(right - left, SIGN + AIR + 8 + text_width(word, 14, 600)),
                smaller=tuple(at(step.day) for step in run[1:]),
                head=line(run[0]),
                more=tuple(line(step) for step in run[1:]),
            )
        )
    return render(
        "history_strip",
        level=level,
        title=words.say("history.title", n=len(history.flips)),
        note=words.paragraph(
            [
                words.say("history.note", first=words.day(first), last=words.day(last)),
                *([words.say("history.leads")] if leads else []),
            ]
        ),
        spans=spans,
        labels=_labels(history, records, words, at),
        mode=mode,
        say=words.say,
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
