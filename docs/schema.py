"""Schemas: what editors complete and check the YAML files by, made of the models.

In: the record of a whole file (``contents.YAML``). Out: a JSON Schema. What a schema refuses, ``shape`` and
``sense`` refuse too; they refuse more, for a schema sees neither the other files nor other entries.

The form is JSON Schema draft-07: the newest that the language servers for YAML and JSON behind the common
editors support in full. ``enumDescriptions`` and ``errorMessage`` are words of those servers that say more than
the standard can, and so is a description beside a ``$ref``; validators pass them over.
"""

from collections.abc import Mapping
from typing import Any

from metrics.records.contents import INHERITED, YAML
from metrics.records.expectation import Expectation, expectations
from metrics.records.model import LONGEST, Benchmark, DeckSlide, Deliverable, Record, Target, Text, Theme
from metrics.records.model.field_text import field_text
from metrics.records.model.fields import (
    ADDRESS,
    COLOUR,
    CURRENCY,
    ID,
    LANGUAGE,
    LONGEST_ID,
    MOST_MINUTES,
    PICTURE,
    Wanted,
)
from metrics.records.period import FIRST_YEAR, LAST_YEAR
from metrics.records.scalar import LARGEST
from metrics.records.vocabulary import Comparator

DRAFT = "http://json-schema.org/draft-07/schema#"

_YEAR = "(19|20|21)[0-9]{2}"  # FIRST_YEAR to LAST_YEAR
_MONTH = "(0[1-9]|1[0-2])"
_DAY = (  # of a month that has it; whether a year has a 29 February is left to the reader
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
)

