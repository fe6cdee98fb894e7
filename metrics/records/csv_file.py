"""A CSV file: its text becomes rows whose cells know where they stood.

In: text and the record that a row shall become. Out: :class:`Row`, with None for an empty cell and
numbers where the record wants numbers; what is no number stays a text, so that ``shape`` can name it.
"""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from metrics.records.entry import Row
from metrics.records.expectation import Wanted, expectations
from metrics.records.guess import nearest
from metrics.records.model import Record
from metrics.records.problem import Report, shown
from metrics.records.scalar import number

#: Characters of a cell; the csv module's own limit, which other packages raise for the whole process.
LONGEST_CELL = 131_072

_TRUTH = {"true": True, "TRUE": True, "false": False, "FALSE": False}  # spreadsheets write capitals


def rows(text: str, file: str, model: type[Record], report: Report) -> tuple[list[Row], bool]:
    r"""All rows that have the right number of cells, and whether no row was left out.

    >>> from metrics.records.model import ExchangeRate
    >>> found, whole = rows("year,cny_per_usd,source\n2019,6.9081,fred\n", "rates.csv", ExchangeRate, Report())
    >>> dict(found[0]), found[0].spot("source"), whole
    ({'year': 2019, 'cny_per_usd': 6.9081, 'source': 'fred'}, (2, 3), True)
    """
    lines = _lines(text, file, report)
    found: list[Row] = []
    whole = True
    columns: dict[str, int] | None = None
    width = 0
    converters: list[tuple[str, Callable[[str], Any]]] = []
    for line, cells in lines:
        if cells is None:
            return found, False
        if columns is None:
            columns = _header(cells, line, file, model, report)
            if columns is None:
                return found, False
            width = len(cells)
            converters = [
                (f, c) for f, w in expectations(model).items() if f in columns and (c := _CONVERT.get(w.kind))
            ]
            continue
        if len(cells) != width:
            kind = "short_row" if len(cells) < width else "long_row"
            report.add(kind, file, (line, 1), found=str(len(cells)), wanted=str(width))
            whole = False
            continue
        values: dict[str, Any] = {name: cells[cell - 1] or None for name, cell in columns.items()}
        for name, convert in converters:
            if values[name] is not None:
                values[name] = convert(values[name])
        found.append(Row(values, file, line, columns))
    if columns is None:
        report.add("empty_file", file, holds="a line with the names of the columns")
        return found, False
    return found, whole


def _lines(text: str, file: str, report: Report) -> Iterator[tuple[int, list[str] | None]]:
    """Rows with the line on which each begins, without blank ones; None where the file breaks off."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    while True:
        try:
            csv.field_size_limit(LONGEST_CELL)  # before each row: the limit is that of the process
            cells = next(reader, None)
        except csv.Error as error:
            if "field larger" in str(error):
                report.add("long_cell", file, (line, 1), limit=f"{LONGEST_CELL:,}")
            else:
                report.add("csv_quote", file, (line, 1))
            yield line, None
            return
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1


def _header(
    cells: list[str], line: int, file: str, model: type[Record], report: Report
) -> dict[str, int] | None:
    """The number of the cell of each known column; None if the line is no header at all."""
    for separator, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(cells) == 1 and separator in cells[0]:
            report.add("separator", file, (line, 1), found=name)
            return None
    wanted = tuple(model.model_fields)
    allowed = ", ".join(wanted)
    columns: dict[str, int] = {}
    guesses: set[str | None] = set()
    for number_of_cell, name in enumerate(cells, start=1):
        at = (line, number_of_cell)
        if name in columns:
            report.add("same_column", file, at, name, cell=str(columns[name]))
        elif name in wanted:
            columns[name] = number_of_cell
        else:
            guess = nearest(name, [column for column in wanted if column not in cells])
            guesses.add(guess)
            report.add("unknown_column", file, at, found=shown(name), guess=guess, allowed=allowed)
    for name in wanted:
        if name not in columns and name not in guesses:
            report.add("no_column", file, (line, len(cells)), name, allowed=allowed)
    return columns if 2 * len(columns) > len(wanted) else None  # else it is no header, and no row fits it


def _number(text: str) -> float | str:
    value = number(text)
    return text if value is None else value


def _year(text: str) -> int | str:
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else text


_CONVERT: dict[Wanted, Callable[[str], Any]] = {
    Wanted.NUMBER: _number,
    Wanted.POSITIVE: _number,
    Wanted.YEAR: _year,
    Wanted.TRUTH: lambda text: _TRUTH.get(text, text),
}
