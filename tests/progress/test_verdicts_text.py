"""The rules in plain words name the numbers that the code uses."""

import re
from pathlib import Path as File

import pytest

from metrics.progress.due_period import DUE_MONTHS
from metrics.progress.intervals import TWO_SIDED_PERCENT
from metrics.progress.pace import BEHIND, ENOUGH_DAYS, ON_TRACK, YEAR_DAYS
from metrics.progress.reading import SILENT_MONTHS
from metrics.records.interval import ABOUT_PERCENT

TEXT = " ".join(File(__file__).parents[2].joinpath("docs", "verdicts.md").read_text(encoding="utf-8").split())
MONTHS = {12: "twelve", 24: "24"}


@pytest.mark.parametrize(
    "words",
    [
        f"v ± {ABOUT_PERCENT} %",
        f"or {TWO_SIDED_PERCENT} % either side",
        f"within the {MONTHS[DUE_MONTHS]} months up to the due date",
        f"ended {MONTHS[SILENT_MONTHS]} months or more before the known-on day",
        f"ends after the day {MONTHS[SILENT_MONTHS]} months before",
        f"no usable point lies {ENOUGH_DAYS} days or more after the start",
        f"(days / {YEAR_DAYS})",
        f"{ON_TRACK:.2f} and more",
        f"{BEHIND:.2f} to below {ON_TRACK:.2f}",
        f"0 to below {BEHIND:.2f}",
    ],
)
def test_each_limit_stands_in_the_text(words):
    assert words in TEXT


def test_the_text_lists_the_thirteen_cases_in_their_order():
    section = TEXT.partition("## 4.")[2].partition("## 5.")[0]
    assert [str(case) for case in range(1, 14)] == re.findall(r"\| (\d+) \|", section)
