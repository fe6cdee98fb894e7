"""Bullets and their lanes: what a bullet chart says, before it is drawn as HTML or as a picture.

In: statuses and records. Out: one :class:`Bullet` a target, with one :class:`ReadingLane` a counted reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.figures.blocks.scale import Scale, scale_for
from metrics.figures.blocks.status import StatusView, shown
from metrics.figures.naming import short_reporter
from metrics.figures.points import PlottedPoint, plotted
from metrics.progress import with_hindsight
from metrics.progress.result import Reading, Status, Verdict
from metrics.records.model import Observation, Target
from metrics.records.store import Records
from metrics.records.vocabulary import Comparator, Independence
from metrics.words import Words
from metrics.words.mixed_text import joined


@dataclass(frozen=True, slots=True)
class ReadingLane:
    """One counted reading. ``at`` and ``span`` are multiples of the target."""

    series: str  # id
    name: str
    label: str  # names the series among all series
    figure: str
    period: str
    verdict: Verdict
    word: str
    independence: Independence
    look: PlottedPoint
    at: float
    span: tuple[float, float] | None  # both ends of a range
    note: str | None  # what must stand beside the figure


@dataclass(frozen=True, slots=True)
class Bullet:
    """One target with its lanes. ``none`` says why there is no lane."""

    target: Target
    due: str
    demand: str
    status: StatusView
    lanes: tuple[ReadingLane, ...]
    ticks: tuple[float, ...]  # 1, and the upper end of a two-sided target
    short: tuple[tuple[float, float], ...]  # where the target is not reached, in multiples
    none: str | None


def _lane(reading: Reading, observation: Observation, records: Records, words: Words) -> ReadingLane:
    target, series = reading.target, reading.series
    look = plotted(observation, series.independence, records.indicators[target.indicator].measure)
    return ReadingLane(
        series=series.id,
        name=words.text(series.short),
        label=words.text(series.label),
        figure=words.figure(observation),
        period=words.period(observation.period),
        verdict=reading.verdict,
        word=words.verdict(reading.verdict),
        independence=series.independence,
        look=look,
        at=observation.value / target.value,
        span=(look.spread[0] / target.value, look.spread[1] / target.value) if look.spread else None,
        note=words.paragraph(words.cautions(observation, records)) or None,
    )


def _short(target: Target) -> tuple[tuple[float, float], ...]:
    if target.comparator in (Comparator.LESS, Comparator.AT_MOST):
        return ((1.0, float("inf")),)
    if target.comparator is Comparator.ABOUT and target.value_high is not None:
        return ((0.0, 1.0), (target.value_high / target.value, float("inf")))
    return ((0.0, 1.0),)


def not_judged(status: Status, records: Records) -> tuple[Observation, ...]:
    """The figures for a target's place that are never judged: forecasts, and derived ones."""
    return tuple(
        figure
        for reading in status.readings
        for figure in records.observations_of(reading.series.id)
        if figure.geography == status.target.place and not figure.judged
    )


def _none(status: Status, records: Records, words: Words) -> str:
    listed = [r for r in status.listed if r.observation is not None]
    if listed:
        return words.say("block.bullets.listed_only", n=len(listed))
    unjudged = [one for one in not_judged(status, records) if one.known <= status.known_on]
    if unjudged:
        by = dict.fromkeys(
            short_reporter(words.text(records.series[one.series].reporter)) for one in unjudged
        )
        return words.say("block.bullets.unjudged", n=len(unjudged), who=words.listing(by))
    # On an earlier day nobody could know whether a figure would come.
    searched = with_hindsight(records, status.known_on)
    return words.say("block.bullets.none" if searched else "block.bullets.none_yet")


def bullet_of(status: Status, records: Records, words: Words) -> Bullet:
    """The bullet of one target: furthest past the target first."""
    target = status.target
    on_scale = target.value > 0  # multiples of nothing cannot be drawn
    lanes = [
        _lane(reading, reading.observation, records, words)
        for reading in status.counted
        if reading.observation is not None and on_scale
    ]
    fewer = target.comparator in (Comparator.LESS, Comparator.AT_MOST)
    lanes.sort(key=lambda lane: lane.at if fewer else -lane.at)
    ticks = (1.0,) if target.value_high is None or not on_scale else (1.0, target.value_high / target.value)
    none = _none(status, records, words) if not status.counted else None
    if status.counted and not on_scale:
        none = words.say("block.bullets.no_scale")
    return Bullet(
        target=target,
        due=words.due(target),
        demand=words.demand_long(target, records),
        status=shown(status, words),
        lanes=tuple(lanes),
        ticks=ticks,
        short=_short(target) if on_scale else (),
        none=none,
    )


def bullets_of(statuses: Sequence[Status], records: Records, words: Words) -> tuple[Bullet, ...]:
    """One bullet a target, in the order given."""
    return tuple(bullet_of(status, records, words) for status in statuses)


def scale_of(bullets: Sequence[Bullet]) -> Scale:
    """The one scale on which all these bullets stand."""
    lanes = [lane for bullet in bullets for lane in bullet.lanes]
    ends = [lane.at for lane in lanes] + [lane.span[1] for lane in lanes if lane.span]
    return scale_for(ends + [tick for bullet in bullets for tick in bullet.ticks])


def finding(statuses: Sequence[Status], records: Records, words: Words) -> str:
    """The title of the bullets: whether the readings of these targets agree."""
    names = dict.fromkeys(words.text(records.indicators[s.target.indicator].short) for s in statuses)
    divided = any(s.headline.k < s.headline.n and s.headline.n > 1 for s in statuses)
    key = "block.bullets.title_divided" if divided else "block.bullets.title"
    return words.say(key, indicator=joined(words.say("block.separator"), names))


def measure(statuses: Sequence[Status], records: Records, words: Words) -> str:
    """The subtitle of the bullets: unit and how they are drawn."""
    units = dict.fromkeys(words.text(records.units[s.target.unit].label) for s in statuses)
    return words.say("block.bullets.subtitle", unit=joined(words.say("block.separator"), units))
