"""Files: the bytes of a publisher's file become grids.

In: bytes and the name of the file. Out: one grid for a file of text, one for each sheet of a workbook.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import PurePosixPath

from charset_normalizer import from_bytes
from python_calamine import CalamineError, CalamineWorkbook

from metrics.records.problem import Problem, RecordsError
from metrics.releases.formats import json_stat, with_format
from metrics.releases.grid import Cell, Grid

LARGEST = 100  # MB of a file; 100,000 rows of SDMX-CSV are some 10
UNFOLDED = 200  # MB of the parts of a workbook: a zip of a few kB can unfold to more than a machine holds
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_DELIMITERS = ",;\t|"
_LOOKED_AT = 20  # lines by which the delimiter is told


def grids(data: bytes, file: str) -> tuple[Grid, ...]:
    """The grids of a file, told by the ending of its name.

    Raises:
        RecordsError: the file cannot be read; its problem says why.
    """
    if len(data) > LARGEST * 10**6:
        raise _refused("too_large", file, limit=str(LARGEST))
    if not data.strip():
        raise _refused("empty_release", file)
    if PurePosixPath(file).suffix.lower() in WORKBOOKS:
        return tuple(map(with_format, _sheets(data, file)))
    text = decoded(data, file)
    if text.lstrip().startswith("{"):
        return (json_stat(text, file),)
    return (with_format(_text_grid(text, file)),)


def decoded(data: bytes, file: str) -> str:
    """The text of a file: UTF-8, UTF-16 by its mark, or what its bytes are most like.

    Raises:
        RecordsError: the bytes are those of no text.
    """
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    found = None if b"\0" in data else from_bytes(data).best()
    if found is None:
        raise _refused("no_text", file)
    return str(found)


def _text_grid(text: str, file: str) -> Grid:
    lines = [line for line in text.split("\n", _LOOKED_AT)[:_LOOKED_AT] if line.strip()]
    delimiter = max(_DELIMITERS, key=lambda sign: sum(min(line.count(sign), 50) for line in lines))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[list[Cell]] = []
    numbers: list[int] = []
    try:
        begun = 1
        for row in reader:
            if any(map(str.strip, row)):
                rows.append(list(row))
                numbers.append(begun)
            begun = reader.line_num + 1
    except csv.Error:
        raise _refused("no_table", file, line=reader.line_num) from None
    return Grid(file, None, rows, numbers)


def _sheets(data: bytes, file: str) -> Iterator[Grid]:
    try:
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                if sum(one.file_size for one in packed.infolist()) > UNFOLDED * 10**6:
                    raise _refused("unfolds", file, limit=str(UNFOLDED))
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            kept = [(n, row) for n, row in enumerate(rows, 1) if any(cell not in ("", None) for cell in row)]
            yield Grid(file, name, [[_cell(one) for one in row] for _, row in kept], [n for n, _ in kept])
    except (CalamineError, zipfile.BadZipFile):
        raise _refused("no_workbook", file) from None


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, (str, float, int, bool, date)) and value != "" else None


def _refused(kind: str, file: str, line: int | None = None, **details: str) -> RecordsError:
    return RecordsError([Problem(kind, file, line, details=tuple(details.items()))])
