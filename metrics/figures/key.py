"""The key: each mark that occurs in a chart, and what it means.

In: entries. Out: the sign of an entry as SVG, for the list above a chart on a page, where colours are the properties of
the style sheet; and the rows of a picture, where they are those of a palette and the texts are annotations.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from metrics.figures.marks import DASH_DOTTED, DASHED, DOTTED, FAINT, PROVISIONAL
from metrics.figures.palette import Palette
from metrics.figures.points import PlottedPoint
from metrics.figures.typesetting import NOTE, text_width

ROW = 22  # px, the height of a row and of a sign
GAP = 18  # px between two entries
SIGN = 26  # px, the width of a sign
TEXT = 29  # px from the start of a sign to its text

Sign = Literal[
    "state",
    "independent",
    "more_than",
    "less_than",
    "about",
    "range",
    "hollow",
    "vintage",
    "provisional",
    "dim",
    "target",
    "target_other",
    "pace",
    "pace_other",
    "needed_linear",
    "needed_compound",
    "break",
    "event",
    "plan",
    "due",
    "edition",
    "known_on",
    "today",
    "no_data",
    "circle",
    "diamond",
    "square",
    "triangle-up",
    "triangle-down",
    "hexagon",
]

#: Marks by which places are told apart, in px from their middle.
_CORNERS: dict[str, str] = {
    "diamond": "0,-6 6,0 0,6 -6,0",
    "square": "-5,-5 5,-5 5,5 -5,5",
    "triangle-up": "0,-6 6,4.5 -6,4.5",
    "triangle-down": "0,6 6,-4.5 -6,-4.5",
    "hexagon": "-3,-5.2 3,-5.2 6,0 3,5.2 -3,5.2 -6,0",
}


def key_marks(points: Iterable[PlottedPoint]) -> dict[Sign, bool]:
    """For each mark of the key whether one of the points has it."""
    shown = tuple(points)
    return {
        "state": any(not one.independent for one in shown),
        "independent": any(one.independent for one in shown),
        "more_than": any(one.opening == "up" for one in shown),
        "less_than": any(one.opening == "down" for one in shown),
        "about": any(one.about for one in shown),
        "range": any(one.spread is not None for one in shown),
        "provisional": any(one.provisional for one in shown),
        "hollow": any(one.hollow for one in shown),
    }


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One mark and its meaning."""

    sign: Sign
    text: str
    independent: bool = False  # a required path of an independent series


KeyRows = tuple[tuple[tuple[float, KeyEntry], ...], ...]  # with the px from the left at which each starts


def rows(entries: Sequence[KeyEntry], width: float) -> KeyRows:
    """The entries set in rows of at most ``width`` px, each with its place from the left in px."""
    found: list[list[tuple[float, KeyEntry]]] = [[]]
    x = 0.0
    for entry in entries:
        size = TEXT + text_width(entry.text, NOTE)
        if found[-1] and x + size > width:
            found.append([])
            x = 0.0
        found[-1].append((x, entry))
        x += size + GAP
    return tuple(tuple(row) for row in found if row)


def sign(entry: KeyEntry, palette: Palette | None = None) -> str:
    """The sign of an entry: as SVG in the colours of the style sheet, or as an image in those of a palette.

    The app's pages take images only: what Streamlit shows as HTML is cleaned of SVG.
    """
    if palette is None:
        return _svg(SIGN, ROW, _placed(entry, 0, 0))
    source = signs_image((((0, entry),),), SIGN, palette)
    return f'<img src="{source}" width="{SIGN:g}" height="{ROW:g}" alt="">'


def signs_image(set_rows: KeyRows, width: float, palette: Palette) -> str:
    """The signs of all rows, as an image of ``width`` px for the source of an image."""
    drawn = (_placed(entry, x, ROW * number) for number, row in enumerate(set_rows) for x, entry in row)
    colours = palette.tokens()
    text = re.sub(
        r"var\(--([a-z0-9-]+)\)", lambda one: colours[one[1]], _svg(width, ROW * len(set_rows), *drawn)
    )
    return f"data:image/svg+xml;base64,{b64encode(text.encode()).decode()}"


def _svg(width: float, height: float, *parts: str) -> str:
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} aria-hidden="true">{"".join(parts)}</svg>'


def _placed(entry: KeyEntry, left: float, top: float) -> str:
    middle = f"{left + SIGN / 2:g} {top + ROW / 2:g}"
    return f'<g transform="translate({middle})">{"".join(_parts(entry))}</g>'


