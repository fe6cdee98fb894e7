"""What a finished chart says and joins, read back from its plot; marks and lines from its plotly form as well."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from metrics.figures.labels import Box
from metrics.figures.marks import DASHED
from metrics.figures.plot import Plot
from metrics.figures.typesetting import text_width

_SPAN = re.compile(r'<span style="([^"]*)">([^<]*)</span>|([^<]+)')
_WRAPPER = re.compile(r'^<span style="(?:paint-order|--wide)[^"]*">(.*)</span>$')
_SIZE = re.compile(r"font-size:([\d.]+)px")


def pieces(markup: str) -> Iterator[tuple[str, int, float | None]]:
    """The texts of a label with their weights, and their own sizes in px."""
    while found := _WRAPPER.match(markup):
        markup = found[1]
    for style, coloured, bare in _SPAN.findall(markup):
        size = _SIZE.search(style)
        yield (
            unescape(coloured or bare),
            600 if "font-weight:600" in style else 400,
            float(size[1]) if size else None,
        )


def plain_text(markup: str) -> str:
    return "".join(text for text, *_ in pieces(markup))


def texts(plot: Plot) -> list[str]:
    return [plain_text(line) for one in plot.texts for line in one.markup.split("<br>")]


@dataclass(frozen=True)
class Line:
    series: str
    role: str
    steps: tuple[tuple[date, date], ...]


def lines(plot: Plot) -> list[Line]:
    """Every line between figures: which series, and from which day to which each piece runs."""
    drawn = [one for one in plot.lines if one.role in ("line", "dashes")]
    days = [[day for day, _ in one.points] for one in drawn]
    return [Line(one.series, one.role, tuple(pairwise(ends))) for one, ends in zip(drawn, days, strict=True)]


def joins(figure: go.Figure) -> Iterator[tuple[str, str, str]]:
    """Each line between two marks of a rendered plot: their ids, and "line" or "dashes" where it comes in strokes."""
    places = {(one["x"], one["y"]): name for name, one in rendered(figure).items()}
    for trace in figure.data:
        if trace.meta["role"] == "lines":
            start, strokes = None, 0
            for (x, y), (x2, y2) in pairwise(zip(trace.x, trace.y, strict=True)):
                if x is None or x2 is None:
                    continue
                start, strokes = (places[x, y], 1) if start is None else (start, strokes + 1)
                if (x2, y2) in places:
                    yield start, places[x2, y2], "line" if strokes == 1 else "dashes"
                    start = None
    for shape in figure.layout.shapes:
        if shape.line.dash == DASHED:
            for line in shape.path.split("M")[1:]:
                points = [place.split(",") for place in line.split("L")]
                found = [places[x.replace("_", "T"), float(y)] for x, y in points]
                yield from ((*pair, "dashes") for pair in pairwise(found))


def drawn_marks(plot: Plot) -> Iterator[tuple[Any, Any, float, str]]:
    """Each mark: its series, its place, and the id of its figure."""
    for one in plot.series:
        yield from ((one, mark.day, mark.value, mark.id) for mark in one.marks)


def joined(plot: Plot) -> Iterator[tuple[str, list[tuple[Any, Any]]]]:
    """Each line: its series, and between which places its pieces run."""
    for line in plot.lines:
        if line.role in ("line", "dashes"):
            yield line.series, list(pairwise(line.points))


def marks(plot: Plot, series: str | None = None) -> dict[str, Any]:
    """Each mark by its id, of one series or of all: place, colour, symbol."""
    return {
        one.id: {"x": one.day, "y": one.value, "color": one.colour, "symbol": one.symbol, "hover": one.hover}
        for row in plot.series
        for one in row.marks
        if series in (None, row.series)
    }


def rendered(figure: go.Figure) -> dict[str, Any]:
    """Each mark of a rendered plot by its id: place, colours, symbol."""
    (trace,) = (one for one in figure.data if one.meta["role"] == "marks")
    marker, count = trace.marker, len(trace.x)
    looks = (
        one if isinstance(one, (list, tuple)) else (one,) * count
        for one in (marker.color, marker.symbol, marker.line.color)
    )
    rows = zip(trace.customdata, trace.x, trace.y, *looks, strict=True)
    return {
        one: {"x": x, "y": y, "color": colour, "symbol": symbol, "line": edge}
        for one, x, y, colour, symbol, edge in rows
    }


def text_boxes(plot: Plot) -> list[tuple[str, Box, bool]]:
    """Each text, the room that it takes, and whether it gives way on a narrow screen."""
    found = []
    for one in plot.texts:
        rows = one.markup.split("<br>")
        width = max(
            sum(text_width(text, size or one.size, weight) for text, weight, size in pieces(row))
            for row in rows
        )
        left = one.spot.across - {"left": 0, "center": width / 2, "right": width}[one.spot.anchor]
        level, half = plot.frame.up(one.y) + one.spot.up, 7 + 0.65 * one.size * (len(rows) - 1)
        place = Box(
            plot.pixels(one.x) / plot.frame.plot_width, left, left + width, level - half, level + half
        )
        found.append((plain_text(one.markup), place, one.wide_only))
    return found
