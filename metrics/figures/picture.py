"""A chart as one picture: title, subtitle, source line, known-on day and address inside the frame.

In: a chart that can be drawn at any size, and one of three sizes. Out: a plotly figure on opaque paper, laid out anew
for that size, so that letters keep a size that can be read. A chart that needs more height than the size has makes the
picture higher, never its letters smaller. The browser and the command line write files from the same figure.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Literal
from urllib.parse import urlencode

import plotly.graph_objects as go

from metrics.figures.chart import Chart, Panels
from metrics.figures.key import ROW, TEXT, KeyRows, rows, signs_image
from metrics.figures.palette import PALETTES, Mode, Palette
from metrics.figures.typesetting import NOTE as SMALL
from metrics.figures.typesetting import span, text_width, wrapped

SizeName = Literal["slide", "square", "column"]

#: Draws a chart of a width in px that is at least so many px high.
Draw = Callable[[int, int], Chart]


@dataclass(frozen=True, slots=True)
class Size:
    """A size of pictures: px in which the chart is laid out, and px of the file for each of them."""

    name: SizeName
    width: int
    height: int
    scale: float


#: The smallest letters are 13 px. On a slide they are 1/55 of its height; in a square printed 150 mm wide, and in a
#: column, they are 7 pt. The column is 160 mm wide: the text of an A4 page with the margins of 25 mm that Word, LaTeX
#: and theses have; its file has 300 dots to an inch.
SIZES: Mapping[SizeName, Size] = MappingProxyType(
    {
        "slide": Size("slide", 1280, 720, 1.25),
        "square": Size("square", 800, 800, 1.5),
        "column": Size("column", 840, 720, 2.25),
    }
)

MARGIN = 32  # px, as all that follow
TITLE, TITLE_LINE = 22, 28
NOTE, NOTE_LINE = 14, 19
HEAD_AIR, FOOT_AIR = 12, 14
SHORT = "Milepost: "  # before an address
HOST = 240  # px that are kept for the name of the host, which only the browser knows
LONGEST = 300  # characters of an address; of a longer one only page and day are told


def picture(shown: Chart | Panels, draw: Draw, size: Size, mode: Mode, *, address: str) -> go.Figure:
    """The chart with everything that belongs to it inside, for files and slides.

    Args:
        shown: the chart at any size: its title, subtitle and source.
        draw: draws the same chart at another size.
        size: one of :data:`SIZES`.
        mode: light or dark, as ``draw`` draws.
        address: where it can be seen again, see :func:`address_of`; or a sentence that says why it cannot.
    """
    palette, width = PALETTES[mode], size.width - 2 * MARGIN
    titles = wrapped(shown.title, width, TITLE, 600)
    notes = wrapped(shown.subtitle, width, NOTE)
    sources = wrapped(shown.source, width, NOTE)
    where = lines_of(SHORT + address, width)
    reserved = len(lines_of(SHORT + address, width - HOST))
    key = rows(shown.key, width)
    head = MARGIN + TITLE_LINE * len(titles) + NOTE_LINE * len(notes) + HEAD_AIR + ROW * len(key)
    foot = FOOT_AIR + NOTE_LINE * (len(sources) + reserved) + MARGIN
    chart = draw(width, size.height - head - foot)
    data: dict[str, Any] = deepcopy(chart.figure.to_plotly_json())
    for trace in data["data"]:
        for unseen in ("hovertext", "customdata", "hoverinfo", "unselected"):
            trace.pop(unseen, None)
    layout, old = data["layout"], chart.figure.layout.margin
    spare = max(size.height - head - foot - chart.figure.layout.height, 0)
    layout["margin"] = {
        "l": old.l + MARGIN,
        "r": old.r + MARGIN,
        "t": old.t + head,
        "b": old.b + foot + spare,
        "pad": 0,
    }
    layout |= {
        "width": size.width,
        "height": chart.figure.layout.height + head + foot + spare,
        "paper_bgcolor": palette.paper,
        "autosize": False,
    }
    lines: list[dict[str, Any]] = []
    y = old.t + head - MARGIN
    for line in titles:
        lines.append(_line(span(line, palette.ink, 600), y - TITLE_LINE / 2, 1, TITLE, "title"))
        y -= TITLE_LINE
    for line in notes:
        lines.append(_line(span(line, palette.ink_3), y - NOTE_LINE / 2, 1, NOTE, "subtitle"))
        y -= NOTE_LINE
    if key:
        y -= HEAD_AIR / 2
        plot = width - old.l - old.r, layout["height"] - old.t - head - old.b - foot - spare
        layout["images"] = [_signs(key, palette, width, (-old.l, y), plot)]
        lines += [
            {
                **_line(span(entry.text, palette.ink_3), y - ROW * (number + 0.5), 1, SMALL, "key"),
                "x": TEXT + x,
            }
            for number, row in enumerate(key)
            for x, entry in row
        ]
    y = -(old.b + spare + FOOT_AIR)
    for line in sources:
        lines.append(_line(span(line, palette.ink_3), y - NOTE_LINE / 2, 0, NOTE, "source"))
        y -= NOTE_LINE
    text = "<br>".join(span(line, palette.ink_3) for line in where)
    lines.append({**_line(text, y, 0, NOTE, "address"), "yanchor": "top", "align": "left"})
    for one in lines:
        one |= {"xshift": one["x"] - old.l, "x": 0}
    layout["annotations"] = [*layout.get("annotations", []), *lines]
    return go.Figure(data)


def spec(figure: go.Figure, size: Size, mode: Mode, address: str) -> dict[str, Any]:
    """What ``picture.js`` needs to write the files of a picture; plain values, fit for JSON."""
    layout = figure.layout
    width = size.width - 2 * MARGIN
    return {
        "figure": json.loads(figure.to_json()),
        "width": layout.width,
        "height": layout.height,
        "scale": size.scale,
        "address": {
            "before": SHORT,
            "text": address,
            "width": width,
            "size": NOTE,
            "colour": PALETTES[mode].ink_3,
            "lines": len(lines_of(SHORT + address, width - HOST)),
        },
    }


def address_of(page: str, given: Mapping[str, str], known_on: date) -> str:
    """Where something can be seen again, short: page and query, always with the day.

    >>> address_of("target", {"target": "aidp-2025-core"}, date(2026, 11, 22))
    'target?target=aidp-2025-core&known-on=2026-11-22'
    """
    place = "" if page == "glance" else page
    query = {name: value for name, value in given.items() if value} | {"known-on": known_on.isoformat()}
    whole = f"{place}?{urlencode(query, safe=',')}"
    return whole if len(whole) <= LONGEST else f"{place}?known-on={known_on.isoformat()}"


def lines_of(address: str, width: float, size: float = NOTE) -> Sequence[str]:
    """An address in lines of at most ``width`` px; it has no blanks and breaks anywhere.

    >>> lines_of("target?target=aidp", 60)
    ['target?ta', 'rget=aidp']
    """
    lines = [""]
    for letter in address:
        if text_width(lines[-1] + letter, size) > width:
            lines.append("")
        lines[-1] += letter
    return lines


def _signs(
    key: KeyRows, palette: Palette, width: float, corner: tuple[float, float], plot: tuple[float, float]
) -> dict[str, Any]:
    """The signs of the key as one image; ``corner`` is px right and up from the upper left corner of the plot."""
    return {
        "source": signs_image(key, width, palette),
        "xref": "paper",
        "yref": "paper",
        "x": corner[0] / plot[0],
        "y": 1 + corner[1] / plot[1],
        "sizex": width / plot[0],
        "sizey": ROW * len(key) / plot[1],
        "xanchor": "left",
        "yanchor": "top",
        "sizing": "stretch",
    }


def _line(text: str, at: float, edge: int, text_size: float, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "x": 0,
        "y": edge,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "middle",
        "yshift": at,
        "text": text,
        "showarrow": False,
        "font": {"size": text_size},
    }
