"""The data of a chart as a real table."""

from datetime import date

from markupsafe import Markup

from metrics.figures.blocks.environment import Link, render
from metrics.figures.chart import Cell, Column, Reference, Table
from metrics.words import Words


def _text(cell: Cell, column: Column, words: Words) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Reference):
        return cell.name
    if isinstance(cell, bool):
        return words.say("block.yes" if cell else "block.no")
    if isinstance(cell, date):
        return words.day(cell)
    if isinstance(cell, (int, float)):
        return words.number(cell) if column.numeric else f"{cell:g}"  # a year is no amount
    return cell


def _href(cell: Cell, column: Column, link: Link | None) -> str | None:
    if link is None or column.opens is None or not cell:
        return None
    page, parameter = column.opens
    return link(page, **{parameter: str(cell)})


def data_table(
    table: Table, words: Words, caption: str, link: Link | None = None, *, stack: str | None = None
) -> str:
    """Every row of a chart's table: numbers to the right, days in words, an unknown value empty.

    With ``link``, the cells of a column that opens a page are links to it. With ``stack``, the name of its look, the
    cells of a row stand below each other where there is no room.
    """
    return render(
        "data_table",
        caption=caption,
        stack=stack,
        columns=table.columns,
        rows=[
            [
                (_text(cell, column, words), column, _href(cell, column, link))
                for cell, column in zip(row, table.columns, strict=True)
            ]
            for row in table.rows
        ],
    )


def folded_table(
    table: Table, words: Words, caption: str, link: Link | None = None, label: str = "page.chart.table"
) -> str:
    """The same, folded; nothing where there are no rows. ``label`` is the text that counts them."""
    if not table.rows:
        return ""
    return render(
        "folded_table",
        label=words.say(label, n=len(table.rows)),
        table=Markup(data_table(table, words, caption, link)),  # noqa: S704  made here
    )
