"""Periods: what a figure is about, and when something became known.

In: the text of a data file (``2019``, ``2019-H1``, ``2019-Q3``, ``2019-06``, ``2019-06-30``, and of what a figure is about
also ``FY2019``, ``SY2019``, ``12 months to 2019-06`` and ``2019/2022``; of what is due also ``mid-2027`` and ``2020s``).
Out: a frozen :class:`Period` with its first and last day.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from metrics.records.detail import Detail
from metrics.records.vocabulary import Measure

Form = Literal[
    "year", "fiscal", "school", "half", "quarter", "month", "day", "months", "span", "mid", "decade"
]

FIRST_YEAR, LAST_YEAR = 1900, 2199
_YEARS = Detail("why.years", first=str(FIRST_YEAR), last=str(LAST_YEAR))

_PATTERN = re.compile(
    r"(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?",
    re.ASCII,
)
_MONTHS = re.compile(r"(?P<months>[1-9][0-9]{0,2}) months to (?P<end>\S+)", re.ASCII)
_SPAN = re.compile(r"(?P<first>\d{4})/(?P<last>\d{4})", re.ASCII)
_OWN_YEAR = re.compile(r"(?P<kind>FY|SY)(?P<year>\d{4})", re.ASCII)
_PHRASE = re.compile(r"mid-(?P<mid>\d{4})|(?P<decade>\d{3}0)s", re.ASCII)


@dataclass(frozen=True, slots=True)
class YearStart:
    """The first month of a year that is no calendar year, and which of its two calendar years names it."""

    month: int
    named_by_end: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years of its own that a folder has declared."""

    fiscal: YearStart | None = None
    school: YearStart | None = None


GREGORIAN = Calendar()


@dataclass(frozen=True, slots=True)
class Period:
    """A year, half, quarter, month or day; some months up to the end of one of these; years on end; or a phrase for a day.

    ``start`` and ``end`` are the first and the last day, both inside the period. A date that is
    known only to the month or the year counts as known on ``end``.
    """

    text: str
    start: date
    end: date
    form: Form

    @staticmethod
    @lru_cache(maxsize=4096)
    def parse(text: str, calendar: Calendar = GREGORIAN) -> "Period":
        """Read a period.

        Args:
            text: as it stands in a file.
            calendar: what ``FY2025`` and ``SY2025`` stand for.

        Raises:
            ValueError: the text has another form, or the day does not exist.

        >>> Period.parse("2020-H1").end
        datetime.date(2020, 6, 30)
        >>> Period.parse("2019-02").end
        datetime.date(2019, 2, 28)
        >>> Period.parse("2019-02-30")
        Traceback (most recent call last):
        ...
        ValueError: 30 February 2019 does not exist
        >>> rolling, span = Period.parse("12 months to 2025-Q3"), Period.parse("2022/2025")
        >>> str(rolling.start), str(rolling.end), rolling.spans_a_year
        ('2024-10-01', '2025-09-30', True)
        >>> str(span.start), str(span.end), span.spans_a_year
        ('2022-01-01', '2025-12-31', False)
        >>> fiscal = Period.parse("FY2025", Calendar(fiscal=YearStart(4, named_by_end=True)))
        >>> str(fiscal.start), str(fiscal.end), fiscal.spans_a_year
        ('2024-04-01', '2025-03-31', True)
        """
        if months := _MONTHS.fullmatch(text):
            return _months(text, int(months["months"]), Period.parse(months["end"]))
        if own := _OWN_YEAR.fullmatch(text):
            return _own_year(text, "fiscal" if own["kind"] == "FY" else "school", int(own["year"]), calendar)
        if span := _SPAN.fullmatch(text):
            begun, ended = Period.parse(span["first"]), Period.parse(span["last"])
            if begun.end >= ended.end:
                raise ValueError(Detail("why.years_turned"))
            return Period(text, begun.start, ended.end, "span")
        match = _PATTERN.fullmatch(text)
        if not match:
            raise ValueError("is not a period")
        year = int(match["year"])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(_YEARS)
        form: Form
        if match["half"]:
            form, first, length = "half", 6 * int(match["half"]) - 5, 6
        elif match["quarter"]:
            form, first, length = "quarter", 3 * int(match["quarter"]) - 2, 3
        elif match["month"]:
            form, first, length = "month", int(match["month"]), 1
        else:
            form, first, length = "year", 1, 12
        if not 1 <= first <= 12:
            raise ValueError(Detail("why.no_month", month=str(first)))
        if match["day"]:
            day = int(match["day"])
            if not 1 <= day <= monthrange(year, first)[1]:
                month = Detail(f"why.month_{first}")
                raise ValueError(Detail("why.no_day", day=str(day), month=month, year=str(year)))
            whole = date(year, first, day)
            return Period(text, whole, whole, "day")
        last = first + length - 1
        return Period(text, date(year, first, 1), date(year, last, monthrange(year, last)[1]), form)

    @property
    def spans_a_year(self) -> bool:
        """Whether the period is a year of any kind, or twelve months on end."""
        return self.form in ("year", "fiscal", "school") or (self.form == "months" and self.months == 12)

    @property
    def is_calendar_year(self) -> bool:
        """Whether the period is a whole calendar year."""
        return self.form == "year"

    @property
    def is_simple(self) -> bool:
        """Whether it is a calendar year, a part of one, or a day, and can say when something happened."""
        return self.form in ("year", "half", "quarter", "month", "day")

    @property
    def months(self) -> int:
        """How many months it takes up, begun ones included."""
        return 12 * (self.end.year - self.start.year) + self.end.month - self.start.month + 1

    def shifted(self, years: int) -> "Period":
        """The same part of another year.

        >>> str(Period.parse("2024-02").shifted(1)), str(Period.parse("2024-02").shifted(1).end)
        ('2025-02', '2025-02-28')
        """
        text = re.sub(r"\d{4}", lambda year: str(int(year[0]) + years), self.text)
        after = self.end + timedelta(days=1)
        end = after.replace(year=after.year + years) - timedelta(days=1)
        return Period(text, self.start.replace(year=self.start.year + years), end, self.form)

    @property
    def days(self) -> tuple[date, date]:
        """Its first and last day: two periods with the same ones are the same, however they are written."""
        return self.start, self.end

    def __str__(self) -> str:
        return self.text


