"""The lanes of the timeline: plans, figures, one for each kind of event, and what is left of a folded one.

In: what a lane shows, already packed. Out: drawn on a :class:`TimelineDrawing`, ``head`` px below the upper edge of
the plot. Values are px above its foot.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, cast

from metrics.figures.bars import DAY
from metrics.figures.drawing import Drawing, LabelText
from metrics.figures.frame import Frame, moment
from metrics.figures.glyphs import below
from metrics.figures.glyphs import marks as plotted
from metrics.figures.labels import Box, Edges, Label, Spot, around, place
from metrics.figures.marks import Mark, label_width, moved_apart
from metrics.figures.palette import PALETTES, Palette
from metrics.figures.plot import Axis
from metrics.figures.timeline.packing import GAP, MARK, Pin, Seat, Side, depth, stem_head
from metrics.figures.timeline.sheet import TimelineDrawing, TimelinePoint
from metrics.figures.typesetting import NOTE, span, text_width

ROW = 25  # px, a row of plans
PLAN = 19  # px, a plan's bar
EVENT_ROW = 18  # px, a row of events
FIGURES = 236  # px, the lane of figures
FOLDED = 27  # px, what is left of a folded lane
AIR = 9  # px at the head and foot of a lane
INDENT = 7  # px from the start of a plan's bar to its name
_BESIDE = (Spot(GAP, 0, "left"), Spot(-GAP, 0, "right"))
_ROUND_A_BAR = (
    *(Spot(side * 18, up, "right" if side < 0 else "left") for up in (0, 8, -8) for side in (-1, 1)),
    *(Spot(0, up, "center") for up in (13, -13)),
    *(
        Spot(side * 18, up, "right" if side < 0 else "left")
        for up in (20, -20, 32, -32, 44, 56)
        for side in (-1, 1)
    ),
)


class TimelineLane(Protocol):
    """What every lane has."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    @property
    def room(self) -> float: ...
    @property
    def height(self) -> float: ...
    def draw(self, head: float, sheet: TimelineDrawing) -> None: ...


@dataclass(frozen=True, slots=True)
class DueMark:
    """A due date of a plan, or a target with its ``value`` on the day; ``id`` is what a click chooses."""

    id: str
    day: date
    hover: str
    value: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True)
class PlanBar:
    """One plan: from the day it was made public to its last due date, with a tick at each."""

    id: str
    start: date  # where the bar starts and ends: on the axis
    end: date
    dues: tuple[DueMark, ...]
    label: str
    side: Side  # of its start on which its name stands
    main: bool
    row: int
    hover: str


@dataclass(frozen=True, slots=True)
class PlanLane:
    """The plans as bars."""

    id: str
    name: str
    notes: tuple[str, ...]
    bars: tuple[PlanBar, ...]
    room: float = 0.0

    @property
    def height(self) -> float:
        """Px."""
        return max(ROW * (max((b.row for b in self.bars), default=0) + 1) + 2 * AIR - 2, 66)

    def draw(self, head: float, sheet: TimelineDrawing) -> None:
        """Bars first, then a tick at each due date, then the names."""
        frame, palette = sheet.drawing.frame, PALETTES[sheet.drawing.mode]
        sheet.drawing.traces.append(_bar_trace(self.bars, head, frame, palette))
        for bar in self.bars:
            y = _level(bar, head, frame)
            sheet.frame(bar.id, bar.start, bar.end, y, PLAN / 2 + 2)
            sheet.ticks += [(TimelinePoint(due.id, due.day, y, due.hover), bar.main) for due in bar.dues]
            inside = bar.side == "right"
            colour = palette.paper if bar.main and inside else palette.ink if bar.main else palette.ink_2
            markup = span(bar.label, colour, 600 if bar.main else 400)
            ground = palette.panel if inside else palette.paper
            spot = Spot(INDENT if inside else -INDENT, 0, "left" if inside else "right")
            sheet.write(markup, bar.start, y, spot, outline=None if bar.main and inside else ground)


def _level(bar: PlanBar, head: float, frame: Frame) -> float:
    return frame.plot_height - head - AIR - ROW * bar.row - PLAN / 2


def _bar_trace(bars: Sequence[PlanBar], head: float, frame: Frame, palette: Palette) -> dict[str, object]:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [moment(b.start) for b in bars],
        "x": [(b.end - b.start).days * DAY for b in bars],
        "y": [_level(b, head, frame) for b in bars],
        "width": [PLAN] * len(bars),
        "name": "",
        "meta": {"role": "plans"},
        "customdata": [b.id for b in bars],
        "hovertext": [b.hover for b in bars],
        "hoverinfo": "text",
        "textposition": "none",
        "marker": {
            "color": [palette.ink if b.main else palette.panel for b in bars],
            "line": {"color": [palette.ink if b.main else palette.rule for b in bars], "width": 1},
        },
        "unselected": {"marker": {"opacity": 1}},
    }


