"""Every language but English: all that is said of the shipped data is whole, and as that language writes it."""

import re
from datetime import date
from functools import cache

import pytest

from metrics.progress import alternatives, as_known_on, assess, histories
from metrics.records import load
from metrics.words import languages, words_for
from metrics.words.catalogue import FOLDER, PLACEHOLDER, read_catalogue

OTHERS = languages()[1:]
TODAY = date(2026, 11, 28)
DAYS = [TODAY, date(2022, 12, 31), date(2020, 12, 31), date(2018, 6, 30), date(2017, 8, 1)]
RECORDS = load()
HAN = "\u4e00-\u9fff"

#: What Chinese does not write: the name of the fault and how it looks.
FAULTS = {
    "a placeholder is left over": r"[{}\[\]]",
    "a sign stands twice": r"[，。、；：！？]{2}|。\s+。",
    "a blank between two Chinese letters": rf"[{HAN}，。；：] +[{HAN}]",
    "a comma, a colon or a stop of Latin after a Chinese letter": rf"[{HAN}][,.:;](?:\s|$|[{HAN}])",
    "a blank between Chinese and figures": rf"[{HAN}] \d|\d [{HAN}]",
    "a blank before or after a sign": r" [，。、；：！？（）]|[，。、；：！？（）] ",
}

#: Texts that are no sentences: help of the command line, parts that are joined, mathematics, names of files.
NO_SENTENCES = (
    *("cli.", "list.", "number.", "overview.", "punctuation.", "method.interval.", "method.allows."),
    *(
        "powerpoint.number",
        "export.status.reading",
        "citation.with_address",
        "take_away.save",
        "block.claims.unit_other",
    ),
)


def faults(texts):
    return sorted(
        {(name, text) for text in texts for name, pattern in FAULTS.items() if re.search(pattern, text)}
    )


@cache
def sentences(language, day):
    """Every sentence on the targets of a day."""
    words = words_for(language)
    known = words.in_own_units(RECORDS)
    known = as_known_on(known, day)
    statuses = tuple(assess(known, day).statuses.values())
    overview = words.overview(statuses, known, day)
    texts = [overview.sentence, overview.kicker, overview.dek]
    for status in statuses:
        texts += [words.headline(status), words.headline_full(status), *words.headline_short(status)]
        texts += [words.group_headline(status.state), words.group_headline(status.independent)]
        texts += [words.reading(reading, status, known) for reading in status.readings]
        target = status.target
        texts += [words.demand(target, known), words.demand_long(target, known), words.due(target)]
    return tuple(text for text in texts if text)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_sentence_of_a_day_is_written_as_the_language_is(day, language):
    assert sentences(language, day)
    assert [] == faults(sentences(language, day))


@pytest.mark.parametrize("language", OTHERS)
def test_what_would_change_and_what_changed_is_written_as_the_language_is(language):
    words = words_for(language)
    known = as_known_on(words.in_own_units(RECORDS), TODAY)
    texts = []
    for status in assess(known, TODAY).statuses.values():
        found = words.alternatives(alternatives(known, status), status, known)
        texts += [one.text for one in found]
    for history in histories(known, TODAY).values():
        texts += [line.text for step in history.steps for line in words.causes(step.cause, known)]
    assert texts
    assert [] == faults(texts)


def forms(entry):
    return [entry] if isinstance(entry, str) else list(entry.values())


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_the_catalogue_is_written_as_the_language_is(language):
    found = read_catalogue(FOLDER / language).entries
    written = {
        text: PLACEHOLDER.sub("中", text)
        for key, entry in found.items()
        for text in forms(entry)
        if not key.startswith(NO_SENTENCES)
    }
    assert [] == faults(written.values())


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_of_the_catalogue_is_left_in_english(language):
    english, found = read_catalogue(FOLDER / "en").entries, read_catalogue(FOLDER / language).entries
    left = [
        key
        for key, entry in found.items()
        for text in forms(entry)
        if text in forms(english.get(key, ""))
        and re.search(r"[a-z]{3,} [a-z]{2,}", PLACEHOLDER.sub("", text))
        and not key.startswith("cli.")
    ]
    assert [] == left