_WHEN = f"{_YEAR}(-(H[12]|Q[1-4]|{_MONTH}|{_DAY}))?"
_NUMBER = {
    "type": "number",
    "errorMessage": "Write a number: digits and a point, with no comma and no quotes.",
}
_FORMS: Mapping[Wanted, dict[str, Any]] = {
    Wanted.TEXT: {"type": "string", "errorMessage": "Write a text; put digits, yes and no in quotes."},
    Wanted.ID: {
        "type": "string",
        "pattern": ID,
        "maxLength": LONGEST_ID,
        "errorMessage": "Write an id: letters a-z, digits, '-', '_' and '+', a letter or digit first.",
    },
    Wanted.NUMBER: {**_NUMBER, "minimum": -LARGEST, "maximum": LARGEST},
    Wanted.POSITIVE: {**_NUMBER, "exclusiveMinimum": 0, "maximum": LARGEST},
    Wanted.COUNT: {"type": "integer", "minimum": 1, "errorMessage": "Write a whole number above 0."},
    Wanted.TRUTH: {"type": "boolean", "errorMessage": "Write true or false, without quotes."},
    Wanted.DAY: {
        "type": "string",
        "pattern": f"^{_YEAR}-{_DAY}$",
        "errorMessage": "Write a day that exists as year-month-day, such as 2020-12-31.",
    },
    Wanted.MONTH: {
        "type": "integer",
        "minimum": 1,
        "maximum": 12,
        "errorMessage": "Write a month from 1 to 12.",
    },
    Wanted.DUE: {
        "type": ["string", "integer"],
        "pattern": f"^({_WHEN}|[FS]Y{_YEAR}|mid-{_YEAR}|(19|20|21)[0-9]0s)$",
        "minimum": FIRST_YEAR,
        "maximum": LAST_YEAR,
        "errorMessage": "Write a day, such as 2020-12-31, or a period, such as 2027, 2027-Q2, FY2027, mid-2027 or 2020s.",
    },
    Wanted.PERIOD: {  # 2019 is a number to an editor, 2019-06 a text
        "type": ["string", "integer"],
        "pattern": f"^{_WHEN}$",
        "minimum": FIRST_YEAR,
        "maximum": LAST_YEAR,
        "errorMessage": "Write a period as 2019, 2019-H1, 2019-Q3, 2019-06 or 2019-06-30.",
    },
    Wanted.SPAN: {
        "type": ["string", "integer"],
        "pattern": f"^({_WHEN}|[1-9][0-9]{{0,2}} months to {_WHEN}|[FS]Y{_YEAR}|{_YEAR}/{_YEAR})$",
        "minimum": FIRST_YEAR,
        "maximum": LAST_YEAR,
        "errorMessage": "Write a period as 2019, 2019-H1, 2019-Q3, 2019-06, FY2019, 12 months to 2019-06 or 2019/2022.",
    },
    Wanted.YEARS: {
        "type": "string",
        "pattern": rf"^{_YEAR}\.\.{_YEAR}$",
        "errorMessage": "Write two years, such as 2015..2024.",
    },
    Wanted.ADDRESS: {
        "type": "string",
        "pattern": ADDRESS,
        "maxLength": LONGEST,
        "errorMessage": "Write a web address that begins with https:// and has no space.",
    },
    Wanted.COLOUR: {
        "type": "string",
        "pattern": COLOUR,
        "errorMessage": "Write # and six digits from 0 to f in quotes, such as '#2B3A8C'.",
    },
    Wanted.PICTURE: {
        "type": "string",
        "pattern": PICTURE,
        "maxLength": LONGEST_ID,
        "errorMessage": "Write the name of a file in this folder that ends in .png or .svg.",
    },
    Wanted.MINUTES: {
        "type": "integer",
        "minimum": 1,
        "maximum": MOST_MINUTES,
        "errorMessage": f"Write a whole number of minutes, at most {MOST_MINUTES}.",
    },
    Wanted.LANGUAGE: {
        "type": "string",
        "pattern": LANGUAGE,
        "maxLength": LONGEST_ID,
        "errorMessage": "Write the letters of a language in lower case, such as en or zh.",
    },
    Wanted.CURRENCY: {
        "type": "string",
        "pattern": CURRENCY,
        "errorMessage": "Write three capital letters, such as CNY.",
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
        described = _described(model, name)
        form = _form(expected, records)
        properties[name] = described | (form if is_required else _or_nothing(form, described))
    return {
        "description": purpose(model),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        **_RULES.get(model, {}),
    }


def purpose(model: type[Record]) -> str:
    """What a record is, for the person who edits the file.

    >>> purpose(Target).split(".")[0]
    'A promise with a number'
    """
    return " ".join((model.__doc__ or "").replace("``", "").split())


def _described(model: type[Record], name: str) -> dict[str, Any]:
    text = field_text(model, name)
    return {"description": text.meaning} | ({} if text.example is None else {"examples": [text.example]})


def _form(expected: Expectation, records: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What may stand in a field."""
    if expected.kind is Wanted.FIELDS:
        return _reference(expected, records)
    if expected.item:
        return {"type": "array", "items": _form(expected.item, records)}
    if expected.kind is Wanted.CHOICE:
        return {
            "type": "string",
            "enum": [word.value for word in expected.words],
            "enumDescriptions": [word.meaning for word in expected.words],
        }
    limits = {"minLength": 1, "maxLength": LONGEST} if expected.is_line else {}
    return _FORMS[expected.kind] | limits


def _or_nothing(form: dict[str, Any], described: dict[str, Any]) -> dict[str, Any]:
    """The same for a field that may be left out: then it may also be named with nothing behind it."""
    if "$ref" in form:
        return {"anyOf": [described | form, {"type": "null"}]}
    kinds = form["type"]
    form = form | {"type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
    if "enum" in form:
        form["enum"] = [*form["enum"], None]
        form["enumDescriptions"] = [*form["enumDescriptions"], "the same as leaving the line out"]
    return form


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
_HAS_VERSIONS: dict[str, Any] = {"type": ["object", "string"], "minLength": 1}
_IS_RANGE = {
    "const": Comparator.ABOUT.value,
    "errorMessage": "value_high is the upper end of a range, and a range needs the comparator '~'.",
}
_IS_LEFT_OUT = {"type": "null", "errorMessage": "Write value or other_place, not both."}
_IS_NONE = {"type": "null", "errorMessage": "Only the slide of an indicator has a place or years of its own."}

#: What ``sense`` holds between the fields of one record, as far as a schema can say it.
_RULES: Mapping[type[Record], dict[str, Any]] = {
    Text: {  # what is said of maps holds for maps only, and of texts for texts
        "type": ["object", "string"],
        "minLength": 1,
        "maxLength": LONGEST,
        "anyOf": [_HAS_WORDS, _given("en", _HAS_WORDS), _given("zh", _HAS_WORDS)],
        "errorMessage": "Write a text in the language of the folder, or {en: ..., zh: ...} with one of them or both.",
    },
    Target: {
        "allOf": [
            {"if": _given(field, form), "then": _given(other, needed)}
            for field, form, other, needed in (
                ("value_high", _HAS_NUMBER, "comparator", _IS_RANGE),
                ("baseline_value", _HAS_NUMBER, "baseline_period", _HAS_PERIOD),
                ("baseline_period", _HAS_PERIOD, "baseline_value", _HAS_NUMBER),
                ("path", _HAS_TEXT, "path_reason", _HAS_VERSIONS),
                ("path_reason", _HAS_VERSIONS, "path", _HAS_TEXT),
            )
        ]
    },
    Deliverable: {
        "if": _given("count", _HAS_NUMBER),
        "then": {"properties": {"steps": {"maxItems": 0, "errorMessage": "Write steps or count, not both."}}},
    },
    DeckSlide: {
        "oneOf": [_given("target", _HAS_TEXT), _given("indicator", _HAS_TEXT), _given("page", _HAS_TEXT)],
        "errorMessage": "Write one of target, indicator and page.",
        "if": _given("indicator", _HAS_TEXT),
        "else": {"properties": {"place": _IS_NONE, "years": _IS_NONE}},
    },
    Theme: {"if": _given("accent_dark", _HAS_TEXT), "then": _given("accent", _HAS_TEXT)},
    Benchmark: {
        "if": _given("value", _HAS_NUMBER),
        "then": {"properties": {"other_place": _IS_LEFT_OUT}},
        "else": _given("other_place", _HAS_TEXT),
    },
}
