"""Shape: an entry becomes a record, or a problem for each of its fields that does not fit.

In: entries of ``yaml_file`` and ``csv_file``. Out: records on a :class:`RecordSet`. Pydantic decides whether a
value fits; the wording follows from what the field wants and what stands there. Lists of records are
taken apart first, so that a broken one does not hide what is wrong with those beside and around it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from pydantic import ValidationError

from metrics.records.contents import INHERITED, YAML, PromisesFile, name_of
from metrics.records.detail import Detail
from metrics.records.entry import UNREAD, CsvRow, Entry, Fields, Spot, YamlList
from metrics.records.example import example, page
from metrics.records.expectation import Expectation, expectations, nested
from metrics.records.model import LANGUAGES, Calculation, Glance, Indicator, OwnYear, Record
from metrics.records.model.fields import LANGUAGE, Wanted
from metrics.records.period import Calendar, YearStart
from metrics.records.problem import Report, shown
from metrics.records.record_set import RecordSet
from metrics.records.vocabulary import NamedBy
from metrics.records.wording import misfit

Loc = tuple[int | str, ...]  # steps from an entry to a value in it
Outer = dict[tuple[type[Record], str], Any]  # fields of the entries around

MOST_FIELDS = 10_000  # of one entry that are looked at one by one
#: Fields that hold one record, which is checked by itself.
_INNER: dict[type[Record], dict[str, type[Record]]] = {
    PromisesFile: {"glance": Glance},
    Indicator: {"calculation": Calculation},
}


class Shaper:
    """Makes records of the entries of one folder."""

    def __init__(self, record_set: RecordSet, report: Report) -> None:
        self._record_set = record_set
        self._report = report
        self._context: dict[str, Any] = {"language": LANGUAGES[0], "calendar": Calendar(_ANY_YEAR, _ANY_YEAR)}
        self._undeclared: set[str] = set()
        self._is_said = False

    def file(self, model: type[Record], root: Fields) -> Record | None:
        """The record of a whole YAML file; the records in it are put into the record set."""
        language = root.get("language")
        if model is PromisesFile and isinstance(language, str) and re.match(LANGUAGE, language):
            self._context["language"] = language
        if model is PromisesFile:
            self._context["calendar"] = Calendar(
                *map(_year_start, map(root.get, ("fiscal_year", "school_year")))
            )
        self._is_said = self._is_said or model is PromisesFile
        return self._shape(model, root, {})

    @property
    def language(self) -> str | None:
        """The language of plain strings, as ``targets.yaml`` names it; None as long as that could not be read."""
        return self._context["language"] if self._is_said else None

    def rows(self, model: type[Record], rows: Iterable[CsvRow]) -> None:
        """Put the record of each row into the record set."""
        for row in rows:
            if self._report.is_full:
                self.missing(model)
                return
            self._claim(model, row)
            self._validate(model, row, dict(row), ())

    def missing(self, model: type[Record]) -> None:
        """Note that no record of this class, nor of one inside it, can be read."""
        for lost in _with_nested(model):
            self._record_set.miss(lost)

    def _shape(self, model: type[Record], entry: Fields, outer: Outer) -> Record | None:
        if model not in YAML.values():
            self._claim(model, entry)
        known = model.model_fields  # an unknown field is reported even with nothing in it
        values = {name: value for name, value in entry.items() if value is not None or name not in known}
        inner = {**outer, **{(model, name): values.get(name) for name in ("id", "place", "due")}}
        filled = []
        for inherited in INHERITED.get(model, ()):
            if inherited.is_fixed and inherited.field in entry:
                at = entry.keys_at[inherited.field]
                found, around = shown(inherited.field), name_of(inherited.outer)
                self._report.add("filled_in", entry.file, at, found=found, outer=around)
            if inherited.is_fixed or inherited.field not in values:
                values[inherited.field] = inner.get((inherited.outer, inherited.outer_field))
                filled.append(inherited.field)
        for name, part in nested(model).items():
            if name in values:
                values[name] = tuple(self._list(part, entry, name, inner))
            elif name in entry and expectations(model)[name].required:
                self.missing(part)
        for field, own in _INNER.get(model, {}).items():
            if isinstance(within := values.get(field), Fields):
                values[field] = self._shape(own, within, inner)
                filled.append(field)  # what is wrong with it has been reported
        return self._validate(model, entry, values, tuple(filled))

    def _list(self, model: type[Record], entry: Fields, name: str, outer: Outer) -> Iterator[Record]:
        listing = entry[name]
        if not isinstance(listing, YamlList):
            if listing is not UNREAD:
                self._report.add("not_a_list", entry.file, entry.spot(name), name, found=shown(listing))
            self.missing(model)
            return
        for item, at in zip(listing, listing.items_at, strict=True):
            if self._report.is_full:
                self.missing(model)
                return
            if isinstance(item, Fields):
                record = self._shape(model, item, outer)
                if record is not None:
                    yield record
            elif item is UNREAD:
                self.missing(model)
            else:
                allowed = ", ".join(_own_fields(model))
                found = Detail("found.nothing") if item is None else shown(item)
                self._report.add("not_a_map", entry.file, at, found=found, allowed=allowed)
                self.missing(model)

    def _claim(self, model: type[Record], entry: Entry) -> None:
        if "id" not in model.model_fields:
            return
        found = entry.get("id")
        if found is None or found is UNREAD or isinstance(found, (dict, list)):
            self._record_set.miss(model)
        else:
            self._record_set.claim(model, str(found), entry)

    def _validate(
        self, model: type[Record], entry: Entry, values: dict[str, Any], filled: tuple[str, ...]
    ) -> Record | None:
        if (
            len(values) > MOST_FIELDS
        ):  # of so many misspelt ones the first are told, and the rest not even counted
            values = {
                name: values[name]
                for name in (*islice(values, MOST_FIELDS), *model.model_fields)
                if name in values
            }
        try:
            record = model.model_validate(values, context=self._context)
        except ValidationError as error:
            locs = dict.fromkeys(
                _written(entry, found["loc"])
                for found in error.errors(include_url=False, include_context=False, include_input=False)
            )
            self._tell_all(model, entry, [loc for loc in locs if loc[0] not in filled])
            if ("id",) in locs:
                self._record_set.miss(model)
            misnamed = any(name not in model.model_fields for name in entry)
            for name, part in nested(model).items():
                if name not in entry and (misnamed or expectations(model)[name].required):
                    self.missing(part)
            if isinstance(
                entry, Fields
            ):  # of a row too many fields would be reported, where a whole column is wrong
                self._record_set.refuse(model, entry)
            return None
        if isinstance(entry, Fields) and entry.is_partial:
            self._record_set.refuse(model, entry)
            return None  # what is lost of it may be what its other fields need
        self._record_set.put(record, entry)
        return record

    def _tell_all(self, model: type[Record], entry: Entry, locs: list[Loc]) -> None:
        """Report the problem at each place in an entry.

        A field that is missing because its name is misspelt is reported once, where the wrong name stands.
        """
        meant: set[Loc] = set()
        for loc in locs:
            if self._report.is_full:
                return
            holder, _, expected = _walk(model, entry, loc[:-1])
            if isinstance(holder, Fields) and expected.record and loc[-1] not in expected.record.model_fields:
                guess = self._unknown(expected.record, holder, str(loc[-1]), self._name(model, entry, loc))
                meant.add((*loc[:-1], guess or ""))
            elif isinstance(holder, (Fields, CsvRow)) and loc[-1] not in holder:
                continue
            else:
                value, at, expected = _walk(model, entry, loc)
                if value is UNREAD:
                    continue
                kind, details = misfit(value, expected, holder if isinstance(holder, Mapping) else None)
                if kind == "undeclared_year":  # said once: it is one line that is missing
                    if value[:2] in self._undeclared:
                        continue
                    self._undeclared.add(value[:2])
                steps = [step for step in loc if isinstance(step, str)]
                column = "_".join(steps)
                field = (
                    ".".join(steps)
                    if isinstance(entry, Fields)
                    else column
                    if column in entry.cells
                    else steps[0]
                )
                self._report.add(kind, entry.file, at, field, **details)
        for loc in locs:
            holder, at, around = _walk(model, entry, loc[:-1])
            if isinstance(holder, Fields) and holder.is_partial:
                continue
            if isinstance(holder, Fields) and loc[-1] not in holder and loc not in meant:
                _, _, expected = _walk(model, entry, loc)
                is_large = expected.kind in (Wanted.FIELDS, Wanted.LISTING)
                within = around.record or model
                self._report.add(
                    "missing_field",
                    entry.file,
                    at,
                    record=self._name(model, entry, loc),
                    name=str(loc[-1]),
                    wanted=expected.kind.detail,
                    allowed=expected.allowed,
                    example=example(within, str(loc[-1])) if is_large else None,
                    page=page(within) if is_large else None,
                )

    def _unknown(self, model: type[Record], entry: Fields, field: str, record: str) -> str | None:
        """Report an unknown field; gives back which one was most likely meant."""
        names = _own_fields(model)
        left = [name for name in names if name not in entry]
        guess = self._report.nearest(field, left) if field else None
        self._report.add(
            "unknown_field",
            entry.file,
            entry.keys_at[field],
            found=shown(field),
            record=record,
            guess=guess,
            allowed=", ".join(names),
        )
        return guess

    def _name(self, model: type[Record], entry: Entry, loc: Loc) -> str:
        """How messages call the map in which the field at ``loc`` stands."""
        found, name = entry.get("id"), name_of(model)
        if found is not None and "id" in model.model_fields:
            name = Detail("record.with_id", record=name, id=shown(str(found)))
        return name if len(loc) == 1 else Detail("record.part", field=str(loc[0]), record=name)


_ANY_YEAR = YearStart(
    1, named_by_end=True
)  # where the declaration is broken: nothing more is said about its years


def _year_start(declared: Any) -> YearStart | None:
    """The start of a year as ``targets.yaml`` declares it; None where it declares none."""
    if declared is None:
        return None
    try:
        year = OwnYear.model_validate(declared)
    except ValidationError:
        return _ANY_YEAR
    return YearStart(year.starts, year.named_by is NamedBy.END)


def _walk(model: type[Record], entry: Entry, loc: Loc) -> tuple[Any, Spot, Expectation]:
    """The value at ``loc``, its place, and what is wanted there; None where nothing stands."""
    value: Any = entry
    at, expected = entry.here, Expectation(Wanted.FIELDS, record=model)
    for step in loc:
        if isinstance(step, int):
            at, value, expected = value.items_at[step], value[step], expected.item or expected
        else:
            at = value.spot(step)
            value, expected = value.get(step), expectations(expected.record or model)[step]
    return value, at, expected


def _written(entry: Entry, loc: Loc) -> Loc:
    """As much of the way to a value as stands in the entry: a plain string has no languages below it."""
    value: Any = entry
    for depth, step in enumerate(loc):
        if not isinstance(value, (dict, list)):
            return loc[:depth] if value is not None else loc
        value = value.get(step) if isinstance(value, dict) else value[int(step)]
    return loc


def _own_fields(model: type[Record]) -> list[str]:
    """The fields that may be written in an entry: all but those that are filled in from around it."""
    fixed = {inherited.field for inherited in INHERITED.get(model, ()) if inherited.is_fixed}
    return [name for name in model.model_fields if name not in fixed]


def _with_nested(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for part in nested(model).values():
        yield from _with_nested(part)
