"""A plot: a native chart on a slide, with the workbook from which it can be edited.

In: the XML of a chart and its sheet. Out: a chart on the slide, with its name and its text alternative.
"""

from dataclasses import dataclass
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.slide import Slide as FileSlide

from metrics.exports.powerpoint.shape import Rectangle, Run
from metrics.exports.powerpoint.xml import EAST_ASIAN, LATIN, emu, legal, render
from metrics.figures.frame import steps
from metrics.figures.palette import LIGHT


@dataclass(frozen=True, slots=True)
class ChartFiles:
    """A chart that is ready: both of its files and its text alternative."""

    xml: bytes
    workbook: bytes
    box: Rectangle
    name: str
    alt: str
    below: str = ""  # a line for the foot of the chart

    def xml_bytes(self, _kind: object) -> bytes:
        """What python-pptx asks for."""
        return self.xml

    @property
    def xlsx_blob(self) -> bytes:
        """What python-pptx asks for."""
        return self.workbook


@dataclass(frozen=True, slots=True)
class Note:
    """A label at a point; ``across`` and ``down`` move it from its place, as shares of the chart."""

    index: int
    runs: tuple[Run, ...]
    place: str  # "r", "l", "t", "b" or "outEnd"
    across: float = 0.0
    down: float = 0.0
    is_far: bool = False  # so far from its point that a line leads to it


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """An axis of values."""

    first: float
    last: float
    step: float
    format: str


def value_axis(highest: float, pattern: str = "#,##0") -> ValueAxis:
    """From 0 to a round number beyond the highest value; ``pattern`` is how the language writes whole numbers.

    >>> value_axis(303)
    ValueAxis(first=0, last=400.0, step=100.0, format='#,##0')
    """
    ticks = steps(highest * 1.06, 6)
    step = ticks[1] - ticks[0]
    decimals = len(f"{step:.6f}".rstrip("0").partition(".")[2])
    return ValueAxis(0, ticks[-1], step, pattern + ("." + "0" * decimals if decimals else ""))


def share(inner: Rectangle, outer: Rectangle) -> Rectangle:
    """A box as shares of another, as a chart wants the place of its plot."""
    return Rectangle(
        (inner.x - outer.x) / outer.w, (inner.y - outer.y) / outer.h, inner.w / outer.w, inner.h / outer.h
    )


def chart_xml(template: str, language: str, **values: object) -> bytes:
    """The XML of a chart, in the type and colours of the house."""
    house = {
        "latin": LATIN,
        "east_asian": EAST_ASIAN,
        "lang": language,
        "ink": LIGHT.ink,
        "faint": LIGHT.ink_3,
        "rule": LIGHT.rule,
        "edge": LIGHT.edge,
        "paper": LIGHT.paper,
    }
    return render(template, **house, **values).encode("utf-8")


def add_chart(slide: FileSlide, drawing: ChartFiles, *, bars: bool) -> None:
    """Put the chart on the slide, last in the reading order."""
    box = drawing.box
    shapes: Any = slide.shapes
    kind = XL_CHART_TYPE.BAR_CLUSTERED if bars else XL_CHART_TYPE.XY_SCATTER_LINES
    frame = shapes.add_chart(kind, *(emu(length) for length in (box.x, box.y, box.w, box.h)), drawing)
    described: Any = frame._element.nvGraphicFramePr.cNvPr  # noqa: SLF001  python-pptx has no door to it
    described.set("name", legal(drawing.name))
    described.set("descr", legal(drawing.alt))
