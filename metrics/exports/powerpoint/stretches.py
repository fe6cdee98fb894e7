"""The lines: a series through time, cut where a line would join what does not belong together.

In: lines of a :class:`~metrics.figures.slides.slide.Trend`. Out: what each native series holds: what was reported, and
in a series of its own what was forecast or derived, led to by a dashed line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from metrics.figures.slides.slide import Line, Point
from metrics.records.vocabulary import Bound, Kind

UNSURE = {Kind.FORECAST, Kind.DERIVED}
OPEN_UP = {Bound.MORE_THAN, Bound.AT_LEAST}
OPEN_DOWN = {Bound.LESS_THAN, Bound.AT_MOST}


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one native series is made from; None is a missing year."""

    line: Line
    points: tuple[Point | None, ...]
    is_unsure: bool

    @property
    def key(self) -> str:
        """Unlike that of any other of a chart."""
        return f"{self.line.series} {self.is_unsure}"

    def owns(self, point: Point | None) -> bool:
        """Whether a point is drawn here, and not only led to or from."""
        return point is not None and (point.kind in UNSURE) == self.is_unsure


def is_closed(point: Point) -> bool:
    """Whether a figure has both ends."""
    return point.bound not in OPEN_UP | OPEN_DOWN


def judged(lines: Iterable[Line]) -> tuple[Point, ...]:
    """The figures that somebody has reported."""
    return tuple(point for line in lines for point in line.points if point.kind not in UNSURE)


def can_be_drawn(lines: Iterable[Line]) -> bool:
    """Whether lines would not lie: two figures or more, and at least half of them have both ends."""
    found = judged(lines)
    closed = sum(map(is_closed, found))
    return len(found) >= 2 and closed * 2 >= len(found)


def stretches(line: Line) -> Iterator[Stretch]:
    """What was reported as one series; what was forecast or derived as another, led to by a dashed line."""
    sure: list[Point | None] = []
    unsure: list[Point | None] = []
    before: Point | None = None
    for point in line.points:
        follows = before is not None and point.day.year - before.day.year <= 1
        if point.kind in UNSURE:
            if unsure and not (follows and unsure[-1] is before):
                unsure.append(None)
            if follows and before and before.kind not in UNSURE and before not in unsure[-1:]:
                unsure.append(before)  # where the dashed line begins
            unsure.append(point)
        else:
            if follows and before and before.kind in UNSURE:
                unsure.append(point)  # where it ends
            joined = follows and before is not None and before.kind not in UNSURE
            if sure and not joined:
                sure.append(None)
            sure.append(point)
        before = point
    if sure:
        yield Stretch(line, tuple(sure), is_unsure=False)
    if unsure:
        yield Stretch(line, tuple(unsure), is_unsure=True)
