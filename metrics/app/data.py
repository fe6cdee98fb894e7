"""The data behind the pages: records, progress and charts, each made once and shared by all readers.

Everything kept here is frozen, so one object serves every session. Keys are the digest of the data files
and the choices of the view, never the objects themselves.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import TypeVar

import streamlit as st

from metrics.progress import History, as_known_on, assess
from metrics.progress import histories as every_history
from metrics.progress.result import Path, Progress
from metrics.records import SHIPPED, load
from metrics.records.store import Records
from metrics.words import Words

T = TypeVar("T")

#: Environment variable that names another plan folder.
FOLDER = "MILEPOST_PLAN"


def folder() -> FilePath:
    """The folder whose plan is shown."""
    chosen = os.environ.get(FOLDER)
    return FilePath(chosen) if chosen else SHIPPED


def records() -> Records:
    """The records of the folder; read again only when a file has changed.

    Raises:
        RecordsError: the files have problems.
    """
    return load(folder())


def told(held: Records, words: Words) -> Records:
    """The records in the sizes of units in which a language tells figures: what the pages show.

    Their digest says so, as everything that is kept is told apart by it.
    """

    def make() -> Records:
        made = words.told(held)
        return held if made is held else replace(made, digest=f"{held.digest} {words.language}")

    return kept(("told", held.digest, words.language), make)


def known(held: Records, day: date) -> Records:
    """The records as they could be known on a day."""
    return kept(("known", held.digest, day), lambda: as_known_on(held, day))


def progress(held: Records, day: date, path: Path | None) -> Progress:
    """The status of every target on a day, from the records of that day."""
    return kept(("progress", held.digest, day, path), lambda: assess(known(held, day), day, path))


def histories(held: Records, day: date, today: date, path: Path | None) -> Mapping[str, History]:
    """The history of every target up to a day; made once up to today, as no step rests on what came later."""
    whole = kept(("histories", held.digest, today, path), lambda: every_history(held, today, path))
    cut = ((name, one.until(day)) for name, one in whole.items())
    return MappingProxyType({name: one for name, one in cut if one})


def kept(key: tuple[object, ...], make: Callable[[], T]) -> T:
    """What ``make`` returns, kept under ``key``; the key holds everything that the result depends on."""
    made: T = _kept(key, make)
    return made


@st.cache_resource(max_entries=256, show_spinner=False)
def _kept(key: tuple[object, ...], _make: Callable[[], T]) -> T:  # noqa: ARG001  the key is what is cached by
    return _make()