@dataclass(frozen=True, slots=True)
class FigureLane:
    """The figures of one indicator on the days they came out."""

    id: str
    name: str
    notes: tuple[str, ...]
    room: float  # px that the ticks take in the gutter
    marks: tuple[Mark, ...]  # values as published
    names: tuple[tuple[str, str, str], ...]  # for each mark: reporter, figure, colour
    dues: tuple[DueMark, ...]
    ticks: tuple[float, ...]
    tick_texts: tuple[str, ...]
    nothing: str = ""  # said in the lane where there is no figure
    known_on: date | None = None  # its line is crossed by no name

    @property
    def height(self) -> float:
        """Px."""
        return FIGURES

    def draw(self, head: float, sheet: TimelineDrawing) -> None:
        """Gridlines, bars on due dates, marks, and the names that find room."""
        frame, palette = sheet.drawing.frame, PALETTES[sheet.drawing.mode]
        foot = frame.plot_height - head - self.height + AIR
        scale = (self.height - 2 * AIR - 34) / (self.ticks[-1] or 1)

        def level(value: float) -> float:
            return foot + value * scale

        sheet.ticks_of_values = [
            (level(value), text) for value, text in zip(self.ticks, self.tick_texts, strict=True)
        ]
        if self.nothing:
            middle = foot + (self.height - 2 * AIR) / 2
            sheet.write(
                span(self.nothing, palette.ink_2, 600),
                frame.first,
                middle,
                Spot(14, 0, "left"),
                outline=palette.paper,
            )
        marks = moved_apart([replace(mark, value=level(mark.value)) for mark in self.marks], frame)
        figures = Drawing(frame, sheet.drawing.mode)
        figures.marks(marks)
        dues = [(due, level(due.value)) for due in self.dues]
        sheet.bars += [TimelinePoint(due.id, due.day, y, due.hover) for due, y in dues]
        self._names(marks, foot, dues, figures)
        for text in figures.texts:
            sheet.write(text.markup, cast(date, text.x), text.y, text.spot, outline=text.outline)
        plot = figures.plot(Axis(frame.first, frame.last), Axis(frame.low, frame.high))
        sheet.drawing.traces += [*below(plot), *plotted(plot)]
        for mark in marks:
            sheet.ring(mark.id, mark.day, mark.value, mark.aside)

    def _names(
        self, marks: Sequence[Mark], foot: float, dues: Sequence[tuple[DueMark, float]], figures: Drawing
    ) -> None:
        """The targets' labels, then the names of the figures, newest first, where there is room."""
        frame, palette = figures.frame, figures.palette
        texts, walls = [], []
        for due, y in dues:
            at = frame.across(due.day)
            width = label_width(due.text, 600, NOTE)
            label = Label(f"due {due.day} {due.value}", at, y, width, _ROUND_A_BAR, must=True)
            texts.append(LabelText(label, span(due.text, palette.ink, 600), due.day, y))
            walls.append(Box(at, -14, 14, y - 3, y + 3))
        newest = sorted(zip(marks, self.names, strict=True), key=lambda one: one[0].day, reverse=True)
        for rank, (mark, (who, figure, colour)) in enumerate(newest):
            width = label_width(who + " ", 600, NOTE) + label_width(figure, 400, NOTE)
            spots = tuple(
                Spot(s.across + mark.aside, s.up, s.anchor)
                for s in around(mark.size / 2 + 1, reach=(20.0, 32.0))
            )
            label = Label(mark.id, frame.across(mark.day), mark.value, width, spots, rank + 1)
            markup = f"{span(who, colour, 600)} {span(figure, palette.ink_2)}"
            texts.append(LabelText(label, markup, mark.day, mark.value, mark))
        if self.known_on and frame.holds(self.known_on):
            walls.append(Box(frame.across(self.known_on), -3, 3, foot, foot + self.height))
        figures.label(texts, Edges(0, frame.right, foot + 2, foot + self.height - 2 * AIR), walls)


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

    id: str
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

    def draw(self, head: float, sheet: TimelineDrawing) -> None:
        """Stems, squares, and the titles beside them."""
        frame, palette = sheet.drawing.frame, PALETTES[sheet.drawing.mode]
        top = frame.plot_height - head
        levels = [top - AIR - EVENT_ROW * (seat.row + 0.5) for seat in self.seats]
        heads = [stem_head(self.pins, self.seats, i, frame.widths) for i in range(len(self.pins))]
        sheet.stems += [
            [(moment(event.day), top - (AIR + EVENT_ROW * rows if rows else 1)), (moment(event.day), y)]
            for event, rows, y in zip(self.events, heads, levels, strict=True)
        ]
        for event, seat, y in zip(self.events, self.seats, levels, strict=True):
            sheet.pins.append(TimelinePoint(event.id, event.day, y, event.hover))
            right = seat.side == "right"
            spot = Spot(GAP if right else -GAP, 0, "left" if right else "right")
            sheet.write(span(event.text, palette.ink_2), event.day, y, spot, outline=palette.paper)


@dataclass(frozen=True, slots=True)
class FoldedLane:
    """A lane folded to a thin row: a square on each day, titles where they have room, their number in the gutter."""

    id: str
    name: str
    entries: tuple[EventMark, ...]
    notes: tuple[str, ...] = ()
    known_on: date | None = None  # its line is crossed by no title
    room: float = 0.0

    @property
    def height(self) -> float:
        """Px."""
        return FOLDED

    def draw(self, head: float, sheet: TimelineDrawing) -> None:
        """The squares, and the titles that touch neither a square nor each other, newest first."""
        frame, palette = sheet.drawing.frame, PALETTES[sheet.drawing.mode]
        y = frame.plot_height - head - FOLDED / 2
        sheet.pins += [TimelinePoint(entry.id, entry.day, y, entry.hover) for entry in self.entries]
        walls = [Box(frame.across(entry.day), -MARK, MARK, y - 1, y + 1) for entry in self.entries]
        if self.known_on and frame.holds(self.known_on):
            walls.append(Box(frame.across(self.known_on), -3, 3, y - 1, y + 1))
        titled = {entry.id: entry for entry in self.entries if entry.text}
        labels = [
            Label(entry.id, frame.across(entry.day), y, text_width(entry.text, NOTE) + 3, _BESIDE, rank)
            for rank, entry in enumerate(reversed(titled.values()))
        ]
        for key, spot in place(
            labels, walls, Edges(0, frame.right, 0, frame.plot_height), frame.widths
        ).items():
            entry = titled[key]
            sheet.write(span(entry.text, palette.ink_2), entry.day, y, spot, outline=palette.paper)
