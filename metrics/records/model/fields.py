"""Fields: what may stand in one field of a record, and the base of all records.

In: plain values read from YAML and CSV (``shape``). Out: the types that the records of this package are made of.
"""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, StringConstraints

from metrics.records.period import FIRST_YEAR, LAST_YEAR, Period

LONGEST = 2000  # characters of a Line or an Address
LONGEST_ID = 80
ID = r"^[A-Za-z0-9][A-Za-z0-9_+-]*$"
ADDRESS = r"""^https?://[^\s<>"']+$"""
CURRENCY = r"^[A-Z]{3}$"  # ISO 4217


def _period(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return value
    return Period.parse(str(value))


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    period = Period.parse(value)
    if period.form != "day":
        raise ValueError("is not a whole day")
    return period.end


Id = Annotated[str, StringConstraints(pattern=ID, max_length=LONGEST_ID)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Positive = Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS, max_length=LONGEST)]
Currency = Annotated[str, StringConstraints(pattern=CURRENCY)]
Year = Annotated[int, Field(strict=True, ge=FIRST_YEAR, le=LAST_YEAR)]
Truth = Annotated[bool, Field(strict=True)]
Day = Annotated[InstanceOf[date], BeforeValidator(_day)]
When = Annotated[InstanceOf[Period], BeforeValidator(_period)]


class Record(BaseModel):
    """Base of all records: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """A text in English and, where it exists, in Chinese."""

    en: Line = Field(
        description="The text in English. It is shown in every language that has no text of its own.",
        examples=["Core AI industry size"],
    )
    zh: Line | None = Field(
        default=None,
        description="The same in Chinese, shown when the page is read in Chinese.",
        examples=["人工智能核心产业规模"],
    )
