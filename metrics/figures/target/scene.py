"""The scene of a target's chart: what is shown, and in which frame.

In: the status of the target and the records of its day. Out: curves, goalposts, paths, marks moved
apart, key, definition lanes, ticks and frame, all in px and days, before anything is drawn.
"""

from dataclasses import dataclass, replace
from datetime import date

from metrics.figures import key as keys
from metrics.figures.frame import Frame, steps_around
from metrics.figures.labels import Box
from metrics.figures.marks import BAR_LENGTH, Mark, label_width, moved_apart
from metrics.figures.naming import hover
from metrics.figures.palette import PALETTES, Mode
from metrics.figures.points import part_of_a_year
from metrics.figures.series_curve import curves
from metrics.figures.target import definition_lanes
from metrics.figures.target.goalposts import Way, goalposts, paths, two_sided
from metrics.figures.target.window import inside, window
from metrics.figures.typesetting import NOTE
from metrics.progress.result import Path, Status
from metrics.records.store import Records
from metrics.words import Words

PLOT = 348  # px
HATCHED = (0.26, 0.38)  # foot and head of the hatching, as shares of the plot
NOTHING = 15  # px, the letters of what is said over it
NARROW = 900  # px; below, there is less air at the right, and no definition lanes
OVER, OVER_TWO = 26, 43  # px above the plot for the due and known-on labels: one row, or two
CLOSE = 250  # days between the due date and the known-on day below which their labels may need two rows
AXIS = 28  # px below the plot for the years


@dataclass(frozen=True, slots=True)
class Nothing:
    """The words for "no figure known", from which day the hatching runs, and between which values."""

    text: str
    first: date
    levels: tuple[float, float]
    box: Box


