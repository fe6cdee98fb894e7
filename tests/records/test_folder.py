"""Files and folders that are missing, that cannot be read, or that nothing reads."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from metrics.records import SHIPPED, read
from metrics.records.folder import HOLDS, DataFile, Folder
from metrics.records.problem import Report
from tests.records.conftest import Draft


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replace_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def remove_folder(path: Path) -> None:
    for inside in sorted(path.rglob("*"), reverse=True):
        inside.rmdir() if inside.is_dir() else inside.unlink()
    path.rmdir()


def replace_by_file(path: Path) -> None:
    remove_folder(path)
    path.touch()


Change = Callable[[Path], None]
FOLDERS: tuple[tuple[str, str, Change, tuple[str, ...]], ...] = (
    (
        "no_file",
        "targets.yaml",
        Path.unlink,
        ("targets.yaml: there is no such file; make it; it holds what plans promised",),
    ),
    (
        "no_file",
        "data/sources.yaml",
        Path.unlink,
        ("data/sources.yaml: there is no such file; make it; it holds the documents that are cited",),
    ),
    (
        "folder_for_file",
        "targets.yaml",
        replace_by_folder,
        ("targets.yaml: a folder stands where a file is wanted; put what plans promised there",),
    ),
    (
        "not_a_file",
        "data/prices.csv",
        replace_by_pipe,
        ("data/prices.csv: this is a device or a pipe, not a file; put price indices by year there",),
    ),
    (
        "no_data_folder",
        "data/observations",
        remove_folder,
        (
            "data/observations/: there is no such folder; make it; it holds one CSV file of figures for each family",
        ),
    ),
    (
        "file_for_folder",
        "data/observations",
        replace_by_file,
        (
            "data/observations/: a file stands where a folder is wanted; make a folder of it, with one CSV file of figures for each family",
        ),
    ),
    (
        "unread_file",
        "data/event.yaml",
        Path.touch,
        ("data/event.yaml: no file of this name is read; did you mean 'events.yaml'?",),
    ),
    (
        "unread_file",
        "data/observations/industry.yml",
        Path.touch,
        ("data/observations/industry.yml: no file of this name is read; did you mean 'industry.csv'?",),
    ),
    (
        "no_folder",
        "",
        remove_folder,
        ("{folder}: there is no such folder; give the folder that holds targets.yaml",),
    ),
)


@pytest.mark.parametrize(
    ("kind", "name", "change", "told"), FOLDERS, ids=[f"{kind} {name}" for kind, name, *_ in FOLDERS]
)
def test_files_that_are_not_there_are_told(
    kind: str, name: str, change: Change, told: tuple[str, ...], draft: Draft
) -> None:
    change(draft.path / name)
    assert [line.replace("{folder}", str(draft.path)) for line in told] == draft.problems()
    assert {kind} == {problem.kind for problem in draft.read()[1]}


def test_file_for_a_folder_is_told(draft: Draft) -> None:
    file = draft.path / "targets.yaml"
    records, problems = read(file)
    assert records is None
    told = f"{file}: a file stands where a folder is wanted; give the folder that holds targets.yaml"
    assert [told] == [str(problem) for problem in problems]


def test_missing_data_folder_is_told_once_and_not_for_each_file_in_it(draft: Draft) -> None:
    remove_folder(draft.path / "data")
    assert ["data/: there is no such folder; make it; it holds what was reported"] == draft.problems()


def test_file_that_nothing_reads_and_that_is_like_no_other_is_told(draft: Draft) -> None:
    draft.write("data/zzz.csv", "")
    told = f"data/zzz.csv: no file of this name is read; remove it; {', '.join(HOLDS)} are read"
    assert [told] == draft.problems()


@pytest.mark.parametrize("name", ["events.yaml", "claims.csv", "exchange_rates.csv", "prices.csv"])
def test_plan_can_do_without_events_claims_rates_and_prices(name: str, draft: Draft) -> None:
    (draft.path / "data" / name).unlink()
    assert [] == draft.problems()


def test_plan_can_do_without_figures(draft: Draft) -> None:
    (draft.path / "data/observations/industry.csv").unlink()
    records, _ = draft.read()
    assert records is not None
    assert {} == dict(records.observations)


def test_file_that_may_not_be_read_is_told(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    report = Report()
    assert None is Folder(draft.path).bytes_of(DataFile("targets.yaml", "targets.yaml"), report)
    told = "targets.yaml: the file cannot be read: Permission denied; check its permissions"
    assert [told] == [str(problem) for problem in report.problems()]


def test_hidden_files_and_notes_are_let_be(draft: Draft) -> None:
    for name in ("data/.hidden.yaml", "data/README.md", "data/observations/~$industry.csv", "data/.DS_Store"):
        draft.write(name, "x")
    assert [] == draft.problems()


def test_shipped_folder_keeps_its_data_inside_the_package() -> None:
    assert "metrics/data" == Folder(SHIPPED).data
    assert "metrics/data/indicators.yaml" == Folder(SHIPPED).files[1].label


def test_copy_of_the_shipped_folder_keeps_them_there_too(tmp_path: Path) -> None:
    (tmp_path / "metrics" / "data").mkdir(parents=True)
    assert "metrics/data" == Folder(tmp_path).data
