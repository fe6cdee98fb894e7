"""Formulas: which texts a spreadsheet could run, and how a text file says that they are texts.

In: a text from the data files. Out: the same text, or the text with one apostrophe in front. The one rule for
every file that leaves the house: CSV files carry the apostrophe in the cell, the workbook carries it as the
cell's own mark for text. Numbers, days and truth values are no texts and are never touched.
"""

import re

# What a spreadsheet takes for the beginning of a formula, the full-width forms included. Blanks before it
# do not stop every spreadsheet; apostrophes are passed over so that a text and its defused form never coincide.
_FORMULA = re.compile(r"(?:[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20])|[\t\r\n]")


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
