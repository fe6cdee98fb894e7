"""Chinese texts hold no Latin words but names: those of the catalogue, of the shipped plans, of every example and of the starter."""

import pytest

from docs.examples import EXAMPLES
from metrics.exports.starter.folder import FILES
from metrics.records import load
from metrics.words.catalogue import FOLDER, PLACEHOLDER, read_catalogue
from tests.later import HELD
from tests.latin import NAMES, chinese, latin

FOR_MACHINES = (
    "cli.",
    "native.",
    "problem.",
)  # the command line quotes what is typed, a problem what stands in a file; a browser's own words stand for themselves
GROUPS = (
    *("plans", "indicators", "observations", "sources", "events", "claims"),
    *("families", "categories", "places", "units", "questions"),
)
FOLDERS = {"shipped": None, "starter": FILES, **{one.name: one for one in sorted(EXAMPLES.iterdir())}}


def of_the_catalogue():
    catalogue = read_catalogue(FOLDER / "zh")
    for key, entry in catalogue.entries.items():
        if not key.startswith(FOR_MACHINES):
            for text in [entry] if isinstance(entry, str) else entry.values():
                yield key, PLACEHOLDER.sub(" ", text)


def of(folder):
    known = load(folder) if folder else HELD
    for group in GROUPS:
        records = getattr(known, group)
        for one in records.values() if hasattr(records, "values") else records:
            for text in chinese(one):
                yield one.id, PLACEHOLDER.sub(" ", text)


def test_catalogue_holds_no_latin_words_but_names():
    assert {} == {key: left for key, text in of_the_catalogue() if (left := latin(text) - NAMES)}


@pytest.mark.parametrize("folder", FOLDERS)
def test_data_hold_no_latin_words_but_names(folder):
    assert {} == {one: left for one, text in of(FOLDERS[folder]) if (left := latin(text) - NAMES)}


def test_every_name_of_the_list_is_written_somewhere():
    written = {word for _, text in of_the_catalogue() for word in latin(text)}
    written |= {word for folder in FOLDERS.values() for _, text in of(folder) for word in latin(text)}
    assert set() == NAMES - written
