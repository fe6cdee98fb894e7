"""The lanes of a slide: one a series, on an axis that starts at 0.

In: the status of a target. Out: :class:`Lanes`, and how they
are cut where one slide cannot hold them all. Of the figures that do not count only those are listed that speak for
the months up to the due date, or up to the day; the others stand on the target's page.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import TypeVar

from metrics.figures.frame import steps_around
from metrics.figures.points import plotted
from metrics.figures.slides.slide import Lanes, SlideLane, SlideTarget
from metrics.progress.known import order
from metrics.progress.needed import needed_of
from metrics.progress.reading import SILENT_MONTHS
from metrics.progress.result import NotCounted, Path, Reading, Status, Verdict
from metrics.progress.supposition import target_limits
from metrics.records.model import Observation, Target
from metrics.records.period import within_months
from metrics.records.store import Records
from metrics.records.vocabulary import Comparator, Kind
from metrics.words import Words
from metrics.words.demands import says_unit
from metrics.words.headlines import nearest_figure

T = TypeVar("T")

ROOM = 500  # px of a slide of 1080 that lanes may take
COUNTED, LISTED, HEAD = 80, 70, 44  # px of a counted lane, of a listed one, and of the line above these
NEEDED = 48  # px of the line that says what is needed from here, and of that with the caution
AIR = 1.08  # the axis ends so far beyond the largest value, where an open end can fade


def target_lanes(
    status: Status, records: Records, words: Words, path: Path | None = None, *, listed: bool = True
) -> Lanes:
    """Every counted reading of a target by its figure, and what is listed beside them."""
    target = status.target
    counted = [
        _counted(reading, figure, status, records, words)
        for reading in status.counted
        if (figure := nearest_figure(reading) or reading.observation)
    ]
    aside = [
        _listed(reading, figure, records, words)
        for reading in status.listed
        if listed and (figure := _beside(reading, status, records))
    ]
    fewer = target.comparator in (Comparator.LESS, Comparator.AT_MOST)
    for lanes in (counted, aside):
        lanes.sort(key=lambda lane: lane.value, reverse=not fewer)
    unit = words.text(records.units[target.unit].label)
    found = _axis(counted, aside, _goalpost(target, records, words), unit, words)
    ways = [one for one in needed_of(records, status, path) if one.reading.counts]
    lines = words.say("chart.gap").join(
        words.say("slide.alt.lane", name=one.name, note=one.note, figure=one.figure, word=one.word)
        for one in aside
    )
    return replace(
        found,
        needed=words.needed_line(ways, records),
        caution=_caution(found, records, words),
        aside=words.say("slide.aside", lanes=lines) if aside else "",
    )


def _caution(lanes: Lanes, records: Records, words: Words) -> str:
    """Which of the series that stand side by side must not be added."""
    shown = (lane.series for lane in (*lanes.counted, *lanes.listed))
    return words.paragraph(words.not_added(shown, records))


def parts(lanes: Lanes) -> tuple[Lanes, ...]:
    """The lanes as they fit on slides, on one axis, each with as many as the others.

    What is listed stands on the last, in a sentence where it has no room there for a lane each.
    """
    room = ROOM - NEEDED * (bool(lanes.needed) + bool(lanes.caution))
    slides = _cut(lanes.counted, room)
    if COUNTED * len(slides[-1]) + (HEAD + LISTED * len(lanes.listed) if lanes.listed else 0) > room:
        slides, lanes = _cut(lanes.counted, room - NEEDED), replace(lanes, listed=())
    else:
        lanes = replace(lanes, aside="")
    *first, last = slides
    return (
        *(replace(lanes, counted=one, listed=(), aside="") for one in first),
        replace(lanes, counted=last),
    )


def _cut(counted: Sequence[SlideLane], room: int) -> list[tuple[SlideLane, ...]]:
    return [tuple(some) for some in evenly(counted, room // COUNTED)] or [()]


def evenly(every: Sequence[T], most: int) -> list[Sequence[T]]:
    """A sequence in as few pieces of at most ``most`` as there can be, all about as long.

    >>> evenly("abcdefgh", 7), evenly("", 7)
    (['abcd', 'efgh'], [])
    """
    pieces = -(-len(every) // most)
    size = -(-len(every) // pieces) if pieces else 1
    return [every[start : start + size] for start in range(0, len(every), size)]


def _axis(
    counted: Sequence[SlideLane],
    listed: Sequence[SlideLane],
    goalpost: SlideTarget,
    unit: str,
    words: Words,
) -> Lanes:
    ends = [end for lane in (*counted, *listed) for end in (lane.value, *(lane.look.spread or ()))]
    ends += [end for end in (goalpost.value, goalpost.high) if end is not None]
    lowest, highest = min([0.0, *ends]), max(ends, default=0.0)
    top = highest * AIR if highest > 0 else 0.0 if lowest < 0 else 1.0
    steps = steps_around(lowest, max(highest, 0.0), 4)
    ticks = tuple((tick, words.number(tick)) for tick in steps if tick <= top)
    return Lanes(
        counted=tuple(counted),
        listed=tuple(listed),
        goalpost=goalpost,
        low=min(lowest, steps[0]),
        top=top,
        ticks=ticks,
        unit=unit,
        listed_head=words.say("slide.listed"),
    )


def _goalpost(target: Target, records: Records, words: Words) -> SlideTarget:
    low, high = target_limits(target)[0], target_limits(target)[-1]
    short: tuple[tuple[float, float | None], ...]
    if target.comparator is Comparator.ABOUT:
        short = ((-inf, low), (high, None))
    elif target.comparator in (Comparator.LESS, Comparator.AT_MOST):
        short = ((target.value, None),)
    else:
        short = ((-inf, target.value),)
    return SlideTarget(
        value=target.value,
        high=target.value_high,
        label=words.say("slide.goalpost", demand=_demand(target, records, words)),
        short=short,
    )


def _demand(target: Target, records: Records, words: Words) -> str:
    """What is asked for in words; a bare number without the unit, which stands under the title."""
    if says_unit(target, records):
        return words.demand_long(target, records)
    if target.value_high is not None:
        return words.demand(target, records)
    return words.say(f"demand_long.{target.comparator}", figure=words.number(target.value))


def _counted(
    reading: Reading, figure: Observation, status: Status, records: Records, words: Words
) -> SlideLane:
    silent = reading.verdict is Verdict.UNVERIFIED and figure.period.end <= status.target.due
    return _lane(
        figure,
        records,
        words,
        note="slide.lane.none_since" if silent else "slide.lane.note",
        verdict=reading.verdict,
        word=words.verdict(reading.verdict),
        counts=True,
    )


def _listed(reading: Reading, figure: Observation, records: Records, words: Words) -> SlideLane:
    if reading.not_counted in (NotCounted.NOT_COMPARABLE, NotCounted.REPEATS):
        word = words.not_counted(reading.not_counted)
    elif figure.judged:
        word = words.say(f"slide.lane.{_length(reading, figure)}")
    else:
        word = words.kind(figure.kind)
    return _lane(figure, records, words, note="slide.lane.note", verdict=None, word=word, counts=False)


def _length(reading: Reading, figure: Observation) -> str:
    """Why the length of its period keeps a figure from being judged; the name of its words."""
    if reading.target.period is not None:
        return "other_period"
    return "over_a_year" if figure.period.months > 12 else "part_of_year"


def _lane(
    figure: Observation,
    records: Records,
    words: Words,
    *,
    note: str,
    verdict: Verdict | None,
    word: str,
    counts: bool,
) -> SlideLane:
    series = records.series[figure.series]
    look = plotted(figure, series.independence, records.indicators[series.indicator].measure)
    return SlideLane(
        series=series.id,
        name=words.text(series.short),
        note=words.say(note, who=words.independence(series.independence), when=_when(figure, words)),
        independence=series.independence,
        figure=words.figure(figure),
        value=figure.value,
        look=replace(look, hollow=look.hollow or not counts),
        verdict=verdict,
        word=word,
        counts=counts,
    )


def _when(figure: Observation, words: Words) -> str:
    """The period, short enough for a lane: a half-year by its months."""
    period = figure.period
    if period.form == "half":
        half = 1 if period.start.month == 1 else 2
        return words.say(f"slide.lane.when.half_{half}", year=str(period.start.year))
    return words.say(f"slide.lane.when.{period.form}", period=period)


def _beside(reading: Reading, status: Status, records: Records) -> Observation | None:
    """The figure by which a series that does not count still speaks for the months that count."""
    target = status.target
    until = min(status.known_on, target.due)
    rows = [
        one
        for one in records.observations_of(reading.series.id)
        if one.geography == target.place
        and one.unit == target.unit
        and within_months(one.period.end, SILENT_MONTHS, target.due if one.kind is Kind.FORECAST else until)
    ]
    return max(rows, key=lambda one: (order(one), one.known), default=None)
