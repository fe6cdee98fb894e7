"""The JSON of a status: the documented shape, and nothing that a strict reader refuses."""

import json
import re
from dataclasses import replace
from functools import reduce
from operator import getitem
from pathlib import Path as FilePath
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from metrics.exports.status_json import status_document, status_json
from metrics.progress.result import Path, Progress, Refusal, Verdict
from metrics.records.store import Records
from metrics.records.vocabulary import Bound, Comparator
from metrics.words import Words

DOCS = FilePath(__file__).parents[2] / "docs" / "command-line.md"


def schema() -> dict[str, Any]:
    """The JSON Schema as docs/command-line.md prints it."""
    found = re.search(r"^```json\n(.*?)^```", DOCS.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def strict(text: str) -> Any:
    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    return json.loads(text, parse_constant=refuse)


@pytest.fixture
def document(progress: Progress, records: Records, words: Words) -> Any:
    return strict(status_json(progress, records, words))


def test_document_has_the_documented_shape(document: Any) -> None:
    assert [] == [error.message for error in Draft202012Validator(schema()).iter_errors(document)]


def test_schema_refuses_a_key_that_is_not_documented(document: Any) -> None:
    document["targets"][0]["readings"][0]["score"] = 1
    assert not Draft202012Validator(schema()).is_valid(document)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (("verdict",), Verdict),
        (("target", "properties", "comparator"), Comparator),
        (("reading", "properties", "bound"), [*Bound, None]),
        (("path", "properties", "path"), Path),
        (("path", "properties", "refusal"), [*Refusal, None]),
    ],
    ids=["verdict", "comparator", "bound", "path", "refusal"],
)
def test_schema_and_text_list_every_word_there_is(place: tuple[str, ...], words: list[str]) -> None:
    found = reduce(getitem, place, schema()["$defs"])
    assert list(words) == found["enum"]
    assert [] == [word for word in words if word and f"`{word}`" not in DOCS.read_text("utf-8")]


def test_keys_stand_in_the_documented_order(document: Any) -> None:
    target = document["targets"][1]
    assert ["known_on", "plans", "targets"] == list(document)
    assert [
        *(
            "id",
            "plan",
            "indicator",
            "comparator",
            "value",
            "value_high",
            "unit",
            "due",
            "headline",
            "readings",
        )
    ] == list(target)
    assert ["verdict", "k", "n", "contested", "tally", "sentence", "by_independence"] == list(
        target["headline"]
    )
    assert [
        *("series", "unit", "verdict", "counts", "observation", "period", "low", "high", "bound"),
        *("published", "source", "paths"),
    ] == list(target["readings"][0])


def test_open_end_is_null_with_its_bound_beside_it(document: Any) -> None:
    reading = document["targets"][0]["readings"][0]
    assert (1200, None, "more_than") == (reading["low"], reading["high"], reading["bound"])
    assert ("2025", "2026-03", "report") == (reading["period"], reading["published"], reading["source"])


def test_unit_of_a_reading_is_that_of_its_series(progress: Progress, records: Records, words: Words) -> None:
    status = progress.statuses["core-2025"]
    ours, theirs = status.readings
    dollars = replace(theirs, series=theirs.series.model_copy(update={"unit": "usd_bn"}))
    mixed = {"core-2025": replace(status, readings=(ours, dollars))}
    (target,) = strict(status_json(replace(progress, statuses=mixed), records, words))["targets"]
    assert ("cny_bn", ["cny_bn", "usd_bn"]) == (target["unit"], [one["unit"] for one in target["readings"]])


def test_exact_figure_has_two_equal_ends(document: Any) -> None:
    reading = document["targets"][0]["readings"][1]
    assert (269.7, 269.7, "exact") == (reading["low"], reading["high"], reading["bound"])


def test_reading_without_a_figure_says_null(document: Any) -> None:
    reading = document["targets"][1]["readings"][0]
    keys = ("observation", "period", "low", "high", "bound", "published", "source")
    assert [None] * 7 == [reading[key] for key in keys]


def test_upper_end_of_a_range_stands_only_where_there_is_one(document: Any) -> None:
    core, later = document["targets"]
    assert "value_high" not in core
    assert (0.5, 1000) == (later["value"], later["value_high"])


def test_refused_path_has_its_reason_and_no_numbers(document: Any) -> None:
    path = document["targets"][1]["readings"][0]["paths"][0]
    assert {
        "path": "linear",
        "verdict": None,
        "refusal": "few_points",
        "ratio": None,
        "actual": None,
        "required": None,
        "needed": None,
        "value_at_due": None,
        "arrival": None,
    } == path


def test_value_beyond_all_numbers_is_null(document: Any) -> None:
    path = document["targets"][1]["readings"][0]["paths"][1]
    assert (1.5, 0.3, 0.2, 0, None, 2028) == tuple(
        path[key] for key in ("ratio", "actual", "required", "needed", "value_at_due", "arrival")
    )


def test_groups_stand_apart_and_a_missing_group_is_null(document: Any) -> None:
    core, later = (target["headline"]["by_independence"] for target in document["targets"])
    assert ("missed", "met") == (core["independent"]["verdict"], core["state"]["verdict"])
    assert later["independent"] is None
    assert {"met": 1, "missed": 1} == document["targets"][0]["headline"]["tally"]


def test_text_keeps_its_signs_and_whole_numbers_have_no_point(
    progress: Progress, records: Records, words: Words
) -> None:
    text = status_json(progress, records, words)
    assert '"title": "A Small Plan – “für alle”"' in text
    assert '\n      "value": 400,\n' in text


def test_ascii_only_is_the_same_document(progress: Progress, records: Records, words: Words) -> None:
    text = status_json(progress, records, words, ascii_only=True)
    assert text.isascii()
    assert status_document(progress, records, words) == json.loads(text)
