"""A path that a plan itself gives, on every way out; a plan without any shows nothing of it."""

import json

import pytest
from jsonschema import Draft202012Validator

from metrics.exports.offline import offline_page
from metrics.exports.slides import deck_of
from metrics.exports.status_json import status_json
from metrics.figures.target.chart import target_chart
from tests.exports.test_editions import rows, taken
from tests.exports.test_status_json import schema

TRAINED = "om-2028-trained"


def test_json_has_the_documented_shape_and_each_value_on_the_way() -> None:
    file = taken()
    document = json.loads(status_json(file.progress, file.known, file.words))
    assert [] == [error.message for error in Draft202012Validator(schema()).iter_errors(document)]
    found = {one["id"]: one["readings"] for one in document["targets"]}
    assert [
        ("2022", 17, "institute_trained-2022", False),
        ("2023", 20, None, None),
        ("2024", 24, "institute_trained-2024", False),
        ("2025", 26, "institute_trained-2025", False),
    ] == [tuple(one.values()) for one in found[TRAINED][1]["planned"]]
    assert {TRAINED} == {name for name, readings in found.items() if any("planned" in r for r in readings)}


def test_file_has_a_row_for_each_value_and_series() -> None:
    found = rows("planned")
    assert [
        ("2022", "17", "true"),
        ("2023", "20", "true"),
        ("2024", "24", "true"),
        ("2025", "26", "true"),
    ] == [(row["period"], row["asked"], row["kept"]) for row in found if row["series"] == "office_trained"]
    assert ["false", "", "false", "false"] == [
        row["kept"] for row in found if row["series"] == "institute_trained"
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "It was not kept in 2022, 2024 and 2025. Of 2023 there is no figure."),
        ("zh", "2022年、2024年和2025年没有达到。2023年没有数据。"),
    ],
)
def test_reading_says_period_by_period_what_was_kept(language: str, said: str) -> None:
    file = taken(language=language)
    status = file.progress.statuses[TRAINED]
    assert said in file.words.reading(status.readings[1], status, file.known)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_page_has_the_path_in_place_of_a_pace(language: str) -> None:
    file = taken(language=language)
    page = offline_page(file).decode()
    assert file.words.say("paces.planned.title") in page
    assert file.words.say("paces.throughout") in page  # of the promises about every year


def test_chart_has_a_bar_for_each_value_and_the_path_through_them() -> None:
    file = taken()
    chart = target_chart(file.progress.statuses[TRAINED], file.known, file.words, "light")
    assert [17, 20, 24, 26, 35] == sorted({one.y for one in chart.plot.strokes if one.role == "target"})
    assert "the plan’s own path" in [entry.text for entry in chart.key]
    (path,) = (line for line in chart.plot.lines if line.role == "path")
    assert [17, 20, 24, 26, 35] == list(dict.fromkeys(value for _, value in path.points))


def test_slide_names_the_path_by_which_it_is_judged() -> None:
    rules = {slide.id: slide.rule for slide in deck_of(taken()).slides}
    assert rules[TRAINED].endswith("; by the plan’s own path")
