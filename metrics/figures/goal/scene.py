"""The scene of a benchmark's chart: the place and what it is held against, over time, in which frame.

In: what the benchmark says, and the records of a day. Out: everything in px and days, before it is drawn. The
two places are the same series, told apart by mark and line; the axis holds the milestone and the known-on day.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from metrics.figures import key as keys
from metrics.figures.frame import Frame, steps_around
from metrics.figures.marks import BAR_LENGTH, Mark, label_width
from metrics.figures.naming import hover, value_label
from metrics.figures.palette import PALETTES, Mode
from metrics.figures.points import Lines, drawn_points, lines, plotted
from metrics.figures.typesetting import NOTE
from metrics.progress.benchmarks import BenchmarkResult
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.words import Words

WIDTH = 780  # px: the column beside the text of a benchmark on a page 1366 px wide
PLOT = 236  # px
HEAD, AXIS = 44, 28  # px above and below the plot; above it stand the names of the two days
AIR = 200  # days of air at either end


@dataclass(frozen=True, slots=True)
class PlaceCurve:
    """The points of one place as they are drawn."""

    place: str
    name: str
    points: tuple[Observation, ...]
    joins: Lines
    marks: tuple[Mark, ...]
    values: tuple[str, ...]  # for each mark, the value as it stands beside it
    dash: str | None


class GoalScene:
    """What the chart of one benchmark shows."""

    def __init__(
        self,
        result: BenchmarkResult,
        records: Records,
        words: Words,
        mode: Mode,
        *,
        known_on: date,
        width: int = WIDTH,
        height: int | None = None,
    ) -> None:
        self.result, self.records, self.words, self.mode = result, records, words, mode
        self.palette, self.known_on, self.width, self.height = PALETTES[mode], known_on, width, height
        self.benchmark, self.due = result.benchmark, result.goal.due
        self.series = records.series[self.benchmark.series]
        self.indicator = records.indicators[self.series.indicator]
        self.unit = records.units[self.series.unit]
        self.level = None if self.benchmark.other_place else self.benchmark.value
        self.colour = self.palette.series(self.series.independence)
        self.curves = self._curves()
        self.points = tuple(point for curve in self.curves for point in curve.points)
        values = [point.value for point in self.points] + ([] if self.level is None else [self.level])
        self.ticks = steps_around(min([*values, 0.0]), max([*values, 0.0]), 5)
        self.key = tuple(self._entries())
        self.frame = self._frame(min([*values, 0.0]))

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The ids of the figures on which an answer rests."""
        return tuple(one.id for one in (*self.result.milestone_figures, *self.result.now_figures))

    def place_name(self, place: str) -> str:
        """A place in words."""
        return self.words.text(self.records.places[place].label)

    def _curves(self) -> tuple[PlaceCurve, ...]:
        found = []
        for place in (self.benchmark.place, self.benchmark.other_place):
            points = drawn_points(self.records, self.series.id, place) if place else ()
            if place and points:
                beside = place != self.benchmark.place
                found.append(
                    PlaceCurve(
                        place,
                        self.place_name(place),
                        points,
                        lines(points, self.indicator.measure),
                        tuple(self._mark(point, beside=beside) for point in points),
                        tuple(value_label(point, self.words) for point in points),
                        "10px,3px" if beside else None,
                    )
                )
        return tuple(found)

    def _mark(self, point: Observation, *, beside: bool) -> Mark:
        look = plotted(point, self.series.independence, self.indicator.measure)
        return Mark(
            id=point.id,
            day=point.period.end,
            value=point.value,
            colour=self.colour,
            hover=hover(point, self.records, self.words, [self.place_name(point.geography)]),
            symbol="square" if beside else look.symbol,
            size=(6 if look.small else 9) + (1 if look.independent and not beside else 0),
            hollow=look.hollow,
            provisional=look.provisional,
            about=look.about,
            opening=look.opening,
            bar=30,
        )

    def _entries(self) -> list[keys.KeyEntry]:
        looks = (plotted(one, self.series.independence, self.indicator.measure) for one in self.points)
        own = {"hollow": "chart.key.hollow_only"}
        return [
            keys.KeyEntry(sign, self.words.say(own.get(sign, f"chart.key.{sign}")))
            for sign, is_shown in keys.key_marks(looks).items()
            if is_shown and sign != "range"
        ]

    def _frame(self, low: float) -> Frame:
        days = [self.due, self.known_on, *(point.period.end for point in self.points)]
        air = timedelta(days=AIR)
        first, last = min(days) - air, max(days) + air
        top_tick, step = self.ticks[-1], self.ticks[1] - self.ticks[0]
        open_top = any(o.bound.opening == "up" and o.value > top_tick - step for o in self.points)
        head = BAR_LENGTH + 8 if open_top else 10
        left = max(40.0, *(label_width(self.words.number(tick), size=NOTE) + 12 for tick in self.ticks))
        top = HEAD
        plot = max(PLOT, (self.height or 0) - top - AXIS)
        return Frame(
            width=self.width,
            height=top + plot + AXIS,
            top=top,
            bottom=AXIS,
            left=round(left),
            right=24,
            first=first,
            last=last,
            low=low,
            high=low + (top_tick - low) * plot / (plot - head),
            exact=self.height is not None,
        )
