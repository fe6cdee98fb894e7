"""Schemas: what editors complete and check the YAML files by, made of the models.

In: the record of a whole file (``contents.YAML``). Out: a JSON Schema. What a schema refuses, ``shape`` and
``sense`` refuse too; they refuse more, for a schema sees neither the other files nor other entries.

The form is JSON Schema draft-07: the newest that the language servers for YAML and JSON behind the common
editors support in full. ``enumDescriptions``, ``markdownDescription`` and ``errorMessage`` are words of those
servers that say more than the standard can; validators pass them over.
"""

from collections.abc import Mapping
from typing import Any

from metrics.records.contents import INHERITED, YAML
from metrics.records.expectation import Expectation, Wanted, expectations
from metrics.records.model import LONGEST, Benchmark, Record, Target
from metrics.records.model.fields import ADDRESS, CURRENCY, ID, LONGEST_ID
from metrics.records.period import FIRST_YEAR, LAST_YEAR
from metrics.records.scalar import LARGEST
from metrics.records.vocabulary import Comparator

DRAFT = "http://json-schema.org/draft-07/schema#"

_YEAR = "(19|20|21)[0-9]{2}"  # FIRST_YEAR to LAST_YEAR
_MONTH = "(0[1-9]|1[0-2])"
_DAY = (  # of a month that has it; whether a year has a 29 February is left to the reader
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
)

_LINE = {"type": "string", "minLength": 1, "maxLength": LONGEST}
_NUMBER = {"type": "number", "minimum": -LARGEST, "maximum": LARGEST}
_FORMS: Mapping[Wanted, dict[str, Any]] = {
    Wanted.TEXT: {"type": "string"},
    Wanted.ID: {
        "type": "string",
        "pattern": ID,
        "maxLength": LONGEST_ID,
        "patternErrorMessage": "An id has letters a-z, digits, '-', '_' and '+', a letter or digit first.",
    },
    Wanted.NUMBER: _NUMBER,
    Wanted.POSITIVE: {"type": "number", "exclusiveMinimum": 0, "maximum": LARGEST},
    Wanted.YEAR: {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    Wanted.DAY: {
        "type": "string",
        "pattern": f"^{_YEAR}-{_DAY}$",
        "patternErrorMessage": "Write a day as year-month-day, such as 2020-12-31.",
    },
    Wanted.PERIOD: {  # 2019 is a number to an editor, 2019-06 a text
        "type": ["string", "integer"],
        "pattern": f"^{_YEAR}(-(H[12]|Q[1-4]|{_MONTH}|{_DAY}))?$",
        "minimum": FIRST_YEAR,
        "maximum": LAST_YEAR,
        "patternErrorMessage": "Write a period as 2019, 2019-H1, 2019-Q3, 2019-06 or 2019-06-30.",
    },
    Wanted.TRUTH: {"type": "boolean"},
    Wanted.ADDRESS: {
        "type": "string",
        "pattern": ADDRESS,
        "maxLength": LONGEST,
        "patternErrorMessage": "A web address begins with https:// and has no space.",
    },
    Wanted.CURRENCY: {
        "type": "string",
        "pattern": CURRENCY,
        "patternErrorMessage": "Write three capital letters, such as CNY.",
    },
}


def schema(file: str) -> dict[str, Any]:
    """The schema of one of the YAML files.

    >>> schema("events.yaml")["required"]
    ['categories', 'events']
    """
    records: dict[str, dict[str, Any]] = {}
    whole = _record(YAML[file], records)
    return {
        "$schema": DRAFT,
        "$comment": "Made of the models in metrics/records; do not edit. Draft-07 is the newest form that editors "
        "complete and check by in full.",
        "title": file,
        **whole,
        "definitions": dict(sorted(records.items())),
    }


def _record(model: type[Record], records: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A map with the fields of a record; the records in it are added to ``records``."""
    inherited = {one.field: one for one in INHERITED.get(model, ())}
    properties: dict[str, Any] = {}
    required = []
    for name, expected in expectations(model).items():
        if name in inherited and inherited[name].is_fixed:
            continue
        is_required = expected.required and name not in inherited
        if is_required:
            required.append(name)
        properties[name] = {
            **_described(model, name),
            **_form(expected, records, may_be_empty=not is_required),
        }
    return {
        "description": _first_line(model),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        **_RULES.get(model, {}),
    }


def _first_line(model: type[Record]) -> str:
    return (model.__doc__ or "").replace("``", "").strip()


def _described(model: type[Record], name: str) -> dict[str, Any]:
    field = model.model_fields[name]
    return {"description": field.description} | ({"examples": field.examples} if field.examples else {})


def _form(
    expected: Expectation, records: dict[str, dict[str, Any]], *, may_be_empty: bool = False
) -> dict[str, Any]:
    """What may stand in a field; ``may_be_empty``: the field may be named and left with nothing in it."""
    if expected.kind is Wanted.FIELDS:
        found = _reference(expected, records)
        return {"anyOf": [found, {"type": "null"}]} if may_be_empty else {"allOf": [found]}
    if expected.kind is Wanted.LISTING and expected.item:
        item = expected.item
        items = _reference(item, records) if item.record else _form(item, records)
        found = {"type": "array", "items": items}
    elif expected.kind is Wanted.CHOICE:
        found = {
            "type": "string",
            "enum": [word.value for word in expected.words],
            "enumDescriptions": [word.meaning for word in expected.words],
        }
    else:
        found = dict(_LINE if expected.is_line else _FORMS[expected.kind])
    if may_be_empty:
        kinds = found["type"]
        found["type"] = [*([kinds] if isinstance(kinds, str) else kinds), "null"]
        if "enum" in found:
            found["enum"] = [*found["enum"], None]
            found["enumDescriptions"] = [*found["enumDescriptions"], "nothing"]
    return found


def _reference(expected: Expectation, records: dict[str, dict[str, Any]]) -> dict[str, Any]:
    model = expected.record
    if model is None:
        raise TypeError(f"{expected} holds no record")
    name = model.__name__
    if name not in records:
        records[name] = {}
        records[name] = _record(model, records)
    return {"$ref": f"#/definitions/{name}"}


def _given(field: str, form: dict[str, Any]) -> dict[str, Any]:
    """That a field stands there, with something in it."""
    return {"properties": {field: form}, "required": [field]}


_HAS_NUMBER: dict[str, Any] = {"type": "number"}
_HAS_PERIOD: dict[str, Any] = {"type": ["string", "integer"]}
_HAS_TEXT: dict[str, Any] = {"type": "string"}
_HAS_WORDS: dict[str, Any] = {"type": "string", "minLength": 1}

#: What ``sense`` holds between the fields of one record, as far as a schema can say it.
_RULES: Mapping[type[Record], dict[str, Any]] = {
    Target: {
        "allOf": [
            {"if": _given(field, form), "then": _given(other, needed)}
            for field, form, other, needed in (
                ("value_high", _HAS_NUMBER, "comparator", {"const": Comparator.ABOUT.value}),
                ("baseline_value", _HAS_NUMBER, "baseline_period", _HAS_PERIOD),
                ("baseline_period", _HAS_PERIOD, "baseline_value", _HAS_NUMBER),
                ("path", _HAS_TEXT, "path_reason", _HAS_WORDS),
                ("path_reason", _HAS_WORDS, "path", _HAS_TEXT),
            )
        ]
    },
    Benchmark: {"oneOf": [_given("value", _HAS_NUMBER), _given("other_place", _HAS_TEXT)]},
}
