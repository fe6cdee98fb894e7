"""Preview: what a publisher's file adds to a folder, and what that does to its verdicts, before anything is written.

In: the files of a folder, a publisher's file, the name of a mapping, a source and the day of publication. Out: a
:class:`Preview`; where nothing is wrong, the files of the folder as they would be afterwards.
"""

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from itertools import count

from metrics.progress.assess import assess
from metrics.progress.changes import ReadingChange, reading_changes
from metrics.progress.known import as_known_on
from metrics.progress.result import Status
from metrics.records.folder import OBSERVED
from metrics.records.load import read_files
from metrics.records.model import Observation, Release, ReleaseMapping
from metrics.records.model.fields import LONGEST_ID
from metrics.records.period import Period
from metrics.records.problem import Problem, RecordsError, shown
from metrics.records.store import Records
from metrics.records.vocabulary import Kind, Usable, Verification
from metrics.releases.figures import Found, ReleaseFigure, completed, found_in, head_of
from metrics.releases.files import grids

REGISTER = "releases.csv"
#: The columns of the file of figures of a release; a place in a file reads the same in every language.
COLUMNS = tuple(
    column
    for name in Observation.model_fields
    if name != "group"
    for column in ((name, f"{name}_zh") if name == "locator" else (name,))
)

_Key = tuple[str, str, tuple[date, date], str]  # series, place, first and last day, rank


@dataclass(frozen=True, slots=True)
class Import:
    """What is brought in: a publisher's file, the mapping that reads it, its source, and the day it was published."""

    file: str
    data: bytes
    mapping: ReleaseMapping
    source: str
    published: date
    today: date


@dataclass(frozen=True, slots=True)
class Revised:
    """A figure that differs from the one known before."""

    old: Observation
    new: ReleaseFigure


@dataclass
class Sorted:
    """The figures of a file by what is known already."""

    new: list[ReleaseFigure] = field(default_factory=list)
    revised: list[Revised] = field(default_factory=list)
    unchanged: list[ReleaseFigure] = field(default_factory=list)
    gone: list[Observation] = field(default_factory=list)  # of an earlier release, and not in this file
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Flip:
    """A target whose headline or readings say something else afterwards."""

    before: Status
    after: Status
    readings: tuple[ReadingChange, ...]

    @property
    def flipped(self) -> bool:
        """Whether the verdict of the headline is another."""
        return self.before.headline.verdict != self.after.headline.verdict


