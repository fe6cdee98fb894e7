"""The statement: a few sentences in the slide's own text placeholder, each with its sign beside it.

In: :class:`~metrics.figures.slides.slide.Statement` and the box of the placeholder. Out: paragraphs of one size in
which they fit, and the signs. Lines have a fixed height, so the signs stand beside their first lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from metrics.exports.powerpoint.shape import Rectangle, Run, ShapeGroup
from metrics.exports.powerpoint.sign import sign
from metrics.exports.powerpoint.text_fit import lines
from metrics.figures.palette import LIGHT
from metrics.figures.slides.slide import Statement
from metrics.words import Words

SIZES = (24.0, 22.0, 21.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0)
UNBROKEN = 18.0  # down to here a smaller size is better than a broken line
LEADING = 1.25  # height of a line, in sizes
AFTER = 0.2  # space below a paragraph, in sizes
MORE = 1.0  # what is added to it where there is room, in sizes
INDENT = 36.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a placeholder."""

    runs: tuple[Run, ...]
    indent: float = 0.0
    leading: float = 0.0
    after: float = 0.0
    is_dashed: bool = False


def statement(
    body: Statement, box: Rectangle, words: Words
) -> tuple[tuple[Paragraph, ...], tuple[ShapeGroup, ...]]:
    """The paragraphs, and the signs from top to bottom."""
    indent, size = _indent(body), size_of(body, box)
    paragraphs, signs, y = [], [], box.y
    if body.lead:
        lead = size + 4
        paragraphs.append(_paragraph(body.lead, lead, 0.0, LIGHT.ink))
        y += len(lines(body.lead, box.w, lead)) * lead * LEADING + lead * AFTER
    used = _height(body, box.w, size, indent)
    after = size * AFTER + min(size * MORE, max(0.0, box.h - used) / max(len(body.lines), 1))
    for number, (verdict, text) in enumerate(body.lines):
        line = _paragraph(text, size, indent, LIGHT.ink_2)
        paragraphs.append(replace(line, after=after, is_dashed=verdict is None))
        if verdict:
            middle = y + size * LEADING * 0.5
            signs.append(
                sign(verdict, words.verdict(verdict), box.x + 11, middle, 22, hollow=number in body.hollow)
            )
        y += len(lines(text, box.w - indent, size)) * size * LEADING + after
    return tuple(paragraphs), tuple(signs)


def size_of(body: Statement, box: Rectangle) -> float:
    """The size of its sentences: the greatest that fits, or a smaller one in which no sentence is broken."""
    fitting = [one for one in SIZES if _height(body, box.w, one, _indent(body)) <= box.h] or [SIZES[-1]]
    unbroken = (one for one in fitting if one >= UNBROKEN and _is_unbroken(body, box.w - _indent(body), one))
    return next(unbroken, fitting[0])


def _indent(body: Statement) -> float:
    return INDENT if body.lines else 0.0


def _paragraph(text: str, size: float, indent: float, colour: str) -> Paragraph:
    return Paragraph((Run(text, size, colour),), indent, size * LEADING, size * AFTER)


def _is_unbroken(body: Statement, room: float, size: float) -> bool:
    return all(len(lines(text, room, size)) <= 1 for _, text in body.lines)


def _height(body: Statement, room: float, size: float, indent: float) -> float:
    texts: Sequence[tuple[str, float, float]] = [
        *([(body.lead, size + 4, room)] if body.lead else []),
        *((text, size, room - indent) for _, text in body.lines),
    ]
    return sum(len(lines(text, wide, one)) * one * LEADING + one * AFTER for text, one, wide in texts)
