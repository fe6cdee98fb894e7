"""The form in which a page is shown: on the screen, on paper, or alone in a frame of another page.

In: the parameters of the address, and whether the page stands in a frame. Out: a :class:`Form`. On paper and in a
frame there are no controls, and charts are drawn for one width and scaled to the width they get.
"""

from collections.abc import Mapping
from enum import StrEnum

#: Names of parameters: ``print=yes`` asks for the print view, ``only`` names one chart of a framed page.
PRINT, ONLY = "print", "only"
YES = "yes"

#: px for which charts are drawn: what is drawn for 900 px stays legible on upright A4, 13 px become 7.5 points.
_WIDTHS = {"paper": 900, "frame": 780}


class Form(StrEnum):
    """How a page is shown."""

    SCREEN = "screen"
    PAPER = "paper"
    FRAME = "frame"

    @property
    def width(self) -> int | None:
        """Px for which every chart is drawn; None: a chart follows the width of its column."""
        return _WIDTHS.get(self)

    def chart_width(self, column: int) -> int:
        """Px for which a chart is drawn that has a column of ``column`` px on the screen.

        >>> Form.SCREEN.chart_width(1302), Form.PAPER.chart_width(1302)
        (1302, 900)
        """
        return self.width or column


def form_of(given: Mapping[str, str], *, framed: bool) -> Form:
    """The form that an address asks for; a frame goes before paper.

    >>> form_of({"print": "yes"}, framed=False), form_of({"print": "no"}, framed=False), form_of({}, framed=True)
    (<Form.PAPER: 'paper'>, <Form.SCREEN: 'screen'>, <Form.FRAME: 'frame'>)
    """
    if framed:
        return Form.FRAME
    return Form.PAPER if given.get(PRINT) == YES else Form.SCREEN
