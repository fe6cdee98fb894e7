"""Shapes: what is drawn on a slide, as records, and as the XML of the file.

In: boxes in points from the upper left corner of a slide of 960 x 540 points. Out: one element of the slide's tree.
Every shape has an id of its own and a name; a group has the text alternative for all its parts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any

from pptx.oxml import parse_xml

from metrics.exports.powerpoint.xml import render


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle in points."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.w

    @property
    def foot(self) -> float:
        """Its lower edge."""
        return self.y + self.h

    def around(self, other: "Rectangle") -> "Rectangle":
        """The smallest box that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rectangle(x, y, max(self.right, other.right) - x, max(self.foot, other.foot) - y)


@dataclass(frozen=True, slots=True)
class Run:
    """A text in one size and colour."""

    text: str
    size: float
    colour: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a free path: ``moveTo``, ``lnTo``, ``cubicBezTo`` or ``close``, from the corner of its box."""

    kind: str
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape or a text box; colours are ``#RRGGBB``."""

    name: str
    box: Rectangle
    geometry: str = "rect"  # a preset of DrawingML
    path: tuple[PathStep, ...] = ()  # in place of the preset
    fill: str | None = None
    opacity: int = 100  # of the fill, in per cent
    fade: str | None = None  # a fill that ends in nothing, to the right
    backwards: bool = False  # to the left
    hatch: str | None = None  # stripes on the fill
    line: str | None = None
    weight: float = 1.0
    dash: str = "solid"
    paragraphs: tuple[tuple[Run, ...], ...] = ()
    align: str = "l"
    anchor: str = "ctr"
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class ShapeGroup:
    """Shapes that belong together, read out as one."""

    name: str
    alt: str
    parts: tuple["Shape | ShapeGroup", ...]

    @property
    def box(self) -> Rectangle:
        """The box around all parts."""
        return reduce(Rectangle.around, (part.box for part in self.parts))


def text(
    name: str,
    box: Rectangle,
    *runs: Run,
    align: str = "l",
    anchor: str = "ctr",
) -> Shape:
    """A text box of one line."""
    return Shape(name, box, paragraphs=(runs,), align=align, anchor=anchor)


def element(drawn: Shape | ShapeGroup, lang: str, ids: Callable[[], int]) -> Any:
    """The element of a shape or of a group with everything in it; each takes the next id."""
    return parse_xml(render("shapes", drawn=drawn, lang=lang, ids=ids))[0]
