"""The choice: which slides a deck holds, in which order, and whether it shows what was not counted.

In: the ids of an address or of the command line. Out: a frozen :class:`Choice`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """``slides`` are ids in the order wanted; empty means all that there are, in the usual order.

    ``contested`` off leaves out the figures that are listed and not counted. The verdict and its tally always stay.
    """

    slides: tuple[str, ...] = ()
    contested: bool = True

    def takes(self, name: str) -> bool:
        """Whether a slide is wanted."""
        return not self.slides or name in self.slides

    def ordered(self, found: Sequence[tuple[str, T]]) -> tuple[T, ...]:
        """What was made, by id, in the order wanted; ids of which nothing was made are passed over.

        >>> Choice(("b", "a", "x")).ordered([("a", 1), ("b", 2), ("b", 3), ("c", 4)])
        (2, 3, 1)
        """
        if not self.slides:
            return tuple(one for _, one in found)
        return tuple(one for name in dict.fromkeys(self.slides) for key, one in found if key == name)
