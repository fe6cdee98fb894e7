"""What is said of the shipped targets: the sentences that a reader meets first, and all others clean."""

from datetime import date

import pytest

from docs.examples import EXAMPLES
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
def known():
    return load()


@pytest.fixture(scope="module")
def today(known):
    return assess(known, TODAY).statuses


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
        ("de-2025-gigabit", "Met on the only reading", "Met on the only reading"),
        (
            "compute-2025-total",
            "Due, not verified on the only reading",
            "Due, not verified on the only reading: 280 on 31 Dec 2024",
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


def test_the_first_sentence_of_today(known, today):
    shown = [s for s in today.values() if s.target.plan in known.glance.plans]
    found = words.overview(shown, known)
    assert (
        "Of ten dated targets, two are met on most readings, two are inconclusive, two are due and not verified "
        "and four cannot be checked: no published figure was found for three and no recent figure for one."
    ) == found.sentence
    assert (
        "Both met targets rest on figures from the state and its institutes. "
        "The one independent reporter has none for 2025, and was below the target in 2024."
    ) == found.dek
    assert found.kicker.endswith("(2018), as known on 28 Nov 2026")


def test_the_first_sentence_before_the_plan(known):
    found = words.overview([], known, date(2017, 1, 1))
    assert "On 1 Jan 2017 there was no plan yet." == found.sentence


@pytest.mark.parametrize("day", DAYS)
def test_every_sentence_on_every_day_is_whole(known, day):
    statuses = assess(known, day).statuses.values()
    sentences = [words.overview(list(statuses), known, day).sentence]
    for status in statuses:
        sentences += [
            words.headline(status),
            words.headline_full(status),
            " ".join(words.headline_short(status)),
        ]
        sentences += [words.group_headline(status.state), words.group_headline(status.independent)]
        sentences += [words.reading(reading, status, known) for reading in status.readings]
    assert [] == [
        text
        for text in sentences
        if not text or set("{}[]") & set(text) or "None" in text.removeprefix("None of ") or "1 of 1" in text
    ]


@pytest.mark.parametrize(
    ("language", "target", "expected"),
    [
        ("en", "qh-2030-stages", "1 landing stage on 31 Dec 2020"),
        ("zh", "qh-2030-stages", "1座栈桥"),
        ("en", "qh-2030-deaths", "1 death in 2025 (published "),
    ],
)
def test_one_of_a_thing_is_told_in_the_singular(language, target, expected):
    local = words_for(language)
    town = local.in_own_units(load(EXAMPLES / "quillhaven"))
    sentences = [
        local.reading(one, status, town)
        for day in (date(2021, 6, 30), date(2024, 6, 30), date(2026, 11, 22))
        for status in [assess(town, day).statuses.get(target)]
        if status
        for one in status.readings
    ]
    assert any(expected in one for one in sentences), sentences


@pytest.mark.parametrize("folder", [None, *sorted(one for one in EXAMPLES.iterdir() if one.is_dir())])
def test_no_pace_leads_below_nothing(folder):
    known = words.in_own_units(load(folder) if folder else load())
    for day in DAYS:
        for status in assess(known, day).statuses.values():
            sentences = " ".join(words.reading(one, status, known) for one in status.readings)
            below = any(
                row.value < 0 for one in status.readings for row in known.observations_of(one.series.id)
            )
            assert below or "at about −" not in sentences, sentences


def test_the_document_of_a_plan_has_the_title_of_the_plan_in_its_own_language(known):
    plan, press = known.sources["aidp-2017"], known.sources["nbd-2017-07-20"]
    assert "新一代人工智能发展规划（国发〔2017〕35号）" == words_for("zh").document(plan, known)
    assert plan.title == words.document(plan, known)
    assert press.title == words_for("zh").document(press, known)
