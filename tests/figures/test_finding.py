"""The finding of a target's chart: the number of the target as each language tells it."""

from datetime import date

import pytest

from docs.examples import EXAMPLES
from metrics.figures.target.finding import finding
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import words_for

DAY = date(2026, 11, 28)
HELD = load()
TOWN = load(EXAMPLES / "quillhaven")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "All five state readings pass 400; the one independent figure is below it"),
        ("zh", "五个官方口径全部达到4000亿元的目标；唯一的独立口径低于目标"),
    ],
)
def test_the_number_has_its_unit_where_the_language_scales_amounts(language, expected):
    words = words_for(language)
    known = as_known_on(words.told(HELD), DAY)
    assert expected == finding(assess(known, DAY).statuses["aidp-2025-core"], known, words)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Both state readings lie within 5 to 8; the one independent figure lies outside it"),
        ("zh", "两个官方口径全部在5—8%的目标区间内；唯一的独立口径不在目标区间内"),
    ],
)
def test_two_readings_are_both_and_a_range_is_not_about_a_number(language, expected):
    words = words_for(language)
    known = as_known_on(words.told(TOWN), DAY)
    assert expected == finding(assess(known, DAY).statuses["qh-2025-holiday-homes"], known, words)
