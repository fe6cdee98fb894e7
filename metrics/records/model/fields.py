"""Fields: what may stand in one field of a record, and the base of all records.

In: plain values read from YAML and CSV (``shape``). Out: the types that the records of this package are made of.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    ModelWrapValidatorHandler,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

from metrics.records.detail import Detail
from metrics.records.period import FIRST_YEAR, GREGORIAN, LAST_YEAR, Period, due_period
from metrics.records.scalar import Odd

LONGEST = 2000  # characters of a Line or an Address
LONGEST_ID = 80
MOST_MINUTES = 600  # of a talk
ID = r"^[A-Za-z0-9][A-Za-z0-9_+-]*$"
ADDRESS = r"""^https?://[^\s<>"']+$"""
CURRENCY = r"^[A-Z]{3}$"  # ISO 4217
COLOUR = r"^#[0-9A-Fa-f]{6}$"
PICTURE = r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(png|svg)$"  # a file beside the others of the data folder
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"  # BCP 47, as far as it is of use here
LANGUAGES = ("en", "zh")  # those in which a text may stand beside itself


class Wanted(StrEnum):
    """What sort of value a field wants; ``detail`` is how a message calls it."""

    TEXT = "text"
    ID = "id"
    NUMBER = "number"
    POSITIVE = "positive"
    COUNT = "count"
    YEAR = "year"
    YEARS = "years"
    DAY = "day"
    MONTH = "month"
    DUE = "due"
    PERIOD = "period"
    SPAN = "span"
    TRUTH = "truth"
    CHOICE = "choice"
    ADDRESS = "address"
    CURRENCY = "currency"
    LANGUAGE = "language"
    COLOUR = "colour"
    PICTURE = "picture"
    MINUTES = "minutes"
    FIELDS = "fields"
    LISTING = "list"

    @property
    def detail(self) -> Detail:
        """``a number``."""
        return Detail(f"wanted.{self.value}")


def _period(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return value
    return Period.parse(str(value), (info.context or {}).get("calendar", GREGORIAN))


def _due_period(value: Any, info: ValidationInfo) -> Any:
    """What was written, where it is no day."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return value
    period = due_period(str(value), (info.context or {}).get("calendar", GREGORIAN))
    return None if period.form == "day" else period


def _due(value: Any, info: ValidationInfo) -> Any:
    period = _due_period(value, info)
    return period.end if isinstance(period, Period) else _day(value)


def _simple(value: Any, info: ValidationInfo) -> Any:
    period = _period(value, info)
    if isinstance(period, Period) and not period.is_simple:
        raise ValueError("is not a period")
    return period


def _years(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    first, dots, last = value.partition("..")
    if not dots or not all(re.fullmatch("[0-9]{4}", one) for one in (first, last)):
        raise ValueError("are not two years")
    if not FIRST_YEAR <= int(first) <= int(last) <= LAST_YEAR:
        raise ValueError("are not in order")
    return int(first), int(last)


def _truth(value: Any) -> Any:
    """A word of YAML that stands for itself; every other word for true or false is left for a message."""
    return value.text == "true" if isinstance(value, Odd) and value.text in ("true", "false") else value


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    period = Period.parse(value)
    if period.form != "day":
        raise ValueError("is not a whole day")
    return period.end


Id = Annotated[str, StringConstraints(pattern=ID, max_length=LONGEST_ID), Wanted.ID]
Line = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST), Wanted.TEXT]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False), Wanted.NUMBER]
Positive = Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0), Wanted.POSITIVE]
Count = Annotated[int, Field(strict=True, ge=1), Wanted.COUNT]
Address = Annotated[str, StringConstraints(pattern=ADDRESS, max_length=LONGEST), Wanted.ADDRESS]
Currency = Annotated[str, StringConstraints(pattern=CURRENCY), Wanted.CURRENCY]
Colour = Annotated[str, StringConstraints(pattern=COLOUR), Wanted.COLOUR]
Picture = Annotated[str, StringConstraints(pattern=PICTURE, max_length=LONGEST_ID), Wanted.PICTURE]
Minutes = Annotated[int, Field(strict=True, ge=1, le=MOST_MINUTES), Wanted.MINUTES]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE, max_length=LONGEST_ID), Wanted.LANGUAGE]
Year = Annotated[int, Field(strict=True, ge=FIRST_YEAR, le=LAST_YEAR), Wanted.YEAR]
Years = Annotated[tuple[int, int], BeforeValidator(_years), Wanted.YEARS]  # the first and the last
Truth = Annotated[bool, BeforeValidator(_truth), Field(strict=True), Wanted.TRUTH]
Day = Annotated[InstanceOf[date], BeforeValidator(_day), Wanted.DAY]
Month = Annotated[int, Field(strict=True, ge=1, le=12), Wanted.MONTH]
Due = Annotated[InstanceOf[date], BeforeValidator(_due), Wanted.DUE]
DuePeriod = Annotated[InstanceOf[Period] | None, BeforeValidator(_due_period), Wanted.DUE]
When = Annotated[InstanceOf[Period], BeforeValidator(_simple), Wanted.PERIOD]
Span = Annotated[InstanceOf[Period], BeforeValidator(_period), Wanted.SPAN]


class Record(BaseModel):
    """Base of all records: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """A text in English, in Chinese, or in both. A plain string is a text in the language of the folder."""

    en: Line | None = None
    zh: Line | None = None

    @model_validator(mode="wrap")
    @classmethod
    def _plain(cls, value: Any, handler: ModelWrapValidatorHandler["Text"], info: ValidationInfo) -> "Text":
        """Read a plain string as one in the language of its folder, which the reader gives as context."""
        if isinstance(value, str) and cls is Text:
            language = text_language((info.context or {}).get("language", LANGUAGES[0]))
            if language not in LANGUAGES:
                return OtherText.model_validate({"en": value, "language": language})
            value = {language: value}
        made = handler(value)
        if made.en is None and made.zh is None:
            raise ValueError("has no text in any language")
        return made

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """Each language in which it stands, with the text.

        >>> Text.model_validate({"en": "Patents", "zh": "专利"}).versions
        (('en', 'Patents'), ('zh', '专利'))
        """
        return tuple((name, text) for name in LANGUAGES if (text := getattr(self, name)))

    def in_language(self, language: str, text: str) -> "Text":
        """The same with another text in one of the languages of pages."""
        versions = {name: version for name, version in self.versions if name in LANGUAGES}
        return Text.model_validate({**versions, language: text})

    def best(self, language: str) -> tuple[str, str]:
        """The language that is shown when ``language`` is read, and the text in it.

        >>> Text.model_validate("Patents").best("zh")
        ('en', 'Patents')
        """
        versions = self.versions
        return next((one for one in versions if one[0] == language), versions[0])


class OtherText(Text):
    """A text of a folder that is written in another language than those in which pages are read; it stands for ``en``."""

    language: Language

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """The one language in which it stands, with the text."""
        return ((self.language, self.en or ""),)


def text_language(tag: str) -> str:
    """The language of a tag as texts name it: ``zh`` for ``zh-CN``; any other as it is.

    >>> text_language("zh-Hans"), text_language("fr-CA")
    ('zh', 'fr-CA')
    """
    language = tag.partition("-")[0]
    return language if language in LANGUAGES else tag
