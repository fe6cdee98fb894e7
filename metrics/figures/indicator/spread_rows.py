"""The rows of a spread: one a series, on one axis of values.

In: the scene of a spread. Out: a plot: who counts and what at the left, the mark with its value, and the source at the
right. Open ends stay open, what is not judged is hollow.
"""

from collections.abc import Sequence

from metrics.figures.drawing import Drawing
from metrics.figures.frame import SCROLLS
from metrics.figures.indicator.spread_scene import BESIDE, LINE, Caption, SpreadScene
from metrics.figures.indicator.terms import change_note
from metrics.figures.labels import Spot
from metrics.figures.marks import Mark, label_width
from metrics.figures.naming import hover, value_label
from metrics.figures.plot import Axis, Plot
from metrics.figures.points import plotted
from metrics.figures.template import mixed
from metrics.figures.typesetting import span
from metrics.records.model import Observation

BAR = 42  # px of an open end
AWAY = 12  # px from a mark to its value


def draw_rows(spread: SpreadScene) -> Plot:
    """The plot of a spread."""
    frame, palette, words = spread.frame, spread.palette, spread.words
    first, last = spread.ends
    drawing = Drawing(frame, spread.mode)
    marks = []
    for row, one in enumerate(spread.figures):
        height = frame.high - (row + 0.5) * spread.row
        drawing.line([(first, height), (last, height)], palette.rule, 1, role="row")
        mark = _mark(spread, one, height)
        marks.append(mark)
        if one.low is not None and one.high is not None:
            faint = mixed(mark.colour, palette.paper, 0.35)
            drawing.line([(one.low, height), (one.high, height)], faint, 8, role="range")
        _captions(drawing, spread.names[row], (first, height), Spot(-BESIDE, 0, "right"))
        _captions(drawing, spread.sources[row], (last, height), Spot(BESIDE, 0, "left"))
        text = value_label(one, words)
        at, spot = _beside(spread, one, mark, label_width(text, 600))
        drawing.write(span(text, palette.ink, 600), at, height, spot)
    drawing.marks(marks, name=words.text(spread.indicator.short))
    for tick in spread.ticks:
        drawing.line([(tick, frame.low), (tick, frame.high)], palette.rule, 1, role="rule")
    ticks = tuple((tick, words.number(tick)) for tick in spread.ticks)
    return drawing.plot(Axis(first, last, ticks), Axis(frame.low, frame.high, line=False))


def _mark(spread: SpreadScene, one: Observation, height: float) -> Mark:
    series = spread.series(one)
    look = plotted(one, series.independence, spread.indicator.measure)
    change = spread.restated.changed.get(one.id) if spread.restated else None
    notes = [change_note(change, spread.records, spread.words)] if change else []
    return Mark(
        id=one.id,
        day=one.value,  # type: ignore[arg-type]  # an axis of values
        value=height,
        colour=spread.colour(one),
        hover=hover(one, spread.records, spread.words, notes),
        symbol=look.symbol,
        size=13 if look.independent else 12,
        hollow=look.hollow,
        provisional=look.provisional,
        about=look.about and one.low is None,
        opening={"up": "right", "down": "left", None: None}[look.opening],
        bar=BAR,
    )


def _captions(drawing: Drawing, lines: Sequence[Caption], place: tuple[float, float], spot: Spot) -> None:
    """Lines beside a row, the block of them centred on it."""
    at, height = place
    for number, one in enumerate(lines):
        up = ((len(lines) - 1) / 2 - number) * LINE
        drawing.write(span(one.text, one.colour, one.weight), at, height + up, spot, size=one.size)


def _beside(spread: SpreadScene, one: Observation, mark: Mark, wide: float) -> tuple[float, Spot]:
    """Where a value stands: right of its mark, or left where only there it keeps off the source."""
    frame = spread.frame
    right = one.value if one.high is None else max(one.value, one.high)
    left = one.value if one.low is None else min(one.value, one.low)
    away = {side: AWAY + (BAR if side == mark.opening else 0) for side in ("right", "left")}
    plot = min(frame.width, SCROLLS) - frame.left - frame.right
    fits_right = frame.across(right) * plot + away["right"] + wide < plot + AWAY
    fits_left = frame.across(left) * plot > away["left"] + wide
    if fits_left and not fits_right:
        return left, Spot(-away["left"], 0, "right")
    return right, Spot(away["right"], 0, "left")
