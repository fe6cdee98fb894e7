"""Fiscal and school years, and promises that are due by a period."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.records.load import read_files
from metrics.records.model import Target
from metrics.records.period import Calendar, Period, YearStart, due_period
from metrics.words import words_for
from tests.records.corpus import BASE

FILES = {str(path.relative_to(BASE)): path.read_bytes() for path in BASE.rglob("*") if path.is_file()}
STARTS = st.builds(YearStart, st.integers(1, 12), st.booleans())
APRIL = "{starts: 4, named_by: end}"


def target(due: str, declared: str = "", figures: str | None = None) -> Target:
    text = FILES["targets.yaml"].decode().replace("            due: 2020-12-31", f"            due: {due}", 1)
    files = FILES | {"targets.yaml": (declared + text).encode()}
    if figures is not None:
        files["data/observations/industry.csv"] = figures.encode()
    records, problems = read_files(files)
    assert () == problems
    assert records is not None
    return records.targets["size-2020"]


@pytest.mark.parametrize(
    ("due", "last", "en", "zh"),
    [
        ("2027-06-30", date(2027, 6, 30), "by the end of Jun 2027", "到2027年6月底"),
        ("2027", date(2027, 12, 31), "by the end of 2027", "到2027年底"),
        ("2027-06", date(2027, 6, 30), "by the end of Jun 2027", "到2027年6月底"),
        ("2027-Q2", date(2027, 6, 30), "by the second quarter of 2027", "到2027年第二季度末"),
        ("2027-H1", date(2027, 6, 30), "by the first half of 2027", "到2027年上半年末"),
        ("mid-2027", date(2027, 6, 30), "by mid-2027", "到2027年年中"),
        ("2020s", date(2029, 12, 31), "by the end of the 2020s", "到2020年代末"),
        ("FY2025", date(2025, 3, 31), "by the end of 2024/25", "到2024/25财年末"),
        ("FY2100", date(2100, 3, 31), "by the end of 2099/2100", "到2099/2100财年末"),
        ("SY2025", date(2026, 8, 31), "by the end of the school year 2025/26", "到2025/26学年末"),
    ],
)
def test_what_is_due_is_read_to_its_last_day_and_told_as_it_is_written(
    due: str, last: date, en: str, zh: str
) -> None:
    declared = f"fiscal_year: {APRIL}\nschool_year: {{starts: 9, named_by: start}}\n"
    found = target(due, declared)
    assert (last, en, zh) == (found.due, words_for("en").due(found), words_for("zh").due(found))


def test_milestone_and_goal_are_due_by_a_period_too() -> None:
    text = FILES["targets.yaml"].decode().replace("due: 2020-12-31", "due: mid-2020")
    records, _ = read_files(FILES | {"targets.yaml": text.encode()})
    assert records is not None
    plan = records.plans["plan-a"]
    assert [date(2020, 6, 30)] * 2 == [plan.milestones[0].due, plan.milestones[0].goals[0].due]
    assert "by mid-2020" == words_for("en").due(plan.milestones[0])


@pytest.mark.parametrize("text", ["12 months to 2027-06", "2025/2027", "mid-27", "2025s", "by 2027"])
def test_what_stands_for_no_one_day_is_not_due(text: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        due_period(text)


@given(STARTS, st.integers(1950, 2150))
def test_a_fiscal_year_is_judged_as_a_year_and_the_next_begins_the_day_after(
    start: YearStart, year: int
) -> None:
    calendar = Calendar(fiscal=start)
    one, after = (Period.parse(f"FY{n}", calendar) for n in (year, year + 1))
    assert one.spans_a_year
    assert one.end + timedelta(days=1) == after.start
    assert year == (one.end if start.named_by_end else one.start).year
    assert after == one.shifted(1)


def test_a_fiscal_year_from_january_is_the_calendar_year() -> None:
    fiscal = Period.parse("FY2025", Calendar(fiscal=YearStart(1, named_by_end=False)))
    assert (Period.parse("2025").days, "year") == (fiscal.days, fiscal.form)


def test_two_forms_of_one_year_are_one_period_of_a_series() -> None:
    head, first, *_ = FILES["data/observations/industry.csv"].decode().splitlines()
    rows = [
        first.replace(",2019,", f",{period},").replace("a,", f"{name},", 1)
        for name, period in (("a", "2019"), ("b", "FY2019"))
    ]
    _, problems = read_files(
        FILES
        | {
            "targets.yaml": b"fiscal_year: {starts: 1, named_by: end}\n" + FILES["targets.yaml"],
            "data/observations/industry.csv": "\n".join([head, *rows, ""]).encode(),
        }
    )
    assert ["same_vintage"] == [problem.kind for problem in problems]
