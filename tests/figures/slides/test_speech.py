"""What a presenter says: on every slide of both plans, on three days, in sentences that can be spoken and are said once."""

import re
from datetime import date
from functools import lru_cache

import pytest

from docs.examples import EXAMPLES
from metrics.figures.slides.deck import deck
from metrics.figures.slides.slide import SlideKind
from metrics.figures.slides.speech import SENTENCES
from metrics.figures.slides.subject import subject
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.records.load import SHIPPED
from metrics.words import languages, words_for

FOLDERS = {"china": SHIPPED, "quillhaven": EXAMPLES / "quillhaven"}
DAYS = (date(2021, 12, 31), date(2025, 6, 30), date(2026, 11, 28))
MEASURED = (SlideKind.TARGET, SlideKind.INDICATOR)
WORDS, SIGNS = 34, 90  # of the longest sentence, in English and in Chinese
WRITTEN = re.compile(
    r"RMB|US\$|[≥≤≈<>]|\bbn\b|\bmn\b|\b\d+ (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
)

every = pytest.mark.parametrize("day", DAYS, ids=str)
both = pytest.mark.parametrize("plan", FOLDERS)
spoken = pytest.mark.parametrize("language", languages())


@lru_cache
def slides(plan, day, language):
    words = words_for(language)
    known = words.in_own_units(as_known_on(load(FOLDERS[plan]), day))
    return deck(subject(known, assess(known, day), words, lambda page, /, **_: page)).slides


def sentences(slide):
    """A stop ends a sentence, that of a decimal or an initial does not."""
    return [
        one
        for text in slide.notes.say
        for one in re.split(r"(?<=[。！？])|(?<=[.!?]) (?=[A-Z0-9“])", text)
        if one
    ]


@every
@both
@spoken
def test_every_slide_has_something_to_say_and_what_was_measured_a_few_sentences(plan, day, language):
    made = slides(plan, day, language)
    assert [] == [one.key for one in made if not one.notes.say]
    first = [one for one in made if one.kind in MEASURED and one.part == 1 and not one.facet]
    assert first
    assert [] == [one.key for one in first if not 2 <= len(one.notes.say) <= SENTENCES]


@every
@both
@spoken
def test_no_sentence_is_said_twice_and_none_repeats_a_title(plan, day, language):
    made = slides(plan, day, language)
    said = [one for slide in made for one in sentences(slide)]
    assert [] == sorted({one for one in said if said.count(one) > 1})
    shown = {text.rstrip("。.") for slide in made for text in (slide.title, slide.subtitle) if text}
    assert set() == {one.rstrip("。.") for one in said} & shown


@every
@both
@spoken
def test_every_sentence_can_be_spoken(plan, day, language):
    said = [one for slide in slides(plan, day, language) for one in sentences(slide)]
    assert [] == [one for one in said if not one.endswith((".", "。", "!", "?"))]
    assert [] == [one for one in said if WRITTEN.search(one)]
    size = (lambda one: len(one.split()) > WORDS) if language == "en" else (lambda one: len(one) > SIGNS)
    assert [] == list(filter(size, said))


def test_promise_comes_first_then_whose_figure_decides_who_disagrees_and_what_is_not_known():
    made = {one.key: one.notes.say for one in slides("china", DAYS[-1], "en")}
    promise, stands, but, unknown = made["aidp-2025-core"]
    assert "more than 400 billion yuan by the end of 2025" in promise
    assert "By MIIT (statements on 2025), it was more than 1,200 billion yuan in 2025" in stands
    assert "four other counts" in stands
    assert but.startswith("But iResearch, by a narrower definition, had 269.7 billion yuan in 2024")
    assert "how far above 1,200 billion yuan it really was" in unknown


def test_of_a_promise_that_was_met_late_the_figure_is_told_that_met_it():
    made = {one.key: one.notes.say for one in slides("quillhaven", DAYS[-1], "en")}
    _, stands, *_ = made["qh-2022-spills"]
    assert "so it was met too late" in stands
    assert "in 2022" not in stands
