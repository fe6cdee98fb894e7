"""The data behind the pages: records, progress and charts, each made once and shared by all readers.

Whose plan is shown stands in the address: the one that the server was started with, one of the examples, or the
reader's own, which lives in the session. Everything kept here is frozen, so one object serves every session; what is
made for a reader's own plan is kept with it. Keys are the digest of the data files and the choices of the view, never
the objects themselves.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import TypeVar

import streamlit as st

from metrics.app import own_plan
from metrics.app.address import DATA, OWN
from metrics.app.result_cache import ResultCache
from metrics.app.snapshot import Snapshot
from metrics.app.watch import FolderState, look
from metrics.progress import History, as_known_on, assess
from metrics.progress import histories as every_history
from metrics.progress.result import Path, Progress
from metrics.progress.sizes import resized_histories, resized_progress
from metrics.records import SHIPPED, RecordsError
from metrics.records.folder import DataFile, Folder
from metrics.records.problem import Report
from metrics.records.store import Records
from metrics.records.upload import place_of
from metrics.words import Words

T = TypeVar("T")

#: Where the plans that come as examples stand, a folder each.
EXAMPLES = FilePath(__file__).resolve().parents[1] / "examples"

#: Environment variable that names another plan folder.
FOLDER = "MILEPOST_PLAN"


def folder() -> FilePath:
    """The folder whose plan is shown."""
    chosen = os.environ.get(FOLDER)
    return FilePath(chosen) if chosen else SHIPPED


def examples() -> Mapping[str, FilePath]:
    """The folders of the plans that come as examples, by their names."""
    found = EXAMPLES.iterdir() if EXAMPLES.is_dir() else ()
    return {path.name: path for path in sorted(found) if (path / "targets.yaml").is_file()}


def files_of(place: FilePath) -> dict[str, bytes]:
    """The files of a plan folder, by their places in a folder whose data stand in ``data``."""
    held = Folder(place)
    files = (*held.files, *(DataFile(name, "theme.yaml") for name in held.pictures))
    read = {file.label: held.bytes_of(file, Report()) for file in files if held.has(file.label)}
    return {place_of(name) or name: found for name, found in read.items() if found is not None}


def files_shown() -> Mapping[str, bytes]:
    """The files of the plan that the address asks for."""
    asked = st.query_params.get(DATA, "")
    own = own_plan.held() if asked == OWN else None
    return own.files if own else files_of(examples().get(asked) or folder())


def offered() -> tuple[str, ...]:
    """What the address may ask for beside the plan that the server was started with."""
    return (*examples(), *((OWN,) if own_plan.held() else ()))


def shown_folder() -> FilePath | None:
    """The folder of what the address asks for; None for the reader's own plan, which stands in none."""
    asked = st.query_params.get(DATA, "")
    if asked == OWN and own_plan.held():
        return None
    return examples().get(asked) or folder()


def shown() -> FolderState:
    """The newest good records of what the address asks for, and what is wrong with its files now."""
    own, place = own_plan.held(), shown_folder()
    return FolderState(own.records if own else None) if place is None else look(place)


def records() -> Records:
    """The records that are shown; read again only when a file has changed, the last good ones while it is broken.

    Raises:
        RecordsError: the files have problems, and were never in order since the server was started.
    """
    found = shown()
    if found.records is None:
        raise RecordsError(found.problems)
    return found.records


def snapshot(records: Records, day: date, today: date, path: Path | None, words: Words | None) -> Snapshot:
    """The records of a day, judged once for all languages, in the units in which ``words`` tells figures.

    Args:
        records: all records, as published.
        day: the known-on day.
        today: the last day of the histories.
        path: the path the reader chose; None: both.
        words: the language; None: the figures as published, for what is taken away.
    """

    def progress_on(at: date) -> Progress:
        return progress(records, min(at, day), path, words)

    def histories_until(at: date) -> Mapping[str, History]:
        return histories(records, at, today, path, words)

    return Snapshot(known(records, day, words), progress_on(day), progress_on, histories_until)


def in_units_of(words: Words | None, records: Records) -> Records:
    """Records in the sizes of units of a language; their digest says so, by which what is kept is told apart."""
    made = words.in_own_units(records) if words else records
    return (
        made if words is None or made is records else replace(made, digest=f"{made.digest} {words.language}")
    )


def known(records: Records, day: date, words: Words | None = None) -> Records:
    """The records as they could be known on a day."""
    found = kept(("known", records.digest, day), lambda: as_known_on(records, day))
    language = words and words.language
    return kept(("known", records.digest, day, language), lambda: in_units_of(words, found))


def progress(records: Records, day: date, path: Path | None, words: Words | None = None) -> Progress:
    """The status of every target on a day, from the records of that day."""
    published = known(records, day)
    found = kept(("progress", records.digest, day, path), lambda: assess(published, day, path))
    sized = known(records, day, words)
    if words is None or sized is published:
        return found
    key = ("progress", records.digest, day, path, words.language)
    return kept(key, lambda: resized_progress(found, published, sized))


def histories(
    records: Records, day: date, today: date, path: Path | None, words: Words | None = None
) -> Mapping[str, History]:
    """The history of every target up to a day; made once up to today, as no step rests on what came later."""
    whole = kept(("histories", records.digest, today, path), lambda: every_history(records, today, path))

    def made() -> Mapping[str, History]:
        sized = in_units_of(words, records)
        return whole if sized is records else resized_histories(whole, records, sized)

    sized = kept(("histories", records.digest, today, path, words and words.language), made)
    cut = ((name, one.until(day)) for name, one in sized.items())
    return MappingProxyType({name: one for name, one in cut if one})


def kept(key: tuple[object, ...], make: Callable[[], T]) -> T:
    """What ``make`` returns, kept under ``key``; the key holds everything that the result depends on."""
    own = own_plan.owner(key)
    made: T = (own.results if own else _results).kept(key, make)
    return made


_results = ResultCache(256)
