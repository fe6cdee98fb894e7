"""The label placer: finds a place for each label where it touches nothing.

In: labels with the places they may take, obstacles, and the widths that the plot may have. Out: the
places taken. A box stands at a share of the plot plus an offset in px across, and in px upright, so one
answer holds for every width between the two given. Pure and deterministic: the same labels come out the
same way, in the order of their rank.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Literal

LEADER = 18  # px from a mark to its label from which a thin line joins them
_RIGHT_FIRST = (1, 6, 5, 2, 3, 0, 4, 7, 8, 9, 10, 11)
NEAR = 12  # spots that :func:`around` lists first, and again for each further distance

Anchor = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: from ``at * plot width + left`` to ``at * plot width + right`` across, px upright."""

    at: float
    left: float
    right: float
    foot: float
    head: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a label may take, seen from its mark: px to the right, px up, and what is held there."""

    across: float
    up: float
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Label:
    """A label that wants a place at the mark that stands at (``at``, ``height``)."""

    key: str
    at: float  # share of the plot
    height: float
    width: float
    spots: tuple[Spot, ...]
    rank: int = 0  # lower ranks choose first
    tall: float = 16.0
    must: bool = False  # may stand on soft obstacles rather than be left out
    group: str = ""  # of several labels of one group only the first that finds a place is set
    near: int = 99  # how many of the spots are near; a must takes a near one on a line before a far free one
    mark: float | None = None  # px by which its mark stands aside; None: no line joins it to a mark

    def box(self, spot: Spot) -> Box:
        """The rectangle that the label fills at a spot."""
        left = spot.across - {"left": 0.0, "center": self.width / 2, "right": self.width}[spot.anchor]
        middle = self.height + spot.up
        return Box(self.at, left, left + self.width, middle - self.tall / 2, middle + self.tall / 2)

    def leader(self, spot: Spot) -> tuple[float, float] | None:
        """The line from the mark to the label, in px to the right and up, where it stands away from the mark.

        >>> Label("a", 0.5, 100, 60, (), mark=0.0).leader(Spot(30, 40, "left"))
        (30.0, 32.0)
        """
        if self.mark is None:
            return None
        box = self.box(spot)
        across = max(box.left - self.mark, 0) or min(box.right - self.mark, 0)
        up = max(box.foot - self.height, 0) or min(box.head - self.height, 0)
        return (across, up) if max(abs(across), abs(up)) >= LEADER else None

    def leader_boxes(self, spot: Spot) -> list[Box]:
        """That line as a row of small boxes."""
        across, up = self.leader(spot) or (0.0, 0.0)
        count, start = ceil(max(abs(across), abs(up)) / 6), self.mark or 0.0
        ends = [(start + across * i / count, self.height + up * i / count) for i in range(count + 1) if count]
        return [
            Box(self.at, min(x0, x1) - 1, max(x0, x1) + 1, min(y0, y1) - 1, max(y0, y1) + 1)
            for (x0, y0), (x1, y1) in pairwise(ends)
        ]


@dataclass(frozen=True, slots=True)
class Edges:
    """How far labels may go: px beyond the left and right edge of the plot, px upright."""

    left: float
    right: float
    foot: float
    head: float


def overlap(one: Box, other: Box, widths: tuple[float, float]) -> bool:
    """Whether two boxes touch at any plot width between the two given.

    >>> overlap(Box(0.5, 0, 50, 0, 16), Box(0.6, 0, 50, 0, 16), (600, 900))
    False
    >>> overlap(Box(0.5, 0, 50, 0, 16), Box(0.6, 0, 50, 0, 16), (400, 900))
    True
    """
    if one.foot >= other.head or other.foot >= one.head:
        return False
    apart = other.at - one.at
    nearest, furthest = sorted((apart * widths[0], apart * widths[1]))
    return nearest < one.right - other.left and furthest > one.left - other.right


def inside(box: Box, edges: Edges, widths: tuple[float, float]) -> bool:
    """Whether a box stays inside the edges at every plot width between the two given."""
    return (
        edges.foot <= box.foot
        and box.head <= edges.head
        and min(box.at * w + box.left for w in widths) >= -edges.left
        and max((box.at - 1) * w + box.right for w in widths) <= edges.right
    )


def place(
    labels: Sequence[Label],
    obstacles: Iterable[Box],
    edges: Edges,
    widths: tuple[float, float],
    soft: Iterable[Box] = (),
) -> dict[str, Spot]:
    """Choose a spot for each label, each taking its first spot that is free.

    The best rank chooses first, and within a rank the label that has the least room.

    A label takes no spot on an obstacle or on another label, and no line from a mark to its label crosses another
    label. Soft obstacles (lines) are kept free too, except by a label that ``must`` stand somewhere. Labels without a free
    spot are missing in the result.
    """
    fixed, lines = tuple(obstacles), tuple(soft)
    texts: list[Box] = []
    leaders: list[Box] = []
    taken: dict[str, Spot] = {}

    def touches(boxes: Iterable[Box], others: Sequence[Box]) -> bool:
        return any(overlap(box, other, widths) for box in boxes for other in others)

    def first_free(label: Label, spots: Sequence[Spot], walls: Sequence[Box]) -> Spot | None:
        for spot in spots:
            box = label.box(spot)
            clear = inside(box, edges, widths) and not touches([box], walls)
            if clear and not touches(label.leader_boxes(spot), texts):
                return spot
        return None

    def room(label: Label) -> int:
        return sum(
            inside(box, edges, widths) and not any(overlap(box, wall, widths) for wall in fixed)
            for box in map(label.box, label.spots[:NEAR])
        )

    grouped: set[str] = set()
    for label in sorted(labels, key=lambda one: (one.rank, room(one))):
        if label.group and label.group in grouped:
            continue
        spot = None
        hard = [*fixed, *texts, *leaders]
        for spots in (label.spots[: label.near], label.spots[label.near :]):
            spot = spot or first_free(label, spots, [*hard, *lines])
            if spot is None and label.must:
                spot = first_free(label, spots, hard)
        if spot is not None:
            taken[label.key] = spot
            grouped.add(label.group)
            texts.append(label.box(spot))
            leaders += label.leader_boxes(spot)
    return taken


def crowded(
    labels: Sequence[Label],
    taken: Mapping[str, Spot],
    obstacles: Iterable[Box],
    widths: tuple[float, float],
) -> frozenset[str]:
    """The labels that give way where the plot is narrower than it was placed for.

    Of two that touch there the one of the better rank stays; one that touches an obstacle there, and did not
    have to stand, goes.
    """
    walls = tuple(obstacles)
    kept: list[Box] = []
    gone: set[str] = set()
    for label in sorted(
        (one for one in labels if one.key in taken), key=lambda one: (one.rank, not one.must)
    ):
        box = label.box(taken[label.key])
        if any(overlap(box, other, widths) for other in (kept if label.must else (*kept, *walls))):
            gone.add(label.key)
        else:
            kept.append(box)
    return frozenset(gone)


def around(
    gap: float, tall: float = 16.0, reach: Sequence[float] = (), *, right_first: bool = False
) -> tuple[Spot, ...]:
    """Spots round a mark of radius ``gap``: left, right, above, below, the corners; then further off.

    ``reach`` lists further distances in px, for labels that may stand away from their mark; ``right_first`` is for the
    end of a line.
    """
    over = gap + tall / 2
    near: list[Spot] = [
        Spot(-gap - 3, 0, "right"),
        Spot(gap + 3, 0, "left"),
        Spot(0, over, "center"),
        Spot(0, -over, "center"),
        Spot(-gap - 1, 7, "right"),
        Spot(gap + 1, -7, "left"),
        Spot(gap + 1, 7, "left"),
        Spot(-gap - 1, -7, "right"),
        Spot(2, over, "right"),
        Spot(-2, -over, "left"),
        Spot(-2, over, "left"),
        Spot(2, -over, "right"),
    ]
    if right_first:
        near = [near[at] for at in _RIGHT_FIRST]
    for far in reach:
        near += [
            Spot(side * (gap + out), up * far, "right" if side < 0 else "left")
            for out in (3, 24)
            for up, side in ((1, -1), (-1, 1), (1, 1), (-1, -1))
        ]
        near += [
            Spot(0, far, "center"),
            Spot(0, -far, "center"),
            Spot(-gap - far, 0, "right"),
            Spot(gap + far, 0, "left"),
        ]
    return tuple(near)
