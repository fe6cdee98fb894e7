"""The drawing of a slide: one slide of the file, from its texts and its body.

In: a slide of a deck and the layouts. Out: a slide in the file, its parts in the order in which they are read: plan, title,
subtitle, headline, finding, footer, number.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide as FileSlide
from pptx.util import Emu

from metrics.exports.powerpoint import places
from metrics.exports.powerpoint.brand import GAP, add_house, add_logo, house_places, logo_box
from metrics.exports.powerpoint.code import code_shape
from metrics.exports.powerpoint.lanes import height, lanes
from metrics.exports.powerpoint.notes import add_notes
from metrics.exports.powerpoint.plot import add_chart
from metrics.exports.powerpoint.shape import Rectangle, Run, Shape, ShapeGroup, element, text
from metrics.exports.powerpoint.sign import sign
from metrics.exports.powerpoint.statement import Paragraph, size_of, statement
from metrics.exports.powerpoint.table import Sheetlike, add_table
from metrics.exports.powerpoint.text_fit import (
    broken,
    cut,
    fitting,
    is_chinese,
    joined,
    leading,
    phrases,
    width,
)
from metrics.exports.powerpoint.trend import years_chart
from metrics.exports.powerpoint.xml import emu, render
from metrics.figures.palette import LIGHT
from metrics.figures.slides.qr_code import qr_code
from metrics.figures.slides.slide import Deck, Lanes, Slide, SlideKind, Statement, Trend
from metrics.words import Words

LINE = 22.0  # height of a line at the foot of the body
OPENING_SIZES = (places.TITLE, 31.0, 29.0, 27.0, 25.0, 23.0, 21.0, 19.0, 18.0)  # of the first title
OPENING_LEAST = 18.0  # points of the list below it, for which the title gives way
AIR = 32.0  # points between the subtitle and the headline beside it


@dataclass(frozen=True, slots=True)
class Canvas:
    """A slide of the file, its numbers and its language."""

    slide: FileSlide
    lang: str

    def next_id(self) -> int:
        """An id that no shape of the slide has."""
        found = self.slide.shapes._spTree.xpath("//@id")  # noqa: SLF001  python-pptx has no door to it
        return max(int(one) for one in found if str(one).isdigit()) + 1

    def ids(self) -> Callable[[], int]:
        """A counter that begins there."""
        last = self.next_id() - 1

        def take() -> int:
            nonlocal last
            last += 1
            return last

        return take

    def fill(
        self, place: places.Placeholder, paragraphs: Sequence[Paragraph], box: Rectangle | None = None
    ) -> None:
        """Write into a placeholder, or take it away where there is nothing to write; ``box``: it stands elsewhere."""
        placeholder = next(one for one in self.slide.placeholders if one.placeholder_format.idx == place.idx)
        if not paragraphs:
            placeholder.element.getparent().remove(placeholder.element)
            return
        if box:
            placeholder.left, placeholder.top, placeholder.width, placeholder.height = (
                Emu(emu(one)) for one in (box.x, box.y, box.w, box.h)
            )
        made = parse_xml(render("paragraphs", paragraphs=paragraphs, lang=self.lang))
        placeholder.element.replace(placeholder.element.txBody, made)

    def draw(self, parts: Iterable[Shape | ShapeGroup]) -> None:
        """Put shapes on the slide, last in the reading order."""
        ids = self.ids()
        for part in parts:
            self.slide.shapes._spTree.append(element(part, self.lang, ids))  # noqa: SLF001

    def furnish(self, place: places.Placeholder, name: str, paragraphs: object = (), number: int = 0) -> None:
        """Put a placeholder of the footer on the slide; python-pptx leaves them on the layout."""
        made = parse_xml(
            render(
                "furniture",
                id=self.next_id(),
                name=name,
                place=place,
                moved=place is places.KNOWN_BESIDE_CODE,
                paragraphs=paragraphs,
                number=number,
                lang=self.lang,
            )
        )
        self.slide.shapes._spTree.append(made)  # noqa: SLF001


def add_slide(file: Presentation, shown: Slide, layouts: dict[str, Any], deck: Deck, words: Words) -> None:
    """Add a slide of the deck to the file."""
    body, first = shown.body, shown.kind is SlideKind.TITLE and shown.part == 1
    layout = "finding" if not isinstance(body, Statement) else "opening" if first else "statement"
    canvas = Canvas(file.slides.add_slide(layouts[layout]), words.say("powerpoint.language"))
    number = len(file.slides)
    house = deck.brand if number in (1, len(deck.slides)) else None
    kicker = (house_places(house)[1].x - GAP if house else places.KICKER.box.right - 60) - places.LEFT
    if first and isinstance(body, Statement):
        _opening(canvas, shown, body, words, kicker)
    else:
        _head(canvas, shown, layout, kicker)
        _body(canvas, shown, words, deck)
    canvas.furnish(places.FOOTER, words.say("powerpoint.prompt.footer"), _footer(shown, words))
    has_code = deck.whole(shown.address) is not None
    known_place = places.KNOWN_BESIDE_CODE if has_code else places.KNOWN
    known = (
        (*_product(canvas, deck, known_place.box), Run(deck.known, places.FOOT_SIZE, LIGHT.ink_2, bold=True)),
        *(
            (Run(one, places.FOOT_SIZE, LIGHT.ink_3),)
            for one in broken(shown.address, known_place.box.w, places.FOOT_SIZE)
        ),
    )
    canvas.furnish(known_place, words.say("powerpoint.prompt.known"), known)
    canvas.furnish(places.NUMBER, words.say("powerpoint.prompt.number"), number=number)
    _code(canvas, deck, shown.address, places.CODE, words)
    if house:
        canvas.draw([add_house(canvas.slide, house)])
    add_notes(canvas.slide, shown.notes, shown.alt, words)


def _product(canvas: Canvas, deck: Deck, room: Rectangle) -> tuple[Run, ...]:
    """What stands before the day: the name, cut to the line; or the logo in its place, which stands there after this."""
    size, wide = places.FOOT_SIZE, width(deck.known, places.FOOT_SIZE, bold=True) + AIR / 2
    if deck.brand and (logo := deck.brand.png):
        line = Rectangle(room.x, room.y + 1, room.w - wide, size + 1)
        add_logo(canvas.slide, deck.brand, logo, logo_box(logo, line))
        return ()
    name = cut(deck.product, room.w - wide, size, bold=True)[0] if deck.brand else deck.product
    return (Run(f"{name}  ", size, LIGHT.ink, bold=True),)


def _code(canvas: Canvas, deck: Deck, address: str, box: Rectangle, words: Words) -> bool:
    """The QR code of an address; False where the address leads nowhere."""
    whole = deck.whole(address)
    code = qr_code(whole) if whole else None
    if code is not None:
        canvas.draw([code_shape(code, box, words.say("slide.code", address=address))])
    return code is not None


def _kicker(canvas: Canvas, text: str, room: float) -> None:
    text = cut(text, room, places.KICKER.size)[0]
    canvas.fill(places.KICKER, (Paragraph((Run(text, places.KICKER.size, LIGHT.ink_3),)),) if text else ())


def _opening(canvas: Canvas, shown: Slide, body: Statement, words: Words, kicker: float) -> None:
    """The first slide: title and subtitle are as high as they are, and the list has all the rest."""
    _kicker(canvas, shown.kicker, kicker)
    first, last = places.OPENING_HEADING.box, places.OPENING_TEXT.box.foot
    for size in OPENING_SIZES:
        heading = replace(first, h=_high(shown.title, first.w, size, bold=True))
        below = min(places.SUBTITLE, size - 3)
        sub = replace(first, y=heading.foot + 4, h=_high(shown.subtitle, first.w, below))
        room = replace(first, y=sub.foot + 8, h=last - sub.foot - 8)
        if not body.lines or size_of(body, room) >= OPENING_LEAST:
            break
    canvas.fill(places.HEADING, _title(shown.title, first.w, size), heading)
    subtitle = Paragraph((Run(shown.subtitle, below, LIGHT.ink_2),))
    canvas.fill(places.SUB, (subtitle,) if shown.subtitle else (), sub)
    paragraphs, signs = statement(body, room, words)
    canvas.fill(places.TEXT, paragraphs, room)
    canvas.draw(signs)


def _title(text: str, room: float, size: float) -> tuple[Paragraph, ...]:
    """The title; PowerPoint breaks a Chinese one anywhere, so that its lines are paragraphs here."""
    rows = phrases(text, room, size, bold=True) if is_chinese(text) else (text,)
    return tuple(Paragraph((Run(row, size, LIGHT.ink, bold=True),)) for row in rows)


def _high(text: str, room: float, size: float, *, bold: bool = False) -> float:
    return len(phrases(text, room, size, bold=bold)) * size * leading(text)


def _head(canvas: Canvas, shown: Slide, layout: str, kicker: float) -> None:
    _kicker(canvas, shown.kicker, kicker)
    room = places.HEADING.box
    size = fitting(shown.title, room.w, places.TITLE, places.TITLE_ROWS, bold=True)
    while size > places.TITLE_LEAST and len(phrases(shown.title, room.w, size, bold=True)) > 2:
        size -= 0.5
    canvas.fill(places.HEADING, _title(shown.title, room.w, size))
    stand = shown.stand if layout == "finding" else None
    stand_size = places.STAND.size
    stand_width = width(stand.text, stand_size, bold=True) if stand else 0.0
    room_left = places.SUB.box.w - (stand_width + places.SIGN + AIR if stand else 0)
    sub = fitting(shown.subtitle, room_left, places.SUBTITLE, places.SUBTITLE_LEAST)
    rows = cut(shown.subtitle, room_left, sub, rows=2)
    box = replace(places.SUB.box, w=room_left)
    subtitle = Paragraph((Run(joined(shown.subtitle, rows), sub, LIGHT.ink_2),))
    canvas.fill(places.SUB, (subtitle,) if shown.subtitle else (), box)
    if layout != "finding":
        return
    if stand is None:
        canvas.fill(places.STAND, ())
        return
    colour = LIGHT.status(stand.verdict)
    box = places.STAND.box
    wider = replace(box, x=box.right - stand_width - 4, w=stand_width + 4) if stand_width > box.w else None
    canvas.fill(places.STAND, (Paragraph((Run(stand.text, stand_size, colour, bold=True),)),), wider)
    x = places.RIGHT - stand_width - places.SIGN / 2 - 8
    canvas.draw([sign(stand.verdict, stand.text, x, box.y + box.h / 2, places.SIGN, hollow=stand.hollow)])


def _body(canvas: Canvas, shown: Slide, words: Words, deck: Deck) -> None:
    known_on, body, box = deck.known_on, shown.body, places.CANVAS
    if isinstance(body, Statement):
        paragraphs, signs = statement(body, places.TEXT.box, words)
        canvas.fill(places.TEXT, paragraphs)
        canvas.draw(signs)
    elif isinstance(body, Trend):
        _years(canvas, body, words, known_on, box)
    elif isinstance(body, Lanes):
        for line, colour in ((body.caution, LIGHT.ink), (body.needed, LIGHT.ink), (body.aside, LIGHT.ink_3)):
            box = _foot(canvas, line, box, colour) if line else box
        above = Rectangle(box.x, box.y, box.w, height(body)) if shown.trend else box
        canvas.draw(lanes(body, words, above, keyed=not shown.trend))
        if shown.trend:
            below = Rectangle(box.x, above.foot + 8, box.w, box.h - above.h - 8)
            _years(canvas, shown.trend, words, known_on, below)
    else:
        size = places.LARGE_CODE
        corner = Rectangle(box.right - size, box.y, size, size)
        if shown.is_last_of_sources and _code(canvas, deck, deck.address, corner, words):
            box = replace(box, w=box.w - size - 16)
        table = Sheetlike(body.header, body.rows, words.say("powerpoint.table"), shown.alt)
        _table(canvas, table, box, body.more)


def _years(canvas: Canvas, trend: Trend, words: Words, known_on: date, box: Rectangle) -> None:
    """The native chart with the names of its lines, and below it how it is read."""
    if trend.caution:
        box = _foot(canvas, trend.caution, box, LIGHT.ink)
    room = replace(box, h=box.h - LINE)
    drawing = years_chart(trend, words, known_on, canvas.lang, room)
    more = (words.say("slide.years.grey", n=drawing.nameless),) if drawing.nameless else ()
    note = words.paragraph(one for one in (trend.note, *more) if one)
    if note:
        _foot(canvas, note, box, LIGHT.ink_3)
    add_chart(canvas.slide, drawing.chart)
    canvas.draw(drawing.names)


def _foot(canvas: Canvas, line: str, box: Rectangle, colour: str) -> Rectangle:
    """A line at the foot of the box, two where it is long; what is left of it above."""
    size = fitting(line, box.w, 16, places.FOOT_SIZE)
    rows = cut(line, box.w, size, rows=2)
    foot = Rectangle(box.x, box.foot - LINE * len(rows), box.w, LINE * len(rows))
    paragraphs = tuple((Run(one, size, colour),) for one in rows)
    canvas.draw([Shape(line, foot, paragraphs=paragraphs)])
    return replace(box, h=box.h - foot.h)


def _table(canvas: Canvas, table: Sheetlike, box: Rectangle, below: str = "") -> None:
    room = Rectangle(box.x, box.y, box.w, box.h - (24 if below else 0))
    high = add_table(canvas.slide, table, room, canvas.lang)
    if below:
        line = cut(below, box.w, 14)[0]
        canvas.draw([text(line, Rectangle(box.x, box.y + high + 6, box.w, 18), Run(line, 14, LIGHT.ink_3))])


def _footer(shown: Slide, words: Words) -> tuple[tuple[Run, ...], ...]:
    """The sources, on two lines if they need them, and the rule."""
    found = []
    room = places.FOOTER.box.w
    for key, line, rows in (("sources", shown.sources, 2), ("rule", shown.rule, 1)):
        if not line:
            continue
        head = words.say(f"powerpoint.{key}")
        whole = joined(head + line, cut(head + line, room, places.FOOT_SIZE, rows=rows))
        found.append(
            (
                Run(head, places.FOOT_SIZE, LIGHT.ink_2, bold=True),
                Run(whole.removeprefix(head.rstrip()).lstrip(), places.FOOT_SIZE, LIGHT.ink_3),
            )
        )
    return tuple(found)
