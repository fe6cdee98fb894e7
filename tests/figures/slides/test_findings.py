"""The title of a slide says the finding, with its tally wherever the readings do not agree."""

from datetime import date

import pytest

from metrics.figures.slides.findings import finding, target_title
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import words_for
from tests.progress.build import figure, records, series, status

WORDS = words_for("en")
HELD = load()
TODAY = date(2026, 11, 28)


def of(*figures, **more):
    return finding(status(*figures, **more), WORDS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("aidp-2020-core", "Core AI industry, more than RMB 150 bn by 2020: met on 2 of 3 readings"),
        (
            "aidp-2025-core",
            "Core AI industry, more than RMB 400 bn by 2025: met, but on no independent count",
        ),
        (
            "aidp-2030-core",
            "Core AI industry, more than RMB 1,000 bn by 2030: inconclusive and contested, 2 of 5 met early",
        ),
        (
            "moe-2020-centres",
            "AI research centres, at least 50 institutions by 2020: inconclusive, 2 of 5 met",
        ),
        ("de-2025-gigabit", "Gigabit users, at least 60 million users by 2025: met, on the only reading"),
        ("ipai-2018-market", "Core AI industry, at least RMB 100 bn by 2018: inconclusive, 1 of 2 missed"),
    ],
)
def test_shipped_target_has_its_finding(name, expected):
    known = as_known_on(HELD, TODAY)
    found = assess(known, TODAY)
    assert expected == target_title(found.statuses[name], known, WORDS)


def test_title_follows_the_known_on_day():
    day = date(2020, 12, 31)
    known = as_known_on(HELD, day)
    title = target_title(assess(known, day).statuses["aidp-2020-core"], known, WORDS)
    assert title == "Core AI industry, more than RMB 150 bn by 2020: inconclusive, on the only reading"


def test_two_readings_that_agree_and_one_is_independent():
    both = (series("one"), series("two", independence="independent"))
    told = of(figure("2025", 500, series="one"), figure("2025", 600, series="two"), series=both)
    assert told == "met on both readings"


def test_two_readings_of_the_state_that_agree_say_that_none_is_independent():
    both = (series("one", independence="self_reported"), series("two", independence="state_affiliated"))
    told = of(figure("2025", 500, series="one"), figure("2025", 600, series="two"), series=both)
    assert told == "met on both readings, none independent"


def test_readings_on_both_sides_are_contested():
    three = tuple(series(name, independence="independent") for name in ("one", "two", "three"))
    told = of(
        figure("2025", 500, series="one"),
        figure("2025", 600, series="two"),
        figure("2025", 100, series="three"),
        series=three,
    )
    assert told == "met on 2 of 3, contested"


def test_no_reading_says_what_there_is():
    assert of() == "no data"
    assert "no data" in target_title(status(), records(), WORDS)
