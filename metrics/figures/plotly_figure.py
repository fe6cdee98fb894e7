"""The plotly figure of a plot: few traces and shapes, whatever the number of points.

In: a :class:`~metrics.figures.plot.Plot`. Out: a figure of one trace for what lies below the lines, one for each colour
of lines, one for all marks, and one for what stands above them. What makes a figure slow in a browser is the number of
its traces, shapes and annotations, not of its points.

The upright axis spans the whole height of the figure, margins included, because plotly hides points outside an axis.
"""

from collections.abc import Iterator
from datetime import date
from itertools import accumulate, pairwise
from math import hypot
from typing import Any

import plotly.graph_objects as go

from metrics.figures.frame import Across
from metrics.figures.glyphs import above, annotations, below, marks
from metrics.figures.marks import DASHED
from metrics.figures.plot import Axis, Band, Line, Plot
from metrics.figures.template import CLEAR, template

DAY = 86_400_000  # ms
OVER = 8  # px from the plot up to the texts of an axis above it
MOST_SHAPES = 8  # others are cut into the pieces of a trace


_Moved = tuple[tuple[Across, float], float]  # a point, and px by which it is moved aside
_Look = tuple[
    str, float, str | None, bool
]  # colour, width and dash of a line, and whether it lies on the ground


def plotly_figure(plot: Plot) -> go.Figure:
    """Draw a plot. Not checked by plotly, which takes four times as long as drawing: a test checks every shipped one."""
    return go.Figure(
        data=[
            *(_hatching(band) for band in plot.bands if band.hatched),
            *_bars([band for band in plot.bands if band.id]),
            *below(plot),
            *_lines(plot),
            *marks(plot),
            *above(plot),
        ],
        layout=_layout(plot),
        _validate=False,
    )


def _layout(plot: Plot) -> dict[str, Any]:
    frame = plot.frame
    unit = (frame.high - frame.low) / frame.plot_height
    x, y = plot.x, plot.y
    edge = frame.bottom / frame.height if x.side == "bottom" else 1 - frame.top / frame.height
    return {
        "template": template(plot.mode),
        "height": frame.height,
        "margin": {"t": 0, "b": 0, "l": frame.left, "r": frame.right, "pad": 0},
        "shapes": [*_bands(plot), *_drawn_as_shapes(plot)],
        "annotations": annotations(plot),
        "xaxis": {
            **_axis(x, plot),
            **({"type": "date"} if isinstance(x.first, date) else {}),
            "range": [plot.across(x.first), plot.across(x.last)],
            "anchor": "free",
            "position": round(edge, 5),
            "side": x.side,
            **({"ticklabelstandoff": OVER} if x.side == "top" else {}),
            **({} if x.line else {"showline": False, "ticks": ""}),
        },
        "yaxis": {
            **_axis(y, plot),
            "range": [frame.low - frame.bottom * unit, frame.high + frame.top * unit],
            **({} if y.line else {"showgrid": False}),
        },
    }


def _axis(axis: Axis, plot: Plot) -> dict[str, Any]:
    return {
        "tickmode": "array",
        "tickvals": [plot.across(at) for at, _ in axis.ticks],
        "ticktext": [text for _, text in axis.ticks],
        **({"tickfont": {"size": axis.size}} if axis.size else {}),
    }


# Bands, dots and what lies on the ground: shapes, one for each look.


def _filled(plot: Plot) -> list[Band]:
    return [band for band in plot.bands if not band.hatched and not band.id]


def _bands(plot: Plot) -> Iterator[dict[str, Any]]:
    filled = _filled(plot)
    for fill in dict.fromkeys(band.fill for band in filled):
        paths = (_rectangle(band, plot) for band in filled if band.fill == fill)
        yield _path("".join(paths), fillcolor=fill, fillrule="nonzero", line={"width": 0})


def _rectangle(band: Band, plot: Plot) -> str:
    x0, x1 = plot.across(band.x0), plot.across(band.x1)
    return f"M{x0},{band.y0:.10g}L{x1},{band.y0:.10g}L{x1},{band.y1:.10g}L{x0},{band.y1:.10g}Z"


def _looks_of_shapes(plot: Plot) -> tuple[_Look, ...]:
    """Of lines on the ground, which bars would hide or not as a trace, of dots, and then of dashes: cut into the pieces of a trace they would be many."""
    lines = sorted(plot.lines, key=lambda line: (not line.ground, line.dash == DASHED))
    looks = dict.fromkeys(_look(line) for line in lines if line.ground or line.dash is not None)
    return tuple(looks)[: MOST_SHAPES - len({band.fill for band in _filled(plot)})]


def _look(line: Line) -> _Look:
    return line.colour, line.width, line.dash, line.ground


