"""Numbers: how a value is rounded for display and written in a language.

In: floats as they stand in the records. Out: text, grouped and with the decimal sign of the language.
Rounding never pads and never shows more than a reader can use; the files keep the value as published.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cached_property

from babel.numbers import NumberPattern, parse_pattern

from metrics.words.catalogue import PLACEHOLDER, Catalogue

_EXACT = Context(prec=700)  # a float has at most 309 digits before the point and 324 after it


def displayed(value: float) -> Decimal:
    """The value as it is displayed: at most one decimal from 100 on, two from 1, else three significant.

    >>> displayed(160.69), displayed(10.25), displayed(0.00512), displayed(1200.0)
    (Decimal('160.7'), Decimal('10.25'), Decimal('0.00512'), Decimal('1200'))
    """
    return _displayed(value, ROUND_HALF_UP)


def displayed_above(value: float) -> float:
    """The lowest number that can be displayed and is not below the value.

    >>> displayed_above(427.2494), displayed_above(400.0)
    (427.3, 400.0)
    """
    return float(_displayed(value, ROUND_CEILING))


def displayed_below(value: float) -> float:
    """The highest number that can be displayed and is not above the value.

    >>> displayed_below(427.2594)
    427.2
    """
    return float(_displayed(value, ROUND_FLOOR))


def _displayed(value: float, rounding: str) -> Decimal:
    exact = Decimal(repr(float(value)))
    size = exact.copy_abs()
    if not size:
        return Decimal(0)
    places = 1 if size >= 100 else 2 if size >= 1 else 2 - size.adjusted()
    return _bare(exact, places, rounding)


def rounded(value: float, significant: int = 3) -> float:
    """A value computed here, to so many significant digits: it is no better than its inputs.

    >>> rounded(605.93), rounded(1234.5), rounded(0.0617)
    (606.0, 1230.0, 0.0617)
    """
    exact = Decimal(repr(float(value)))
    if not exact:
        return 0.0
    return float(_bare(exact, significant - 1 - exact.adjusted()))


def _bare(exact: Decimal, places: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    if not exact.is_finite():
        return exact
    cut = exact.quantize(Decimal(1).scaleb(-places), rounding, _EXACT)
    text = f"{cut:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


@dataclass(frozen=True)
class Numbers:
    """The number formats of one language."""

    catalogue: Catalogue

    @cached_property
    def _pattern(self) -> NumberPattern:
        return parse_pattern(self.catalogue.entry("number.pattern"))

    def number(self, value: float) -> str:
        """A number for display, see :func:`displayed`."""
        return self._write(displayed(value))

    def percent(self, share: float) -> str:
        """A share or a growth rate (0.217) in percent, with one decimal; below 1 % two significant digits."""
        hundredths = Decimal(repr(float(share))).scaleb(2, _EXACT)
        size = hundredths.copy_abs()
        places = 1 if size >= 1 or not size else 1 - size.adjusted()
        return self.catalogue.entry("number.percent").replace(
            "{number}", self._write(_bare(hundredths, places))
        )

    def spread(self, low: float, high: float) -> str:
        """A range of numbers."""
        text = self.catalogue.entry("number.range")
        return fill(text, {"low": self.number(low), "high": self.number(high)})

    def word(self, n: int) -> str:
        """A small whole number as a word, a larger one in figures."""
        key = f"number.word.{n}"
        return self.catalogue.entry(key) if key in self.catalogue else self.number(n)

    @cached_property
    def _large(self) -> tuple[tuple[Decimal, str], ...]:
        """The sizes by which a language counts large numbers, 万 and 亿, largest first."""
        start = "number.large."
        found = [key.removeprefix(start) for key in self.catalogue.entries if key.startswith(start)]
        return tuple((Decimal(n), start + n) for n in sorted(found, key=int, reverse=True))

    def _counted(self, size: Decimal) -> tuple[Decimal, str]:
        """A number in the size that its language counts it by, and the key of its writing.

        38210 stays as it is: counted in 万 it would have more digits after the point than before it. From
        ten of a size on, two digits after the point are enough: 13.73万 for 137276.
        """
        for by, key in self._large:
            if size >= 10 * by:
                return _bare(size / by, 2), key
            if size >= by and size % (by / 10) == 0:
                return size / by, key
        return size, ""

    def _write(self, value: Decimal) -> str:
        if value.is_infinite():  # a compound path can grow past every number
            text = self.catalogue.entry("number.infinite")
        else:
            with localcontext(_EXACT):
                size, key = self._counted(abs(value))
                text = self._pattern.apply(size, self.catalogue.locale, decimal_quantization=False)
                text = self.catalogue.entry(key).replace("{number}", text) if key else text
        return self.catalogue.entry("number.negative").replace("{number}", text) if value < 0 else text


def fill(template: str, texts: dict[str, str]) -> str:
    """Put texts into a template that has plain placeholders only.

    >>> fill("{low}–{high}", {"low": "3", "high": "5"})
    '3–5'
    """
    return PLACEHOLDER.sub(lambda match: texts[match[1]], template)
