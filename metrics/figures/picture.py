"""A chart as one picture: title, subtitle, source line and known-on day inside the frame.

In: a finished chart, and the size of the picture in px. Out: a plotly figure on opaque paper, every length
enlarged alike, so that letters and marks keep their proportions. A chart that needs more height than asked
for makes the picture higher, never smaller.
"""

import re
from copy import deepcopy
from typing import Any

import plotly.graph_objects as go

from metrics.figures.chart import Chart
from metrics.figures.frame import WIDTH
from metrics.figures.lettering import span, wrapped
from metrics.figures.palette import PALETTES, Mode
from metrics.words import Words

MARGIN = 32  # px, before enlarging, as all that follow
TITLE, TITLE_LINE = 22, 28
NOTE, NOTE_LINE = 14, 19
HEAD_AIR, FOOT_AIR = 12, 14

_LENGTHS = frozenset(
    {"gridwidth", "linewidth", "size", "standoff", "ticklabelstandoff", "width", "xshift", "yshift"}
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_STROKE = re.compile(r"stroke-width:(\d+(?:\.\d+)?)px")


def picture(chart: Chart, words: Words, size: tuple[int, int], mode: Mode) -> go.Figure:
    """The chart with everything that belongs to it inside, for files and slides.

    Args:
        chart: drawn at the usual width.
        words: the language.
        size: width and least height in px; 1600 x 900 for slides.
        mode: light or dark, as the chart was drawn.
    """
    palette = PALETTES[mode]
    times = size[0] / (WIDTH + 2 * MARGIN)
    data: dict[str, Any] = enlarged(deepcopy(chart.figure.to_plotly_json()), times)
    layout = data["layout"]
    old = chart.figure.layout.margin
    titles = wrapped(chart.title, WIDTH, TITLE, 600)
    notes = wrapped(chart.subtitle, WIDTH, NOTE)
    sources = wrapped(words.say("chart.picture.source", source=chart.source), WIDTH, NOTE)
    head = MARGIN + TITLE_LINE * len(titles) + NOTE_LINE * len(notes) + HEAD_AIR
    foot = FOOT_AIR + NOTE_LINE * len(sources) + MARGIN
    needed = round((chart.figure.layout.height + head + foot) * times)
    spare = max(size[1] - needed, 0)
    stretches = not (chart.figure.layout.meta or {}).get("rows", False)
    layout["margin"] = {
        "l": (old.l + MARGIN) * times,
        "r": (old.r + MARGIN) * times,
        "t": (old.t + head) * times,
        "b": (old.b + foot) * times + (0 if stretches else spare),
        "pad": 0,
    }
    layout |= {"width": size[0], "height": needed + spare, "paper_bgcolor": palette.paper, "autosize": False}
    lines: list[tuple[str, float, int, float]] = []
    y = old.t + head - MARGIN
    for line in titles:
        y -= TITLE_LINE
        lines.append((span(line, palette.ink, 600), y + TITLE_LINE / 2, 1, TITLE))
    for line in notes:
        y -= NOTE_LINE
        lines.append((span(line, palette.ink_3), y + NOTE_LINE / 2, 1, NOTE))
    y = -old.b - FOOT_AIR
    for line in sources:
        y -= NOTE_LINE
        lines.append((span(line, palette.ink_3), y + NOTE_LINE / 2, 0, NOTE))
    layout["annotations"] = [
        *layout.get("annotations", []),
        *(
            {
                "x": 0,
                "y": anchor,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "middle",
                "xshift": -old.l * times,
                "yshift": at * times,
                "text": text,
                "showarrow": False,
                "font": {"size": letters * times},
            }
            for text, at, anchor, letters in lines
        ),
    ]
    return go.Figure(data)


def enlarged(part: Any, times: float, key: str = "") -> Any:
    """A part of a figure with every length in px enlarged; what is in the units of an axis stays."""
    if isinstance(part, dict):
        bar = part.get("type") == "bar"  # its width is in the units of the axis
        grown = {k: v if bar and k == "width" else enlarged(v, times, k) for k, v in part.items()}
        for axis in ("x", "y"):
            if part.get(f"{axis}sizemode") == "pixel":
                grown |= {k: part[k] * times for k in (f"{axis}0", f"{axis}1") if k in part}
        if part.get("xsizemode") == "pixel" and "path" in part:
            grown["path"] = _scaled(part["path"], times)
        return grown
    if isinstance(part, (list, tuple)):
        return [enlarged(one, times, key) for one in part]
    if isinstance(part, str):
        if key == "dash":
            return _scaled(part, times)
        return (
            _STROKE.sub(lambda m: f"stroke-width:{float(m[1]) * times:.2f}px", part)
            if key == "text"
            else part
        )
    if key in _LENGTHS and isinstance(part, (int, float)) and not isinstance(part, bool):
        return round(part * times) if key == "ticklabelstandoff" else part * times
    return part


def _scaled(text: str, times: float) -> str:
    return _NUMBER.sub(lambda m: f"{float(m[0]) * times:.2f}", text)
