"""`new`: the folder that it writes, what its texts promise, and what it leaves alone."""

import csv
import errno
import json
import os
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft7Validator
from streamlit.testing.v1 import AppTest

from metrics.__main__ import main
from metrics.exports.starter import folder as starter
from metrics.exports.starter import write_starter
from metrics.progress import as_known_on, assess
from metrics.progress.result import Verdict
from metrics.records import Records, load
from metrics.records import vocabulary as words_of_files
from metrics.records.contents import YAML
from metrics.records.csv_file import MAY_LACK
from metrics.records.model import Observation
from tests.records.test_schema import seen

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "metrics" / "app" / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("[a-z]*.py"))
DAY = date(2026, 10, 31)


def new(folder: Path | str) -> Result:
    return CliRunner().invoke(main, ["new", str(folder)], prog_name="python -m metrics")


def listed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    write_starter(tmp_path / "my-plan")
    return tmp_path / "my-plan"


@pytest.fixture
def records(plan: Path) -> Records:
    return load(plan)


# what is written


def test_new_folder_is_checked_without_a_problem(plan: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(plan)])
    assert (0, "") == (result.exit_code, result.stderr)


def test_new_folder_holds_a_small_plan(records: Records) -> None:
    assert (1, 2, 1, 3) == (
        len(records.plans),
        len(records.targets),
        len(records.goals),
        len(records.series),
    )
    assert [1] == [len(goal.benchmarks) for goal in records.goals.values()]


def test_its_targets_show_a_contested_and_an_agreed_verdict(records: Records) -> None:
    progress = assess(as_known_on(records, DAY), DAY)
    said = {name: status.headline for name, status in progress.statuses.items()}
    assert (Verdict.INCONCLUSIVE, True) == (said["trees-2025"].verdict, said["trees-2025"].contested)
    assert (Verdict.ON_TRACK, 2) == (said["trees-2030"].verdict, said["trees-2030"].k)


def test_it_says_that_it_is_invented_where_it_is_read(plan: Path, records: Records) -> None:
    assert "invented" in (plan / "targets.yaml").read_text("utf-8").split("as_of")[0]
    assert "invented" in (plan / "README.md").read_text("utf-8").split("|")[0]
    assert ["Invented, to show how a plan is written down."] == [
        one.note and one.note.en for one in records.plans.values()
    ]
    addresses = [source.url for source in records.sources.values() if source.url]
    assert [] == [url for url in addresses if not url.startswith("https://example.org/")]


def test_its_readme_explains_every_column_and_every_word_of_a_figure(plan: Path) -> None:
    readme = (plan / "README.md").read_text("utf-8")
    explained = {
        name
        for row in re.findall(r"^\| (`.*?) \| ", readme, re.MULTILINE)
        for name in re.findall(r"`(.+?)`", row)
    }
    with (plan / "data" / "observations" / "greenery.csv").open(encoding="utf-8", newline="") as opened:
        columns = next(csv.reader(opened))
    assert [name for name in Observation.model_fields if name not in MAY_LACK] == [
        name for name in columns if not name.endswith("_zh")
    ]
    assert set() == set(columns) - explained
    for words in ("Bound", "Kind", "Verification", "Usable"):
        assert [] == [word for word in getattr(words_of_files, words) if f"`{word}`" not in readme]


def test_it_is_checked_wherever_it_stands(plan: Path, tmp_path: Path) -> None:
    moved = plan.rename(tmp_path / "elsewhere")
    (moved / "schema" / "notes.yaml").parent.mkdir(exist_ok=True)
    (moved / "schema" / "notes.yaml").write_text("not: read", "utf-8")
    assert load(moved).targets.keys() == {"trees-2025", "trees-2030"}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_every_page_shows_it(name: str, language: str, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MILEPOST_PLAN", str(plan))
    app = AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=20)
    app.query_params.update({"known-on": DAY.isoformat(), "lang": language})
    app.run()
    html = "\n".join(element.proto.body for element in app.get("html"))
    assert [] == list(app.exception)
    assert "<h1" in html
    assert 'role="status"' not in html


# where it is written


def test_new_says_what_to_do_next(tmp_path: Path) -> None:
    result = new(tmp_path / "a plan")
    place = f"'{tmp_path / 'a plan'}'"
    assert (0, "") == (result.exit_code, result.stderr)
    assert [
        f"{place} is written: targets.yaml says what was promised, data/ what was reported.",
        f"Check it:  make check PLAN={place}",
        f"See it:    make run PLAN={place}",
    ] == result.stdout.splitlines()


