"""The lanes of the timeline: plans, figures, and one for each kind of event.

In: what a lane shows, already packed. Out: drawn on a :class:`Drawing`, ``head`` px below the upper edge of
the plot. Values are px above its foot.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from metrics.figures.bars import DAY
from metrics.figures.drawing import Drawing
from metrics.figures.frame import Frame, moment
from metrics.figures.labels import Box, Edges, Label, Spot, around, place
from metrics.figures.lettering import NOTE, span
from metrics.figures.marks import Mark, footprint, lettered, moved_apart
from metrics.figures.palette import PALETTES, Palette
from metrics.figures.timeline.packing import GAP, Pin, Seat, depth, stem_head

ROW = 25  # px, a row of plans
PLAN = 19  # px, a plan's bar
EVENT_ROW = 18  # px, a row of events
FIGURES = 250  # px, the lane of figures
AIR = 9  # px at the head and foot of a lane
_ROUND_A_BAR = (
    *(Spot(side * 18, up, "right" if side < 0 else "left") for up in (0, 8, -8) for side in (-1, 1)),
    *(Spot(0, up, "center") for up in (13, -13)),
    *(
        Spot(side * 18, up, "right" if side < 0 else "left")
        for up in (20, -20, 32, -32, 44, 56)
        for side in (-1, 1)
    ),
)


class Lane(Protocol):
    """What every lane has."""

    @property
    def name(self) -> str: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    @property
    def room(self) -> float: ...
    @property
    def height(self) -> float: ...
    def draw(self, head: float, drawing: Drawing) -> None: ...


@dataclass(frozen=True, slots=True)
class PlanBar:
    """One plan: from the day it was made public to its last due date, with a tick at each."""

    id: str
    start: date
    end: date  # where the bar ends: the last due date, or the edge of the axis
    dues: tuple[date, ...]
    label: str
    main: bool
    row: int
    hover: str


@dataclass(frozen=True, slots=True)
class PlanLane:
    """The plans as bars."""

    name: str
    notes: tuple[str, ...]
    bars: tuple[PlanBar, ...]
    room: float = 0.0

    @property
    def height(self) -> float:
        """Px."""
        return max(ROW * (max((b.row for b in self.bars), default=0) + 1) + 2 * AIR - 2, 66)

    def draw(self, head: float, drawing: Drawing) -> None:
        """Bars first, then a tick at each due date, then the names."""
        frame, palette = drawing.frame, PALETTES[drawing.mode]
        for main in (False, True):
            bars = [b for b in self.bars if b.main is main]
            if bars:
                drawing.traces.append(_bar_trace(bars, head, frame, palette, main=main))
        for bar in self.bars:
            y = _level(bar, head, frame)
            for due in bar.dues:
                if frame.holds(due):
                    if bar.main:
                        drawing.pixels(due, y, (-3, 3, -11.5, 11.5), fillcolor=palette.paper)
                    drawing.pixels(due, y, (-1.5, 1.5, -11.5, 11.5), fillcolor=palette.ink)
            colour = palette.paper if bar.main else palette.ink_2
            markup = span(bar.label, colour, 600 if bar.main else 400)
            outline = None if bar.main else palette.panel
            start = max(bar.start, frame.first)
            drawing.write(markup, start, y, Spot(7, 0, "left"), outline=outline, font={"size": NOTE})


def _level(bar: PlanBar, head: float, frame: Frame) -> float:
    return frame.plot_height - head - AIR - ROW * bar.row - PLAN / 2


def _bar_trace(
    bars: Sequence[PlanBar], head: float, frame: Frame, palette: Palette, *, main: bool
) -> dict[str, object]:
    starts = [max(b.start, frame.first) for b in bars]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [moment(start) for start in starts],
        "x": [(b.end - start).days * DAY for b, start in zip(bars, starts, strict=True)],
        "y": [_level(b, head, frame) for b in bars],
        "width": [PLAN] * len(bars),
        "name": "",
        "meta": {"role": "plans"},
        "customdata": [b.id for b in bars],
        "hovertext": [b.hover for b in bars],
        "hoverinfo": "text",
        "textposition": "none",
        "marker": {
            "color": palette.ink if main else palette.panel,
            "line": {"color": palette.ink if main else palette.rule, "width": 1},
        },
    }


@dataclass(frozen=True, slots=True)
class DueBar:
    """A target on its due date."""

    day: date
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class FigureLane:
    """The figures of one indicator on the days they came out."""

    name: str
    notes: tuple[str, ...]
    room: float  # px that the ticks take in the gutter
    marks: tuple[Mark, ...]  # values as published
    names: tuple[tuple[str, str, str], ...]  # for each mark: reporter, figure, colour
    dues: tuple[DueBar, ...]
    ticks: tuple[float, ...]
    tick_texts: tuple[str, ...]
    nothing: str = ""  # said in the lane where there is no figure

    @property
    def height(self) -> float:
        """Px."""
        return FIGURES

    def draw(self, head: float, drawing: Drawing) -> None:
        """Gridlines, bars on due dates, marks, and the names that find room."""
        frame, palette = drawing.frame, PALETTES[drawing.mode]
        foot = frame.plot_height - head - self.height + AIR
        scale = (self.height - 2 * AIR - 34) / (self.ticks[-1] or 1)

        def level(value: float) -> float:
            return foot + value * scale

        for value, text in zip(self.ticks, self.tick_texts, strict=True):
            zero = value == 0
            drawing.shapes.append(
                {
                    "type": "line",
                    "xref": "paper",
                    "yref": "y",
                    "x0": 0,
                    "x1": 1,
                    "y0": level(value),
                    "y1": level(value),
                    "line": {"color": palette.edge if zero else palette.rule, "width": 1}
                    | ({} if zero else {"dash": "2px,3px"}),
                    "layer": "below",
                }
            )
            spot = Spot(-6, 0, "right")
            drawing.write(span(text, palette.ink_3), 0, level(value), spot, xref="paper", font={"size": NOTE})
        if self.nothing:
            middle = foot + (self.height - 2 * AIR) / 2
            markup = span(self.nothing, palette.ink_2, 600)
            drawing.write(markup, 0, middle, Spot(14, 0, "left"), xref="paper", outline=palette.paper)
        marks = moved_apart([replace(mark, value=level(mark.value)) for mark in self.marks], frame)
        drawing.figures(marks, name="", meta={"role": "figures"})
        for due in self.dues:
            drawing.pixels(due.day, level(due.value), (-13, 13, -2.25, 2.25), fillcolor=palette.ink)
        self._names(marks, foot, [level(due.value) for due in self.dues], drawing)

    def _names(self, marks: Sequence[Mark], foot: float, levels: Sequence[float], drawing: Drawing) -> None:
        """The targets' labels, then the names of the figures, newest first, where there is room."""
        frame, palette = drawing.frame, PALETTES[drawing.mode]
        texts: dict[str, tuple[str, date, float]] = {}
        labels = []
        for due, y in zip(self.dues, levels, strict=True):
            key = f"due {due.day} {due.value}"
            width = lettered(due.text, 600, NOTE)
            labels.append(Label(key, frame.across(due.day), y, width, _ROUND_A_BAR, must=True))
            texts[key] = (span(due.text, palette.ink, 600), due.day, y)
        newest = sorted(zip(marks, self.names, strict=True), key=lambda one: one[0].day, reverse=True)
        for rank, (mark, (who, figure, colour)) in enumerate(newest):
            width = lettered(who + " ", 600, NOTE) + lettered(figure, 400, NOTE)
            spots = tuple(
                Spot(s.across + mark.aside, s.up, s.anchor)
                for s in around(mark.size / 2 + 1, reach=(20.0, 32.0))
            )
            labels.append(Label(mark.id, frame.across(mark.day), mark.value, width, spots, rank + 1))
            texts[mark.id] = (f"{span(who, colour, 600)} {span(figure, palette.ink_2)}", mark.day, mark.value)
        walls = [box for mark in marks for box in footprint(mark, frame)]
        walls += [
            Box(frame.across(due.day), -14, 14, y - 3, y + 3)
            for due, y in zip(self.dues, levels, strict=True)
        ]
        edges = Edges(0, frame.right, foot + 2, foot + self.height - 2 * AIR)
        taken = place(labels, walls, edges, frame.widths)
        for mark, label in ((m, one) for m in marks for one in labels if one.key == m.id):
            if label.key in taken:
                drawing.leader(mark, label, taken[label.key])
        for key, spot in taken.items():
            markup, day, y = texts[key]
            drawing.write(markup, day, y, spot, outline=palette.paper, font={"size": NOTE})


