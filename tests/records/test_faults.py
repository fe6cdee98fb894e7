"""Each fault is told at its place, in words that name what stands there, what may, and the likely fix; soon, and in
little memory; alike from a folder and from memory. What only looks like a fault is read as it stands."""

import csv
import io
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from metrics.records import csv_file, load, yaml_file
from metrics.records.fault import FAULTS, Fault
from metrics.records.folder import LARGEST_FILE, PICTURES
from metrics.records.problem import KEPT
from tests.records.conftest import Draft
from tests.records.corpus import (
    BASE,
    IN_ORDER,
    NAMES,
    PLAIN,
    expected,
    kinds_of,
    lay,
    of_releases,
    stored,
    told,
)
from tests.records.measured import Answer, Reader
from tests.records.recipes import MADE, WRITTEN

LONGEST = 2  # s of processor time
MOST = 300  # MB


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as outer:
        Path(outer).chmod(0o755)  # the reader is nobody where the tests are root
        yield Path(outer) / "plan"


def check(name: str, answer: Answer, folder: Path) -> None:
    assert "" == answer.failure
    assert expected(name) == told(name, answer.problems, folder)
    assert LONGEST > answer.seconds
    assert MOST > answer.megabytes


@pytest.mark.parametrize("name", NAMES)
def test_fault_is_told_where_it_stands_and_nothing_else_is(name: str, folder: Path, reader: Reader) -> None:
    lay(name, folder)
    check(name, reader.read("folder", folder), folder)


@pytest.mark.parametrize("name", PLAIN)
def test_fault_of_a_file_in_memory_is_told_in_the_same_words(name: str, folder: Path, reader: Reader) -> None:
    lay(name, folder)
    check(name, reader.read("memory", folder), folder)


def test_small_plan_is_in_order_before_a_fault_is_laid_over_it(draft: Draft) -> None:
    assert [] == draft.problems()


def leaves(value: Any) -> Iterator[str]:
    """All texts in a value, however deep."""
    if isinstance(value, dict):
        value = value.values()
    elif isinstance(value, BaseModel):
        value = [getattr(value, field) for field in type(value).model_fields]
    if isinstance(value, Enum):
        yield value.value
    elif isinstance(value, str):
        yield value
    elif not isinstance(value, (bool, int, float)) and hasattr(value, "__iter__"):
        for item in value:
            yield from leaves(item)


def texts(folder: Path) -> set[str]:
    """All texts that the files of a folder hold, as YAML and csv have them; numbers, days and ids left out."""
    found: set[str] = set()
    for path in (one for one in folder.rglob("*.*") if one.suffix not in PICTURES):
        data = path.read_bytes()
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
        if path.suffix == ".csv":
            head = text.partition("\n")[0]
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
            found.update(leaves(list(rows)[1:]))
        else:
            found.update(leaves(yaml.load(text, yaml.CBaseLoader)))
    return {text for text in found if not re.fullmatch(r"[\w.+-]*|[0-9.,\u00a0]+", text, re.ASCII)}


@pytest.mark.parametrize("name", [name for name in PLAIN if IN_ORDER == expected(name)])
def test_text_that_is_no_fault_is_read_as_it_stands(name: str, folder: Path) -> None:
    lay(name, folder)
    records = load(folder)
    parts = (records.glance, records.plans.values(), records.units.values(), records.families.values())
    more = (records.places.values(), records.indicators.values(), records.observations.values())
    rest = (records.sources.values(), records.categories.values(), records.events.values())
    last = (records.claims.values(), records.questions.values(), records.decks.values())
    delivered = (records.evidence.values(), records.scales.values(), records.ratings.values())
    held = set(leaves([*parts, *more, *rest, *last, *delivered, records.theme]))
    assert texts(folder)
    assert set() == texts(folder) - held


def pattern(fault: Fault) -> re.Pattern[str]:
    """What a message of this kind looks like, whatever it names."""
    messages = [f"{fault.says}; {fix}" for fix in fault.fixes]
    return re.compile("|".join(re.sub(r"\\\{[a-z_]+\\\}", ".*", re.escape(one)) for one in messages))


def test_every_kind_of_fault_is_shown_by_an_example() -> None:
    lines = [line for name in NAMES for line in expected(name)]
    elsewhere = kinds_of("records/upload", "records/warning", "records/note") | of_releases()
    of_files = set(FAULTS) - elsewhere - {"nothing_sent"} | {"too_large"}
    assert [] == [kind for kind in of_files if not any(map(pattern(FAULTS[kind]).search, lines))]


def test_recipes_and_folders_of_the_corpus_agree() -> None:
    made = {*WRITTEN, *MADE}
    assert set() == made - set(NAMES)
    assert [] == [name for name in NAMES if (name in made) == bool(stored(name))]


def test_files_of_the_corpus_stand_where_the_small_plan_has_some() -> None:
    places = {path.relative_to(BASE).as_posix() for path in BASE.rglob("*.*")}
    places |= {f"data/{name}" for name in ("theme.yaml", "logo.png", "logo.svg")}  # it does without
    assert set() == {place for name in NAMES for place in stored(name)} - places


def test_limits_that_the_docs_name_are_those_of_the_readers() -> None:
    limits = {
        "a file": f"{LARGEST_FILE} MB",
        "values in a YAML file": f"{yaml_file.MOST_VALUES:,}",
        "levels in a YAML file": f"{yaml_file.DEEPEST}",
        "aliases in a YAML file": f"{yaml_file.MOST_ALIASES}",
        "characters of a value or a cell": f"{yaml_file.LONGEST_VALUE:,}",
        "lines of a CSV file": f"{csv_file.MOST_LINES:,}",
        "characters of a line of a CSV file": f"{csv_file.LONGEST_LINE:,}",
        "columns of a CSV file": f"{csv_file.MOST_COLUMNS}",
        "problems that are shown": f"{KEPT}; the rest is counted",
    }
    docs = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")
    assert limits == dict(re.findall(r"^\| ([a-z][^|]*) \| ([^|]*) \|$", docs, re.MULTILINE))
    assert yaml_file.LONGEST_VALUE == csv_file.LONGEST_CELL