def test_missing_folders_above_it_are_made(tmp_path: Path) -> None:
    assert 0 == new(tmp_path / "plans" / "town" / "trees").exit_code
    assert ["plans"] == [path.name for path in tmp_path.iterdir()]
    assert load(tmp_path / "plans" / "town" / "trees").targets


def test_home_is_found_where_the_shell_has_not_put_it_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    result = new("~/my-plan")
    assert f"Check it:  make check PLAN={tmp_path / 'my-plan'}" in result.stdout
    assert load(tmp_path / "my-plan").targets


def test_an_empty_folder_is_filled_and_stays_the_same_folder(tmp_path: Path, plan: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir(mode=0o750)
    before = empty.stat()
    assert 0 == new(empty).exit_code
    assert listed(plan) == listed(empty)
    assert (before.st_ino, before.st_mode) == (empty.stat().st_ino, empty.stat().st_mode)


def test_a_new_folder_has_the_rights_of_any_other(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "other").mkdir()
    assert (tmp_path / "other").stat().st_mode == plan.stat().st_mode


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / ".hidden").write_text("kept", "utf-8")
    result = new(tmp_path / "mine")
    assert 2 == result.exit_code
    assert f"'{tmp_path / 'mine'}' is not empty; name a folder that is not there yet." in result.stderr
    assert ["mine", "mine/.hidden"] == listed(tmp_path)


def test_a_second_time_changes_nothing(plan: Path) -> None:
    (plan / "targets.yaml").write_text("mine", "utf-8")
    assert 2 == new(plan).exit_code
    assert "mine" == (plan / "targets.yaml").read_text("utf-8")


@pytest.mark.parametrize("way", ["file", "link to nothing"])
def test_a_file_in_its_place_is_left_as_it_is(way: str, tmp_path: Path) -> None:
    place = tmp_path / "mine"
    if way == "file":
        place.write_text("kept", "utf-8")
    else:
        place.symlink_to("nothing")
    result = new(place)
    assert 2 == result.exit_code
    assert f"'{place}' is a file; name a folder that is not there yet." in result.stderr
    assert ["mine"] == listed(tmp_path)


@pytest.mark.parametrize("inside", ["mine", "deep/er/mine"])
def test_a_file_above_it_is_told(inside: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", "utf-8")
    result = new(tmp_path / "file" / inside)
    assert 2 == result.exit_code
    assert f"was not written: {os.strerror(errno.ENOTDIR)}." in result.stderr
    assert ["file"] == listed(tmp_path)


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    result = new(tmp_path / "plans" / ("a" * 300))
    assert 2 == result.exit_code
    assert f"was not written: {os.strerror(errno.ENAMETOOLONG)}." in result.stderr
    assert [] == listed(tmp_path)


@pytest.mark.parametrize("place", ["new", "plans/new", "empty"])
@pytest.mark.parametrize("step", ["mkdtemp", "copyfile", "rename"])
def test_what_fails_half_way_leaves_nothing_behind(
    step: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    done = []

    def refuse(*arguments: object, **_: object) -> None:
        done.append(arguments)
        if step != "copyfile" or len(done) > 2:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path if step == "rename" else starter, step, refuse)
    result = new(tmp_path / place)
    assert done
    assert 2 == result.exit_code
    assert f"was not written: {os.strerror(errno.EACCES)}." in result.stderr
    assert ["empty"] == listed(tmp_path)


def test_missing_folder_is_a_usage_error() -> None:
    result = CliRunner().invoke(main, ["new"])
    assert 2 == result.exit_code
    assert "Missing argument 'FOLDER'." in result.stderr


# its schemas


@pytest.mark.parametrize("name", sorted(set(YAML) - {"theme.yaml"}))  # whose it is, nobody can know
def test_each_yaml_file_names_the_schema_beside_it_and_holds_to_it(name: str, plan: Path) -> None:
    path = next(plan.rglob(name))
    first = path.read_text("utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    schema = path.parent / found[1]
    assert plan / "schema" / f"{path.stem}.schema.json" == schema.resolve()
    assert (ROOT / "metrics" / "schema" / schema.name).read_bytes() == schema.read_bytes()
    held = Draft7Validator(json.loads(schema.read_text("utf-8")))
    assert [] == [error.message for error in held.iter_errors(seen(path.read_text("utf-8")))]


def test_a_copy_of_milepost_without_its_schemas_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter, "SCHEMAS", tmp_path / "nowhere")
    result = new(tmp_path / "mine")
    assert 2 == result.exit_code
    assert f"was not written: {os.strerror(errno.ENOENT)}." in result.stderr
    assert [] == listed(tmp_path)
