"""Changes: a value that is written as a change from a base ("+40%", "double"), where a level is wanted.

In: the text that stands where a number is wanted. Out: a :class:`Change`, or None where it is none. A change without its
base is never turned into a number: "40 % more trees" is not 40 trees.
"""

import re
from dataclasses import dataclass

_NUMBER = r"(?P<number>[0-9]+(?:[.,][0-9]+)?)"
_SHARE = r"\s*(?:%|％|per ?cent\b|percent\b|pct\b)"
_SIGNED = re.compile(rf"(?P<sign>[+\u2212-])\s*{_NUMBER}(?P<share>{_SHARE})?")
_UP = r"more|up|higher|increase|growth|rise|plus"
_DOWN = r"less|down|lower|decrease|decline|fall|cut|minus|fewer|reduction"
_SAID = re.compile(
    rf"(?P<up>\b(?:{_UP})|增长|增加|提高|上升)|(?P<down>\b(?:{_DOWN})|下降|减少|降低)", re.IGNORECASE
)
_BY = re.compile(rf"{_NUMBER}{_SHARE}")
_TIMES = re.compile(
    rf"(?:[x×]\s*{_NUMBER}|(?P<times>[0-9]+(?:\.[0-9]+)?)\s*(?:[x×]|times|fold|-fold|倍))", re.IGNORECASE
)
_WORDS = {"double": 2, "twice": 2, "twofold": 2, "翻番": 2, "翻一番": 2, "triple": 3, "treble": 3, "threefold": 3, "翻两番": 4,
          "quadruple": 4, "half": 0.5, "halve": 0.5, "减半": 0.5}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to a base: ``factor`` times it, and ``step`` more."""

    factor: float = 1.0
    step: float = 0.0

    def worked(self, base: float) -> str:
        """The level that a base comes to, with the way to it.

        >>> Change(factor=1.4).worked(1100), Change(step=40).worked(1100)
        ('1100 x 1.4 = 1540', '1100 + 40 = 1140')
        """
        way = f"+ {self.step:.15g}" if self.step else f"x {self.factor:.10g}"
        return f"{base:.15g} {way} = {round(base * self.factor + self.step, 9):.15g}"


def change(text: str) -> Change | None:
    """The change that a text describes.

    >>> [change(text) for text in ("+40%", "-20 %", "x 2", "double", "up 40 per cent", "+40")]
    [Change(factor=1.4, step=0.0), Change(factor=0.8, step=0.0), Change(factor=2.0, step=0.0),
     Change(factor=2.0, step=0.0), Change(factor=1.4, step=0.0), Change(factor=1.0, step=40.0)]
    >>> [change(text) for text in ("97%", "-3", "1,200", "half a year")]
    [None, None, None, None]
    """
    said = text.strip().lower()
    if found := _SIGNED.fullmatch(said):
        amount = float(found["number"].replace(",", "."))
        if found["share"]:
            return Change(factor=_factor(amount, down=found["sign"] != "+"))
        return Change(step=amount) if found["sign"] == "+" else None
    for word, factor in _WORDS.items():
        if said in (word, f"{word}d", f"{word}s"):
            return Change(factor=float(factor))
    if found := _TIMES.fullmatch(said):
        return Change(factor=float((found["number"] or found["times"]).replace(",", ".")))
    way, by = _SAID.search(said), _BY.search(said)
    if way and by:
        return Change(factor=_factor(float(by["number"].replace(",", ".")), down=way["down"] is not None))
    return None


def _factor(share: float, *, down: bool) -> float:
    return round(1 - share / 100 if down else 1 + share / 100, 12)
