"""The lanes of a slide: one a series, on an axis that starts at 0.

In: the status of a target, or the figures of several series for one place and year. Out: :class:`Lanes`, and how they
are cut where one slide cannot hold them all. Of the figures that do not count only those are listed that speak for
the months up to the due date, or up to the day; the others stand on the target's page.
"""

from collections.abc import Sequence
from dataclasses import replace

from metrics.figures.frame import steps
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
from metrics.words.headlines import last_said

ROOM = 552  # px of a slide of 1080 that lanes may take
COUNTED, LISTED, HEAD = (
    92,
    54,
    44,
)  # px of a counted lane, of a listed one, and of the line above the listed ones
NEEDED = 48  # px of the line that says what is needed from here, and of that with the caution
CLOSE = 80  # px of a counted lane where listed ones stand below
AIR = 1.08  # the axis ends so far beyond the largest value, where an open end can fade


def target_lanes(
    status: Status, records: Records, words: Words, path: Path | None = None, *, listed: bool = True
) -> Lanes:
    """Every counted reading of a target by its figure, and what is listed beside them."""
    target = status.target
    counted = [
        _counted(reading, figure, status, records, words)
        for reading in status.counted
        if (figure := last_said(reading) or reading.observation)
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
    found = _axis(counted, aside, _goalpost(target, words), unit, words)
    ways = [one for one in needed_of(records, status, path) if one.reading.counts]
    return replace(found, needed=words.needed_line(ways, records), caution=_caution(found, records, words))


def spread_lanes(
    figures: Sequence[Observation], records: Records, words: Words, *, dated: bool, listed: bool = True
) -> Lanes:
    """What several series say of one place: the highest first.

    ``dated``: each lane names the period of its figure, as they are not of one year.
    """
    lanes = [_reported(one, records, words, dated=dated) for one in figures]
    lanes.sort(key=lambda lane: lane.value, reverse=True)
    counted = [lane for lane in lanes if lane.counts]
    aside = [lane for lane in lanes if not lane.counts and listed]
    found = _axis(counted, aside, None, words.text(records.units[figures[0].unit].label), words)
    return replace(found, caution=_caution(found, records, words))


def _caution(lanes: Lanes, records: Records, words: Words) -> str:
    """Which of the series that stand side by side must not be added."""
    shown = (lane.series for lane in (*lanes.counted, *lanes.listed))
    return words.paragraph(words.not_added(shown, records))


def parts(lanes: Lanes) -> tuple[Lanes, ...]:
    """The lanes as they fit on slides, on one axis; nothing is left out.

    Raises:
        ValueError: there is no lane.
    """
    if not lanes.counted and not lanes.listed:
        raise ValueError("there is no lane to draw")
    counted, listed = list(lanes.counted), list(lanes.listed)
    room = ROOM - NEEDED * (bool(lanes.needed) + bool(lanes.caution))
    found: list[Lanes] = []
    while counted or listed:
        taken = counted[: room // COUNTED]
        counted = counted[len(taken) :]
        left = room - CLOSE * len(taken) - HEAD
        beside = listed[: max(left, 0) // LISTED] if not counted else []
        listed = listed[len(beside) :]
        found.append(replace(lanes, counted=tuple(taken), listed=tuple(beside)))
    return tuple(found)


def _axis(
    counted: Sequence[SlideLane],
    listed: Sequence[SlideLane],
    goalpost: SlideTarget | None,
    unit: str,
    words: Words,
) -> Lanes:
    ends = [end for lane in (*counted, *listed) for end in (lane.value, *(lane.look.spread or ()))]
    if goalpost is not None:
        ends += [end for end in (goalpost.value, goalpost.high) if end is not None]
    highest = max(ends, default=0.0)
    top = highest * AIR if highest > 0 else 1.0
    ticks = tuple((tick, words.number(tick)) for tick in steps(highest, 4) if tick <= top)
    return Lanes(
        counted=tuple(counted),
        listed=tuple(listed),
        goalpost=goalpost,
        top=top,
        ticks=ticks,
        unit=unit,
        listed_head=words.say("slide.listed"),
    )


def _goalpost(target: Target, words: Words) -> SlideTarget:
    low, high = target_limits(target)[0], target_limits(target)[-1]
    short: tuple[tuple[float, float | None], ...]
    if target.comparator is Comparator.ABOUT:
        short = ((0.0, low), (high, None))
    elif target.comparator in (Comparator.LESS, Comparator.AT_MOST):
        short = ((target.value, None),)
    else:
        short = ((0.0, target.value),)
    return SlideTarget(
        value=target.value,
        high=target.value_high,
        label=words.say("slide.goalpost", demand=_demand(target, words)),
        short=short,
    )


def _demand(target: Target, words: Words) -> str:
    """What is asked for in words, without the unit, which stands under the title."""
    if target.value_high is not None:
        return words.demand(target)
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


def _reported(figure: Observation, records: Records, words: Words, *, dated: bool) -> SlideLane:
    return _lane(
        figure,
        records,
        words,
        note="slide.lane.note" if dated else "slide.lane.who",
        verdict=None,
        word="" if figure.judged else words.kind(figure.kind),
        counts=figure.judged,
    )


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
    texts = {"who": words.independence(series.independence)}
    if note != "slide.lane.who":
        texts["when"] = _when(figure, words)
    look = plotted(figure, series.independence, records.indicators[series.indicator].measure)
    return SlideLane(
        series=series.id,
        name=words.text(series.short),
        note=words.say(note, **texts),
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
