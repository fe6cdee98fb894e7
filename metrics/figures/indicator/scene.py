"""The scene of an indicator's chart: strings on their scale, curves with marks, ticks, key and frame.

In: the indicator, the choice, and the records of a day. Out: everything in px and days, before it is drawn.
Colour says who counts; where there are several places, each has its own mark and its own line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import log10

from metrics.figures import key as keys
from metrics.figures.frame import Frame, decades, steps_around
from metrics.figures.indicator.terms import change_note, terms_name
from metrics.figures.indicator.versus import LETTERS, Versus
from metrics.figures.marks import BAR_LENGTH, Mark, Symbol, label_width
from metrics.figures.naming import hover, value_label
from metrics.figures.palette import PALETTES, Mode
from metrics.figures.points import Lines, lines, plotted
from metrics.figures.scale import Scale, ScalePoint, String, scaled
from metrics.figures.series_curve import reporter_key, second_reporter
from metrics.figures.typesetting import NOTE
from metrics.progress.terms import Restated
from metrics.progress.vintages import Revisions, revisions
from metrics.records.model import Indicator, Observation, Series, Target
from metrics.records.store import Records
from metrics.records.vocabulary import Independence
from metrics.words import Words

PLOT = 360  # px
TOP, AXIS = 24, 28  # px above and below the plot
AIR = 200  # days of air at either end
NARROW = 900  # px
WIDEST_NAME = 250  # px kept free at the right for names

#: How places are told apart: the mark of a state and of an independent reporter, and the line.
_LOOKS: tuple[tuple[Symbol, Symbol, str | None], ...] = (
    ("circle", "diamond", None),
    ("square", "square", "10px,3px"),
    ("triangle-up", "triangle-up", "10px,3px,2px,3px"),
    ("triangle-down", "triangle-down", "4px,3px"),
    ("hexagon", "hexagon", "14px,4px"),
)

#: How two plans are told apart: the bars of their targets, and the ways between what they state.
_BARS: tuple[keys.Sign, keys.Sign] = ("target", "target_other")
_WAYS: tuple[keys.Sign, keys.Sign] = ("pace", "pace_other")


@dataclass(frozen=True, slots=True)
class Curve:
    """One string as it is drawn."""

    string: String
    name: str
    colour: str
    dash: str | None
    joins: Lines
    marks: tuple[Mark, ...]
    values: tuple[str, ...]  # for each mark, the value as it stands beside it


class IndicatorScene:
    """What one chart shows, and in which frame."""

    def __init__(
        self,
        indicator: Indicator,
        records: Records,
        words: Words,
        mode: Mode,
        *,
        series_ids: tuple[str, ...],
        places: tuple[str, ...],
        known_on: date,
        scale: Scale,
        targets: tuple[Target, ...],
        width: int,
        height: int | None = None,
        restated: Restated | None = None,
        vintages: bool = False,
        versus: Versus | None = None,
    ) -> None:
        self.indicator, self.records, self.words, self.mode = indicator, records, words, mode
        self.palette, self.width, self.known_on, self.scale = PALETTES[mode], width, known_on, scale
        self.height, self.versus = height, versus
        self.scaled = scaled(indicator, series_ids, places, records, scale)
        strings = self.scaled.strings
        self.restated = restated
        self.changed = restated.changed if restated else {}
        self.asked_places, self.asked_series = places, series_ids
        self.places = tuple(dict.fromkeys(s.place for s in strings))
        self.several_series = len({s.series.id for s in strings}) > 1
        unit = next((s.series.unit for s in strings), indicator.unit)
        self.unit = records.units[unit]
        self.targets = tuple(
            t
            for t in targets
            if scale in ("level", "log")
            and t.unit == unit
            and t.place in places
            and (scale == "level" or t.value > 0)
        )
        self.even = {"index": 100.0, "ratio": 1.0, "growth": 0.0}.get(scale)
        self.revisions = self._revisions() if vintages and scale in ("level", "log") else {}
        measure = indicator.measure
        self.joins = {id(s): lines([p.observation for p in s.points], measure) for s in strings}
        self.second = second_reporter([(s.series, self.joins[id(s)]) for s in strings])
        self.names = {id(s): self.name(s) for s in strings}
        self.ticks = self._ticks()
        self.key = tuple(self._entries())
        self.frame = self._frame()
        self.curves = self._curves()

    def level(self, value: float) -> float:
        """Where a value as published stands on the axis."""
        return log10(value) if self.scale == "log" else value

    def _revisions(self) -> dict[int, tuple[Revisions, ...]]:
        """The revisions of each string, from its ``id``; those of a log axis leave out what has no place on it."""
        found = {}
        for string in self.scaled.strings:
            rows = [
                one
                for one in self.records.observations_of(string.series.id)
                if one.geography == string.place and (self.scale == "level" or one.value > 0)
            ]
            found[id(string)] = revisions(rows)
        return found

    @property
    def figures(self) -> list[Observation]:
        """The figures that are drawn, without the earlier vintages."""
        return [point.observation for string in self.scaled.strings for point in string.points]

    @property
    def past(self) -> list[float]:
        """Where every vintage stands on the axis."""
        told = (one for some in self.revisions.values() for revision in some for one in revision.vintages)
        return [self.level(one.value) for one in told]

    def place_name(self, place: str) -> str:
        """A place in words."""
        found = self.records.places.get(place)
        return self.words.text(found.label) if found else place

    def series_name(self, series: Series) -> str:
        """The short name of a series; of one that is put into constant prices here, saying so."""
        return terms_name(series, self.restated, self.words)

    def name(self, string: String) -> str:
        """What stands at a line: the series, the place, or both, as far as they differ."""
        series = self.series_name(string.series)
        if len(self.places) < 2:
            return series
        place = self.place_name(string.place)
        if not self.several_series:
            return place
        return self.words.say("chart.indicator.name", series=series, place=place)

    def _ticks(self) -> tuple[tuple[float, str], ...]:
        """Places on the axis and their texts: round steps from 0, powers of ten on a log axis."""
        number = self.words.number
        values = [p.value for s in self.scaled.strings for p in s.points]
        values += [self.level(t.value) for t in self.targets] + self.past
        values += [value for _, value in self.versus.points] if self.versus else []
        if self.scale == "log":
            return tuple(
                (log10(v), number(v)) for v in decades(min(values, default=0), max(values, default=1))
            )
        values.append(self.even or 0.0)
        return tuple((t, self._tick(t)) for t in steps_around(min(values), max(values), 6))

    def _tick(self, value: float) -> str:
        words = self.words
        return words.percent(value / 100) if self.scale == "growth" else words.number(value)

    def _frame(self) -> Frame:
        ends = [p.observation.period.end for s in self.scaled.strings for p in s.points]
        dues = [t.due for t in self.targets] + [day for day, _ in (self.versus.points if self.versus else ())]
        air = timedelta(days=AIR)
        first = min([*ends, *dues], default=self.known_on - timedelta(days=1500)) - air
        last = max([*ends, *dues], default=self.known_on) + air
        if (last - first).days < 1100:
            first = last - timedelta(days=1100)
        left = max(44.0, *(label_width(text, size=NOTE) + 12 for _, text in self.ticks))
        names = [label_width(name, 600) + 70 for name in self.names.values()]
        right = min(max([*names, 60.0]), WIDEST_NAME if self.width >= NARROW else 90)
        low = min([self.ticks[0][0], *self.past, *(p.value for s in self.scaled.strings for p in s.points)])
        top_tick = self.ticks[-1][0]
        open_top = any(
            p.observation.bound.opening == "up" and p.value > top_tick - (self.ticks[1][0] - self.ticks[0][0])
            for s in self.scaled.strings
            for p in s.points
        )
        head = BAR_LENGTH + 8 if open_top else 12
        top = TOP if self.targets else 12
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
            high=low + (top_tick - low) * plot / (plot - head),
            exact=self.height is not None,
        )

    def _curves(self) -> tuple[Curve, ...]:
        strings = self.scaled.strings
        made = [[self._mark(s, p) for p in s.points] for s in strings]
        curves = []
        for string, marks in zip(strings, made, strict=True):
            _, _, dash = _LOOKS[self._look(string)]
            values = tuple(self._value(p) for p in string.points)
            curves.append(
                Curve(
                    string,
                    self.names[id(string)],
                    self._colour(string),
                    dash,
                    self.joins[id(string)],
                    tuple(marks),
                    values,
                )
            )
        return tuple(curves)

    def _look(self, string: String) -> int:
        return self.places.index(string.place) % len(_LOOKS)

    def _colour(self, string: String) -> str:
        colour = self.palette.series(string.series.independence)
        if colour == self.palette.gov and reporter_key(string.series) == self.second:
            return self.palette.gov_2
        return colour

    def _mark(self, string: String, point: ScalePoint) -> Mark:
        one = point.observation
        look = plotted(one, string.series.independence, self.indicator.measure)
        state, other, _ = _LOOKS[self._look(string)]
        levels = self.scale in ("level", "log")
        both = [one] if point.other is None or self.scale == "index" else [one, point.other]
        note = (
            []
            if levels
            else [self.words.say(f"chart.indicator.hover_{self.scale}", value=self._value(point))]
        )
        if one.id in self.changed:
            note.append(change_note(self.changed[one.id], self.records, self.words))
        return Mark(
            id=one.id,
            day=one.period.end,
            value=point.value,
            colour=self._colour(string),
            hover=hover(one, self.records, self.words, [*note, self.place_name(string.place)]),
            symbol=other if look.independent else state,
            size=(6 if look.small else 9) + (1 if look.independent else 0),
            hollow=not all(o.judged for o in both),
            provisional=any(o.provisional for o in both) and all(o.judged for o in both),
            about=look.about and levels,
            opening=look.opening if levels else None,
            bar=30,
        )

    def _value(self, point: ScalePoint) -> str:
        if self.scale in ("level", "log"):
            return value_label(point.observation, self.words)
        if self.scale == "ratio":
            return self.words.say("chart.indicator.times", value=self.words.number(point.value))
        if self.scale == "growth":
            return self.words.percent(point.value / 100)
        return self.words.number(round(point.value))

    def _entries(self) -> list[keys.KeyEntry]:
        points = [p.observation for s in self.scaled.strings for p in s.points]
        others = [p.other for s in self.scaled.strings for p in s.points if p.other is not None]
        drawn = points if self.scale == "index" else [*points, *others]
        levels = self.scale in ("level", "log")
        marks = keys.key_marks(
            plotted(one, self.records.series[one.series].independence, self.indicator.measure)
            for one in drawn
        )
        hidden = {"range"} if levels else {"range", "more_than", "less_than", "about"}
        occurring: dict[keys.Sign, bool] = {
            **{name: is_shown for name, is_shown in marks.items() if name not in hidden},
            "vintage": any(self.revisions.values()),
            "target": bool(self.targets),
        }
        own = {"hollow": "chart.key.hollow_only"}
        entries = [
            keys.KeyEntry(s, self.words.say(own.get(s, f"chart.key.{s}")))
            for s, there in occurring.items()
            if there and not (s == "target" and self.versus)
        ]
        return [*entries, *self._place_entries(), *(self._plans(self.versus) if self.versus else ())]

    def _place_entries(self) -> Iterator[keys.KeyEntry]:
        """Which mark is which place, where several are drawn."""
        if len(self.places) < 2 or self.scale == "ratio":
            return
        for string in {s.place: s for s in self.scaled.strings}.values():
            state, other, _ = _LOOKS[self._look(string)]
            independent = string.series.independence is Independence.INDEPENDENT
            yield keys.KeyEntry(other if independent else state, self.place_name(string.place))

    def _plans(self, versus: Versus) -> list[keys.KeyEntry]:
        """The marks and the own ways of two plans that are compared."""
        say = self.words.say
        entries = [
            keys.KeyEntry(_BARS[side], say("compare.lettered", letter=LETTERS[side], name=versus.names[side]))
            for side in sorted(set(versus.sides.values()))
        ]
        for way in versus.ways:
            letter = LETTERS[way.side]
            if way.rate is None:
                text = say("compare.own_path", letter=letter)
            else:
                text = say("compare.own_growth", letter=letter, rate=self.words.percent(way.rate))
            entries.append(keys.KeyEntry(_WAYS[way.side], text))
        return entries
