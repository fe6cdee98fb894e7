"""Files: every format that can be taken away, by its name.

In: an extract. Out: the bytes of a file and its name. The buttons of the dashboard and ``export`` on the command
line both ask here, so they give the same bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from metrics.exports.csv_rows import csv_file
from metrics.exports.extract import Extract
from metrics.exports.file_name import file_name
from metrics.exports.listings import APART, LISTINGS, listing

TABLES = (*LISTINGS, *APART)

Step = Callable[[int, int], None]

# What makes a file is imported when the file is asked for, not before.


def csv(taken: Extract, table: str = "readings") -> bytes:
    """One listing as a CSV file that stands alone."""
    found = listing(table, taken)
    return csv_file(found.header, found.rows, taken.known_on)


def xlsx(taken: Extract) -> bytes:
    """The workbook."""
    from metrics.exports.workbook import workbook

    return workbook(taken)


def package(taken: Extract) -> bytes:
    """The data package."""
    from metrics.exports.data_package import data_package

    return data_package(taken)


def json(taken: Extract) -> bytes:
    """Where the targets stand: the document of ``status --json``."""
    from metrics.exports.status_json import status_json

    return (status_json(taken.progress, taken.records, taken.words) + "\n").encode("utf-8")


def pptx(taken: Extract) -> bytes:
    """The slides as a PowerPoint file."""
    from metrics.exports.powerpoint.file import powerpoint
    from metrics.exports.slides import deck_of

    return powerpoint(deck_of(taken.in_own_units), taken.words)


def handout(taken: Extract) -> bytes:
    """What a briefing leaves behind, as a Word document."""
    from metrics.exports.handout.pages import handout as pages
    from metrics.exports.handout.word import word

    return word(pages(taken.in_own_units), taken.words, taken.template)


def sheets(taken: Extract) -> bytes:
    """The same pages as HTML on sheets of A4, to print or to save as PDF."""
    from metrics.exports.handout.pages import handout as pages
    from metrics.exports.handout.sheet import sheets as written

    return written(pages(taken.in_own_units), taken.words).encode("utf-8")


def html(taken: Extract, step: Step = lambda _done, _every: None) -> bytes:
    """The offline page; ``step`` is called after each page of it with how many of how many are done."""
    from metrics.exports.offline import offline_page

    return offline_page(taken.in_own_units, step)


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format: what makes it, what its file holds by name, the ending of that name, and its media type."""

    make: Callable[[Extract], bytes]
    holds: str
    ending: str
    type: str


_OFFICE = "application/vnd.openxmlformats-officedocument"

#: ``csv`` asks for a table as well, and is named after it.
FORMATS: Mapping[str, FileFormat] = MappingProxyType(
    {
        "csv": FileFormat(csv, "", "csv", "text/csv"),
        "xlsx": FileFormat(xlsx, "workbook", "xlsx", f"{_OFFICE}.spreadsheetml.sheet"),
        "package": FileFormat(package, "data", "zip", "application/zip"),
        "json": FileFormat(json, "status", "json", "application/json"),
        "pptx": FileFormat(pptx, "slides", "pptx", f"{_OFFICE}.presentationml.presentation"),
        "handout": FileFormat(handout, "handout", "docx", f"{_OFFICE}.wordprocessingml.document"),
        "sheets": FileFormat(sheets, "handout", "html", "text/html"),
        "html": FileFormat(html, "offline", "html", "text/html"),
    }
)
SLIDES = ("pptx", "html", "handout", "sheets")  # formats that can be made of a few targets
BINARY = ("xlsx", "package", "pptx", "handout")  # no text for a terminal


def content(taken: Extract, kind: str, table: str = "readings") -> bytes:
    """The bytes of a file of one of :data:`FORMATS`.

    Raises:
        KeyError: there is no such format or table.
    """
    return csv(taken, table) if kind == "csv" else FORMATS[kind].make(taken)


def name(known_on: date, kind: str, table: str = "readings", scope: str | None = None) -> str:
    """The name of that file: what it holds, of which plan or target, and the known-on day.

    >>> name(date(2020, 12, 31), "package"), name(date(2020, 12, 31), "csv", scope="aidp-2017")
    ('milepost-data-known-on-2020-12-31.zip', 'milepost-aidp-2017-readings-known-on-2020-12-31.csv')
    """
    what = FORMATS[kind].holds or table
    return file_name(f"{scope}-{what}" if scope else what, known_on, FORMATS[kind].ending)
