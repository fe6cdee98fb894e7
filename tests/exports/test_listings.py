"""Listings: every row holds what its columns say, every column is described, figures stand as published."""

import csv
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from docs.examples import EXAMPLES
from metrics.exports import files
from metrics.exports.extract import extract
from metrics.exports.listings import APART, LISTINGS, listing, listings
from metrics.exports.listings.listing import texts, worked_out
from metrics.progress import as_known_on, assess
from metrics.records import SHIPPED, load
from metrics.words import words_for
from metrics.words.catalogue import FOLDER, read_catalogue

KINDS = {
    "text": str,
    "period": str,
    "address": str,
    "number": (int, float),
    "whole": int,
    "truth": bool,
    "day": date,
}
EARLY = date(2020, 12, 31)


@pytest.mark.parametrize("name", LISTINGS)
@pytest.mark.parametrize("day", [EARLY, date(2026, 11, 28)], ids=str)
def test_every_cell_is_what_its_column_says(shipped, name, day):
    found = listing(name, shipped(day))
    assert found.rows
    wrong = [
        (field.name, value)
        for row in found.rows
        for field, value in zip(found.fields, row, strict=True)
        if (value is None and field.required)
        or (value is not None and not isinstance(value, KINDS[field.kind]))
        or (isinstance(value, bool) and field.kind != "truth")
        or (value is not None and field.allowed and value not in field.allowed)
    ]
    assert [] == wrong


@pytest.mark.parametrize("name", LISTINGS)
def test_key_tells_the_rows_apart(shipped, name):
    found = listing(name, shipped())
    places = [found.header.index(column) for column in found.key]
    assert [] == [
        key for key, n in Counter(tuple(row[p] for p in places) for row in found.rows).items() if n > 1
    ]


@pytest.mark.parametrize("day", [date(2018, 12, 31), EARLY, date(2026, 11, 28)], ids=str)
@pytest.mark.parametrize("choice", [{}, {"plan": "aidp-2017"}, {"target": "aidp-2020-parity"}], ids=str)
def test_everything_that_a_row_names_is_there(shipped, day, choice):
    found = {one.name: one for one in listings(shipped(day, **choice))}
    keys = {
        name: {row[one.header.index(one.key[0])] for row in one.rows}
        for name, one in found.items()
        if len(one.key) == 1
    }
    dangling = [
        (one.name, field.name, row[place])
        for one in found.values()
        for place, field in enumerate(one.fields)
        if field.listing
        for row in one.rows
        if row[place] is not None and row[place] not in keys[field.listing]
    ]
    assert [] == dangling


def test_every_column_and_table_is_described_and_nothing_else(shipped):
    kinds = load(EXAMPLES / "kinds")  # the shipped files have no deliverables
    day = kinds.as_of
    made_up = extract(as_known_on(kinds, day), assess(kinds, day), words_for("en"), None, None)
    found = [*listings(shipped()), *listings(made_up)]
    fields = [field for one in found for field in one.fields]
    columns = {field.name for field in fields if not field.text}
    texts = {field.text for field in fields if field.text}
    described = read_catalogue(FOLDER / "en").entries
    for start, names in (
        *((f"field.{what}.", columns) for what in ("title", "meaning")),
        *((f"field.{what}.", texts) for what in ("text", "of_text")),
        *((f"listing.{what}.", {*LISTINGS, *APART}) for what in ("title", "meaning")),
    ):
        assert names == {key.removeprefix(start) for key in described if key.startswith(start)}


def test_text_has_a_column_for_each_language_named_in_the_language_of_the_reader():
    fields = texts("note")
    assert ["note_en", "note_zh"] == [field.name for field in fields]
    assert ["Note", "Note (Chinese)"] == [field.title(words_for("en")) for field in fields]
    assert ["说明（英文）", "说明"] == [field.title(words_for("zh")) for field in fields]
    assert "A note of this project. In Chinese." == fields[1].meaning(words_for("en"))


def published_numbers():
    for path in sorted((SHIPPED / "metrics" / "data" / "observations").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield row["id"], row["value"], row["low"], row["high"]


def test_figures_stand_as_published_without_noise(shipped):
    text = files.csv(shipped(), "observations").decode("utf-8-sig")
    written = {row["id"]: row for row in csv.DictReader(text.splitlines())}
    compared = 0
    for name, *numbers in published_numbers():
        if name in written:
            for column, number in zip(("value", "low", "high"), numbers, strict=True):
                out = written[name][column]
                assert (number == "") == (out == "")
                assert not number or Decimal(number) == Decimal(out), (name, number, out)
                compared += bool(number)
    assert compared > 600


def test_what_is_worked_out_has_six_digits(shipped):
    found = listing("readings", shipped())
    places = [n for n, field in enumerate(found.fields) if field.name.startswith(("linear_", "compound_"))]
    numbers = [row[p] for row in found.rows for p in places if isinstance(row[p], float)]
    assert len(numbers) >= 10
    assert [] == [one for one in numbers if len(Decimal(repr(one)).normalize().as_tuple().digits) > 6]
    assert (0.333333, 123457.0, None) == (
        worked_out(1 / 3),
        worked_out(123456.7),
        worked_out(float("nan")),
    )


def test_readings_say_what_the_pages_say(shipped):
    taken = shipped()
    found = listing("readings", taken)
    status = taken.progress.statuses["aidp-2025-core"]
    rows = [
        dict(zip(found.header, row, strict=True))
        for row in found.rows
        if row[found.header.index("target")] == "aidp-2025-core"
    ]
    assert [one.series.id for one in status.readings] == [row["series"] for row in rows]
    for reading, row in zip(status.readings, rows, strict=True):
        assert row["verdict"] == reading.verdict.value
        assert row["sentence"] == words_for("en").reading(reading, status, taken.known)
        assert row["counts"] is reading.counts


def test_open_end_is_an_empty_cell(taken):
    found = listing("readings", taken)
    row = dict(zip(found.header, found.rows[0], strict=True))
    assert (1200, "more_than") == (row["interval_low"], row["bound"])
    text = files.csv(taken, "readings").decode("utf-8-sig")
    assert "inf" not in {cell for line in csv.reader(text.splitlines()) for cell in line}


def test_headline_of_a_group_without_a_series_has_no_row(taken):
    found = listing("headlines", taken)
    groups = [(row[1], row[found.header.index("group")]) for row in found.rows]
    assert [
        ("core-2025", "all"),
        ("core-2025", "independent"),
        ("core-2025", "state"),
        ("range-2030", "all"),
        ("range-2030", "state"),
    ] == groups


def column(found, name):
    place = found.header.index(name)
    return [row[place] for row in found.rows]


def test_judgements_of_today_stay_out_of_an_earlier_day(shipped):
    early, late = shipped(EARLY), shipped()
    for table, name in (
        ("claims", "assessment"),
        ("claims", "why_en"),
        ("indicators", "quality_verified"),
        ("indicators", "quality_limits_en"),
        ("benchmarks", "reason_en"),
        ("series", "note_en"),
        ("targets", "note_en"),
    ):
        assert {None} == set(column(listing(table, early), name)), (table, name)
        assert any(column(listing(table, late), name)), (table, name)


def test_claim_names_nothing_that_came_later(shipped):
    taken = shipped(date(2022, 12, 31))
    there = {
        *taken.records.targets,
        *taken.records.goals,
        *taken.records.observations,
        *taken.records.events,
    }
    assert set(column(listing("claims", taken), "maps_to")) - {None} <= there
    assert None in column(listing("claims", taken), "maps_to")
