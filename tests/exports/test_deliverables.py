"""Deliverables and own ratings on every way out; a plan without any shows nothing of them."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from types import MappingProxyType
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from metrics.exports.data_package import data_package
from metrics.exports.extract import Extract, extract
from metrics.exports.listings import apart, listing
from metrics.exports.listings.delivered import DELIVERED
from metrics.exports.offline import offline_page
from metrics.exports.slides import deck_of
from metrics.exports.status_json import status_json
from metrics.exports.status_table import status_table
from metrics.exports.workbook import workbook
from metrics.figures.slides.slide import Rows
from metrics.progress import as_known_on, assess
from metrics.records import Records, read_files
from metrics.words import words_for
from tests.exports.test_status_json import schema
from tests.records.corpus import BASE, FAULTS

FILES = {
    path.relative_to(root).as_posix(): path.read_bytes()
    for root in (BASE, FAULTS / "deliverables-in-order")
    for path in sorted(root.rglob("*.*"))
    if path.name != "expected.txt"
}
DAY = date(2021, 6, 1)


def held(files: Mapping[str, bytes] = FILES) -> Records:
    records, problems = read_files(files)
    assert records, problems
    return records


def taken(records: Records, day: date = DAY, language: str = "en") -> Extract:
    known = as_known_on(records, day)
    return extract(known, assess(known, day), words_for(language))


@pytest.fixture(scope="module")
def records() -> Records:
    return held()


@pytest.fixture(scope="module")
def without(records: Records) -> Records:
    none = MappingProxyType({})
    plans = {k: v.with_promises(lambda t: t, lambda g: g, lambda _: None) for k, v in records.plans.items()}
    return replace(
        records, plans=MappingProxyType(plans), evidence=none, ratings=none, scales=none, warnings=()
    )


def test_status_tells_deliverables_apart_from_targets(records: Records) -> None:
    file = taken(records)
    told = status_table(file.progress, file.known, file.words)
    assert told.endswith(
        "Deliverables, counted apart:\nlaw: 1 of 2 steps done; it was due by the end of 2020\n"
        "centres: 1 of 5 are there; it was due by the end of 2020"
    )


def test_json_has_the_documented_shape_with_deliverables_and_ratings(records: Records) -> None:
    file = taken(records)
    document = json.loads(status_json(file.progress, file.known, file.words))
    assert [] == [error.message for error in Draft202012Validator(schema()).iter_errors(document)]
    assert [("law", "partly", 1, 2), ("centres", "partly", 1, 5)] == [
        (one["id"], one["result"], one["done"], one["of"]) for one in document["deliverables"]
    ]
    assert [{"rating": "at-risk", "published": "2019", "source": "paper"}] == document["targets"][0][
        "own_ratings"
    ]


def test_package_and_workbook_hold_a_table_of_each(records: Records) -> None:
    file = taken(records)
    names = ZipFile(BytesIO(data_package(file))).namelist()
    assert {f"data/{name}.csv" for name, _ in DELIVERED} <= set(names)
    sheets = load_workbook(BytesIO(workbook(file))).sheetnames
    assert ["Deliverables", "Evidence of deliverables", "The bodies' own ratings"] == [
        one.replace("’", "'") for one in sheets[4:7]
    ]


@pytest.mark.parametrize(("day", "rows"), [(date(2019, 6, 29), 0), (date(2019, 6, 30), 3)])
def test_evidence_is_listed_from_its_publication_on(records: Records, day: date, rows: int) -> None:
    assert rows == len(listing("evidence", taken(records, day)).rows)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_offline_page_has_a_page_of_each_deliverable(records: Records, language: str) -> None:
    page = offline_page(taken(records, language=language), lambda _done, _every: None).decode("utf-8")
    words = words_for(language)
    assert words.say("delivery.overview", n=2, done="0") in page
    for text in ("A law adopted", "Draft", "North"):
        assert text in page
    for text in (words.say("block.rating.title"), "at risk"):
        assert text in page


def test_plan_without_any_says_no_word_of_them(without: Records) -> None:
    file = taken(without)
    assert () == apart(file)
    document = json.loads(status_json(file.progress, file.known, file.words))
    assert {"known_on", "plans", "targets"} == set(document)
    assert "own_ratings" not in document["targets"][0]
    page = offline_page(file, lambda _done, _every: None).decode("utf-8")
    text = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert [] == re.findall(r"[^<>]*deliverable[^<>]*|[^<>]*own rating[^<>]*", text, re.IGNORECASE)


def test_verdicts_are_the_same_with_and_without(records: Records, without: Records) -> None:
    assert assess(without, DAY) == assess(records, DAY)


def test_deck_has_a_slide_of_each_deliverable_with_its_evidence(records: Records) -> None:
    slides = {one.id: one for one in deck_of(taken(records)).slides}
    law = slides["law"]
    assert "A law adopted: 1 of 2 steps done; it was due by the end of 2020" == law.title
    assert isinstance(law.body, Rows)
    assert [("Draft", "done", "May 2019"), ("Vote", "Nothing was known of it on 1 Jun 2021.", "")] == [
        row[:3] for row in law.body.rows
    ]
    assert "centres" in slides
