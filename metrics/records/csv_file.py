"""A CSV file: its text becomes rows whose cells know where they stood.

In: text and the record that a row shall become. Out: a :class:`CsvRows` of :class:`CsvRow`, with None for an empty cell
and numbers where the record wants numbers; what is no number stays a text, so that ``shape`` can name it. Rows are
made one by one while they are asked for: all of a large file together would take hundreds of MB.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from metrics.records.characters import turned, turns
from metrics.records.detail import Detail
from metrics.records.entry import CsvRow, Fields
from metrics.records.expectation import expectations, text_fields
from metrics.records.model import LANGUAGES, Record, text_language
from metrics.records.model.fields import Wanted
from metrics.records.note import note_decimal_comma, note_separator
from metrics.records.problem import Report, shown
from metrics.records.scalar import number
from metrics.records.table_form import (
    SEPARATORS,
    NumberText,
    TableForm,
    decimal_mark,
    is_open,
    number_in,
    table_form,
)

#: Characters of a cell; the csv module's own limit, which other packages raise for the whole process.
LONGEST_CELL = 131_072
#: Blank ones included; 10 MB hold some 170,000 rows of figures, or 320,000 of the shortest claims.
MOST_LINES = 1_000_000
LONGEST_LINE = 1_000_000  # characters; the reader makes all cells of a line at once
MOST_COLUMNS = 100  # no record has more than 19; spreadsheets leave some empty ones behind

MAY_LACK = {"group"}  # columns that a file has only where it needs them

_TRUTH = {"true": True, "TRUE": True, "false": False, "FALSE": False}  # spreadsheets write capitals


class _LongLineError(Exception):
    """A line is too long to be read."""


class CsvRows:
    r"""The rows of a file that have the right number of cells; they can be gone through once.

    >>> from metrics.records.model import ExchangeRate
    >>> table = CsvRows("year,cny_per_usd,source\n2019,6.9081,fred\n", "rates.csv", ExchangeRate, Report())
    >>> [(dict(row), row.spot("source")) for row in table], table.is_whole
    ([({'year': 2019, 'cny_per_usd': 6.9081, 'source': 'fred'}, (2, 3))], True)
    """

    def __init__(
        self, text: str, file: str, model: type[Record], report: Report, language: str | None = None
    ) -> None:
        self._text = text
        self._language = text_language(language or LANGUAGES[0])
        self._translated = _translated(model, language)
        self._file = file
        self._model = model
        self._report = report
        self._form, self._decimal = TableForm(), "."
        self.is_whole = True  # whether no row was left out, as far as rows were asked for

    def __iter__(self) -> Iterator[CsvRow]:
        """Row after row, until too much is wrong."""
        self._form = table_form(self._text, [*self._model.model_fields])
        lines = self._rows()
        line, cells = next(lines, (1, None))
        if cells is None:
            if self.is_whole:
                self._add("empty_file", None, holds=Detail("holds.columns"))
            self.is_whole = False
            return
        translated = self._translated
        columns = self._header(cells, line, translated)
        if columns is None:
            self.is_whole = False
            return
        width = len(cells)
        if self._form.separator != "," and not self._in_other_form(columns, line):
            self.is_whole = False
            return
        beside = {name: columns[name] for name in translated if name in columns}
        own = {name: cell for name, cell in columns.items() if name not in beside}
        converters = [
            (name, convert)
            for name, wanted in expectations(self._model).items()
            if name in columns and (convert := self._converter(wanted.kind))
        ]
        has_turns = turns(self._text)
        for line, cells in lines:
            if self._report.is_full:
                self.is_whole = False
                return
            if len(cells) != width:
                kind = "short_row" if len(cells) < width else "long_row"
                self._add(kind, (line, 1), found=str(len(cells)), wanted=str(width), **self._parted)
                self.is_whole = False
                continue
            if has_turns:
                self._tell_turned(line, cells, columns)
            values: dict[str, Any] = {name: cells[cell - 1] or None for name, cell in own.items()}
            for name, convert in converters:
                if values[name] is not None:
                    values[name] = convert(values[name])
            for column, cell in beside.items():
                if cells[cell - 1]:
                    field, language = translated[column]
                    versions = self._in_languages(values[field], line, columns[field])
                    versions[language], versions.values_at[language] = cells[cell - 1], (line, cell)
                    values[field] = versions
            yield CsvRow(values, self._file, line, columns)

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """The header and the rows below it, without the line that says by what columns are parted."""
        lines = self._lines()
        if self._form.is_declared:
            next(lines, None)
        return lines

    @property
    def _parted(self) -> dict[str, str]:
        """By what columns are parted, where it is no comma."""
        name = SEPARATORS.get(self._form.separator)
        return {"better": Detail(f"found.{name}")} if name else {}

    def _in_other_form(self, columns: Mapping[str, int], line: int) -> bool:
        """Note how a table is parted that has no commas, and find how it writes its numbers; False where that is open."""
        note_separator(self._report, self._file, line, SEPARATORS[self._form.separator])
        wanted = expectations(self._model)
        numeric = {
            cell: name for name, cell in columns.items() if name in wanted and wanted[name].kind in _NUMERIC
        }
        rows = self._rows()
        next(rows, None)
        numbers = (
            NumberText(at, cell, cells[cell - 1])
            for at, cells in rows
            for cell in numeric
            if cell <= len(cells) and cells[cell - 1]
        )
        self._decimal, place = decimal_mark(numbers)
        if not self._decimal and place:
            at, name = (place.line, place.cell), numeric[place.cell]
            kind = "read_two_ways" if is_open(place.text) else "two_decimal_marks"
            self._add(kind, at, name, found=shown(place.text))
        elif self._decimal == "," and place:
            value = number_in(place.text, ",")
            if value is not None:
                note_decimal_comma(self._report, self._file, (place.line, place.cell), place.text, value)
        return bool(self._decimal)

    def _converter(self, kind: Wanted) -> Callable[[str], Any] | None:
        if kind in _NUMERIC and self._form.separator != ",":
            return self._number_in_form
        return _CONVERT.get(kind)

    def _number_in_form(self, text: str) -> float | str:
        value = number_in(text, self._decimal)
        return text if value is None else value

    def _header(
        self, cells: list[str], line: int, translated: Mapping[str, tuple[str, str]]
    ) -> dict[str, int] | None:
        """The number of the cell of each known column; None if the line is no header at all."""
        for separator, name in (*SEPARATORS.items(), ("|", "bars")):
            if len(cells) == 1 and separator in cells[0]:
                self._report.add("separator", self._file, (line, 1), found=Detail(f"found.{name}"))
                return None
        wanted = tuple(self._model.model_fields)
        needed = [name for name in wanted if name not in MAY_LACK]
        allowed = ", ".join(needed)
        if len(cells) > MOST_COLUMNS:
            self._report.add("many_columns", self._file, (line, 1), found=f"{len(cells):,}", allowed=allowed)
            return None
        columns: dict[str, int] = {}
        left = [column for column in wanted if column not in cells]
        beside = [name for name in translated if translated[name][0] in cells]
        guesses = {
            name: self._report.nearest(name, [*left, *beside])
            for name in cells
            if name not in wanted and name not in beside
        }
        if len(left) == len(wanted) and 2 * len(set(guesses.values()) - {None}) < len(wanted):
            self._report.add("no_header", self._file, (line, 1), allowed=",".join(needed))
            return None
        for number_of_cell, name in enumerate(cells, start=1):
            at = (line, number_of_cell)
            if name in columns:
                self._report.add("same_column", self._file, at, name, cell=str(columns[name]))
            elif name in wanted or name in beside:
                columns[name] = number_of_cell
            else:
                self._report.add(
                    "unknown_column",
                    self._file,
                    at,
                    found=shown(name),
                    guess=guesses[name],
                    allowed=", ".join(wanted),
                )
        for name in needed:
            if name not in columns and name not in guesses.values():
                self._report.add("no_column", self._file, (line, len(cells)), name, allowed=allowed)
        return (
            columns if 2 * len([*filter(columns.get, wanted)]) > len(wanted) else None
        )  # else it is no header, and no row fits it

    def _in_languages(self, value: Any, line: int, cell: int) -> Fields:
        """A text that stands in more than one column, by its languages."""
        if isinstance(value, Fields):
            return value
        versions = Fields(self._file, (line, cell))
        if value is not None:
            versions[self._language], versions.values_at[self._language] = value, (line, cell)
        return versions

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        """Rows with the line on which each begins, without blank ones, up to where the file breaks off."""
        reader = csv.reader(self._physical(), strict=True, delimiter=self._form.separator)
        line = 1
        while True:
            try:
                csv.field_size_limit(LONGEST_CELL)  # before each row: the limit is that of the process
                cells = next(reader, None)
            except _LongLineError:
                self._add("long_line", (reader.line_num + 1, 1), limit=f"{LONGEST_LINE:,}")
                self.is_whole = False
                return
            except csv.Error as error:
                if "field larger" in str(error):
                    self._add("long_cell", (line, 1), limit=f"{LONGEST_CELL:,}")
                else:
                    self._add("csv_quote", (line, 1))
                self.is_whole = False
                return
            if cells is None:
                return
            if "".join(cells).strip():
                yield line, cells
            line = reader.line_num + 1
            if line > MOST_LINES:
                self._add("many_lines", None, limit=f"{MOST_LINES:,}")
                self.is_whole = False
                return

    def _physical(self) -> Iterator[str]:
        """Line after line with its end; read from bytes, because ``StringIO`` would take 4 for each character."""
        for line in io.TextIOWrapper(io.BytesIO(self._text.encode()), encoding="utf-8", newline=""):
            if len(line) > LONGEST_LINE:
                raise _LongLineError
            yield line

    def _tell_turned(self, line: int, cells: list[str], columns: dict[str, int]) -> None:
        for name, cell in columns.items():
            if found := turned(cells[cell - 1]):
                kind, details = found
                self._add(kind, (line, cell), name, **details)

    def _add(self, kind: str, at: tuple[int, int] | None, field: str | None = None, **details: str) -> None:
        self._report.add(kind, self._file, at, field, **details)


def _translated(model: type[Record], language: str | None) -> dict[str, tuple[str, str]]:
    """The columns that may stand beside those of a record, each with its field and its language.

    >>> from metrics.records.model import Observation
    >>> _translated(Observation, "en")
    {'locator_zh': ('locator', 'zh'), 'note_zh': ('note', 'zh')}
    """
    own = language and text_language(language)
    if own and own not in LANGUAGES:  # such a text stands in its own language and no other
        return {}
    others = [one for one in LANGUAGES if one != own]  # all, where it is not known which is its own
    return {f"{name}_{one}": (name, one) for name in text_fields(model) for one in others}


def _number(text: str) -> float | str:
    value = number(text)
    return text if value is None else value


def _year(text: str) -> int | str:
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else text


_NUMERIC = (Wanted.NUMBER, Wanted.POSITIVE)
_CONVERT: dict[Wanted, Callable[[str], Any]] = {
    Wanted.NUMBER: _number,
    Wanted.POSITIVE: _number,
    Wanted.YEAR: _year,
    Wanted.TRUTH: lambda text: _TRUTH.get(text, text),
}
