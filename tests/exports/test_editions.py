"""Editions of a promise on every way out; a plan without any shows nothing of them."""

import csv
import json
from datetime import date
from functools import cache

import pytest
from jsonschema import Draft202012Validator

from docs.examples import EXAMPLES
from metrics.exports import files
from metrics.exports.change_rows import change_file
from metrics.exports.extract import Extract, extract
from metrics.exports.listings import listing
from metrics.exports.offline import offline_page
from metrics.exports.slides import deck_of
from metrics.exports.status_json import status_json
from metrics.exports.status_table import status_table
from metrics.figures.target.chart import target_chart
from metrics.figures.timeline.chart import drawn
from metrics.figures.timeline.entries import entries
from metrics.figures.timeline.scene import TimelineScene
from metrics.progress import as_known_on, assess, changes, histories
from metrics.records import load
from metrics.words import words_for
from tests.exports.test_status_json import schema

KINDS = load(EXAMPLES / "kinds")
BEFORE, DAY = date(2024, 11, 14), KINDS.as_of  # the review came out on 15 November 2024
CHANGED = ("om-2023-output", "om-2028-water", "om-2028-gap", "om-2028-work", "om-2030-exports")


@cache
def taken(day: date = DAY, language: str = "en") -> Extract:
    known = as_known_on(KINDS, day)
    return extract(known, assess(known, day), words_for(language))


def rows(name: str, day: date = DAY) -> list[dict[str, str]]:
    return list(csv.DictReader(files.csv(taken(day), name).decode("utf-8-sig").splitlines()))


def test_json_has_the_documented_shape_and_both_judgements() -> None:
    file = taken()
    document = json.loads(status_json(file.progress, file.known, file.words))
    assert [] == [error.message for error in Draft202012Validator(schema()).iter_errors(document)]
    of = {one["id"]: one for one in document["targets"]}
    moved, dropped = of["om-2023-output"], of["om-2030-exports"]
    assert ("2027-12-31", "on_track") == (moved["due"], moved["headline"]["verdict"])
    assert [(None, "2023-12-31", "missed"), ("2024-11-15", "2027-12-31", "on_track")] == [
        (one["published"], one["due"], one["headline"]["verdict"]) for one in moved["editions"]
    ]
    assert ("ended", "dropped", []) == (
        dropped["headline"]["verdict"],
        dropped["editions"][1]["ended"],
        dropped["editions"][1]["replaced_by"],
    )
    assert {*CHANGED} == {name for name, one in of.items() if "editions" in one}
    assert ("split", ["om-2030-gap", "om-2030-regions"]) == tuple(
        of["om-2028-work"]["editions"][1][name] for name in ("ended", "replaced_by")
    )


def test_json_of_an_earlier_day_knows_nothing_of_them() -> None:
    file = taken(BEFORE)
    assert '"editions"' not in status_json(file.progress, file.known, file.words)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "On track on 2 of 2; 1 already met; due day moved from 31 Dec 2023 to 31 Dec 2027 on 15 Nov 2024, after it was missed",
        ),
        (
            "zh",
            "2个口径均进度正常，其中1个已达成；2024年11月15日期限由2023年12月31日改为2027年12月31日，此前已到期且未达成",
        ),
    ],
)
def test_headline_says_that_the_day_was_moved_after_it_was_missed(language: str, said: str) -> None:
    file = taken(DAY, language)
    assert said == file.words.headline(file.progress.statuses["om-2023-output"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "No longer promised: dropped on 15 Nov 2024, on track until then"),
        ("zh", "不再承诺：2024年11月15日放弃，此前为“进度正常”"),
    ],
)
def test_headline_of_what_was_dropped_says_where_it_stood(language: str, said: str) -> None:
    file = taken(DAY, language)
    status = file.progress.statuses["om-2030-exports"]
    assert [said, said] == [file.words.headline(status), file.words.headline_full(status)]


def test_table_of_a_terminal_says_it_too() -> None:
    file = taken()
    told = " ".join(status_table(file.progress, file.known, file.words, width=200).split())
    assert "No longer promised: dropped on 15 Nov 2024, on track until then" in told


def test_files_list_each_form_from_its_publication_on() -> None:
    assert [
        ("om-2023-output", "0", "2020-12-01", "2023-12-31", "", "missed"),
        ("om-2023-output", "1", "2024-11-15", "2027-12-31", "", "on_track"),
        ("om-2028-water", "0", "2020-12-01", "2028-12-31", "", "behind"),
        ("om-2028-water", "1", "2024-11-15", "2028-12-31", "", "on_track"),
        ("om-2028-gap", "0", "2020-12-01", "2028-12-31", "", "inconclusive"),
        ("om-2028-gap", "1", "2024-11-15", "2028-12-31", "superseded", "ended"),
        ("om-2028-work", "0", "2020-12-01", "2028-12-31", "", "inconclusive"),
        ("om-2028-work", "1", "2024-11-15", "2028-12-31", "split", "ended"),
        ("om-2030-exports", "0", "2020-12-01", "2030-12-31", "", "on_track"),
        ("om-2030-exports", "1", "2024-11-15", "2030-12-31", "dropped", "ended"),
    ] == [
        tuple(row[name] for name in ("target", "edition", "known_from", "due", "ended", "verdict"))
        for row in rows("editions")
    ]
    assert () == listing("editions", taken(BEFORE)).rows
    due = {row["id"]: row["due"] for row in rows("targets", BEFORE)}
    assert "2023-12-31" == due["om-2023-output"]


