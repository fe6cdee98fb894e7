"""Rows as CSV that a spreadsheet opens without a question and a script reads without a guess.

In: a header and rows of cells. Out: RFC 4180 text with CR LF line ends, raw numbers with a point, ISO dates,
nothing where there is no value (:func:`csv_rows`); and a whole file in UTF-8 with a byte order mark, so that
spreadsheets read Chinese, and the known-on day in a last column of every row (:func:`csv_file`, :func:`csv_table`).
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

from metrics.exports.cell import Cell, defused, raw
from metrics.figures.chart import Table

KNOWN_ON = "known_on"


def csv_file(header: Sequence[str], rows: Iterable[Sequence[Cell]], known_on: date) -> bytes:
    r"""A file that stands alone: there is no comment row, the known-on day is in the rows.

    A header that has a ``known_on`` column keeps its own.

    >>> csv_file(["value"], [(1.5,)], date(2026, 11, 22))
    b'\xef\xbb\xbfvalue,known_on\r\n1.5,2026-11-22\r\n'
    """
    stamp: tuple[Cell, ...] = () if KNOWN_ON in header else (known_on,)
    head = [*header, KNOWN_ON] if stamp else header
    return csv_rows(head, ((*row, *stamp) for row in rows)).encode("utf-8-sig")


def csv_table(table: Table, known_on: date) -> bytes:
    r"""The table of a chart as such a file.

    >>> from metrics.figures.chart import Column
    >>> columns = (Column("period", "Period"), Column("value", "Value", numeric=True))
    >>> csv_table(Table(columns, (("2025", 1200.0), ("=1+1", -0.5))), date(2026, 11, 22)).decode("utf-8-sig")
    "period,value,known_on\r\n2025,1200,2026-11-22\r\n'=1+1,-0.5,2026-11-22\r\n"
    """
    return csv_file([column.key for column in table.columns], table.rows, known_on)


def csv_rows(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    r"""A text that begins like a formula gets an apostrophe in front; numbers are never touched.

    A number that is not finite (the open end of an interval) is left empty.

    >>> csv_rows(("period", "value"), [("2025", 1200.0), ("=1+1", -0.5)])
    "period,value\r\n2025,1200\r\n'=1+1,-0.5\r\n"
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(_written, header))
    writer.writerows(map(_written, row) for row in rows)
    return out.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):  # before int: a bool is one
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return defused(cell)
    number = raw(cell)
    return "" if number is None else repr(number)
