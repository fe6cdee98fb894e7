"""The folder: which files hold the data, and whether any of them has changed.

In: the path of a folder with ``targets.yaml``. Out: a :class:`Folder` with its files in the order in
which their problems are reported, a fingerprint of their times and sizes, and the bytes of each, read once.
:class:`Layout` is what it shares with files that stand in no folder.
"""

import errno
import os
import stat
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from metrics.records.detail import Detail, why
from metrics.records.guess import nearest
from metrics.records.problem import Report, shown

LARGEST_FILE = 10  # MB; the shipped files are below 0.2 MB each

PROMISED = "targets.yaml"
OBSERVED = "observations"
HOLDS = {  # inside the data folder, but for the first; in the order of the dashboard's own story
    PROMISED: Detail("holds.promises"),
    "indicators.yaml": Detail("holds.indicators"),
    "sources.yaml": Detail("holds.sources"),
    "events.yaml": Detail("holds.events"),
    "decks.yaml": Detail("holds.decks"),
    "mappings.yaml": Detail("holds.mappings"),
    "theme.yaml": Detail("holds.theme"),
    OBSERVED: Detail("holds.observations"),
    "claims.csv": Detail("holds.claims"),
    "evidence.csv": Detail("holds.evidence"),
    "ratings.csv": Detail("holds.ratings"),
    "exchange_rates.csv": Detail("holds.exchange_rates"),
    "prices.csv": Detail("holds.prices"),
    "releases.csv": Detail("holds.releases"),
}
PICTURES = (".png", ".svg")
_DATA, _SHIPPED_DATA = "data", "metrics/data"
_OPTIONAL = set(HOLDS) - {PROMISED, "indicators.yaml", "sources.yaml", OBSERVED}

