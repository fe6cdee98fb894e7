"""The Word document: the pages of a handout in real styles, in the house's own template or in anybody's.

In: a handout, and perhaps a template. Out: the bytes of a ``.docx`` file. Headings are Word's own styles, so that the template
of an institution gives them its look; pictures have text alternatives; charts are native, with the workbook from which
they can be edited. The same handout gives the same bytes.
"""

from datetime import datetime, time
from io import BytesIO
from math import ceil
from zipfile import BadZipFile

import segno
from docx import Document
from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from metrics.exports.archive import undated
from metrics.exports.handout.pages import Handout, HandoutPage, HandoutTable
from metrics.exports.handout.word_chart import add_years
from metrics.exports.powerpoint.shape import Rectangle
from metrics.exports.powerpoint.xml import EAST_ASIAN, LATIN, legal
from metrics.figures.brand import Brand
from metrics.figures.palette import LIGHT
from metrics.figures.slides.qr_code import QUIET
from metrics.figures.typesetting import text_width
from metrics.words import Words

A4 = (Mm(210), Mm(297))
MARGIN = Mm(20)
WIDTH = 482  # points of text on A4 between these margins
CHART_HIGH, CHART_LEAST = 260, 130  # points
PAGE = 700  # points of a page that its parts may take, a few left free
BODY, SMALL = 10, 9  # points of type
LEADING = {"en": 1.25, "zh": 1.55}  # height of a line, in its type: fonts with Chinese characters are higher
CODE = Mm(26)
LOGO = Mm(10)


class NoTemplateError(Exception):
    """The file that was named is no Word document."""


def word(made: Handout, words: Words, template: bytes | None = None) -> bytes:
    """The document.

    Args:
        made: the pages.
        words: of their language.
        template: a ``.docx`` file whose styles, page, header and footer are taken; its own text is left out.

    Raises:
        NoTemplateError: the template is no Word document.
    """
    file = _opened(template)
    if template is None:
        _dress(file, made.deck.brand.accent if made.deck.brand else None)
    _language(file, words)
    for number, page in enumerate(made.pages):
        _page(file, made, page, words, is_first=number == 0)
    about = file.core_properties
    about.title, about.author, about.last_modified_by = (
        legal(made.deck.title),
        made.deck.product,
        made.deck.product,
    )
    about.subject = legal(words.say("powerpoint.subject", known=made.deck.known))
    about.language, about.revision, about.comments = words.say("powerpoint.language"), 1, ""
    about.created = about.modified = datetime.combine(made.deck.known_on, time())
    out = BytesIO()
    file.save(out)
    return undated(out.getvalue())


def _opened(template: bytes | None) -> File:
    try:
        file = Document(BytesIO(template) if template else None)
    except (BadZipFile, KeyError, ValueError, OpcError) as error:
        raise NoTemplateError from error
    for one in list(file.element.body):
        if one.tag != qn("w:sectPr"):
            file.element.body.remove(one)
    return file


def _dress(file: File, accent: str | None) -> None:
    """The house's own look: A4, its fonts and its ink; small headings in the accent of an institution."""
    section = file.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Mm(18)
    for name, size, colour, before, after in (
        ("Normal", BODY, LIGHT.ink_2, 0, 4),
        ("Title", 20, LIGHT.ink, 0, 6),
        ("Heading 1", 16, LIGHT.ink, 0, 4),
        ("Heading 2", 11, accent or LIGHT.ink, 8, 3),
        ("Subtitle", BODY + 1, LIGHT.ink_2, 0, 6),
    ):
        style = file.styles[name]
        style.font.name, style.font.size = LATIN, Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
        style.font.italic = False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), EAST_ASIAN)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        for extra in style.element.xpath(".//w:pBdr | w:rPr/w:spacing"):
            extra.getparent().remove(extra)
    for border in file.styles["Table Grid"].element.xpath(".//w:tblBorders/*"):
        is_row = border.tag in (qn("w:top"), qn("w:bottom"), qn("w:insideH"))
        border.set(qn("w:val"), "single" if is_row else "nil")
        border.set(qn("w:color"), LIGHT.rule.removeprefix("#"))


def _language(file: File, words: Words) -> None:
    """What a reader's Word checks spelling by, and a screen reader speaks."""
    normal = file.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    for one in normal:
        for old in one.findall(qn("w:lang")):
            one.remove(old)
        made = one.makeelement(qn("w:lang"), {})
        tag = words.say("powerpoint.language")
        made.set(qn("w:val"), tag if not tag.startswith("zh") else "en-US")
        made.set(qn("w:eastAsia"), tag if tag.startswith("zh") else "zh-CN")
        one.append(made)


