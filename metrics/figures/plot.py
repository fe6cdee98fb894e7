"""The plot: what stands on the axes of a chart, as plain records that no drawing library is needed for.

In: what the charts of this room put on a :class:`~metrics.figures.drawing.Drawing`. Out: a frozen record that the
renderer of ``plotly_figure`` turns into a figure. A place across is a day or a value and an offset in px, because a
figure is stretched to its column; upright everything is a value, because the height in px is fixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from metrics.figures.frame import Across, Frame, moment
from metrics.figures.labels import Spot
from metrics.figures.marks import Mark
from metrics.figures.palette import Mode
from metrics.figures.typesetting import SIZE

if TYPE_CHECKING:  # a plot can be read without the library that draws
    import plotly.graph_objects as go


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: where it starts and ends, and its ticks with their texts (finished markup)."""

    first: Across
    last: Across
    ticks: tuple[tuple[Across, str], ...] = ()
    side: Literal["bottom", "top"] = "bottom"  # of an axis across
    line: bool = True  # across: the line and its ticks; upright: the rules across the plot
    size: float | None = None  # px of the texts; None: that of notes


@dataclass(frozen=True, slots=True)
class Band:
    """A filled rectangle behind everything; ``hatched``: diagonal lines in ``fill`` instead.

    With an ``id`` it is a bar from one day to another, over what lies on the ground, that can be pointed at and chosen.
    """

    x0: Across
    x1: Across
    y0: float
    y1: float
    fill: str
    role: str = ""
    hatched: bool = False
    id: str = ""
    hover: str = ""
    edge: str = ""  # colour of the outline of a bar


@dataclass(frozen=True, slots=True)
class Line:
    """A line through places. ``dash`` lists the px of strokes and gaps; None: solid."""

    points: tuple[tuple[Across, float], ...]
    colour: str
    width: float
    dash: str | None = None
    role: str = "line"
    series: str = ""  # id, as place
    place: str = ""
    right: tuple[float, ...] = ()  # px by which each point is moved aside
    ground: bool = False  # below everything but bands


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight stroke of fixed px from a place: from ``start`` to ``stop`` px in the direction ``angle``.

    ``angle`` is in degrees clockwise from upwards: 0 is up, 90 to the right. ``over``: above the marks.
    """

    x: Across
    y: float
    angle: float
    start: float
    stop: float
    width: float
    colour: str
    right: float = 0.0  # px by which the place is moved aside
    role: str = ""
    over: bool = False


@dataclass(frozen=True, slots=True)
class PlotText:
    """Finished markup ``spot`` px away from a place."""

    markup: str
    x: Across
    y: float
    spot: Spot
    size: float = SIZE
    outline: str | None = None  # colour of its ground
    wide_only: bool = False  # gives way where the chart is narrower than its texts were placed for
    hover: str = ""  # what the pointer tells, where the text had to be cut


@dataclass(frozen=True, slots=True)
class MarkSeries:
    """The marks of one series and place."""

    series: str  # id
    place: str
    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Plot:
    """What stands on the axes, each kind back to front. Colours are those of ``mode``."""

    frame: Frame
    mode: Mode
    x: Axis
    y: Axis
    known_on: date | None = None  # where its line stands on the axis
    bands: tuple[Band, ...] = ()
    lines: tuple[Line, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    series: tuple[MarkSeries, ...] = ()
    texts: tuple[PlotText, ...] = ()

    @property
    def marks(self) -> Iterator[Mark]:
        """The marks of every series."""
        return (mark for one in self.series for mark in one.marks)

    def across(self, x: Across, right: float = 0.0) -> str | float:
        """A place across as plotly reads it, moved by ``right`` px at the width for which the chart is drawn."""
        if isinstance(x, date):
            return self.frame.moved(x, right) if right else moment(x)
        low, high = self.frame.values or (0.0, 0.0)  # places on the upright axis are never moved
        return x + right / self.frame.plot_width * (high - low)

    def pixels(self, x: Across) -> float:
        """Px from the left edge of the plot to a place, at the width for which the chart is drawn."""
        return self.frame.across(x) * self.frame.plot_width

    def holds(self, x: Across, right: float = 0.0) -> bool:
        """Whether a place, moved by ``right`` px, stands on the axis."""
        return -0.01 <= self.pixels(x) + right <= self.frame.plot_width + 0.01

    @cached_property
    def figure(self) -> go.Figure:
        """The plotly figure; drawn once."""
        from metrics.figures.plotly_figure import plotly_figure

        return plotly_figure(self)

    @cached_property
    def json(self) -> str:
        """The figure as a browser reads it; written once."""
        return str(self.figure.to_json())
