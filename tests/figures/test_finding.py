"""The finding of a target's chart: the number of the target as each language tells it."""

from datetime import date

import pytest

from metrics.figures.target.finding import finding
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import words_for

DAY = date(2026, 11, 22)
HELD = load()


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
