"""The marks: the grammar in which every chart is drawn, and the room that each mark takes.

Exact figure: filled mark. Open end: bar that fades to the open side, with a chevron. About: halo. Range:
bar between two ticks. Forecast or derived: hollow, joined by dashes. Provisional: filled at 38 %. Required
path: dots. State bodies are circles, independent reporters diamonds. In: values and colours. Out: marks
moved apart where they would cover each other, and their footprints as obstacles for labels.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from metrics.figures.frame import Frame
from metrics.figures.labels import Box
from metrics.figures.typesetting import SIZE, Weight, text_width

DASHED = "5px,4px"
DOTTED = "1.5px,4.5px"
DASH_DOTTED = "7px,3px,1.5px,3px"
BAR_WIDTH = 8  # px, the bar of an open end
BAR_LENGTH = 44  # px
APART = 18  # px between marks that would cover each other
SHORTEST_BAR = 14  # px
DIM = 0.5  # share of the colour that a mark keeps where its series does not count
PROVISIONAL = 0.38
FAINT = 0.45  # share of the colour that an earlier vintage keeps

Symbol = Literal["circle", "diamond", "square", "triangle-up", "triangle-down", "hexagon"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure. ``aside`` moves it sideways in px where marks would cover each other, never by value."""

    id: str
    day: date  # on an axis of values the value
    value: float
    colour: str
    hover: str
    symbol: Symbol = "circle"
    size: float = 12
    hollow: bool = False
    provisional: bool = False
    about: bool = False
    opening: Literal["up", "down", "left", "right"] | None = None
    spread: tuple[float, float] | None = None  # ends of a range given by one source
    aside: float = 0.0
    bar: float = BAR_LENGTH  # px, shortened where another mark stands in the way
    unseen: bool = False  # drawn by strokes, here for the pointer alone
    chosen: bool = False  # in a ring


def footprint(mark: Mark, frame: Frame) -> list[Box]:
    """The room that a mark and its open end take, as obstacles for labels."""
    at, height, half = frame.across(mark.day), frame.up(mark.value), mark.size / 2 + (5 if mark.about else 1)
    boxes = [Box(at, mark.aside - half, mark.aside + half, height - half, height + half)]
    if mark.opening:
        foot, head = (
            (height, height + mark.bar + 3) if mark.opening == "up" else (height - mark.bar - 3, height)
        )
        boxes.append(Box(at, mark.aside - 7, mark.aside + 7, foot, head))
    if mark.spread:
        low, high = (frame.up(v) for v in mark.spread)
        boxes.append(Box(at, mark.aside - 8, mark.aside + 8, low - 2, high + 2))
    return boxes


def line_boxes(points: Sequence[tuple[float, float]], frame: Frame) -> list[Box]:
    """A line as a row of small boxes: ``points`` are shares of the plot and px upright."""
    boxes = []
    for (x0, y0), (x1, y1) in pairwise(points):
        count = max(1, round(max(abs(x1 - x0) * frame.plot_width / 8, abs(y1 - y0) / 8)))
        for i in range(count + 1):
            at, height = x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count
            boxes.append(Box(at, -5, 5, height - 3, height + 3))
    return boxes


def label_width(text: str, weight: Weight = 400, size: float = SIZE) -> float:
    """The width in px of a text as a label, its outline included."""
    return text_width(text, size, weight) + 3


def moved_apart(marks: Sequence[Mark], frame: Frame) -> list[Mark]:
    """The marks, those that would cover each other set side by side, never moved by value.

    A bar that would run into a mark above or below it is shortened.
    """
    place = [(frame.across(m.day) * frame.plot_width, frame.up(m.value)) for m in marks]
    cluster = list(range(len(marks)))
    for i, (x, y) in enumerate(place):
        for j in range(i):
            if abs(x - place[j][0]) < 12 and abs(y - place[j][1]) < 11:
                old, new = cluster[i], cluster[j]
                cluster = [new if c == old else c for c in cluster]
    aside = [0.0] * len(marks)
    for name in set(cluster):
        members = sorted((i for i, c in enumerate(cluster) if c == name), key=lambda i: (place[i][0], i))
        for order, i in enumerate(members):
            aside[i] = (order - (len(members) - 1) / 2) * APART
    settled = [(x + shift, y) for (x, y), shift in zip(place, aside, strict=True)]
    return [replace(mark, aside=aside[i], bar=_bar_length(mark, i, settled)) for i, mark in enumerate(marks)]


def _bar_length(mark: Mark, own: int, settled: Sequence[tuple[float, float]]) -> float:
    x, y = settled[own]
    way = 1 if mark.opening == "up" else -1
    rises = [way * (other - y) for across, other in settled if abs(across - x) < 10 and way * (other - y) > 0]
    free = min((rise - 11 for rise in rises), default=mark.bar)
    return max(SHORTEST_BAR, min(mark.bar, free))
