"""The lanes of the timeline: plans, figures, one for each kind of event, and what is left of a folded one.

In: what a lane shows, already packed. Out: drawn on a :class:`Drawing`, ``head`` px below the upper edge of the plot;
what has the id ``chosen`` is marked. Values are px above the foot of the plot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from metrics.figures.drawing import Drawing, LabelText
from metrics.figures.labels import Box, Edges, Label, Spot, around, place
from metrics.figures.marks import Mark, label_width, moved_apart
from metrics.figures.plot import Band
from metrics.figures.timeline.packing import GAP, MARK, Pin, Seat, Side, depth, stem_head
from metrics.figures.typesetting import NOTE, span, text_width

ROW = 25  # px, a row of plans
PLAN = 19  # px, a plan's bar
EVENT_ROW = 18  # px, a row of events
FIGURES = 236  # px, the lane of figures
FOLDED = 27  # px, what is left of a folded lane
AIR = 9  # px at the head and foot of a lane
PIN = 8.5  # px, the square of an event
TICK = (1.5, 11.5)  # px from the middle of a due date on the bar of a plan to its edges
EDITION = 10  # px, the sign of a change of a promise
TARGET = (13.0, 2.25)  # px from the middle of a target on its due date to its edges
REACH = 17  # px round the middle of both in which the pointer finds them
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
    def draw(self, head: float, drawing: Drawing, chosen: str | None) -> None: ...


@dataclass(frozen=True, slots=True)
class DueMark:
    """A due date of a plan, or a target with its ``value`` on the day; ``id`` is what a click chooses."""

    id: str
    day: date
    hover: str
    value: float = 0.0
    text: str = ""

    def mark(self, level: float, chosen: str | None) -> Mark:
        """What the pointer finds where strokes are drawn."""
        return Mark(
            self.id, self.day, level, "", self.hover, size=REACH, unseen=True, chosen=self.id == chosen
        )


@dataclass(frozen=True, slots=True)
class PlanBar:
    """One plan: from the day it was made public to its last due date, with a tick at each and a sign where promises changed."""

    id: str
    start: date  # where the bar starts and ends: on the axis
    end: date
    dues: tuple[DueMark, ...]
    editions: tuple[DueMark, ...]  # days on which promises of it were changed
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
    least: float  # px that its notes need
    room: float = 0.0

    @property
    def height(self) -> float:
        """Px."""
        return max(ROW * (max((b.row for b in self.bars), default=0) + 1) + 2 * AIR, self.least)

    def draw(self, head: float, drawing: Drawing, chosen: str | None) -> None:
        """Bars, a tick at each due date, in a gap of paper on a dark bar, and the names."""
        palette, dues, changed = drawing.palette, [], []
        for bar in self.bars:
            y = drawing.frame.plot_height - head - AIR - ROW * bar.row - PLAN / 2
            foot, top = y - PLAN / 2, y + PLAN / 2
            fill, edge = (palette.ink, palette.ink) if bar.main else (palette.panel, palette.rule)
            drawing.bands.append(
                Band(bar.start, bar.end, foot, top, fill, "plan", id=bar.id, hover=bar.hover, edge=edge)
            )
            if bar.id == chosen:
                corners = [
                    (bar.start, foot - 2),
                    (bar.start, top + 2),
                    (bar.end, top + 2),
                    (bar.end, foot - 2),
                ]
                drawing.line([*corners, corners[0]], palette.focus, 2, role="chosen")
            for due in bar.dues:
                if bar.main:
                    gap = 2 * TICK[0], TICK[1]
                    drawing.bar((due.day, y), gap, palette.paper, "gap", over=False)
                drawing.bar((due.day, y), TICK, palette.ink, "due", over=False)
                dues.append(due.mark(y, chosen))
            for edition in bar.editions:
                mark = replace(edition.mark(y, chosen), colour=palette.focus, unseen=False)
                changed.append(replace(mark, symbol="triangle-up", size=EDITION))
            inside = bar.side == "right"
            colour = palette.paper if bar.main and inside else palette.ink if bar.main else palette.ink_2
            markup = span(bar.label, colour, 600 if bar.main else 400)
            ground = palette.panel if inside else palette.paper
            spot = Spot(INDENT if inside else -INDENT, 0, "left" if inside else "right")
            outline = None if bar.main and inside else ground
            drawing.write(markup, bar.start, y, spot, size=NOTE, outline=outline)
        drawing.marks(dues, "dues")
        drawing.marks(changed, "editions")


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

    def level(self, value: float, foot: float) -> float:
        """How high a value stands in a lane whose foot is so high."""
        return foot + AIR + value * (self.height - 2 * AIR - 34) / (self.ticks[-1] or 1)

    def scale(self, foot: float) -> list[tuple[float, str]]:
        """The ticks of the values with their texts, in a lane whose foot is so high."""
        return [(self.level(at, foot), text) for at, text in zip(self.ticks, self.tick_texts, strict=True)]

    def draw(self, head: float, drawing: Drawing, chosen: str | None) -> None:
        """Marks, the names that find room, and bars on due dates."""
        frame, palette = drawing.frame, drawing.palette
        foot = frame.plot_height - head - self.height
        if self.nothing:
            markup, middle = span(self.nothing, palette.ink_2, 600), foot + self.height / 2
            spot = Spot(14, 0, "left")
            drawing.write(markup, frame.first, middle, spot, size=NOTE, outline=palette.paper)
        marks = [
            replace(mark, value=self.level(mark.value, foot), chosen=mark.id == chosen) for mark in self.marks
        ]
        marks = moved_apart(marks, frame)
        drawing.marks(marks, "figures")
        dues = [(due, self.level(due.value, foot)) for due in self.dues]
        self._names(marks, foot + AIR, dues, drawing)
        drawing.marks([due.mark(y, chosen) for due, y in dues], "dues")
        for due, y in dues:
            drawing.bar((due.day, y), TARGET, palette.ink, "target")
        zero = self.level(0, foot)
        drawing.line([(frame.first, zero), (frame.last, zero)], palette.edge, 1, role="zero")

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
            texts.append(LabelText(label, span(due.text, palette.ink, 600), due.day, y, size=NOTE))
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
            texts.append(LabelText(label, markup, mark.day, mark.value, mark, NOTE))
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


def _squares(some: Iterable[tuple[EventMark, float]], drawing: Drawing, chosen: str | None) -> None:
    """A square for each entry at its level."""
    ink = drawing.palette.ink_2
    squares = [
        Mark(one.id, one.day, y, ink, one.hover, "square", PIN, chosen=one.id == chosen) for one, y in some
    ]
    drawing.marks(squares, "events")


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

    def draw(self, head: float, drawing: Drawing, chosen: str | None) -> None:
        """Stems, squares, and the titles beside them."""
        frame, palette = drawing.frame, drawing.palette
        top = frame.plot_height - head
        levels = [top - AIR - EVENT_ROW * (seat.row + 0.5) for seat in self.seats]
        heads = [stem_head(self.pins, self.seats, i, frame.widths) for i in range(len(self.pins))]
        _squares(zip(self.events, levels, strict=True), drawing, chosen)
        for event, seat, rows, y in zip(self.events, self.seats, heads, levels, strict=True):
            start = top - (AIR + EVENT_ROW * rows if rows else 1)
            drawing.line([(event.day, start), (event.day, y)], palette.edge, 1, role="stem")
            right = seat.side == "right"
            spot = Spot(GAP if right else -GAP, 0, "left" if right else "right")
            text = span(event.text, palette.ink_2)
            drawing.write(text, event.day, y, spot, size=NOTE, outline=palette.paper)


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

    def draw(self, head: float, drawing: Drawing, chosen: str | None) -> None:
        """The squares, and the titles that touch neither a square nor each other, newest first."""
        frame, palette = drawing.frame, drawing.palette
        y = frame.plot_height - head - FOLDED / 2
        _squares(((entry, y) for entry in self.entries), drawing, chosen)
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
            text = span(entry.text, palette.ink_2)
            drawing.write(text, entry.day, y, spot, size=NOTE, outline=palette.paper)
