"""The shared scale of the bullets: multiples of the target, so that the ticks of all targets line up."""

from collections.abc import Iterable
from dataclasses import dataclass

SHORTEST, LONGEST = 1.5, 5.0  # right end of the scale, in multiples of the target
ROOM = 71 / 60  # air to the right of the largest value, where an open end can fade


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from 0 to ``end`` multiples of the target."""

    end: float

    def place(self, multiple: float) -> float:
        """Where a multiple stands, in per cent of the width; what lies outside is put on the edge.

        >>> Scale(3.55).place(1), Scale(2).place(7), Scale(2).place(-1)
        (28.169, 100.0, 0.0)
        """
        return round(100 * min(max(multiple / self.end, 0.0), 1.0), 3)

    def beyond(self, multiple: float) -> bool:
        """Whether a multiple lies beyond the right end and is cut off.

        >>> Scale(5).beyond(5), Scale(5).beyond(5.1)
        (False, True)
        """
        return multiple > self.end

    def ticks(self) -> tuple[int, ...]:
        """The whole multiples that are labelled, from 0.

        >>> Scale(3.55).ticks()
        (0, 1, 2, 3)
        """
        return tuple(range(int(self.end) + 1))


def scale_for(multiples: Iterable[float]) -> Scale:
    """The scale on which these values stand; an outlier is cut off rather than squeezing all others.

    >>> scale_for([0.67, 3.0]).end, scale_for([]).end, scale_for([12]).end
    (3.55, 1.5, 5.0)
    """
    largest = max(multiples, default=0.0)
    return Scale(round(min(LONGEST, max(SHORTEST, largest * ROOM)), 6))
