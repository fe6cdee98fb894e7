"""A text that is no YAML is read on behind the fault: it is told once, in its line, and all else as if it were mended."""

import re
from collections.abc import Iterator

import pytest

from metrics.records import read_files
from metrics.records.problem import Problem
from tests.records.corpus import TEXTS

FILES = {name: text.encode() for name, text in TEXTS.items()}
FIELD = re.compile(r"(\s*(?:- )*\w+): (.+)")
VALUES = {
    "a quote that is not closed": '"{}',
    "a quote in a bracket that is not closed": '{{en: "{}, zh: a}}',
    "a single quote that is not closed": "'{}",
    "a quote in quotes": "'it's {}'",
    "words after a quote": '"a" b',
    "an escape that does not exist": '"a \\d"',
    "a sign of two characters": ">=",
    "a sign before a number": ">500",
    "a bar": "|x",
    "a per cent sign": "%{}",
    "an at sign": "@{}",
    "a backtick": "`{}",
    "a star": "* {}",
    "an ampersand": "& {}",
    "a name that was never given": "*none",
    "an exclamation mark": "!<a",
    "a hyphen": "- {}",
    "a question mark": "? {}",
    "a comma": ", {}",
    "a brace that is not closed": "{{en: a, zh: b",
    "a bracket that is not closed": "[a, b",
    "a bracket that was not opened": "]",
    "a second colon": "a: b",
}


def told(name: str, text: str) -> tuple[Problem, ...]:
    return read_files({**FILES, name: text.encode()})[1]


def lines(name: str) -> Iterator[tuple[int, str]]:
    yield from enumerate(TEXTS[name].splitlines(), start=1)


def spoilt(name: str, number: int, line: str) -> str:
    kept = TEXTS[name].splitlines()
    return "\n".join([*kept[: number - 1], line, *kept[number:], ""])


@pytest.mark.parametrize("fault", VALUES)
@pytest.mark.parametrize("name", ["targets.yaml", "data/indicators.yaml"])
def test_value_that_yaml_cannot_read_is_told_in_its_line_and_nothing_else_is(name: str, fault: str) -> None:
    for number, line in lines(name):
        if found := FIELD.fullmatch(line):
            value = VALUES[fault].format(found[2].strip("\"'{}[]"))
            where = {(one.file, one.line) for one in told(name, spoilt(name, number, f"{found[1]}: {value}"))}
            assert {(name, number)} == where, line


@pytest.mark.parametrize("tab", ["\t", " \t", "\t\t"])
def test_tab_is_told_in_its_line_and_the_line_read_where_it_belongs(tab: str) -> None:
    for number, line in lines("targets.yaml"):
        if depth := len(line) - len(line.lstrip()):
            tabs = "\t" * (depth // 2) if tab == "\t\t" else tab
            found = told("targets.yaml", spoilt("targets.yaml", number, tabs + line.lstrip()))
            assert [("tab", number)] == [(one.kind, one.line) for one in found], line


def test_line_in_a_column_of_its_own_is_told_once() -> None:
    for number, line in lines("data/sources.yaml"):
        for moved in (f" {line}", line[1:]) if number > 1 else ():
            found = told("data/sources.yaml", spoilt("data/sources.yaml", number, moved))
            assert 1 >= len(found), moved
            assert {one.kind for one in found} <= {"indentation"}


def test_ids_that_may_have_stood_in_what_cannot_be_read_are_not_told_as_unknown() -> None:
    text = TEXTS["data/sources.yaml"]
    for broken in (text.replace("- id: paper", '- id: "paper'), text.replace("sources:", "sources: [a,", 1)):
        assert ["data/sources.yaml"] == [one.file for one in told("data/sources.yaml", broken)]


def test_faults_of_yaml_do_not_hide_each_other_nor_what_is_wrong_elsewhere() -> None:
    text = (
        TEXTS["targets.yaml"]
        .replace('comparator: ">"', "comparator: >=", 1)
        .replace("path: linear", "path: @x")
    )
    text = text.replace("unit: bn", "unit: bnn").replace("in: {en: In step.}", "in: {en: In step.")
    assert ["text_block", "unknown_id", "bad_start"] == [one.kind for one in told("targets.yaml", text)]


def test_file_that_is_wrong_throughout_is_left_after_some_tries() -> None:
    found = told("targets.yaml", '"a" b: [}\n' * 50_000)
    assert {"targets.yaml"} == {one.file for one in found}