def due_period(text: str, calendar: Calendar = GREGORIAN) -> Period:
    """Read when something is due: a year, a part of one, a day, the middle of a year, or the end of a decade.

    Raises:
        ValueError: the text has another form, or the day does not exist.

    >>> [str(due_period(text).end) for text in ("2027-Q2", "2027", "mid-2027", "2020s")]
    ['2027-06-30', '2027-12-31', '2027-06-30', '2029-12-31']
    """
    phrase = _PHRASE.fullmatch(text)
    if phrase and phrase["mid"]:
        half = Period.parse(f"{phrase['mid']}-H1")
        return Period(text, half.start, half.end, "mid")
    if phrase:
        first = Period.parse(phrase["decade"])
        return Period(text, first.start, date(first.start.year + 9, 12, 31), "decade")
    found = Period.parse(text, calendar)
    if found.form in ("months", "span"):
        raise ValueError("is not a period")
    return found


def undeclared(text: str) -> str | None:
    """The field of ``targets.yaml`` without which a year of a folder's own has no days; None for any other text.

    >>> undeclared("FY2025"), undeclared("SY2025"), undeclared("2025")
    ('fiscal_year', 'school_year', None)
    """
    own = _OWN_YEAR.fullmatch(text)
    if not own or not FIRST_YEAR < int(own["year"]) < LAST_YEAR:
        return None
    return "fiscal_year" if own["kind"] == "FY" else "school_year"


def _own_year(text: str, form: Literal["fiscal", "school"], year: int, calendar: Calendar) -> Period:
    """The twelve months of a year that begins in a month that the folder declares; from January on it is a calendar year."""
    begins = calendar.fiscal if form == "fiscal" else calendar.school
    if not FIRST_YEAR < year < LAST_YEAR:
        raise ValueError(_YEARS)
    if begins is None:
        raise ValueError("is not declared")
    if begins.month == 1:
        return Period(text, date(year, 1, 1), date(year, 12, 31), "year")
    start = date(year - begins.named_by_end, begins.month, 1)
    return Period(text, start, start.replace(year=start.year + 1) - timedelta(days=1), form)


def _months(text: str, months: int, last: Period) -> Period:
    """The period of so many months up to the end of another one."""
    if not last.is_simple or (last.end + timedelta(days=1)).day != 1:
        raise ValueError(Detail("why.part_of_month"))
    year, month = divmod(last.end.year * 12 + last.end.month - months, 12)
    if year < FIRST_YEAR:
        raise ValueError(_YEARS)
    return Period(text, date(year, month + 1, 1), last.end, "months")


def never_judged(period: Period, measure: Measure) -> bool:
    """Whether a figure for a period is drawn and never judged, and is no pace point.

    That is a total or mean over a span of years, and of a flow every other time that is not a year: a half-year, a
    quarter, or some months on end that are not twelve. Only a target that names a period judges figures of just it.
    """
    if period.form == "span":
        return True
    if measure is not Measure.FLOW:
        return False
    return period.form in ("half", "quarter") or (period.form == "months" and not period.spans_a_year)


def day_of(text: str) -> date | None:
    """A day written as 2020-12-31 and in no other way; Python itself takes 20201231 and weeks too.

    >>> day_of("2020-12-31"), day_of("20201231"), day_of("2020-W53-4")
    (datetime.date(2020, 12, 31), None, None)
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def months_before(day: date, months: int) -> date:
    """The same calendar day ``months`` earlier; 29 February counts as 28 February.

    >>> months_before(date(2025, 12, 31), 12), months_before(date(2024, 2, 29), 12)
    (datetime.date(2024, 12, 31), datetime.date(2023, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def within_months(end: date, months: int, up_to: date) -> bool:
    """Whether ``end`` lies in "the ``months`` months up to ``up_to``" (that day included).

    >>> within_months(date(2024, 12, 31), 12, date(2025, 12, 31))
    False
    >>> within_months(date(2025, 1, 1), 12, date(2025, 12, 31))
    True
    """
    return months_before(up_to, months) + timedelta(days=1) <= end <= up_to


def lapses(end: date, months: int) -> date:
    """The first day ``D`` from ``end`` on for which ``end`` lies no longer in "the ``months`` months up to ``D``".

    >>> lapses(date(2018, 12, 31), 24), lapses(date(2020, 2, 29), 24)
    (datetime.date(2020, 12, 31), datetime.date(2022, 3, 1))
    """
    year, month = divmod(end.year * 12 + end.month - 1 + months, 12)
    if end.day <= monthrange(year, month + 1)[1]:
        return date(year, month + 1, end.day)
    return date(year, month + 1, monthrange(year, month + 1)[1]) + timedelta(days=1)
