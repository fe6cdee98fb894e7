"""A page of the file: its address, its place in the header, and the parts it is made of, in order.

A part is HTML or a :class:`Picture`: a chart that is drawn for light and for dark, with its table.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from metrics.figures.chart import Chart
from metrics.figures.palette import Mode


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, drawn when it is needed.

    Both modes draw it, or neither. ``width`` is that for which its labels were placed, px; ``text`` is HTML that stands beside it.
    """

    draw: Callable[[Mode], Chart | None]
    width: int
    level: int = 2
    table: bool = True
    text: str = ""


Part = str | Picture


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """One page; ``parts`` are made when they are asked for. ``group`` is the page of the header under which it stands."""

    id: str
    group: str
    parts: Callable[[], Iterable[Part]]
