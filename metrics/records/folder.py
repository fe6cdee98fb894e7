"""The folder: which files hold the data, and whether any of them has changed.

In: the path of a folder with ``targets.yaml``. Out: a :class:`Folder` with its files in the order in
which their problems are told, a fingerprint of their times and sizes, and the bytes of each, read once.
"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from metrics.records.guess import nearest
from metrics.records.problem import Report

LARGEST_FILE = 10  # MB; the shipped files are below 0.2 MB each

PROMISED = "targets.yaml"
OBSERVED = "observations"
HOLDS = {  # inside the data folder, but for the first; in the order of the dashboard's own story
    PROMISED: "what plans promised",
    "indicators.yaml": "units, places, families and indicators with their series",
    "sources.yaml": "the documents that are cited",
    "events.yaml": "dated facts for the timeline",
    OBSERVED: "one CSV file of figures for each family",
    "claims.csv": "statements found in sources",
    "exchange_rates.csv": "yuan per dollar by year",
    "prices.csv": "price indices by year",
}
_OPTIONAL = {"events.yaml", "claims.csv", "exchange_rates.csv", "prices.csv"}

Fingerprint = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class DataFile:
    """One file: where it stands, how messages call it, and which kind of file it is."""

    path: Path
    label: str  # path inside the folder
    role: str  # a key of HOLDS

    @property
    def is_optional(self) -> bool:
        """Whether a plan can do without it."""
        return self.role in _OPTIONAL


@dataclass(frozen=True)
class Folder:
    """A folder with data. The shipped one keeps them in ``metrics/data``, any other in ``data``."""

    path: Path

    @cached_property
    def data(self) -> Path:
        """The folder with everything but the promises."""
        own = self.path / "metrics" / "data"
        return own if own.is_dir() and not (self.path / "data").exists() else self.path / "data"

    @cached_property
    def files(self) -> tuple[DataFile, ...]:
        """All files that are read, whether they exist or not."""
        found = []
        for role in HOLDS:
            if role == PROMISED:
                found.append(self._file(self.path / role, role))
            elif role == OBSERVED:
                found += [self._file(p, role) for p in _listed(self.data / role) if _has(p, ".csv")]
            else:
                found.append(self._file(self.data / role, role))
        return tuple(found)

    @cached_property
    def strangers(self) -> tuple[DataFile, ...]:
        """YAML and CSV files in the data folder that nothing reads."""
        beside = [p for p in _listed(self.data) if p.name not in HOLDS and _has(p, ".yaml", ".yml", ".csv")]
        among = [p for p in _listed(self.data / OBSERVED) if _has(p, ".yaml", ".yml")]
        return tuple(self._file(path, "") for path in beside + among)

    @property
    def fingerprint(self) -> Fingerprint:
        """Path, time of change (ns) and size of each file; equal as long as nothing has changed."""
        return tuple(_print_of(file.path) for file in (*self.files, *self.strangers))

    def check(self, report: Report) -> bool:
        """Report missing folders and files that nothing reads; False if there is nothing to read."""
        if not self.path.is_dir():
            report.add("not_a_folder" if self.path.exists() else "no_folder", str(self.path))
            return False
        for folder, holds in ((self.data, "what was reported"), (self.data / OBSERVED, HOLDS[OBSERVED])):
            if not folder.is_dir():
                kind = "file_for_folder" if folder.exists() else "no_data_folder"
                report.add(kind, f"{self.label(folder)}/", holds=holds)
                break
        for file in self.strangers:
            if file.path.parent.name == OBSERVED:
                guess: str | None = f"{file.path.stem}.csv"
            else:
                guess = nearest(file.path.name, [name for name in HOLDS if name not in (PROMISED, OBSERVED)])
            report.add("unread_file", file.label, guess=guess, allowed=", ".join(HOLDS))
        return True

    def label(self, path: Path) -> str:
        """How messages call a path: from the folder on, with forward slashes."""
        return path.relative_to(self.path).as_posix().encode("utf-8", "replace").decode()

    def _file(self, path: Path, role: str) -> DataFile:
        return DataFile(path, self.label(path), role)


def read_bytes(file: DataFile, report: Report) -> bytes | None:
    """All bytes of a file in one read; None, with a problem, if there are none to be had."""
    holds = HOLDS[file.role]
    try:
        mode = file.path.stat().st_mode
        if not stat.S_ISREG(mode):
            kind = "folder_for_file" if stat.S_ISDIR(mode) else "not_a_file"
            report.add(kind, file.label, holds=holds)
            return None
        with file.path.open("rb") as opened:
            data = opened.read(LARGEST_FILE * 10**6 + 1)
    except FileNotFoundError:
        report.add("no_file", file.label, holds=holds)
        return None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        report.add("unreadable", file.label, why=getattr(error, "strerror", None) or str(error))
        return None
    if len(data) > LARGEST_FILE * 10**6:
        report.add("too_large", file.label, limit=str(LARGEST_FILE))
        return None
    if not data.strip():
        report.add("empty_file", file.label, holds=holds)
        return None
    return data


def _print_of(path: Path) -> tuple[str, int, int]:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return str(path), -1, -1
    return str(path), state.st_mtime_ns, state.st_size


def _listed(folder: Path) -> Iterator[Path]:
    """What stands in a folder, by name, without hidden files and the lock files of spreadsheets."""
    try:
        found = sorted(folder.iterdir())
    except (OSError, ValueError):
        return
    yield from (path for path in found if not path.name.startswith((".", "~$")))


def _has(path: Path, *endings: str) -> bool:
    return path.suffix.lower() in endings
