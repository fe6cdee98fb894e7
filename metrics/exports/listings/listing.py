"""A listing: one table of everything of one kind, with what each of its columns is.

In: records or results. Out: a frozen :class:`Listing`, from which the CSV files, the workbook and the data
package are written. Titles and meanings of columns stand in the catalogue by the name of the column: a name
means the same wherever it stands.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import isfinite
from typing import Literal

from metrics.exports.cell import Cell
from metrics.exports.extract import Extract
from metrics.records.model import LANGUAGES, Text
from metrics.records.period import Period
from metrics.records.store import Records
from metrics.words import Words

#: ``period`` is a text like 2019 or 2019-H1; ``address`` the address of a page.
Kind = Literal["text", "period", "address", "number", "whole", "truth", "day"]

_DIGITS = 6  # significant digits of what is worked out here; published values are never rounded


@dataclass(frozen=True, slots=True)
class Field:
    """One column. ``listing`` names the listing whose key it holds; ``allowed`` is its closed list of words."""

    name: str
    kind: Kind = "text"
    required: bool = False
    listing: str = ""
    allowed: tuple[str, ...] = ()
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
    """Columns of one kind, by their names with blanks between.

    >>> [field.name for field in fields("low high", "number")]
    ['low', 'high']
    """
    return tuple(Field(name, kind, required, listing) for name in names.split())


def texts(names: str) -> tuple[Field, ...]:
    """Columns of texts of the records: one for each language.

    >>> [field.name for field in texts("title")]
    ['title_en', 'title_zh']
    """
    return tuple(
        Field(f"{name}_{language}", text=name, language=language)
        for name in names.split()
        for language in LANGUAGES
    )


def in_languages(**named: Text | None) -> dict[str, Cell]:
    """The cells of texts that do not stand in the record of their row, by the names of :func:`texts`.

    >>> in_languages(why=Text(en="So it says."))
    {'why_en': 'So it says.', 'why_zh': None}
    """
    return {
        f"{name}_{language}": None if text is None else getattr(text, language)
        for name, text in named.items()
        for language in LANGUAGES
    }


def closed(name: str, words: Iterable[str], *, required: bool = True) -> Field:
    """A column that holds one of a closed list of words."""
    return Field(name, required=required, allowed=tuple(words))


def row(record: object, columns: Iterable[Field], **instead: Cell) -> tuple[Cell, ...]:
    """The cells of a record, by the names of the columns.

    ``title_en`` and ``title_zh`` are the two languages of ``title``, ``period_end`` is the last day of
    ``period`` and ``known_from`` that of ``published``; ``instead`` holds what is not a field of the record.
    """
    return tuple(instead[one.name] if one.name in instead else cell(record, one.name) for one in columns)


def listed(
    name: str,
    columns: tuple[Field, ...],
    records: Callable[[Records], Iterable[object]],
    key: tuple[str, ...] = ("id",),
) -> Callable[[Extract], Listing]:
    """Makes the listing of records that are listed as they stand."""

    def made(taken: Extract) -> Listing:
        return Listing(name, key, columns, tuple(row(one, columns) for one in records(taken.records)))

    return made


def cell(record: object, name: str) -> Cell:
    """One field of a record as a raw cell."""
    if name == "known_from":
        name = "published_end"
    field, _, part = name.rpartition("_")
    if part in (*LANGUAGES, "end") and not hasattr(record, name):
        value = getattr(record, field)
        return None if value is None else plain(getattr(value, part))
    return plain(getattr(record, name))


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
