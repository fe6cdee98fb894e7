"""A sign: the sign of a verdict as native shapes, so that no font decides how it looks.

In: a verdict and where its sign stands. Out: one group. The outlines are those of :mod:`metrics.figures.signs`, read
from the SVG: circles, squares and paths of straight lines, curves and half circles.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from math import cos, radians, sin
from xml.etree.ElementTree import Element, fromstring

from metrics.exports.powerpoint.shape import PathStep, Rectangle, Shape, ShapeGroup
from metrics.figures.signs import sign_svg
from metrics.progress.result import Verdict

VIEW = 24.0  # sides of the drawing
_ROUND = 0.5523  # how far the handles of a quarter circle reach, in radii
_TOKEN = re.compile(r"[MLHVCZmlhvcz]|-?(?:\d+\.?\d*|\.\d+)")
_ARC = re.compile(r"a\S+ \S+ 0 0([01])(-?[\d.]+) (-?[\d.]+)")  # flags and numbers stand without blanks
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6}
_KINDS = {"M": "moveTo", "L": "lnTo", "H": "lnTo", "V": "lnTo", "C": "cubicBezTo"}

Point = tuple[float, float]


@lru_cache(maxsize=256)
def sign(verdict: Verdict, word: str, x: float, y: float, size: float, *, hollow: bool = False) -> ShapeGroup:
    """The sign with its middle at (``x``, ``y``), ``size`` points square; ``word`` is its text alternative."""
    scale = size / VIEW
    left, top = x - size / 2, y - size / 2
    root = fromstring(sign_svg(verdict, "light", hollow, 24))  # noqa: S314  drawn here, holds no data
    parts = tuple(_shape(leaf, left, top, scale) for leaf in _leaves(root, {}))
    return ShapeGroup(word, word, parts)


def _leaves(node: Element, given: dict[str, str]) -> Iterator[dict[str, str]]:
    for child in node:
        tag = child.tag.rpartition("}")[2]
        own = given | child.attrib | {"tag": tag}
        if tag == "g":
            yield from _leaves(child, own)
        else:
            yield own


def _shape(leaf: dict[str, str], left: float, top: float, scale: float) -> Shape:
    fill = leaf.get("fill", "#000000")
    bare = Shape(
        leaf["tag"],
        Rectangle(0, 0, 0, 0),
        fill=None if fill == "none" else fill,
        line=leaf.get("stroke"),
        weight=float(leaf.get("stroke-width", 1)) * scale,
        dash="sysDash" if "stroke-dasharray" in leaf else "solid",
    )

    def at(x: float, y: float, w: float, h: float) -> Rectangle:
        return Rectangle(left + x * scale, top + y * scale, w * scale, h * scale)

    if leaf["tag"] == "circle":
        cx, cy, r = (float(leaf[name]) for name in ("cx", "cy", "r"))
        return replace(bare, box=at(cx - r, cy - r, 2 * r, 2 * r), geometry="ellipse")
    if leaf["tag"] == "rect":
        x, y, w, h = (float(leaf[name]) for name in ("x", "y", "width", "height"))
        return replace(bare, box=at(x, y, w, h), geometry="roundRect")
    steps = [
        PathStep(kind, tuple(_turned(point, leaf) for point in points)) for kind, points in _steps(leaf["d"])
    ]
    xs, ys = zip(*(point for step in steps for point in step.points), strict=True)
    box = at(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    path = tuple(
        PathStep(step.kind, tuple(((x - min(xs)) * scale, (y - min(ys)) * scale) for x, y in step.points))
        for step in steps
    )
    return replace(bare, box=box, path=path)


def _turned(point: Point, leaf: dict[str, str]) -> Point:
    """The point after the element's own turn, which is always about the middle of the drawing."""
    found = re.match(r"rotate\((-?\d+) 12 12\)", leaf.get("transform", ""))
    angle = radians(float(found[1])) if found else 0.0
    x, y = point[0] - VIEW / 2, point[1] - VIEW / 2
    return VIEW / 2 + x * cos(angle) - y * sin(angle), VIEW / 2 + x * sin(angle) + y * cos(angle)


def _curves(arc: re.Match[str]) -> str:
    """A half circle as two quarter circles."""
    sweep, dx, dy = arc[1] == "1", float(arc[2]), float(arc[3])
    ux, uy = dx / 2, dy / 2  # from the start to the middle
    vx, vy = (uy, -ux) if sweep else (-uy, ux)  # from the middle to where it bulges
    k = _ROUND
    first = (k * vx, k * vy, ux + vx - k * ux, uy + vy - k * uy, ux + vx, uy + vy)
    second = (k * ux, k * uy, ux - vx + k * vx, uy - vy + k * vy, ux - vx, uy - vy)
    return "c" + " ".join(f"{number:.4f}" for number in (*first, *second))


def _steps(path: str) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """The steps of an SVG path, with absolute points.

    >>> list(_steps("M8 8l8 8h-2"))
    [('moveTo', ((8.0, 8.0),)), ('lnTo', ((16.0, 16.0),)), ('lnTo', ((14.0, 16.0),))]
    """
    tokens = _TOKEN.findall(_ARC.sub(_curves, path))
    command, here = "", (0.0, 0.0)
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        x, y = here if command.islower() else (0.0, 0.0)
        kind = command.upper()
        if kind == "Z":
            yield "close", ()
            continue
        taken = [float(tokens.pop(0)) for _ in range(_NUMBERS[kind])]
        if kind == "H":
            points: tuple[Point, ...] = ((x + taken[0], here[1]),)
        elif kind == "V":
            points = ((here[0], y + taken[0]),)
        else:
            points = tuple((x + a, y + b) for a, b in zip(taken[::2], taken[1::2], strict=True))
        here = points[-1]
        yield _KINDS[kind], points
