"""The lines: a series through time, cut where a line would join what does not belong together.

In: lines of a :class:`~metrics.figures.slides.slide.Trend`. Out: what each native series holds: what was reported, and
in a series of its own what was forecast or derived, led to by a dashed line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from metrics.figures.points import joins
from metrics.figures.slides.slide import TrendLine, TrendPoint


@dataclass(frozen=True, slots=True)
class LineSegment:
    """What one native series is made from; None is a missing year."""

    line: TrendLine
    points: tuple[TrendPoint | None, ...]
    is_unsure: bool

    @property
    def key(self) -> str:
        """Unlike that of any other of a chart."""
        return f"{self.line.series} {self.is_unsure}"

    def owns(self, point: TrendPoint | None) -> bool:
        """Whether a point is drawn here, and not only led to or from."""
        return point is not None and point.look.hollow == self.is_unsure


def judged(lines: Iterable[TrendLine]) -> tuple[TrendPoint, ...]:
    """The figures that somebody has reported."""
    return tuple(point for line in lines for point in line.points if not point.look.hollow)


def segments(line: TrendLine) -> Iterator[LineSegment]:
    """What was reported as one series; what was forecast or derived as another, led to by a dashed line."""
    solid, dashed = joins([(one.day, not one.look.hollow) for one in line.points])
    for is_unsure, pairs in ((False, solid), (True, dashed)):
        own = [number for number, one in enumerate(line.points) if one.look.hollow == is_unsure]
        shown = sorted({*own, *(number for pair in pairs for number in pair)})
        points: list[TrendPoint | None] = []
        for before, number in zip([None, *shown], shown, strict=False):
            if before is not None and (before, number) not in pairs:
                points.append(None)
            points.append(line.points[number])
        if own:
            yield LineSegment(line, tuple(points), is_unsure=is_unsure)
