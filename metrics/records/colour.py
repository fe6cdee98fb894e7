"""Colour: how far apart two colours are, and how well one is read on another.

In: colours as ``#RRGGBB``. Out: a contrast and a distance. The grounds of pages and the colours of verdicts stand here, beneath
the palette, because a plan's own accent is held against them when its files are read.
"""

from dataclasses import dataclass
from math import dist

LEAST_CONTRAST = 4.5  # of text on its ground: WCAG 2.2, success criterion 1.4.3
#: In OKLab; the two colours of verdicts that are nearest to each other are 0.087 apart (behind, and too early, on light).
LEAST_DISTANCE = 0.1


@dataclass(frozen=True, slots=True)
class VerdictColours:
    """The colours that tell verdicts, and the ground of the page on which they stand."""

    paper: str
    pos: str  # met, met early, met late, on track
    warn: str  # behind
    neg: str  # missed, far behind, going backwards; break mark
    open: str  # due but not verified, inconclusive, depends on the path
    mute: str  # too early, stale, no data, not comparable

    @property
    def of_verdicts(self) -> tuple[str, ...]:
        """All but the ground."""
        return self.pos, self.warn, self.neg, self.open, self.mute


ON_LIGHT = VerdictColours("#FDFCFA", "#00666F", "#835400", "#A3123A", "#7038B0", "#6E655A")
ON_DARK = VerdictColours("#12151A", "#3CCBCB", "#F0BE3C", "#FF8A75", "#C5A6F3", "#938D84")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (W3C, WCAG 2.2, definition "contrast ratio").

    >>> contrast("#000000", "#FFFFFF"), round(contrast("#777777", "#FFFFFF"), 2)
    (21.0, 4.48)
    """
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def distance(one: str, other: str) -> float:
    """How far apart two colours look: the straight line between them in OKLab.

    B. Ottosson, "A perceptual color space for image processing" (2020), https://bottosson.github.io/posts/oklab/; as deltaEOK
    in W3C, CSS Color Module Level 4. Black and white are 1 apart.

    >>> round(distance("#000000", "#FFFFFF"), 3), distance("#12436D", "#12436D")
    (1.0, 0.0)
    """
    return dist(_oklab(one), _oklab(other))


def _linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue in linear light, 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(colour: str) -> tuple[float, float, float]:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
