"""Texts that readers see stand in every language of theirs, or in one, and say in which."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from metrics.records import SHIPPED, load
from metrics.records.expectation import expectations
from metrics.records.folder import Folder
from metrics.records.gaps import Gap, gaps
from metrics.records.load import read_set
from metrics.records.model import Record, Text
from metrics.records.model.fields import Wanted
from metrics.records.problem import Report
from metrics.records.sense import NUMBER
from tests.records.conftest import Draft
from tests.records.test_schema import ALL

SHIPPED_FOLDERS = [SHIPPED, *sorted(path.parent for path in SHIPPED.glob("metrics/ex*/*/**/targets.yaml"))]
FIGURES = "data/observations/industry.csv"
#: Fields of plain letters that are no texts of ours: names of documents and people, their numbers and terms,
#: what a claim says in its own words, and a year of prices.
NO_TEXTS = {
    *("Source.title", "Source.author", "Source.licence", "Plan.document_number"),
    *("Claim.geography", "Claim.unit", "Unit.prices"),
    # What stands in the files of publishers.
    *(
        "ColumnValue.column",
        "ColumnValue.value",
        "FlagRule.flag",
        "PlaceName.name",
        "Release.file",
        "Release.sha256",
    ),
    *(f"ReleaseMapping.{name}" for name in ("sheet", "period", "place", "value", "unit", "flag")),
    "SeriesRule.value",
}


def spoil_language(draft: Draft, language: str) -> None:
    draft.spoil("targets.yaml", "as_of: 2022-01-01\n", f"as_of: 2022-01-01\nlanguage: {language}\n")


def with_column(draft: Draft, name: str, texts: dict[str, str]) -> None:
    """The figures of the draft with a column more at the end, filled for some ids."""
    path = draft.path / FIGURES
    head, *rows = path.read_text("utf-8").replace("Two\nlines.", "Two lines.").splitlines()
    rows = [f"{row},{texts.get(row.split(',')[0], '')}" for row in rows]
    path.write_text("\n".join([f"{head},{name}", *rows, ""]), "utf-8")


def test_plain_string_is_a_text_in_english_where_nothing_else_is_said(draft: Draft) -> None:
    draft.spoil("targets.yaml", "title: {en: Plan A}", "title: Plan A")
    assert Text(en="Plan A") == load(draft.path).plans["plan-a"].title


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "zh-Hans"])
def test_language_of_a_folder_is_that_of_its_plain_strings_in_every_file(draft: Draft, tag: str) -> None:
    draft.spoil("targets.yaml", "title: {en: Plan A}", "title: 甲规划")
    draft.spoil(FIGURES, "p. 4", "第4页")
    spoil_language(draft, tag)
    records = load(draft.path)
    assert Text(zh="甲规划") == records.plans["plan-a"].title
    assert Text(zh="第4页") == records.observations["b"].locator
    assert Text(en="A") == records.plans["plan-a"].label


def test_text_of_another_language_is_shown_in_it_wherever_the_page_is_read(draft: Draft) -> None:
    draft.spoil("targets.yaml", "title: {en: Plan A}", "title: Le plan A")
    spoil_language(draft, "fr")
    title = load(draft.path).plans["plan-a"].title
    assert [("fr", "Le plan A")] * 2 == [title.best("en"), title.best("zh")]


@pytest.mark.parametrize(("language", "other"), [("en", "zh"), ("zh", "en")])
def test_column_beside_a_text_of_a_table_holds_it_in_the_other_language(
    draft: Draft, language: str, other: str
) -> None:
    spoil_language(draft, language)
    with_column(draft, f"note_{other}", {"a": "甲", "b": "乙"})
    records = load(draft.path)
    assert Text.model_validate({other: "甲"}) == records.observations["a"].note
    assert Text.model_validate({language: "Two lines.", other: "乙"}) == records.observations["b"].note


def test_column_beside_a_text_may_not_be_in_the_language_of_the_folder_itself(draft: Draft) -> None:
    with_column(draft, "note_en", {})
    (problem,) = draft.read()[1]
    assert ("unknown_column", 1) == (problem.kind, problem.line)


def test_columns_of_languages_are_let_pass_where_the_language_of_the_folder_cannot_be_read(
    draft: Draft,
) -> None:
    with_column(draft, "note_en", {})
    draft.write("targets.yaml", b"\xff\xfe")
    assert {"targets.yaml"} == {problem.file for problem in draft.read()[1]}


def test_too_long_a_text_is_told_in_its_own_column(draft: Draft) -> None:
    with_column(draft, "note_zh", {"b": "长" * 2001})
    assert [f"{FIGURES}:3:note_zh"] == [problem.where for problem in draft.read()[1]]


def test_every_plain_field_of_a_record_is_an_id_a_word_or_a_name() -> None:
    """A new text that readers see is a ``Text``, or it can never stand in Chinese."""
    plain = {
        f"{model.__name__}.{name}"
        for model in ALL
        if model is not Text
        for name, expected in expectations(model).items()
        if Wanted.TEXT in (expected.kind, expected.item and expected.item.kind)
    }
    assert NO_TEXTS == plain


@pytest.mark.parametrize(
    "folder",
    SHIPPED_FOLDERS,
    ids=lambda folder: folder.name,
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_text_of_what_ships_stands_in_both_languages(folder: Path, language: str) -> None:
    assert () == gaps(folder, language)


def test_gap_is_told_with_its_place_and_what_stands_in_it(draft: Draft) -> None:
    draft.spoil("targets.yaml", "title: {en: Plan A}", "title: {en: Plan A, zh: 甲}")
    found = gaps(draft.path, "zh")
    assert "title" not in [gap.field for gap in found if gap.file == "targets.yaml"]
    assert Gap(FIGURES, 3, "observation 'b'", "note", "Two\nlines.") in found


def chinese(record: Record) -> Iterator[str]:
    """Every Chinese text of a record and of the notes in it."""
    for name in type(record).model_fields:
        held = getattr(record, name)
        if isinstance(held, Text):
            yield held.zh or ""
        elif isinstance(held, Record):
            yield from chinese(held)


@pytest.mark.parametrize("folder", SHIPPED_FOLDERS, ids=lambda folder: folder.name)
def test_latin_letters_in_a_chinese_text_are_names_numbers_and_addresses_but_no_words(folder: Path) -> None:
    record_set, _, _ = read_set(Folder(folder), Report())
    texts = [text for record, _ in record_set.all for text in chinese(record)]
    assert len(texts) > 50
    word = re.compile(r"(?<![\w.-])[a-z]{3,}(?![\w.-]*\.\w)")
    assert [] == [text for text in texts if word.search(text.replace(NUMBER, ""))]