def test_file_of_what_changed_names_the_fields_that_changed() -> None:
    days = (BEFORE, DAY)
    found = changes(KINDS, *(assess(KINDS, day) for day in days), histories(KINDS, DAY))
    told = list(csv.DictReader(change_file(found).decode("utf-8-sig").splitlines()))
    assert [
        ("edition_due", "om-2023-output", "2023-12-31", "2027-12-31", "om-midterm-2024"),
        ("edition_comparator", "om-2028-water", ">=", "~", "om-midterm-2024"),
        ("edition_value", "om-2028-water", "99", "97", "om-midterm-2024"),
        ("edition_value_high", "om-2028-water", "", "98", "om-midterm-2024"),
        ("edition_statement", "om-2028-water", "", "", "om-midterm-2024"),
        ("edition_superseded", "om-2028-gap", "", "om-2030-gap", "om-midterm-2024"),
        ("edition_split", "om-2028-work", "", "om-2030-gap om-2030-regions", "om-midterm-2024"),
        ("edition_dropped", "om-2030-exports", "", "", "om-midterm-2024"),
    ] == [
        tuple(row[name] for name in ("what", "id", "before", "after", "source"))
        for row in told
        if row["what"].startswith("edition")
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_page_has_the_ledger_and_the_first_promise(language: str) -> None:
    file = taken(DAY, language)
    page, say = offline_page(file).decode(), file.words.say
    status = file.progress.statuses["om-2023-output"]
    first = file.words.promised(status.editions[0].target, file.known)
    assert say("block.editions.title") in page
    assert say("block.editions.first", promise=first).replace(" ", "").replace("\xa0", "") in page.replace(
        " ", ""
    ).replace("\xa0", "")
    missed = file.words.group_headline(status.editions[0].headline)
    assert say("block.editions.against_first", promise=first, stands=missed).split("(")[0] in page
    assert say("block.editions.title") not in offline_page(taken(BEFORE, language)).decode()


def test_slide_says_in_its_title_what_became_of_the_promise() -> None:
    titles = [slide.title for slide in deck_of(taken()).slides]
    assert (
        "Output, at least 450 bn crowns by 2027: on track on both readings; moved after it was missed"
        in titles
    )
    assert (
        "Exports, 2015 = 100, at least 240 index points (2015 = 100) by 2030: no longer promised; dropped"
        in titles
    )


def test_chart_has_a_bar_where_the_target_stood_before() -> None:
    file = taken()
    chart = target_chart(file.progress.statuses["om-2023-output"], file.known, file.words, "light")
    bars = [one.x for one in chart.plot.strokes if one.role == "target"]
    assert [date(2023, 12, 31), date(2027, 12, 31)] == sorted(set(bars))


def timeline(day: date) -> TimelineScene:
    file = taken(day)
    choice = {"plans": ("om-2030",), "categories": (), "indicator": "output", "width": 1366}
    return TimelineScene(file.known, file.words, "light", known_on=day, **choice)


def test_timeline_shows_the_move_on_its_day_and_at_both_due_days() -> None:
    scene = timeline(DAY)
    told = {one.day: one.text for one in entries(scene) if one.lane == "plans"}
    assert "due date of 1 target that was moved" in told[date(2023, 12, 31)]
    assert "1 target" in told[date(2027, 12, 31)]
    found = [one.text for one in entries(scene) if one.day == date(2024, 11, 15)]
    gap = "Close the gap in employment between men and women to 4 points"
    assert {
        "Ostermark 2030, Output. The due day was moved from 31 Dec 2023 to 31 Dec 2027.",
        (
            "Ostermark 2030, Homes with clean water. The number was changed from at least 99% to 97–98%. "
            "It is worded anew: Clean water for 97 to 98% of homes."
        ),
        f"Ostermark 2030, Gap in employment. It was superseded by: {gap}.",
        f"Ostermark 2030, People in work. It was split into: {gap} and At least 70% are in work in each region.",
        "Ostermark 2030, Exports, 2015 = 100. The promise was dropped.",
    } == set(found)
    assert "edition" in [one.sign for one in drawn(scene).key]
    assert "edition" not in [one.sign for one in drawn(timeline(BEFORE)).key]
