"""The places of a slide: where title, subtitle, footer and the rest stand, and which layout holds which.

All lengths are points on a slide of 960 x 540. Placeholders are real ones, so the outline view, the notes page and a
screen reader find the title, and a presenter who changes the master changes every slide.
"""

from dataclasses import dataclass, replace

from metrics.exports.powerpoint.shape import Rectangle
from metrics.figures.palette import LIGHT

WIDTH, HEIGHT = 960, 540
LEFT, RIGHT = 48, 912
CANVAS = Rectangle(LEFT, 132, RIGHT - LEFT, 330)  # what shows the finding
FOOT_RULE = 466  # y of the line above the footer
FOOT_SIZE = 14.0  # the smallest letters of a slide: 28 px on a screen of 1920
KNOWN_LEFT = 578  # where the right column of the footer begins

TITLE, TITLE_LEAST = 33.0, 19.0
TITLE_ROWS = 22.0  # of a title on two lines; one line is never set smaller
SUBTITLE, SUBTITLE_LEAST = 18.0, 14.0
STAND_LEFT = 480  # the headline stands at the right of the subtitle
SIGN = 20.0


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder."""

    key: str  # of its prompt in the catalogue
    kind: str  # "title", "body", "ftr", "dt" or "sldNum"
    idx: int  # the number by which a slide finds it on its layout; 0: by its kind
    box: Rectangle
    size: float
    colour: str
    bold: bool = False
    align: str = "l"
    anchor: str = "ctr"


KICKER = Placeholder("kicker", "body", 13, Rectangle(LEFT, 18, RIGHT - LEFT, 22), 15, LIGHT.ink_3)
HEADING = Placeholder(
    "heading", "title", 0, Rectangle(LEFT, 40, RIGHT - LEFT, 56), TITLE, LIGHT.ink, bold=True
)
SUB = Placeholder("subtitle", "body", 14, Rectangle(LEFT, 95, RIGHT - LEFT, 35), SUBTITLE, LIGHT.ink_2)
STAND = Placeholder(
    "stand",
    "body",
    15,
    Rectangle(STAND_LEFT, 95, RIGHT - STAND_LEFT, 35),
    18,
    LIGHT.ink,
    bold=True,
    align="r",
)
TEXT = Placeholder("text", "body", 1, Rectangle(LEFT, 140, RIGHT - LEFT, 320), 20, LIGHT.ink_2, anchor="t")
KNOWN = Placeholder(
    "known",
    "dt",
    10,
    Rectangle(KNOWN_LEFT, 470, RIGHT - KNOWN_LEFT, 68),
    FOOT_SIZE,
    LIGHT.ink_3,
    align="r",
    anchor="t",
)
FOOTER = Placeholder(
    "footer", "ftr", 11, Rectangle(LEFT, 470, KNOWN_LEFT - LEFT - 24, 52), FOOT_SIZE, LIGHT.ink_3, anchor="t"
)
CODE = Rectangle(RIGHT - 60, HEIGHT - 66, 60, 60)  # the QR code of the address, at the end of the footer
KNOWN_BESIDE_CODE = replace(KNOWN, box=replace(KNOWN.box, w=CODE.x - 4 - KNOWN_LEFT))
LARGE_CODE = 200  # points of that of the deck, beside its last sources
NUMBER = Placeholder(
    "number", "sldNum", 12, Rectangle(RIGHT - 40, 18, 40, 22), FOOT_SIZE, LIGHT.ink_3, align="r"
)

HOUSE = Rectangle(RIGHT - 50 - 430, 8, 430, 32)  # who shows this: at the left of the number

FURNITURE = (FOOTER, KNOWN, NUMBER)
OPENING_HEADING = replace(HEADING, box=Rectangle(LEFT, 46, RIGHT - LEFT, 126), anchor="t")
OPENING_SUB = replace(SUB, box=Rectangle(LEFT, 196, RIGHT - LEFT, 48), anchor="t")
OPENING_TEXT = replace(TEXT, box=Rectangle(LEFT, 252, RIGHT - LEFT, 212))

#: The layouts by name, in the order of the file.
LAYOUTS: dict[str, tuple[Placeholder, ...]] = {
    "opening": (KICKER, OPENING_HEADING, OPENING_SUB, OPENING_TEXT, *FURNITURE),
    "statement": (KICKER, HEADING, SUB, TEXT, *FURNITURE),
    "finding": (KICKER, HEADING, SUB, STAND, *FURNITURE),
}
MASTER = (HEADING, TEXT, *FURNITURE)
