"""Releases: the records of ``mappings.yaml``, how a publisher's file is read, and of ``releases.csv``, what was brought in.

In: checked values (``shape``). Out: frozen records. ``fields.yaml`` says what each field means.
"""

from metrics.records.model.fields import Count, Day, Id, Line, Number, Record, Span
from metrics.records.vocabulary import DecimalSign, FlagMeaning, WideForm


class ColumnValue(Record):
    """What stands in a column of the rows that are meant."""

    column: Line
    value: Line


class SeriesRule(Record):
    """Which rows of a file are figures of a series, and what they are multiplied by to be in its unit."""

    series: Id
    where: tuple[ColumnValue, ...] = ()
    value: Line | None = None
    factor: Number | None = None
    after_break: Id | None = None


class PlaceName(Record):
    """How a publisher writes a place."""

    name: Line
    place: Id


class FlagRule(Record):
    """What a mark beside a figure means."""

    flag: Line
    meaning: FlagMeaning


class ReleaseMapping(Record):
    """How the files of one publisher are read: which column is what, and which rows belong to which series."""

    id: Id
    source: Id | None = None
    sheet: Line | None = None
    header: Count | None = None
    period: Line | None = None
    place: Line | None = None
    value: Line | None = None
    unit: Line | None = None
    flag: Line | None = None
    wide: WideForm | None = None
    decimal: DecimalSign | None = None
    in_place: Id | None = None
    in_period: Span | None = None
    series: tuple[SeriesRule, ...]
    places: tuple[PlaceName, ...] = ()
    flags: tuple[FlagRule, ...] = ()


class Release(Record):
    """A file of a publisher that was brought in. Its figures stand in ``observations``, in a file with its id as name."""

    id: Id
    file: Line
    sha256: Line
    mapping: Id
    source: Id
    published: Day
    imported: Day
    new: Number
    revised: Number
    unchanged: Number
