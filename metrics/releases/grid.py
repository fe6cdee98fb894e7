"""Grids: the cells of a publisher's file as they stand there, with their places.

``files`` makes them of bytes; ``formats`` knows the columns of those of large publishers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from xlsxwriter.utility import xl_col_to_name

Cell = str | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; ``numbers`` has the line or row of each, counted from 1.

    ``roles`` has the columns of its ``format`` by the fields of a mapping; what a mapping itself says stands before it.
    """

    file: str
    sheet: str | None  # None: a file of text
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]
    format: str = "table"
    roles: Mapping[str, str] = field(default_factory=dict)
    shift: int = 0  # columns by which figures stand further left in the file, where its first column is many

    def spot(self, row: int, column: int) -> str:
        """Where a cell stands, as a locator says it.

        Args:
            row: number in ``rows``, from 0.
            column: number in the row, from 0.

        >>> Grid("a.xlsx", "Data", [["x"]], [1]).spot(0, 0), Grid("a.csv", None, [["x"]], [1]).spot(0, 0)
        ('a.xlsx, Data!A1', 'a.csv:1:A')
        """
        letter = xl_col_to_name(max(column - self.shift, 0))
        number = self.numbers[row]
        return (
            f"{self.file}, {self.sheet}!{letter}{number}" if self.sheet else f"{self.file}:{number}:{letter}"
        )
