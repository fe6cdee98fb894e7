"""What stands in a folder is told with patience: good records at once, problems when they have stood a while."""

import os
import shutil
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from metrics.app import watch
from metrics.app.open_pages import PageInputs, is_stale
from metrics.app.watch import PATIENCE, FolderState, look
from tests.records.conftest import TEXTS

DAY = date(2026, 11, 24)
GOOD = TEXTS["targets.yaml"]
BETTER = GOOD.replace("value: 150", "value: 160")
BROKEN = GOOD[: len(GOOD) // 2]
STEPS = count()


@pytest.fixture
def folder(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes when it is told to."""
    now = [100.0]
    monkeypatch.setattr(watch, "monotonic", lambda: now[0])
    return now


def save(folder, text, name="targets.yaml"):
    """Write a file, the way that a careful editor does, with a time of its own."""
    whole = folder / f".{next(STEPS)}"
    whole.write_text(text, encoding="utf-8")
    whole.replace(folder / name)


def demanded(state):
    return state.records.targets["size-2020"].value


def broken(folder, clock):
    """A folder that was in order and is told to be broken."""
    look(folder)
    save(folder, BROKEN)
    look(folder)
    clock[0] += PATIENCE
    return look(folder)


def test_good_records_are_given_at_once(folder, clock):
    assert 150 == demanded(look(folder))
    save(folder, BETTER)
    assert 160 == demanded(look(folder))
    assert () == look(folder).problems


def test_file_that_is_mended_in_time_was_never_told_to_be_broken(folder, clock):
    look(folder)
    save(folder, BROKEN)
    half = look(folder)
    assert ((), True, 150) == (half.problems, half.withheld, demanded(half))
    clock[0] += PATIENCE * 0.9
    assert () == look(folder).problems
    save(folder, BETTER)
    clock[0] += PATIENCE
    whole = look(folder)
    assert ((), False, 160) == (whole.problems, whole.withheld, demanded(whole))


def test_problem_that_stands_is_told_beside_the_last_good_records(folder, clock):
    told = broken(folder, clock)
    assert {"targets.yaml"} == {problem.file for problem in told.problems}
    assert (False, 150) == (told.withheld, demanded(told))


def test_next_good_save_clears_the_problems_at_once_and_patience_begins_anew(folder, clock):
    broken(folder, clock)
    save(folder, GOOD)
    assert () == look(folder).problems
    save(folder, BROKEN)
    assert look(folder).withheld


def test_time_of_reading_stays_while_files_are_broken_and_moves_with_the_next_good_save(folder, clock):
    first = look(folder).read
    assert first == broken(folder, clock).read
    save(folder, BETTER)
    assert first < look(folder).read


def test_problems_without_any_good_records_are_told_at_once(tmp_path, clock):
    state = look(tmp_path)
    assert state.records is None
    assert state.problems
    assert state.read is None


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: (folder / "targets.yaml").unlink(),
        lambda folder: (folder / "targets.yaml").write_bytes(b""),
        lambda folder: (folder / "targets.yaml").write_bytes(b"\x89PNG\x00\xff"),
        lambda folder: shutil.rmtree(folder / "data" / "observations"),
        lambda folder: (folder / "data").rename(folder / "gone"),
        lambda folder: folder.rename(folder.with_name(f"{folder.name}-away")),
        lambda folder: ((folder / "targets.yaml").unlink(), (folder / "targets.yaml").mkdir()),
        lambda folder: (folder / "targets.yaml").replace(folder / "data" / "sources.yaml"),
    ],
    ids=[
        "deleted",
        "emptied",
        "bytes",
        "no figures",
        "no data",
        "no folder",
        "a folder",
        "moved over another",
    ],
)
def test_whatever_happens_to_the_files_the_last_good_records_stay(folder, clock, harm):
    look(folder)
    harm(folder)
    look(folder)
    clock[0] += PATIENCE
    told = look(folder)
    assert told.problems
    assert 150 == demanded(told)


def test_file_written_in_two_steps_never_shows_half(folder, clock):
    look(folder)
    with (folder / "targets.yaml").open("w", encoding="utf-8") as file:
        file.write(BETTER[: len(BETTER) // 2])
        file.flush()
        assert 150 == demanded(look(folder))
        file.write(BETTER[len(BETTER) // 2 :])
    assert 160 == demanded(look(folder))


def test_same_text_saved_again_is_no_news(folder, clock):
    mark = look(folder).mark
    save(folder, GOOD)
    assert mark == look(folder).mark


def drawn(state: FolderState, folder: Path) -> PageInputs:
    return PageInputs(folder, state.mark, DAY)


def test_page_is_out_of_date_when_records_or_problems_or_the_day_changed(folder, clock):
    page = drawn(look(folder), folder)
    assert not is_stale(page, {folder: look(folder)}, DAY)
    assert is_stale(page, {folder: look(folder)}, date(2026, 11, 25))
    told = broken(folder, clock)
    assert is_stale(page, {folder: told}, DAY)
    assert not is_stale(drawn(told, folder), {folder: told}, DAY)
    save(folder, BETTER)
    assert is_stale(drawn(told, folder), {folder: look(folder)}, DAY)


def test_page_of_another_folder_or_of_a_plan_in_memory_is_not_touched(folder, clock):
    page = drawn(look(folder), folder)
    save(folder, BETTER)
    assert not is_stale(page, {folder.with_name("other"): look(folder)}, DAY)
    assert not is_stale(PageInputs(None, None, DAY), {folder: look(folder)}, DAY)


def test_touched_file_is_no_news(folder, clock):
    mark = look(folder).mark
    os.utime(folder / "targets.yaml")
    assert mark == look(folder).mark