def _drawn_as_shapes(plot: Plot) -> Iterator[dict[str, Any]]:
    for look in _looks_of_shapes(plot):
        some = (line for line in plot.lines if _look(line) == look)
        path = "".join("M" + "L".join(_in_path(*one) for one in _places(line, plot)) for line in some)
        colour, width, dash, _ = look
        yield _path(path, line={"color": colour, "width": width, "dash": dash})


def _in_path(x: str | float, y: float) -> str:
    """A place in a path; plotly would read the T of a moment as a command.

    >>> _in_path("2019-01-01T12:00:00", 4)
    '2019-01-01_12:00:00,4'
    """
    return f"{str(x).replace('T', '_')},{y:.10g}"


def _path(path: str, **look: Any) -> dict[str, Any]:
    return {"type": "path", "path": path, "xref": "x", "yref": "y", "layer": "below", **look}


def _hatching(band: Band) -> dict[str, Any]:
    """Diagonal lines between two days and two values."""
    days = (band.x1 - band.x0).days  # type: ignore[operator,union-attr]  # of days
    return {
        "type": "bar",
        "x": [(band.x0 + (band.x1 - band.x0) / 2).isoformat()],  # type: ignore[operator,union-attr]
        "y": [band.y1 - band.y0],
        "base": [band.y0],
        "width": [days * DAY],
        "meta": {"role": band.role},
        "hoverinfo": "skip",
        "marker": {
            "color": CLEAR,
            "line": {"color": band.fill, "width": 1},
            "pattern": {"shape": "/", "size": 7, "solidity": 0.14, "fgcolor": band.fill},
        },
    }


def _bars(bars: list[Band]) -> Iterator[dict[str, Any]]:
    if bars:
        yield {
            "type": "bar",
            "orientation": "h",
            "base": [bar.x0.isoformat() for bar in bars],  # type: ignore[union-attr]  # of days
            "x": [(bar.x1 - bar.x0).days * DAY for bar in bars],  # type: ignore[operator,union-attr]
            "y": [(bar.y0 + bar.y1) / 2 for bar in bars],
            "width": [bar.y1 - bar.y0 for bar in bars],
            "meta": {"role": "bars"},
            "customdata": [bar.id for bar in bars],
            "hovertext": [bar.hover for bar in bars],
            "hoverinfo": "text",
            "textposition": "none",
            "marker": {
                "color": [bar.fill for bar in bars],
                "line": {"color": [bar.edge for bar in bars], "width": 1},
            },
        }


# Lines: one trace for each colour, with gaps; dashes that are no shape are cut at the width for which the chart is drawn.


def _lines(plot: Plot) -> Iterator[dict[str, Any]]:
    looks = _looks_of_shapes(plot)
    lines = [line for line in plot.lines if _look(line) not in looks]
    for colour in dict.fromkeys(line.colour for line in lines):
        x: list[str | float | None] = []
        y: list[float | None] = []
        some = [line for line in lines if line.colour == colour]
        for line in some:
            for piece in _pieces(line, plot):
                x += [None] * bool(x) + [across for across, _ in piece]
                y += [None] * bool(y) + [value for _, value in piece]
        yield {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "meta": {"role": "lines"},
            "connectgaps": False,
            "hoverinfo": "skip",
            "line": {"color": colour, "width": max(line.width for line in some)},
        }


def _places(line: Line, plot: Plot) -> list[tuple[str | float, float]]:
    asides = line.right or (0.0,) * len(line.points)
    return [(plot.across(x, px), y) for (x, y), px in zip(line.points, asides, strict=True)]


def _pieces(line: Line, plot: Plot) -> Iterator[list[tuple[str | float, float]]]:
    places = list(zip(line.points, line.right or (0.0,) * len(line.points), strict=True))
    if line.dash is None:
        yield _places(line, plot)
        return
    dash = [float(part.removesuffix("px")) for part in line.dash.split(",")]
    for one, other in pairwise(places):
        yield from _strokes_between(one, other, dash, plot)


def _strokes_between(
    one: _Moved, other: _Moved, dash: list[float], plot: Plot
) -> Iterator[list[tuple[str | float, float]]]:
    """The strokes of a dashed line from one point to another; it begins and ends with one."""
    (x0, y0), from_px = one
    (x1, y1), to_px = other
    across = plot.pixels(x1) + to_px - plot.pixels(x0) - from_px
    length = hypot(across, plot.frame.up(y1) - plot.frame.up(y0))
    count = max(1, round((length + dash[-1]) / sum(dash)))
    ends = [0.0, *accumulate((dash * count)[:-1])]
    places = [
        (plot.across(x0, from_px + across * px / ends[-1]), y0 + (y1 - y0) * px / ends[-1]) for px in ends
    ]
    places[0], places[-1] = (plot.across(x0, from_px), y0), (plot.across(x1, to_px), y1)
    for start, stop in zip(places[::2], places[1::2], strict=True):
        yield [start, stop]
