"""A listing: one table of everything of one kind, with what each of its columns is.

In: records or results. Out: a frozen :class:`Listing`, from which the CSV files, the workbook and the data
package are written. Titles and meanings of columns stand in the catalogue by the name of the column: a name
means the same wherever it stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import isfinite
from typing import Literal

from metrics.exports.cell import Cell
from metrics.records.model import LANGUAGES
from metrics.records.period import Period
from metrics.words import Words

#: ``period`` is a text like 2019 or 2019-H1; ``address`` the address of a page.
Kind = Literal["text", "period", "address", "number", "whole", "truth", "day"]

_DIGITS = 6  # significant digits of what is worked out here; published values are never rounded


@dataclass(frozen=True, slots=True)
class Field:
    """One column: what it holds, and where that stands."""

    name: str
    kind: Kind = "text"
    required: bool = False
    listing: str = ""  # the listing whose key it holds
    allowed: tuple[str, ...] = ()  # its closed list of words
    of: str = ""  # the way from what the row shows to the value, as "target.due"; empty: the name
    text: str = ""  # the field of a record that holds the text, where a column has it in one language
    language: str = ""

    def title(self, words: Words) -> str:
        """What stands above the column where people read it."""
        if not self.text:
            return words.say(f"field.title.{self.name}")
        title = words.say(f"field.text.{self.text}")
        own = self.language == words.language
        return title if own else words.say(f"field.title_in.{self.language}", title=title)

    def meaning(self, words: Words) -> str:
        """What the column holds, in a sentence."""
        if not self.text:
            return words.say(f"field.meaning.{self.name}")
        return words.say(f"field.meaning_in.{self.language}", meaning=words.say(f"field.of_text.{self.text}"))


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything of one kind; ``rows`` are as long as ``fields``, ``key`` names the columns that tell rows apart."""

    name: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in self.fields)


def fields(
    names: str, kind: Kind = "text", *, required: bool = False, listing: str = ""
) -> tuple[Field, ...]:
    """Columns of one kind, by their names with blanks between; ``name=way`` says where the value stands.

    >>> [(field.name, field.of) for field in fields("low due=target.due")]
    [('low', ''), ('due', 'target.due')]
    """
    pairs = (name.partition("=") for name in names.split())
    return tuple(Field(name, kind, required, listing, of=of) for name, _, of in pairs)


def texts(name: str, of: str = "") -> tuple[Field, ...]:
    """The columns of a text of the records, one for each language; ``of`` leads to the text, see :class:`Field`.

    >>> [field.name for field in texts("title")]
    ['title_en', 'title_zh']
    """
    return tuple(
        Field(f"{name}_{language}", of=f"{of or name}.{language}", text=name, language=language)
        for language in LANGUAGES
    )


def closed(name: str, words: Iterable[str], *, required: bool = True, of: str = "") -> Field:
    """A column that holds one of a closed list of words."""
    return Field(name, required=required, allowed=tuple(words), of=of)


def row(record: object, columns: Iterable[Field], **instead: object) -> tuple[Cell, ...]:
    """The cells of a record; ``instead`` holds what is no attribute of it, or is shown otherwise, by the first name of the way."""

    def value(first: str, *rest: str) -> Cell:
        found = instead[first] if first in instead else getattr(record, first)
        for name in rest:
            found = None if found is None else getattr(found, name)
        return plain(found)

    return tuple(value(*(one.of or one.name).split(".")) for one in columns)


def plain(value: object) -> Cell:
    """A value of a record as text, number, truth value or day.

    Raises:
        TypeError: it is none of these.
    """
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Period):
        return str(value)
    if value is None or isinstance(value, (str, bool, int, float, date)):
        return value
    raise TypeError(f"{type(value).__name__} is no cell")


def worked_out(value: float | None) -> float | None:
    """A number that was worked out here, without the noise behind its sixth digit.

    >>> worked_out(0.9523809523809523), worked_out(1234567.0), worked_out(float("inf"))
    (0.952381, 1234570.0, None)
    """
    if value is None or not isfinite(value):
        return None
    return float(f"{value:.{_DIGITS}g}")
