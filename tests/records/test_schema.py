"""The schemas for editors are what the models say, and agree with the reader."""

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from docs.fields import SCHEMAS, texts
from metrics.records import SHIPPED, yaml_file
from metrics.records.characters import decode
from metrics.records.contents import CSV, YAML
from metrics.records.expectation import expectations
from metrics.records.model import Record
from metrics.records.model.field_text import field_texts
from metrics.records.problem import Report
from metrics.records.record_set import RecordSet
from metrics.records.sense import check_sense
from metrics.records.shape import Shaper
from tests.records.conftest import TEXTS
from tests.records.corpus import PLAIN, stored

#: What only the reader can see: other entries and other files, which year has a 29 February, and words that
#: an editor takes for texts and YAML 1.1 for something else.
BEYOND = {
    "undeclared_year",
    "unknown_id",
    "same_id",
    "same_place",
    "range_upside_down",
    "repeats_itself",
    "no_place_for_number",
    "overlaps_itself",
    "overlaps_other",
    "repeats_in_circle",
    "same_slide",
    "same_step",
    "calculation_circle",
    "calculation_needs",
    "calculation_without",
    "series_of_calculated",
    "total_of_no_flow",
    "two_groups",
    "several_groups",
    "value_and_wide",
    "holds_after_due",
    "holds_and_more",
    "edition_before_plan",
    "edition_before_another",
    "edition_after_end",
    "edition_ends_and_more",
    "edition_of_no_change",
    "edition_of_half_a_range",
    "split_into_one",
    "replaced_by_itself",
    "colour_as_comment",
    "faint_accent",
    "accent_like_verdict",
    "value_after_due",
    "values_and_more",
    "values_out_of_order",
}
SEEN_AS_DAY = {"29-february-of-a-common-year"}
SEEN_AS_TEXT = {
    *("no-where-a-text-is-wanted", "no-where-a-word-is-wanted", "on-where-a-text-is-wanted"),
    *("12-30-where-a-text-is-wanted", "true-where-an-id-is-wanted"),
}
SEEN_AS_NUMBER = {
    "number-with-a-plus-sign",
    "010-where-a-number-is-wanted",
    "exponent-that-yaml-takes-for-a-text",
    "not-a-number",
}


