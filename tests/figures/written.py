"""What a finished chart says and joins, read back from its plot, or from its plotly form where it has no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from metrics.figures.frame import Frame
from metrics.figures.labels import Box
from metrics.figures.plot import Plot
from metrics.figures.typesetting import text_width

_SPAN = re.compile(r'<span style="([^"]*)">([^<]*)</span>|([^<]+)')
_WRAPPER = re.compile(r'^<span style="(?:paint-order|--wide)[^"]*">(.*)</span>$')


def pieces(markup: str) -> Iterator[tuple[str, int]]:
    """The texts of a label with their weights."""
    while found := _WRAPPER.match(markup):
        markup = found[1]
    for style, coloured, bare in _SPAN.findall(markup):
        yield unescape(coloured or bare), 600 if "font-weight:600" in style else 400


def plain_text(markup: str) -> str:
    return "".join(text for text, _ in pieces(markup))


def texts(figure: go.Figure | Plot) -> list[str]:
    if isinstance(figure, Plot):
        return [plain_text(one.markup) for one in figure.texts]
    written = [text for trace in _labels(figure) for text in trace.text]
    written += [line for one in figure.layout.annotations for line in one.text.split("<br>")]
    return [plain_text(text) for text in written]


def _labels(figure: go.Figure) -> list[Any]:
    """Traces that are words: plotly sets them ``size / 1.6 + 1`` px beside their unseen markers."""
    named = ("labels", "over")
    return [trace for trace in figure.data if (trace.meta or {}).get("role") in named and trace.text]


def day(moment: str) -> date:
    return date.fromisoformat(moment[:10])


@dataclass(frozen=True)
class Line:
    series: str
    role: str
    steps: tuple[tuple[date, date], ...]


def lines(figure: go.Figure | Plot) -> list[Line]:
    """Every line between figures: which series, and from which day to which each piece runs."""
    if isinstance(figure, Plot):
        drawn = [one for one in figure.lines if one.role in ("line", "dashes")]
        days = [[day for day, _ in one.points] for one in drawn]
        return [
            Line(one.series, one.role, tuple(pairwise(ends))) for one, ends in zip(drawn, days, strict=True)
        ]
    found = []
    for trace in figure.data:
        role = (trace.meta or {}).get("role")
        if role in ("line", "dashes"):
            pairs = zip(trace.x, trace.x[1:], strict=False)
            steps = tuple((day(a), day(b)) for a, b in pairs if a is not None and b is not None)
            found.append(Line(trace.meta["series"], role, steps))
    return found


def joins(figure: go.Figure) -> Iterator[tuple[str, str, str]]:
    """Each line between two marks of a rendered plot: their ids, and "line" or "dashes" where it comes in strokes."""
    places = {(one["x"], one["y"]): name for name, one in marks(figure).items()}
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


def drawn_marks(figure: go.Figure | Plot) -> Iterator[tuple[Any, Any, float, str]]:
    """Each mark: its trace or series, its place, and the id of its figure."""
    if isinstance(figure, Plot):
        for one in figure.series:
            yield from ((one, mark.day, mark.value, mark.id) for mark in one.marks)
        return
    for trace in figure.data:
        if (trace.meta or {}).get("role") == "mark":
            yield from ((trace, *one) for one in zip(trace.x, trace.y, trace.customdata, strict=True))


def joined(figure: go.Figure | Plot) -> Iterator[tuple[str, list[tuple[Any, Any]]]]:
    """Each line: its series, and between which places its pieces run."""
    if isinstance(figure, Plot):
        for line in figure.lines:
            if line.role in ("line", "dashes"):
                yield line.series, list(pairwise(line.points))
        return
    for trace in figure.data:
        if (trace.meta or {}).get("role") in ("line", "dashes"):
            places = list(zip(trace.x, trace.y, strict=True))
            pairs = [(a, b) for a, b in pairwise(places) if a[0] is not None and b[0] is not None]
            yield trace.meta["series"], pairs


def marks(figure: go.Figure | Plot, role: str = "mark") -> dict[str, Any]:
    """Each mark by its id: place, colour, symbol."""
    if isinstance(figure, Plot):
        return {
            one.id: {
                "x": one.day,
                "y": one.value,
                "color": one.colour,
                "symbol": one.symbol,
                "hover": one.hover,
            }
            for one in figure.marks
        }
    found = {}
    for trace in figure.data:
        if (trace.meta or {}).get("role") in (role, "marks"):
            marker, count = trace.marker, len(trace.x)
            colours, symbols, edges = (
                one if isinstance(one, (list, tuple)) else (one,) * count
                for one in (marker.color, marker.symbol, marker.line.color)
            )
            for i, one in enumerate(trace.customdata or ()):
                found[one] = {
                    "x": trace.x[i],
                    "y": trace.y[i],
                    "color": colours[i],
                    "symbol": symbols[i],
                    "line": edges[i],
                    "hover": trace.hovertext[i],
                }
    return found


def roles(figure: go.Figure) -> list[str]:
    return [(trace.meta or {}).get("role", "") for trace in figure.data]


def text_boxes(plot: Plot) -> list[tuple[str, Box, bool]]:
    """Each text, the room that it takes, and whether it gives way on a narrow screen."""
    found = []
    for one in plot.texts:
        rows = one.markup.split("<br>")
        width = max(sum(text_width(text, one.size, weight) for text, weight in pieces(row)) for row in rows)
        left = one.spot.across - {"left": 0, "center": width / 2, "right": width}[one.spot.anchor]
        level, half = plot.frame.up(one.y) + one.spot.up, 7 + 0.65 * one.size * (len(rows) - 1)
        place = Box(
            plot.pixels(one.x) / plot.frame.plot_width, left, left + width, level - half, level + half
        )
        found.append((plain_text(one.markup), place, one.wide_only))
    return found


def label_boxes(figure: go.Figure, frame: Frame) -> list[tuple[str, Box]]:
    """The room of each label inside the plot, as the placer counts it."""
    found = []
    for one in figure.layout.annotations:
        if one.xref != "x" or one.yref != "y":
            continue
        size = one.font.size or 13.5
        width = sum(text_width(text, size, weight) for text, weight in pieces(one.text))
        left = one.xshift - {"left": 0, "center": width / 2, "right": width}[one.xanchor]
        level = frame.up(one.y) + one.yshift
        at = frame.across(day(one.x))
        found.append((plain_text(one.text), Box(at, left, left + width, level - 7, level + 7)))
    for trace in _labels(figure):
        sides = trace.textposition
        sides = [sides] * len(trace.text) if isinstance(sides, str) else sides
        for x, y, text, reach, side in zip(
            trace.x, trace.y, trace.text, trace.marker.size, sides, strict=True
        ):
            width = sum(text_width(part, trace.textfont.size, weight) for part, weight in pieces(text))
            away = reach / 1.6 + 1
            left = {"right": away, "center": -width / 2, "left": -away - width}[side.split()[1]]
            level = frame.up(y)
            place = Box(frame.across(day(x)), left, left + width, level - 7, level + 7)
            found.append((plain_text(text), place))
    return found
