"""Nothing that became known later is in any file: table, workbook, data package, JSON, slides, page or citation."""

import csv
import json
from dataclasses import replace
from datetime import date
from functools import lru_cache
from html import unescape
from io import BytesIO, StringIO
from types import MappingProxyType
from zipfile import ZipFile

import openpyxl
import pytest

from metrics.exports import files
from metrics.exports.citation import citation
from metrics.exports.extract import extract
from metrics.exports.offline import offline_page
from metrics.progress import as_known_on, assess
from metrics.words import words_for
from tests.exports.powerpoint.opened import told as told_by_slides
from tests.later import DAYS, HELD, later, later_ids
from tests.offline import Read
from tests.offline import told as told_by_page

WORDS = words_for("en")
WAYS = ["csv", "xlsx", "package", "json", "pptx", "html", "citations"]
WHOLE = date(2022, 12, 31)  # the day whose offline page is made whole; of the others that of one plan


def of_known(known, day):
    return extract(known, assess(known, day), WORDS)


@lru_cache(maxsize=8)
def on(day):
    return of_known(as_known_on(HELD, day), day)


def texts(value):
    """Every text of a JSON document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def cells(data):
    for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline="")):
        yield from row


def held_by(way, taken):
    """Everything that a way of taking away holds, text by text."""
    if way == "csv":
        return [text for table in files.TABLES for text in cells(files.csv(taken, table))]
    if way == "json":
        return list(texts(json.loads(files.json(taken))))
    if way == "xlsx":
        book = openpyxl.load_workbook(BytesIO(files.xlsx(taken)))
        values = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
        return [str(one) for one in (*values, book.properties.title, book.properties.creator) if one]
    if way == "package":
        with ZipFile(BytesIO(files.package(taken))) as archive:
            read = {name: archive.read(name) for name in archive.namelist()}
        tables = [text for name, data in read.items() if name.endswith(".csv") for text in cells(data)]
        documents = [
            text for name, data in read.items() if name.endswith(".json") for text in texts(json.loads(data))
        ]
        return [*tables, *documents, read["README.md"].decode(), read["sources.bib"].decode(), *read]
    if way == "pptx":
        return list(told_by_slides(files.pptx(taken)))
    if way == "html":
        one_plan = extract(taken.known, taken.progress, WORDS, "aidp-2017")
        page = offline_page(taken if taken.known_on == WHOLE else one_plan).decode("utf-8")
        ids = [attrs["id"] for _, attrs in Read(page).elements if "id" in attrs]
        parts = [one.partition(mark)[2] for one in ids for mark in "-="]
        return [unescape(told_by_page(page)), *ids, *parts]
    titles = [one.statement.en for one in taken.records.targets.values()]
    cited = [citation(title, taken.known_on, taken.known, "http://localhost/") for title in titles]
    return [
        *(one.plain(WORDS) for one in cited),
        *(one.bibtex(WORDS) for one in cited),
        *(text for one in cited for text in texts(one.csl(WORDS))),
    ]


def told(way, taken, day):
    """What of later days is told: a sentence anywhere, or an id as a whole text."""
    held = held_by(way, taken)
    joined = "\n".join(held)
    return {one for one in later(day) if one in joined} | (later_ids(day) & set(held))


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("way", WAYS)
def test_file_tells_nothing_of_a_later_day(way, day):
    assert set() == told(way, on(day), day)


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("way", ["csv", "xlsx", "package"])
def test_file_names_no_series_before_its_first_figure(way, day):
    known = as_known_on(HELD, day)
    silent = {one.label.en for name, one in HELD.series.items() if not known.observations_of(name)}
    heard = {one.label.en for name, one in HELD.series.items() if known.observations_of(name)}
    heard.update(one.label.en for one in known.indicators.values())
    assert len(silent) > 40
    assert set() == (silent - heard) & set(held_by(way, on(day)))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_figure_in_a_file_was_published_later(day):
    for table in ("observations", "readings", "plans"):
        rows = list(csv.DictReader(StringIO(files.csv(on(day), table).decode("utf-8-sig"), newline="")))
        days = [row["known_from"] for row in rows if row.get("known_from")]
        assert max(days, default="") <= day.isoformat()
        assert {day.isoformat()} == {row["known_on"] for row in rows}


def planted(day):
    """The records of a day with one plan, figure, event and document too many."""
    known = as_known_on(HELD, day)

    def more(group):
        held, everything = getattr(known, group), getattr(HELD, group)
        name = next(one for one in everything if one not in held)
        return MappingProxyType({**held, name: everything[name]})

    groups = ("plans", "observations", "events", "sources")
    return replace(known, **{group: more(group) for group in groups}, indicators=HELD.indicators)


@pytest.mark.parametrize("way", ["csv", "xlsx", "package", "json", "html"])
def test_planted_later_fact_is_found(way):
    day = date(2020, 12, 31)
    known = planted(day)
    # Judged as of a day on which the plan existed: the file of the earlier day would then tell of it.
    progress = replace(assess(known, date(2026, 11, 28)), known_on=day)
    assert len(told(way, extract(known, progress, WORDS), day)) >= 1


@pytest.mark.parametrize("table", ["plans", "observations", "events", "sources"])
def test_planted_row_is_found_in_its_table(table):
    day = date(2020, 12, 31)
    taken = of_known(planted(day), day)
    assert later_ids(day) & set(cells(files.csv(taken, table)))


def test_citation_of_a_later_promise_would_be_found():
    day = date(2018, 12, 31)
    taken = replace(on(day), records=on(date(2024, 12, 31)).records)
    assert told("citations", taken, day)
