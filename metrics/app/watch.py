"""What stands in a folder now: its last good records, and the problems that have stood long enough to be told.

In: a folder. Out: a frozen :class:`FolderState`. Good records are given at once. A file that is being written is broken
for a moment and would flash a warning, so problems wait a little before they are told, as long as there are good
records to show meanwhile.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from time import monotonic

from metrics.records import LatestRecords, Problem, Records, latest

#: s that a problem must have stood: longer than an editor takes to save, so short that it shows within 2 s.
PATIENCE = 0.7


@dataclass(frozen=True, slots=True)
class FolderState:
    """The records that are shown, and what is told about the files."""

    records: Records | None  # None: they were never in order since this process began
    problems: tuple[Problem, ...] = ()
    read: datetime | None = None  # UTC: when these records were read; None: they stand in no folder
    withheld: bool = False  # whether there are problems that are not told yet

    @property
    def mark(self) -> object:
        """What tells two standings apart that a reader would see as different."""
        return self.records.digest if self.records else None, self.problems


@dataclass(frozen=True, slots=True)
class _Seen:
    records: Records
    read: datetime
    broken: float | None  # when it was first seen broken, on the clock of this process


_seen: dict[Path, _Seen] = {}
_lock = Lock()


def look(folder: Path) -> FolderState:
    """What stands in a folder now; a look at the times of its files, and a reading where they have changed."""
    with _lock:
        return _standing(folder, latest(folder))


def _standing(folder: Path, found: LatestRecords) -> FolderState:
    if found.records is None:
        return FolderState(None, found.problems)
    before = _seen.get(folder)
    if before is None or before.records is not found.records:
        before = _Seen(found.records, datetime.now(UTC), None)
    broken = None
    if found.problems:
        broken = monotonic() if before.broken is None else before.broken
    _seen[folder] = _Seen(found.records, before.read, broken)
    if broken is None or monotonic() - broken < PATIENCE:
        return FolderState(found.records, (), before.read, withheld=broken is not None)
    return FolderState(found.records, found.problems, before.read)
