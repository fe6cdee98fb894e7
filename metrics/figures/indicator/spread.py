"""The spread: one row a series on one axis of values, for one place and year.

In: the figures that :func:`metrics.progress.spread.spreads` gives for a year, the lowest first. Out: a :class:`Chart`.
Each row names who counts, what, and in which source; the title gives the lowest and the highest, never a mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import plotly.graph_objects as go

from metrics.figures.chart import Chart
from metrics.figures.frame import steps_around
from metrics.figures.indicator.terms import change_note, terms_name, terms_sentences, terms_table
from metrics.figures.lettering import NOTE, plain, shortened, span
from metrics.figures.marks import PROVISIONAL
from metrics.figures.naming import hover, source_line, value_label
from metrics.figures.palette import PALETTES, Mode, Palette
from metrics.figures.points import OPEN_ABOVE, OPEN_BELOW
from metrics.figures.template import faded, mixed, template
from metrics.progress.terms import Restated
from metrics.records.model import Indicator, Observation, Series, Unit
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Independence
from metrics.words import Words

ROW = 44  # px
LEFT, RIGHT, HEAD, FOOT = 350, 230, 10, 30  # px round the plot: names at the left, sources at the right
BAR, SLICES = 42, 6  # px and parts of the bar of an open end
FULL = 0.8  # share of the axis at which the highest figure stands: its label needs the rest
SWITCH = 0.5  # from this share of the axis on the label of an open end stands on its closed side


@dataclass(frozen=True)
class Spread:
    """What the chart is made of."""

    indicator: Indicator
    place: str
    year: int
    figures: tuple[Observation, ...]  # one a series, the lowest first
    records: Records
    words: Words
    mode: Mode
    restated: Restated | None = None

    @property
    def palette(self) -> Palette:
        """The colours of the mode."""
        return PALETTES[self.mode]

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


def spread_chart(
    figures: Sequence[Observation],
    indicator: Indicator,
    records: Records,
    words: Words,
    mode: Mode,
    *,
    place: str,
    year: int,
    known_on: date,
    restated: Restated | None = None,
) -> Chart:
    """Draw what several series say of one place and year.

    Args:
        figures: two or more, one a series, in one unit, the lowest first.
        indicator: what is measured.
        records: what was known on the day, in the terms that are shown.
        words: the language.
        mode: light or dark.
        place: of which place the figures are.
        year: of which year.
        known_on: the day.
        restated: where ``records`` are in another currency or in constant prices, how they came to be.

    Raises:
        ValueError: fewer than two figures, or different units.
    """
    units = sorted({one.unit for one in figures})
    if len(figures) < 2 or len(units) > 1:
        raise ValueError(f"a spread needs two or more figures in one unit, not {len(figures)} in {units}")
    spread = Spread(indicator, place, year, tuple(figures), records, words, mode, restated)
    title = _title(spread)
    return Chart(
        id=f"spread-{indicator.id}",
        figure=_figure(spread),
        title=title,
        subtitle=_subtitle(spread),
        source=source_line((spread.series(one) for one in figures), words, words.day(known_on)),
        alt=_alt(spread, title),
        table=terms_table(figures, (), restated, records, words),
    )


# Words


def _title(spread: Spread) -> str:
    words, lowest, highest = spread.words, spread.figures[0], spread.figures[-1]
    return words.say(
        "chart.spread.title",
        n=len(spread.figures),
        indicator=words.text(spread.indicator.label),
        place=spread.where,
        year=str(spread.year),
        low=words.say(f"figure_long.{lowest.bound}", figure=words.number(lowest.value)),
        high=words.figure_long(highest, spread.unit),
    )


def _subtitle(spread: Spread) -> str:
    words, lowest, highest = spread.words, spread.figures[0], spread.figures[-1]
    sentences = [words.say("chart.spread.subtitle", unit=words.text(spread.unit.label))]
    closed = {Bound.EXACT, Bound.ABOUT}
    if lowest.value > 0 and {lowest.bound, highest.bound} <= closed and highest.value > lowest.value:
        times = words.number(round(highest.value / lowest.value, 1))
        sentences.append(words.say("chart.spread.times", times=times))
    if spread.restated:
        ids = [one.series for one in spread.figures]
        sentences += terms_sentences(spread.restated, ids, [spread.place], words, refused=False)
    return words.paragraph(sentences)


def _alt(spread: Spread, title: str) -> str:
    words = spread.words
    rows = [
        words.say(
            "chart.spread.alt_row",
            series=words.text(spread.series(one).short),
            figure=words.figure_long(one, spread.unit),
        )
        for one in spread.figures
    ]
    return words.say("chart.spread.alt", title=title, rows=words.say("chart.gap").join(rows))


# Drawing


def _figure(spread: Spread) -> go.Figure:
    palette, words = spread.palette, spread.words
    count = len(spread.figures)
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    rows = [(count - 1 - at, one) for at, one in enumerate(spread.figures)]
    for row, one in rows:
        shapes.append(_rule(row, palette))
        shapes += _open_end(spread, row, one)
        notes += _names(spread, row, one)
        notes.append(_value(spread, row, one))
    return go.Figure(
        data=[*_halos(spread, rows), _marks(spread, rows)],
        layout={
            "template": template(spread.mode),
            "height": HEAD + FOOT + ROW * count,
            "margin": {"t": HEAD, "b": FOOT, "l": LEFT, "r": RIGHT, "pad": 0},
            "shapes": shapes,
            "annotations": notes,
            "xaxis": {
                "range": list(spread.span),
                "tickvals": list(spread.ticks),
                "ticktext": [words.number(tick) for tick in spread.ticks],
                "showgrid": True,
            },
            "yaxis": {"range": [-0.5, count - 0.5], "showgrid": False, "showticklabels": False},
        },
    )


def _rule(row: int, palette: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "name": "row",
        "xref": "paper",
        "yref": "y",
        "x0": 0,
        "x1": 1,
        "y0": row,
        "y1": row,
        "line": {"color": palette.rule, "width": 1},
        "layer": "below",
    }


def _open_end(spread: Spread, row: int, one: Observation) -> list[dict[str, Any]]:
    """A bar that fades towards the open side, and a chevron at its end."""
    if one.bound not in (*OPEN_ABOVE, *OPEN_BELOW):
        return []
    way = 1 if one.bound in OPEN_ABOVE else -1
    colour = spread.colour(one)
    fixed: dict[str, Any] = {
        "xref": "x",
        "yref": "y",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": one.value,
        "yanchor": row,
    }
    slices = [
        {
            **fixed,
            "type": "rect",
            "name": "open end",
            "x0": way * BAR * i / SLICES,
            "x1": way * BAR * (i + 1) / SLICES,
            "y0": -4,
            "y1": 4,
            "fillcolor": faded(colour, round(0.7 * (1 - i / SLICES), 2)),
            "line": {"width": 0},
        }
        for i in range(SLICES)
    ]
    tip = "M{0},5L{1},0L{0},-5".format(way * (BAR - 5), way * BAR)
    return [
        *slices,
        {**fixed, "type": "path", "name": "chevron", "path": tip, "line": {"color": colour, "width": 1.8}},
    ]


def _names(spread: Spread, row: int, one: Observation) -> list[dict[str, Any]]:
    """Who counts and what at the left; where it stands, and of which period, at the right."""
    words, palette, series = spread.words, spread.palette, spread.series(one)
    source = spread.records.sources.get(one.source)
    name = shortened(terms_name(series, spread.restated, words), LEFT - 24, weight=600)
    definition = shortened(words.text(series.definition), LEFT - 24, NOTE)
    publisher = shortened(source.publisher if source else one.source, RIGHT - 24)
    when = words.say(
        "chart.spread.when", period=words.period(one.period), published=words.period(one.published)
    )
    left = {"x": 0, "xanchor": "left", "xshift": -LEFT}
    right = {"x": 1, "xanchor": "left", "xshift": 20}
    return [
        _note(row, 9, span(name, spread.colour(one), 600), left),
        _note(row, -9, span(definition, palette.ink_3), left, NOTE),
        _note(row, 9, span(publisher, palette.ink_2), right),
        _note(row, -9, span(shortened(when, RIGHT - 24, NOTE), palette.ink_3), right, NOTE),
    ]


def _note(row: int, up: float, text: str, at: dict[str, Any], size: float | None = None) -> dict[str, Any]:
    return {
        "y": row,
        "xref": "paper",
        "yref": "y",
        "yanchor": "middle",
        "yshift": up,
        "text": text,
        "showarrow": False,
        **at,
        **({"font": {"size": size}} if size else {}),
    }


def _value(spread: Spread, row: int, one: Observation) -> dict[str, Any]:
    opens = 1 if one.bound in OPEN_ABOVE else -1 if one.bound in OPEN_BELOW else 0
    side = -1 if opens > 0 and spread.share(one.value) > SWITCH else 1
    away = 12 + (BAR if side == opens else 0)
    return {
        "x": one.value if side < 0 or one.high is None else max(one.value, one.high),
        "y": row,
        "xref": "x",
        "yref": "y",
        "xanchor": "left" if side > 0 else "right",
        "yanchor": "middle",
        "xshift": side * away,
        "text": span(value_label(one, spread.words), spread.palette.ink, 600),
        "showarrow": False,
    }


def _halos(spread: Spread, rows: Sequence[tuple[int, Observation]]) -> list[dict[str, Any]]:
    """The stated range of a figure as a bar, and a halo round one that is about."""
    made: list[dict[str, Any]] = []
    for row, one in rows:
        common = {"type": "scatter", "hoverinfo": "skip", "meta": {"series": one.series, "role": "halo"}}
        if one.low is not None and one.high is not None:
            line = {"color": faded(spread.colour(one), 0.35), "width": 8}
            made.append({**common, "x": [one.low, one.high], "y": [row, row], "mode": "lines", "line": line})
        elif one.bound is Bound.ABOUT:
            marker = {"size": 20, "color": spread.colour(one), "opacity": 0.3, "symbol": _symbol(spread, one)}
            made.append({**common, "x": [one.value], "y": [row], "mode": "markers", "marker": marker})
    return made


def _symbol(spread: Spread, one: Observation) -> str:
    return "diamond" if spread.series(one).independence is Independence.INDEPENDENT else "circle"


def _marks(spread: Spread, rows: Sequence[tuple[int, Observation]]) -> dict[str, Any]:
    palette, words, records = spread.palette, spread.words, spread.records
    changed = spread.restated.changed if spread.restated else {}
    figures = [one for _, one in rows]
    colours = [spread.colour(one) for one in figures]
    fills = [
        mixed(colour, palette.paper, PROVISIONAL) if one.provisional else colour
        for colour, one in zip(colours, figures, strict=True)
    ]
    told = [[change_note(changed[one.id], records, words)] if one.id in changed else [] for one in figures]
    return {
        "type": "scatter",
        "x": [one.value for one in figures],
        "y": [row for row, _ in rows],
        "mode": "markers",
        "name": plain(words.text(spread.indicator.short)),
        "meta": {"role": "mark"},
        "customdata": [one.id for one in figures],
        "hovertext": [hover(one, records, words, notes) for one, notes in zip(figures, told, strict=True)],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "symbol": [_symbol(spread, one) for one in figures],
            "size": [12 if _symbol(spread, one) == "circle" else 13 for one in figures],
            "color": fills,
            "opacity": 1,
            "line": {
                "color": [
                    c if o.provisional else palette.paper for c, o in zip(colours, figures, strict=True)
                ],
                "width": 1.5,
            },
        },
    }
