"""What is said of the shipped targets: the sentences that a reader meets first, and all others clean."""

from datetime import date

import pytest

from metrics.progress import assess
from metrics.records import load
from metrics.words import words_for

words = words_for("en")
TODAY = date(2026, 11, 28)
DAYS = [
    TODAY,
    *(date(year, 12, 31) for year in (2024, 2022, 2020, 2019)),
    date(2018, 6, 30),
    date(2017, 8, 1),
]


@pytest.fixture(scope="module")
def held():
    return load()


@pytest.fixture(scope="module")
def today(held):
    return assess(held, TODAY).statuses


@pytest.mark.parametrize(
    ("target", "line", "full"),
    [
        (
            "aidp-2020-core",
            "Met on 2 of 3; 1 inconclusive",
            "Met on 2 of 3 readings; 1 inconclusive: more than 100 on 23 Dec 2020",
        ),
        (
            "aidp-2025-core",
            "Met on 5 of 6; 1 not verified",
            "Met on 5 of 6 readings; 1 due, not verified: 269.7 in 2024",
        ),
        (
            "aidp-2030-core",
            "Inconclusive, contested: 2 of 5 met early, 1 depends on the path, 2 too early to say",
            "Inconclusive, contested: 2 of 5 met early, 1 depends on the path, 2 too early to say",
        ),
        (
            "moe-2020-centres",
            "Inconclusive: 1 of 5 met, 1 met early, 3 not verified",
            "Inconclusive: 1 of 5 met, 1 met early, 3 not verified",
        ),
        ("moe-2020-textbooks", "No data: no published figure", "No data: no published figure"),
        (
            "aidp-2020-related",
            "Due, not verified; the last figure was more than 500 in 2018",
            "Due, not verified; no reading counts. Last said: more than 500 in 2018 (Vice-Premier, 2019)",
        ),
        ("de-2025-gigabit", "On the only reading: met", "On the only reading: met"),
        (
            "compute-2025-total",
            "On the only reading: due, not verified",
            "On the only reading: due, not verified (280 on 31 Dec 2024)",
        ),
        (
            "most-2023-zones",
            "Due, not verified; the last figure was 17 on 5 Dec 2021",
            "Due, not verified; no reading counts. Last said: 17 on 5 Dec 2021 (MOST, press count)",
        ),
    ],
)
def test_headlines_of_today(today, target, line, full):
    assert (line, full) == (words.headline(today[target]), words.headline_full(today[target]))


def test_the_first_sentence_of_today(held, today):
    shown = [s for s in today.values() if s.target.plan in held.glance.plans]
    found = words.overview(shown, held)
    assert (
        "Of ten dated targets, two are met on most readings, two are inconclusive, two are due and not verified "
        "and four cannot be checked: no published figure was found for three and no recent figure for one."
    ) == found.sentence
    assert (
        "Both met targets rest on figures from the state and its institutes. "
        "The one independent reporter has none for 2025, and was below the target in 2024."
    ) == found.dek
    assert found.kicker.endswith("(2018), as known on 28 Nov 2026")


def test_the_first_sentence_before_the_plan(held):
    found = words.overview([], held, date(2017, 1, 1))
    assert "On 1 Jan 2017 there was no plan yet." == found.sentence


@pytest.mark.parametrize("day", DAYS)
def test_every_sentence_on_every_day_is_whole(held, day):
    statuses = assess(held, day).statuses.values()
    said = [words.overview(list(statuses), held, day).sentence]
    for status in statuses:
        said += [words.headline(status), words.headline_full(status), " ".join(words.headline_short(status))]
        said += [words.group_headline(status.state), words.group_headline(status.independent)]
        said += [words.reading(reading, status, held) for reading in status.readings]
    assert [] == [
        text
        for text in said
        if not text or set("{}[]") & set(text) or "None" in text.removeprefix("None of ") or "1 of 1" in text
    ]
