"""The key: one strip above the plot that shows each mark that occurs, and says what it means.

In: entries and a frame. Out: shapes and annotations of fixed px, hung from the upper left corner of the
plot, so that they stand still whatever the width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from metrics.figures.marks import DASH_DOTTED, DASHED, DOTTED, FAINT, PROVISIONAL
from metrics.figures.palette import Palette
from metrics.figures.points import PlottedPoint
from metrics.figures.template import faded, mixed
from metrics.figures.typesetting import NOTE, plain, text_width

ROW = 22  # px
GAP = 22  # px between two entries
SIGN = 26  # px before the text of an entry

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

#: Corners of the marks by which places are told apart, in px from their middle.
_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "diamond": ((0, 6), (6, 0), (0, -6), (-6, 0)),
    "square": ((-5, 5), (5, 5), (5, -5), (-5, -5)),
    "triangle-up": ((0, 6), (6, -4.5), (-6, -4.5)),
    "triangle-down": ((0, -6), (6, 4.5), (-6, 4.5)),
    "hexagon": ((-3, 5.2), (3, 5.2), (6, 0), (3, -5.2), (-3, -5.2), (-6, 0)),
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


def rows(entries: Sequence[KeyEntry], width: float) -> tuple[tuple[tuple[float, KeyEntry], ...], ...]:
    """The entries set in rows of at most ``width`` px, each with its place from the left in px."""
    found: list[list[tuple[float, KeyEntry]]] = [[]]
    x = 0.0
    for entry in entries:
        size = SIGN + text_width(entry.text, NOTE)
        if found[-1] and x + size > width:
            found.append([])
            x = 0.0
        found[-1].append((x, entry))
        x += size + GAP
    return tuple(tuple(row) for row in found if row)


def draw(
    set_rows: Sequence[Sequence[tuple[float, KeyEntry]]], palette: Palette, left: float, head: float
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Shapes and annotations of the key: first row ``head`` px above the plot's upper edge, from ``left`` px."""
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for number, row in enumerate(set_rows):
        y = head - ROW / 2 - number * ROW
        for x, entry in row:
            shapes += _sign(entry, palette, left + x + SIGN / 2 - 3, y)
            notes.append(
                {
                    "x": 0,
                    "y": 1,
                    "xref": "paper",
                    "yref": "paper",
                    "xanchor": "left",
                    "yanchor": "middle",
                    "xshift": round(left + x + SIGN, 1),
                    "yshift": y,
                    "text": plain(entry.text),
                    "showarrow": False,
                    "font": {"color": palette.ink_3, "size": NOTE},
                }
            )
    return shapes, notes


