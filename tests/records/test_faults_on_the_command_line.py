"""No fault of a plan's files shows a traceback on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from metrics.__main__ import main
from tests.records.corpus import IN_ORDER, NAMES, expected, lay
from tests.records.recipes import MADE

#: Twenty parts, so that several workers share them.
PARTS = [NAMES[start::20] for start in range(20)]


@pytest.mark.parametrize("names", PARTS, ids=lambda names: f"{names[0]}-and-{len(names) - 1}-more")
def test_no_fault_shows_a_traceback(names: list[str], tmp_path: Path) -> None:
    for name in names:
        folder = tmp_path / name / "plan"
        folder.parent.mkdir()
        lay(name, folder)
        commands = (["check"], ["status"], ["export", "csv", "--output", str(tmp_path / f"{name}.csv")])
        for command in commands:
            ran = CliRunner().invoke(main, [*command, str(folder)])
            assert isinstance(ran.exception, (SystemExit, type(None))), (name, command, ran.exception)
            assert "Traceback" not in ran.output
            if name not in MADE:  # which depend on the rights of whoever runs the tests
                assert (expected(name) == IN_ORDER) == (ran.exit_code == 0), (name, command, ran.output)
        if folder.is_dir():
            for inside in (folder / "data", folder / "data" / "observations"):
                if inside.exists():
                    inside.chmod(0o755)