def _page(file: File, made: Handout, page: HandoutPage, words: Words, *, is_first: bool) -> None:
    heading = _line(file, page.title, "Title" if is_first else "Heading 1")
    heading.paragraph_format.page_break_before = not is_first
    if is_first and made.deck.brand:
        _house(heading, made.deck.brand)
    if is_first and made.kicker:
        heading.insert_paragraph_before(legal(made.kicker))
    if page.subtitle:
        _line(file, page.subtitle, "Subtitle")
    if page.stand:
        _line(file, page.stand, "Normal", bold=True)
    if is_first:
        _line(file, words.say("handout.standing"), "Heading 2")
    for line in page.lines:
        _line(file, line, "List Bullet" if is_first else "Normal")
    if page.trend:
        box = Rectangle(0, 0, WIDTH, chart_height(page, words))
        add_years(file, page.trend, words, made.deck.known_on, alt=page.alt, box=box)
    for table in page.tables:
        _table(file, table)
    if page.sources:
        _line(file, words.say("handout.sources"), "Heading 2")
    for source in page.sources:
        _line(file, source, "Normal", size=SMALL, after=1)
    _line(
        file, words.say("handout.rule", rule=page.rule), "Normal", size=SMALL, after=1
    ) if page.rule else None
    known = words.say("handout.known", known=made.deck.known, product=made.deck.product, address=page.address)
    _line(file, known, "Normal", size=SMALL, after=0)
    if is_first:
        _code(file, made, words)


def _house(heading: Paragraph, brand: Brand) -> None:
    """Logo and name above the first page; the name alone where Word cannot hold the logo."""
    run = heading.insert_paragraph_before().add_run()
    if logo := brand.png:
        shape = run.add_picture(BytesIO(logo.data), height=LOGO)
        inline = shape._inline  # noqa: SLF001  python-docx has no door to it
        inline.docPr.set("descr", legal(brand.name))
        inline.set("distL", "0")
    run.add_text(legal(f"  {brand.name}" if logo else brand.name))
    run.bold = True


def chart_height(page: HandoutPage, words: Words) -> float:
    """How many points of the page everything else leaves to the chart."""
    leading = LEADING[words.language]

    def high(text: str, size: float, room: float = WIDTH) -> float:
        return ceil(text_width(text, size) / room) * size * leading

    head = high(page.title, 17) + high(page.subtitle, BODY + 1) + high(page.stand, BODY) + 24
    body = sum(high(one, BODY) + 4 for one in page.lines)
    tables = sum(
        11 * leading
        + 12
        + sum(max(high(cell, SMALL, WIDTH / len(row) - 14) for cell in row) + 1 for row in table.rows)
        for table in page.tables
    )
    foot = (
        sum(high(one, SMALL) + 1 for one in (*page.sources, page.rule, page.address * 2)) + 11 * leading + 12
    )
    return max(CHART_LEAST, min(CHART_HIGH, PAGE - (head + body + tables + foot)))


def _line(
    file: File,
    text: str,
    style: str,
    *,
    bold: bool = False,
    size: float | None = None,
    after: float | None = None,
) -> Paragraph:
    """A paragraph in a style, or in the plain one where the template has none of that name."""
    known = {one.name for one in file.styles if one.type == WD_STYLE_TYPE.PARAGRAPH}
    paragraph = file.add_paragraph(style=style if style in known else None)
    run = paragraph.add_run(legal(text))
    run.bold = True if bold else None
    run.font.size = Pt(size) if size else None
    if after is not None:
        paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def _table(file: File, table: HandoutTable) -> None:
    """A real table, its first row marked as the header that a screen reader tells and each page repeats."""
    _line(file, table.name, "Heading 2")
    made = file.add_table(len(table.rows), len(table.rows[0]))
    if any(one.name == "Table Grid" for one in file.styles):
        made.style = "Table Grid"
    for number, (row, texts) in enumerate(zip(made.rows, table.rows, strict=True)):
        for cell, text in zip(row.cells, texts, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(legal(text))
            run.font.size, run.bold = Pt(SMALL), number == 0
    header = made.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001  python-docx has no door to it
    header.append(header.makeelement(qn("w:tblHeader"), {}))
    for tag, text in (("w:tblCaption", table.name), ("w:tblDescription", table.alt)):
        described = made._tblPr.makeelement(qn(tag), {qn("w:val"): legal(text)})  # noqa: SLF001
        made._tblPr.append(described)  # noqa: SLF001


def _code(file: File, made: Handout, words: Words) -> None:
    """The QR code of the same slides on the dashboard, where it is known where that stands."""
    whole = made.deck.whole(made.deck.address)
    if whole is None:
        return
    picture = BytesIO()
    segno.make(whole, error="m", micro=False).save(picture, kind="png", scale=8, border=QUIET)
    picture.seek(0)
    shape = file.add_picture(picture, width=CODE)
    described = shape._inline.docPr  # noqa: SLF001
    described.set("descr", legal(words.say("slide.code", address=made.deck.address)))
