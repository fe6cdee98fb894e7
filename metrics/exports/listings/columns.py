"""Listings of records: what a column holds follows from the field of the record that it shows.

In: a class of records and the names of fields, in the order of the columns. Out: a :class:`Field` for each column, and
what makes the listing of an extract.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from metrics.exports.extract import Extract
from metrics.exports.listings.listing import Field, Kind, Listing, row, texts
from metrics.records.contents import INHERITED
from metrics.records.expectation import expectations
from metrics.records.model import Record, Text
from metrics.records.model.fields import Wanted
from metrics.records.references import REFERENCES

_KINDS: dict[Wanted, Kind] = {
    Wanted.NUMBER: "number",
    Wanted.POSITIVE: "number",
    Wanted.COUNT: "whole",
    Wanted.YEAR: "whole",
    Wanted.DAY: "day",
    Wanted.DUE: "day",
    Wanted.PERIOD: "period",
    Wanted.SPAN: "period",
    Wanted.TRUTH: "truth",
    Wanted.ADDRESS: "address",
}
_LAST_DAYS = {"period_end": "period", "date_end": "date", "known_from": "published"}


def columns(model: type[Record], names: str, *others: Field) -> tuple[Field, ...]:
    """The columns of some fields, by their names with blanks between; a text has one for each language.

    Args:
        model: the class of the records.
        names: fields of it; ``period_end``, ``date_end`` and ``known_from``, the last days of a period; names of ``others``.
        others: columns that show no field of the record, or show it in another way.

    >>> from metrics.records.model import Unit
    >>> [field.name for field in columns(Unit, "id label scale")]
    ['id', 'label_en', 'label_zh', 'scale']
    """
    found: list[Field] = []
    for name in names.split():
        if own := [one for one in others if name in (one.name, one.text)]:
            found += own
        elif name in _LAST_DAYS:
            period = _LAST_DAYS[name]
            found.append(Field(name, "day", expectations(model)[period].required, of=f"{period}.end"))
        elif (wanted := expectations(model)[name]).record is Text:
            found += texts(name)
        else:
            key = _listing(model, name) if wanted.kind is Wanted.ID else ""
            kind = _KINDS.get(wanted.kind, "text")
            found.append(Field(name, kind, wanted.required, key, tuple(word.value for word in wanted.words)))
    return tuple(found)


def _listing(model: type[Record], field: str) -> str:
    """The listing whose key a field holds; "" where it holds none, or one of several."""
    outer = [one.outer for one in INHERITED.get(model, ()) if one.field == field and one.outer_field == "id"]
    named = (*outer, *REFERENCES.get(model, {}).get(field, ()))
    return _plural(named[0].__name__.lower()) if len(named) == 1 else ""


def _plural(name: str) -> str:
    if name.endswith("s"):
        return name
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def listed(
    name: str,
    model: type[Record],
    names: str,
    *others: Field,
    key: str = "id",
    of: Callable[[Extract], Iterable[object]] | None = None,
    instead: Callable[[Any, Extract], Mapping[str, object]] = lambda _record, _taken: {},
) -> tuple[str, Callable[[Extract], Listing]]:
    """The name of a listing of records, and what makes it of an extract.

    Args:
        name: of the listing, and of the mapping of :class:`Records` with the records.
        model: the class of the records.
        names: of the columns, see :func:`columns`.
        others: see :func:`columns`.
        key: the columns that tell rows apart, with blanks between.
        of: gives the records, where they stand in no such mapping.
        instead: what a row shows in another way than its record, see :func:`row`.
    """
    shown = columns(model, names, *others)

    def made(taken: Extract) -> Listing:
        records = of(taken) if of else getattr(taken.records, name).values()
        rows = tuple(row(one, shown, **instead(one, taken)) for one in records)
        return Listing(name, tuple(key.split()), shown, rows)

    return name, made
