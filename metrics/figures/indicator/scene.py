"""The scene of an indicator's chart: curves with marks on their scale, ticks, key and frame.

In: the indicator, the choice, and the records of a day. Out: everything in px and days, before it is drawn.
Colour says who counts; where there are several places, each has its own mark and its own line.
"""

from dataclasses import KW_ONLY, dataclass
from datetime import date, timedelta
from functools import cached_property
from math import log10

from metrics.figures.frame import WIDTH, Frame, decades, steps_around
from metrics.figures.indicator.terms import change_note, terms_name
from metrics.figures.indicator.versus import Versus
from metrics.figures.key import KeyEntry, Sign, key_marks
from metrics.figures.marks import BAR_LENGTH, Mark, Symbol, label_width
from metrics.figures.naming import hover, value_label
from metrics.figures.palette import PALETTES, Mode, Palette
from metrics.figures.points import Lines, lines, plotted
from metrics.figures.scale import Scale, Scaled, ScaledSeries, ScalePoint, scaled
from metrics.figures.series_curve import reporter_key, second_reporter
from metrics.figures.typesetting import NOTE
from metrics.progress.terms import Restated
from metrics.progress.vintages import Revisions, revisions
from metrics.records.model import Indicator, Observation, Series, Target, Unit
from metrics.records.store import Records
from metrics.records.vocabulary import Independence
from metrics.words import Words

PLOT = 360  # px
TOP, AXIS = 24, 28  # px above and below the plot
AIR = 200  # days of air at either end
NARROW = 900  # px
WIDEST_NAME = 250  # px kept free at the right for names
OPEN_BAR = 30  # px of an open end

#: How places are told apart: the mark of a state and of an independent reporter, and the line.
_LOOKS: tuple[tuple[Symbol, Symbol, str | None], ...] = (
    ("circle", "diamond", None),
    ("square", "square", "10px,3px"),
    ("triangle-up", "triangle-up", "10px,3px,2px,3px"),
    ("triangle-down", "triangle-down", "4px,3px"),
    ("hexagon", "hexagon", "14px,4px"),
)


@dataclass(frozen=True, slots=True)
class Curve:
    """One series of one place as it is drawn."""

    series: Series
    place: str
    points: tuple[ScalePoint, ...]
    name: str
    colour: str
    dash: str | None
    joins: Lines
    marks: tuple[Mark, ...]
    values: tuple[str, ...]  # for each mark, the value as it stands beside it
    revisions: tuple[Revisions, ...]  # where earlier vintages are drawn


