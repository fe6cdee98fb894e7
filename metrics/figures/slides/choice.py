"""The choice: which slides a deck holds, in which order, what each is narrowed to, and who gives it where.

In: what an address, a file or the command line asks for. Out: a frozen :class:`Choice`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

T = TypeVar("T")
Detail = Literal["full", "brief"]


@dataclass(frozen=True, slots=True)
class SlideChoice:
    """One slide that is wanted, by its ``id``: of a target, of an indicator, or ``title``, ``how`` and their like.

    ``place`` (id) and ``years`` (first, last; both included) narrow the slide of an indicator. ``brief`` leaves out
    what was not counted and the notes on method.
    """

    id: str
    own_title: str = ""  # the presenter's, shown beside the generated one
    place: str | None = None
    years: tuple[int, int] | None = None
    detail: Detail = "full"


@dataclass(frozen=True, slots=True)
class Choice:
    """``slides`` in the order wanted; empty means all that there are, in the usual order.

    ``contested`` off leaves out the figures that are listed and not counted. The verdict and its tally always stay.
    ``occasion`` and ``presenter`` stand on the first slide where they are given.
    """

    slides: tuple[SlideChoice, ...] = ()
    contested: bool = True
    occasion: str = ""
    presenter: str = ""
    minutes: int | None = None  # planned, of the timer; None: those of the deck whose slides these are
    name: str = ""  # of the deck whose slides these are; "": of none

    def of(self, name: str) -> SlideChoice | None:
        """How a slide is wanted, by its id; None where it is not."""
        return next(
            (one for one in self.slides if one.id == name), None if self.slides else SlideChoice(name)
        )

    def ordered(self, found: Sequence[tuple[str, T]]) -> tuple[T, ...]:
        """What was made, by id, in the order wanted; ids of which nothing was made are passed over.

        >>> some = Choice((SlideChoice("b"), SlideChoice("a"), SlideChoice("x")))
        >>> some.ordered([("a", 1), ("b", 2), ("b", 3), ("c", 4)])
        (2, 3, 1)
        """
        if not self.slides:
            return tuple(one for _, one in found)
        wanted = dict.fromkeys(one.id for one in self.slides)
        return tuple(one for name in wanted for key, one in found if key == name)


WHOLE = Choice()  # all slides, in the usual order
