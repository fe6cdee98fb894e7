"""The sheet: the workbook inside a chart, from which PowerPoint draws it again when somebody edits its data.

In: rows of texts, numbers and days. Out: the bytes of a workbook. A text stays a text whatever it begins with, no cell
holds a formula or a link, and no clock is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from metrics.exports.cell import begins_like_formula
from metrics.exports.powerpoint.xml import legal

NAME = "Sheet1"
_EPOCH = date(1899, 12, 30)  # day 0 of a spreadsheet

Cell = str | float | date | None


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A header and rows below it."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def reference(self, column: int, first: int, last: int | None = None) -> str:
        """The cells of a column, rows counted from the first below the header.

        >>> Worksheet(("a", "b"), ()).reference(1, 0, 2), Worksheet(("a",), ()).reference(0, -1)
        ('Sheet1!$B$2:$B$4', 'Sheet1!$A$1')
        """
        letter = chr(ord("A") + column)
        end = "" if last is None else f":${letter}${last + 2}"
        return f"{NAME}!${letter}${first + 2}{end}"


def serial(day: date) -> int:
    """A day as a spreadsheet counts it.

    >>> serial(date(2025, 12, 31))
    46022
    """
    return (day - _EPOCH).days


def sheet_bytes(sheet: Worksheet, known_on: date) -> bytes:
    """The workbook, dated by the known-on day."""
    out = BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, {"in_memory": True, **plain})
    book.set_properties({"created": datetime.combine(known_on, time())})
    marked = book.add_format({"quote_prefix": True})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    page = book.add_worksheet(NAME)
    rows: Sequence[Sequence[Cell]] = (sheet.header, *sheet.rows)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(number, column, datetime.combine(value, time()), day)
            elif isinstance(value, str):
                page.write_string(
                    number, column, legal(value), marked if begins_like_formula(value) else None
                )
            elif value is not None:
                page.write_number(number, column, value)
    page.set_column(0, len(sheet.header) - 1, 18)
    book.close()
    return out.getvalue()
