"""A plot: a native chart on a slide, with the workbook from which it can be edited.

In: the XML of a chart and its sheet. Out: a chart on the slide, with its name and its text alternative.
"""

from dataclasses import dataclass
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.slide import Slide as FileSlide

from metrics.exports.powerpoint.shape import Rectangle
from metrics.exports.powerpoint.xml import EAST_ASIAN, LATIN, emu, legal, render
from metrics.figures.palette import LIGHT


@dataclass(frozen=True, slots=True)
class ChartFiles:
    """A chart that is ready: both of its files and its text alternative."""

    xml: bytes
    workbook: bytes
    box: Rectangle
    name: str
    alt: str

    def xml_bytes(self, _kind: object) -> bytes:
        """What python-pptx asks for."""
        return self.xml

    @property
    def xlsx_blob(self) -> bytes:
        """What python-pptx asks for."""
        return self.workbook


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


def add_chart(slide: FileSlide, drawing: ChartFiles) -> None:
    """Put the chart on the slide, last in the reading order."""
    box = drawing.box
    shapes: Any = slide.shapes
    kind = XL_CHART_TYPE.XY_SCATTER_LINES
    frame = shapes.add_chart(kind, *(emu(length) for length in (box.x, box.y, box.w, box.h)), drawing)
    described: Any = frame._element.nvGraphicFramePr.cNvPr  # noqa: SLF001  python-pptx has no door to it
    described.set("name", legal(drawing.name))
    described.set("descr", legal(drawing.alt))