class Scene:
    """What one chart shows, and in which frame."""

    def __init__(  # noqa: PLR0917  (see target_chart)
        self,
        status: Status,
        records: Records,
        words: Words,
        mode: Mode,
        width: int,
        height: int | None = None,
    ) -> None:
        self.status, self.records, self.words = status, records, words
        self.mode, self.palette, self.width, self.height = mode, PALETTES[mode], width, height
        self.target = status.target
        self.indicator = records.indicators[self.target.indicator]
        everything = curves(status.readings, records, self.palette)
        self.first, self.last = window(status, everything, records.plans.get(self.target.plan))
        self.all_points = tuple(
            p
            for r in status.readings
            for p in records.observations_of(r.series.id)
            if p.geography == self.target.place
        )
        self.beyond = sum(len(s.points) for s in everything)
        shown = (replace(s, points=inside(s.points, self.first, self.last)) for s in everything)
        self.curves = tuple(s for s in shown if s.points)
        self.beyond -= sum(len(s.points) for s in self.curves)
        self.posts = goalposts(status, records)
        self.ways = paths(status, records)
        self.definition_lanes = definition_lanes.lanes(self.curves, words) if width >= NARROW else ()
        beside = abs((status.known_on - self.target.due).days) < CLOSE
        self.over = OVER_TWO if beside or width < NARROW else OVER
        self.ticks = self._ticks()
        self.key = tuple(self._entries())
        self.frame = self._frame()
        self.marks = self._marks()
        self.nothing = None if self.curves else self._nothing()

    def _ticks(self) -> tuple[float, ...]:
        values = [p.value for s in self.curves for p in s.points]
        values += [p.high for s in self.curves for p in s.points if p.high is not None]
        shown = [g for g in self.posts if self.first <= g.day <= self.last or g.main]
        values += [(two_sided(g) or (0, g.value))[1] for g in shown]
        top = max([*values, 0.0])
        values += [low for g in shown if (low := (two_sided(g) or (g.value, 0))[0]) < 0]
        return steps_around(min(values), top * (1.35 if not self.curves else 1.0), 6)

    def _frame(self) -> Frame:
        """The frame, with room for the widest value and the definition lanes."""
        say = self.words.number
        left = max(
            44.0,
            definition_lanes.name_width(self.definition_lanes),
            *(label_width(say(t), size=NOTE) + 12 for t in self.ticks),
        )
        top = self.over
        bottom = AXIS + (
            definition_lanes.depth(self.definition_lanes) - AXIS + 8 if self.definition_lanes else 0
        )
        low = min([self.ticks[0], *(p.value for s in self.curves for p in s.points)])
        air = BAR_LENGTH + 8 if self._open_at_top() else 14
        plot = max(PLOT, (self.height or 0) - top - bottom)
        high = low + (self.ticks[-1] - low) * plot / (plot - air)
        return Frame(
            width=self.width,
            height=top + plot + bottom,
            top=top,
            bottom=bottom,
            left=round(left),
            right=96 if self.width >= NARROW else 16,
            first=self.first,
            last=self.last,
            low=low,
            high=high,
            exact=self.height is not None,
        )

    def _open_at_top(self) -> bool:
        return any(
            self.ticks[-1] - p.value < self.ticks[1] - self.ticks[0] and p.bound.opening == "up"
            for s in self.curves
            for p in s.points
        )

    def _entries(self) -> list[keys.KeyEntry]:
        """The key: each mark that occurs, in a fixed order."""
        marks = keys.key_marks(one for s in self.curves for one in s.plotted(self.indicator.measure))
        occurring: dict[keys.Sign, bool] = {
            "state": marks["state"],
            "independent": marks["independent"],
            "dim": any(not s.counts for s in self.curves),
            **marks,
            "no_data": not self.curves,
            "target": True,
            "break": bool(self.definition_lanes),
        }
        entries = [
            keys.KeyEntry(s, self.words.say(f"chart.key.{s}")) for s, there in occurring.items() if there
        ]
        entries += [keys.KeyEntry("pace", self.own_pace(way)) for way in self.ways if way.series is None]
        whose = {s.series.id: s.independent for s in self.curves}
        required = [way for way in self.ways if way.series]
        independent = all(whose.get(way.series or "", False) for way in required)
        for path in Path:
            if any(way.path is path for way in required):
                sign: keys.Sign = "needed_linear" if path is Path.LINEAR else "needed_compound"
                entries.append(keys.KeyEntry(sign, self.words.say(f"chart.key.{sign}"), independent))
        return entries

    def own_pace(self, way: Way) -> str:
        """What the plan's own pace is called: from where it runs, and its growth of a year where it has one."""
        if self.target.path_values:
            return self.words.say("chart.key.given")
        start = "start" if way.stated_start else "pace"
        kind, rate = ("", self.words.percent(way.rate)) if way.rate is not None else ("_linear", "")
        return self.words.say(f"chart.key.{start}{kind}", rate=rate)

    def _nothing(self) -> Nothing:
        """What is said, and hatched, where no figure is known."""
        frame = self.frame
        plan = self.records.plans.get(self.target.plan)
        first = max(plan.published.end if plan else frame.first, frame.first)
        text = self.words.say("chart.no_figure", day=self.words.day(self.status.known_on))
        foot, head = HATCHED[0] * frame.plot_height, HATCHED[1] * frame.plot_height
        box = Box(frame.across(first), 0, label_width(text, 600, NOTHING), head + 4, head + 28)
        return Nothing(text, first, (frame.value_at(foot), frame.value_at(head)), box)

    def _marks(self) -> dict[str, tuple[Mark, ...]]:
        """The marks of each series, moved apart where they would cover each other."""
        listed = self.words.say("chart.hover.listed")
        part = self.words.say("chart.hover.part")
        found: list[tuple[str, Mark]] = []
        for curve in self.curves:
            for point in curve.points:
                notes = [] if curve.counts else [listed]
                if part_of_a_year(point, self.indicator.measure):
                    notes.append(part)
                text = hover(point, self.records, self.words, notes)
                found.append(
                    (curve.series.id, curve.mark(point, text, self.indicator.measure, self.palette.paper))
                )
        apart = moved_apart([mark for _, mark in found], self.frame)
        marks: dict[str, list[Mark]] = {}
        for (series, _), mark in zip(found, apart, strict=True):
            marks.setdefault(series, []).append(mark)
        return {series: tuple(some) for series, some in marks.items()}
