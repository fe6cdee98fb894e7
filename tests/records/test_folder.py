"""Files and folders that are missing, that cannot be read, or that nothing reads."""

from pathlib import Path

import pytest

from metrics.records import SHIPPED
from metrics.records.folder import DataFile, Folder
from metrics.records.problem import Report
from tests.records.conftest import Draft


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
