"""A table as a CSV file that a spreadsheet opens without a question and a script reads without a guess.

In: the :class:`~metrics.figures.chart.Table` of a chart. Out: the bytes of the file and its name.
UTF-8 with a byte order mark (so that spreadsheets read Chinese), RFC 4180 line ends, one header row of
column keys, raw numbers with a point, ISO dates, nothing where there is no value. There is no comment row:
the known-on day stands in a last column of every row.
"""

import csv
import re
from datetime import date
from io import StringIO

from metrics.exports.raw import raw
from metrics.figures.chart import Cell, Table

KNOWN_ON = "known_on"

# What a spreadsheet takes for the beginning of a formula, the full-width forms included. Blanks before it
# do not stop every spreadsheet; apostrophes are passed over so that a text and its defused form never coincide.
_FORMULA = re.compile(r"(?:[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20])|[\t\r\n]")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 80  # characters of an id in a file name; every file system takes 255 bytes


def csv_bytes(table: Table, known_on: date) -> bytes:
    r"""The file for ``table``, as known on a day.

    A text that begins like a formula gets an apostrophe in front; numbers are never touched. A number that
    is not finite (the open end of an interval) is left empty. A table that has a ``known_on`` column keeps
    its own.

    >>> from metrics.figures.chart import Column
    >>> columns = (Column("period", "Period"), Column("value", "Value", numeric=True))
    >>> csv_bytes(Table(columns, (("2025", 1200.0), ("=1+1", -0.5))), date(2026, 11, 22)).decode("utf-8-sig")
    "period,value,known_on\r\n2025,1200,2026-11-22\r\n'=1+1,-0.5,2026-11-22\r\n"
    """
    keys: list[Cell] = [column.key for column in table.columns]
    stamp: tuple[Cell, ...] = () if KNOWN_ON in keys else (known_on,)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_written(key) for key in ([*keys, KNOWN_ON] if stamp else keys))
    for row in table.rows:
        writer.writerow(_written(cell) for cell in (*row, *stamp))
    return out.getvalue().encode("utf-8-sig")


def csv_name(chart_id: str, known_on: date) -> str:
    """A file name that every system accepts.

    >>> csv_name("target-aidp-2025-core", date(2026, 11, 22))
    'milepost-target-aidp-2025-core-known-on-2026-11-22.csv'
    >>> csv_name("../a b", date(2026, 11, 22))
    'milepost-a-b-known-on-2026-11-22.csv'
    """
    safe = _UNSAFE.sub("-", chart_id)[:_LONGEST_NAME].strip("-") or "table"
    return f"milepost-{safe}-known-on-{known_on.isoformat()}.csv"


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):  # before int: a bool is one
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return f"'{cell}" if _FORMULA.match(cell) else cell
    number = raw(cell)
    return "" if number is None else repr(number)