def _disc(radius: float, colour: str, opacity: float = 1, x: float = 0, y: float = 0) -> str:
    faint = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="var(--{colour})"{faint}/>'


def _ring(colour: str, opacity: float = 0) -> str:
    """A mark with an edge, filled by a share of its colour."""
    edge = f'<circle r="5" fill="none" stroke="var(--{colour})" stroke-width="2"/>'
    return _disc(5, "paper") + _disc(5, colour, opacity) + edge


def _block(box: tuple[float, float, float, float], colour: str, more: str = "") -> str:
    """A rectangle: its upper left corner, width and height."""
    x, y, width, height = box
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="var(--{colour})"{more}/>'


def _stroke(points: str, colour: str, width: float, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash.replace("px", "")}"' if dash else ""
    look = f'stroke="var(--{colour})" stroke-width="{width:g}"{dashes}'
    return f'<polyline points="{points}" fill="none" {look}/>'


def _parts(entry: KeyEntry) -> Iterable[str]:
    """What a sign is drawn of, back to front."""
    match name := entry.sign:
        case "diamond" | "square" | "triangle-up" | "triangle-down" | "hexagon":
            yield f'<polygon points="{_CORNERS[name]}" fill="var(--ink-3)"/>'
        case "more_than" | "less_than":
            way = -1 if name == "more_than" else 1
            for i, opacity in enumerate((0.7, 0.55, 0.4, 0.25, 0.12)):
                edge = min(way * (3 * i - 6), way * (3 * i - 3))
                yield _block((-4, edge, 8, 3), "gov", f' fill-opacity="{opacity}"')
            yield _stroke(f"-5,{way * 3} 0,{way * 9} 5,{way * 3}", "gov", 1.8)
        case "vintage":
            yield f'<g opacity="{FAINT}">{_stroke("0,-8 0,8", "gov", 1.2)}</g>' + _disc(4.5, "gov")
            for y in (-7, 7):
                yield _disc(3, "paper", y=y) + _disc(3, "gov", FAINT, y=y)
        case "needed_linear" | "needed_compound":
            whose = "other" if entry.independent else "gov"
            yield _stroke("-10,0 10,0", whose, 1.8, DOTTED if name == "needed_linear" else DASH_DOTTED)
        case "no_data":
            yield _block((-10, -6, 20, 12), "edge", ' fill-opacity="0" stroke="var(--edge)"')
            for x in (-9, -4, 1):
                yield _stroke(f"{x},6 {x + 8},-6", "edge", 1)
        case _:
            yield _SIMPLE[name]


#: The signs that are always the same.
_SIMPLE: dict[str, str] = {
    "state": _disc(5.5, "gov"),
    "circle": _disc(5.5, "ink-3"),  # of a place: whose figure it is, the colour says
    "independent": f'<polygon points="{_CORNERS["diamond"]}" fill="var(--other)"/>',
    "about": _disc(8.5, "gov", 0.3) + _disc(4.5, "gov"),
    "range": "".join(_block(box, "gov") for box in ((-2.5, -6, 5, 12), (-7, -8, 14, 3), (-7, 5, 14, 3))),
    "hollow": _ring("gov"),
    "provisional": _ring("gov", PROVISIONAL),
    "dim": _disc(5, "gov", 0.5),
    "target": _block((-10, -2.5, 20, 5), "ink"),
    "target_other": _block((-10, -3, 20, 6), "paper", ' stroke="var(--ink)" stroke-width="1.8"'),
    "pace": _stroke("-10,0 10,0", "ink-3", 1.8, DOTTED),
    "pace_other": _stroke("-10,0 10,0", "ink-3", 1.8, DASHED),
    "break": _stroke("-6,6 -1,-6", "neg", 2) + _stroke("0,6 5,-6", "neg", 2),
    "event": _block((-3.5, -3.5, 7, 7), "ink-2"),
    "plan": _block((-11, -6, 20, 12), "ink"),
    "due": _block((-1.5, -8, 3, 16), "ink"),
    "edition": f'<polygon points="{_CORNERS["triangle-up"]}" fill="var(--focus)"/>',
    "known_on": _block((-0.75, -8, 1.5, 16), "focus"),
    "today": _stroke("0,-8 0,8", "ink-3", 1.5, "4px,3px"),
}