@dataclass(frozen=True, eq=False)
class IndicatorScene:
    """What one chart shows, and in which frame.

    ``indicator`` with its ``records`` as known on the day, the ``words`` of a language and the ``mode`` of the colours;
    ``series_ids`` (all in one unit) and ``places`` that are asked for; the ``scale``, of which a ratio always takes the
    two places that are compared; ``targets`` to draw in where the scale shows levels; ``width``, the px for which labels
    are set, which stay apart from 0.93 to 1.6 times that width, and ``height``, px of the whole figure, at least, where
    it is drawn for one size alone; how the records were ``restated`` in another currency or in constant prices; whether
    earlier ``vintages`` are drawn; and two plans that are compared (``versus``).

    Raises, when first read:
        ValueError: the series are in different units, or one does not belong to the indicator.
    """

    indicator: Indicator
    records: Records
    words: Words
    mode: Mode
    _: KW_ONLY
    series_ids: tuple[str, ...]
    places: tuple[str, ...]
    known_on: date
    scale: Scale = "level"
    targets: tuple[Target, ...] = ()
    width: int = WIDTH
    height: int | None = None
    restated: Restated | None = None
    vintages: bool = False
    versus: Versus | None = None

    @property
    def palette(self) -> Palette:
        """The colours of the mode."""
        return PALETTES[self.mode]

    @cached_property
    def scaled(self) -> Scaled:
        """The figures on the scale."""
        return scaled(self.indicator, self.series_ids, self.places, self.records, self.scale)

    @cached_property
    def shown_places(self) -> tuple[str, ...]:
        """The places of which something is drawn."""
        return tuple(dict.fromkeys(one.place for one in self.scaled.series))

    @cached_property
    def several_series(self) -> bool:
        """Whether more than one series is drawn."""
        return len({one.series.id for one in self.scaled.series}) > 1

    @cached_property
    def unit(self) -> Unit:
        """The unit of all figures."""
        first = next((one.series.unit for one in self.scaled.series), self.indicator.unit)
        return self.records.units[first]

    @property
    def levels(self) -> bool:
        """Whether the scale shows the figures themselves."""
        return self.scale in ("level", "log")

    @cached_property
    def shown_targets(self) -> tuple[Target, ...]:
        """The targets that have a place on the axis."""
        return tuple(
            one
            for one in self.targets
            if self.levels
            and one.unit == self.unit.id
            and one.place in self.places
            and (self.scale == "level" or one.value > 0)
        )

    @property
    def even(self) -> float | None:
        """The value at which nothing has changed, or two places are even."""
        return {"index": 100.0, "ratio": 1.0, "growth": 0.0}.get(self.scale)

    def level(self, value: float) -> float:
        """Where a value as published stands on the axis."""
        return log10(value) if self.scale == "log" else value

    @cached_property
    def curves(self) -> tuple[Curve, ...]:
        """Each series and place, in the order of the indicator's series."""
        measure, found = self.indicator.measure, self.scaled.series
        joins = [lines([point.observation for point in one.points], measure) for one in found]
        second = second_reporter([(one.series, pairs) for one, pairs in zip(found, joins, strict=True)])
        return tuple(self._curve(one, pairs, second) for one, pairs in zip(found, joins, strict=True))

    def _curve(self, one: ScaledSeries, joins: Lines, second: str | None) -> Curve:
        colour = self.palette.series(one.series.independence)
        if colour == self.palette.gov and reporter_key(one.series) == second:
            colour = self.palette.gov_2
        return Curve(
            one.series,
            one.place,
            one.points,
            self.name(one.series, one.place),
            colour,
            self._look(one.place)[2],
            joins,
            tuple(self._mark(one, point, colour) for point in one.points),
            tuple(map(self._value, one.points)),
            self._revisions(one) if self.vintages and self.levels else (),
        )

    def _revisions(self, one: ScaledSeries) -> tuple[Revisions, ...]:
        """Its revisions; those of a log axis leave out what has no place on it."""
        rows = self.records.observations_of(one.series.id)
        return revisions(
            row for row in rows if row.geography == one.place and (self.scale == "level" or row.value > 0)
        )

    @property
    def figures(self) -> list[Observation]:
        """The figures that are drawn, without the earlier vintages."""
        return [point.observation for one in self.scaled.series for point in one.points]

    @cached_property
    def _heights(self) -> list[float]:
        """Where every figure stands on the axis, each vintage included."""
        past = (one for curve in self.curves for revision in curve.revisions for one in revision.vintages)
        figures = (point.value for one in self.scaled.series for point in one.points)
        return [*figures, *(self.level(one.value) for one in past)]

    def place_name(self, place: str) -> str:
        """A place in words."""
        found = self.records.places.get(place)
        return self.words.text(found.label) if found else place

    def series_name(self, series: Series) -> str:
        """The short name of a series; of one that is put into constant prices here, saying so."""
        return terms_name(series, self.restated, self.words)

    def name(self, series: Series, place: str) -> str:
        """What stands at a line: the series, the place, or both, as far as they differ."""
        if len(self.shown_places) < 2:
            return self.series_name(series)
        where = self.place_name(place)
        if not self.several_series:
            return where
        return self.words.say("chart.indicator.name", series=self.series_name(series), place=where)

    @cached_property
    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Places on the axis and their texts: round steps from 0, powers of ten on a log axis."""
        words = self.words
        values = self._heights + [self.level(one.value) for one in self.shown_targets]
        values += [value for _, value in self.versus.points] if self.versus else []
        if self.scale == "log":
            found = decades(min(values, default=0), max(values, default=1))
            return tuple((log10(value), words.number(value)) for value in found)
        values.append(self.even or 0.0)
        steps = steps_around(min(values), max(values), 6)
        if self.scale == "growth":
            return tuple((value, words.percent(value / 100)) for value in steps)
        return tuple((value, words.number(value)) for value in steps)

    @cached_property
    def frame(self) -> Frame:
        """The plot in px, with room for names at the right."""
        days = [one.period.end for one in self.figures] + [one.due for one in self.shown_targets]
        days += [day for day, _ in self.versus.points] if self.versus else []
        air = timedelta(days=AIR)
        last = max(days, default=self.known_on) + air
        first = min(days, default=self.known_on - timedelta(days=1500)) - air
        first = min(first, last - timedelta(days=1100))
        left = max(44.0, *(label_width(text, size=NOTE) + 12 for _, text in self.ticks))
        names = (label_width(curve.name, 600) + 70 for curve in self.curves)
        right = min(max([*names, 60.0]), WIDEST_NAME if self.width >= NARROW else 90)
        (lowest, _), (second, _), (highest, _) = self.ticks[0], self.ticks[1], self.ticks[-1]
        low = min([lowest, *self._heights])
        opens = any(
            mark.opening == "up" and mark.value > highest - (second - lowest)
            for curve in self.curves
            for mark in curve.marks
        )
        head = BAR_LENGTH + 8 if opens else 12
        top = TOP if self.shown_targets else 12
        plot = max(PLOT, (self.height or 0) - top - AXIS)
        return Frame(
            width=self.width,
            height=top + plot + AXIS,
            top=top,
            bottom=AXIS,
            left=round(left),
            right=round(right),
            first=first,
            last=last,
            low=low,
            high=low + (highest - low) * plot / (plot - head),
            exact=self.height is not None,
        )

    def _look(self, place: str) -> tuple[Symbol, Symbol, str | None]:
        return _LOOKS[self.shown_places.index(place) % len(_LOOKS)]

    def _mark(self, scaled: ScaledSeries, point: ScalePoint, colour: str) -> Mark:
        one, words = point.observation, self.words
        look = plotted(one, scaled.series.independence, self.indicator.measure)
        state, other, _ = self._look(scaled.place)
        both = [one] if point.other is None or self.scale == "index" else [one, point.other]
        notes = (
            []
            if self.levels
            else [words.say(f"chart.indicator.hover_{self.scale}", value=self._value(point))]
        )
        change = self.restated.changed.get(one.id) if self.restated else None
        if change:
            notes.append(change_note(change, self.records, words))
        return Mark(
            id=one.id,
            day=one.period.end,
            value=point.value,
            colour=colour,
            hover=hover(one, self.records, words, [*notes, self.place_name(scaled.place)]),
            symbol=other if look.independent else state,
            size=(6 if look.small else 9) + (1 if look.independent else 0),
            hollow=not all(o.judged for o in both),
            provisional=any(o.provisional for o in both) and all(o.judged for o in both),
            about=look.about and self.levels,
            opening=look.opening if self.levels else None,
            bar=OPEN_BAR,
        )

    def _value(self, point: ScalePoint) -> str:
        if self.levels:
            return value_label(point.observation, self.words)
        if self.scale == "ratio":
            return self.words.say("chart.indicator.times", value=self.words.number(point.value))
        if self.scale == "growth":
            return self.words.percent(point.value / 100)
        return self.words.number(round(point.value))

    @cached_property
    def key(self) -> tuple[KeyEntry, ...]:
        """The marks that occur, the mark of each place where there are several, and those of two plans."""
        others = (point.other for one in self.scaled.series for point in one.points if point.other)
        drawn = self.figures if self.scale == "index" else [*self.figures, *others]
        marks = key_marks(
            plotted(one, self.records.series[one.series].independence, self.indicator.measure)
            for one in drawn
        )
        hidden = {"range"} if self.levels else {"range", "more_than", "less_than", "about"}
        occurring: dict[Sign, bool] = {
            **{name: is_shown for name, is_shown in marks.items() if name not in hidden},
            "vintage": any(curve.revisions for curve in self.curves),
            "target": bool(self.shown_targets) and not self.versus,
        }
        own = {"hollow": "chart.key.hollow_only"}
        entries = [
            KeyEntry(sign, self.words.say(own.get(sign, f"chart.key.{sign}")))
            for sign, is_shown in occurring.items()
            if is_shown
        ]
        if len(self.shown_places) > 1 and self.scale != "ratio":
            for one in {one.place: one for one in self.scaled.series}.values():
                state, other, _ = self._look(one.place)
                independent = one.series.independence is Independence.INDEPENDENT
                entries.append(KeyEntry(other if independent else state, self.place_name(one.place)))
        return (*entries, *(self.versus.key(self.words) if self.versus else ()))
