"""The last good records outlive a broken save, and files in memory are read like those on disk."""

import os
import sys
from pathlib import Path

import pytest

from metrics.records import latest, load, read, read_files
from tests.records.conftest import TEXTS, Draft

FILES = {name: text.encode() for name, text in TEXTS.items()}


def test_files_in_memory_give_the_records_of_the_same_files_on_disk(draft: Draft) -> None:
    records, problems = read_files(FILES)
    assert () == problems
    assert load(draft.path) == records


@pytest.mark.parametrize("name", TEXTS)
def test_missing_file_is_told_in_the_same_words_in_memory_and_on_disk(name: str, draft: Draft) -> None:
    (draft.path / name).unlink()
    assert read(draft.path)[1] == read_files({one: FILES[one] for one in FILES if one != name})[1]


@pytest.mark.parametrize("name", ["data/event.yaml", "data/observations/industry.yaml"])
def test_file_that_nothing_reads_is_told_in_memory_too(name: str, draft: Draft) -> None:
    draft.write(name, "x")
    told = read_files({**FILES, name: b"x"})[1]
    assert ["unread_file"] == [problem.kind for problem in told]
    assert read(draft.path)[1] == told


def test_plan_in_memory_needs_its_data() -> None:
    told = [str(problem) for problem in read_files({"targets.yaml": FILES["targets.yaml"]})[1]]
    assert "data/: there is no such folder; make it; it holds what was reported" in told


def test_nothing_in_memory_is_a_plan_without_files() -> None:
    assert "targets.yaml: there is no such file; make it; it holds what plans promised" in [
        str(problem) for problem in read_files({})[1]
    ]


def test_broken_save_keeps_the_last_good_records_until_the_next_good_one(draft: Draft) -> None:
    good = latest(draft.path)
    assert () == good.problems
    whole = (draft.path / "targets.yaml").read_text("utf-8")
    draft.write("targets.yaml", whole[:200])
    broken = latest(draft.path)
    assert good.records is broken.records
    assert {"targets.yaml"} == {problem.file for problem in broken.problems}
    assert (None, broken.problems) == read(draft.path)
    draft.write("targets.yaml", whole.replace("value: 150", "value: 160"))
    mended = latest(draft.path)
    assert () == mended.problems
    assert mended.records is not None
    assert 160 == mended.records.targets["size-2020"].value


def test_folder_that_is_gone_keeps_its_last_good_records(draft: Draft) -> None:
    good = latest(draft.path)
    away = draft.path.with_name(f"{draft.path.name}-away")
    draft.path.rename(away)
    gone = latest(draft.path)
    assert good.records is gone.records
    assert ["no_folder"] == [problem.kind for problem in gone.problems]
    away.rename(draft.path)
    assert () == latest(draft.path).problems


def test_folder_that_was_never_in_order_has_no_records(tmp_path: Path) -> None:
    assert latest(tmp_path).records is None
    assert latest(tmp_path).problems


def test_broken_files_are_not_read_again_until_they_change(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft.write("targets.yaml", "plans: [")
    first = latest(draft.path)
    monkeypatch.setattr(sys.modules["metrics.records.load"], "_read", None)
    assert first is latest(draft.path)


def test_lifted_lock_is_noticed_though_no_file_has_changed(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path.open

    def locked(path: Path, *how: str) -> object:
        if path.name == "sources.yaml":
            raise PermissionError(13, "Permission denied")
        return whole(path, *how)

    with monkeypatch.context() as at:
        at.setattr(Path, "open", locked)
        told = latest(draft.path).problems
    assert "unreadable" in {problem.kind for problem in told}
    assert () == latest(draft.path).problems


def test_file_of_the_same_size_and_time_that_was_put_in_its_place_is_read(draft: Draft) -> None:
    file = draft.path / "targets.yaml"
    before = file.stat()
    latest(draft.path)
    draft.spoil("targets.yaml", "value: 150", "value: 160")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    records = latest(draft.path).records
    assert records is not None
    assert 160 == records.targets["size-2020"].value
