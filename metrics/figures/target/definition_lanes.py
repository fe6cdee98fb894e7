"""Definition lanes: under the time axis, one lane for each reporter that counted in more than one way.

In: the curves of a chart. Out: lanes of bars, one bar a series, and the places where what is counted
changed. It shows why figures of one reporter are not joined.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import atan2, degrees, hypot

from metrics.figures.drawing import Drawing
from metrics.figures.frame import NARROWEST
from metrics.figures.labels import Spot
from metrics.figures.naming import short_reporter
from metrics.figures.plot import Band, Stroke
from metrics.figures.series_curve import SeriesCurve, reporter_key
from metrics.figures.typesetting import NOTE, shortened, span, text_width
from metrics.records.vocabulary import Independence
from metrics.words import Words

LANE = 28  # px
BAR = 22  # px
HEAD = 30  # px from the axis to the first lane
SHORTEST = 8  # characters; what is cut shorter says nothing
BESIDE = 6  # px from a bar to the name before it
CUT = "…"  # where neither has room the name is told by the pointer, and by the table
BREAK = 26  # px that a break mark takes


@dataclass(frozen=True, slots=True)
class ReporterLane:
    """One reporter and its series, in the order of time."""

    name: str
    colour: str
    bars: tuple[tuple[date, date, str], ...]  # first day, last day, what tells the series apart


def lanes(curves: Sequence[SeriesCurve], words: Words) -> tuple[ReporterLane, ...]:
    """The lanes: state reporters with two or more series that have judged figures, none overlapping."""
    by_reporter: dict[str, list[SeriesCurve]] = {}
    for curve in curves:
        if any(p.judged for p in curve.points) and curve.series.independence is not Independence.INDEPENDENT:
            by_reporter.setdefault(reporter_key(curve.series), []).append(curve)
    made = []
    for group in by_reporter.values():
        bars = sorted((*_span(s), _distinction(s, words)) for s in group)
        apart = all(one[1] < other[0] for one, other in pairwise(bars))
        if len(bars) > 1 and apart:
            made.append(
                ReporterLane(short_reporter(words.text(group[0].series.reporter)), group[0].full, tuple(bars))
            )
    return tuple(made)


def _span(curve: SeriesCurve) -> tuple[date, date]:
    judged = [p for p in curve.points if p.judged]
    return judged[0].period.start, judged[-1].period.end


def _distinction(curve: SeriesCurve, words: Words) -> str:
    """What tells the series from others of its reporter: "2022–23" of "MIIT, 2022–23"."""
    short = words.text(curve.series.short)
    for mark in (", ", "（", "("):
        if mark in short:
            return short.split(mark, 1)[1].rstrip("）)")
    return short


def name_width(found: Sequence[ReporterLane]) -> float:
    """How much room the names need on the left, in px."""
    return max((text_width(lane.name, NOTE, 600) + 12 for lane in found), default=0.0)


def depth(found: Sequence[ReporterLane]) -> int:
    """How far the lanes reaches below the axis, in px; 0 without lanes."""
    return HEAD + LANE * len(found) if found else 0


def draw(found: Sequence[ReporterLane], drawing: Drawing) -> None:
    """Draw the lanes below the plot."""
    frame, palette = drawing.frame, drawing.palette
    for number, lane in enumerate(found):
        head = -HEAD - number * LANE
        middle = frame.value_at(head - BAR / 2)
        drawing.write(
            span(lane.name, lane.colour, 600), frame.first, middle, Spot(-10, 0, "right"), size=NOTE
        )
        drawn = [bar for bar in lane.bars if bar[1] >= frame.first and bar[0] <= frame.last]
        for place, (first, last, text) in enumerate(drawn):
            start, end = max(first, frame.first), min(last, frame.last)
            following = drawn[place + 1][0] if place + 1 < len(drawn) else None
            levels = frame.value_at(head - BAR), frame.value_at(head)
            drawing.bands.append(Band(start, end, *levels, palette.panel, "lane"))
            drawing.strokes.append(Stroke(start, middle, 90, 0, 3, BAR, lane.colour, role="lane"))
            room = (
                frame.plot_width * NARROWEST * (frame.across(following or frame.last) - frame.across(start))
            )
            fitting = shortened(text, room - 14 - (BREAK if following else -frame.right / 2), NOTE)
            spot = Spot(10, 0, "left")
            if len(fitting) < SHORTEST and fitting != text:
                before = frame.plot_width * NARROWEST * frame.across(start)
                beside = not place and text_width(text, NOTE) + BESIDE <= before
                fitting = text if beside else CUT
                spot = Spot(-BESIDE, 0, "right") if beside else Spot(5, 0, "left")
            drawing.write(
                span(fitting, palette.ink_2),
                start,
                middle,
                spot,
                size=NOTE,
                hover="" if fitting == text else text,
            )
            if following:
                _break(drawing, end, following, middle)


def _break(drawing: Drawing, last: date, following: date, middle: float) -> None:
    """Two strokes in the middle of the gap, on clear ground where the gap is narrow."""
    frame, palette = drawing.frame, drawing.palette
    day = last + (following - last) / 2
    gap = (frame.across(following) - frame.across(last)) * frame.plot_width
    shift = 0.0 if gap >= BREAK else gap / 2 - BREAK / 2
    if shift:
        clear = (90, shift - BREAK / 2, gap / 2, BAR, palette.paper)
        drawing.strokes.append(Stroke(day, middle, *clear, role="clear"))
    half = hypot(7, BAR + 2) / 2
    for x in (shift - 6, shift):
        slant = (degrees(atan2(7, BAR + 2)), -half, half, 2, palette.neg, x + 3.5)
        drawing.strokes.append(Stroke(day, middle, *slant, role="break"))
