"""The chart of a handout: the native chart of the slides in a Word document, with its workbook.

In: figures through the years. Out: a drawing in a paragraph, with its text alternative. Colours stand as they are and not
by the slots of a theme: the template of an institution must not change what they mean.
"""

import re
from datetime import date

from docx.document import Document as File
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from markupsafe import Markup

from metrics.exports.powerpoint.shape import Rectangle
from metrics.exports.powerpoint.trend import years_chart
from metrics.exports.powerpoint.xml import EMU, SLOTS, legal
from metrics.figures.slides.slide import Trend
from metrics.words import Words

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NAMES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_COLOURS = {_NAMES.get(slot, slot): colour.removeprefix("#") for slot, colour in SLOTS}
_LINK = '<c:externalData xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{}"><c:autoUpdate val="0"/></c:externalData>'
_INLINE = Markup(
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{w}" cy="{h}"/>'
    '<wp:docPr id="{id}" name="{name}" descr="{alt}"/><wp:cNvGraphicFramePr/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="{rid}"/></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


SHARE = 0.7  # of the size that its letters have on a slide


def add_years(file: File, trend: Trend, words: Words, known_on: date, *, alt: str, box: Rectangle) -> None:
    """Put the chart at the end of the document, as large as a box in points."""
    language = words.say("powerpoint.language")
    drawn = years_chart(trend, words, known_on, language, _larger(box), has_key=True).chart
    package = file.part.package
    number = 1 + sum(part.content_type == _CHART for part in package.iter_parts())
    sheet = Part(PackURI(f"/word/embeddings/Sheet{number}.xlsx"), _SHEET, drawn.workbook, package)
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, b"", package)
    link = _LINK.format(chart.relate_to(sheet, RT.PACKAGE))
    xml = re.sub(
        r"<a:schemeClr val=\"(\w+)\"",
        lambda found: f'<a:srgbClr val="{_COLOURS[found[1]]}"',
        drawn.xml.decode("utf-8"),
    )
    xml = re.sub(r'sz="(\d+)"', lambda found: f'sz="{round(int(found[1]) * SHARE / 50) * 50}"', xml)
    xml = xml.replace("</a:schemeClr>", "</a:srgbClr>").replace("</c:chartSpace>", f"{link}</c:chartSpace>")
    chart._blob = xml.encode("utf-8")  # noqa: SLF001  its workbook is named in it, which it must have first
    made = _INLINE.format(
        w=round(box.w * EMU),
        h=round(box.h * EMU),
        id=1000 + number,
        name=legal(words.say("powerpoint.years")),
        alt=legal(alt),
        rid=file.part.relate_to(chart, RT.CHART),
    )
    file.element.body.insert_element_before(parse_xml(made), "w:sectPr")


def _larger(box: Rectangle) -> Rectangle:
    """The box in which letters as large as on a slide have the same room."""
    return Rectangle(box.x, box.y, box.w / SHARE, box.h / SHARE)