Fingerprint = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file: which kind it is, and how messages call it."""

    label: str  # path inside the folder, with forward slashes
    role: str  # a key of HOLDS

    @property
    def is_optional(self) -> bool:
        """Whether a plan can do without it."""
        return self.role in _OPTIONAL


class Layout(ABC):
    """Where the files of a plan stand; the shipped one keeps its data in ``metrics/data``, any other in ``data``.

    What a name stands for, and how its bytes are read, is decided by a :class:`Folder` on disk or by
    :class:`~metrics.records.in_memory.FilesInMemory`. All names are paths inside the folder, with forward slashes.
    """

    @abstractmethod
    def has(self, name: str) -> bool:
        """Whether anything stands there."""

    @abstractmethod
    def is_folder(self, name: str) -> bool:
        """Whether a folder stands there; "" is the whole."""

    @abstractmethod
    def listed(self, folder: str) -> list[str]:
        """The last parts of the names in a folder, sorted; without hidden files and the lock files of spreadsheets."""

    @abstractmethod
    def bytes_of(self, file: DataFile, report: Report) -> bytes | None:
        """All bytes of a file in one read; None, with a problem, if there are none to be had."""

    @cached_property
    def data(self) -> str:
        """The folder with everything but the promises."""
        return _SHIPPED_DATA if self.is_folder(_SHIPPED_DATA) and not self.has(_DATA) else _DATA

    @abstractmethod
    def closed(self, folder: str) -> tuple[str, str | None] | None:
        """The kind of fault for which a folder may not be looked into, and why; None if it may."""

    @cached_property
    def files(self) -> tuple[DataFile, ...]:
        """All files that are read, whether they exist or not."""
        found = []
        for role in HOLDS:
            place = f"{self.data}/{role}"
            if role == PROMISED:
                found.append(DataFile(role, role))
            elif role == OBSERVED:
                found += [
                    DataFile(f"{place}/{name}", role)
                    for name in self.listed(place)
                    if name.isprintable() and _has(name, ".csv")
                ]
            else:
                found.append(DataFile(place, role))
        return tuple(found)

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """The pictures in the data folder, one of which a theme may name as its logo."""
        return tuple(f"{self.data}/{name}" for name in self.listed(self.data) if _has(name, *PICTURES))

    @cached_property
    def strangers(self) -> tuple[DataFile, ...]:
        """YAML and CSV files in the data folder that nothing reads."""
        among = f"{self.data}/{OBSERVED}"
        found = [
            f"{self.data}/{name}"
            for name in self.listed(self.data)
            if name not in HOLDS and _has(name, ".yaml", ".yml", ".csv")
        ]
        found += [
            f"{among}/{name}"
            for name in self.listed(among)
            if _has(name, ".yaml", ".yml") or (_has(name, ".csv") and not name.isprintable())
        ]
        return tuple(DataFile(name, "") for name in found)

    def check(self, report: Report) -> bool:
        """Report missing folders and files that nothing reads; False if there is nothing to read."""
        for folder, holds in (
            (self.data, Detail("holds.reported")),
            (f"{self.data}/{OBSERVED}", HOLDS[OBSERVED]),
        ):
            if found := self.closed(folder):
                report.add(found[0], f"{folder}/", why=found[1])
                return False
            if not self.is_folder(folder):
                report.add(
                    "file_for_folder" if self.has(folder) else "no_data_folder", f"{folder}/", holds=holds
                )
                break
        for file in self.strangers:
            name = PurePosixPath(file.label)
            if not name.name.isprintable():
                report.add("odd_name", shown(file.label)[1:-1])
                continue
            if name.parent.name == OBSERVED:
                guess: str | None = f"{name.stem}.csv"
            else:
                guess = nearest(name.name, [one for one in HOLDS if one not in (PROMISED, OBSERVED)])
            report.add("unread_file", file.label, guess=guess, allowed=", ".join(HOLDS))
        return True


@dataclass(frozen=True)
class Folder(Layout):
    """A folder on disk."""

    path: Path

    @property
    def fingerprint(self) -> Fingerprint:
        """Name, time of change (ns) and size of each file; equal as long as neither file nor rights have changed."""
        return tuple(
            map(self._print_of, (*(file.label for file in (*self.files, *self.strangers)), *self.pictures))
        )

    def check(self, report: Report) -> bool:
        """Report what is wrong with the folder itself as well."""
        if not self.is_folder(""):
            report.add("not_a_folder" if os.path.lexists(self.path) else "no_folder", str(self.path))
            return False
        if found := self.closed(""):
            report.add(found[0], str(self.path), why=found[1])
            return False
        return super().check(report)

    def has(self, name: str) -> bool:
        """Whether anything stands there, a link that leads nowhere included."""
        return os.path.lexists(self.path / name)

    def is_folder(self, name: str) -> bool:
        """Whether a folder stands there, or a link to one."""
        return os.path.isdir(self.path / name)  # noqa: PTH112 - Path.is_dir fails where rights are missing

    def closed(self, folder: str) -> tuple[str, str | None] | None:
        """A link out of the folder is not followed: who sends a plan does not choose what is read beside it."""
        if not self.is_folder(folder):
            return None
        if self._leads_out(folder):
            return "link_out", None
        try:
            with os.scandir(self.path / folder) as entries:
                next(entries, None)
            (self.path / folder / PROMISED).lstat()
        except FileNotFoundError:
            return None
        except OSError as error:
            return "closed_folder", why(error.strerror or str(error))
        return None

    def listed(self, folder: str) -> list[str]:
        """The names in a folder; none if it cannot be listed."""
        try:
            found = sorted(path.name for path in (self.path / folder).iterdir())
        except (OSError, ValueError):
            return []
        return [name for name in found if not name.startswith((".", "~$"))]

    def bytes_of(self, file: DataFile, report: Report) -> bytes | None:
        """All bytes of a file in one read; None, with a problem, if there are none to be had."""
        path, holds = self.path / file.label, HOLDS[file.role]
        try:
            if self._leads_out(file.label):
                report.add("link_out", file.label)
                return None
            mode = path.stat().st_mode
            if not stat.S_ISREG(mode):
                kind = "folder_for_file" if stat.S_ISDIR(mode) else "not_a_file"
                report.add(kind, file.label, holds=holds)
                return None
            with path.open("rb") as opened:
                data = opened.read(LARGEST_FILE * 10**6 + 1)
        except FileNotFoundError:
            if self.has(file.label):
                report.add("dead_link", file.label)
            else:
                report.add("no_file", file.label, holds=holds)
            return None
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            if getattr(error, "errno", None) == errno.ELOOP:
                report.add("dead_link", file.label)
                return None
            report.add("unreadable", file.label, why=why(getattr(error, "strerror", None) or str(error)))
            return None
        return whole(data, file, report)

    def _leads_out(self, name: str) -> bool:
        root = os.path.realpath(self.path)
        return os.path.commonpath([root, os.path.realpath(self.path / name)]) != root

    def _print_of(self, name: str) -> tuple[str, int, int]:
        try:
            state = (self.path / name).stat()
        except (OSError, ValueError):
            return name, -1, -1
        return name, max(state.st_mtime_ns, state.st_ctime_ns), state.st_size  # rights change the second only


def whole(data: bytes, file: DataFile, report: Report) -> bytes | None:
    """The bytes of a file; None, with a problem, if there are too many of them or nothing stands in them."""
    if len(data) > LARGEST_FILE * 10**6:
        report.add("too_large", file.label, limit=str(LARGEST_FILE))
        return None
    if not data.strip():
        report.add("empty_file", file.label, holds=HOLDS[file.role])
        return None
    return data


def _has(name: str, *endings: str) -> bool:
    return PurePosixPath(name).suffix.lower() in endings
