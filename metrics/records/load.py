"""Load: a folder of files becomes :class:`Records`, or every problem that it has.

In: the folder with ``targets.yaml``. Out: the store. What was read is kept until a file changes, is added
or goes away, so that asking again costs a look at the files' times and no more.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import TypeVar

from metrics.records import contents, csv_file, yaml_file
from metrics.records.calculated import with_calculated
from metrics.records.characters import decode
from metrics.records.folder import DataFile, Fingerprint, Folder, Layout
from metrics.records.in_memory import FilesInMemory
from metrics.records.logo import Logo, read_logo
from metrics.records.model import (
    Category,
    Claim,
    DeliveryReport,
    Event,
    ExchangeRate,
    Family,
    Group,
    Indicator,
    NamedDeck,
    Observation,
    Place,
    Plan,
    PriceIndex,
    Question,
    Rating,
    RatingScale,
    Record,
    Release,
    ReleaseMapping,
    Source,
    Theme,
    Unit,
)
from metrics.records.place import end_of
from metrics.records.problem import Problem, RecordsError, Report
from metrics.records.record_set import RecordSet
from metrics.records.references import check_references
from metrics.records.sense import check_sense
from metrics.records.shape import Shaper
from metrics.records.store import Records
from metrics.records.warning import warnings

SHIPPED = Path(__file__).resolve().parents[2]

_KEPT = 8  # folders: the shipped one and a few that somebody is writing
_kept: "OrderedDict[Path, _Kept]" = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class LatestRecords:
    """The newest records of a folder that were in order, and what is wrong with its files as they stand now."""

    records: Records | None  # None: they were never in order since this process began
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    fingerprint: Fingerprint
    latest: LatestRecords


_Id = TypeVar(
    "_Id",
    Unit,
    Family,
    Group,
    Place,
    Indicator,
    Observation,
    Source,
    Category,
    Event,
    Claim,
    Plan,
    Question,
    DeliveryReport,
    Rating,
    RatingScale,
    NamedDeck,
    ReleaseMapping,
    Release,
)


def load(folder: Path = SHIPPED) -> Records:
    """All records of a folder; the same object as long as no file has changed.

    Raises:
        RecordsError: something is wrong; ``problems`` says everything that is.

    >>> load().targets["aidp-2020-core"].value
    150.0
    """
    records, problems = read(folder)
    if records is None:
        raise RecordsError(problems)
    return records


def read(folder: Path = SHIPPED) -> tuple[Records | None, tuple[Problem, ...]]:
    """All records of a folder, or None and its problems in the order of files and lines."""
    found = latest(folder)
    return (None, found.problems) if found.problems else (found.records, ())


def latest(folder: Path = SHIPPED) -> LatestRecords:
    """The newest records of a folder that were in order, and what is wrong with its files as they stand now.

    Who reads while somebody writes gets the last good records as long as the files are broken or gone.
    """
    path = Path(folder).absolute()
    with _lock:
        found = Folder(path)
        fingerprint = found.fingerprint  # before reading: what changes meanwhile is read again next time
        kept = _kept.get(path)
        if kept is None or kept.fingerprint != fingerprint:
            records, problems = _read(found)
            if records is None and kept is not None:
                records = kept.latest.records
            if any(problem.kind in ("unreadable", "closed_folder") for problem in problems):
                fingerprint = ()  # a lock that somebody lifts changes no file: look again next time
            kept = _kept[path] = _Kept(fingerprint, LatestRecords(records, problems))
            if len(_kept) > _KEPT:
                _kept.popitem(last=False)
        _kept.move_to_end(path)
        return kept.latest


def read_files(files: Mapping[str, bytes]) -> tuple[Records | None, tuple[Problem, ...]]:
    """All records of files in memory, or None and their problems; nothing is written and nothing is kept.

    Args:
        files: the bytes of each file by its path inside the folder, with forward slashes: ``targets.yaml``,
            ``data/indicators.yaml``, ``data/observations/industry.csv``.
    """
    return _read(FilesInMemory(files))


def _read(folder: Layout) -> tuple[Records | None, tuple[Problem, ...]]:
    report = Report([file.label for file in folder.files])
    if not folder.check(report):
        return None, report.problems()
    record_set, promises, digest = read_set(folder, report)
    check_references(record_set, report)
    check_sense(record_set, report)
    logo = read_logo(folder, record_set, report)
    problems = report.problems()
    if problems or promises is None:
        return None, problems
    found = warnings(record_set, [file.label for file in folder.files], report.notes)
    return with_calculated(replace(_store(promises, record_set, digest, logo), warnings=found)), ()


def read_set(folder: Layout, report: Report) -> tuple[RecordSet, contents.PromisesFile | None, str]:
    """The records of each file with the places where they stand, what ``targets.yaml`` holds, and the digest of all files."""
    record_set, digest = RecordSet(), sha256()
    shaper = Shaper(record_set, report)
    promises: contents.PromisesFile | None = None
    for file in folder.files:
        if file.is_optional and not folder.has(file.label):
            continue
        parent, _, name = file.label.rpartition("/")
        if parent and not folder.is_folder(parent):  # reported with the folder
            shaper.missing(_model(file))
            continue
        data = folder.bytes_of(file, report)
        text = None if data is None else decode(data, file.label, report)
        if data is None or text is None:
            shaper.missing(_model(file))
            continue
        digest.update(f"{file.role}/{name} {len(data)}\n".encode(errors="replace"))
        digest.update(data)
        del data  # it is in the text now, and a large file need not stay in memory twice
        if file.role in contents.CSV:
            _shape_rows(text, file, shaper, report)
        else:
            promises = _shape_fields(text, file, shaper, report) or promises
        if (
            text and not text.endswith(("\n", "\r")) and report.concerns(file.label)
        ):  # written by half, most likely
            report.add("broken_off", file.label, end_of(text))
            shaper.missing(_model(file))
    return record_set, promises, digest.hexdigest()


def _model(file: DataFile) -> type[Record]:
    return contents.CSV.get(file.role) or contents.YAML[file.role]


def _shape_rows(text: str, file: DataFile, shaper: Shaper, report: Report) -> None:
    table = csv_file.CsvRows(text, file.label, _model(file), report, shaper.language)
    shaper.rows(_model(file), table)
    if not table.is_whole:
        shaper.missing(_model(file))


def _shape_fields(text: str, file: DataFile, shaper: Shaper, report: Report) -> contents.PromisesFile | None:
    fields = yaml_file.parse(text, file.label, report)
    if fields is None:
        shaper.missing(_model(file))
        return None
    if fields.hides_entries:
        shaper.missing(_model(file))
    record = shaper.file(_model(file), fields)
    return record if isinstance(record, contents.PromisesFile) else None


def _store(promises: contents.PromisesFile, record_set: RecordSet, digest: str, logo: Logo | None) -> Records:
    return Records(
        as_of=promises.as_of,
        glance=promises.glance,
        plans=_by_id(promises.plans),
        units=_by_id(record_set.records(Unit)),
        families=_by_id(record_set.records(Family)),
        groups=_by_id(record_set.records(Group)),
        places=_by_id(record_set.records(Place)),
        indicators=_by_id(record_set.records(Indicator)),
        observations=_by_id(record_set.records(Observation)),
        sources=_by_id(record_set.records(Source)),
        categories=_by_id(record_set.records(Category)),
        events=_by_id(record_set.records(Event)),
        claims=_by_id(record_set.records(Claim)),
        rates=tuple(record_set.records(ExchangeRate)),
        prices=tuple(record_set.records(PriceIndex)),
        questions=_by_id(promises.questions),
        decks=_by_id(record_set.records(NamedDeck)),
        evidence=_by_id(record_set.records(DeliveryReport)),
        scales=_by_id(promises.scales),
        ratings=_by_id(record_set.records(Rating)),
        mappings=_by_id(record_set.records(ReleaseMapping)),
        releases=_by_id(record_set.records(Release)),
        theme=next(iter(record_set.records(Theme)), None),
        logo=logo,
        digest=sha256(f"{digest}\n".encode() + logo.data).hexdigest() if logo else digest,
    )


def _by_id(records: Iterable[_Id]) -> Mapping[str, _Id]:
    return MappingProxyType({record.id: record for record in records})
