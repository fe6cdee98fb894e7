"""The QR code of an address: what a phone reads from a slide, or from a photograph of it.

In: a whole address. Out: its modules, and the SVG of them; PowerPoint draws the same modules. Around it stand the four
light modules that ISO/IEC 18004 asks for (section "Quiet zone"), and it is dark on light in both modes.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno
from markupsafe import Markup

from metrics.figures.palette import LIGHT

QUIET = 4  # light modules on every side
SMALL, LARGE = 2.7, 10.0  # px of a module on a slide of 1080 px: in a footer, and on the last slide
WIDEST = 480  # px of the large one


@dataclass(frozen=True, slots=True)
class QrCode:
    """The modules, row by row from the top, the quiet zone left out; True is dark."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        """Modules on a side, the quiet zone included."""
        return len(self.rows) + 2 * QUIET

    @property
    def runs(self) -> tuple[tuple[int, int, int], ...]:
        """Each run of dark modules: column and row of the first, counted with the quiet zone, and how many they are."""
        found = []
        for y, row in enumerate(self.rows, QUIET):
            x = QUIET
            for dark, run in groupby(row):
                length = len(tuple(run))
                if dark:
                    found.append((x, y, length))
                x += length
        return tuple(found)

    def px(self, *, large: bool = False) -> int:
        """How wide it stands on a slide, with its quiet zone."""
        return min(round(LARGE * self.size), WIDEST) if large else round(SMALL * self.size)


@lru_cache(maxsize=256)
def qr_code(address: str) -> QrCode | None:
    """The code of an address, which a photograph may lose 15 per cent of (level M); None for one too long for any code.

    >>> qr_code("https://example.org/present").size
    37
    """
    try:
        made = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        return None
    return QrCode(tuple(tuple(map(bool, row)) for row in made.matrix))


def qr_svg(code: QrCode, label: str) -> Markup:
    """The code as SVG, one unit a module; ``label`` is its text alternative."""
    path = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in code.runs)
    return Markup(
        '<svg class="mps-qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}"><rect width="{0}" height="{0}" fill="{2}"/>'
        '<path d="{3}" fill="{4}"/></svg>'
    ).format(code.size, label, LIGHT.paper, path, LIGHT.ink)