@dataclass(frozen=True)
class Preview:
    """What a file adds. ``files`` holds those of the folder that would be written; none of them if anything is wrong."""

    release: str  # its id
    found: Found
    figures: Sorted
    records: Records  # as they stand
    flips: tuple[Flip, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def preview(folder: Mapping[str, bytes], data: str, asked: Import) -> Preview:
    """What a publisher's file adds to a folder.

    Args:
        folder: the bytes of its files, by their paths.
        data: the path of its data folder.
        asked: what is brought in.

    Raises:
        RecordsError: the files of the folder are not in order as they stand, or the publisher's file cannot be read.
    """
    before, problems = read_files(folder)
    if before is None:
        raise RecordsError(problems)
    found = _found(asked, before)
    figures, name = _sort(found.figures, before, asked), release_id(asked, before)
    made = Preview(name, found, figures, before, problems=(*found.problems, *figures.problems))
    written = [*figures.new, *(one.new for one in figures.revised)]
    if made.problems or not written:
        return made
    register = f"{data}/{REGISTER}"
    files = {
        f"{data}/{OBSERVED}/{name}.csv": _rows(written, before, asked),
        register: _register(asked, name, folder.get(register), figures),
    }
    after, problems = read_files({**folder, **files})
    if after is None:
        return replace(made, problems=tuple(_at_home(problems, name, written)))
    return replace(made, files=files, flips=tuple(_flips(before, after, asked)))


def release_id(asked: Import, records: Records) -> str:
    """The id of a release: its source and day, with a number behind it where another file has that one."""
    digest = sha256(asked.data).hexdigest()
    name = f"{asked.source[:60]}-{asked.published}"
    for number in count(1):
        one = name if number == 1 else f"{name}-{number}"
        if one not in records.releases or records.releases[one].sha256 == digest:
            return one
    raise AssertionError("count never ends")


def _found(asked: Import, records: Records) -> Found:
    """What the grids hold together: those of a workbook that have the columns, or the one sheet that is named."""
    found, mapping = Found(), asked.mapping
    every = grids(asked.data, asked.file)
    chosen = [one for one in every if mapping.sheet in (None, one.sheet)]
    if not chosen:
        there = ", ".join(one.sheet or "" for one in every)
        details = (("found", shown(mapping.sheet)), ("allowed", there))
        raise RecordsError([Problem("no_such_sheet", asked.file, details=details)])
    fit = [one for one in chosen if head_of(one, completed(mapping, one)) is not None] or chosen[:1]
    found.format = fit[0].format
    for grid in fit:
        found.add(found_in(grid, mapping, records))
    return found


def _at_home(problems: Iterable[Problem], name: str, written: Sequence[ReleaseFigure]) -> Iterator[Problem]:
    """The problems of the file that would be written, each at the cell of the publisher's file that it comes from."""
    for one in problems:
        is_row = one.file.endswith(f"/{name}.csv") and one.line is not None and one.line > 1
        yield (
            replace(one, file=written[one.line - 2].locator, line=None, column=None, field=None)
            if is_row and one.line
            else one
        )


def _key(one: ReleaseFigure | Observation) -> _Key:
    if isinstance(one, Observation):
        return one.series, one.geography, one.period.days, "judged" if one.judged else one.kind.value
    judged = one.kind in (Kind.ACTUAL, Kind.ESTIMATE)
    return one.series, one.place, Period.parse(one.period).days, "judged" if judged else one.kind.value


def _newest(records: Records, day: date) -> dict[_Key, Observation]:
    """The newest vintage of each figure that was known on a day."""
    known = (one for one in records.observations.values() if one.known <= day)
    return {_key(one): one for one in sorted(known, key=lambda one: (one.known, one.published.start))}


def _sort(figures: Iterable[ReleaseFigure], records: Records, asked: Import) -> Sorted:
    """Which figures are new, revised, known already, or cannot be told from another one."""
    newest = _newest(records, asked.published)
    found, seen = Sorted(), dict[_Key, ReleaseFigure]()
    for one in figures:
        first = seen.setdefault(_key(one), one)
        old = newest.get(_key(one))
        if first is not one:
            if first.says != one.says:
                found.problems.append(_clash("two_figures", asked, one, first.locator, first.value))
        elif old is None:
            found.new.append(one)
        elif (old.value, old.bound, old.kind, old.provisional) == one.says:
            found.unchanged.append(one)
        elif old.known == asked.published:
            found.problems.append(_clash("other_figure", asked, one, old.id, old.value))
        else:
            found.revised.append(Revised(old, one))
    earlier = {
        (one.source, one.published) for one in records.releases.values() if one.mapping == asked.mapping.id
    }
    mapped = {name for rule in asked.mapping.series for name in (rule.series, rule.after_break)}
    found.gone += [
        old
        for key, old in newest.items()
        if key not in seen and old.series in mapped and (old.source, old.known) in earlier
    ]
    return found


def _clash(kind: str, asked: Import, one: ReleaseFigure, other: str, value: float) -> Problem:
    details = (("found", f"{one.value:.15g}"), ("other", f"{value:.15g}"), ("place", other))
    return Problem(kind, one.locator or asked.file, details=details)


def _flips(before: Records, after: Records, asked: Import) -> Iterable[Flip]:
    """The targets that say something else with the figures, on the day on which all of them are known."""
    day = max(asked.today, asked.published, before.as_of)
    was, now = (assess(as_known_on(one, day), day).statuses for one in (before, after))
    for name, status in was.items():
        readings = tuple(reading_changes(status, now[name]))
        if readings or status.headline != now[name].headline:
            yield Flip(status, now[name], readings)


def _rows(figures: Iterable[ReleaseFigure], records: Records, asked: Import) -> bytes:
    """The file of figures of a release."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    taken = set(records.observations)
    for one in figures:
        series = records.series[one.series]
        name = _row_id(one, asked.published, taken)
        taken.add(name)
        writer.writerow(
            (
                *(name, series.indicator, one.series, one.place, one.period, f"{one.value:.15g}", "", ""),
                *(one.bound.value, one.kind.value, str(one.provisional).lower(), series.unit),
                *(
                    asked.published,
                    asked.source,
                    *(one.locator, one.locator),
                    Verification.VERIFIED.value,
                    Usable.YES.value,
                    "",
                ),
            )
        )
    return out.getvalue().encode("utf-8")


def _row_id(one: ReleaseFigure, published: date, taken: Collection[str]) -> str:
    """An id for a row that nothing has yet: series, place and period, the day behind it where there is one already."""
    name = re.sub(r"[^A-Za-z0-9_+-]+", "-", f"{one.series}-{one.place}-{one.period}")
    if len(name) + 15 > LONGEST_ID:
        name = f"{name[: LONGEST_ID - 32]}-{sha256(name.encode()).hexdigest()[:12]}"
    names = (name, f"{name}-{published}", *(f"{name}-{published}-{n}" for n in range(2, 100)))
    return next(each for each in names if each not in taken)


def _register(asked: Import, name: str, held: bytes | None, sorted_: Sorted) -> bytes:
    """The register with one line more."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if held is None:
        writer.writerow(Release.model_fields)
    elif not held.endswith((b"\n", b"\r")):
        out.write("\n")
    counts = (len(sorted_.new), len(sorted_.revised), len(sorted_.unchanged))
    digest = sha256(asked.data).hexdigest()
    days = (asked.published, asked.today)
    writer.writerow((name, asked.file, digest, asked.mapping.id, asked.source, *days, *counts))
    return (held or b"") + out.getvalue().encode("utf-8")
