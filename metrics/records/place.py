"""Places in a text: where its lines begin, and where the cells of a row of a CSV file begin and end.

In: a text as it stands in a file. Out: positions in it, counted from 0, while lines are counted from 1.
"""

import re
from collections.abc import Iterator

LINE_END = re.compile(r"\r\n|\n|\r")  # what YAML, csv and editors agree on
_QUOTED_CELL = re.compile(r'"(?:[^"]|"")*"')
_BARE_CELL = re.compile(r"[^,\r\n]*")


def line_starts(text: str) -> list[int]:
    r"""Where each line of a text begins.

    >>> line_starts("a\r\nb\n")
    [0, 3, 5]
    """
    return [0, *(found.end() for found in LINE_END.finditer(text))]


def cells(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Where the cells of the row begin and end that begins at a place; quotes belong to a cell.

    >>> row = 'a,"b,c",d'
    >>> [row[start:end] for start, end in cells(row, 0)]
    ['a', '"b,c"', 'd']
    """
    at = begin
    while at <= len(text):
        found = _QUOTED_CELL.match(text, at) or _BARE_CELL.match(text, at)
        if found is None:
            return
        yield found.span()
        if not text.startswith(",", found.end()):
            return
        at = found.end() + 1


def line_around(text: str, index: int) -> str:
    r"""The line of a text in which a character stands, without its end.

    >>> line_around("a\r\nbc\rd", 4), line_around("a", 9)
    ('bc', 'a')
    """
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    found = LINE_END.search(text, max(start, index))
    return text[start : found.start()] if found else text[start:]


def end_of(text: str) -> tuple[int, int]:
    r"""Line and column of the character after a text.

    >>> end_of("as_of: 2026-11-22\npla")
    (2, 4)
    """
    lines = text.count("\n") + text.count("\r") - text.count("\r\n") + 1
    return lines, len(text) - (max(text.rfind("\n"), text.rfind("\r")) + 1) + 1
