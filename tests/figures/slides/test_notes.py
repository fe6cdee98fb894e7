"""What stands behind a slide: the notes name few, the table is for a person, and no rule is said on every slide."""

from datetime import date
from functools import partial

import pytest

from metrics.app.address import href_of
from metrics.figures.slides.deck import deck
from metrics.figures.slides.slide import SlideKind
from metrics.figures.slides.subject import subject
from metrics.progress import as_known_on, assess
from metrics.records import load
from metrics.words import languages, words_for

DAY = date(2026, 11, 28)
KNOWN = as_known_on(load(), DAY)
FOUND = assess(KNOWN, DAY)


def made(language="en"):
    return deck(subject(KNOWN, FOUND, words_for(language), partial(href_of, {})))


def targets(language="en"):
    return [slide for slide in made(language).slides if slide.kind is SlideKind.TARGET and not slide.facet]


def test_first_question_is_what_would_change_the_verdict_and_long_lists_end_with_their_number():
    first = {slide.id: slide.notes.asked[0] for slide in targets()}
    assert {"What would change this verdict?"} == {question for question, _ in first.values()}
    assert "Tsinghua; and 4 more. Then:" in first["aidp-2020-core"][1]


def test_reasons_for_not_counting_are_those_of_the_slide():
    asked = {slide.id: dict(slide.notes.asked) for slide in targets()}
    assert (
        "figures only for after the due date: 3; not comparable: 1"
        == asked["moe-2020-centres"]["Why are 4 series listed and not counted?"]
    )


@pytest.mark.parametrize("language", languages())
def test_no_rule_is_said_on_two_slides(language):
    rules = {words_for(language).headline_rule(), words_for(language).counting_rule()}
    said = [
        text
        for slide in made(language).slides
        if slide.part == 1
        for text in (*slide.notes.say, *(answer for _, answer in slide.notes.asked))
    ]
    assert dict.fromkeys(rules, 1) == {rule: said.count(rule) for rule in rules}


def test_table_of_a_slide_has_publishers_days_and_units_in_words():
    table = next(slide.table for slide in targets() if slide.id == "aidp-2025-core")
    names = [column.key for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    ministry = next(row for row in rows if row["value"] == "more than RMB 1,200 bn")
    assert ("2025", "5 Mar 2026", "yes") == (ministry["period"], ministry["published"], ministry["counts"])
    assert {row["source"] for row in rows} <= {one.publisher.en for one in KNOWN.sources.values()}
    assert not {row["source"] for row in rows} & set(KNOWN.sources)


def test_sign_of_a_target_whose_readings_disagree_is_hollow_on_the_first_slide():
    first = made().slides[0]
    hollow = [text for number, (_, text) in enumerate(first.body.lines) if number in first.body.hollow]
    assert ["Met on 2 of 3; 1 inconclusive", "Met on 5 of 6; 1 not verified"] == [
        text.split(": ", 1)[1] for text in hollow if "Met on" in text
    ]
