"""Wording: which fault it is when a value does not fit its field.

In: the value and what the field wants. Out: a kind of fault and the details that its message names.
"""

import re
from collections.abc import Mapping
from typing import Any

from metrics.records.detail import Detail
from metrics.records.entry import Fields, YamlList
from metrics.records.expectation import Expectation
from metrics.records.guess import nearest
from metrics.records.model import LONGEST, Text
from metrics.records.model.fields import MOST_MINUTES, Wanted
from metrics.records.period import FIRST_YEAR, LAST_YEAR, Period, undeclared
from metrics.records.problem import shown
from metrics.records.relative import change
from metrics.records.scalar import LARGEST, Odd, is_huge, is_not_finite, mended

Misfit = tuple[str, dict[str, str | None]]

_NUMBERS = (Wanted.NUMBER, Wanted.POSITIVE)
_WORDS = (
    Wanted.TEXT,
    Wanted.ID,
    Wanted.CHOICE,
    Wanted.ADDRESS,
    Wanted.CURRENCY,
    Wanted.LANGUAGE,
    Wanted.PICTURE,
)
_PLAIN = Expectation(Wanted.TEXT, is_line=True)


def misfit(value: Any, expected: Expectation, beside: Mapping[str, Any] | None = None) -> Misfit:
    """Name the fault of a value that pydantic has refused.

    Args:
        value: what stands there.
        expected: what is wanted there.
        beside: the entry in which it stands.

    >>> from metrics.records.expectation import expectations
    >>> from metrics.records.model import Observation
    >>> misfit("1,200", expectations(Observation)["value"])
    ('text_for_number', {'found': "'1,200'", 'better': '1200'})
    """
    found = shown(value)
    if expected.record is Text:
        if isinstance(value, Fields):
            return "no_language", {"forms": "{en: ...}, {zh: ...}"}
        expected = _PLAIN
    if value is None:
        return "nothing", {"wanted": expected.kind.detail, "allowed": expected.allowed}
    if expected.kind is Wanted.FIELDS:
        return _no_fields(value, expected)
    if expected.kind is Wanted.LISTING:
        return "not_a_list", {"found": found}
    if isinstance(value, (Fields, YamlList)):
        return "not_one_value", {"found": found, "wanted": expected.kind.detail, "allowed": expected.allowed}
    if expected.kind in _NUMBERS:
        return _no_number(value, beside or {})
    if expected.kind in (Wanted.DUE, Wanted.SPAN) and (field := undeclared(str(value))):
        return "undeclared_year", {"found": found, "example": f"{field}: {{starts: 4, named_by: end}}"}
    if expected.kind is Wanted.MONTH:
        return "not_a_month", {"found": found}
    if expected.kind in (Wanted.DAY, Wanted.DUE):
        return "not_a_day", {"found": found, "why": _why(value), "better": _whole_day(value)}
    if expected.kind is Wanted.PERIOD:
        return "not_a_period", {"found": found, "why": _why(value)}
    if expected.kind is Wanted.SPAN:
        return "not_a_span", {"found": found, "why": _why(value)}
    if expected.kind is Wanted.YEAR:
        return "not_a_year", {"found": found, "first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
    if expected.kind is Wanted.COLOUR:
        return "not_a_colour", {"found": found}
    if expected.kind is Wanted.MINUTES:
        return "not_minutes", {"found": found, "limit": str(MOST_MINUTES)}
    if expected.kind is Wanted.COUNT:
        return "not_a_count", {"found": found}
    if expected.kind is Wanted.YEARS:
        return "not_years", {"found": found, **_turned(value)}
    if expected.kind is Wanted.TRUTH:
        return "not_true_or_false", {"found": found}
    if isinstance(value, Odd):
        return "odd_scalar", {"found": found, "reading": value.reading}
    if isinstance(value, (int, float)) and expected.kind in _WORDS and not expected.words:
        return "number_for_text", {"found": found}
    return _no_word(str(value), expected)


def _no_fields(value: Any, expected: Expectation) -> Misfit:
    allowed = ", ".join(expected.record.model_fields) if expected.record else ""
    return "not_a_map", {"found": shown(value), "allowed": allowed}


def _no_number(value: Any, beside: Mapping[str, Any]) -> Misfit:
    text = str(value)
    found = shown(value)
    if isinstance(value, (int, float)):
        return "not_positive", {"found": found}
    if is_not_finite(text):
        return "not_finite", {"found": found}
    if is_huge(text):
        return "huge_number", {"found": found, "limit": f"{LARGEST:.0e}".replace("+", "")}
    unit = beside.get("unit")
    is_share = isinstance(unit, str) and re.search(r"per_?-?cent|pct|share", unit, re.IGNORECASE) is not None
    if relative := change(text):
        base = (
            None if is_share else beside.get("baseline_value")
        )  # per cent of per cent, or points: it is not known
        worked = relative.worked(base) if isinstance(base, (int, float)) else None
        return "relative_value", {"found": found, "worked": worked}
    if text.rstrip().endswith(("%", "\uff05")) and not is_share:
        return "per_cent_of_what", {"found": found, "unit": shown(unit) if isinstance(unit, str) else None}
    return "text_for_number", {"found": found, "better": mended(text)}


def _no_word(text: str, expected: Expectation) -> Misfit:
    found = shown(text)
    if expected.kind is Wanted.CHOICE:
        return "not_a_choice", {
            "found": found,
            "guess": nearest(text, expected.words),
            "allowed": expected.allowed,
        }
    if expected.kind is Wanted.ID:
        return "not_an_id", {"found": found}
    if expected.kind is Wanted.CURRENCY:
        return "not_a_currency", {"found": found}
    if expected.kind is Wanted.LANGUAGE:
        return "not_a_language", {"found": found}
    if expected.kind is Wanted.PICTURE:
        return "not_a_picture", {"found": found}
    if not text:
        return "empty_text", {}
    if len(text) > LONGEST:
        return "long_text", {"limit": f"{LONGEST:,}"}
    return "not_an_address", {"found": found}


def _why(value: Any) -> str | None:
    """Why a well-formed day or period does not exist."""
    try:
        Period.parse(str(value))
    except ValueError as error:
        return error.args[0] if isinstance(error.args[0], Detail) else None
    return None


def _turned(value: Any) -> dict[str, str | None]:
    """The same two years in their order, where they stand the other way round."""
    first, _, last = str(value).partition("..")
    is_turned = first.isdecimal() and last.isdecimal() and int(last) < int(first)
    return {
        "better": f"{last}..{first}" if is_turned else None,
        "first": str(FIRST_YEAR),
        "last": str(LAST_YEAR),
    }


def _whole_day(value: Any) -> str | None:
    """The last day of a period that stands where a day is wanted."""
    try:
        return Period.parse(str(value)).end.isoformat()
    except ValueError:
        return None
