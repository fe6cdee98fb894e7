"""The drawing: a plot in the making, gathered back to front.

In: marks, lines and words in the grammar of ``marks``, and the frame. Out: a :class:`Plot`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import atan2, degrees, hypot

from metrics.figures.frame import Across, Frame, year_ticks
from metrics.figures.labels import Box, Edges, Label, Spot, crowded, place
from metrics.figures.marks import Mark, footprint, line_boxes
from metrics.figures.palette import PALETTES, Mode, Palette
from metrics.figures.plot import Axis, Band, Line, MarkSeries, Plot, PlotText, Stroke
from metrics.figures.typesetting import SIZE


@dataclass(frozen=True, slots=True)
class LabelText:
    """A label that wants a place, its finished markup, and where it belongs; a thin line joins it to its mark."""

    label: Label
    markup: str
    x: Across
    y: float
    mark: Mark | None = None
    size: float = SIZE


@dataclass
class Drawing:
    """A plot in the making: what is drawn, each kind back to front."""

    frame: Frame
    mode: Mode
    known_on: date | None = None
    bands: list[Band] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    series: list[MarkSeries] = field(default_factory=list)
    texts: list[PlotText] = field(default_factory=list)

    @property
    def palette(self) -> Palette:
        """The colours of the mode."""
        return PALETTES[self.mode]

    def marks(self, marks: Sequence[Mark], series: str = "", place: str = "", name: str = "") -> None:
        """The figures of one series and place."""
        if marks:
            self.series.append(MarkSeries(series, place, name, tuple(marks)))

    def line(
        self,
        points: Iterable[tuple[Across, float]],
        colour: str,
        width: float = 2.2,
        dash: str | None = None,
        *,
        role: str = "line",
        series: str = "",
        place: str = "",
        right: Sequence[float] = (),
        ground: bool = False,
    ) -> None:
        """A line through places; ``right`` moves each of them aside by px; ``ground``: below everything but bands."""
        aside = tuple(right) if any(right) else ()
        self.lines.append(Line(tuple(points), colour, width, dash, role, series, place, aside, ground))

    def level(self, value: float, colour: str, role: str, width: float = 1.2) -> None:
        """A thin line over the whole width, below the marks."""
        self.line([(self.frame.first, value), (self.frame.last, value)], colour, width, role=role)

    def upright(self, day: Across, colour: str, width: float, role: str, *, rise: float = 0) -> None:
        """A line over the whole height of the plot, ``rise`` px beyond its head."""
        stop = self.frame.plot_height + rise
        self.strokes.append(Stroke(day, self.frame.low, 0, 0, stop, width, colour, role=role))

    def bar(
        self,
        place: tuple[Across, float],
        size: tuple[float, float],
        colour: str,
        role: str,
        *,
        right: float = 0,
        over: bool = True,
    ) -> None:
        """A flat bar round a place, above the marks or below them; ``size`` is px from its middle to its edges."""
        half, thick = size
        self.strokes.append(Stroke(*place, 90, -half, half, 2 * thick, colour, right, role, over))

    def not_due(self, known_on: date, *, ground: bool = False) -> None:
        """The quiet ground of the time after the known-on day, and its line; ``ground``: both below everything."""
        frame = self.frame
        if known_on < frame.last:
            first = max(known_on, frame.first)
            self.bands.append(Band(first, frame.last, frame.low, frame.high, self.palette.not_due, "not due"))
        if frame.holds(known_on):
            self.known_on = known_on
            look = self.palette.focus, 1.5
            if ground:
                ends = (frame.low, frame.value_at(frame.plot_height + 4))
                self.line([(known_on, end) for end in ends], *look, role="known on", ground=True)
            else:
                self.upright(known_on, *look, "known on", rise=4)

    def write(
        self,
        markup: str,
        day: Across,
        value: float,
        spot: Spot = Spot(0, 0, "left"),  # noqa: B008 - frozen
        *,
        size: float = SIZE,
        outline: str | None = None,
        wide_only: bool = False,
        hover: str = "",
    ) -> None:
        """Finished markup at a place, ``spot`` px away from it."""
        self.texts.append(PlotText(markup, day, value, spot, size, outline, wide_only, hover))

    def label(
        self, texts: Sequence[LabelText], edges: Edges, walls: Iterable[Box] = (), soft: Iterable[Box] = ()
    ) -> None:
        """Set texts where they touch nothing: no mark and no wall, and no line either where they find another place.

        Args:
            texts: of a better rank first; those that find no place are left out.
            edges: how far they may go.
            walls: what no text may touch, beside the marks on the drawing.
            soft: what they keep free where they can, beside the lines on the drawing.
        """
        frame = self.frame
        labels = [replace(one.label, mark=one.mark.aside) if one.mark else one.label for one in texts]
        hard = [box for one in self.series for mark in one.marks for box in footprint(mark, frame)] + [*walls]
        lines = (
            [(frame.across(x), frame.up(y)) for x, y in line.points] for line in self.lines if not line.ground
        )
        free = [box for line in lines for box in line_boxes(line, frame)] + [*soft]
        taken = place(labels, hard, edges, frame.widths, free)
        gone = crowded(labels, taken, hard, frame.narrow)
        for one, label in zip(texts, labels, strict=True):
            key = label.key
            if spot := taken.get(key):
                if one.mark and (line := label.leader(spot)):
                    look = degrees(atan2(*line)), 0, hypot(*line), 1, one.mark.colour
                    self.strokes.append(Stroke(one.mark.day, one.mark.value, *look, one.mark.aside, "leader"))
                self.texts.append(
                    PlotText(one.markup, one.x, one.y, spot, one.size, self.palette.paper, key in gone)
                )

    def plot(self, x: Axis, y: Axis) -> Plot:
        """The finished plot."""
        return Plot(
            self.frame,
            self.mode,
            x,
            y,
            self.known_on,
            tuple(self.bands),
            tuple(self.lines),
            tuple(self.strokes),
            tuple(self.series),
            tuple(self.texts),
        )

    def over_years(self, ticks: Iterable[tuple[float, str]]) -> Plot:
        """The finished plot on an axis of years, with these places and texts on the upright axis."""
        frame = self.frame
        return self.plot(
            Axis(frame.first, frame.last, year_ticks(frame)), Axis(frame.low, frame.high, tuple(ticks))
        )
