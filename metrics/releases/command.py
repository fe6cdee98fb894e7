"""The commands ``import`` and ``import --undo``: what they ask for, do and print.

In: files, a folder and options. Out: the report on standard output, and files in the folder where all is in order.
"""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from metrics.console import SAY, leave_with, reason, records_of, show, usage
from metrics.records.guess import nearest
from metrics.records.model import ReleaseMapping
from metrics.records.problem import RecordsError
from metrics.records.store import Records
from metrics.releases.folder import files_of, undo, write
from metrics.releases.preview import Import, preview
from metrics.releases.report import report
from metrics.words import Words


def bring_in_files(
    files: Sequence[BinaryIO],
    folder: Path,
    *,
    published: date | None,
    source: str | None,
    mapping: str | None,
    dry_run: bool,
    words: Words,
) -> None:
    """Bring files in, one release each; nothing is written of one that is not in order."""
    records = records_of(folder)
    if not files:
        raise usage("files", SAY("cli.import.no_file"))
    if published is None:
        raise usage("published", SAY("cli.import.no_day"))
    chosen = _mapping(mapping, records)
    cited = source or chosen.source
    if cited is None:
        raise usage("source", SAY("cli.import.no_source", mapping=chosen.id))
    _known("source", cited, records.sources)
    for file in files:
        asked = Import(Path(file.name).name, file.read(), chosen, cited, published, date.today())
        _bring_in(asked, folder, words, dry_run=dry_run)


def _bring_in(asked: Import, folder: Path, words: Words, *, dry_run: bool) -> None:
    held, data = files_of(folder)
    try:
        found = preview(held, data, asked)
    except RecordsError as error:
        leave_with(error.problems)
    if found.problems:
        leave_with(found.problems)
    for line in report(found, asked, words):
        show(line)
    if not found.files or dry_run:
        show(words.say("release.dry" if found.files else "release.nothing"))
        return
    try:
        write(folder, found.files)
    except OSError as error:
        raise usage("folder", SAY("cli.import.not_written", reason=reason(error))) from error
    show(words.say("release.written", files=words.listing(list(found.files))))


def take_out(folder: Path, release: str, words: Words) -> None:
    """Take a release out again."""
    records = records_of(folder)
    if release not in records.releases:
        raise usage("undo", SAY("cli.import.unknown_release", id=release))
    try:
        undo(folder, release)
    except OSError as error:
        raise usage("folder", SAY("cli.import.not_written", reason=reason(error))) from error
    show(words.say("release.undone", id=release))


def _mapping(asked: str | None, records: Records) -> ReleaseMapping:
    """The mapping that is asked for, or the only one."""
    if not records.mappings:
        raise usage("mapping", SAY("cli.import.no_mapping"))
    if asked is None and len(records.mappings) > 1:
        raise usage("mapping", SAY("cli.import.which_mapping", mappings=", ".join(records.mappings)))
    name = asked or next(iter(records.mappings))
    _known("mapping", name, records.mappings)
    return records.mappings[name]


def _known(option: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        near = nearest(name, known)
        key = f"cli.import.unknown_{option}"
        raise usage(option, SAY(f"{key}_near", id=name, near=near) if near else SAY(key, id=name))
