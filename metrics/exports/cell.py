"""Cells: what a file for other programs holds of a number or a text.

In: a value of the records or the results. Out: a number, whole where it is whole, and nothing where it is an open end;
a text, of which it is known whether a spreadsheet could run it as a formula. It is the one rule for every file that
leaves the house: CSV files carry an apostrophe in the cell, the workbook carries it as the cell's own mark for text.
Numbers, days and truth values are no texts and are never touched.
"""

import re
from datetime import date
from math import isfinite

Cell = str | float | int | bool | date | None

_EXACT = 2**53  # beyond it not every whole number is a float

# What a spreadsheet takes for the beginning of a formula, the full-width forms included. Blanks before it
# do not stop every spreadsheet; apostrophes are passed over so that a text and its defused form never coincide.
_FORMULA = re.compile(r"(?:[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20])|[\t\r\n]")


def raw(value: float | None) -> float | int | None:
    """A whole number without ``.0``; ``None`` for an open end.

    >>> raw(1200.0), raw(269.7), raw(-0.0), raw(float("inf")), raw(None)
    (1200, 269.7, 0, None, None)
    >>> raw(2.0**53)
    9007199254740992.0
    """
    if value is None or not isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < _EXACT else value


def begins_like_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula.

    >>> begins_like_formula("=1+1"), begins_like_formula(" ＝1"), begins_like_formula("> 400")
    (True, True, False)
    """
    return _FORMULA.match(text) is not None


def defused(text: str) -> str:
    """The text as a CSV file holds it; taking one apostrophe away gives it back.

    >>> defused("-5 %"), defused("'-5 %"), defused("核心")
    ("'-5 %", "''-5 %", '核心')
    """
    return f"'{text}" if begins_like_formula(text) else text
