r"""Table form: how a table that a spreadsheet saved parts its columns and writes its numbers.

In: the first line of a file, and the cells of its columns of numbers. Out: the sign between the columns, and the one before
decimals, where neither can be mistaken. ``1,200`` alone may be 1200 or 1.2: such a file is read only if another number decides it.

>>> table_form('year;"value"\n2019;6,9\n', {"year", "value"}), table_form("sep=;\nyear;value\n", {"year", "value"})
(TableForm(separator=';', is_declared=False), TableForm(separator=';', is_declared=True))
"""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from metrics.records.place import LINE_END
from metrics.records.scalar import LARGEST

#: The signs that part columns beside the comma, with their names.
SEPARATORS = {";": "semicolons", "\t": "tabs"}
_DECLARED = re.compile(r'"?sep=([,;\t])"?')
_HEAD = 20_000  # characters in which the first line ends, or no header is looked for
_BLANK = re.compile(
    "[ \u00a0\u2009\u202f\u200b'\u2019](?=[0-9]{3}(?![0-9]))|[\u00a0\u200b]+$|^[\u00a0\u200b]+"
)
_TWO_WAYS = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_WITH = {
    decimal: re.compile(
        rf"[+-]?(?:[0-9]{{1,3}}(?:\{thousands}[0-9]{{3}})+|[0-9]+)(?:\{decimal}[0-9]+(?:[eE][+-]?[0-9]+)?)?"
    )
    for decimal, thousands in ((",", "."), (".", ","))
}


class TableForm(NamedTuple):
    """The sign between columns, and whether a line of its own before the header says so."""

    separator: str = ","
    is_declared: bool = False


class NumberText(NamedTuple):
    """A number as it stands in a file: line, number of the cell, text."""

    line: int
    cell: int
    text: str


def table_form(text: str, names: Collection[str]) -> TableForm:
    """How a table is parted: as its first line says, or by the sign that parts its header into most of the names."""
    head = LINE_END.split(text[:_HEAD].lstrip("\r\n"), maxsplit=1)[0]
    if found := _DECLARED.fullmatch(head):
        return TableForm(found[1], is_declared=True)
    for separator in SEPARATORS:
        if 2 * len({name.strip('"') for name in head.split(separator)} & set(names)) > len(names):
            return TableForm(separator)
    return TableForm()


def decimal_mark(numbers: Iterable[NumberText]) -> tuple[str, NumberText | None]:
    """The sign before decimals, with a number that shows it; "" where nothing decides, with a number that may be read two ways.

    >>> [decimal_mark([NumberText(2, 1, text) for text in texts])[0] for texts in (["1,200", "3,5"], ["1.200"], ["12"], ["1,5", "1.5"])]
    [',', '', '.', '']
    """
    shows: dict[str, NumberText] = {}
    unsure: NumberText | None = None
    for place in numbers:
        if is_open(place.text):
            unsure = unsure or place
            continue
        text = _BLANK.sub("", place.text)
        fits = [mark for mark, pattern in _WITH.items() if pattern.fullmatch(text)]
        if len(fits) == 1:
            shows.setdefault(fits[0], place)
    if len(shows) == 2:
        return "", shows[","]
    if shows:
        return next(iter(shows.items()))
    return ("", unsure) if unsure else (".", None)


def is_open(text: str) -> bool:
    """Whether a sign in a number may stand before decimals or between thousands."""
    return _TWO_WAYS.fullmatch(_BLANK.sub("", text)) is not None


def number_in(text: str, decimal: str) -> float | None:
    """The number that a cell holds in a file with this sign before decimals; None if it holds none.

    >>> number_in("1.200,5", ","), number_in("1\u00a0200", ","), number_in("1,200.5", "."), number_in("many", ",")
    (1200.5, 1200.0, 1200.5, None)
    """
    bare = _BLANK.sub("", text).replace("\u2212", "-")
    if not _WITH[decimal].fullmatch(bare):
        return None
    value = float(bare.replace("." if decimal == "," else ",", "").replace(decimal, "."))
    return value if abs(value) <= LARGEST else None
