"""A page of the file: its address, its place in the header, and the parts it is made of, in order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from metrics.figures.page_parts import Part


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """One page; ``parts`` are made when they are asked for. ``group`` is the page of the header under which it stands."""

    id: str
    group: str
    parts: Callable[[], Iterable[Part]]
