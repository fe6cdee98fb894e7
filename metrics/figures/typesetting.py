"""Typesetting: how wide a text is, and a text made safe and legible for a chart.

In: a text, its size in px and its weight. Out: px, or the markup that plotly draws. The widths are the
advances of Source Sans 3, measured in a browser; other faces of the family list come out narrower or up
to a few per cent wider, for which ``SLACK`` leaves room.
"""

import re
from functools import lru_cache
from html import escape
from typing import Literal

Weight = Literal[400, 600]

SIZE = 13.5  # labels at marks
NOTE = 13.0  # axes, keys, notes: the smallest letters on a page
SLACK = 1.04

_PRINTABLE = "".join(map(chr, range(32, 127)))
_REGULAR = (
    "200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 "
    "497 497 497 497 497 497 497 497 497 497 249 249 497 497 497 425 "
    "847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 "
    "566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 "
    "542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 "
    "555 555 347 419 338 544 467 719 446 467 425 303 241 303 497"
)
_SEMIBOLD = (
    "200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 "
    "513 513 513 513 513 513 513 513 513 513 275 275 513 513 513 444 "
    "875 558 597 576 625 538 510 628 663 282 494 597 502 745 657 674 "
    "582 674 592 545 546 655 536 800 541 501 540 324 344 324 513 500 "
    "549 516 563 462 564 507 317 520 558 262 263 522 271 843 560 549 "
    "564 564 373 431 361 556 495 748 481 495 443 324 255 324 513"
)
_OTHER = {"–": 480, "—": 800, "’": 262, "‘": 262, "“": 454, "”": 454, "…": 956, "·": 262, "→": 619}


def _advances(widths: str) -> dict[str, int]:
    return dict(zip(_PRINTABLE, map(int, widths.split()), strict=True)) | _OTHER


_ADVANCE: dict[Weight, dict[str, int]] = {400: _advances(_REGULAR), 600: _advances(_SEMIBOLD)}
WIDE_FROM = "\u2e80"  # from here on characters are as wide as they are high

#: Signs that no line begins with, and signs that no line ends with.
_CLOSING = frozenset("，。、；：？！）】》」』”’%‰…·,.;:?!)]")
_OPENING = frozenset("（【《「『“‘([")


@lru_cache(maxsize=8192)
def text_width(text: str, size: float = SIZE, weight: Weight = 400) -> float:
    """The width of one line in px.

    >>> round(text_width("2025", 13), 1)
    26.9
    >>> text_width("工信部", 10) == 3 * text_width("工", 10)
    True
    """
    advance = _ADVANCE[weight]
    thousandths = sum(advance.get(c, 1000 if c >= WIDE_FROM else 560) for c in text)
    return thousandths / 1000 * size * SLACK


def wrapped(text: str, width: float, size: float = SIZE, weight: Weight = 400) -> tuple[str, ...]:
    """The text broken into lines of at most ``width`` px: at spaces, in Chinese between any two letters.

    No line begins with a sign that closes or ends with one that opens, and a number keeps what it counts.

    >>> wrapped("from publication to each due date", 110, 13)
    ('from publication to', 'each due date')
    """
    lines, line = [], ""
    for part in _parts(text):
        if line and text_width((line + part).rstrip(), size, weight) > width:
            lines.append(line.rstrip())
            line = ""
        line = (line + part).lstrip() if not line else line + part
    return tuple([*lines, line.rstrip()] if line.strip() else lines)


def _parts(text: str) -> list[str]:
    """The pieces between which a line may break; a piece that begins with a blank stands after one.

    >>> _parts("到2025年（“核心产业”）超过400。")
    ['到', '2025年', '（“核', '心', '产', '业”）', '超', '过', '400。']
    >>> _parts("a b, c")
    ['a', ' b,', ' c']
    """
    parts: list[str] = []
    for word in re.findall(rf"\s*(?:[{WIDE_FROM}-\U0010ffff]|[^\s{WIDE_FROM}-\U0010ffff]+)", text):
        last = parts[-1][-1] if parts else ""
        if last and (word[0] in _CLOSING or last in _OPENING or (last.isdigit() and word[0] >= WIDE_FROM)):
            parts[-1] += word
        else:
            parts.append(word)
    return parts


def shortened(text: str, width: float, size: float = SIZE, weight: Weight = 400) -> str:
    """The text cut to ``width`` px, with an ellipsis where something is missing; "" where nothing fits.

    >>> shortened("First four national platforms", 90, 13)
    'First four…'
    """
    if text_width(text, size, weight) <= width:
        return text
    for end in range(len(text) - 1, 0, -1):
        cut = text[:end].rstrip(" ,;:，、；：（") + "…"
        if text_width(cut, size, weight) <= width:
            whole_words = text[:end].rfind(" ")
            if text[0] < WIDE_FROM and text[end] != " " and whole_words > end / 2:
                return text[:whole_words].rstrip(" ,;:，、；：（") + "…"
            return cut
    return ""


def plain(text: str) -> str:
    """The text with every mark-up sign made harmless: plotly reads ``<a>`` and ``<b>`` in any text.

    >>> plain("<b>R&D</b>")
    '&lt;b&gt;R&amp;D&lt;/b&gt;'
    """
    return escape(text, quote=False)


def span(text: str, colour: str | None = None, weight: Weight = 400) -> str:
    """A piece of a label in its own colour and weight; ``text`` comes from data and is made harmless."""
    style = ";".join(
        part
        for part in (f"color:{colour}" if colour else "", f"font-weight:{weight}" if weight != 400 else "")
        if part
    )
    return f'<span style="{style}">{plain(text)}</span>' if style else plain(text)


def outlined(markup: str, ground: str) -> str:
    """Finished mark-up with an outline in the colour of its ground, so that lines do not cross letters.

    >>> outlined(span("a", "#000000"), "#FFFFFF")
    '<span style="paint-order:stroke;stroke:#FFFFFF;stroke-width:4px;stroke-linejoin:round;color:#000000">a</span>'
    """
    look = f"paint-order:stroke;stroke:{ground};stroke-width:4px;stroke-linejoin:round"
    if markup.startswith('<span style="'):  # each piece by itself: one element less
        return markup.replace('style="', f'style="{look};')
    return f'<span style="{look}">{markup}</span>'
