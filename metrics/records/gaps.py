"""Gaps: the texts that a reader sees and that do not stand in a language.

In: a folder without problems and a language. Out: each such text with its place. A folder may be written in one
language, so a gap is no problem: nobody hears of it who does not ask.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from metrics.records.contents import name_of
from metrics.records.entry import Entry, Fields
from metrics.records.expectation import expectations
from metrics.records.folder import Folder
from metrics.records.load import read_set
from metrics.records.model import Record, Text
from metrics.records.model.fields import Wanted
from metrics.records.problem import Report


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that does not stand in a language, and where it stands in another."""

    file: str
    line: int
    record: str  # what holds it, by its kind and id
    field: str
    text: str


def gaps(folder: Path, language: str) -> tuple[Gap, ...]:
    """The texts of a folder that do not stand in ``language``, in the order of files and lines.

    >>> from metrics.records.load import SHIPPED
    >>> gaps(SHIPPED, "zh")
    ()
    """
    layout = Folder(folder)
    labels = [file.label for file in layout.files]
    record_set, _, _ = read_set(layout, Report(labels))
    found = [gap for record, entry in record_set.all for gap in _of(record, entry, _name(record), language)]
    return tuple(sorted(found, key=lambda gap: (labels.index(gap.file), gap.line)))


def _of(record: Record, entry: Entry, name: str, language: str) -> Iterator[Gap]:
    for field, expected in expectations(type(record)).items():
        value = getattr(record, field)
        if isinstance(value, Text):
            if language not in dict(value.versions) and field in entry:
                line, _ = entry.spot(field)
                yield Gap(entry.file, line, name, field, value.best(language)[1])
        elif expected.kind is Wanted.FIELDS and value is not None:
            inner = entry[field] if isinstance(entry, Fields) else None
            if isinstance(inner, Fields):
                yield from _of(value, inner, name, language)


def _name(record: Record) -> str:
    found = getattr(record, "id", None)
    return f"{name_of(type(record))} '{found}'" if found else name_of(type(record))
