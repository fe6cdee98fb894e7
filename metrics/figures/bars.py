"""The bars: open ends that fade, ranges between two ticks, and the hatching of "no data", as plotly reads them.

In: a mark, or days and values, and a frame. Out: a trace, and for an open end its chevron as a shape.
"""

from datetime import date
from typing import Any

from metrics.figures.frame import Frame, moment
from metrics.figures.marks import BAR_WIDTH, Mark
from metrics.figures.palette import Palette
from metrics.figures.template import CLEAR, faded

DAY = 86_400_000  # ms


def at(mark: Mark, frame: Frame) -> str:
    """Where a mark stands across, moved aside if need be."""
    return frame.moved(mark.day, mark.aside) if mark.aside else moment(mark.day)


def open_end(mark: Mark, frame: Frame) -> tuple[dict[str, Any], dict[str, Any]]:
    """A bar that fades to the open side, and a chevron at its end."""
    up = mark.opening == "up"
    far = frame.value_at(frame.up(mark.value) + (mark.bar if up else -mark.bar))
    left, right = (frame.moved(mark.day, mark.aside + s * BAR_WIDTH / 2) for s in (-1, 1))
    shades = [faded(mark.colour, 0.72), faded(mark.colour, 0.0)]
    bar = {
        "type": "scatter",
        "x": [left, right, right, left, left],
        "y": [mark.value, mark.value, far, far, mark.value],
        "mode": "none",
        "fill": "toself",
        "fillgradient": {
            "type": "vertical",
            "colorscale": [[i, shade] for i, shade in enumerate(shades if up else shades[::-1])],
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    foot = -6 if up else 6
    chevron = {
        "type": "path",
        "path": f"M-5,{foot}L0,0L5,{foot}",
        "xref": "x",
        "yref": "y",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": at(mark, frame),
        "yanchor": far,
        "line": {"color": mark.colour, "width": 1.8},
        "layer": "above",
    }
    return bar, chevron


def range_bar(mark: Mark, frame: Frame) -> dict[str, Any]:
    """A bar between two end ticks, without a mark in the middle."""
    x = at(mark, frame)
    return {
        "type": "scatter",
        "x": [x, x],
        "y": list(mark.spread or (mark.value, mark.value)),
        "mode": "lines+markers",
        "customdata": [mark.id, mark.id],
        "hovertext": [mark.hover, mark.hover],
        "hoverinfo": "text",
        "line": {"color": mark.colour, "width": 6},
        "marker": {
            "symbol": "line-ew",
            "size": 14,
            "color": mark.colour,
            "line": {"color": mark.colour, "width": 3},
        },
    }


def hatching(first: date, last: date, levels: tuple[float, float], palette: Palette) -> dict[str, Any]:
    """No data: diagonal lines between two days and two values."""
    days, (low, high) = (last - first).days, levels
    return {
        "type": "bar",
        "x": [moment(first, days / 2)],
        "y": [high - low],
        "base": [low],
        "width": [days * DAY],
        "name": "",
        "meta": {"role": "no data"},
        "hoverinfo": "skip",
        "marker": {
            "color": CLEAR,
            "line": {"color": palette.edge, "width": 1},
            "pattern": {"shape": "/", "size": 7, "solidity": 0.14, "fgcolor": palette.edge},
        },
    }
