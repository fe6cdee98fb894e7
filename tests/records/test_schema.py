"""The schemas for editors are what the models say, and agree with the reader."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from docs.fields import SCHEMAS, texts
from metrics.records import SHIPPED
from metrics.records.contents import YAML

ROOT = SHIPPED
FILES = {
    file: SHIPPED / file if file == "targets.yaml" else SHIPPED / "metrics" / "data" / file for file in YAML
}


class Editor(yaml.CSafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: a day is a text, ``no`` is a word, 1e3 a number."""


Editor.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+0123456789."),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), [*first, ""])


def seen(text: str) -> Any:
    """What an editor sees in the text of a YAML file."""
    return yaml.load(text, Editor)


def validator(file: str) -> Draft7Validator:
    return Draft7Validator(json.loads((SCHEMAS / f"{Path(file).stem}.schema.json").read_text("utf-8")))


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.name)
def test_what_is_made_of_the_models_is_current(path: Path) -> None:
    """When it is not: `.venv/bin/python -m docs.fields`."""
    assert texts()[path] == path.read_text("utf-8")


@pytest.mark.parametrize("file", FILES)
def test_schema_is_one(file: str) -> None:
    assert "http://json-schema.org/draft-07/schema#" == validator(file).schema["$schema"]
    Draft7Validator.check_schema(validator(file).schema)


@pytest.mark.parametrize("file", FILES)
def test_shipped_file_fits_its_schema(file: str) -> None:
    found = seen(FILES[file].read_text("utf-8"))
    assert [] == [error.message for error in validator(file).iter_errors(found)]


@pytest.mark.parametrize("file", FILES)
def test_first_line_of_a_shipped_file_names_its_schema(file: str) -> None:
    first = FILES[file].read_text("utf-8").split("\n", 1)[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named
    assert SCHEMAS / f"{Path(file).stem}.schema.json" == (FILES[file].parent / named[1]).resolve()
