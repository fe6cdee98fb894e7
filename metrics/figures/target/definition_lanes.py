"""Definition lanes: under the time axis, one lane for each reporter that counted in more than one way.

In: the curves of a chart. Out: lanes of bars, one bar a series, and the places where what is counted
changed. It shows why figures of one reporter are not joined.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from metrics.figures.drawing import Drawing
from metrics.figures.frame import NARROWEST, moment
from metrics.figures.labels import Spot
from metrics.figures.naming import short_reporter
from metrics.figures.palette import PALETTES
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
    frame, palette = drawing.frame, PALETTES[drawing.mode]
    for number, lane in enumerate(found):
        head = -HEAD - number * LANE
        drawing.write(
            span(lane.name, lane.colour, 600),
            0,
            0,
            Spot(-frame.left, head - BAR / 2, "left"),
            xref="paper",
            yref="paper",
            font={"size": NOTE},
        )
        drawn = [bar for bar in lane.bars if bar[1] >= frame.first and bar[0] <= frame.last]
        for place, (first, last, text) in enumerate(drawn):
            following = drawn[place + 1][0] if place + 1 < len(drawn) else None
            _bar(drawing, lane.colour, max(first, frame.first), min(last, frame.last), head)
            room = (
                frame.plot_width
                * NARROWEST
                * (frame.across(following or frame.last) - frame.across(max(first, frame.first)))
            )
            fitting = shortened(text, room - 14 - (BREAK if following else -frame.right / 2), NOTE)
            spot = Spot(10, head - BAR / 2, "left")
            if len(fitting) < SHORTEST and fitting != text:
                before = frame.plot_width * NARROWEST * frame.across(max(first, frame.first))
                beside = not place and text_width(text, NOTE) + BESIDE <= before
                fitting = text if beside else CUT
                spot = Spot(-BESIDE, spot.up, "right") if beside else Spot(5, spot.up, "left")
            drawing.write(
                span(fitting, palette.ink_2),
                max(first, frame.first),
                0,
                spot,
                yref="paper",
                font={"size": NOTE},
                **({"hovertext": text} if fitting != text else {}),
            )
            if following:
                _break(drawing, min(last, frame.last), following, head)


def _bar(drawing: Drawing, colour: str, first: date, last: date, head: float) -> None:
    ground = PALETTES[drawing.mode].panel
    common = {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "ysizemode": "pixel",
        "yanchor": 0,
        "y0": head - BAR,
        "y1": head,
        "line": {"width": 0},
    }
    drawing.shapes.append({**common, "x0": moment(first), "x1": moment(last), "fillcolor": ground})
    edge = {"xsizemode": "pixel", "xanchor": moment(first), "x0": 0, "x1": 3}
    drawing.shapes.append({**common, **edge, "fillcolor": colour})


def _break(drawing: Drawing, last: date, following: date, head: float) -> None:
    """Two strokes in the middle of the gap, on clear ground where the gap is narrow."""
    frame, palette = drawing.frame, PALETTES[drawing.mode]
    middle = last + (following - last) / 2
    gap = (frame.across(following) - frame.across(last)) * frame.plot_width
    shift = 0.0 if gap >= BREAK else gap / 2 - BREAK / 2
    common = {
        "xref": "x",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": moment(middle),
        "yanchor": 0,
    }
    if shift:
        box = {"x0": shift - BREAK / 2, "x1": gap / 2, "y0": head - BAR, "y1": head}
        drawing.shapes.append(
            {"type": "rect", **common, **box, "fillcolor": palette.paper, "line": {"width": 0}}
        )
    for x in (shift - 6, shift):
        path = f"M{x:.1f},{head - BAR - 1}L{x + 7:.1f},{head + 1}"
        drawing.shapes.append(
            {"type": "path", **common, "path": path, "line": {"color": palette.neg, "width": 2}}
        )
