"""Packing: bars and labelled events set in rows so that nothing overlaps.

In: places across (shares of the plot, and px), in the order of time. Out: a row for each, 0 at the top.
Pure and deterministic.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from metrics.figures.labels import Box, Edges, inside, overlap

Side = Literal["right", "left"]

FEW = 9  # pins; with more, stems clear of all labels would need a row for nearly each
WAYS: tuple[tuple[Side, ...], ...] = (("right", "left"), ("left", "right"), ("right",))
GAP = 9  # px between a mark and its label
MARK = 5  # px: half an event mark, with air


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from one share of the plot to another, and a label that may reach past its end, in px."""

    start: float
    end: float
    label: float  # width in px, from the start


@dataclass(frozen=True, slots=True)
class Pin:
    """An event on its stem: where it stands, and the width of its label in px."""

    at: float
    label: float


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a pin went: its row, and the side on which its label stands."""

    row: int
    side: Side


def pack_bars(bars: Sequence[Bar], widths: tuple[float, float], air: float = 12) -> tuple[int, ...]:
    """The first row in which each bar is free of those before it, ``air`` px apart at the narrowest.

    >>> pack_bars([Bar(0, 0.5, 40), Bar(0.2, 0.6, 40), Bar(0.6, 0.9, 40)], (600, 900))
    (0, 1, 0)
    """
    ends: list[float] = []
    rows = []
    for bar in bars:
        start, end = bar.start * widths[0], max(bar.end * widths[0], bar.start * widths[0] + bar.label) + air
        row = next((i for i, taken in enumerate(ends) if taken <= start), len(ends))
        if row == len(ends):
            ends.append(end)
        ends[row] = end
        rows.append(row)
    return tuple(rows)


def pack_pins(
    pins: Sequence[Pin], edges: Edges, widths: tuple[float, float], line: float | None = None
) -> tuple[Seat, ...]:
    """A seat for each pin, in few rows; no two labels or marks touch.

    A label keeps off the upright ``line`` (a share of the plot) where it has room on one of its sides.

    Where it costs no more than a row, no stem crosses a label either: within a run of close events the
    earliest then takes the lowest row. Elsewhere :func:`stem_head` ends a stem below the label over it.

    Raises:
        ValueError: a label has no room between the edges.
    """
    early = sorted(range(len(pins)), key=lambda i: (pins[i].at, i))
    seats = _seated(pins, early, ("right", "left"), edges, widths, line=line, stems=False)
    if seats is None:
        raise ValueError("a label has no room between the edges")
    if len(pins) <= FEW:
        for sides in WAYS:
            clear = _seated(pins, early[::-1], sides, edges, widths, line=line, stems=True)
            if clear is not None and depth(clear) <= depth(seats) + 1:
                return tuple(clear)
    return tuple(seats)


def stem_head(pins: Sequence[Pin], seats: Sequence[Seat], own: int, widths: tuple[float, float]) -> float:
    """Where the stem of a pin begins, in rows from the head of the lane: 0, or below the label over it."""
    stem = stem_box(pins[own], seats[own])
    over = (
        seat.row + 1.0
        for pin, seat in zip(pins, seats, strict=True)
        if seat.row < seats[own].row and overlap(stem, label_box(pin, seat), widths)
    )
    return max(over, default=0.0)


def depth(seats: Sequence[Seat]) -> int:
    """How many rows are taken."""
    return max((seat.row for seat in seats), default=-1) + 1


def label_box(pin: Pin, seat: Seat) -> Box:
    """The room of a label; upright counted in rows, downwards."""
    near, far = GAP - 3, GAP + pin.label + 4
    left, right = (near, far) if seat.side == "right" else (-far, -near)
    return Box(pin.at, left, right, seat.row, seat.row + 1)


def mark_box(pin: Pin, seat: Seat) -> Box:
    """The room of a mark."""
    return Box(pin.at, -MARK, MARK, seat.row, seat.row + 1)


def stem_box(pin: Pin, seat: Seat) -> Box:
    """The room of a stem, from the head of the lane down to the mark."""
    return Box(pin.at, -2, 2, 0, seat.row + 0.5)


def touching(one: tuple[Pin, Seat], other: tuple[Pin, Seat], widths: tuple[float, float]) -> bool:
    """Whether marks or labels touch."""
    if one[1].row != other[1].row:
        return False
    boxes = [(label_box(*pinned), mark_box(*pinned)) for pinned in (one, other)]
    return any(overlap(a, b, widths) for a in boxes[0] for b in boxes[1])


def crossing(one: tuple[Pin, Seat], other: tuple[Pin, Seat], widths: tuple[float, float]) -> bool:
    """Whether the stem of one crosses the label of the other."""
    return overlap(label_box(*one), stem_box(*other), widths) or overlap(
        stem_box(*one), label_box(*other), widths
    )


def _seated(
    pins: Sequence[Pin],
    order: Sequence[int],
    sides: tuple[Side, ...],
    edges: Edges,
    widths: tuple[float, float],
    *,
    line: float | None,
    stems: bool,
) -> list[Seat] | None:
    """A seat for each pin, chosen in an order; None where one finds none."""
    seats: dict[int, Seat] = {}
    for i in order:
        taken = [(pins[j], seat) for j, seat in seats.items()]
        both: tuple[Side, ...] = ("right", "left")
        room = [one for one in both if inside(label_box(pins[i], Seat(0, one)), edges, widths)]
        clear = [one for one in room if not _crosses(pins[i], one, line, widths)]
        free_sides = [one for one in sides if one in clear] or clear or [one for one in sides if one in room]
        free = (
            seat
            for row in range(len(pins) + 1)
            for seat in (Seat(row, side) for side in free_sides)
            if not any(touching((pins[i], seat), one, widths) for one in taken)
            and not (stems and any(crossing((pins[i], seat), one, widths) for one in taken))
        )
        seat = next(free, None)
        if seat is None:
            return None
        seats[i] = seat
    return [seats[i] for i in range(len(pins))]


def _crosses(pin: Pin, side: Side, line: float | None, widths: tuple[float, float]) -> bool:
    return line is not None and overlap(label_box(pin, Seat(0, side)), Box(line, -2, 2, 0, 1), widths)
