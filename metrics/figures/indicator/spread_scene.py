"""The scene of a spread: the figures of one place and year, one a row, in their frame.

In: the figures of a year and the records in which they stand. Out: what the rows and the words are made from.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from metrics.figures.frame import WIDTH, Frame, steps_around
from metrics.figures.indicator.terms import terms_name
from metrics.figures.palette import PALETTES, Mode, Palette
from metrics.figures.typesetting import NOTE, SIZE, Weight, shortened, text_width, wrapped
from metrics.progress.spread import Spread
from metrics.progress.terms import Restated
from metrics.records.model import Indicator, Observation, Series, Unit
from metrics.records.store import Records
from metrics.words import Words

FULL = 0.8  # share of the axis at which the highest figure stands: its label needs the rest
NARROW = 900  # px
LINE = 17  # px of a line of text
NAMES, SOURCES = (
    (326, 216),
    (226, 166),
)  # px of the lines at the left and at the right, at most; where it is narrow
BESIDE, AIR = 20, 4  # px between the plot and its lines, and beyond them
HEAD, FOOT = 10, 30  # px above and below the plot
LINES, LINES_NARROW = 3, 5  # of text in a row


@dataclass(frozen=True)
class Caption:
    """One line of text beside a row."""

    text: str
    colour: str
    size: float = SIZE
    weight: Weight = 400


@dataclass(frozen=True)
class SpreadScene:
    """What the chart is made of."""

    indicator: Indicator
    place: str
    year: int
    spread: Spread
    records: Records
    words: Words
    mode: Mode
    restated: Restated | None = None
    width: int = WIDTH  # px
    height: int | None = None  # px of the whole figure, at least

    @property
    def is_wide(self) -> bool:
        """Whether there is room for long lines."""
        return self.width >= NARROW

    @property
    def row(self) -> float:
        """Px of a row, where there is more room than is needed a little more."""
        least = LINE * (LINES if self.is_wide else LINES_NARROW) + 7
        room = ((self.height or 0) - HEAD - FOOT) / len(self.figures)
        return min(max(least, room), 2 * least)

    @property
    def palette(self) -> Palette:
        """The colours of the mode."""
        return PALETTES[self.mode]

    @property
    def figures(self) -> tuple[Observation, ...]:
        """One a series, the lowest first."""
        return self.spread.figures

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
    def names(self) -> tuple[tuple[Caption, ...], ...]:
        """Who counts, and what, for each row."""
        words, quiet, room = self.words, self.palette.ink_3, NAMES[not self.is_wide]
        found = []
        for one in self.figures:
            series = self.series(one)
            name = shortened(terms_name(series, self.restated, words), room, weight=600)
            what = _filled(words.text(series.definition), self._lines - 1, room, NOTE)
            notes = (Caption(text, quiet, NOTE) for text in what)
            found.append((Caption(name, self.colour(one), weight=600), *notes))
        return tuple(found)

    @cached_property
    def sources(self) -> tuple[tuple[Caption, ...], ...]:
        """Where each figure stands, and of which period it is."""
        words, palette, room = self.words, self.palette, SOURCES[not self.is_wide]
        found = []
        for one in self.figures:
            source = self.records.sources.get(one.source)
            texts = {"period": words.period(one.period), "published": words.published(one)}
            who = _filled(words.text(source.publisher) if source else one.source, self._lines - 1, room)
            when = _filled(words.say("chart.spread.when", **texts), 1 + (self._lines > 3), room, NOTE)
            notes = (Caption(text, palette.ink_3, NOTE) for text in when)
            found.append((*(Caption(text, palette.ink_2) for text in who), *notes))
        return tuple(found)

    @property
    def _lines(self) -> int:
        """How many lines of text a row has room for."""
        return int((self.row - 7) // LINE)

    @cached_property
    def ticks(self) -> tuple[float, ...]:
        """Places on the axis, through 0."""
        values = [one.value for one in self.figures]
        return steps_around(min(values), max(values))

    @cached_property
    def ends(self) -> tuple[float, float]:
        """From where to where the axis of values runs."""
        low, highest = self.ticks[0], max(one.value for one in self.figures)
        return low, low + (max(highest, self.ticks[1]) - low) / FULL

    @cached_property
    def frame(self) -> Frame:
        """Values across, px upright; the margins hold the longest line."""
        plot = round(self.row * len(self.figures))
        left, right = (
            max(text_width(one.text, one.size, one.weight) for lines in rows for one in lines)
            for rows in (self.names, self.sources)
        )
        return Frame(
            width=self.width,
            height=HEAD + plot + FOOT,
            top=HEAD,
            bottom=FOOT,
            left=round(left) + BESIDE + AIR,
            right=round(right) + BESIDE + AIR,
            first=date.min,
            last=date.max,
            low=0,
            high=plot,
            exact=self.height is not None,
            values=self.ends,
        )


def _filled(text: str, most: int, width: float, size: float = SIZE) -> tuple[str, ...]:
    """The text in at most so many lines; what does not fit ends in an ellipsis."""
    lines = wrapped(text, width, size)
    if len(lines) <= most:
        return lines
    kept, rest = lines[: most - 1], text
    for line in kept:
        rest = rest.lstrip().removeprefix(line)  # where a line ends there is a blank, or none in Chinese
    return *kept, shortened(rest.strip(), width, size)
