"""The record set: records of a folder while it is read, each with its entry, before they are checked as a whole.

In: records and entries from ``shape``. Out: to ``references`` and ``sense``, which hold records against
each other, and to ``load``, which makes the store of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar, cast

from metrics.records.entry import Entry
from metrics.records.model import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Claimed:
    """An id, and the entry in which it stands, whether or not the rest of the entry is in order."""

    id: str
    model: type[Record]
    entry: Entry


class RecordSet:
    """Records by class, in the order of the files."""

    def __init__(self) -> None:
        self._records: dict[type[Record], list[tuple[Record, Entry]]] = {}
        self._refused: dict[type[Record], list[Entry]] = {}
        self._ids: dict[type[Record], set[str]] = {}
        self._partial: set[type[Record]] = set()
        self.claimed: list[Claimed] = []

    def put(self, record: Record, entry: Entry) -> None:
        """Take a record that is in order by itself."""
        self._records.setdefault(type(record), []).append((record, entry))

    def refuse(self, model: type[Record], entry: Entry) -> None:
        """Take an entry that is not in order by itself; what it refers to can be looked up all the same."""
        self._refused.setdefault(model, []).append(entry)

    def refused(self, model: type[Record]) -> list[Entry]:
        """The entries of a class that are not in order by themselves."""
        return self._refused.get(model, [])

    def claim(self, model: type[Record], found: str, entry: Entry) -> None:
        """Note an id, so that references to a record that is not in order are not reported as unknown."""
        self.claimed.append(Claimed(found, model, entry))
        self._ids.setdefault(model, set()).add(found)

    def miss(self, model: type[Record]) -> None:
        """Note that records of a class could not be read, so that it is not known which ids exist."""
        self._partial.add(model)

    def of(self, model: type[R]) -> list[tuple[R, Entry]]:
        """All records of a class that are in order by themselves, with their entries."""
        return cast("list[tuple[R, Entry]]", self._records.get(model, []))

    @property
    def all(self) -> Iterator[tuple[Record, Entry]]:
        """All records that are in order by themselves, with their entries, class after class."""
        for pairs in self._records.values():
            yield from pairs

    def records(self, model: type[R]) -> list[R]:
        """The same without entries."""
        return [record for record, _ in self.of(model)]

    def ids(self, model: type[Record]) -> set[str]:
        """All ids of a class, also of records that are not in order."""
        return self._ids.get(model, set())

    def is_whole(self, model: type[Record]) -> bool:
        """Whether all ids of a class are known."""
        return model not in self._partial