@dataclass(frozen=True, slots=True)
class EventMark:
    """One event."""

    id: str
    day: date
    text: str
    hover: str


@dataclass(frozen=True, slots=True)
class EventLane:
    """The events of one kind, on stems from the head of the lane."""

    name: str
    notes: tuple[str, ...]
    events: tuple[EventMark, ...]
    pins: tuple[Pin, ...]
    seats: tuple[Seat, ...]
    room: float = 0.0

    @property
    def height(self) -> float:
        """Px."""
        return max(EVENT_ROW * depth(self.seats) + 2 * AIR - 4, 44)

    def draw(self, head: float, drawing: Drawing) -> None:
        """Stems, squares, and the titles beside them."""
        frame, palette = drawing.frame, PALETTES[drawing.mode]
        top = frame.plot_height - head
        levels = [top - AIR - EVENT_ROW * (seat.row + 0.5) for seat in self.seats]
        heads = [stem_head(self.pins, self.seats, i, frame.widths) for i in range(len(self.pins))]
        stems = [
            [(moment(event.day), top - (AIR + EVENT_ROW * rows if rows else 1)), (moment(event.day), y)]
            for event, rows, y in zip(self.events, heads, levels, strict=True)
        ]
        drawing.join(stems, name=self.name, meta={"role": "stems"}, colour=palette.edge, width=1)
        if self.events:
            drawing.traces.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": [moment(event.day) for event in self.events],
                    "y": levels,
                    "name": self.name,
                    "meta": {"role": "events"},
                    "customdata": [event.id for event in self.events],
                    "hovertext": [event.hover for event in self.events],
                    "hoverinfo": "text",
                    "marker": {"symbol": "square", "size": 7, "color": palette.ink_2, "line": {"width": 0}},
                }
            )
        for event, seat, y in zip(self.events, self.seats, levels, strict=True):
            right = seat.side == "right"
            spot = Spot(GAP if right else -GAP, 0, "left" if right else "right")
            drawing.write(
                span(event.text, palette.ink_2),
                event.day,
                y,
                spot,
                outline=palette.paper,
                font={"size": NOTE},
            )
