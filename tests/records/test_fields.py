"""Every field and every word of a list says what it means, and shows what may stand there."""

import doctest
import re
from types import ModuleType
from typing import Any, get_type_hints

import pytest
from pydantic import TypeAdapter, ValidationError

from docs import fields, schema
from metrics.records import yaml_file
from metrics.records.contents import CSV
from metrics.records.example import example as written
from metrics.records.example import page
from metrics.records.expectation import expectations
from metrics.records.model import Record, Text
from metrics.records.model.field_text import field_text, field_texts
from metrics.records.problem import Report
from tests.records.test_schema import ALL

DESCRIBED = {
    (model.__name__, name): (
        field_text(model, name),
        expectations(model)[name],
        get_type_hints(model, include_extras=True)[name],
    )
    for model in ALL
    for name in model.model_fields
}


def test_every_field_says_in_a_sentence_or_two_what_it_means() -> None:
    meanings = {place: text.meaning for place, (text, _, _) in DESCRIBED.items()}
    assert {} == {
        place: words for place, words in meanings.items() if not re.fullmatch(r"[A-Z].{10,178}\.", words)
    }


def test_no_text_is_left_of_a_field_that_is_gone() -> None:
    declared = {base for model in ALL for base in model.__mro__ if issubclass(base, Record)}
    fields = {(model.__name__, name) for model in declared for name in model.model_fields}
    assert set() == {(record, name) for record, own in field_texts().items() for name in own} - fields


def test_every_field_has_an_example_but_those_that_hold_records() -> None:
    """These are filled in by the fields of the record."""
    bare = {place for place, (text, _, _) in DESCRIBED.items() if text.example is None}
    holding = {
        place
        for place, (_, expected, _) in DESCRIBED.items()
        if (held := expected.record or (expected.item and expected.item.record)) and held is not Text
    }
    assert holding == bare


def test_every_example_may_stand_in_its_field() -> None:
    assert [] == [
        (place, text.example)
        for place, (text, _, hint) in DESCRIBED.items()
        if text.example is not None and not fits(TypeAdapter(hint), text.example)
    ]


def fits(adapter: TypeAdapter[Any], value: Any) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def test_every_example_is_read_as_the_reference_writes_it() -> None:
    for place, (text, _, _) in DESCRIBED.items():
        if not isinstance(text.example, bool | None):  # stands in a table, where it is a cell
            report = Report()
            read = yaml_file.parse(f"field: {fields.written(text.example)}\n", "x.yaml", report)
            assert ({"field": text.example}, ()) == (read, report.problems()), place


def test_every_word_of_a_list_has_its_meaning() -> None:
    words = [word for model in ALL for expected in expectations(model).values() for word in expected.words]
    assert [] == [word for word in words if not re.fullmatch(r"[a-zA-Z].{5,}[^.]", word.meaning)]


def test_every_link_inside_the_reference_leads_to_a_heading() -> None:
    text = fields.REFERENCE.read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(anchors) == len(set(anchors))
    assert set() == set(re.findall(r"\]\(#([^)]+)\)", text)) - set(anchors)


def test_records_have_names_of_their_own() -> None:
    """By name a schema and the reference find them."""
    assert len(ALL) == len({model.__name__ for model in ALL})


@pytest.mark.parametrize(("module", "examples"), [(fields, 3), (schema, 2)])
def test_examples_in_the_makers_of_schemas_and_reference_run(module: ModuleType, examples: int) -> None:
    found = doctest.testmod(module)
    assert (0, examples) == (
        found.failed,
        len([test for test in doctest.DocTestFinder().find(module) if test.examples]),
    )


def test_every_place_that_a_message_names_is_a_heading_of_the_page() -> None:
    text = fields.REFERENCE.read_text("utf-8")
    headings = {
        re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-")
        for one in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    assert set() == {page(model).partition("#")[2] for model in ALL if model not in CSV.values()} - headings


def test_example_of_a_field_can_be_read_where_it_stands() -> None:
    for model in ALL:
        for name in model.model_fields:
            report = Report()
            assert yaml_file.parse(written(model, name), "a.yaml", report) is not None, name
            assert () == report.problems()
