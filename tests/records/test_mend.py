"""Mending: a fix that is put in takes its problem away and brings no other."""

import pytest

from metrics.records import Problem, read_files
from metrics.records.mend import mend, mended
from tests.records.conftest import TEXTS
from tests.records.corpus import NAMES, stored
from tests.records.corpus import TEXTS as BASE_TEXTS

FILES = {name: text.encode() for name, text in TEXTS.items()}
BASE_FILES = {name: text.encode() for name, text in BASE_TEXTS.items()}


def files_of(name: str) -> dict[str, bytes]:
    """The small plan with a fault of the corpus laid over it."""
    return {**BASE_FILES, **{place: path.read_bytes() for place, path in stored(name).items()}}


def problems(files: dict[str, bytes]) -> tuple[Problem, ...]:
    return read_files(files)[1]


def text_of(files: dict[str, bytes], file: str) -> str | None:
    try:
        return files[file].decode("utf-8-sig")
    except (UnicodeDecodeError, KeyError):
        return None


def mendable() -> list[tuple[str, Problem]]:
    found = []
    for name in NAMES:
        files = files_of(name) if stored(name) else {}
        for problem in problems(files):
            text = text_of(files, problem.file)
            if text is not None and mend(problem, text):
                found.append((name, problem))
    return found


MENDABLE = mendable()


@pytest.mark.parametrize(("name", "problem"), MENDABLE, ids=[f"{name}: {p.kind}" for name, p in MENDABLE])
def test_fix_that_is_put_in_takes_its_problem_away_and_brings_no_other(name: str, problem: Problem) -> None:
    files = files_of(name)
    text = text_of(files, problem.file)
    assert text is not None
    found = mend(problem, text)
    assert found is not None
    after = problems({**files, problem.file: found.applied(text).encode()})

    def told(some: tuple[Problem, ...]) -> set[tuple[str, int | None, str | None, str | None]]:
        return {(one.kind, one.line, one.field, dict(one.details).get("found")) for one in some}

    assert set() == told((problem,)) & told(after)
    brought = told(after) - told(problems(files))
    if problem.field == "id":  # who refers to it can be asked once it is an id
        brought = {one for one in brought if one[0] != "unknown_id"}
    again = {one.line for one in problems(files) if one.kind == "same_key"}  # hidden by the one before it
    assert set() == {one for one in brought if one[1] not in again}


def test_every_kind_of_fix_is_tried() -> None:
    kinds = {
        *("not_a_choice", "unknown_id", "unknown_field", "unknown_column"),
        *("text_for_number", "not_a_day", "other_indicator"),
        *("odd_scalar", "number_for_text", "text_block"),
    }
    assert kinds == {problem.kind for _, problem in MENDABLE}


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("unit: bn, ", "unit: bnn, ", 0),
        ('comparator: ">"', "comparator: '=>'  # hm", 0),
        ("value: 150", 'value: "1,500" # of 2020', 0),
        ("statement: {en: Larger than 150.}", "statement: 150  # only a number", 0),
        ("published: 2017-07\n", "published: 2017-07\n    titel: x\n", 1),
    ],
)
def test_comments_and_what_stands_beside_are_left_as_they_are(old: str, new: str, left: int) -> None:
    files = {**FILES, "targets.yaml": TEXTS["targets.yaml"].replace(old, new, 1).encode()}
    before = problems(files)
    text = mended(before, files["targets.yaml"].decode())
    assert left == len(problems({**files, "targets.yaml": text.encode()}))
    assert new.partition("#")[2] in text


def test_all_fixes_at_once_leave_a_plan_in_order() -> None:
    rows = "".join(
        f'r{n},sise,cuont,CHN,{n},"1,{n}",,,exakt,actual,false,bn,2022-01,paper,,verified,yes,\n'
        for n in range(2010, 2016)
    )
    files = {
        **FILES,
        "data/observations/industry.csv": (TEXTS["data/observations/industry.csv"] + rows).encode(),
    }
    file = "data/observations/industry.csv"
    before = problems(files)
    assert 12 == len(before)
    text = files[file].decode()
    for _ in range(2):  # whether an id is known is asked once the row fits by itself
        text = mended(problems({**files, file: text.encode()}), text)
    assert () == problems({**files, file: text.encode()})


def test_text_that_has_changed_since_is_left_alone() -> None:
    told = Problem("unknown_id", "targets.yaml", 1, 7, "unit", (("found", "'bnn'"), ("guess", "bn")))
    assert mend(told, "unit: bnn\n") is not None
    assert mend(told, "unit: firms\n") is None
    assert mend(told, "") is None
