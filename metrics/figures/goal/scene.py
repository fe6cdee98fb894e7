"""The scene of a benchmark's chart: the place and what it is held against, over time, in which frame.

In: what the benchmark says, and the records of a day. Out: everything in px and days, before it is drawn. The
two places are the same series, told apart by mark and line; the axis holds the milestone and the known-on day.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from metrics.figures import key as keys
from metrics.figures.frame import Frame, steps
from metrics.figures.marks import BAR_LENGTH, Mark, label_width
from metrics.figures.naming import hover, value_label
from metrics.figures.palette import PALETTES, Mode
from metrics.figures.points import OPEN_ABOVE, OPEN_BELOW, Lines, drawn_points, lines, part_of_a_year
from metrics.figures.typesetting import NOTE
from metrics.progress.benchmarks import BenchmarkResult
from metrics.records.model import Observation
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Independence
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
        self.ticks = steps(max([*values, 0.0]), 5)
        self.key = keys.rows(self._entries(), width)
        self.frame = self._frame(min([*values, 0.0]))

    @property
    def told(self) -> tuple[str, ...]:
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
        independent = self.series.independence is Independence.INDEPENDENT
        return Mark(
            id=point.id,
            day=point.period.end,
            value=point.value,
            colour=self.colour,
            hover=hover(point, self.records, self.words, [self.place_name(point.geography)]),
            symbol="square" if beside else "diamond" if independent else "circle",
            size=(6 if part_of_a_year(point, self.indicator.measure) else 9)
            + (1 if independent and not beside else 0),
            hollow=not point.judged,
            provisional=point.provisional and point.judged,
            about=point.bound is Bound.ABOUT and point.judged,
            opening="up" if point.bound in OPEN_ABOVE else "down" if point.bound in OPEN_BELOW else None,
            bar=30,
        )

    def _entries(self) -> list[keys.KeyEntry]:
        say, judged = self.words.say, [one for one in self.points if one.judged]
        independent = self.series.independence is Independence.INDEPENDENT
        occurring: dict[keys.Sign, tuple[bool, str]] = {
            "state": (not independent, "chart.key.state"),
            "independent": (independent, "chart.key.independent"),
            "more_than": (any(o.bound in OPEN_ABOVE for o in self.points), "chart.key.more_than"),
            "less_than": (any(o.bound in OPEN_BELOW for o in self.points), "chart.key.less_than"),
            "about": (any(o.bound is Bound.ABOUT for o in judged), "chart.key.about"),
            "provisional": (any(o.provisional for o in judged), "chart.key.provisional"),
            "hollow": (len(judged) < len(self.points), "chart.key.hollow_only"),
        }
        return [keys.KeyEntry(sign, say(text)) for sign, (there, text) in occurring.items() if there]

    def _frame(self, low: float) -> Frame:
        days = [self.due, self.known_on, *(point.period.end for point in self.points)]
        air = timedelta(days=AIR)
        first, last = min(days) - air, max(days) + air
        top_tick, step = self.ticks[-1], self.ticks[1] - self.ticks[0]
        open_top = any(o.bound in OPEN_ABOVE and o.value > top_tick - step for o in self.points)
        head = BAR_LENGTH + 8 if open_top else 10
        left = max(40.0, *(label_width(self.words.number(tick), size=NOTE) + 12 for tick in self.ticks))
        top = keys.ROW * len(self.key) + HEAD
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
