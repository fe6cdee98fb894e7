"""Entries: plain values that still know where they stood in their file.

In: what ``yaml_file`` and ``csv_file`` read. Out: to ``shape``, which makes records of them, and to
the checks, which ask an entry where one of its fields stands.
"""

from collections.abc import Mapping
from typing import Any

Spot = tuple[int, int]  # line and column, both counted from 1


class Unread:
    """What stands for a value that could not be read; what is wrong with it has been reported."""

    def __str__(self) -> str:
        return "what cannot be read"


UNREAD = Unread()


class Fields(dict[str, Any]):
    """A YAML map; ``is_partial``: some of its fields could not be read; ``hides_entries``: so could whole entries."""

    __slots__ = ("file", "here", "hides_entries", "is_partial", "keys_at", "values_at")

    def __init__(self, file: str, here: Spot) -> None:
        self.file = file
        self.here = here
        self.is_partial = False
        self.hides_entries = False
        self.keys_at: dict[str, Spot] = {}
        self.values_at: dict[str, Spot] = {}

    def spot(self, field: str) -> Spot:
        """Where the value of a field stands."""
        return self.values_at.get(field, self.here)

    def spots(self, field: str) -> list[Spot]:
        """Where the items of a list stand."""
        value = self.get(field)
        return value.items_at if isinstance(value, YamlList) else [self.spot(field)]


class YamlList(list[Any]):
    """A YAML list; ``items_at`` has the place of each item."""

    __slots__ = ("items_at",)

    def __init__(self) -> None:
        self.items_at: list[Spot] = []


class CsvRow(dict[str, Any]):
    """A CSV row; the places of its cells are their numbers."""

    __slots__ = ("cells", "file", "here", "line")

    def __init__(self, values: Mapping[str, Any], file: str, line: int, cells: Mapping[str, int]) -> None:
        super().__init__(values)
        self.file = file
        self.line = line
        self.cells = cells
        self.here: Spot = (line, 1)

    def spot(self, field: str) -> Spot:
        """Line and number of the cell."""
        return self.line, self.cells.get(field, 1)

    def spots(self, field: str) -> list[Spot]:
        """The one cell."""
        return [self.spot(field)]


Entry = Fields | CsvRow
