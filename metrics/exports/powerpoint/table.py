"""The table: a real one, with a header row, wherever a chart would lie or words are what counts.

In: a header and rows of texts. Out: a table on the slide, with its name and its text alternative. Columns are as wide
as their texts want, rows as high; a text that does not fit is broken into lines, never cut unless a row would be
higher than three lines.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml
from pptx.slide import Slide as FileSlide

from metrics.exports.powerpoint.shape import Rectangle, Run
from metrics.exports.powerpoint.text_fit import cut, joined, leading, lines, pieces, width
from metrics.exports.powerpoint.xml import emu, legal, render
from metrics.figures.palette import LIGHT

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own style without lines and fills
PAD = 6.0  # points on both sides of a cell
AIR = 5.0  # above and below its text
MOST_LINES = 3
BRIEF = 14  # signs of a text that is not broken, as a day is
SIZES = (20.0, 18.0, 17.0, 16.0, 15.0, 14.0)
UNBROKEN = 16.0  # down to here a smaller size is better than a broken line


@dataclass(frozen=True, slots=True)
class Sheetlike:
    """A table that is ready to be drawn."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    name: str
    alt: str


def fitted(table: Sheetlike, box: Rectangle) -> float:
    """The greatest size in which no text is broken and all rows fit; else the greatest in which the rows do."""
    for size in SIZES:
        whole = size >= UNBROKEN and sum(_wanted(table, size)) <= box.w
        if whole and sum(_heights(table, box.w, size)) <= box.h:
            return size
    for size in SIZES:
        if sum(widths(table, box.w, size)) <= box.w + 1 and sum(_heights(table, box.w, size)) <= box.h:
            return size
    return SIZES[-1]


def widths(table: Sheetlike, room: float, size: float) -> list[float]:
    """How wide each column is: as its longest text, and less for the widest where there is no room."""
    wanted = _wanted(table, size)
    spare = room - sum(wanted)
    if spare >= 0:
        return [one + spare / len(wanted) for one in wanted]
    # A day is never broken where a longer text can be; a Chinese text is one word, and broken where nothing else helps.
    for parted in (_brief_whole(str.split), _brief_whole(pieces), pieces):
        least = _least(table, wanted, room, size, parted)
        if sum(least) <= room:
            break
    give = [one - two for one, two in zip(wanted, least, strict=True)]
    part = min(1.0, -spare / sum(give)) if sum(give) else 0.0
    return [one - two * part for one, two in zip(wanted, give, strict=True)]


def _brief_whole(parted: Callable[[str], Sequence[str]]) -> Callable[[str], Sequence[str]]:
    return lambda text: [text] if len(text) < BRIEF else parted(text)


def _least(
    table: Sheetlike,
    wanted: Sequence[float],
    room: float,
    size: float,
    parted: Callable[[str], Sequence[str]],
) -> list[float]:
    """How wide each column must be for the longest part of its texts."""
    half = room / len(wanted) / 2
    longest = [
        max(
            width(part.strip(), size, bold=True)
            for row in _all(table)
            for part in parted(row[column]) or [""]
        )
        for column in range(len(table.header))
    ]
    return [min(one, max(part + 2 * PAD, half)) for one, part in zip(wanted, longest, strict=True)]


def _all(table: Sheetlike) -> tuple[tuple[str, ...], ...]:
    return (table.header, *table.rows)


def _wanted(table: Sheetlike, size: float) -> list[float]:
    """The widths in which no text is broken."""
    return [
        max(width(row[column], size, bold=number == 0) for number, row in enumerate(_all(table)))
        + 2 * PAD
        + 1
        for column in range(len(table.header))
    ]


def _heights(table: Sheetlike, room: float, size: float) -> list[float]:
    columns = widths(table, room, size)
    return [
        max(
            min(
                len(lines(text, columns[column] - 2 * PAD, size, bold=number == 0)) or 1,
                MOST_LINES,
            )
            * leading(text)
            for column, text in enumerate(row)
        )
        * size
        + 2 * AIR
        for number, row in enumerate(_all(table))
    ]


def add_table(slide: FileSlide, table: Sheetlike, box: Rectangle, lang: str) -> float:
    """Put the table on the slide, last in the reading order; gives its height in points."""
    size = fitted(table, box)
    columns, heights = widths(table, box.w, size), _heights(table, box.w, size)
    airier = min(1.5, box.h / sum(heights))
    heights = [high * max(airier, 1.0) for high in heights]
    shapes: Any = slide.shapes
    sides = (emu(one) for one in (box.x, box.y, box.w, sum(heights)))
    frame = shapes.add_table(len(heights), len(columns), *sides)
    described = frame._element.nvGraphicFramePr.cNvPr  # noqa: SLF001  python-pptx has no door to it
    described.set("name", legal(table.name))
    described.set("descr", legal(table.alt))
    drawn = frame.table
    drawn.first_row, drawn.horz_banding = True, False
    drawn._tbl.tblPr.find("{*}tableStyleId").text = PLAIN  # noqa: SLF001  nor to this
    for column, wide in zip(drawn.columns, columns, strict=True):
        column.width = emu(wide)
    for row, high in zip(drawn.rows, heights, strict=True):
        row.height = emu(high)
    for number, row_texts in enumerate(_all(table)):
        for column, text in enumerate(row_texts):
            bold = number == 0
            colour = LIGHT.ink_3 if number == 0 else LIGHT.ink
            room = columns[column] - 2 * PAD
            shown = cut(text, room, size, bold=bold, rows=MOST_LINES)
            whole = text if not shown or not shown[-1].endswith("…") else joined(text, shown)
            cell = drawn.cell(number, column)._tc  # noqa: SLF001
            made = parse_xml(
                render(
                    "cell",
                    run=Run(whole, size, colour, bold=bold),
                    lang=lang,
                    align="l",
                    pad=PAD,
                    air=AIR,
                    is_head=number == 0,
                )
            )
            cell[:] = made[:]
    return sum(heights)