def _sign(entry: KeyEntry, palette: Palette, x: float, y: float) -> list[dict[str, Any]]:
    """The shapes of one sign, ``x`` px right of the plot's left edge and ``y`` px above its head."""

    def shape(kind: str, **look: Any) -> dict[str, Any]:
        return {
            "type": kind,
            "xref": "paper",
            "yref": "paper",
            "xsizemode": "pixel",
            "ysizemode": "pixel",
            "xanchor": 0,
            "yanchor": 1,
            "line": {"width": 0},
            **look,
        }

    def block(
        left: float, right: float, foot: float, head: float, colour: str, **look: Any
    ) -> dict[str, Any]:
        return shape("rect", x0=x + left, x1=x + right, y0=y + foot, y1=y + head, fillcolor=colour, **look)

    def circle(radius: float, colour: str, **look: Any) -> dict[str, Any]:
        box = {"x0": x - radius, "x1": x + radius, "y0": y - radius, "y1": y + radius}
        return shape("circle", **box, fillcolor=colour, **look)

    def stroke(path: Sequence[tuple[float, float]], colour: str, width: float, **look: Any) -> dict[str, Any]:
        steps = "L".join(f"{x + dx:g},{y + dy:g}" for dx, dy in path)
        return shape("path", path=f"M{steps}", line={"color": colour, "width": width, **look})

    def fade(up: bool) -> list[dict[str, Any]]:
        way = 1 if up else -1
        slices = [
            block(-4, 4, way * 3.0 * i - way * 6, way * 3.0 * (i + 1) - way * 6, faded(palette.gov, o))
            for i, o in enumerate((0.7, 0.55, 0.4, 0.25, 0.12))
        ]
        tip = [(-5.0, way * 3.0), (0.0, way * 9.0), (5.0, way * 3.0)]
        return [*slices, stroke(tip, palette.gov, 1.8)]

    outline = {"line": {"color": palette.gov, "width": 2}}
    whose = palette.other if entry.independent else palette.gov
    match sign := entry.sign:
        case "state":
            return [circle(5.5, palette.gov)]
        case "circle":  # of a place: whose figure it is, the colour says
            return [circle(5.5, palette.ink_3)]
        case "diamond" | "square" | "triangle-up" | "triangle-down" | "hexagon":
            corners = "L".join(f"{x + dx:g},{y + dy:g}" for dx, dy in _CORNERS[sign])
            return [shape("path", path=f"M{corners}Z", fillcolor=palette.ink_3)]
        case "independent":
            path = f"M{x:g},{y + 6:g}L{x + 6:g},{y:g}L{x:g},{y - 6:g}L{x - 6:g},{y:g}Z"
            return [shape("path", path=path, fillcolor=palette.other)]
        case "more_than" | "less_than":
            return fade(sign == "more_than")
        case "about":
            return [circle(8.5, faded(palette.gov, 0.3)), circle(4.5, palette.gov)]
        case "range":
            return [
                block(-2.5, 2.5, -6, 6, palette.gov),
                block(-7, 7, 5, 8, palette.gov),
                block(-7, 7, -8, -5, palette.gov),
            ]
        case "hollow":
            return [circle(5, palette.paper, **outline)]
        case "vintage":
            faint = mixed(palette.gov, palette.paper, FAINT)
            return [
                stroke([(0, -8), (0, 8)], faint, 1.2),
                circle(4.5, palette.gov),
                *(
                    shape("circle", x0=x - 3, x1=x + 3, y0=y + at - 3, y1=y + at + 3, fillcolor=faint)
                    for at in (-7, 7)
                ),
            ]
        case "provisional":
            return [circle(5, mixed(palette.gov, palette.paper, PROVISIONAL), **outline)]
        case "dim":
            return [circle(5, mixed(palette.gov, palette.paper, 0.5))]
        case "target":
            return [block(-10, 10, -2.5, 2.5, palette.ink)]
        case "target_other":
            return [block(-10, 10, -3, 3, palette.paper, line={"color": palette.ink, "width": 1.8})]
        case "pace_other":
            return [stroke([(-10, 0), (10, 0)], palette.ink_3, 1.8, dash=DASHED)]
        case "pace":
            return [stroke([(-10, 0), (10, 0)], palette.ink_3, 1.8, dash=DOTTED)]
        case "needed_linear":
            return [stroke([(-10, 0), (10, 0)], whose, 1.8, dash=DOTTED)]
        case "needed_compound":
            return [stroke([(-10, 0), (10, 0)], whose, 1.8, dash=DASH_DOTTED)]
        case "break":
            return [stroke([(a, -6), (a + 5, 6)], palette.neg, 2) for a in (-6, 0)]
        case "event":
            return [block(-3.5, 3.5, -3.5, 3.5, palette.ink_2)]
        case "plan":
            return [block(-11, 9, -6, 6, palette.ink)]
        case "due":
            return [block(-1.5, 1.5, -8, 8, palette.ink)]
        case "known_on":
            return [block(-0.75, 0.75, -8, 8, palette.focus)]
        case "today":
            return [stroke([(0, -8), (0, 8)], palette.ink_3, 1.5, dash="4px,3px")]
        case "no_data":
            box = shape(
                "rect", x0=x - 10, x1=x + 10, y0=y - 6, y1=y + 6, line={"color": palette.edge, "width": 1}
            )
            return [box, *(stroke([(a, -6), (a + 8, 6)], palette.edge, 1) for a in (-9, -4, 1))]
