"""The sheet: what all lanes draw alike, gathered and laid down as few traces as can be.

In: pins, due dates and labels, lane by lane; upright everything is px above the foot of the plot. Out: traces
and shapes on a :class:`Drawing`. A browser draws a label as a point of one trace many times faster than as an
annotation of its own, so a label becomes an annotation only where no point can hold it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from metrics.figures.frame import moment
from metrics.figures.labels import Anchor, Spot
from metrics.figures.old_drawing import OldDrawing as Drawing
from metrics.figures.palette import PALETTES
from metrics.figures.template import CLEAR
from metrics.figures.typesetting import NOTE, outlined

PIN = 7  # px, the square of an event
RING, SMALL_RING = 10, 7.5  # px, the radius of the ring round a chosen figure, and a chosen event
TICK, TICK_WIDTH = 23, 3  # px, a due date on the bar of a plan
BAR, BAR_WIDTH = 26, 4.5  # px, a target on its due date
_SIDES: dict[Anchor, str] = {"left": "middle right", "right": "middle left", "center": "middle center"}


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """One thing that can be chosen: where it stands, and what its hover box says."""

    id: str
    day: date
    value: float  # px
    hover: str


def _line(way: str, length: float, width: float, colour: str) -> dict[str, Any]:
    """A line as a marker; plotly draws it 1.4 times as long as its size."""
    size = round(length / 1.4, 2)
    return {"symbol": f"line-{way}-open", "size": size, "color": colour, "line": {"width": width}}


@dataclass(frozen=True, slots=True)
class _Label:
    x: str
    value: float
    reach: float  # px from the place to the text
    anchor: Anchor
    markup: str


@dataclass
class TimelineDrawing:
    """A drawing and what the lanes have gathered for it; ``chosen`` is the id that gets a ring."""

    drawing: Drawing
    chosen: str | None = None
    stems: list[Sequence[tuple[str, float]]] = field(default_factory=list)
    pins: list[TimelinePoint] = field(default_factory=list)
    ticks: list[tuple[TimelinePoint, bool]] = field(
        default_factory=list
    )  # whether on the dark bar of a tracked plan
    bars: list[TimelinePoint] = field(default_factory=list)
    ticks_of_values: list[tuple[float, str]] = field(default_factory=list)  # level and text, on the axis
    _labels: list[_Label] = field(default_factory=list)

    def write(self, markup: str, day: date, value: float, spot: Spot, *, outline: str | None) -> None:
        """Finished mark-up ``spot`` px away from a place on the plot."""
        reach = {"left": spot.across, "right": -spot.across, "center": 0.0}[spot.anchor]
        aside = spot.across if reach < 0 or spot.anchor == "center" else 0.0  # no marker has a negative size
        text = outlined(markup, outline) if outline else markup
        place = self.drawing.frame.moved(day, aside) if aside else moment(day)
        self._labels.append(_Label(place, value + spot.up, max(reach, 0), spot.anchor, text))

    def ring(self, name: str, day: date, value: float, aside: float = 0.0, radius: float = RING) -> None:
        """A ring round a mark, if it is the chosen one."""
        if name == self.chosen:
            box = (aside - radius, aside + radius, -radius, radius)
            self.drawing.pixels(day, value, box, type="circle", name="chosen", line=self._focus)

    def frame(self, name: str, first: date, last: date, value: float, half: float) -> None:
        """A frame round a bar ``2 * half`` px high, if it is the chosen one."""
        if name == self.chosen:
            self.drawing.shapes.append(
                {
                    "type": "rect",
                    "name": "chosen",
                    "xref": "x",
                    "yref": "y",
                    "x0": moment(first),
                    "x1": moment(last),
                    "y0": value - half,
                    "y1": value + half,
                    "line": self._focus,
                }
            )

    def lay(self) -> None:
        """Put what was gathered on the drawing: stems, pins, due dates, labels."""
        palette = PALETTES[self.drawing.mode]
        self.drawing.join(self.stems, name="", meta={"role": "stems"}, colour=palette.edge, width=1)
        look: dict[str, Any] = {"symbol": "square", "size": PIN, "color": palette.ink_2, "line": {"width": 0}}
        self._points("events", self.pins, look)
        on_dark = [tick for tick, dark in self.ticks if dark]
        if on_dark:  # a gap of paper on both sides, so that the tick is seen on the dark bar
            self._points("gaps", on_dark, _line("ns", TICK, 2 * TICK_WIDTH, palette.paper), mute=True)
        ticks = [tick for tick, _ in self.ticks]
        self._points("ticks", ticks, _line("ns", TICK, TICK_WIDTH, palette.ink))
        self._points("dues", self.bars, _line("ew", BAR, BAR_WIDTH, palette.ink))
        for point in self.pins:
            self.ring(point.id, point.day, point.value, radius=SMALL_RING)
        for point, wide, high in (
            *((p, 5, TICK / 2 + 3) for p in ticks),
            *((p, BAR / 2 + 4, 6) for p in self.bars),
        ):
            if point.id == self.chosen:
                box = (-wide, wide, -high, high)
                self.drawing.pixels(point.day, point.value, box, name="chosen", line=self._focus)
        self._written()

    @property
    def _focus(self) -> dict[str, Any]:
        return {"color": PALETTES[self.drawing.mode].focus, "width": 2}

    def _points(
        self, role: str, points: Sequence[TimelinePoint], look: dict[str, Any], *, mute: bool = False
    ) -> None:
        if not points:
            return
        told: dict[str, Any] = {"hoverinfo": "skip"}
        if not mute:
            told = {
                "customdata": [point.id for point in points],
                "hovertext": [point.hover for point in points],
                "hoverinfo": "text",
            }
        self.drawing.traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [moment(point.day) for point in points],
                "y": [round(point.value, 2) for point in points],
                "name": "",
                "meta": {"role": role},
                "cliponaxis": False,
                "marker": {"opacity": 1, **look},
                # The ring tells what is chosen: the others do not fade.
                "unselected": {"marker": {"opacity": 1}},
                **told,
            }
        )

    def _written(self) -> None:
        """One trace of texts. Plotly sets a text ``size / 1.6 + 1`` px beside a marker: here an unseen one."""
        self.drawing.traces.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [label.x for label in self._labels],
                "y": [round(label.value, 2) for label in self._labels],
                "text": [label.markup for label in self._labels],
                "textposition": [_SIDES[label.anchor] for label in self._labels],
                "textfont": {"size": NOTE},
                "name": "",
                "meta": {"role": "labels"},
                "hoverinfo": "skip",
                "cliponaxis": False,
                "marker": {
                    "color": CLEAR,
                    "size": [round(max(label.reach - 1, 0) * 1.6, 2) for label in self._labels],
                    "line": {"width": 0},
                },
            }
        )
