"""Cells: what one cell of a publisher's file says: a number with its marks, a period.

In: a cell. Out: plain values, or None for what is none of them.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from metrics.records.period import FIRST_YEAR, LAST_YEAR, Period
from metrics.records.vocabulary import FlagMeaning
from metrics.releases.grid import Cell

#: What publishers write where there is no figure.
MISSING = frozenset(
    {"", ":", "..", "...", "…", "-", "–", "—", "na", "n/a", "n.a.", "nan", "null", "none", "x"}
)

#: Signs before a number.
SIGNS = {
    "<": FlagMeaning.LESS_THAN,
    ">": FlagMeaning.MORE_THAN,
    "≤": FlagMeaning.AT_MOST,
    "<=": FlagMeaning.AT_MOST,
    "≥": FlagMeaning.AT_LEAST,
    ">=": FlagMeaning.AT_LEAST,
    "~": FlagMeaning.ABOUT,
    "≈": FlagMeaning.ABOUT,
}

_BLANK = re.compile("[\\s\u00a0\u2007\u2009\u202f\u200b\u200e\u200f\ufeff]+")
_NUMBER = re.compile(
    r"(?P<sign><=|>=|[<>≤≥~≈])?(?P<digits>[-+−]?[\d.,'’]*\d(?:[eE][-+]?\d+)?)(?P<rest>%?[^\d]*)"
)
_THOUSANDS = re.compile(r"[-+−]?\d{1,3}([.,'’]\d{3})+")
_PERIODS = (
    (re.compile(r"(\d{4})-?[qQ]0?([1-4])"), "{}-Q{}"),
    (re.compile(r"(\d{4})-?[sShH]0?([12])"), "{}-H{}"),
    (re.compile(r"(\d{4})-?[mM]?(0[1-9]|1[0-2])"), "{}-{}"),
    (re.compile(r"(\d{4})-?[aA]1?"), "{}"),
    (re.compile(r"(\d{4})(?: \[YR\1\])"), "{}"),
)


class NumberCell(NamedTuple):
    """A number as it stands in a cell; ``marks`` is what stands behind it."""

    value: float
    sign: FlagMeaning | None
    marks: str


def plain(cell: Cell) -> str:
    r"""A cell as a text without blanks at its ends; whole numbers without a point.

    >>> plain(2024.0), plain("\u00a02024 "), plain(None)
    ('2024', '2024', '')
    """
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else _BLANK.sub(" ", str(cell)).strip()


def decimal_mark(texts: Iterable[str]) -> str | None:
    """The sign before the decimals in a column of numbers; None where a sign may be either.

    >>> decimal_mark(["1.234,5", "12"]), decimal_mark(["1,234", "5.5"]), decimal_mark(["1,234"]), decimal_mark(["3,5"])
    (',', '.', None, ',')
    """
    unsure = False
    for text in texts:
        digits = _BLANK.sub("", text)
        point, comma = digits.rfind("."), digits.rfind(",")
        if point >= 0 and comma >= 0:
            return "." if point > comma else ","
        sign = "," if comma >= 0 else "." if point >= 0 else ""
        if not sign:
            continue
        found = _NUMBER.match(digits)
        if found is None:
            continue
        if digits.count(sign) > 1:
            return "." if sign == "," else ","
        if not _THOUSANDS.fullmatch(found["digits"]):
            return sign
        unsure |= sign == ","
    return None if unsure else "."


def number_cell(cell: Cell, decimal: str) -> NumberCell | None:
    """The number in a cell; None for what is none.

    >>> number_cell("1 234,5 p", ","), number_cell("<5", ".")
    (NumberCell(value=1234.5, sign=None, marks='p'), NumberCell(value=5.0, sign=<FlagMeaning.LESS_THAN: 'less_than'>, marks=''))
    >>> number_cell("12 million", "."), number_cell(True, ".")
    (NumberCell(value=12.0, sign=None, marks='million'), None)
    """
    if isinstance(cell, bool) or cell is None or isinstance(cell, date):
        return None
    if isinstance(cell, (float, int)):
        return NumberCell(float(cell), None, "")
    found = _NUMBER.fullmatch(_BLANK.sub("", cell))
    if found is None:
        return None
    digits = re.sub(r"['’" + ("." if decimal == "," else ",") + "]", "", found["digits"]).replace("−", "-")
    try:
        value = float(digits.replace(decimal, "."))
    except ValueError:
        return None
    return NumberCell(value, SIGNS.get(found["sign"] or ""), found["rest"].removeprefix("%").strip("()[]"))


@lru_cache(maxsize=4096)
def period_text(text: str) -> str | None:
    """A period in the form of this house; None for what is none.

    >>> period_text("2024Q1"), period_text("2024-S2"), period_text("2024M03"), period_text("2019 [YR2019]")
    ('2024-Q1', '2024-H2', '2024-03', '2019')
    >>> period_text("2024"), period_text("Germany"), period_text("202413")
    ('2024', None, None)
    """
    for pattern, form in _PERIODS:
        if found := pattern.fullmatch(text):
            text = form.format(*found.groups())
            break
    try:
        Period.parse(text)
    except ValueError:
        return None
    return text if FIRST_YEAR <= int(re.search(r"\d{4}", text)[0]) <= LAST_YEAR else None  # type: ignore[index]  # a period names a year