class Editor(yaml.CSafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: a day is a text, ``no`` is a word, 1e3 a number."""


Editor.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan", "-+0123456789."),
    ("null", r"~|null|Null|NULL|", "~nN"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), [*first, ""])
Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: float(node.value))


def seen(text: str) -> Any:
    """What an editor sees in the text of a YAML file."""
    return yaml.load(text, Editor)


def folders() -> list[Path]:
    """The shipped folder and the examples."""
    return [SHIPPED, *sorted(path.parent for path in SHIPPED.glob("metrics/examples/*/targets.yaml"))]


def written() -> dict[str, tuple[Path, str]]:
    """Every YAML file of these folders with the name of its schema, by its place."""
    found = {}
    for folder in folders():
        data = folder / "metrics" / "data" if folder == SHIPPED else folder / "data"
        for file in YAML:
            path = (folder if file == "targets.yaml" else data) / file
            if path.exists():
                found[path.relative_to(SHIPPED).as_posix()] = path, file
    return found


WRITTEN = written()
VALIDATORS = {
    file: Draft7Validator(json.loads((SCHEMAS / f"{Path(file).stem}.schema.json").read_text("utf-8")))
    for file in YAML
}


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.name)
def test_what_is_made_of_the_models_is_current(path: Path) -> None:
    """When it is not: `make schema`."""
    assert texts()[path] == path.read_text("utf-8")


@pytest.mark.parametrize("file", YAML)
def test_schema_is_one(file: str) -> None:
    schema = VALIDATORS[file].schema
    assert "http://json-schema.org/draft-07/schema#" == schema["$schema"]
    Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("place", WRITTEN)
def test_file_fits_its_schema(place: str) -> None:
    path, file = WRITTEN[place]
    found = VALIDATORS[file].iter_errors(seen(path.read_text("utf-8")))
    assert [] == [(error.json_path, error.message) for error in found]


@pytest.mark.parametrize("place", WRITTEN)
def test_first_line_of_a_file_names_its_schema(place: str) -> None:
    path, file = WRITTEN[place]
    first = path.read_text("utf-8").split("\n", 1)[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named
    assert SCHEMAS / f"{Path(file).stem}.schema.json" == (path.parent / named[1]).resolve()


@pytest.mark.parametrize("place", [place for place in TEXTS if place.endswith(".yaml")])
def test_draft_fits_its_schema(place: str) -> None:
    assert VALIDATORS[Path(place).name].is_valid(seen(TEXTS[place]))


def entries() -> dict[str, tuple[str, str]]:
    """File and text of each fault of the corpus that lies in the entries of one YAML file, not in its form."""
    found = {}
    for name in PLAIN:
        files = [path for path in stored(name).values() if path.suffix == ".yaml"]
        report = Report()
        if len(files) == 1 and (text := decode(files[0].read_bytes(), "", report)):
            yaml_file.parse(text, "", report)
            if not report.problems():
                found[name] = files[0].name, text
    return found


ENTRIES = entries()


@pytest.mark.parametrize("name", ENTRIES)
def test_schema_sees_every_fault_that_lies_in_one_entry(name: str) -> None:
    file, text = ENTRIES[name]
    hidden = kinds(file, text) <= BEYOND or name in SEEN_AS_DAY | SEEN_AS_TEXT | SEEN_AS_NUMBER
    assert hidden == VALIDATORS[file].is_valid(seen(text))


def kinds(file: str, text: str) -> set[str]:
    """The kinds of problems that the reader finds in a file, other files aside."""
    report, record_set = Report(), RecordSet()
    fields = yaml_file.parse(text, file, report)
    if fields is not None:
        Shaper(record_set, report).file(YAML[file], fields)
        check_sense(record_set, report)
    return {problem.kind for problem in report.problems()}


def records(model: type[Record]) -> dict[type[Record], None]:
    """A record and all records in it."""
    found: dict[type[Record], None] = {model: None}
    for expected in expectations(model).values():
        inner = expected.record or (expected.item and expected.item.record)
        if inner and inner not in found:
            found |= records(inner)
    return found


ALL = list(dict.fromkeys(record for model in (*YAML.values(), *CSV.values()) for record in records(model)))
NAMES = sorted({name for model in ALL for name in model.model_fields})
EXAMPLES = [
    text.example for own in field_texts().values() for text in own.values() if text.example is not None
]
VALUES = st.one_of(
    st.sampled_from(EXAMPLES),
    st.sampled_from(
        ["", "~", ">", "2020", "2020-02-30", "2020-H3", "1899", 2020, 1899, 2200, True, None, [], {}]
    ),
    st.sampled_from(
        ["no", "nominal", "http://", "https://a b", "-a", "a" * 81, "a" * 2001, 0, -1, 1e15, 2e15, 0.5]
    ),
    st.integers(-(10**17), 10**17),
    st.floats(-1e6, 1e6).map(lambda value: round(value, 3)),
    # control characters and turns of direction are refused in any text, which no schema can say
    st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs", "Cc", "Cf"]), max_size=20),
    st.lists(st.sampled_from(["a", "b+c", "d e", 1, None]), max_size=2),
)
DRAFTS = {Path(place).name: seen(text) for place, text in TEXTS.items() if place.endswith(".yaml")}


def holders(value: Any) -> list[Any]:
    """All maps and lists in a document."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    below = [one for part in inner for one in holders(part)]
    return [value, *below] if isinstance(value, (dict, list)) else below


@st.composite
def altered(draw: st.DrawFn) -> tuple[str, Any]:
    """A file of the draft in which up to three values were changed, added or taken away."""
    file = draw(st.sampled_from(sorted(DRAFTS)))
    found = deepcopy(DRAFTS[file])
    for _ in range(draw(st.integers(1, 3))):
        holder = draw(st.sampled_from(holders(found)))
        if isinstance(holder, dict):
            name = draw(st.sampled_from([*holder, *NAMES, "colour"] if holder else [*NAMES, "colour"]))
        elif holder:
            name = draw(st.integers(0, len(holder) - 1))
        else:
            continue
        if draw(st.booleans()):
            holder[name] = deepcopy(draw(VALUES))
        elif isinstance(holder, list) or name in holder:
            del holder[name]
    return file, found


@settings(max_examples=400, deadline=None)
@given(altered())
def test_reader_and_schema_accept_the_same_entries(case: tuple[str, Any]) -> None:
    file, document = case
    told = kinds(file, json.dumps(document))
    is_valid = VALIDATORS[file].is_valid(document)
    assert (told <= BEYOND) == is_valid, told
