from dataclasses import replace
from datetime import date

import pytest

from metrics.figures.blocks import readings_table
from metrics.figures.blocks.readings_table import MOST_LISTED
from metrics.progress import as_known_on, assess
from metrics.progress.result import NotCounted, Reason


@pytest.fixture
def table(status, records, words, link, tree):
    return tree(readings_table(status("aidp-2025-core"), records, words, "light", link))


def test_counted_readings_come_first_and_the_others_are_listed_by_reason(table, status, words):
    counted, *listed = table.all("tbody")
    assert len(status("aidp-2025-core").counted) == len(
        [tr for tr in counted.all("tr") if tr.attrs.get("class") != "mp-flag"]
    )
    assert [
        f"Listed, not counted: {words.not_counted(reason)}"
        for reason in (NotCounted.TOO_OLD, NotCounted.NO_FIGURE)
    ] == [body.all("tr")[0].text for body in listed]


def test_every_series_of_the_indicator_stands_in_the_table(table, status, words):
    text = table.text
    assert [] == [
        r.series.id for r in status("aidp-2025-core").readings if words.text(r.series.short) not in text
    ]


def test_a_row_holds_who_what_when_how_much_which_verdict_and_where(table):
    row = next(tr for tr in table.all("tr") if tr.text.startswith("iResearch"))
    assert [
        "independent",
        "AI industry by vendor revenue in a yearly consultancy report.",
        "2024",
        "269.7",
        "Due, not verified",
    ] == [td.text for td in row.all("td")[:5]]
    assert "sources?source=iresearch-2025" == row.one("a").attrs["href"]


def test_a_figure_read_at_second_hand_is_marked(table):
    marked = {tr.one("th").text for tr in table.all("tbody")[0].all("tr") if tr.all("abbr")}
    assert {"CAICT, new series", "CCID", "iResearch"} == marked
    assert {"2nd"} == {abbr.text for abbr in table.all("abbr")}
    assert all(abbr.attrs["title"] for abbr in table.all("abbr"))


def test_a_flagged_figure_and_one_known_before_its_document_have_a_note_in_the_row_below(table, records):
    note = records.observations["premier_statement-chn-2024-07"].note.en
    ahead = "First public 29 May 2025, in an earlier report or copy; the document cited here restates it and is of 30 May 2025."
    assert [f"To be read with this note: {one}" for one in (note, ahead)] == [
        tr.text for tr in table.all("tbody")[0].all("tr", cls="mp-flag")
    ]


def test_series_without_a_figure_are_gathered_by_their_reason(table):
    silent = {tr.one("td").text: tr.one("th").text for tr in table.all("tr", cls="mp-silent")}
    assert {"derived values only", "forecasts only"} == set(silent)
    assert "iiMedia" in silent["forecasts only"]


def test_a_figure_in_another_unit_names_its_unit(status, records, words, link, tree):
    assessed = status("aidp-2025-core")
    reading = assessed.listed[-1]
    dollars = assessed.counted[0].observation.model_copy(update={"unit": "usd_bn"})
    other = replace(assessed, readings=(*assessed.counted, replace(reading, observation=dollars)))
    row = tree(readings_table(other, records, words, "light", link)).all("tbody")[1].all("tr")[1]
    assert words.figure_long(dollars, records.units["usd_bn"]) == row.one("td", cls="mp-figure").text
    assert "" == row.one("td", cls="mp-figure").attrs["data-unit"]


def test_the_table_keeps_its_meaning_when_it_is_laid_out_as_blocks(table):
    for found in table.all("table"):
        assert "table" == found.attrs["role"]
        assert {"row"} == {tr.attrs["role"] for tr in found.all("tr")}
        assert {"cell"} == {td.attrs["role"] for td in found.all("td")}
        assert {"columnheader", "rowheader"} == {th.attrs["role"] for th in found.all("th")}


def test_readings_that_do_not_count_are_folded_where_they_are_many(status, records, words, link, tree):
    listed = len(status("aidp-2030-core").listed)
    assert listed > MOST_LISTED
    page = tree(readings_table(status("aidp-2030-core"), records, words, "light", link))
    (fold,) = page.all("details")
    assert f"{listed} more series, listed, not counted" == fold.one("summary").text
    assert [] == page.all("table")[0].all("tbody", cls="mp-off")
    assert fold.all("tbody", cls="mp-off")
    few = tree(readings_table(status("aidp-2025-related"), records, words, "light", link))
    assert [] == few.all("details")


def test_series_that_had_published_nothing_by_then_are_counted_and_not_named(records, words, link, tree):
    day = date(2020, 12, 31)
    then = assess(records, day).statuses["aidp-2020-core"]
    later = [r for r in then.readings if r.reason is Reason.NOTHING_PUBLISHED]
    page = tree(readings_table(then, as_known_on(records, day), words, "light", link))
    assert (
        f"{len(later)} series had published nothing by 31 Dec 2020."
        == page.all("tr", cls="mp-silent")[-1].text
    )
    names = {words.text(r.series.short) for r in later}
    assert names
    assert not names & {th.text for th in page.all("th")}
    assert not names & {span.text for tr in page.all("tr", cls="mp-silent") for span in tr.all("span")}


def test_indicator_without_a_series_has_a_sentence_and_no_empty_table(status, records, words, link):
    without = status("mfg-2027-models")
    assert () == without.readings
    html = readings_table(without, records, words, "light", link)
    assert words.say("block.readings.no_series") in html
    assert "<table" not in html
