"""The snapshot: what a page knows of one day.

In: what ``data`` has kept. Out: records, results and histories that hold together, all in one size of units.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from metrics.progress import History
from metrics.progress.result import Progress
from metrics.records.store import Records


@dataclass(frozen=True)
class Snapshot:
    """What is known on a day, and what it says of every target."""

    known: Records
    progress: Progress
    progress_on: Callable[[date], Progress]  # on that day, or on one before it
    histories_until: Callable[[date], Mapping[str, History]]
