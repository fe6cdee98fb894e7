"""Places in a text: where its lines begin, and where the cells of a row of a CSV file begin and end.

In: a text as it stands in a file. Out: positions in it, counted from 0, while lines are counted from 1.
"""

import re
from collections.abc import Iterator

LINE_END = re.compile(r"\r\n|\n|\r")
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
