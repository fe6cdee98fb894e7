"""The rows of a spread: one a series, on one axis of values.

In: the scene of a spread. Out: a plotly figure: who counts and what at the left, the mark with its value, and the
source at the right. Open ends stay open, what is not judged is hollow.
"""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from metrics.figures.frame import SCROLLS
from metrics.figures.indicator.spread_scene import FOOT, HEAD, LINE, SpreadScene
from metrics.figures.indicator.terms import change_note, terms_name
from metrics.figures.marks import PROVISIONAL, label_width
from metrics.figures.naming import hover, value_label
from metrics.figures.palette import Palette
from metrics.figures.template import faded, mixed, template
from metrics.figures.typesetting import NOTE, SIZE, plain, shortened, span, wrapped
from metrics.records.model import Observation
from metrics.records.vocabulary import Bound, Independence

BAR, SLICES = 42, 6  # px and parts of the bar of an open end
AWAY = 12  # px from a mark to its value


def draw_rows(spread: SpreadScene) -> go.Figure:
    """The figure of a spread."""
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
            "height": round(HEAD + FOOT + spread.row * count),
            "margin": {"t": HEAD, "b": FOOT, "l": spread.left, "r": spread.right, "pad": 0},
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


def _open_end(spread: SpreadScene, row: int, one: Observation) -> list[dict[str, Any]]:
    """A bar that fades towards the open side, and a chevron at its end."""
    if one.bound.opening is None:
        return []
    way = 1 if one.bound.opening == "up" else -1
    colour = spread.colour(one)
    fixed: dict[str, Any] = {
        "xref": "x",
        "yref": "y",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": one.value,
        "yanchor": row,
        "layer": "below",
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


def _names(spread: SpreadScene, row: int, one: Observation) -> list[dict[str, Any]]:
    """Who counts and what at the left; where it stands, and of which period, at the right."""
    words, palette, series = spread.words, spread.palette, spread.series(one)
    source, more = spread.records.sources.get(one.source), spread.lines - 1
    when = words.say("chart.spread.when", period=words.period(one.period), published=words.published(one))
    left = [
        (
            span(
                shortened(terms_name(series, spread.restated, words), spread.left - 24, weight=600),
                spread.colour(one),
                600,
            ),
            None,
        ),
        *(
            (span(line, palette.ink_3), NOTE)
            for line in _filled(words.text(series.definition), more, spread.left - 24, NOTE)
        ),
    ]
    right = [
        *(
            (span(line, palette.ink_2), None)
            for line in _filled(
                words.text(source.publisher) if source else one.source, more, spread.right - 24
            )
        ),
        *(
            (span(line, palette.ink_3), NOTE)
            for line in _filled(when, 1 + (more > 2), spread.right - 24, NOTE)
        ),
    ]
    return [
        *_lines(row, left, {"x": 0, "xanchor": "left", "xshift": -spread.left}),
        *_lines(row, right, {"x": 1, "xanchor": "left", "xshift": 20}),
    ]


def _filled(text: str, most: int, width: float, size: float = SIZE) -> tuple[str, ...]:
    """The text in at most so many lines; what does not fit ends in an ellipsis."""
    lines = wrapped(text, width, size)
    if len(lines) <= most:
        return lines
    kept, rest = lines[: most - 1], text
    for line in kept:
        rest = rest.lstrip().removeprefix(line)  # where a line ends there is a blank, or none in Chinese
    return *kept, shortened(rest.strip(), width, size)


def _lines(row: int, lines: Sequence[tuple[str, float | None]], at: dict[str, Any]) -> list[dict[str, Any]]:
    """Lines of a row, the block of them centred on it."""
    middle = (len(lines) - 1) / 2
    return [_note(row, (middle - number) * LINE, text, at, size) for number, (text, size) in enumerate(lines)]


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


def _value(spread: SpreadScene, row: int, one: Observation) -> dict[str, Any]:
    """The value beside its mark: right of it, or left where only there it keeps off the source."""
    text = value_label(one, spread.words)
    opens = {"up": 1, "down": -1, None: 0}[one.bound.opening]
    right = one.value if one.high is None else max(one.value, one.high)
    left = one.value if one.low is None else min(one.value, one.low)
    away = {side: AWAY + (BAR if side == opens else 0) for side in (1, -1)}
    wide = label_width(text, 600)
    plot = min(spread.width, SCROLLS) - spread.left - spread.right
    fits_right = spread.share(right) * plot + away[1] + wide < plot + AWAY
    fits_left = spread.share(left) * plot > away[-1] + wide
    side = -1 if fits_left and not fits_right else 1
    return {
        "x": right if side > 0 else left,
        "y": row,
        "xref": "x",
        "yref": "y",
        "xanchor": "left" if side > 0 else "right",
        "yanchor": "middle",
        "xshift": side * away[side],
        "text": span(text, spread.palette.ink, 600),
        "showarrow": False,
    }


def _halos(spread: SpreadScene, rows: Sequence[tuple[int, Observation]]) -> list[dict[str, Any]]:
    """The stated range of a figure as a bar, and a halo round one that is about."""
    made: list[dict[str, Any]] = []
    for row, one in rows:
        common = {"type": "scatter", "hoverinfo": "skip", "meta": {"series": one.series, "role": "halo"}}
        if one.low is not None and one.high is not None:
            line = {"color": faded(spread.colour(one), 0.35), "width": 8}
            made.append({**common, "x": [one.low, one.high], "y": [row, row], "mode": "lines", "line": line})
        elif one.bound is Bound.ABOUT and one.judged:
            marker = {"size": 20, "color": spread.colour(one), "opacity": 0.3, "symbol": _symbol(spread, one)}
            made.append({**common, "x": [one.value], "y": [row], "mode": "markers", "marker": marker})
    return made


def _symbol(spread: SpreadScene, one: Observation) -> str:
    return "diamond" if spread.series(one).independence is Independence.INDEPENDENT else "circle"


def _marks(spread: SpreadScene, rows: Sequence[tuple[int, Observation]]) -> dict[str, Any]:
    palette, words, records = spread.palette, spread.words, spread.records
    changed = spread.restated.changed if spread.restated else {}
    figures = [one for _, one in rows]
    colours = [spread.colour(one) for one in figures]
    fills = [
        palette.paper
        if not one.judged
        else mixed(colour, palette.paper, PROVISIONAL)
        if one.provisional
        else colour
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
                    c if o.provisional or not o.judged else palette.paper
                    for c, o in zip(colours, figures, strict=True)
                ],
                "width": 1.5,
            },
        },
    }
