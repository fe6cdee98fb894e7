"""The workbook, read back: real days and numbers, no formula anywhere, the same bytes each time."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from types import MappingProxyType

import openpyxl
import pytest

from metrics.exports.extract import extract
from metrics.exports.listings import listing
from metrics.exports.workbook import workbook


def opened(data):
    return openpyxl.load_workbook(BytesIO(data))


@pytest.fixture(scope="module")
def book(shipped):
    return opened(workbook(shipped()))


def cells(book):
    for sheet in book:
        for row in sheet.iter_rows():
            yield from row


def column(sheet, title):
    place = next(cell.column for cell in sheet[1] if cell.value == title)
    return [row[place - 1] for row in sheet.iter_rows(min_row=2)]


def test_sheets_are_the_promised_ones(book):
    assert ["Targets", "Readings", "Observations", "Sources", "About"] == book.sheetnames


def test_every_row_is_there(book, shipped):
    for sheet, name in (("Readings", "readings"), ("Observations", "observations"), ("Sources", "sources")):
        found = listing(name, shipped())
        assert len(found.rows) + 1 == book[sheet].max_row
        assert len(found.fields) == book[sheet].max_column


def test_header_is_frozen_and_every_column_can_be_filtered_and_read(book):
    for sheet in book:
        assert "B2" == sheet.freeze_panes
        assert sheet.dimensions == sheet.auto_filter.ref
        widths = [one.width for one in sheet.column_dimensions.values()]
        assert all(8 <= width <= 62 for width in widths)


def test_days_are_days_and_numbers_are_numbers(book):
    for title in ("Known from", "End of period"):
        for cell in column(book["Observations"], title):
            assert isinstance(cell.value, datetime)
            assert "yyyy-mm-dd" == cell.number_format
    assert {"n"} == {cell.data_type for cell in column(book["Observations"], "Value")}
    assert {"b"} == {cell.data_type for cell in column(book["Readings"], "Counts")}
    assert {"s"} == {cell.data_type for cell in column(book["Observations"], "Period")}


def test_no_cell_holds_a_formula(book):
    assert [] == [cell.coordinate for cell in cells(book) if cell.data_type == "f"]


def test_only_addresses_of_sources_are_links(book, shipped):
    linked = {cell.hyperlink.target for cell in cells(book) if cell.hyperlink}
    assert {one.url for one in shipped().records.sources.values() if one.url} == linked
    assert {"Sources"} == {cell.parent.title for cell in cells(book) if cell.hyperlink}


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5", "@SUM(A1)", "＝1", '=HYPERLINK("http://x.example")'])
def test_text_that_begins_like_a_formula_stays_a_text_when_edited(records, progress, words, text):
    source = records.sources["paper"].model_copy(update={"title": text})
    hostile = replace(records, sources=MappingProxyType({**records.sources, "paper": source}))
    (cell, _) = column(opened(workbook(extract(hostile, progress, words)))["Sources"], "Title")
    assert (text, "s", True) == (cell.value, cell.data_type, bool(cell.style and cell.quotePrefix))


def test_harmless_text_carries_no_mark(book):
    assert not any(cell.quotePrefix for cell in column(book["Targets"], "Comparator"))


def test_targets_carry_their_headline(book, shipped):
    said = {
        row[0].value: cell.value
        for row, cell in zip(
            book["Targets"].iter_rows(min_row=2), column(book["Targets"], "In words"), strict=True
        )
    }
    taken = shipped()
    assert {one.target.id: taken.words.headline_full(one) for one in taken.statuses} == said


def test_about_says_day_data_and_how_to_cite(book, shipped):
    about = {row[0].value: row[1].value for row in book["About"].iter_rows(min_row=2)}
    taken = shipped()
    assert datetime(2026, 11, 28) == about["Known on"]
    assert taken.known.digest == about["Digest of the data files"]
    assert "Data package" not in about["How to cite"]
    assert "28 Nov 2026" in about["How to cite"]
    assert "the last day of" in about["Observations: Known from"].lower()


def test_same_extract_gives_the_same_bytes(shipped, monkeypatch):
    first = workbook(shipped())
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert first == workbook(shipped())
    properties = opened(first).properties
    assert {datetime(2026, 11, 28)} == {properties.created, properties.modified}


def test_empty_extract_is_a_book_with_headers(shipped):
    book = opened(workbook(shipped(plan="nowhere")))
    assert [1, 1, 1] == [book[name].max_row for name in ("Targets", "Readings", "Observations")]
