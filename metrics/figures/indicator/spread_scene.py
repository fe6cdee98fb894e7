"""The scene of a spread: the figures of one place and year, their colours and their axis.

In: the figures of a year and the records in which they stand. Out: what the rows and the words are made from.
"""

from dataclasses import dataclass
from functools import cached_property

from metrics.figures.frame import WIDTH, steps_around
from metrics.figures.palette import PALETTES, Mode, Palette
from metrics.progress.spread import Spread
from metrics.progress.terms import Restated
from metrics.records.model import Indicator, Observation, Series, Unit
from metrics.records.store import Records
from metrics.words import Words

FULL = 0.8  # share of the axis at which the highest figure stands: its label needs the rest
NARROW = 900  # px
LINE = 17  # px of a line of text
LEFT, RIGHT, HEAD, FOOT = 350, 250, 10, 30  # px round the plot: names at the left, sources at the right
LEFT_NARROW, RIGHT_NARROW = 240, 190  # px
LINES, LINES_NARROW = 3, 5  # of text in a row


@dataclass(frozen=True)
class SpreadScene:
    """What the chart is made of."""

    indicator: Indicator
    place: str
    year: int
    told: Spread
    records: Records
    words: Words
    mode: Mode
    restated: Restated | None = None
    width: int = WIDTH  # px
    height: int | None = None  # px of the whole figure, at least

    @property
    def left(self) -> int:
        """Px for the names."""
        return LEFT if self.width >= NARROW else LEFT_NARROW

    @property
    def right(self) -> int:
        """Px for the sources."""
        return RIGHT if self.width >= NARROW else RIGHT_NARROW

    @property
    def lines(self) -> int:
        """How many lines of text a row has room for."""
        return int((self.row - 7) // LINE)

    @property
    def row(self) -> float:
        """Px of a row, where there is more room than is needed a little more."""
        least = LINE * (LINES if self.width >= NARROW else LINES_NARROW) + 7
        room = ((self.height or 0) - HEAD - FOOT) / len(self.figures)
        return min(max(least, room), 2 * least)

    @property
    def palette(self) -> Palette:
        """The colours of the mode."""
        return PALETTES[self.mode]

    @property
    def figures(self) -> tuple[Observation, ...]:
        """One a series, the lowest first."""
        return self.told.figures

    @property
    def unit(self) -> Unit:
        """The unit that all figures share."""
        return self.records.units[self.figures[0].unit]

    @property
    def where(self) -> str:
        """The place in words."""
        found = self.records.places.get(self.place)
        return self.words.text(found.label) if found else self.place

    def series(self, one: Observation) -> Series:
        """The series of a figure."""
        return self.records.series[one.series]

    def colour(self, one: Observation) -> str:
        """Colour says who counts."""
        return self.palette.series(self.series(one).independence)

    @cached_property
    def ticks(self) -> tuple[float, ...]:
        """Places on the axis, through 0."""
        values = [one.value for one in self.figures]
        return steps_around(min(values), max(values))

    @cached_property
    def span(self) -> tuple[float, float]:
        """From where to where the axis runs."""
        low = self.ticks[0]
        highest = max(one.value for one in self.figures)
        return low, low + (max(highest, self.ticks[1]) - low) / FULL

    def share(self, value: float) -> float:
        """Where a value stands on the axis, from 0 to 1."""
        low, high = self.span
        return (value - low) / (high - low)
