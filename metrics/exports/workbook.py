"""The workbook: targets, readings, observations and sources as an Excel file.

In: an extract. Out: the bytes of the file. Days and numbers are real ones; a period is a text with its last day
in a column beside it. Every text is written as a text, and one that begins like a formula also carries Excel's
own mark for text, so that no cell holds a formula and none becomes one when it is edited. Only the addresses of
sources are links. The same extract gives the same bytes: no clock is read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from metrics.exports.cell import Cell, begins_like_formula, raw
from metrics.exports.citation import citation
from metrics.exports.extract import Extract
from metrics.exports.listings import Listing, apart, listing
from metrics.words import Words

SHEETS = ("targets", "readings", "observations", "sources")

_NARROWEST, _WIDEST = 8, 60  # columns of a sheet, in signs
_FILTER = 3  # signs that the button of the filter takes in a header
_DAY = 10  # signs of 2026-11-22
_HEADLINE = ("verdict", "k", "n", "contested", "sentence")


@dataclass(frozen=True)
class _Formats:
    """The few formats of the book."""

    head: Any
    text: Any  # a text that begins like a formula
    day: Any
    link: Any


def workbook(taken: Extract) -> bytes:
    """The file."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    words = taken.words
    book.set_properties(
        {
            "title": words.say("package.title", day=taken.known_on),
            "author": words.listing(citation("", taken.known_on, taken.known).work.authors),
            "created": datetime.combine(taken.known_on, time()),
        }
    )
    formats = _Formats(
        head=book.add_format({"bold": True, "bottom": 1}),
        text=book.add_format({"quote_prefix": True}),
        day=book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        link=book.get_default_url_format(),
    )
    tables = [_with_headline(listing("targets", taken), taken)]
    tables += [listing(name, taken) for name in SHEETS[1:]]
    tables += apart(taken)
    for table in tables:
        sheet = book.add_worksheet(words.say(f"listing.title.{table.name}"))
        header = [field.title(words) for field in table.fields]
        _fill(sheet, header, table.rows, formats, [field.kind == "address" for field in table.fields])
    about = book.add_worksheet(words.say("workbook.about"))
    names = [words.say("workbook.name"), words.say("workbook.value")]
    _fill(about, names, tuple(_about(taken, tables)), formats, [False, False])
    book.close()
    return out.getvalue()


def _with_headline(targets: Listing, taken: Extract) -> Listing:
    """The targets, each with what its readings say together."""
    headlines = listing("headlines", taken)
    named = [dict(zip(headlines.header, row, strict=True)) for row in headlines.rows]
    said = {one["target"]: [one[name] for name in _HEADLINE] for one in named if one["group"] == "all"}
    extra = [field for name in _HEADLINE for field in headlines.fields if field.name == name]
    rows = tuple((*row, *said[row[0]]) for row in targets.rows)
    return Listing(targets.name, targets.key, (*targets.fields, *extra), rows)


def _fill(
    sheet: Worksheet,
    header: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    formats: _Formats,
    links: Sequence[bool],
) -> None:
    for column, title in enumerate(header):
        sheet.write_string(0, column, title, formats.head)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            _write(sheet, number, column, value, formats, is_link=links[column])
    for column, title in enumerate(header):
        longest = max((_signs(row[column]) for row in rows), default=0)
        width = min(max(longest, len(title) + _FILTER, _NARROWEST), _WIDEST)
        sheet.set_column(column, column, width + 1)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(header) - 1)


def _write(sheet: Worksheet, row: int, column: int, value: Cell, formats: _Formats, *, is_link: bool) -> None:
    if isinstance(value, bool):  # before the numbers: a bool is one
        sheet.write_boolean(row, column, value)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), formats.day)
    elif isinstance(value, (int, float)):
        number = raw(value)
        if number is not None:
            sheet.write_number(row, column, number)
    elif isinstance(value, str) and is_link:
        sheet.write_url(row, column, value, formats.link, value)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, formats.text if begins_like_formula(value) else None)


def _signs(value: Cell) -> int:
    """How wide a cell is, in signs; a Chinese sign takes two."""
    if isinstance(value, date):
        return _DAY
    return sum(1 if sign < "\u2e80" else 2 for sign in str(value)) if value is not None else 0


def _about(taken: Extract, tables: Iterable[Listing]) -> Iterable[tuple[Cell, Cell]]:
    """What the book is, in two columns, and what each column of its sheets holds."""
    words, cited = taken.words, citation(taken.words.say("workbook.book"), taken.known_on, taken.known)
    yield words.say("workbook.title"), cited.work.title
    yield words.say("workbook.known_on"), taken.known_on
    yield words.say("workbook.scope"), _scope(taken, words)
    yield words.say("workbook.path"), words.say(f"workbook.path_{taken.progress.path or 'both'}")
    yield words.say("workbook.version"), cited.work.version
    if cited.digest:
        yield words.say("workbook.digest"), taken.known.digest
    yield words.say("workbook.cite"), cited.plain(words)
    for name in ("code", "facts", "licences"):
        yield words.say("workbook.terms"), words.say(f"package.terms.{name}")
    yield words.say("workbook.derived"), words.say("package.terms.derived")
    for table in tables:
        sheet = words.say(f"listing.title.{table.name}")
        yield sheet, words.say(f"listing.meaning.{table.name}")
        for field in table.fields:
            column = words.say("workbook.column", sheet=sheet, column=field.title(words))
            yield column, field.meaning(words)


def _scope(taken: Extract, words: Words) -> str:
    if taken.target:
        return words.say("workbook.scope_target", id=taken.target)
    return words.say("workbook.scope_plan", id=taken.plan) if taken.plan else words.say("workbook.scope_all")
