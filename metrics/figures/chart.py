"""A chart: what is drawn, and everything that must travel with it, as data.

The plot is bare; title, subtitle, key and source line stand beside it, so that a page can set them as real headings
and lists and a picture can draw them inside its own frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:  # files that hold no picture cite its documents without the library that draws
    import plotly.graph_objects as go

    from metrics.figures.key import KeyEntry
    from metrics.figures.plot import Plot


class Reference(str):
    """The id of a record, which a page shows by its name; files keep the id.

    >>> one = Reference("caict-2026-08-03", "CAICT")
    >>> one, one.name
    ('caict-2026-08-03', 'CAICT')
    """

    __slots__ = ("name",)
    name: str

    def __new__(cls, record: str, name: str) -> Self:
        """The id with the name that stands for it."""
        made = super().__new__(cls, record)
        made.name = name
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # of a plain text it is one
        """What a copy is made from."""
        return str(self), self.name


Cell = str | float | int | bool | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. ``key`` names it in files, ``label`` on the page.

    ``opens`` is the page, and its parameter, that each of its cells is the id for: on a page the cell is a link.
    """

    key: str
    label: str
    numeric: bool = False
    opens: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The data of a chart: rows of raw values, as long as ``columns``."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several small pictures on one scale; its name stands inside the figure."""

    id: str
    plot: Plot
    alt: str

    @property
    def figure(self) -> go.Figure:
        """The plotly figure."""
        return self.plot.figure


@dataclass(frozen=True, slots=True)
class Panels:
    """Several small pictures that are read together; the fields are those of a :class:`Chart`."""

    id: str
    panels: tuple[Panel, ...]
    title: str
    subtitle: str
    source: str
    table: Table
    key: tuple[KeyEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A finished chart.

    ``id`` is stable and fit for a file name; ``title`` says the finding; ``subtitle`` measure, unit, place
    and period; ``source`` the sources and the known-on day; ``alt`` is the text alternative; ``key`` says what the
    marks mean that occur. ``opens`` is the day at which a box opens that is narrower than the chart; None: the
    known-on day. ``plot`` is None where plotly does not draw the picture.
    """

    id: str
    plot: Plot | None
    title: str
    subtitle: str
    source: str
    alt: str
    table: Table
    opens: date | None = None
    key: tuple[KeyEntry, ...] = ()

    @property
    def figure(self) -> go.Figure:
        """The plotly figure.

        Raises:
            ValueError: plotly does not draw it.
        """
        if self.plot is None:
            raise ValueError(f"plotly does not draw {self.id}")
        return self.plot.figure
