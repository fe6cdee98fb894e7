"""A small plan in a folder of its own, in order from end to end; each test spoils one thing in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from metrics.records import Problem, Records, read
from tests.records.corpus import TEXTS


class Draft:
    """A folder that somebody is writing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for name, text in TEXTS.items():
            self.write(name, text)

    def write(self, name: str, content: str | bytes) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def spoil(self, name: str, old: str, new: str) -> None:
        """Put ``new`` in the place of the first ``old``; an empty ``old`` adds ``new`` at the end."""
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1) if old else text + new)

    def read(self) -> tuple[Records | None, tuple[Problem, ...]]:
        return read(self.path)

    def problems(self) -> list[str]:
        return [str(problem) for problem in self.read()[1]]


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return Draft(tmp_path)


@pytest.fixture
def another_draft(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Draft]:
    return lambda: Draft(tmp_path_factory.mktemp("draft"))
