"""Bullet rows: every counted reading of some targets, on one scale of multiples of the target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from metrics.figures.blocks.environment import Link, render
from metrics.figures.blocks.key import marks_key
from metrics.figures.blocks.lanes import Bullet, ReadingLane, bullets_of, finding, measure, scale_of
from metrics.figures.blocks.scale import Scale
from metrics.figures.palette import Mode
from metrics.progress.history import Step
from metrics.progress.needed import needed_of
from metrics.progress.result import Path, Status
from metrics.records.store import Records
from metrics.words import Words

MOST_LANES = 14  # more scroll in their own box, so that the first screen keeps its place


@dataclass(frozen=True, slots=True)
class _Track:
    """A lane with its places in per cent of the track."""

    lane: ReadingLane
    at: float
    fade: tuple[float, float] | None
    span: tuple[float, float] | None
    beyond: bool


def _track(lane: ReadingLane, scale: Scale) -> _Track:
    at = scale.place(lane.at)
    fade = lane.look.open_bar(at, (0.0, 100.0))
    span = (scale.place(lane.span[0]), scale.place(lane.span[1])) if lane.span else None
    return _Track(lane, at, fade, span, scale.beyond(lane.span[0] if lane.span else lane.at))


def _zones(bullet: Bullet, scale: Scale) -> list[tuple[float, float]]:
    return [(scale.place(low), scale.place(high)) for low, high in bullet.short]


def under_headline(
    status: Status, records: Records, words: Words, step: Step | None, path: Path | None = None
) -> tuple[str, ...]:
    """What stands under a headline: since when and by whom, and what the counted readings need from here."""
    since = words.turned(step, records, unit=False) if step else ""
    ways = [one for one in needed_of(records, status, path) if one.reading.counts]
    lines = (since[:1].upper() + since[1:], words.needed_line(ways, records))
    return tuple(filter(None, lines))


def bullet_rows(
    statuses: Sequence[Status],
    records: Records,
    words: Words,
    mode: Mode,
    link: Link,
    *,
    turned: Mapping[str, Step] = MappingProxyType({}),
    path: Path | None = None,
    level: int = 2,
) -> str:
    """The targets of an indicator, each with its headline, since when it stands, and its counted readings.

    Args:
        statuses: the targets, by due date.
        records: all records, or those of the day.
        words: the language.
        mode: light or dark.
        link: makes addresses.
        turned: for each target the step with which its verdict began.
        path: the path the reader chose, for what is needed from here; None: both.
        level: of the heading.
    """
    bullets = bullets_of(statuses, records, words)
    scale = scale_of(bullets)
    rows = [
        {
            "bullet": bullet,
            "beside": under_headline(status, records, words, turned.get(status.target.id), path),
            "href": link("target", target=bullet.target.id),
            "zones": _zones(bullet, scale),
            "ticks": [scale.place(tick) for tick in bullet.ticks],
            "tracks": [_track(lane, scale) for lane in bullet.lanes],
        }
        for bullet, status in zip(bullets, statuses, strict=True)
    ]
    lanes = [lane for bullet in bullets for lane in bullet.lanes]
    return render(
        "bullets",
        title=finding(statuses, records, words) if statuses else words.say("block.bullets.none"),
        subtitle=measure(statuses, records, words) if statuses else "",
        level=level,
        rows=rows,
        many=len(lanes) > MOST_LANES,
        axis=[(tick, scale.place(tick)) for tick in scale.ticks()] if lanes else [],
        key=marks_key(lanes, words, beyond=any(scale.beyond(lane.at) for lane in lanes)),
        mode=mode,
        say=words.say,
    )
