"""Scalars: what a word in a YAML file or a cell in a CSV file stands for.

In: the characters. Out: a text, a number, nothing, or an :class:`Odd` value: one that YAML 1.1 reads
as something its writer hardly meant (``NO`` as false, ``12:30`` as 750), so that it is never guessed at.
"""

import re
from dataclasses import dataclass

from metrics.records.detail import Detail

LARGEST = 1e15  # whole numbers above about 9e15 are no longer exact in 64-bit floats

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH = {
    form: truth
    for word, truth in (
        ("yes", "true"),
        ("true", "true"),
        ("on", "true"),
        ("no", "false"),
        ("false", "false"),
        ("off", "false"),
    )
    for form in (word, word.capitalize(), word.upper())
}
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)
_PLAIN_INTEGER = re.compile(r"[+-]?(?:0|[1-9][0-9]*)", re.ASCII)
_PLAIN_FLOAT = re.compile(r"[+-]?(?:(?:0|[1-9][0-9]*)\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)
_NUMBER_LIKE = re.compile(r"[+-]?[0-9][0-9_:.]*|0[xX][0-9a-fA-F_]+|[+-]?0b[01_]+", re.ASCII)
_CLOCK = re.compile(r"[+-]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?", re.ASCII)
_NOT_FINITE = re.compile(r"[+-]?\.?(?:inf|infinity|nan)", re.ASCII | re.IGNORECASE)
_GROUPED = re.compile(r"([+-]?)([0-9]{1,3}(?:[, _'][0-9]{3})+(?:\.[0-9]+)?)", re.ASCII)
_GROUPED_BY_POINTS = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+", re.ASCII)
_PRINTED = str.maketrans(
    {"\u2212": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " "}
)  # signs that printers use


@dataclass(frozen=True, slots=True)
class Odd:
    """Characters that YAML reads as something else; ``reading`` says as what."""

    text: str
    reading: str

    def __str__(self) -> str:
        return self.text


def plain(text: str) -> str | int | float | Odd | None:
    """The value of a YAML word without quotes.

    >>> plain("1200"), plain("269.7"), plain("2020-12-31"), plain("~"), plain("State Council")
    (1200, 269.7, '2020-12-31', None, 'State Council')
    >>> [plain(word).reading for word in ("NO", "12:30", "010", "1_000", ".inf")]
    ['false', '750', '8', '1000', 'an infinity']
    """
    if text in _NOTHING:
        return None
    first = text[0]
    if first.isalpha():
        return Odd(text, _TRUTH[text]) if text in _TRUTH else text
    if not (first.isdigit() or first in "+-."):
        return text
    if first == "+" and _DECIMAL.fullmatch(text):
        return Odd(text, f"{float(text):.15g}")  # "+40" is more likely 40 more than 40
    if _PLAIN_INTEGER.fullmatch(text):
        return (
            int(text) if len(text) <= 16 and abs(int(text)) <= LARGEST else Odd(text, Detail("reading.huge"))
        )
    if _PLAIN_FLOAT.fullmatch(text):
        return float(text) if abs(float(text)) <= LARGEST else Odd(text, Detail("reading.huge"))
    reading = _reading(text)
    return Odd(text, reading) if reading else text


def _reading(text: str) -> str | None:
    """What YAML 1.1 makes of a number in an unusual form; None if it leaves it a text."""
    if text.lower() == ".nan":
        return Detail("reading.not_a_number")
    if text.lower() in (".inf", "+.inf", "-.inf"):
        return Detail("reading.infinity")
    if len(text) > 40 or not _NUMBER_LIKE.fullmatch(text):
        return None
    sign, digits = (-1 if text.startswith("-") else 1), text.lstrip("+-").replace("_", "")
    if _CLOCK.fullmatch(text):
        total = 0.0
        for part in digits.split(":"):
            total = total * 60 + float(part or 0)
        return f"{sign * total:g}"
    for prefix, base in (("0x", 16), ("0b", 2), ("0", 8)):
        if digits.lower().startswith(prefix):
            try:
                return str(sign * int(digits[len(prefix) :], base))
            except ValueError:
                continue
    try:
        return f"{sign * float(digits):.15g}"
    except ValueError:
        return None


def number(text: str) -> float | None:
    """The number that a CSV cell holds; None if it holds none or one that is not below :data:`LARGEST`.

    >>> number("269.7"), number("1.2E3"), number("1,200"), number("NaN")
    (269.7, 1200.0, None, None)
    """
    if not _DECIMAL.fullmatch(text):
        return None
    value = float(text)
    return value if abs(value) <= LARGEST else None


def is_huge(text: str) -> bool:
    """Whether the text is a number, but beyond :data:`LARGEST`.

    >>> is_huge("1" * 5000), is_huge("12")
    (True, False)
    """
    return _DECIMAL.fullmatch(text) is not None and abs(float(text)) > LARGEST


def is_not_finite(text: str) -> bool:
    """Whether the text means an infinity or "not a number".

    >>> is_not_finite(".inf"), is_not_finite("NaN"), is_not_finite("info")
    (True, True, False)
    """
    return _NOT_FINITE.fullmatch(text.strip()) is not None


def mended(text: str) -> str | None:
    """The number that somebody most likely meant, as it should be written.

    >>> [mended(text) for text in ("1,200", "1_000", " 12 ", "97%", "1,5", "010", "1e3", "many")]
    ['1200', '1000', '12', '97', '1.5', '10', '1000', None]
    >>> mended("0 %"), mended("0,00001"), mended("1.200,5")
    ('0', None, '1200.5')
    """
    text = text.translate(_PRINTED).strip().rstrip("%").strip()
    grouped = _GROUPED.fullmatch(text)
    if grouped:
        text = grouped[1] + re.sub(r"[, _']", "", grouped[2])
    elif _GROUPED_BY_POINTS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif text.count(",") == 1:
        text = text.replace(",", ".")
    value = number(text)
    if value is None:
        return None
    return f"{value:.15g}" if abs(value) >= 1e-4 or value == 0 else None
