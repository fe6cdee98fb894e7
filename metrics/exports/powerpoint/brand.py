"""The brand on a slide: the logo of an institution as a picture with a text alternative, and its name beside it.

In: a brand and where there is room. Out: shapes on a slide; an SVG, which PowerPoint takes only beside a picture, is left to the
name.
"""

from dataclasses import replace
from io import BytesIO
from typing import Any

from pptx.slide import Slide as FileSlide
from pptx.util import Emu

from metrics.exports.powerpoint import places
from metrics.exports.powerpoint.shape import Rectangle, Run, Shape, text
from metrics.exports.powerpoint.text_fit import cut, width
from metrics.exports.powerpoint.xml import emu, legal
from metrics.figures.brand import Brand
from metrics.figures.palette import LIGHT
from metrics.records.logo import Logo

GAP = 8.0  # points between logo and name
WIDEST = 140.0  # points of a logo
NAME = 15.0


def logo_box(logo: Logo, box: Rectangle) -> Rectangle:
    """Where the logo stands at the right of a box: as high as it, or as wide where it is a long one."""
    high = min(box.h, box.w / logo.ratio)
    wide = high * logo.ratio
    return Rectangle(box.right - wide, box.y + (box.h - high) / 2, wide, high)


def add_logo(slide: FileSlide, brand: Brand, logo: Logo, box: Rectangle) -> None:
    """The logo in a box of its own shape."""
    places = (Emu(emu(one)) for one in (box.x, box.y, box.w, box.h))
    picture = slide.shapes.add_picture(BytesIO(logo.data), *places)
    described: Any = picture._element.xpath("p:nvPicPr/p:cNvPr")[0]  # noqa: SLF001  python-pptx has no door to it
    described.set("descr", legal(brand.name))
    described.set("name", legal(brand.name))


def house_places(brand: Brand) -> tuple[Rectangle | None, Rectangle]:
    """Where logo and name stand at the head of a slide: as wide as they are, at the right of what there is."""
    box, logo = places.HOUSE, brand.png
    at = logo_box(logo, replace(box, x=box.right - WIDEST, w=WIDEST)) if logo else None
    right = at.x - GAP if at else box.right
    wide = min(width(brand.name, NAME) + 2, right - box.x)
    return at, replace(box, x=right - wide, w=wide)


def add_house(slide: FileSlide, brand: Brand) -> Shape:
    """Who shows this: the logo on the slide, and the name to be drawn beside it."""
    at, box = house_places(brand)
    if at and (logo := brand.png):
        add_logo(slide, brand, logo, at)
    said = cut(brand.name, box.w, NAME)[0]
    return text(brand.name, box, Run(said, NAME, LIGHT.ink), align="r")
